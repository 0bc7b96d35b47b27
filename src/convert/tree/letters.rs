//! Letters that look like Roman numerals: “I” between “H” and “K” is the ninth letter.

use crate::convert::rows::{Kind, Row};
use crate::intake::stt::{Number, Style, places};

/// Takes I, V and X for letters where they go on a series of letters, and no Roman numeral goes on from them or stands below letters
/// before them.
pub fn settle(rows: &mut [Row]) {
    let alone: Vec<(usize, Number)> = rows.iter().enumerate().filter_map(|(n, row)| Some((n, undivided(row)?.clone()))).collect();
    let mut roman_before = false;
    for (k, (at, number)) in alone.iter().enumerate() {
        if number.style == Style::Upper {
            continue;
        }
        let Some(letter) = letter(number) else {
            roman_before = true;
            continue;
        };
        let next = alone.get(k + 1).filter(|(_, next)| next.style == Style::Roman);
        let counts = next.is_some_and(|(_, next)| next.first().first() == number.first().first().map(|n| n + 1).as_ref());
        let before = k.checked_sub(1).and_then(|k| alone.get(k));
        let follows = before.is_some_and(|(from, before)| {
            self::letter(before).is_some_and(|before| goes_on(before, letter)) && !heads_nothing(rows, *from, *at)
        });
        if roman_before || counts || !follows {
            roman_before = true;
            continue;
        }
        let end = alone.get(k + 1).map_or(rows.len(), |(end, _)| *end);
        rows.get_mut(*at..end).unwrap_or_default().iter_mut().filter_map(|row| row.number.as_mut()).for_each(|one| as_letter(one, letter));
    }
}

/// Gives the number of a criterion if it is a letter or a Roman numeral without parts.
fn undivided(row: &Row) -> Option<&Number> {
    let number = row.number.as_ref().filter(|_| row.kind == Kind::Criterion)?;
    (matches!(number.style, Style::Upper | Style::Roman) && number.first().len() == 1).then_some(number)
}

/// Gives the only letter of a number.
fn letter(number: &Number) -> Option<char> {
    let mut letters = number.written.chars().filter(|c| c.is_alphabetic());
    letters.next().filter(|_| letters.next().is_none())
}

/// Tells whether a letter is the next one behind another, in the order of Latin letters or of Vietnamese ones.
fn goes_on(before: char, letter: char) -> bool {
    const ORDERS: [&str; 2] = ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDĐEGHIKLMNOPQRSTUVXY"];
    let pair = format!("{before}{letter}");
    ORDERS.iter().any(|order| order.contains(&pair))
}

/// Tells whether nothing stands between a row and the letter before it, so that it would leave an area with nothing in it.
fn heads_nothing(rows: &[Row], before: usize, at: usize) -> bool {
    let empty = rows.get(before).is_some_and(|row| row.lines.is_empty());
    empty && rows.get(before + 1..at).unwrap_or_default().iter().all(|row| row.kind == Kind::Heading)
}

/// Takes a number for a letter, or for one that has it in front: “I”, “I.1”.
fn as_letter(number: &mut Number, letter: char) {
    if number.first().len() == 1 {
        if number.style == Style::Roman {
            number.style = Style::Upper;
        }
        return;
    }
    if !number.written.starts_with(letter) {
        return;
    }
    let rest = number.first().get(1..).unwrap_or_default().to_vec();
    number.choices = places(letter).into_iter().map(|place| std::iter::once(place).chain(rest.iter().copied()).collect()).collect();
}
