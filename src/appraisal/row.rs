//! Rows of the table: frame, words, live cells, cells to fill in.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Url, Worksheet, XlsxError};

use super::cells;
use super::cells::open;
use super::held::is_to_fill;
use super::layout::{At, DOCUMENTS, LineKey, NO_CLAIM, TABLE, TABLE_COLUMNS, label_of_input, label_of_part};
use super::live::{self, LeafLive, Live};
use super::plan::{Line, Plan, Row, What};
use super::{seen, words};
use crate::assessment::Round;
use crate::figure::{Figure, Input};
use crate::form::template::marks::Marked;
use crate::form::template::page::{SMALL, SMALLEST};
use crate::form::template::{Value, ask, page};
use crate::look;
use crate::points::Points;
use crate::rule::{NO_WORDS, NOT_APPLICABLE_WORDS, Scorer, YES_WORDS};
use crate::text::{Lang, Words};

/// Columns that people see.
const SEEN: [At; 18] = [
    At::Stt,
    At::Unit,
    At::Content,
    At::Max,
    At::Claimed,
    At::Computed,
    At::Accepted,
    At::Before,
    At::Looked,
    At::Explained,
    At::Declared,
    At::Corrected,
    At::Points,
    At::Applies,
    At::Reason,
    At::Final,
    At::Result,
    At::State,
];
/// Columns whose cell at a leaf reaches over the rows below it.
const REACHING: [At; 3] = [At::Looked, At::Explained, At::Reason];

/// What stands in place of a claim where the unit makes none.
const BY_COUNCIL: Words = Words { vi: "Hội đồng chấm", en: "By the council" };

/// Writes rows.
pub struct Painter<'s, 'p> {
    /// Sheet that is written to.
    pub sheet: &'s mut Worksheet,
    /// What stands where.
    pub plan: &'p Plan<'p>,
    /// First row of each line on the sheet of documents.
    pub documents: &'p std::collections::BTreeMap<usize, u32>,
    /// Marks of a copy that goes back.
    pub marked: Option<&'p Marked<'p>>,
    /// States of the lines written so far.
    pub states: Vec<String>,
}

impl Painter<'_, '_> {
    /// Writes a row. Gives its height.
    pub fn row(&mut self, row: &Row<'_>) -> Result<u32, XlsxError> {
        if let Some(key) = self.plan.key(row) {
            self.sheet.write_string(row.at, At::Keys.col(), key.to_string())?;
        }
        let points = match &row.what {
            What::Group(group) => {
                let format = look::cell().set_bold().set_background_color(look::AREA);
                page::merge(self.sheet, row.at, (At::Stt.col(), At::State.col()), &group.name, &format.set_indent(1))?;
                look::takes(&group.name, 200, look::SIZE)
            }
            What::Criterion(set, criterion, leaf) => {
                let (how, name) = (words::how(set, criterion, leaf, self.lang()), set.named(criterion));
                self.head(row, criterion.id.as_str(), name.get(self.lang()), &criterion.max, &how)?
            }
            What::Leaf(line, inputs) => {
                let Some(line_data) = self.plan.lines.get(*line) else { return Ok(0) };
                self.leaf(row, *line, line_data, inputs)?
            }
            What::Input(of, input) => {
                let Some(line) = self.plan.lines.get(*of) else { return Ok(0) };
                self.input(row, *of, line, input)?
            }
            What::Part(of, part, label) => {
                let Some(line) = self.plan.lines.get(*of) else { return Ok(0) };
                self.part(row, *of, line, part, label)?
            }
            What::Appraiser => self.appraiser(row)?,
        };
        let height = look::row(points);
        self.sheet.set_row_height(row.at, height)?;
        Ok(height)
    }

    /// Gives the language that the sheet is written in.
    const fn lang(&self) -> Lang {
        self.plan.lang()
    }

    /// Writes the head of a block.
    fn head(&mut self, row: &Row<'_>, id: &str, name: &str, max: &Points, how: &str) -> Result<u32, XlsxError> {
        let band = look::cell().set_background_color(look::GROUP);
        let bold = band.clone().set_bold();
        let centre = bold.clone().set_align(FormatAlign::Center);
        self.sheet.write_string_with_format(row.at, At::Stt.col(), id, &centre.clone().set_num_format("@"))?;
        page::merge(self.sheet, row.at, (At::Unit.col(), At::Content.col()), name, &bold.set_indent(1))?;
        let number = centre.set_num_format(look::numbers("General", self.lang()));
        self.sheet.write_number_with_format(row.at, At::Max.col(), max.to_cell(), &number)?;
        let small = band.set_font_size(SMALL).set_indent(1);
        page::merge(self.sheet, row.at, (At::Claimed.col(), At::State.col()), how, &small)?;
        let named = look::takes(name, wide(At::Unit) + wide(At::Content) - 6, look::SIZE);
        let across: u32 = (At::Claimed.col()..=At::State.col()).map(|column| page::width(TABLE_COLUMNS, column)).sum();
        Ok(named.max(look::takes(how, across.saturating_sub(4), SMALL)))
    }

