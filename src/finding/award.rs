//! Family W: findings about awards.

use super::codes;

codes! {}
