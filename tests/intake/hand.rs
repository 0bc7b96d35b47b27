//! What people do to a workbook once it has left the program: type over cells, delete and repeat rows, columns and sheets.
//!
//! Cells are named by their keys, `leaf:1.2 claimed`, so that a change of the layout moves no test; `evidence#2` is the
//! second row of its key, `index+6` the sixth below. On other sheets, and for cells without keys, an address says which: `Z40`.

use std::collections::BTreeMap;

use parindex::form::layout::{ASSESSMENT, EVIDENCE, GUIDE, KEYS, META};
use serde::Deserialize;

use super::raw::{unzip, zip};

/// One thing that somebody does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Act {
    /// Types into a cell.
    Put(Put),
    /// Writes a note beside a cell.
    Note {
        /// Sheet.
        #[serde(default)]
        sheet: Sheet,
        /// Cell.
        at: String,
        /// What it says.
        text: String,
    },
    /// Deletes the notes of a sheet.
    DeleteNotes {
        /// Sheet.
        #[serde(default)]
        sheet: Sheet,
    },
    /// Deletes a row; those below move up.
    DeleteRow(At),
    /// Deletes a column; those to the right move left.
    DeleteColumn(At),
    /// Copies a column, and puts the copy in front of it: the original moves right.
    CopyColumnBefore(At),
    /// Copies a column, and puts the copy behind the last one.
    CopyColumnToEnd(At),
    /// Copies a row to the end of the sheet.
    RepeatRow(At),
    /// Copies a row, and puts the copy below it.
    CopyRowBelow(At),
    /// Merges the cells of a column, from one down to another; what the lower ones held is gone.
    MergeDown {
        /// Sheet.
        #[serde(default)]
        sheet: Sheet,
        /// Topmost cell.
        at: String,
        /// Lowest cell.
        to: String,
    },
    /// Copies a sheet to the end, under another name.
    CopySheet {
        /// Sheet.
        sheet: Sheet,
        /// Name of the copy.
        name: String,
    },
    /// Deletes a sheet.
    DeleteSheet {
        /// Sheet.
        sheet: Sheet,
    },
    /// Deletes a sheet that was added.
    DeleteAdded {
        /// Its name.
        name: String,
    },
    /// Adds a sheet of words: a line a row, cells parted by bars.
    AddSheet {
        /// Its name.
        name: String,
        /// What it says.
        text: String,
    },
}

/// What is typed, and where.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Put {
    #[serde(default)]
    sheet: Sheet,
    at: String,
    /// Text, a number, a formula with the result that it was stored with (if any), an error, or nothing.
    text: Option<String>,
    number: Option<String>,
    formula: Option<String>,
    result: Option<String>,
    error: Option<String>,
    /// Text with words struck out, between two tildes each: `~~1,5~~ 1,8`.
    struck: Option<String>,
    /// Number format that the cell gets.
    format: Option<String>,
}

/// Row or column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct At {
    #[serde(default)]
    sheet: Sheet,
    at: String,
}

/// Sheet of a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    /// With the guide.
    Guide,
    /// With criteria, figures and claims.
    #[default]
    Assessment,
    /// With the documents.
    Evidence,
    /// That says what the form is; its rows are named by their keys.
    Meta,
    /// Of the council's workbook, the one to fill in.
    Appraisal,
    /// Of the council's workbook, the one that says what to look at first.
    Worklist,
    /// Of a unit's explanation, the one to fill in.
    Explanation,
    /// Of a unit's explanation, the one with further documents.
    Further,
}

/// Does one thing after the other to a workbook.
pub fn by_hand(workbook: &[u8], acts: &[Act]) -> Vec<u8> {
    let mut book = Book::open(workbook);
    for act in acts {
        book.act(act);
    }
    book.close()
}

/// Parts of a workbook of ours.
struct Book {
    parts: Vec<(String, Vec<u8>)>,
    strings: Vec<String>,
}

impl Book {
    fn open(workbook: &[u8]) -> Self {
        let parts = unzip(workbook);
        let mut book = Self { parts, strings: Vec::new() };
        let strings = book.text("xl/sharedStrings.xml");
        book.strings = strings.split("<si>").skip(1).map(plain).collect();
        book
    }

    fn close(self) -> Vec<u8> {
        let parts: Vec<(&str, Vec<u8>)> = self.parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        zip(&parts)
    }

    fn text(&self, part: &str) -> String {
        let (_, bytes) = self.parts.iter().find(|(name, _)| name == part).unwrap_or_else(|| panic!("no part {part}"));
        String::from_utf8(bytes.clone()).unwrap()
    }