    /// Writes the frame of a row of a line: its number and unit, which filters look at, and empty cells.
    fn frame(&mut self, row: &Row<'_>, line: &Line<'_>, first: bool, last: bool) -> Result<Format, XlsxError> {
        let mut base = look::cell().set_font_size(SMALL);
        if line.excused() {
            base = base.set_background_color(look::CLOSED).set_font_color(look::FAINT);
        }
        // A leaf and its figures read as one.
        let quiet = |format: Format| cells::quiet(format, first, last);
        for column in SEEN.into_iter().filter(|column| first || !REACHING.contains(column)) {
            let format = if matches!(column, At::Content | At::Declared) { base.clone() } else { quiet(base.clone()) };
            self.sheet.write_blank(row.at, column.col(), &format)?;
        }
        let beside = if first { base.clone() } else { base.clone().set_font_color(look::FAINT) };
        let id = quiet(beside.clone()).set_align(FormatAlign::Center).set_num_format("@");
        self.sheet.write_string_with_format(row.at, At::Stt.col(), line.criterion.id.as_str(), &id)?;
        let unit = quiet(beside).set_indent(1);
        // Filters look at every row; people read the first. In the others a long name is set smaller, never cut off.
        let unit = if first { unit.set_bold() } else { unit.unset_text_wrap().set_shrink() };
        self.sheet.write_string_with_format(row.at, At::Unit.col(), &line.unit.name, &unit)?;
        Ok(base)
    }

