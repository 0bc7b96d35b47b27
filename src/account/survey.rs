//! Page of the ranking report: what the survey found, unit by unit; with the answers and how many gave them, where tables say so.

use std::collections::BTreeMap;

use super::cell::{centre, number, text};
use super::page::{Page, Table, left_across};
use super::words::{maximum, mean, node, points, remarks};
use crate::assessment::Unit;
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::{Figure, InputId, InputKind, UnitId};
use crate::points::Points;
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::rule::{Rule, Scorer};
use crate::scoring::{Node, Scorecard};
use crate::text::said;

/// Makes the page; `None` where no set asks for a survey.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let asked = |set: &CriteriaSet| set.leaves().any(|(_, leaf)| leaf.scorer() == Scorer::Survey);
    if !results.sets.values().any(asked) {
        return None;
    }
    let most = results.sets.values().map(|set| surveyed(set).count()).max().unwrap_or_default().max(LEAST);
    let lies = most > UPRIGHT;
    let of_criteria = std::iter::repeat_n(if lies { width_across(most) } else { 17 }, most);
    let widths: Vec<u32> = [34].into_iter().chain(of_criteria).chain([14, 14]).collect();
    let lang = results.lang;
    let mut page = Page::new(lang.word("Điều tra XHH", "Sociological survey"), results.campaign, lies, &widths);
    page.title(lang.word("KẾT QUẢ ĐIỀU TRA XÃ HỘI HỌC", "RESULTS OF THE SOCIOLOGICAL SURVEY"), results.campaign, remarks(results));
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set).filter(|set| asked(set)) else { continue };
        let of_group = OfGroup { results, ranking, set, most: u16::try_from(most).unwrap_or(u16::MAX) };
        let found = of_group.units().next().is_some();
        if ranking.rows.is_empty() {
            continue;
        }
        page.heading(&ranking.group.name);
        if found {
            page.table(of_group.summed());
            page.gap();
            page.table(of_group.by_unit());
        }
        if let Some(answers) = of_group.answers() {
            page.gap();
            page.table(answers);
        }
        let missing = of_group.missing();
        if !missing.is_empty() {
            let missing = missing.join("; ");
            page.paragraph(text(said!(lang, "Không có kết quả điều tra: {missing}.", "Without survey results: {missing}.")).italic());
        }
    }
    Some(page)
}

/// Gives the width of so many columns of criteria on a page on its side.
fn width_across(criteria: usize) -> u32 {
    let criteria = u32::try_from(criteria).unwrap_or(u32::MAX).max(1);
    (left_across(&[34, 14, 14]) / criteria).saturating_sub(1).clamp(9, 15)
}

/// Least columns of criteria, for which the other tables need room.
const LEAST: usize = 4;

/// Most columns of criteria that an upright page takes in letters of 8 points.
const UPRIGHT: usize = 4;

/// A group whose set asks for a survey.
struct OfGroup<'r, 'a> {
    results: &'r Results<'a>,
    ranking: &'r GroupRanking,
    set: &'r CriteriaSet,
    /// Columns of criteria on the page.
    most: u16,
}

