//! Rows of the self-assessment sheet: frame, words, live cells, cells to fill in.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use super::words;
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf};
use crate::figure::{Figure, Input};
use crate::form::layout::{ASSESSMENT, ASSESSMENT_COLUMNS, AssessmentAt as At, RowKey};
use crate::form::template::figure_words::{shown, shown_shared};
use crate::form::template::live::LiveCells;
use crate::form::template::marks::Marked;
use crate::form::template::page::{SMALL, SMALLEST, of_kind_in};
use crate::form::template::plan::{HEADING_ROW, Plan, Row, What, scores_itself, takes_claim};
use crate::form::template::states::ROUNDED;
use crate::form::template::value::Value;
use crate::form::template::{ask, page};
use crate::look;
use crate::rule::NOT_APPLICABLE_WORDS;
use crate::text::Lang;

/// Lines kept free for what a unit says beside its points.
const ROOM: u32 = 2;
/// Columns that people see.
const SEEN: [At; 10] =
    [At::Stt, At::Content, At::Max, At::How, At::Input, At::Measure, At::Computed, At::Claimed, At::Explanation, At::State];
/// Hidden columns with the form's arithmetic.
const HIDDEN: [At; 6] = [At::Exact, At::Counted, At::Applicable, At::Filled, At::ToFill, At::Documents];

/// Writes rows.
pub struct Painter<'s, 'p> {
    /// Sheet that is written to.
    pub sheet: &'s mut Worksheet,
    /// What stands where.
    pub plan: &'p Plan<'p>,
    /// Live cells.
    pub live: &'p LiveCells,
    /// Marks of a copy that goes back.
    pub marked: Option<&'p Marked<'p>>,
}

impl Painter<'_, '_> {
    /// Gives the language of the form.
    const fn lang(&self) -> Lang {
        self.plan.form.lang
    }

    /// Writes a row: frame, words, live cells, cells to fill in. Gives its height.
    pub fn row(&mut self, position: usize, row: &Row<'_>) -> Result<u32, XlsxError> {
        let base = dress(row);
        for column in SEEN.into_iter().filter(|column| !reached_over(row, *column)) {
            self.sheet.write_blank(row.at, column.col(), &self.quiet(row, column, &base))?;
        }
        if let Some(key) = row.key() {
            self.sheet.write_string(row.at, At::Keys.col(), key.to_string())?;
        }
        let (decimals, lang) = (self.plan.form.rounding.decimals, self.lang());
        let centre = base.clone().set_align(FormatAlign::Center);
        for column in [At::Computed, At::Claimed] {
            let mut format = self.quiet(row, column, &centre).set_num_format(look::numbers(&look::points(decimals), lang));
            if matches!(&row.what, What::Leaf { leaf, .. } if !leaf.rule.takes_claims()) {
                // Words stand there until the whole group is known; a claim never.
                format = format.set_font_size(SMALLEST);
                if column == At::Claimed {
                    format = format.set_background_color(look::CLOSED);
                }
            }
            self.live(position, row, column, &format)?;
        }
        self.live(position, row, At::How, &self.quiet(row, At::How, &base).set_italic().set_font_size(SMALL).set_indent(1))?;
        let less = lang.word("trừ ", "less ");
        let taken = look::numbers(&format!("\"{less}\"{}", look::as_typed(decimals)), lang);
        self.live(position, row, At::Measure, &centre.clone().set_font_size(SMALL).set_font_color(look::ALARM).set_num_format(taken))?;
        self.live(position, row, At::State, &base.clone().set_font_size(SMALLEST).set_indent(1))?;
        for column in HIDDEN {
            self.live(position, row, column, &Format::new())?;
        }
        let maximum = self.quiet(row, At::Max, &centre).set_num_format(look::numbers("General", lang));
        self.live(position, row, At::Max, &maximum)?;
        if let Some(max) = words::maximum(self.plan, row) {
            self.sheet.write_number_with_format(row.at, At::Max.col(), max.to_cell(), &maximum)?;
        }
        let content = self.words(row, &base)?;
        let points = match &row.what {
            What::Leaf { criterion, leaf, excused, inputs, .. } => {
                content.max(self.leaf(position, row, criterion, leaf, *excused, inputs, &base)?)
            }
            What::Input { criterion, leaf, input, excused, .. } => self.input(row, criterion, leaf, input, *excused, &base)?,
            What::Shared { input, .. } => self.shared(position, row, input, &base)?,
            What::Figure { input, open } => self.asked(row, input, *open, &base)?,
            What::Group { .. } if !row.beside.is_empty() => {
                let format = self.quiet(row, At::How, &base).set_italic().set_font_size(SMALL).set_indent(1);
                self.sheet.write_string_with_format(row.at, At::How.col(), &row.beside, &format)?;
                content.max(look::takes(&row.beside, wide(At::How).saturating_sub(5), SMALL))
            }
            What::Total { .. } => content.max(look::takes(ROUNDED.get(lang), wide(At::How).saturating_sub(2), SMALL)),
            What::Remark { key, .. } => content.max(self.remark(row, key)?),
            What::Group { .. } | What::Title(_) | What::Index { .. } => content,
        };
        let height = look::row(points.max(self.last_year(row, &base)?));
        self.sheet.set_row_height(row.at, height)?;
        Ok(height)
    }

