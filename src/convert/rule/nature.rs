//! Whether there is always something of what a rate is of: what every unit has by its nature, where no word narrows it to some of
//! them. Of all else there may be none, which is asked.

use crate::convert::line::{Case, Clause, WordedClause};

use super::nothing::arises;

/// Who works for a unit.
const PEOPLE: [&str; 15] = [
    "cán bộ",
    "công chức",
    "viên chức",
    "cbcc",
    "ccvc",
    "người lao động",
    "lãnh đạo",
    "cấp phó",
    "cấp trưởng",
    "biên chế",
    "nhân lực",
    "đảng viên",
    "đại biểu",
    "vị trí việc làm",
    "người",
];

/// What every unit handles, spends and takes in, whatever is said of it, and who lives there.
const EVERYWHERE: [&str; 29] = [
    "người dân",
    "dân số",
    "dân cư",
    "hộ dân",
    "hộ gia đình",
    "hộ nghèo",
    "phiếu",
    "văn bản đi",
    "văn bản đến",
    "văn bản điện tử",
    "văn bản phát hành",
    "văn bản trao đổi",
    "hồ sơ công việc",
    "chi ",
    "kinh phí",
    "ngân sách",
    "dự toán",
    "thu ngân sách",
    "thu ",
    "diện tích",
    "thời lượng",
    "thời gian",
    "máy tính",
    "thôn",
    "giảm ",
    "tăng ",
    "cắt giảm ",
    "rút ngắn ",
    "tổ dân phố",
];

/// Parts of a unit, procedures of its list, reports of the year and files of its people: there are some, but not some of each kind.
const OWN: [&str; 17] = [
    "phòng",
    "cơ quan",
    "đầu mối",
    "xã, phường",
    "phường, xã",
    "xã",
    "tthc",
    "thủ tục hành chính",
    "thủ tục",
    "báo cáo",
    "hồ sơ cán bộ",
    "hồ sơ công chức",
    "hồ sơ viên chức",
    "hồ sơ cbcc",
    "hồ sơ ccvc",
    "hồ sơ nhân sự",
    "vị trí",
];

/// What a plan is made of.
const PLANNED: [&str; 6] = ["nhiệm vụ", "công việc", "nội dung", "hoạt động", "chỉ tiêu", "mục tiêu"];

/// Words that say which things these are, of which there are some all the same.
const ALL_OF_THEM: [&str; 26] = [
    "thuộc thẩm quyền giải quyết",
    "thuộc thẩm quyền",
    "thuộc phạm vi đánh giá",
    "thuộc phạm vi quản lý",
    "thuộc phạm vi chức năng quản lý",
    "đã được công bố",
    "được công bố",
    "đã công bố",
    "công bố",
    "theo danh mục",
    "theo quy định",
    "hiện có",
    "có mặt",
    "hiện tại",
    "đang làm việc",
    "đang công tác",
    "trực thuộc",
    "chuyên môn",
    "trên địa bàn",
    "định kỳ",
    "trong năm",
    "cchc",
    "cải cách hành chính",
    "nội bộ",
    "hành chính",
    "cấp xã",
];

/// Words of a phrase behind things that says whose they are, or when.
const WHOSE: [&str; 8] = ["của", "tại", "năm", "trong", "cấp", "ở", "trên", "thuộc"];

/// Words that narrow people to some of them: those with whom something has to be done, or was.
const NARROWING: [&str; 27] = [
    "phải",
    "cần",
    "được",
    "bị",
    "chưa",
    "đến hạn",
    "phát sinh",
    "theo kế hoạch",
    "thuộc diện",
    "trong diện",
    "thuộc đối tượng",
    "đủ điều kiện",
    "đủ tiêu chuẩn",
    "đăng ký",
    "đề nghị",
    "tham gia",
    "trong quy hoạch",
    "cử đi",
    "bổ nhiệm",
    "tuyển dụng",
    "điều động",
    "luân chuyển",
    "nghỉ hưu",
    "dôi dư",
    "chuyển đổi vị trí",
    "mới",
    "kê khai",
];

/// Words of a measure that has no total to be lacking.
const MEASURED: [&str; 17] = [
    "mức tăng",
    "mức giảm",
    "mức vượt",
    "so với năm",
    "so với cùng kỳ",
    "hài lòng",
    "hoàn thành kế hoạch",
    "thực hiện kế hoạch",
    "so với kế hoạch",
    "kế hoạch cchc",
    "kế hoạch năm",
    "dự toán",
    "biên chế",
    "chỉ số",
    "mức độ",
    "định mức",
    "ngân sách",
];

