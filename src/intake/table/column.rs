//! What the heading of a column of a plain table says: what the column holds, and in which unit of measure.
//!
//! A figure is read only in the unit of measure that its heading names: a percentage is never read as points, and a heading
//! that names none is asked.
//!
//! Source: [meanings](crate#meanings) 40.

use super::round::{SaidRound, spaced, stem, stem_and_round};
use crate::intake::heading::{Sense, parted};
use crate::points::Points;
use crate::text::fold::{bare, fold};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Names or ids of units.
    Unit,
    /// Criteria.
    Criterion,
    /// Names of figures.
    Input,
    /// Groups of respondents (nhóm đối tượng).
    Respondents,
    /// Answers that could be chosen (phương án).
    Answer,
    /// Numbers of ballots (mã phiếu): a row is one ballot.
    Ballot,
    /// How many were asked or answered (cỡ mẫu): `2` of valid ballots, `1` of all that came back, `0` of any.
    Sample(u8),
    /// Weights of groups.
    Weight,
    /// Units of measure.
    Measure,
    /// Rounds.
    Round,
    /// Reasons.
    Reason,
    /// Who appraised (người thẩm định).
    Appraiser,
    /// Which line counts, of several that differ (chốt).
    Final,
    /// Whether the criterion applies.
    Applies(SaidRound),
    /// Figures.
    Value(ValueColumn),
    /// Something that is not asked for: numbers of rows, maxima, self-assessment, totals.
    Aside,
    /// Nobody knows.
    Unknown,
}

/// What a column of figures says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueColumn {
    /// Unit of measure.
    pub measure: Measure,
    /// Round that it names.
    pub round: SaidRound,
    /// What else tells it from others.
    pub sense: Sense,
    /// Who scored.
    pub by: Option<By>,
    /// Group of respondents that it names, bare.
    pub respondents: Option<String>,
}

/// Unit of measure of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Điểm.
    Points,
    /// Tỷ lệ (%).
    Percent,
    /// Điểm trung bình.
    Mean,
    /// Số phiếu.
    Votes,
    /// Not said.
    Unsaid,
}

/// Who scored, as a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The council.
    Council,
    /// The survey.
    Survey,
}

/// Headings that are known as a whole, bare.
const UNIT: &str = "don vi|ten don vi|ma don vi|unit|co quan|co quan don vi|ten co quan|ten co quan don vi|so nganh|so ban nganh|don vi duoc cham|don vi duoc danh gia|don vi duoc tham dinh|don vi duoc khao sat|don vi duoc dieu tra|don vi khao sat|don vi dieu tra|ten|dia phuong|ten dia phuong|xa phuong|ten xa phuong|xa phuong thi tran|xa phuong dac khu";
const CRITERION: &str = "tieu chi|ma tieu chi|ten tieu chi|criterion|tieu chi thanh phan|ma tc|tc|chi tieu|ma chi tieu|linh vuc tieu chi|linh vuc tieu chi tieu chi thanh phan|stt tieu chi|criteria|noi dung tieu chi|tieu chi khao sat|tieu chi dieu tra";
const INPUT: &str = "so lieu|ma so lieu|ten so lieu|input|figure";
const RESPONDENTS: &str = "nhom doi tuong|doi tuong|nhom nguoi tra loi|nguoi tra loi|doi tuong tra loi|nhom doi tuong tra loi|doi tuong khao sat|nhom doi tuong khao sat|doi tuong dieu tra|nhom doi tuong dieu tra|nhom khao sat|nhom|doi tuong duoc khao sat|doi tuong lay y kien|nhom doi tuong lay y kien|respondents|group";
const ANSWER: &str = "phuong an|phuong an tra loi|phuong an lua chon|phuong an danh gia|cau tra loi|tra loi|lua chon|y kien tra loi|dap an|muc danh gia|muc tra loi|option|answer";
const BALLOT: &str = "ma phieu|ma so phieu|so hieu phieu|phieu so|stt phieu|ma phieu khao sat|ma phieu dieu tra|phieu|ballot";
const VOTES: &str = "so phieu|so luong phieu|so phieu chon|so phieu lua chon|so luot chon|so luot tra loi|so y kien|so nguoi tra loi|so nguoi chon|so nguoi lua chon|so luong|so cau tra loi|votes|answers";
const SAMPLE: [&str; 3] = [
    "co mau|so mau|so luong mau|kich thuoc mau|tong so phieu|tong so phieu dieu tra|tong so phieu khao sat|so phieu dieu tra|so phieu khao sat|so nguoi duoc hoi|so nguoi duoc khao sat|so nguoi duoc dieu tra|so nguoi tham gia|sample|sample size|n",
    "so phieu thu ve|so phieu thu vao|tong so phieu thu ve|tong so phieu thu vao|so phieu nhan lai",
    "so phieu hop le|tong so phieu hop le",
];
const WEIGHT: &str = "trong so|quyen so|he so|weight";
const MEASURE: &str = "don vi tinh|dvt|don vi do|measure";
const ROUND: &str = "lan|vong|round|lan tham dinh|lan cham|dot|vong tham dinh";
const REASON: &str =
    "ly do|reason|ghi chu|y kien|nhan xet|can cu|note|ly do cham|y kien tham dinh|ly do tham dinh|nhan xet cua hoi dong|dien giai";
