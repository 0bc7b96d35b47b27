//! The sheet with criteria, figures, claims and live points.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use super::live::{Lives, Value};
use super::plan::{HEADING_ROW, KEYS_ROW, Plan, Row, What, asks_evidence, enough, scores_itself, total};
use super::{ask, page};
use crate::assessment::Claim;
use crate::criteria::{Criterion, EvidenceAsk, Leaf, Sign};
use crate::figure::{Figure, Input, InputKind};
use crate::points::Points;
use crate::rule::{NO, NOT_APPLICABLE, YES};
use crate::sheet::layout::{ASSESSMENT, ASSESSMENT_COLUMNS, AssessmentAt as At};
use crate::sheet::style;

/// Size of remarks, labels and longer texts, in points.
const SMALL: u32 = 11;

/// Columns that people see.
const SEEN: [At; 10] =
    [At::Stt, At::Content, At::Max, At::How, At::Input, At::Measure, At::Computed, At::Claimed, At::Explanation, At::State];
/// Hidden columns with the form's arithmetic.
const HIDDEN: [At; 6] = [At::Exact, At::Counted, At::Applicable, At::Filled, At::ToFill, At::Documents];

/// Writes the sheet.
pub fn write(book: &mut Workbook, plan: &Plan<'_>, live: &Lives) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(ASSESSMENT)?;
    sheet.set_formula_result_default("");
    let form = plan.form;
    let columns = (At::Stt.col(), At::State.col());
    page::head(sheet, form, (At::Stt.col(), At::Max.col()), (At::Measure.col(), At::State.col()))?;
    page::title(sheet, form, 2, columns, &format!("BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {}", form.campaign.year))?;
    sheet.set_row_height(3, style::height(1, style::SIZE))?;
    legend(sheet, live)?;
    page::headings(sheet, ASSESSMENT_COLUMNS, KEYS_ROW)?;
    let mut painter = Painter { sheet, plan, live };
    for (position, row) in plan.rows.iter().enumerate() {
        painter.row(position, row)?;
    }
    let sheet = painter.sheet;
    let (first, last) = plan.body();
    colours(sheet, plan)?;
    signatures(sheet, plan.last() + 2)?;
    sheet
        .ignore_error_range(first, At::Stt.col(), last, At::Stt.col(), IgnoreError::NumberStoredAsText)?
        .autofilter(HEADING_ROW, At::Stt.col(), last, At::State.col())?
        .set_freeze_panes(HEADING_ROW + 1, At::Max.col())?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_print_area(0, At::Stt.col(), plan.last() + 9, At::State.col())?
        .set_landscape()
        .set_zoom(90)
        .set_active(true);
    page::paper(sheet, form);
    page::lock(sheet, false);
    Ok(())
}

/// Writes the line of progress and the legend of colours.
fn legend(sheet: &mut Worksheet, live: &Lives) -> Result<(), XlsxError> {
    let row = 4;
    let bold = style::text().set_bold();
    sheet.merge_range(row, At::Stt.col(), row, At::Max.col(), "", &bold)?;
    let formula = Formula::new(&live.progress.formula).set_result(live.progress.value.result());
    sheet.write_formula_with_format(row, At::Stt.col(), formula, &bold)?;
    let right = style::text().set_font_color(style::FAINT).set_align(FormatAlign::Right);
    sheet.write_string_with_format(row, At::How.col(), "Chú giải màu:", &right)?;
    let sample = |fill| style::cell().set_background_color(fill).set_align(FormatAlign::Center).set_font_size(SMALL);
    sheet.write_string_with_format(row, At::Input.col(), "Cần điền", &sample(style::TO_FILL))?;
    page::merge(sheet, row, (At::Measure.col(), At::Computed.col()), "Ô được điền", &sample(style::OPEN))?;
    sheet.write_string_with_format(row, At::Claimed.col(), "Sai", &sample(style::WRONG))?;
    sheet.write_string_with_format(row, At::Explanation.col(), "Thiếu tài liệu, giải trình", &sample(style::MISSING))?;
    sheet.write_string_with_format(row, At::State.col(), "Không phải điền", &sample(style::CLOSED))?;
    sheet.set_row_height(row, 21)?;
    Ok(())
}

