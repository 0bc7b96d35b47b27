//! A filled workbook of the council → the lines that plain tables make. Rows and columns are found by their keys.

use std::collections::{BTreeMap, BTreeSet};

use super::agency::COUNCIL;
use super::intact;
use super::known::Known;
use super::layout::{APPLIES, At, CORRECTED, FINAL, LAYOUT, LineKey, POINTS, REASON, SEEN, TABLE, TABLE_COLUMNS};
use super::meta::{self, Meta, other_layout};
use super::refused::{Intact, Line};
use super::seen;
use super::stray;
use super::titles::{self, MadeFor};
use crate::assessment::{Round, Seen};
use crate::criteria::Criterion;
use crate::figure::{CriterionId, SetId, UnitId};
use crate::finding::appraisal::{
    AGENCY_BY_NAME, BOOK_OF_OTHER_AGENCY, BOOK_OF_OTHER_CAMPAIGN, BOOK_OF_OTHER_VERSION, BOOK_OF_UNKNOWN_ROUND, BOOK_WITHOUT_TABLE,
    LINE_OF_OTHER_MAXIMUM,
};
use crate::finding::{CellAddress, Checked, Finding, Part, Place};
use crate::form::layout::Column;
use crate::form::read::keyed::{Keyed, SheetKey};
use crate::intake::table::{Measure, Row, RowGives, SaidRound, is_mark};
use crate::points::Points;
use crate::text;
use crate::text::Lang;
use crate::text::fold::fold;
use crate::typed::value;
use crate::workbook::{Book, Cell, Value};

impl SheetKey for LineKey {
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }

    fn written() -> [&'static [Column]; 2] {
        [TABLE_COLUMNS, &[]]
    }
}

/// Tells whether a workbook is one of the council's, whatever was done to it.
pub fn is_workbook(book: &Book) -> bool {
    meta::read(book).is_some() || book.sheets.iter().any(|grid| sheet_of(grid).is_some())
}

/// Reads the map of the sheet to fill in.
pub fn sheet_of(grid: &crate::workbook::Grid) -> Option<Keyed<'_, LineKey>> {
    Keyed::<LineKey>::find_by_key(grid, &[CORRECTED, POINTS]).filter(|keyed| keyed.rows.iter().any(|(_, key)| key.of().is_some()))
}

/// What was read from a workbook.
#[derive(Default)]
pub struct Filled {
    /// Lines, as plain tables have them.
    pub rows: Vec<Row>,
    /// What units had said of the leaves of these lines when the workbook was made.
    pub seen: Vec<(Round, UnitId, CriterionId, Seen)>,
}

/// Workbook whose sheet to fill in was found, compared with what the program wrote.
pub struct FilledSheet<'a> {
    /// The sheet.
    pub sheet: Keyed<'a, LineKey>,
    /// What the workbook says of itself.
    pub meta: Meta,
    /// Round that it is for.
    pub round: Round,
    /// Leaves of which something can't be told, or stands in the wrong cell.
    pub intact: Intact,
}

/// Reads a filled workbook.
pub fn read<'a>(book: &'a Book, file: &str, known: &Known<'a>) -> Checked<Filled> {
    let Checked { value: found, mut findings } = find(book, file, known);
    let Some(FilledSheet { sheet, meta, round, intact }) = found else { return Checked { value: Filled::default(), findings } };
    let leaf = |(row, key): &(u32, LineKey)| match key {
        LineKey::Leaf(unit, leaf) => Some(((unit.clone(), leaf.clone()), *row)),
        _ => None,
    };
    let homes = sheet.rows.iter().filter_map(leaf).collect();
    let refused = intact.refused.into_iter().chain(intact.misplaced.into_keys()).collect();
    let mut reader = WorkbookReader {
        sheet: &sheet,
        file,
        round,
        lang: meta.lang,
        known,
        appraiser: None,
        homes,
        refused,
        findings: Vec::new(),
        rows: Vec::new(),
        seen: BTreeMap::new(),
    };
    reader.appraiser = reader.named_appraiser().or(meta.by_name);
    for (row, key) in &sheet.rows {
        reader.line(*row, key);
    }
    findings.append(&mut reader.findings);
    let seen = reader.seen.into_iter().map(|((unit, leaf), seen)| (round, unit, leaf, seen)).collect();
    Checked { value: Filled { rows: reader.rows, seen }, findings }
}

