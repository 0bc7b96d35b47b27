//! Page of a group: where its units did best and worst, with the figures behind: what the yearly conference calls results
//! and shortcomings (kết quả đạt được; tồn tại, hạn chế).

use std::cmp::Reverse;

use super::cell::{Tone, centre, count, text};
use super::page::{Page, Table};
use super::unscored;
use super::words::{many, maximum, mean, node, points, ranked, remarks_of, unit_name};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::{CriterionId, Input, InputId, InputKind, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::scoring::Scorecard;
use crate::text::{Lang, said};

/// Criteria that are listed at each end.
const LISTED: usize = 10;
/// Units that are named beside a criterion.
const NAMED: usize = 5;

/// How a criterion came out over the ranked units that it applied to; one of several that stand in for each other came out with them,
/// since of these the best counts.
pub struct Came<'a> {
    /// Criterion that units came to this share of, with those that stand in for it.
    criteria: Vec<&'a Criterion>,
    /// Mean index, exact.
    pub index: Points,
    /// Units that it applied to.
    pub units: usize,
    /// Units with full points.
    pub full: usize,
    /// Units without any.
    pub none: Vec<&'a UnitId>,
}

impl Came<'_> {
    /// Gives the first criterion.
    fn first(&self) -> Option<&CriterionId> {
        self.criteria.first().map(|criterion| &criterion.id)
    }

    /// Gives its id: `5.4.2 hoặc 5.4.3`.
    pub fn id(&self, lang: Lang) -> String {
        self.either(|criterion| criterion.id.as_str(), lang)
    }

    /// Gives its name.
    pub fn name(&self, lang: Lang) -> String {
        self.either(|criterion| &criterion.name, lang)
    }

    /// Joins what stands in for each other.
    fn either(&self, of: impl Fn(&Criterion) -> &str, lang: Lang) -> String {
        self.criteria.iter().map(|criterion| of(criterion)).collect::<Vec<_>>().join(lang.word(" hoặc ", " or "))
    }
}

/// Makes the page; `None` where nobody is ranked.
pub fn page(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Option<Page> {
    let came = came(ranking, set, results);
    if came.is_empty() {
        return None;
    }
    let (group, lang) = (&ranking.group, results.lang);
    let (name, in_capitals, year) = (&group.name, group.name.to_uppercase(), results.campaign.year);
    let mut page =
        Page::new(said!(lang, "Mạnh, yếu – {name}", "Best, worst – {name}"), results.campaign, true, &[8, 50, 9, 11, 9, 9, 9, 60]);
    let title = said!(
        lang,
        "TIÊU CHÍ ĐẠT CAO NHẤT VÀ THẤP NHẤT, NĂM {year}: {in_capitals}",
        "CRITERIA WITH THE BEST AND THE WORST RESULTS, {year}: {in_capitals}"
    );
    page.title(title, results.campaign, remarks_of(group, results));
    page.paragraph(
        text(lang.word(
            "Chỉ số trung bình của tiêu chí thành phần trên các đơn vị được xếp hạng có áp dụng; số liệu là tổng của các đơn vị ấy.",
            "Mean index of each sub-criterion over the ranked units that it applies to; figures are added up over these units.",
        ))
        .italic(),
    );
    page.heading(lang.word("Kết quả đạt được: các tiêu chí có chỉ số cao nhất", "Achievements: criteria with the highest index"));
    let (listed, alike) = best_apart(&came, LISTED);
    if !listed.is_empty() {
        page.table(table(listed, Tone::Good, ranking, results));
    }
    if let Some(words) = by_area(&alike, &came, (ranking, set), lang) {
        page.paragraph(text(words));
        page.gap();
    }
    page.heading(lang.word("Tồn tại, hạn chế: các tiêu chí có chỉ số thấp nhất", "Shortcomings: criteria with the lowest index"));
    let listed = worst(&came, LISTED);
    let more = alike_beyond(&came, &listed, ranking, lang);
    page.table(table(listed, Tone::Odd, ranking, results));
    if let Some(more) = more {
        page.paragraph(text(more).italic());
    }
    Some(page)
}

/// Sums up every leaf that somebody ranked has points of; what stands in for each other is summed up as one.
pub fn came<'a>(ranking: &'a GroupRanking, set: &'a CriteriaSet, results: &Results<'a>) -> Vec<Came<'a>> {
    let told = together(set, &set.criteria);
    told.into_iter().filter_map(|criteria| of_criteria(ranking, criteria, results)).collect()
}

/// Lists the leaves below criteria, each by itself; criteria that stand in for each other, leaves or not, stand together.
fn together<'a>(set: &CriteriaSet, criteria: &'a [Criterion]) -> Vec<Vec<&'a Criterion>> {
    let parts = set.apart(criteria.iter().map(|one| (one, ())));
    let told = parts.into_iter().map(|part| part.into_iter().map(|(one, ())| one).collect::<Vec<_>>());
    told.flat_map(|part| match part.as_slice() {
        [one] if one.leaf().is_none() => together(set, one.children()),
        _ => vec![part],
    })
    .collect()
}

