//! What a unit adds to its form: sheets of its own, words beside the table. Copies keep it, round after round; none of it counts.

use std::collections::BTreeMap;

use parindex::assessment::SelfAssessment;
use parindex::form::layout::{ASSESSMENT, FEEDBACK};
use parindex::form::read;
use parindex::form::read::extras;
use parindex::form::template::{Form, Marks, annotate};
use parindex::text::Lang;
use parindex::workbook::{self, Book, Cell, Grid, Percent, Struck, Value};

use crate::form::{SET, campaign, careful, form, points, set_of, unit};

/// What is done to the list of a copy.
type Change = fn(&mut Grid);

/// One round: what is read from a book, and the book that goes back.
fn round(book: &Book, lang: Lang) -> (SelfAssessment, Vec<String>, Book) {
    let (set, unit, campaign) = (set_of(SET), unit(), campaign());
    let read = read::read(book, &set, "a.xlsx");
    let kept = extras(book, &set, "a.xlsx", &read.findings);
    let marks = Marks { findings: &read.findings, extras: &kept, file: "a.xlsx", lang };
    let filled = Form {
        set: &set,
        unit: &unit,
        campaign: &campaign,
        group: "Sở",
        rounding: set.rounding,
        last_year: None,
        lang: Lang::Vi,
        filled: read.value.as_ref(),
    };
    let copy = workbook::open(&annotate(&filled, &marks).unwrap(), "a.xlsx").value.unwrap();
    let place = |one: &parindex::finding::Finding| {
        let (sheet, cell) = (one.place.sheet.clone().unwrap_or_default(), one.place.cell.clone().unwrap_or_default());
        format!("{} {sheet}!{cell}", one.code.id)
    };
    let found = read.findings.iter().map(place).collect();
    (read.value.unwrap(), found, copy)
}

/// Gives a form that was filled in.
fn filled() -> Book {
    let set = set_of(SET);
    workbook::open(&form(&set, Some(&careful(&set))), "a.xlsx").value.unwrap()
}

/// Makes a sheet of cells.
fn sheet(name: &str, cells: &[((u32, u32), Cell)]) -> Grid {
    Grid { name: name.into(), cells: cells.iter().cloned().collect(), ..Grid::default() }
}

/// Gives the words of every answer, without places.
fn answers(of: &SelfAssessment) -> Vec<String> {
    let bare = |(id, answer): (&_, &parindex::assessment::Answer)| {
        let documents: Vec<_> = answer.evidence.iter().map(|one| &one.number).collect();
        format!("{id:?} {:?} {:?} {:?} {documents:?}", answer.claim, answer.explanation, answer.figures)
    };
    of.answers.iter().map(bare).collect()
}

fn shown(grid: &Grid) -> BTreeMap<(u32, u32), String> {
    grid.cells.iter().map(|(at, cell)| (*at, cell.shown())).collect()
}

fn named<'b>(book: &'b Book, name: &str) -> &'b Grid {
    let is_it = |sheet: &str| sheet == name || FEEDBACK.are(name) && FEEDBACK.are(sheet);
    book.sheets.iter().find(|sheet| is_it(&sheet.name)).unwrap_or_else(|| panic!("no sheet {name}"))
}

