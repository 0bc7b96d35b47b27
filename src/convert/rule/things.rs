//! The part and the whole of a rate, named by the words of the decision, and whether there is always something to count.

use crate::convert::line::capital;

use crate::convert::line::lowered;

use super::nature::is_always_there;
use super::states::says_state;

/// Words before the things that a rate is of.
const RATE: [&str; 8] = ["tỷ lệ phần trăm ", "tỉ lệ phần trăm ", "tỷ lệ (%) ", "tỷ lệ % ", "tỉ lệ % ", "tỷ lệ ", "tỉ lệ ", "% "];

/// Words of what is done with things.
pub const DEEDS: [&str; 14] = [
    "giải quyết ",
    "xử lý ",
    "trả lời ",
    "số hóa ",
    "khắc phục ",
    "công khai ",
    "cập nhật ",
    "hoàn thành ",
    "thực hiện ",
    "giải ngân ",
    "tiếp nhận ",
    "rà soát ",
    "ban hành ",
    "thanh toán ",
];

/// Words of how a thing is done, of which none is a thing.
const HOW: [&str; 9] = ["đúng ", "trực tuyến", "đầy đủ", "kịp thời", "trên ", "qua ", "bằng ", "theo ", "trước "];

/// Things that are counted, by the words that their names begin with. A rate of anything else is one percentage.
const THINGS: [&str; 62] = [
    "phiếu",
    "hồ sơ",
    "văn bản",
    "thủ tục",
    "tthc",
    "nhiệm vụ",
    "phản ánh",
    "kiến nghị",
    "ý kiến",
    "dịch vụ",
    "dvc",
    "đơn",
    "vụ",
    "cuộc",
    "báo cáo",
    "kết luận",
    "đơn vị",
    "cơ quan",
    "phòng",
    "xã",
    "phường",
    "thôn",
    "công trình",
    "dự án",
    "cơ sở",
    "giấy tờ",
    "yêu cầu",
    "vấn đề",
    "sáng kiến",
    "mô hình",
    "tổ chức",
    "doanh nghiệp",
    "hợp đồng",
    "giao dịch",
    "tài khoản",
    "tài liệu",
    "tin",
    "bài",
    "lượt",
    "sở",
    "ban",
    "trường",
    "trạm",
    "quyết định",
    "nghị quyết",
    "chương trình",
    "đề án",
    "sản phẩm",
    "khu",
    "tổ",
    "đối tượng",
    "khiếu nại",
    "tố cáo",
    "bản án",
    "vốn",
    "cán bộ",
    "công chức",
    "viên chức",
    "người",
    "học sinh",
    "trẻ em",
    "hộ",
];

/// Things that something is done with, and that are no things to begin a name with.
const RESULTS: [&str; 6] = ["kết quả", "chỉ tiêu", "mục tiêu", "thông tin", "dữ liệu", "tồn tại"];

/// Deeds that say no more than that something was done.
const DONE: [&str; 2] = ["hoàn thành", "thực hiện"];

/// Names of things of more words than those that they begin with.
const LONGER: [&str; 21] = [
    "đơn vị sự nghiệp công lập",
    "đơn vị sự nghiệp",
    "hồ sơ công việc",
    "vụ, việc",
    "thủ tục hành chính",
    "dịch vụ công",
    "kết luận thanh tra",
    "phản ánh, kiến nghị",
    "khiếu nại, tố cáo",
    "đơn thư",
    "đơn khiếu nại, tố cáo",
    "cán bộ, công chức, viên chức",
    "cán bộ, công chức",
    "công chức, viên chức",
    "người dân",
    "người lao động",
    "văn bản quy phạm pháp luật",
    "văn bản đi",
    "văn bản đến",
    "tổ chức, cá nhân",
    "xã, phường",
];