    /// Writes, in grey, what was declared the year before: where a leaf has its points, rows of figures have room beside the
    /// cell. Gives the height that it takes.
    fn last_year(&mut self, row: &Row<'_>, base: &Format) -> Result<u32, XlsxError> {
        let Some(words) = self.plan.last_year(row) else { return Ok(0) };
        let format = self.quiet(row, At::Claimed, base).set_font_size(SMALLEST).set_italic().set_font_color(look::FAINT).set_indent(1);
        self.sheet.merge_range(row.at, At::Computed.col(), row.at, At::Claimed.col(), &words, &format)?;
        Ok(self.last_year_takes(row))
    }

    /// Gives the height that it takes.
    fn last_year_takes(&self, row: &Row<'_>) -> u32 {
        let wide = wide(At::Computed) + wide(At::Claimed) - 2;
        self.plan.last_year(row).map_or(0, |words| look::takes(&words, wide, SMALLEST))
    }

    /// Takes the lines away between cells that nobody fills in: a criterion and its figures read as one, a heading as a band.
    fn quiet(&self, row: &Row<'_>, column: At, base: &Format) -> Format {
        let (format, none) = (base.clone(), FormatBorder::None);
        match (&row.what, column) {
            (What::Leaf { inputs, .. }, At::Stt | At::Max | At::Computed | At::Claimed) if !inputs.is_empty() => {
                format.set_border_bottom(none)
            }
            (What::Input { of, .. } | What::Shared { of, .. }, At::Stt | At::Max | At::Computed | At::Claimed) => {
                let format = format.set_border_top(none);
                let inputs = self.plan.row(*of).map(|leaf| &leaf.what);
                let last = matches!(inputs, Some(What::Leaf { inputs, .. }) if inputs.last() == Some(&position(row)));
                if last { format } else { format.set_border_bottom(none) }
            }
            (What::Group { .. } | What::Title(_), At::How | At::Input | At::Measure | At::Computed | At::Claimed) => {
                format.set_border_left(none).set_border_right(none)
            }
            _ => format,
        }
    }

