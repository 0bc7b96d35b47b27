//! Page of the ranking report: which unit asked to have what looked at again, and what came of it.

use std::cmp::Ordering;

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::standing::{answered, by_comparison, changed, explained, head_of_changed, is_open, round, what_is_changed};
use super::words::{capital, claim, points, remarks};
use crate::appraisal::{Change, cause, proposed, stands_after};
use crate::assessment::{Answer, Claim, Round, Unit};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::points::{Points, Rounding};
use crate::results::Results;
use crate::rule::NOT_APPLICABLE_WORDS;
use crate::scoring::{Stages, Trace};
use crate::text::Lang;
use crate::text::fold::fold;

/// What a unit asked, at one leaf.
struct Asked<'a> {
    unit: &'a Unit,
    set: &'a CriteriaSet,
    criterion: &'a Criterion,
    leaf: &'a Leaf,
    stages: &'a Stages,
    trace: Option<&'a Trace>,
    rounding: Rounding,
    round: Round,
    answer: &'a Answer,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Raised,
    Kept,
    Lowered,
    /// It no longer applies.
    Excused,
    /// There was nothing to review, whatever the unit explained.
    Unneeded,
    Open,
}

/// What came of an explanation.
const RAISED: (&str, &str) = ("Được nâng điểm", "Points raised");
const KEPT: (&str, &str) = ("Giữ nguyên", "Kept");
const LOWERED: (&str, &str) = ("Giảm điểm", "Points lowered");
const LESS_TAKEN: (&str, &str) = ("Giảm điểm trừ", "Smaller deduction");
const MORE_TAKEN: (&str, &str) = ("Tăng điểm trừ", "Larger deduction");
const EXCUSED: (&str, &str) = ("Không áp dụng", "Not applicable");
const AGREED: (&str, &str) = ("Chấp nhận không áp dụng", "Agreed not to apply");
const UNNEEDED: (&str, &str) = ("Không phải xem xét", "Nothing to review");
const AS_CLAIMED: (&str, &str) = ("Điểm như đơn vị tự đánh giá, không phải xem xét", "As the unit claimed, nothing to review");
const NOT_CLAIMED: (&str, &str) = ("Đơn vị không tự đánh giá, không phải xem xét", "Not claimed by the unit, nothing to review");
const OUT: (&str, &str) = ("Tiêu chí không áp dụng, không phải xem xét", "Does not apply, nothing to review");
const COMPARED: (&str, &str) =
    ("Thay đổi do so sánh với đơn vị khác, không phải xem xét", "Changed by comparison with other units, nothing to review");
const OPEN: (&str, &str) = ("Chờ xem xét", "To be reviewed");

/// Makes the page; `None` where no unit explained anything.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let asked = asked(results);
    if asked.is_empty() {
        return None;
    }
    let lang = results.lang;
    let mut page = Page::new(lang.word("Giải trình", "Explanations"), results.campaign, true, &[22, 8, 30, 9, 9, 34, 44, 9, 24]);
    page.title(
        lang.word("GIẢI TRÌNH CỦA CÁC ĐƠN VỊ VÀ KẾT QUẢ XEM XÉT", "EXPLANATIONS OF THE UNITS AND WHAT CAME OF THEM"),
        results.campaign,
        remarks(results),
    );
    page.paragraph(text(what_is_changed(results).get(lang)).italic());
    sums(&mut page, results, &asked);
    page.heading(lang.word("Từng nội dung", "One by one"));
    let head = lang.each([
        ("Đơn vị", "Unit"),
        ("Mã", "Code"),
        ("Tiêu chí", "Criterion"),
        ("Tự đánh giá", "Self-assessed"),
        ("Điểm thẩm định", "Appraised"),
        ("Lý do của thẩm định", "Reason of the appraisal"),
        ("Giải trình của đơn vị", "Explanation of the unit"),
        ("Sau xem xét", "After review"),
        ("Kết quả", "Outcome"),
    ]);
    let mut table = Table::main(head.map(|words| centre(words).size(11)), 3);
    for one in &asked {
        table.row(row(results, one));
    }
    page.table(table);
    Some(page)
}

