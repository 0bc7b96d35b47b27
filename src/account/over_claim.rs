//! Page of the ranking report: what was claimed above what came of it, by unit, by area and by criterion.

use std::collections::BTreeMap;

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::words::{NONE, change, points, remarks, takes_no_claim, unit_name};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Status};
use crate::results::Results;
use crate::scoring::Scorecard;
use crate::text::{Lang, said};

/// Most criteria that are listed for a group.
const MOST: usize = 10;

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
    fn add(&mut self, over: &Points, rounding: Rounding) {
        self.net += over;
        if over.is_positive() {
            self.positive += over;
        }
        // Of less than a printed step nobody could tell.
        if rounding.print(over).is_positive() {
            self.over += 1;
        }
    }
}

/// Makes the page; `None` where no unit claimed anything.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let claimed = |card: &&Scorecard| card.nodes.iter().any(|node| node.trace.as_ref().is_some_and(|trace| trace.over_claim.is_some()));
    results.cards.values().find(claimed)?;
    let earlier = results.comparison.last().is_some();
    let widths = [6, 10, 52, 13, 13, 13, 13, 13];
    let lang = results.lang;
    let mut page = Page::new(
        lang.word("Chênh lệch tự chấm", "Over-claims"),
        results.campaign,
        false,
        widths.get(..if earlier { 8 } else { 7 }).unwrap_or(&widths),
    );
    let title = lang.word("CHÊNH LỆCH GIỮA ĐIỂM TỰ CHẤM VÀ KẾT QUẢ ĐƯỢC CÔNG NHẬN", "POINTS CLAIMED AGAINST POINTS ACCEPTED");
    page.title(title, results.campaign, remarks(results));
    page.paragraph(
        text(lang.word(
            "Chỉ tính các tiêu chí đơn vị tự chấm, đã nhân hệ số. “Tự chấm cao hơn kết quả công nhận”: cộng các tiêu chí tự chấm cao hơn; “Bù trừ”: trừ đi phần tự chấm thấp hơn.",
            "Only criteria that units score themselves, weighted. “Over-claimed”: what was claimed above what was accepted, in all; “Net”: the same, less what was claimed too low.",
        ))
        .italic(),
    );
    if results.sets.values().any(|set| set.leaves().any(|(criterion, _)| takes_no_claim(criterion))) {
        page.paragraph(
            text(lang.word(
                "Tiêu chí so sánh giữa các đơn vị thì không tự chấm, không có chênh lệch; “Điểm tự chấm” của đơn vị gồm cả điểm tính theo số liệu kê khai của tiêu chí này.",
                "Criteria that compare units take no claim, and none is over-claimed; “Points claimed” of a unit include what the figures declared give for them.",
            ))
            .italic(),
        );
    }
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set) else { continue };
        if submitted(ranking, results).next().is_none() {
            continue;
        }
        // Width of the last column of sums: there are two columns more beside an earlier year.
        let look = (ranking.group.rounding, if earlier { 2 } else { 1 }, lang);
        page.heading(&ranking.group.name);
        page.table(by_unit(ranking, results));
        let cards: Vec<&Scorecard> = submitted(ranking, results).collect();
        page.gap();
        page.table(by_area(set, &cards, look));
        page.gap();
        page.table(by_criterion(set, &cards, look));
    }
    Some(page)
}

/// Lists the scores of units that sent something.
fn submitted<'a>(ranking: &'a GroupRanking, results: &Results<'a>) -> impl Iterator<Item = &'a Scorecard> + use<'a> {
    let cards = results.cards;
    ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted).filter_map(|row| cards.get(&row.unit))
}

/// Lists the scores of units that claimed a leaf too high.
pub fn too_high<'a>(results: &Results<'a>) -> Vec<&'a Scorecard> {
    let of_group = |ranking: &'a GroupRanking| -> Vec<&'a Scorecard> {
        submitted(ranking, results).filter(|card| card.claims_too_much(ranking.group.rounding)).collect()
    };
    results.ranking.groups.iter().flat_map(of_group).collect()
}

