//! Family C, from C200: findings about campaign folders.

use super::codes;

codes! {}
