//! Questions on points as a whole: how they follow from a survey, how they are rounded, and which of two maxima holds.

use super::{Doubt, Words};
use crate::convert::line::{Clause, Limit, WordedClause};
use crate::finding::convert::{ROUNDING, RULE_UNFIT, SCALE};
use crate::text;

/// Tells of a limit in the lines that is another than the maximum of the table, with both.
pub fn other_maximum(words: &Words<'_>, said: &[WordedClause]) -> Option<Doubt> {
    let most = |one: &WordedClause| match &one.clause {
        Clause::Limit(Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most)) => {
            Some(most.of(words.max)).filter(|most| most > words.max)
        }
        Clause::Maximum(max) => Some(max.clone()).filter(|max| max != words.max),
        _ => None,
    };
    let (text, most) = said.iter().find_map(|one| Some((&one.text, most(one)?)))?;
    let name = words.name;
    let ((vi, en), (own_vi, own_en)) = ((most.plain_vi(), most.plain()), (words.max.plain_vi(), words.max.plain()));
    Some((
        &RULE_UNFIT,
        text!(
            "“{name}”: lời của dòng ghi {vi} điểm (“{text}”), cột điểm ghi {own_vi} điểm",
            "“{name}”: the line says {en} points (“{text}”), the column of maxima {own_en} points"
        ),
    ))
}

/// Asks how a result of the survey becomes points.
pub fn scale(name: &str, text: &str) -> Doubt {
    (
        &SCALE,
        text!(
            "“{name}”: kết quả điều tra quy đổi ra điểm thế nào (“{text}”)?",
            "“{name}”: how do results of the survey become points (“{text}”)?"
        ),
    )
}

/// Asks how answers that each have their points become those of a unit.
pub fn answered(name: &str, text: &str) -> Doubt {
    (
        &SCALE,
        text!(
            "“{name}”: điểm từng mức trả lời đã ghi (“{text}”); điểm của đơn vị là trung bình các phiếu hay tính cách khác?",
            "“{name}”: each answer has its points (“{text}”); are the points of a unit the mean of all answers, or something else?"
        ),
    )
}

/// Asks how points are rounded.
pub fn rounds(name: &str, text: &str) -> Doubt {
    let text = text.trim_matches(['(', ')']);
    (
        &ROUNDING,
        text!(
            "“{name}”: “{text}”; tạm làm tròn như mọi tiêu chí khác của bộ",
            "“{name}”: “{text}”; rounded like every other criterion of the set for now"
        ),
    )
}
