//! Where the year stands: who has sent what, who has to correct it, what waits for whom.

use std::collections::{BTreeMap, BTreeSet};

use super::appraised::{provisional, rounds as rounds_told};
use super::words::{collects_forms, many, takes_no_claim};
use crate::appraisal::{Change, changes_by_rounds, proposed};
use crate::assessment::{Answer, Arrivals, Round, Stage, Unit, is_sent};
use crate::figure::{CriterionId, UnitId};
use crate::finding::{Finding, Severity};
use crate::ranking::Status;
use crate::results::Results;
use crate::rule::Scorer;
use crate::scoring::{self, Settled};
use crate::text;
use crate::text::{Text, said};

/// Where a unit stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Unit that is waited for, or that waits.
    pub unit: &'a Unit,
    /// Whether it has sent a form that can be scored.
    pub sent: bool,
    /// When what it sent came, as far as that is known.
    pub arrivals: Option<&'a Arrivals>,
    /// Errors in what it sent that nobody has settled since.
    pub errors: usize,
    /// How far the campaign came.
    pub phase: Phase,
    /// Leaves for which something is typed in the round that is looked at.
    pub appraised: usize,
    /// Leaves that could be appraised.
    pub leaves: usize,
    /// Whether anything is typed for it, in that round or before.
    pub begun: bool,
    /// Leaves that came out other than claimed after that round, as [`changed`] lists them.
    pub changed: usize,
    /// Those of them that compare units with each other, and take no claim.
    pub compared: usize,
    /// Leaves that the unit explained, after any round.
    pub explained: usize,
    /// Those of them that wait for the council, as [`is_open`] tells.
    pub open: usize,
}

/// How far a campaign came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Units send, correct and explain.
    Open,
    /// The last round of appraisal has begun, so that nothing is corrected any more.
    Closed,
    /// That round is done, so that nobody who sent nothing is waited for any more.
    Over,
}

/// What the office waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waits {
    /// For the unit, to send its form.
    Form,
    /// For the unit, to correct errors.
    Corrections,
    /// For the council, to appraise.
    Appraisal,
    /// For the council, to look at the explanation.
    Answer,
    /// For the unit, which may explain.
    Explanation,
    /// For nobody.
    Nothing,
}

impl Standing<'_> {
    /// Counts the calendar days on which anything of it was late.
    pub fn days_late(&self) -> u32 {
        self.arrivals.map_or(0, Arrivals::days_late)
    }

    /// Tells whether it sent something with errors that it has to correct, whatever else is waited for.
    pub fn must_correct(&self) -> bool {
        self.sent && self.errors > 0 && !self.is_closed()
    }

    /// Tells whether nothing is corrected any more.
    pub fn is_closed(&self) -> bool {
        self.phase != Phase::Open
    }

    /// Tells what the office waits for first.
    pub fn waits(&self) -> Waits {
        if !self.sent {
            if self.phase == Phase::Over { Waits::Nothing } else { Waits::Form }
        } else if self.must_correct() && !self.begun {
            Waits::Corrections
        } else if !self.begun && self.changed == 0 && self.leaves > 0 {
            Waits::Appraisal
        } else if self.open > 0 {
            Waits::Answer
        } else if self.changed > 0 && self.explained == 0 && !self.is_closed() {
            Waits::Explanation
        } else {
            Waits::Nothing
        }
    }
}

/// Gives the round that is looked at: the one that units are told of, else the first.
pub fn round(results: &Results<'_>) -> Round {
    results.appraisal.told_round(results.campaign.official).unwrap_or(results.campaign.rounds.first())
}

/// Tells whether the last round of appraisal has begun: what units send now changes nothing any more, unless a round is added.
pub fn is_closed(results: &Results<'_>) -> bool {
    let (campaign, official) = (results.campaign, results.campaign.official);
    let Stage::Appraised(last) = official else { return false };
    let told = results.appraisal.told_round(official).filter(|told| *told >= last);
    told.is_some_and(|told| campaign.rounds.open_behind(told, official).is_none())
}

/// Tells whether the last round of appraisal is done: its results are not provisional, and no round is to come.
pub fn is_final(results: &Results<'_>) -> bool {
    is_closed(results) && provisional(results).is_none()
}

