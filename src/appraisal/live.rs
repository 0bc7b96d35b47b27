//! The table's own arithmetic: every live cell as a formula beside the value that the engine gives for it.
//!
//! What a cell shows before anything recalculates it and what it shows afterwards must mean the same.

use super::layout::At;
use super::plan::{Line, Plan, Row};
use super::waiting::{Waiting, says_of_parts};
use crate::assessment::Entry;
use crate::criteria::Sign;
use crate::figure::{Figure, Figures};
use crate::form::template::Value;
use crate::points::Points;
use crate::rule::excel::{any, number, quoted, says, within};
use crate::rule::{Case, Gives, NO_WORDS, NOT_APPLICABLE_WORDS, YES_WORDS, rounded};
use crate::text::{Lang, Words, said};

/// A formula, without `=`, and what it gives.
pub struct Live {
    /// The formula.
    pub formula: String,
    /// What the engine gives.
    pub value: Value,
}

/// Nobody has appraised the line yet.
pub const OPEN: Words = Words { vi: "Chưa thẩm định", en: "Not appraised yet" };
/// It is appraised.
pub const DONE: Words = Words { vi: "Đã thẩm định", en: "Appraised" };
/// It is appraised, and gives more than the unit claimed.
pub const ABOVE: Words = Words { vi: "Xem lại: cao hơn tự đánh giá", en: "Look again: above the claim" };
/// The same of a penalty.
pub const LENIENT: Words = Words { vi: "Xem lại: trừ ít hơn tự đánh giá", en: "Look again: takes less than the claim" };
/// It is said to apply, and has no points.
pub const NO_POINTS: Words = Words { vi: "Thiếu điểm: tiêu chí có áp dụng", en: "Points missing: the criterion applies" };
/// The column “Áp dụng” (applies) says neither yes nor no.
pub const UNCLEAR: Words = Words { vi: "Xem lại: Áp dụng ghi Có hoặc Không", en: "Look again: Applies takes Yes or No" };
/// Its points depend on other lines that were typed in, and only a run weighs all of them.
pub const WAITS: Words = Words { vi: "Tính khi tổng hợp", en: "Known after a run" };
/// It changes points, and says not why.
pub const NO_REASON: Words = Words { vi: "Thiếu lý do", en: "Reason missing" };
/// How the states begin that want another look.
pub const REVIEW: Words = Words { vi: "Xem lại", en: "Look again" };
/// How the states begin in which what is typed does not count.
pub const WRONG: Words = Words { vi: "Sai", en: "Wrong" };
/// Points and corrected figures disagree.
pub const APART: Words = Words { vi: "Sai: điểm khác số liệu thẩm định", en: "Wrong: points differ from corrected figures" };
/// Corrected figures don't give points.
pub const INCOMPLETE: Words = Words { vi: "Sai: số liệu chưa đủ để tính điểm", en: "Wrong: figures don't give points yet" };
/// Points, and “does not apply”.
pub const CONTRADICTS: Words =
    Words { vi: "Sai: vừa có điểm, số liệu vừa không áp dụng", en: "Wrong: points or figures, and “does not apply”" };

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
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that an appraiser did or did not do")]
struct Typed<'a> {
    points: Option<&'a Entry>,
    /// Whether something stands there that is no number.
    unreadable: bool,
    /// Whether the line says of what applies neither yes nor no.
    unclear: bool,
    corrects: bool,
    /// Whether a figure is other than declared.
    differs: bool,
    /// Whether the leaf is said to apply, or not to.
    applies: Option<bool>,
    reasoned: bool,
    exact: Gives,
}

impl Typed<'_> {
    /// Tells whether the round says that the leaf does not apply, and gives it points or figures.
    const fn contradicts(&self) -> bool {
        self.is_out() && (self.has_points() || self.corrects)
    }

    /// Tells whether anything stands in the cell of points.
    const fn has_points(&self) -> bool {
        self.points.is_some() || self.unreadable
    }

    /// Tells whether the round says that the leaf does not apply.
    const fn is_out(&self) -> bool {
        matches!(self.applies, Some(false))
    }

    /// Tells whether the round says that the leaf applies.
    const fn is_back(&self) -> bool {
        matches!(self.applies, Some(true))
    }
}

