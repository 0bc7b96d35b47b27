//! Two levels of different points that may hold at once, which no level settles.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::{Asked, capital};
use crate::finding::convert::GAP;
use crate::text;

use super::{at_once, other_matter, two_fail};

/// Asks what counts where two levels hold, of each kind once: of different members, of two demands that are missed, of another matter.
pub fn two_levels(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let found = [at_once::both_hold(asked, cases), two_fail::both_fail(asked, cases), other_matter::another_holds(asked, cases)];
    doubts.extend(found.into_iter().flatten().map(|[one, other]| {
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