/// Gives the thing that words begin with, in small letters but for what is short for something.
pub fn head(words: &str) -> Option<String> {
    // “Cơ sở dữ liệu”, “tổ chức thực hiện” count nothing.
    const NONE: [&str; 5] = ["cơ sở dữ liệu", "cơ sở hạ tầng", "cơ sở vật chất", "tổ chức thực hiện", "tổ chức bộ máy"];
    let plain = words.to_lowercase();
    if NONE.iter().any(|none| plain.starts_with(none)) {
        return None;
    }
    let begins = |thing: &str| plain.strip_prefix(thing).filter(|rest| !rest.starts_with(char::is_alphanumeric)).map(|_| thing.len());
    // “Cán bộ công chức” are those of “cán bộ, công chức”.
    let loose = LONGER.iter().filter(|thing| thing.contains(',')).filter_map(|thing| begins(&thing.replace(',', "")));
    let mut end = LONGER.iter().chain(&THINGS).filter_map(|thing| begins(thing)).chain(loose).max()?;
    // “Phòng, đơn vị”, “thôn, tổ dân phố” are counted together.
    while let Some(next) = plain.get(end..).and_then(|rest| rest.strip_prefix(", ")) {
        let more = |thing: &&&str| next.strip_prefix(**thing).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let Some(other) = BESIDE.iter().chain(&LONGER).chain(&THINGS).filter(more).max_by_key(|thing| thing.len()) else { break };
        end += 2 + other.len();
    }
    words.get(..end).map(lowered)
}

/// Things that are named behind others only.
const BESIDE: [&str; 10] = ["phụ huynh", "tổ dân phố", "bản", "ấp", "buôn", "khu phố", "bộ phận", "trung tâm", "đặc khu", "ngành"];

/// Gives the unit that a count is of, where its label names the thing: “Số hồ sơ trễ hạn” counts “hồ sơ”. “Số trường hợp” counts no
/// schools (“trường”), and “Số phòng, đơn vị” more than one thing.
pub fn unit_of(label: &str) -> Option<String> {
    const CASES: &str = "trường hợp";
    let things = ["Tổng số ", "Số "].iter().find_map(|word| label.strip_prefix(word))?;
    if things.to_lowercase().starts_with(CASES) {
        return Some(CASES.into());
    }
    head(things).filter(|head| !things.get(head.len()..).is_some_and(|rest| rest.starts_with(',')))
}

/// Tells whether words begin with a thing that is counted.
fn begins_with_a_thing(words: &str) -> bool {
    head(words).is_some()
}

/// Names the part and the whole of a rate by the words behind its percentage: “100% số vấn đề phát hiện được xử lý” is the number
/// of those that are dealt with, out of those that were found. `None` where nothing says what is done with how many.
pub fn part_and_whole(said: &str) -> Option<(String, String)> {
    let plain = said.trim().replace(" trở lên", "").replace(" trở xuống", "");
    let things = without_number(plain.trim());
    if let Some((part, whole)) = over(things) {
        return Some((format!("Số {}", of_the_whole(&part, &whole)), format!("Tổng số {whole}")));
    }
    parted(things, done_at(things).or_else(|| things.find(" có "))?)
}

/// Takes “tổng số”, “số” off the front.
pub fn without_number(words: &str) -> &str {
    ["tổng số ", "số ", "các "].iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words)
}

/// Names the part and the whole of a rate that says both: “Tỷ lệ vấn đề đã xử lý trên tổng số vấn đề phát hiện”.
pub fn divided_in(rate: &str) -> Option<(String, String)> {
    let lower = rate.to_lowercase();
    let things = RATE.iter().find_map(|word| lower.starts_with(word).then(|| rate.get(word.len()..)).flatten())?;
    let (part, whole) = over(without_number(things.trim()))?;
    Some((format!("Số {}", of_the_whole(&lowered(&part), &whole)), format!("Tổng số {}", lowered(&whole))))
}

/// Says the things again of which some are only called by how they ended: “hòa giải thành trên tổng số vụ, việc thụ lý”.
fn of_the_whole(part: &str, whole: &str) -> String {
    const ENDED: [&str; 8] = ["hòa giải", "giải quyết", "xử lý", "trả lời", "đúng hạn", "trước hạn", "trễ hạn", "quá hạn"];
    let only = head(part).is_none() && ENDED.iter().any(|word| part.starts_with(word));
    head(whole).filter(|_| only).map_or_else(|| part.to_owned(), |thing| format!("{thing} {part}"))
}

