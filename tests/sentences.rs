//! The page of all sentences that people read, Vietnamese beside English, by place, so that an official can
//! proofread the product without reading its code: `src/text/SENTENCES.md`, recorded with `PARINDEX_RECORD=1`.
//!
//! The sentences are taken from the source: both halves of `text!`, `say!` and `said!`, fields `vi:` and `en:` beside each
//! other, every call that is given a Vietnamese and an English literal, and what the form and the council's workbooks
//! print in Vietnamese alone. The catalogue of findings has a page of its own (`CODES.md`). Names in braces stand for what is put in.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use unicode_normalization::UnicodeNormalization as _;

use crate::folder::recorded;

/// Where a reader meets the sentences of a source file: heading, and the beginnings of paths. The first that fits counts.
const PLACES: [(&str, &[&str]); 10] = [
    ("Biểu tự đánh giá và bản trả lại / The form, and the copy that goes back", &["src/form/", "src/form.rs", "src/look"]),
    ("Quy tắc chấm điểm bằng lời / Rules in words", &["src/rule", "src/figure", "src/points", "src/scoring", "src/results"]),
    (
        "Báo cáo và trang giải thích / Reports, and why a score is what it is",
        &[
            "src/account",
            "src/print",
            "src/placeholder",
            "src/ranking",
            "src/award/",
            "src/award.rs",
            "src/award_cases",
            "src/past",
            "src/moved",
            "src/certainty",
            "src/shortfall",
        ],
    ),
    ("Phiếu thẩm định / The council's workbooks", &["src/appraisal"]),
    ("Đọc bộ tiêu chí và tệp YAML / Reading criteria and YAML", &["src/yaml", "src/criteria", "src/cases"]),
    (
        "Đọc biểu, bảng và tài liệu kiểm chứng / Reading forms, tables and evidence",
        &["src/intake", "src/workbook", "src/typed", "src/evidence", "src/assessment", "src/roster", "src/text"],
    ),
    ("Chuyển bảng tiêu chí thành YAML / Converting a table of criteria", &["src/convert"]),
    ("Đợt đánh giá và thư mục / Campaign and folder", &["src/campaign", "src/folder", "src/record"]),
    ("Sổ tay / The handbook", &["src/guide"]),
    ("Màn hình dòng lệnh / The terminal", &["src/cli", "src/main.rs", "src/lib.rs"]),
];

/// Where words are printed that have no English yet; elsewhere Vietnamese alone is something to recognise, not to print.
const VIETNAMESE_ONLY: [&str; 3] = ["src/form/template", "src/appraisal", "src/look"];

/// Where the papers of a run are made, which are told in either language.
const PAPERS: [&str; 2] = ["src/account", "src/print"];

/// Vietnamese in the source of papers that is no sentence: what is looked for in the words of a campaign, how a Vietnamese
/// source is cited, and a symbol.
const RECOGNISED: [&str; 9] = ["mục {item}", "Ủy ban nhân dân", "căn cứ", "sở ", "ủy ban nhân dân ", "khối ", "như", "lưu", "QĐ"];

/// Both languages of one sentence.
type Pair = (String, String);

#[test]
fn the_page_of_sentences_is_up_to_date() {
    let mut page = String::from(
        "# Mọi câu chữ của chương trình / Every sentence of the program\n\n\
         Trang này được tạo từ mã nguồn để người không lập trình đọc soát lỗi. Chỗ trong ngoặc nhọn được thay bằng tên, con số hoặc ô cụ thể. \
         Danh mục phát hiện có trang riêng: `src/finding/CODES.md`.\n\
         Made from the source, so that somebody who doesn't program can proofread it. What stands in braces is replaced by a name, a figure or a cell. \
         The catalogue of findings has a page of its own: `src/finding/CODES.md`.\n",
    );
    let files = sources();
    for (place, (heading, _)) in PLACES.iter().enumerate() {
        let mut told = BTreeSet::new();
        let mut part = String::new();
        for file in files.iter().filter(|file| place_of(file) == place) {
            let pairs: Vec<Pair> = pairs_of(file).into_iter().filter(|pair| told.insert(pair.clone())).collect();
            if pairs.is_empty() {
                continue;
            }
            let _ = write!(part, "\n### {} (`{}`)\n\n| Tiếng Việt | English |\n|---|---|\n", purpose(file), shown(file));
            for (vi, en) in pairs {
                let _ = writeln!(part, "| {} | {} |", cell(&vi), cell(&en));
            }
        }
        let _ = write!(page, "\n## {heading}\n{part}");
    }
    recorded(Path::new("src/text/SENTENCES.md"), &page);
}

