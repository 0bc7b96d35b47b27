//! The table's own arithmetic: every live cell as a formula beside the value that the engine gives for it.
//!
//! What a cell shows before anything recalculates it and what it shows afterwards must mean the same.

use super::layout::At;
use super::plan::{Line, Plan, Row};
use crate::assessment::Entry;
use crate::figure::Figures;
use crate::form::template::Value;
use crate::form::template::live::WAITS;
use crate::points::Points;
use crate::rule::excel::{quoted, within};
use crate::rule::{Case, Gives, NO, NOT_APPLICABLE, rounded};

/// A formula, without `=`, and what it gives.
pub struct Live {
    /// The formula.
    pub formula: String,
    /// What the engine gives.
    pub value: Value,
}

/// Nobody has appraised the line yet.
pub const OPEN: &str = "Chưa thẩm định";
/// It is appraised.
pub const DONE: &str = "Đã thẩm định";
/// It is appraised, and gives more than the unit claimed.
pub const ABOVE: &str = "Xem lại: cao hơn tự đánh giá";
/// It changes points, and says not why.
pub const NO_REASON: &str = "Thiếu lý do";
/// How the states begin in which what is typed does not count.
pub const WRONG: &str = "Sai";
/// Points and corrected figures disagree.
pub const APART: &str = "Sai: điểm khác số liệu thẩm định";
/// Corrected figures don't give points.
pub const INCOMPLETE: &str = "Sai: số liệu chưa đủ để tính điểm";
/// Points, and “does not apply”.
pub const CONTRADICTS: &str = "Sai: vừa có điểm vừa không áp dụng";

/// Live cells of a leaf of a unit.
pub struct LeafLive {
    /// What the rule gives on the figures as they count after this round.
    pub exact: Option<Live>,
    /// Points after this round.
    pub result: Live,
    /// How the line stands.
    pub state: Live,
}

/// What is typed for a line, as the engine sees it.
struct Typed<'a> {
    points: Option<&'a Entry>,
    corrects: bool,
    out: bool,
    reasoned: bool,
    exact: Gives,
}

/// Works out the figure that counts: the corrected one, else the one before.
pub fn figure(row: &Row<'_>, earlier: bool) -> String {
    let before = row.cell(if earlier { At::Before } else { At::Declared });
    let corrected = row.cell(At::Corrected);
    format!("IF(ISBLANK({corrected}),IF(ISBLANK({before}),\"\",{before}),{corrected})")
}

/// Works out the live cells of a leaf; `inputs` are the rows of its figures.
pub fn leaf<'a>(plan: &Plan<'a>, line: &Line<'a>, row: &Row<'a>, inputs: &[usize]) -> LeafLive {
    let terms = line.terms();
    let rounding = line.group.rounding;
    let formula = line.leaf.rule.faces().formula(&terms, &plan.cells(line, inputs));
    let mut figures = Figures::default();
    for input in line.leaf.asked() {
        let corrected = line.corrected.and_then(|corrected| corrected.get(&input.id)).map(|one| one.figure.clone());
        figures.insert(input.id.clone(), corrected.unwrap_or_else(|| plan.figure(line, &input.id).0));
    }
    let gives = line.leaf.rule.score(&Case::new(terms, &figures)).gives;
    let whole = line.said.iter().filter(|said| said.part.is_none());
    let typed = Typed {
        points: line.typed,
        corrects: line.corrected.is_some_and(|corrected| !corrected.is_empty()),
        out: whole.clone().any(|said| !said.applies),
        reasoned: line.typed.is_some_and(|entry| entry.reason.is_some())
            || line.corrected.is_some_and(|corrected| corrected.values().any(|one| one.reason.is_some()))
            || line.said.iter().any(|said| said.reason.is_some()),
        exact: if formula.is_some() { gives } else { Gives::Waits },
    };

    let [points, applies, reason, exact, standing, result] =
        [At::Points, At::Applies, At::Reason, At::Exact, At::Standing, At::Result].map(|column| row.cell(column));
    let corrected = match (inputs.first().and_then(|at| plan.row(*at)), inputs.last().and_then(|at| plan.row(*at))) {
        (Some(first), Some(last)) => format!("COUNTA({}:{})>0", first.cell(At::Corrected), last.cell(At::Corrected)),
        _ => "FALSE".to_owned(),
    };
    let max = line.criterion.max.plain();
    let good = within(&points, &max, rounding);
    let out = format!("IF(ISTEXT({applies}),TRIM({applies})={},FALSE)", quoted(NO));
    let computed = rounded(&exact, rounding);
    let apart = format!("IF(AND({corrected},ISNUMBER({exact})),{computed}<>{},FALSE)", rounded(&points, rounding));
    let by_figures = if formula.is_some() {
        format!("IF(ISNUMBER({exact}),{computed},IF({exact}={},{exact},{standing}))", quoted(NOT_APPLICABLE))
    } else {
        quoted(WAITS)
    };
    let of_points = format!("IF({good},IF({apart},{standing},MIN({points},{max})),{standing})");
    let result_formula = format!(
        "IF({out},IF(ISBLANK({points}),{},{standing}),IF(ISBLANK({points}),IF({corrected},{by_figures},{standing}),{of_points}))",
        quoted(NOT_APPLICABLE)
    );
    let result_value = shows(plan, line, &typed);

    let range = format!("Sai: điểm ngoài khoảng 0–{}", line.criterion.max.plain_vi());
    let changed = format!("IF(AND(ISNUMBER({result}),ISNUMBER({standing})),ROUND({result}-{standing},9)<>0,{result}<>{standing})");
    let lacks = format!("AND(ISBLANK({reason}),OR({corrected},{changed}))");
    let claim = row.cell(At::Claimed);
    let above = format!("IF(AND(ISNUMBER({result}),ISNUMBER({claim})),ROUND({result}-{claim},9)>0,FALSE)");
    let finish = format!("IF({lacks},{},IF({above},{},{}))", quoted(NO_REASON), quoted(ABOVE), quoted(DONE));
    let figures_lack = if formula.is_some() { format!("AND({corrected},{exact}=\"\")") } else { "FALSE".to_owned() };
    let state_formula = format!(
        "IF(AND(ISBLANK({points}),NOT({corrected}),ISBLANK({applies})),{},IF(AND({out},NOT(ISBLANK({points}))),{},IF(NOT(ISBLANK({points})),IF(NOT({good}),{},IF({apart},{},{finish})),IF({figures_lack},{},{finish}))))",
        quoted(OPEN),
        quoted(CONTRADICTS),
        quoted(&range),
        quoted(APART),
        quoted(INCOMPLETE),
    );
    let state_value = says(plan, line, &typed, &result_value, &range);
    let exact = formula.map(|formula| Live {
        formula,
        value: match &typed.exact {
            Gives::Points(points) => Value::Number(points.clone()),
            Gives::NotApplicable => Value::words(NOT_APPLICABLE),
            Gives::Nothing | Gives::Waits => Value::Blank,
        },
    });
    LeafLive {
        exact,
        result: Live { formula: result_formula, value: result_value },
        state: Live { formula: state_formula, value: Value::words(state_value) },
    }
}

