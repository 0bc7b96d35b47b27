//! The copy that goes back to a unit: every answer kept, every finding marked where it is cured.

mod added;

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use calamine::{Reader, Xlsx};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use parindex::assessment::{Answer, AnswerCells, Claim, Evidence, EvidenceCells, EvidenceDate, SelfAssessment};
use parindex::campaign::Checking;
use parindex::criteria::CriteriaSet;
use parindex::figure::Figure;
use parindex::finding::{CellPlace, Finding};
use parindex::form::layout::{ASSESSMENT, EVIDENCE, FEEDBACK};
use parindex::form::read;
use parindex::form::read::extras;
use parindex::form::template::{Form, Marks, annotate};
use parindex::form::{Extras, UnplacedDocument};
use parindex::points::Points;
use parindex::text::Lang;
use parindex::workbook;
use parindex::workbook::{Cell, Grid, Value};

use crate::form::{SET, campaign, careful, document, drawn, figures, form, number, points, recalculated, set_of, unit};
use crate::intake::forms::reordered;
use crate::intake::raw::edited;

/// Gives an empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("annotated").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Answers as a hurried unit would give them.
fn hurried(set: &CriteriaSet) -> SelfAssessment {
    let mut all = careful(set);
    let mut answer = |id: &str, change: &dyn Fn(&mut Answer)| change(all.answers.entry(id.into()).or_default());
    answer("1.1", &|answer| {
        answer.figures = figures([("muc", Figure::Wrong("kịp thời lắm".into()))]);
        answer.claim = Claim::Points(points("1"));
        answer.evidence = vec![document("12/KH-STC")];
    });
    answer("1.10", &|answer| {
        answer.figures = figures([("du", Figure::Blank), ("dung", Figure::YesNo(true))]);
        answer.claim = Claim::Points(points("3"));
        let undated = Evidence { number: None, date: EvidenceDate::Wrong("hôm qua".into()), ..document("") };
        answer.evidence = vec![undated, document("9/QĐ-STC")];
    });
    answer("1.2", &|answer| {
        answer.figures = figures([("xong", number("-1")), ("giao", number("10"))]);
        answer.claim = Claim::Wrong("gần 1 điểm".into());
    });
    answer("2.1", &|answer| {
        answer.figures = figures([("dung_han", number("700")), ("giai_quyet", number("600"))]);
        answer.evidence.clear();
    });
    answer("2.2", &|answer| answer.claim = Claim::Points(points("7")));
    answer("2.3", &|answer| {
        answer.figures.insert("ngay".into(), Figure::Wrong("31/02/2018".into()));
        answer.explanation = Some("=1+1\n- do mạng chậm".into());
    });
    answer("2.7", &|answer| {
        answer.figures = figures([("x", number("3"))]);
        answer.claim = Claim::Points(points("1"));
    });
    all
}

/// Writes a file and checks it as somebody would who has nothing but the file.
fn checked(path: &Path, bytes: &[u8]) -> Checking<'static> {
    fs::write(path, bytes).unwrap();
    again(path)
}

/// Checks a file and writes what goes back, into the folder of the file.
fn sent_back(path: &Path, bytes: &[u8], lang: Lang) -> (Checking<'static>, PathBuf) {
    let checking = checked(path, bytes);
    let mut taken = BTreeSet::from([parindex::folder::absolute(path)]);
    let copy = parindex::folder::write_feedback(path, &checking, None, None, path.parent().unwrap(), &mut taken, lang).unwrap();
    (checking, copy)
}

/// Checks a file that was written already.
fn again(path: &Path) -> Checking<'static> {
    parindex::folder::check(&[path.to_owned()], None).checked.remove(0).1
}

/// Gives what a unit says, without where it says it.
fn said(checking: &Checking<'_>) -> Vec<(String, Answer)> {
    let answers = &checking.form.as_ref().unwrap().evidenced.assessment.answers;
    let bare = |answer: &Answer| {
        let mut answer = Answer { sheet: None, cells: AnswerCells::default(), ..answer.clone() };
        for evidence in &mut answer.evidence {
            (evidence.place, evidence.cells) = (CellPlace::default(), EvidenceCells::default());
        }
        answer
    };
    answers.iter().map(|(id, answer)| (id.to_string(), bare(answer))).collect()
}