/// Tells how far the campaign came. It is over when its last round is done, and is locked or not the only one: where all is appraised
/// in one round, who is late may still be appraised in it.
pub fn phase(results: &Results<'_>) -> Phase {
    let Stage::Appraised(last) = results.campaign.official else { return Phase::Open };
    let came_before = results.appraisal.all_rounds().first().is_some_and(|first| *first < last);
    if is_final(results) && (came_before || results.campaign.rounds.is_locked(last)) {
        return Phase::Over;
    }
    if is_closed(results) { Phase::Closed } else { Phase::Open }
}

/// Tells whether nobody can know that the campaign is over: all is appraised, in a round that is the only one and not locked.
pub fn may_be_over(results: &Results<'_>) -> bool {
    is_final(results) && phase(results) == Phase::Closed
}

/// Tells whether the campaign appraises at all: rounds are declared, official, or something was typed.
pub fn appraises(results: &Results<'_>) -> bool {
    let campaign = results.campaign;
    matches!(campaign.official, Stage::Appraised(_)) || !campaign.rounds.list().is_empty() || results.appraisal.last_round().is_some()
}

/// Counts the errors in what a unit sent, which it has to correct.
pub fn errors_of(results: &Results<'_>, unit: &UnitId) -> usize {
    errors(results, unit).count()
}

/// Lists the errors in what a unit sent that are still open, but not what only follows from them, nor what is wrong in tables of
/// others. What the council scored itself, up to the official stage, it has settled.
pub fn errors<'a>(results: &Results<'a>, unit: &UnitId) -> impl Iterator<Item = &'a Finding> + use<'a> {
    let wrong = |finding: &&Finding| {
        finding.severity == Severity::Error
            && ['S', 'E', 'P'].iter().any(|family| finding.code.id.starts_with(*family))
            && is_in_what_it_sent(results, unit, finding)
    };
    let settled = settled(results, unit);
    let found = results.findings_of(unit).filter(wrong).filter(|finding| !settled.is(finding));
    found.filter(|finding| finding.follows.is_none()).collect::<Vec<_>>().into_iter()
}

/// Gives what the council has settled of what a unit sent, up to the official stage.
pub fn settled<'a>(results: &Results<'a>, unit: &UnitId) -> Settled<'a> {
    let set = results.place(unit).and_then(|(group, _)| results.sets.get(&group.group.set));
    let sent = results.evidenced.get(unit).map(|sent| &sent.assessment);
    scoring::settled((results.appraisal, results.campaign.official), (set, results.cards.get(unit), sent), unit)
}

/// Tells whether a finding stands in a file that the unit sent: its form, another one beside it, or its explanation. Tables of
/// appraisal and survey are the office's.
pub fn is_in_what_it_sent(results: &Results<'_>, unit: &UnitId, finding: &Finding) -> bool {
    let Some(file) = finding.place.file.as_deref() else { return false };
    is_sent(file, results.evidenced.get(unit).map(|sent| &sent.assessment), results.explanations.get(unit))
}

/// Lists the leaves of which a round says something that counts.
pub fn appraised<'a>(results: &Results<'a>, unit: &UnitId, round: Round) -> BTreeSet<&'a CriterionId> {
    scoring::appraised(results.appraisal, results.cards.get(unit), unit, round)
}

/// Finds the first round after one that says something of a leaf that counts, or of whether it applies.
pub fn answered(results: &Results<'_>, unit: &UnitId, leaf: &CriterionId, after: Round) -> Option<Round> {
    let trace = results.cards.get(unit).and_then(|card| card.stages_of(leaf)?.1);
    let rounds = results.appraisal.all_rounds().into_iter().filter(|round| *round > after);
    let turned = |round: &Round| {
        let conditioned = trace.and_then(|trace| trace.conditioned.get(&Stage::Appraised(*round)));
        conditioned.is_some_and(|conditioned| conditioned.turned)
    };
    rounds.into_iter().find(|round| turned(round) || appraised(results, unit, *round).contains(leaf))
}

/// Lists the leaves of a unit that came out other than claimed after a round, by what a round said; nothing of a unit that sent
/// nothing. Every page that counts them counts these.
pub fn changed<'a>(results: &Results<'a>, unit: &'a Unit, round: Round) -> Vec<Change<'a>> {
    let sent = results.place(&unit.id).is_some_and(|(_, row)| row.status != Status::NotSubmitted);
    let card = results.cards.get(&unit.id).filter(|_| sent);
    let scored = results.scored_by(unit).zip(card);
    scored.map(|((group, set), card)| changes_by_rounds(set, group.rounding, unit, card, round)).unwrap_or_default()
}

