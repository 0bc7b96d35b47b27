//! The part of a workbook that lists how its cells look.

use std::collections::BTreeMap;

use crate::text;
use crate::text::legacy::Font;
use crate::workbook::looks::Looks;
use crate::workbook::package::Package;
use crate::workbook::refusal::Refusal;
use crate::workbook::rich_text::is_on;
use crate::workbook::xml::{Element, Piece, local};

/// Most looks: Excel itself stops at 64,000.
const MOST_LOOKS: usize = 200_000;
/// Most bytes of codes of number formats that are read.
const MOST_CODES: usize = 1 << 20;

/// Reads the part of styles; a book without one shows every cell as it stands.
pub fn read(package: &mut Package<'_>, part: &str) -> Result<Looks, Refusal> {
    let mut reader = StylesReader::default();
    package.each(part, |piece| reader.take(&piece)).transpose()?;
    Ok(reader.finish())
}

/// What has been read so far.
#[derive(Default)]
struct StylesReader {
    /// List that is being read: a style for marked cells has fonts and formats, too, which are none of them.
    list: Option<String>,
    codes: BTreeMap<u32, String>,
    bytes: usize,
    fonts: Vec<(bool, Option<Font>)>,
    /// Number format and font of each look.
    looks: Vec<(u32, usize)>,
}

impl StylesReader {
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), Refusal> {
        match piece {
            Piece::Start(element) => match (element.local(), self.list.as_deref()) {
                (list @ ("numFmts" | "fonts" | "cellXfs"), None) => self.list = Some(list.to_owned()),
                (_, Some(_)) => self.start(element)?,
                _ => {}
            },
            Piece::End(name) if self.list.as_deref() == Some(local(name)) => self.list = None,
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), Refusal> {
        match (element.local(), self.list.as_deref()) {
            ("numFmt", Some("numFmts")) => {
                let id = element.get("numFmtId").and_then(|id| id.trim().parse().ok());
                if let Some((id, code)) = id.zip(element.get("formatCode")) {
                    self.bytes = self.bytes.saturating_add(code.len());
                    self.codes.insert(id, code);
                }
            }
            ("font", Some("fonts")) => self.fonts.push((false, None)),
            ("strike", Some("fonts")) => self.font(|font| font.0 = is_on(element)),
            ("name", Some("fonts")) => self.font(|font| font.1 = element.get("val").as_deref().and_then(Font::named)),
            ("xf", Some("cellXfs")) => {
                let number = |key: &str| element.get(key).and_then(|id| id.trim().parse().ok());
                let font = number("fontId").and_then(|id: u32| usize::try_from(id).ok());
                self.looks.push((number("numFmtId").unwrap_or(0), font.unwrap_or(0)));
            }
            _ => {}
        }
        if self.looks.len().max(self.fonts.len()) > MOST_LOOKS || self.bytes > MOST_CODES {
            return Err(Refusal::Bomb(text!("tệp có quá nhiều kiểu định dạng ô", "it has too many formats of cells")));
        }
        Ok(())
    }

    fn font(&mut self, change: impl FnOnce(&mut (bool, Option<Font>))) {
        if let Some(font) = self.fonts.last_mut() {
            change(font);
        }
    }

    fn finish(self) -> Looks {
        let font = |at: usize| self.fonts.get(at).copied().unwrap_or_default();
        Looks::join(self.looks.iter().map(|(id, at)| (*id, font(*at))), &self.codes)
    }
}
