//! Who scores, and who supplies what is scored: the survey, the council, another body.

use super::clause::{Clause, Scorer};
use super::words::{Kind, Line, Phrase};

/// Names of the survey.
const SURVEY: [&str; 18] = [
    "đtxhh",
    "điều tra xã hội học",
    "điều tra xhh",
    "khảo sát xã hội học",
    "khảo sát xhh",
    "điều tra , khảo sát",
    "khảo sát , điều tra",
    "phiếu khảo sát",
    "phiếu điều tra",
    "kết quả khảo sát",
    "qua khảo sát",
    "kết quả điều tra",
    "khảo sát sự hài lòng",
    "khảo sát mức độ hài lòng",
    "khảo sát đo lường",
    "đo lường sự hài lòng",
    "khảo sát của",
    "theo khảo sát",
];

/// Tells whether words name the survey.
pub fn is_survey(words: &str) -> bool {
    let line = Line::new(words);
    line.phrase().has(&SURVEY)
}

/// Tells whether the name of a criterion gives it to the survey as a whole.
pub fn is_survey_name(words: &str) -> bool {
    let line = Line::new(words);
    line.phrase().has(&["đtxhh", "điều tra xã hội học", "điều tra xhh", "khảo sát xã hội học"])
}

/// Tells whether the name of an area gives all of it to the survey: “ĐIỀU TRA XÃ HỘI HỌC”, “Kết quả điều tra xã hội học”.
pub fn is_survey_area(words: &str) -> bool {
    let line = Line::new(words);
    let lead = ["phần", "điểm", "đánh giá", "tác động", "của", "cchc", "kết quả", "qua", "tiêu chí", "lĩnh vực", ":", "-", "(", "."];
    let rest = line.phrase().without_front(&lead).without_end(&[")", "."]);
    let named = ["đtxhh", "điều tra xã hội học", "điều tra xhh", "khảo sát xã hội học"];
    named.iter().any(|said| rest.says(0, said) > 0 && rest.len() <= rest.says(0, said) + 4)
}

/// Bodies that score others or supply their figures, never the unit itself, and have no name of their own.
const UNNAMED: [&str; 17] = [
    "lãnh đạo ubnd",
    "lãnh đạo tỉnh",
    "lãnh đạo sở",
    "lãnh đạo huyện",
    "chủ tịch ubnd",
    "chủ tịch hđnd",
    "đại biểu",
    "cử tri",
    "tập thể",
    "hđnd",
    "thường vụ",
    "bộ phận thẩm định",
    "bộ phận chấm điểm",
    "hội đồng",
    "tổ thẩm định",
    "thường trực",
    "ubnd tỉnh",
];

/// Kinds of bodies that do so under a name of their own, such as “Sở Tài chính”; of two that begin alike the longer first.
pub(super) const NAMED: [&str; 18] = [
    "sở",
    "văn phòng",
    "ban quản lý",
    "ban chỉ đạo",
    "ban tổ chức",
    "ban dân tộc",
    "ban",
    "thanh tra",
    "công an",
    "phòng nội vụ",
    "chi cục",
    "cục",
    "kho bạc",
    "bộ chỉ huy",
    "bộ",
    "đoàn kiểm tra",
    "tổ kiểm tra",
    "tổ công tác",
];

/// Words that call any such body.
const ANY: [&str; 1] = ["cơ quan"];

/// Bodies that may be the unit itself, or a part of it: they supply, and don't score.
const WITHIN: [&str; 4] = ["phòng", "trung tâm", "ubnd", "ủy ban"];

/// Words before or behind a word that make it another than the body of that name: “cơ sở”, “ban hành”, “cán bộ”.
const NO_BODY: [(&str, &[&str], &[&str]); 6] = [
    ("sở", &["cơ", "trụ", "hội", "xứ", "trường"], &["hữu", "thích"]),
    ("ban", &[], &["hành", "đầu", "bố", "công", "nãy", "đêm", "ngày", "tặng"]),
    (
        "bộ",
        &["cán", "nội", "toàn", "tiến", "đồng", "đảng", "cục", "sơ", "đường", "trọn"],
        &["phận", "máy", "tiêu", "thủ", "chỉ", "quy", "luật", "hồ", "dữ"],
    ),
    ("phòng", &["dự", "đề", "quốc", "xây"], &["chống", "ngừa", "họp", "cháy", "vệ", "chờ"]),
    ("cục", &["bố", "tổng"], &["bộ"]),
    ("thanh tra", &["cuộc", "được", "bị", "qua", "công tác", "tác"], &[]),
];

