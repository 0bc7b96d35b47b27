//! Symbols of several letters that a line explains: `V1/V2`, “ĐH là số hồ sơ đúng hạn”. Arithmetic knows letters only.

/// Longest symbol.
const LONGEST: usize = 4;

/// Words that stand between a symbol and what it stands for.
const MEANS: [&str; 3] = ["là", ":", "="];

/// Writes a letter in place of each symbol that a line explains and uses elsewhere; `None` where there is none.
pub fn as_letters(text: &str) -> Option<String> {
    let pieces = pieces(text);
    let words: Vec<&str> = pieces.iter().copied().filter(|piece| !piece.trim().is_empty()).collect();
    let mut found: Vec<&str> = Vec::new();
    for pair in words.windows(2) {
        let [symbol, means] = pair else { continue };
        let calculated = |at: usize| {
            let beside = [at.checked_sub(1).and_then(|at| words.get(at)), words.get(at + 1)];
            words.get(at) == Some(symbol) && beside.iter().any(|one| one.is_some_and(|one| is_operator(one)))
        };
        if is_symbol(symbol)
            && MEANS.contains(&means.to_lowercase().as_str())
            && (0..words.len()).any(calculated)
            && !found.contains(symbol)
        {
            found.push(symbol);
        }
    }
    let taken = |letter: char| words.iter().any(|word| word.eq_ignore_ascii_case(&letter.to_string()));
    let mut free = ('a'..='w').filter(|letter| !taken(*letter));
    let named: Vec<(&str, char)> = found.into_iter().map_while(|symbol| Some((symbol, free.next()?))).collect();
    let letter = |piece: &str| named.iter().find(|(symbol, _)| *symbol == piece).map(|(_, letter)| letter.to_string());
    (!named.is_empty()).then(|| pieces.iter().map(|piece| letter(piece).unwrap_or_else(|| (*piece).to_owned())).collect())
}

/// Parts a line into words, blanks, and signs by themselves.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if first.is_alphanumeric() { rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (piece, behind) = rest.split_at(end);
        found.push(piece);
        rest = behind;
    }
    found
}

/// Tells whether a word may be a symbol: capitals and digits, of which the first is a letter.
fn is_symbol(word: &str) -> bool {
    let length = word.chars().count();
    let first = word.chars().next().is_some_and(char::is_alphabetic);
    let spelt = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) || word.chars().skip(1).all(|c| c.is_ascii_digit());
    (2..=LONGEST).contains(&length) && first && spelt
}

/// Tells whether a piece calculates.
fn is_operator(piece: &str) -> bool {
    matches!(piece, "/" | "×" | "*" | "+" | "x" | "÷")
}
