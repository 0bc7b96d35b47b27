//! Names of sheets: what Excel allows, no two alike, each with what tells it from the others.

use crate::text::Lang;

/// Longest name of a sheet that Excel allows.
const LONGEST: usize = 31;
/// Letters that words which tell names apart have at least, where words before them give them.
const SHORT: usize = 12;
/// What stands for words that are left out.
const LEFT_OUT: &str = "… ";

/// Shortens names that would be cut alike: words that they share give way to those that tell them apart.
pub fn told_apart(names: &[&str]) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| spelled(name)).collect();
    names.iter().map(|name| apart(name, &names).unwrap_or_else(|| name.clone())).collect()
}

/// Shortens a name that is cut like others, its number kept; `None` where it needs none of this.
fn apart(name: &str, all: &[String]) -> Option<String> {
    let shown = |name: &str| words_within(name, LONGEST).get(number(name).len()..).unwrap_or_default().trim_end().to_owned();
    let (own, cut_of_own) = (number(name), shown(name));
    let body = name.get(own.len()..)?;
    let is_alike = |other: &&String| {
        let cut_of_other = shown(other);
        *other != name && (cut_of_other.starts_with(&cut_of_own) || length(other) > LONGEST && cut_of_own.starts_with(&cut_of_other))
    };
    let words: Vec<&str> = body.split(' ').collect();
    let shared = |other: &String| {
        let other = other.get(number(other).len()..).unwrap_or_default().split(' ');
        words.iter().zip(other).take_while(|(one, other)| *one == other).count()
    };
    let common = all.iter().filter(|_| length(name) > LONGEST).filter(is_alike).map(shared).max()?;
    // What differs may be one short word: with those before it, it says more.
    let tells = |from: &usize| words.get(*from..).is_some_and(|tail| length(&tail.join(" ")) <= SHORT);
    let from = (0..common).rev().take_while(tells).last().unwrap_or(common);
    let (head, tail) = words.split_at_checked(from)?;
    let is_open = |letter: char| " –-,;()".contains(letter);
    let room = LONGEST.saturating_sub(length(own));
    let tail = words_within(tail.join(" ").trim_matches(is_open), room * 3 / 5);
    let head = words_within(&head.join(" "), room.saturating_sub(length(&tail) + length(LEFT_OUT)));
    let head = head.trim_end_matches(is_open);
    (!tail.is_empty() && !head.is_empty()).then(|| format!("{own}{head}{LEFT_OUT}{tail}"))
}

/// Gives the number before a name: `2. `.
fn number(name: &str) -> &str {
    let digits = name.find(|letter: char| !letter.is_ascii_digit()).unwrap_or_default();
    let is_number = digits > 0 && name.get(digits..).is_some_and(|rest| rest.starts_with(". "));
    name.get(..digits + 2).filter(|_| is_number).unwrap_or_default()
}

/// Writes a name with the letters alone that Excel allows.
fn spelled(name: &str) -> String {
    let legal: String = name.chars().map(|c| if c.is_control() || "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
    legal.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives the nearest name that Excel allows and that is not taken.
pub fn legal(name: &str, taken: &[String], lang: Lang) -> String {
    let legal = spelled(name);
    let legal = if legal.is_empty() { lang.word("Trang", "Sheet").to_owned() } else { legal };
    let marks = (1..).map(|n: usize| if n == 1 { String::new() } else { format!(" ({n})") });
    let mut names = marks.map(|mark| format!("{}{mark}", words_within(&legal, LONGEST - mark.len()).trim_end()));
    names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default()
}

/// Counts the units that Excel counts.
fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Cuts a text behind the last whole word within so many units of Excel's, but for a first word that is longer.
fn words_within(text: &str, most: usize) -> String {
    let cut = cut(text, most);
    let whole = text.get(cut.len()..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
    match cut.rfind(' ') {
        Some(at) if !whole => cut.get(..at).unwrap_or_default().to_owned(),
        _ => cut,
    }
}

/// Cuts a text to so many units of Excel's.
pub fn cut(text: &str, most: usize) -> String {
    let mut length = 0;
    text.chars()
        .take_while(|letter| {
            length += letter.len_utf16();
            length <= most
        })
        .collect()
}
