//! The parts of a document as paragraphs and tables.

use super::markup::{Grid, Paragraph, Run, Side, TableCell, TableRow, end_section};
use crate::account::{Align, Cell, Document, Head, NATIONAL_HEADING, Part, Table, Tone};
use crate::look;
use crate::text::{Lang, said};

/// Width of the text in twips: A4 less the margins.
const WIDTH: u32 = 9354;
/// Columns of the head: who sends it; the national heading, which must not break.
const HEAD: [u32; 2] = [3800, 5554];
/// Columns of recipients and signature.
const CLOSE: [u32; 2] = [4677, 4677];
/// Room between the edge of a cell and its words.
const ROOM: u32 = 85;
/// Sizes of the national heading and of place and day, in half points.
const NATIONAL: u32 = 25;
const MOTTO: u32 = 27;
/// Rows at the end of a table that stand together.
const LAST: usize = 3;
/// Most rows, and most letters, of a table that no page parts.
const MOST_WHOLE: (usize, usize) = (10, 900);
/// Paragraphs between a heading and its table that stand on its page.
const MOST_ABOVE: usize = 4;
/// Lines of a list before a signature that stand on its page.
const MOST_KEPT: usize = 6;
/// Twips that a step moves the words of a cell in.
const STEP: u32 = 113;

/// Writes everything that stands in a document.
pub fn body(document: &Document) -> String {
    let mut xml = String::new();
    let (mut after_table, mut in_annex) = (false, false);
    let mut parts = document.parts.iter().enumerate().peekable();
    while let Some((at, part)) = parts.next() {
        let table = matches!(part, Part::Table { .. } | Part::Head(_) | Part::Close { .. });
        if table && after_table {
            // Two tables that touch are one for Word.
            Paragraph::new("Rule", []).write(&mut xml);
        }
        if matches!(part, Part::Annex { .. }) {
            end_section(in_annex, &mut xml);
            in_annex = true;
        }
        match (part, parts.peek().map(|(_, next)| *next)) {
            (Part::Paragraph { lead, words }, Some(Part::Close { .. })) => {
                // A signature doesn't stand on a page by itself.
                running(lead, words).with_next().write(&mut xml);
                Paragraph::new("Rule", []).with_next().write(&mut xml);
            }
            // What introduces a table or a list stands on its page.
            // Nor with the closing sentence alone.
            (Part::Item(words), _) if leads_to_signature(&document.parts, at) => item(words).with_next().write(&mut xml),
            (Part::Remark(words), _) if leads_to_signature(&document.parts, at) => remark(words).with_next().write(&mut xml),
            (Part::Paragraph { lead, words }, _) if introduces(&document.parts, at) => running(lead, words).with_next().write(&mut xml),
            _ => write(part, document.lang, &mut xml),
        }
        after_table = table;
    }
    // A document ends in a paragraph, or Word adds one, on a page of its own where the last one is full.
    Paragraph::new("Rule", []).write(&mut xml);
    xml
}

/// Tells whether nothing but the end of a short list, remarks and a closing sentence stand between a part and the signature.
fn leads_to_signature(parts: &[Part], at: usize) -> bool {
    let is_listed = |part: &&Part| matches!(part, Part::Item(_) | Part::Remark(_));
    let behind = parts.get(at..).unwrap_or_default();
    let listed = behind.iter().take_while(is_listed).count();
    listed <= MOST_KEPT && matches!(behind.get(listed..), Some([Part::Paragraph { .. }, Part::Close { .. }, ..] | [Part::Close { .. }, ..]))
}

/// Tells whether a paragraph introduces what follows it: a table, or the list that its colon announces; and so do those
/// between a heading and such a table.
fn introduces(parts: &[Part], at: usize) -> bool {
    let is_paragraph = |part: &&Part| matches!(part, Part::Paragraph { .. });
    let (before, after) = (parts.get(..at).unwrap_or_default(), parts.get(at + 1..).unwrap_or_default());
    let above = before.iter().rev().find(|part| !is_paragraph(part));
    let headed = matches!(above, Some(Part::Heading(_) | Part::Subheading(_)));
    let is_short = |paragraphs: usize| paragraphs < MOST_ABOVE;
    match (parts.get(at), after.first()) {
        (_, Some(Part::Table { .. } | Part::Caption(_))) => true,
        (Some(Part::Paragraph { words, .. }), Some(Part::Item(_))) => words.ends_with(':'),
        (_, Some(Part::Paragraph { .. })) => {
            let between = after.iter().take_while(is_paragraph).count();
            headed && is_short(between) && matches!(after.get(between), Some(Part::Table { .. } | Part::Caption(_)))
        }
        _ => false,
    }
}