/// Finds the sheet to fill in, and compares it with what the program wrote. Nothing where the workbook can't be read as one
/// of this campaign.
pub fn find<'a>(book: &'a Book, file: &str, known: &Known<'a>) -> Checked<Option<FilledSheet<'a>>> {
    let refuse = |finding: Finding| Checked { value: None, findings: vec![finding.at(Place::file(file)).hides([Part::Appraisal])] };
    let Some(meta) = meta::read(book) else {
        let message = text!(
            "Phiếu thẩm định “{file}” đã mất trang ẩn “_parindex”, nên không biết thuộc đợt nào, lần thẩm định nào; chưa đọc.",
            "The appraisal workbook “{file}” has lost its hidden sheet “_parindex”: campaign and round are not known, so it is not read."
        );
        return refuse(Finding::new(&BOOK_WITHOUT_TABLE, message));
    };
    if let Some(finding) = other_layout(&meta.layout, LAYOUT).or_else(|| other_campaign(&meta, known)) {
        return refuse(finding);
    }
    let Some(round) = meta.round.as_ref().and_then(|round| round.parse().ok()).and_then(Round::new) else {
        let said = meta.round.clone().unwrap_or_default();
        let message = text!(
            "Phiếu thẩm định ghi lần thẩm định “{said}”, không phải là một số từ 1 đến 99; chưa đọc.",
            "The appraisal workbook is of round “{said}”, which is not a number from 1 to 99; it is not read."
        );
        return refuse(Finding::new(&BOOK_OF_UNKNOWN_ROUND, message));
    };
    if !known.campaign.rounds.allow(round) {
        let number = round.number();
        let message = text!(
            "Phiếu của thẩm định lần {number}, mà rounds của đợt không có lần này; chưa đọc.",
            "A workbook of round {number}, which is not among the rounds of the campaign; it is not read."
        );
        return refuse(Finding::new(&BOOK_OF_UNKNOWN_ROUND, message));
    }
    let mut sheets: Vec<Keyed<'a, LineKey>> = book.sheets.iter().filter_map(sheet_of).collect();
    // Of a sheet and its copy the one with the title that the program wrote is read.
    let mut copies: Vec<Keyed<'a, LineKey>> = Vec::new();
    if sheets.len() > 1 && sheets.iter().any(|sheet| TABLE.are(&sheet.grid.name)) {
        (sheets, copies) = sheets.into_iter().partition(|sheet| TABLE.are(&sheet.grid.name));
    }
    let several = sheets.len() > 1;
    let Some(sheet) = sheets.pop().filter(|_| !several) else {
        let name = TABLE.get(meta.lang);
        let message = if several {
            text!(
                "Phiếu thẩm định “{file}” có nhiều trang thẩm định, không rõ trang nào được dùng; chưa đọc.",
                "The appraisal workbook “{file}” has several sheets of appraisal, and nothing says which counts; none is read."
            )
        } else {
            text!(
                "Phiếu thẩm định “{file}” không còn trang “{name}” có dòng và cột mã ẩn; chưa đọc.",
                "The appraisal workbook “{file}” has lost the sheet “{name}” with its hidden keys; it is not read."
            )
        };
        return refuse(Finding::new(&BOOK_WITHOUT_TABLE, message));
    };
    let of = MadeFor { year: known.campaign.year, round, rounds: &known.campaign.rounds, title: meta.title.as_deref() };
    if let Some(finding) = titles::check(sheet.grid, sheet.keys.0, of, file) {
        return Checked { value: None, findings: vec![finding.hides([Part::Appraisal])] };
    }
    let mut findings = other_versions(&meta, known, file);
    findings.extend(copies.iter().filter_map(|copy| intact::differs(&sheet, copy, file)));
    let mut intact = intact::check(&sheet, file, known, &meta);
    findings.append(&mut intact.findings);
    findings.extend(by_name(&meta, known, file));
    findings.extend(of_others(&sheet, file, known, &meta, &mut intact.refused));
    findings.extend(stray::further_sheets(book, sheet.grid, file));
    findings.extend(stray::looked_at(book, &meta.printed, file));
    Checked { value: Some(FilledSheet { sheet, meta, round, intact }), findings }
}

