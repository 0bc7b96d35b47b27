//! Stages of a criterion in columns, with reasons given and where official points come from.

use super::view::{Scored, View};
use crate::account::cell::{Cell, centre, text};
use crate::account::page::Table;
use crate::account::words::{NONE, TAKES_NO_CLAIM, points, takes_no_claim};
use crate::appraisal::cause;
use crate::assessment::Stage;
use crate::criteria::Criterion;
use crate::points::Points;
use crate::rule::Scorer;
use crate::text;
use crate::text::{Text, Words};

/// Makes the table: stage, points, remark.
pub fn table(view: &View<'_>, criterion: &Criterion, scored: &Scored<'_>) -> Table {
    let by_survey = criterion.leaf().map(|leaf| leaf.scorer() == Scorer::Survey);
    let mut table = Table::default();
    let mut row = |name: &str, figure: Cell, remark: Option<String>| table.row([text(name), figure, text(remark.unwrap_or_default())]);
    let figure = |value: Option<&Points>| value.map_or_else(|| centre(NONE), |value| points(Some(value), view.of.rounding()));
    // A leaf has either rounds or a survey; of a sum only stages that something below has reached are shown.
    for stage in view.stages() {
        let turned = scored.trace.and_then(|trace| trace.conditioned.get(&stage)).filter(|conditioned| conditioned.turned);
        let value = scored.stages.at(stage).or_else(|| turned?.counts.as_ref());
        if by_survey == Some(false) || (by_survey.is_none() && value.is_some()) {
            let compares = stage == Stage::Claimed && takes_no_claim(criterion);
            let value = if compares { centre(TAKES_NO_CLAIM.get(view.lang)) } else { figure(value) };
            row(name(view, stage).get(view.lang), value, reason(view, criterion, Some(stage)));
        }
    }
    let value = scored.stages.survey.as_ref();
    if by_survey == Some(true) || (by_survey.is_none() && value.is_some()) {
        let name = Words { vi: "Điều tra xã hội học", en: "Survey" };
        row(name.get(view.lang), figure(value), reason(view, criterion, None));
    }
    let excused = scored.node.is_some_and(|node| !node.applicable);
    let origin = scored.trace.and_then(|trace| view.origin(criterion, trace)).map(|words| words.get(view.lang).to_owned());
    row(Words { vi: "Chính thức", en: "Official" }.get(view.lang), figure(scored.official.filter(|_| !excused)), origin);
    if let Some(index) = scored.node.and_then(|node| node.index.as_ref()) {
        row(Words { vi: "Chỉ số", en: "Index" }.get(view.lang), figure(Some(index)).percent(), None);
    }
    table
}

/// Names a stage as briefly as a line of its own lets it.
fn name(view: &View<'_>, stage: Stage) -> Text {
    match stage {
        Stage::Claimed => Text::new("Tự đánh giá", "Claimed"),
        Stage::Computed => Text::new("Điểm tính theo số liệu kê khai", "Computed"),
        Stage::Accepted => Text::new("Điểm được công nhận", "Accepted"),
        Stage::Appraised(round) => view.of.results.campaign.rounds.name(round),
    }
}

/// Quotes the reason that was typed with the points of a round, or of the survey, and says where.
fn reason(view: &View<'_>, criterion: &Criterion, stage: Option<Stage>) -> Option<String> {
    let (results, unit) = (view.of.results, view.of.unit);
    let (reason, place) = match stage {
        None => {
            let entry = results.appraisal.survey.get(&unit.id)?.get(&criterion.id)?;
            (entry.reason.clone().unwrap_or_default(), entry.place.clone())
        }
        Some(Stage::Appraised(round)) => {
            let cause = cause(results, unit, criterion, round);
            if !cause.typed {
                return Some(cause.reason.get(view.lang).to_owned()).filter(|words| !words.is_empty());
            }
            (cause.reason.get(view.lang).to_owned(), cause.place)
        }
        Some(_) => return None,
    };
    let reason = Some(reason).filter(|words| !words.is_empty()).map(|words| format!("“{words}”"));
    let line = place.line.map(|line| text!("dòng {line}", "line {line}").get(view.lang).to_owned());
    let place = [place.file, place.cell, line].into_iter().flatten().collect::<Vec<_>>().join(" › ");
    let said = [reason, Some(place).filter(|place| !place.is_empty())].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Some(said).filter(|said| !said.is_empty())
}
