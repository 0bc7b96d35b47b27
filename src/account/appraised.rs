//! How far the council came: what of the points that are official was appraised at all, and in which round.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Tone, text};
use super::page::Page;
use super::unscored::{self, number};
use super::words::collects_forms;
use crate::appraisal::parts;
use crate::assessment::{Round, Stage};
use crate::figure::{CriterionId, SetId, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::rule::Scorer;
use crate::scoring::{self, Scorecard, Stages, Trace};
use crate::text;
use crate::text::{Lang, Text};

/// Leaf of a unit that the council has to look at.
pub struct Line<'a> {
    unit: &'a UnitId,
    set: &'a SetId,
    leaf: &'a CriterionId,
    /// Rounds that say something of it.
    rounds: BTreeSet<Round>,
}

/// How far the rounds up to the official one came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// No round is official, or the official one is over: it is locked, or something was said of every leaf.
    Whole,
    /// No round said anything.
    Nothing,
    /// The last round that said anything stands before the official one.
    Until(Round),
    /// The official round said something, and of some leaves nobody did. Appraisers type only what they find otherwise, so that
    /// silence agrees, unless a whole agency has yet to answer.
    Partly {
        /// Leaves of which a round said something.
        typed: usize,
        /// Leaves that the council has to look at.
        all: usize,
        /// Agencies that said nothing of theirs.
        silent: Text,
    },
}

/// Lists the leaves of units that the council has to look at: of what a unit sent all but the survey's, and of lines outside the tree
/// those that somebody claims.
fn lines<'a>(results: &Results<'a>, groups: impl IntoIterator<Item = &'a GroupRanking>) -> Vec<Line<'a>> {
    let of_group = |ranking: &'a GroupRanking| {
        let set = results.sets.get(&ranking.group.set)?;
        let surveyed: BTreeSet<&CriterionId> =
            set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey).map(|(criterion, _)| &criterion.id).collect();
        let rows = ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted);
        let cards = rows.filter_map(|row| Some((row, results.cards.get(&row.unit)?)));
        Some(cards.flat_map(|(row, card)| of_unit(results, row, card, &set.id, &surveyed)).collect::<Vec<_>>())
    };
    groups.into_iter().filter_map(of_group).flatten().collect()
}

/// Lists the leaves of a unit that the council has to look at.
fn of_unit<'a>(
    results: &Results<'a>,
    row: &'a Row,
    card: &'a Scorecard,
    set: &'a SetId,
    surveyed: &BTreeSet<&CriterionId>,
) -> Vec<Line<'a>> {
    let rounds: BTreeMap<Round, BTreeSet<&CriterionId>> = results
        .appraisal
        .all_rounds()
        .into_iter()
        .map(|round| (round, scoring::appraised(results.appraisal, Some(card), &row.unit, round)))
        .collect();
    let line = |leaf: &'a CriterionId, trace: &Trace| {
        // What others' figures change was not looked at.
        let looked_at = rounds.iter().filter(|(_, leaves)| leaves.contains(leaf)).map(|(round, _)| *round);
        let rounds: BTreeSet<Round> = looked_at.chain(trace.applies.iter().map(|said| said.round)).collect();
        let asked = trace.excused.is_none() || !rounds.is_empty();
        asked.then_some(Line { unit: &row.unit, set, leaf, rounds })
    };
    let some = |points: Option<&Points>| points.is_some_and(Points::is_positive);
    let claimed = |stages: &Stages| some(stages.claimed.as_ref()) || some(stages.computed.as_ref()) || !stages.appraised.is_empty();
    let tree = card.nodes.iter().filter_map(|node| Some((&node.id, node.trace.as_deref()?)));
    let beside = card.adjustments.iter().filter(|line| claimed(&line.stages));
    let beside = beside.filter_map(|line| Some((&line.id, line.trace.as_deref()?)));
    tree.chain(beside).filter(|(id, _)| !surveyed.contains(id)).filter_map(|(id, trace)| line(id, trace)).collect()
}

/// Tells how far the rounds up to the official one came.
pub fn extent(results: &Results<'_>) -> Extent {
    let Stage::Appraised(official) = results.campaign.official else { return Extent::Whole };
    if results.campaign.rounds.is_locked(official) {
        return Extent::Whole;
    }
    let lines = lines(results, &results.ranking.groups);
    let counts = |line: &&Line<'_>| line.rounds.iter().any(|round| *round <= official);
    let (typed, all) = (lines.iter().filter(counts).count(), lines.len());
    let last = lines.iter().flat_map(|line| &line.rounds).filter(|round| **round <= official).max();
    match last {
        None if all == 0 => Extent::Whole,
        None => Extent::Nothing,
        Some(last) if *last < official => Extent::Until(*last),
        Some(_) if typed == all => Extent::Whole,
        Some(_) => Extent::Partly { typed, all, silent: silent(results, &lines, official) },
    }
}

/// Tells whether a round is to make points official, and no round has said anything yet: there is no result to make known.
pub fn is_unappraised(results: &Results<'_>) -> bool {
    extent(results) == Extent::Nothing
}