/// Works out the figure that counts: the corrected one, else the one before.
pub fn figure(row: &Row<'_>, earlier: bool) -> String {
    let before = row.cell(if earlier { At::Before } else { At::Declared });
    let corrected = row.cell(At::Corrected);
    format!("IF(ISBLANK({corrected}),IF(ISBLANK({before}),\"\",{before}),{corrected})")
}

/// Works out the live cells of a leaf; `inputs` are the rows of its figures.
pub fn leaf<'a>(plan: &Plan<'a>, line: &Line<'a>, row: &Row<'a>, inputs: &[usize]) -> LeafLive {
    let (terms, rounding, lang) = (line.terms(), line.group.rounding, plan.lang());
    let formula = line.leaf.rule.faces().formula(&terms, &plan.cells(line, inputs));
    let mut figures = Figures::default();
    let mut differs = false;
    for input in line.leaf.asked() {
        let corrected = line.corrected.and_then(|corrected| corrected.get(&input.id)).map(|one| one.figure.clone());
        let declared = line.answer.and_then(|answer| answer.figures.get(&input.id)).unwrap_or(&Figure::Blank);
        differs |= corrected.as_ref().is_some_and(|corrected| corrected != declared);
        figures.insert(input.id.clone(), corrected.unwrap_or_else(|| plan.figure(line, &input.id).0));
    }
    let whole = line.said.iter().filter(|said| said.part.is_none()).map(|said| said.applies).min();
    let typed = Typed {
        points: line.typed,
        unreadable: line.unreadable(),
        unclear: line.held.is_some_and(|held| held.unclear) && whole.is_none(),
        corrects: line.corrected.is_some_and(|corrected| !corrected.is_empty()),
        differs,
        applies: whole,
        reasoned: line.typed.is_some_and(|entry| entry.reason.is_some())
            || line.corrected.is_some_and(|corrected| corrected.values().any(|one| one.reason.is_some()))
            || line.said.iter().any(|said| said.reason.is_some())
            || line.held.is_some_and(|held| held.reasoned),
        exact: if formula.is_some() { line.leaf.rule.score(&Case::new(terms, &figures)).gives } else { Gives::Waits },
    };
    let waiting = Waiting::of(plan, line, row, formula.is_some());
    let before = standing(plan, line);

    let [points, applies, reason, exact, standing_cell, result] =
        [At::Points, At::Applies, At::Reason, At::Exact, At::Standing, At::Result].map(|column| row.cell(column));
    let rows: Vec<&Row<'_>> = inputs.iter().filter_map(|at| plan.row(*at)).collect();
    let corrected = match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => format!("COUNTA({}:{})>0", first.cell(At::Corrected), last.cell(At::Corrected)),
        _ => "FALSE".to_owned(),
    };
    let apart_of = |row: &&Row<'_>| {
        let [corrected, declared] = [At::Corrected, At::Declared].map(|column| row.cell(column));
        format!("IF(ISBLANK({corrected}),FALSE,{corrected}<>{declared})")
    };
    let differ = any(&rows.iter().map(apart_of).collect::<Vec<_>>());
    let max = number(&line.left());
    let good = within(&points, &max, rounding);
    let [out, back] = [NO_WORDS, YES_WORDS].map(|words| says(&applies, words.get(lang)));
    let computed = rounded(&exact, rounding);
    let not_applicable = quoted(NOT_APPLICABLE_WORDS.get(lang));
    let other = format!("IF(ISNUMBER({exact}),{computed}<>{},AND({exact}={not_applicable},NOT({back})))", rounded(&points, rounding));
    let apart = format!("IF({corrected},{other},FALSE)");
    // What stands again where the round says that a leaf applies which did not.
    let was_out = before == not_applied(lang);
    let again = line.standing().map_or_else(|| quoted(""), number);
    let stands = if was_out {
        format!("IF({back},{again},{standing_cell})")
    } else {
        // A blank cell would be taken for 0.
        format!("IF(ISBLANK({standing_cell}),\"\",{standing_cell})")
    };
    let by_figures = format!("IF(ISNUMBER({exact}),{computed},IF({exact}={not_applicable},IF({back},\"\",{not_applicable}),{stands}))");
    let of_points = format!("IF({good},IF({apart},{stands},MIN({points},{max})),{stands})");
    let of_points = if formula.is_some() { of_points } else { format!("IF({good},MIN({points},{max}),{stands})") };
    let of_line = format!("IF(ISBLANK({points}),IF({corrected},{by_figures},{stands}),{of_points})");
    let contradicts = format!("AND({out},OR(NOT(ISBLANK({points})),{corrected}))");
    let result_formula = format!(
        "IF({contradicts},{stands},IF({},{},IF({out},{not_applicable},{of_line})))",
        waiting.formula(&points, &corrected),
        quoted(WAITS.get(lang))
    );
    let result_value = shows(line, &typed, &waiting, &before, lang);

    let left = line.left().plain_in(lang);
    let range = said!(lang, "Sai: điểm ngoài khoảng 0–{left}", "Wrong: points outside 0–{left}");
    // A reason is asked for other points than those before, and for points that bring a leaf back.
    let says_other = if was_out {
        good.clone()
    } else {
        format!("IF(AND({good},ISNUMBER({standing_cell})),{}<>{},FALSE)", rounded(&points, rounding), rounded(&standing_cell, rounding))
    };
    let moved = [
        says_other,
        differ,
        format!("AND({out},{standing_cell}<>{not_applicable})"),
        format!("AND({back},{standing_cell}={not_applicable})"),
        waiting.parts.clone(),
    ];
    let lacks = format!("AND(ISBLANK({reason}),{})", any(&moved));
    let claim = row.cell(At::Claimed);
    let (more, less) = if line.sign == Some(Sign::Penalty) { (&claim, &result) } else { (&result, &claim) };
    let above = format!("IF(AND(ISNUMBER({result}),ISNUMBER({claim})),{}>{},FALSE)", rounded(more, rounding), rounded(less, rounding));
    let finish = format!(
        "IF({lacks},{},IF({above},{},{}))",
        quoted(NO_REASON.get(lang)),
        quoted(above_words(line).get(lang)),
        quoted(DONE.get(lang))
    );
    let finish = format!("IF(AND({back},{result}=\"\"),{},{finish})", quoted(NO_POINTS.get(lang)));
    let figures_lack = if formula.is_some() { format!("AND({corrected},{exact}=\"\")") } else { "FALSE".to_owned() };
    let untouched = format!("AND(ISBLANK({points}),NOT({corrected}),ISBLANK({applies}),NOT({}))", waiting.parts);
    let unclear = format!("AND(NOT(ISBLANK({applies})),NOT({out}),NOT({back}))");
    let state_formula = format!(
        "IF({untouched},{},IF({unclear},{},IF({contradicts},{},IF(NOT(ISBLANK({points})),IF(NOT({good}),{},IF({},{},{finish})),IF({figures_lack},{},{finish})))))",
        quoted(OPEN.get(lang)),
        quoted(UNCLEAR.get(lang)),
        quoted(CONTRADICTS.get(lang)),
        quoted(&range),
        if formula.is_some() { apart } else { "FALSE".to_owned() },
        quoted(APART.get(lang)),
        quoted(INCOMPLETE.get(lang)),
    );
    let state_value = state(line, &typed, &result_value, &before, (&range, lang));
    let exact = formula.map(|formula| Live {
        formula,
        value: match &typed.exact {
            Gives::Points(points) => Value::Number(points.clone()),
            Gives::NotApplicable => Value::words(NOT_APPLICABLE_WORDS.get(lang)),
            Gives::Nothing | Gives::Waits => Value::Blank,
        },
    });
    LeafLive {
        exact,
        result: Live { formula: result_formula, value: result_value },
        state: Live { formula: state_formula, value: Value::words(state_value) },
    }
}

