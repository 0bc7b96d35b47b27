//! Where points begin from which something is taken for each fault: a level of all points that says that there was none.

use crate::convert::line::{Case, Clause, Each, WordedClause, telling, turns};

use super::between::qualities_alone;
use super::measure::{Asked, lower_words};

/// Words that say that all is as it has to be.
const WELL: [&str; 36] = [
    "đúng",
    "đủ",
    "đầy đủ",
    "đúng hạn",
    "đúng thời hạn",
    "đúng thời gian",
    "đúng tiến độ",
    "đúng quy định",
    "đúng quy trình",
    "đúng yêu cầu",
    "đúng nội dung",
    "đúng thành phần",
    "đúng chế độ",
    "đúng giờ",
    "trước hạn",
    "trước thời hạn",
    "kịp thời",
    "chính xác",
    "đạt yêu cầu",
    "đạt chuẩn",
    "đạt",
    "bảo đảm",
    "đảm bảo",
    "hoàn thành",
    "thực hiện tốt",
    "chấp hành tốt",
    "nghiêm",
    "nghiêm túc",
    "toàn bộ",
    "tất cả",
    "theo quy định",
    "thường xuyên",
    "duy trì",
    "ổn định",
    "an toàn",
    "sạch sẽ",
];

/// Words that say that things are well, and no thing.
const PLAIN: [&str; 59] = [
    "hình thức",
    "thể thức",
    "số lượng",
    "thành phần",
    "đầy đủ",
    "đủ",
    "đúng hạn",
    "đúng",
    "thời hạn",
    "thời gian",
    "hạn",
    "tiến độ",
    "quy định",
    "quy trình",
    "yêu cầu",
    "giờ",
    "trước",
    "kịp thời",
    "chính xác",
    "đạt",
    "chuẩn",
    "bảo đảm",
    "đảm bảo",
    "hoàn thành",
    "thực hiện",
    "tốt",
    "chấp hành",
    "nghiêm túc",
    "nghiêm",
    "toàn bộ",
    "tất cả",
    "theo",
    "chất lượng",
    "triển khai",
    "tổ chức",
    "trong năm",
    "năm",
    "kỳ",
    "đơn vị",
    "công việc",
    "việc",
    "công tác",
    "nội dung",
    "một",
    "hằng ngày",
    "hàng ngày",
    "hằng",
    "hàng",
    "luôn",
    "tiêu chí",
    "mức",
    "tối đa",
    "điểm",
    "thường xuyên",
    "ngày",
    "tháng",
    "quý",
    "gửi",
    "nộp",
];

/// Words of faults and of times that name no thing.
const FAULTS: [&str; 33] = [
    "bằng văn bản",
    "bằng hình thức",
    "trường hợp",
    "vụ việc",
    "vụ",
    "lần",
    "lượt",
    "người",
    "việc",
    "vi phạm",
    "sai sót",
    "sai",
    "lỗi",
    "tồn tại",
    "bị",
    "phát hiện",
    "không",
    "chưa",
    "chậm",
    "trễ",
    "quá",
    "muộn",
    "thiếu",
    "đơn vị",
    "mỗi",
    "có",
    "cuộc",
    "buổi",
    "phiên",
    "vắng",
    "bỏ",
    "mất",
    "nghỉ",
];

/// Words of what is wrong, whatever it is that is.
const WRONG: [&str; 26] = [
    "cách chức",
    "hạ bậc lương",
    "giáng chức",
    "buộc thôi việc",
    "vi phạm",
    "sai phạm",
    "sai sót",
    "sai",
    "lỗi",
    "khuyết điểm",
    "tồn tại",
    "hạn chế",
    "chậm",
    "trễ",
    "muộn",
    "quá hạn",
    "thiếu",
    "vắng",
    "mất",
    "kỷ luật",
    "khiển trách",
    "cảnh cáo",
    "phê bình",
    "nhắc nhở",
    "kiểm điểm",
    "tiêu cực",
];

/// Words of bounds, which name nothing: “bị cảnh cáo trở lên”.
const BOUNDS: [&str; 5] = ["trở lên", "trở xuống", "từ", "đến", "dưới"];

/// Words of people, whom “trường hợp” counts as well.
const PEOPLE: [&str; 17] =
    ["ccvc", "cbccvc", "cbcc", "cc", "vc", "cb", "nlđ", "cán", "bộ", "công", "chức", "viên", "người", "lao", "động", "đảng", "lãnh"];

/// Words of a denial that name nothing.
const DENYING: [&str; 13] =
    ["không", "chưa", "có", "để xảy ra", "xảy ra", "để", "bị", "nào", "trường hợp", "vụ việc", "vụ", "lần", "phát hiện"];