/// Makes the table of units, those first that claimed most too much; beside them the year before.
fn by_unit(ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let was = |card: &&Scorecard| results.comparison.before(&card.unit).is_some_and(|before| before.over_claim.is_some());
    let year = results.comparison.last().map(|last| last.year).filter(|_| submitted(ranking, results).any(|card| was(&card)));
    // The year before has columns of its own, where there is one.
    let wide = if year.is_some() { 1 } else { 2 };
    let with_past = |cells: Vec<Cell>, past: [Cell; 2]| cells.into_iter().chain(past.into_iter().filter(|_| year.is_some()));
    let lang = results.lang;
    let heads = [
        ("STT", "No."),
        ("Đơn vị", "Unit"),
        ("Điểm tự chấm", "Points claimed"),
        ("Tự chấm cao hơn kết quả công nhận", "Over-claimed"),
        ("Bù trừ", "Net"),
    ];
    let [number, unit, claimed, positive, net] = lang.each(heads).map(centre);
    let head = vec![number, unit.span(2), claimed, positive, net.span(wide)];
    let then = year.unwrap_or_default();
    let past = [centre(said!(lang, "Tự chấm cao hơn, năm {then}", "Over-claimed in {then}")), centre(lang.word("Tăng, giảm", "Change"))];
    let mut table = Table::new(with_past(head, past).map(|cell| cell.size(11)));
    let mut cards: Vec<&Scorecard> = submitted(ranking, results).collect();
    cards.sort_by_key(|card| std::cmp::Reverse(card.over_claim_positive()));
    for (n, card) in cards.iter().enumerate() {
        let positive = card.over_claim_positive();
        let before = results.comparison.before(&card.unit).and_then(|before| before.over_claim.as_ref());
        let moved = before.map(|before| rounding.print(&(&positive - before)));
        let row = vec![
            count(n + 1),
            text(unit_name(results, &card.unit)).span(2),
            points(card.stages.claimed.as_ref(), rounding),
            points(Some(&positive), rounding).bold(),
            points(Some(&card.over_claim_net()), rounding).span(wide),
        ];
        let past = [
            before.map_or_else(|| centre(NONE), |before| points(Some(before), rounding)),
            change(moved.as_ref(), rounding.decimals).tone(Tone::None),
        ];
        table.row(with_past(row, past));
    }
    let all = |of: fn(&Scorecard) -> Points| cards.iter().map(|card| of(card)).collect::<Vec<_>>().iter().sum::<Points>();
    let sum = vec![
        centre(""),
        text(lang.word("Cộng", "Total")).span(2),
        centre(""),
        points(Some(&all(Scorecard::over_claim_positive)), rounding),
        points(Some(&all(Scorecard::over_claim_net)), rounding).span(wide),
    ];
    table.sum(with_past(sum, [centre(""), centre("")]));
    table
}

/// Sums what units claimed too much, by whatever a leaf belongs to.
fn sums(cards: &[&Scorecard], rounding: Rounding, of: impl Fn(&CriterionId) -> Option<CriterionId>) -> BTreeMap<CriterionId, Sum> {
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
            sums.entry(id).or_default().add(&over, rounding);
        }
    }
    sums
}

/// Begins a table of sums.
fn table_of(what: (&'static str, &'static str), (_, wide, lang): (Rounding, u16, Lang)) -> Table {
    let heads = [
        ("Mã", "Code"),
        what,
        ("Số đơn vị tự chấm cao hơn", "Units that over-claimed"),
        ("Tự chấm cao hơn kết quả công nhận", "Over-claimed"),
        ("Bù trừ", "Net"),
        ("Bình quân một đơn vị", "Mean of a unit"),
    ];
    let [code, what, units, positive, net, mean] = lang.each(heads).map(|words| centre(words).size(11));
    Table::new([code.span(2), what, units, positive, net, mean.span(wide)])
}

/// Makes the row of a sum over so many units.
fn row(id: &CriterionId, name: &str, sum: &Sum, units: usize, (rounding, wide, _): (Rounding, u16, Lang)) -> Vec<Cell> {
    let units = i64::try_from(units).map(Points::from).unwrap_or_default();
    let mean = sum.net.over(&units);
    vec![
        centre(id.as_str()).span(2),
        text(name),
        count(sum.over),
        points(Some(&sum.positive), rounding).bold(),
        points(Some(&sum.net), rounding),
        points(mean.as_ref(), rounding).span(wide),
    ]
}

/// Makes the table of areas.
fn by_area(set: &CriteriaSet, cards: &[&Scorecard], look: (Rounding, u16, Lang)) -> Table {
    let sums = sums(cards, look.0, |id| set.lineage(id).first().map(|area| area.id.clone()));
    let mut table = table_of(("Lĩnh vực", "Area"), look);
    for area in &set.criteria {
        if let Some(sum) = sums.get(&area.id) {
            table.row(row(&area.id, &area.name, sum, cards.len(), look));
        }
    }
    table
}

/// Makes the table of the criteria that most was claimed too much for.
fn by_criterion(set: &CriteriaSet, cards: &[&Scorecard], look: (Rounding, u16, Lang)) -> Table {
    let mut sums: Vec<(CriterionId, Sum)> =
        sums(cards, look.0, |id| Some(id.clone())).into_iter().filter(|(_, sum)| sum.over > 0).collect();
    sums.sort_by(|(id, one), (other_id, other)| other.positive.cmp(&one.positive).then_with(|| id.cmp(other_id)));
    let mut table = table_of(("Tiêu chí có điểm tự chấm cao hơn nhiều nhất", "Criteria most over-claimed"), look);
    for (id, sum) in sums.iter().take(MOST) {
        let name = set.find(id).map_or("", |criterion| criterion.name.as_str());
        table.row(row(id, name, sum, cards.len(), look));
    }
    table.when_empty =
        Some(centre(look.2.word("Không có tiêu chí nào tự chấm cao hơn kết quả công nhận.", "No criterion was over-claimed.")).italic());
    table
}