/// Writes a part.
fn write(part: &Part, lang: Lang, to: &mut String) {
    let mut put = |style, run: Run| Paragraph::new(style, [run]).write(to);
    match part {
        Part::Head(head) => head_of(head, lang).write(to),
        Part::Title { kind, about } => {
            put("Title", Run::plain(kind));
            put("Subtitle", Run::plain(about));
            rule(3500).write(to);
        }
        Part::To(names) => match names.as_slice() {
            [name] => put("To", Run::plain(said!(lang, "Kính gửi: {name}.", "To: {name}."))),
            names => {
                put("ToItem", Run::plain(lang.word("Kính gửi:", "To:")));
                let last = names.len().saturating_sub(1);
                for (n, name) in names.iter().enumerate() {
                    put("ToItem", Run::plain(format!("- {name}{}", if n == last { "." } else { ";" })));
                }
            }
        },
        Part::DecidedBy(words) => put("Title", Run::plain(words)),
        Part::Decides(words) => put("Title", Run::plain(words)),
        Part::Basis(words) => put("Basis", Run::plain(words)),
        Part::Heading(words) => put("Heading1", Run::plain(words)),
        Part::Subheading(words) => put("Heading2", Run::plain(words)),
        Part::Paragraph { lead, words } => running(lead, words).write(to),
        Part::Item(words) => item(words).write(to),
        Part::Remark(words) => remark(words).write(to),
        Part::Caption(words) => put("Caption", Run::plain(words)),
        Part::Table { widths, table } => grid(widths, table, lang).write(to),
        Part::Close { recipients, signed, name } => close(recipients, signed, name, lang).write(to),
        Part::Annex { number, about, of } => annex(number, about, of, to),
    }
}

/// Makes a paragraph of running text, with bold words in front where there are any.
fn running(lead: &str, words: &str) -> Paragraph {
    let lead = Some(lead).filter(|lead| !lead.is_empty()).map(|lead| Run::bold(format!("{lead} ")));
    Paragraph::new("BodyText", lead.into_iter().chain([Run::plain(words)]))
}

/// Makes a line of a list.
fn item(words: &str) -> Paragraph {
    Paragraph::new("BodyText", [Run::plain(format!("- {words}"))])
}

/// Makes a remark.
fn remark(words: &str) -> Paragraph {
    Paragraph::new("Remark", [Run::plain(words)])
}

/// Makes the short line below names.
fn rule(inset: u32) -> Paragraph {
    Paragraph { line_above: Some(inset), ..Paragraph::new("Rule", []) }
}

/// Makes a cell without lines around it.
const fn open(paragraphs: Vec<Paragraph>) -> TableCell {
    TableCell { span: 1, tinted: false, top: true, paragraphs }
}

/// Gives how far the line below the motto is moved in, so that it is as long as the words.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
fn below(motto: &str) -> u32 {
    let [_, cell] = HEAD;
    // Thousandths of the size, which is in half points: 10 twips each. Bold words take a fifteenth more.
    let words = look::width(motto) * MOTTO / 100 * 16 / 15;
    cell.saturating_sub(2 * ROOM + words) / 2
}

/// Makes the head: office and national heading, below them number and day.
fn head_of(head: &Head, lang: Lang) -> Grid {
    let [republic, motto] = NATIONAL_HEADING.map(|words| words.get(lang));
    let line = |run: Run| Paragraph::new("Letterhead", [run]);
    let lines = |words: &str, bold: bool| words.lines().map(|words| line(Run { bold, ..Run::plain(words) })).collect::<Vec<_>>();
    let mut office = head.superior.as_deref().map(|words| lines(words, false)).unwrap_or_default();
    office.extend(lines(&head.office, true));
    office.push(rule(1250));
    let nation = vec![line(Run::bold(republic).size(NATIONAL)), line(Run::bold(motto).size(MOTTO)), rule(below(motto))];
    let mut number = vec![line(Run::plain(&head.number))];
    number.extend(head.about.as_deref().map(|about| line(Run::plain(about).size(24))));
    let dated = vec![line(Run::italic(&head.dated).size(MOTTO))];
    let row = |left, right| TableRow { repeated: false, cells: vec![open(left), open(right)] };
    Grid { lined: false, widths: HEAD.to_vec(), rows: vec![row(office, nation), row(number, dated)] }
}