    fn put_text(&mut self, part: &str, text: String) {
        match self.parts.iter_mut().find(|(name, _)| name == part) {
            Some((_, bytes)) => *bytes = text.into_bytes(),
            None => self.parts.push((part.to_owned(), text.into_bytes())),
        }
    }

    /// Adds a look with a number format; gives its number.
    fn style(&mut self, format: &str) -> usize {
        let part = "xl/styles.xml";
        let (numbers, format) = (self.text(part).matches("<numFmt ").count() + 500, escaped(format));
        let code = format!("<numFmt numFmtId=\"{numbers}\" formatCode=\"{format}\"/></numFmts>");
        let styles = self.text(part).replace("</numFmts>", &code);
        let looks = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap().matches("<xf ").count();
        let look =
            format!("<xf numFmtId=\"{numbers}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>");
        self.put_text(part, styles.replace("</cellXfs>", &look));
        looks
    }

    /// Finds the part of a sheet: our writer numbers them in their order.
    fn part(&self, sheet: Sheet) -> String {
        let book = self.text("xl/workbook.xml");
        let names = sheet.names();
        let at = book.split("<sheet ").skip(1).position(|sheet| names.iter().any(|name| sheet.contains(&format!("name=\"{name}\""))));
        format!("xl/worksheets/sheet{}.xml", at.unwrap_or_else(|| panic!("no sheet {names:?}")) + 1)
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Put(put) => {
                let style = put.format.as_deref().map(|format| self.style(format));
                self.change(put.sheet, |grid, strings| {
                    let at = grid.find(&put.at, put.sheet, strings);
                    grid.put(at, put, style);
                });
            }
            Act::Note { sheet, at, text } => self.note(*sheet, at, text),
            Act::DeleteNotes { sheet } => {
                let name = self.part(*sheet).replace("worksheets/", "worksheets/_rels/") + ".rels";
                let kept: String = self.text(&name).split_inclusive("/>").filter(|relation| !relation.contains("/comments\"")).collect();
                self.put_text(&name, kept);
            }
            Act::MergeDown { sheet, at, to } => self.change(*sheet, |grid, strings| {
                let ((top, column), (bottom, _)) = (grid.find(at, *sheet, strings), grid.find(to, *sheet, strings));
                for row in top + 1..=bottom {
                    grid.rows.get_mut(&row).map(|row| row.cells.remove(&column));
                }
                let address = |row: u32| parindex::workbook::address(row - 1, column - 1);
                let merged = format!("<mergeCell ref=\"{}:{}\"/></mergeCells>", address(top), address(bottom));
                assert!(grid.tail.contains("</mergeCells>"), "the form has merged cells");
                grid.tail = grid.tail.replacen("</mergeCells>", &merged, 1);
            }),
            Act::DeleteRow(At { sheet, at }) => self.change(*sheet, |grid, strings| {
                let (gone, _) = grid.find(at, *sheet, strings);
                let rows = std::mem::take(&mut grid.rows).into_iter().filter(|(row, _)| *row != gone);
                grid.rows = rows.map(|(row, cells)| (if row > gone { row - 1 } else { row }, cells)).collect();
                grid.move_merged(|row| if row > gone { row - 1 } else { row }, |column| column);
            }),
            Act::DeleteColumn(At { sheet, at }) => self.change(*sheet, |grid, strings| {
                let (_, gone) = grid.find(at, *sheet, strings);
                for row in grid.rows.values_mut() {
                    let cells = std::mem::take(&mut row.cells).into_iter().filter(|(column, _)| *column != gone);
                    row.cells = cells.map(|(column, cell)| (if column > gone { column - 1 } else { column }, cell)).collect();
                }
                grid.move_merged(|row| row, |column| if column > gone { column - 1 } else { column });
            }),
            Act::CopyColumnBefore(At { sheet, at }) => self.change(*sheet, |grid, strings| {
                let (_, copied) = grid.find(at, *sheet, strings);
                for row in grid.rows.values_mut() {
                    let copy = row.cells.get(&copied).cloned();
                    let cells = std::mem::take(&mut row.cells).into_iter();
                    row.cells = cells.map(|(column, cell)| (if column >= copied { column + 1 } else { column }, cell)).collect();
                    row.cells.extend(copy.map(|cell| (copied, cell)));
                }
                grid.move_merged(|row| row, |column| if column >= copied { column + 1 } else { column });
            }),
            Act::CopyColumnToEnd(At { sheet, at }) => self.change(*sheet, |grid, strings| {
                let (_, copied) = grid.find(at, *sheet, strings);
                let last = grid.rows.values().filter_map(|row| row.cells.keys().next_back()).max().copied().unwrap();
                for row in grid.rows.values_mut() {
                    let copy = row.cells.get(&copied).cloned();
                    row.cells.extend(copy.map(|cell| (last + 1, cell)));
                }
            }),
            Act::CopyRowBelow(At { sheet, at }) => self.change(*sheet, |grid, strings| {
                let (from, _) = grid.find(at, *sheet, strings);
                let copy = grid.rows[&from].clone();
                let rows = std::mem::take(&mut grid.rows).into_iter();
                grid.rows = rows.map(|(row, cells)| (if row > from { row + 1 } else { row }, cells)).collect();
                grid.rows.insert(from + 1, copy);
                grid.move_merged(|row| if row > from { row + 1 } else { row }, |column| column);
            }),
            Act::RepeatRow(At { sheet, at }) => self.change(*sheet, |grid, strings| {
                let (from, _) = grid.find(at, *sheet, strings);
                let last = *grid.rows.keys().next_back().unwrap();
                grid.rows.insert(last + 1, grid.rows[&from].clone());
            }),
            Act::CopySheet { sheet, name } => {
                let xml = self.text(&self.part(*sheet));
                // A copy in Excel keeps its protection and its notes; a reader of values needs neither.
                let (cells, _) = xml.split_once("</sheetData>").unwrap();
                self.add(name, format!("{cells}</sheetData></worksheet>"));
            }
            Act::AddSheet { name, text } => {
                let cell = |row: usize, column: u32, words: &str| {
                    let words = escaped(words);
                    format!("<c r=\"{}{row}\" t=\"inlineStr\"><is><t>{words}</t></is></c>", letters(column))
                };
                let rows = text.lines().enumerate().map(|(row, line)| {
                    let words = (1..).zip(line.split('|').map(str::trim)).filter(|(_, words)| !words.is_empty());
                    let cells: String = words.map(|(column, words)| cell(row + 1, column, words)).collect();
                    format!("<row r=\"{}\">{cells}</row>", row + 1)
                });
                let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
                self.add(name, format!("<worksheet xmlns=\"{main}\"><sheetData>{}</sheetData></worksheet>", rows.collect::<String>()));
            }
            Act::DeleteSheet { sheet } => self.delete(sheet.names()[0]),
            Act::DeleteAdded { name } => self.delete(name),
        }
    }

    /// Deletes a sheet.
    fn delete(&mut self, name: &str) {
        let book = self.text("xl/workbook.xml");
        let kept = book.split_inclusive("/>").filter(|piece| !(piece.contains("<sheet ") && piece.contains(&format!("name=\"{name}\""))));
        self.put_text("xl/workbook.xml", kept.collect());
    }

    /// Writes a note beside a cell of a sheet without notes.
    fn note(&mut self, sheet: Sheet, at: &str, text: &str) {
        let part = self.part(sheet);
        let (row, column) = Grid::parse(&self.text(&part)).find(at, sheet, &self.strings);
        let name = part.replace("worksheets/", "worksheets/_rels/") + ".rels";
        let known = self.parts.iter().any(|(part, _)| *part == name);
        let relations = if known { self.text(&name) } else { "<Relationships></Relationships>".to_owned() };
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
        let relation = format!("<Relationship Id=\"rIdNote\" Type=\"{kind}\" Target=\"/xl/notes.xml\"/></Relationships>");
        self.put_text(&name, relations.replace("</Relationships>", &relation));
        let (cell, text) = (format!("{}{row}", letters(column)), escaped(text));
        let comment = format!("<comment ref=\"{cell}\" authorId=\"0\"><text><t>{text}</t></text></comment>");
        self.put_text(
            "xl/notes.xml",
            format!("<comments><authors><author>Văn phòng</author></authors><commentList>{comment}</commentList></comments>"),
        );
    }

    /// Adds a sheet at the end.
    fn add(&mut self, name: &str, xml: String) {
        let n = self.parts.iter().filter(|(part, _)| part.starts_with("xl/worksheets/sheet")).count() + 1;
        self.put_text(&format!("xl/worksheets/sheet{n}.xml"), xml);
        let listed = format!("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rIdHand{n}\"/></sheets>", escaped(name), n + 100);
        let book = self.text("xl/workbook.xml").replace("</sheets>", &listed);
        self.put_text("xl/workbook.xml", book);
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let link = format!("<Relationship Id=\"rIdHand{n}\" Type=\"{kind}\" Target=\"worksheets/sheet{n}.xml\"/></Relationships>");
        let links = self.text("xl/_rels/workbook.xml.rels").replace("</Relationships>", &link);
        self.put_text("xl/_rels/workbook.xml.rels", links);
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
        let typed = format!("<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{kind}\"/></Types>");
        let types = self.text("[Content_Types].xml").replace("</Types>", &typed);
        self.put_text("[Content_Types].xml", types);
    }

    /// Changes the cells of a sheet.
    fn change(&mut self, sheet: Sheet, change: impl Fn(&mut Grid, &[String])) {
        let part = self.part(sheet);
        let mut grid = Grid::parse(&self.text(&part));
        change(&mut grid, &self.strings);
        self.put_text(&part, grid.xml());
    }
}

