//! Tables that criteria stand in, also where no heading says which column holds their maxima: the user names it.

use crate::convert::Options;
use crate::convert::columns::is_called;
use crate::convert::rows::rows;
use crate::convert::tree::{Node, grow};
use crate::finding::convert::NO_TABLE;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::{Table, naming, tables};
use crate::points::Points;
use crate::text;
use crate::workbook::{Book, address, letters};

/// Most headings that are listed.
const MOST: usize = 12;

/// Finds the tables with a column of maxima: by its heading, else the one that the user names.
///
/// # Errors
/// There is none. The finding says which columns hold figures that add up like maxima.
pub fn with_maxima<'a>(book: &'a Book, file: &str, options: &Options) -> Result<Vec<Table<'a>>, Box<Finding>> {
    let sheet = options.sheet.as_deref();
    let mut found = tables(book, sheet);
    found.retain(|table| table.column(Role::Max).is_some());
    if !found.is_empty() {
        return Ok(found);
    }
    let naming = naming(book, sheet);
    if let Some(max) = &options.max {
        for table in &naming {
            let column = table.columns.keys().copied().find(|column| is_called(table, *column, max));
            found.extend(column.map(|column| with_column(table, column)));
        }
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Err(Box::new(nothing(naming.first(), file)))
}

/// Takes a column for the one of maxima.
fn with_column<'a>(table: &Table<'a>, column: u32) -> Table<'a> {
    let mut table = table.clone();
    for (at, (role, _)) in &mut table.columns {
        if *at == column {
            *role = Role::Max;
        } else if *role == Role::Max {
            *role = Role::Other;
        }
    }
    table
}

/// Tells that no column of maxima was found, and which columns may be it.
fn nothing(table: Option<&Table<'_>>, file: &str) -> Finding {
    let Some(table) = table else {
        let message = text!(
            "tệp “{file}” không có bảng nào có cột tiêu chí và cột điểm tối đa",
            "“{file}” has no table with a column of criteria and one of maxima"
        );
        return Finding::new(&NO_TABLE, message).at(Place::file(file));
    };
    let said = |column: &u32| format!("{} “{}”", letters(*column), table.heading(*column));
    let fitting: Vec<String> = table.columns.keys().filter(|column| adds_up(table, **column)).map(said).collect();
    let (sheet, seen) = (&table.grid.name, table.columns.keys().take(MOST).map(said).collect::<Vec<_>>().join(", "));
    let list = fitting.join(", ");
    let message = if fitting.is_empty() {
        text!(
            "bảng ở trang “{sheet}” không có tiêu đề cột nào được hiểu là điểm tối đa, cũng không cột nào có số cộng lại khớp như điểm tối đa; các cột: {seen}",
            "on sheet “{sheet}” no heading was understood as maxima, and no column holds figures that add up like them; columns: {seen}"
        )
    } else {
        text!(
            "bảng ở trang “{sheet}” không có tiêu đề cột nào được hiểu là điểm tối đa; có số cộng lại khớp như điểm tối đa: cột {list}",
            "on sheet “{sheet}” no heading was understood as maxima; figures that add up like them: column {list}"
        )
    };
    let cell = address(table.top, table.columns.keys().next().copied().unwrap_or(0));
    Finding::new(&NO_TABLE, message).at(Place::cell(file, sheet.clone(), cell))
}

/// Tells whether the figures of a column add up like maxima: parts come to their whole nearly everywhere.
fn adds_up(table: &Table<'_>, column: u32) -> bool {
    let apart = [Role::Number, Role::Name, Role::Content, Role::Claim, Role::Appraised, Role::Survey, Role::Figures, Role::Rate];
    if table.columns.get(&column).is_none_or(|(role, _)| apart.contains(role)) {
        return false;
    }
    let tree = grow(rows(&with_column(table, column)));
    let mut counts = Counts::default();
    tree.roots.iter().for_each(|root| counts.compare(root));
    if let Some(total) = tree.total.and_then(|row| row.max) {
        counts.take(&tree.roots, &total);
    }
    counts.agree > 0 && counts.differ * 4 <= counts.agree
}

/// How often parts come to their whole.
#[derive(Default)]
struct Counts {
    agree: usize,
    differ: usize,
}

impl Counts {
    /// Compares parts with their whole, from a criterion down.
    fn compare(&mut self, node: &Node) {
        if let Some(max) = &node.max {
            self.take(&node.children, max);
        }
        node.children.iter().for_each(|child| self.compare(child));
    }

    /// Compares parts with a whole, where both are known.
    fn take(&mut self, parts: &[Node], whole: &Points) {
        let known: Option<Vec<&Points>> = parts.iter().filter(|part| part.sign.is_none()).map(|part| part.max.as_ref()).collect();
        let Some(known) = known.filter(|known| !known.is_empty()) else { return };
        if known.into_iter().sum::<Points>() == *whole {
            self.agree += 1;
        } else {
            self.differ += 1;
        }
    }
}
