//! The look of a cell as a format of workbooks.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::account::{Align, Letters, Look, Tone};
use crate::look;
use crate::text::Lang;

/// Gives the size of a cell's font, in points.
pub fn size(of: Look) -> u32 {
    of.size.unwrap_or(look::SIZE)
}

/// Makes the format of a look, with numbers as readers of a language write them.
pub fn format(of: Look, lang: Lang) -> Format {
    let mut format = if of.boxed { look::cell() } else { look::text() };
    format = format.set_font_size(size(of));
    format = match of.letters {
        Letters::Plain => format,
        Letters::Bold => format.set_bold(),
        Letters::Italic => format.set_italic(),
        Letters::BoldItalic => format.set_bold().set_italic(),
    };
    if of.upright {
        format = format.set_rotation(90);
    }
    let number = of.decimals.map_or_else(
        || "General".to_owned(),
        |decimals| {
            let part = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.into())) };
            let percent = if of.percent { "\"%\"" } else { "" };
            format!("#,##0{part}{percent}")
        },
    );
    let number = look::numbers(&number, lang);
    let sign = |sign: &str| number.replacen(']', &format!("]{sign}"), 1);
    let arrow = of.trend.arrow();
    let number = if arrow.is_empty() { number } else { sign(&format!("\"{arrow}\"")) };
    let sign = |sign: &str| number.replacen(']', &format!("]{sign}"), 1);
    format = format.set_num_format(if of.signed { format!("{};{};{number}", sign("+"), sign("-")) } else { number.clone() });
    if of.indent > 0 && of.align != Align::Centre && !of.upright {
        format = format.set_indent(of.indent);
    }
    format = format.set_align(match of.align {
        Align::Left => FormatAlign::Left,
        Align::Centre => FormatAlign::Center,
    });
    match of.tone {
        Tone::None => format,
        Tone::Heading => format.set_background_color(look::HEADING).set_font_color(Color::White),
        Tone::Area => format.set_background_color(look::AREA),
        Tone::Group => format.set_background_color(look::GROUP),
        Tone::Bad => format.set_background_color(look::WRONG),
        Tone::Odd => format.set_background_color(look::TO_FILL),
        Tone::Good => format.set_background_color(look::DONE),
        Tone::Out => format.set_background_color(look::CLOSED),
        Tone::Alarm => format.set_font_color(look::ALARM),
    }
}

/// Longest text that a cell takes, in the units that Excel counts.
const LONGEST: usize = 32_000;

/// Cuts a text that no cell would take.
pub fn shortened(text: &str) -> String {
    // No text has more of those units than bytes.
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let mut length = 0;
    let cut = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length > LONGEST
    });
    cut.and_then(|(at, _)| text.get(..at)).map_or_else(|| text.to_owned(), |start| format!("{start}…"))
}
