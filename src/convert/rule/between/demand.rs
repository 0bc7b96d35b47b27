//! A level read as what it demands: acts, qualities and figures, each affirmed or denied.

use crate::convert::line::{Case, Condition};
use crate::points::Points;

use super::acts::{begins_with_act, ends_with_act, is_bare_act, is_made_by, says_an_act, verb_of, without_helpers};
use super::words::{DENIALS, IN_TIME, begins_quality};

/// Words that join what a level asks for, and those that part it.
const JOINTS: [(&str, Joint); 9] = [
    (" đồng thời ", Joint::And),
    (" và ", Joint::And),
    (" cũng như ", Joint::And),
    ("; ", Joint::Comma),
    (", ", Joint::Comma),
    (" hoặc ", Joint::Or),
    (" nhưng ", Joint::But),
    (" song ", Joint::But),
    (" mà ", Joint::But),
];

/// What stands before a piece of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// Nothing: it is the first.
    First,
    /// “và”.
    And,
    /// A comma.
    Comma,
    /// “hoặc”.
    Or,
    /// “nhưng”.
    But,
}

/// What kind of thing is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// That something is done or there.
    Act,
    /// A verb alone, whose object stands behind the next one: “xây dựng và ban hành kế hoạch”.
    Bare,
    /// A further thing of the same verb: “ban hành kế hoạch và báo cáo”.
    Thing,
    /// That it is in time.
    Time,
    /// How well it is done.
    Quality,
    /// So much of it.
    Figure,
    /// What others have made of what is there: “phương án được thông qua”.
    Result,
}

/// One of the things that a level asks for.
#[derive(Clone, Debug)]
pub struct Demand {
    /// As the decision spells it.
    pub said: String,
    /// Words that are its own, in small letters.
    pub own: Vec<String>,
    /// Kind.
    pub kind: Kind,
    /// Whether it is asked that it be not so.
    pub denied: bool,
    /// Whether it is said of what stands right before it, and can't be met without that.
    pub behind: bool,
}

/// Cuts a label at its joints, outside of brackets.
pub fn pieces(label: &str) -> Vec<(Joint, String)> {
    let (mut found, mut from, mut depth, mut joint) = (Vec::new(), 0, 0_usize, Joint::First);
    let lower = label.to_lowercase();
    // Where small letters are of another length, the label can't be cut by them.
    let text = if lower.len() == label.len() { lower.as_str() } else { label };
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let rest = text.get(at..).unwrap_or_default();
        if let Some((word, next)) = JOINTS.iter().find(|(word, _)| depth == 0 && at >= from && rest.starts_with(word)) {
            found.push((joint, label.get(from..at).unwrap_or_default().trim().to_owned()));
            (from, joint) = (at + word.len(), *next);
        }
    }
    found.push((joint, label.get(from..).unwrap_or_default().trim_end_matches(['.', ' ', ':']).trim().to_owned()));
    found.retain(|(_, piece)| !piece.is_empty());
    found
}

/// Gives the words of a text that tell one demand from another.
pub fn telling(text: &str) -> Vec<String> {
    const LIGHT: [&str; 62] = [
        "có", "được", "đã", "thực", "hiện", "trong", "năm", "theo", "quy", "định", "các", "những", "của", "và", "là", "về", "cho", "tại",
        "trên", "từ", "đến", "lên", "trở", "đạt", "số", "tổng", "với", "đối", "khi", "thì", "nếu", "một", "nào", "ít", "nhất", "tối",
        "thiểu", "bị", "để", "do", "này", "việc", "kịp", "thời", "đúng", "hạn", "đầy", "đủ", "không", "chưa", "nhưng", "hoặc", "mà",
        "bằng", "điểm", "dưới", "hơn", "cả", "toàn", "bộ", "đều", "chỉ",
    ];
    let word = |word: &&str| !LIGHT.contains(word) && word.chars().any(char::is_alphabetic);
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(word).map(str::to_owned).collect()
}