    /// Writes a live cell, where the row has one.
    fn live(&mut self, position: usize, row: &Row<'_>, column: At, format: &Format) -> Result<(), XlsxError> {
        let Some(live) = self.live.get(position, column) else { return Ok(()) };
        let (at, column) = (row.at, column.col());
        if !live.formula.is_empty() {
            let formula = Formula::new(&live.formula).set_result(live.value.result());
            self.sheet.write_formula_with_format(at, column, formula, format)?;
            return Ok(());
        }
        match &live.value {
            Value::Blank => self.sheet.write_blank(at, column, format)?,
            Value::Number(number) => self.sheet.write_number_with_format(at, column, number.to_cell(), format)?,
            // Words where points would stand are a remark.
            Value::Text(words) => {
                let remark = format.clone().set_font_size(SMALLEST).set_italic().set_font_color(look::FAINT);
                self.sheet.write_string_with_format(at, column, words, &remark)?
            }
        };
        Ok(())
    }

    /// Writes number and content, and gives the height they take.
    fn words(&mut self, row: &Row<'_>, base: &Format) -> Result<u32, XlsxError> {
        let content = words::content(self.plan, row);
        if matches!(row.what, What::Input { .. } | What::Shared { .. } | What::Figure { .. }) {
            let label = base.clone().set_indent(2).set_italic().set_font_size(SMALL);
            self.sheet.write_string_with_format(row.at, At::Content.col(), &content, &label)?;
            return Ok(look::takes(&content, wide(At::Content).saturating_sub(3), SMALL));
        }
        let id = self.quiet(row, At::Stt, base).set_align(FormatAlign::Center).set_num_format("@");
        self.sheet.write_string_with_format(row.at, At::Stt.col(), words::stt(row), &id)?;
        let leaf = matches!(row.what, What::Leaf { .. });
        let size = if leaf { SMALL } else { look::SIZE };
        self.sheet.write_string_with_format(row.at, At::Content.col(), &content, &base.clone().set_indent(1).set_font_size(size))?;
        let width = wide(At::Content).saturating_sub(1);
        // What is no leaf is bold.
        Ok(look::takes(&content, if leaf { width } else { width.saturating_sub(width / 15) }, size))
    }

