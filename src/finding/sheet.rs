//! Family S: findings about workbooks and forms.

use super::codes;

codes! {}