/// Lists the criteria that came out best: the better half, with all that came out as its last one.
pub fn best<'c, 'a>(came: &'c [Came<'a>], most: usize) -> Vec<&'c Came<'a>> {
    let mut sorted = in_order(came);
    sorted.truncate(in_better_half(&sorted));
    sorted.truncate(most);
    sorted
}

/// Lists the criteria that came out best, those first that stand alone at the top; where there is no room for all that came out as
/// the last one listed, which of them are named would be chance: all of these stand apart.
pub fn best_apart<'c, 'a>(came: &'c [Came<'a>], most: usize) -> (Vec<&'c Came<'a>>, Vec<&'c Came<'a>>) {
    let (all, mut listed) = (best(came, came.len()), best(came, most));
    let Some(last) = listed.last().map(|one| &one.index) else { return Default::default() };
    let alike: Vec<&Came<'_>> = all.into_iter().filter(|one| one.index == *last).collect();
    if listed.iter().filter(|one| one.index == *last).count() == alike.len() {
        return (listed, Vec::new());
    }
    listed.retain(|one| one.index > *last);
    (listed, alike)
}

/// Says of criteria that came out alike how many there are, and of how many in which areas; nothing where there are none.
pub fn by_area(alike: &[&Came<'_>], came: &[Came<'_>], (ranking, set): (&GroupRanking, &CriteriaSet), lang: Lang) -> Option<String> {
    let index = ranking.group.rounding.spelled(&alike.first()?.index, lang);
    let is_in = |one: &Came<'_>, area: &CriterionId| {
        one.first().and_then(|first| set.lineage(first).first().map(|top| top.id == *area)).unwrap_or_default()
    };
    let areas = set.criteria.iter().filter_map(|area| {
        let (id, name) = (&area.id, &area.name);
        let (some, all) = (alike.iter().filter(|one| is_in(one, id)).count(), came.iter().filter(|one| is_in(one, id)).count());
        (some > 0).then(|| said!(lang, "{id}. {name} ({some}/{all} tiêu chí)", "{id}. {name} ({some} of {all})"))
    });
    let (areas, number) = (areas.collect::<Vec<_>>().join("; "), alike.len());
    let criteria = many(number, "criterion has", "criteria have");
    Some(if ranking.compares() {
        said!(
            lang,
            "{number} tiêu chí cùng có chỉ số trung bình {index}%, thuộc các lĩnh vực: {areas}.",
            "{criteria} the same mean index, {index}%, in these areas: {areas}."
        )
    } else {
        said!(
            lang,
            "{number} tiêu chí cùng có chỉ số {index}%, thuộc các lĩnh vực: {areas}.",
            "{criteria} the same index, {index}%, in these areas: {areas}."
        )
    })
}

/// Lists the criteria that came out worst, the worst first: those of the other half.
pub fn worst<'c, 'a>(came: &'c [Came<'a>], most: usize) -> Vec<&'c Came<'a>> {
    let all = in_order(came);
    let mut sorted = all.clone().split_off(in_better_half(&all));
    sorted.sort_by_key(|one| (&one.index, Reverse(one.none.len()), one.first()));
    sorted.truncate(most);
    sorted
}

/// Says how many criteria came out as the last one of a list and are not on it; nothing where there are none.
pub fn alike_beyond(came: &[Came<'_>], listed: &[&Came<'_>], ranking: &GroupRanking, lang: Lang) -> Option<String> {
    let last = &listed.last()?.index;
    let alike = |one: &&Came<'_>| one.index == *last && !listed.iter().any(|other| other.first() == one.first());
    let left = came.iter().filter(alike).count();
    let (mean, more) = (ranking.group.rounding.spelled(last, lang), many(left, "more criterion has", "more criteria have"));
    (left > 0).then(|| {
        if ranking.counted == 1 {
            said!(lang, "Còn {left} tiêu chí khác cùng có chỉ số {mean}%.", "{more} the same index, {mean}%.")
        } else {
            said!(lang, "Còn {left} tiêu chí khác cùng có chỉ số trung bình {mean}%.", "{more} the same mean index, {mean}%.")
        }
    })
}

/// Names units, and how many there are beside the first ones.
pub fn named_units(units: &[&UnitId], most: usize, results: &Results<'_>) -> String {
    let lang = results.lang;
    let (names, left) =
        (units.iter().take(most).map(|unit| unit_name(results, unit)).collect::<Vec<_>>().join("; "), units.len().saturating_sub(most));
    let others = many(left, "other unit", "other units");
    if left == 0 { names } else { said!(lang, "{names} và {left} đơn vị khác", "{names} and {others}") }
}