/// Tells whether a case that gives all points is where they begin: it says that no fault of those happened that take some. What gives
/// them for anything else, a plan that was issued or a unit of some kind, is no start.
pub fn is_start(asked: &Asked<'_>, case: &Case, taken: &[&Each]) -> bool {
    if case.words.first().is_some_and(|word| word == "hoặc") {
        return false;
    }
    let counted: Vec<String> = taken.iter().flat_map(|each| plain(&each.what)).collect();
    let named = plain(asked.words.name);
    let is_in = |list: &[String], word: &str| list.iter().any(|one| one == word);
    let light: &[&[&str]] = if is_denial(case) { &[&PLAIN, &DENYING] } else { &[&PLAIN] };
    let own = without(&case.words, light);
    let things = telling(&own);
    let of_counted = things.iter().any(|word| is_in(&counted, word));
    let of_name = things.iter().any(|word| is_in(&named, word));
    if is_denial(case) {
        // “Không có sáng kiến” denies no fault, and “không có công chức bị kỷ luật” none of reports that come late.
        let others = without(&case.words, &[&PLAIN, &DENYING, &WRONG, &FAULTS]);
        let named_things = telling(&others);
        let of = |list: &[String]| named_things.iter().any(|word| is_in(list, word));
        let counted_things = without(&counted, &[&PLAIN, &WRONG, &FAULTS, &BOUNDS]);
        let same = counted_things.is_empty() || counted_things.iter().any(|word| is_in(&named, word));
        let wrong = things.is_empty() || case.says(&WRONG) || of_counted;
        // “Mỗi trường hợp bị kỷ luật” counts whoever was disciplined.
        let joined = format!(" {} ", counted.join(" "));
        let alike = WRONG.iter().any(|word| case.says(&[word]) && joined.contains(&format!(" {word} ")));
        let people = named_things.iter().all(|word| PEOPLE.contains(word));
        let fits = of(&counted) || of(&named) && (same || !case.says(&WRONG)) || (alike || people) && counted_things.is_empty();
        return case.is_nothing_to_do() || named_things.is_empty() && wrong || fits;
    }
    // “Có thái độ chuẩn mực, không bị phản ánh” denies what is counted, among others.
    let denied = case.words.iter().position(|word| word == "không").filter(|at| *at > 0);
    if let Some(at) = denied {
        let behind = without(case.words.get(at..).unwrap_or_default(), &[&PLAIN, &DENYING]);
        if case.condition.is_none() && !behind.is_empty() && behind.iter().all(|word| is_in(&counted, word)) {
            return true;
        }
    }
    // “Đầy đủ, kịp thời, đúng mẫu” are qualities and nothing else, whatever fails of them.
    let qualities = qualities_alone(&case.label.to_lowercase());
    if qualities && case.condition.is_none() && case.days.is_none() && taken.iter().all(|each| turns(&lower_words(&each.what))) {
        return true;
    }
    // “Có xin lỗi đối với tất cả hồ sơ trễ hạn” is what “hồ sơ trễ hạn không xin lỗi” denies.
    if case.condition.is_none() && !case.says(&["không", "chưa"]) && taken.iter().all(|each| is_denied_by(case, each)) {
        return true;
    }
    // “Không ban hành: 0 điểm” says what lacking it gives.
    if asked.said.iter().any(|one| denies(one, &case.words)) {
        return true;
    }
    if case.condition.is_none() && turns(&case.words) {
        return false;
    }
    // What is counted is of the same criterion, or of the same kind: “đúng tiến độ” beside “chậm tiến độ”.
    let alike = |word: &&&str| case.says(&[word]) && format!(" {} ", counted.join(" ")).contains(&format!(" {word} "));
    let same = without(&counted, &[&PLAIN, &FAULTS]).iter().any(|word| is_in(&named, word) || is_in(&case.words, word))
        || ["tiến độ", "hạn", "quy định"].iter().any(|word| alike(&word));
    let same = same || taken.iter().any(|each| without(&plain(&each.what), &[&PLAIN, &FAULTS]).is_empty());
    if case.condition.is_none() && !case.says(&WELL) {
        // “Ban hành kế hoạch” beside “mỗi kế hoạch không ban hành”.
        let opposite = taken.iter().any(|each| turns(&lower_words(&each.what)));
        let all = things.iter().all(|word| is_in(&counted, word) || is_in(&named, word));
        let shared = without(&case.words, &[&FAULTS]).iter().any(|word| is_in(&counted, word));
        // “Có trang thông tin” and “chất lượng tốt” are asked for themselves.
        let has =
            case.words.first().is_some_and(|word| word == "có") || case.says(&["tốt", "khá", "chất lượng", "xuất sắc", "được", "mới"]);
        return opposite && all && !has && if things.is_empty() { shared } else { same };
    }
    of_counted || things.is_empty() || of_name && same
}

/// Tells whether what is counted is what a case says, and that it was not done.
fn is_denied_by(case: &Case, each: &Each) -> bool {
    let counted = plain(&each.what);
    let mut own = counted.iter().filter(|word| !["không", "chưa", "được", "có"].contains(&word.as_str())).peekable();
    let denied = counted.iter().any(|word| word == "không" || word == "chưa");
    denied && own.peek().is_some() && own.all(|word| case.words.contains(word))
}

/// Tells whether a case says that something did not happen.
fn is_denial(case: &Case) -> bool {
    case.begins(&["không", "chưa"])
}

/// Tells whether a clause gives nothing where what words say was not done.
fn denies(said: &WordedClause, words: &[String]) -> bool {
    let Clause::Case(case) = &said.clause else { return false };
    let core: Vec<&String> = case.words.iter().filter(|word| !["không", "chưa", "có"].contains(&word.as_str())).collect();
    case.gives_nothing() && is_denial(case) && !core.is_empty() && core.iter().all(|word| words.contains(word))
}

/// Leaves out all words and phrases of lists, the longest first, and what is no word.
fn without(words: &[String], lists: &[&[&str]]) -> Vec<String> {
    let fits = |at: usize, phrase: &str| {
        let mut said = phrase.split(' ');
        let rest = words.get(at..).unwrap_or_default();
        said.clone().count() <= rest.len() && rest.iter().zip(&mut said).all(|(word, one)| word == one)
    };
    let (mut left, mut at) = (Vec::new(), 0);
    while let Some(word) = words.get(at) {
        let width =
            lists.iter().flat_map(|list| list.iter()).filter(|phrase| fits(at, phrase)).map(|phrase| phrase.split(' ').count()).max();
        if width.is_none() && word.chars().all(char::is_alphabetic) {
            left.push(word.clone());
        }
        at += width.unwrap_or(1);
    }
    left
}

/// Lists the words of a text in small letters.
fn plain(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
