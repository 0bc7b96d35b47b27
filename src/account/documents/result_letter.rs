//! Công văn trả kết quả: what a unit came to, where it lost points, what it has to correct.

use super::super::against_last_year::compared;
use super::super::cell::{Cell, Value, blank, centre, text};
use super::super::document::{Document, OPEN, Part};
use super::super::outside;
use super::super::page::Table;
use super::super::reason::{reason, said_once};
use super::super::standing::{errors_of, is_closed, is_final};
use super::super::unit_view::UnitView;
use super::super::unscored::{self, is_provisional, waits};
use super::super::words::{
    NONE, alone, claim, cut, lacks_survey, many, maximum, node, of_node, points, takes_no_claim, uncapital, unranked_since,
};
use super::wording::{Sent, add_remarks_of, close, group, head, is_office, mark_provisional, office};
use crate::assessment::{Unit, addressed};
use crate::criteria::Criterion;
use crate::points::Points;
use crate::ranking::Status;
use crate::results::Results;
use crate::scoring::Node;
use crate::text::{Lang, said};

/// Most criteria that are listed; the unit's report has all.
const LISTED: usize = 10;

/// Tells whether a unit has a result that it can be told.
pub fn has_result(results: &Results<'_>, unit: &Unit) -> bool {
    results.place(&unit.id).is_some_and(|(_, row)| row.status != Status::NotSubmitted)
}

/// Tells whether a letter tells a unit its result: one that has none, and the office itself, get none.
pub fn is_told(results: &Results<'_>, unit: &Unit) -> bool {
    has_result(results, unit) && !is_office(results, unit)
}

/// Makes the document; nothing for a unit that is not told.
pub fn result_letter(results: &Results<'_>, unit: &Unit) -> Option<Document> {
    let view = UnitView::new(results, unit).filter(|_| is_told(results, unit))?;
    let (campaign, lang, sent_by) = (results.campaign, results.lang, office(results.campaign));
    let (year, name) = (campaign.year, &unit.name);
    let about = said!(
        lang,
        "V/v thông báo kết quả chấm điểm Chỉ số cải cách hành chính năm {year}",
        "Re: result of the Public Administration Reform Index (PAR Index), {year}"
    );
    let mut document = Document::new(said!(lang, "Công văn {about}: {name}", "Official letter. {about}: {name}"), results);
    mark_provisional(&mut document, results);
    head(&mut document, campaign, "……-……", Some(about));
    document.add(Part::To(vec![addressed(&unit.name)]));
    let title = &campaign.title;
    document.paragraph(said!(
        lang,
        "{sent_by} thông báo kết quả chấm điểm của {name} theo “{title}” như sau:",
        "{sent_by} hereby makes known the result of {name} in “{title}”:"
    ));
    document.subheading(lang.word("1. Kết quả chấm điểm", "1. Result"));
    for words in standing(&view) {
        document.item(words);
    }
    let widths = match lang {
        Lang::Vi => [7, 41, 13, 13, 13, 13],
        Lang::En => [7, 37, 17, 13, 13, 13],
    };
    let mut by_area = areas(&view);
    let mut widths = widths.to_vec();
    if !view.ranking.compares() {
        without_mean(&mut by_area, &mut widths);
    }
    document.table(lang.word("Kết quả theo lĩnh vực", "Results by area"), &widths, by_area);
    let adjusted = outside::lines(&view);
    if !adjusted.is_empty() {
        document.paragraph(lang.word("Điểm thưởng, điểm trừ gồm:", "Bonuses and penalties:"));
    }
    for words in adjusted {
        document.item(words);
    }
    add_lost(&mut document, &view);
    let errors = errors_of(results, &unit.id);
    let next = if errors > 0 {
        lang.word("3. Nội dung đề nghị thực hiện", "3. What is asked of the unit")
    } else {
        lang.word("3. Đề nghị", "3. Request")
    };
    document.subheading(next);
    if errors > 0 {
        let wrong = many(errors, "error", "errors");
        document.item(if is_closed(results) {
            said!(
                lang,
                "Báo cáo tự đánh giá còn {errors} lỗi, nêu trong báo cáo kết quả kiểm tra gửi kèm. Kết quả trên đã tính theo quy định đối với các lỗi này; đề nghị đơn vị rút kinh nghiệm.",
                "The self-assessment still has {wrong}, set out in the attached report of findings. The result above already counts them as the rules say; please avoid them in future."
            )
        } else {
            said!(
                lang,
                "Báo cáo tự đánh giá còn {errors} lỗi; đề nghị khắc phục theo báo cáo kết quả kiểm tra gửi kèm.",
                "The self-assessment still has {wrong}; please correct it as set out in the attached report of findings."
            )
        });
    }
    document.item(lang.word(
        "Rà soát các tiêu chí chưa đạt điểm tối đa, xác định nguyên nhân và có giải pháp khắc phục.",
        "Review the criteria that fell short of full points, determine the causes and remedy the shortcomings.",
    ));
    document.item(what_follows(&view, &sent_by));
    add_remarks_of(&mut document, results, &view.ranking.group);
    document.paragraph(said!(
        lang,
        "{sent_by} thông báo để đơn vị biết, thực hiện./.",
        "{sent_by} informs the unit for its information and action./."
    ));
    close(&mut document, campaign, Sent::ToUnit);
    Some(document)
}

