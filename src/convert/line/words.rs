//! The words of a line: numbers, signs, days and words, each with its place, so that what is left over is shown as spelt.

use jiff::civil::Date;

use super::spelt::{date, is_document, is_month, is_short_for_something, leading_digits, narrows, number, of_contents, with_year};
use crate::points::Points;
use crate::text::fold::{bare, tidy};

/// Day of a decision. Many decisions leave out the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day; of a leap year where the line names no year.
    pub date: Date,
    /// Whether the line names the year.
    pub with_year: bool,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Number.
    Number(Points),
    /// Word in small letters.
    Word(String),
    /// Sign, look-alikes replaced: `-` for every dash, `×` for `*`, `≥` for `>=`.
    Sign(char),
    /// Day.
    Day(Day),
}

/// Part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// First letter.
    from: usize,
    /// Behind its last letter.
    to: usize,
}

/// A line, taken apart into tokens.
#[derive(Clone, Debug)]
pub struct Line {
    letters: Vec<char>,
    tokens: Vec<Token>,
    /// Whether it is typed without diacritics.
    plain: bool,
}

/// Some tokens of a line, one behind the other.
#[derive(Clone, Copy, Debug)]
pub struct Phrase<'a> {
    line: &'a Line,
    /// The tokens.
    pub tokens: &'a [Token],
}

/// Year that a day without one is given, so that days can be compared.
const ANY_YEAR: i16 = 2024;

impl Line {
    /// Takes a line apart.
    pub fn new(text: &str) -> Self {
        let letters: Vec<char> = tidy(text).chars().collect();
        let plain = letters.iter().all(char::is_ascii);
        let mut line = Self { letters, tokens: Vec::new(), plain };
        let mut at = 0;
        while let Some(c) = line.letters.get(at).copied() {
            let before = at;
            at = line.token(at, c);
            at = at.max(before + 1);
        }
        line
    }