const APPRAISER: &str = "nguoi tham dinh|nguoi cham|can bo tham dinh|chuyen vien tham dinh|nguoi danh gia|appraiser";
const FINAL: &str = "chot|chot diem|da chot|final";
const APPLIES: &str = "ap dung|co ap dung|co ap dung khong|applies|applicable";
const ASIDE: &str = "stt|tt|so tt|so thu tu|no|ngay|nguoi nhap|xep loai|xep hang|hang|vi thu|chi so cchc|so phieu phat ra|so phieu khong hop le|thoi gian|ngay khao sat";

/// Words that make a heading one that is not asked for, wherever they stand.
const ASIDE_WITHIN: [&str; 22] = [
    "thu ve",
    "thu vao",
    "toi da",
    "diem chuan",
    "thang diem",
    "tu danh gia",
    "tu cham",
    "tu cho diem",
    "chenh lech",
    "so sanh",
    "tang giam",
    "tong diem",
    "tong so diem",
    "tong cong",
    "thu hoi",
    "phat ra",
    "tra loi",
    "phan hoi",
    "hop le",
    "don vi cham",
    "don vi danh gia",
    "tham gia",
];

/// Words of headings of figures that say who, how and which, but not in what.
const HOW: [&str; 42] = [
    "sau tham dinh",
    "hai long va rat hai long",
    "rat hai long va hai long",
    "hai long tro len",
    "don vi",
    "xa hoi hoc",
    "so noi vu",
    "tham dinh",
    "hoi dong",
    "hdtd",
    "snv",
    "dieu tra",
    "khao sat",
    "dtxhh",
    "xhh",
    "sipas",
    "cchc",
    "ket qua",
    "gia tri",
    "danh gia",
    "dat duoc",
    "thuc te",
    "chinh thuc",
    "dieu chinh",
    "cuoi cung",
    "thong nhat",
    "cong nhan",
    "thanh phan",
    "tieu chi",
    "lay y kien",
    "hai long",
    "muc do",
    "chi so",
    "chung",
    "cham",
    "muc",
    "dat",
    "so",
    "duoc",
    "theo",
    "cua",
    "nam",
];
/// Sign of a measure that no rule takes.
pub const PER_MILLE: char = '‰';
/// Words in brackets that say how figures were typed or agreed, which is no other figure, bare.
const SCORED_HOW: [&str; 24] = [
    "toi da",
    "lam tron",
    "quy tron",
    "so nguyen",
    "thap phan",
    "chu so",
    "dau phay",
    "neu co",
    "dien so",
    "ghi so",
    "bang so",
    "sau giai trinh",
    "sau doi chieu",
    "sau ra soat",
    "ket luan",
    "moi",
    "cho",
    "den",
    "tinh",
    "nhap",
    "ghi",
    "do",
    "sau",
    "va",
];
/// Words in brackets that name a document which a column follows, bare.
const DOCUMENTS: [&str; 7] = ["quyet dinh", "cong van", "huong dan", "thong tu", "kem theo", "phu luc", "qd"];
/// Words that name points.
const POINTS: [&str; 3] = ["diem", "points", "score"];
/// Words that name a mean.
const MEAN: [&str; 7] = ["trung binh cong", "trung binh", "binh quan", "tbc", "tb", "mean", "average"];
/// Words that name a percentage.
const PERCENT: [&str; 5] = ["ty le", "ti le", "phan tram", "percent", "percentage"];
/// Words in brackets that name nothing but a unit of measure, behind "ĐVT:".
const IN_BRACKETS: [(&str, Measure); 6] = [
    ("diem", Measure::Points),
    ("d", Measure::Points),
    ("points", Measure::Points),
    ("phan tram", Measure::Percent),
    ("phieu", Measure::Votes),
    ("so phieu", Measure::Votes),
];
/// Headings by which the council scores without saying "điểm", bare.
const COUNCIL_SCORES: &str = "|tham dinh|snv danh gia|so noi vu danh gia|hoi dong danh gia|hoi dong cham|hoi dong tham dinh|snv cham|snv tham dinh|so noi vu tham dinh";

