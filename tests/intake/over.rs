//! Whatever is typed into a form of ours is read or told: no cell swallows what somebody wrote.

use std::collections::{BTreeMap, BTreeSet};

use parindex::evidence::Evidenced;
use parindex::finding::Finding;
use parindex::form::layout::{ASSESSMENT, EVIDENCE, GUIDE, KEYS, LISTS, META};
use parindex::form::read::read;
use parindex::points::Points;
use parindex::scoring;
use parindex::workbook::{self, Book, Cell, Value, address};

use super::raw::{told, unzip};
use crate::form::{SET, careful, form, set_of, unit};

/// Opens the form of a careful unit.
fn opened() -> (Vec<u8>, Book) {
    let set = set_of(SET);
    let bytes = form(&set, Some(&careful(&set)));
    let book = workbook::open(&bytes, "a.xlsx").value.unwrap();
    (bytes, book)
}

/// Lists the cells of a sheet that its protection leaves open, by the file itself.
fn open_cells(bytes: &[u8], sheet: usize) -> BTreeSet<String> {
    let files: BTreeMap<String, String> =
        unzip(bytes).into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect();
    let styles = files["xl/styles.xml"].split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let open: Vec<bool> = styles.split("<xf ").skip(1).map(|xf| xf.contains("locked=\"0\"")).collect();
    let xml = &files[&format!("xl/worksheets/sheet{sheet}.xml")];
    let attribute =
        |cell: &str, name: &str| cell.split(&format!("{name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let cells = xml.split("<c ").skip(1).map(|cell| cell.split('>').next().unwrap());
    cells
        .filter(|cell| attribute(cell, "s").is_some_and(|style| open[style.parse::<usize>().unwrap()]))
        .map(|cell| attribute(cell, "r").unwrap())
        .collect()
}

/// Reads a book and scores it, as `check` does; gives what was found.
fn found(book: &Book) -> Vec<Finding> {
    let set = set_of(SET);
    let read = read(book, &set, "a.xlsx");
    let mut findings = read.findings;
    if let Some(assessment) = read.value {
        let evidenced = Evidenced { assessment, withheld: BTreeMap::new() };
        findings.extend(scoring::score_alone(&set, set.rounding, &unit(), &evidenced).findings);
    }
    findings
}

/// Cells of the form that nobody fills in: every cell of the table and around it, by sheet, row and column.
fn closed(bytes: &[u8], book: &Book) -> Vec<(usize, u32, u32)> {
    let mut all = Vec::new();
    for (n, name, rows, columns) in [(1, GUIDE.vi, 70, 6), (2, ASSESSMENT.vi, 55, 21), (3, EVIDENCE.vi, 60, 12), (4, LISTS, 40, 5)] {
        let open = open_cells(bytes, n);
        let at = book.sheets.iter().position(|sheet| sheet.name == name).unwrap();
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            // Rows go on below the table of documents, without any format.
            let below = name == EVIDENCE.vi && row > 6 && (2..=8).contains(&column);
            if !open.contains(&address(row, column)) && !below {
                all.push((at, row, column));
            }
        }
    }
    all
}

/// Types into cells, as many at a time as are told one by one, and gives what was found at each that the form did not say
/// already.
fn missed(book: &Book, cells: &[(usize, u32, u32)], typed: &dyn Fn(usize) -> Cell) -> Vec<String> {
    let numbered: Vec<(usize, &(usize, u32, u32))> = cells.iter().enumerate().collect();
    let mut missed = Vec::new();
    for some in numbered.chunks(45) {
        let mut changed = book.clone();
        for (n, (sheet, row, column)) in some {
            changed.sheets[*sheet].cells.insert((*row, *column), typed(*n));
        }
        let findings = found(&changed);
        for (n, (sheet, row, column)) in some {
            let (name, at, cell) = (&book.sheets[*sheet].name, address(*row, *column), typed(*n));
            let words = cell.shown();
            let had = book.sheets[*sheet].get(*row, *column).map(Cell::shown);
            let here = |finding: &&Finding| {
                finding.place.sheet.as_ref() == Some(name)
                    && finding.place.cell.as_ref() == Some(&at)
                    && finding.message.vi.replace('.', "").contains(&words.replace('.', ""))
            };
            if had.as_ref() != Some(&words) && findings.iter().find(here).is_none() {
                missed.push(format!("{name} {at}: “{words}”, had “{}”", had.unwrap_or_default()));
            }
        }
    }
    missed
}

/// Writes another value beside a key of the hidden sheet.
fn carry(book: &mut Book, key: &str, value: &str) {
    let hidden = book.sheets.iter_mut().find(|sheet| sheet.name == META).unwrap();
    let at = *hidden.cells.iter().find(|(_, cell)| cell.shown() == key).unwrap().0;
    hidden.cells.insert((at.0, at.1 + 1), Cell::text(value.to_owned()));
}

#[test]
fn without_the_hash_of_its_words_what_comes_from_the_set_is_still_held_against_it() {
    let (_, mut book) = opened();
    carry(&mut book, "words", "0000");
    assert!(found(&book).iter().all(|finding| finding.code.id != "S032"), "a form whose hash alone is broken is whole");
    let table = book.sheets.iter().position(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    let row = *book.sheets[table].cells.iter().find(|(_, cell)| cell.shown() == "leaf:1.1").unwrap().0;
    for (column, typed) in [(1, "9.9"), (2, "Nhiệm vụ khác"), (3, "9")] {
        let mut changed = book.clone();
        changed.sheets[table].cells.insert((row.0, column), Cell::text(typed.to_owned()));
        let told: Vec<String> = found(&changed)
            .into_iter()
            .filter(|finding| finding.place.cell.as_ref() == Some(&address(row.0, column)))
            .map(|finding| finding.message.vi)
            .collect();
        assert!(told.iter().any(|said| said.contains(typed)), "column {column}: {told:?}");
    }
}

#[test]
fn a_form_of_an_earlier_version_is_held_against_the_set_that_it_carries() {
    let (_, book) = opened();
    let later = set_of(&SET.replacen("name: Ban hành kế hoạch\n", "name: Ban hành kế hoạch năm\n", 1));
    assert_ne!(later.sha256, set_of(SET).sha256);
    let told = |book: &Book| {
        let found = read(book, &later, "a.xlsx").findings.into_iter().filter(|one| one.code.id == "S032");
        found.map(|one| one.message.vi).collect::<Vec<_>>()
    };
    assert_eq!(told(&book), [""; 0], "what the earlier set printed is the form's own");
    let table = book.sheets.iter().position(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    let row = book.sheets[table].cells.iter().find(|(_, cell)| cell.shown() == "leaf:1.1").unwrap().0.0;
    let mut changed = book.clone();
    changed.sheets[table].cells.insert((row, 2), Cell::text("khác".to_owned()));
    assert_eq!(told(&changed), [format!("Ô {} ghi “khác”, trong khi biểu in sẵn “Ban hành kế hoạch”.", address(row, 2))]);
}

#[test]
fn numbers_left_where_formulas_were_are_the_forms_own_in_a_form_of_another_version_too() {
    let (_, mut book) = opened();
    carry(&mut book, "words", "0000");
    carry(&mut book, "sha256", "0000");
    let before: BTreeSet<String> = found(&book).into_iter().map(|finding| finding.message.vi).collect();
    for sheet in &mut book.sheets {
        for cell in sheet.cells.values_mut() {
            cell.formula = false;
        }
    }
    let after: BTreeSet<String> = found(&book).into_iter().map(|finding| finding.message.vi).collect();
    assert_eq!(after, before);
}

/// Tells whether a cell holds the map of its sheet: row of keys, column of keys.
fn is_key(book: &Book, (sheet, row, column): (usize, u32, u32)) -> bool {
    let grid = &book.sheets[sheet];
    let keys = grid.cells.iter().find(|(_, cell)| cell.shown() == KEYS).map(|(at, _)| *at);
    keys.is_some_and(|(keys_row, keys_column)| row == keys_row || column == keys_column)
}

#[test]
fn words_typed_into_any_closed_cell_are_told() {
    let (bytes, book) = opened();
    let cells: Vec<_> = closed(&bytes, &book).into_iter().filter(|cell| !is_key(&book, *cell)).collect();
    assert!(cells.len() > 1_500, "{}", cells.len());
    assert_eq!(missed(&book, &cells, &|n| Cell::text(format!("lời ghi {n}."))), [""; 0]);
}

#[test]
fn numbers_typed_into_any_closed_cell_are_told() {
    let (bytes, book) = opened();
    let cells: Vec<_> = closed(&bytes, &book).into_iter().filter(|cell| !is_key(&book, *cell)).collect();
    let number = |n: usize| Value::Number(Points::from(7_000 + i64::try_from(n).unwrap()));
    assert_eq!(missed(&book, &cells, &|n| Cell::new(number(n))), [""; 0]);
}

#[test]
fn formulas_typed_where_the_form_has_none_are_told() {
    let (bytes, book) = opened();
    let live = |(sheet, row, column): (usize, u32, u32)| {
        // In the table a formula of the form's own can't be told from another.
        let table = book.sheets[sheet].name == ASSESSMENT.vi;
        let computed = [6, 7, 8, 10, 11, 12, 13, 14, 15, 16].contains(&column);
        // Beside the total stands a note where printed parts don't add up.
        let note = column == 4 && book.sheets[sheet].get(row, 0).is_some_and(|key| key.shown() == "total");
        // Its line of progress stands above, on the left.
        table && (computed || note || row < 5 && column == 1) || book.sheets[sheet].get(row, column).is_some_and(|cell| cell.formula)
    };
    let cells: Vec<_> = closed(&bytes, &book).into_iter().filter(|cell| !is_key(&book, *cell) && !live(*cell)).collect();
    let formula = |n: usize| Cell { formula: true, ..Cell::new(Value::Uncomputed(format!("=A{}*3", 900 + n))) };
    // Names of criteria fill themselves in; anywhere else a formula was typed.
    let cells: Vec<_> = cells.into_iter().filter(|(sheet, _, column)| book.sheets[*sheet].name != EVIDENCE.vi || *column != 1).collect();
    assert_eq!(missed(&book, &cells, &formula), [""; 0]);
}

#[test]
fn words_typed_over_the_hidden_keys_are_told() {
    let (bytes, book) = opened();
    let cells = closed(&bytes, &book).into_iter().filter(|cell| is_key(&book, *cell));
    for cell in cells {
        if book.sheets[cell.0].get(cell.1, cell.2).is_some_and(|cell| cell.shown() == KEYS) {
            let mut keyless = book.clone();
            keyless.sheets[cell.0].cells.insert((cell.1, cell.2), Cell::text("lời ghi"));
            let codes = told(&found(&keyless));
            assert!(codes.contains("S020") || codes.contains("S027"), "{codes}");
            continue;
        }
        assert_eq!(missed(&book, &[cell], &|_| Cell::text("lời ghi")), [""; 0]);
    }
}

#[test]
fn values_pasted_over_the_forms_formulas_are_its_own_until_they_change() {
    let (_, mut book) = opened();
    // Copy, paste special, values: what many do before they send a form.
    for cell in book.sheets.iter_mut().flat_map(|sheet| sheet.cells.values_mut()) {
        cell.formula = false;
    }
    assert_eq!(told(&found(&book)), "");
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    let key = |cell: &Cell, words: &str| cell.shown() == words;
    let (row, _) = *sheet.cells.iter().find(|(_, cell)| key(cell, "leaf:2.1")).unwrap().0;
    let (_, column) = *sheet.cells.iter().find(|(_, cell)| key(cell, "computed")).unwrap().0;
    let old = sheet.cells.insert((row, column), Cell::new(Value::Number(Points::parse("2.5").unwrap())));
    assert_eq!(old.unwrap().shown(), "3");
    assert_eq!(told(&found(&book)), format!("S032 Ô {} là ô biểu tự tính, bị ghi đè “2,5”.", address(row, column)));
}

#[test]
fn labels_of_figures_that_changed_places_are_asked() {
    let (_, mut book) = opened();
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    // The first leaf that asks for two figures, and where their labels stand.
    let rows: Vec<(u32, String)> = sheet
        .cells
        .iter()
        .filter(|((_, column), cell)| *column == 0 && cell.shown().starts_with("input:"))
        .map(|((row, _), cell)| (*row, cell.shown().rsplit_once('/').unwrap().0.to_owned()))
        .collect();
    let (one, other) = rows.windows(2).find(|two| two[0].1 == two[1].1).map(|two| (two[0].0, two[1].0)).unwrap();
    let (_, column) = *sheet.cells.iter().find(|(_, cell)| cell.shown() == "content").unwrap().0;
    let first = sheet.cells.remove(&(one, column)).unwrap();
    let second = sheet.cells.insert((other, column), first.clone()).unwrap();
    sheet.cells.insert((one, column), second.clone());
    let codes = told(&found(&book));
    let mixed: Vec<&str> = codes.lines().filter(|line| line.starts_with("S031")).collect();
    let says = |shown: &Cell, own: &Cell| {
        let (shown, own) = (shown.shown(), own.shown());
        format!(
            "S031 Hàng này ghi “{shown}” nhưng là hàng của số liệu “{own}”; không xác định được số liệu đã điền thuộc mục nào nên không được đọc."
        )
    };
    assert_eq!(mixed, [says(&second, &first), says(&first, &second)], "{codes}");
    assert!(codes.contains("P001"), "{codes}");
}

#[test]
fn a_claim_on_what_others_score_is_told_and_kept() {
    let (_, mut book) = opened();
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == ASSESSMENT.vi).unwrap();
    let at = |sheet: &workbook::Grid, words: &str| *sheet.cells.iter().find(|(_, cell)| cell.shown() == words).unwrap().0;
    let (column, explanation) = (at(sheet, "claimed").1, at(sheet, "explanation").1);
    let (survey, council) = (at(sheet, "leaf:2.6").0, at(sheet, "leaf:2.5").0);
    sheet.cells.insert((survey, column), Cell::text("0,8"));
    sheet.cells.insert((council, column), Cell::text("đạt"));
    sheet.cells.insert((council, explanation), Cell::text("Đã có văn bản"));
    let set = set_of(SET);
    let assessment = read(&book, &set, "a.xlsx").value.unwrap();
    assert_eq!(assessment.answers[&"2.5".into()].explanation.as_deref(), Some("Đã có văn bản"));
    let said = told(&found(&book));
    let cell = |row| address(row, column);
    assert_eq!(
        said,
        format!(
            "S033 Ô {} ghi “đạt”, trong khi đơn vị không phải điền ô nào của tiêu chí 2.5.\n\
             S033 Ô {} ghi “Đã có văn bản”, trong khi đơn vị không phải điền ô nào của tiêu chí 2.5.\n\
             P014 Tự chấm “0,8” ở tiêu chí không do đơn vị chấm.",
            cell(council),
            address(council, explanation)
        )
    );
}
