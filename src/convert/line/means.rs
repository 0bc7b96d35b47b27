//! “Bình quân mỗi tháng có từ 02 tin, bài trở lên”: so many in a month, as “từ 02 tin, bài/tháng trở lên” says it.

/// Words of a mean.
const MEAN: [&str; 2] = ["bình quân", "trung bình"];

/// Words before a time.
const EACH: [&str; 5] = ["mỗi", "một", "1", "01", "hằng"];

/// Times that things are counted in.
const TIMES: [&str; 4] = ["tháng", "quý", "tuần", "kỳ"];

/// Words between the time and the number.
const HAVING: [&str; 9] = ["có", "đạt", "đăng", "thực hiện", "tổ chức", "phát", "họp", "phải", "được"];

/// Writes the means of a line as so many things in a time; `None` where it names none.
pub fn as_things_in_a_time(text: &str) -> Option<String> {
    let mut any = false;
    let written: Vec<String> = text
        .split(';')
        .map(|part| {
            let found = in_a_time(part);
            any |= found.is_some();
            found.unwrap_or_else(|| part.to_owned())
        })
        .collect();
    any.then(|| written.join(";"))
}

/// Writes one mean so.
fn in_a_time(part: &str) -> Option<String> {
    let start = part.find(|c: char| c.is_alphabetic())?;
    let (bullet, said) = part.split_at(start);
    let rest = MEAN.iter().find_map(|word| without(said, word))?;
    let rest = EACH.iter().find_map(|word| without(rest, word)).unwrap_or(rest);
    let (time, mut rest) = TIMES.iter().find_map(|word| Some((*word, without(rest, word)?)))?;
    while let Some(behind) = HAVING.iter().find_map(|word| without(rest, word)) {
        rest = behind;
    }
    // What is counted ends before its bound, or before the points.
    let end = [" trở lên", " trở xuống", ":"].iter().filter_map(|word| rest.find(word)).min()?;
    let (thing, behind) = rest.split_at(end);
    let counted = thing.contains(|c: char| c.is_ascii_digit()) && thing.contains(char::is_alphabetic) && !thing.contains(['/', '%']);
    counted.then(|| format!("{bullet}{}/{time}{behind}", thing.trim_end()))
}

/// Takes words off the front, in small letters or large ones.
fn without<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let text = text.trim_start();
    let mut rest = text.chars();
    let begins = words.chars().all(|wanted| rest.next().is_some_and(|c| c.to_lowercase().eq(wanted.to_lowercase())));
    let behind = rest.as_str();
    (begins && behind.starts_with(|c: char| c.is_whitespace())).then_some(behind.trim_start())
}