/// Says that a workbook is of another campaign.
fn other_campaign(meta: &Meta, known: &Known<'_>) -> Option<Finding> {
    let year = known.campaign.year.to_string();
    let (theirs, their_year) = (meta.campaign.clone().unwrap_or_default(), meta.year.clone().unwrap_or_default());
    if theirs == known.campaign.id && their_year == year {
        return None;
    }
    let ours = &known.campaign.id;
    let message = text!(
        "Phiếu thẩm định của đợt “{theirs}” năm “{their_year}”, đợt này là “{ours}” năm {year}; chưa đọc.",
        "An appraisal workbook of campaign “{theirs}”, year “{their_year}”; this one is “{ours}”, {year}; it is not read."
    );
    Some(Finding::new(&BOOK_OF_OTHER_CAMPAIGN, message))
}

/// Says that the id of the agency is none of the campaign's, where its name is one.
fn by_name(meta: &Meta, known: &Known<'_>, file: &str) -> Option<Finding> {
    let (by, name) = (meta.by.as_ref()?, meta.by_name.as_ref()?);
    let lists_id = known.campaign.agencies.list().iter().any(|agency| agency.id.as_str() == by);
    let of_sets = || {
        known.sets.values().any(|set| set.leaves().any(|(leaf, _)| set.lineage(&leaf.id).iter().any(|one| one.agency.as_ref() == Some(by))))
    };
    let named = known.campaign.agencies.list().iter().find(|agency| fold(&agency.name) == fold(name))?;
    if lists_id || of_sets() {
        return None;
    }
    let (id, name) = (&named.id, &named.name);
    let message = text!(
        "Phiếu ghi mã cơ quan thẩm định “{by}”, đợt đánh giá không có mã này; theo tên “{name}” thì được đọc là phiếu của “{id}”.",
        "The workbook is of the agency “{by}”, an id that the campaign does not have; by the name “{name}” it is read as that of “{id}”."
    );
    Some(Finding::new(&AGENCY_BY_NAME, message).at(Place::file(file)))
}

/// Refuses the leaves that the agency of the workbook does not appraise, and says so once for each criterion. The office
/// that runs the campaign may type what it likes.
fn of_others(sheet: &Keyed<'_, LineKey>, file: &str, known: &Known<'_>, meta: &Meta, refused: &mut BTreeSet<Line>) -> Vec<Finding> {
    let Some(by) = &meta.by else { return Vec::new() };
    let by_name = meta.by_name.as_ref().unwrap_or(by);
    let mut told: BTreeMap<&CriterionId, Finding> = BTreeMap::new();
    for (row, key) in &sheet.rows {
        let Some((unit, leaf)) = key.of() else { continue };
        let Some((_, set)) = (known.unit)(unit) else { continue };
        let appraiser = known.campaign.agencies.appraising(set, leaf);
        let is_own = appraiser.is_some_and(|appraiser| appraiser.id == by || fold(appraiser.name) == fold(by_name));
        let Some((column, _)) = intact::typed(sheet, *row).filter(|_| !is_own) else { continue };
        refused.insert((unit.clone(), leaf.clone()));
        told.entry(leaf).or_insert_with(|| {
            let office = known.campaign.office.as_deref().unwrap_or(COUNCIL.vi);
            let name = appraiser.map_or(office, |appraiser| appraiser.name);
            let message = text!(
                "Phiếu của “{by_name}” có nội dung ghi cho tiêu chí {leaf}, do “{name}” thẩm định; chưa được tính.",
                "The workbook of “{by_name}” has content for criterion {leaf}, which “{name}” appraises; it does not count."
            );
            let place = Place::cell(file, &sheet.grid.name, CellAddress::new(*row, column).to_string());
            Finding::new(&BOOK_OF_OTHER_AGENCY, message).on(leaf).at(place)
        });
    }
    told.into_values().collect()
}

