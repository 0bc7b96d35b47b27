//! What a criterion says of others that count together with it: which of several alternatives counts and why, and lines
//! outside the tree that come to more than the cap that they share.

use super::LiveCells;
use crate::criteria::{Cap, Criterion, Sign};
use crate::figure::CriterionId;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{Plan, What};
use crate::form::template::states::{SETTLED, UNEQUAL};
use crate::form::template::value::Value;
use crate::points::Points;
use crate::rule::excel::{all, quoted, rounded};
use crate::text::{Lang, said};

/// One of several criteria: its number, the formula of what it counts, the tests that it counts something and that it applies.
struct Part<'p> {
    id: &'p CriterionId,
    counts: String,
    scored: String,
    applies: String,
}

/// Gives the formula, with `&` before it, of what a criterion says behind its state; nothing where it counts by itself.
pub fn says(plan: &Plan<'_>, criterion: &Criterion) -> String {
    let formulas = [says_which(plan, criterion), says_capped(plan, criterion)];
    formulas.into_iter().flatten().map(|formula| format!("&{formula}")).collect::<Vec<_>>().concat()
}

/// Says that a criterion counts, of several alternatives.
const fn counts_words(equal: bool, lang: Lang) -> &'static str {
    if equal {
        lang.word("; được tính (bằng điểm, nêu trước)", "; counts (as many points, and named first)")
    } else {
        lang.word("; được tính (điểm cao nhất)", "; counts (most points)")
    }
}

/// Says that another one counts.
fn passed_words(other: &CriterionId, equal: bool, lang: Lang) -> String {
    if equal {
        said!(lang, "; không tính: {other} bằng điểm, nêu trước", "; doesn't count: {other} has as many points and is named first")
    } else {
        said!(lang, "; không tính: {other} điểm cao hơn", "; doesn't count: {other} has more points")
    }
}

/// Says that lines come to more than their cap.
fn over_words(cap: &Cap, sign: Sign, own: &CriterionId, lang: Lang) -> Option<String> {
    let others = cap.adjustments.iter().filter(|id| *id != own).map(CriterionId::as_str).collect::<Vec<_>>().join(", ");
    let max = cap.max.plain_in(lang);
    (!others.is_empty()).then(|| match sign {
        Sign::Bonus => said!(lang, "; cùng {others} chỉ tính {max} điểm", "; with {others} counts {max} at most"),
        Sign::Penalty => said!(lang, "; cùng {others} chỉ trừ {max} điểm", "; with {others} costs {max} at most"),
    })
}

/// Lists alternatives in the order in which the first of equal ones counts.
fn parts<'p>(plan: &'p Plan<'_>, criterion: &CriterionId) -> Vec<Part<'p>> {
    plan.form.set.alternative_of(criterion).map_or_else(Vec::new, |of| of.criteria.iter().filter_map(|id| part(plan, id)).collect())
}

