//! A workbook in memory with figures and formulas, computed in the test process.

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx_bytes;
use parindex::figure::{Figure, Figures, InputId};
use parindex::rule::{Cells, NO_WORDS, YES_WORDS};
use parindex::text::Lang;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::Leaf;

/// Columns of the formula, of its value as printed, of the penalty and of what leaves the maximum.
const FORMULA: u16 = 40;
const PRINTED: u16 = 41;
const PENALTY: u16 = 42;
const LOWERED: u16 = 43;

/// Addresses of one leaf's cells: inputs in one row, choices in the columns of another sheet.
struct Row<'a> {
    leaf: &'a Leaf,
    row: usize,
}

impl Cells for Row<'_> {
    fn input(&self, id: &InputId) -> String {
        let column = self.leaf.inputs.iter().position(|input| input.id == *id).unwrap();
        format!("${}${}", char::from(b'A' + u8::try_from(column).unwrap()), self.row + 1)
    }

    fn choices(&self, id: &InputId) -> String {
        let asks = self.leaf.rule.faces().asks();
        let count = asks.iter().find(|ask| ask.input == *id).unwrap().choices.len();
        format!("lists!$A${0}:{1}${0}", self.row + 1, char::from(b'A' + u8::try_from(count - 1).unwrap()))
    }

    fn max(&self) -> String {
        self.leaf.max.plain()
    }

    fn lang(&self) -> Lang {
        lang_of(self.row)
    }
}

/// Gives the language in which a row is filled in: the two take turns.
const fn lang_of(row: usize) -> Lang {
    if row.is_multiple_of(2) { Lang::Vi } else { Lang::En }
}

/// What a formula gives.
#[derive(Debug, PartialEq)]
pub struct Seen {
    pub lang: Lang,
    pub formula: String,
    pub value: CellValue,
    pub printed: CellValue,
    pub penalty: CellValue,
    pub lowered: CellValue,
}

/// Writes cases into a workbook; gives its bytes and the formula of each case.
fn write(cases: &[(Leaf, Figures)]) -> (Vec<u8>, Vec<Option<String>>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut formulas = Vec::new();
    for (row, (leaf, figures)) in cases.iter().enumerate() {
        let at = u32::try_from(row).unwrap();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        for (column, input) in leaf.inputs.iter().enumerate() {
            let column = u16::try_from(column).unwrap();
            match figures.get(&input.id).unwrap_or(&Figure::Blank) {
                Figure::Blank => {}
                Figure::Number(number) => drop(sheet.write_number(at, column, number.to_cell()).unwrap()),
                Figure::Date(date) => {
                    let date = ExcelDateTime::from_ymd(date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs());
                    sheet.write_datetime_with_format(at, column, date.unwrap(), &day).unwrap();
                }
                Figure::YesNo(yes) => {
                    sheet.write_string(at, column, if *yes { YES_WORDS } else { NO_WORDS }.get(lang_of(row))).unwrap();
                }
                Figure::NotIssued => drop(sheet.write_string(at, column, NO_WORDS.get(lang_of(row))).unwrap()),
                Figure::Choice(id) => {
                    let asks = leaf.rule.faces().asks();
                    let choices = &asks.iter().find(|ask| ask.input == input.id).unwrap().choices;
                    let label = &choices.iter().find(|choice| choice.id == *id).unwrap().label;
                    sheet.write_string(at, column, label).unwrap();
                }
                Figure::Wrong(words) if words == "#N/A" => drop(sheet.write_formula(at, column, "NA()").unwrap()),
                Figure::Text(words) | Figure::Wrong(words) => drop(sheet.write_string(at, column, words).unwrap()),
            }
        }
        let cells = Row { leaf, row };
        let formula = leaf.rule.faces().formula(&leaf.terms(), &cells);
        if let Some(formula) = &formula {
            assert!(formula.len() < 8000, "{} makes a formula that Excel refuses", leaf.yaml);
            sheet.write_formula(at, FORMULA, Formula::new(formula)).unwrap();
            let value = format!("$AO${}", row + 1);
            let printed = parindex::rule::rounded(&value, leaf.terms().rounding);
            sheet.write_formula(at, PRINTED, Formula::new(format!("IF(ISNUMBER({value}),{printed},{value})"))).unwrap();
        }
        if let Some(penalty) = leaf.rule.faces().penalty(&leaf.terms(), &cells) {
            sheet.write_formula(at, PENALTY, Formula::new(penalty)).unwrap();
        }
        if let Some(lowered) = leaf.rule.faces().lowered(&leaf.terms(), &cells) {
            sheet.write_formula(at, LOWERED, Formula::new(lowered)).unwrap();
        }
        formulas.push(formula);
    }
    let lists = book.add_worksheet().set_name("lists").unwrap();
    for (row, (leaf, _)) in cases.iter().enumerate() {
        let asks = leaf.rule.faces().asks();
        let choices = asks.iter().map(|ask| &ask.choices).find(|choices| !choices.is_empty());
        for (column, choice) in choices.into_iter().flatten().enumerate() {
            lists.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), &choice.label).unwrap();
        }
    }
    (book.save_to_buffer().unwrap(), formulas)
}

/// Computes cases in the test process. A leaf without a formula gives `None`.
pub fn compute(cases: &[(Leaf, Figures)]) -> Vec<Option<Seen>> {
    let (bytes, formulas) = write(cases);
    let book = load_from_xlsx_bytes(&bytes, "rules", "en", "UTC").unwrap();
    let mut model = Model::from_workbook(book, "en").unwrap();
    model.evaluate();
    let value = |row: usize, column: u16| model.get_cell_value_by_index(0, i32::try_from(row).unwrap() + 1, i32::from(column) + 1).unwrap();
    seen(formulas, value)
}

/// Computes cases with LibreOffice; `None` where there is none.
pub fn libre_office(cases: &[(Leaf, Figures)]) -> Option<Vec<Option<Seen>>> {
    let (bytes, formulas) = write(cases);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quy-tac.xlsx");
    fs::write(&path, bytes).unwrap();
    let out = crate::form::libre_office(&[path])?;
    let mut book: Xlsx<_> = open_workbook(out.join("quy-tac.xlsx")).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let value = |row: usize, column: u16| match range.get_value((u32::try_from(row).unwrap(), u32::from(column))) {
        Some(Data::Float(number)) => CellValue::Number(*number),
        Some(Data::Int(number)) => CellValue::Number(number.to_string().parse().unwrap()),
        // An empty text comes back as an empty cell.
        Some(Data::Empty) | None if column <= PRINTED => CellValue::String(String::new()),
        Some(Data::Empty) | None => CellValue::None,
        Some(other) => CellValue::String(other.to_string()),
    };
    Some(seen(formulas, value))
}

/// Gathers what the cells of each case show.
fn seen(formulas: Vec<Option<String>>, value: impl Fn(usize, u16) -> CellValue) -> Vec<Option<Seen>> {
    let of = |(row, formula): (usize, Option<String>)| {
        let [shows, printed, penalty, lowered] = [FORMULA, PRINTED, PENALTY, LOWERED].map(|column| value(row, column));
        Some(Seen { lang: lang_of(row), formula: formula?, value: shows, printed, penalty, lowered })
    };
    formulas.into_iter().enumerate().map(of).collect()
}