impl Sheet {
    /// Lists the names of the sheet, in Vietnamese and in English.
    fn names(self) -> [&'static str; 2] {
        match self {
            Self::Guide => [GUIDE.vi, GUIDE.en],
            Self::Assessment => [ASSESSMENT.vi, ASSESSMENT.en],
            Self::Evidence => [EVIDENCE.vi, EVIDENCE.en],
            Self::Meta => [META; 2],
            Self::Appraisal => ["Thẩm định", "Appraisal"],
            Self::Worklist => ["Việc cần làm", "Worklist"],
            Self::Explanation => ["Giải trình", "Explanation"],
            Self::Further => ["Tài liệu bổ sung", "Further documents"],
        }
    }
}

/// Cells of a sheet, rows and columns counted from 1, as their XML without the address.
struct Grid {
    head: String,
    rows: BTreeMap<u32, Row>,
    tail: String,
}

#[derive(Clone)]
struct Row {
    /// Attributes but for the number.
    attributes: String,
    /// Attributes and content of each cell: ` s="5" t="s"><v>0</v></c>`.
    cells: BTreeMap<u32, String>,
}

impl Grid {
    fn parse(xml: &str) -> Self {
        let (head, rest) = xml.split_once("<sheetData>").unwrap();
        let (rows, tail) = rest.split_once("</sheetData>").unwrap();
        let rows = rows.split("<row r=\"").skip(1).map(|row| {
            let (number, rest) = row.split_once('"').unwrap();
            let (attributes, cells) = rest.split_once('>').unwrap();
            let cells = cells.split("<c r=\"").skip(1).map(|cell| {
                let (address, rest) = cell.split_once('"').unwrap();
                (column(address), rest.strip_suffix("</row>").unwrap_or(rest).to_owned())
            });
            (number.parse().unwrap(), Row { attributes: attributes.trim_end_matches('/').to_owned(), cells: cells.collect() })
        });
        Self { head: head.to_owned(), rows: rows.collect(), tail: tail.to_owned() }
    }