/// Gives the formula of the most points that one of several alternatives counts.
fn most(parts: &[Part<'_>]) -> String {
    let terms: Vec<String> = parts.iter().map(|part| format!("IF({},{},-1)", part.scored, part.counts)).collect();
    format!("ROUND(MAX({}),9)", terms.join(","))
}

/// Gives the test that an alternative counts as much as the best of them.
fn reaches(part: &Part<'_>, best: &str) -> String {
    format!("IF({},ROUND({},9)={best},FALSE)", part.scored, part.counts)
}

/// Gives the test that an alternative stands before those after it: it counts as much as the best, or it applies and none has
/// points yet.
fn stands(part: &Part<'_>, best: &str) -> String {
    format!("IF({},ROUND({},9)={best},IF({best}<0,{},FALSE))", part.scored, part.counts, part.applies)
}

/// Gives the test that a criterion counts, where it is or stands in an alternative: each of these is the first of the best.
/// `None` where nothing stands for it.
pub fn counts_among(plan: &Plan<'_>, criterion: &CriterionId) -> Option<String> {
    let of = |criterion: &Criterion| {
        let parts = parts(plan, &criterion.id);
        let place = parts.iter().position(|part| *part.id == criterion.id)?;
        let best = most(&parts);
        let (own, before) = (parts.get(place)?, parts.get(..place)?);
        let earlier: Vec<String> = before.iter().map(|part| format!("NOT({})", stands(part, &best))).collect();
        Some(std::iter::once(stands(own, &best)).chain(earlier).collect::<Vec<_>>())
    };
    let tests: Vec<String> = plan.form.set.lineage(criterion).into_iter().filter_map(of).flatten().collect();
    (!tests.is_empty()).then(|| all(&tests))
}

/// Gives the formula that says which of several alternatives counts, once two of them have points.
fn says_which(plan: &Plan<'_>, criterion: &Criterion) -> Option<String> {
    let parts = parts(plan, &criterion.id);
    let own = parts.iter().find(|part| *part.id == criterion.id)?;
    let scored: Vec<String> = parts.iter().map(|part| format!("IF({},1,0)", part.scored)).collect();
    let best = most(&parts);
    let reaches = |part: &Part<'_>| reaches(part, &best);
    let equal: Vec<String> = parts.iter().map(|part| format!("IF({},1,0)", reaches(part))).collect();
    let lang = plan.form.lang;
    let counts = format!("IF({}>1,{},{})", equal.join("+"), quoted(counts_words(true, lang)), quoted(counts_words(false, lang)));
    let is_best = reaches(own);
    // The first that reaches the most counts.
    let chosen = parts.iter().rev().fold(quoted(""), |rest, part| {
        let says = if part.id == own.id {
            counts.clone()
        } else {
            format!("IF({is_best},{},{})", quoted(&passed_words(part.id, true, lang)), quoted(&passed_words(part.id, false, lang)))
        };
        format!("IF({},{says},{rest})", reaches(part))
    });
    Some(format!("IF(AND({},{}>1),{chosen},\"\")", own.scored, scored.join("+")))
}

/// Gives the formula that says that a line shares a cap which is passed.
fn says_capped(plan: &Plan<'_>, criterion: &Criterion) -> Option<String> {
    let (cap, sign) = cap_of(plan, criterion)?;
    let words = over_words(cap, sign, &criterion.id, plan.form.lang)?;
    let parts: Vec<Part<'_>> = cap.adjustments.iter().filter_map(|id| part(plan, id)).collect();
    let own = parts.iter().find(|part| *part.id == criterion.id)?;
    let terms: Vec<String> = parts.iter().map(|part| format!("IF({},{},0)", part.scored, part.counts)).collect();
    let some = format!("IF({},{}>0,FALSE)", own.scored, own.counts);
    Some(format!("IF(AND({some},ROUND({}-{},9)>0),{},\"\")", terms.join("+"), cap.max.plain(), quoted(&words)))
}

/// Gives the cap that a line shares.
fn cap_of<'a>(plan: &Plan<'a>, criterion: &Criterion) -> Option<(&'a Cap, Sign)> {
    let set = plan.form.set;
    let line = set.line(&criterion.id)?;
    Some((set.caps.iter().find(|cap| cap.adjustments.contains(&criterion.id))?, line.sign))
}

/// Makes the formulas of one of several criteria. What is claimed of a leaf counts only up to what is computed; of a
/// penalty the higher counts.
fn part<'p>(plan: &'p Plan<'_>, id: &'p CriterionId) -> Option<Part<'p>> {
    let position = plan.of(id)?;
    let row = plan.row(position)?;
    let claimed = row.cell(At::Counted);
    let (criterion, sign) = match &row.what {
        What::Leaf { criterion, sign, .. } => (*criterion, *sign),
        What::Group { criterion, .. } => (*criterion, None),
        _ => return None,
    };
    let counts = if plan.computes(row) {
        let (exact, computed) = (row.cell(LiveCells::source(plan, position)), row.cell(At::Computed));
        let less = if sign == Some(Sign::Penalty) { ">" } else { "<" };
        let claims = format!("ROUND({}-{computed},9){less}0", rounded(&claimed, plan.form.rounding));
        format!("IF(ISNUMBER({exact}),IF({claims},{claimed},{exact}),{claimed})")
    } else {
        claimed.clone()
    };
    let counts = if criterion.weight == Points::one() { counts } else { format!("{counts}*{}", criterion.weight.plain()) };
    Some(Part { id, counts, scored: format!("ISNUMBER({claimed})"), applies: format!("{}>0", row.cell(At::Applicable)) })
}