/// Colours of what waits, what is missing and what is wrong; words in the column of states say the same.
fn colours(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let (first, last) = plan.body();
    let row = u64::from(first) + 1;
    let at = |column: At| format!("${}{row}", super::plan::letter(column.col()));
    let fill = |formula: String, fill| {
        ConditionalFormatFormula::new().set_rule(formula.as_str()).set_format(Format::new().set_background_color(fill))
    };
    let says = |words: &str| format!("LEFT({},{})=\"{words}\"", at(At::State), words.chars().count());
    let kind = |words: &str| format!("LEFT({},{})=\"{words}\"", at(At::Keys), words.chars().count());
    let on = |sheet: &mut Worksheet, column: At, formula: String, colour| {
        sheet.add_conditional_format(first, column.col(), last, column.col(), &fill(formula, colour)).map(|_| ())
    };
    on(sheet, At::Input, format!("=AND({},{})", kind("input"), says("Sai")), style::WRONG)?;
    on(sheet, At::Input, format!("=AND({},{})", kind("input"), says("Cần điền")), style::TO_FILL)?;
    on(sheet, At::Claimed, format!("=AND({},OR({},{}))", kind("leaf"), says("Sai: điểm"), says("Sai: cao")), style::WRONG)?;
    on(sheet, At::Explanation, format!("=AND({},{})", kind("leaf"), says("Thiếu")), style::MISSING)?;
    on(sheet, At::State, format!("={}", says("Sai")), style::WRONG)?;
    on(sheet, At::State, format!("={}", says("Thiếu")), style::MISSING)?;
    on(sheet, At::State, format!("=OR({},{})", says("Cần điền"), says("Còn")), style::TO_FILL)?;
    on(sheet, At::State, format!("=OR({},{},{})", says("Đủ"), says("Đã điền"), says("Có giải trình")), style::DONE)?;
    Ok(())
}

/// Writes the place for signatures.
fn signatures(sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    let middle = style::text().set_align(FormatAlign::Center);
    let (italic, bold) = (middle.clone().set_italic(), middle.clone().set_bold());
    let (left, right) = ((At::Stt.col(), At::Content.col()), (At::Computed.col(), At::State.col()));
    page::merge(sheet, row, right, "…………, ngày …… tháng …… năm 20……", &italic.clone().set_unlocked())?;
    page::merge(sheet, row + 1, left, "NGƯỜI LẬP BIỂU", &bold)?;
    page::merge(sheet, row + 1, right, "THỦ TRƯỞNG ĐƠN VỊ", &bold)?;
    page::merge(sheet, row + 2, left, "(Ký, ghi rõ họ tên)", &italic)?;
    page::merge(sheet, row + 2, right, "(Ký, ghi rõ họ tên, đóng dấu)", &italic)?;
    let name = bold.set_unlocked();
    page::merge(sheet, row + 7, left, "", &name)?;
    page::merge(sheet, row + 7, right, "", &name)?;
    for row in row..row + 8 {
        sheet.set_row_height(row, style::height(1, style::SIZE))?;
    }
    Ok(())
}

/// Writes rows.
struct Painter<'s, 'p> {
    sheet: &'s mut Worksheet,
    plan: &'p Plan<'p>,
    live: &'p Lives,
}

