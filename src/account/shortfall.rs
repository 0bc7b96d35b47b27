//! Sections of a unit's report: how many points it lacks for the next better place and grade, and where it lost points.

use super::cell::{blank, centre, text};
use super::page::{Page, Table};
use super::unit_view::UnitView;
use super::words::points;
use crate::figure::CriterionId;
use crate::points::Points;
use crate::rule::Scorer;
use crate::shortfall::{self, Aim, Goal, Lost, Shortfall};

/// Most leaves that are listed; what is left is summed up.
const MOST: usize = 20;

/// Adds them to a page of eight columns; nothing for a unit without a place.
pub fn add(page: &mut Page, view: &UnitView<'_>) {
    let found = view.card.and_then(|card| shortfall::of(view.row, card, view.ranking, view.set));
    let Some(found) = found else { return };
    page.heading("Cần thêm bao nhiêu điểm để lên hạng, lên loại");
    page.table(goals(view, &found));
    page.paragraph(
        text("Tính với kết quả của các đơn vị khác giữ nguyên; số điểm là mức ít nhất theo số lẻ in ra, ít hơn một bước thì chưa đạt. Số tiêu chí nêu ra là ít nhất; nếu chỉ bổ sung tài liệu đã đủ thì nêu các tiêu chí ấy trước.")
            .italic(),
    );
    page.heading("Mất điểm ở đâu, vì sao");
    let (listed, rest) = found.lost.split_at_checked(MOST).unwrap_or((&found.lost, &[]));
    page.table(lost(view, listed));
    if !rest.is_empty() {
        let (count, sum) = (rest.len(), rest.iter().map(|one| &one.points).sum::<Points>());
        let sum = view.rounding().vietnamese(&sum);
        page.paragraph(text(format!("Còn {count} tiêu chí khác mất tổng cộng {sum} điểm; xem trang “Chi tiết”.")).italic());
    }
}

/// Makes the table of what the unit did not reach.
fn goals(view: &UnitView<'_>, found: &Shortfall) -> Table {
    let head = [("Mục tiêu", 2), ("Cần thêm (điểm)", 1), ("Ít nhất cần những tiêu chí nào", 5)];
    let mut table = Table::new(head.map(|(words, span)| centre(words).span(span)));
    for goal in &found.goals {
        let aim = match &goal.aim {
            Aim::Place(place) => format!("Lên hạng {place}"),
            Aim::Grade(grade) => format!("Đạt xếp loại {grade}"),
        };
        let needs = goal.needs.as_ref().map_or_else(blank, |needs| points(Some(needs), view.rounding()).bold());
        table.row([text(aim).span(2), needs, text(enough(goal, view, &found.lost)).span(5)]);
    }
    table.when_empty = Some(text("Đơn vị đang đứng đầu khối; không còn xếp loại cao hơn.").italic());
    table
}

/// Says which criteria would do.
fn enough(goal: &Goal, view: &UnitView<'_>, lost: &[Lost]) -> String {
    if goal.needs.is_none() {
        return "Đạt điểm tối đa ở mọi tiêu chí cũng chưa đủ.".into();
    }
    let worth = |id: &CriterionId| {
        lost.iter().find(|one| one.criterion == *id).map(|one| if goal.by_documents { &one.by_documents } else { &one.points })
    };
    let named = |id: &CriterionId| format!("{id} ({})", worth(id).map(|points| view.rounding().vietnamese(points)).unwrap_or_default());
    let all: Vec<String> = goal.enough.iter().map(named).collect();
    let how =
        if goal.by_documents { "Bổ sung tài liệu kiểm chứng ở tiêu chí" } else { "Đạt điểm tối đa ở tiêu chí" };
    format!("{how} {}.", all.join(", "))
}

/// Makes the table of points that were lost.
fn lost(view: &UnitView<'_>, lost: &[Lost]) -> Table {
    let head = [("Mã", 1), ("Tiêu chí", 1), ("Mất (điểm)", 1), ("Do thiếu tài liệu", 1), ("Do kết quả", 1), ("Căn cứ", 3)];
    let mut table = Table::new(head.map(|(words, span)| centre(words).span(span)));
    let rounding = view.rounding();
    for one in lost {
        let name = view.set.find(&one.criterion).map_or("", |criterion| criterion.name.as_str());
        let rest = &one.points - &one.by_documents;
        let shown = |points_of: &Points| if points_of.is_zero() { blank() } else { points(Some(points_of), rounding) };
        table.row([
            centre(one.criterion.as_str()),
            text(name),
            points(Some(&one.points), rounding).bold(),
            shown(&one.by_documents),
            shown(&rest),
            text(why(one, view)).span(3),
        ]);
    }
    table.when_empty = Some(text("Đơn vị đạt điểm tối đa ở mọi tiêu chí áp dụng.").italic());
    table
}

/// Says what the points of a leaf were decided by, and the council's reason where it gave one.
fn why(lost: &Lost, view: &UnitView<'_>) -> String {
    let reasons = view.results.rounds().into_iter().rev().find_map(|round| {
        let reasons = view.results.appraisal.reasons(round, &view.unit.id, &lost.criterion).join("; ");
        Some(reasons).filter(|reasons| !reasons.is_empty())
    });
    let by = decided(lost);
    reasons.filter(|_| lost.appraised).map_or_else(|| by.to_owned(), |reasons| format!("{by}: {reasons}"))
}

/// Says what the points of a leaf were decided by.
fn decided(lost: &Lost) -> &'static str {
    match lost.scorer {
        Scorer::Survey => "Kết quả điều tra xã hội học",
        Scorer::Council => "Hội đồng thẩm định chấm",
        Scorer::Unit if lost.appraised => "Điểm thẩm định",
        Scorer::Unit if lost.by_documents.is_positive() => "Tài liệu kiểm chứng, số liệu của đơn vị",
        Scorer::Unit => "Số liệu, điểm tự đánh giá của đơn vị",
    }
}
