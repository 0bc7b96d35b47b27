//! Cells that the council's table and the units' explanations write alike.

use rust_xlsxwriter::{Format, FormatBorder, Worksheet, XlsxError};

use crate::criteria::Leaf;
use crate::figure::{Figure, Input, date_in};
use crate::form::template::page::{SMALL, of_kind_in, printed_of_kind};
use crate::form::template::{Value, figure_words, page};
use crate::look;
use crate::text::Lang;

/// Gives the format of cells to fill in.
pub fn open() -> Format {
    look::cell().set_font_size(SMALL).set_unlocked().set_background_color(look::OPEN)
}

/// Takes away the lines between the cells of a leaf and of its figures that nobody fills in.
pub fn quiet(format: Format, first: bool, last: bool) -> Format {
    let format = if first { format } else { format.set_border_top(FormatBorder::None) };
    if last { format } else { format.set_border_bottom(FormatBorder::None) }
}

/// Gives the words or the number that a figure is shown by.
pub fn shown(leaf: &Leaf, input: &Input, figure: &Figure, lang: Lang) -> Value {
    match figure {
        Figure::Blank => Value::Blank,
        Figure::Number(number) => Value::Number(number.clone()),
        Figure::Date(day) => page::serial(*day).map_or_else(|| Value::words(date_in(*day, lang)), Value::Number),
        _ => Value::words(figure_words::words(figure.clone(), &leaf.choices(&input.id), lang)),
    }
}

/// Gives the format of a cell that shows a figure, or that people fill in where it is open.
pub fn of_figure(format: &Format, input: &Input, open: bool, lang: Lang) -> Format {
    if open { of_kind_in(format.clone(), input.kind, lang) } else { printed_of_kind(format.clone(), input.kind, lang) }
}

/// Writes a number, words or nothing into a cell.
pub fn value(sheet: &mut Worksheet, (row, column): (u32, u16), value: &Value, format: &Format) -> Result<(), XlsxError> {
    match value {
        Value::Blank => sheet.write_blank(row, column, format)?,
        Value::Number(number) => sheet.write_number_with_format(row, column, number.to_cell(), format)?,
        Value::Text(says) => sheet.write_string_with_format(row, column, says, format)?,
    };
    Ok(())
}

/// Writes a text that reaches over a leaf and the rows below it, cut to what a cell takes.
pub fn span(sheet: &mut Worksheet, (first, last): (u32, u32), column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    let text = look::shortened(text, look::LONGEST);
    if last > first {
        sheet.merge_range(first, column, last, column, &text, format)?;
    } else if text.is_empty() {
        sheet.write_blank(first, column, format)?;
    } else {
        sheet.write_string_with_format(first, column, text.as_ref(), format)?;
    }
    Ok(())
}
