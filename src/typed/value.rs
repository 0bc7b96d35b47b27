//! A cell's content → a figure, a claim, a day, by the kind of the field. What has two meanings is asked, not guessed.

mod choice;
mod claim;
pub mod day;
pub mod number;

pub use self::claim::{claim, of_several};
use crate::assessment::EvidenceDate;
use crate::figure::{Choice, Figure, Input, InputKind, date_vi};
use crate::finding::sheet as code;
use crate::finding::{Checked, Code, Finding};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::{bare, fold, tidy};
use crate::workbook::{Cell, Struck, Value};

/// Marks for "không áp dụng", bare.
const NOT_APPLICABLE: [&str; 8] =
    ["khong ap dung", "khong ap dung doi voi don vi", "khong thuoc doi tuong", "kad", "k.ad", "k/ad", "n/a", "not applicable"];
/// Marks for yes, bare.
const YES: [&str; 11] = ["co", "yes", "y", "x", "dat", "dung", "true", "1", "✓", "✔", "√"];
/// Marks for no, bare.
const NO: [&str; 13] = ["khong", "no", "n", "ko", "k", "chua", "khong co", "chua co", "khong dat", "chua dat", "sai", "false", "0"];
/// Marks for "never issued" in the cell of a date, bare.
const NOT_ISSUED: [&str; 8] = ["khong", "no", "ko", "chua", "khong ban hanh", "chua ban hanh", "khong co", "not issued"];
/// Marks that stand for nothing, or for anything.
const DASHES: [&str; 4] = ["-", "--", "---", "_"];

/// Reads the figure that an input asks for.
///
/// Findings name the input and hold no place: the caller knows the cell.
pub fn figure(cell: Option<&Cell>, input: &Input, choices: &[Choice]) -> Checked<Figure> {
    let Some(cell) = cell.filter(|cell| !cell.is_blank()) else { return Checked::clean(Figure::Blank) };
    let field = Field { label: &input.label, input };
    if let Some(asked) = field.unusable(cell).or_else(|| field.partly_struck(cell)) {
        return asked;
    }
    match input.kind {
        InputKind::Count | InputKind::Percent | InputKind::Points => field.number(cell),
        InputKind::Date => field.allowed(cell, field.date(cell)),
        InputKind::YesNo => field.yes_no(cell),
        InputKind::Choice => field.choice(cell, choices),
        InputKind::Text => Checked::clean(words(Some(cell)).map_or(Figure::Blank, Figure::Text)),
    }
}

/// Reads the day of a document. What is not a date is kept as typed; the checks of evidence say so.
pub fn evidence_date(cell: Option<&Cell>) -> EvidenceDate {
    let Some(cell) = cell.filter(|cell| !cell.is_blank()) else { return EvidenceDate::Blank };
    let wrong = || EvidenceDate::Wrong(cell.shown());
    match &cell.value {
        Value::Date(day) => EvidenceDate::Day(*day),
        Value::Number(_) if cell.shown_as_percent() => wrong(),
        Value::Number(serial) => serial.plain().parse().ok().and_then(day::from_serial).map_or_else(wrong, EvidenceDate::Day),
        Value::Text(typed) if DASHES.contains(&fold(typed).as_str()) => EvidenceDate::Blank,
        Value::Text(typed) => match day::read(typed) {
            day::Reading::Day(day) | day::Reading::ShortYear(day) => EvidenceDate::Day(day),
            day::Reading::None => wrong(),
        },
        _ => wrong(),
    }
}

/// Gives the words of a cell as typed, without blanks around them; a lone dash is nothing.
pub fn words(cell: Option<&Cell>) -> Option<String> {
    let cell = cell?;
    let words = match &cell.value {
        Value::Text(words) => words.trim().to_owned(),
        _ => cell.shown(),
    };
    // What has a letter or a digit in it is neither nothing nor a dash; that is told without folding it.
    let says = words.contains(char::is_alphanumeric) || (!tidy(&words).is_empty() && !DASHES.contains(&fold(&words).as_str()));
    says.then_some(words)
}

