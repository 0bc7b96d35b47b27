//! What the name of a criterion says of who scores it: “Đánh giá của lãnh đạo tỉnh”, “Chỉ số PAPI của xã”.

use crate::convert::draft::Rule;
use crate::convert::line::{Clause, WordedClause, is_survey, judged_by_name, scored_by_name, without_brackets};

use crate::text::fold::bare;

use super::who::{does_something, found_or_typed};
use super::{Doubt, Words};

/// Indices that are found by asking people, or made known by others.
const INDICES: [&str; 8] = ["sipas", "papi", "pci", "ddci", "dti", "par index", "chỉ số cchc", "chỉ số cải cách hành chính"];

/// Words of results that are made known, which a unit can read off.
const MADE_KNOWN: [&str; 8] = ["công bố", "hạng", "thứ", "bậc", "nhóm", "vị trí", "đứng", "xếp loại"];

/// Gives the clause that a name is, where it names another body that judges. Who scores is taken from it only where it says that the
/// body scores this very criterion; what else bodies do may be a unit's own work, and is asked beside what its lines give.
pub fn judge(words: &Words<'_>, said: &[WordedClause]) -> Option<WordedClause> {
    // What stands in brackets is asked where it stands.
    let name = without_brackets(words.name, |_| true);
    let judged = !words.takes && !words.adds && !does_something(&name.to_lowercase()) && judged_by_name(&name);
    let scored = judged && scored_by_name(&name);
    let gives = said.iter().any(|one| !matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note));
    (scored || judged && gives).then(|| WordedClause { clause: Clause::Supplied(scored), text: words.name.to_owned() })
}

/// Asks who types what by its name people say of a unit, or what an index does.
pub fn asked(words: &Words<'_>, said: &[WordedClause], rule: &Rule) -> Option<Doubt> {
    let measured = !matches!(rule, Rule::YesNo { .. } | Rule::Deadline { .. } | Rule::Deductions { .. } | Rule::Count { .. });
    let name = words.name;
    let known = || said.iter().any(|one| has_any(&one.text, &MADE_KNOWN)) || has_any(name, &MADE_KNOWN);
    let of_index = || !does_something(&name.to_lowercase()) && names_any_index(name) || said.iter().any(|one| names_any_index(&one.text));
    let published = has_any(name, &["công bố"]) || said.iter().any(|one| has_any(&one.text, &["công bố"]));
    // “Tỷ lệ phiếu khảo sát” may be of who answers; who hands slips out counts those that come back.
    let of_slips = || {
        let lines = said.iter().filter(|one| measures(one)).map(|one| one.text.as_str());
        let all: Vec<&str> = [name].into_iter().chain(lines).collect();
        all.iter().any(|text| is_survey(text)) && !all.iter().any(|text| counts_slips(text))
    };
    let of_people = || said.iter().any(|one| measures(one) && says_of_people(&one.text));
    let told = is_said_by_people(name) && !published
        || of_people()
        || of_index() && !known()
        || of_slips() && !does_something(&name.to_lowercase());
    (measured && !words.takes && !words.adds && told).then(|| found_or_typed(name, name))
}

/// Tells whether words count slips or polls by what is done with them: “số phiếu thu về”, “03 cuộc khảo sát”.
fn counts_slips(text: &str) -> bool {
    const HANDLED: [&str; 9] =
        ["thu về", "thu được", "phát ra", "phát đi", "gửi đi", "hợp lệ", "được giao", "cuộc khảo sát", "được khảo sát"];
    has_any(text, &HANDLED)
}

/// Tells whether a clause says what gives points by a figure.
fn measures(one: &WordedClause) -> bool {
    matches!(&one.clause, Clause::Case(case) if case.condition.is_some()) || matches!(one.clause, Clause::Formula(_))
}

