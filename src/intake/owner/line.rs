//! A line above a table, taken apart: the name that it is about, and what it says of others beside it.

use crate::text::fold::{bare, start};

/// Words with which the line of another one's role begins, bare.
const HOLDERS: [&str; 9] = ["don vi", "co quan", "nguoi", "to ", "doan ", "hoi dong", "cum", "khoi", "noi "];
/// Words of the role of another one than the unit, bare.
const ROLES: [&str; 14] = [
    "cheo",
    "tham dinh",
    "phuc tra",
    "giam sat",
    "kiem tra",
    "phoi hop",
    "chu tri",
    "chu quan",
    "thi dua",
    "cum",
    "khoi",
    "nhan bao cao",
    "noi nhan",
    "cap tren",
];
/// How lines begin that are addressed to somebody or name a superior, bare.
const OTHERS: [&str; 14] = [
    "kinh gui",
    "noi nhan",
    "co quan chu tri",
    "co quan chu quan",
    "don vi chu tri",
    "don vi tham dinh",
    "don vi cham",
    "sao chep",
    "copy ",
    "mau cua",
    "tham khao",
    "khong phai",
    "vi du",
    "nop thay",
];
/// Words of what was there before a unit, or of what it belongs to, bare.
const FORMER: [&str; 9] = ["cu", "sap nhap", "truoc day", "nguyen", "tach", "hop nhat", "cum", "khoi", "cheo"];
/// How titles of forms begin, bare.
const TITLES: [&str; 12] =
    ["bang", "bieu", "phieu", "bao cao", "ket qua", "tu ", "ban tu", "mau", "tong hop", "danh gia", "cham diem", "diem "];
/// Words of a title behind which others are spoken of, bare.
const REFERRING: [&str; 12] = [
    "quyet dinh",
    "cong van",
    "huong dan",
    "nghi quyet",
    "thong bao",
    "chi thi",
    "ke hoach so",
    "van ban so",
    "gui",
    "so voi",
    "cheo",
    "tham dinh",
];

/// Words with which a bracket names a document that the form goes with, bare.
const GOING_WITH: [&str; 5] = ["kem theo", "ban hanh", "theo", "quyet dinh", "cong van"];

/// Other bodies of a place than its committee, bare: their own line stands above the name of the place.
const BODIES: [&str; 18] = [
    "hoi dong nhan dan",
    "hdnd",
    "dang uy",
    "dang bo",
    "mat tran to quoc",
    "mat tran to quoc viet nam",
    "uy ban mat tran to quoc",
    "uy ban mat tran to quoc viet nam",
    "ubmttq",
    "ubmttq viet nam",
    "hoi nong dan",
    "hoi lien hiep phu nu",
    "hoi cuu chien binh",
    "doan thanh nien",
    "cong doan",
    "cong an",
    "ban chi huy quan su",
    "tram y te",
];

/// Most bytes of a line that say whose role it speaks of.
const LONGEST_ROLE: usize = 600;

/// Line, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub main: String,
    /// What stands in brackets, and behind what ends the name.
    pub beside: Vec<String>,
}

impl Line {
    /// Takes a line apart at its brackets and semicolons.
    pub fn read(words: &str) -> Self {
        let (mut main, mut beside) = (String::new(), Vec::new());
        let mut depth = 0_u32;
        let mut parted = false;
        let mut part = String::new();
        for c in words.chars() {
            match c {
                '(' | '[' | '（' => depth += 1,
                ')' | ']' | '）' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        beside.push(std::mem::take(&mut part));
                        main.push(' ');
                    }
                }
                ';' | '|' if depth == 0 => {
                    beside.push(std::mem::take(&mut part));
                    parted = true;
                }
                c if depth > 0 || parted => part.push(c),
                c => main.push(c),
            }
        }
        beside.push(part);
        beside.retain(|part| says_something(part));
        // “UBND xã Tân An (cũ)” is what was there before, as “UBND xã Tân An cũ” is.
        if beside.iter().any(|part| bare(part).trim() == "cu") {
            main.push_str(" cũ");
        }
        // “UBND xã Tân An (nay là xã Tân Bình)” is what it is now.
        if let Some(now) = beside.iter_mut().find(|part| bare(part).trim_start().starts_with("nay la ")) {
            let name = now.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
            *now = format!("trước đây là {main}");
            main = name;
        }
        Self { main: main.trim().to_owned(), beside }
    }

    /// Takes apart what stands behind the label of the unit's name: a further label begins what is said of another one.
    pub fn behind_label(words: &str) -> Self {
        let mut line = Self::read(words);
        if let Some((head, _)) = line.main.split_once(':') {
            let plain = head.to_lowercase();
            let holder = ["đơn vị", "cơ quan", "người"].iter().filter_map(|holder| plain.rfind(holder)).max();
            // Letters may change their length in small letters; then the sign before the label has to do.
            let holder = holder.filter(|at| *at > 0 && plain.len() == head.len() && head.is_char_boundary(*at));
            let cut = holder.or_else(|| head.rfind([',', '-', '–', '—', '/', '.', '\n'])).unwrap_or(0);
            let (name, other) = line.main.split_at_checked(cut).unwrap_or_default();
            if says_something(name) {
                let name = name.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '/' | '.'));
                line.beside.insert(0, other.to_owned());
                line.main = name.to_owned();
            }
        }
        line
    }
}

/// Tells whether a line speaks of another one than the unit: `Kính gửi: …`, `Đơn vị chấm chéo: …`.
pub fn is_of_other(words: &str) -> bool {
    // What a line is about is said at its beginning.
    let words = start(words, LONGEST_ROLE);
    let plain = bare(words);
    let head = bare(words.split_once(':').map_or(words, |(head, _)| head));
    let role = HOLDERS.iter().any(|holder| head.starts_with(holder)) && ROLES.iter().any(|role| holds(&head, role));
    OTHERS.iter().any(|other| plain.starts_with(other)) || role && (words.contains(':') || head.split(' ').count() <= 6)
}

/// Tells whether words in a bracket speak of what the unit was, or of what it belongs to.
pub fn is_former(words: &str) -> bool {
    let plain = bare(words);
    FORMER.iter().any(|former| holds(&plain, former))
}

/// Tells whether a line is another body of a place than its committee, without the place.
pub fn is_body(words: &str) -> bool {
    BODIES.contains(&bare(words).as_str())
}

/// Tells whether words in a bracket name a document, such as the letter that the form goes with.
pub fn names_document(words: &str) -> bool {
    let plain = bare(words);
    GOING_WITH.iter().any(|word| holds(&plain, word))
}

/// Tells whether a line says which report the form goes with.
pub fn goes_with_report(words: &str) -> bool {
    let plain = bare(words);
    holds(&plain, "kem theo") && holds(&plain, "bao cao")
}

/// Tells whether a line is the title of the form itself, and names no other document that somebody else issued.
pub fn is_title(words: &str) -> bool {
    let plain = bare(words);
    TITLES.iter().any(|title| plain.starts_with(title)) && !REFERRING.iter().any(|word| holds(&plain, word))
}

/// Tells whether a line says anything but dots, dashes and blanks.
pub fn says_something(line: &str) -> bool {
    line.chars().any(char::is_alphanumeric)
}

/// Tells whether a phrase stands among words, each as a whole; signs between them don't count.
fn holds(plain: &str, phrase: &str) -> bool {
    let mut words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let begins = |rest: &mut dyn Iterator<Item = &str>| phrase.split(' ').all(|said| rest.next() == Some(said));
    loop {
        if begins(&mut words.clone()) {
            return true;
        }
        if words.next().is_none() {
            return false;
        }
    }
}