    /// Gives all of it.
    pub fn phrase(&self) -> Phrase<'_> {
        Phrase { line: self, tokens: &self.tokens }
    }

    /// Reads the token that begins at a letter; gives the letter behind it.
    fn token(&mut self, at: usize, c: char) -> usize {
        if c.is_whitespace() || matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '•' | '▪' | '·' | '►' | '\u{F0B7}' | '\u{F02D}')
        {
            return at + 1;
        }
        if c.is_ascii_digit() {
            return self.digits(at);
        }
        if c.is_alphabetic() {
            let end = self.end(at, char::is_alphabetic);
            let word: String = self.letters.iter().skip(at).take(end - at).flat_map(|c| c.to_lowercase()).collect();
            if let Some(number) = self.numeral(&word, end) {
                return self.push(Kind::Number(number), at, end);
            }
            return self.push(Kind::Word(word), at, end);
        }
        if let Some(end) = Some(at).filter(|_| matches!(c, '(' | '[')).and_then(|at| self.aside(at)) {
            let words: String = self.letters.iter().skip(at).take(end - at).flat_map(|c| c.to_lowercase()).collect();
            return self.push(Kind::Word(words), at, end);
        }
        let next = self.letters.get(at + 1).copied().unwrap_or(' ');
        let (sign, width) = match (c, next) {
            ('>', '=') | ('=', '>') => ('≥', 2),
            ('<', '=') | ('=', '<') => ('≤', 2),
            ('⩾' | '≧', _) => ('≥', 1),
            ('⩽' | '≦', _) => ('≤', 1),
            ('*' | '∗' | '⋅', _) => ('×', 1),
            ('÷', _) => ('/', 1),
            ('\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FF0D}', _) => ('-', 1),
            ('[' | '{', _) => ('(', 1),
            (']' | '}', _) => (')', 1),
            ('⇒' | '➔', _) => ('→', 1),
            (other, _) => (other, 1),
        };
        self.push(Kind::Sign(sign), at, at + width)
    }

    /// Finds the end of brackets that are a part of the word before them: they say which of the things count, “(trừ văn bản mật)”, or
    /// how they are called for short, “(SIPAS)”.
    fn aside(&self, at: usize) -> Option<usize> {
        matches!(self.tokens.last(), Some(Token { kind: Kind::Word(_), .. })).then_some(())?;
        let length = self.letters.iter().skip(at + 1).position(|c| matches!(c, ')' | ']'))?;
        let inside: String = self.letters.iter().skip(at + 1).take(length).collect();
        // “… (PAPI)” at the end is looked at as any other word.
        let goes_on = self.letters.iter().skip(at + length + 2).find(|c| !c.is_whitespace()).is_some_and(|c| c.is_alphabetic());
        (narrows(&inside) || goes_on && is_short_for_something(&inside)).then_some(at + length + 2)
    }

    /// Reads a number of days or hours that is spelt out: “trong năm ngày làm việc”, not “trong năm ngày càng nhiều”.
    fn numeral(&self, word: &str, end: usize) -> Option<Points> {
        const NUMERALS: [&str; 9] = ["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
        const BOUNDS: [&str; 10] = ["trong", "vòng", "hạn", "quá", "sau", "trên", "dưới", "từ", "đến", "hơn"];
        let value = NUMERALS.iter().position(|numeral| *numeral == word)? + 2;
        let bounded = matches!(self.tokens.last(), Some(Token { kind: Kind::Word(before), .. }) if BOUNDS.contains(&before.as_str()));
        let behind: String = self.letters.iter().skip(end).take(24).flat_map(|c| c.to_lowercase()).collect();
        let times = ["ngày làm việc", "ngày kể từ", "giờ làm việc", "ngày", "giờ"];
        let rest = times.iter().find_map(|time| behind.strip_prefix(' ')?.strip_prefix(time))?;
        let apart = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
        let next = rest.trim_start();
        let other =
            next.starts_with(|c: char| c.is_ascii_digit()) || ["càng", "nay", "đó", "này"].iter().any(|word| next.starts_with(word));
        (bounded && apart && !other).then(|| Points::from(i64::try_from(value).unwrap_or(0)))
    }

    /// Adds a token.
    fn push(&mut self, kind: Kind, from: usize, to: usize) -> usize {
        self.tokens.push(Token { kind, from, to });
        to
    }

    /// Finds the end of letters of a kind.
    fn end(&self, from: usize, fits: impl Fn(char) -> bool) -> usize {
        let length = self.letters.iter().skip(from).take_while(|c| fits(**c)).count();
        from + length
    }

    /// Reads what begins with a digit: a number, a day, the number of a document.
    fn digits(&mut self, at: usize) -> usize {
        let all = self.end(at, |c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ',' | ':' | '&'));
        let whole: String = self.letters.iter().skip(at).take(all - at).collect();
        let core = whole.trim_end_matches(['.', ',', ':', '-', '/', '&']);
        let length = core.chars().count();
        if let Some(day) = with_year(core) {
            return self.push(Kind::Day(Day { date: day, with_year: true }), at, at + length);
        }
        // “Tháng 01/2026”.
        let after_month = matches!(self.tokens.last(), Some(Token { kind: Kind::Word(word), .. }) if word == "tháng");
        if after_month && is_month(core) {
            return self.push(Kind::Word(core.to_owned()), at, at + length);
        }
        // “10/10 mục” says that nothing is missing.
        if core.split_once('/').is_some_and(|(part, whole)| part == whole && part.chars().all(|c| c.is_ascii_digit())) {
            return self.push(Kind::Word(core.to_owned()), at, at + length);
        }
        // “Đạt 2/3 nội dung” says how much of the contents there is, and counts nothing.
        let behind: String = self.letters.iter().skip(at + length).take(20).collect();
        if of_contents(core, &behind) {
            return self.push(Kind::Word(core.to_owned()), at, at + length);
        }
        if is_document(core) {
            return self.push(Kind::Word(core.to_lowercase()), at, at + length);
        }
        if let Some((day, width)) = self.worded_day(at) {
            return self.push(Kind::Day(day), at, width);
        }
        if let Some((date, width)) = self.short_day(at) {
            return self.push(Kind::Day(Day { date, with_year: false }), at, width);
        }
        let end = self.end(at, |c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let digits: String = self.letters.iter().skip(at).take(end - at).collect();
        let digits = digits.trim_end_matches([',', '.']);
        let end = at + digits.chars().count();
        match number(digits) {
            Some(number) => self.push(Kind::Number(number), at, end),
            None => self.push(Kind::Sign('?'), at, end),
        }
    }

    /// Reads `31 tháng 01 năm 2025`, `31 tháng 01`.
    fn worded_day(&self, at: usize) -> Option<(Day, usize)> {
        let rest: String = self.letters.iter().skip(at).take(40).collect();
        let (day, rest_day) = leading_digits(&rest)?;
        let after = rest_day.trim_start().strip_prefix("tháng").or_else(|| rest_day.trim_start().strip_prefix("Tháng"))?.trim_start();
        let (month, rest_month) = leading_digits(after)?;
        let year =
            rest_month.trim_start().strip_prefix("năm").map(str::trim_start).and_then(leading_digits).filter(|(year, _)| year.len() == 4);
        let left = year.map_or(rest_month, |(_, left)| left);
        let with_year = year.is_some();
        let year = year.map_or(Some(ANY_YEAR), |(year, _)| year.parse().ok())?;
        let date = date(year, month, day)?;
        Some((Day { date, with_year }, at + rest.chars().count() - left.chars().count()))
    }

    /// Reads `31/01` behind a word of time.
    fn short_day(&self, at: usize) -> Option<(Date, usize)> {
        let Some(Token { kind: Kind::Word(word), .. }) = self.tokens.last() else { return None };
        let timed = ["ngày", "trước", "sau", "hết", "đến", "từ", "quá", "nhất", "ngay", "truoc", "het", "den", "tu", "qua", "nhat"];
        let rest: String = self.letters.iter().skip(at).take(12).collect();
        let (day, after) = leading_digits(&rest)?;
        let (month, left) = leading_digits(after.strip_prefix('/')?)?;
        // “1/2 tổng số” is a share, “15/12 trở đi” a day.
        let goes_on = ["trở đi", "trở về", "trở lên"].iter().any(|word| left.trim_start().starts_with(word));
        let of_something = left.trim_start().starts_with(['s', 'S', '%', 't']) && !goes_on
            || left.starts_with(['/', ',', '.']) && left.len() > 1 && left.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        if !timed.contains(&word.as_str()) || of_something {
            return None;
        }
        Some((date(ANY_YEAR, month, day)?, at + rest.chars().count() - left.chars().count()))
    }
}

