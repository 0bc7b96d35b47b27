//! Two levels of different points that may hold at once, which no level settles.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::{Asked, capital};
use crate::finding::convert::GAP;
use crate::text;

use super::{at_once, both_taken, other_matter, two_fail};

/// Asks what counts where two levels hold, of each kind once: of different members, of two demands that are missed, of what is taken for
/// each of two things, of another matter. No two levels are asked twice.
pub fn two_levels(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let mut found: Vec<[&Case; 2]> = Vec::new();
    for find in [at_once::both_hold, two_fail::both_fail, both_taken::both_take, other_matter::another_holds] {
        found.extend(find(asked, cases).filter(|pair| !found.contains(pair)));
    }
    doubts.extend(found.into_iter().map(|[one, other]| {
        let (name, one, other) = (asked.words.name, capital(&one.label), capital(&other.label));
        (
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định trường hợp vừa “{one}” vừa “{other}” thì được bao nhiêu điểm",
                "“{name}”: the table doesn't say what “{one}” together with “{other}” gives"
            ),
        )
    }));
}