/// Says what becomes of the result: while rounds are to come the unit may explain; behind the last one it stands.
fn what_follows(view: &UnitView<'_>, sent_by: &str) -> String {
    let (results, lang) = (view.results, view.results.lang);
    if is_final(results) && !is_provisional(results, view.row) {
        let stage = results.campaign.official_words();
        let stage = stage.get(lang);
        return said!(
            lang,
            "Kết quả trên là kết quả cuối cùng của đợt đánh giá (bước “{stage}”), làm căn cứ công bố Chỉ số cải cách hành chính.",
            "The result above is the final one (stage “{stage}”), on which the publication of the index is based."
        );
    }
    said!(
        lang,
        "Trường hợp có ý kiến khác, đề nghị gửi văn bản giải trình kèm tài liệu kiểm chứng về {sent_by} trước ngày {OPEN}.",
        "Should the unit disagree, please send a written explanation with evidence to {sent_by} before {OPEN}."
    )
}

/// Says where the unit stands.
fn standing(view: &UnitView<'_>) -> Vec<String> {
    let (rounding, row, lang) = (view.rounding(), view.row, view.results.lang);
    let group = group(&view.ranking.group.name, lang);
    let printed = |points: Option<&Points>| points.map_or(NONE.into(), |points| rounding.spelled(points, lang));
    let percent = |points: Option<&Points>| points.map_or(NONE.into(), |points| format!("{}%", rounding.spelled(points, lang)));
    let (index, reached, most) = (percent(row.index.as_ref()), printed(row.points.as_ref()), row.applicable_max.plain_in(lang));
    // Without the survey the maximum holds points that nobody could get yet.
    let mut told = vec![if lacks_survey(row, view.results) {
        said!(
            lang,
            "Tổng điểm hiện có: {reached} điểm, chưa gồm điểm điều tra xã hội học (điểm tối đa áp dụng: {most}); chưa xác định chỉ số.",
            "Points so far: {reached}, without those of the sociological survey (applicable maximum: {most}); there is no index yet."
        )
    } else {
        said!(
            lang,
            "Tổng điểm: {reached}/{most} điểm tối đa áp dụng; chỉ số: {index}.",
            "Total points: {reached} of the applicable maximum of {most}; index: {index}."
        )
    }];
    told.extend(view.card.and_then(|card| cut(card, lang)).map(str::to_owned));
    told.push(match row.place {
        Some(place) => {
            let counted = view.ranking.counted;
            let tied = if row.tied { lang.word(" (đồng hạng)", " (shared)") } else { "" };
            let provisional = if is_provisional(view.results, row) { lang.word(" (tạm tính)", " (provisional)") } else { "" };
            let grade = row.grade.as_ref().map(|grade| said!(lang, "; xếp loại: {grade}", "; grade: {grade}")).unwrap_or_default();
            match alone(view.ranking, lang) {
                Some(alone) => format!("{alone}{provisional}{grade}."),
                None => said!(
                    lang,
                    "Xếp thứ {place}/{counted} trong {group}{tied}{provisional}{grade}.",
                    "Place {place} of {counted} in {group}{tied}{provisional}{grade}."
                ),
            }
        }
        None => match unranked_since(row, view.results) {
            Some(since) => said!(lang, "Chấm điểm, không xếp hạng trong {group}: {since}.", "Scored, not ranked in {group}: {since}."),
            None => said!(lang, "Chấm điểm, không xếp hạng trong {group}.", "Scored, not ranked in {group}."),
        },
    });
    let mean = view.ranking.mean_index.as_ref().filter(|_| view.ranking.compares()).map(|mean| percent(Some(mean)));
    told.extend(mean.map(|mean| said!(lang, "Chỉ số trung bình của {group}: {mean}.", "Mean index of {group}: {mean}.")));
    let compared = compared(view).map(|words| uncapital(&words));
    told.extend(compared.map(|words| said!(lang, "So với năm trước: {words}", "Against the year before: {words}")));
    told.extend(waits(view.results, row));
    told
}