/// Says that a line gives the unit more than it claimed, or takes less.
const fn above_words(line: &Line<'_>) -> Words {
    if matches!(line.sign, Some(Sign::Penalty)) { LENIENT } else { ABOVE }
}

/// Gives the points that stand before this round, as the cell holds them.
pub fn standing(plan: &Plan<'_>, line: &Line<'_>) -> Value {
    if plan.was_out(line) {
        return not_applied(plan.lang());
    }
    match line.standing() {
        Some(points) => Value::Number(points.clone()),
        None => Value::Blank,
    }
}

/// Gives what stands where a line does not apply.
fn not_applied(lang: Lang) -> Value {
    Value::words(NOT_APPLICABLE_WORDS.get(lang))
}

/// Tells whether typed points are other than what corrected figures give.
fn apart(line: &Line<'_>, typed: &Typed<'_>, points: &Points) -> bool {
    let rounding = line.group.rounding;
    typed.corrects
        && match &typed.exact {
            Gives::Points(given) => rounding.print(given) != rounding.print(points),
            Gives::NotApplicable => !typed.is_back(),
            Gives::Nothing | Gives::Waits => false,
        }
}

/// Gives the points after this round.
fn shows(line: &Line<'_>, typed: &Typed<'_>, waiting: &Waiting, before: &Value, lang: Lang) -> Value {
    let stands = || match before {
        Value::Text(_) if typed.is_back() => line.standing().map_or(Value::Blank, |points| Value::Number(points.clone())),
        before => before.clone(),
    };
    if typed.contradicts() {
        return stands();
    }
    if waiting.holds(typed.has_points(), typed.corrects) {
        return Value::words(WAITS.get(lang));
    }
    if typed.is_out() {
        return not_applied(lang);
    }
    match typed.points {
        None if typed.unreadable => stands(),
        Some(entry) => match line.group.rounding.within(&entry.points, &line.left()) {
            Some(points) if !apart(line, typed, &points) => Value::Number(points),
            _ => stands(),
        },
        None if typed.corrects => match &typed.exact {
            Gives::Points(points) => Value::Number(line.group.rounding.print(points)),
            Gives::NotApplicable if typed.is_back() => Value::Blank,
            Gives::NotApplicable => not_applied(lang),
            Gives::Nothing | Gives::Waits => stands(),
        },
        None => stands(),
    }
}

