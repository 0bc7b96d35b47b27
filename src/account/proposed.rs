//! Units proposed for awards, as the list that is signed and the letter to the council tell them: one place for both.

use super::cell::{Cell, Tone, blank, centre, count, text};
use super::page::Table;
use super::spelled::spelled;
use super::words::{self, many, name_with_mark, points, unit_name};
use crate::award::{Condition, Considered, Measure, Quota, Shortlist, TiedEdge};
use crate::figure::{AwardId, GroupId, UnitId};
use crate::finding::{Finding, Severity, placeholder};
use crate::points::Points;
use crate::results::Results;
use crate::text::{Lang, Text, said};

/// Columns of a table of proposed units.
pub const HEAD: [(&str, &str); 8] = [
    ("STT", "No."),
    ("Đơn vị", "Unit"),
    ("Khối", "Group"),
    ("Hạng trong khối", "Place in its group"),
    ("Chỉ số (%)", "Index (%)"),
    ("Xếp loại", "Grade"),
    ("Hình thức khen thưởng đề nghị", "Commendation proposed"),
    ("Ghi chú", "Notes"),
];

/// Columns of [`HEAD`]: the unit; the group, which an award open to one says once, and the commendation, which the heading above a table
/// of one award says already; the notes.
const UNIT: usize = 1;
const GROUP: usize = 2;
const FORM: usize = 6;
const NOTES: usize = 7;

/// Widths of these columns in a document.
const WIDTHS: [u32; 8] = [8, 26, 18, 10, 11, 15, 20, 24];

/// Most codes that are named in a sentence; the report of findings has all.
const CODES: usize = 6;

