//! Tables in the layouts that provinces publish, as the campaign chooses them.

use super::appraised::not_all_appraised;
use super::attached;
use super::cell::{Cell, blank, centre, count, text};
use super::page::{Page, Table};
use super::words::{NONE, mean, other_maxima, place, points, ranked, remarks_of, unit_name};
use crate::assessment::Published;
use crate::criteria::{CriteriaSet, Criterion};
use crate::points::{Points, Rounding, RoundingMode, spelled};
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::rule::Scorer;
use crate::scoring::Scorecard;
use crate::text::{Lang, said};

/// What the index is called, in Vietnamese and in English.
const INDEX: (&str, &str) = ("Chỉ số CCHC (%)", "PAR Index (%)");

/// Makes the pages of a group.
pub fn pages(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Vec<Page> {
    let tables = results.campaign.reports.published.iter();
    tables.map(|layout| page(*layout, ranking, set, results)).collect()
}

/// Makes the page of one layout.
fn page(layout: Published, ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Page {
    let (group, campaign, lang) = (&ranking.group, results.campaign, results.lang);
    let (of, in_capitals, year) = (&group.name, group.name.to_uppercase(), campaign.year);
    let by_index = other_maxima(ranking, lang).is_some();
    let widths: &[u32] = match layout {
        Published::Scores => &[6, 44, 14, 14, 14, 14],
        Published::Places if by_index => &[12, 44, 12, 14, 16, 16],
        Published::Places => &[12, 50, 14, 16, 16],
        Published::Grades if by_index => &[6, 46, 14, 14, 12, 16],
        Published::Grades => &[6, 50, 16, 12, 18],
    };
    let name = match layout {
        Published::Scores => said!(lang, "Công bố điểm – {of}", "Published points – {of}"),
        Published::Places => said!(lang, "Công bố hạng – {of}", "Published places – {of}"),
        Published::Grades => said!(lang, "Công bố xếp loại – {of}", "Published grades – {of}"),
    };
    let mut page = Page::new(name, campaign, false, widths);
    let title = said!(
        lang,
        "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}\n{in_capitals}",
        "PUBLIC ADMINISTRATION REFORM INDEX (PAR INDEX), {year}\n{in_capitals}"
    );
    page.title(title, campaign, remarks_of(group, results));
    page.paragraph(centre(attached::to_report(results)).italic());
    match layout {
        Published::Scores => page.table(scores(ranking, set, results)),
        Published::Places => page.table(places(ranking, results)),
        Published::Grades => {
            page.table(grades(ranking, results));
            if !group.grades.is_empty() {
                page.heading(lang.word("Tổng hợp xếp loại", "Units by grade"));
                let (table, note) = distribution(ranking, lang);
                page.table(table);
                if let Some(note) = note {
                    page.paragraph(text(note).italic());
                }
            }
        }
    }
    let beside = |row: &Row| results.cards.get(&row.unit).and_then(|card| card.adjusted.as_ref()).is_some_and(|sum| !sum.is_zero());
    if layout == Published::Scores && ranking.ranked().any(beside) {
        let words = lang.word("Điểm thẩm định gồm cả điểm thưởng, điểm trừ.", "Appraised points include bonuses and penalties.");
        page.paragraph(text(words).italic());
    }
    if let Some(words) = other_maxima(ranking, lang) {
        page.paragraph(text(words).italic());
    }
    if let Some(words) = not_all_appraised(results, [ranking]) {
        page.paragraph(text(words.get(lang)).italic());
    }
    let others: Vec<&str> =
        ranking.rows.iter().filter(|row| row.status != Status::Ranked).map(|row| unit_name(results, &row.unit)).collect();
    if !others.is_empty() {
        let others = others.join("; ");
        page.paragraph(text(said!(lang, "Không xếp hạng: {others}.", "Not ranked: {others}.")).italic());
    }
    page
}

/// Gives what a unit has beside the survey: its total less that.
fn direct(row: &Row, card: &Scorecard) -> Option<Points> {
    let total = row.points.as_ref()?;
    Some(card.stages.survey.as_ref().map_or_else(|| total.clone(), |survey| total - survey))
}

/// Gives the maximum of what the survey scores, as it counts at the top.
fn survey_max(set: &CriteriaSet) -> Points {
    let scored = set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey);
    let counts = |criterion: &Criterion| set.lineage(&criterion.id).iter().fold(criterion.max.clone(), |max, one| &max * &one.weight);
    scored.map(|(criterion, _)| counts(criterion)).sum()
}

/// `STT | Đơn vị | Điểm thẩm định | Điểm ĐTXHH | Tổng điểm | Chỉ số CCHC`, with the mean below.
fn scores(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Table {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let survey = survey_max(set);
    let [appraised, surveyed, total] = [&(&set.total - &survey), &survey, &set.total].map(|max| max.plain_in(lang));
    let head = [
        lang.word("STT", "No.").to_owned(),
        lang.word("Đơn vị", "Unit").into(),
        said!(lang, "Điểm thẩm định ({appraised})", "Appraised points ({appraised})"),
        if survey.is_zero() {
            lang.word("Điểm ĐTXHH", "Survey points").into()
        } else {
            said!(lang, "Điểm ĐTXHH ({surveyed})", "Survey points ({surveyed})")
        },
        said!(lang, "Tổng điểm ({total})", "Total points ({total})"),
        lang.word(INDEX.0, INDEX.1).into(),
    ];
    let mut table = Table::main(head.map(centre), 2);
    let none = |survey: Option<&Points>| survey.map_or_else(|| centre(NONE), |survey| points(Some(survey), rounding));
    for (n, (row, card)) in ranked(ranking, results).enumerate() {
        table.row([
            count(n + 1),
            text(unit_name(results, &row.unit)),
            points(direct(row, card).as_ref(), rounding),
            none(card.stages.survey.as_ref()),
            points(row.points.as_ref(), rounding).bold(),
            points(row.index.as_ref(), rounding).bold(),
        ]);
    }
    let all = |of: &dyn Fn(&Row, &Scorecard) -> Option<Points>| {
        mean(ranked(ranking, results).filter_map(|(row, card)| of(row, card)).collect::<Vec<_>>().iter())
    };
    if !ranking.compares() {
        return table;
    }
    table.sum([
        centre(""),
        text(lang.word("Giá trị trung bình", "Mean")),
        points(all(&direct).as_ref(), rounding),
        none(all(&|_, card| card.stages.survey.clone()).as_ref()),
        points(all(&|row, _| row.points.clone()).as_ref(), rounding),
        points(ranking.mean_index.as_ref(), rounding),
    ]);
    table
}

/// What stands beside the points of a unit where its place goes by their share of a maximum that others don't have: the index.
struct BesidePoints {
    column: Option<usize>,
    rounding: Rounding,
}

impl BesidePoints {
    /// Gives the column, one behind that of the points, where the table needs it.
    fn new(ranking: &GroupRanking, points: usize, lang: Lang) -> Self {
        Self { column: other_maxima(ranking, lang).map(|_| points + 1), rounding: ranking.group.rounding }
    }

    /// Gives the headings of a table with that of the index.
    fn head(&self, heads: impl IntoIterator<Item = (&'static str, &'static str)>, lang: Lang) -> Vec<Cell> {
        self.with(heads.into_iter().map(|(vi, en)| centre(lang.word(vi, en))).collect(), || centre(lang.word(INDEX.0, INDEX.1)))
    }

    /// Gives the cells of a unit with its index.
    fn row<const N: usize>(&self, row: &Row, cells: [Cell; N]) -> Vec<Cell> {
        self.with(cells.into(), || points(row.index.as_ref(), self.rounding).bold())
    }

    /// Puts a cell where the index stands.
    fn with(&self, mut cells: Vec<Cell>, index: impl FnOnce() -> Cell) -> Vec<Cell> {
        if let Some(column) = self.column {
            cells.insert(column.min(cells.len()), index());
        }
        cells
    }
}

/// `Thứ tự xếp hạng | Tên đơn vị | Tổng điểm | Điểm đánh giá trực tiếp | Điểm điều tra XHH`.
fn places(ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let heads = [
        ("Thứ tự xếp hạng", "Place"),
        ("Tên đơn vị", "Unit"),
        ("Tổng điểm", "Total points"),
        ("Điểm đánh giá trực tiếp", "Assessed directly"),
        ("Điểm điều tra XHH", "Survey points"),
    ];
    let beside = BesidePoints::new(ranking, 2, results.lang);
    let mut table = Table::main(beside.head(heads, results.lang), 2);
    for (row, card) in ranked(ranking, results) {
        let cells = [
            place(row),
            text(unit_name(results, &row.unit)),
            points(row.points.as_ref(), rounding).bold(),
            points(direct(row, card).as_ref(), rounding),
            card.stages.survey.as_ref().map_or_else(|| centre(NONE), |survey| points(Some(survey), rounding)),
        ];
        table.row(beside.row(row, cells));
    }
    table
}

/// `TT | Tên đơn vị | Điểm đánh giá | Vị thứ | Xếp loại`.
fn grades(ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let heads = [("TT", "No."), ("Tên đơn vị", "Unit"), ("Điểm đánh giá", "Points"), ("Vị thứ", "Place"), ("Xếp loại", "Grade")];
    let beside = BesidePoints::new(ranking, 2, results.lang);
    let mut table = Table::main(beside.head(heads, results.lang), 2);
    for (n, (row, _)) in ranked(ranking, results).enumerate() {
        let cells = [
            count(n + 1),
            text(unit_name(results, &row.unit)),
            points(row.points.as_ref(), rounding).bold(),
            place(row),
            centre(row.grade.clone().unwrap_or_default()),
        ];
        table.row(beside.row(row, cells));
    }
    table
}

/// `Xếp loại | Số lượng | Tỷ lệ %`, below the columns of the grades, with a note where the shares that print don't come to 100.
fn distribution(ranking: &GroupRanking, lang: Lang) -> (Table, Option<String>) {
    let middle = if other_maxima(ranking, lang).is_some() { 2 } else { 1 };
    let [grade, number, share] = lang.each([("Xếp loại", "Grade"), ("Số lượng", "Number"), ("Tỷ lệ (%)", "Share (%)")]).map(centre);
    let mut table = Table::new([grade.span(2), number.span(middle), share.span(2)]);
    let mut printed = Vec::new();
    for share in shares(ranking, lang) {
        let cell = points(share.percent.as_ref(), ranking.group.rounding);
        table.row([centre(share.grade.as_str()).span(2), count(share.number).span(middle), cell.span(2)]);
        printed.extend(share.percent);
    }
    let total: [Cell; 3] = [text(lang.word("Cộng", "Total")).span(2), count(ranking.counted).span(middle), blank().span(2)];
    table.sum(total);
    (table, missing_100(&printed, ranking.group.rounding, lang))
}

/// Units of a grade.
pub struct Share {
    /// Grade; what lies below the last one has words of its own.
    pub grade: String,
    /// Least index of the grade.
    pub from: Option<Points>,
    /// How many have it.
    pub number: usize,
    /// Their share of the ranked units, exact.
    pub percent: Option<Points>,
}

/// Counts ranked units by grade, from the best down.
pub fn shares(ranking: &GroupRanking, lang: Lang) -> Vec<Share> {
    let share = |number: usize| {
        let (number, counted) = (i64::try_from(number).ok()?, i64::try_from(ranking.counted).ok()?);
        Some(&Points::from(number).over(&Points::from(counted))? * &Points::hundred())
    };
    let graded =
        |name: Option<&str>| ranking.rows.iter().filter(|row| row.status == Status::Ranked && row.grade.as_deref() == name).count();
    let bands = ranking.group.grades.iter().map(|band| (band.name.clone(), Some(band.from.clone()), graded(Some(&band.name))));
    let under = lang.word("Dưới mức thấp nhất", "Under the lowest grade");
    let below = Some((under.to_owned(), None, graded(None))).filter(|(.., number)| *number > 0 && !ranking.group.grades.is_empty());
    bands.chain(below).map(|(grade, from, number)| Share { grade, from, number, percent: share(number) }).collect()
}

/// Says what printed shares come to, where that is not 100.
pub fn missing_100(shares: &[Points], rounding: Rounding, lang: Lang) -> Option<String> {
    let printed: Points = shares.iter().map(|share| rounding.print(share)).collect::<Vec<_>>().iter().sum();
    let sum = spelled(&printed.fixed(rounding.decimals, RoundingMode::HalfUp), lang);
    let words = || {
        said!(
            lang,
            "Các tỷ lệ đã làm tròn cộng lại là {sum}%, do làm tròn từng tỷ lệ.",
            "The printed shares add up to {sum}%, since each is rounded."
        )
    };
    (!shares.is_empty() && printed != Points::hundred()).then(words)
}
