//! Family P: findings about figures, claims and scores.

use super::codes;

codes! {}
