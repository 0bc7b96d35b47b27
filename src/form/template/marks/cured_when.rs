//! How a copy tells by itself that a finding is cured: a formula that is true while it isn't.

use super::Target;
use crate::form::template::value::Value;

/// How the workbook itself tells that a line is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CuredWhen {
    /// The cell says something else than it did.
    Changed,
    /// A formula over cells of the sheet of the target is no longer true.
    Formula(String),
    /// The copy has set it right; a person should look.
    Settled,
    /// What is wrong lies outside the workbook.
    Outside,
}

impl CuredWhen {
    /// Is cured by changing any of several cells, given with what they hold.
    pub fn any_changed(cells: impl Iterator<Item = (Target, Value)>) -> Self {
        let tests: Vec<String> = cells.map(|(cell, holds)| unchanged(&cell.absolute(), &holds)).collect();
        if tests.is_empty() { Self::Changed } else { Self::Formula(format!("AND({})", tests.join(","))) }
    }
}

/// Gives the formula that is true while a cell says what it said.
pub fn unchanged(cell: &str, holds: &Value) -> String {
    match holds {
        Value::Blank => format!("LEN({cell})=0"),
        Value::Number(number) => format!("IF(ISNUMBER({cell}),ROUND({cell}-{},9)=0,FALSE)", number.plain()),
        Value::Text(words) => {
            // A literal in a formula is short and in one line.
            let start: String = words.chars().take_while(|c| !c.is_control()).take(60).collect();
            let length = start.encode_utf16().count();
            // A number typed in place of the same words is another thing.
            format!("IF(ISTEXT({cell}),EXACT(LEFT({cell},{length}),\"{}\"),FALSE)", start.replace('"', "\"\""))
        }
    }
}