    fn xml(&self) -> String {
        let rows = self.rows.iter().map(|(number, row)| {
            let cells = row.cells.iter().map(|(column, cell)| format!("<c r=\"{}{number}\"{cell}", letters(*column)));
            format!("<row r=\"{number}\"{}>{}</row>", row.attributes, cells.collect::<String>())
        });
        format!("{}<sheetData>{}</sheetData>{}", self.head, rows.collect::<String>(), self.tail)
    }

    /// Tells whether a cell says this.
    fn says(&self, row: u32, column: u32, words: &str, strings: &[String]) -> bool {
        let Some(cell) = self.rows.get(&row).and_then(|row| row.cells.get(&column)) else { return false };
        match cell.split_once("t=\"s\"><v>") {
            Some((_, index)) => {
                index.split('<').next().and_then(|index| strings.get(index.parse::<usize>().ok()?)).is_some_and(|text| text == words)
            }
            None => cell.contains("inlineStr") && plain(cell) == words,
        }
    }

    /// Moves the merged cells of rows and columns that move.
    fn move_merged(&mut self, to: impl Fn(u32) -> u32, across: impl Fn(u32) -> u32) {
        let moved = |address: &str| {
            let at = address.find(|c: char| c.is_ascii_digit()).unwrap();
            format!("{}{}", letters(across(column(address))), to(address[at..].parse().unwrap()))
        };
        let parts: Vec<String> = self.tail.split("<mergeCell ref=\"").map(str::to_owned).collect();
        let (head, areas) = parts.split_first().unwrap();
        let areas = areas.iter().map(|part| {
            let (area, rest) = part.split_once('"').unwrap();
            let (first, last) = area.split_once(':').unwrap();
            format!("<mergeCell ref=\"{}:{}\"{rest}", moved(first), moved(last))
        });
        self.tail = head.clone() + &areas.collect::<String>();
    }

