//! Sections of a unit's report: how many points it lacks for the next better place and grade and for awards, and where it lost
//! points.

use super::cell::{Cell, blank, centre, text};
use super::page::{Page, Table};
use super::reason::{of_line, reason, said_once};
use super::unit_view::UnitView;
use super::unproposed;
use super::unscored;
use super::words::{capital, many, node, points, weighted_name};
use crate::figure::{AwardId, CriterionId};
use crate::points::Points;
use crate::shortfall::{Aim, Gate, Goal, Lesser, Lost, Shortfall, Source, Waiting};
use crate::text::said;

/// Most criteria that are advised: more than these nobody brings to full points in a year.
const ADVISED: usize = 5;
/// Most leaves that are listed: with more of them a report that is two pages long gets a third with a few rows. What is left is
/// summed up.
const MOST: usize = 15;
/// Most of them above what the unit says itself, which takes the room of the others.
const MOST_ABOVE_REMARKS: usize = 12;

/// Adds them to a page of eight columns: of a unit without a place only where it lost points. `remarked` tells whether what the unit
/// says itself follows.
pub fn add(page: &mut Page, view: &UnitView<'_>, remarked: bool) {
    let Some(found) = unproposed::shortfall(view) else { return };
    let lang = view.results.lang;
    if view.row.place.is_some() {
        aims(page, view, &found);
    }
    let open = unscored::may_bring(view.row, view.ranking, view.results);
    if found.lost.is_empty() && open.is_none() && view.row.place.is_none() {
        return;
    }
    page.heading(lang.word("Các tiêu chí chưa đạt điểm tối đa và lý do", "Where points were lost, and why"));
    let (listed, rest) = found.lost.split_at_checked(if remarked { MOST_ABOVE_REMARKS } else { MOST }).unwrap_or((&found.lost, &[]));
    if listed.iter().any(|one| view.set.find(&one.criterion).is_some_and(|of| weighted_name(view.set, of, lang) != of.name)) {
        page.paragraph(
            text(lang.word(
                "Điểm mất là điểm trong tổng điểm: đã nhân hệ số của tiêu chí.",
                "Points lost are points of the total: they are multiplied by the weight of the criterion.",
            ))
            .italic(),
        );
    }
    let (table, reasons) = lost(view, listed);
    page.table(table);
    let lesser = found.lesser.iter().map(|one| lesser(one, view));
    for words in reasons.into_iter().chain(lesser).chain(open) {
        page.paragraph(text(words).italic());
    }
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

/// Adds what would do for a better place, grade or award.
fn aims(page: &mut Page, view: &UnitView<'_>, found: &Shortfall) {
    let lang = view.results.lang;
    page.heading(if found.awards.is_empty() {
        lang.word("Số điểm cần thêm để nâng hạng, nâng xếp loại", "Points needed for a better place or grade")
    } else {
        lang.word(
            "Số điểm cần thêm để nâng hạng, nâng xếp loại, được đề nghị khen thưởng",
            "Points needed for a better place or grade, or for an award",
        )
    });
    page.table(goals(view, found));
    page.paragraph(
        text(lang.word(
            "Giả định kết quả của các đơn vị khác giữ nguyên. Số điểm nêu ra là mức tối thiểu, làm tròn theo số chữ số thập phân của báo cáo. Các tiêu chí nêu ra là số ít nhất, chọn trong các tiêu chí đơn vị tự thực hiện được (không kể điều tra xã hội học), ưu tiên các tiêu chí chỉ cần bổ sung tài liệu.",
            "Assumes that the results of all other units stay as they are. The points are the minimum, to the decimals of this report. The criteria are the fewest that would be enough among those that the unit can act on (not the survey); those that need only further documents come first.",
        ))
        .italic(),
    );
    let mut all = found.goals.iter().chain(found.awards.iter().filter_map(|one| one.by_points.as_ref()));
    if all.any(|goal| goal.is_bound && !goal.enough.is_empty()) {
        page.paragraph(
            text(lang.word(
                "Dòng ghi “chắc chắn đủ” có thể cần ít hơn, vì khi bằng chỉ số còn xét tiếp tiêu chí phụ.",
                "A line that says “sure to do” may need less, since something else decides between equals.",
            ))
            .italic(),
        );
    }
    let open = unscored::of_row(view.row, view.ranking, view.results);
    if !open.is_empty() {
        let ids = unscored::ids(&open);
        page.paragraph(
            text(said!(
                lang,
                "Các số ở bảng trên chưa kể điểm của tiêu chí hội đồng thẩm định chưa chấm: {ids}.",
                "The figures above leave out what the council has yet to score: {ids}."
            ))
            .italic(),
        );
    }
    for one in &found.waiting {
        page.paragraph(text(waiting(one, view)).italic());
    }
}

/// Says that a leaf would count, too, once another criterion has its points.
fn waiting(one: &Waiting, view: &UnitView<'_>) -> String {
    let lang = view.results.lang;
    let Waiting { leaf, until, .. } = one;
    let (more, least) = (view.rounding().spelled(&one.more, lang), one.at_least.plain_in(lang));
    said!(
        lang,
        "Tiêu chí {leaf} đang không áp dụng vì tiêu chí {until} chưa đạt {least}%. Khi tiêu chí {until} đạt mức ấy thì tiêu chí {leaf} được tính, thêm nhiều nhất {more} điểm; các số ở bảng trên chưa kể điều này.",
        "Criterion {leaf} does not apply at present, since {until} is below {least}%. Once {until} reaches that, {leaf} counts and adds up to {more} points; the table above leaves this out."
    )
}

/// Says that an alternative that counts reaches less than another would.
fn lesser(one: &Lesser, view: &UnitView<'_>) -> String {
    let lang = view.results.lang;
    let (counts, more) = (&one.counts, view.rounding().spelled(&one.more, lang));
    let others = one.others.iter().map(CriterionId::as_str).collect::<Vec<_>>().join(lang.word(" hoặc ", " or "));
    said!(
        lang,
        "Tiêu chí {counts} đang được tính thay cho {others}, nhưng điểm cao nhất có thể đạt ít hơn. Nếu làm đủ theo {others} thì còn được thêm nhiều nhất {more} điểm so với làm đủ theo {counts}; các số ở trên chưa kể điều này.",
        "Criterion {counts} counts in place of {others} and reaches less. All that {others} asks would give up to {more} points more than all that {counts} asks; the figures above leave this out."
    )
}

/// Makes the table of what the unit did not reach.
fn goals(view: &UnitView<'_>, found: &Shortfall) -> Table {
    let lang = view.results.lang;
    let heads =
        [("Mục tiêu", "Goal"), ("Cần thêm (điểm)", "Points needed"), ("Ít nhất cần những tiêu chí nào", "Fewest criteria that would do")];
    let [goal, needed, criteria] = lang.each(heads).map(centre);
    let mut table = Table::new([goal.span(2), needed, criteria.span(5)]);
    let mut told: Vec<(&Goal, String)> = Vec::new();
    for goal in &found.goals {
        let (aim, criteria) = (aim(&goal.aim, view), enough(goal, view, &found.lost));
        table.row([text(aim.as_str()).span(2), least(Some(goal), view), text(criteria).span(5)]);
        told.push((goal, aim));
    }
    for one in &found.awards {
        let aim = aim(&Aim::Award(one.award.clone()), view);
        let mut said = in_the_way(&one.award, view);
        if let Some(goal) = &one.by_points {
            // What stands a few rows above is not said again.
            let above = told.iter().find(|(above, _)| is_same_cure(above, goal));
            said.push(above.map_or_else(
                || enough(goal, view, &found.lost),
                |(_, above)| {
                    if goal.is_bound {
                        said!(lang, "Chắc chắn đủ: như mục tiêu “{above}”.", "Sure to do: as for the goal “{above}”.")
                    } else {
                        said!(lang, "Cùng những tiêu chí của mục tiêu “{above}”.", "By the criteria of the goal “{above}”.")
                    }
                },
            ));
            told.push((goal, aim.clone()));
        } else if has_another(&one.award, view) {
            // What it has already is no shortfall.
        } else if one.not_by_points {
            said.push(lang.word("Chưa đủ nếu chỉ tăng điểm.", "Points alone would not be enough.").into());
        } else {
            said.push(
                lang.word(
                    "Chưa xác định được số điểm cần thêm: còn phụ thuộc kết quả xét hình thức khen thưởng khác, hoặc việc xét không chỉ theo điểm.",
                    "The points needed can't be given: they depend on the result for another award, or on more than points.",
                )
                .into(),
            );
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

/// Tells whether a unit is proposed for another award, which excludes from this one.
fn has_another(award: &AwardId, view: &UnitView<'_>) -> bool {
    let found = unproposed::considered(award, view);
    found.is_some_and(|(_, considered)| considered.conditions.iter().any(|one| one.what == "award" && !one.met))
}

/// Tells whether two goals are reached by the same.
fn is_same_cure(one: &Goal, other: &Goal) -> bool {
    let cure = |goal: &Goal| (goal.enough.clone(), goal.by_documents, goal.opened.clone(), goal.is_bound);
    !other.enough.is_empty() && cure(one) == cure(other)
}

/// Names a goal.
fn aim(aim: &Aim, view: &UnitView<'_>) -> String {
    let lang = view.results.lang;
    match aim {
        Aim::Place(place) => said!(lang, "Đạt hạng {place}", "Place {place}"),
        Aim::Grade(grade) => said!(lang, "Đạt xếp loại {grade}", "Grade {grade}"),
        Aim::Award(award) => unproposed::considered(award, view).map_or_else(String::new, |(list, _)| list.called.clone()),
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
    if goal.needs.is_none() && goal.is_bound {
        return lang
            .word(
                "Đạt điểm tối đa ở mọi tiêu chí cũng chưa chắc đủ: khi bằng chỉ số còn xét tiếp tiêu chí phụ.",
                "Full points for every criterion might not be enough: something else decides between equals.",
            )
            .into();
    }
    if goal.needs.is_none() {
        return lang.word("Đạt điểm tối đa ở mọi tiêu chí cũng chưa đủ.", "Full points for every criterion would not be enough.").into();
    }
    if goal.enough.is_empty() {
        return lang
            .word(
                "Cần cả điểm của tiêu chí đang bị tính 0 do chưa đạt điều kiện; xem lý do ở bảng dưới.",
                "This takes points of criteria that count 0 since a condition does not hold; see the reasons below.",
            )
            .into();
    }
    let lost_at = |id: &CriterionId| lost.iter().find(|one| one.criterion == *id);
    if let Some(words) = out_of_reach(goal, &goal.enough.iter().filter_map(lost_at).collect::<Vec<_>>(), view) {
        return words;
    }
    let spelled = |points: &Points| view.rounding().spelled(points, lang);
    let brings = |one: &Lost| spelled(if goal.by_documents { &one.by_documents } else { &one.points });
    let named = |one: &Lost| format!("{} ({})", one.criterion, brings(one));
    let of = |source: Source| {
        let all = goal.enough.iter().filter_map(&lost_at).filter(|one| one.source == source);
        all.map(named).collect::<Vec<_>>().join(", ")
    };
    let (leaves, penalties) = (of(Source::Leaf), of(Source::Penalty));
    let mut said = Vec::new();
    if goal.by_documents {
        said.push(said!(lang, "bổ sung tài liệu kiểm chứng ở tiêu chí {leaves}", "further evidence for {leaves}"));
    } else if !leaves.is_empty() {
        said.push(said!(lang, "đạt điểm tối đa ở tiêu chí {leaves}", "full points for {leaves}"));
    }
    if !penalties.is_empty() {
        said.push(said!(lang, "không bị trừ điểm ở {penalties}", "no penalty under {penalties}"));
    }
    let opened: Vec<String> = goal.opened.iter().filter_map(&lost_at).map(counts_again(view)).collect();
    if !opened.is_empty() {
        let opened = opened.join(", ");
        said.push(said!(lang, "khi đó được tính điểm ở tiêu chí {opened}", "which makes {opened} count again"));
    }
    let all = said.join("; ");
    if goal.is_bound { said!(lang, "Chắc chắn đủ: {all}.", "Sure to do: {all}.") } else { format!("{}.", capital(&all)) }
}

/// Says why nothing is advised where what the unit can do is not enough, or more than anybody does in a year.
fn out_of_reach(goal: &Goal, cure: &[&Lost], view: &UnitView<'_>) -> Option<String> {
    let lang = view.results.lang;
    let (needs, number) = (view.rounding().spelled(goal.needs.as_ref()?, lang), cure.len());
    let late = lang.word("điểm bị trừ do gửi muộn", "points taken for lateness");
    let survey = lang.word("điểm điều tra xã hội học", "points of the sociological survey");
    let not_own = |late: bool| cure.iter().any(|one| !one.is_own && (one.source == Source::Lateness) == late);
    let others: Vec<&str> =
        [(not_own(false), survey), (not_own(true), late)].into_iter().filter_map(|(any, of)| any.then_some(of)).collect();
    if !others.is_empty() {
        let others = others.join(lang.word(" và ", " and "));
        return Some(said!(
            lang,
            "Không đạt được chỉ bằng các tiêu chí đơn vị tự thực hiện: còn thiếu {needs} điểm, cần cả {others}.",
            "Not within reach by what the unit can do itself: {needs} points are missing, which takes {others}, too."
        ));
    }
    (number > ADVISED).then(|| match (goal.by_documents, goal.is_bound) {
        (true, _) => said!(
            lang,
            "Bổ sung tài liệu kiểm chứng ở {number} tiêu chí; xem cột “Do thiếu tài liệu” ở bảng dưới.",
            "Further evidence for {number} criteria; see the column “For lack of evidence” below."
        ),
        (false, true) => said!(
            lang,
            "Khó đạt trong năm: còn thiếu {needs} điểm, phải đạt điểm tối đa ở khoảng {number} tiêu chí.",
            "Hardly within reach in a year: {needs} points are missing, which takes full points for about {number} criteria."
        ),
        (false, false) => said!(
            lang,
            "Khó đạt trong năm: còn thiếu {needs} điểm, phải đạt điểm tối đa ở ít nhất {number} tiêu chí.",
            "Hardly within reach in a year: {needs} points are missing, which takes full points for at least {number} criteria."
        ),
    })
}

/// Names criteria that count again, with what they have.
fn counts_again<'v>(view: &'v UnitView<'_>) -> impl Fn(&Lost) -> String + 'v {
    |one| match &one.gate {
        Gate::Shut { has, .. } => format!("{} ({})", one.criterion, view.rounding().spelled(has, view.results.lang)),
        Gate::Open | Gate::Closed => one.criterion.to_string(),
    }
}

/// Says why points were lost.
fn why(view: &UnitView<'_>, one: &Lost) -> String {
    let lang = view.results.lang;
    match one.source {
        Source::Leaf => {
            let leaf = view.set.find(&one.criterion).zip(node(view.card, &one.criterion));
            leaf.map(|(criterion, node)| reason(view, node, criterion)).unwrap_or_default()
        }
        Source::Penalty => {
            let line = view.card.and_then(|card| card.adjustments.iter().find(|line| line.id == one.criterion));
            let said = line.and_then(|line| of_line(view, line));
            let said = said.map(|said| format!(": {said}")).unwrap_or_default();
            said!(lang, "Điểm trừ{said}", "Penalty{said}")
        }
        Source::Lateness => lang.word("Điểm trừ: gửi muộn", "Penalty: submitted late").to_owned(),
    }
}

/// Makes the table of points that were lost, and the lines below it that say what several of its rows would.
fn lost(view: &UnitView<'_>, lost: &[Lost]) -> (Table, Vec<String>) {
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
    let mut reasons: Vec<String> = lost.iter().map(|one| why(view, one)).collect();
    let below = said_once(&mut reasons);
    for (one, why) in lost.iter().zip(reasons) {
        let line = view.set.adjustments.iter().map(|line| &line.criterion).find(|line| line.id == one.criterion);
        let criterion = view.set.find(&one.criterion).or(line);
        let rest = &one.points - &one.by_documents;
        let shown = |points_of: &Points| if points_of.is_zero() { blank() } else { points(Some(points_of), rounding) };
        table.row(row([
            centre(one.criterion.as_str()),
            text(criterion.map(|criterion| weighted_name(view.set, criterion, lang)).unwrap_or_default()),
            points(Some(&one.points), rounding).bold(),
            shown(&one.by_documents),
            shown(&rest),
            text(why).size(11),
        ]));
    }
    table.when_empty = Some(
        text(lang.word(
            "Đơn vị đạt điểm tối đa ở mọi tiêu chí áp dụng, không bị trừ điểm.",
            "The unit has full points for every criterion that applies, and no penalty.",
        ))
        .italic(),
    );
    (table, below)
}