/// Parts things from those out of which they are: “văn bản ký số/tổng số văn bản phát hành”, “… trên tổng số …”.
pub fn over(things: &str) -> Option<(String, String)> {
    const MOST: usize = 14;
    const JOINTS: [&str; 5] = [" trên ", " so với ", " trong ", " chia cho ", " chia "];
    const COUNTING: [&str; 3] = ["tổng số ", "số ", "tổng "];
    const IN_BRACKETS: [(&str, &str); 3] = [(" (tính trên ", " trên "), (" (trên ", " trên "), (" (so với ", " so với ")];
    // “Hồ sơ trực tuyến (trên tổng số hồ sơ tiếp nhận)”.
    let inside = things.strip_suffix(')').and_then(|things| {
        let (joint, plain) = IN_BRACKETS.iter().find(|(joint, _)| things.contains(joint))?;
        Some(things.replacen(joint, plain, 1))
    });
    let things = inside.as_deref().unwrap_or(things);
    let small = things.to_lowercase();
    let counting =
        |at: usize| COUNTING.iter().find(|word| small.get(at..).is_some_and(|rest| rest.starts_with(**word))).map(|word| at + word.len());
    let worded = JOINTS.iter().flat_map(|joint| small.match_indices(joint)).map(|(at, joint)| (at, at + joint.len()));
    let slashed =
        small.match_indices('/').map(|(at, _)| (at, at + 1 + usize::from(small.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')))));
    let (end, begin) = worded.chain(slashed).filter_map(|(end, at)| Some((end, counting(at)?))).min()?;
    let (part, whole) = (things.get(..end)?.trim(), things.get(begin..)?.trim().trim_end_matches(" đạt"));
    let plain = |words: &str| !words.is_empty() && words.split(' ').count() <= MOST && !words.contains(['%', ';', ':', '/']);
    (plain(part) && plain(whole) && part.split(' ').count() > 1).then(|| (part.to_owned(), whole.to_owned()))
}

/// Names the part, which is all of the words, and the whole, which ends at a place.
fn parted(things: &str, at: usize) -> Option<(String, String)> {
    const MOST: usize = 10;
    const LOOSE: [&str; 4] = [",", " đều", " phải", " đã"];
    let mut whole = things.get(..at)?.trim();
    while let Some(rest) = LOOSE.iter().find_map(|end| whole.strip_suffix(end)) {
        whole = rest.trim_end();
    }
    let few = (1..=MOST).contains(&whole.split(' ').count());
    (few && !things.contains(" hoặc có ") && !things.contains(['%', ';', ':']))
        .then(|| (format!("Số {}", things.replacen(" đều ", " ", 1)), format!("Tổng số {whole}")))
}

/// Names the part and the whole of what has to be done: “90% số tiền phải nộp ngân sách” is of the money that was paid.
pub fn due_parts(tails: &[String]) -> Option<(String, String)> {
    const NONE: [&str; 8] = ["có", "là", "được", "bị", "báo", "chịu", "đảm", "bảo"];
    let tail = tails.iter().max_by_key(|tail| tail.chars().count())?.replace(" trở lên", "").replace(" trở xuống", "");
    let things = without_number(tail.trim());
    let (thing, due) = things.split_once(" phải ")?;
    let known = thing.starts_with("tiền") || thing.starts_with("kinh phí") || head(thing).is_some();
    let plain = !due.contains(" phải ") && !things.contains(['%', ';', ':', '(']) && !NONE.contains(&due.split(' ').next()?);
    (known && plain).then(|| (format!("Số {thing} đã {due}"), format!("Tổng số {thing} phải {due}")))
}

/// Finds where the things end and what is done with them begins: “TTHC đã công bố | được công khai”. What was done with all of them
/// before is a part of the things: “nhiệm vụ được giao | hoàn thành đúng hạn”.
pub fn done_at(things: &str) -> Option<usize> {
    // Who is given something has not done it yet; what came in may be what counts.
    const GIVEN: [(&str, bool); 6] =
        [("giao", true), ("phân công", true), ("cử", true), ("tiếp nhận", false), ("phê duyệt", false), ("phát hiện", false)];
    // What things of one kind have of another.
    const HELD: [&str; 9] = ["công chức", "cán bộ", "viên chức", "người", "lãnh đạo", "hồ sơ", "thủ tục", "tthc", "dịch vụ"];
    let joined = |at: usize| things.get(..at).is_some_and(|before| before.ends_with(" và") || before.ends_with(','));
    let last = |verb: &str| things.match_indices(verb).map(|(at, _)| at).filter(|at| !joined(*at)).last();
    let Some(at) = last(" được ") else { return last(" đã ") };
    // Of “đơn vị có công chức được đào tạo” the last word is not said of the first.
    let before = things.get(..at)?.to_lowercase();
    if HELD.iter().any(|thing| before.contains(&format!(" có {thing}"))) {
        return None;
    }
    let behind = things.get(at + " được ".len()..)?;
    let Some((given, only)) =
        // Who is given a right or the means has them.
        GIVEN
            .iter()
            .filter(|_| !behind.starts_with("giao quyền"))
            .find(|(given, _)| behind.strip_prefix(given).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    else {
        return Some(at);
    };
    let from = at + " được ".len() + given.len();
    let deeds = DEEDS.iter().copied().chain(["đã ", "có "]);
    let next = deeds.filter_map(|deed| Some(from + things.get(from..)?.find(&format!(" {deed}"))?)).min().filter(|at| !joined(*at));
    next.or((!only).then_some(at))
}

/// Tells whether words behind a thing begin with what is done with it, or how it is: “giải quyết đúng hạn”, “trực tuyến”.
pub fn says_what_is_done(behind: &str) -> bool {
    const STATES: [&str; 9] = ["cung cấp ", "trễ hạn", "quá hạn", "trực tuyến", "hợp lệ", "chậm ", "đúng ", "ký số", "điện tử"];
    let behind = format!("{behind} ");
    DEEDS.iter().chain(&STATES).any(|word| behind.starts_with(word))
}

/// Names the part and the whole of a rate by its own name: “Tỷ lệ hồ sơ được số hóa”; `done` is what the cases say of the things, where
/// the name says nothing of them: “Nhiệm vụ UBND tỉnh giao: hoàn thành đúng hạn từ 95%”. `None` where nothing says how many of which
/// things are counted.
pub fn of_rate(name: &str, done: Option<&str>) -> Option<(String, String)> {
    let plain = name.trim();
    let lower = plain.to_lowercase();
    let rate = RATE.iter().find_map(|word| lower.starts_with(word).then(|| plain.get(word.len()..)).flatten());
    let things = rate.unwrap_or(plain).trim();
    let small = things.to_lowercase();
    if let Some(deed) = DEEDS.iter().find(|deed| small.starts_with(**deed)) {
        return of_deed(deed.trim(), things.get(deed.len()..)?, done);
    }
    // “Hồ sơ trực tuyến” under which shares stand.
    let things = rate.or_else(|| begins_with_a_thing(things).then_some(things))?;
    let counted = without_number(things);
    // Behind “trên tổng số …” the whole is said.
    if let Some((of, whole)) = over(counted) {
        return Some((format!("Số {}", of_the_whole(&lowered(&of), &whole)), format!("Tổng số {whole}")));
    }
    let thing = head(counted)?;
    let at = done_at(counted);
    let behind = counted.get(thing.len()..).unwrap_or_default().trim_start().to_lowercase();
    let only = behind.is_empty() || behind.ends_with("được giao") || rate.is_none() && !says_what_is_done(&behind);
    if let Some(done) = done.filter(|done| at.is_none() && only && !begins_with_a_thing(done)) {
        return Some((format!("Số {} {done}", lowered(counted)), format!("Tổng số {}", lowered(counted))));
    }
    // “Hồ sơ thuộc thẩm quyền” names no part of them.
    let told = rate.is_some() || at.is_some() || says_what_is_done(&behind);
    if counted.contains(['%', ';', ':']) || behind.is_empty() || !told {
        return None;
    }
    let whole = at.and_then(|at| parted(counted, at)).map_or_else(
        || format!("Tổng số {thing} thuộc phạm vi đánh giá"),
        |(_, whole)| whole.strip_prefix("Tổng số ").map_or_else(|| whole.clone(), |things| format!("Tổng số {}", lowered(things))),
    );
    Some((format!("Số {}", lowered(counted)), whole))
}

/// Tells whether the label of a percentage that units type names a rate of nobody knows what: “Tỷ lệ thanh toán trực tuyến”. What is
/// not done with things, and no state of them, has no such total: “Tỷ lệ che phủ rừng”.
pub fn names_no_total(label: &str) -> bool {
    says_state(label) && of_rate(label, None).is_none() && typed_without_total(label)
}

/// Tells it of a percentage whose part and whole nobody asks for: of “Tỷ lệ hồ sơ giải quyết đúng hạn” the files may be those that were
/// received, resolved or due.
pub fn typed_without_total(label: &str) -> bool {
    let plain = label.to_lowercase();
    let told = [" trên ", " so với ", "kế hoạch", "chỉ tiêu", "dự toán"].iter().any(|joint| plain.contains(joint));
    !told && !is_always_there(label) && (says_state(label) || of_rate(label, None).is_some())
}

/// Tells whether a name says that it is a rate.
pub fn names_a_rate(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    RATE.iter().any(|word| lower.starts_with(word))
}

/// Names the parts of a rate of which nobody says what is counted.
pub fn unnamed(rate: &str) -> (String, String) {
    let plain = rate.trim();
    let lower = plain.to_lowercase();
    let things = RATE.iter().find_map(|word| lower.starts_with(word).then(|| plain.get(word.len()..)).flatten()).unwrap_or(plain);
    let of = lowered(things.trim());
    (format!("Số đạt (tử số của tỷ lệ {of})"), format!("Tổng số (mẫu số của tỷ lệ {of})"))
}

/// Names the part and the whole of a deed: “giải quyết hồ sơ đúng hạn”; `done` is what the cases say of it: “giải quyết hồ sơ: trước
/// hạn và đúng hạn từ 98%”.
fn of_deed(deed: &str, things: &str, done: Option<&str>) -> Option<(String, String)> {
    const TIME: [&str; 14] = [
        " đúng thời hạn",
        " đúng thời gian",
        " đúng hạn",
        " trước hạn",
        " trước và đúng",
        " đúng và trước",
        " trước, đúng",
        " đúng quy định",
        " theo quy định",
        " kịp thời",
        " đầy đủ",
        " trực tuyến",
        " trên ",
        " bằng ",
    ];
    let small = things.to_lowercase();
    if HOW.iter().any(|how| small.starts_with(how)) || things.contains(['%', ';', ':']) {
        return None;
    }
    // “Giải ngân kế hoạch vốn đầu tư công” compares money with its plan.
    let planned = small.strip_prefix("kế hoạch vốn").or_else(|| small.strip_prefix("kế hoạch").filter(|of| of.starts_with(" đầu tư")));
    if let Some(of) = planned.filter(|_| deed == "giải ngân" && done.is_none()) {
        let of = things.get(things.len() - of.len()..)?;
        return Some((format!("Số vốn{of} đã giải ngân"), format!("Tổng kế hoạch vốn{of} được giao")));
    }
    // “Trên địa bàn” says which of them there are.
    let there = |at: &usize| small.get(*at..).is_some_and(|rest| rest.starts_with(" trên địa bàn"));
    let ends = |how: &str| small.match_indices(how).map(|(at, _)| at).find(|at| !there(at));
    // “Giải ngân vốn đầu tư công đến 31/01” says until when it is done.
    let until = small.match_indices(" đến ").map(|(at, _)| at).find(|at| {
        let behind = small.get(at + " đến ".len()..).unwrap_or_default();
        behind.starts_with(|c: char| c.is_ascii_digit()) || ["ngày ", "hết ", "cuối "].iter().any(|word| behind.starts_with(word))
    });
    let at = TIME.iter().filter_map(|how| ends(how)).chain(until).min().unwrap_or(things.len());
    let (whole, how) = (things.get(..at)?.trim(), things.get(at..)?);
    let whole = without_number(whole);
    // “Thanh toán không dùng tiền mặt” names no thing.
    if head(whole).is_none() && !RESULTS.iter().any(|thing| whole.to_lowercase().starts_with(thing)) {
        return None;
    }
    let (things, all) = (lowered(whole), capital(&format!("tổng số {}", lowered(whole))));
    // What is done with them stands before the shares again, or only how it is done; “hoàn thành” says no more than the name.
    let again = |done| DONE.iter().find_map(|word| str::strip_prefix(done, *word)).filter(|_| !DONE.contains(&deed));
    let done = done.map(|done| again(done).map_or(done, str::trim)).filter(|done| !done.is_empty());
    let done = done.filter(|done| !begins_with_a_thing(done) && !small.contains(*done) && *done != deed);
    let part = match done {
        Some(done) if done.split(' ').next() == deed.split(' ').next() => format!("Số {things}{how} {done}"),
        Some(done) if says_what_is_done(done) && !how_it_is(done) || done.split(' ').next() == Some("đạt") => {
            format!("Số {things}{how} {done}")
        }
        Some(done) => format!("Số {things} {deed}{how} {done}"),
        None => format!("Số {things} đã {deed}{how}"),
    };
    Some((part, all))
}

/// Tells whether words say how something is done, not what.
fn how_it_is(done: &str) -> bool {
    !DEEDS.iter().any(|deed| format!("{done} ").starts_with(deed))
}

/// Tells whether words name a rate and what it is of.
pub fn is_rate_of_something(words: &str) -> bool {
    let plain = words.to_lowercase();
    ["tỷ lệ ", "tỉ lệ ", "tính tỷ lệ "].iter().any(|rate| plain.starts_with(rate))
}
