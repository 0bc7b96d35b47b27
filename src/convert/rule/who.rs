//! Who types a figure, or gives the points: the unit, another body, or people who are asked.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Clause, WordedClause, is_survey};
use crate::figure::InputKind;
use crate::finding::convert::SUPPLIED;
use crate::text;

use super::{Answers, Doubt, Words};

/// Tells whether words speak of what the office finds out by asking: the unit can't type it.
pub fn asks_people(text: &str) -> bool {
    let plain = text.to_lowercase();
    let mean = ["trung bình", "bình quân"].iter().any(|word| plain.contains(word));
    plain.contains("sipas") || (mean && plain.contains("phiếu"))
}

/// Gives the clause that says how what people were asked becomes points, where the name says that they are asked and the clauses
/// weigh their answers or their mean, or where no unit could give the answers: “Khảo sát mức độ hài lòng | Rất hài lòng: 100% số điểm; hài lòng: 75%; …”.
pub fn found_by_asking(words: &Words<'_>, said: &[WordedClause]) -> Option<String> {
    let name = words.name.to_lowercase();
    let asks = ["khảo sát", "điều tra", "lấy ý kiến", "đo lường", "phiếu"].iter().any(|word| name.starts_with(word));
    let plain: Vec<String> = said.iter().map(|one| one.text.to_lowercase()).collect();
    let measures = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if case.condition.is_some());
    let answered = said.iter().filter(|one| !measures(one)).map(|one| one.text.to_lowercase());
    let answers = answered.filter(|text| text.contains("hài lòng") || text.contains("bình thường")).count() > 2;
    let slips = plain.iter().any(|text| text.contains("phiếu"));
    let share = slips || plain.iter().any(|text| text.contains('%'));
    let mean =
        |text: &&String| ["điểm trung bình", "điểm tb", "điểm bình quân"].iter().any(|word| text.contains(word)) && text.contains("thang");
    let scale = plain.iter().any(|text| mean(&text));
    let each = asks && plain.iter().any(|text| text.contains("mỗi phiếu") || mean_of_slips(text));
    (asks && ((answers && share) || scale) || each || weighs_answers(said)).then(|| told(said))
}

/// Tells whether clauses weigh answers that only people give who are asked: “Rất hài lòng: 100% số điểm; hài lòng: 80%; bình
/// thường: 50%; không hài lòng: 0%”. No unit says that of itself.
pub fn weighs_answers(said: &[WordedClause]) -> bool {
    // “Tỷ lệ đánh giá rất hài lòng, hài lòng ≥ 98%” measures how many answered so, and weighs nothing.
    let measures = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if case.condition.is_some());
    let plain: Vec<String> = said.iter().filter(|one| !measures(one)).map(|one| one.text.to_lowercase()).collect();
    let count = |words: &[&str]| plain.iter().filter(|text| words.iter().any(|word| text.contains(word))).count();
    count(&["rất hài lòng", "không hài lòng", "chưa hài lòng", "ít hài lòng"]) > 1
        && count(&["hài lòng", "bình thường"]) > 2
        && count(&["%"]) > 0
}

/// Tells whether words speak of the mean of slips.
fn mean_of_slips(text: &str) -> bool {
    ["trung bình", "bình quân"].iter().filter_map(|word| text.split_once(word)).any(|(_, behind)| behind.contains("phiếu"))
}

/// Words of which answers of people are made who say how satisfied they are.
const ANSWERS: [&str; 26] = [
    "rất",
    "hoàn",
    "toàn",
    "hài",
    "lòng",
    "không",
    "chưa",
    "ít",
    "bình",
    "thường",
    "tương",
    "đối",
    "khá",
    "cực",
    "kỳ",
    "tạm",
    "chấp",
    "nhận",
    "đồng",
    "ý",
    "phân",
    "vân",
    "được",
    "mức",
    "hoặc",
    "là",
];

/// Words of which answers are made that say how good something is.
const MARKS: [&str; 16] =
    ["tốt", "kém", "yếu", "trung", "xuất", "sắc", "đạt", "yêu", "cầu", "cao", "thấp", "thuận", "tiện", "thân", "thiện", "quá"];