/// Says which sets have another version than when the workbook was made.
fn other_versions(meta: &Meta, known: &Known<'_>, file: &str) -> Vec<Finding> {
    let differs = |(id, theirs): (&SetId, &String)| {
        let set = known.sets.get(id)?;
        if *theirs == meta::version(&set.version, &set.sha256) {
            return None;
        }
        let (theirs, ours) = (theirs.split(' ').next().unwrap_or_default(), &set.version);
        let message = if theirs == ours {
            text!(
                "Nội dung bộ tiêu chí “{id}” đã thay đổi sau khi lập phiếu thẩm định, dù vẫn ghi phiên bản “{ours}”; chỉ đọc dòng còn khớp.",
                "The set “{id}” has changed since the appraisal workbook was made, though it still says version “{ours}”; only lines that still fit are read."
            )
        } else {
            text!(
                "Phiếu thẩm định làm theo bộ tiêu chí “{id}” phiên bản “{theirs}”, nay là “{ours}”; chỉ đọc dòng còn khớp.",
                "The appraisal workbook was made for version “{theirs}” of the set “{id}”, which is now “{ours}”; only lines that still fit are read."
            )
        };
        Some(Finding::new(&BOOK_OF_OTHER_VERSION, message).at(Place::file(file)))
    };
    meta.sets.iter().filter_map(differs).collect()
}

/// Reads rows.
struct WorkbookReader<'r, 'a> {
    sheet: &'r Keyed<'a, LineKey>,
    file: &'r str,
    round: Round,
    /// Language in which the workbook is written.
    lang: Lang,
    known: &'r Known<'a>,
    appraiser: Option<String>,
    /// Rows of leaves.
    homes: BTreeMap<Line, u32>,
    /// Leaves of which nothing may be read.
    refused: BTreeSet<Line>,
    findings: Vec<Finding>,
    rows: Vec<Row>,
    seen: BTreeMap<Line, Seen>,
}

impl WorkbookReader<'_, '_> {
    /// Gives the name in the cell for whoever appraised.
    fn named_appraiser(&self) -> Option<String> {
        let column = self.sheet.column("content")?;
        let row = self.sheet.rows_of(&LineKey::Appraiser).first().copied()?;
        self.sheet.grid.shown(row, column)
    }