    /// Writes a leaf of a unit, and gives the height that it takes beside the rows below it.
    fn leaf(&mut self, row: &Row<'_>, of: usize, line: &Line<'_>, inputs: &[usize]) -> Result<u32, XlsxError> {
        let (last, lang) = (self.plan.last_of(of), self.lang());
        let base = self.frame(row, line, true, last == row.at)?;
        let decimals = line.group.rounding.decimals;
        let centre = base.clone().set_align(FormatAlign::Center);
        let number = centre.clone().set_num_format(look::numbers(&look::points(decimals), self.lang()));
        let name = line.name(self.lang());
        self.sheet.write_string_with_format(row.at, At::Content.col(), &name, &base.clone().set_indent(1))?;
        let whole = centre.clone().set_num_format(look::numbers("General", self.lang()));
        self.sheet.write_number_with_format(row.at, At::Max.col(), line.criterion.max.to_cell(), &whole)?;
        let stages = line.stages;
        let before = line.appraised_before(Some(self.plan.of.round));
        let by_unit = line.leaf.scorer() == Scorer::Unit;
        let claims = line.leaf.rule.takes_claims();
        for (column, points) in [
            (At::Claimed, stages.claimed.as_ref().filter(|_| claims)),
            (At::Computed, stages.computed.as_ref()),
            (At::Accepted, stages.accepted.as_ref()),
            (At::Before, before),
        ] {
            match points {
                Some(points) => self.sheet.write_number_with_format(row.at, column.col(), points.to_cell(), &number)?,
                None if column == At::Accepted && (!line.applies || line.asks_not_to_apply() && line.leaf.may_not_apply)
                    || column == At::Claimed && line.asks_not_to_apply()
                    || column == At::Before && self.plan.applies_before(line, None) == Some(false) =>
                {
                    let remark = centre.clone().set_font_size(SMALLEST).set_italic();
                    self.sheet.write_string_with_format(row.at, column.col(), NOT_APPLICABLE_WORDS.get(lang), &remark)?
                }
                None if column == At::Claimed && !(by_unit && claims) => {
                    let remark = centre.clone().set_font_size(SMALLEST).set_italic().set_font_color(look::FAINT);
                    self.sheet.write_string_with_format(
                        row.at,
                        column.col(),
                        if by_unit { NO_CLAIM } else { BY_COUNCIL }.get(lang),
                        &remark,
                    )?
                }
                None => continue,
            };
        }
        let mut found = words::reasons(line, &self.plan.of.results.campaign.rounds, lang);
        found.extend(Some(words::looked(line, lang)).filter(|words| !words.is_empty()));
        let mut looked = found.join("\n");
        if let Some(why) = words::excuse(line).or_else(|| words::overruled(line)) {
            let why = why.get(lang);
            looked = if looked.is_empty() { format!("{why}.") } else { format!("{why}.\n{looked}") };
        }
        let mut height = self.text(row.at, last, At::Looked, &looked, &base)?;
        if let Some(first) = self.documents.get(&of) {
            let link = centre.clone().set_font_color(look::LINK).set_num_format("@");
            let link = if last == row.at { link } else { link.set_border_bottom(FormatBorder::None) };
            let url =
                Url::new(format!("internal:'{}'!B{}", DOCUMENTS.get(lang), u64::from(*first) + 1)).set_text(line.criterion.id.as_str());
            self.sheet.write_url_with_format(row.at, At::Stt.col(), url, &link)?;
        }
        height = height.max(self.text(
            row.at,
            last,
            At::Explained,
            &words::explained(line, &self.plan.of.results.campaign.rounds, lang),
            &base,
        )?);
        let LeafLive { exact, result, state } = live::leaf(self.plan, line, row, inputs);
        match live::standing(self.plan, line) {
            Value::Number(points) => self.sheet.write_number(row.at, At::Standing.col(), points.to_cell())?,
            Value::Text(says) => self.sheet.write_string(row.at, At::Standing.col(), says)?,
            Value::Blank => self.sheet.write_string(row.at, At::Standing.col(), "")?,
        };
        let seen = line.held.and_then(|held| held.seen.clone()).unwrap_or_else(|| seen::written(line.answer, line.leaf));
        self.sheet.write_string(row.at, At::Seen.col(), seen)?;
        if let Some(exact) = exact {
            self.live(row.at, At::Exact, &exact, &Format::new())?;
        }
        self.live(row.at, At::Result, &result, &number.clone().set_bold())?;
        self.live(row.at, At::State, &state, &base.clone().set_font_size(SMALLEST).set_indent(1))?;
        self.states.push(state.value.result());
        let reason_span = (row.at, last);
        if line.excused() {
            cells::span(self.sheet, reason_span, At::Reason.col(), "", &base)?;
        } else {
            height = height.max(self.fill(row, line, reason_span)?);
        }
        // The rows below have room of their own.
        let taken: u32 = (row.at + 1..=last).map(|_| look::height(1, SMALL)).sum();
        let named = look::takes(&name, wide(At::Content).saturating_sub(2), SMALL);
        let own = look::takes(&line.unit.name, wide(At::Unit).saturating_sub(2), SMALL + 1).max(named);
        let own =
            if by_unit && claims { own } else { own.max(look::takes(BY_COUNCIL.get(lang), wide(At::Claimed).saturating_sub(1), SMALLEST)) };
        Ok(height.saturating_sub(taken).max(own))
    }

    /// Writes the cells of a leaf that the appraiser fills in. Gives the height that they take.
    fn fill(&mut self, row: &Row<'_>, line: &Line<'_>, span: (u32, u32)) -> Result<u32, XlsxError> {
        let decimals = line.group.rounding.decimals;
        let centre = open().set_align(FormatAlign::Center);
        let (at, points) = (row.at, At::Points.col());
        let format = centre.clone().set_num_format(look::as_typed(decimals)).set_bold();
        let typed = line.typed.map_or(Value::Blank, |entry| Value::Number(entry.points.clone()));
        self.typed(row, At::Points, typed, &format)?;
        self.sheet.add_data_validation(
            at,
            points,
            at,
            points,
            &super::limits::points(&line.criterion.max, &row.cell(At::Points), line.group.rounding, self.lang())?,
        )?;
        let said = line.said.iter().find(|said| said.part.is_none());
        self.applies(row, said.map(|said| said.applies))?;
        let reason = line.typed.and_then(|entry| entry.reason.as_deref());
        let of_figures = || line.corrected.and_then(|corrected| corrected.values().find_map(|one| one.reason.as_deref()));
        let of_said = || line.said.iter().find_map(|said| said.reason.as_deref());
        let unsettled = line.unsettled.map(|kept| kept.reasons.join("; ")).unwrap_or_default();
        let settled = reason.or_else(of_figures).or_else(of_said).unwrap_or_default();
        let reasons = [settled, unsettled.as_str()].into_iter().filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join("; ");
        let reason = Value::words(reasons);
        let reason = match self.held(row, At::Reason, reason) {
            Value::Text(says) => says,
            Value::Number(number) => number.plain_vi(),
            Value::Blank => String::new(),
        };
        let format = self.dressed(at, At::Reason, &open().set_num_format("@").set_indent(1));
        cells::span(self.sheet, span, At::Reason.col(), &reason, &format)?;
        self.typed(row, At::Final, Value::Blank, &centre)?;
        Ok(look::takes(&reason, wide(At::Reason).saturating_sub(2), SMALL))
    }