#[test]
fn a_sheet_that_the_unit_added_goes_back_as_it_is_and_counts_nothing() {
    let (plain, none, _) = round(&filled(), Lang::Vi);
    assert_eq!(none, [""; 0], "a form without additions");
    let share = Cell { percent: Percent::OfHundred, ..Cell::new(Value::Number(points("0.85"))) };
    let sum = Cell { formula: true, ..Cell::new(Value::Number(points("12.5"))) };
    let struck = Cell { struck: Struck::Whole, ..Cell::text("bỏ") };
    let day = Cell::new(Value::Date(jiff::civil::date(2018, 12, 3)));
    let link = Cell { link: Some("https://tanan.gov.vn/kh.pdf".into()), ..Cell::text("xem") };
    let mut notes = sheet(
        "Phụ lục xã",
        &[((0, 0), Cell::text("Bảng riêng")), ((1, 1), share), ((2, 2), sum), ((3, 0), struck), ((4, 4), day), ((9, 1), link)],
    );
    notes.notes.insert((1, 1), "số của phòng".into());
    let table = [("STT", "1.1"), ("Tiêu chí", "Ban hành kế hoạch"), ("Điểm tối đa", "1"), ("Điểm tự đánh giá", "0,5")];
    let table: Vec<_> =
        (0..).zip(table).flat_map(|(at, (head, below))| [((2, at), Cell::text(head)), ((3, at), Cell::text(below))]).collect();
    for (why, added) in [
        ("words, a share, a sum, a day, a link, a note", notes),
        ("a table that looks like a form", sheet("Biểu tính", &table)),
        ("a name that only differs in its letters", sheet(&ASSESSMENT.vi.to_uppercase(), &[((0, 0), Cell::text("nháp"))])),
        ("a hidden sheet", Grid { hidden: true, ..sheet("ẩn", &[((0, 0), Cell::text("tạm"))]) }),
        ("a list of documents", sheet("TLKC", &[((0, 0), Cell::text("Số, ký hiệu")), ((1, 0), Cell::text("12/KH-STC"))])),
    ] {
        let mut book = filled();
        book.sheets.push(added.clone());
        for lang in [Lang::Vi, Lang::En, Lang::Vi] {
            let (read, found, copy) = round(&book, lang);
            assert_eq!(answers(&read), answers(&plain), "{why}");
            let told = usize::from(!added.hidden);
            assert_eq!(found.iter().filter(|one| one.starts_with("S029")).count(), told, "{why}: {found:?}");
            let back = copy.sheets.iter().find(|sheet| shown(sheet) == shown(&added)).unwrap_or_else(|| panic!("{why}: gone"));
            assert_eq!((back.hidden, &back.notes), (added.hidden, &added.notes), "{why}");
            let looks = |grid: &Grid| grid.cells.values().map(|cell| (cell.percent, cell.struck, cell.link.clone())).collect::<Vec<_>>();
            assert_eq!(looks(back), looks(&added), "{why}");
            assert_eq!(copy.sheets.iter().filter(|sheet| shown(sheet) == shown(&added)).count(), 1, "{why}");
            let list = shown(named(&copy, FEEDBACK.vi));
            assert!(list.values().any(|words| words.contains(&added.name)), "{why}: {list:?}");
            assert_eq!(list.values().filter(|words| words.starts_with("S029: ")).count(), 1, "{why}: {list:?}");
            book = copy;
        }
    }
    // A form without any: no further sheet.
    let (_, _, copy) = round(&filled(), Lang::Vi);
    assert_eq!(copy.sheets.len(), filled().sheets.len() + 1);
}