/// Counts those of the better half: criteria that came out alike are on one side.
fn in_better_half(sorted: &[&Came<'_>]) -> usize {
    let last = sorted.len().div_ceil(2).checked_sub(1).and_then(|at| sorted.get(at));
    last.map_or(0, |last| sorted.iter().take_while(|one| one.index >= last.index).count())
}

/// Puts criteria in order, the best first: of two with the same index the one at which fewer units have nothing.
fn in_order<'c, 'a>(came: &'c [Came<'a>]) -> Vec<&'c Came<'a>> {
    let mut sorted: Vec<&Came<'_>> = came.iter().collect();
    sorted.sort_by_key(|one| (Reverse(&one.index), one.none.len(), one.first()));
    sorted
}

/// Sums up a leaf, or criteria that stand in for each other, of which one applies to a unit; nothing where none applied to a ranked
/// unit, or nobody has points of it. Who has none of it has 0, but for those that the council has yet to score: these say nothing.
fn of_criteria<'a>(ranking: &'a GroupRanking, criteria: Vec<&'a Criterion>, results: &Results<'a>) -> Option<Came<'a>> {
    let applies = |card: &'a Scorecard| criteria.iter().find_map(|one| node(Some(card), &one.id).filter(|node| node.applicable));
    let scored = |row: &Row, id: &CriterionId| !unscored::of_row(row, ranking, results).contains(&id);
    let of_row = |(row, card): (&'a Row, &'a Scorecard)| Some((row, applies(card)?)).filter(|(row, node)| scored(row, &node.id));
    let nodes: Vec<_> = ranked(ranking, results).filter_map(of_row).map(|(row, node)| (&row.unit, node)).collect();
    if nodes.iter().all(|(_, node)| node.official.is_none()) {
        return None;
    }
    let zero = Points::zero();
    let index = mean(nodes.iter().map(|(_, node)| node.index.as_ref().unwrap_or(&zero)))?;
    let (units, full) = (nodes.len(), nodes.iter().filter(|(_, node)| node.official.as_ref() == Some(&node.applicable_max)).count());
    let none = nodes.iter().filter(|(_, node)| node.official.as_ref().is_none_or(Points::is_zero)).map(|(unit, _)| *unit).collect();
    Some(Came { criteria, index, units, full, none })
}

/// Makes the table of some criteria.
fn table(came: Vec<&Came<'_>>, tone: Tone, ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let heads = [
        ("Mã", "Code"),
        ("Tiêu chí", "Criterion"),
        ("Điểm tối đa", "Max. points"),
        ("Chỉ số TB (%)", "Mean index (%)"),
        ("Số đơn vị", "Units"),
        ("Đạt tối đa", "With full points"),
        ("0 điểm", "With 0 points"),
        ("Số liệu, đơn vị 0 điểm", "Figures, units with 0 points"),
    ];
    let mut table = Table::new(lang.each(heads).map(|words| centre(words).size(11)));
    for one in came {
        let list = named_units(&one.none, NAMED, results);
        let none = (!one.none.is_empty()).then(|| said!(lang, "0 điểm: {list}.", "0 points: {list}."));
        let said: Vec<String> = figures(one, ranking, results).into_iter().chain(none).collect();
        let max = one.criteria.first().map(|criterion| maximum(&criterion.max));
        table.row([
            centre(one.id(lang)),
            text(one.name(lang)),
            max.unwrap_or_else(|| centre("")),
            points(Some(&one.index), rounding).bold().tone(tone),
            count(one.units),
            count(one.full),
            count(one.none.len()),
            text(said.join("\n")).size(11),
        ]);
    }
    table
}

/// Adds up the figures of a leaf that can be added, over units to which they apply.
fn figures<'a>(came: &Came<'a>, ranking: &GroupRanking, results: &Results<'_>) -> Vec<String> {
    let applies = |card: &Scorecard, (criterion, leaf): (&Criterion, &Leaf), input: &InputId| {
        let node = node(Some(card), &criterion.id).filter(|node| node.applicable);
        let outcome = node.and_then(|node| node.trace.as_ref()).and_then(|trace| trace.outcome.as_ref());
        let is_out = outcome.is_some_and(|outcome| leaf.rule.parts_out(outcome).iter().any(|part| part.inputs.contains(input)));
        node.is_some() && !is_out
    };
    let sum = |of: (&Criterion, &Leaf), input: &Input| {
        let figures: Vec<&Points> = ranked(ranking, results)
            .filter(|(_, card)| applies(card, of, &input.id))
            .filter_map(|(row, _)| results.figure(&row.unit, &of.0.id, &input.id)?.number())
            .collect();
        let total: Points = figures.iter().copied().sum();
        (!figures.is_empty()).then(|| format!("{}: {}.", input.label, total.plain_in(results.lang)))
    };
    let countable = |(criterion, leaf): (&'a Criterion, &'a Leaf)| {
        leaf.inputs.iter().filter(|input| input.kind == InputKind::Count).map(move |input| ((criterion, leaf), input))
    };
    let leaves = came.criteria.iter().flat_map(|criterion| criterion.leaves_below()).filter_map(|one| Some((one, one.leaf()?)));
    leaves.flat_map(countable).filter_map(|(of, input)| sum(of, input)).collect()
}
