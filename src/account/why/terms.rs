//! The terms that come to a unit's total, to the index of an area and to its place, as they are printed.

use super::view::View;
use crate::points::Points;
use crate::ranking::Row;
use crate::scoring::Node;
use crate::text;
use crate::text::Text;

/// Adds the total up: areas as they count, then bonuses, penalties and lateness; and gives the index as what it is of what.
/// A total that is cut is followed to what was cut.
pub fn total(view: &View<'_>) -> Option<Text> {
    let (card, row) = (view.card, view.of.row);
    let (points, index) = (row.points.as_ref()?, row.index.as_ref()?);
    let areas = card.nodes.iter().filter(|node| node.depth == 1 && node.applicable);
    // Each with what it is multiplied by.
    let mut terms: Vec<(Points, Points)> = areas.filter_map(|node| Some((node.official.clone()?, node.weight.clone()))).collect();
    terms.extend(card.adjusted.clone().map(|adjusted| (adjusted, Points::one())));
    let rounding = view.of.rounding();
    let shown = |(term, weight): &(Points, Points)| {
        if *weight == Points::one() { view.printed(term) } else { format!("{} × {}", view.printed(term), view.exact(weight)) }
    };
    let printed: Vec<String> = terms.iter().map(shown).collect();
    let sum = printed.join(" + ").replace("+ -", "- ").replace("- -", "+ ");
    let whole = terms.iter().map(|(term, weight)| term * weight).sum::<Points>();
    let added: Points = terms.iter().map(|(term, weight)| &rounding.print(term) * weight).sum();
    if whole != *points {
        return Some(cut(view, &sum, (&whole, &added), (points, index)));
    }
    let (points_shown, max, index_shown) = (view.printed(points), view.exact(&row.applicable_max), view.printed(index));
    let note = if added != rounding.print(points) {
        rounded_away(&as_added(view, &added))
    } else if comes_to(view, points, &row.applicable_max, index) {
        Text::default()
    } else {
        of_unrounded()
    };
    let (note_vi, note_en) = (note.vi, note.en);
    Some(text!(
        "Tổng điểm: {sum} = {points_shown}; chỉ số: {points_shown} / {max} × 100 = {index_shown}%{note_vi}.",
        "Points: {sum} = {points_shown}; index: {points_shown} / {max} × 100 = {index_shown}%{note_en}."
    ))
}

/// Says what a total was cut from: it is no less than 0, and no more than the applicable maximum.
fn cut(view: &View<'_>, sum: &str, (whole, added): (&Points, &Points), (points, index): (&Points, &Points)) -> Text {
    let rounding = view.of.rounding();
    let note = if *added == rounding.print(whole) { Text::default() } else { rounded_away(&as_added(view, added)) };
    let (note_vi, note_en) = (note.vi, note.en);
    let [whole_shown, points_shown, index] = [whole, points, index].map(|value| view.printed(value));
    let max = view.exact(&view.of.row.applicable_max);
    let limit = if whole.is_negative() {
        Text::new("thấp hơn 0 nên tính bằng 0", "which is below 0 and counts as 0")
    } else {
        text!("vượt điểm tối đa áp dụng nên tính bằng {max}", "which exceeds the applicable maximum and counts as {max}")
    };
    let Text { vi, en } = limit;
    text!(
        "Tổng điểm: {sum} = {whole_shown}, {vi}; chỉ số: {points_shown} / {max} × 100 = {index}%{note_vi}.",
        "Points: {sum} = {whole_shown}, {en}; index: {points_shown} / {max} × 100 = {index}%{note_en}."
    )
}

/// Says that printed figures come to another sum than is printed.
pub fn rounded_away(sum: &str) -> Text {
    text!(
        " (các số đã làm tròn cộng lại là {sum}; tổng và chỉ số tính từ giá trị chưa làm tròn)",
        " (the printed figures come to {sum}; sums and indexes are worked out from unrounded values)"
    )
}

/// Prints a sum of printed figures, with as many decimals as it has where weights give it more.
fn as_added(view: &View<'_>, added: &Points) -> String {
    if view.of.rounding().print(added) == *added { view.printed(added) } else { view.exact(added) }
}

/// Says that an index comes of points that are not rounded.
fn of_unrounded() -> Text {
    Text::new(" (tính từ điểm chưa làm tròn)", " (worked out from unrounded points)")
}

/// Gives the index of every area as what it is of what, a line each.
pub fn areas(view: &View<'_>) -> Option<Text> {
    let areas = view.card.nodes.iter().filter(|node| node.depth == 1);
    let lines: Vec<Text> = areas
        .filter_map(|node| {
            let (id, Text { vi, en }) = (&node.id, index(view, node)?);
            Some(text!("Chỉ số lĩnh vực {id}: {vi}.", "Index of area {id}: {en}."))
        })
        .collect();
    (!lines.is_empty()).then(|| Text::join(&lines, "\n"))
}

/// Gives the index of a criterion as what it is of what; nothing where it does not apply.
pub fn index(view: &View<'_>, node: &Node) -> Option<Text> {
    let (points, index) = (node.official.as_ref()?, node.index.as_ref()?);
    let note = if comes_to(view, points, &node.applicable_max, index) { Text::default() } else { of_unrounded() };
    let (points, max, index) = (view.printed(points), view.exact(&node.applicable_max), view.printed(index));
    let (note_vi, note_en) = (note.vi, note.en);
    Some(text!("{points} / {max} × 100 = {index}%{note_vi}", "{points} / {max} × 100 = {index}%{note_en}"))
}

/// Tells whether points as they are printed come to an index as it is printed.
fn comes_to(view: &View<'_>, points: &Points, max: &Points, index: &Points) -> bool {
    let rounding = view.of.rounding();
    let of_printed = (&rounding.print(points) * &Points::hundred()).over(max);
    of_printed.is_some_and(|of| rounding.print(&of) == rounding.print(index))
}

/// Counts who of the group stands before the unit, beside it and behind it, which makes its place; nothing without a place.
pub fn place(view: &View<'_>) -> Option<Text> {
    let (row, counted) = (view.of.row, view.of.ranking.counted);
    let place = row.place?;
    let count = |of: &dyn Fn(&Row) -> bool| view.of.ranking.ranked().filter(|other| of(other)).count();
    let before = count(&|other| other.place < row.place);
    let higher = count(&|other| other.index > row.index);
    let beside = count(&|other| other.place == row.place && other.unit != row.unit);
    let behind = count(&|other| other.place > row.place);
    let broken = before.saturating_sub(higher);
    let by = match broken {
        0 => Text::default(),
        _ => text!(
            " ({higher} có chỉ số cao hơn, {broken} cùng chỉ số nhưng hơn ở tiêu chí phụ)",
            " (by a higher index: {higher}; with the same index, by a tie-break: {broken})"
        ),
    };
    let (by_vi, by_en) = (by.vi, by.en);
    Some(text!(
        "Thứ hạng: {before} + 1 = {place}. Đứng trước: {before} đơn vị{by_vi}; cùng hạng: {beside}; đứng sau: {behind}; cả khối {before} + 1 + {beside} + {behind} = {counted} đơn vị được xếp hạng.",
        "Place: {before} + 1 = {place}. Units before it: {before}{by_en}; at its place: {beside}; behind it: {behind}; ranked in the group: {before} + 1 + {beside} + {behind} = {counted}."
    ))
}