/// Tells what a heading says of its column, in a table of the survey or of the council.
pub fn column(words: &str, survey: bool) -> Column {
    let stem_of_all = stem(words);
    let is = |list: &str| list.split('|').any(|known| known == stem_of_all);
    let sample = |rank: usize| SAMPLE.get(rank).is_some_and(|list| is(list));
    let whole = [
        (UNIT, Column::Unit),
        (CRITERION, Column::Criterion),
        (INPUT, Column::Input),
        (RESPONDENTS, Column::Respondents),
        (ANSWER, Column::Answer),
        (BALLOT, Column::Ballot),
        (WEIGHT, Column::Weight),
        (MEASURE, Column::Measure),
        (ROUND, Column::Round),
        (REASON, Column::Reason),
        (APPRAISER, Column::Appraiser),
        (FINAL, Column::Final),
        (ASIDE, Column::Aside),
    ];
    if stem_of_all.is_empty() && !words.contains(['%']) {
        return Column::Unknown;
    }
    if let Some((_, column)) = whole.into_iter().find(|(list, _)| is(list)) {
        return column;
    }
    if let Some(rank) = (0_u8..3).rev().find(|rank| sample(usize::from(*rank))) {
        return Column::Sample(rank);
    }
    let (rest, round) = stem_and_round(words);
    // “Điểm (đơn vị tự chấm)” is not the council's.
    let inside = spaced(words.split(['(', '[']).nth(1).unwrap_or_default());
    if has(&inside, &["tu cham", "tu danh gia", "tu cho diem"]) {
        return Column::Aside;
    }
    if APPLIES.split('|').any(|known| known == rest) {
        return Column::Applies(round);
    }
    if has(&rest, &ASIDE_WITHIN) {
        return Column::Aside;
    }
    value(words, &rest, &round, survey).map_or(Column::Unknown, Column::Value)
}

/// Tells what a heading of figures says; `None` where it is none.
fn value(words: &str, stem: &str, round: &SaidRound, survey: bool) -> Option<ValueColumn> {
    let (_, core) = parted(stem);
    let mut sense = parted(&bare(words)).0;
    sense.round = None;
    let by = if has(&core, &["tham dinh", "hoi dong", "hdtd", "snv", "so noi vu"]) {
        Some(By::Council)
    } else if has(&core, &["dieu tra", "khao sat", "dtxhh", "xhh", "xa hoi hoc", "sipas"]) {
        Some(By::Survey)
    } else {
        None
    };
    let made = |measure, respondents: Option<String>| ValueColumn { measure, round: round.clone(), sense: sense.clone(), by, respondents };
    if VOTES.split('|').any(|known| known == core) {
        return Some(made(Measure::Votes, None));
    }
    let without = |lists: &[&[&str]]| taken_out(&core, lists);
    let (points, mean) = (has(&core, &POINTS), has(&core, &MEAN));
    let bracket = in_brackets(words);
    let scaled = is_scaled(words);
    let percent = words.contains('%') || words.contains('\u{FF05}') || has(&core, &PERCENT) || bracket == Some(Measure::Percent);
    let named = |rest: String| (!rest.is_empty()).then_some(rest);
    // Two units of measure in one heading; “tỷ lệ điểm đạt (%)” is a percentage.
    if words.contains(PER_MILLE) {
        return Some(made(Measure::Unsaid, None));
    }
    let two = percent && (points || mean || bracket == Some(Measure::Points)) && !has(&core, &PERCENT);
    let measure = if two || (scaled && points && !mean) || says_more_in_brackets(words) {
        Measure::Unsaid
    } else if percent {
        // A rate of those who are not content is not what the survey asks for.
        if has(&core, &["khong", "chua"]) {
            return None;
        }
        return Some(made(Measure::Percent, named(without(&[&PERCENT, &POINTS, &MEAN, &HOW]))));
    } else if mean {
        return Some(made(Measure::Mean, named(without(&[&MEAN, &POINTS, &HOW]))));
    } else if points || bracket == Some(Measure::Points) {
        Measure::Points
    } else if bracket == Some(Measure::Votes) {
        Measure::Votes
    } else if !survey && (COUNCIL_SCORES.split('|').any(|known| known == core)) && (!core.is_empty() || *round != SaidRound::Unsaid) {
        Measure::Points
    } else {
        Measure::Unsaid
    };
    let alone = core.is_empty() && matches!(round, SaidRound::Round(_));
    let known = (alone || !core.is_empty()) && without(&[&POINTS, &MEAN, &HOW, &["value"]]).is_empty();
    known.then(|| made(measure, None))
}