/// Words before the name of a thing.
const COUNTING: [&str; 9] = ["tỷ lệ phần trăm ", "tỷ lệ % ", "tỷ lệ ", "tỉ lệ ", "tổng ", "số lượng ", "số ", "các ", "% "];

/// Takes the words of counting off the front.
fn core(plain: &str) -> &str {
    let mut core = plain.trim();
    while let Some(rest) = COUNTING.iter().find_map(|word| core.strip_prefix(word)) {
        core = rest.trim_start();
    }
    core
}

/// Tells whether some words stand in others as words of their own.
fn says(words: &str, wanted: &str) -> bool {
    format!(" {words} ").contains(&format!(" {wanted} "))
}

/// Takes brackets out: what they leave out leaves the rest.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in words.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether a unit always has some of all things that a rate is of: “tổng số công chức”, not “tổng số công chức phải bồi dưỡng
/// theo kế hoạch”. What else is said of them, in the name and of those that count, tells what plan or which reports they are of.
pub fn always(whole: &str, beside: &str) -> bool {
    let (plain, beside) = (without_brackets(&whole.to_lowercase()), beside.to_lowercase());
    let core = core(&plain);
    let begins = |list: &[&str]| list.iter().filter(|word| begins_with(core, word)).max_by_key(|word| word.len()).map(|word| word.len());
    if arises(core) {
        return false;
    }
    if let Some(end) = begins(&PLANNED) {
        return is_planned(core.get(end..).unwrap_or_default(), &beside);
    }
    if begins(&EVERYWHERE).is_some() {
        return true;
    }
    if let Some(end) = begins(&PEOPLE) {
        let behind = core.get(end..).unwrap_or_default();
        // Posts and money are given to all.
        let narrowed = |word: &&'static str| says(behind, word) && !(core.starts_with("biên chế") && *word == "được");
        return !NARROWING.iter().any(narrowed);
    }
    // The plan of the year is there; money that was planned may not be.
    if begins_with(core, "kế hoạch") {
        return !["vốn", "đầu tư", "giao"].iter().any(|word| says(core, word)) && !beside.contains("giải ngân") && !beside.contains("vốn");
    }
    if let Some(end) = begins(&OWN) {
        return is_whole(core, core.get(end..).unwrap_or_default(), &beside);
    }
    // Files are those of people where the criterion is about these.
    if core == "hồ sơ" {
        let people = || ["cán bộ", "công chức", "viên chức", "cbcc", "ccvc"].iter().any(|word| beside.contains(word));
        return ["cơ sở dữ liệu", "csdl"].iter().any(|word| beside.contains(word)) && people();
    }
    !says(core, "phải") && MEASURED.iter().any(|word| core.contains(word))
}

/// Tells whether a whole is of things that a unit counts one by one, not of its people, of money or of time.
pub fn is_counted(whole: &str) -> bool {
    const DOCUMENTS: [&str; 3] = ["hồ sơ", "văn bản phát hành", "văn bản trao đổi"];
    let plain = whole.to_lowercase();
    let core = core(&plain);
    PLANNED.iter().chain(&OWN).chain(&DOCUMENTS).any(|word| begins_with(core, word))
}

/// Tells whether words begin with others, which end there.
fn begins_with(words: &str, first: &str) -> bool {
    words.strip_prefix(first).is_some_and(|rest| first.ends_with(' ') || !rest.starts_with(char::is_alphanumeric))
}

/// Tells whether what a plan is made of is that of a plan: “nhiệm vụ đề ra”, “nội dung kế hoạch”; what others give may be nothing.
fn is_planned(behind: &str, beside: &str) -> bool {
    let given =
        ["giao", "phát sinh", "phải", "cần", "đến hạn", "đột xuất", "theo yêu cầu", "ngoài kế hoạch"].iter().any(|word| says(behind, word));
    let economy = ["kinh tế - xã hội", "kt-xh", "kinh tế, xã hội"].iter().any(|word| behind.contains(word) || beside.contains(word));
    // “Nhiệm vụ được giao” are none of the plan that a unit makes.
    let own = || says(beside, "kế hoạch") && !says(beside, "giao");
    economy || !given && (behind.contains("kế hoạch") || says(behind, "đề ra") || own())
}