/// Lists the groups that an award is open to.
fn groups(list: &Shortlist, results: &Results<'_>) -> String {
    let groups = results.ranking.groups.iter().filter(|ranking| list.award.groups.contains(&ranking.group.id));
    groups.map(|ranking| ranking.group.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// Makes a row for each of these units: what stands in every column of [`HEAD`].
pub fn rows(list: &Shortlist, units: &[UnitId], tone: Tone, results: &Results<'_>) -> Vec<Vec<Cell>> {
    let row = |(n, unit): (usize, &UnitId)| {
        let considered = list.considered.iter().find(|considered| &considered.unit == unit);
        let notes = considered.map(|considered| Text::join(&considered.notes, "\n").get(results.lang).to_owned()).unwrap_or_default();
        let note = if notes.is_empty() { text("") } else { text(notes).tone(Tone::Odd) };
        let [group, place, index, grade] = standing(unit, results);
        let cells = [count(n + 1), text(marked(unit, results)).bold(), group, place, index, grade, text(list.award.name.as_str())];
        cells.into_iter().map(|cell| cell.tone(tone)).chain([note]).collect()
    };
    units.iter().enumerate().map(row).collect()
}

/// Leaves out what the heading above the rows of an award says already: the commendation.
pub fn named<T>(cells: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    cells.into_iter().enumerate().filter(|(n, _)| *n != FORM).map(|(_, cell)| cell)
}

/// Makes the table of units of one award, whose name stands above it, with the share of the width that each column takes.
pub fn table(list: &Shortlist, units: &[UnitId], results: &Results<'_>) -> (Table, Vec<u32>) {
    let shown = |n: usize| n != FORM && (n != GROUP || names_groups(list));
    let without = |cells: Vec<Cell>| cells.into_iter().enumerate().filter(|(n, _)| shown(*n)).map(|(_, cell)| cell).collect::<Vec<_>>();
    let mut table = Table::new(without(results.lang.each(HEAD).map(centre).into()));
    table.rows = rows(list, units, Tone::None, results).into_iter().map(without).collect();
    // The room of the group goes to the names of units and to the notes.
    let room = |n: usize, width: u32| match n {
        UNIT | NOTES if !names_groups(list) => width + WIDTHS[GROUP] / 2,
        _ => width,
    };
    let widths = WIDTHS.iter().enumerate().filter(|(n, _)| shown(*n)).map(|(n, width)| room(n, *width)).collect();
    (table, widths)
}

/// Tells whether units of several groups stand in the tables of an award, so that each row names its own.
pub fn names_groups(list: &Shortlist) -> bool {
    list.award.groups.len() > 1
}

/// Gives a unit's group, place, index and grade.
pub fn standing(unit: &UnitId, results: &Results<'_>) -> [Cell; 4] {
    let Some((ranking, row)) = results.place(unit) else { return [blank(), blank(), blank(), blank()] };
    let place = match row.place {
        Some(place) => {
            centre(format!("{place}/{}{}", ranking.counted, if row.tied { results.lang.word("\n(đồng hạng)", "\n(shared)") } else { "" }))
        }
        None => words::place(row),
    };
    let grade = centre(row.grade.clone().unwrap_or_default());
    [text(ranking.group.name.as_str()), place, points(row.index.as_ref(), ranking.group.rounding), grade]
}

/// Names a unit, with a mark where its result is provisional.
pub fn marked(unit: &UnitId, results: &Results<'_>) -> String {
    results.place(unit).map_or_else(|| unit_name(results, unit).to_owned(), |(_, row)| name_with_mark(results, row))
}

/// Says that errors are left of which nobody knows whose they are; nothing where there are none.
pub fn errors_of_nobody(results: &Results<'_>) -> Option<String> {
    // What is wrong with the layout of a document changes nobody's result.
    let of_layout = |finding: &&Finding| placeholder::ALL.contains(&finding.code);
    let of_nobody = results.findings.iter().filter(|finding| finding.severity == Severity::Error && finding.unit.is_none());
    let of_nobody = of_nobody.filter(|finding| !of_layout(finding));
    let mut codes: Vec<&str> = of_nobody.map(|finding| finding.code.id).collect();
    let number = codes.len();
    codes.sort_unstable();
    codes.dedup();
    let more = if codes.len() > CODES { ", …" } else { "" };
    codes.truncate(CODES);
    let codes = format!("{}{more}", codes.join(", "));
    let (errors, lang) = (many(number, "error", "errors"), results.lang);
    (number > 0).then(|| {
        said!(
            lang,
            "Còn {number} lỗi chưa rõ của đơn vị nào ({codes}; xem ket-qua-kiem-tra.xlsx): cần xử lý trước khi quyết định, vì có thể làm thay đổi kết quả của bất kỳ đơn vị nào.",
            "{errors} that can't be traced to a unit ({codes}; see ket-qua-kiem-tra.xlsx): to be settled before deciding, as any unit's result may change."
        )
    })
}

/// Says how the quota of an award came out.
pub fn summary(list: &Shortlist, lang: Lang) -> String {
    let (quota, chosen, tied) = (list.quota, list.chosen.len(), list.tied_at_edge.len());
    let tied =
        if tied == 0 { String::new() } else { said!(lang, ", chờ Hội đồng xem xét: {tied}", ", left to the Council: {tied}") };
    said!(lang, "Chỉ tiêu: {quota}; đề nghị {chosen}{tied}.", "Quota: {quota}; proposed: {chosen}{tied}.")
}

/// Says what is left to the council where units are equal at an edge of a quota.
pub fn at_edge(edge: &TiedEdge, results: &Results<'_>) -> String {
    let (lang, open) = (results.lang, edge.open);
    let Some(group) = edge.group.as_ref().map(|id| group_name(id, results)) else {
        return said!(
            lang,
            "Bằng nhau ở vị trí cuối của chỉ tiêu, còn {open} chỉ tiêu, đề nghị Hội đồng xem xét, lựa chọn:",
            "Equal at the edge of the quota, with places left: {open}; for the Council to choose:"
        );
    };
    if edge.is_kept {
        said!(
            lang,
            "Bằng nhau ở vị trí cuối của chỉ tiêu dành riêng cho {group}, còn {open} chỉ tiêu, đề nghị Hội đồng xem xét, lựa chọn:",
            "Equal at the edge of the places kept for {group}, with places left: {open}; for the Council to choose:"
        )
    } else {
        said!(
            lang,
            "Bằng nhau ở vị trí cuối của chỉ tiêu của {group}, còn {open} chỉ tiêu, đề nghị Hội đồng xem xét, lựa chọn:",
            "Equal at the edge of the quota of {group}, with places left: {open}; for the Council to choose:"
        )
    }
}

/// Gives the name of a group.
fn group_name<'r>(id: &'r GroupId, results: &'r Results<'_>) -> &'r str {
    results.ranking.groups.iter().find(|ranking| ranking.group.id == *id).map_or(id.as_str(), |ranking| &ranking.group.name)
}

