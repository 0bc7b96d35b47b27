//! What a list of levels leaves open: an outcome for which no level gives points, or one that two levels give different points.

mod acts;
mod at_once;
mod both;
mod both_taken;
mod demand;
mod done;
mod excused;
mod late;
mod looked;
mod moved;
mod often;
mod other_matter;
mod places;
mod said;
mod together;
mod two_fail;
mod unmet;
mod unpunished;
mod words;

use super::Doubt;
use super::measure::Asked;
use crate::convert::line::Case;

pub use both::qualities_alone;
pub use excused::of_another;
pub use unpunished::unpunished;

/// Asks of what is met or not, and given or not, what lies between.
pub fn of_two(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let told = doubts.len();
    done::half_done_is_open(asked, cases, doubts);
    late::late_is_open(asked, cases, doubts);
    moved::unchanged_is_open(asked, cases, doubts);
    unmet::open_but_one(asked, cases, told, doubts);
    together::two_levels(asked, cases, doubts);
}

/// Asks of levels in words what lies between.
pub fn of_levels(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let told = doubts.len();
    done::half_done_is_open(asked, cases, doubts);
    late::late_is_open(asked, cases, doubts);
    moved::unchanged_is_open(asked, cases, doubts);
    places::open_at_one_place(asked, cases, doubts);
    both::open_beside_both(asked, cases, doubts);
    both::open_beside_some(asked, cases, doubts);
    both::open_below_one_of_two(asked, cases, doubts);
    often::rarer_is_open(asked, cases, doubts);
    looked::found_nothing_is_open(asked, doubts);
    unmet::open_but_one(asked, cases, told, doubts);
    together::two_levels(asked, cases, doubts);
}

/// Asks of levels of which some name figures what lies between.
pub fn of_figures(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let told = doubts.len();
    moved::unchanged_is_open(asked, cases, doubts);
    often::rarer_is_open(asked, cases, doubts);
    looked::found_nothing_is_open(asked, doubts);
    unmet::open_but_one(asked, cases, told, doubts);
    together::two_levels(asked, cases, doubts);
}

/// Asks of steps of a rate whether all that the best of them says is counted, where others say only some of it.
pub fn of_steps(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    unmet::counted_by_some(asked, cases, doubts);
    looked::found_nothing_is_open(asked, doubts);
}
