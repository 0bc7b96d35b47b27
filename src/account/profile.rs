//! Section of a unit's report: its areas in bars, beside the mean and the best of its group.

use super::cell::{centre, text};
use super::page::{Drawing, Ink, Page, Series, Table};
use super::unit_view::UnitView;
use super::words::{criterion_name, node, short_name};
use crate::criteria::Criterion;
use crate::points::Points;

/// Longest name of an area, in letters, that takes one line beside its bars.
const BESIDE: usize = 32;

/// Draws the areas beside the mean of the group and its best.
pub fn add(page: &mut Page, view: &UnitView<'_>) {
    let (rounding, lang, scored) = (view.rounding(), view.results.lang, view.card.filter(|_| view.is_scored()));
    let drawn: Vec<(&Criterion, &Points)> = view
        .set
        .criteria
        .iter()
        .filter_map(|area| Some((area, node(scored, &area.id).filter(|node| node.applicable)?.index.as_ref()?)))
        .collect();
    if drawn.is_empty() || view.ranking.counted < 2 {
        return;
    }
    // What the bars are needs no line of its own: the picture has room below the areas.
    page.heading(lang.word(
        "Chỉ số lĩnh vực (%): đơn vị (thanh đậm), trung bình khối (gạch chéo), cao nhất khối (trắng)",
        "Index by area (%): unit (dark bar), mean of the group (hatched), best of the group (white)",
    ));
    let mut table = Table::new(lang.each([("Mã", "Code"), ("Lĩnh vực", "Area")]).map(centre));
    for (area, _) in &drawn {
        table.row([text(area.id.as_str()), criterion_name(&short_name(&area.name, BESIDE), 1)]);
    }
    let printed = |value: Option<&Points>| value.map(|value| rounding.print(value));
    let series = |name, ink, value: &dyn Fn(&(&Criterion, &Points)) -> Option<Points>| Series {
        name,
        ink,
        values: drawn.iter().map(value).collect(),
    };
    table.drawing = Some(Drawing {
        names: 0,
        labels: Vec::new(),
        counts: false,
        apart: true,
        within: true,
        from: Some(Points::zero()),
        to: Some(Points::hundred()),
        step: None,
        series: vec![
            series(lang.word("Đơn vị", "Unit"), Ink::Solid, &|(_, index)| Some(rounding.print(index))),
            series(lang.word("Trung bình khối", "Group mean"), Ink::Hatched, &|(area, _)| printed(view.ranking.area_mean(&area.id))),
            series(lang.word("Cao nhất khối", "Group best"), Ink::Open, &|(area, _)| printed(view.ranking.area_best(&area.id))),
        ],
    });
    page.table(table);
}
