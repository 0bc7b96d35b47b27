//! What a unit lacked for an award that it is not proposed for, in few words.

use super::unit_view::UnitView;
use super::words::capital;
use crate::award::{Condition, Considered, Shortlist};
use crate::figure::AwardId;
use crate::shortfall::{self, Others, Shortfall};
use crate::text::{Lang, said};

/// Says what a unit fell short of; nothing of one that sent nothing.
pub fn shortfall(view: &UnitView<'_>) -> Option<Shortfall> {
    let place = |unit: &_| view.results.place(unit);
    let progress = |unit: &_, index: &_| view.results.comparison.progress(unit, index);
    let others = Others { place: &place, progress: &progress, shortlists: view.results.shortlists };
    shortfall::of(view.row, view.card?, view.ranking, view.set, others)
}

/// Finds what an award made of a unit.
pub fn considered<'a>(award: &AwardId, view: &UnitView<'a>) -> Option<(&'a Shortlist, &'a Considered)> {
    let list = view.results.shortlists.iter().find(|list| list.award.id == *award)?;
    Some((list, list.considered.iter().find(|one| one.unit == view.unit.id)?))
}

/// Says in sentences what stands in the way of a unit: that it is left out, every condition that it misses and by how much, how far
/// it stands behind the last one proposed.
pub fn in_the_way(list: &Shortlist, considered: &Considered, view: &UnitView<'_>, lang: Lang) -> Vec<String> {
    let rule = &list.award;
    let excluded = rule.excluded.iter().filter(|(unit, _)| *unit == view.unit.id);
    let mut said: Vec<String> = excluded.map(|(_, reason)| said!(lang, "Không xét: “{reason}”.", "Excluded: “{reason}”.")).collect();
    if view.row.provisional && !rule.provisional_allowed {
        said.push(lang.word("Kết quả tạm tính, chưa được xét.", "Its result is provisional; it can't be chosen yet.").into());
    }
    let missed = || rule.conditions.iter().zip(&considered.conditions).filter(|(_, one)| !one.met);
    let other = missed().filter(|(condition, _)| matches!(condition, Condition::NotProposed(_)));
    said.extend(other.map(|(_, one)| one.says.get(lang).to_owned()));
    let lacks = missed().filter(|(condition, _)| !matches!(condition, Condition::NotProposed(_))).filter_map(|(_, one)| one.lacks.as_ref());
    let lacks: Vec<&str> = lacks.chain(considered.behind.as_ref().filter(|_| said.is_empty())).map(|one| one.get(lang)).collect();
    if list.tied_at_edge.contains(&view.unit.id) {
        let words = lang.word(
            "Bằng đơn vị khác ở vị trí cuối của chỉ tiêu, chờ Hội đồng xem xét, lựa chọn.",
            "Equal with others at the edge of the quota; left to the Council.",
        );
        said.push(words.into());
    } else if !lacks.is_empty() {
        said.push(format!("{}.", capital(&lacks.join("; "))));
    } else if considered.eligible && list.quota == 0 {
        said.push(
            lang.word("Đủ điều kiện; hình thức khen thưởng không có chỉ tiêu nào.", "Meets the conditions; the award has no places.")
                .into(),
        );
    } else if considered.eligible {
        said.push(lang.word("Đủ điều kiện, vượt chỉ tiêu.", "Meets the conditions, beyond the quota.").into());
    }
    said
}
