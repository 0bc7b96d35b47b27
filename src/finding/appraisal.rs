//! Family A: findings about appraisal and survey.

use super::codes;

codes! {}