/// Says which step the official points really come from.
pub fn source(results: &Results<'_>) -> Text {
    let Text { vi, en } = results.campaign.official_words();
    let Text { vi: kept_vi, en: kept_en } = kept(results);
    match extent(results) {
        Extent::Whole => text!("Điểm chính thức được xác định theo bước “{vi}”.", "Official points are those of the stage “{en}”."),
        Extent::Nothing => {
            text!(
                "Chưa có kết quả của bước “{vi}” và của các bước thẩm định trước{kept_vi}.",
                "There is no result of the stage “{en}”, nor of any appraisal before{kept_en}."
            )
        }
        Extent::Until(round) => {
            let Text { vi: last_vi, en: last_en } = results.campaign.rounds.name(round);
            text!(
                "Chưa có kết quả của bước “{vi}”; điểm là điểm của bước “{last_vi}”, ở tiêu chí chưa thẩm định là điểm của bước trước.",
                "There is no result of the stage “{en}” yet; points are those of “{last_en}”, and where that has none those of the stage before."
            )
        }
        Extent::Partly { typed, all, silent } => {
            let (Text { vi: typed_vi, en: typed_en }, Text { vi: all_vi, en: all_en }) = (number(typed), number(all));
            if silent.vi.is_empty() {
                return text!(
                    "Điểm chính thức được xác định theo bước “{vi}”: đã thẩm định {typed_vi}/{all_vi} lượt tiêu chí; các lượt còn lại giữ điểm của bước trước, nếu có.",
                    "Official points are those of the stage “{en}”: results were recorded for {typed_en} of {all_en} criteria, counted unit by unit; the others keep those of the stage before, if it has any."
                );
            }
            text!(
                "Điểm chính thức được xác định theo bước “{vi}”, chưa xong: mới thẩm định {typed_vi}/{all_vi} lượt tiêu chí; các lượt còn lại giữ điểm của bước trước, nếu có.",
                "Official points are those of the stage “{en}”, which is not finished: results were recorded for {typed_en} of {all_en} criteria, counted unit by unit; the others keep those of the stage before, if it has any."
            )
        }
    }
}

/// Names in few words the step that the official points really come from.
pub fn source_in_short(results: &Results<'_>) -> Text {
    let Text { vi, en } = results.campaign.official_words();
    match extent(results) {
        Extent::Partly { silent, .. } if !silent.vi.is_empty() => text!("{vi} (chưa xong)", "{en} (not finished)"),
        Extent::Whole | Extent::Partly { .. } => Text { vi, en },
        Extent::Nothing => text!("{vi}: chưa có kết quả", "{en}: no result yet"),
        Extent::Until(round) => {
            let Text { vi: last_vi, en: last_en } = results.campaign.rounds.name(round);
            text!("{last_vi} (chưa có kết quả “{vi}”)", "{last_en} (no result of “{en}” yet)")
        }
    }
}

/// Says what points are where nothing was appraised; nothing where no unit sends a self-assessment.
fn kept(results: &Results<'_>) -> Text {
    if collects_forms(results) {
        Text::new("; điểm là điểm tự chấm được công nhận", "; points are those that units claimed, as far as they are accepted")
    } else {
        Text::default()
    }
}

/// Says at the head of whatever makes results known that they are not final, and why; nothing where they are.
pub fn provisional<'a>(results: &Results<'a>) -> Option<&'a Text> {
    results.provisional(|| why_provisional(results))
}

/// Works it out, from every leaf of every unit.
fn why_provisional(results: &Results<'_>) -> Option<Text> {
    let open = unscored::counted(results);
    let Text { vi, en } = results.campaign.official_words();
    let of_rounds = match extent(results) {
        Extent::Whole => None,
        Extent::Nothing => {
            let Text { vi: kept_vi, en: kept_en } = kept(results);
            Some(text!("chưa có kết quả thẩm định{kept_vi}", "nothing was appraised yet{kept_en}"))
        }
        Extent::Until(round) => {
            let Text { vi: last_vi, en: last_en } = results.campaign.rounds.name(round);
            Some(text!("chưa có kết quả {vi}; điểm là điểm {last_vi}", "no result of “{en}” yet; points are those of “{last_en}”"))
        }
        Extent::Partly { silent, .. } if silent.vi.is_empty() => None,
        Extent::Partly { typed, all, silent } => {
            let (Text { vi: typed_vi, en: typed_en }, Text { vi: all_vi, en: all_en }) = (number(typed), number(all));
            let Text { vi: silent_vi, en: silent_en } = silent;
            Some(text!(
                "mới thẩm định {typed_vi}/{all_vi} lượt tiêu chí{silent_vi}",
                "{typed_en} of {all_en} criteria appraised, counted unit by unit{silent_en}"
            ))
        }
    };
    let of_council = (open > 0).then(|| {
        let Text { vi, en } = number(open);
        text!("{vi} lượt tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm", "not scored by the council, counted 0: {en}")
    });
    let why: Vec<Text> = of_rounds.into_iter().chain(of_council).collect();
    let Text { vi, en } = Text::join(&why, "; ");
    (!why.is_empty()).then(|| text!("BẢN TẠM TÍNH: {vi}", "PROVISIONAL: {en}"))
}

