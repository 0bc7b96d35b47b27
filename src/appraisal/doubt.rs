//! What speaks for looking at a line: how many points are open, how sure what stands is, and what it would move.

use super::plan::Line;
use crate::assessment::{Answer, Round, Unsettled};
use crate::criteria::Sign;
use crate::figure::UnitId;
use crate::finding::points::PENALTY_BLANK;
use crate::finding::{Finding, Severity};
use crate::points::Points;
use crate::results::Results;
use crate::rule::Scorer;
use crate::text::{Lang, Words, said};

/// Why a line is looked at.
pub struct Doubt {
    /// How doubtful what stands is, from 1 (hardly) to 4 (nothing can stand as it is).
    pub weight: i64,
    /// In words.
    pub why: String,
    /// Points that what stands may change by, unweighted; never negative.
    pub stake: Points,
    /// Whether the unit would have more: of a penalty, less would be taken.
    pub gains: bool,
}

/// Tells what speaks for looking at a line before others in a round; nothing where nothing does.
pub fn of(line: &Line<'_>, round: Round, lang: Lang) -> Option<Doubt> {
    if line.excused() {
        return None;
    }
    if let Some(kept) = line.unsettled {
        return Some(of_unsettled(line, kept, lang));
    }
    if line.sign == Some(Sign::Penalty) {
        return of_penalty(line, round, lang);
    }
    let standing = line.standing().cloned().unwrap_or_default();
    let claim = line.claim().cloned().unwrap_or_default();
    // Points that the unit claims and does not have.
    let disputed = beyond(line, &claim, &standing);
    let printed = |points: &Points| line.group.rounding.spelled(points, lang);
    if line.leaf.scorer() == Scorer::Council && line.appraised_before(None).is_none() {
        let max = line.criterion.max.clone();
        let why = if line.sign.is_some() { ARISES } else { UNSCORED }.get(lang).to_owned();
        let weight = if line.sign.is_some() { 1 } else { 4 };
        return Some(Doubt { weight, why, stake: max, gains: true });
    }
    if let Some(explained) = line.explanation() {
        let stake = if disputed.is_zero() { standing.clone() } else { disputed };
        let (documents, asked, now) = (added(explained, lang), asked(line, lang), printed(&standing));
        let why = said!(
            lang,
            "Đơn vị giải trình, đề nghị xem lại ({asked}đang là {now}); {documents}",
            "The unit explains and asks for another look ({asked}now {now}); {documents}"
        );
        return Some(Doubt { weight: 4, why, stake, gains: true });
    }
    if round > Round::FIRST && line.appraised_before(None).is_some() {
        // What an earlier round settled is open again only where the unit asks for more than it got.
        return None;
    }
    let worst = line.findings.iter().map(|finding| finding.severity).max();
    let withheld = line.trace.is_some_and(|trace| !trace.withheld.is_empty());
    let codes = codes(&line.findings, lang);
    if withheld && disputed.is_positive() {
        let points = printed(&disputed);
        let why = said!(lang, "Chưa công nhận {points} điểm: {codes}", "{points} points not accepted: {codes}");
        return Some(Doubt { weight: 4, why, stake: disputed, gains: true });
    }
    if disputed.is_positive() {
        let (claim, standing, codes) = (printed(&claim), printed(&standing), behind(&codes));
        let why = if line.stages.computed.is_some() {
            said!(
                lang,
                "Tự đánh giá {claim} nhưng chỉ được công nhận {standing}",
                "The unit claims {claim}, and only {standing} is accepted"
            )
        } else {
            said!(
                lang,
                "Tự đánh giá {claim} nhưng chưa tính được từ số liệu{codes}",
                "The unit claims {claim}, which its figures don't give yet{codes}"
            )
        };
        return Some(Doubt { weight: 3, why, stake: disputed, gains: true });
    }
    if standing.is_zero() {
        return None;
    }
    let stake = standing;
    match worst {
        Some(Severity::Error) => {
            let now = printed(&stake);
            let why = said!(lang, "Đang được công nhận {now} dù có lỗi: {codes}", "Accepted with {now} in spite of errors: {codes}");
            Some(Doubt { weight: 3, why, stake, gains: false })
        }
        Some(Severity::Warning) => {
            Some(Doubt { weight: 2, why: said!(lang, "Có cảnh báo: {codes}", "There are warnings: {codes}"), stake, gains: false })
        }
        _ if line.answer.is_some_and(Answer::explains) && line.answer.is_some_and(|answer| answer.evidence.is_empty()) => {
            let why = lang.word("Không có tài liệu, chỉ có giải trình", "No document, only an explanation").into();
            Some(Doubt { weight: 2, why, stake, gains: false })
        }
        _ if line.stages.computed.is_none() && line.leaf.scorer() == Scorer::Unit => {
            let why = lang
                .word("Đơn vị tự ghi điểm, không có số liệu để tính lại", "The unit's own points, without figures to compute them from");
            Some(Doubt { weight: 1, why: why.into(), stake, gains: false })
        }
        _ => None,
    }
}

