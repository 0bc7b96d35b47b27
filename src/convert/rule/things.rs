//! The part and the whole of a rate, named by the words of the decision, and whether there is always something to count.

use crate::convert::line::capital;

use crate::convert::line::lowered;

use super::nothing::arises;

/// Words before the things that a rate is of.
const RATE: [&str; 8] = ["tỷ lệ phần trăm ", "tỉ lệ phần trăm ", "tỷ lệ (%) ", "tỷ lệ % ", "tỉ lệ % ", "tỷ lệ ", "tỉ lệ ", "% "];

/// Words of what is done with things.
const DEEDS: [&str; 14] = [
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

/// Things that are counted, by the words that their names begin with. A rate of anything else has a numerator and a denominator.
const THINGS: [&str; 61] = [
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

/// Tells whether words begin with a thing that is counted.
fn begins_with_a_thing(words: &str) -> bool {
    let plain = words.to_lowercase();
    THINGS.iter().any(|thing| plain.strip_prefix(thing).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Names the part and the whole of a rate by the words behind its percentage: “100% số vấn đề phát hiện được xử lý” is the number
/// of those that are dealt with, out of those that were found. `None` where nothing says what is done with how many.
pub fn part_and_whole(said: &str) -> Option<(String, String)> {
    const MOST: usize = 10;
    let plain = said.trim().replace(" trở lên", "").replace(" trở xuống", "");
    let plain = plain.trim();
    let things = ["tổng số ", "số ", "các "].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain);
    let first = |verbs: &[&str]| verbs.iter().filter_map(|verb| things.find(verb)).min();
    let at = first(&[" được ", " đã "]).or_else(|| first(&[" có "]))?;
    let whole = things.get(..at)?.trim().trim_end_matches(',').trim_end_matches(" đều").trim_end_matches(" phải");
    let few = (1..=MOST).contains(&whole.split(' ').count());
    (few && !things.contains(" hoặc có ") && !things.contains(['%', ';', ':']))
        .then(|| (format!("Số {}", things.replacen(" đều ", " ", 1)), format!("Tổng số {whole}")))
}

/// Names the part and the whole of a rate by its own name: “Tỷ lệ hồ sơ được số hóa”. Where the name doesn't say which things are
/// the whole, nor does this. `None` where it names no rate of things.
pub fn of_rate(name: &str) -> Option<(String, String)> {
    let plain = name.trim();
    let lower = plain.to_lowercase();
    let rate = RATE.iter().find_map(|word| lower.starts_with(word).then(|| plain.get(word.len()..)).flatten());
    let things = rate.unwrap_or(plain).trim();
    let small = things.to_lowercase();
    if let Some(deed) = DEEDS.iter().find(|deed| small.starts_with(**deed)) {
        return of_deed(deed.trim(), things.get(deed.len()..)?, rate.is_some().then_some(things));
    }
    // “Hồ sơ trực tuyến” under which shares stand.
    let things = rate.or_else(|| begins_with_a_thing(things).then_some(things))?;
    let counted = ["tổng số ", "số ", "các "].iter().find_map(|word| things.strip_prefix(word)).unwrap_or(things);
    if counted.contains(['%', ';', ':']) || counted.split(' ').count() < 2 {
        return None;
    }
    // “Hồ sơ thuộc thẩm quyền” names no part of them.
    if !begins_with_a_thing(counted)
        || rate.is_none() && part_and_whole(counted).is_none()
        || THINGS.contains(&counted.to_lowercase().as_str())
    {
        return Some(unnamed(counted));
    }
    let part = format!("Số {}", lowered(counted));
    // Behind “trên tổng số …” the whole is said.
    if let Some((of, whole)) = [" trên tổng số ", " so với tổng số ", " trong tổng số "].iter().find_map(|joint| counted.split_once(joint))
    {
        return Some((format!("Số {}", lowered(of)), format!("Tổng số {whole}")));
    }
    let whole = part_and_whole(counted).map_or_else(
        || format!("Tổng số để tính tỷ lệ {}", lowered(counted)),
        |(_, whole)| whole.strip_prefix("Tổng số ").map_or_else(|| whole.clone(), |things| format!("Tổng số {}", lowered(things))),
    );
    Some((part, whole))
}

/// Names the parts of a rate of which nobody says what is counted.
fn unnamed(rate: &str) -> (String, String) {
    (format!("Tử số của tỷ lệ {}", lowered(rate)), format!("Mẫu số của tỷ lệ {}", lowered(rate)))
}

/// Names the part and the whole of a deed: “giải quyết hồ sơ đúng hạn”; `rate` is the deed, where it is said to be a rate.
fn of_deed(deed: &str, things: &str, rate: Option<&str>) -> Option<(String, String)> {
    const TIME: [&str; 10] = [
        " đúng thời hạn",
        " đúng thời gian",
        " đúng hạn",
        " trước hạn",
        " đúng quy định",
        " theo quy định",
        " kịp thời",
        " đầy đủ",
        " trực tuyến",
        " trên môi trường",
    ];
    let small = things.to_lowercase();
    if HOW.iter().any(|how| small.starts_with(how)) || things.contains(['%', ';', ':']) {
        return rate.map(unnamed);
    }
    let at = TIME.iter().filter_map(|how| small.find(how)).min().unwrap_or(things.len());
    let (whole, how) = (things.get(..at)?.trim(), things.get(at..)?);
    let whole = ["tổng số ", "số ", "các "].iter().find_map(|word| whole.strip_prefix(word)).unwrap_or(whole);
    if whole.is_empty() {
        return rate.map(unnamed);
    }
    Some((format!("Số {} đã {deed}{how}", lowered(whole)), capital(&format!("tổng số {}", lowered(whole)))))
}

/// Tells whether every unit has some of the things that a rate is of: people, money that is planned, tasks of a plan. Of all other
/// things there may be none, which is asked.
pub fn is_always_there(words: &str) -> bool {
    const FIRST: [&str; 37] = [
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
        "người dân",
        "dân số",
        "dân cư",
        "hộ dân",
        "hộ gia đình",
        "hộ nghèo",
        "người",
        "phiếu",
        "văn bản đi",
        "văn bản đến",
        "văn bản điện tử",
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
        "đảng viên",
        "đại biểu",
        "thôn",
        "giảm ",
        "tăng ",
    ];
    const ANYWHERE: [&str; 17] = [
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
    const COUNTING: [&str; 9] = ["tỷ lệ phần trăm ", "tỷ lệ % ", "tỷ lệ ", "tỉ lệ ", "tổng ", "số lượng ", "số ", "các ", "% "];
    let plain = words.to_lowercase();
    let mut core = plain.trim();
    while let Some(rest) = COUNTING.iter().find_map(|word| core.strip_prefix(word)) {
        core = rest.trim_start();
    }
    FIRST.iter().any(|word| core.starts_with(word)) || !arises(&plain) && ANYWHERE.iter().any(|word| plain.contains(word))
}