/// Makes recipients and signature, which no page parts.
fn close(recipients: &[String], signed: &[String], name: &str, lang: Lang) -> Grid {
    let mut left = vec![Paragraph::new("Recipients", [Run { italic: true, ..Run::bold(lang.word("Nơi nhận:", "Recipients:")).size(24) }])];
    left.extend(recipients.iter().map(|line| Paragraph::new("Recipients", [Run::plain(line)])));
    let mut right: Vec<Paragraph> = signed.iter().map(|line| Paragraph::new("Signature", [Run::plain(line)])).collect();
    // Room to sign in.
    right.extend((0..4).map(|_| Paragraph::new("Signature", [])));
    right.push(Paragraph::new("Signature", [Run::plain(name)]));
    let row = TableRow { repeated: false, cells: vec![open(left), open(right)] };
    Grid { lined: false, widths: CLOSE.to_vec(), rows: vec![row] }
}

/// Begins an annex on a new page.
fn annex(number: &str, about: &str, of: &str, to: &mut String) {
    Paragraph::new("AnnexTitle", [Run::plain(number)]).write(to);
    Paragraph::new("Subtitle", [Run::plain(about)]).write(to);
    if !of.is_empty() {
        Paragraph::new("AnnexOf", [Run::plain(of)]).write(to);
    }
    rule(3500).with_next().write(to);
}

/// Makes a table as wide as the text.
fn grid(widths: &[u32], table: &Table, lang: Lang) -> Grid {
    let whole: u32 = widths.iter().sum::<u32>().max(1);
    let mut scaled: Vec<u32> = widths.iter().map(|width| width * WIDTH / whole).collect();
    if let Some(last) = scaled.last_mut() {
        *last += WIDTH.saturating_sub(widths.iter().map(|width| width * WIDTH / whole).sum());
    }
    let row =
        |cells: &[Cell], repeated: bool| TableRow { repeated, cells: cells.iter().map(|cell| of_cell(cell, repeated, lang)).collect() };
    let mut rows: Vec<TableRow> = Vec::new();
    rows.extend(Some(&table.caption).filter(|caption| !caption.is_empty()).map(|caption| row(caption, true)));
    rows.extend(Some(&table.head).filter(|head| !head.is_empty()).map(|head| row(head, true)));
    rows.extend(table.rows.iter().map(|cells| row(cells, false)));
    if let (true, Some(words)) = (table.rows.is_empty(), &table.when_empty) {
        let whole = Cell { span: u16::try_from(widths.len()).unwrap_or(1), ..words.clone() };
        rows.push(row(&[whole], false));
    }
    rows.extend(table.foot.iter().map(|cells| row(cells, false)));
    // A short table stands on one page; of others the last rows stay together: a mean doesn't stand alone at the head of a page.
    let letters = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).flat_map(|paragraph| &paragraph.runs);
    let is_short = rows.len() <= MOST_WHOLE.0 && letters.map(|run| run.words.chars().count()).sum::<usize>() <= MOST_WHOLE.1;
    let together = if is_short { rows.len() } else { LAST };
    let before_last = rows.iter_mut().rev().skip(1).take(together.saturating_sub(1));
    before_last.flat_map(|row| &mut row.cells).flat_map(|cell| &mut cell.paragraphs).for_each(|paragraph| paragraph.with_next = true);
    Grid { lined: true, widths: scaled, rows }
}

/// Makes a cell of a table.
fn of_cell(cell: &Cell, head: bool, lang: Lang) -> TableCell {
    let run = Run {
        bold: head || cell.look.letters.is_bold(),
        italic: cell.look.letters.is_italic(),
        half_points: cell.look.size.map(|points| points * 2),
        words: cell.words(lang),
    };
    let side = if head || cell.look.align == Align::Centre { Side::Centre } else { Side::Left };
    let steps = u32::from(cell.look.indent.saturating_sub(1));
    let paragraph = Paragraph::new("TableText", Some(run).filter(|run| !run.words.is_empty())).side(side).indent(steps * STEP);
    // A head of a table doesn't stand at the foot of a page.
    let paragraph = if head { paragraph.with_next() } else { paragraph };
    let tinted = head || matches!(cell.look.tone, Tone::Area | Tone::Group | Tone::Heading);
    TableCell { span: usize::from(cell.span), tinted, top: false, paragraphs: vec![paragraph] }
}
