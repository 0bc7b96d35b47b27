//! Words that promise something for later, and say nothing of what is there.

mod ahead;

use super::fold::bare;

/// What promises are made of, without case and diacritics.
const PROMISES: &[&str] = &[
    "se bo sung",
    "bo sung sau",
    "se cung cap",
    "cung cap sau",
    "se gui",
    "gui sau",
    "se nop",
    "nop sau",
    "se cap nhat",
    "cap nhat sau",
    "se hoan thien",
    "hoan thien sau",
    "dang hoan thien",
    "dang cap nhat",
    "dang bo sung",
    "dang tong hop",
    "dang thu thap",
    "dang scan",
    "dang trinh ky",
    "dang trinh",
    "dang cho ky",
    "cho ky",
    "dang xay dung",
    "dang soan thao",
    "dang xin y kien",
    "dang thuc hien",
    "dang chuan bi",
    "dang lam",
    "dang ra soat",
    "dang trien khai",
    "xin bo sung",
    "xin gui sau",
    "xin cung cap sau",
    "can bo sung",
    "tiep tuc bo sung",
    "tiep tuc hoan thien",
    "chua hoan thien",
    "cho bo sung",
    "se trinh",
    "se thuc hien",
    "se co",
    "bo sung them",
    "se bao cao",
    "se giai trinh",
    "giai trinh sau",
    "se lam",
    "lam sau",
    "dang cho",
    "hen bo sung",
    "hen gui",
    "hen nop",
    "hen cung cap",
    "xin no",
    "no tai lieu",
    "no minh chung",
    "chua kip",
    "khong kip",
    "cap sau",
    "chuyen sau",
];
/// Words that may stand beside a promise without making it an explanation.
const BESIDE: &[&str] = &[
    "tai", "lieu", "kiem", "chung", "minh", "ho", "so", "van", "ban", "day", "du", "sau", "trong", "thoi", "gian", "toi", "kip", "theo",
    "quy", "dinh", "don", "vi", "xin", "phep", "som", "nhat", "khi", "co", "ket", "qua", "va", "cac", "nay", "hien", "chua", "them", "cho",
    "gui", "nop", "ngay", "qua", "email", "mail", "thu", "dien", "tu", "truoc", "thang", "nam", "quy", "i", "ii", "iii", "iv", "nhung",
    "se", "dang", "bo", "sung", "hoan", "thien", "cap", "nhat", "cung", "bao", "cao", "ke", "hoach", "giai", "trinh", "phan", "noi",
    "dung", "can", "thiet", "lien", "quan", "yeu", "cau", "vao", "ngay", "dot", "lan", "ky", "de", "nghi", "cham", "muc", "noi", "vu",
    "ve", "tlkc", "mot", "ban", "scan", "tiep", "tuc", "tap", "hop", "hen", "no", "cap", "tren", "ubnd", "tinh", "xa", "phuong",
];
/// What is said of something that is not there, and explains nothing either.
const HOLLOW: &[&str] = &[
    "chua co",
    "hien chua co",
    "khong co",
    "khong giai trinh",
    "chua giai trinh",
    "khong co giai trinh",
    "chua co giai trinh",
    "khong giai trinh them",
    "khong co giai trinh them",
    "khong co y kien",
    "khong co noi dung giai trinh",
    "chua ban hanh",
    "khong ban hanh",
    "chua nop",
    "chua gui",
    "khong",
    "chua",
    "co",
    "n a",
    "khong ap dung",
    "khong co van ban",
    "khong co ly do",
    "khong ro",
    "khong biet",
    "bo trong",
    "de trong",
    "ghi ro ly do",
    "neu ro ly do",
    "thieu",
    "tbd",
    "khong thuc hien",
    "chua thuc hien",
    "nhu nam truoc",
    "",
    "chua co tai lieu",
    "chua co minh chung",
    "hien chua",
    "nhu tren",
    "khong co tai lieu",
    "da bao cao",
    "nt",
    "x",
    "v",
    "ok",
    "da co",
    "da co du",
    "da co day du",
    "co roi",
    "da co roi",
    "co du",
    "co day du",
    "co kem theo",
    "du",
    "day du",
    "dat",
    "yes",
    "roi",
    "xong",
    "da xong",
    "da gui",
    "da nop",
];