impl<'r> OfGroup<'r, '_> {
    /// Makes the table of means over the group.
    fn summed(&self) -> Table {
        let rounding = self.ranking.group.rounding;
        let name = self.most - 1;
        let heads = [
            ("Tiêu chí", "Criterion"),
            ("Số người trả lời", "Respondents"),
            ("Điểm tối đa", "Maximum points"),
            ("Điểm trung bình", "Mean points"),
            ("Chỉ số (%)", "Index (%)"),
        ];
        let [criterion, answered, most, mean_points, index] = self.results.lang.each(heads).map(|words| centre(words).size(11));
        let mut table = Table::new([criterion.span(name), answered, most, mean_points, index]);
        for (criterion, leaf) in surveyed(self.set) {
            let ranked = self.ranking.ranked();
            let cards = ranked.filter_map(|row| self.results.cards.get(&row.unit));
            let nodes: Vec<_> = cards.filter_map(|card| node(Some(card), &criterion.id).filter(|node| node.applicable)).collect();
            let samples = self.ranking.rows.iter().filter_map(|row| sample(self.results, &row.unit, criterion, leaf));
            let answered: Points = samples.collect::<Vec<_>>().iter().sum();
            table.row([
                text(format!("{}. {}", criterion.id, criterion.name)).span(name),
                if answered.is_zero() { centre("–") } else { number(&answered, 0) },
                maximum(&criterion.max),
                points(mean(nodes.iter().filter_map(|node| node.official.as_ref())).as_ref(), rounding),
                points(mean(nodes.iter().filter_map(|node| node.index.as_ref())).as_ref(), rounding),
            ]);
        }
        table
    }

    /// Lists the units that were asked about, in the order of their places.
    fn units(&self) -> impl Iterator<Item = (&'r Unit, &'r Scorecard)> {
        let rows = self.ranking.rows.iter();
        let found = rows.filter_map(|row| Some((self.results.unit(&row.unit)?, self.results.cards.get(&row.unit)?)));
        found.filter(|(_, card)| card.stages.survey.is_some())
    }

    /// Names the units without a survey.
    fn missing(&self) -> Vec<&'r str> {
        let none = |row: &&crate::ranking::Row| self.results.cards.get(&row.unit).is_none_or(|card| card.stages.survey.is_none());
        self.ranking.rows.iter().filter(none).filter_map(|row| Some(self.results.unit(&row.unit)?.name.as_str())).collect()
    }

    /// Makes the table of units, a column for each criterion.
    fn by_unit(&self) -> Table {
        let (rounding, lang) = (self.ranking.group.rounding, self.results.lang);
        let criteria: Vec<&Criterion> = surveyed(self.set).map(|(criterion, _)| criterion).collect();
        let rest = self.most - u16::try_from(criteria.len()).unwrap_or(self.most);
        let columns = criteria.iter().map(|criterion| {
            let (id, max) = (&criterion.id, criterion.max.plain_in(lang));
            centre(said!(lang, "{id} (tối đa {max})", "{id} (at most {max})"))
        });
        let [unit, sum, index] = lang.each([("Đơn vị", "Unit"), ("Cộng", "Total"), ("Chỉ số (%)", "Index (%)")]).map(centre);
        let head = [unit.span(1 + rest)].into_iter().chain(columns).chain([sum, index]);
        let mut table = Table::new(head.map(|cell| cell.size(11)));
        for (unit, card) in self.units() {
            let nodes: Vec<_> = criteria.iter().map(|criterion| node(Some(card), &criterion.id).filter(|node| node.applicable)).collect();
            let official = |of: Option<&Node>| of.and_then(|node| node.official.clone());
            let reached: Points = nodes.iter().copied().filter_map(official).collect::<Vec<_>>().iter().sum();
            let most: Points = nodes.iter().flatten().map(|node| node.applicable_max.clone()).collect::<Vec<_>>().iter().sum();
            let cells = nodes.iter().map(|of| points(official(*of).as_ref(), rounding));
            let share = reached.over(&most).map(|share| &share * &Points::from(100));
            table.row(
                [text(unit.name.as_str()).span(1 + rest)]
                    .into_iter()
                    .chain(cells)
                    .chain([points(Some(&reached), rounding).bold(), points(share.as_ref(), rounding)]),
            );
        }
        table
    }

    /// Makes the table of what was answered, and by how many, a row for each unit; `None` where the tables of the survey give
    /// points alone.
    fn answers(&self) -> Option<Table> {
        let said = |criterion: &Criterion, leaf: &Leaf| {
            let says = |unit: &Unit| {
                found(self.results, unit, criterion, leaf).is_some() || sample(self.results, &unit.id, criterion, leaf).is_some()
            };
            self.units().any(|(unit, _)| says(unit))
        };
        let criteria: Vec<(&Criterion, &Leaf)> = surveyed(self.set).filter(|(criterion, leaf)| said(criterion, leaf)).collect();
        if criteria.is_empty() {
            return None;
        }
        let rest = self.most - u16::try_from(criteria.len()).unwrap_or(self.most);
        let lang = self.results.lang;
        let labels = |leaf: &Leaf| leaf.inputs.iter().map(|input| input.label.as_str()).collect::<Vec<_>>().join(" / ");
        let column = |(criterion, leaf): &(&Criterion, &Leaf)| {
            let labels = labels(leaf);
            let id = &criterion.id;
            let of = if labels.is_empty() { id.to_string() } else { format!("{id}. {labels}") };
            centre(said!(lang, "{of}\n(số người trả lời)", "{of}\n(respondents)")).size(11)
        };
        let head = [centre(lang.word("Đơn vị", "Unit")).size(11).span(1 + rest)].into_iter().chain(criteria.iter().map(column));
        // Answers have longer headings than points: the columns behind those of criteria are theirs, too.
        let mut table = Table::new(head);
        for (unit, _) in self.units() {
            let cell = |(criterion, leaf): &(&Criterion, &Leaf)| {
                if unit.not_applicable.contains(&criterion.id) {
                    return centre("–").size(11);
                }
                let people = people(self.results, unit, criterion, leaf).map(|people| format!("({people})"));
                let lines: Vec<String> = found(self.results, unit, criterion, leaf).into_iter().chain(people).collect();
                centre(if lines.is_empty() { "–".to_owned() } else { lines.join("\n") }).size(11)
            };
            table.row([text(unit.name.as_str()).span(1 + rest)].into_iter().chain(criteria.iter().map(cell)));
        }
        Some(table)
    }
}