fn codes(checking: &Checking<'_>) -> Vec<&'static str> {
    let mut codes: Vec<_> = checking.findings.iter().map(|finding| finding.code.id).collect();
    codes.sort_unstable();
    codes
}

/// Gives the XML of a part of a workbook.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Lists the cells that the list jumps to: `Tự đánh giá!F24`.
pub fn jumps(bytes: &[u8]) -> BTreeSet<String> {
    let xml = part(bytes, "xl/worksheets/sheet1.xml");
    let places = xml.split("location=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    places.map(|(place, _)| place.replace(['\'', '$'], "").replace("&apos;", "")).collect()
}

#[test]
fn every_answer_comes_back_and_every_finding_has_its_cell() {
    let set = set_of(SET);
    let path = folder("kept").join("so-tai-chinh.xlsx");
    let bytes = form(&set, Some(&hurried(&set)));
    let straight = marked_where_it_is_cured(&path, &bytes);
    // Rows in another order, or with room between them: every mark finds its cell.
    let turned = |row: u32| if (8..=37).contains(&row) { 45 - row } else { row };
    let spread = |row: u32| if row >= 8 { row + (row - 8) } else { row };
    let upside_down = edited(&bytes, "xl/worksheets/sheet2.xml", |xml| reordered(&xml, turned));
    let apart = |bytes: &[u8], part| edited(bytes, part, |xml| reordered(&xml, spread));
    let apart = apart(&apart(&bytes, "xl/worksheets/sheet2.xml"), "xl/worksheets/sheet3.xml");
    for moved in [upside_down, apart] {
        assert_eq!(marked_where_it_is_cured(&path, &moved), straight);
    }
}

/// Sends a form back and compares every answer and every mark of the copy with what was found. Gives the marks: code, cell.
fn marked_where_it_is_cured(path: &Path, bytes: &[u8]) -> BTreeSet<(String, String)> {
    let (first, copy) = sent_back(path, bytes, Lang::Vi);
    assert_eq!(copy.file_name().unwrap(), "so-tai-chinh.phan-hoi.xlsx");
    let second = again(&copy);
    assert_eq!(said(&second), said(&first));
    assert_eq!(codes(&second), codes(&first), "the copy is as wrong as what was sent");
    let all = codes(&first);
    assert!(
        ["E001", "E002", "E003", "E021", "P001", "P002", "P005", "P011", "P012", "S044", "S047", "S050"]
            .iter()
            .all(|code| all.contains(code)),
        "{all:?}"
    );

    let bytes = fs::read(&copy).unwrap();
    let jumps = jumps(&bytes);
    let notes = part(&bytes, "xl/comments1.xml") + &part(&bytes, "xl/comments2.xml");
    for finding in &second.findings {
        let (sheet, cell) = (finding.place.sheet.as_ref().unwrap(), finding.place.cell.as_ref().unwrap());
        // Too few documents, or none of the type asked: the line jumps to the rows where they are named.
        if !["E002", "E003"].contains(&finding.code.id) {
            assert!(jumps.contains(&format!("{sheet}!{cell}")), "{} {sheet}!{cell}: {jumps:?}", finding.code.id);
            assert!(notes.contains(&format!("ref=\"{cell}\"")), "{}", finding.code.id);
        }
        let (id, title, why) = (finding.code.id, finding.code.title.vi, finding.code.why.vi);
        assert!(notes.contains(&format!(" {id}: {title}")) && notes.contains(why) && notes.contains("Cách sửa: "), "{id}");
    }
    let place = |finding: &Finding| (finding.code.id.to_owned(), finding.place.cell.clone().unwrap());
    second.findings.iter().map(place).collect()
}

#[test]
fn curing_every_line_leaves_nothing() {
    let set = set_of(SET);
    let folder = folder("cured");
    let (first, _) = sent_back(&folder.join("a.xlsx"), &form(&set, Some(&hurried(&set))), Lang::Vi);
    let (none_beside, unit, campaign) = (Extras::default(), unit(), campaign());
    let marks = Marks { findings: &first.findings, extras: &none_beside, file: "a.xlsx", lang: Lang::Vi };
    let cured = careful(&set);
    let filled = Form {
        set: &set,
        unit: &unit,
        campaign: &campaign,
        group: "Sở",
        rounding: set.rounding,
        last_year: None,
        lang: Lang::Vi,
        filled: Some(&cured),
    };
    let cured = checked(&folder.join("cured.xlsx"), &annotate(&filled, &marks).unwrap());
    assert_eq!(cured.findings, [], "the list itself is no part of what is read");
    let (_, copy) = sent_back(&folder.join("cured.xlsx"), &fs::read(folder.join("cured.xlsx")).unwrap(), Lang::Vi);
    let list = shown(&copy);
    assert!(list.iter().any(|cell| cell.starts_with("Biểu không còn lỗi")), "{list:?}");
}

/// Lists what the first sheet of a workbook shows.
fn shown(path: &Path) -> Vec<String> {
    let mut book = Xlsx::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let range = book.worksheet_range(FEEDBACK.vi).or_else(|_| book.worksheet_range(FEEDBACK.en)).unwrap();
    range.used_cells().map(|(.., cell)| cell.to_string()).collect()
}

#[test]
fn the_list_tells_by_itself_what_is_cured() {
    let set = set_of(SET);
    let (checking, copy) = sent_back(&folder("live").join("a.xlsx"), &form(&set, Some(&hurried(&set))), Lang::Vi);
    let bytes = fs::read(&copy).unwrap();
    assert_eq!(recalculated(bytes, "annotated.xlsx"), [""; 0], "what is written is what a recalculation gives");

    let mut model: Model = ironcalc::import::load_from_xlsx(copy.to_str().unwrap(), "en", "UTC", "en").unwrap();
    let text = |model: &Model, row: i32, column: i32| match model.get_cell_value_by_index(0, row, column).unwrap() {
        CellValue::String(text) => text,
        other => format!("{other:?}"),
    };
    model.evaluate();
    let errors = checking.findings.iter().filter(|finding| finding.severity.key() == "error").count();
    assert!(text(&model, 4, 1).starts_with(&format!("Còn phải sửa: {errors} lỗi, ")), "{}", text(&model, 4, 1));
    let lines: Vec<(i32, String)> = (6..60).map(|row| (row, text(&model, row, 3))).take_while(|(_, code)| code.len() == 4).collect();
    let row_of = |wanted: &str| lines.iter().find(|(_, code)| code == wanted).unwrap().0;
    // A level that the list does not have is replaced by one that it has; a document's day by a day.
    let second = again(&copy);
    let mut cure = |code: &str, value: &str| {
        let place = &second.findings.iter().find(|finding| finding.code.id == code).unwrap().place;
        let sheet = if place.sheet.as_deref() == Some(ASSESSMENT.vi) { 2 } else { 3 };
        let (letter, row) = place.cell.as_ref().unwrap().split_at(1);
        let column = i32::from(letter.bytes().next().unwrap() - b'A') + 1;
        assert_eq!(text(&model, row_of(code), 10), "Chưa khắc phục", "{code}");
        model.set_user_input(sheet, row.parse().unwrap(), column, value.to_owned()).unwrap();
        model.evaluate();
        assert_eq!(text(&model, row_of(code), 10), "Đã khắc phục", "{code}");
    };
    cure("S047", "Ban hành kịp thời, đủ nội dung");
    cure("P001", "Có");
    cure("P005", "599");
    cure("E021", "2018-05-03");
    assert!(text(&model, 4, 1).starts_with(&format!("Còn phải sửa: {} lỗi, ", errors - 2)), "{}", text(&model, 4, 1));
}

#[test]
fn nothing_typed_is_lost() {
    let set = set_of(SET);
    let (unit, campaign) = (unit(), campaign());
    let answers = careful(&set);
    let filled = Form {
        set: &set,
        unit: &unit,
        campaign: &campaign,
        group: "Sở",
        rounding: set.rounding,
        last_year: None,
        lang: Lang::Vi,
        filled: Some(&answers),
    };
    // A form with documents of no leaf, and with its signatures.
    let lost = Extras {
        documents: vec![
            UnplacedDocument { criterion: Some("9.9".into()), evidence: document("77/BC-STC") },
            UnplacedDocument { criterion: None, evidence: document("78/BC-STC") },
        ],
        signatures: [Some("Số: 12/BC-STC".into()), Some("Tân An, ngày 12 tháng 01 năm 2019".into()), Some("Nguyễn Thị Lan".into()), None],
        ..Extras::default()
    };
    let marks = Marks { findings: &[], extras: &lost, file: "a.xlsx", lang: Lang::Vi };
    let bytes = annotate(&filled, &marks).unwrap();
    let mut opened = workbook::open(&bytes, "a.xlsx").value.unwrap();
    // Remarks beside the table, and on a sheet of one's own.
    let sheet = opened.sheets.iter_mut().find(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    sheet.cells.insert((20, 30), Cell::text("=chờ Thanh tra xác nhận"));
    let cells = [((0, 0), Cell::text("Nhờ rà lại mục 3")), ((4, 2), Cell::text("Đã gọi ngày 3/1"))];
    opened.sheets.push(Grid { name: "Ghi chú".into(), cells: cells.into(), ..Grid::default() });

    let read = read::read(&opened, &set, "a.xlsx");
    let kept = extras(&opened, &set, "a.xlsx", &read.findings);
    assert_eq!(kept.signatures, lost.signatures);
    assert_eq!(kept.documents.iter().map(|one| one.criterion.as_deref()).collect::<Vec<_>>(), [Some("9.9"), None]);
    let marks = Marks { findings: &read.findings, extras: &kept, ..marks };
    let path = folder("left").join("a.phan-hoi.xlsx");
    fs::write(&path, annotate(&Form { filled: read.value.as_ref(), ..filled }, &marks).unwrap()).unwrap();
    let list = shown(&path);
    assert!(list.iter().any(|cell| cell == "=chờ Thanh tra xác nhận"), "{list:?}");
    let second = again(&path);
    assert_eq!(codes(&second), ["S029", "S060", "S061"], "what is listed on the first sheet is not found again, the sheet is");
    let reopened = workbook::open(&fs::read(&path).unwrap(), "a.xlsx").value.unwrap();
    assert_eq!(extras(&reopened, &set, "a.xlsx", &second.findings).signatures, lost.signatures);
    assert!(jumps(&fs::read(&path).unwrap()).iter().filter(|place| place.starts_with(EVIDENCE.vi)).count() >= 2);
}

#[test]
fn what_is_no_form_comes_back_as_a_workbook_of_findings() {
    let folder = folder("foreign");
    let (checking, copy) = sent_back(&folder.join("bảng điểm.xlsx"), b"STT,Diem\n1,2\n", Lang::Vi);
    assert!(checking.form.is_none());
    let list = shown(&copy);
    assert_eq!(copy.file_name().unwrap(), "bảng điểm.phan-hoi.xlsx");
    for finding in &checking.findings {
        assert!(list.contains(&finding.code.id.to_owned()) && list.contains(&finding.help.vi), "{list:?}");
    }
    assert!(!checking.findings.is_empty() && list.iter().any(|cell| cell.starts_with("Còn phải sửa: 1 lỗi")), "{list:?}");
}

#[test]
fn a_copy_never_takes_the_place_of_what_was_checked() {
    let set = set_of(SET);
    let path = folder("names").join("a.phan-hoi.xlsx");
    let bytes = form(&set, None);
    let (_, copy) = sent_back(&path, &bytes, Lang::Vi);
    assert_eq!(copy.file_name().unwrap(), "a.phan-hoi-2.xlsx");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn the_list_and_the_notes_speak_the_language_asked_for() {
    let set = set_of(SET);
    let (checking, copy) = sent_back(&folder("lang").join("a.xlsx"), &form(&set, Some(&hurried(&set))), Lang::En);
    let list = shown(&copy);
    assert!(list.iter().any(|cell| cell.starts_with("Still to be cured: errors ")), "{list:?}");
    assert!(checking.findings.iter().all(|finding| list.contains(&finding.help.en)), "{list:?}");
    assert_eq!(recalculated(fs::read(&copy).unwrap(), "annotated-en.xlsx"), [""; 0]);
    let bytes = fs::read(&copy).unwrap();
    assert!(part(&bytes, "xl/comments1.xml").contains("ERROR S047: None of the choices"));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("SỐ LIỆU MINH HỌA"), "the campaign's notice is on every printed page");
    let titles = format!("'{}'!$4:$5", FEEDBACK.en);
    assert!(part(&bytes, "xl/workbook.xml").contains(&titles), "every page says how many remain");
}

/// What somebody did to a form: where, and the words that must not be lost.
struct Damage {
    book: workbook::Book,
    typed: Vec<(String, String)>,
}

/// Does to a filled form what people do, drawn from a seed: types anywhere, sorts and inserts rows, adds sheets.
fn damaged(bytes: &[u8], seed: u64) -> Damage {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % below).unwrap()
    };
    let mut book = workbook::open(bytes, "a.xlsx").value.unwrap();
    let mut typed = Vec::new();
    let cell = |value, formula| Cell { formula, ..Cell::new(value) };
    for n in 0..40 {
        let sheet = [0, 1, 1, 1, 2, 2][draw(6) as usize];
        let grid = &mut book.sheets[sheet];
        let (row, column) = (7 + draw(40), 1 + draw(22));
        // The map of a sheet, and the line that says how far the unit has come, are hidden or the form's.
        let token = format!("lời {seed}-{n}");
        let number = i64::try_from(seed).unwrap() * 1_000 + i64::from(n) + 700_000;
        let (new, words) = match draw(5) {
            0 => (cell(Value::Number(Points::from(number)), false), number.to_string()),
            1 => (cell(Value::Uncomputed(format!("=A1*{number}")), true), number.to_string()),
            2 => (Cell::text(format!("={token}")), token),
            _ => (Cell::text(token.as_str()), token),
        };
        // A formula over a formula of the form can't be told from it.
        if new.formula && (sheet == 1 && [3, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16].contains(&column) || sheet == 2 && column == 1) {
            continue;
        }
        grid.cells.insert((row, column), new);
        typed.retain(|(at, _)| *at != format!("{sheet} {row} {column}"));
        typed.push((format!("{sheet} {row} {column}"), words));
    }
    for sheet in [1, 2] {
        let grid = &mut book.sheets[sheet];
        // Rows change places, then make room for others.
        let (one, other, gap) = (8 + draw(30), 8 + draw(30), 8 + draw(30));
        let moved = |row: u32| match row {
            row if row == one => other,
            row if row == other => one,
            row => row,
        };
        let spread = |row: u32| if row >= gap { row + 2 } else { row };
        let cells = std::mem::take(&mut grid.cells);
        grid.cells = cells.into_iter().map(|((row, column), cell)| ((spread(moved(row)), column), cell)).collect();
    }
    let token = format!("trang {seed}");
    let number = Value::Number(Points::from(987_654));
    let cells =
        [((2, 3), Cell::text(token.as_str())), ((9, 1), cell(number, true)), ((9, 2), cell(Value::Uncomputed("=B9*2".into()), true))];
    book.sheets.push(Grid { name: "Ghi chú".into(), cells: cells.into(), ..Grid::default() });
    typed.extend([("Ghi chú".into(), token), ("Ghi chú".into(), "987654".into()), ("Ghi chú".into(), "=B9*2".into())]);
    Damage { book, typed }
}

#[test]
fn whatever_was_done_to_a_form_its_copy_holds_every_word() {
    let set = set_of(SET);
    let (unit, campaign) = (unit(), campaign());
    for seed in 1..=24 {
        let Damage { book: damaged, typed } = damaged(&form(&set, Some(&drawn(&set, seed))), seed);
        let read = read::read(&damaged, &set, "a.xlsx");
        let assessment = read.value.unwrap();
        let kept = extras(&damaged, &set, "a.xlsx", &read.findings);
        let marks = Marks { findings: &read.findings, extras: &kept, file: "a.xlsx", lang: Lang::Vi };
        let filled = Form {
            set: &set,
            unit: &unit,
            campaign: &campaign,
            group: "Sở",
            rounding: set.rounding,
            last_year: None,
            lang: Lang::Vi,
            filled: Some(&assessment),
        };
        let copy = workbook::open(&annotate(&filled, &marks).unwrap(), "a.xlsx").value.unwrap();
        let holds: Vec<String> = copy.sheets.iter().flat_map(|sheet| sheet.cells.values()).map(Cell::shown).collect();
        for (at, words) in &typed {
            assert!(holds.iter().any(|cell| cell.contains(words)), "seed {seed}, {at}: “{words}” is lost");
        }
        // Every answer is where its leaf is now, as it was typed.
        let again = read::read(&copy, &set, "a.xlsx").value.unwrap();
        for (id, answer) in &assessment.answers {
            let back = &again.answers[id];
            assert_eq!((&back.claim, &back.explanation), (&answer.claim, &answer.explanation), "seed {seed}, {id}");
            let words = |figure: &Figure| match figure {
                Figure::Text(words) | Figure::Wrong(words) => format!("“{words}”"),
                other => format!("{other:?}"),
            };
            for (input, figure) in &answer.figures {
                assert_eq!(words(back.figures.get(input).unwrap()), words(figure), "seed {seed}, {id}, {input}");
            }
            let documents = |answer: &Answer| answer.evidence.iter().map(|one| (one.number.clone(), one.title.clone())).collect::<Vec<_>>();
            assert_eq!(documents(back), documents(answer), "seed {seed}, {id}");
        }
    }
}