/// Tells whether what stands behind things only says whose they are: “TTHC thuộc thẩm quyền của xã”, not “TTHC đủ điều kiện”.
fn is_whole(core: &str, behind: &str, beside: &str) -> bool {
    // Reports that have to be sent are those of the year, where it is said that they are.
    let regular = core.starts_with("báo cáo") && says(beside, "định kỳ");
    // “Phòng chuyên môn, đơn vị trực thuộc” are there together.
    let (first, others) = behind.split_once(',').unwrap_or((behind, ""));
    let mut left = first.to_owned();
    for word in ALL_OF_THEM.iter().chain(if regular { ["phải gửi", "phải nộp", "phải báo cáo"].iter() } else { [].iter() }) {
        let without = format!(" {left} ").replace(&format!(" {word} "), " ");
        without.trim().clone_into(&mut left);
    }
    let word = left.split(' ').next().unwrap_or_default();
    let own = left.is_empty() || word == "và" || WHOSE.contains(&word) && !says(&left, "diện");
    own && ![left.as_str(), others].iter().any(|rest| NARROWING.iter().any(|word| says(rest, word)))
}

/// Tells it of the label of a rate, or of words before one: what is done with things narrows those that count, and not all of them.
pub fn is_always_there(words: &str) -> bool {
    // Those whom somebody chose may be none.
    const CHOSEN: [&str; 5] = ["được cử", "được bổ nhiệm", "được tuyển dụng", "được điều động", "được luân chuyển"];
    const DONE: [&str; 6] = [" được ", " đã ", " đạt ", " có ", " hoàn thành ", " tham gia "];
    let plain = words.to_lowercase();
    let some = |list: &[&str]| list.iter().any(|word| begins_with(core(&plain), word));
    // “Tỷ lệ công chức vi phạm” is of all of them.
    if (some(&PEOPLE) || some(&EVERYWHERE)) && !says(&plain, "phải") {
        return !CHOSEN.iter().any(|word| plain.contains(word));
    }
    let end = DONE.iter().filter_map(|word| plain.find(word)).min().unwrap_or(plain.len());
    let things = plain.get(..end).unwrap_or(&plain);
    !CHOSEN.iter().any(|word| plain.contains(word))
        && (always(things, "") || !arises(&plain) && !says(&plain, "phải") && MEASURED.iter().any(|word| plain.contains(word)))
}

/// Tells whether the lines say themselves that lacking what a rate is of gives nothing: “hoặc không ban hành kế hoạch: 0” below
/// “90% nội dung kế hoạch”.
pub fn is_answered(said: &[WordedClause], whole: &str) -> bool {
    const LACKING: [&str; 8] = [
        "không ban hành ",
        "chưa ban hành ",
        "không xây dựng ",
        "chưa xây dựng ",
        "không có ",
        "chưa có ",
        "không phát sinh ",
        "không lập ",
    ];
    let known: Vec<String> = whole.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let lacks = |case: &Case| {
        let plain = case.label.to_lowercase();
        let behind = LACKING.iter().find_map(|word| plain.split_once(word)).map(|(_, behind)| behind.to_owned());
        let object = behind.and_then(|behind| behind.split([',', ';', ':', '(']).next().map(str::to_owned));
        let object = object.map(|object| object.split(" hoặc ").next().unwrap_or_default().trim().to_owned());
        object.filter(|object| !object.is_empty()).is_some_and(|object| object.split(' ').all(|word| known.iter().any(|one| one == word)))
    };
    said.iter().any(|one| matches!(&one.clause, Clause::Case(case) if case.is_zero() && lacks(case)))
}

/// Takes for the whole all things of which some have what the criterion has made: “TTHC có quy trình được phê duyệt” below “Xây dựng
/// quy trình nội bộ” is of all procedures. What others pay or ask is no such thing.
pub fn of_those_without(name: &str, (part, whole): (String, String)) -> (String, String) {
    const MAKING: [&str; 7] = ["xây dựng ", "ban hành ", "lập ", "thiết lập ", "bố trí ", "trang bị ", "phê duyệt "];
    let small = name.to_lowercase();
    let had = whole.split_once(" có ").map(|(things, had)| (things.to_owned(), had.to_lowercase()));
    let made = had.filter(|(_, had)| {
        let shown = part.to_lowercase().contains(&format!(" có {had} được "));
        shown && MAKING.iter().any(|deed| small.starts_with(deed)) && small.contains(had.as_str()) && !small.contains(&format!("có {had}"))
    });
    match made {
        Some((things, _)) => (part, things),
        None => (part, whole),
    }
}