/// Lists what units asked, in the order of the campaign.
fn asked<'a>(results: &Results<'a>) -> Vec<Asked<'a>> {
    let mut found = Vec::new();
    for unit in results.units {
        let (Some(of), Some(card)) = (results.explanations.get(&unit.id), results.cards.get(&unit.id)) else { continue };
        let Some((group, set)) = results.scored_by(unit) else { continue };
        let rounding = group.rounding;
        for (criterion, leaf) in set.leaves() {
            let Some((stages, trace)) = card.stages_of(&criterion.id) else { continue };
            let answers = of.iter().filter_map(|(round, one)| Some((*round, one.answers.get(&criterion.id)?)));
            found.extend(answers.map(|(round, answer)| Asked { unit, set, criterion, leaf, stages, trace, rounding, round, answer }));
        }
    }
    found
}

impl Asked<'_> {
    /// Gives what stood after the round that is answered to.
    fn before(&self) -> Option<&Points> {
        stands_after(self.stages, self.trace, self.round)
    }

    /// Gives the next round that says something of the leaf.
    fn later(&self, results: &Results<'_>) -> Option<Round> {
        answered(results, &self.unit.id, &self.criterion.id, self.round)
    }

    /// Tells whether its points are taken.
    fn penalty(&self) -> bool {
        self.set.sign(&self.criterion.id) == Some(Sign::Penalty)
    }

    /// Gives what the unit claimed, as it counts.
    fn claim(&self) -> Option<&Points> {
        self.stages.claimed.as_ref().or(self.stages.computed.as_ref())
    }

    /// Gives what came out other than claimed by the round that is answered to, if it did.
    fn change<'r>(&'r self, results: &Results<'r>) -> Option<Change<'r>> {
        changed(results, self.unit, self.round).into_iter().find(|change| change.criterion.id == self.criterion.id)
    }

    /// Says why there is nothing to review.
    fn unneeded(&self, results: &Results<'_>) -> (&'static str, &'static str) {
        let is_out = self.trace.is_some_and(|trace| trace.is_out_after(self.later(results).unwrap_or(self.round)));
        match self.change(results) {
            Some(change) if by_comparison(results, self.unit, &change, self.round) => COMPARED,
            _ if is_out => OUT,
            _ if self.stages.claimed.is_none() => NOT_CLAIMED,
            _ => AS_CLAIMED,
        }
    }

    /// Tells whether the unit itself holds that the leaf does not apply.
    fn asks_to_be_excused(&self, results: &Results<'_>) -> bool {
        let sent = results.evidenced.get(&self.unit.id);
        let claimed = sent.and_then(|sent| sent.assessment.answers.get(&self.criterion.id)).map(|answer| &answer.claim);
        claimed == Some(&Claim::NotApplicable) || self.answer.claim == Claim::NotApplicable
    }

    /// Tells what came of it for the unit, as printed.
    fn outcome(&self, results: &Results<'_>) -> Outcome {
        let Some(later) = self.later(results) else {
            let open = is_open(results, self.unit, &self.criterion.id, (self.round, self.answer));
            return if open { Outcome::Open } else { Outcome::Unneeded };
        };
        let printed = |points: Option<&Points>| points.map(|points| self.rounding.print(points));
        let out = |round: Round| self.trace.is_some_and(|trace| trace.is_out_after(round));
        if out(later) && !out(self.round) {
            return Outcome::Excused;
        }
        match printed(stands_after(self.stages, self.trace, later)).cmp(&printed(self.before())) {
            // What was never claimed can be looked at again all the same.
            Ordering::Equal if self.change(results).is_some() || (self.claim().is_none() && self.before().is_some()) => Outcome::Kept,
            Ordering::Equal => Outcome::Unneeded,
            order if (order == Ordering::Greater) != self.penalty() => Outcome::Raised,
            _ => Outcome::Lowered,
        }
    }
}

