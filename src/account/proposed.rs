//! Units proposed for awards, as the list that is signed and the letter to the council tell them: one place for both.

use super::cell::{Cell, Tone, blank, centre, count, text};
use super::page::Table;
use super::words::{self, name_with_mark, points, unit_name};
use crate::award::{Considered, Quota, Shortlist};
use crate::figure::{AwardId, UnitId};
use crate::points::Points;
use crate::results::Results;
use crate::text::Text;

/// Columns of a table of proposed units.
pub const HEAD: [&str; 8] =
    ["STT", "Đơn vị", "Khối", "Hạng trong khối", "Chỉ số (%)", "Xếp loại", "Hình thức khen thưởng đề nghị", "Ghi chú"];

/// Column of [`HEAD`] that the heading above a table of one award says already.
const FORM: usize = 6;

/// Names an award so that it is told from every other: by its groups where another one has its name, and by its id where that one
/// has its groups, too.
pub fn called(list: &Shortlist, results: &Results<'_>) -> String {
    let award = &list.award;
    let others = || results.shortlists.iter().map(|other| &other.award).filter(|other| other.id != award.id && other.name == award.name);
    if others().next().is_none() {
        return award.name.clone();
    }
    let groups = groups(list, results);
    if others().any(|other| other.groups == award.groups) {
        format!("{} ({groups}; mã {})", award.name, award.id)
    } else {
        format!("{} ({groups})", award.name)
    }
}

/// Lists the groups that an award is open to.
fn groups(list: &Shortlist, results: &Results<'_>) -> String {
    let groups = results.ranking.groups.iter().filter(|ranking| list.award.groups.contains(&ranking.group.id));
    groups.map(|ranking| ranking.group.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// Makes a row for each of these units: what stands in every column of [`HEAD`].
pub fn rows(list: &Shortlist, units: &[UnitId], tone: Tone, results: &Results<'_>) -> Vec<Vec<Cell>> {
    let row = |(n, unit): (usize, &UnitId)| {
        let considered = list.considered.iter().find(|considered| &considered.unit == unit);
        let notes = considered.map(|considered| Text::join(&considered.notes, "\n").vi).unwrap_or_default();
        let note = if notes.is_empty() { text("") } else { text(notes).tone(Tone::Odd) };
        let [group, place, index, grade] = standing(unit, results);
        let cells = [count(n + 1), text(marked(unit, results)).bold(), group, place, index, grade, text(list.award.name.as_str())];
        cells.into_iter().map(|cell| cell.tone(tone)).chain([note]).collect()
    };
    units.iter().enumerate().map(row).collect()
}

/// Makes the table of units of one award, whose name stands above it.
pub fn table(list: &Shortlist, units: &[UnitId], results: &Results<'_>) -> Table {
    let without = |cells: Vec<Cell>| cells.into_iter().enumerate().filter(|(n, _)| *n != FORM).map(|(_, cell)| cell).collect::<Vec<_>>();
    let mut table = Table::new(without(HEAD.map(centre).into()));
    table.rows = rows(list, units, Tone::None, results).into_iter().map(without).collect();
    table
}

/// Gives a unit's group, place, index and grade.
pub fn standing(unit: &UnitId, results: &Results<'_>) -> [Cell; 4] {
    let Some((ranking, row)) = results.place(unit) else { return [blank(), blank(), blank(), blank()] };
    let place = match row.place {
        Some(place) => centre(format!("{place}/{}{}", ranking.counted, if row.tied { "\n(đồng hạng)" } else { "" })),
        None => words::place(row),
    };
    let grade = centre(row.grade.clone().unwrap_or_default());
    [text(ranking.group.name.as_str()), place, points(row.index.as_ref(), ranking.group.rounding), grade]
}

/// Names a unit, with a mark where its result is provisional.
pub fn marked(unit: &UnitId, results: &Results<'_>) -> String {
    results.place(unit).map_or_else(|| unit_name(results, unit).to_owned(), |(_, row)| name_with_mark(results, row))
}

/// Says how the quota of an award came out.
pub fn summary(list: &Shortlist) -> String {
    let (quota, chosen, tied) = (list.quota, list.chosen.len(), list.tied_at_edge.len());
    let tied = if tied == 0 { String::new() } else { format!(", chờ Hội đồng quyết định {tied}") };
    format!("Chỉ tiêu: {quota}; đề nghị {chosen}{tied}.")
}

/// Says what is left to the council where units are equal at the edge of a quota.
pub fn at_edge(list: &Shortlist) -> String {
    let open = list.quota.saturating_sub(list.chosen.len());
    format!("Bằng nhau ở ranh giới chỉ tiêu, còn {open} chỉ tiêu, đề nghị Hội đồng quyết định:")
}

/// Says in words what an award asks, of whom, and in which order it prefers.
pub fn conditions(list: &Shortlist, results: &Results<'_>) -> String {
    let award = &list.award;
    let mut parts = vec![format!("Xét trong: {}", groups(list, results))];
    let called = |id: &AwardId| {
        results.shortlists.iter().find(|other| other.award.id == *id).map_or_else(|| id.to_string(), |other| called(other, results))
    };
    parts.extend(award.conditions.iter().map(|condition| condition.asks(&called).vi));
    if let Quota::Share { share, up } = &award.quota {
        let percent = (share * &Points::hundred()).plain_vi();
        let whole = if *up { "làm tròn lên" } else { "làm tròn xuống" };
        let of = if award.per_group { " của từng khối" } else { "" };
        parts.push(format!("chỉ tiêu {percent}% số đơn vị được xếp hạng{of}, {whole}"));
    } else if award.per_group {
        parts.push("chỉ tiêu tính riêng từng khối".into());
    }
    for (group, places) in &award.reserved {
        let name =
            results.ranking.groups.iter().find(|ranking| ranking.group.id == *group).map_or(group.as_str(), |ranking| &ranking.group.name);
        parts.push(format!("dành riêng {places} chỉ tiêu cho {name}"));
    }
    if !award.excluded.is_empty() {
        parts.push(format!("không xét {} đơn vị nêu tên", award.excluded.len()));
    }
    let order = match award.order.as_slice() {
        [] if award.groups.len() > 1 => "xếp theo chỉ số chưa làm tròn giữa các khối".to_owned(),
        [] => "xếp theo hạng trong khối".to_owned(),
        order => format!("xếp theo {}, rồi theo hạng trong khối", order.iter().map(|by| by.name().vi).collect::<Vec<_>>().join(", ")),
    };
    parts.push(order);
    format!("{}.", parts.join("; "))
}

/// Joins the reasons of a unit, a line each, with what a near miss lacked.
pub fn reasons(considered: &Considered) -> String {
    let missing = Text::join(&considered.missing, "; ").vi;
    let lacked = (!missing.is_empty()).then(|| format!("Còn vướng: {missing}."));
    considered.reasons.iter().map(|reason| reason.vi.clone()).chain(lacked).collect::<Vec<_>>().join("\n")
}
