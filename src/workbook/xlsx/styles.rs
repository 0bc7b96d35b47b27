//! The part of a workbook that lists how its cells look.

use std::collections::BTreeMap;

use crate::text;
use crate::text::legacy::Font;
use crate::workbook::colour::{Colour, WHITE};
use crate::workbook::looks::{Face, Looks};
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
    fonts: Vec<FontRead>,
    grounds: Vec<Ground>,
    /// Whether the ground that is being read has one colour.
    solid: bool,
    /// Number format, font and ground of each look.
    looks: Vec<(u32, usize, usize)>,
}

/// Font, as far as it is read.
#[derive(Clone, Default)]
struct FontRead {
    struck: bool,
    font: Option<Font>,
    colour: Option<Colour>,
}

/// What is below the letters of a cell.
#[derive(Clone, Default)]
enum Ground {
    /// Paper.
    #[default]
    None,
    /// One colour.
    Plain(Colour),
    /// A pattern, or what is not known.
    Other,
}

impl StylesReader {
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), Refusal> {
        match piece {
            Piece::Start(element) => match (element.local(), self.list.as_deref()) {
                (list @ ("numFmts" | "fonts" | "fills" | "cellXfs"), None) => self.list = Some(list.to_owned()),
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
            ("font", Some("fonts")) => self.fonts.push(FontRead::default()),
            ("strike", Some("fonts")) => self.font(|font| font.struck = is_on(element)),
            ("name", Some("fonts")) => self.font(|font| font.font = element.get("val").as_deref().and_then(Font::named)),
            ("color", Some("fonts")) => self.font(|font| font.colour = Colour::read(element)),
            ("fill", Some("fills")) => self.grounds.push(Ground::None),
            ("patternFill", Some("fills")) => {
                let kind = element.get("patternType");
                self.solid = kind.as_deref() == Some("solid");
                self.ground(if matches!(kind.as_deref(), None | Some("none")) { Ground::None } else { Ground::Other });
            }
            ("gradientFill", Some("fills")) => self.ground(Ground::Other),
            ("fgColor", Some("fills")) => {
                let solid = matches!(self.grounds.last(), Some(Ground::Other));
                if let Some(colour) = Colour::read(element).filter(|_| solid && self.solid) {
                    self.ground(Ground::Plain(colour));
                }
            }
            ("xf", Some("cellXfs")) => {
                let number = |key: &str| element.get(key).and_then(|id| id.trim().parse().ok());
                let font = number("fontId").and_then(|id: u32| usize::try_from(id).ok());
                let ground = number("fillId").and_then(|id: u32| usize::try_from(id).ok());
                self.looks.push((number("numFmtId").unwrap_or(0), font.unwrap_or(0), ground.unwrap_or(0)));
            }
            _ => {}
        }
        if self.looks.len().max(self.fonts.len()).max(self.grounds.len()) > MOST_LOOKS || self.bytes > MOST_CODES {
            return Err(Refusal::Bomb(text!("tệp có quá nhiều kiểu định dạng ô", "it has too many formats of cells")));
        }
        Ok(())
    }

    fn font(&mut self, change: impl FnOnce(&mut FontRead)) {
        if let Some(font) = self.fonts.last_mut() {
            change(font);
        }
    }

    fn ground(&mut self, ground: Ground) {
        if let Some(last) = self.grounds.last_mut() {
            *last = ground;
        }
    }

    fn finish(self) -> Looks {
        let face = |font: usize, ground: usize| {
            let FontRead { struck, font, colour } = self.fonts.get(font).cloned().unwrap_or_default();
            let below = match self.grounds.get(ground) {
                None | Some(Ground::None) => Some(&WHITE),
                Some(Ground::Plain(colour)) => Some(colour),
                Some(Ground::Other) => None,
            };
            let unseen = colour.zip(below).is_some_and(|(letters, below)| letters.is(below));
            Face { struck, font, unseen }
        };
        Looks::join(self.looks.iter().map(|(id, font, ground)| (*id, face(*font, *ground))), &self.codes)
    }
}