/// Tells whether a line says that its levels are what a survey found: “ĐTXHH theo Mẫu phiếu số 03. Tốt: 100%; khá: 75%”, “(ĐTXHH) kịp
/// thời: 5; chưa kịp thời: 2”. A unit that holds a survey itself, or does something about its results, can tell that of itself.
pub fn found_by_survey(words: &Words<'_>, said: &[WordedClause], rule: &Rule) -> bool {
    const BEFORE: [&str; 10] = ["(", "-", "+", "theo ", "qua ", "bằng ", "kết quả ", "dựa trên ", "căn cứ ", "thông qua "];
    const NAMED: [&str; 5] = ["đtxhh", "điều tra xã hội học", "điều tra xhh", "khảo sát xã hội học", "khảo sát xhh"];
    const HELD: [&str; 9] = [
        "phiếu khảo sát",
        "phiếu điều tra",
        "mẫu phiếu",
        "phiếu số",
        "khảo sát theo",
        "khảo sát bằng",
        "khảo sát ý kiến",
        "kết quả khảo sát",
        "kết quả điều tra",
    ];
    const DONE: [&str; 12] =
        ["được", "đã", "gửi", "công khai", "công bố", "đầy đủ", "kịp thời", "đúng", "báo cáo", "hằng", "hàng", "phát ra"];
    let by_survey =
        |text: &str| {
            let plain = text.to_lowercase();
            let mut core = plain.trim_start();
            let mut all = vec![core];
            while let Some(rest) = BEFORE.iter().find_map(|word| core.strip_prefix(word)) {
                core = rest.trim_start();
                all.push(core);
            }
            // Brackets behind a level say it, too.
            all.extend(plain.split('(').skip(1).map(|inside| inside.trim_start_matches("qua ").trim_start_matches("theo ")));
            all.iter().any(|text| {
                NAMED.iter().chain(&HELD).filter_map(|word| text.strip_prefix(word)).any(|behind| {
                    !DONE.iter().any(|word| behind.trim_start_matches([' ', ')']).starts_with(word)) || behind.starts_with(')')
                })
            })
        };
    matches!(rule, Rule::Levels { .. } | Rule::YesNo { .. })
        && !words.takes
        && !does_something(&words.name.to_lowercase())
        && said.iter().any(|one| by_survey(&one.text))
}

/// Whom a criterion has answer, as its name, its lines and the headings above it say.
fn asks_somebody(words: &Words<'_>) -> bool {
    words.answers == Answers::OfPeople || asks_people_by_name(words.name) || is_opinion(words)
}

/// Tells whether a criterion is what somebody else thinks of the unit: “Nhận xét của chi bộ nơi cư trú”, “Theo kết quả lấy phiếu tín
/// nhiệm của tổ dân phố: cao: 5; …”; not what a unit does about it: “Tổ chức lấy ý kiến”.
fn is_opinion(words: &Words<'_>) -> bool {
    const OF_OTHERS: [&str; 5] = ["đánh giá của ", "nhận xét của ", "ý kiến của ", "ý kiến đánh giá của ", "kết quả đánh giá của "];
    const GATHERED: [&str; 6] = ["lấy ý kiến", "lấy phiếu", "phỏng vấn", "bảng hỏi", "phiếu nhận xét", "phiếu tín nhiệm"];
    let name = words.name.to_lowercase();
    let gathered = |line: &String| {
        let plain = line.to_lowercase();
        GATHERED.iter().any(|word| plain.contains(word))
    };
    !does_something(&name) && (OF_OTHERS.iter().any(|word| name.starts_with(word)) || words.lines.iter().any(gathered))
}

/// Tells whether a name or a heading says that people are asked: “KHẢO SÁT NGƯỜI DÂN”, “Đánh giá của doanh nghiệp”, “Mức độ hài
/// lòng về …”; not what a unit does about it: “Tổ chức khảo sát sự hài lòng”, “Số phiếu khảo sát phát ra”.
pub fn asks_people_by_name(name: &str) -> bool {
    let plain = name.to_lowercase();
    let asking = ["khảo sát", "điều tra", "lấy ý kiến", "thăm dò", "hài lòng", "trưng cầu", "phỏng vấn"];
    let judging = ["đánh giá", "ý kiến", "cảm nhận", "nhận xét", "phản hồi", "bình chọn", "chấm điểm"];
    let people = [
        "người dân",
        "doanh nghiệp",
        "công dân",
        "nhân dân",
        "tổ chức, cá nhân",
        "cá nhân, tổ chức",
        "khách hàng",
        "cộng đồng",
        "dư luận",
        "xã hội",
    ];
    let from = |behind: &str| people.iter().any(|one| ["của ", "từ "].iter().any(|of| behind.contains(&format!("{of}{one}"))));
    let by = |said: &&str| plain.split_once(*said).is_some_and(|(_, behind)| from(behind));
    let named = asking.iter().any(|said| plain.contains(said)) || judging.iter().any(by);
    named && !does_something(&plain)
}