impl<'a> Phrase<'a> {
    /// Gives tokens from one place to another.
    pub fn part(self, from: usize, to: usize) -> Self {
        let end = to.min(self.tokens.len());
        Self { line: self.line, tokens: self.tokens.get(from.min(end)..end).unwrap_or_default() }
    }

    /// Gives the tokens from a place on.
    pub fn from(self, at: usize) -> Self {
        self.part(at, self.tokens.len())
    }

    /// Counts the tokens.
    pub fn len(self) -> usize {
        self.tokens.len()
    }

    /// Lists the words.
    pub fn words(self) -> Vec<String> {
        self.tokens.iter().filter_map(|token| if let Kind::Word(word) = &token.kind { Some(word.clone()) } else { None }).collect()
    }

    /// Tells whether there is none.
    pub fn is_empty(self) -> bool {
        self.tokens.is_empty()
    }

    /// Gives the words as they are spelt.
    pub fn shown(self) -> String {
        let (Some(first), Some(last)) = (self.tokens.first(), self.tokens.last()) else { return String::new() };
        let said: String = self.line.letters.iter().skip(first.from).take(last.to - first.from).collect();
        // Quotation marks are no words: one that was opened is closed.
        let closes = said.chars().filter(|c| *c == '"').count() % 2 == 1 || said.matches('“').count() > said.matches('”').count();
        let mark = self.line.letters.get(last.to).filter(|c| closes && matches!(c, '"' | '”'));
        said.chars().chain(mark.copied()).collect()
    }

    /// Gives the words as they are spelt, others in place of those between places, which come one behind the other.
    pub fn with(self, changes: &[(usize, usize, String)]) -> String {
        let (Some(first), Some(last)) = (self.tokens.first(), self.tokens.last()) else { return String::new() };
        let letters = |from: usize, to: usize| self.line.letters.iter().skip(from).take(to.saturating_sub(from)).collect::<String>();
        let (mut written, mut at) = (String::new(), first.from);
        for (from, to, words) in changes {
            let begin = self.tokens.get(*from).map_or(last.to, |token| token.from);
            let end = to.checked_sub(1).filter(|end| end >= from).and_then(|end| self.tokens.get(end)).map_or(begin, |token| token.to);
            written.push_str(&letters(at, begin));
            written.push_str(words);
            at = end;
        }
        written + &letters(at, last.to)
    }