/// Reads what a level asks for.
pub fn demands(case: &Case) -> Vec<Demand> {
    let mut found: Vec<Demand> = Vec::new();
    let all = pieces(&without_brackets(&case.label));
    if all.last().is_some_and(|(_, last)| is_share_of_all(all.len(), last)) {
        return Vec::new();
    }
    let figure = |piece: &str| case.condition.as_ref().is_some_and(|condition| holds_figure(piece, condition));
    for (at, (joint, piece)) in all.iter().enumerate() {
        let quality = quality_only(piece);
        let own = begins_with_act(piece) || goes_along(piece) || starts_denied(piece) || quality.is_some() || figure(piece);
        let last = *joint == Joint::Comma && at + 1 == all.len();
        let with = |before: &Demand| {
            goes_with(before, piece, (own && quality.is_none(), last))
                || !own && (*joint != Joint::And || before.said.contains(',') || has_preposition(&before.said))
        };
        match found.last_mut() {
            Some(before) if with(before) => {
                before.said = format!("{}{}{piece}", before.said, if *joint == Joint::And { " và " } else { ", " });
                // Where it is done well says nothing of how.
                if !matches!(before.kind, Kind::Time | Kind::Quality) {
                    before.own.extend(telling(piece));
                }
            }
            Some(before) if !own => {
                let denied = before.denied;
                found.push(Demand { said: piece.clone(), own: telling(piece), kind: Kind::Thing, denied, behind: false });
            }
            before => {
                let behind = quality.is_some() && before.is_some();
                found.extend(in_piece(piece, figure(piece), quality).into_iter().map(|one| Demand { behind: one.behind || behind, ..one }));
            }
        }
    }
    own_words(&mut found);
    found
}

/// Spells what stands in brackets and is asked for besides as a piece of its own: “họp hằng quý (có thông báo kết luận)”. Which of
/// several ways, a place or a name in brackets is no demand.
fn without_brackets(label: &str) -> String {
    let asks = |inside: &str| begins_with_act(inside) || goes_along(inside) || quality_only(inside).is_some();
    let demand = end_in_brackets(label).filter(|(_, inside)| asks(inside));
    demand.map_or_else(|| label.to_owned(), |(front, inside)| format!("{front}, {inside}"))
}

/// Parts what stands in brackets at the end of a label off it.
pub fn end_in_brackets(label: &str) -> Option<(&str, &str)> {
    label.strip_suffix(')').and_then(|label| label.rsplit_once(" ("))
}

/// Tells whether a piece is what goes along with the one before: “kèm theo báo cáo kết quả”.
fn goes_along(piece: &str) -> bool {
    const ALONG: [&str; 5] = ["kèm ", "gửi kèm ", "đính kèm ", "gắn với ", "cùng với "];
    let lower = piece.to_lowercase();
    ALONG.iter().any(|word| lower.starts_with(word))
}

/// Tells whether a piece is one demand with the piece before it: a subject without its verb (“phản ánh, kiến nghị được xử lý”), a place,
/// or two verbs of one object (“theo dõi, đôn đốc các đơn vị”, “đào tạo, bồi dưỡng”).
fn goes_with(before: &Demand, piece: &str, (own, last): (bool, bool)) -> bool {
    let subject =
        matches!(before.kind, Kind::Act | Kind::Figure) && !before.denied && !says_there_is(&before.said) && !says_an_act(&before.said);
    let place = ["tại ", "trên ", "ở "].iter().any(|word| piece.to_lowercase().starts_with(word));
    let bare = is_bare_act(piece) && !says_there_is(piece);
    // “Sai phạm về quản lý, sử dụng tài sản” has one object.
    let words: Vec<String> = before.said.split_whitespace().rev().take(3).map(str::to_lowercase).collect();
    let about = words.get(2).is_some_and(|word| ["về", "trong", "việc"].contains(&word.as_str()));
    let complaints = before.said.to_lowercase().ends_with("phản ánh") && piece.to_lowercase().starts_with("kiến nghị");
    subject || place || complaints || own && last && (bare || about || before.kind == Kind::Bare)
}

/// Tells whether words have a preposition, behind which a list goes on: “công khai trong tuyển dụng và bổ nhiệm”.
fn has_preposition(words: &str) -> bool {
    const BEFORE: [&str; 9] = ["trong", "về", "của", "cho", "với", "từ", "theo", "bằng", "giữa"];
    words.to_lowercase().split_whitespace().any(|word| BEFORE.contains(&word))
}

/// Tells whether the last of several pieces says how much of all that stands before it: “hồ sơ đúng hạn và số hóa chiếm từ 98% tổng số”.
fn is_share_of_all(pieces: usize, last: &str) -> bool {
    pieces > 1 && last.contains('%') && [" chiếm ", " đạt "].iter().any(|word| last.contains(word))
}