/// Makes the table of areas, beside the group's mean.
pub fn areas(view: &UnitView<'_>) -> Table {
    let (rounding, lang) = (view.rounding(), view.results.lang);
    let heads = [
        ("STT", "No."),
        ("Lĩnh vực", "Area"),
        ("Điểm tối đa áp dụng", "Applicable maximum"),
        ("Điểm đạt", "Points"),
        ("Chỉ số (%)", "Index (%)"),
        ("Trung bình khối (%)", "Group mean (%)"),
    ];
    let mut table = Table::new(lang.each(heads).map(centre));
    for area in &view.set.criteria {
        let of_area = node(view.card, &area.id);
        let applies = of_area.is_none_or(|node| node.applicable);
        let weighted = of_area.and_then(|node| node.official.as_ref()).map(|official| official * &area.weight);
        let max = of_area.filter(|_| applies).map(|node| maximum(&(&node.applicable_max * &area.weight)));
        table.row([
            centre(area.id.as_str()),
            text(&area.name),
            max.unwrap_or_else(|| centre(NONE)),
            if applies { points(weighted.as_ref(), rounding) } else { centre(NONE) },
            of_node(of_area, |node| node.index.as_ref(), rounding),
            points(view.ranking.area_mean(&area.id), rounding),
        ]);
    }
    if let Some(adjusted) = view.card.and_then(|card| card.adjusted.as_ref()) {
        table.row([
            blank(),
            text(lang.word("Điểm thưởng, điểm trừ", "Bonuses, penalties")),
            blank(),
            points(Some(adjusted), rounding),
            blank(),
            blank(),
        ]);
    }
    let row = view.row;
    table.sum([
        blank(),
        text(lang.word("Tổng", "Total")),
        maximum(&row.applicable_max),
        points(row.points.as_ref(), rounding),
        points(row.index.as_ref(), rounding),
        points(view.ranking.mean_index.as_ref(), rounding),
    ]);
    table
}

/// Takes the column of the group's mean, the last one, out of the table of areas; the names take its room.
fn without_mean(table: &mut Table, widths: &mut Vec<u32>) {
    for row in std::iter::once(&mut table.head).chain(&mut table.rows).chain(&mut table.foot) {
        row.pop();
    }
    let room = widths.pop().unwrap_or_default();
    if let Some(names) = widths.get_mut(1) {
        *names += room;
    }
}

/// Lists the criteria that cost the unit points, those first that cost most.
fn add_lost(document: &mut Document, view: &UnitView<'_>) {
    let lang = view.results.lang;
    document.subheading(lang.word("2. Các tiêu chí chưa đạt điểm tối đa", "2. Criteria without full points"));
    let mut lines = lost(view);
    let open = unscored::may_bring(view.row, view.ranking, view.results);
    if lines.is_empty() {
        document.paragraph(
            open.unwrap_or_else(|| lang.word("Tất cả các tiêu chí đều đạt điểm tối đa.", "Every criterion has full points.").into()),
        );
        return;
    }
    let heads = [
        ("Mã", "Code"),
        ("Tiêu chí", "Criterion"),
        ("Điểm tối đa", "Max. points"),
        ("Tự đánh giá", "Self-assessed"),
        ("Điểm đạt", "Points"),
        ("Lý do", "Reason"),
    ];
    let more = lines.len().saturating_sub(LISTED);
    let mut table = Table::new(lang.each(heads).map(centre));
    lines.truncate(LISTED);
    let mut reasons: Vec<String> = lines.iter().map(|[.., why]| why.words(lang)).collect();
    let below = said_once(&mut reasons);
    for ([code, criterion, max, claimed, came, why], reason) in lines.into_iter().zip(reasons) {
        table.row([code, criterion, max, claimed, came, Cell { value: Value::Text(reason), ..why }]);
    }
    let widths = match lang {
        Lang::Vi => [8, 29, 8, 9, 8, 38],
        Lang::En => [8, 26, 10, 12, 10, 34],
    };
    document.table("", &widths, table);
    for words in below {
        document.paragraph(words);
    }
    if more > 0 {
        let criteria = many(more, "more criterion", "more criteria");
        document.paragraph(said!(
            lang,
            "Còn {more} tiêu chí khác; chi tiết từng tiêu chí ở báo cáo kết quả của đơn vị gửi kèm.",
            "There are {criteria}; details of each are in the attached report of the unit."
        ));
    }
    if let Some(words) = open {
        document.paragraph(words);
    }
}

/// Makes a line of each criterion that cost the unit points, those first that cost most: id, name, maximum, claim, result, why. What
/// the council has yet to score cost it nothing.
pub fn lost(view: &UnitView<'_>) -> Vec<[Cell; 6]> {
    let open = unscored::of_row(view.row, view.ranking, view.results);
    let short = |criterion: &Criterion| {
        let node = node(view.card, &criterion.id).filter(|node| node.applicable && !open.contains(&&node.id))?;
        let lost = &node.applicable_max - node.official.as_ref().unwrap_or(&Points::zero());
        lost.is_positive().then_some((lost, node))
    };
    let mut all: Vec<(Points, &Node, &Criterion)> =
        view.set.leaves().filter_map(|(criterion, _)| short(criterion).map(|(lost, node)| (lost, node, criterion))).collect();
    all.sort_by(|(lost, ..), (other, ..)| other.cmp(lost));
    let rounding = view.rounding();
    let line = |(_, node, criterion): (Points, &Node, &Criterion)| {
        [
            centre(criterion.id.as_str()),
            text(&criterion.name),
            maximum(&node.applicable_max),
            match &node.stages.claimed {
                None if !takes_no_claim(criterion) => centre(NONE),
                claimed => claim(criterion, claimed.as_ref(), rounding, view.results.lang),
            },
            points(node.official.as_ref(), rounding).bold(),
            text(reason(view, node, criterion)).size(11),
        ]
    };
    all.into_iter().map(line).collect()
}