/// Gives the reason that a cell says; signs alone, such as “.” and “?”, are none.
pub fn reason(cell: Option<&Cell>) -> Option<String> {
    words(cell).filter(|words| words.contains(char::is_alphanumeric))
}

/// Tells whether letters are crossed out by signs that stand over them, which folding drops.
fn crossed_out(typed: &str) -> bool {
    typed.chars().any(|c| matches!(c, '\u{334}'..='\u{338}' | '\u{20D0}'..='\u{20F0}'))
}

/// Makes the figure of what is not understood, with the finding that says so.
fn wrong(cell: &Cell, code: &'static Code, message: Text) -> Checked<Figure> {
    Checked { value: Figure::Wrong(cell.shown()), findings: vec![Finding::new(code, message)] }
}

/// Field that a figure is read for.
struct Field<'a> {
    /// Label, for messages.
    label: &'a str,
    /// The input.
    input: &'a Input,
}

impl Field<'_> {
    /// Turns away what no kind of field can use: errors, formulas without a result, marks.
    fn unusable(&self, cell: &Cell) -> Option<Checked<Figure>> {
        let label = self.label;
        match &cell.value {
            Value::Uncomputed(formula) => Some(wrong(
                cell,
                &code::UNCOMPUTED,
                text!(
                    "Ô “{label}” là công thức “{formula}” chưa có kết quả.",
                    "The cell of “{label}” is the formula “{formula}” without a result."
                ),
            )),
            Value::Error(error) => Some(wrong(
                cell,
                &code::EXCEL_ERROR,
                text!("Ô “{label}” báo lỗi “{error}”.", "The cell of “{label}” shows the error “{error}”."),
            )),
            Value::Text(words) if self.input.kind != InputKind::Text => {
                let typed = cell.shown();
                if NOT_APPLICABLE.contains(&bare(words).as_str()) {
                    Some(wrong(
                        cell,
                        &code::NOT_APPLICABLE_HERE,
                        text!("Ô “{label}” ghi “{typed}”.", "The cell of “{label}” says “{typed}”."),
                    ))
                } else if DASHES.contains(&fold(words).as_str()) {
                    Some(wrong(
                        cell,
                        &code::DASH,
                        text!(
                            "Ô “{label}” ghi “{typed}”: không phát sinh hay chưa có số liệu?",
                            "The cell of “{label}” says “{typed}”: none, or not known?"
                        ),
                    ))
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    /// Turns away an answer of which part is struck out: it is not clear which value stands. Text says what is left.
    fn partly_struck(&self, cell: &Cell) -> Option<Checked<Figure>> {
        let (label, typed) = (self.label, cell.shown());
        if self.input.kind != InputKind::Text && crossed_out(&typed) {
            return Some(wrong(
                cell,
                &code::ANSWER_PARTLY_STRUCK,
                text!("Ô “{label}” ghi “{typed}”, có chữ bị gạch.", "The cell of “{label}” says “{typed}”, with letters crossed out."),
            ));
        }
        (cell.struck == Struck::Part && self.input.kind != InputKind::Text).then(|| {
            wrong(
                cell,
                &code::ANSWER_PARTLY_STRUCK,
                text!(
                    "Ô “{label}” có phần bị gạch bỏ, còn lại “{typed}”.",
                    "Part of the cell of “{label}” is struck out, “{typed}” is left."
                ),
            )
        })
    }

    /// Reads a count, a percentage or a number.
    fn number(&self, cell: &Cell) -> Checked<Figure> {
        let (label, typed) = (self.label, cell.shown());
        let not_a_number = || {
            wrong(
                cell,
                &code::NOT_A_NUMBER,
                text!("Ô “{label}” ghi “{typed}”, không phải là số.", "The cell of “{label}” says “{typed}”, which is not a number."),
            )
        };
        match &cell.value {
            // What is shown as a percentage is one whatever the cell holds, and nothing else is.
            Value::Number(_) if cell.shown_as_percent() && self.input.kind != InputKind::Percent => not_a_number(),
            Value::Number(number) => self.fits(cell, cell.number_shown().unwrap_or_else(|| number.clone()), cell.shown_as_percent()),
            Value::Text(words) => {
                let read = number::read(&tidy(words));
                let said = read.measure.trim_matches(['(', ')', ' ']);
                let percent = read.measure == "%" && self.input.kind == InputKind::Percent;
                let measured =
                    read.measure.is_empty() || percent || self.input.measure.as_ref().is_some_and(|measure| fold(measure) == fold(said));
                match (measured, read.reading) {
                    (true, number::Reading::One(number)) => self.fits(cell, number, percent),
                    (true, number::Reading::Two { decimal, thousands }) => self.two(cell, decimal, thousands, percent),
                    _ => not_a_number(),
                }
            }
            _ => not_a_number(),
        }
    }

    /// Decides between two readings by the field: counts are whole, percentages seldom pass 100; otherwise asks.
    fn two(&self, cell: &Cell, decimal: Points, thousands: Points, percent: bool) -> Checked<Figure> {
        match self.input.kind {
            InputKind::Count => self.fits(cell, thousands, false),
            InputKind::Percent => self.fits(cell, decimal, percent),
            _ => {
                let (label, typed) = (self.label, cell.shown());
                let (small, large) = (decimal.plain_vi(), thousands.plain());
                wrong(
                    cell,
                    &code::AMBIGUOUS,
                    text!("Ô “{label}” ghi “{typed}”: {small} hay {large}?", "The cell of “{label}” says “{typed}”: {decimal} or {large}?"),
                )
            }
        }
    }

    /// Compares a number with the kind of the field.
    fn fits(&self, cell: &Cell, number: Points, percent: bool) -> Checked<Figure> {
        let (label, typed) = (self.label, cell.shown());
        match self.input.kind {
            InputKind::Count if !number.is_whole() => {
                let thousand = &number * &Points::from(1000);
                // 703.938 typed where the point is a decimal mark: Excel keeps 703,938.
                let finding = if number.decimals().is_some_and(|n| n <= 3) && number.abs() >= Points::one() {
                    let large = thousand.plain();
                    Finding::new(
                        &code::NOT_WHOLE,
                        text!(
                            "Ô “{label}” ghi “{typed}”, không phải số nguyên.",
                            "The cell of “{label}” says “{typed}”, which is not whole."
                        ),
                    )
                    .help(text!(
                        "Nếu là {large} thì nhập liền “{large}”, không có dấu ngăn; nếu không, nhập số nguyên.",
                        "If {large} is meant, type “{large}” without a separator; otherwise type a whole number."
                    ))
                } else {
                    Finding::new(
                        &code::NOT_WHOLE,
                        text!(
                            "Ô “{label}” ghi “{typed}”, không phải số nguyên.",
                            "The cell of “{label}” says “{typed}”, which is not whole."
                        ),
                    )
                };
                Checked { value: Figure::Wrong(typed), findings: vec![finding] }
            }
            InputKind::Percent if !percent && number.is_positive() && number <= Points::one() => {
                let (read, perhaps) = (number.plain_vi(), (&number * &Points::hundred()).plain_vi());
                let (read_en, perhaps_en) = (number.plain(), (&number * &Points::hundred()).plain());
                let finding = Finding::new(
                    &code::PERCENT_BELOW_1,
                    text!(
                        "Ô “{label}” ghi “{typed}”, được hiểu là {read}%, không phải {perhaps}%.",
                        "The cell of “{label}” says “{typed}”, which is read as {read_en}%, not as {perhaps_en}%."
                    ),
                );
                Checked { value: Figure::Number(number), findings: vec![finding] }
            }
            _ => Checked::clean(Figure::Number(number)),
        }
    }

    /// Reads a date, or "không" for what was never issued.
    fn date(&self, cell: &Cell) -> Checked<Figure> {
        let (label, typed) = (self.label, cell.shown());
        let unclear = || {
            wrong(
                cell,
                &code::NOT_A_DATE,
                text!(
                    "Ô “{label}” ghi “{typed}”, không phải ngày hợp lệ.",
                    "The cell of “{label}” says “{typed}”, which is not a valid date."
                ),
            )
        };
        match &cell.value {
            Value::Date(day) => Checked::clean(Figure::Date(*day)),
            Value::Number(_) if cell.shown_as_percent() => unclear(),
            Value::Number(serial) => {
                serial.plain().parse().ok().and_then(day::from_serial).map_or_else(unclear, |day| Checked::clean(Figure::Date(day)))
            }
            Value::Bool(false) => Checked::clean(Figure::NotIssued),
            Value::Text(words) if NOT_ISSUED.contains(&bare(words).as_str()) => Checked::clean(Figure::NotIssued),
            Value::Text(words) => match day::read(words) {
                day::Reading::Day(day) => Checked::clean(Figure::Date(day)),
                day::Reading::ShortYear(day) => {
                    let read = date_vi(day);
                    let finding = Finding::new(
                        &code::SHORT_YEAR,
                        text!(
                            "Ô “{label}” ghi “{typed}”, được hiểu là {read}.",
                            "The cell of “{label}” says “{typed}”, which is read as {day}."
                        ),
                    );
                    Checked { value: Figure::Date(day), findings: vec![finding] }
                }
                day::Reading::None => unclear(),
            },
            _ => unclear(),
        }
    }

    /// Compares a day with those that the input allows.
    fn allowed(&self, cell: &Cell, read: Checked<Figure>) -> Checked<Figure> {
        match read.value {
            Figure::Date(day) if !self.input.days.allow(day) => {
                let (label, typed, read, days) = (self.label, cell.shown(), date_vi(day), self.input.days.words());
                let (vi, en) = (&days.vi, &days.en);
                let same = [read.as_str(), &day.to_string()].contains(&typed.as_str());
                let (read_vi, read_en) =
                    if same { (String::new(), String::new()) } else { (format!(" (tức ngày {read})"), format!(" (that is {day})")) };
                let message = text!(
                    "Ô “{label}” ghi “{typed}”{read_vi}; ô này chỉ nhận ngày {vi}.",
                    "The cell of “{label}” says “{typed}”{read_en}; it takes days {en} only."
                );
                wrong(cell, &code::DAY_OUT_OF_RANGE, message)
            }
            value => Checked { value, ..read },
        }
    }

    /// Reads yes or no.
    fn yes_no(&self, cell: &Cell) -> Checked<Figure> {
        let (label, typed) = (self.label, cell.shown());
        let mark = bare(&typed);
        match &cell.value {
            Value::Bool(yes) => Checked::clean(Figure::YesNo(*yes)),
            _ if YES.contains(&mark.as_str()) => Checked::clean(Figure::YesNo(true)),
            _ if NO.contains(&mark.as_str()) => Checked::clean(Figure::YesNo(false)),
            _ => wrong(
                cell,
                &code::NOT_YES_NO,
                text!(
                    "Ô “{label}” ghi “{typed}”, không phải “Có” hoặc “Không”.",
                    "The cell of “{label}” says “{typed}”, neither yes nor no."
                ),
            ),
        }
    }

    /// Reads one of the choices: by its words, its id, or its words without diacritics.
    fn choice(&self, cell: &Cell, choices: &[Choice]) -> Checked<Figure> {
        let (label, typed) = (self.label, cell.shown());
        if let Some(choice) = choice::find(&typed, choices) {
            return Checked::clean(Figure::Choice(choice.id.clone()));
        }
        let list = choices.iter().map(|choice| format!("“{}”", choice.label)).collect::<Vec<_>>().join(", ");
        let mut wrong = wrong(
            cell,
            &code::NOT_A_CHOICE,
            text!(
                "Ô “{label}” ghi “{typed}”, không có trong danh sách.",
                "The cell of “{label}” says “{typed}”, which is not in the list."
            ),
        );
        if let Some(finding) = wrong.findings.first_mut() {
            finding.help = text!("Chọn một trong: {list}.", "Choose one of: {list}.");
        }
        wrong
    }
}