/// Reads the demands of one piece: the act, what others made of it, how well and how much.
fn in_piece(piece: &str, figure: bool, quality: Option<Kind>) -> Vec<Demand> {
    let demand = |said: &str, kind: Kind| {
        let denied = starts_denied(said);
        Demand { said: said.to_owned(), own: telling(said), kind, denied, behind: false }
    };
    if let Some(kind) = quality {
        return vec![Demand { own: words_of(before_place(piece)), ..demand(piece, kind) }];
    }
    let (rest, amount) = if figure { amount_behind(piece) } else { (piece, None) };
    let (rest, how) = quality_behind(rest);
    let (thing, result) = result_of(rest);
    let kind = match (figure && amount.is_none(), is_bare_act(thing)) {
        (true, _) => Kind::Figure,
        (false, true) => Kind::Bare,
        (false, false) => Kind::Act,
    };
    let mut found = vec![demand(thing, kind)];
    found.extend(result.map(|result| Demand { behind: true, ..demand(result, Kind::Result) }));
    found.extend(how.map(|(how, kind)| Demand { own: words_of(before_place(how)), behind: true, ..demand(how, kind) }));
    found.extend(amount.map(|amount| demand(amount, Kind::Figure)));
    found
}

/// Takes away what several demands share, so that each has words of its own; a verb holds for all things behind it.
fn own_words(found: &mut [Demand]) {
    let all: Vec<Vec<String>> = found.iter().map(|demand| demand.own.clone()).collect();
    for (at, demand) in found.iter_mut().enumerate() {
        let elsewhere = |word: &String| all.iter().enumerate().any(|(other, words)| other != at && words.contains(word));
        let own: Vec<String> = demand.own.iter().filter(|word| !elsewhere(word)).cloned().collect();
        if !own.is_empty() && !matches!(demand.kind, Kind::Time | Kind::Quality) {
            demand.own = own;
        }
    }
    // “Được cấp và sử dụng chữ ký số” has one object.
    for at in 1..found.len() {
        let ends = found.get(at - 1).is_some_and(|before| before.kind != Kind::Bare && ends_with_act(&before.said));
        if let Some(demand) = found.get_mut(at).filter(|demand| ends && matches!(demand.kind, Kind::Act | Kind::Figure)) {
            demand.own = telling(verb_of(&demand.said));
        }
    }
    let lead = found.first().map(|first| (first.kind, without_helpers(&first.said).to_lowercase()));
    if let (Some((Kind::Act, lead)), Some(Kind::Thing)) = (lead, found.get(1).map(|next| next.kind))
        && let Some(first) = found.first_mut()
    {
        let verb: Vec<String> = lead.split_whitespace().take(2).map(str::to_owned).collect();
        let own: Vec<String> = first.own.iter().filter(|word| !verb.contains(word)).cloned().collect();
        if !own.is_empty() {
            first.own = own;
        }
    }
}

/// Tells whether a piece says that something is there: “có kiến nghị”.
fn says_there_is(piece: &str) -> bool {
    piece.to_lowercase().starts_with("có ")
}

/// Tells whether a piece begins with a denial.
pub fn starts_denied(piece: &str) -> bool {
    piece.split_whitespace().next().is_some_and(|word| DENIALS.contains(&word.to_lowercase().as_str()))
}