/// Tells of what was typed in this round and does not count: nobody's result stands until it is settled.
fn of_unsettled(line: &Line<'_>, kept: &Unsettled, lang: Lang) -> Doubt {
    let (most, least) = (kept.points.iter().max(), kept.points.iter().min());
    let apart = most.zip(least).map(|(most, least)| most - least).filter(Points::is_positive);
    let said = kept.said.iter().map(|said| said.get(lang).trim_end_matches('.')).collect::<Vec<_>>().join("; ");
    let why = if kept.differs {
        said!(lang, "Kết quả thẩm định đã ghi không thống nhất: {said}", "What was typed so far disagrees: {said}")
    } else {
        said!(lang, "Kết quả thẩm định đã ghi chưa đọc được: {said}", "What was typed so far is not read: {said}")
    };
    Doubt { weight: 4, why, stake: apart.unwrap_or_else(|| line.left()), gains: line.sign != Some(Sign::Penalty) }
}

/// What is said of a line outside the tree that only the council scores.
const ARISES: Words = Words {
    vi: "Điểm thưởng, điểm trừ do cơ quan thẩm định xác định: cần xem có phát sinh không",
    en: "Bonus or penalty that the council gives: see whether there is a case",
};
/// What is said of a criterion that only the council scores.
const UNSCORED: Words =
    Words { vi: "Tiêu chí do cơ quan thẩm định chấm, chưa có điểm", en: "Scored by the council, without points yet" };

/// Gives the points by which one figure is over another; none where both print alike: who types what is printed claims no
/// more, 1,84 where 1,8375 were worked out.
fn beyond(line: &Line<'_>, more: &Points, less: &Points) -> Points {
    let same = line.group.rounding.print(more) == line.group.rounding.print(less);
    let beyond = more - less;
    if beyond.is_positive() && !same { beyond } else { Points::zero() }
}

/// Says what the unit asked for, before what stands; nothing where it is not asked.
fn asked(line: &Line<'_>, lang: Lang) -> String {
    if line.asks_not_to_apply() {
        return lang.word("đơn vị ghi không áp dụng, ", "the unit says that it does not apply, ").to_owned();
    }
    match line.claim() {
        Some(claim) => {
            let claim = line.group.rounding.spelled(claim, lang);
            said!(lang, "tự đánh giá {claim}, ", "claimed {claim}, ")
        }
        None if line.leaf.scorer() == Scorer::Unit => lang.word("đơn vị không tự đánh giá, ", "no claim, ").to_owned(),
        None => String::new(),
    }
}

/// Says how many documents an explanation adds.
fn added(explained: &Answer, lang: Lang) -> String {
    match explained.evidence.len() {
        0 => lang.word("không có tài liệu bổ sung", "no further document").to_owned(),
        count => said!(lang, "bổ sung {count} tài liệu", "documents added: {count}"),
    }
}

/// Tells the same of a penalty, where points are taken: what a unit does not own up to may be given back to it, and what
/// nobody knows yet may be taken.
fn of_penalty(line: &Line<'_>, round: Round, lang: Lang) -> Option<Doubt> {
    let standing = line.standing().cloned().unwrap_or_default();
    let claim = line.claim().cloned().unwrap_or_default();
    let max = line.criterion.max.clone();
    let printed = |points: &Points| line.group.rounding.spelled(points, lang);
    let unappraised = line.appraised_before(None).is_none();
    if line.leaf.scorer() == Scorer::Council && unappraised {
        return Some(Doubt { weight: 1, why: ARISES.get(lang).to_owned(), stake: max, gains: false });
    }
    let disputed = beyond(line, &standing, &claim);
    if let Some(explained) = line.explanation() {
        let stake = if disputed.is_zero() { standing.clone() } else { disputed };
        let documents = added(explained, lang);
        let (claim, standing) = (printed(&claim), printed(&standing));
        let why = said!(
            lang,
            "Đơn vị giải trình, đề nghị xem lại điểm trừ (tự nhận {claim}, đang bị trừ {standing}); {documents}",
            "The unit explains and asks for another look at a penalty (it names {claim}, {standing} is taken now); {documents}"
        );
        return Some(Doubt { weight: 4, why, stake, gains: true });
    }
    if round > Round::FIRST && !unappraised {
        return None;
    }
    if line.findings.iter().any(|finding| finding.code.id == PENALTY_BLANK.id) {
        let why = lang
            .word(
                "Chưa có số liệu của điểm trừ, kết quả của đơn vị là tạm tính cho đến khi có số liệu hoặc điểm thẩm định",
                "The figure of a penalty is missing, and the unit's result is provisional until it, or points of the council, are there",
            )
            .to_owned();
        return Some(Doubt { weight: 4, why, stake: max, gains: false });
    }
    if disputed.is_positive() {
        let (claim, standing) = (printed(&claim), printed(&standing));
        let why = said!(
            lang,
            "Đơn vị tự nhận bị trừ {claim}, theo số liệu bị trừ {standing}",
            "The unit names a penalty of {claim}, its figures give {standing}"
        );
        return Some(Doubt { weight: 3, why, stake: disputed, gains: true });
    }
    let codes = codes(&line.findings, lang);
    let stake = beyond(line, &max, &standing);
    let weight = match line.findings.iter().map(|finding| finding.severity).max()? {
        Severity::Error => 3,
        Severity::Warning => 2,
        Severity::Note => return None,
    };
    let why = said!(
        lang,
        "Số liệu, tài liệu của điểm trừ có vướng mắc: {codes}",
        "Something is open at the figures or documents of a penalty: {codes}"
    );
    stake.is_positive().then_some(Doubt { weight, why, stake, gains: false })
}

