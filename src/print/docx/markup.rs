//! Paragraphs, runs and tables as XML. Whoever calls says what is wanted; the order of elements is settled here alone.

use std::fmt::{Arguments, Write as _};

/// Where headers and footers of a section are: they point to parts of the file.
const HEADERS: &str = r#"<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>"#;
/// A4 with the margins of Nghị định 30/2020/NĐ-CP: 20 mm above and below, 30 mm left, 15 mm right.
const PAPER: &str = r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>"#;

/// Gives the layout of a section, whose first page has no number: the text, or an annex, which is numbered by itself.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub fn section(annex: bool) -> String {
    let numbered = if annex { r#"<w:pgNumType w:start="1"/>"# } else { "" };
    format!("<w:sectPr>{HEADERS}{PAPER}{numbered}<w:titlePg/></w:sectPr>")
}

/// Ends a section; what follows begins a page.
pub fn end_section(annex: bool, to: &mut String) {
    put(to, format_args!(r#"<w:p><w:pPr><w:pStyle w:val="Rule"/>{}</w:pPr></w:p>"#, section(annex)));
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// As its style says.
    Style,
    /// Left.
    Left,
    /// In the middle.
    Centre,
}

/// Words in one manner.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Words; a line feed breaks the line.
    pub words: String,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are slanted.
    pub italic: bool,
    /// Size in half points, where it isn't that of the style.
    pub half_points: Option<u32>,
}

/// Paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its style, which has to be one of [`super::styles`].
    pub style: &'static str,
    /// Where it stands.
    pub side: Side,
    /// Whether it stays with the next one.
    pub with_next: bool,
    /// Indent from the left in twips.
    pub indent: u32,
    /// Line above it, so many twips in from both sides: the short line below names.
    pub line_above: Option<u32>,
    /// Its words.
    pub runs: Vec<Run>,
}

/// Cell of a table.
#[derive(Clone, Debug)]
pub struct TableCell {
    /// Columns that it takes.
    pub span: usize,
    /// Whether its paper is tinted.
    pub tinted: bool,
    /// Whether its words stand at the top; else in the middle of its height.
    pub top: bool,
    /// What stands in it; an empty paragraph where there is nothing, since Word refuses a cell without one.
    pub paragraphs: Vec<Paragraph>,
}

/// Row of a table.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Whether it is repeated on every page.
    pub repeated: bool,
    /// Cells.
    pub cells: Vec<TableCell>,
}

/// Table over the whole width.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Whether lines stand around its cells.
    pub lined: bool,
    /// Widths of its columns in twips.
    pub widths: Vec<u32>,
    /// Rows.
    pub rows: Vec<TableRow>,
}