/// Tells whether a heading has people asked of all that stands below it: not “Tác động của CCHC đến sự hài lòng và phát triển
/// kinh tế”, which names more.
pub fn is_heading_of_answers(heading: &str) -> bool {
    const LEADS: [&str; 12] =
        ["phần ", "kết quả ", "tiêu chí ", "lĩnh vực ", "nội dung ", "chỉ số ", "mức độ ", "mức ", "sự ", "nhóm ", "qua ", "điểm "];
    let plain = heading.to_lowercase();
    let mut core = plain.trim_start_matches(|c: char| !c.is_alphabetic());
    while let Some(rest) = LEADS.iter().find_map(|lead| core.strip_prefix(lead)) {
        core = rest;
    }
    let begun = [
        "khảo sát",
        "điều tra",
        "lấy ý kiến",
        "thăm dò",
        "hài lòng",
        "trưng cầu",
        "phỏng vấn",
        "đánh giá",
        "ý kiến",
        "cảm nhận",
        "nhận xét",
        "phản hồi",
        "bình chọn",
        "phiếu",
    ];
    begun.iter().any(|word| core.starts_with(word)) && asks_people_by_name(heading)
}

/// Tells whether words say what a unit does: it can tell that of itself.
pub fn does_something(plain: &str) -> bool {
    const DOES: [&str; 27] = [
        "tổ chức",
        "ban hành",
        "thực hiện",
        "triển khai",
        "xây dựng",
        "công khai",
        "công bố",
        "báo cáo",
        "xử lý",
        "khắc phục",
        "phối hợp",
        "tham gia",
        "góp ý",
        "số phiếu",
        "tỷ lệ phiếu",
        "tỉ lệ phiếu",
        "kế hoạch",
        "tiếp nhận",
        "tiếp thu",
        "trả lời",
        "giải quyết",
        "cung cấp",
        "phát phiếu",
        "gửi phiếu",
        "có ",
        "lập",
        "tự",
    ];
    let core = plain.trim_start_matches(|c: char| !c.is_alphabetic());
    DOES.iter().any(|word| core.starts_with(word))
}

/// Tells whether what a unit would pick are answers that only people give who are asked: two of them say how satisfied they are,
/// or all say how good something is where people are asked. No unit says that of itself.
pub fn answers(words: &Words<'_>, said: &[WordedClause], rule: &Rule) -> bool {
    if !matches!(rule, Rule::Levels { .. } | Rule::YesNo { .. }) {
        return false;
    }
    let label = |one: &WordedClause| if let Clause::Case(case) = &one.clause { Some(case.label.to_lowercase()) } else { None };
    let plain: Vec<String> = said.iter().filter_map(label).collect();
    let made = |label: &String, marks: bool| {
        let known = |word: &str| ANSWERS.contains(&word) || marks && MARKS.contains(&word);
        label.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(known)
    };
    let satisfied =
        plain.iter().filter(|label| ["hài lòng", "đồng ý"].iter().any(|word| label.contains(word)) && made(label, false)).count();
    // What is made known of a unit it can tell itself.
    let known = ["công bố", "ddci", "xếp hạng", "bảng xếp loại"]
        .iter()
        .any(|word| words.lines.iter().any(|line| line.to_lowercase().contains(word)));
    let rest = |label: &String| ["còn lại", "khác"].iter().any(|word| label.ends_with(word));
    let all = satisfied > 0 && plain.iter().all(|label| made(label, true) || rest(label));
    satisfied > 1 || all || !known && asks_somebody(words) && !plain.is_empty() && plain.iter().all(|label| made(label, true))
}

/// Asks who answers a criterion below a heading that has people asked, where units would; not of what units do themselves.
pub fn by_heading(words: &Words<'_>, rule: &Rule) -> Option<Doubt> {
    let name = words.name;
    let first = words.lines.first().map_or_else(String::new, |line| line.to_lowercase());
    if words.answers != Answers::OfPeople
        || does_something(&name.to_lowercase())
        || does_something(&first)
        || matches!(rule, Rule::Deadline { .. })
    {
        return None;
    }
    Some((
        &SUPPLIED,
        text!(
            "“{name}”: đứng dưới phần khảo sát, đánh giá của người được hỏi; điểm lấy từ kết quả khảo sát hay do đơn vị nhập? Tạm để đơn vị nhập",
            "“{name}”: stands below a heading that has people asked; found by a survey, or typed by units? Units type it for now"
        ),
    ))
}