/// Lists the criteria that the survey scores.
fn surveyed(set: &CriteriaSet) -> impl Iterator<Item = (&Criterion, &Leaf)> {
    set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey)
}

/// Says what the survey found: its figures, in the order of the set; `None` where tables give points alone.
fn found(results: &Results<'_>, unit: &Unit, criterion: &Criterion, leaf: &Leaf) -> Option<String> {
    let found = results.appraisal.surveyed.get(&unit.id).and_then(|of| of.get(&criterion.id))?;
    let said = leaf.inputs.iter().map(|input| {
        let figure = found.figures.get(&input.id).and_then(Figure::number).map(|figure| figure.plain_in(results.lang));
        match figure {
            Some(rate) if input.kind == InputKind::Percent => format!("{rate}%"),
            Some(figure) => figure,
            None => "–".to_owned(),
        }
    });
    let said: Vec<String> = said.collect();
    said.iter().any(|figure| figure != "–").then(|| said.join(" / "))
}

/// Gives how many answered, of all groups of respondents: as tables say, else all ballots that were counted. Of answers that
/// came to no points nobody is counted: some of them were refused, or are missing.
fn sample(results: &Results<'_>, unit: &UnitId, criterion: &Criterion, leaf: &Leaf) -> Option<Points> {
    let scored = node(results.cards.get(unit), &criterion.id).is_some_and(|node| node.stages.survey.is_some());
    if !scored {
        return None;
    }
    if let Some(groups) = results.appraisal.samples.get(unit).and_then(|of| of.get(&criterion.id)) {
        return Some(groups.values().sum());
    }
    let ballots = !leaf.inputs.is_empty() && leaf.inputs.iter().all(|input| input.kind == InputKind::Count);
    let found = results.appraisal.surveyed.get(unit).and_then(|of| of.get(&criterion.id)).filter(|_| ballots)?;
    Some(found.figures.iter().filter_map(|(_, figure)| figure.number()).sum())
}

/// Says how many answered, by group of respondents in the order of the set where tables tell them apart; `None` where nobody
/// says.
fn people(results: &Results<'_>, unit: &Unit, criterion: &Criterion, leaf: &Leaf) -> Option<String> {
    let lang = results.lang;
    let all = sample(results, &unit.id, criterion, leaf)?;
    let groups = results.appraisal.samples.get(&unit.id).and_then(|of| of.get(&criterion.id));
    let named = |groups: &BTreeMap<Option<String>, Points>| {
        let Rule::Survey(rule) = &leaf.rule else { return None };
        let of = |(name, ..): &(&str, &Points, Vec<&InputId>)| groups.get(&Some((*name).to_owned())).map(|people| people.plain_in(lang));
        rule.found().groups().iter().map(of).collect::<Option<Vec<String>>>().filter(|all| all.len() == groups.len())
    };
    match groups.and_then(named) {
        Some(by_group) if by_group.len() > 1 => Some(by_group.join(" / ")),
        _ => Some(all.plain_in(lang)),
    }
}