impl Painter<'_, '_> {
    /// Writes a row: frame, words, live cells, cells to fill in.
    fn row(&mut self, position: usize, row: &Row<'_>) -> Result<(), XlsxError> {
        let base = dress(row);
        for column in SEEN.into_iter().filter(|column| !reached_over(row, *column)) {
            self.sheet.write_blank(row.at, column.col(), &base)?;
        }
        if let Some(key) = row.key() {
            self.sheet.write_string(row.at, At::Keys.col(), key.to_string())?;
        }
        let decimals = self.plan.form.rounding.decimals;
        let centre = base.clone().set_align(FormatAlign::Center);
        for column in [At::Computed, At::Claimed] {
            self.live(position, row, column, &centre.clone().set_num_format(style::points(decimals)))?;
        }
        self.live(position, row, At::State, &base.clone().set_font_size(SMALL))?;
        for column in HIDDEN {
            self.live(position, row, column, &Format::new())?;
        }
        let points = match &row.what {
            What::Group { criterion, depth, .. } => self.group(row, criterion, *depth, &base)?,
            What::Leaf { criterion, leaf, excused, sign, inputs } => {
                self.leaf(position, row, criterion, leaf, *excused, *sign, inputs, &base)?
            }
            What::Input { criterion, leaf, input, excused, .. } => self.input(row, criterion, leaf, input, *excused, &base)?,
            What::Title => self.words(row, "", "Điểm thưởng, điểm trừ", &base)?,
            What::Total { .. } => {
                self.maximum(row, total(self.plan.form.set), &centre)?;
                self.words(row, "", "TỔNG ĐIỂM", &base)?
            }
            What::Index { .. } => {
                self.live(position, row, At::Max, &centre.clone().set_num_format("General"))?;
                self.words(row, "", &index_label(self.plan), &base)?
            }
        };
        self.sheet.set_row_height(row.at, style::row(points))?;
        Ok(())
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
                let remark = format.clone().set_font_size(10).set_italic().set_font_color(style::FAINT);
                self.sheet.write_string_with_format(at, column, words, &remark)?
            }
        };
        Ok(())
    }

    /// Writes number and content, and gives the height they take.
    fn words(&mut self, row: &Row<'_>, stt: &str, content: &str, base: &Format) -> Result<u32, XlsxError> {
        let id = base.clone().set_align(FormatAlign::Center).set_num_format("@");
        self.sheet.write_string_with_format(row.at, At::Stt.col(), stt, &id)?;
        self.sheet.write_string_with_format(row.at, At::Content.col(), content, base)?;
        let bold = !matches!(row.what, What::Leaf { .. } | What::Input { .. });
        let width = wide(At::Content);
        Ok(style::takes(content, if bold { width.saturating_sub(width / 12) } else { width }, style::SIZE))
    }

    /// Writes a maximum, never rounded.
    fn maximum(&mut self, row: &Row<'_>, max: &Points, centre: &Format) -> Result<(), XlsxError> {
        let format = centre.clone().set_num_format("General");
        self.sheet.write_number_with_format(row.at, At::Max.col(), max.to_cell(), &format)?;
        Ok(())
    }

    /// Writes a criterion with children.
    fn group(&mut self, row: &Row<'_>, criterion: &Criterion, depth: usize, base: &Format) -> Result<u32, XlsxError> {
        self.maximum(row, &criterion.max, &base.clone().set_align(FormatAlign::Center))?;
        let name = if depth == 1 { criterion.name.to_uppercase() } else { criterion.name.clone() };
        let lines = self.words(row, criterion.id.as_str(), &noted(&name, criterion), base)?;
        if criterion.weight == Points::one() {
            return Ok(lines);
        }
        self.sheet.write_string_with_format(row.at, At::How.col(), weight(criterion), &base.clone().set_italic())?;
        Ok(lines)
    }

    /// Writes a leaf.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn leaf(
        &mut self,
        position: usize,
        row: &Row<'_>,
        criterion: &Criterion,
        leaf: &Leaf,
        excused: bool,
        sign: Option<Sign>,
        inputs: &[usize],
        base: &Format,
    ) -> Result<u32, XlsxError> {
        self.maximum(row, &criterion.max, &base.clone().set_align(FormatAlign::Center))?;
        let name = match sign {
            Some(Sign::Bonus) => format!("Điểm thưởng: {}", criterion.name),
            Some(Sign::Penalty) => format!("Điểm trừ: {}", criterion.name),
            None => criterion.name.clone(),
        };
        let content = self.words(row, criterion.id.as_str(), &noted(&name, criterion), base)?;
        let how = self.how(row, inputs, &how(self.plan, criterion, leaf), base)?;
        if !scores_itself(leaf, excused) {
            let says = if excused { 2 } else { 3 };
            return Ok(content.max(how).max(style::takes("", 1, 10) * says));
        }
        self.claim(row, criterion, leaf)?;
        let below: u32 = inputs.iter().filter_map(|at| self.plan.row(*at)).map(|row| style::row(self.input_takes(row))).sum();
        let explanation = self.explanation(row, criterion, inputs.len())?;
        let remark = matches!(self.live.get(position, At::Computed), Some(live) if live.formula.is_empty());
        let lines = if remark { 3 } else { 2 };
        Ok(content.max(how).max(explanation.saturating_sub(below)).max(style::takes("", 1, SMALL) * lines))
    }

    /// Writes how a leaf is scored: its last paragraphs stand beside its inputs, so that no row is much taller than it
    /// must be and no page ends within a line. Gives the height that the leaf's own row takes.
    fn how(&mut self, row: &Row<'_>, inputs: &[usize], paragraphs: &[String], base: &Format) -> Result<u32, XlsxError> {
        let rows: Vec<u32> = inputs.iter().filter_map(|at| self.plan.row(*at)).map(|row| row.at).collect();
        let own = paragraphs.len().saturating_sub(rows.len()).max(1);
        let (first, rest) = paragraphs.split_at_checked(own).unwrap_or((paragraphs, &[]));
        let first = first.join("\n");
        let base = base.clone().set_font_size(SMALL).set_border_bottom(FormatBorder::None).set_border_top(FormatBorder::None);
        let mut texts = vec![(row.at, first.as_str())];
        texts.extend(rows.iter().enumerate().map(|(n, at)| (*at, rest.get(n).map_or("", String::as_str))));
        let last = texts.len().saturating_sub(1);
        for (n, (at, text)) in texts.into_iter().enumerate() {
            let mut format = if last == 0 { base.clone() } else { base.clone().set_align(FormatAlign::Top) };
            if n == 0 {
                format = format.set_border_top(FormatBorder::Thin);
            }
            if n == last {
                format = format.set_border_bottom(FormatBorder::Thin);
            }
            self.sheet.write_string_with_format(at, At::How.col(), text, &format)?;
        }
        Ok(style::takes(&first, wide(At::How), SMALL))
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

    /// Writes the cell of a claim.
    fn claim(&mut self, row: &Row<'_>, criterion: &Criterion, leaf: &Leaf) -> Result<(), XlsxError> {
        let format = open().set_align(FormatAlign::Center).set_num_format(style::as_typed(self.plan.form.rounding.decimals)).set_bold();
        let (at, column) = (row.at, At::Claimed.col());
        match self.plan.answer(&criterion.id).map(|answer| &answer.claim) {
            None | Some(Claim::Blank) => self.sheet.write_blank(at, column, &format)?,
            Some(Claim::Points(points)) => self.sheet.write_number_with_format(at, column, points.to_cell(), &format)?,
            Some(Claim::NotApplicable) => self.sheet.write_string_with_format(at, column, NOT_APPLICABLE, &format)?,
            Some(Claim::Wrong(typed)) => self.sheet.write_string_with_format(at, column, typed, &format)?,
        };
        let cell = row.cell(At::Claimed);
        let own = leaf.rule.faces().asks().is_empty();
        self.sheet.add_data_validation(at, column, at, column, &ask::claim(&criterion.max, &cell, leaf.may_not_apply, own)?)?;
        if own {
            let waits = ConditionalFormatFormula::new()
                .set_rule(format!("=AND(ISBLANK({cell}),{}>0)", row.cell(At::ToFill)).as_str())
                .set_format(Format::new().set_background_color(style::TO_FILL));
            self.sheet.add_conditional_format(at, column, at, column, &waits)?;
        }
        Ok(())
    }

    /// Writes the cell of an explanation, which reaches over the inputs too, and gives the height it takes.
    fn explanation(&mut self, row: &Row<'_>, criterion: &Criterion, below: usize) -> Result<u32, XlsxError> {
        let format = open().set_num_format("@").set_font_size(SMALL);
        let (at, column) = (row.at, At::Explanation.col());
        let typed = self.plan.answer(&criterion.id).and_then(|answer| answer.explanation.as_deref()).unwrap_or_default();
        self.span(row, At::Explanation, below, typed, &format)?;
        self.sheet.add_data_validation(at, column, at, column, &ask::explanation()?)?;
        Ok(style::takes(typed, wide(At::Explanation), SMALL))
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
        let label = base.clone().set_indent(1).set_italic().set_font_size(SMALL);
        self.sheet.write_string_with_format(row.at, At::Content.col(), &input.label, &label)?;
        let centre = base.clone().set_align(FormatAlign::Center).set_font_size(SMALL);
        self.sheet.write_string_with_format(row.at, At::Measure.col(), measure(input), &centre)?;
        if scores_itself(leaf, excused) {
            self.figure(row, criterion, input)?;
            let list = self.plan.lists.name(&criterion.id, &input.id);
            let check = ask::figure(input, &row.cell(At::Input), list)?;
            self.sheet.add_data_validation(row.at, At::Input.col(), row.at, At::Input.col(), &check)?;
        }
        Ok(self.input_takes(row))
    }

    /// Gives the height that the row of an input takes.
    fn input_takes(&self, row: &Row<'_>) -> u32 {
        let What::Input { criterion, input, .. } = &row.what else { return 0 };
        let label = style::takes(&input.label, wide(At::Content).saturating_sub(2), SMALL);
        let measure = style::takes(measure(input), wide(At::Measure), SMALL);
        let beside = self.beside(row).map_or(0, |text| style::takes(&text, wide(At::How), SMALL));
        // The longest choice must fit once it is picked.
        let choices = criterion.leaf().map(|leaf| leaf.choices(&input.id)).unwrap_or_default();
        let choice = choices.iter().map(|choice| style::takes(&choice.label, wide(At::Input), SMALL)).max().unwrap_or(0);
        let typed = style::takes(&self.shown(criterion, input), wide(At::Input), SMALL);
        label.max(measure).max(choice).max(typed).max(beside)
    }

    /// Gives the paragraph of the rule that stands beside an input.
    fn beside(&self, row: &Row<'_>) -> Option<String> {
        let What::Input { criterion, leaf, of, .. } = &row.what else { return None };
        let leaf_row = self.plan.row(*of)?;
        let paragraphs = how(self.plan, criterion, leaf);
        let own = paragraphs.len().saturating_sub(leaf.inputs.len()).max(1);
        let below = usize::try_from(row.at.checked_sub(leaf_row.at)?.checked_sub(1)?).ok()?;
        paragraphs.get(own + below).cloned()
    }

    /// Gives the words of a figure that is not shown as a number.
    fn shown(&self, criterion: &Criterion, input: &Input) -> String {
        match self.plan.figure(&criterion.id, input) {
            Figure::Blank | Figure::Number(_) => String::new(),
            Figure::Date(date) => crate::figure::date_vi(date),
            Figure::NotIssued | Figure::YesNo(false) => NO.to_owned(),
            Figure::YesNo(true) => YES.to_owned(),
            // An id that the set does not know is shown as it is.
            Figure::Choice(id) => {
                let choices = criterion.leaf().map(|leaf| leaf.choices(&input.id)).unwrap_or_default();
                choices.into_iter().find(|choice| choice.id == id).map_or(id, |choice| choice.label)
            }
            Figure::Text(words) | Figure::Wrong(words) => words,
        }
    }

    /// Writes the cell of a figure.
    fn figure(&mut self, row: &Row<'_>, criterion: &Criterion, input: &Input) -> Result<(), XlsxError> {
        let format = open().set_align(FormatAlign::Center);
        let format = match input.kind {
            InputKind::Count => format.set_num_format("#,##0"),
            InputKind::Percent | InputKind::Points => format.set_num_format("#,##0.00##"),
            InputKind::Date => format.set_num_format("dd/mm/yyyy"),
            InputKind::Text => format.set_num_format("@"),
            InputKind::YesNo | InputKind::Choice => format.set_font_size(SMALL),
        };
        let (at, column) = (row.at, At::Input.col());
        match self.plan.figure(&criterion.id, input) {
            Figure::Blank => self.sheet.write_blank(at, column, &format)?,
            Figure::Number(number) => self.sheet.write_number_with_format(at, column, number.to_cell(), &format)?,
            // Before 1900 Excel has no days.
            Figure::Date(date) if page::excel_day(date).is_ok() => {
                self.sheet.write_datetime_with_format(at, column, page::excel_day(date)?, &format)?
            }
            _ => self.sheet.write_string_with_format(at, column, self.shown(criterion, input), &format)?,
        };
        Ok(())
    }
}

