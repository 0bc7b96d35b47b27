//! Pictures of the page for a minute: how groups came out, how many units have which grade, how areas came out.

use super::super::cell::{Tone, centre, count, text};
use super::super::page::{Drawing, Ink, Page, Series, Table};
use super::super::published::{self, Share};
use super::super::unscored;
use super::super::words::{NONE, SHORT, maximum, points, short_name};
use crate::criteria::{CriteriaSet, Criterion};
use crate::points::Points;
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::text::{Lang, said};

/// Draws groups, grades and areas.
pub fn add(page: &mut Page, results: &Results<'_>) {
    by_group(page, results);
    by_grade(page, results);
    by_area(page, results);
}

/// Makes a picture beside a table, as wide as the room that is left; none where no bar has a length.
fn beside(labels: Vec<String>, to: Option<Points>, series: Vec<Series>) -> Option<Drawing> {
    let apart = series.len() > 1;
    let from = Some(Points::zero());
    let drawing = Drawing { names: 1, labels, counts: false, apart, within: true, from, to, step: None, series };
    drawing.shows_something().then_some(drawing)
}

/// Gives the end of an axis of indexes.
fn axis<'a>(mut values: impl Iterator<Item = &'a Points>) -> Option<Points> {
    let hundred = Points::hundred();
    values.all(|value| *value <= hundred).then_some(hundred)
}

/// Draws the best, the mean and the least index of each group.
fn by_group(page: &mut Page, results: &Results<'_>) {
    let lang = results.lang;
    // A group of one has its line above.
    let placed: Vec<&GroupRanking> = results.ranking.groups.iter().filter(|ranking| ranking.compares()).collect();
    if placed.is_empty() {
        return;
    }
    page.heading(lang.word("Chỉ số của các khối (%)", "Index of the groups (%)"));
    let heads = lang.each([("STT", "No."), ("Khối", "Group"), ("Cao nhất", "Highest"), ("Trung bình", "Mean"), ("Thấp nhất", "Lowest")]);
    let mut table = Table::new(heads.map(|words| centre(words).size(11)));
    let mut values: [Vec<Option<Points>>; 3] = Default::default();
    let labels = placed.iter().map(|ranking| short_name(&ranking.group.name, SHORT)).collect();
    for (n, ranking) in placed.into_iter().enumerate() {
        let rounding = ranking.group.rounding;
        let of_group = [ranking.highest(), ranking.mean_index.as_ref(), ranking.lowest()];
        let [most, mean, least] = of_group.map(|index| points(index, rounding));
        table.row([count(n + 1), text(&ranking.group.name), most, mean.bold(), least]);
        for (all, index) in values.iter_mut().zip(of_group) {
            all.push(index.map(|index| rounding.print(index)));
        }
    }
    let to = axis(values.iter().flatten().flatten());
    let [_, _, most, mean, least] = heads;
    let inks = [(most, Ink::Open), (mean, Ink::Solid), (least, Ink::Hatched)];
    let series = inks.into_iter().zip(values).map(|((name, ink), values)| Series { name, ink, values }).collect();
    table.drawing = beside(labels, to, series);
    let is_drawn = table.drawing.is_some();
    page.table(table);
    if !is_drawn {
        return;
    }
    page.paragraph(
        text(lang.word(
            "Thanh trắng là cao nhất, thanh đậm là trung bình, thanh gạch chéo là thấp nhất.",
            "The white bar is the highest, the dark one the mean, the hatched one the lowest.",
        ))
        .italic(),
    );
}

/// Draws how many units of each group have which grade.
fn by_grade(page: &mut Page, results: &Results<'_>) {
    let lang = results.lang;
    let graded: Vec<&GroupRanking> =
        results.ranking.groups.iter().filter(|ranking| ranking.counted > 1 && !ranking.group.grades.is_empty()).collect();
    for ranking in &graded {
        let group = &ranking.group.name;
        page.heading(if graded.len() == 1 {
            lang.word("Số đơn vị theo xếp loại", "Units by grade").to_owned()
        } else {
            said!(lang, "Số đơn vị theo xếp loại: {group}", "Units by grade: {group}")
        });
        let shares = published::shares(ranking, lang);
        let percents: Vec<Points> = shares.iter().filter_map(|share| share.percent.clone()).collect();
        page.table(grades(&shares, ranking, lang));
        if let Some(words) = published::missing_100(&percents, ranking.group.rounding, lang) {
            page.paragraph(text(words).italic());
        }
    }
}