    /// Gives the place of a cell.
    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, &self.sheet.grid.name, CellAddress::new(row, column).to_string())
    }

    /// Gives what was typed in a column of a row.
    fn typed(&self, row: u32, key: &str) -> Option<(&Cell, Place)> {
        let column = self.sheet.column(key)?;
        let cell = self.sheet.grid.get(row, column)?;
        Some((cell, self.place(row, column)))
    }

    /// Reads a row.
    fn line(&mut self, row: u32, key: &LineKey) {
        let Some((unit, leaf)) = key.of() else { return };
        if self.refused.contains(&(unit.clone(), leaf.clone())) {
            return;
        }
        let named = match key {
            LineKey::Input(_, _, input) => Some(input.to_string()),
            _ => None,
        };
        let (shown, typed) = match key {
            LineKey::Leaf(..) => (leaf.to_string(), vec![(POINTS, RowGives::Value(Measure::Points)), (APPLIES, RowGives::Applies)]),
            LineKey::Input(..) => (leaf.to_string(), vec![(CORRECTED, RowGives::Value(Measure::Unsaid))]),
            LineKey::Part(_, _, part) => (format!("{leaf}/{part}"), vec![(APPLIES, RowGives::Applies)]),
            LineKey::Keys | LineKey::Appraiser => return,
        };
        let typed: Vec<(Cell, Place, RowGives, &str)> = typed
            .into_iter()
            .filter_map(|(key, gives)| self.typed(row, key).map(|(cell, place)| (cell.clone(), place, gives, key)))
            .collect();
        if typed.is_empty() || !self.fits(row, unit, leaf) {
            return;
        }
        let first = typed.first().map(|(_, place, ..)| place.clone()).unwrap_or_default();
        self.note_what_was_seen(unit, leaf, first);
        // One reason and one mark stand for a leaf and all of its figures.
        let home = self.homes.get(&(unit.clone(), leaf.clone())).copied().unwrap_or(row);
        let column = self.sheet.column(REASON);
        let reason = column.and_then(|column| self.sheet.grid.standing(row, column).or_else(|| self.sheet.grid.get(home, column)));
        let reason = value::reason(reason);
        let is_final = self.sheet.column(FINAL).and_then(|column| self.sheet.grid.get(home, column)).is_some_and(is_mark);
        for (points, place, gives, key) in typed {
            let heading =
                At::of(key).and_then(|at| TABLE_COLUMNS.get(usize::from(at.col()))).map(|column| column.heading.get(self.lang).to_owned());
            self.rows.push(Row {
                unit: unit.to_string(),
                criterion: Cell::text(shown.clone()),
                input: named.clone(),
                respondents: None,
                group_of_heading: None,
                answer: None,
                ballot: None,
                sample: None,
                weight: None,
                gives,
                heading: heading.unwrap_or_default(),
                beside_points: false,
                points,
                reason: reason.clone(),
                reason_asked: true,
                appraiser: self.appraiser.clone(),
                is_final,
                round: SaidRound::Round(self.round),
                place,
            });
        }
    }

    /// Notes what the unit had said of a leaf when the workbook was made.
    fn note_what_was_seen(&mut self, unit: &UnitId, leaf: &CriterionId, place: Place) {
        let line = (unit.clone(), leaf.clone());
        if self.seen.contains_key(&line) {
            return;
        }
        let home = self.homes.get(&line).copied();
        let cell = home.and_then(|row| self.sheet.grid.shown(row, self.sheet.column(SEEN)?));
        let of_leaf = (self.known.unit)(unit).and_then(|(_, set)| set.find(leaf)?.leaf());
        if let (Some(cell), Some(of_leaf)) = (cell, of_leaf)
            && let Some((claim, figures)) = seen::read(&cell, of_leaf)
        {
            self.seen.insert(line, Seen { claim, figures, place });
        }
    }

    /// Tells whether a row still shows the maximum of the set.
    fn fits(&mut self, row: u32, unit: &UnitId, leaf: &CriterionId) -> bool {
        // Whoever enters the row says that the campaign lacks the unit or the set the criterion.
        let Some((_, set)) = (self.known.unit)(unit) else { return true };
        let column = self.sheet.column("max");
        let printed = column.and_then(|column| self.sheet.grid.get(row, column)).map(|cell| &cell.value);
        if let (Some(Value::Number(printed)), Some(criterion)) = (printed, set.find(leaf))
            && *printed != criterion.max
        {
            self.other_maximum(row, unit, criterion, printed);
            return false;
        }
        true
    }

    /// Says that the maximum of a criterion changed since the workbook was made.
    fn other_maximum(&mut self, row: u32, unit: &UnitId, criterion: &Criterion, printed: &Points) {
        let (printed_vi, printed) = (printed.plain_vi(), printed.plain());
        let (id, max_vi, max) = (&criterion.id, criterion.max.plain_vi(), criterion.max.plain());
        let message = text!(
            "Tiêu chí “{id}” trong phiếu có điểm tối đa {printed_vi}, bộ tiêu chí nay là {max_vi}; điểm thẩm định chưa được tính.",
            "Criterion “{id}” has the maximum {printed} in the workbook and {max} in the set; the points do not count yet."
        );
        let place = self.place(row, self.sheet.column("max").unwrap_or_default());
        self.findings.push(Finding::new(&LINE_OF_OTHER_MAXIMUM, message).of(unit).on(&criterion.id).at(place));
    }
}
