//! Where the year stands: who has sent what, who has to correct it, what waits for whom.

use std::collections::BTreeMap;

use crate::appraisal::changes;
use crate::assessment::{Round, Stage, Unit};
use crate::finding::{Finding, Severity};
use crate::ranking::Status;
use crate::results::Results;
use crate::rule::Scorer;
use crate::text;
use crate::text::Text;

/// Where a unit stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Which.
    pub unit: &'a Unit,
    /// Whether it has sent a form that can be scored.
    pub sent: bool,
    /// Errors in what it sent, which it has to correct.
    pub errors: usize,
    /// Leaves for which something is typed in the round that is looked at.
    pub appraised: usize,
    /// Leaves that could be appraised.
    pub leaves: usize,
    /// Leaves that came out other than claimed after that round.
    pub changed: usize,
    /// Leaves that the unit explained after it.
    pub explained: usize,
    /// Whether a later round has looked at the explanation.
    pub seen: bool,
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
    /// Tells what the office waits for first.
    pub fn waits(&self) -> Waits {
        if !self.sent {
            Waits::Form
        } else if self.errors > 0 && self.appraised == 0 {
            Waits::Corrections
        } else if self.appraised == 0 && self.leaves > 0 {
            Waits::Appraisal
        } else if self.explained > 0 && !self.seen {
            Waits::Answer
        } else if self.changed > 0 && self.explained == 0 && !self.seen {
            Waits::Explanation
        } else {
            Waits::Nothing
        }
    }
}

/// Gives the round that is looked at: the last in which anything was typed, else the first.
pub fn round(results: &Results<'_>) -> Round {
    let typed = results.appraisal;
    let typed = typed.rounds.keys().chain(typed.corrected.keys()).chain(typed.applies.keys()).copied().max();
    typed.unwrap_or(Round::FIRST)
}

/// Tells whether the campaign appraises at all: rounds are declared, official, or something was typed.
pub fn appraises(results: &Results<'_>) -> bool {
    let campaign = results.campaign;
    matches!(campaign.official, Stage::Appraised(_)) || !campaign.rounds.list().is_empty() || !results.appraisal.rounds.is_empty()
}

/// Says where each unit stands, in the order of the campaign.
pub fn standings<'a>(results: &Results<'a>) -> Vec<Standing<'a>> {
    let round = round(results);
    // What the last explanation answers to may lie before the round that is under way.
    let one = |unit: &'a Unit| {
        let sent = results.place(&unit.id).is_some_and(|(_, row)| row.status != Status::NotSubmitted);
        let wrong = |finding: &&Finding| {
            finding.severity == Severity::Error && ['S', 'E', 'P'].iter().any(|family| finding.code.id.starts_with(*family))
        };
        let errors = results.findings_of(&unit.id).filter(wrong).filter(|finding| finding.follows.is_none()).count();
        let typed = results.appraisal;
        let points = typed.rounds.get(&round).and_then(|of| of.get(&unit.id)).map_or(0, BTreeMap::len);
        let figures = typed.corrected.get(&round).and_then(|of| of.get(&unit.id));
        let alone = figures.map_or(0, |of| of.keys().filter(|id| typed.entry(round, &unit.id, id).is_none()).count());
        let explained = results.explanations.get(&unit.id).and_then(|of| of.iter().next_back());
        let group = results.ranking.groups.iter().find(|ranked| ranked.group.id == unit.group);
        let set = group.and_then(|ranked| results.sets.get(&ranked.group.set));
        let leaves = set.map_or(0, |set| {
            set.leaves().filter(|(leaf, rule)| rule.scorer() != Scorer::Survey && !unit.not_applicable.contains(&leaf.id)).count()
        });
        let card = results.cards.get(&unit.id).filter(|_| sent);
        let changed = group.zip(set).zip(card).map_or(0, |((ranked, set), card)| {
            if points + alone == 0 { 0 } else { changes(set, ranked.group.rounding, unit, card, typed, round).len() }
        });
        Standing {
            unit,
            sent,
            errors,
            appraised: points + alone,
            leaves,
            changed,
            explained: explained.map_or(0, |(_, one)| one.answers.len()),
            seen: explained.is_some_and(|(answers_to, _)| *answers_to < round),
        }
    };
    results.units.iter().map(one).collect()
}

/// Sums up where the year stands, a sentence a line.
pub fn summary(results: &Results<'_>) -> Vec<Text> {
    let all = standings(results);
    let total = all.len();
    let names = |waits: &dyn Fn(&&Standing<'_>) -> bool| -> (usize, String) {
        let found: Vec<&str> = all.iter().filter(|one| waits(one)).map(|one| one.unit.name.as_str()).collect();
        let more = if found.len() > MOST { "; …" } else { "" };
        (found.len(), format!("{}{more}", found.iter().take(MOST).copied().collect::<Vec<_>>().join("; ")))
    };
    let mut lines = Vec::new();
    let sent = all.iter().filter(|one| one.sent).count();
    let (absent, who) = names(&|one| !one.sent);
    lines.push(if absent == 0 {
        text!("Đã gửi báo cáo tự đánh giá: {sent}/{total} đơn vị.", "Self-assessments sent: {sent} of {total} units.")
    } else {
        text!(
            "Đã gửi báo cáo tự đánh giá: {sent}/{total} đơn vị; chưa gửi: {who}.",
            "Self-assessments sent: {sent} of {total} units; not yet: {who}."
        )
    });
    let (wrong, who) = names(&|one| one.sent && one.errors > 0);
    if wrong > 0 {
        lines.push(text!("Còn lỗi phải khắc phục: {wrong} đơn vị ({who}).", "With errors to correct: {wrong} units ({who})."));
    }
    if appraises(results) {
        let round = round(results);
        let name = results.campaign.rounds.name(round);
        let (name_vi, name_en) = (name.vi, name.en);
        let begun = all.iter().filter(|one| one.appraised > 0).count();
        lines.push(text!("{name_vi}: đã có kết quả của {begun}/{sent} đơn vị.", "{name_en}: results for {begun} of {sent} units."));
        let changed = all.iter().filter(|one| one.changed > 0).count();
        let explained = all.iter().filter(|one| one.explained > 0).count();
        let open = all.iter().filter(|one| one.waits() == Waits::Answer).count();
        if explained > 0 {
            lines.push(text!(
                "Giải trình: {explained} đơn vị đã gửi, {open} đơn vị chờ xem xét.",
                "Explanations: {explained} units have sent one, {open} wait to be looked at."
            ));
        } else if changed > 0 {
            lines.push(text!(
                "Có điểm thẩm định khác điểm tự đánh giá: {changed} đơn vị, chưa đơn vị nào giải trình.",
                "Appraised other than claimed: {changed} units, of which none has explained yet."
            ));
        }
    }
    lines
}

/// Most units that a sentence names.
const MOST: usize = 5;
