//! Fonts and struck-out text, by the styles that a file declares: what a style says itself, else the style above it.

use std::collections::BTreeMap;

use crate::text::legacy::Font;
use crate::workbook::xml::Element;

/// Most styles that are remembered. Calc itself makes one for every look of a cell, hundreds at most.
const MOST_STYLES: usize = 100_000;
/// Longest chain of styles that is followed; nothing keeps a file from making a ring.
const DEEPEST: usize = 16;

/// Styles of cells, as far as their fonts go.
#[derive(Default)]
pub struct Styles {
    /// Fonts of before Unicode, by the name that the file gives them.
    faces: BTreeMap<String, Font>,
    /// Styles by name; the default is that without a name.
    declared: BTreeMap<String, Declared>,
    /// Style that is being declared.
    open: Option<String>,
}

/// Style of cells.
#[derive(Default)]
struct Declared {
    parent: Option<String>,
    face: Face,
    /// Whether text in it is struck out, where it says so.
    struck: Option<bool>,
    /// Whether text in it stands above the line, where it says so.
    raised: Option<bool>,
}

/// What a style says of fonts.
#[derive(Clone, Copy, Default)]
enum Face {
    /// Nothing: the style above it decides.
    #[default]
    Above,
    /// One of Unicode.
    Modern,
    /// One older than Unicode.
    Old(Font),
}

impl Styles {
    /// Takes an element that begins, with its attributes.
    pub fn start(&mut self, element: &Element<'_>) {
        let get = |key: &str| element.get(key);
        match element.name() {
            "style:font-face" if self.faces.len() < MOST_STYLES => {
                let family = get("svg:font-family").and_then(|family| named(&family));
                self.faces.extend(get("style:name").zip(family));
            }
            "style:style" | "style:default-style" => {
                let known = matches!(get("style:family").as_deref(), Some("table-cell" | "text"));
                self.open = (known && self.declared.len() < MOST_STYLES).then(|| get("style:name").unwrap_or_default());
                if let Some(name) = &self.open {
                    let parent = get("style:parent-style-name").or_else(|| (!name.is_empty()).then(String::new));
                    self.declared.insert(name.clone(), Declared { parent, ..Declared::default() });
                }
            }
            "style:text-properties" => {
                let by_face = get("style:font-name").map(|face| self.faces.get(&face).copied().or_else(|| named(&face)));
                let font = by_face.or_else(|| get("fo:font-family").map(|family| named(&family)));
                if let Some(style) = self.open.as_ref().and_then(|name| self.declared.get_mut(name)) {
                    style.face = font.map_or(style.face, |font| font.map_or(Face::Modern, Face::Old));
                    let line = get("style:text-line-through-style").or_else(|| get("style:text-line-through-type"));
                    style.struck = line.map(|line| line != "none").or(style.struck);
                    style.raised = get("style:text-position").map(|position| is_above(&position)).or(style.raised);
                }
            }
            _ => {}
        }
    }

    /// Gives the font of a style where it is older than Unicode.
    pub fn font(&self, style: &str) -> Option<Font> {
        let face = self.above(style).map(|style| style.face).find(|face| !matches!(face, Face::Above));
        if let Some(Face::Old(font)) = face { Some(font) } else { None }
    }

    /// Tells whether a style strikes text out, where it or one above it says so.
    pub fn strikes(&self, style: &str) -> Option<bool> {
        self.above(style).find_map(|style| style.struck)
    }

    /// Tells whether a style puts text above the line, where it or one above it says so.
    pub fn raises(&self, style: &str) -> Option<bool> {
        self.above(style).find_map(|style| style.raised)
    }

    /// Tells whether cells of a style are struck out.
    pub fn is_struck(&self, style: &str) -> bool {
        self.strikes(style) == Some(true)
    }

    /// Lists a style and those above it. One that nobody declares looks as the default.
    fn above<'a>(&'a self, style: &'a str) -> impl Iterator<Item = &'a Declared> {
        let declared = |name: &str| self.declared.get(name).or_else(|| self.declared.get(""));
        let above = move |style: &&'a Declared| declared(style.parent.as_deref()?);
        std::iter::successors(declared(style), above).take(DEEPEST)
    }
}

/// Tells whether a position is above the line: `super 58%`, `33% 58%`.
fn is_above(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    first == "super" || first.strip_suffix('%').and_then(|share| share.parse::<f64>().ok()).is_some_and(|share| share > 0.0)
}

/// Knows a font by the first of the names that stand for it, in quotes or not.
fn named(family: &str) -> Option<Font> {
    Font::named(family.split(',').next().unwrap_or_default().trim().trim_matches(['\'', '"']))
}
