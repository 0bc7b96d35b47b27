//! How a group moved since the year before: its mean, who rose and fell, and what to keep in mind where it is not the same any more.

use super::words::{capital, many, unit_name};
use crate::past::{Before, PastGroup};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::text::fold::bare;
use crate::text::{Lang, said};

/// How a group moved since the year before.
pub struct Moved<'a> {
    /// Year before.
    year: i16,
    /// The group in that year.
    group: Option<&'a PastGroup>,
    /// Change of the mean, where there was one.
    mean: Option<Points>,
    /// Units that rose.
    rose: usize,
    /// Units that fell.
    fell: usize,
    /// Units that did neither.
    same: usize,
    /// Who rose most, or fell least, and by how much.
    highest: (&'a Row, Points),
    /// Who fell most, or rose least, and by how much.
    lowest: (&'a Row, Points),
}

/// Works it out; nothing where none of its units can be compared.
pub fn moved<'a>(ranking: &'a GroupRanking, results: &Results<'a>) -> Option<Moved<'a>> {
    let rounding = ranking.group.rounding;
    // One that was not ranked then lacked something, such as the survey: that it has more now is no rise.
    let change = |row: &Row| compared(row, results)?.change(row).index;
    let mut changes: Vec<(&Row, Points)> = ranking.ranked().filter_map(|row| Some((row, rounding.print(&change(row)?)))).collect();
    changes.sort_by(|(a, one), (b, other)| other.cmp(one).then_with(|| a.place.cmp(&b.place)));
    let rose = changes.iter().filter(|(_, by)| by.is_positive()).count();
    let fell = changes.iter().filter(|(_, by)| by.is_negative()).count();
    let last = results.comparison.last()?;
    let group = last.groups.iter().find(|past| past.id == ranking.group.id);
    let means = ranking.mean_index.as_ref().zip(group.and_then(|group| group.mean_index.as_ref()));
    Some(Moved {
        year: last.year,
        group,
        mean: means.map(|(now, then)| &rounding.print(now) - then),
        rose,
        fell,
        same: changes.len() - rose - fell,
        highest: changes.first()?.clone(),
        lowest: changes.last()?.clone(),
    })
}

/// Gives what a unit is compared with, where it can be.
fn compared<'a>(row: &Row, results: &Results<'a>) -> Option<&'a Before> {
    results.comparison.before(&row.unit).filter(|before| before.ranked && before.index.is_some())
}

