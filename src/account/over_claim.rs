//! Page of the ranking report: what was claimed above what came of it, by unit, by area and by criterion.

use std::collections::BTreeMap;

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::words::{NONE, change, points, remarks, unit_name};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Status};
use crate::results::Results;
use crate::scoring::Scorecard;

/// Most criteria that are listed for a group.
const MOST: usize = 20;

/// What was claimed too much or too little, over several units.
#[derive(Default)]
struct Sum {
    /// Units that claimed too much.
    over: usize,
    /// By how much they did.
    positive: Points,
    /// The same, less what others claimed too little.
    net: Points,
}

impl Sum {
    /// Adds what a unit claimed too much, or too little.
    fn add(&mut self, over: &Points) {
        self.net += over;
        if over.is_positive() {
            self.over += 1;
            self.positive += over;
        }
    }
}

/// Makes the page; `None` where no unit claimed anything.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let claimed = |card: &&Scorecard| card.nodes.iter().any(|node| node.trace.as_ref().is_some_and(|trace| trace.over_claim.is_some()));
    results.cards.values().find(claimed)?;
    let mut page = Page::new("Chênh lệch tự chấm", results.campaign, true, &[6, 10, 52, 13, 13, 13, 13, 13]);
    page.title("CHÊNH LỆCH GIỮA ĐIỂM TỰ CHẤM VÀ KẾT QUẢ ĐƯỢC CÔNG NHẬN", results.campaign, remarks(results));
    page.paragraph(text("Chỉ tính các tiêu chí đơn vị tự chấm, đã nhân hệ số. “Tự chấm cao”: tổng phần tự chấm cao hơn kết quả công nhận; “Bù trừ”: trừ đi phần tự chấm thấp hơn.").italic());
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set) else { continue };
        page.heading(&ranking.group.name);
        page.table(by_unit(ranking, results));
        let cards: Vec<&Scorecard> = submitted(ranking, results).collect();
        page.table(by_area(set, &cards, ranking.group.rounding));
        page.table(by_criterion(set, &cards, ranking.group.rounding));
    }
    Some(page)
}

/// Lists the scores of units that sent something.
fn submitted<'a>(ranking: &'a GroupRanking, results: &Results<'a>) -> impl Iterator<Item = &'a Scorecard> + use<'a> {
    let cards = results.cards;
    ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted).filter_map(|row| cards.get(&row.unit))
}

/// Makes the table of units, those first that claimed most too much; beside them the year before.
fn by_unit(ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let year = results.comparison.last().map(|last| last.year);
    let head = [
        centre("STT"),
        centre("Đơn vị").span(2),
        centre("Điểm tự chấm"),
        centre("Tự chấm cao"),
        centre("Bù trừ"),
        centre(year.map_or_else(String::new, |year| format!("Tự chấm cao năm {year}"))),
        centre(if year.is_some() { "Tăng, giảm" } else { "" }),
    ];
    let mut table = Table::new(head.map(|cell| cell.size(11)));
    let mut cards: Vec<&Scorecard> = submitted(ranking, results).collect();
    cards.sort_by_key(|card| std::cmp::Reverse(card.over_claim_positive()));
    for (n, card) in cards.iter().enumerate() {
        let positive = card.over_claim_positive();
        let before = results.comparison.before(&card.unit).and_then(|before| before.over_claim.as_ref());
        let moved = before.map(|before| rounding.print(&(&positive - before)));
        let past = |cell: Cell| if year.is_some() { cell } else { centre("") };
        table.row([
            count(n + 1),
            text(unit_name(results, &card.unit)).span(2),
            points(card.stages.claimed.as_ref(), rounding),
            points(Some(&positive), rounding).bold(),
            points(Some(&card.over_claim_net()), rounding),
            past(before.map_or_else(|| centre(NONE), |before| points(Some(before), rounding))),
            past(change(moved.as_ref(), rounding.decimals).tone(Tone::None)),
        ]);
    }
    let all = |of: fn(&Scorecard) -> Points| cards.iter().map(|card| of(card)).collect::<Vec<_>>().iter().sum::<Points>();
    table.sum([
        centre(""),
        text("Cộng").span(2),
        centre(""),
        points(Some(&all(Scorecard::over_claim_positive)), rounding),
        points(Some(&all(Scorecard::over_claim_net)), rounding),
        centre(""),
        centre(""),
    ]);
    table
}

/// Sums what units claimed too much, by whatever a leaf belongs to.
fn sums(cards: &[&Scorecard], of: impl Fn(&CriterionId) -> Option<CriterionId>) -> BTreeMap<CriterionId, Sum> {
    let mut sums: BTreeMap<CriterionId, Sum> = BTreeMap::new();
    for card in cards {
        let mut own: BTreeMap<CriterionId, Points> = BTreeMap::new();
        for node in &card.nodes {
            let Some(over) = node.trace.as_ref().and_then(|trace| trace.over_claim.as_ref()) else { continue };
            if let Some(id) = of(&node.id) {
                *own.entry(id).or_default() += over;
            }
        }
        for (id, over) in own {
            sums.entry(id).or_default().add(&over);
        }
    }
    sums
}

/// Begins a table of sums.
fn table_of(what: &str) -> Table {
    let head = [
        centre("Mã").span(2),
        centre(what),
        centre("Số đơn vị tự chấm cao"),
        centre("Tự chấm cao"),
        centre("Bù trừ"),
        centre("Bình quân một đơn vị").span(2),
    ];
    Table::new(head.map(|cell| cell.size(11)))
}

/// Makes the row of a sum over so many units.
fn row(id: &CriterionId, name: &str, sum: &Sum, units: usize, rounding: Rounding) -> Vec<Cell> {
    let units = i64::try_from(units).map(Points::from).unwrap_or_default();
    let mean = sum.net.over(&units);
    vec![
        centre(id.as_str()).span(2),
        text(name),
        count(sum.over),
        points(Some(&sum.positive), rounding).bold(),
        points(Some(&sum.net), rounding),
        points(mean.as_ref(), rounding).span(2),
    ]
}

/// Makes the table of areas.
fn by_area(set: &CriteriaSet, cards: &[&Scorecard], rounding: Rounding) -> Table {
    let sums = sums(cards, |id| set.lineage(id).first().map(|area| area.id.clone()));
    let mut table = table_of("Lĩnh vực");
    for area in &set.criteria {
        if let Some(sum) = sums.get(&area.id) {
            table.row(row(&area.id, &area.name, sum, cards.len(), rounding));
        }
    }
    table
}

/// Makes the table of the criteria that most was claimed too much for.
fn by_criterion(set: &CriteriaSet, cards: &[&Scorecard], rounding: Rounding) -> Table {
    let mut sums: Vec<(CriterionId, Sum)> = sums(cards, |id| Some(id.clone())).into_iter().filter(|(_, sum)| sum.over > 0).collect();
    sums.sort_by(|(id, one), (other_id, other)| other.positive.cmp(&one.positive).then_with(|| id.cmp(other_id)));
    let mut table = table_of("Tiêu chí được tự chấm cao nhiều nhất");
    for (id, sum) in sums.iter().take(MOST) {
        let name = set.find(id).map_or("", |criterion| criterion.name.as_str());
        table.row(row(id, name, sum, cards.len(), rounding));
    }
    table.when_empty = Some(centre("Không có tiêu chí nào được tự chấm cao.").italic());
    table
}