/// Words that only point to another place, or ask for another look: “giải trình”, “xem cột bên”, “cần xem lại”.
const POINTING: &[&str] = &[
    "xem", "nhu", "o", "tai", "cot", "ben", "canh", "tren", "duoi", "phia", "trai", "phai", "phan", "muc", "ghi", "chu", "giai", "trinh",
    "thich", "thuyet", "minh", "da", "can", "lai", "kiem", "tra", "ra", "soat", "de", "nghi", "xin", "mong", "xet", "ly", "do", "nay",
    "day", "noi", "dung", "hang", "dong", "truoc", "sau", "trong", "bang", "theo", "co", "bao", "cao", "don", "vi", "tlkc", "tai", "lieu",
    "chung", "kem", "dinh",
];
/// What at least must be said with these for it.
const POINTS: &[&str] =
    &["xem", "nhu", "theo", "giai trinh", "giai thich", "thuyet minh", "ghi chu", "kiem tra lai", "ra soat lai", "ly do"];

/// Tells whether a clause only points elsewhere.
fn only_points(clause: &str) -> bool {
    is_made_of(clause, POINTING) && has_one_of(clause, POINTS)
}

/// Words that only assure that all is well, or point to a criterion: “đúng theo quy định”, “như tiêu chí 1.1”.
const ASSURING: &[&str] = &[
    "da", "thuc", "hien", "hoan", "thanh", "trien", "khai", "xong", "day", "du", "dung", "theo", "quy", "dinh", "tot", "rat", "kip",
    "thoi", "dat", "yeu", "cau", "co", "tai", "lieu", "minh", "chung", "kiem", "kem", "phu", "luc", "xem", "nhu", "tieu", "chi", "noi",
    "dung", "nghiem", "tuc", "dam", "bao", "han", "tien", "do", "100%",
];
/// Most words of such a clause: a longer one says what was done.
const MOST_ASSURING: usize = 5;

/// Tells whether a clause says no more than that all is well. Figures say more.
fn assures(clause: &str) -> bool {
    let pointed = clause.trim_end_matches(|c: char| c.is_ascii_digit());
    let clause = if pointed.ends_with("tieu chi ") { pointed.trim_end() } else { clause };
    clause.contains(char::is_alphabetic) && clause.split(' ').count() <= MOST_ASSURING && is_made_of(clause, ASSURING)
}

/// Words that only ask to be scored: “kính đề nghị Hội đồng xem xét, chấm điểm”.
const ASKING: &[&str] = &[
    "kinh", "de", "nghi", "mong", "xin", "to", "hoi", "dong", "tham", "dinh", "cong", "tac", "giup", "xem", "xet", "cham", "diem", "toi",
    "da", "ghi", "nhan", "cho", "don", "vi", "so", "noi", "vu", "ubnd", "tinh", "quan", "tam", "tao", "dieu", "kien", "du", "muc", "nay",
    "quy", "co",
];
/// What at least must be said with these for it.
const ASKS: &[&str] = &["de nghi", "kinh mong", "mong", "xin"];

/// Words that only say by which way something was sent: “đã gửi qua Zalo”, “nộp bản giấy”.
const SENDING: &[&str] = &[
    "da", "gui", "nop", "qua", "zalo", "email", "mail", "gmail", "thu", "dien", "tu", "ban", "giay", "cung", "truc", "tiep", "cho", "so",
    "noi", "vu", "tai", "lieu", "minh", "chung", "kiem", "ho", "van", "phong", "buu", "bang", "duong", "ve", "kem", "theo", "tlkc", "usb",
];
/// What at least must be said with these for it.
const SENDS: &[&str] = &["gui", "nop"];

/// Tells whether a clause has these words alone.
fn is_made_of(clause: &str, words: &[&str]) -> bool {
    clause.split(' ').all(|word| words.contains(&word))
}

/// Tells whether a clause has one of these words.
fn has_one_of(clause: &str, words: &[&str]) -> bool {
    words.iter().any(|one| format!(" {clause} ").contains(&format!(" {one} ")))
}

/// What begins words that only say that a document is not there.
const WITHOUT: &[&str] = &["khong co", "chua co", "khong ban hanh", "chua ban hanh", "khong xay dung", "chua xay dung", "chua lap"];
/// Kinds of documents that may stand behind these.
const DOCUMENTS: &[&str] = &["ke hoach", "bao cao", "quyet dinh", "cong van", "to trinh", "van ban", "chuong trinh", "minh chung"];

