//! Family K: findings about ranking.

use super::codes;

codes! {}