    /// Gives a sign.
    pub fn sign(self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Gives a number.
    pub fn number(self, at: usize) -> Option<&'a Points> {
        match &self.tokens.get(at)?.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Gives a word.
    pub fn word(self, at: usize) -> Option<&'a str> {
        match &self.tokens.get(at)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Tells whether the token at a place is a word, diacritics counting where the line has any.
    pub fn is(self, at: usize, said: &str) -> bool {
        self.word(at).is_some_and(|word| word == said || (self.line.plain && word == bare(said)))
    }

    /// Counts the tokens that words take at a place; 0 where others stand there.
    pub fn says(self, at: usize, said: &str) -> usize {
        let mut count = 0;
        for word in said.split(' ') {
            let here = at + count;
            let mut letters = word.chars();
            let fits = match (letters.next(), letters.next()) {
                (Some(sign), None) if !sign.is_alphanumeric() => self.sign(here) == Some(sign),
                _ => self.is(here, word),
            };
            if !fits {
                return 0;
            }
            count += 1;
        }
        count
    }

    /// Finds the first of several words that the phrase says at a place, and counts its tokens.
    pub fn says_any(self, at: usize, list: &[&str]) -> usize {
        list.iter().map(|said| self.says(at, said)).find(|count| *count > 0).unwrap_or(0)
    }

    /// Finds the place of words.
    pub fn find(self, said: &str) -> Option<usize> {
        (0..self.len()).find(|at| self.says(*at, said) > 0)
    }

    /// Tells whether it says any of several words.
    pub fn has(self, list: &[&str]) -> bool {
        list.iter().any(|said| self.find(said).is_some())
    }

    /// Takes words off the front as long as any of them stand there.
    pub fn without_front(self, list: &[&str]) -> Self {
        let mut rest = self;
        loop {
            match rest.says_any(0, list) {
                0 => return rest,
                count => rest = rest.from(count),
            }
        }
    }

    /// Takes words off the end as long as any of them stand there.
    pub fn without_end(self, list: &[&str]) -> Self {
        let mut rest = self;
        'again: loop {
            for said in list {
                let count = said.split(' ').count();
                if count <= rest.len() && rest.says(rest.len() - count, said) == count {
                    rest = rest.part(0, rest.len() - count);
                    continue 'again;
                }
            }
            return rest;
        }
    }

    /// Tells for each place whether it stands inside of brackets, the brackets themselves counting as outside.
    pub fn depths(self) -> Vec<usize> {
        let mut depth = 0_usize;
        let step = |token: &Token| match token.kind {
            Kind::Sign('(') => {
                depth += 1;
                depth - 1
            }
            Kind::Sign(')') => {
                depth = depth.saturating_sub(1);
                depth
            }
            _ => depth,
        };
        self.tokens.iter().map(step).collect()
    }

    /// Tells whether a blank or the end stands behind a token: `0,5.` ends a sentence, `0.5` doesn't.
    pub fn ends_word(self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        self.line.letters.get(token.to).is_none_or(|c| c.is_whitespace())
    }

    /// Tells whether it begins with the lower number of a fraction: the “3 điểm” of “2/3 điểm”.
    pub fn is_under_a_fraction(self) -> bool {
        let Some(Token { kind: Kind::Number(_), from, .. }) = self.tokens.first() else { return false };
        let mut before = self.line.letters.iter().take(*from).rev().filter(|c| !c.is_whitespace());
        before.next() == Some(&'/') && before.next().is_some_and(char::is_ascii_digit)
    }

    /// Tells whether a minus of a number stands at a place, rather than a dash: behind a mark, or written onto the number.
    pub fn is_minus(self, at: usize) -> bool {
        let (Some(sign), Some(number)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return false };
        if sign.kind != Kind::Sign('-') || !matches!(number.kind, Kind::Number(_)) {
            return false;
        }
        let marked = at > 0 && matches!(self.sign(at - 1), Some(':' | '=' | '→' | '('));
        let apart = sign.from.checked_sub(1).and_then(|before| self.line.letters.get(before)).is_none_or(|c| c.is_whitespace());
        marked || (apart && sign.to == number.from)
    }

    /// Takes signs of punctuation off both ends.
    pub fn trimmed(self) -> Self {
        let mut rest = self;
        let loose = |sign: Option<char>| sign.is_some_and(|sign| matches!(sign, ',' | ';' | '.' | ':' | '-' | '+' | '→' | '=' | '!'));
        while loose(rest.sign(0)) {
            rest = rest.from(1);
        }
        while !rest.is_empty() && loose(rest.sign(rest.len() - 1)) {
            rest = rest.part(0, rest.len() - 1);
        }
        rest
    }
}
