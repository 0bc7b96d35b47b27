//! Family E: findings about evidence.

use super::codes;

codes! {}
