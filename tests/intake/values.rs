//! Values as people type them, by the kind of the field.

use parindex::assessment::{Claim, EvidenceDate};
use parindex::figure::{Choice, Figure, Input, InputKind};
use parindex::points::Points;
use parindex::typed::value::{claim, evidence_date, figure, words};
use parindex::workbook::{Cell, Percent, Value};

use super::raw::told;

/// Reads a cell for a field, and gives what was read with the codes and words of findings.
fn read(cell: &Cell, kind: InputKind) -> String {
    let measure = (kind == InputKind::Count).then(|| "hồ sơ".to_owned());
    let input = Input {
        id: parindex::figure::InputId::new("a"),
        kind,
        label: "Số liệu".into(),
        measure,
        days: parindex::figure::Days::default(),
        shared: false,
    };
    let choices =
        [Choice { id: "kip_thoi".into(), label: "Ban hành kịp thời".into() }, Choice { id: "cham".into(), label: "Không kịp thời".into() }];
    let read = figure(Some(cell), &input, &choices);
    let value = match &read.value {
        Figure::Wrong(typed) => format!("? {typed}"),
        other => other.machine().unwrap_or_else(|| "blank".into()),
    };
    let codes: Vec<&str> = read.findings.iter().map(|finding| finding.code.id).collect();
    if codes.is_empty() { value } else { format!("{value} {}", codes.join(" ")) }
}

/// Reads typed text.
fn typed(text: &str, kind: InputKind) -> String {
    read(&Cell::text(text), kind)
}

/// Makes the cell of a number.
fn number(text: &str) -> Cell {
    Cell::new(Value::Number(Points::parse(text).unwrap()))
}

#[test]
fn counts() {
    for (text, value) in [
        ("654074", "654074"),
        ("703.938", "703938"),
        ("703,938", "703938"),
        ("703 938", "703938"),
        ("703\u{a0}938", "703938"),
        ("1.234.567", "1234567"),
        ("100 hồ sơ", "100"),
        (" 12 ", "12"),
        ("0", "0"),
        ("007", "7"),
        ("-5", "-5"),
        ("\u{2212}5", "-5"),
        ("0.500", "? 0.500 S042"),
        ("1,5", "? 1,5 S042"),
        ("12 %", "? 12 % S040"),
        ("12 văn bản", "? 12 văn bản S040"),
        ("khoảng 12", "? khoảng 12 S040"),
        ("1.23.456", "? 1.23.456 S040"),
        ("12.3456.789", "? 12.3456.789 S040"),
        ("1,2,3", "? 1,2,3 S040"),
        ("-", "? - S051"),
        ("–", "? – S051"),
        ("Không áp dụng", "? Không áp dụng S052"),
        ("KHÔNG ÁP DỤNG", "? KHÔNG ÁP DỤNG S052"),
        ("", "blank"),
        ("  \u{a0}", "blank"),
    ] {
        assert_eq!(typed(text, InputKind::Count), value, "“{text}”");
    }
    assert_eq!(read(&number("654074"), InputKind::Count), "654074");
    assert_eq!(read(&number("703.938"), InputKind::Count), "? 703,938 S042");
}

#[test]
fn a_count_with_decimals_is_asked_about_with_both_readings() {
    let input = Input {
        id: parindex::figure::InputId::new("a"),
        kind: InputKind::Count,
        label: "Số hồ sơ".into(),
        measure: None,
        days: parindex::figure::Days::default(),
        shared: false,
    };
    let read = figure(Some(&number("703.938")), &input, &[]);
    assert_eq!(told(&read.findings), "S042 Ô “Số hồ sơ” ghi “703,938”, không phải số nguyên.");
    assert_eq!(read.findings[0].help.vi, "Nếu là 703938 thì nhập liền “703938”, không có dấu ngăn; nếu không, nhập số nguyên.");
}

#[test]
fn percentages_in_three_spellings() {
    for (text, value) in [
        ("95,73", "95.73"),
        ("95.73", "95.73"),
        ("95,73 %", "95.73"),
        ("95,73%", "95.73"),
        ("95.730", "95.73"),
        ("100", "100"),
        ("0", "0"),
        ("0,5%", "0.5"),
        ("0,9573", "0.9573 S043"),
        ("1", "1 S043"),
        ("-3", "-3"),
        ("150", "150"),
    ] {
        assert_eq!(typed(text, InputKind::Percent), value, "“{text}”");
    }
    assert_eq!(read(&Cell { percent: Percent::OfHundred, ..number("0.9573") }, InputKind::Percent), "95.73");
    assert_eq!(read(&number("95.73"), InputKind::Percent), "95.73");
    assert_eq!(read(&number("0.9573"), InputKind::Percent), "0.9573 S043");
}