#[test]
fn every_sentence_keeps_the_rules_of_writing() {
    let mut wrong = String::new();
    for file in sources().iter().chain(&catalogue()) {
        for (vi, en) in pairs_of(file) {
            for fault in faults(&vi, &en) {
                let _ = writeln!(wrong, "{}: {fault}: {vi} | {en}", shown(file));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_paper_of_a_run_is_told_in_vietnamese_alone() {
    let mut alone = String::new();
    // Examples for templates are what a run for Vietnamese readers prints.
    let examples = "src/account/fields/examples.rs";
    let papers = |file: &&PathBuf| shown(file) != examples && PAPERS.iter().any(|start| shown(file).starts_with(start));
    for file in sources().iter().filter(papers) {
        let (pairs, literals) = taken_from(file);
        let told: BTreeSet<String> = pairs.into_iter().map(|(vi, _)| vi).collect();
        for words in literals.iter().filter(|words| vietnamese(words) && !told.contains(*words) && !RECOGNISED.contains(&words.as_str())) {
            let _ = writeln!(alone, "{}: {words}", shown(file));
        }
    }
    assert!(alone.is_empty(), "{alone}");
}

/// What prints a number, a day or a sentence in Vietnamese, whoever reads it.
const VIETNAMESE_ALWAYS: [&str; 4] = ["vi", "date_vi", "plain_vi", "vietnamese"];

/// Papers that put both languages side by side, and leave the choice to whoever prints them.
const SIDE_BY_SIDE: [&str; 3] = ["src/account/why", "src/account/standing.rs", "src/account/appraised.rs"];

#[test]
fn no_paper_of_a_run_takes_a_language_by_itself() {
    let mut taken = String::new();
    let papers = |file: &&PathBuf| PAPERS.iter().any(|start| shown(file).starts_with(start));
    for file in sources().iter().filter(papers).filter(|file| !SIDE_BY_SIDE.iter().any(|start| shown(file).starts_with(start))) {
        let source = std::fs::read_to_string(file).unwrap();
        for (n, line) in source.lines().enumerate() {
            let fields =
                line.split('.').skip(1).filter_map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next());
            let called = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| *word != "vi");
            for word in fields.chain(called).filter(|word| VIETNAMESE_ALWAYS.contains(word)) {
                let _ = writeln!(taken, "{}:{}: {word}", shown(file), n + 1);
            }
        }
    }
    assert!(taken.is_empty(), "{taken}");
}

#[test]
fn the_rules_of_writing_see_what_breaks_them() {
    let kept = ("Đạt {share}% số hồ sơ: {points} điểm", "{share}% of the dossiers: {points} points");
    assert_eq!(faults(kept.0, kept.1), Vec::<&str>::new());
    let broken = [
        ("Đạt 100 % số hồ sơ", "100% of the dossiers", "a blank before the per cent sign"),
        ("Đạt  số hồ sơ", "dossiers", "two blanks"),
        ("Hồ sơ {count}", "dossiers", "not as many values in both languages"),
        ("Đạt 1.5 điểm", "1.5 points", "a decimal point in Vietnamese"),
        ("Ho\u{300} sơ", "dossiers", "Vietnamese in parts (not NFC)"),
        ("Hồ sơ \"a\"", "dossiers “a”", "straight quotes"),
    ];
    for (vi, en, fault) in broken {
        assert_eq!(faults(vi, en), [fault], "{vi}");
    }
}

/// What in a sentence breaks the rules of writing.
fn faults(vi: &str, en: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let share =
        |words: &str| words.match_indices(" %").any(|(at, _)| words[..at].ends_with(|last: char| last.is_ascii_digit() || last == '}'));
    if share(vi) || share(en) {
        faults.push("a blank before the per cent sign");
    }
    if vi.trim_start().replace("  ·  ", "").contains("  ") || en.trim_start().contains("  ") {
        faults.push("two blanks");
    }
    // What another program said in English is quoted in English only.
    if !en.is_empty() && values(vi) != values(en) && !(values(vi) + 1 == values(en) && en.contains("{said}")) {
        faults.push("not as many values in both languages");
    }
    let letters: Vec<char> = vi.chars().collect();
    let point = letters.windows(3).any(|three| three[0].is_ascii_digit() && three[1] == '.' && three[2].is_ascii_digit());
    // YAML is typed with a decimal point, in both languages.
    if point && !en.contains("such as") && !vi.contains("YAML") && !vi.contains("công thức") {
        faults.push("a decimal point in Vietnamese");
    }
    if vi.nfc().ne(vi.chars()) {
        faults.push("Vietnamese in parts (not NFC)");
    }
    // Inside a formula of a workbook straight quotes hold words; YAML that is to be typed has them too.
    if (vi.contains('"') || en.contains('"')) && !en.is_empty() && !vi.starts_with("Viết") && !vi.contains("criteria: [") {
        faults.push("straight quotes");
    }
    faults
}

/// How many values a sentence puts in, each once.
fn values(sentence: &str) -> usize {
    let sentence = sentence.replace("{{", "").replace("}}", "");
    sentence.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect::<BTreeSet<_>>().len()
}

/// The place of a file: the first whose beginnings fit.
fn place_of(file: &Path) -> usize {
    let path = shown(file);
    let place = PLACES.iter().position(|(_, starts)| starts.iter().any(|start| path.starts_with(start)));
    place.unwrap_or_else(|| panic!("{path} has no place on the page of sentences"))
}

/// What a file is for, in the first sentence of its own words.
fn purpose(file: &Path) -> String {
    let source = std::fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let words = lines.split(|line| line.is_empty()).next().unwrap_or_default().join(" ");
    words.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned()
}

/// All source files in order, but for the catalogue of findings.
fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    files.sort();
    files.retain(|file| !shown(file).starts_with("src/finding"));
    files
}

/// The source files of the catalogue.
fn catalogue() -> Vec<PathBuf> {
    let mut files = vec![PathBuf::from("src/finding.rs")];
    collect(Path::new("src/finding"), &mut files);
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
}

/// A path as the page prints it.
fn shown(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

/// A sentence in a cell of a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', "<br>")
}

/// Both languages of every sentence in a source file, and all that it quotes.
fn taken_from(file: &Path) -> (Vec<Pair>, Vec<String>) {
    let source = std::fs::read_to_string(file).unwrap();
    let tokens: Vec<TokenTree> = TokenStream::from_str(&source).unwrap().into_iter().collect();
    let (mut pairs, mut literals) = (Vec::new(), Vec::new());
    gather(&tokens, &mut pairs, &mut literals);
    (pairs, literals)
}

/// Both languages of every sentence in a source file.
fn pairs_of(file: &Path) -> Vec<Pair> {
    let (mut pairs, literals) = taken_from(file);
    if VIETNAMESE_ONLY.iter().any(|start| shown(file).starts_with(start)) {
        let told: BTreeSet<String> = pairs.iter().map(|(vi, _)| vi.clone()).collect();
        pairs.extend(literals.into_iter().filter(|words| vietnamese(words) && !told.contains(words)).map(|words| (words, String::new())));
    }
    pairs
}

/// Goes through tokens and whatever is inside their brackets.
fn gather(tokens: &[TokenTree], pairs: &mut Vec<Pair>, literals: &mut Vec<String>) {
    for (at, token) in tokens.iter().enumerate() {
        // A comment of the documentation is an attribute, `doc = "…"`.
        let documents = at > 1 && is_mark(&tokens[at - 1], '=') && matches!(&tokens[at - 2], TokenTree::Ident(name) if name == "doc");
        if !documents {
            literals.extend(words(token));
        }
        if let TokenTree::Group(group) = token {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            let called = group.delimiter() == Delimiter::Parenthesis;
            let macro_of_sentences = at > 1
                && is_mark(&tokens[at - 1], '!')
                && matches!(&tokens[at - 2], TokenTree::Ident(name) if ["text", "say", "said"].iter().any(|one| name == one));
            if called {
                pairs.extend(arguments(&inside, macro_of_sentences));
            }
            gather(&inside, pairs, literals);
        }
    }
    for seven in tokens.windows(7) {
        let field = |at: usize, name: &str| matches!(&seven[at], TokenTree::Ident(ident) if ident == name) && is_mark(&seven[at + 1], ':');
        if field(0, "vi")
            && is_mark(&seven[3], ',')
            && field(4, "en")
            && let (Some(vi), Some(en)) = (words(&seven[2]), words(&seven[6]))
        {
            pairs.push((vi, en));
        }
    }
}

/// Pairs of literals that follow each other as arguments: any pair for a macro of sentences, a Vietnamese one
/// followed by an English one for other calls.
fn arguments(inside: &[TokenTree], macro_of_sentences: bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, three) in inside.windows(3).enumerate() {
        let begins = at == 0 || is_mark(&inside[at - 1], ',');
        let ends = inside.get(at + 3).is_none_or(|next| is_mark(next, ','));
        let (Some(vi), true, Some(en)) = (words(&three[0]), is_mark(&three[1], ','), words(&three[2])) else { continue };
        if begins && ends && (macro_of_sentences || vietnamese(&vi) && !vietnamese(&en)) {
            pairs.push((vi, en));
            if macro_of_sentences {
                break;
            }
        }
    }
    pairs
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// The words of a literal string.
fn words(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    let source = literal.to_string();
    let inside = source.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::new();
    let mut letters = inside.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next()? {
            'n' => plain.push('\n'),
            't' => plain.push('\t'),
            'u' => {
                let code: String = letters.by_ref().skip(1).take_while(|&letter| letter != '}').collect();
                plain.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
            }
            '\n' => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
            other => plain.push(other),
        }
    }
    Some(plain)
}

/// Tells whether words hold a letter that only Vietnamese has.
fn vietnamese(words: &str) -> bool {
    words.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}