/// Papers that a body issues: who wrote what is followed does not score for it.
const PAPERS: [&str; 19] = [
    "hướng dẫn",
    "quy định",
    "kế hoạch",
    "quyết định",
    "công văn",
    "văn bản",
    "chỉ đạo",
    "yêu cầu",
    "chỉ tiêu",
    "đề án",
    "nghị quyết",
    "thông tư",
    "chương trình",
    "tiêu chí",
    "tiêu chuẩn",
    "quy chế",
    "mẫu",
    "thang điểm",
    "phân công",
];

/// Tells whether the name at a place is of whoever wrote a paper: “hướng dẫn của Văn phòng UBND tỉnh”.
fn wrote(phrase: Phrase<'_>, at: usize, papers: &[&str]) -> bool {
    let begun = |from: usize| {
        let width = phrase.says_any(from, papers);
        width > 0 && (from + width..at).all(|at| phrase.sign(at) != Some(',') && !phrase.is(at, "do"))
    };
    (0..at).any(begun)
}

/// Tells whether the name of a body stands at a place; gives its width.
fn body(phrase: Phrase<'_>, at: usize, bodies: &[&str]) -> usize {
    let width = phrase.says_any(at, bodies);
    let other = NO_BODY.iter().any(|(word, before, behind)| {
        let said = phrase.says(at, word);
        let before = at > 0 && before.iter().any(|one| phrase.is(at - 1, one));
        said > 0 && said == width && (before || phrase.says_any(at + said, behind) > 0)
    });
    if other || wrote(phrase, at, &PAPERS) { 0 } else { width }
}

/// Tells whether the name of a body that scores others stands at a place; gives its width.
fn other_body(phrase: Phrase<'_>, at: usize) -> usize {
    [UNNAMED.as_slice(), &NAMED, &ANY].into_iter().map(|bodies| body(phrase, at, bodies)).find(|width| *width > 0).unwrap_or(0)
}

/// Tells whether the name of any body stands at a place; gives its width.
fn any_body(phrase: Phrase<'_>, at: usize) -> usize {
    match other_body(phrase, at) {
        0 => body(phrase, at, &WITHIN),
        width => width,
    }
}

/// Tells whether a body that scores others is named at a place.
pub fn is_body(phrase: Phrase<'_>, at: usize) -> bool {
    other_body(phrase, at) > 0
}

/// Tells whether a phrase says that something is looked into: “kiểm tra, điều tra, khảo sát tình hình thi hành pháp luật”.
fn looks_into(phrase: Phrase<'_>) -> bool {
    let into = ["tình hình", "thực trạng", "việc"];
    let named = |at: usize| {
        let width = phrase.says_any(at, &["điều tra , khảo sát", "khảo sát , điều tra"]);
        width > 0 && phrase.says_any(at + width, &into) > 0
    };
    (0..phrase.len()).any(named) && !is_survey_phrase(phrase)
}

/// Tells whether a phrase names the sociological survey itself.
fn is_survey_phrase(phrase: Phrase<'_>) -> bool {
    phrase.has(&["đtxhh", "điều tra xã hội học", "điều tra xhh", "khảo sát xã hội học", "phiếu khảo sát", "phiếu điều tra"])
}

/// Tells whether a phrase says nothing but who is asked: “Khảo sát doanh nghiệp”.
fn asks_whom(phrase: Phrase<'_>) -> bool {
    const LONGEST: usize = 5;
    let people = ["doanh nghiệp", "người dân", "công dân", "nhân dân", "tổ chức", "khách hàng", "hộ kinh doanh", "lãnh đạo"];
    let asked = phrase.says_any(0, &["khảo sát", "điều tra", "lấy ý kiến"]);
    asked > 0 && phrase.says_any(asked, &people) > 0 && phrase.len() <= asked + LONGEST
}

/// Tells whether words say that somebody is not scored: “Thanh tra tỉnh được miễn chấm”.
pub fn excuses(phrase: Phrase<'_>) -> bool {
    phrase.has(&["được miễn", "miễn chấm", "miễn đánh giá", "miễn xét", "miễn tính", "miễn thẩm định"])
}