/// Says how much of what is official was appraised, over some groups; `None` where all of it was, or no round is official.
pub fn not_all_appraised<'a>(results: &Results<'a>, groups: impl IntoIterator<Item = &'a GroupRanking>) -> Option<Text> {
    let Stage::Appraised(official) = results.campaign.official else { return None };
    let lines = lines(results, groups);
    let typed = lines.iter().filter(|line| line.rounds.iter().any(|round| *round <= official)).count();
    (typed < lines.len()).then(|| {
        let (Text { vi: typed_vi, en: typed_en }, Text { vi: all_vi, en: all_en }) = (number(typed), number(lines.len()));
        text!(
            "Đã thẩm định {typed_vi}/{all_vi} lượt tiêu chí của các đơn vị; các lượt còn lại giữ điểm của bước trước, nếu có.",
            "Results were recorded for {typed_en} of {all_en} criteria, counted unit by unit; the others keep those of the stage before, if it has any."
        )
    })
}

/// Says how far each of these rounds came.
pub fn rounds(results: &Results<'_>, rounds: impl IntoIterator<Item = Round>) -> Vec<Text> {
    let lines = lines(results, &results.ranking.groups);
    rounds.into_iter().map(|round| of_round(results, &lines, round)).collect()
}

/// Says how far a round came: of how many units every leaf has a result by now, how many leaves it said something of, and which
/// agencies said nothing of theirs.
fn of_round(results: &Results<'_>, lines: &[Line<'_>], round: Round) -> Text {
    let name = results.campaign.rounds.name(round);
    let locked = if results.campaign.rounds.is_locked(round) { Text::new(" (đã khóa)", " (locked)") } else { Text::default() };
    let (name, name_en) = (name.vi + &locked.vi, name.en + &locked.en);
    let in_round: Vec<&Line<'_>> = lines.iter().filter(|line| line.rounds.contains(&round)).collect();
    if in_round.is_empty() {
        return text!("{name}: chưa có kết quả.", "{name_en}: nothing yet.");
    }
    let is_open = |line: &&Line<'_>| !line.rounds.iter().any(|one| *one <= round);
    let units: BTreeSet<&UnitId> = lines.iter().map(|line| line.unit).collect();
    let open: BTreeSet<&UnitId> = lines.iter().filter(is_open).map(|line| line.unit).collect();
    let of = in_round.iter().map(|line| line.unit).collect::<BTreeSet<_>>().len();
    let (sent, done) = (units.len(), units.len() - open.len());
    let (Text { vi: typed, en: typed_en }, Text { vi: all, en: all_en }) = (number(in_round.len()), number(lines.len()));
    let Text { vi: silent, en: silent_en } = silent(results, lines, round);
    // A later round looks at what is disputed; what it says nothing of stands.
    if lines.iter().flat_map(|line| &line.rounds).any(|one| *one < round) {
        return text!(
            "{name}: đã thẩm định {typed} lượt tiêu chí của {of} đơn vị; tính cả các lần trước, thẩm định đủ mọi tiêu chí ở {done}/{sent} đơn vị{silent}.",
            "{name_en}: {typed_en} criteria of {of} units appraised; with the rounds before, {done} of {sent} units in full{silent_en}."
        );
    }
    text!(
        "{name}: đã thẩm định {typed}/{all} lượt tiêu chí của {of} đơn vị; thẩm định đủ mọi tiêu chí ở {done}/{sent} đơn vị{silent}.",
        "{name_en}: {typed_en} of {all_en} criteria of {of} units appraised; {done} of {sent} units in full{silent_en}."
    )
}

/// Names the agencies that said nothing up to a round though something of theirs is open. Whoever spoke once agrees with the rest.
fn silent(results: &Results<'_>, lines: &[Line<'_>], round: Round) -> Text {
    let parts = parts(results.campaign, results.sets);
    if parts.iter().all(|part| part.by.is_none()) {
        return Text::default();
    }
    let is_open = |line: &&Line<'_>| !line.rounds.iter().any(|one| *one <= round);
    let silent = parts.iter().filter(|part| {
        let mut own = lines.iter().filter(|line| part.holds(line.set, line.leaf)).peekable();
        own.peek().is_some() && own.all(|line| is_open(&line))
    });
    let names: Vec<Text> = silent.map(|part| Text::new(part.called(Lang::Vi), part.called(Lang::En))).collect();
    let Text { vi, en } = Text::join(&names, ", ");
    if names.is_empty() { Text::default() } else { text!("; chưa có kết quả của: {vi}", "; nothing from: {en}") }
}

/// Says on a page that its results are not final, and why.
pub fn warn(page: &mut Page, results: &Results<'_>) {
    if let Some(words) = provisional(results) {
        page.paragraph(text(words.get(results.lang)).bold().tone(Tone::Alarm));
    }
}