/// Heads the column of the number of [`changed`]: it is what a round left.
pub fn head_of_changed(results: &Results<'_>) -> String {
    let (name, lang) = (results.campaign.rounds.name(round(results)), results.lang);
    let name = name.get(lang);
    said!(lang, "Còn khác tự đánh giá sau {name}", "Other than claimed after {name}")
}

/// Says what pages that print the number of [`changed`] count.
pub fn what_is_changed(results: &Results<'_>) -> Text {
    let Text { vi, en } = results.campaign.rounds.name(round(results));
    text!(
        "“Còn khác tự đánh giá”: số tiêu chí có kết quả sau “{vi}” khác điểm tự đánh giá; tiêu chí so sánh giữa các đơn vị thì khác điểm tính theo số liệu kê khai. Tiêu chí đã được xem xét, công nhận lại như tự đánh giá thì không tính.",
        "“Other than claimed”: criteria whose result after “{en}” differs from the claim, or, where units are compared, from what the figures declared give. A criterion that was reviewed and stands as claimed again is not counted."
    )
}

/// Lists what a unit explained, each leaf once, with the round after which it did so last.
pub fn explained<'a>(results: &Results<'a>, unit: &Unit) -> BTreeMap<&'a CriterionId, (Round, &'a Answer)> {
    let of_unit = results.explanations.get(&unit.id).into_iter().flatten();
    of_unit.flat_map(|(round, one)| one.answers.iter().map(|(leaf, answer)| (leaf, (*round, answer)))).collect()
}

/// Tells whether only a comparison with other units changed a leaf up to a round: the council typed nothing for it.
pub fn by_comparison(results: &Results<'_>, unit: &Unit, change: &Change<'_>, round: Round) -> bool {
    let typed = |round: Round| appraised(results, &unit.id, round).contains(&change.criterion.id);
    !change.leaf.rule.takes_claims() && !(1..=round.number()).filter_map(Round::new).any(typed)
}

/// Tells whether what a unit explained after a round waits for the council: the leaf came out other than claimed, and no later
/// round says anything of it. Where only a comparison changed it there is something to look at only if the unit asks for other
/// figures or sends documents.
pub fn is_open(results: &Results<'_>, unit: &Unit, leaf: &CriterionId, (after, answer): (Round, &Answer)) -> bool {
    answered(results, &unit.id, leaf, after).is_none()
        && changed(results, unit, after)
            .iter()
            .filter(|change| change.criterion.id == *leaf)
            .any(|change| !by_comparison(results, unit, change, after) || !proposed(change.leaf, answer).is_empty())
}

/// Says where each unit stands, in the order of the campaign.
pub fn standings<'a>(results: &Results<'a>) -> Vec<Standing<'a>> {
    let round = round(results);
    results.units.iter().map(|unit| standing(results, unit, round)).collect()
}

/// Says where a unit stands, looking at a round.
pub fn standing<'a>(results: &Results<'a>, unit: &'a Unit, round: Round) -> Standing<'a> {
    let sent = results.place(&unit.id).is_some_and(|(_, row)| row.status != Status::NotSubmitted);
    let errors = errors_of(results, &unit.id);
    let typed = |round: Round| appraised(results, &unit.id, round);
    let changes = changed(results, unit, round);
    let compared = changes.iter().filter(|change| takes_no_claim(change.criterion)).count();
    let begun = (1..=round.number()).filter_map(Round::new).any(|round| !typed(round).is_empty());
    let explained = explained(results, unit);
    let open = explained.iter().filter(|(leaf, said)| is_open(results, unit, leaf, **said)).count();
    let scored_by = results.scored_by(unit);
    let leaves = scored_by.map_or(0, |(_, set)| {
        set.leaves().filter(|(leaf, rule)| rule.scorer() != Scorer::Survey && !unit.not_applicable.contains(&leaf.id)).count()
    });
    Standing {
        unit,
        sent,
        arrivals: results.arrivals.get(&unit.id),
        errors,
        phase: phase(results),
        appraised: typed(round).len(),
        leaves,
        begun,
        changed: changes.len(),
        compared,
        explained: explained.len(),
        open,
    }
}