/// Gives the points that stand before this round, as the cell holds them.
pub fn standing(plan: &Plan<'_>, line: &Line<'_>) -> Value {
    match line.standing(plan.of.round) {
        Some(points) => Value::Number(points.clone()),
        None if !line.applies => Value::words(NOT_APPLICABLE),
        None => Value::Blank,
    }
}

/// Tells whether typed points are other than what corrected figures give.
fn apart(line: &Line<'_>, typed: &Typed<'_>, points: &Points) -> bool {
    let rounding = line.group.rounding;
    typed.corrects && matches!(&typed.exact, Gives::Points(given) if rounding.print(given) != rounding.print(points))
}

/// Gives the points after this round.
fn shows(plan: &Plan<'_>, line: &Line<'_>, typed: &Typed<'_>) -> Value {
    let before = standing(plan, line);
    match (typed.out, typed.points) {
        (true, None) => Value::words(NOT_APPLICABLE),
        (true, Some(_)) => before,
        (false, Some(entry)) => match line.group.rounding.within(&entry.points, &line.criterion.max) {
            Some(points) if !apart(line, typed, &points) => Value::Number(points),
            _ => before,
        },
        (false, None) if typed.corrects => match &typed.exact {
            Gives::Points(points) => Value::Number(line.group.rounding.print(points)),
            Gives::NotApplicable => Value::words(NOT_APPLICABLE),
            Gives::Waits => Value::words(WAITS),
            Gives::Nothing => before,
        },
        (false, None) => before,
    }
}

/// Says how the line stands.
fn says(plan: &Plan<'_>, line: &Line<'_>, typed: &Typed<'_>, result: &Value, range: &str) -> String {
    let before = standing(plan, line);
    if typed.points.is_none() && !typed.corrects && line.said.iter().all(|said| said.part.is_some()) {
        return OPEN.into();
    }
    if typed.out && typed.points.is_some() {
        return CONTRADICTS.into();
    }
    match typed.points {
        Some(entry) => match line.group.rounding.within(&entry.points, &line.criterion.max) {
            None => return range.into(),
            Some(points) if apart(line, typed, &points) => return APART.into(),
            Some(_) => {}
        },
        None if typed.corrects && typed.exact == Gives::Nothing => return INCOMPLETE.into(),
        None => {}
    }
    if !typed.reasoned && (typed.corrects || *result != before) {
        return NO_REASON.into();
    }
    let above = matches!((result.number(), line.claim()), (Some(result), Some(claim)) if result > claim);
    if above { ABOVE.into() } else { DONE.into() }
}
