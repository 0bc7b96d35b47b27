//! A name of an office, taken apart: words of rank in front, the name proper, the district or province behind.

use std::ops::Range;

use std::sync::LazyLock;

use crate::text::fold::{bare, fold, start};

/// Whether diacritics count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// They do.
    Exact,
    /// They were left out, or may have been.
    Bare,
}

/// How well words fit a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Word for word.
    Exact,
    /// But for the district or province behind the name.
    WithPlace,
    /// But for words of rank that one of the two lacks.
    WithoutRank,
}

/// Name of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Words of rank in front: `ủy ban nhân dân`, `xã`.
    rank: Vec<String>,
    /// The same, each rank by itself: “thị xã” is one, and no “xã”.
    ranks: Vec<Vec<String>>,
    /// The name proper.
    core: Vec<String>,
    /// District or province behind it.
    place: Vec<String>,
    /// The name proper, with its diacritics; nothing for a word that an abbreviation stands for.
    marked: Vec<Option<String>>,
    /// Whether its words of rank were typed without diacritics, so that all of it was.
    unmarked: bool,
}

/// The word of rank that says only what kind of body leads a place.
const COMMITTEE: &str = "ủy ban nhân dân";
/// Words of rank that may stand in front of a name.
const RANKS: [&str; 11] = [COMMITTEE, "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "sở"];
/// Words that begin the district or province behind a name.
const PLACES: [&str; 5] = ["huyện", "quận", "thị xã", "thành phố", "tỉnh"];
/// Abbreviations of offices, wherever they stand.
const SHORT: [(&str, &str); 8] = [
    ("ubnd", COMMITTEE),
    ("hđnd", "hội đồng nhân dân"),
    ("tp", "thành phố"),
    ("tx", "thị xã"),
    ("tt", "thị trấn"),
    ("đk", "đặc khu"),
    ("vp", "văn phòng"),
    ("bql", "ban quản lý"),
];
/// What a letter in front of a name may stand for besides: “P. Nội vụ” is no ward.
const OTHER_LETTERS: [(&str, &str); 1] = [("p", "phòng")];
/// Letters that stand for a word of rank in front of a name.
const LETTERS: [(&str, &str); 5] = [("p", "phường"), ("x", "xã"), ("h", "huyện"), ("q", "quận"), ("t", "tỉnh")];
/// Words in front of a name that make it a part of a longer one: an office within, or one that belongs to it.
const LONGER: [&str; 30] = [
    "văn phòng",
    "thanh tra",
    "trung tâm",
    "chi cục",
    "cục",
    "phòng",
    "đảng ủy",
    "đảng bộ",
    "công đoàn",
    "trường",
    "trạm",
    "hội",
    "đoàn",
    "công an",
    "quân sự",
    "ban",
    "chủ tịch",
    "lãnh đạo",
    "giám đốc",
    "thuộc",
    "trực thuộc",
    "tiểu học",
    "trung học cơ sở",
    "thcs",
    "thpt",
    "mầm non",
    "mẫu giáo",
    "y tế",
    "hợp tác xã",
    "ban chỉ huy",
];
/// Further words that names of offices begin with.
const OFFICES: [&str; 10] = ["bộ phận", "bệnh viện", "viện", "công ty", "nhà văn hóa", "thư viện", "hạt", "đội", "tổ", "quỹ"];
/// Words that may follow a name in a title or sentence without being a part of it.
const AFTER: [&str; 34] = [
    "năm", "quý", "tháng", "ngày", "theo", "tự", "đợt", "về", "trong", "do", "gửi", "đã", "như", "được", "là", "có", "còn", "tham", "kỳ",
    "lần", "báo", "bảng", "biểu", "kết", "chấm", "đánh", "thực", "nộp", "bản", "file", "final", "đối", "trên", "cchc",
];
/// Words that may stand in front of a name that has no word of rank of its own.
const BEFORE: [&str; 14] = ["của", "tại", "vị", "quan", "do", "cho", "biểu", "điểm", "năm", "cchc", "index", "form", "file", "giá"];

/// Last words of titles, behind which a place is named without its committee.
const TITLES: [&str; 36] = [
    "chấm", "cáo", "quả", "bàn", "hiện", "hợp", "phiếu", "khai", "mẫu", "chứng", "sơ", "chính", "xếp", "loại", "hạng", "thi", "lời",
    "trình", "i", "ii", "iii", "iv", "bảng", "bản", "kê", "danh", "sách", "số", "tlkc", "bc", "phương", "gửi", "nộp", "từ", "là", "về",
];
/// Ranks of two words of which the first may be written as a letter.
const HALVES: [&str; 1] = ["thị xã"];
/// What makes a span of time of a figure.
const MONTHS: [&str; 1] = ["tháng"];

/// The tables of this file in one spelling, each entry word by word.
struct Vocabulary {
    committee: Vec<String>,
    ranks: Vec<Vec<String>>,
    places: Vec<Vec<String>>,
    short: Vec<(String, Vec<String>)>,
    letters: Vec<(String, Vec<String>)>,
    longer: Vec<Vec<String>>,
    offices: Vec<Vec<String>>,
    after: Vec<Vec<String>>,
    before: Vec<Vec<String>>,
    titles: Vec<Vec<String>>,
    months: Vec<Vec<String>>,
    halves: Vec<Vec<String>>,
    and: String,
}

impl Vocabulary {
    /// Puts the tables into a spelling.
    fn new(spell: fn(&str) -> String) -> Self {
        let split = |words: &str| spell(words).split(' ').map(str::to_owned).collect::<Vec<String>>();
        let all = |list: &[&str]| list.iter().map(|words| split(words)).collect();
        let pairs = |list: &[(&str, &str)]| list.iter().map(|(short, long)| (spell(short), split(long))).collect();
        Self {
            committee: split(COMMITTEE),
            ranks: all(&RANKS),
            places: all(&PLACES),
            short: pairs(&SHORT),
            letters: pairs(&LETTERS),
            longer: all(&LONGER),
            offices: all(&OFFICES),
            after: all(&AFTER),
            before: all(&BEFORE),
            titles: all(&TITLES),
            months: all(&MONTHS),
            halves: all(&HALVES),
            and: spell("và"),
        }
    }

    /// Gives the tables of a spelling.
    fn of(spelling: Spelling) -> &'static Self {
        static EXACT: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(fold));
        static BARE: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(bare));
        match spelling {
            Spelling::Exact => &EXACT,
            Spelling::Bare => &BARE,
        }
    }
}