/// Tells whether a name is of what people say who are asked, not of what a unit does for it.
pub fn is_said_by_people(name: &str) -> bool {
    const SAID: [&str; 5] = ["hài lòng", "dư luận", "kết quả khảo sát", "kết quả điều tra", "kết quả lấy ý kiến"];
    const JUDGING: [&str; 7] = ["đánh giá", "ý kiến", "cảm nhận", "nhận xét", "phản hồi", "bình chọn", "chấm điểm"];
    const PEOPLE: [&str; 9] =
        ["người dân", "doanh nghiệp", "công dân", "nhân dân", "tổ chức, cá nhân", "cá nhân, tổ chức", "khách hàng", "lãnh đạo", "cử tri"];
    // “Ý kiến của cử tri được giải quyết” is what a unit does.
    const HANDLED: [&str; 12] = [
        "phiếu",
        "kế hoạch",
        "báo cáo",
        "sau khảo sát",
        "công khai",
        "kiến nghị",
        "được giải quyết",
        "được xử lý",
        "được trả lời",
        "được tiếp thu",
        "đã giải quyết",
        "đã xử lý",
    ];
    let plain = name.to_lowercase();
    let core = ["kết quả ", "công tác ", "việc "].iter().fold(plain.as_str(), |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let of = |behind: &str| PEOPLE.iter().any(|one| ["của ", "từ ", "qua "].iter().any(|word| behind.contains(&format!("{word}{one}"))));
    let judged = JUDGING.iter().filter_map(|word| plain.split_once(word)).any(|(_, behind)| of(behind));
    let handled = HANDLED.iter().any(|word| plain.contains(word));
    (judged || SAID.iter().any(|word| plain.contains(word))) && !handled && !does_something(core) && !does_something(&plain)
}

/// Tells whether words are the share of people who say something: “tỷ lệ doanh nghiệp đánh giá tốt”, not “tỷ lệ doanh nghiệp được đánh
/// giá”.
pub fn says_of_people(words: &str) -> bool {
    const PEOPLE: [&str; 8] =
        ["người dân", "doanh nghiệp", "công dân", "tổ chức, cá nhân", "cá nhân, tổ chức", "khách hàng", "người được hỏi", "hộ kinh doanh"];
    const SAY: [&str; 7] = ["đánh giá", "đồng ý", "cho rằng", "nhận xét", "trả lời", "cảm thấy", "hài lòng"];
    const NEAR: usize = 3;
    let plain = words.to_lowercase();
    let rest = ["tỷ lệ ", "tỉ lệ ", "% "].iter().find_map(|rate| plain.split_once(rate)).map_or("", |(_, rest)| rest);
    let Some((_, behind)) = PEOPLE.iter().find_map(|one| rest.split_once(one)) else { return false };
    let saying = |word: &&str| {
        behind.split_once(*word).is_some_and(|(before, _)| {
            let between: Vec<&str> = before.split_whitespace().collect();
            between.len() <= NEAR && !between.iter().any(|word| ["được", "bị", "đã"].contains(word))
        })
    };
    SAY.iter().any(saying)
}

/// Tells whether words name such an index.
fn names_any_index(words: &str) -> bool {
    has_any(words, &INDICES)
}

/// Tells whether words hold any of several, as words of their own.
fn has_any(words: &str, list: &[&str]) -> bool {
    let plain = words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let plain = format!(" {plain} ");
    list.iter().any(|word| plain.contains(&format!(" {word} ")))
}

/// Tells whether words name a result that an office makes known: “theo kết quả do Bộ Nội vụ công bố”, not “công bố TTHC kịp thời”.
pub fn is_made_known(words: &str) -> bool {
    let plain = bare(words).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let plain = format!(" {plain} ");
    let Some((before, _)) = plain.split_once(" cong bo ") else { return false };
    let result = ["ket qua", "chi so", "xep hang", "thu hang", "xep loai"].iter().any(|word| before.contains(word));
    let behind = plain.split_once(" cong bo ").map_or("", |(_, behind)| behind);
    // “Kết quả công bố của Liên đoàn …” names whoever made it known.
    let of_others = result && behind.strip_prefix("cua ").is_some_and(|who| !who.starts_with("don vi"));
    if of_others {
        return true;
    }
    let by = [" do ", " duoc "].iter().any(|word| before.contains(word));
    let office = ["bo ", "ubnd ", "uy ban ", "so ", "tinh ", "chinh phu", "hoi dong ", "co quan "]
        .iter()
        .any(|word| before.contains(&format!(" {word}")));
    result && by && office
}