impl Run {
    /// Makes plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// Makes bold words.
    pub fn bold(words: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(words) }
    }

    /// Makes slanted words.
    pub fn italic(words: impl Into<String>) -> Self {
        Self { italic: true, ..Self::plain(words) }
    }

    /// Sets the size in half points.
    pub const fn size(mut self, half_points: u32) -> Self {
        self.half_points = Some(half_points);
        self
    }

    fn write(&self, to: &mut String) {
        to.push_str("<w:r>");
        if self.bold || self.italic || self.half_points.is_some() {
            to.push_str("<w:rPr>");
            to.push_str(if self.bold { "<w:b/><w:bCs/>" } else { "" });
            to.push_str(if self.italic { "<w:i/><w:iCs/>" } else { "" });
            if let Some(size) = self.half_points {
                put(to, format_args!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#));
            }
            to.push_str("</w:rPr>");
        }
        for (n, line) in self.words.split('\n').enumerate() {
            to.push_str(if n > 0 { "<w:br/>" } else { "" });
            to.push_str(r#"<w:t xml:space="preserve">"#);
            escape(line, to);
            to.push_str("</w:t>");
        }
        to.push_str("</w:r>");
    }
}

impl Paragraph {
    /// Makes a paragraph of a style.
    pub fn new(style: &'static str, runs: impl IntoIterator<Item = Run>) -> Self {
        let runs = runs.into_iter().collect();
        Self { style, side: Side::Style, with_next: false, indent: 0, line_above: None, runs }
    }

    /// Sets where it stands.
    pub const fn side(mut self, side: Side) -> Self {
        self.side = side;
        self
    }

    /// Moves it in from the left.
    pub const fn indent(mut self, twips: u32) -> Self {
        self.indent = twips;
        self
    }

    /// Keeps it with the next one.
    pub const fn with_next(mut self) -> Self {
        self.with_next = true;
        self
    }

    /// Writes it.
    pub fn write(&self, to: &mut String) {
        put(to, format_args!(r#"<w:p><w:pPr><w:pStyle w:val="{}"/>"#, self.style));
        to.push_str(if self.with_next { "<w:keepNext/>" } else { "" });
        match self.line_above {
            Some(inset) => put(
                to,
                format_args!(
                    r#"<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:before="80" w:after="0" w:line="40" w:lineRule="exact"/><w:ind w:left="{inset}" w:right="{inset}" w:firstLine="0"/>"#
                ),
            ),
            None if self.indent > 0 => put(to, format_args!(r#"<w:ind w:left="{}"/>"#, self.indent)),
            None => {}
        }
        match self.side {
            Side::Style => {}
            Side::Left => to.push_str(r#"<w:jc w:val="left"/>"#),
            Side::Centre => to.push_str(r#"<w:jc w:val="center"/>"#),
        }
        to.push_str("</w:pPr>");
        self.runs.iter().for_each(|run| run.write(to));
        to.push_str("</w:p>");
    }
}

impl Grid {
    /// Writes it. No row has more cells than there are columns, none has none, and no cell is without a paragraph.
    pub fn write(&self, to: &mut String) {
        let style = if self.lined { "TableGrid" } else { "TableNormal" };
        let whole: u32 = self.widths.iter().sum();
        put(
            to,
            format_args!(
                r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
            ),
        );
        for width in &self.widths {
            put(to, format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        to.push_str("</w:tblGrid>");
        self.rows.iter().for_each(|row| self.write_row(row, to));
        to.push_str("</w:tbl>");
    }

    fn write_row(&self, row: &TableRow, to: &mut String) {
        to.push_str("<w:tr><w:trPr><w:cantSplit/>");
        to.push_str(if row.repeated { "<w:tblHeader/>" } else { "" });
        to.push_str("</w:trPr>");
        let (mut at, columns) = (0, self.widths.len());
        for cell in &row.cells {
            let left = columns - at;
            if left == 0 {
                break;
            }
            let span = cell.span.clamp(1, left);
            self.write_cell(cell, at, span, to);
            at += span;
        }
        if at < columns {
            self.write_cell(&TableCell { span: columns - at, tinted: false, top: false, paragraphs: Vec::new() }, at, columns - at, to);
        }
        to.push_str("</w:tr>");
    }

    fn write_cell(&self, cell: &TableCell, at: usize, span: usize, to: &mut String) {
        let width: u32 = self.widths.iter().skip(at).take(span).sum();
        put(to, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#));
        if span > 1 {
            put(to, format_args!(r#"<w:gridSpan w:val="{span}"/>"#));
        }
        to.push_str(if cell.tinted { r#"<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>"# } else { "" });
        to.push_str(if cell.top { "" } else { r#"<w:vAlign w:val="center"/>"# });
        to.push_str("</w:tcPr>");
        if cell.paragraphs.is_empty() {
            Paragraph::new("TableText", []).write(to);
        }
        cell.paragraphs.iter().for_each(|paragraph| paragraph.write(to));
        to.push_str("</w:tc>");
    }
}

/// Writes words so that XML reads them as they are; what XML can't hold is left out.
pub fn escape(words: &str, to: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\t' => to.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => to.push(letter),
        }
    }
}

/// Writes words with what is put in; a text takes everything.
fn put(to: &mut String, words: Arguments<'_>) {
    let _ = to.write_fmt(words);
}