/// Gives the format of cells to fill in.
fn open() -> Format {
    style::cell().set_unlocked().set_background_color(style::OPEN)
}

/// Gives the look of a row.
fn dress(row: &Row<'_>) -> Format {
    let cell = style::cell();
    match &row.what {
        What::Group { excused: true, .. } => cell.set_background_color(style::CLOSED).set_bold().set_font_color(style::FAINT),
        What::Group { depth: 1, .. } | What::Title => cell.set_background_color(style::AREA).set_bold(),
        What::Group { depth: 2, .. } => cell.set_background_color(style::GROUP).set_bold(),
        What::Group { .. } => cell.set_bold().set_italic(),
        What::Leaf { leaf, excused, .. } | What::Input { leaf, excused, .. } if !scores_itself(leaf, *excused) => {
            cell.set_background_color(style::CLOSED).set_font_color(style::FAINT)
        }
        What::Leaf { .. } | What::Input { .. } => cell,
        What::Total { .. } | What::Index { .. } => cell.set_background_color(style::AREA).set_bold(),
    }
}

/// Gives the unit of measure that stands beside an input.
fn measure(input: &Input) -> &str {
    match (&input.measure, input.kind) {
        (Some(measure), _) => measure,
        (None, InputKind::Percent) => "%",
        (None, InputKind::Date) => "ngày",
        (None, _) => "",
    }
}

