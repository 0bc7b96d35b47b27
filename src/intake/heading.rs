//! What the heading of a column says: what the column is for, and what tells it from others of the same kind.
//!
//! A heading is taken apart: the year, the round, whether it is planned or official, who scores, and what is left of it says
//! what the column holds. So "Điểm tự chấm năm 2025" is the unit's score, but of 2025.

mod role;
mod sense;
mod unit;

pub(super) use self::role::without_brackets;
pub use self::role::{Role, is_points_alone, is_rate_alone, names_office, role, says_not_there};
pub(super) use self::sense::parted;
pub use self::sense::{Mark, Sense, only_tells_apart, sense, spaced};
pub use self::unit::says_more;
pub use super::field::LONGEST;