#[test]
fn words_beside_the_cells_of_a_form_are_kept_by_every_later_copy() {
    let stray = |sheet: usize, at: (u32, u32), words: &str| {
        let mut book = filled();
        book.sheets[sheet].cells.insert(at, Cell::text(words));
        book
    };
    for (book, place, words) in [
        (stray(1, (20, 30), "=chờ Thanh tra xác nhận"), "ô AE21, trang “Tự đánh giá”", "=chờ Thanh tra xác nhận"),
        (stray(2, (60, 20), "Đã gửi bản giấy"), "ô U61, trang “Tài liệu kiểm chứng”", "Đã gửi bản giấy"),
        (stray(0, (40, 12), "Gọi anh Nam"), "ô M41, trang “", "Gọi anh Nam"),
    ] {
        let (_, found, first) = round(&book, Lang::Vi);
        assert!(found.iter().any(|one| one.starts_with("S029")), "{words}: {found:?}");
        let mut copy = first;
        for lang in [Lang::Vi, Lang::En, Lang::Vi] {
            let (_, found, next) = round(&copy, lang);
            assert!(!found.iter().any(|one| one.starts_with("S029")), "{words}: {found:?}");
            let list = shown(named(&next, FEEDBACK.vi));
            assert_eq!(list.values().filter(|said| *said == words).count(), 1, "{words}: {list:?}");
            if lang == Lang::Vi {
                assert!(list.values().any(|said| said.starts_with("S029: ") && said.contains(place)), "{words}: {list:?}");
            }
            copy = next;
        }
    }
    // The sentences of a copy may change, and copies made before the hidden keys have none: both are read.
    let changes: [(&str, Change); 2] = [
        ("other sentences", |list| {
            for ((_, column), cell) in &mut list.cells {
                if *column == 0 {
                    *cell = Cell::text(cell.shown().replace("S029: ô", "S029 tại").replace("NỘI DUNG NẰM NGOÀI", "PHẦN NGOÀI"));
                }
            }
        }),
        ("no keys", |list| list.cells.retain(|_, cell| !cell.shown().starts_with("parindex:"))),
    ];
    for (why, change) in changes {
        let (_, _, mut copy) = round(&stray(1, (20, 30), "chờ xác nhận"), Lang::Vi);
        let list = copy.sheets.iter_mut().find(|sheet| sheet.name == FEEDBACK.vi).unwrap();
        let before = list.clone();
        change(list);
        assert_ne!(&before, &*list, "{why}");
        let (_, _, next) = round(&copy, Lang::Vi);
        let said = shown(named(&next, FEEDBACK.vi));
        let rows: Vec<u32> = said.iter().filter(|(_, words)| *words == "chờ xác nhận").map(|((row, _), _)| *row).collect();
        assert_eq!(rows.len(), 1, "{why}: {said:?}");
        assert_eq!(said[&(rows[0], 0)], "S029: ô AE21, trang “Tự đánh giá”", "{why}");
    }
    // Whoever has dealt with it deletes its line: it does not come back.
    let (_, _, mut copy) = round(&stray(1, (20, 30), "đã xong"), Lang::Vi);
    let list = copy.sheets.iter_mut().find(|sheet| sheet.name == FEEDBACK.vi).unwrap();
    let row = list.cells.iter().find(|(_, cell)| cell.shown() == "đã xong").unwrap().0.0;
    list.cells.retain(|(at, _), _| *at != row);
    let (_, _, next) = round(&copy, Lang::Vi);
    assert!(!shown(named(&next, FEEDBACK.vi)).values().any(|words| words == "đã xong"));
}

#[test]
fn an_answer_that_was_struck_out_is_told_and_kept_as_words() {
    let set = set_of(SET);
    let bytes = form(&set, Some(&careful(&set)));
    let mut book = workbook::open(&bytes, "a.xlsx").value.unwrap();
    let (plain, _, _) = round(&book, Lang::Vi);
    let place = plain.answers.values().find_map(|answer| answer.cells.claimed.as_ref()).unwrap().to_string();
    let (row, column) = workbook::position(&place).unwrap();
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    sheet.cells.get_mut(&(row, column)).unwrap().struck = Struck::Whole;
    let finding = parindex::finding::Finding::new(&parindex::finding::sheet::STRUCK_OUT, parindex::text!("x", "x"))
        .at(parindex::finding::Place::cell("a.xlsx", ASSESSMENT.vi, place.clone()));
    let kept = extras(&book, &set, "a.xlsx", &[finding]);
    let cells: Vec<_> = kept.cells.iter().map(|one| (one.code, one.place.cell.as_deref(), one.words.as_str())).collect();
    let said = sheet_shown(&book, (row, column));
    assert_eq!(cells, [("S102", Some(place.as_str()), said.as_str())]);
}

/// Gives what a cell of the self-assessment says, struck out or not.
fn sheet_shown(book: &Book, at: (u32, u32)) -> String {
    named(book, ASSESSMENT.vi).cells[&at].shown()
}