/// Adds the remark of a criterion to its name.
fn noted(name: &str, criterion: &Criterion) -> String {
    criterion.note.as_ref().map_or_else(|| name.to_owned(), |note| format!("{name}\n({note})"))
}

/// Says what a criterion's points are multiplied by.
fn weight(criterion: &Criterion) -> String {
    format!("Hệ số {}", criterion.weight.plain_vi())
}

/// Says how a leaf is scored and what evidence it asks, a paragraph each.
fn how(plan: &Plan<'_>, criterion: &Criterion, leaf: &Leaf) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if criterion.weight != Points::one() {
        lines.push(weight(criterion));
    }
    lines.extend(leaf.rule.faces().wording(&plan.form.set.terms(criterion, leaf)).into_iter().map(|line| line.vi));
    if asks_evidence(&leaf.evidence) {
        lines.push(evidence(&leaf.evidence));
    }
    lines
}

/// Says what evidence is asked.
fn evidence(ask: &EvidenceAsk) -> String {
    let mut line = String::from(if ask.required { "TLKC (bắt buộc): " } else { "TLKC: " });
    line.push_str(ask.what.as_deref().unwrap_or("văn bản chứng minh"));
    if !ask.types.is_empty() {
        line = format!("{line}; loại văn bản {}", ask.types.join(", "));
    }
    if enough(ask) > 1 {
        line = format!("{line}; ít nhất {} văn bản", enough(ask));
    }
    if ask.section {
        line.push_str("; ghi rõ mục, trang");
    }
    line
}

/// Says what the index of the form is, and what is not in it yet.
fn index_label(plan: &Plan<'_>) -> String {
    let (_, council, survey, _) = super::plan::shares(plan);
    let mut label = String::from("CHỈ SỐ TỰ ĐÁNH GIÁ (%) = tổng điểm ÷ điểm tối đa áp dụng × 100");
    let others: Vec<&str> = [(council, "hội đồng thẩm định"), (survey, "điều tra xã hội học")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, who)| who)
        .collect();
    if !others.is_empty() {
        label = format!("{label} (chưa gồm phần do {} chấm)", others.join(" và "));
    }
    label
}

/// Gives the width of a column in characters.
fn wide(column: At) -> u32 {
    page::width(ASSESSMENT_COLUMNS, column.col())
}

/// Tells whether a cell of an input is part of a cell of its leaf.
fn reached_over(row: &Row<'_>, column: At) -> bool {
    match &row.what {
        What::Input { leaf, excused, .. } => column == At::How || (column == At::Explanation && scores_itself(leaf, *excused)),
        _ => false,
    }
}
