//! `explain`: what a finding's code means, why it matters and how it is cured; and the page of all codes.

use std::fmt::Write as _;

use comfy_table::{ContentArrangement, Table};
use serde_json::{Value, json};

use super::Exit;
use super::args::Explain;
use super::terminal::{self, Terminal};
use crate::criteria::withholds_by_default;
use crate::finding::{Code, catalogue};
use crate::print::{LISTED, bold, wrapped};
use crate::text;
use crate::text::{Lang, Text, Words};
use crate::yaml::nearest;

/// Heads the reason.
const WHY: Words = Words { vi: "Vì sao", en: "Why" };
/// Heads the cure.
const CURE: Words = Words { vi: "Khắc phục", en: "How to fix" };
/// Heads what becomes of points.
const POINTS: Words = Words { vi: "Ảnh hưởng đến điểm", en: "Points" };

/// Families of codes, by their letter, in the order of the catalogue.
const FAMILIES: &[(&str, Words)] = &[
    ("C", Words { vi: "Bộ tiêu chí, đợt đánh giá và thư mục", en: "Criteria sets, campaigns and their folders" }),
    ("S", Words { vi: "Biểu tự đánh giá và bảng tính", en: "Forms and other sheets" }),
    ("E", Words { vi: "Tài liệu kiểm chứng", en: "Evidence" }),
    ("P", Words { vi: "Số liệu và điểm", en: "Figures and points" }),
    ("A", Words { vi: "Thẩm định và điều tra xã hội học", en: "Appraisal and survey" }),
    ("K", Words { vi: "Xếp hạng", en: "Ranking" }),
    ("W", Words { vi: "Khen thưởng", en: "Awards" }),
];

/// Explains one code, or lists all.
pub fn run(args: &Explain, terminal: Terminal) -> Exit {
    let Some(asked) = &args.code else {
        list(terminal);
        return Exit::Done;
    };
    let wanted = asked.trim().to_uppercase();
    let Some(code) = catalogue().find(|code| code.id == wanted) else {
        terminal::complain(&unknown(asked.trim(), terminal.lang));
        return Exit::BadCommandLine;
    };
    if terminal.json() {
        terminal.give(&of(code, terminal.lang));
    } else {
        terminal.print(&shown(code, terminal.lang));
    }
    Exit::Done
}

/// Prints the catalogue, a line a code.
fn list(terminal: Terminal) {
    let lang = terminal.lang;
    if terminal.json() {
        terminal.give(&json!({ "codes": catalogue().map(|code| of(code, lang)).collect::<Vec<_>>() }));
        return;
    }
    let mut table = Table::new();
    table.load_style(LISTED).set_content_arrangement(ContentArrangement::Dynamic);
    let heads = [Words { vi: "Mã", en: "Code" }, Words { vi: "Mức độ", en: "Severity" }, Words { vi: "Nội dung", en: "Title" }];
    table.set_header(heads.map(|head| head.get(lang)));
    for (letter, _) in FAMILIES {
        for code in of_family(letter) {
            table.add_row([code.id, code.severity.words().get(lang), code.title.get(lang)]);
        }
    }
    terminal.print(&format!("{table}\n"));
    terminal.remark(&text!("Xem từng mã: parindex explain E001", "For one of them: parindex explain E001"));
}

/// Lists the codes of a family, in the order of their numbers.
fn of_family(letter: &str) -> Vec<&'static Code> {
    let mut codes: Vec<&Code> = catalogue().filter(|code| code.id.starts_with(letter)).collect();
    codes.sort_by_key(|code| code.id);
    codes
}

/// Gives a code as JSON.
fn of(code: &Code, lang: Lang) -> Value {
    json!({
        "code": code.id,
        "severity": code.severity.key(),
        "title": code.title.get(lang),
        "why": code.why.get(lang),
        "cure": code.cure.get(lang),
        "withholds_by_default": withholds_by_default(code),
    })
}

/// Says that there is no such code.
fn unknown(asked: &str, lang: Lang) -> String {
    let ids: Vec<&str> = catalogue().map(|code| code.id).collect();
    let mut lines = vec![text!("lỗi: không có mã kết quả kiểm tra “{asked}”", "error: there is no finding “{asked}”")];
    lines.extend(nearest(asked, &ids).map(|meant| text!("  có phải là “{meant}”?", "  did you mean “{meant}”?")));
    lines.push(text!("Xem danh mục: parindex explain", "For the catalogue: parindex explain"));
    lines.iter().map(|line| line.get(lang)).collect::<Vec<_>>().join("\n") + "\n"
}

/// Draws a code for people.
fn shown(code: &Code, lang: Lang) -> String {
    let (id, severity, title) = (code.id, code.severity.words().get(lang), code.title.get(lang));
    let parts = [(WHY, Text::from(code.why)), (CURE, Text::from(code.cure)), (POINTS, withholds(code))];
    let mut words = format!("{} · {severity} · {}\n", bold(id), bold(title));
    for (label, part) in parts {
        let _ = write!(words, "\n{}\n{}\n", bold(label.get(lang)), wrapped(part.get(lang), 2));
    }
    words
}

/// Says whether a finding takes points.
fn withholds(code: &Code) -> Text {
    if withholds_by_default(code) {
        return Text::new(
            "Mặc định tiêu chí thành phần có lỗi này không được công nhận điểm; bộ tiêu chí có thể quy định khác bằng khóa “withhold”.",
            "Unless a set says otherwise under “withhold”, nothing is accepted for a criterion with this finding.",
        );
    }
    if code.id.starts_with('E') {
        return Text::new(
            "Mặc định không làm mất điểm; bộ tiêu chí có thể quy định phần điểm bị mất bằng khóa “withhold”.",
            "Takes no points by itself; a set may say under “withhold” what share it takes.",
        );
    }
    Text::new("Kết quả kiểm tra này không tự làm mất điểm.", "This finding takes no points by itself.")
}

/// Writes the page of all codes, in both languages: `src/finding/CODES.md`.
pub fn page() -> String {
    let mut page = "# Danh mục phát hiện / Catalogue of findings\n\n\
        Mỗi phát hiện có một mã không bao giờ dùng lại. Xem một mã trên máy: `parindex explain E001`.\n\
        Every finding has a code that is never used again. To see one: `parindex explain E001 --lang en`.\n"
        .to_owned();
    for (letter, family) in FAMILIES {
        let _ = write!(page, "\n## {letter}: {} / {}\n", family.vi, family.en);
        for code in of_family(letter) {
            let (id, severity, may_withhold) = (code.id, code.severity.words(), code.id.starts_with('E') || withholds_by_default(code));
            let points = may_withhold.then(|| withholds(code));
            let _ = write!(page, "\n### {id}: {} / {}\n", code.title.vi, code.title.en);
            for lang in [Lang::Vi, Lang::En] {
                let of = |words: Words| words.get(lang);
                let (severity, why, cure) = (of(severity), of(code.why), of(code.cure));
                let (label_why, label_cure) = (of(WHY), of(CURE));
                let _ = write!(page, "\n({severity}) *{label_why}*: {why} *{label_cure}*: {cure}");
                if let Some(points) = &points {
                    let _ = write!(page, " *{}*: {}", of(POINTS), points.get(lang));
                }
                page.push('\n');
            }
        }
    }
    page
}