/// Counts, for each unit, what was changed, what it explained and what came of that, each leaf once.
fn sums(page: &mut Page, results: &Results<'_>, asked: &[Asked<'_>]) {
    let lang = results.lang;
    let first = [lang.word("Đơn vị", "Unit").to_owned(), head_of_changed(results)];
    let others = [("Đã giải trình", "Explained"), EXCUSED, RAISED, KEPT, LOWERED, UNNEEDED, OPEN];
    let heads = first.into_iter().chain(lang.each(others).map(str::to_owned));
    let mut table = Table::new(heads.map(|words| centre(words).size(11)));
    for unit in results.units.iter().filter(|unit| asked.iter().any(|one| one.unit.id == unit.id)) {
        let last = explained(results, unit);
        let is_last = |one: &&Asked<'_>| last.get(&one.criterion.id).is_some_and(|(round, _)| *round == one.round);
        let own: Vec<Outcome> = asked.iter().filter(|one| one.unit.id == unit.id).filter(is_last).map(|one| one.outcome(results)).collect();
        let came = |outcome: Outcome| count(own.iter().filter(|one| **one == outcome).count());
        table.row([
            text(unit.name.as_str()),
            count(changed(results, unit, round(results)).len()),
            count(own.len()),
            came(Outcome::Excused),
            came(Outcome::Raised),
            came(Outcome::Kept),
            came(Outcome::Lowered),
            came(Outcome::Unneeded),
            came(Outcome::Open),
        ]);
    }
    page.table(table);
}

/// Makes the row of what a unit asked.
fn row(results: &Results<'_>, one: &Asked<'_>) -> Vec<Cell> {
    let (id, rounding) = (&one.criterion.id, one.rounding);
    let reason = |round: Round| {
        Some(cause(results, one.unit, one.criterion, round).told().get(results.lang).to_owned()).filter(|reason| !reason.is_empty())
    };
    let proposed = proposed(one.leaf, one.answer).into_iter().map(|words| capital(words.get(results.lang)));
    let said: Vec<String> = one.answer.explanation.iter().cloned().chain(proposed).collect();
    let later = one.later(results);
    let after = later.and_then(|later| stands_after(one.stages, one.trace, later));
    let out = |round: Option<Round>| round.is_some_and(|round| one.trace.is_some_and(|trace| trace.is_out_after(round)));
    let cell = |value: Option<&Points>, round: Option<Round>| points_or_out(value, out(round), rounding, results.lang);
    let ((vi, en), tone) = match one.outcome(results) {
        Outcome::Raised if one.penalty() => (LESS_TAKEN, Tone::Good),
        Outcome::Lowered if one.penalty() => (MORE_TAKEN, Tone::Bad),
        Outcome::Raised => (RAISED, Tone::Good),
        Outcome::Kept => (KEPT, Tone::None),
        Outcome::Lowered => (LOWERED, Tone::Bad),
        Outcome::Excused if one.asks_to_be_excused(results) => (AGREED, Tone::Good),
        Outcome::Excused => (EXCUSED, Tone::None),
        Outcome::Unneeded => (one.unneeded(results), Tone::None),
        Outcome::Open => (OPEN, Tone::Odd),
    };
    let words = results.lang.word(vi, en);
    let why = later.and_then(reason).map_or_else(|| words.to_owned(), |why| with_reason(words, why));
    vec![
        text(one.unit.name.as_str()),
        centre(id.as_str()),
        text(one.set.named(one.criterion).get(results.lang)).size(11),
        claim(one.criterion, one.claim(), rounding, results.lang),
        cell(one.before(), Some(one.round)),
        text(reason(one.round).unwrap_or_default()).size(11),
        text(said.join("\n")).size(11),
        cell(after, later),
        text(why).size(11).tone(tone),
    ]
}

/// Puts the reason behind what came of it, once where the council's reason begins with the same words.
fn with_reason(words: &str, why: String) -> String {
    if fold(&why).starts_with(&fold(words)) { why } else { format!("{words}: {why}") }
}

/// Makes the cell of points, or says that the leaf does not apply.
fn points_or_out(value: Option<&Points>, is_out: bool, rounding: Rounding, lang: Lang) -> Cell {
    if is_out { centre(NOT_APPLICABLE_WORDS.get(lang)).size(11) } else { points(value, rounding) }
}