impl Moved<'_> {
    /// Says it in few words.
    pub fn in_short(&self, ranking: &GroupRanking, results: &Results<'_>) -> String {
        let (lang, rounding) = (results.lang, ranking.group.rounding);
        let signed = |by: &Points| format!("{}{}", if by.is_positive() { "+" } else { "" }, rounding.spelled(by, lang));
        let ((up, highest), (down, lowest)) = (&self.highest, &self.lowest);
        let (up, down) = (unit_name(results, &up.unit), unit_name(results, &down.unit));
        let (by_most, by_least) = (signed(highest), signed(lowest));
        if !ranking.compares() {
            return said!(lang, "{up}: chỉ số {by_most} điểm phần trăm.", "{up}: index {by_most} percentage points.");
        }
        let mean = self.mean.as_ref().map(|by| {
            let by = signed(by);
            said!(lang, "Chỉ số trung bình {by} điểm phần trăm; ", "Mean index {by} percentage points; ")
        });
        let most = said!(lang, "; tăng nhiều nhất: {up} ({by_most})", "; rose most: {up} ({by_most})");
        let least = said!(lang, "; giảm nhiều nhất: {down} ({by_least})", "; fell most: {down} ({by_least})");
        let (mean, extremes) = (mean.unwrap_or_default(), self.extremes(most, least));
        let Self { rose, fell, same, .. } = self;
        said!(
            lang,
            "{mean}{rose} đơn vị tăng, {fell} giảm, {same} không đổi{extremes}.",
            "{mean}{rose} rose, {fell} fell, {same} unchanged{extremes}."
        )
    }

    /// Says it as a report does, with what to keep in mind.
    pub fn in_full(&self, name: &str, ranking: &GroupRanking, results: &Results<'_>) -> String {
        let (lang, rounding, year) = (results.lang, ranking.group.rounding, self.year);
        let by_how_much = |by: &Points| {
            let abs = rounding.spelled(&by.abs(), lang);
            match by {
                by if by.is_positive() => said!(lang, "tăng {abs} điểm phần trăm", "up by {abs} percentage points"),
                by if by.is_negative() => said!(lang, "giảm {abs} điểm phần trăm", "down by {abs} percentage points"),
                _ => lang.word("không đổi", "unchanged").into(),
            }
        };
        let ((up, highest), (down, lowest)) = (&self.highest, &self.lowest);
        let (up_name, down_name) = (unit_name(results, &up.unit), unit_name(results, &down.unit));
        let (by_most, by_least) = (by_how_much(highest), by_how_much(lowest));
        let notes = self.notes(ranking, results);
        if !ranking.compares() {
            return said!(lang, "{name}: chỉ số của {up_name} {by_most}{notes}.", "{name}: index of {up_name} {by_most}{notes}.");
        }
        let mean = self.mean.as_ref().zip(self.group.and_then(|group| group.mean_index.as_ref())).map(|(by, then)| {
            let (by, then) = (by_how_much(by), rounding.spelled(then, lang));
            said!(lang, "chỉ số trung bình {by} (năm {year}: {then}%); ", "mean index {by} ({year}: {then}%); ")
        });
        let most = said!(lang, "; tăng nhiều nhất: {up_name} ({by_most})", "; rose most: {up_name} ({by_most})");
        let least = said!(lang, "; giảm nhiều nhất: {down_name} ({by_least})", "; fell most: {down_name} ({by_least})");
        let (mean, extremes) = (mean.unwrap_or_default(), self.extremes(most, least));
        let Self { rose, fell, same, .. } = self;
        said!(
            lang,
            "{name}: {mean}{rose} đơn vị tăng, {fell} đơn vị giảm, {same} đơn vị không đổi{extremes}{notes}.",
            "{name}: {mean}{rose} rose, {fell} fell, {same} unchanged{extremes}{notes}."
        )
    }

    /// Joins who rose and who fell most, as far as anybody did.
    fn extremes(&self, most: String, least: String) -> String {
        [(self.rose > 0, most), (self.fell > 0, least)].into_iter().filter(|(any, _)| *any).map(|(_, words)| words).collect()
    }

    /// Says what a reader has to keep in mind: units that are not what they were, and those that are compared with nothing.
    fn notes(&self, ranking: &GroupRanking, results: &Results<'_>) -> String {
        let lang = results.lang;
        let count = |wanted: &dyn Fn(&Row, &Before) -> bool| {
            ranking.ranked().filter(|row| compared(row, results).is_some_and(|before| wanted(row, before))).count()
        };
        let itself = |row: &Row, before: &Before| {
            before.units.iter().all(|(id, name)| *id == row.unit && bare(name) == bare(unit_name(results, id)))
        };
        let merged = count(&|_, before| before.units.len() > 1);
        let renamed = count(&|row, before| before.units.len() == 1 && !before.shared && !itself(row, before));
        let split = count(&|_, before| before.units.len() == 1 && before.shared);
        let moved = count(&|_, before| before.units.len() == 1 && before.group.as_ref() != Some(&ranking.group.id));
        let provisional = count(&|_, before| before.provisional);
        let alone = ranking.counted - ranking.ranked().filter(|row| compared(row, results).is_some()).count();
        let told = [
            (merged, Self::merged(merged, lang)),
            (renamed, Self::renamed(renamed, lang)),
            (split, Self::split(split, lang)),
            (moved, Self::of_other_group(moved, lang)),
            (provisional, Self::provisional(provisional, lang)),
            (alone, Self::not_compared(alone, self.year, lang)),
            (self.group.map_or(0, |group| group.ranked.abs_diff(ranking.counted)), self.of_other_size(ranking, lang)),
        ];
        let told: Vec<String> = told.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
        if told.is_empty() { String::new() } else { format!(". {}", capital(&told.join("; "))) }
    }

    /// Says how many units are compared with a mean.
    fn merged(number: usize, lang: Lang) -> String {
        let units = many(number, "merged unit is", "merged units are");
        said!(lang, "{number} đơn vị hợp nhất so với bình quân các đơn vị trước sắp xếp", "{units} compared with the mean of those merged")
    }

    /// Says how many units had another name.
    fn renamed(number: usize, lang: Lang) -> String {
        let units = many(number, "unit", "units");
        said!(lang, "{number} đơn vị năm trước mang tên khác", "{units} had another name then")
    }

    /// Says how many units were part of another.
    fn split(number: usize, lang: Lang) -> String {
        let units = many(number, "unit", "units");
        said!(
            lang,
            "{number} đơn vị năm trước còn nằm chung trong một đơn vị với đơn vị khác",
            "{units} were part of one unit with others then"
        )
    }

    /// Says how many units were in another group.
    fn of_other_group(number: usize, lang: Lang) -> String {
        let units = many(number, "unit was", "units were");
        said!(lang, "{number} đơn vị năm trước thuộc khối khác", "{units} in another group then")
    }

    /// Says of how many units the result was not final.
    fn provisional(number: usize, lang: Lang) -> String {
        let units = many(number, "unit was", "units were");
        said!(lang, "kết quả năm trước của {number} đơn vị là tạm tính", "the results of {units} provisional then")
    }

    /// Says how many units are compared with nothing.
    fn not_compared(number: usize, year: i16, lang: Lang) -> String {
        let units = many(number, "unit has", "units have");
        said!(lang, "{number} đơn vị không có kết quả xếp hạng năm {year} để so sánh", "{units} no ranked result of {year} to compare with")
    }

    /// Says how many units the mean of last year was taken over.
    fn of_other_size(&self, ranking: &GroupRanking, lang: Lang) -> String {
        let (then, now) = (self.group.map_or(0, |group| group.ranked), ranking.counted);
        said!(lang, "số đơn vị xếp hạng của khối: {now} (năm trước: {then})", "ranked units of the group: {now} (the year before: {then})")
    }
}
