//! Where points begin from which something is taken for each fault: a level of all points that says that there was none.

use crate::convert::line::{Case, Clause, Each, WordedClause, telling, turns};

use super::measure::{Asked, lower_words};

/// Words that say that all is as it has to be.
const WELL: [&str; 31] = [
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
];

/// Words that say that things are well, and no thing.
const PLAIN: [&str; 67] = [
    "đủ",
    "đầy",
    "đúng",
    "hạn",
    "thời",
    "gian",
    "tiến",
    "độ",
    "quy",
    "định",
    "trình",
    "yêu",
    "cầu",
    "giờ",
    "trước",
    "kịp",
    "chính",
    "xác",
    "đạt",
    "chuẩn",
    "bảo",
    "đảm",
    "hoàn",
    "thành",
    "thực",
    "hiện",
    "tốt",
    "chấp",
    "hành",
    "nghiêm",
    "túc",
    "toàn",
    "bộ",
    "tất",
    "cả",
    "theo",
    "chất",
    "lượng",
    "triển",
    "khai",
    "tổ",
    "chức",
    "năm",
    "kỳ",
    "đơn",
    "vị",
    "việc",
    "công",
    "tác",
    "nội",
    "dung",
    "một",
    "hàng",
    "hằng",
    "luôn",
    "tiêu",
    "chí",
    "mức",
    "tối",
    "đa",
    "điểm",
    "thường",
    "ngày",
    "tháng",
    "quý",
    "gửi",
    "nộp",
];

/// Words of faults and of times that name no thing.
const FAULTS: [&str; 31] = [
    "trường",
    "hợp",
    "vụ",
    "lần",
    "lượt",
    "người",
    "việc",
    "vi",
    "phạm",
    "sai",
    "sót",
    "lỗi",
    "tồn",
    "tại",
    "bị",
    "phát",
    "hiện",
    "không",
    "chưa",
    "chậm",
    "trễ",
    "quá",
    "muộn",
    "thiếu",
    "đơn",
    "vị",
    "mỗi",
    "có",
    "cuộc",
    "buổi",
    "phiên",
];

/// Tells whether a case that gives all points is where they begin: it says that no fault of those happened that take some. What gives
/// them for anything else, a plan that was issued or a unit of some kind, is no start.
pub fn is_start(asked: &Asked<'_>, case: &Case, taken: &[&Each]) -> bool {
    if case.words.first().is_some_and(|word| word == "hoặc") {
        return false;
    }
    let counted: Vec<String> = taken.iter().flat_map(|each| plain(&each.what)).collect();
    let named = plain(asked.words.name);
    let is_in = |list: &[String], word: &str| list.iter().any(|one| one == word);
    let things: Vec<&str> = telling(&case.words).into_iter().filter(|word| is_thing(word, &PLAIN)).collect();
    let of_counted = things.iter().any(|word| is_in(&counted, word));
    let of_name = things.iter().any(|word| is_in(&named, word));
    if is_denial(case) {
        return of_counted || of_name || things.is_empty() || things.iter().any(|word| FAULTS.contains(word)) || case.is_nothing_to_do();
    }
    // “Không ban hành: 0 điểm” says what lacking it gives.
    if asked.said.iter().any(|one| denies(one, &case.words)) {
        return true;
    }
    if case.condition.is_none() && turns(&case.words) {
        return false;
    }
    // What is counted is of the same criterion, or of the same kind: “đúng tiến độ” beside “chậm tiến độ”.
    let same = counted.iter().any(|word| {
        let thing = is_thing(word, &PLAIN) && is_thing(word, &FAULTS);
        thing && (is_in(&named, word) || is_in(&case.words, word))
            || ["tiến", "hạn", "định"].contains(&word.as_str()) && is_in(&case.words, word)
    });
    let faults_only = |each: &&Each| plain(&each.what).iter().all(|word| !is_thing(word, &FAULTS) || !is_thing(word, &PLAIN));
    let same = same || taken.iter().any(faults_only);
    if case.condition.is_none() && !case.says(&WELL) {
        // “Ban hành kế hoạch” beside “mỗi kế hoạch không ban hành”.
        let opposite = taken.iter().any(|each| turns(&lower_words(&each.what)));
        let all = things.iter().all(|word| is_in(&counted, word) || is_in(&named, word));
        let shared = case.words.iter().any(|word| is_thing(word, &FAULTS) && is_in(&counted, word));
        // “Có trang thông tin” and “chất lượng tốt” are asked for themselves.
        let has =
            case.words.first().is_some_and(|word| word == "có") || case.says(&["tốt", "khá", "chất lượng", "xuất sắc", "được", "mới"]);
        return opposite && all && !has && if things.is_empty() { shared } else { same };
    }
    of_counted || things.is_empty() || of_name && same || taken.iter().any(faults_only)
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

/// Tells whether a word names a thing: it is a word, and none of a list.
fn is_thing(word: &str, list: &[&str]) -> bool {
    word.chars().all(char::is_alphabetic) && !list.contains(&word)
}

/// Lists the words of a text in small letters.
fn plain(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
