//! What may stand in front of words that deny something: “qua kiểm tra …”, “trong năm …”, “theo kết quả …”, “đơn vị …”.

/// Words of a time.
const TIMES: [&str; 12] = [
    "trong năm",
    "trong kỳ",
    "trong quý",
    "trong tháng",
    "trong thời gian",
    "trong giai đoạn",
    "năm",
    "kỳ",
    "quý",
    "tháng",
    "đến thời điểm",
    "tại thời điểm",
];

/// Words that say which time is meant.
const WHICH: [&str; 14] = ["đánh giá", "báo cáo", "kế hoạch", "xét", "này", "đó", "nay", "nêu trên", "i", "ii", "iii", "iv", "/", "qua"];

/// Words of work that finds something out.
const FOUND_BY: [&str; 12] = [
    "kiểm tra",
    "tự kiểm tra",
    "thanh tra",
    "rà soát",
    "theo dõi",
    "giám sát",
    "đánh giá",
    "thẩm định",
    "kiểm toán",
    "tổng hợp",
    "đối chiếu",
    "xác minh",
];

/// Words before such work.
const BY: [&str; 8] = ["qua kết quả", "theo kết quả", "theo kết luận", "theo báo cáo", "kết quả", "qua", "theo", "khi"];

/// Words that name whoever is scored.
const UNITS: [&str; 8] = ["các đơn vị", "đơn vị", "cơ quan", "địa phương", "xã", "phường", "sở", "ngành"];

/// Words that only join.
const JOINTS: [&str; 6] = ["nếu", "mà", "trường hợp", "khi", "riêng", "đối với"];

/// Words that say what is the case: behind them nothing is a lead any more.
const SAYS_MORE: [&str; 16] =
    ["có", "được", "đã", "bị", "và", "hoặc", "nhưng", "thì", "số", "tỷ", "tỉ", "để", "đạt", "hoàn", "thực", "mỗi"];

/// Most words that say what was looked at: “qua kiểm tra công tác cải cách hành chính”.
const LONGEST: usize = 7;

/// Gives the words from the denial on where only a lead stands in front of it; all of them where it is anything else.
pub fn behind_lead(words: &[String]) -> &[String] {
    let denied = words.iter().position(|word| ["không", "chưa"].contains(&word.as_str()));
    let Some(at) = denied.filter(|at| *at > 0) else { return words };
    let (front, rest) = words.split_at(at);
    if is_lead(front) { rest } else { words }
}

/// Tells whether words are a lead and nothing else.
fn is_lead(front: &[String]) -> bool {
    let mut rest = front;
    while !rest.is_empty() {
        let width = said(rest, &JOINTS).max(said(rest, &UNITS)).max(time(rest)).max(work(rest));
        let Some(behind) = rest.get(width..).filter(|_| width > 0) else { return false };
        rest = behind;
    }
    true
}

/// Counts the words of a time, with those that say which.
fn time(words: &[String]) -> usize {
    let mut width = said(words, &TIMES);
    if width == 0 {
        return 0;
    }
    loop {
        let rest = words.get(width..).unwrap_or_default();
        let number = rest.first().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
        match said(rest, &WHICH).max(usize::from(number)) {
            0 => return width,
            more => width += more,
        }
    }
}

/// Counts the words of work that finds something out, with those that say what was looked at.
fn work(words: &[String]) -> usize {
    let by = said(words, &BY);
    let behind = words.get(by..).unwrap_or_default();
    let work = said(behind, &FOUND_BY);
    // “Kiểm tra không phát hiện vấn đề” says it without “qua”.
    if by == 0 && work > 0 && behind.len() == work {
        return work;
    }
    if by == 0 || work == 0 {
        return 0;
    }
    let of = behind.get(work..).unwrap_or_default();
    let ends = |at: &usize| of.get(*at..).is_none_or(|rest| time(rest) > 0 || said(rest, &UNITS) > 0);
    let width = (0..of.len()).find(ends).unwrap_or(of.len());
    let plain = of.iter().take(width).all(|word| !SAYS_MORE.contains(&word.as_str()));
    if plain && width <= LONGEST { by + work + width } else { 0 }
}

/// Counts the words that the longest of several takes at the front.
fn said(words: &[String], list: &[&str]) -> usize {
    let fits = |phrase: &&&str| {
        let mut all = phrase.split(' ').zip(words);
        phrase.split(' ').count() <= words.len() && all.all(|(one, word)| one == word)
    };
    list.iter().filter(fits).map(|phrase| phrase.split(' ').count()).max().unwrap_or(0)
}
