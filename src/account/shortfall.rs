//! Sections of a unit's report: how many points it lacks for the next better place and grade and for awards, and where it lost
//! points.

use super::cell::{Cell, blank, centre, text};
use super::page::{Page, Table};
use super::reason::reason;
use super::unit_view::UnitView;
use super::words::{many, node, points};
use super::{proposed, unproposed};
use crate::figure::{AwardId, CriterionId};
use crate::points::Points;
use crate::shortfall::{Aim, Goal, Lost, Shortfall};
use crate::text::said;

/// Most leaves that are listed; what is left is summed up.
const MOST: usize = 20;

/// Adds them to a page of eight columns; nothing for a unit without a place.
pub fn add(page: &mut Page, view: &UnitView<'_>) {
    let Some(found) = unproposed::shortfall(view) else { return };
    let lang = view.results.lang;
    page.heading(if found.awards.is_empty() {
        lang.word("Cần thêm bao nhiêu điểm để lên hạng, lên loại", "Points needed for a better place or grade")
    } else {
        lang.word(
            "Cần thêm bao nhiêu điểm để lên hạng, lên loại, được đề nghị khen thưởng",
            "Points needed for a better place or grade, or for an award",
        )
    });
    page.table(goals(view, &found));
    page.paragraph(
        text(lang.word(
            "Tính với kết quả của các đơn vị khác giữ nguyên; số điểm là mức ít nhất theo số lẻ in ra, ít hơn một bước thì chưa đạt. Số tiêu chí nêu ra là ít nhất; nếu chỉ bổ sung tài liệu đã đủ thì nêu các tiêu chí ấy trước.",
            "Worked out with the results of all other units as they are. The points are the least that would do as printed: one step less would not. The criteria are the fewest that would do; where further documents alone would do, these are named first.",
        ))
        .italic(),
    );
    page.heading(lang.word("Mất điểm ở đâu, vì sao", "Where points were lost, and why"));
    let (listed, rest) = found.lost.split_at_checked(MOST).unwrap_or((&found.lost, &[]));
    page.table(lost(view, listed));
    if !rest.is_empty() {
        let (count, sum) = (rest.len(), rest.iter().map(|one| &one.points).sum::<Points>());
        let (sum, criteria) = (view.rounding().spelled(&sum, lang), many(count, "more criterion", "more criteria"));
        let words = said!(
            lang,
            "Còn {count} tiêu chí khác mất tổng cộng {sum} điểm; xem trang “Chi tiết”.",
            "Lost at {criteria}: {sum} points in all; see the sheet “Details”."
        );
        page.paragraph(text(words).italic());
    }
}

/// Makes the table of what the unit did not reach.
fn goals(view: &UnitView<'_>, found: &Shortfall) -> Table {
    let lang = view.results.lang;
    let heads =
        [("Mục tiêu", "Goal"), ("Cần thêm (điểm)", "Points needed"), ("Ít nhất cần những tiêu chí nào", "Fewest criteria that would do")];
    let [goal, needed, criteria] = lang.each(heads).map(centre);
    let mut table = Table::new([goal.span(2), needed, criteria.span(5)]);
    let mut told: Vec<(&[CriterionId], String)> = Vec::new();
    for goal in &found.goals {
        let (aim, criteria) = (aim(&goal.aim, view), enough(goal, view, &found.lost));
        table.row([text(aim.as_str()).span(2), least(Some(goal), view), text(criteria).span(5)]);
        told.push((&goal.enough, aim));
    }
    for one in &found.awards {
        let aim = aim(&Aim::Award(one.award.clone()), view);
        let mut said = in_the_way(&one.award, view);
        if let Some(goal) = &one.by_points {
            // What stands a few rows above is not said again.
            let above = told.iter().find(|(criteria, _)| !goal.enough.is_empty() && *criteria == goal.enough);
            said.push(above.map_or_else(
                || enough(goal, view, &found.lost),
                |(_, above)| said!(lang, "Cùng những tiêu chí của mục tiêu “{above}”.", "By the criteria of the goal “{above}”."),
            ));
            told.push((&goal.enough, aim.clone()));
        }
        table.row([text(aim).span(2), least(one.by_points.as_ref(), view), text(said.join(" ")).span(5)]);
    }
    table.when_empty = Some(
        text(
            lang.word("Đơn vị đang đứng đầu khối; không còn xếp loại cao hơn.", "The unit leads its group, and there is no better grade."),
        )
        .italic(),
    );
    table
}