/// Reads who scores.
pub fn scorer(phrase: Phrase<'_>) -> Option<Clause> {
    let figures =
        (0..phrase.len()).any(|at| matches!(phrase.tokens.get(at).map(|token| &token.kind), Some(Kind::Number(_) | Kind::Day(_))));
    let signs =
        (0..phrase.len()).any(|at| matches!(phrase.sign(at), Some('×' | '=' | '%' | ':' | '<' | '>' | '≤' | '≥')) || phrase.is(at, "x"));
    let acts = phrase.has(&["trừ", "mỗi", "cộng", "tối đa", "nếu", "nội suy"]);
    let own = ["không tự chấm", "không tự đánh giá", "không tự cho điểm", "không chấm điểm tự đánh giá", "không tự tính điểm"];
    if phrase.has(&own) && !figures && !signs {
        return Some(Clause::Scorer(Scorer::NotUnit));
    }
    if excuses(phrase) {
        return None;
    }
    if (phrase.has(&SURVEY) || asks_whom(phrase)) && !acts && !looks_into(phrase) {
        if !figures && !signs {
            return Some(Clause::Scorer(Scorer::Survey));
        }
        let divides =
            (1..phrase.len()).any(|at| ["chia", "nhân"].iter().any(|word| phrase.is(at, word)) && phrase.number(at + 1).is_some());
        // “Điểm trung bình phiếu khảo sát từ 4,5 trở lên: 2” says what a mean gives.
        let gives = (1..phrase.len()).any(|at| phrase.sign(at) == Some(':') && phrase.number(at + 1).is_some())
            && phrase.has(&["trở lên", "trở xuống", "dưới", "trên", "từ"]);
        if phrase.has(&["thang", "thang điểm", "điểm trung bình"])
            && !gives
            && !divides
            && !(0..phrase.len()).any(|at| matches!(phrase.sign(at), Some('×' | '=' | '%' | '<' | '>')) || phrase.is(at, "x"))
        {
            return Some(Clause::Scorer(Scorer::SurveyScale));
        }
    }
    if figures || signs || acts {
        return None;
    }
    let verbs = ["chấm", "chấm điểm", "thẩm định", "cho điểm"];
    let self_scored = phrase.has(&["tự chấm", "tự đánh giá", "tự thẩm định"]);
    // Points that a body makes known may be another's.
    let named = (0..phrase.len()).any(|at| is_body(phrase, at) && !wrote(phrase, at, &["thông báo"]));
    (named && phrase.has(&verbs) && !self_scored && phrase.len() <= 25 && !phrase.has(&["không", "chưa", "hoặc"]))
        .then_some(Clause::Scorer(Scorer::Council))
}

/// Reads who supplies or judges what is scored, without a word of how: “do Sở Tài chính cung cấp”, “theo đánh giá của Văn phòng”.
pub fn supplied(phrase: Phrase<'_>) -> Option<Clause> {
    let judging = [
        "đánh giá",
        "nhận xét",
        "xếp loại",
        "chấm",
        "cho điểm",
        "thẩm định",
        "phân loại",
        "bỏ phiếu",
        "bình xét",
        "bình chọn",
        "biểu quyết",
    ];
    let supplying = ["cung cấp", "tổng hợp", "thống kê", "xác nhận", "công bố", "kết quả", "số liệu", "dữ liệu", "thông báo"];
    let rest = phrase.trimmed();
    let figures = (0..rest.len()).any(|at| rest.number(at).is_some() || rest.sign(at) == Some('%'));
    let by = |at: usize| ["do", "theo", "của", "từ", "bởi"].iter().any(|word| rest.is(at, word)) && any_body(rest, at + 1) > 0;
    let named = any_body(rest, 0) > 0 || (0..rest.len()).any(by);
    let evidence = rest.has(&["kiểm chứng", "minh chứng", "tài liệu", "tự đánh giá", "tự chấm", "không", "chưa"]);
    if figures || !named || evidence || rest.len() > 20 {
        return None;
    }
    if excuses(rest) {
        return None;
    }
    let judges = rest.has(&judging);
    (judges || rest.has(&supplying)).then_some(Clause::Supplied(judges))
}