/// Sums up where the year stands, a sentence a line.
pub fn summary(results: &Results<'_>) -> Vec<Text> {
    let all = standings(results);
    // Who is asked for nothing is not one that sent something.
    let asked = |one: &&Standing<'_>| !one.sent || results.cards.get(&one.unit.id).is_some_and(|card| card.content.is_some());
    let total = all.iter().filter(asked).count();
    // Who has sent nothing is named whole.
    let named = |waits: &dyn Fn(&&Standing<'_>) -> bool, most: usize| -> (usize, Text) {
        let found: Vec<&str> = all.iter().filter(|one| waits(one)).map(|one| one.unit.name.as_str()).collect();
        let (listed, left) = (found.iter().take(most).copied().collect::<Vec<_>>().join("; "), found.len().saturating_sub(most));
        let others = many(left, "other", "others");
        let told = if left == 0 { Text::same(&listed) } else { text!("{listed} và {left} đơn vị khác", "{listed} and {others}") };
        (found.len(), told)
    };
    let names = |waits: &dyn Fn(&&Standing<'_>) -> bool| named(waits, MOST);
    let mut lines = Vec::new();
    let sent = all.iter().filter(asked).filter(|one| one.sent).count();
    let (absent, Text { vi: who, en: who_en }) = named(&|one| !one.sent, total);
    lines.push(if !collects_forms(results) {
        Text::new(
            "Đợt này không thu báo cáo tự đánh giá; điểm lấy từ kết quả thẩm định và điều tra xã hội học (nếu có).",
            "No self-assessments are collected; points come from the appraisal and the sociological survey, if any.",
        )
    } else if absent == 0 {
        text!("Đã gửi báo cáo tự đánh giá: {sent}/{total} đơn vị.", "Self-assessments sent: {sent} of {total} units.")
    } else {
        text!(
            "Đã gửi báo cáo tự đánh giá: {sent}/{total} đơn vị; chưa gửi: {who}.",
            "Self-assessments sent: {sent} of {total} units; not yet: {who_en}."
        )
    });
    let late = |one: &&Standing<'_>| one.days_late() > 0;
    let (behind, Text { vi: who, en: who_en }) = names(&late);
    if behind > 0 {
        let units = many(behind, "unit", "units");
        lines.push(text!("Gửi muộn: {behind} đơn vị ({who}).", "Late: {units} ({who_en})."));
    }
    let (wrong, Text { vi: who, en: who_en }) = names(&|one| one.must_correct());
    if wrong > 0 {
        let units = many(wrong, "unit", "units");
        lines.push(text!("Còn lỗi phải khắc phục: {wrong} đơn vị ({who}).", "With errors to correct: {units} ({who_en})."));
    }
    let (counted, Text { vi: who, en: who_en }) = names(&|one| one.is_closed() && one.errors > 0);
    if counted > 0 {
        let units = many(counted, "unit", "units");
        lines.push(text!(
            "Báo cáo tự đánh giá còn lỗi, đã tính điểm theo quy định: {counted} đơn vị ({who}).",
            "Self-assessments with errors left, scored as the rules say: {units} ({who_en})."
        ));
    }
    if appraises(results) {
        let mut rounds = results.appraisal.all_rounds();
        rounds.insert(round(results));
        lines.extend(rounds_told(results, rounds));
        let changed = all.iter().filter(|one| one.changed > 0).count();
        let explained = all.iter().filter(|one| one.explained > 0).count();
        let open = all.iter().filter(|one| one.waits() == Waits::Answer).count();
        if explained > 0 {
            let units = many(explained, "unit", "units");
            lines.push(text!(
                "Giải trình: {explained} đơn vị đã gửi, {open} đơn vị chờ xem xét.",
                "Explanations: sent by {units}, still to be looked at: {open}."
            ));
        } else if changed > 0 {
            let units = many(changed, "unit", "units");
            lines.push(text!(
                "Có điểm thẩm định khác điểm tự đánh giá: {changed} đơn vị, chưa đơn vị nào giải trình.",
                "Appraised points differ from the claim: {units}; no explanation yet."
            ));
        }
    }
    lines
}

/// Most units that a sentence names.
const MOST: usize = 5;