/// Says how the line stands.
fn state(line: &Line<'_>, typed: &Typed<'_>, result: &Value, before: &Value, (range, lang): (&str, Lang)) -> String {
    if !typed.has_points() && !typed.corrects && line.said.is_empty() && !typed.unclear {
        return OPEN.get(lang).into();
    }
    if typed.unclear {
        return UNCLEAR.get(lang).into();
    }
    if typed.contradicts() {
        return CONTRADICTS.get(lang).into();
    }
    let rounding = line.group.rounding;
    let mut says_other = false;
    match typed.points {
        Some(entry) => match rounding.within(&entry.points, &line.left()) {
            None => return range.into(),
            Some(points) if apart(line, typed, &points) => return APART.get(lang).into(),
            Some(points) => {
                says_other = *before == not_applied(lang)
                    || before.number().is_some_and(|earlier| rounding.print(earlier) != rounding.print(&points));
            }
        },
        None if typed.unreadable => return range.into(),
        None if typed.corrects && typed.exact == Gives::Nothing => return INCOMPLETE.get(lang).into(),
        None => {}
    }
    if typed.is_back() && *result == Value::Blank {
        return NO_POINTS.get(lang).into();
    }
    let was_out = *before == not_applied(lang);
    let of_parts = says_of_parts(line);
    if !typed.reasoned && (says_other || typed.differs || (typed.is_out() && !was_out) || (typed.is_back() && was_out) || of_parts) {
        return NO_REASON.get(lang).into();
    }
    let printed = |points: &Points| rounding.print(points);
    let better = |result: &Points, claim: &Points| {
        if line.sign == Some(Sign::Penalty) { printed(result) < printed(claim) } else { printed(result) > printed(claim) }
    };
    // Where units are compared nobody claims anything.
    let claim = line.stages.claimed.as_ref().filter(|_| line.leaf.rule.takes_claims());
    let above = matches!((result.number(), claim), (Some(result), Some(claim)) if better(result, claim));
    if above { above_words(line).get(lang).into() } else { DONE.get(lang).into() }
}