/// Tells whether the name of a criterion says that another body judges: “do Hội đồng chấm”, “Sở Nội vụ đánh giá …”, “ý kiến đánh giá
/// của Ban Thường vụ”; not what is judged: “đánh giá công chức của Sở”.
pub fn judged_by_name(name: &str) -> bool {
    const JUDGING: [&str; 10] =
        ["chấm điểm", "chấm", "cho điểm", "đánh giá", "thẩm định", "nhận xét", "xếp loại", "bình xét", "bình chọn", "bỏ phiếu"];
    /// Most words between a body and what it does.
    const NEAR: usize = 4;
    // These may be the unit itself, or its work.
    const ITSELF: [&str; 4] = ["cơ quan", "sở", "ban", "bộ"];
    const NO_JUDGE: [&str; 3] = ["cơ quan", "tập thể", "thanh tra"];
    let line = Line::new(name);
    let phrase = line.phrase().trimmed();
    if phrase.has(&["tự chấm", "tự đánh giá", "không", "chưa"]) {
        return false;
    }
    // “Thanh tra, kiểm tra, đánh giá” lists work, “tập thể được xếp loại” is judged.
    let judges = |from: usize| {
        let ends = |at: usize| phrase.word(at).is_none() || ["được", "bị", "và"].iter().any(|word| phrase.is(at, word));
        (from..=from + NEAR).take_while(|at| !ends(*at)).any(|at| phrase.says_any(at, &JUDGING) > 0)
    };
    // “Cơ quan đánh giá …” may be the unit.
    let other = |at: usize| {
        let width = other_body(phrase, at);
        let itself = phrase.says_any(at, &ITSELF) == width
            && phrase.word(at + width).is_none_or(|next| JUDGING.iter().any(|verb| verb.starts_with(next)));
        if itself { 0 } else { width }
    };
    let by = |at: usize| ["do", "bởi"].iter().any(|word| phrase.is(at, word)) && other(at + 1) > 0 && judges(at + 1 + other(at + 1));
    let of = |at: usize| {
        let said = phrase.says_any(at, &JUDGING);
        said > 0 && phrase.is(at + said, "của") && other(at + said + 1) > 0
    };
    let first = other(0) > 0 && phrase.says_any(0, &NO_JUDGE) == 0 && judges(other(0));
    first || (0..phrase.len()).any(|at| by(at) || of(at))
}

/// Tells whether the name of a criterion says that a body scores this very criterion: “tiêu chí do Hội đồng chấm”, “Đánh giá của lãnh
/// đạo tỉnh”, “ý kiến đánh giá của Ban Thường vụ”; not “Văn bản do Sở Tư pháp thẩm định”, “Hội đồng thẩm định giá”.
pub fn scored_by_name(name: &str) -> bool {
    const SCORING: [&str; 3] = ["chấm điểm", "chấm", "cho điểm"];
    const JUDGED: [&str; 9] = ["chấm điểm", "đánh giá", "thẩm định", "nhận xét", "xếp loại", "bình xét", "bình chọn", "bỏ phiếu", "chấm"];
    let line = Line::new(name);
    let phrase = line.phrase().trimmed();
    let head = phrase.without_front(&["kết quả", "điểm", "ý kiến", "mức độ", "tiêu chí", "việc"]);
    let said = head.says_any(0, &JUDGED);
    // “Thẩm định của Sở Tư pháp” is a step of the work, its result is not.
    let said = if head.len() == phrase.len() && head.is(0, "thẩm") { 0 } else { said };
    let of = said > 0 && head.is(said, "của") && other_body(head, said + 1) > 0;
    let by = |at: usize| {
        let width = if ["do", "bởi"].iter().any(|word| phrase.is(at, word)) { other_body(phrase, at + 1) } else { 0 };
        let behind = phrase.from(at + 1 + width);
        let this = phrase.part(0, at).without_end(&["này", "được", "("]).without_end(&["tiêu chí", "nội dung", "điểm"]).len() < at;
        width > 0 && (behind.has(&SCORING) || this && behind.has(&JUDGED))
    };
    of || (0..phrase.len()).any(by)
}

/// Tells whether words name a body that supplies what they speak of: “điểm DTI do Sở … công bố”.
pub fn is_supplied(words: &str) -> bool {
    let line = Line::new(words);
    supplied(line.phrase()).is_some()
}