/// Tells whether a heading says that its figures are on a scale of their own: "(thang 5)", "(1-5)", "trên thang 100". Points
/// on a scale are no points of the criterion.
fn is_scaled(words: &str) -> bool {
    let plain = bare(words);
    let inside = plain.split(['(', '[']).nth(1).and_then(|inside| inside.split([')', ']']).next()).unwrap_or_default();
    let bounds: Vec<&str> = inside.split(['-', '–', '−']).map(str::trim).collect();
    let range = matches!(bounds.as_slice(), [one, other] if [one, other].iter().all(|bound| bound.parse::<u32>().is_ok()));
    let spoken = format!(" {} ", spaced(&plain));
    let scale =
        spoken.split(" thang ").nth(1).is_some_and(|behind| behind.trim_start_matches("diem ").starts_with(|c: char| c.is_ascii_digit()));
    range || scale || (inside.starts_with('/') && inside.trim_start_matches('/').trim().parse::<u32>().is_ok())
}

/// Tells whether brackets say of the figures what nobody knows: “(cũ)”, “(đơn vị đề nghị)”.
pub fn says_more_in_brackets(words: &str) -> bool {
    let inside = words.split(['(', '[']).skip(1).filter_map(|part| part.split([')', ']']).next());
    inside.into_iter().any(|inside| {
        // Without its accent “nháp” would be “nhập”.
        if fold(inside).contains(&fold("nháp")) {
            return true;
        }
        if measure_alone(inside).is_some() || is_scaled(&format!("({inside})")) || has(&spaced(inside), &DOCUMENTS) {
            return false;
        }
        let (_, left) = parted(inside);
        let left: String = left.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
        let left = left.split_whitespace().collect::<Vec<_>>().join(" ");
        !taken_out(&left, &[&SCORED_HOW, &PERCENT, &MEAN, &POINTS, &HOW]).is_empty()
    })
}

/// Gives the most that a figure can be, as a heading says: "(tối đa 5)", "(thang 10)", "(1-5)", "trên thang 100".
pub fn said_top(words: &str) -> Option<Points> {
    let plain = bare(words).replace(',', ".");
    let inside = plain.split(['(', '[']).nth(1).and_then(|inside| inside.split([')', ']']).next()).unwrap_or_default();
    let behind = ["toi da", "thang diem", "thang do", "thang"].iter().find_map(|word| plain.split_once(word)).map(|(_, behind)| behind);
    let number = |words: &str| {
        let words = words.trim_start_matches([' ', ':', '/', 'l', 'a']);
        let last = words.split(['-', '–', '−']).map(str::trim).take_while(|part| part.starts_with(|c: char| c.is_ascii_digit())).last()?;
        let end = last.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(last.len());
        Points::parse(last.get(..end)?.trim_end_matches('.'))
    };
    behind.and_then(number).or_else(|| number(inside).filter(|_| is_scaled(words)))
}

/// Tells whether a heading nobody asks for, or nobody knows, speaks of numbers.
pub fn speaks_of_numbers(words: &str) -> bool {
    let plain = spaced(words);
    words.contains(['%', PER_MILLE]) || has(&plain, &POINTS) || has(&plain, &PERCENT) || has(&plain, &MEAN) || plain.starts_with("so ")
}

/// Gives the unit of measure that stands alone in brackets, or behind "ĐVT:".
pub fn in_brackets(words: &str) -> Option<Measure> {
    let inside = words.split(['(', '[']).nth(1)?.split([')', ']']).next()?;
    measure_alone(inside)
}

/// Gives the unit of measure that words name and nothing else: `%`, `điểm`, `ĐVT: phiếu`.
pub fn measure_alone(words: &str) -> Option<Measure> {
    let plain = bare(words);
    let unit = ["don vi tinh", "dvt", "don vi"].iter().find_map(|word| plain.trim().strip_prefix(word)).unwrap_or(&plain);
    let unit = unit.trim_start_matches([':', ' ', '=']).trim();
    if ["%", "ty le %", "ti le %", "\u{FF05}"].contains(&unit) {
        return Some(Measure::Percent);
    }
    let unit = spaced(unit);
    IN_BRACKETS.iter().find(|(known, _)| *known == unit).map(|(_, measure)| *measure)
}

/// Tells whether words of a heading speak of points.
pub fn speaks_of_points(words: &str) -> bool {
    has(&spaced(words), &POINTS)
}

/// Tells whether one of the phrases stands in words.
pub fn has(core: &str, phrases: &[&str]) -> bool {
    let spaced = format!(" {core} ");
    phrases.iter().any(|phrase| spaced.contains(&format!(" {phrase} ")))
}

/// Takes phrases out of words.
fn taken_out(core: &str, lists: &[&[&str]]) -> String {
    let mut left = format!(" {core} ");
    for phrase in lists.iter().copied().flatten() {
        let whole = format!(" {phrase} ");
        while let Some(at) = left.find(&whole) {
            left.replace_range(at..at + whole.len(), " ");
        }
    }
    left.split_whitespace().collect::<Vec<_>>().join(" ")
}