    /// Gives what a cell of the workbook that goes back held; where none goes back, or it held nothing there, the other value.
    fn held(&self, row: &Row<'_>, column: At, other: Value) -> Value {
        let held = self.plan.of.sent.zip(self.plan.key(row)).and_then(|(sent, key)| sent.held.cell(&key, column));
        held.cloned().unwrap_or(other)
    }

    /// Colours a cell by the worst that was found in it.
    fn dressed(&self, at: u32, column: At, format: &Format) -> Format {
        self.marked.map_or_else(|| format.clone(), |marked| marked.dress(TABLE.get(self.lang()), at, column.col(), format))
    }

    /// Writes a cell to fill in, with what was typed.
    fn typed(&mut self, row: &Row<'_>, column: At, typed: Value, format: &Format) -> Result<(), XlsxError> {
        let typed = self.held(row, column, typed);
        let format = self.dressed(row.at, column, format);
        cells::value(self.sheet, (row.at, column.col()), &typed, &format)
    }

    /// Writes what was typed into cells that are none to fill in where it stood: the leaf is not read until somebody has
    /// moved it.
    pub fn misplaced(&mut self) -> Result<(), XlsxError> {
        let Some(sent) = self.plan.of.sent else { return Ok(()) };
        let rows: std::collections::BTreeMap<LineKey, &Row<'_>> =
            self.plan.rows.iter().filter_map(|row| Some((self.plan.key(row)?, row))).collect();
        for ((key, column), value) in &sent.held.cells {
            let Some(row) = rows.get(key) else { continue };
            let is_excused = self.plan.line_of(row).is_some_and(Line::excused);
            if !is_to_fill(key, *column) || is_excused {
                let format = self.dressed(row.at, *column, &open().set_align(FormatAlign::Center));
                cells::value(self.sheet, (row.at, column.col()), value, &format)?;
            }
        }
        Ok(())
    }

    /// Writes the cell that says what applies.
    fn applies(&mut self, row: &Row<'_>, said: Option<bool>) -> Result<(), XlsxError> {
        let (at, column, format) = (row.at, At::Applies.col(), open().set_align(FormatAlign::Center));
        let said = said.map_or(Value::Blank, |said| Value::words(if said { YES_WORDS } else { NO_WORDS }.get(self.lang())));
        self.typed(row, At::Applies, said, &format)?;
        self.sheet.add_data_validation(at, column, at, column, &super::limits::applies(self.lang())?)?;
        Ok(())
    }

    /// Writes a figure of a leaf.
    fn input(&mut self, row: &Row<'_>, of: usize, line: &Line<'_>, input: &Input) -> Result<u32, XlsxError> {
        let base = self.frame(row, line, false, self.plan.last_of(of) == row.at)?;
        let (label, lang) = (label_of_input(input), self.lang());
        let italic = base.clone().set_indent(2).set_italic();
        self.sheet.write_string_with_format(row.at, At::Content.col(), &label, &italic)?;
        let declared = line.answer.and_then(|answer| answer.figures.get(&input.id)).cloned().unwrap_or(Figure::Blank);
        let centre = base.clone().set_align(FormatAlign::Center);
        self.figure(row.at, At::Declared, line, input, &declared, &centre)?;
        let (before, earlier) = self.plan.figure(line, &input.id);
        if earlier {
            self.figure(row.at, At::Before, line, input, &before, &centre)?;
        }
        let corrected = line.corrected.and_then(|corrected| corrected.get(&input.id)).map_or(Figure::Blank, |one| one.figure.clone());
        let format = open().set_align(FormatAlign::Center);
        let format = cells::of_figure(&format, input, true, lang);
        self.typed(row, At::Corrected, cells::shown(line.leaf, input, &corrected, lang), &format)?;
        let list = self.plan.lists.list(&line.set.id, &line.criterion.id, &input.id);
        let check = ask::figure(input, line.leaf.may_pass_100(&input.id), &row.cell(At::Corrected), list.as_deref(), lang)?;
        self.sheet.add_data_validation(row.at, At::Corrected.col(), row.at, At::Corrected.col(), &check)?;
        let counts = if corrected == Figure::Blank { &before } else { &corrected };
        let counts = self.held(row, At::Corrected, cells::shown(line.leaf, input, counts, lang));
        let live = Live { formula: live::figure(row, earlier), value: counts };
        self.live(row.at, At::Figure, &live, &Format::new())?;
        let figures = [(At::Declared, Some(&declared)), (At::Before, Some(&before).filter(|_| earlier)), (At::Corrected, Some(&corrected))];
        let shown = figures.into_iter().filter_map(|(column, figure)| Some((column, cells::shown(line.leaf, input, figure?, lang))));
        let said = shown.filter_map(|(column, value)| if let Value::Text(says) = value { Some((column, says)) } else { None });
        // The longest choice must fit once it is picked.
        let choices = line.leaf.choices(&input.id).into_iter().map(|choice| (At::Corrected, choice.label));
        let takes = said.chain(choices).map(|(column, words)| look::takes(&words, wide(column).saturating_sub(1), SMALL)).max();
        Ok(look::takes(&label, wide(At::Content).saturating_sub(3), SMALL).max(takes.unwrap_or(0)))
    }

