//! Family C, to C199: findings about criteria sets.

use super::codes;

codes! {}