/// Says in words what an award asks, of whom, and in which order it prefers.
pub fn conditions(list: &Shortlist, results: &Results<'_>) -> String {
    let award = &list.award;
    let (lang, of) = (results.lang, groups(list, results));
    let mut parts = vec![said!(lang, "Đối tượng, điều kiện xét: {of}", "Open to, and conditions: {of}")];
    let called = |id: &AwardId| {
        results.shortlists.iter().find(|other| other.award.id == *id).map_or_else(|| id.to_string(), |other| other.called.clone())
    };
    parts.extend(award.conditions.iter().map(|condition| condition.asks(&called).get(lang).to_owned()));
    if let Quota::Share { share, up } = &award.quota {
        let percent = (share * &Points::hundred()).plain_in(lang);
        let whole = if *up { lang.word("làm tròn lên", "rounded up") } else { lang.word("làm tròn xuống", "rounded down") };
        let of = if award.per_group { lang.word(" của từng khối", " of each group") } else { "" };
        parts.push(said!(
            lang,
            "chỉ tiêu {percent}% số đơn vị được xếp hạng{of}, {whole}",
            "quota: {percent}% of the ranked units{of}, {whole}"
        ));
    } else if award.per_group {
        parts.push(lang.word("chỉ tiêu tính riêng từng khối", "a quota for each group").into());
    }
    for (group, places) in &award.reserved {
        let name = group_name(group, results);
        parts.push(said!(lang, "dành riêng {places} chỉ tiêu cho {name}", "places kept for {name}: {places}"));
    }
    if !award.excluded.is_empty() {
        let named = award.excluded.iter().map(|(unit, reason)| {
            let name = unit_name(results, unit);
            said!(lang, "{name} (lý do: {reason})", "{name} (reason: {reason})")
        });
        let named = named.collect::<Vec<_>>().join(", ");
        parts.push(said!(lang, "không xét {named}", "not considered: {named}"));
    }
    let order = match award.order.as_slice() {
        [] if award.groups.len() > 1 && !award.per_group => {
            lang.word("xếp theo chỉ số chưa làm tròn giữa các khối", "ordered by unrounded index over the groups").to_owned()
        }
        [] => lang.word("xếp theo hạng trong khối", "ordered by place in the group").to_owned(),
        order => {
            let order = Measure::names(order);
            let order = order.get(lang);
            said!(lang, "xếp theo {order}, rồi theo hạng trong khối", "ordered by {order}, then by place in the group")
        }
    };
    parts.push(order);
    let looked_at = award.conditions.iter().flat_map(Condition::criteria).chain(award.order.iter().filter_map(Measure::criterion));
    let open_to = results.ranking.groups.iter().map(|ranking| &ranking.group).filter(|group| award.groups.contains(&group.id));
    let spelled = spelled(looked_at, &open_to.collect::<Vec<_>>(), results);
    let spelled = if spelled.is_empty() { spelled } else { said!(lang, " Trong đó {spelled}.", " Here, {spelled}.") };
    format!("{}.{spelled}", parts.join("; "))
}

/// Joins the reasons of a unit, a line each; a condition that it misses says by how much. The first of a ranked unit, its place and its index,
/// stands in columns of their own.
pub fn reasons(considered: &Considered, results: &Results<'_>) -> String {
    let lang = results.lang;
    let in_columns = usize::from(results.place(&considered.unit).is_some_and(|(_, row)| row.place.is_some()));
    considered.reasons.iter().skip(in_columns).map(|reason| reason.get(lang)).collect::<Vec<_>>().join("\n")
}