    /// Writes a leaf, and gives the height that it takes beside its name.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn leaf(
        &mut self,
        position: usize,
        row: &Row<'_>,
        criterion: &Criterion,
        leaf: &Leaf,
        excused: bool,
        inputs: &[usize],
        base: &Format,
    ) -> Result<u32, XlsxError> {
        let below: u32 = inputs.iter().filter_map(|at| self.plan.row(*at)).map(|row| look::row(self.input_takes(row))).sum();
        let how = self.how(row, inputs.len(), base)?.saturating_sub(below);
        if !scores_itself(leaf, excused) {
            self.kept(row, criterion, leaf)?;
            return Ok(how.max(self.remarks(position)));
        }
        if takes_claim(leaf, excused) || self.plan.answer(&criterion.id).is_some_and(|answer| answer.claim != Claim::Blank) {
            self.claim(row, criterion, leaf)?;
        }
        let explanation = self.explanation(row, criterion, inputs.len())?;
        Ok(how.max(explanation.saturating_sub(below)).max(self.remarks(position)))
    }

    /// Gives the height that remarks in cells where points would stand take, and the state.
    fn remarks(&self, position: usize) -> u32 {
        let takes = |(column, indent): (At, u32)| match self.live.get(position, column).map(|live| &live.value) {
            Some(Value::Text(says)) => look::takes(says, wide(column).saturating_sub(indent), SMALLEST),
            _ => 0,
        };
        [(At::Computed, 0), (At::Claimed, 0), (At::State, 2)].into_iter().map(takes).max().unwrap_or(0)
    }

    /// Keeps what was typed for a leaf that is not the unit's to score, to be taken out by whoever typed it.
    fn kept(&mut self, row: &Row<'_>, criterion: &Criterion, leaf: &Leaf) -> Result<(), XlsxError> {
        let Some(answer) = self.plan.answer(&criterion.id) else { return Ok(()) };
        if answer.claim != Claim::Blank {
            self.claim(row, criterion, leaf)?;
        }
        if answer.explanation.is_some() {
            self.explanation(row, criterion, 0)?;
        }
        Ok(())
    }

    /// Writes how a leaf is scored, in one cell that reaches over its inputs too. Gives the height that the text takes.
    fn how(&mut self, row: &Row<'_>, below: usize, base: &Format) -> Result<u32, XlsxError> {
        let format = base.clone().set_font_size(SMALL).set_indent(1);
        self.span(row, At::How, below, &row.beside, &format)?;
        Ok(look::takes(&row.beside, wide(At::How).saturating_sub(2), SMALL))
    }

    /// Writes a text that reaches over a leaf and its inputs.
    fn span(&mut self, row: &Row<'_>, column: At, below: usize, text: &str, format: &Format) -> Result<(), XlsxError> {
        let last = row.at.saturating_add(u32::try_from(below).unwrap_or(0));
        if below > 0 {
            self.sheet.merge_range(row.at, column.col(), last, column.col(), text, format)?;
        } else if text.is_empty() {
            self.sheet.write_blank(row.at, column.col(), format)?;
        } else {
            self.sheet.write_string_with_format(row.at, column.col(), text, format)?;
        }
        Ok(())
    }

    /// Writes the cell in which the unit says what stands beside its points, over all columns to fill in. Gives the height
    /// that it takes.
    fn remark(&mut self, row: &Row<'_>, key: &RowKey) -> Result<u32, XlsxError> {
        let columns = At::How.col()..=At::Explanation.col();
        let typed = look::shortened(self.plan.remark(key).unwrap_or_default(), look::LONGEST);
        let format = self.dress(row.at, At::How.col(), open().set_num_format("@").set_indent(1));
        self.sheet.merge_range(row.at, *columns.start(), row.at, *columns.end(), &typed, &format)?;
        let room: u32 = columns.map(|column| page::width(ASSESSMENT_COLUMNS, column)).sum();
        Ok(look::takes(&typed, room.saturating_sub(2), SMALL).max(look::takes("", 1, SMALL) * ROOM))
    }

    /// Colours a cell that something was found in.
    fn dress(&self, row: u32, column: u16, format: Format) -> Format {
        match self.marked {
            Some(marked) => marked.dress(ASSESSMENT.get(self.lang()), row, column, &format),
            None => format,
        }
    }

    /// Writes the cell of a claim.
    fn claim(&mut self, row: &Row<'_>, criterion: &Criterion, leaf: &Leaf) -> Result<(), XlsxError> {
        let format = open().set_align(FormatAlign::Center).set_num_format(look::as_typed(self.plan.form.rounding.decimals)).set_bold();
        let (at, column) = (row.at, At::Claimed.col());
        let format = self.dress(at, column, format);
        match self.plan.answer(&criterion.id).map(|answer| &answer.claim) {
            None | Some(Claim::Blank) => self.sheet.write_blank(at, column, &format)?,
            Some(Claim::Points(points)) => self.sheet.write_number_with_format(at, column, points.to_cell(), &format)?,
            Some(Claim::NotApplicable) => {
                self.sheet.write_string_with_format(at, column, NOT_APPLICABLE_WORDS.get(self.lang()), &format)?
            }
            Some(Claim::Wrong(typed)) => self.sheet.write_string_with_format(at, column, typed, &format)?,
        };
        let cell = row.cell(At::Claimed);
        let own = leaf.rule.faces().asks().is_empty();
        let check = if leaf.rule.takes_claims() {
            ask::claim(&criterion.max, &cell, (leaf.may_not_apply, own), self.plan.form.rounding, self.lang())?
        } else {
            ask::applies(self.lang())?
        };
        self.sheet.add_data_validation(at, column, at, column, &check)?;
        if own {
            let waits = ConditionalFormatFormula::new()
                .set_rule(format!("=AND(ISBLANK({cell}),{}>0)", row.cell(At::ToFill)).as_str())
                .set_format(Format::new().set_background_color(look::TO_FILL));
            self.sheet.add_conditional_format(at, column, at, column, &waits)?;
        }
        Ok(())
    }

    /// Writes the cell of an explanation, which reaches over the inputs too, and gives the height it takes.
    fn explanation(&mut self, row: &Row<'_>, criterion: &Criterion, below: usize) -> Result<u32, XlsxError> {
        let format = open().set_num_format("@").set_indent(1);
        let (at, column) = (row.at, At::Explanation.col());
        let format = self.dress(at, column, format);
        let typed = self.plan.answer(&criterion.id).and_then(|answer| answer.explanation.as_deref()).unwrap_or_default();
        // Explanations typed beside several figures are read as one.
        let typed = look::shortened(typed, look::LONGEST);
        let typed = typed.as_ref();
        self.span(row, At::Explanation, below, typed, &format)?;
        self.sheet.add_data_validation(at, column, at, column, &ask::explanation(self.lang())?)?;
        Ok(look::takes(typed, wide(At::Explanation).saturating_sub(2), SMALL))
    }

    /// Writes an input below its leaf.
    fn input(
        &mut self,
        row: &Row<'_>,
        criterion: &Criterion,
        leaf: &Leaf,
        input: &Input,
        excused: bool,
        base: &Format,
    ) -> Result<u32, XlsxError> {
        let centre = base.clone().set_align(FormatAlign::Center).set_font_size(SMALL);
        self.sheet.write_string_with_format(row.at, At::Measure.col(), words::measured(row, self.lang()), &centre)?;
        // What was typed where nothing is asked is kept, to be taken out by whoever typed it.
        let figure = self.plan.figure(&criterion.id, input);
        if scores_itself(leaf, excused) || figure != Figure::Blank {
            self.figure(row, input, figure, &shown(self.plan, criterion, input))?;
            let list = self.plan.lists.name(&criterion.id, &input.id);
            let check = ask::figure(input, leaf.may_pass_100(&input.id), &row.cell(At::Input), list, self.lang())?;
            self.sheet.add_data_validation(row.at, At::Input.col(), row.at, At::Input.col(), &check)?;
        }
        Ok(self.input_takes(row))
    }

    /// Gives the height that the row of an input takes.
    fn input_takes(&self, row: &Row<'_>) -> u32 {
        let (What::Input { criterion, input, .. } | What::Shared { criterion, input, .. }) = &row.what else { return 0 };
        let label = look::takes(&input.label, wide(At::Content).saturating_sub(3), SMALL);
        let measure = look::takes(words::measured(row, self.lang()), wide(At::Measure), SMALL);
        // The longest choice must fit once it is picked.
        let choices = criterion.leaf().map(|leaf| leaf.choices(&input.id)).unwrap_or_default();
        let choice = choices.iter().map(|choice| look::takes(&choice.label, wide(At::Input), SMALLEST)).max().unwrap_or(0);
        let typed = look::takes(&shown(self.plan, criterion, input), wide(At::Input), SMALL);
        label.max(measure).max(choice).max(typed).max(self.remarks(position(row))).max(self.last_year_takes(row))
    }

    /// Writes the cell of a figure.
    fn figure(&mut self, row: &Row<'_>, input: &Input, figure: Figure, words: &str) -> Result<(), XlsxError> {
        let format = of_kind_in(open().set_align(FormatAlign::Center), input.kind, self.lang());
        let (at, column) = (row.at, At::Input.col());
        let format = self.dress(at, column, format);
        match figure {
            Figure::Blank => self.sheet.write_blank(at, column, &format)?,
            Figure::Number(number) => self.sheet.write_number_with_format(at, column, number.to_cell(), &format)?,
            // Before 1900 Excel has no days.
            Figure::Date(date) if page::excel_day(date).is_ok() => {
                self.sheet.write_datetime_with_format(at, column, page::excel_day(date)?, &format)?
            }
            _ => self.sheet.write_string_with_format(at, column, words, &format)?,
        };
        Ok(())
    }

    /// Writes a figure of the set where it is asked.
    fn asked(&mut self, row: &Row<'_>, input: &Input, open: bool, base: &Format) -> Result<u32, XlsxError> {
        let centre = base.clone().set_align(FormatAlign::Center).set_font_size(SMALL);
        self.sheet.write_string_with_format(row.at, At::Measure.col(), words::measured(row, self.lang()), &centre)?;
        let (figure, words) = (self.plan.shared(input), shown_shared(self.plan, input));
        if open || figure != Figure::Blank {
            self.figure(row, input, figure, &words)?;
            let over_100 = self.plan.form.set.naming(&input.id).any(|(_, leaf)| leaf.may_pass_100(&input.id));
            let check = ask::figure(input, over_100, &row.cell(At::Input), None, self.lang())?;
            self.sheet.add_data_validation(row.at, At::Input.col(), row.at, At::Input.col(), &check)?;
        }
        let label = look::takes(&input.label, wide(At::Content).saturating_sub(3), SMALL);
        Ok(label.max(look::takes(words::measured(row, self.lang()), wide(At::Measure), SMALL)).max(self.remarks(position(row))))
    }

    /// Writes, at a leaf, a figure of the set that is asked above.
    fn shared(&mut self, position: usize, row: &Row<'_>, input: &Input, base: &Format) -> Result<u32, XlsxError> {
        let centre = base.clone().set_align(FormatAlign::Center);
        self.sheet.write_string_with_format(
            row.at,
            At::Measure.col(),
            words::measured(row, self.lang()),
            &centre.clone().set_font_size(SMALL),
        )?;
        let format = of_kind_in(centre.set_font_color(look::FAINT), input.kind, self.lang());
        self.live(position, row, At::Input, &format)?;
        Ok(self.input_takes(row))
    }
}