/// Names a goal.
fn aim(aim: &Aim, view: &UnitView<'_>) -> String {
    let lang = view.results.lang;
    match aim {
        Aim::Place(place) => said!(lang, "Lên hạng {place}", "Place {place}"),
        Aim::Grade(grade) => said!(lang, "Đạt xếp loại {grade}", "Grade {grade}"),
        Aim::Award(award) => unproposed::considered(award, view).map_or_else(String::new, |(list, _)| proposed::called(list, view.results)),
    }
}

/// Prints the points that a goal needs; blank where no points would do.
fn least(goal: Option<&Goal>, view: &UnitView<'_>) -> Cell {
    let needs = goal.and_then(|goal| goal.needs.as_ref());
    needs.map_or_else(blank, |needs| points(Some(needs), view.rounding()).bold())
}

/// Says what stands between a unit and an award.
fn in_the_way(award: &AwardId, view: &UnitView<'_>) -> Vec<String> {
    let found = unproposed::considered(award, view);
    found.map(|(list, considered)| unproposed::in_the_way(list, considered, view, view.results.lang)).unwrap_or_default()
}

/// Says which criteria would do.
fn enough(goal: &Goal, view: &UnitView<'_>, lost: &[Lost]) -> String {
    let lang = view.results.lang;
    if goal.needs.is_none() {
        return lang.word("Đạt điểm tối đa ở mọi tiêu chí cũng chưa đủ.", "Full points for every criterion would not be enough.").into();
    }
    let worth = |id: &CriterionId| {
        lost.iter().find(|one| one.criterion == *id).map(|one| if goal.by_documents { &one.by_documents } else { &one.points })
    };
    let named = |id: &CriterionId| format!("{id} ({})", worth(id).map(|points| view.rounding().spelled(points, lang)).unwrap_or_default());
    let all: Vec<String> = goal.enough.iter().map(named).collect();
    let list = all.join(", ");
    if goal.by_documents {
        said!(lang, "Bổ sung tài liệu kiểm chứng ở tiêu chí {list}.", "Further evidence for {list}.")
    } else {
        said!(lang, "Đạt điểm tối đa ở tiêu chí {list}.", "Full points for {list}.")
    }
}

/// Makes the table of points that were lost.
fn lost(view: &UnitView<'_>, lost: &[Lost]) -> Table {
    let lang = view.results.lang;
    let heads = [
        ("Mã", "Code"),
        ("Tiêu chí", "Criterion"),
        ("Mất (điểm)", "Points lost"),
        ("Do thiếu tài liệu", "For lack of evidence"),
        ("Do kết quả", "By the result"),
        ("Lý do", "Reason"),
    ];
    // Where nothing was lost for want of documents, all was lost by the result.
    let parted = lost.iter().any(|one| !one.by_documents.is_zero());
    let row = |[code, criterion, points_lost, evidence, result, reason]: [Cell; 6]| {
        let reason = reason.span(if parted { 3 } else { 5 });
        let parts = [evidence, result].into_iter().filter(|_| parted);
        [code, criterion, points_lost].into_iter().chain(parts).chain([reason]).collect::<Vec<_>>()
    };
    let mut table = Table::new(row(lang.each(heads).map(centre)));
    let rounding = view.rounding();
    for one in lost {
        let criterion = view.set.find(&one.criterion);
        let node = node(view.card, &one.criterion);
        let why = criterion.zip(node).map(|(criterion, node)| reason(view, node, criterion)).unwrap_or_default();
        let rest = &one.points - &one.by_documents;
        let shown = |points_of: &Points| if points_of.is_zero() { blank() } else { points(Some(points_of), rounding) };
        table.row(row([
            centre(one.criterion.as_str()),
            text(criterion.map_or("", |criterion| criterion.name.as_str())),
            points(Some(&one.points), rounding).bold(),
            shown(&one.by_documents),
            shown(&rest),
            text(why).size(11),
        ]));
    }
    table.when_empty = Some(
        text(lang.word("Đơn vị đạt điểm tối đa ở mọi tiêu chí áp dụng.", "The unit has full points for every criterion that applies."))
            .italic(),
    );
    table
}