/// Gives all words of a criterion.
pub fn told(said: &[WordedClause]) -> String {
    said.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// Asks who types what another body supplies or judges.
pub fn done_by(name: &str, text: &str, given: bool) -> Doubt {
    let text = text.trim_end_matches([':', ' ']);
    let message = if given && text == name {
        text!(
            "“{name}”: theo tên, cơ quan khác đánh giá; tạm để cơ quan ấy cho điểm, đơn vị không nhập",
            "“{name}”: by its name another body judges; that body gives the points for now, units type nothing"
        )
    } else if text == name {
        text!(
            "“{name}”: theo tên, cơ quan khác đánh giá; tạm để đơn vị nhập, đúng không?",
            "“{name}”: by its name another body judges; units type it for now, is that so?"
        )
    } else if given {
        text!(
            "“{name}”: “{text}”; tạm để cơ quan ấy cho điểm, đơn vị không nhập",
            "“{name}”: “{text}”; that body gives the points for now, units type nothing"
        )
    } else {
        text!("“{name}”: “{text}”; tạm để đơn vị nhập, đúng không?", "“{name}”: “{text}”; units type it for now, is that so?")
    };
    (&SUPPLIED, message)
}

/// Tells whether people are asked for what a leaf is about, so that no unit scores it itself.
pub fn is_of_survey(words: &Words<'_>, said: &[WordedClause]) -> bool {
    let in_tree = !words.takes && !words.adds;
    let named = words.answers != Answers::OfUnit && !does_something(&words.name.to_lowercase()) || asks_somebody(words);
    in_tree && (named || said.iter().any(|one| is_survey(&one.text) || asks_people(&one.text) || measures_satisfaction(&one.text)))
}

/// Asks who finds out how satisfied people are, where units would type it.
pub fn satisfied(words: &Words<'_>, said: &[WordedClause], inputs: &Inputs) -> Option<Doubt> {
    let typed = inputs.list.iter().any(|input| matches!(input.kind, InputKind::Percent | InputKind::Points));
    let slips = inputs.list.iter().any(|input| counts_answers(&input.label));
    let told = |text: &&str| typed && measures_satisfaction(text) || slips && counts_answers(text);
    let text = said.iter().map(|one| one.text.as_str()).chain([words.name]).find(told)?;
    Some(found_or_typed(words.name, text))
}

/// Asks whether a figure that words of a criterion, or its name alone, speak of is found by others or typed by the unit.
pub fn found_or_typed(name: &str, text: &str) -> Doubt {
    let of = if text == name { String::new() } else { format!(" “{text}”") };
    let message = text!(
        "“{name}”:{of} lấy từ kết quả điều tra, khảo sát, công bố hay do đơn vị nhập? Tạm để đơn vị nhập",
        "“{name}”:{of} found by a survey, made known by others, or typed by units? Units type it for now"
    );
    (&SUPPLIED, message)
}

/// Tells whether words count slips by what people say on them: “tỷ lệ phiếu hài lòng”, “số phiếu đánh giá tốt”, not those that
/// were handed out or came back.
fn counts_answers(text: &str) -> bool {
    const SAID: [&str; 9] = ["hài lòng", "đồng ý", "đánh giá tốt", "tốt", "khá", "đạt yêu cầu", "tích cực", "tín nhiệm", "thuận lợi"];
    const HANDLED: [&str; 8] = ["thu về", "phát ra", "thu được", "hợp lệ", "gửi đi", "phát đi", "trả lời", "khảo sát sự"];
    let plain = text.to_lowercase();
    let Some((_, behind)) = plain.split_once("phiếu") else { return false };
    SAID.iter().any(|word| behind.contains(word)) && !HANDLED.iter().any(|word| behind.contains(word))
}

/// Tells whether words name how satisfied people are: “tỷ lệ người dân hài lòng”, not “tỷ lệ phiếu khảo sát sự hài lòng thu về”.
fn measures_satisfaction(text: &str) -> bool {
    let plain = text.to_lowercase();
    let Some((before, _)) = plain.split_once("hài lòng") else { return false };
    // Slips that came back are counted by whoever sent them out.
    if before.contains("phiếu") {
        return false;
    }
    let begins = ["tỷ lệ", "tỉ lệ", "chỉ số", "mức độ", "mức"];
    let asking = ["khảo sát", "điều tra", "lấy ý kiến", "đo lường", "hòm thư"];
    begins.iter().filter_map(|word| before.rsplit_once(word)).any(|(_, between)| {
        between.split(' ').filter(|word| !word.is_empty()).count() <= 6 && !asking.iter().any(|word| between.contains(word))
    })
}