/// Takes a text apart into its words, without signs.
pub fn plain_words(text: &str) -> Vec<String> {
    bare(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Word of a text in the spelling asked for, and with its diacritics; without those where an abbreviation stands for it.
pub type Word = (String, Option<String>);

/// Takes a text apart into its words, with abbreviations of offices written out.
pub fn words(text: &str, spelling: Spelling) -> Vec<String> {
    marked_words(text, spelling).into_iter().map(|(word, _)| word).collect()
}

/// Takes a text apart into its words, each also with its diacritics.
pub fn marked_words(text: &str, spelling: Spelling) -> Vec<Word> {
    let vocabulary = Vocabulary::of(spelling);
    let marked = raw_words(text, Spelling::Exact);
    let raw = match spelling {
        Spelling::Exact => marked.clone(),
        Spelling::Bare => raw_words(text, Spelling::Bare),
    };
    // A sign that one spelling alone takes for a word leaves no telling which diacritics are whose.
    let marked = if marked.len() == raw.len() { marked } else { raw.clone() };
    let raw: Vec<&str> = raw.iter().map(String::as_str).collect();
    let mut words: Vec<Word> = Vec::new();
    let mut rest = raw.as_slice();
    let written_out = |long: &Vec<String>| long.iter().map(|word| (word.clone(), None)).collect::<Vec<_>>();
    while let [first, after @ ..] = rest {
        // U.B.N.D: letters of an abbreviation written one by one.
        if let Some((long, letters)) = vocabulary.dotted(rest) {
            words.extend(written_out(long));
            rest = rest.get(letters..).unwrap_or_default();
            continue;
        }
        if let Some(half) = vocabulary.half_rank(first, after) {
            words.push((half.clone(), None));
            rest = after;
            continue;
        }
        if let Some(long) = vocabulary.long_form(first).or_else(|| vocabulary.rank_letter(first, &words, after)) {
            words.extend(written_out(long));
        } else {
            // “Phường 03” is “phường 3”.
            let marked = marked.get(raw.len() - rest.len()).map(|word| without_zeros(word).to_owned());
            words.push((without_zeros(first).to_owned(), marked));
        }
        rest = after;
    }
    words
}

/// Takes a text apart into its words as they stand there.
fn raw_words(text: &str, spelling: Spelling) -> Vec<String> {
    let folded = match spelling {
        Spelling::Exact => fold(text),
        Spelling::Bare => bare(text),
    };
    let mark = unicode_normalization::char::is_combining_mark;
    let signs = folded.replace(['&', '+'], &format!(" {} ", Vocabulary::of(spelling).and));
    let raw = signs.split(|c: char| !c.is_alphanumeric() && !mark(c)).filter(|word| !word.is_empty());
    raw.map(str::to_owned).collect()
}

/// Writes the letter out that a name begins with, where it may stand for another kind of office than a place.
pub fn as_office(text: &str) -> Option<String> {
    let text = text.trim();
    OTHER_LETTERS.iter().find_map(|(letter, long)| {
        let first = text.chars().next().filter(|first| fold(&first.to_string()) == *letter)?;
        let rest = text.get(first.len_utf8()..)?;
        rest.starts_with(['.', ' ']).then(|| format!("{long} {}", rest.trim_start_matches(['.', ' '])))
    })
}

/// Drops the zeros in front of a figure.
fn without_zeros(word: &str) -> &str {
    let figure = word.bytes().all(|b| b.is_ascii_digit());
    let short = word.trim_start_matches('0');
    if figure && !short.is_empty() { short } else { word }
}

/// Tells whether a word is one letter.
fn is_letter(word: &str) -> bool {
    let mut signs = word.chars().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    signs.next().is_some_and(char::is_alphabetic) && signs.next().is_none()
}

impl Vocabulary {
    /// Writes an abbreviation out whose letters stand one by one, and counts them: U.B.N.D, T.X.
    fn dotted(&self, words: &[&str]) -> Option<(&Vec<String>, usize)> {
        let letters = words.iter().take(LONGEST_DOTTED).take_while(|word| is_letter(word)).count();
        (2..=letters).rev().find_map(|count| {
            let joined: String = words.iter().take(count).copied().collect();
            Some((self.long_form(&joined)?, count))
        })
    }

    /// Writes an abbreviation out.
    fn long_form(&self, word: &str) -> Option<&Vec<String>> {
        self.short.iter().find(|(short, _)| short == word).map(|(_, long)| long)
    }

    /// Tells whether the rank that words end with is a part of a longer one there: “xã” of “thị xã”, “hợp tác xã”.
    fn goes_on_before(&self, rank: &[String], words: &[String]) -> bool {
        let longer = |other: &&Vec<String>| other.len() > rank.len() && other.ends_with(rank);
        self.ranks.iter().chain(&self.longer).filter(longer).any(|other| words.ends_with(other))
    }

    /// Writes the first word of a rank out where a letter stands for it: “T.xã”.
    fn half_rank(&self, word: &str, after: &[&str]) -> Option<&String> {
        let half = self
            .halves
            .iter()
            .find(|rank| matches!(rank.as_slice(), [first, rest] if first.starts_with(word) && after.first() == Some(&rest.as_str())));
        half.filter(|_| is_letter(word)).and_then(|rank| rank.first())
    }

    /// Writes a letter out that stands for a word of rank: in front of a name, or behind `ủy ban nhân dân`.
    fn rank_letter(&self, word: &str, before: &[Word], after: &[&str]) -> Option<&Vec<String>> {
        let led = || {
            let behind = before.len().checked_sub(self.committee.len()).and_then(|at| before.get(at..));
            behind.is_some_and(|last| last.iter().map(|(word, _)| word).eq(&self.committee))
        };
        if after.is_empty() || !(before.is_empty() || led()) {
            return None;
        }
        self.letters.iter().find(|(letter, _)| letter == word).map(|(_, long)| long)
    }
}

impl Name {
    /// Takes a name apart.
    pub fn new(text: &str, spelling: Spelling) -> Self {
        let (words, marked): (Vec<String>, Vec<Option<String>>) = marked_words(text, spelling).into_iter().unzip();
        let mut start = 0;
        let vocabulary = Vocabulary::of(spelling);
        let rank_at = |start: usize| vocabulary.ranks.iter().find(|rank| words.get(start..).is_some_and(|rest| rest.starts_with(rank)));
        let mut ranks = Vec::new();
        while let Some(rank) = rank_at(start) {
            // A name proper must remain.
            if start + rank.len() >= words.len() {
                break;
            }
            start += rank.len();
            ranks.push(rank.clone());
        }
        let behind = |at: &usize| vocabulary.places.iter().any(|place| words.get(*at..).is_some_and(|rest| rest.starts_with(place)));
        let end = (start + 1..words.len()).find(behind).unwrap_or(words.len());
        let part = |range: Range<usize>| words.get(range).unwrap_or_default().to_vec();
        // Without its tone “xa” is no word of rank, but for who leaves all of them out.
        let unmarked = |marked: &[Option<String>]| {
            let plain = marked.iter().zip(&words).all(|(marked, word)| marked.as_ref().is_none_or(|marked| marked == word));
            plain && marked.iter().any(Option::is_some)
        };
        let unmarked = spelling == Spelling::Bare && unmarked(marked.get(..start).unwrap_or_default());
        Self {
            rank: part(0..start),
            ranks,
            core: part(start..end),
            place: part(end..words.len()),
            marked: marked.get(start..end).unwrap_or_default().to_vec(),
            unmarked,
        }
    }

    /// Tells whether words that fit the name proper without diacritics may be that name with them: they have the same ones, or
    /// none at all. With others, and with only some of them, they are a neighbour's: “Tân Ân” is not “Tân An”.
    pub fn may_be(&self, marked: &[Option<String>]) -> bool {
        let known = || marked.iter().zip(&self.marked).zip(&self.core);
        self.unmarked
            || known().all(|((theirs, ours), _)| theirs.is_none() || ours.is_none() || theirs == ours)
            || known().all(|((theirs, _), plain)| theirs.as_ref().is_none_or(|theirs| theirs == plain))
    }

    /// Tells whether nothing is named.
    pub const fn is_empty(&self) -> bool {
        self.core.is_empty()
    }

    /// Tells how well a whole text fits this name; `None` where it is another.
    pub fn fit(&self, called: &Self) -> Option<Fit> {
        if called.is_empty() || self.core != called.core || !self.may_be(&called.marked) {
            return None;
        }
        let places = self.place.starts_with(&called.place) || called.place.starts_with(&self.place);
        if !places {
            return None;
        }
        match (self.rank == called.rank, self.place == called.place) {
            (true, true) => Some(Fit::Exact),
            (true, false) => Some(Fit::WithPlace),
            (false, _) => (is_part(&self.ranks, &called.ranks) || is_part(&called.ranks, &self.ranks)).then_some(Fit::WithoutRank),
        }
    }

    /// Tells whether two names may be spellings of one: they share a word, or one is written with the other's initials.
    pub fn resembles(&self, other: &Self) -> bool {
        let initials = |name: &Self| name.core.iter().filter_map(|word| word.chars().next()).collect::<String>();
        let shares = self.core.iter().any(|word| other.core.contains(word));
        let short = |one: &Self, initials: &str| one.core.iter().any(|word| word.len() >= 2 && initials.contains(word.as_str()));
        shares || short(self, &initials(other)) || short(other, &initials(self))
    }

    /// Gives the first word of the name proper.
    pub fn first(&self) -> Option<&String> {
        self.core.first()
    }

    /// Finds the name, as a whole, in running words in which its name proper may begin at `at`.
    pub fn place(&self, text: &[String], at: usize, spelling: Spelling) -> Option<Range<usize>> {
        let place = self.stands_at(text, at, spelling)?;
        self.is_whole(text, &place, Vocabulary::of(spelling)).then_some(place)
    }

    /// Finds the name in running words in which its name proper may begin at `at`, whatever stands around it.
    pub fn stands_at(&self, text: &[String], at: usize, spelling: Spelling) -> Option<Range<usize>> {
        if !text.get(at..)?.starts_with(&self.core) {
            return None;
        }
        let before = text.get(..at)?;
        let vocabulary = Vocabulary::of(spelling);
        let shorter = self.short_rank(vocabulary);
        let rank = std::iter::once(self.rank.as_slice()).chain(shorter).find(|rank| before.ends_with(rank))?;
        if self.ranks.last().is_some_and(|own| vocabulary.goes_on_before(own, before)) {
            return None;
        }
        Some(at - rank.len()..at + self.core.len())
    }

    /// Gives the words of rank without the committee that leads the place: `xã`.
    fn short_rank(&self, vocabulary: &Vocabulary) -> Option<&[String]> {
        self.rank.strip_prefix(vocabulary.committee.as_slice()).filter(|rank| !rank.is_empty())
    }

    /// Tells whether what stands around a place leaves the name a whole one.
    fn is_whole(&self, text: &[String], place: &Range<usize>, vocabulary: &Vocabulary) -> bool {
        let (before, after) = (text.get(..place.start).unwrap_or_default(), text.get(place.end..).unwrap_or_default());
        let number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        let ends = |lists: &[Vec<String>]| lists.iter().any(|words| before.ends_with(words));
        let begins =
            |lists: &[Vec<String>], at: usize| lists.iter().any(|words| after.get(at..).is_some_and(|rest| rest.starts_with(words)));
        // A place without its committee may be that of any other body: “Mặt trận Tổ quốc xã A”, “Ấp 3 xã A”.
        let of_place = self.short_rank(vocabulary).is_some_and(|rank| place.len() == rank.len() + self.core.len());
        let left = match before.last() {
            None => true,
            Some(word) if self.rank.is_empty() => number(word) || ends(&vocabulary.before),
            Some(word) if of_place => {
                is_year(word)
                    || number(word) && before.len() == 1
                    || *word == vocabulary.and
                    || ends(&vocabulary.before)
                    || ends(&vocabulary.titles)
            }
            Some(_) => !ends(&vocabulary.longer),
        };
        // "xã A và xã B" are two names, "Sở Tài nguyên và Môi trường" is one.
        let another = || after.first() == Some(&vocabulary.and) && begins(&vocabulary.ranks, 1);
        let right = match after.first() {
            None => true,
            // A year or a day; any other figure belongs to the name: “xã A 2”.
            Some(word) if number(word) => is_year(word) || after.get(1).is_some_and(number) || begins(&vocabulary.months, 1),
            Some(_) => begins(&vocabulary.after, 0) || begins(&vocabulary.ranks, 0) || another(),
        };
        left && right
    }
}

/// Tells whether a word is a year.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1945..=2100).contains(&year))
}

/// Tells whether a line begins as names of offices do.
pub fn begins_as_office(line: &str) -> bool {
    let vocabulary = Vocabulary::of(Spelling::Exact);
    // No word that names of offices begin with is as long as this.
    let words = words(start(line, 200), Spelling::Exact);
    let mut heads = vocabulary.ranks.iter().chain(&vocabulary.longer).chain(&vocabulary.offices);
    heads.any(|head| words.starts_with(head))
}

/// Letters of the longest abbreviation.
const LONGEST_DOTTED: usize = 4;
/// Words of rank of communes.
const COMMUNES: [&str; 4] = ["xã", "phường", "thị trấn", "đặc khu"];

/// Tells whether two names are of offices of one rank, so that neither is above the other: two communes, two districts.
pub fn are_of_one_rank(one: &str, other: &str) -> bool {
    let spelled = |text: &str| words(text, Spelling::Exact).join(" ");
    let (committee, communes) = (spelled(COMMITTEE), COMMUNES.map(spelled));
    let rank = |text: &str| {
        let rank = Name::new(text, Spelling::Exact).rank.join(" ");
        let rank = rank.strip_prefix(&committee).unwrap_or(&rank).trim().to_owned();
        if communes.contains(&rank) { communes[0].clone() } else { rank }
    };
    let (one, other) = (rank(one), rank(other));
    !one.is_empty() && one == other
}

/// Tells whether the ranks of one stand in the other, in their order.
fn is_part(short: &[Vec<String>], long: &[Vec<String>]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// Lists where words stand in a text.
fn occurrences(text: &[String], words: &[String]) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    text.windows(words.len()).enumerate().filter(|(_, window)| *window == words).map(|(at, _)| at..at + words.len()).collect()
}

/// Tells whether an id stands in the words of a file's name, with nothing beside it that belongs to a longer id.
pub fn stands_alone(text: &[String], id: &[String]) -> bool {
    occurrences(text, id).into_iter().any(|place| {
        let before = place.start.checked_sub(1).and_then(|at| text.get(at));
        let vocabulary = Vocabulary::of(Spelling::Bare);
        let plain = |word: &String| vocabulary.before.iter().chain(&vocabulary.after).any(|other| other.contains(word));
        let known = |word: &String| word.chars().all(|c| c.is_ascii_digit()) || plain(word);
        before.is_none_or(known) && text.get(place.end).is_none_or(known)
    })
}
