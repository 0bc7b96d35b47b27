//! What is told of a unit as a whole: points that were cut, a survey that is missing, rounds that do not count yet, leaves that
//! nobody has scored.
//!
//! Source: [meanings](crate#meanings) 18, 20–22 and 32.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Round, Stage};
use crate::criteria::{CriteriaSet, Criterion, SurveyMissing};
use crate::figure::CriterionId;
use crate::finding::appraisal::{BEYOND_OFFICIAL, NOTHING_SENT};
use crate::finding::points::{CUT_AT_100, NO_POINTS, STAGE_NOT_REACHED};
use crate::finding::{Finding, Part, Severity};
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::scoring::{Entrant, Node};
use crate::text;
use crate::text::Text;

/// Says that bonus points were cut.
pub fn cut(sum: &Points, max: &Points, rounding: Rounding) -> Finding {
    let (sum_vi, sum_en) = (rounding.vietnamese(sum), rounding.machine(sum));
    let (max_vi, max_en) = (max.plain_vi(), max.plain());
    let message = text!(
        "Tổng điểm cả điểm thưởng là “{sum_vi}”, tính đến “{max_vi}”.",
        "With bonus points the total is “{sum_en}”; it counts as “{max_en}”."
    );
    Finding::new(&CUT_AT_100, message)
}

/// Says what becomes of a unit without a survey.
pub fn survey_missing(missing: SurveyMissing) -> Text {
    match missing {
        SurveyMissing::Unranked => text!(
            "Không có điểm điều tra xã hội học: đơn vị có điểm nhưng không xếp hạng.",
            "There are no survey points: the unit is scored, and not ranked."
        ),
        SurveyMissing::Zero => {
            text!("Không có điểm điều tra xã hội học: phần điều tra tính 0 điểm.", "There are no survey points: the survey counts 0.")
        }
        SurveyMissing::Rescale => text!(
            "Không có điểm điều tra xã hội học: phần điều tra không tính vào điểm tối đa.",
            "There are no survey points: the survey leaves the maximum."
        ),
    }
}

/// Says how many leaves and lines have something typed in rounds that do not count yet.
pub fn beyond_official(beyond: &BTreeMap<Round, usize>, official: Stage, entrant: &Entrant<'_>) -> Vec<Finding> {
    let (name, Text { vi: official_vi, en: official_en }) = (&entrant.unit.name, entrant.stage(official));
    let of = |(round, number): (&Round, &usize)| {
        let Text { vi, en } = entrant.stage(Stage::Appraised(*round));
        let lower = vi.to_lowercase();
        let message = text!(
            "“{name}” có kết quả {lower} ở {number} tiêu chí nhưng chưa được tính, vì bước chính thức của đợt là “{official_vi}”.",
            "“{name}” has results recorded under “{en}” for {number} criteria, which do not count, since the official stage is “{official_en}”."
        );
        Finding::new(&BEYOND_OFFICIAL, message)
    };
    beyond.iter().map(of).collect()
}

/// Says for how many leaves and lines of a unit of which nothing was read something is typed.
pub fn nothing_read(entrant: &Entrant<'_>, is_sent: bool) -> Option<Finding> {
    let points = entrant.rounds.values().flat_map(|of_unit| of_unit.keys());
    let figures = entrant.corrected.values().flat_map(|of_unit| of_unit.keys());
    let said = entrant.applies.values().flat_map(|of_unit| of_unit.keys());
    let number = points.chain(figures).chain(said).collect::<BTreeSet<_>>().len();
    let name = &entrant.unit.name;
    let message = if is_sent {
        text!(
            "Chưa đọc được báo cáo tự đánh giá của “{name}” nhưng có kết quả thẩm định ở {number} tiêu chí; chưa được tính.",
            "Nothing could be read of the self-assessment of “{name}”, but results are recorded for {number} of its criteria; they do not count."
        )
    } else {
        text!(
            "“{name}” chưa gửi báo cáo tự đánh giá nhưng có kết quả thẩm định ở {number} tiêu chí; chưa được tính.",
            "“{name}” has sent no self-assessment, but results are recorded for {number} of its criteria; they do not count."
        )
    };
    (number > 0).then(|| Finding::new(&NOTHING_SENT, message).lacks(Part::Form))
}

/// Most leaves that one finding names.
const NAMED: usize = 12;

/// Lists leaves that nobody has scored, and says in one finding which have not reached the official stage.
pub fn unfinished(nodes: &[Node], set: &CriteriaSet, official: Stage, no_survey: bool, entrant: &Entrant<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut behind: BTreeMap<Stage, Vec<&CriterionId>> = BTreeMap::new();
    let mut spoken = false;
    for node in nodes.iter().filter(|node| node.applicable) {
        let Some(leaf) = set.find(&node.id).and_then(Criterion::leaf) else { continue };
        if node.official.is_none() && !(leaf.scorer() == Scorer::Survey && no_survey) {
            let (who, part) = match leaf.scorer() {
                Scorer::Unit => (text!("đơn vị", "the unit"), Part::Claims),
                Scorer::Council => (text!("hội đồng thẩm định", "the council"), Part::Appraisal),
                Scorer::Survey => (text!("điều tra xã hội học", "the survey"), Part::Survey),
            };
            let (vi, en) = (who.vi, who.en);
            let message = text!("Tiêu chí chưa có điểm của {vi}: tính 0 điểm.", "There are no points by {en}: it counts 0.");
            findings.push(Finding::new(&NO_POINTS, message).on(&node.id).lacks(part));
        }
        let reached = node.trace.as_ref().and_then(|trace| trace.reached);
        spoken |= reached.is_some_and(|stage| stage > Stage::Accepted);
        if let Some(stage) = reached.filter(|stage| *stage < official) {
            behind.entry(stage).or_default().push(&node.id);
        }
    }
    findings.extend((!behind.is_empty()).then(|| not_reached(&behind, official, spoken, entrant)));
    findings
}

/// Says which leaves count an earlier stage. A unit of which the council has `spoken` stands for the rest as it was accepted,
/// which is how rounds work; one that nobody has looked at is something to be looked at.
fn not_reached(behind: &BTreeMap<Stage, Vec<&CriterionId>>, official: Stage, spoken: bool, entrant: &Entrant<'_>) -> Finding {
    let count: usize = behind.values().map(Vec::len).sum();
    let Text { vi: wanted_vi, en: wanted_en } = entrant.stage(official);
    let used = behind.iter().rev().map(|(stage, ids)| {
        let Text { vi, en } = entrant.stage(*stage);
        let more = if ids.len() > NAMED { ", …" } else { "" };
        let ids = ids.iter().take(NAMED).map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        text!("“{vi}” ({ids}{more})", "“{en}” ({ids}{more})")
    });
    let Text { vi: used_vi, en: used_en } = Text::join(&used.collect::<Vec<_>>(), ", ");
    let message = text!(
        "Chưa có điểm “{wanted_vi}” ở {count} tiêu chí: dùng điểm {used_vi}.",
        "“{wanted_en}” is missing for {count} criteria: points of {used_en} are used."
    );
    let finding = Finding::new(&STAGE_NOT_REACHED, message);
    let severity = if spoken { Severity::Note } else { finding.severity };
    Finding { severity, ..finding }
}
