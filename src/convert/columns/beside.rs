//! Points in a column of their own, beside the lines that say what they are given for.

use super::points;
use crate::convert::columns::unread_points;
use crate::convert::sign;
use crate::intake::Role;
use crate::intake::header::Table;
use crate::points::Points;
use crate::text::fold::bare;

/// Fewest rows that make such a column.
const FEWEST: usize = 2;

/// Tells whether a column may hold points of lines, as far as its role says.
const fn may_hold_points(role: Role) -> bool {
    !matches!(role, Role::Claim | Role::Appraised | Role::Survey | Role::Evidence | Role::Document(_))
}

/// Finds levels and their points in two columns of their own: a number beside each line, also in rows that name no criterion. The
/// points stand right of the lines, with nothing but the maxima between them.
pub fn levels(table: &Table<'_>) -> Option<(u32, u32)> {
    let max = table.column(Role::Max)?;
    let name = table.columns.iter().find(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column)?;
    let number = |row: u32, column: u32| table.grid.get(row, column).is_some_and(|cell| points(cell).is_some());
    let worded = |row: u32, column: u32| table.grid.get(row, column).is_some_and(|cell| !cell.is_blank()) && !number(row, column);
    let rows: Vec<u32> = table.grid.rows().into_iter().filter(|row| *row >= table.data).collect();
    let fits = |words: u32, points: u32| {
        let role = table.columns.get(&words).map_or(Role::Other, |(role, _)| *role);
        let may_say = words > max || matches!(role, Role::Other | Role::Method | Role::Computed);
        let beside =
            words != name && may_say && points != max && table.columns.get(&points).is_some_and(|(role, _)| may_hold_points(*role));
        let filled = |row: &&u32| number(**row, points);
        let below = |row: &&u32| filled(row) && !worded(**row, name) && !number(**row, max);
        beside && rows.iter().filter(filled).all(|row| worded(*row, words)) && rows.iter().filter(below).count() >= FEWEST
    };
    let columns: Vec<u32> = table.columns.keys().copied().filter(|column| *column != max).collect();
    columns.windows(2).find_map(|pair| match pair {
        [words, points] if fits(*words, *points) => Some((*words, *points)),
        _ => None,
    })
}

/// Finds the column of points beside lines that stand in the column of criteria: “Mức điểm” beside “Từ 90% đến dưới 100%”, below a
/// criterion with its maximum in another column.
pub fn of_lines(table: &Table<'_>) -> Option<u32> {
    let max = table.column(Role::Max)?;
    let open = |role: Role| matches!(role, Role::Other | Role::Max | Role::Computed | Role::Method);
    let mut found = table.columns.iter().filter(|(column, (role, _))| **column != max && open(*role)).map(|(column, _)| *column);
    found.find(|column| holds_points_of_lines(table, max, *column))
}

/// Tells whether a column holds the points of lines below criteria that have their maximum in another: nothing but points, beside
/// words that have no maximum, and the most of them what the criterion has.
pub fn holds_points_of_lines(table: &Table<'_>, max: u32, column: u32) -> bool {
    let heading = bare(&table.heading(column));
    let of_points = ["diem", "muc", "thang"].iter().any(|word| heading.contains(word)) && sign::of_heading(&heading).is_none();
    if !of_points || table.columns.get(&column).is_none_or(|(role, _)| !may_hold_points(*role)) {
        return false;
    }
    let (mut lines, mut equal, mut less) = (0_usize, 0_usize, 0_usize);
    let mut open: Option<(Points, Option<Points>)> = None;
    let mut close = |open: Option<(Points, Option<Points>)>| {
        if let Some((most, Some(best))) = open {
            equal += usize::from(best == most);
            less += usize::from(best != most);
        }
    };
    for row in table.grid.rows().into_iter().filter(|row| *row >= table.data) {
        let whole = table.grid.get(row, max).and_then(points);
        let cell = table.grid.get(row, column).filter(|cell| !cell.is_blank());
        let given = cell.and_then(points);
        if cell.is_some_and(|cell| given.is_none() && unread_points(&cell.shown()).is_none()) {
            return false;
        }
        if let Some(whole) = whole {
            if given.as_ref().is_some_and(|given| *given != whole) {
                return false;
            }
            close(open.replace((whole, given)));
            continue;
        }
        lines += usize::from(cell.is_some());
        match (&mut open, given) {
            (Some((most, _)), Some(given)) if given > *most => return false,
            (Some((_, best)), Some(given)) => *best = best.take().map_or(Some(given.clone()), |best| Some(best.max(given))),
            (None, Some(_)) => return false,
            (_, None) => {}
        }
    }
    close(open);
    lines >= FEWEST && equal > 0 && less <= equal
}

/// Takes the column of points of lines for nothing else: its cells are no lines by themselves.
pub fn points_of_lines(table: &mut Table<'_>) {
    if let Some((role, _)) = of_lines(table).and_then(|column| table.columns.get_mut(&column)) {
        *role = Role::Other;
    }
}