/// Tells whether a clause says that a document is not there, and no more: “không có kế hoạch”.
fn says_without(clause: &str) -> bool {
    let document = WITHOUT.iter().find_map(|begin| clause.strip_prefix(begin)?.strip_prefix(' '));
    document.is_some_and(|document| DOCUMENTS.contains(&document))
}

/// Tells whether words only promise: `sẽ bổ sung`, `đang hoàn thiện hồ sơ`, `chưa có, gửi sau`. A reason beside the promise
/// (`do hệ thống bảo trì`) makes it an explanation.
pub fn is_promise(text: &str) -> bool {
    // `sẽ được bổ sung` promises as `sẽ bổ sung` does.
    let plain = bare(text).replace(" duoc ", " ");
    PROMISES.iter().any(|promise| plain.contains(promise)) && said(text) == Some(true)
}

/// Drops the sentences that only promise; tells whether there was one.
pub fn without_promises(text: &str) -> (String, bool) {
    let sentences = text.split_inclusive(['.', ';', '\n']);
    let (promises, rest): (Vec<&str>, Vec<&str>) = sentences.partition(|sentence| is_promise(sentence));
    if promises.is_empty() {
        return (text.to_owned(), false);
    }
    let rest = rest.concat();
    let says = rest.chars().any(char::is_alphabetic);
    (if says { rest.trim().to_owned() } else { String::new() }, true)
}

/// Tells whether words name nothing: a promise, or `không có`, `như trên`.
pub fn says_nothing(text: &str) -> bool {
    said(text).is_some()
}

/// Tells whether words explain nothing: they say nothing, or only ask to be scored, or only assure that all is well, or only
/// say how something was sent, or speak of what is to come alone, whatever it is.
pub fn explains_nothing(text: &str) -> bool {
    let plain = clauses(text);
    let asks = plain.iter().any(|clause| is_made_of(clause, ASKING) && has_one_of(clause, ASKS));
    let is_idle = |clause: &String| {
        asks && is_made_of(clause, ASKING)
            || is_made_of(clause, SENDING) && has_one_of(clause, SENDS)
            || assures(clause)
            || says_nothing(clause)
    };
    let ahead = |clause: &str| ahead::is_to_come(clause) || clauses(clause).iter().all(is_idle);
    says_nothing(text) || plain.iter().all(is_idle) || text.split(PARTED).all(ahead)
}

/// Tells whether words only say that there is nothing: `không`, `không có ý kiến`.
pub fn says_none(text: &str) -> bool {
    bare(text)
        .split(['.', ';', ',', '\n'])
        .map(str::trim)
        .all(|clause| HOLLOW.contains(&clause) || !clause.chars().any(char::is_alphabetic))
}

/// What parts the clauses of a text.
const PARTED: [char; 12] = ['.', ';', ',', '\n', '(', ')', ':', '+', '-', '…', '"', '!'];

/// Takes words apart, without case and diacritics.
fn clauses(text: &str) -> Vec<String> {
    let plain = bare(text);
    let clauses = plain
        .split(PARTED)
        // `sẽ được bổ sung` promises as `sẽ bổ sung` does.
        .map(|clause| clause.split_whitespace().filter(|word| *word != "duoc").collect::<Vec<_>>().join(" "));
    clauses.collect()
}

/// Reads words that say nothing of what is there, and whether they promise it for later; `None` for all others.
fn said(text: &str) -> Option<bool> {
    let clauses = clauses(text);
    // Nearly no clause holds any of them: only those that do are looked at word by word.
    let whole = |clause: &str, promise: &str| format!(" {clause} ").contains(&format!(" {promise} "));
    let holds = |clause: &str| PROMISES.iter().any(|promise| clause.contains(promise) && whole(clause, promise));
    let promised = clauses.iter().any(|clause| holds(clause));
    for clause in &clauses {
        // A figure or a sign alone says nothing either.
        let letters = clause.replace('/', " ");
        if HOLLOW.contains(&letters.as_str()) || says_without(clause) || only_points(clause) || !clause.chars().any(char::is_alphabetic) {
            continue;
        }
        let promises = holds(clause);
        let figures = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == '/');
        let idle = clause.split(' ').all(|word| {
            figures(word)
                || BESIDE.contains(&word)
                || promises && PROMISES.iter().any(|promise| promise.split(' ').any(|part| part == word))
        });
        if !idle || !promised {
            return None;
        }
    }
    Some(promised)
}
