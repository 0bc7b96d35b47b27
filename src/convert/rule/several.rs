//! Several results of one kind, of which the lines give points for each kind: whether they add is asked.

use crate::convert::draft::Rule;
use crate::convert::line::{Clause, WordedClause};
use crate::finding::convert::SEVERAL;
use crate::text;

use super::{Doubt, Words};

/// Words of results of which a unit may have several in a year.
const RESULTS: [&str; 15] = [
    "bằng khen",
    "giấy khen",
    "cờ thi đua",
    "huân chương",
    "huy chương",
    "giải nhất",
    "giải nhì",
    "giải thưởng",
    "danh hiệu",
    "khen thưởng",
    "sáng kiến",
    "đề tài",
    "mô hình",
    "giải pháp",
    "cấp cơ sở",
];

/// Asks whether several results add, where levels give points for each kind of them: “Bằng khen của Thủ tướng: 2; Bằng khen của Chủ
/// tịch UBND tỉnh: 1”. Of ranks, and of what is only there or not, a unit has one.
pub fn asked(words: &Words<'_>, said: &[WordedClause], rule: &Rule) -> Option<Doubt> {
    let Rule::Levels { levels, .. } = rule else { return None };
    let name = words.name.to_lowercase();
    let names_results = |text: &str| RESULTS.iter().any(|word| text.contains(word));
    let denied = |label: &str| ["không", "chưa", "còn lại"].iter().any(|word| label.starts_with(word));
    let given: Vec<String> = levels
        .iter()
        .filter(|level| level.points.of(words.max).is_positive())
        .map(|level| level.label.to_lowercase())
        .filter(|label| !denied(label))
        .collect();
    // “Cấp tỉnh”, “được Thủ tướng tặng Bằng khen” say which; “có mô hình, chưa nhân rộng” says how far it came.
    let which = |label: &String| {
        ["cấp ", "của ", "tặng", "trung ương", "thủ tướng", "chính phủ", "bộ ", "tỉnh"].iter().any(|word| label.contains(word))
            && !["chưa", "nhưng", "và "].iter().any(|word| label.contains(word))
    };
    let several = given.len() > 1 && given.iter().all(|label| which(label) && (names_results(label) || names_results(&name)));
    let settled = said.iter().any(|one| one.clause == Clause::HighestOnly);
    let name = words.name;
    (several && !settled && !words.takes).then(|| {
        (
            &SEVERAL,
            text!(
                "“{name}”: nhiều kết quả thì cộng từng kết quả hay chỉ lấy mức cao nhất? Tạm lấy mức cao nhất",
                "“{name}”: does each of several results add, or only the highest? The highest for now"
            ),
        )
    })
}