/// Lists the titles of findings, each once, with their codes.
fn codes(findings: &[&Finding], lang: Lang) -> String {
    let mut titles: Vec<String> = Vec::new();
    for finding in findings {
        let title = format!("{} ({})", finding.code.title.get(lang), finding.code.id);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.truncate(3);
    titles.join("; ")
}

/// Puts words behind a sentence, where there are any.
fn behind(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(": {words}") }
}

/// What points of a unit would move.
pub struct Effect {
    /// How many units of its group it would pass, or be passed by.
    pub places: usize,
    /// Award whose proposal would change.
    pub award: Option<String>,
    /// Grades before and after, where they differ.
    pub grade: Option<(String, String)>,
}

impl Effect {
    /// Gives how much it weighs: 1 where nothing would move.
    pub fn weight(&self) -> i64 {
        let places = i64::try_from(self.places).unwrap_or(i64::MAX);
        places.saturating_add(1).saturating_add(if self.award.is_some() { 2 } else { 0 }).saturating_add(i64::from(self.grade.is_some()))
    }

    /// Says it.
    pub fn words(&self, gains: bool, lang: Lang) -> String {
        let (mut parts, places) = (Vec::new(), self.places);
        if self.places > 0 {
            parts.push(if gains {
                said!(lang, "vượt {places} đơn vị", "it passes other units: {places}")
            } else {
                said!(lang, "{places} đơn vị vượt lên", "other units pass it: {places}")
            });
        }
        if let Some((from, to)) = &self.grade {
            parts.push(said!(lang, "xếp loại đổi từ {from} sang {to}", "its grade changes from {from} to {to}"));
        }
        if let Some(award) = &self.award {
            parts.push(said!(lang, "ảnh hưởng đến danh sách đề nghị {award}", "the proposal of {award} changes"));
        }
        let moves = parts.join("; ");
        match (moves.is_empty(), gains) {
            (true, _) => moves,
            (false, true) => said!(lang, "được cộng điểm thì {moves}", "points are added, {moves}"),
            (false, false) => said!(lang, "bị trừ điểm thì {moves}", "points are taken, {moves}"),
        }
    }
}

/// Works out what points of a unit would move: places of its group, its grade, proposals for awards.
pub fn effect(results: &Results<'_>, line: &Line<'_>, doubt: &Doubt) -> Effect {
    let none = Effect { places: 0, award: None, grade: None };
    let Some((ranked, row)) = results.place(&line.unit.id) else { return none };
    let (Some(index), true) = (&row.index, row.place.is_some()) else { return none };
    // Points that go beyond what is left of the leaf come with what the council took out, which raises the maximum, too.
    let standing = line.standing().cloned().unwrap_or_default();
    let left = if line.applies { line.left() } else { Points::zero() };
    let comes_back = doubt.gains && line.sign.is_none() && &standing + &doubt.stake > left;
    let back = if comes_back { &(&line.criterion.max - &left) * &line.weight } else { Points::zero() };
    let (moved, now) = (&(&doubt.stake * &line.weight) * &Points::hundred(), index * &row.applicable_max);
    let sum = if doubt.gains { &now + &moved } else { &now - &moved };
    let Some(after) = sum.over(&(&row.applicable_max + &back)) else { return none };
    let others = ranked.rows.iter().filter(|other| other.place.is_some() && other.unit != line.unit.id);
    let passed = |other: &Points| if doubt.gains { index < other && *other <= after } else { after <= *other && other < index };
    let passing: Vec<_> = others.filter(|other| other.index.as_ref().is_some_and(passed)).map(|other| &other.unit).collect();
    let name = |index: &Points| ranked.group.grade(index).map(|band| band.name.clone());
    let grade = match (name(index), name(&after)) {
        (Some(from), Some(to)) if from != to => Some((from, to)),
        _ => None,
    };
    let award = results.shortlists.iter().find(|list| {
        let stands = list.chosen.contains(&line.unit.id) || list.tied_at_edge.contains(&line.unit.id);
        let considered = |unit: &UnitId| list.considered.iter().any(|one| one.unit == *unit);
        let open = considered(&line.unit.id);
        let chosen = |unit: &UnitId| list.chosen.contains(unit) || list.tied_at_edge.contains(unit);
        // Up: whoever is passed is proposed. Down: whoever passes is not.
        open && if doubt.gains {
            !stands && passing.iter().any(|unit| chosen(unit))
        } else {
            stands && passing.iter().any(|unit| considered(unit) && !chosen(unit))
        }
    });
    Effect { places: passing.len(), award: award.map(|list| list.called.clone()), grade }
}