/// Gives the position of a row among those of its plan.
fn position(row: &Row<'_>) -> usize {
    usize::try_from(row.at.saturating_sub(HEADING_ROW + 1)).unwrap_or(0)
}

/// Gives the format of cells to fill in.
fn open() -> Format {
    look::cell().set_font_size(SMALL).set_unlocked().set_background_color(look::OPEN)
}

/// Gives the look of a row.
fn dress(row: &Row<'_>) -> Format {
    let (cell, small) = (look::cell(), look::cell().set_font_size(SMALL));
    match &row.what {
        What::Group { excused: true, .. } => cell.set_background_color(look::CLOSED).set_bold().set_font_color(look::FAINT),
        What::Group { depth: 1, .. } | What::Title(_) => cell.set_background_color(look::AREA).set_bold(),
        What::Group { depth: 2, .. } => cell.set_background_color(look::GROUP).set_bold(),
        What::Group { .. } => cell.set_bold().set_italic(),
        What::Leaf { leaf, excused, .. } | What::Input { leaf, excused, .. } | What::Shared { leaf, excused, .. }
            if !scores_itself(leaf, *excused) =>
        {
            small.set_background_color(look::CLOSED).set_font_color(look::FAINT)
        }
        What::Figure { open: false, .. } => small.set_background_color(look::CLOSED).set_font_color(look::FAINT),
        What::Leaf { .. } | What::Input { .. } | What::Shared { .. } | What::Figure { .. } => small,
        What::Total { .. } | What::Index { .. } | What::Remark { .. } => cell.set_background_color(look::AREA).set_bold(),
    }
}

/// Gives the width of a column in characters.
fn wide(column: At) -> u32 {
    page::width(ASSESSMENT_COLUMNS, column.col())
}

/// Tells whether a cell of an input is part of a cell of its leaf.
fn reached_over(row: &Row<'_>, column: At) -> bool {
    match &row.what {
        What::Input { leaf, excused, .. } | What::Shared { leaf, excused, .. } => {
            column == At::How || (column == At::Explanation && scores_itself(leaf, *excused))
        }
        What::Remark { .. } => (At::How.col()..=At::Explanation.col()).contains(&column.col()),
        _ => false,
    }
}