    /// Writes a part of a leaf, which the appraiser may say applies or not.
    fn part(&mut self, row: &Row<'_>, of: usize, line: &Line<'_>, part: &str, label: &str) -> Result<u32, XlsxError> {
        let base = self.frame(row, line, false, self.plan.last_of(of) == row.at)?;
        let label = label_of_part(label, self.lang());
        self.sheet.write_string_with_format(row.at, At::Content.col(), &label, &base.clone().set_indent(2).set_italic())?;
        if let Some(applied) = self.plan.applies_before(line, Some(part)) {
            let format = base.clone().set_align(FormatAlign::Center);
            self.sheet.write_string_with_format(
                row.at,
                At::Before.col(),
                if applied { YES_WORDS } else { NO_WORDS }.get(self.lang()),
                &format,
            )?;
        }
        let said = line.said.iter().find(|said| said.part.as_deref() == Some(part));
        self.applies(row, said.map(|said| said.applies))?;
        Ok(look::takes(&label, wide(At::Content).saturating_sub(3), SMALL))
    }

    /// Writes the cell for the name of whoever appraised.
    fn appraiser(&mut self, row: &Row<'_>) -> Result<u32, XlsxError> {
        let base = look::cell().set_background_color(look::AREA).set_bold();
        page::merge(
            self.sheet,
            row.at,
            (At::Stt.col(), At::Unit.col()),
            self.lang().word("Người thẩm định (họ tên, chức vụ)", "Appraiser (name, position)"),
            &base,
        )?;
        let name = match self.held(row, At::Content, Value::Blank) {
            Value::Text(says) => says,
            Value::Number(number) => number.plain_vi(),
            Value::Blank => String::new(),
        };
        page::merge(self.sheet, row.at, (At::Content.col(), At::Explained.col()), &name, &open().set_num_format("@").set_indent(1))?;
        Ok(look::takes("", 1, look::SIZE) * 2)
    }

    /// Writes a figure into a cell.
    fn figure(&mut self, at: u32, column: At, line: &Line<'_>, input: &Input, figure: &Figure, format: &Format) -> Result<(), XlsxError> {
        let format = cells::of_figure(format, input, column == At::Corrected, self.lang());
        cells::value(self.sheet, (at, column.col()), &cells::shown(line.leaf, input, figure, self.lang()), &format)
    }

    /// Writes words that reach over a leaf and the rows below it. Gives the height that they take.
    fn text(&mut self, at: u32, last: u32, column: At, text: &str, base: &Format) -> Result<u32, XlsxError> {
        let text = look::shortened(text, look::LONGEST);
        cells::span(self.sheet, (at, last), column.col(), &text, &base.clone().set_indent(1).set_font_size(SMALLEST))?;
        Ok(look::takes(&text, wide(column).saturating_sub(2), SMALLEST))
    }

    /// Writes a live cell.
    fn live(&mut self, at: u32, column: At, live: &Live, format: &Format) -> Result<(), XlsxError> {
        let formula = Formula::new(&live.formula).set_result(live.value.result());
        self.sheet.write_formula_with_format(at, column.col(), formula, format)?;
        Ok(())
    }
}

/// Tells whether the column of the round before has anything to say.
pub const fn has_before(round: Round) -> bool {
    round.number() > 1
}

/// Gives the width of a column in characters.
fn wide(column: At) -> u32 {
    page::width(TABLE_COLUMNS, column.col())
}