impl LiveCells {
    /// Says behind the states of leaves and groups what counts together with them, as their formulas do.
    pub(super) fn say_together(&mut self, plan: &Plan<'_>) {
        for (position, row) in plan.rows.iter().enumerate() {
            let (criterion, is_leaf) = match &row.what {
                What::Leaf { criterion, .. } => (*criterion, true),
                What::Group { criterion, .. } => (*criterion, false),
                _ => continue,
            };
            let Value::Text(state) = self.value(position, At::State) else { continue };
            let (base, mark) = match state.strip_suffix(UNEQUAL) {
                Some(base) => (base.trim_end().to_owned(), format!(" {UNEQUAL}")),
                None => (state, String::new()),
            };
            if base.is_empty() || (is_leaf && !SETTLED.iter().any(|words| base.starts_with(words.get(plan.form.lang)))) {
                continue;
            }
            let words = self.which(plan, criterion).into_iter().chain(self.over_cap(plan, criterion)).collect::<String>();
            if let Some(live) = self.cells.get_mut(&(position, At::State.col())).filter(|_| !words.is_empty()) {
                live.value = Value::Text(format!("{base}{words}{mark}"));
            }
        }
    }

    /// Says which of several alternatives counts, and why.
    fn which(&self, plan: &Plan<'_>, criterion: &Criterion) -> Option<String> {
        let of = plan.form.set.alternative_of(&criterion.id)?;
        let scored: Vec<(&CriterionId, Points)> = of.criteria.iter().filter_map(|id| Some((id, self.part(plan, id)?))).collect();
        let own = &scored.iter().find(|(id, _)| **id == criterion.id)?.1;
        let most = scored.iter().map(|(_, points)| points).max()?;
        let mut best = scored.iter().filter(|(_, points)| points == most);
        let (chosen, _) = best.next()?;
        if scored.len() < 2 {
            return None;
        }
        let lang = plan.form.lang;
        Some(if **chosen == criterion.id {
            counts_words(best.next().is_some(), lang).to_owned()
        } else {
            passed_words(chosen, own == most, lang)
        })
    }

    /// Tells whether a criterion counts, where it is or stands in an alternative.
    pub(super) fn counts_now(&self, plan: &Plan<'_>, criterion: &CriterionId) -> bool {
        let set = plan.form.set;
        set.lineage(criterion).into_iter().all(|criterion| {
            let Some(of) = set.alternative_of(&criterion.id) else { return true };
            let scored: Vec<(&CriterionId, Points)> = of.criteria.iter().filter_map(|id| Some((id, self.part(plan, id)?))).collect();
            let most = scored.iter().map(|(_, points)| points).max();
            let applies = |id: &&CriterionId| plan.of(id).is_some_and(|at| self.counted(at, At::Applicable).is_positive());
            let first = scored.iter().find(|(_, points)| Some(points) == most).map(|(id, _)| *id);
            first.or_else(|| of.criteria.iter().find(applies)).is_some_and(|id| *id == criterion.id)
        })
    }

    /// Says that a line shares a cap which is passed.
    fn over_cap(&self, plan: &Plan<'_>, criterion: &Criterion) -> Option<String> {
        let (cap, sign) = cap_of(plan, criterion)?;
        let sum: Points = cap.adjustments.iter().filter_map(|id| self.part(plan, id)).sum();
        let own = self.part(plan, &criterion.id)?;
        (own.is_positive() && sum > cap.max).then(|| over_words(cap, sign, &criterion.id, plan.form.lang)).flatten()
    }

    /// Gives what one of several criteria counts.
    fn part(&self, plan: &Plan<'_>, id: &CriterionId) -> Option<Points> {
        let position = plan.of(id)?;
        let row = plan.row(position)?;
        let claimed = self.value(position, At::Counted).number().cloned()?;
        let (criterion, sign) = match &row.what {
            What::Leaf { criterion, sign, .. } => (*criterion, *sign),
            What::Group { criterion, .. } => (*criterion, None),
            _ => return None,
        };
        let exact = self.value(position, Self::source(plan, position));
        let computed = self.value(position, At::Computed);
        let printed = plan.form.rounding.print(&claimed);
        let counts = match (plan.computes(row).then(|| exact.number()).flatten(), computed.number()) {
            (Some(exact), Some(computed)) => {
                let claims = if sign == Some(Sign::Penalty) { printed > *computed } else { printed < *computed };
                if claims { claimed } else { exact.clone() }
            }
            _ => claimed,
        };
        Some(&counts * &criterion.weight)
    }
}
