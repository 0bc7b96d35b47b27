//! Short lines run on into paragraphs, as decisions write them: a line for each would take most of a printed page.

/// Words that begin a case of a rule: they lose their capital behind a semicolon. Whatever else begins a line may be a name.
const BEGIN_A_CASE: [&str; 53] = [
    "A",
    "All",
    "At",
    "Average",
    "Ban",
    "Before",
    "Bình",
    "By",
    "Chậm",
    "Chưa",
    "Có",
    "Còn",
    "Cứ",
    "Đã",
    "Đạt",
    "Đến",
    "Dưới",
    "Each",
    "For",
    "From",
    "Giữa",
    "Hoàn",
    "Không",
    "Later",
    "Loại",
    "Mỗi",
    "Mức",
    "Never",
    "Ngoài",
    "No",
    "None",
    "Nothing",
    "One",
    "Otherwise",
    "Over",
    "Points",
    "Rate",
    "Sau",
    "Số",
    "Thấp",
    "Thiếu",
    "Thực",
    "Tối",
    "Trên",
    "Trước",
    "Trường",
    "Từ",
    "Two",
    "Tỷ",
    "Under",
    "Up",
    "Where",
    "Yes",
];
/// Words that begin a name, though the word behind them is small: “Chính phủ”, “Giấy khen”.
const BEGIN_A_NAME: [&str; 13] = ["Bằng", "Chiến", "Chính", "Công", "Cờ", "Giấy", "Huân", "Quốc", "Đảng", "Đoàn", "Tòa", "Viện", "Văn"];

/// Tells whether a line begins as a sentence rather than with a name: a Vietnamese word with a mark, and a small word behind it.
fn begins_a_sentence(line: &str) -> bool {
    let mut words = line.split(' ');
    let (first, second) = (words.next().unwrap_or_default().trim_end_matches([':', ',']), words.next().unwrap_or_default());
    let small = first.chars().skip(1).all(char::is_lowercase) && second.chars().next().is_none_or(|c| !c.is_uppercase());
    small && !first.is_ascii() && !BEGIN_A_NAME.contains(&first)
}

/// Begins a line that belongs to the one above it.
const BELONGS: &str = "– ";

/// Runs lines on into paragraphs. A line that ends with a colon, or that is numbered, begins one, and the lines marked
/// with a dash below it belong to it; a line that defines a value (`Tỷ lệ = …`) stands alone.
pub fn run_on(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        let belongs = line.strip_prefix(BELONGS);
        let alone = belongs.is_none() && (line.ends_with(':') || line.starts_with('(') || defines(&line));
        match paragraphs.last_mut().filter(|_| belongs.is_some() || (open && !alone)) {
            Some(paragraph) => add(paragraph, belongs.unwrap_or(&line)),
            None => paragraphs.push(line.clone()),
        }
        // Below a dash nothing else runs on: it would seem to belong to the dash's paragraph.
        open = !alone && belongs.is_none();
    }
    paragraphs
}

/// Tells whether a line says what a value is.
fn defines(line: &str) -> bool {
    line.split_once(" = ").is_some_and(|(name, _)| !name.contains([':', '“']))
}

/// Adds a line to a paragraph.
fn add(paragraph: &mut String, line: &str) {
    let (mark, small) = match paragraph.chars().last() {
        Some(':' | ';' | ',') => (" ", true),
        Some('.' | '!' | '?') => (" ", false),
        _ => ("; ", true),
    };
    paragraph.push_str(mark);
    let first = line.split([' ', ':', ',']).next().unwrap_or_default();
    let mut letters = line.chars();
    match letters.next().filter(|_| small && (BEGIN_A_CASE.contains(&first) || begins_a_sentence(line))) {
        Some(letter) => {
            paragraph.extend(letter.to_lowercase());
            paragraph.push_str(letters.as_str());
        }
        None => paragraph.push_str(line),
    }
}
