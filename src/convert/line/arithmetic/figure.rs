//! Words that may name a figure of arithmetic.

use super::Phrase;
use crate::convert::line::describe::{describes, names_an_index};
use crate::points::Points;

/// Tells whether a number at a place ends a scale: “thang điểm 10”.
pub fn ends_a_scale(phrase: Phrase<'_>, at: usize) -> bool {
    let scale = ["thang", "thang điểm"].iter().any(|said| {
        let width = said.split(' ').count();
        at >= width && phrase.says(at - width, said) == width
    });
    scale && phrase.number(at).is_some()
}

/// Tells whether a number at a place only names a set of indicators: “điểm Bộ chỉ số 766”, “theo Quyết định 766”.
pub fn names_a_set(phrase: Phrase<'_>, at: usize) -> bool {
    let named = ["bộ chỉ số", "bộ tiêu chí", "quyết định số", "quyết định", "nghị quyết số", "thông tư số"];
    let before = |said: &&str| at.checked_sub(said.split(' ').count()).is_some_and(|from| phrase.says(from, said) > 0);
    phrase.number(at).is_some_and(Points::is_whole) && named.iter().any(before)
}

/// Tells whether words say how a figure is made of others, which nobody types: “bình quân của tỷ lệ A và tỷ lệ B”, “tổng của …”.
pub fn is_made_of_others(phrase: Phrase<'_>) -> bool {
    let rates = (0..phrase.len()).filter(|at| phrase.says_any(*at, &["tỷ lệ", "tỉ lệ", "chỉ số"]) > 0).count();
    let made = phrase.has(&["bình quân", "trung bình", "tổng của", "hiệu của", "hiệu số", "tích của", "chênh lệch", "tổng các tỷ lệ"]);
    let named = phrase.has(&["bình quân đầu người", "điểm trung bình", "điểm bình quân", "mức trung bình"]);
    // “Điểm khảo sát trung bình” is one mark, which others find.
    let mark = phrase.is(0, "điểm") && phrase.len() > phrase.without_end(&["trung bình", "bình quân"]).len();
    rates > 1 || (made && !named && !mark)
}

/// Tells whether words hold two figures, or a word of arithmetic that nothing made use of: “số công chức đạt chuẩn chia công chức”.
pub fn holds_an_operator(phrase: Phrase<'_>) -> bool {
    let divides = |at: usize| phrase.is(at, "chia") && !phrase.is(at + 1, "sẻ") && !(at > 0 && phrase.is(at - 1, "phân"));
    let multiplies = |at: usize| phrase.is(at, "nhân") && (phrase.is(at + 1, "với") || phrase.number(at + 1).is_some());
    let rate = phrase.says_any(0, &["tỷ lệ", "tỉ lệ", "chỉ số", "mức độ", "%"]) > 0;
    let compares = |at: usize| {
        let width = phrase.says_any(at, &["so với", "trên tổng", "trên số", "trong tổng", "trong số", "với số", "với tổng"]);
        // “Giảm so với năm trước” tells of a change.
        let before = ["năm", "kỳ", "cùng kỳ", "tháng", "quý"].iter().any(|word| phrase.is(at + width, word));
        width > 0 && at > 0 && !rate && !before
    };
    (0..phrase.len()).any(|at| divides(at) || multiplies(at) || compares(at))
}

/// Tells whether words describe, percent signs left out: `tỷ lệ % hồ sơ`.
pub fn words_describe(phrase: Phrase<'_>) -> bool {
    let mut from = 0;
    let ends = (0..=phrase.len()).filter(|at| *at == phrase.len() || phrase.sign(*at) == Some('%'));
    ends.into_iter().all(|at| {
        let part = phrase.part(from, at);
        from = at + 1;
        describes(part)
            || names_an_index(part)
            || part.has(&["điểm sipas", "điểm hài lòng", "điểm trung bình", "điểm khảo sát", "điểm chỉ số"])
    })
}

/// Tells whether words name a figure that only the whole group knows, the lowest or the least of all units; the best is known apart.
pub fn is_least(phrase: Phrase<'_>) -> bool {
    phrase.has(&["nhỏ nhất", "thấp nhất", "bé nhất", "min"])
}

/// Tells whether words name points that were reached on another scale: “điểm đạt được trong Bảng xếp hạng”, which are divided by its
/// end.
pub fn is_mark_of_another(phrase: Phrase<'_>) -> bool {
    let said =
        phrase.says_any(0, &["tổng số điểm đạt được", "tổng điểm đạt được", "số điểm đạt được", "điểm đạt được", "điểm số đạt được"]);
    let reached = said > 0 && (said == phrase.len() || describes(phrase.from(said)) || names_an_index(phrase.from(said)));
    reached || is_mark_in_a_system(phrase)
}

/// What shows the points of units to everybody.
pub const SYSTEMS: [&str; 6] = ["cổng", "hệ thống", "bảng xếp hạng", "bộ chỉ số", "phần mềm", "trang thông tin"];

/// Tells whether words name the points that a system shows: “điểm của xã trên Cổng Dịch vụ công quốc gia”.
fn is_mark_in_a_system(phrase: Phrase<'_>) -> bool {
    let said = phrase.says_any(0, &["tổng số điểm", "tổng điểm", "số điểm", "điểm số", "điểm"]);
    let shown = |at: &usize| phrase.says_any(*at, &["trên", "tại", "trong", "theo"]) > 0;
    let system = (said..phrase.len()).find(shown).is_some_and(|at| phrase.from(at).has(&SYSTEMS));
    said > 0 && system && describes(phrase.from(said))
}

/// Tells whether words name a mark of their own kind: “điểm dữ liệu cứng”, which is weighed with others.
pub fn is_kind_of_mark(phrase: Phrase<'_>) -> bool {
    const OWN: [&str; 8] = ["tối đa", "chuẩn", "đạt", "số", "của", "trừ", "cộng", "thưởng"];
    phrase.is(0, "điểm") && phrase.len() > 1 && !OWN.iter().any(|word| phrase.is(1, word)) && describes(phrase.from(1))
}