#[test]
fn numbers_with_decimals() {
    for (text, value) in [
        ("46,8", "46.8"),
        ("36.5", "36.5"),
        ("82,00", "82"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.149", "? 1.149 S041"),
        ("1,149", "? 1,149 S041"),
        ("0.149", "0.149"),
        ("1.1490", "1.149"),
        ("12.34.5", "? 12.34.5 S040"),
        ("5.", "? 5. S040"),
    ] {
        assert_eq!(typed(text, InputKind::Points), value, "“{text}”");
    }
}

#[test]
fn claims_are_decided_by_the_maximum() {
    let two = Points::from(2);
    let read = |text: &str, max: &Points| {
        let read = claim(Some(&Cell::text(text)), max);
        let codes = read.findings.first().map(|finding| format!(" {}", finding.code.id)).unwrap_or_default();
        match read.value {
            Claim::Blank => "blank".into(),
            Claim::Points(points) => format!("{points}{codes}"),
            Claim::NotApplicable => "n/a".into(),
            Claim::Wrong(typed) => format!("? {typed}{codes}"),
        }
    };
    assert_eq!(read("1.149", &two), "1.149");
    assert_eq!(read("1,149", &two), "1.149");
    assert_eq!(read("1.149", &Points::from(2000)), "? 1.149 S041");
    assert_eq!(read("1,5 điểm", &two), "1.5");
    assert_eq!(read("5", &two), "5", "above the maximum it is kept as typed");
    assert_eq!(read("-1", &two), "-1");
    assert_eq!(read("Không áp dụng", &two), "n/a");
    assert_eq!(read("không áp  dụng", &two), "n/a");
    assert_eq!(read("KAD", &two), "n/a");
    assert_eq!(read("-", &two), "? - S051");
    assert_eq!(read("đạt", &two), "? đạt S050");
    assert_eq!(read("", &two), "blank");
}

#[test]
fn dates_in_every_spelling() {
    for (text, value) in [
        ("05/3/2020", "2020-03-05"),
        ("5/3/2020", "2020-03-05"),
        ("05.3.2020", "2020-03-05"),
        ("05-03-2020", "2020-03-05"),
        ("2020-03-05", "2020-03-05"),
        ("2020-03-05 00:00:00", "2020-03-05"),
        ("ngày 05 tháng 3 năm 2020", "2020-03-05"),
        ("Ngày 5 tháng 03 năm 2020", "2020-03-05"),
        ("5 tháng 3 năm 2020", "2020-03-05"),
        ("ngày 05/3/2020", "2020-03-05"),
        ("05 / 3 / 2020", "2020-03-05"),
        ("5/3/20", "2020-03-05 S045"),
        ("31/02/2020", "? 31/02/2020 S044"),
        ("03/25/2020", "? 03/25/2020 S044"),
        ("tháng 3/2020", "? tháng 3/2020 S044"),
        ("2020", "? 2020 S044"),
        ("hôm qua", "? hôm qua S044"),
        ("Không", "no"),
        ("chưa ban hành", "no"),
    ] {
        assert_eq!(typed(text, InputKind::Date), value, "“{text}”");
    }
    assert_eq!(read(&number("43895"), InputKind::Date), "2020-03-05", "a date that lost its format");
    assert_eq!(read(&number("5"), InputKind::Date), "? 5 S044");
}

#[test]
fn yes_no_and_choices() {
    for (text, value) in [
        ("Có", "true"),
        ("co", "true"),
        ("x", "true"),
        ("Không", "false"),
        ("KHÔNG", "false"),
        ("Kho\u{302}ng", "false"),
        ("chưa", "false"),
        ("có thể", "? có thể S046"),
        ("Không áp dụng", "? Không áp dụng S052"),
    ] {
        assert_eq!(typed(text, InputKind::YesNo), value, "“{text}”");
    }
    for (text, value) in [
        ("Ban hành kịp thời", "kip_thoi"),
        ("ban hành  KỊP thời", "kip_thoi"),
        ("ban hanh kip thoi", "kip_thoi"),
        ("kip_thoi", "kip_thoi"),
        ("Khộng kịp thời", "cham"),
        ("kịp", "? kịp S047"),
    ] {
        assert_eq!(typed(text, InputKind::Choice), value, "“{text}”");
    }
}

#[test]
fn a_sign_beside_a_choice_may_negate_or_doubt_it() {
    let plain =
        ["{}.", "- {}", "+ {}", "“{}”", "({})", "{} (3 điểm)", "☑ {}", "✓ {}", "{} ✔", "x {}", "[x] {}", "{} (x)", "• {}", " {} ;", "{}:"];
    for form in plain {
        assert_eq!(typed(&form.replace("{}", "Ban hành kịp thời"), InputKind::Choice), "kip_thoi", "{form}");
    }
    let asked = [
        "☐ {}", "□ {}", "✗ {}", "✘ {}", "❌ {}", "☒ {}", "[ ] {}", "[] {}", "() {}", "{} ?", "{} ???", "{} (?)", "~{}", "≈ {}", "≠ {}",
        "> {}", "{} / ", "{} *", "{} 👎", "{} %", "{} ↓", "¬ {}", "x {} x",
    ];
    for form in asked {
        let text = form.replace("{}", "Ban hành kịp thời");
        assert_eq!(typed(&text, InputKind::Choice), format!("? {} S047", text.trim()), "{form}");
    }
    for text in ["□", "☑", "?", "x", "(3 điểm)"] {
        assert_eq!(typed(text, InputKind::Choice), format!("? {text} S047"));
    }
    // Letters crossed out by signs over them are struck out, whatever is asked.
    for (text, kind) in
        [("Có", InputKind::YesNo), ("Ban hành kịp thời", InputKind::Choice), ("12/3/2026", InputKind::Date), ("Không", InputKind::Date)]
    {
        let crossed: String = text.chars().flat_map(|c| [c, '\u{336}']).collect();
        assert_eq!(typed(&crossed, kind), format!("? {crossed} S053"));
    }
}

#[test]
fn signs_of_a_choice_are_part_of_its_words() {
    let label = |id: &str, label: &str| Choice { id: id.into(), label: label.into() };
    let choices = [label("more", "≥ 80%"), label("less", "< 80%"), label("both", "Kế hoạch/chương trình")];
    let input = Input {
        id: parindex::figure::InputId::new("a"),
        kind: InputKind::Choice,
        label: "Mức".into(),
        measure: None,
        days: parindex::figure::Days::default(),
        shared: false,
    };
    let read = |typed: &str| match figure(Some(&Cell::text(typed)), &input, &choices).value {
        Figure::Choice(id) => Some(id),
        _ => None,
    };
    for (typed, value) in [
        ("≥80 %", Some("more")),
        ("<80%", Some("less")),
        ("80%", None),
        ("> 80%", None),
        ("kế hoạch / chương trình", Some("both")),
        ("ke hoach/chuong trinh.", Some("both")),
    ] {
        assert_eq!(read(typed).as_deref(), value, "{typed}");
    }
}

#[test]
fn cells_that_excel_could_not_compute_are_never_zero() {
    let uncomputed = Cell { formula: true, ..Cell::new(Value::Uncomputed("=A1*2".into())) };
    let error = Cell { formula: true, ..Cell::new(Value::Error("#DIV/0!".into())) };
    assert_eq!(read(&uncomputed, InputKind::Count), "? =A1*2 S048");
    assert_eq!(read(&error, InputKind::Count), "? #DIV/0! S049");
}

#[test]
fn days_and_words_of_documents() {
    assert_eq!(evidence_date(Some(&Cell::text("-"))), EvidenceDate::Blank);
    assert_eq!(evidence_date(Some(&Cell::text("31/02/2018"))), EvidenceDate::Wrong("31/02/2018".into()));
    assert_eq!(words(Some(&Cell::text(" mục II,\n trang 3 "))), Some("mục II,\n trang 3".into()));
    assert_eq!(words(Some(&Cell::text("-"))), None);
    assert_eq!(words(Some(&number("3"))), Some("3".into()));
}
