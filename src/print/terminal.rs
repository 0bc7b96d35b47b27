//! Pages as lines of a terminal.

use clap::builder::styling::Style;
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use crate::account::{Block, Cell, Page, Table, Value};
use crate::points::{RoundingMode, spelled};
use crate::text::{Lang, visible};

/// Longest line of words that reads well.
const WIDEST: usize = 100;
/// Blanks by which what stands below a heading is moved in.
const INDENT: usize = 2;

/// Tables of many lines: a rule below the heads, none between lines.
pub const LISTED: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Stands for “bold from here” in words that are about to be printed; as no character at all it is in nobody's text.
const BOLD: char = '\u{FDD0}';
/// Stands for “plain again”.
const PLAIN: char = '\u{FDD1}';

/// Draws a page. What is bold is marked: [`styled`] makes the marks ready for a stream.
pub fn page(page: &Page, lang: Lang) -> String {
    let headed = page.blocks.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(page.blocks.len());
    page.blocks.iter().enumerate().map(|(n, block)| drawn(block, if n > headed { INDENT } else { 0 }, lang)).collect()
}

/// Draws a part of a page, ending in a line feed.
fn drawn(block: &Block, indent: usize, lang: Lang) -> String {
    match block {
        Block::Letterhead { superior, office, .. } => {
            let lines: Vec<&str> = superior.iter().chain([office]).map(String::as_str).collect();
            format!("{}\n", lines.join("\n"))
        }
        Block::Title { title, campaign, notice, remarks } => {
            let lines = [campaign].into_iter().chain(notice).chain(remarks);
            let lines: Vec<String> = [bold(&paragraph(title, 0))].into_iter().chain(lines.map(|line| paragraph(line, 0))).collect();
            format!("{}\n", lines.join("\n"))
        }
        Block::Subject { name, beside, below } => {
            let beside = if beside.is_empty() { String::new() } else { format!(" · {beside}") };
            format!("{}{beside}\n{}\n", bold(&wrapped(name, 0)), wrapped(below, 0))
        }
        Block::Heading(words) => format!("\n{}\n", bold(words)),
        Block::Paragraph(cell) => {
            let words = paragraph(&words(cell, lang), indent);
            format!("{}\n", if cell.look.letters.is_bold() { bold(&words) } else { words })
        }
        Block::Gap => "\n".into(),
        Block::Table(table) if table.head.is_empty() => columns(table, indent, lang),
        Block::Table(table) => format!("{}\n", listed(table, lang)),
        Block::Signatures(signatures) => format!("{}\n{} · {}\n", signatures.day, signatures.left.title, signatures.right.title),
    }
}

/// Marks words as bold.
pub fn bold(words: &str) -> String {
    format!("{BOLD}{words}{PLAIN}")
}

/// Makes words ready for a stream: what would steer a terminal is shown, our own marks become styles.
pub fn styled(words: &str) -> String {
    let style = Style::new().bold();
    visible(words).replace(BOLD, &style.render().to_string()).replace(PLAIN, &style.render_reset().to_string())
}

/// Breaks a line between words so that it stays readable, every line moved in by so many blanks.
pub fn wrapped(words: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let held = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(line) if held == 0 => line.push_str(word),
            Some(line) if indent + held + 1 + word.chars().count() <= WIDEST => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| format!("{margin}{line}")).collect::<Vec<_>>().join("\n")
}

/// Breaks every line of a paragraph.
fn paragraph(words: &str, indent: usize) -> String {
    words.split('\n').map(|line| wrapped(line, indent)).collect::<Vec<_>>().join("\n")
}

/// Gives the words of a cell; of a number without what follows it.
fn words(cell: &Cell, lang: Lang) -> String {
    match &cell.value {
        Value::Blank => String::new(),
        Value::Text(words) => words.clone(),
        Value::Number(number) => {
            // A number of a cell is rounded already, to the decimals that it is shown with.
            let machine = number.fixed(cell.look.decimals.unwrap_or_default(), RoundingMode::HalfUp);
            spelled(&machine, lang)
        }
    }
}

/// Gives what follows a number.
const fn behind(cell: &Cell) -> &'static str {
    if cell.look.percent { "%" } else { "" }
}

/// Tells whether a column holds numbers, so that it is set to the right.
fn of_numbers(table: &Table, column: usize) -> bool {
    table.rows.iter().chain(&table.foot).any(|row| matches!(row.get(column).map(|cell| &cell.value), Some(Value::Number(_))))
}

/// Draws a table with a heading.
fn listed(table: &Table, lang: Lang) -> comfy_table::Table {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(LISTED).set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_header(table.head.iter().map(|cell| words(cell, lang)));
    for row in table.rows.iter().chain(&table.foot) {
        drawn.add_row(row.iter().map(|cell| format!("{}{}", words(cell, lang), behind(cell))));
    }
    for column in (0..table.head.len()).filter(|column| of_numbers(table, *column)) {
        if let Some(column) = drawn.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    drawn
}

/// Sets a table without a heading in columns.
fn columns(table: &Table, indent: usize, lang: Lang) -> String {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let length = |words: &str| words.chars().count();
    let width = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| length(&words(cell, lang))).max().unwrap_or_default()
    };
    let layout: Vec<(usize, bool)> = (0..columns).map(|column| (width(column), of_numbers(table, column))).collect();
    let line = |row: &Vec<Cell>| {
        let mut line = " ".repeat(indent);
        for (cell, (width, numbers)) in row.iter().zip(&layout) {
            let words = words(cell, lang);
            let room = " ".repeat(width.saturating_sub(length(&words)));
            if *numbers {
                line.extend([&room, words.as_str(), behind(cell), "   "]);
            } else {
                line.extend([words.as_str(), &room, "  "]);
            }
        }
        format!("{}\n", line.trim_end())
    };
    table.rows.iter().map(line).collect()
}