/// Makes the table of a group's grades with its picture.
fn grades(shares: &[Share], ranking: &GroupRanking, lang: Lang) -> Table {
    let heads = [("STT", "No."), ("Xếp loại", "Grade"), ("Từ (%)", "From (%)"), ("Số lượng", "Number"), ("Tỷ lệ (%)", "Share (%)")];
    let mut table = Table::new(lang.each(heads).map(|words| centre(words).size(11)));
    for (n, share) in shares.iter().enumerate() {
        let from = share.from.as_ref().map_or_else(|| centre(NONE), maximum);
        let percent = points(share.percent.as_ref(), ranking.group.rounding);
        table.row([count(n + 1), text(&share.grade).size(11), from, count(share.number).bold(), percent]);
    }
    let values: Vec<Option<Points>> = shares.iter().map(|share| i64::try_from(share.number).ok().map(Points::from)).collect();
    let most = values.iter().flatten().max().cloned().unwrap_or_default();
    let labels = shares.iter().map(|share| share.grade.clone()).collect();
    table.drawing = beside(labels, None, vec![Series { name: lang.word("Số đơn vị", "Units"), ink: Ink::Solid, values }]);
    if let Some(drawing) = &mut table.drawing {
        // No half of a unit stands on the axis.
        let steps = [1, 2, 5, 10, 20, 50, 100].map(Points::from);
        drawing.step = steps.into_iter().find(|step| most <= step * &Points::from(6));
    }
    table
}

/// Draws the mean index of each area, a picture for each group.
fn by_area(page: &mut Page, results: &Results<'_>) {
    let lang = results.lang;
    for ranking in results.ranking.groups.iter().filter(|ranking| ranking.counted > 0) {
        let Some(set) = results.sets.get(&ranking.group.set) else { continue };
        let group = &ranking.group.name;
        page.heading(if ranking.compares() {
            said!(lang, "Chỉ số trung bình theo lĩnh vực (%): {group}", "Mean index by area (%): {group}")
        } else {
            said!(lang, "Chỉ số theo lĩnh vực (%): {group}", "Index by area (%): {group}")
        });
        page.table(areas(ranking, set, results));
    }
}

/// Makes the table of a group's areas with its picture.
fn areas(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Table {
    let (lang, rounding) = (results.lang, ranking.group.rounding);
    let index = if ranking.compares() { ("Trung bình", "Mean") } else { ("Chỉ số", "Index") };
    let heads = [("STT", "No."), ("Lĩnh vực", "Area"), ("Điểm tối đa", "Maximum"), index, ("Nhận xét", "Remark")];
    let mut table = Table::new(lang.each(heads).map(|words| centre(words).size(11)));
    let (mut values, mut labels) = (Vec::new(), Vec::new());
    for (area, mean, (remark, tone)) in area_means(ranking, set, results) {
        let remark = centre(remark).size(11).tone(tone);
        let mean_cell = points(mean, rounding).bold().tone(tone);
        table.row([centre(area.id.as_str()), text(&area.name).size(10), maximum(&area.weighted_max()), mean_cell, remark]);
        values.push(mean.map(|mean| rounding.print(mean)));
        labels.push(format!("{}. {}", area.id, short_name(&area.name, SHORT)));
    }
    let to = axis(values.iter().flatten());
    let name = if ranking.compares() { lang.word("Chỉ số trung bình", "Mean index") } else { lang.word("Chỉ số", "Index") };
    table.drawing = beside(labels, to, vec![Series { name, ink: Ink::Solid, values }]);
    table
}

/// Gives every area with its mean index, and what is remarked of it: the best and the weakest of the group. One of which the council
/// has yet to score something is not the weakest, as little as anybody knows.
fn area_means<'a>(
    ranking: &'a GroupRanking,
    set: &'a CriteriaSet,
    results: &Results<'_>,
) -> Vec<(&'a Criterion, Option<&'a Points>, (&'static str, Tone))> {
    let lang = results.lang;
    let means: Vec<(Option<&Points>, bool)> =
        set.criteria.iter().map(|area| (ranking.area_mean(&area.id), unscored::is_in_area(&area.id, ranking, set, results))).collect();
    let most = means.iter().filter_map(|(mean, _)| *mean).max();
    let least = means.iter().filter(|(_, is_open)| !is_open).filter_map(|(mean, _)| *mean).min();
    let remarked = |(mean, is_open): (Option<&Points>, bool)| match mean {
        Some(_) if is_open => (lang.word("Hội đồng chưa chấm hết", "Not all scored yet"), Tone::None),
        Some(_) if most == least => ("", Tone::None),
        Some(mean) if Some(mean) == most => (lang.word("Cao nhất", "Highest"), Tone::Good),
        Some(mean) if Some(mean) == least => (lang.word("Thấp nhất", "Lowest"), Tone::Odd),
        _ => ("", Tone::None),
    };
    set.criteria.iter().zip(means).map(|(area, one)| (area, one.0, remarked(one))).collect()
}