    /// Finds a cell by its keys or its address; a row or a column alone is found with the first of the other.
    fn find(&self, at: &str, sheet: Sheet, strings: &[String]) -> (u32, u32) {
        let cells = || self.rows.iter().flat_map(|(row, cells)| cells.cells.keys().map(move |column| (*row, *column)));
        if sheet == Sheet::Meta {
            let (row, _) =
                cells().find(|(row, column)| *column == 1 && self.says(*row, 1, at, strings)).unwrap_or_else(|| panic!("no {at}"));
            return (row, 2);
        }
        let digits = at.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        if digits > 0 && at[..digits].chars().all(|c| c.is_ascii_uppercase()) {
            return (at[digits..].parse().unwrap(), column(at));
        }
        let (top, left) = cells().find(|(row, column)| self.says(*row, *column, KEYS, strings)).expect("a sheet with keys");
        let (key, of) = at.split_once(' ').unwrap_or((at, ""));
        let (key, of) =
            if key.contains([':', '#', '+']) || of.is_empty() && !self.is_column(top, key, strings) { (key, of) } else { ("", key) };
        let (key, below) = key.split_once('+').map_or((key, 0), |(key, below)| (key, below.parse::<u32>().unwrap()));
        let (key, nth) = key.split_once('#').map_or((key, 1), |(key, nth)| (key, nth.parse::<usize>().unwrap()));
        let row = self.rows.keys().filter(|row| self.says(**row, left, key, strings)).nth(nth - 1);
        let column = self.rows[&top].cells.keys().find(|column| self.says(top, **column, of, strings));
        assert!(key.is_empty() || row.is_some(), "no row {key}");
        assert!(of.is_empty() || column.is_some(), "no column {of}");
        (row.copied().unwrap_or(top) + below, column.copied().unwrap_or(left))
    }

    fn is_column(&self, top: u32, key: &str, strings: &[String]) -> bool {
        self.rows[&top].cells.keys().any(|column| self.says(top, *column, key, strings))
    }

    /// Types into a cell, which keeps its look.
    fn put(&mut self, (row, column): (u32, u32), put: &Put, new: Option<usize>) {
        let cells = &mut self.rows.entry(row).or_insert_with(|| Row { attributes: String::new(), cells: BTreeMap::new() }).cells;
        let style = cells.get(&column).and_then(|cell| cell.split_once(" s=\"")?.1.split('"').next().map(str::to_owned));
        let style = new.map(|style| style.to_string()).or(style).map_or_else(String::new, |style| format!(" s=\"{style}\""));
        let formula = put.formula.as_ref().map_or_else(String::new, |formula| format!("<f>{}</f>", escaped(formula)));
        if let Some(struck) = &put.struck {
            let run = |(n, words): (usize, &str)| {
                let look = if n % 2 == 1 { "<rPr><strike/></rPr>" } else { "" };
                format!("<r>{look}<t xml:space=\"preserve\">{}</t></r>", escaped(words))
            };
            let runs: String = struck.split("~~").enumerate().filter(|(_, words)| !words.is_empty()).map(run).collect();
            cells.insert(column, format!("{style} t=\"inlineStr\"><is>{runs}</is></c>"));
            return;
        }
        let cell = match (&put.text, &put.number, &put.error, &put.result) {
            (Some(text), ..) => format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text)),
            (_, Some(number), ..) => format!("><v>{number}</v></c>"),
            (_, _, Some(error), _) => format!(" t=\"e\">{formula}<v>{error}</v></c>"),
            (.., Some(result)) => format!(">{formula}<v>{result}</v></c>"),
            _ => format!(">{formula}</c>"),
        };
        cells.insert(column, format!("{style}{cell}"));
    }
}

/// Gives the text of a shared string.
fn plain(string: &str) -> String {
    let pieces = string.split("</si>").next().unwrap_or_default().split("<t").skip(1);
    let texts = pieces.filter_map(|piece| piece.split_once('>')?.1.split("</t>").next());
    texts.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Gives the column of an address, counted from 1.
fn column(address: &str) -> u32 {
    address.chars().take_while(char::is_ascii_uppercase).fold(0, |column, letter| column * 26 + (letter as u32 - 'A' as u32 + 1))
}

/// Gives the letters of a column, counted from 1.
fn letters(column: u32) -> String {
    let (rest, last) = ((column - 1) / 26, char::from(b'A' + u8::try_from((column - 1) % 26).unwrap()));
    if rest == 0 { last.to_string() } else { format!("{}{last}", letters(rest)) }
}
