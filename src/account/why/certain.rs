//! How sure the place of a unit is: advice beside its place.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::view::View;
use crate::assessment::Round;
use crate::award::Shortlist;
use crate::certainty::{Cause, Certainty, GroupCertainty, Uncertain, UnitCertainty};
use crate::points::{Points, RoundingMode, vietnamese};
use crate::text;
use crate::text::Text;

/// What was worked out for the unit.
struct Found<'a> {
    certainty: &'a Certainty,
    group: &'a GroupCertainty,
    unit: &'a UnitCertainty,
}

impl<'a> Found<'a> {
    /// Finds it; nothing where the campaign does not ask, or the unit is not ranked.
    fn of(view: &View<'a>) -> Option<Self> {
        let certainty = view.of.results.certainty?;
        let (group, unit) = certainty.unit(&view.of.unit.id)?;
        Some(Self { certainty, group, unit })
    }

    /// Prints the share of draws in which the unit was first, in percent.
    fn first(&self) -> String {
        let percent = &self.certainty.share(self.unit.among_first(1)) * &Points::hundred();
        percent.fixed(1, RoundingMode::HalfUp)
    }

    /// Lists the units that can't be told from this one.
    fn alike(&self) -> impl Iterator<Item = &'a crate::figure::UnitId> {
        let id = &self.unit.unit;
        self.group.inseparable.iter().filter_map(move |(one, other)| match (one == id, other == id) {
            (true, _) => Some(other),
            (_, true) => Some(one),
            _ => None,
        })
    }
}

/// Says it in a few lines; nothing where there is nothing to say.
pub fn words(view: &View<'_>) -> Option<Text> {
    let found = Found::of(view)?;
    let UnitCertainty { low, high, uncertain, .. } = found.unit;
    let draws = Points::from(i64::from(found.certainty.assumptions.draws));
    let (draws_vi, draws_en, first_en) = (draws.plain_vi(), draws.plain(), found.first());
    let first_vi = vietnamese(&first_en);
    let places =
        if low == high { text!("hạng {low}", "place {low}") } else { text!("hạng {low} đến {high}", "place {low} to {high}") };
    let (places_vi, places_en) = (places.vi, places.en);
    let mut lines = vec![text!(
        "Tham khảo, không thay thứ hạng chính thức: xếp hạng thử {draws_vi} lần với trọng số và những điểm chưa chắc lấy ngẫu nhiên, đơn vị ở {places_vi} (bỏ 5% số lần ở mỗi đầu), đứng đầu {first_vi}% số lần. Đó không phải xác suất đơn vị này tốt hơn đơn vị khác.",
        "Advice beside the official place: over {draws_en} trials with weights and uncertain points drawn at random, the unit is at {places_en} (5% of the trials left out at each end) and first in {first_en}% of them. That is no probability that a unit is better than another."
    )];
    lines.extend(proposed(view, &found));
    let alike: Vec<&str> = found.alike().filter_map(|id| view.of.results.unit(id)).map(|unit| unit.name.as_str()).collect();
    if !alike.is_empty() {
        let names = alike.join("; ");
        lines.push(text!("Chưa phân biệt được thứ tự với: {names}.", "Can't be told apart from: {names}."));
    }
    lines.extend(uncertain.iter().map(|one| of_points(view, one)));
    Some(Text::join(&lines, "\n"))
}

/// Says in how many draws the unit was proposed for each award; nothing of awards that it was near in none.
fn proposed(view: &View<'_>, found: &Found<'_>) -> Vec<Text> {
    let percent = |draws: u32| {
        let percent = (&found.certainty.share(draws) * &Points::hundred()).fixed(1, RoundingMode::HalfUp);
        Text::new(vietnamese(&percent), percent)
    };
    let of_award = |list: &Shortlist| {
        let award = found.unit.awards.iter().find(|one| one.award == list.award.id)?;
        let (name, official) = (&list.called, list.chosen.contains(&found.unit.unit));
        let (chosen, edge) = (percent(award.chosen), percent(award.at_edge));
        let (vi, en, edge_vi, edge_en) = (chosen.vi, chosen.en, edge.vi, edge.en);
        let edge = if award.at_edge > 0 {
            text!(
                "; bằng nhau ở vị trí cuối của chỉ tiêu, để Hội đồng xem xét, lựa chọn: {edge_vi}%",
                "; equal at the edge of the quota, for the council to decide, in {edge_en}%"
            )
        } else {
            Text::default()
        };
        let (edge_vi, edge_en) = (edge.vi, edge.en);
        (official || award.chosen > 0 || award.at_edge > 0).then(|| {
            text!("“{name}”: được đề nghị trong {vi}% số lần tính thử{edge_vi}.", "“{name}”: proposed in {en}% of the trials{edge_en}.")
        })
    };
    view.of.results.shortlists.iter().filter_map(of_award).collect()
}

/// Says which points are uncertain, and why.
fn of_points(view: &View<'_>, uncertain: &Uncertain) -> Text {
    let id = &uncertain.criterion;
    let (least, most) = (view.printed(&uncertain.least), view.printed(&uncertain.most));
    let why = match &uncertain.cause {
        Cause::Survey(answered) => {
            let (vi, en) = (answered.plain_vi(), answered.plain());
            text!("điều tra {vi} người, cộng, trừ 2 lần sai số chọn mẫu", "a survey of {en} people, plus or minus twice its sampling error")
        }
        Cause::OpenFinding(code) => text!("lỗi {code} chưa khắc phục", "error {code} is open"),
        Cause::Provisional => text!("điểm trừ còn thiếu số liệu", "a penalty whose figure is missing"),
        Cause::Disputed(round) => disputed(*round),
    };
    let (vi, en) = (why.vi, why.en);
    text!("Điểm chưa chắc: {id}, từ {least} đến {most} ({vi}).", "Uncertain points: {id}, from {least} to {most} ({en}).")
}

/// Says that points of a round are explained and not decided again.
fn disputed(round: Round) -> Text {
    let number = round.number();
    text!("đã giải trình sau thẩm định lần {number}, chưa có lần sau", "explained after round {number}, with no round behind it")
}

/// Gives the same for machines; nothing where there is nothing to say.
pub fn json(view: &View<'_>) -> Option<Value> {
    let found = Found::of(view)?;
    let said: Vec<String> = found.unit.uncertain.iter().map(|one| of_points(view, one).get(view.lang).to_owned()).collect();
    let alike: Vec<&str> = found.alike().map(crate::figure::UnitId::as_str).collect();
    let share = |draws: u32| found.certainty.share(draws).fixed(4, RoundingMode::HalfUp);
    let awards: BTreeMap<&str, String> = found.unit.awards.iter().map(|award| (award.award.as_str(), share(award.chosen))).collect();
    Some(json!({
        "awards": awards,
        "place_low": found.unit.low,
        "place_high": found.unit.high,
        "first": found.certainty.share(found.unit.among_first(1)).fixed(4, RoundingMode::HalfUp),
        "draws": found.certainty.assumptions.draws,
        "inseparable": alike,
        "uncertain": said,
    }))
}