/// Lists all words of a text, in small letters.
pub fn words_of(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Tells whether words begin with a quality, and are few enough to be no more than that.
fn quality_of(words: &str) -> Option<Kind> {
    const MOST: usize = 5;
    let lower = words.to_lowercase();
    let lower = before_place(&lower);
    let number = lower.chars().any(|c| c.is_ascii_digit());
    if number || lower.split_whitespace().count() > MOST {
        return None;
    }
    if IN_TIME.iter().any(|time| lower.starts_with(time)) {
        return Some(Kind::Time);
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    begins_quality(&words).then_some(Kind::Quality)
}

/// Gives the words before a place.
fn before_place(words: &str) -> &str {
    [" tại ", " trên ", " ở "].iter().find_map(|place| words.split_once(place)).map_or(words, |(how, _)| how)
}

/// Tells whether a piece is nothing but a quality, and which.
fn quality_only(piece: &str) -> Option<Kind> {
    const ALONE: [&str; 9] =
        ["chất lượng", "hiệu quả", "có hiệu quả", "có chất lượng", "chặt chẽ", "nghiêm túc", "khoa học", "rõ ràng", "an toàn"];
    quality_of(piece).or_else(|| ALONE.contains(&piece.to_lowercase().as_str()).then_some(Kind::Quality))
}

/// Parts a quality off the end of a piece: “ban hành kế hoạch | đúng hạn”.
fn quality_behind(piece: &str) -> (&str, Option<(&str, Kind)>) {
    let mut starts = piece.match_indices(' ').map(|(at, _)| piece.split_at(at)).map(|(front, behind)| (front, behind.trim_start()));
    let found = starts.find_map(|(front, behind)| Some((front, (behind, quality_of(behind)?))));
    found.map_or((piece, None), |(front, quality)| (front, Some(quality)))
}

/// Parts how much off a piece that says before it what others made of a thing: “được thông qua | đạt từ 20% số TTHC”.
fn amount_behind(piece: &str) -> (&str, Option<&str>) {
    let digit = |text: &str| text.split_whitespace().take(3).any(|word| word.chars().any(|c| c.is_ascii_digit()));
    let at = piece.match_indices(" đạt ").map(|(at, _)| at).find(|at| piece.get(*at..).is_some_and(digit));
    match at {
        Some(at) => (piece.get(..at).unwrap_or_default(), piece.get(at..).map(str::trim)),
        None => (piece, None),
    }
}

/// Parts what a thing has become, or is, off it: “có phương án | được UBND tỉnh thông qua”, “có camera | kết nối về Trung tâm”.
fn result_of(piece: &str) -> (&str, Option<&str>) {
    const MOST: usize = 6;
    const BECOMES: [&str; 8] = [" được ", " đã được ", " đã ", " kết nối ", " đáp ứng ", " tích hợp ", " liên thông ", " kèm "];
    let lower = piece.to_lowercase();
    if lower.len() != piece.len() || lower.chars().any(|c| c == '%') || starts_denied(piece) {
        return (piece, None);
    }
    let at = BECOMES.iter().filter_map(|word| lower.find(word)).min();
    let Some((front, behind)) = at.and_then(|at| Some((piece.get(..at)?, piece.get(at..)?.trim()))) else { return (piece, None) };
    let thing = (says_there_is(front) || !says_an_act(front)) && front.split_whitespace().count() <= MOST;
    // “Có đề án được giao” says which, “văn bản được ban hành” that it is there.
    if !thing || is_made_by(behind) || telling(front).is_empty() { (piece, None) } else { (front, Some(behind)) }
}

/// Tells whether a piece holds the figure of a condition.
fn holds_figure(piece: &str, condition: &Condition) -> bool {
    let number = |word: &str| Points::parse(&word.trim_matches(|c: char| !c.is_ascii_digit()).replace(',', "."));
    let digits = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
    piece
        .split_whitespace()
        .filter(digits)
        .any(|word| number(word).is_some_and(|number| condition.bounds.iter().any(|(_, at)| *at == number)))
}

/// Tells whether words deny from one of them on; “họp không giấy” and “người hoạt động không chuyên trách” are things.
fn denies_at(words: &[String], at: usize) -> bool {
    const NAMES: [&str; 6] = ["giấy", "gian", "dùng", "chuyên", "tiền", "khí"];
    let next = words.get(at + 1).map_or("", String::as_str);
    words
        .get(at)
        .is_some_and(|word| DENIALS.contains(&word.as_str()) && !NAMES.contains(&next) || ["thiếu", "vắng"].contains(&word.as_str()))
}

/// Stretches of a level that are affirmed or denied, each with its words.
#[derive(Debug)]
pub struct Stretch {
    /// Whether it is denied.
    pub denied: bool,
    /// What stands before it.
    pub joint: Joint,
    /// Whether a denial stands in it, rather than before one that it goes on with.
    pub anew: bool,
    /// Its words.
    pub text: String,
}

/// Reads a level as stretches: “có hồ sơ trễ hạn | không có văn bản xin lỗi”.
pub fn stretches(case: &Case) -> Vec<Stretch> {
    const AFFIRM: [&str; 5] = ["có", "đã", "được", "chỉ", "còn"];
    let mut found: Vec<Stretch> = Vec::new();
    let mut denied = false;
    for (joint, piece) in pieces(&case.label) {
        let words: Vec<String> = piece.split_whitespace().map(str::to_lowercase).collect();
        let first = words.first().map_or("", String::as_str);
        denied &= !matches!(joint, Joint::But | Joint::First) && !AFFIRM.contains(&first);
        match (0..words.len()).find(|at| denies_at(&words, *at)) {
            Some(at) => {
                let (front, behind) = words.split_at(at);
                if !front.is_empty() {
                    found.push(Stretch { denied, joint, anew: false, text: front.join(" ") });
                }
                denied = true;
                found.push(Stretch { denied, joint, anew: true, text: behind.join(" ") });
            }
            None => found.push(Stretch { denied, joint, anew: false, text: words.join(" ") }),
        }
    }
    found
}
