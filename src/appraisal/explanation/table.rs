//! The sheet with the leaves that were changed: what was claimed, what came of it and why, and the unit's answer.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use super::asking::Asking;
use super::documents;
use super::layout::{At, DOCUMENTS, HEADING_ROW, KEYS_ROW, TABLE, TABLE_COLUMNS};
use crate::appraisal::cells;
use crate::appraisal::cells::{open, quiet};
use crate::appraisal::change::{Change, cause};
use crate::appraisal::layout::{EXPLANATION_TITLE, NO_CLAIM, label_of_input};
use crate::appraisal::lists::Lists;
use crate::assessment::{Claim, Round};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, Figures, Input};
use crate::finding::Severity;
use crate::form;
use crate::form::layout::RowKey;
use crate::form::template::documents::counted;
use crate::form::template::page::{Across, SMALL, SMALLEST};
use crate::form::template::{Value, ask, page};
use crate::look;
use crate::points::Points;
use crate::ranking::Group;
use crate::rule::NOT_APPLICABLE_WORDS;
use crate::text::{Lang, Words, said};
use crate::workbook::letters;

/// The unit has not answered yet.
const OPEN: Words = Words { vi: "Chưa giải trình", en: "Not explained" };
/// It has.
const DONE: Words = Words { vi: "Đã giải trình", en: "Explained" };

/// Longest finding that is said as a reason.
const LONGEST: usize = 220;

/// Writes the sheet.
pub fn write(
    book: &mut Workbook,
    of: &Asking<'_>,
    group: &Group,
    set: &CriteriaSet,
    changes: &[Change<'_>],
    lists: &Lists,
) -> Result<(), XlsxError> {
    let lang = of.results.lang;
    let sheet = book.add_worksheet().set_name(TABLE.get(lang))?;
    sheet.set_formula_result_default("");
    let columns = (At::Stt.col(), At::State.col());
    let campaign = of.results.campaign;
    let [above, unit] = form::letterhead(campaign, of.unit);
    let [state, motto] = page::national_heading(lang);
    let head = [above, unit, state, motto];
    let half = |first: At, last: At| Across::of(TABLE_COLUMNS, first.col(), last.col());
    page::head_of(sheet, &head, half(At::Stt, At::Max), half(At::Proposed, At::State))?;
    let title = format!("{} {}", EXPLANATION_TITLE.get(lang), of.round_name().to_uppercase());
    page::title_with(sheet, 2, columns, [&title, &campaign.title], campaign.notice.as_deref())?;
    let hints = hints(of, changes.len());
    page::merge(sheet, 4, columns, &hints, &look::text().set_font_size(SMALL))?;
    let across: u32 = TABLE_COLUMNS.iter().map(|column| u32::from(column.width)).sum();
    sheet.set_row_height(4, look::height(look::lines(&hints, across, SMALL), SMALL) + 4)?;
    page::headings(sheet, TABLE_COLUMNS, KEYS_ROW, lang)?;
    let mut painter = Painter { sheet, of, group, set, lists, at: HEADING_ROW + 1, documents: documents::last(of, changes), answered: 0 };
    for change in changes {
        painter.leaf(change)?;
    }
    let (first, last) = (HEADING_ROW + 1, painter.at - 1);
    let Painter { sheet, answered, .. } = painter;
    progress(sheet, (first, last), (answered, changes.len()), lang)?;
    colours(sheet, (first, last), lang)?;
    let line = last + 2;
    let (day, head) = (form::dated(form::place(campaign, of.unit).as_deref(), lang), form::head(of.unit, lang));
    let middle = look::text().set_align(FormatAlign::Center);
    page::merge(sheet, line, (At::Proposed.col(), At::State.col()), &day, &middle.clone().set_italic())?;
    page::merge(sheet, line + 1, (At::Proposed.col(), At::State.col()), &head, &middle.set_bold())?;
    sheet.set_row_height(line + 1, look::height(2, look::SIZE))?;
    sheet
        .ignore_error_range(first, At::Stt.col(), last, At::Stt.col(), IgnoreError::NumberStoredAsText)?
        .set_freeze_panes(HEADING_ROW + 1, At::Max.col())?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_print_area(0, At::Stt.col(), line + 7, At::State.col())?
        .set_landscape()
        .set_zoom(85)
        .set_active(true);
    page::paper_with(sheet, campaign.notice.as_deref(), [&of.unit.name, &format!("{}: {}", campaign.id, of.round_name())]);
    page::lock(sheet, false);
    Ok(())
}

/// Says what the unit is asked.
fn hints(of: &Asking<'_>, count: usize) -> String {
    let (lang, until) = (of.results.lang, of.until);
    let until =
        if until.is_empty() { String::new() } else { said!(lang, " Gửi lại trước {until}.", " Send it back before {until}.") };
    let [to_explain, to_propose] = [At::Explanation, At::Proposed].map(|column| heading(column).get(lang));
    let further = DOCUMENTS.get(lang);
    said!(
        lang,
        "{count} tiêu chí dưới đây có kết quả thẩm định khác điểm tự đánh giá. Đơn vị ghi giải trình ở cột “{to_explain}”; nếu đề nghị xem lại số liệu thì ghi số đúng ở cột “{to_propose}”; nêu tài liệu bổ sung ở trang “{further}” và gửi kèm tệp. Tiêu chí nào đơn vị đồng ý với kết quả thẩm định thì để trống.{until}",
        "Criteria below whose appraised points differ from the claim: {count}. Explain in the column “{to_explain}”; where a figure should be looked at again, type the right one in “{to_propose}”; name further documents on the sheet “{further}” and send their files along. Leave blank what the unit agrees with.{until}"
    )
}

/// Writes rows, one below the other.
struct Painter<'s, 'p> {
    sheet: &'s mut Worksheet,
    of: &'p Asking<'p>,
    group: &'p Group,
    set: &'p CriteriaSet,
    lists: &'p Lists,
    /// Row that is written next.
    at: u32,
    /// Last row of the sheet for further documents.
    documents: u32,
    /// How many leaves have an answer already.
    answered: usize,
}

impl Painter<'_, '_> {
    /// Gives the language that the sheet is written in.
    const fn lang(&self) -> Lang {
        self.of.results.lang
    }

    /// Writes a leaf with its figures.
    fn leaf(&mut self, change: &Change<'_>) -> Result<(), XlsxError> {
        let (criterion, leaf) = (change.criterion, change.leaf);
        let lang = self.lang();
        let name = change.set.named(criterion);
        let name = name.get(lang);
        let inputs: Vec<&Input> = leaf.asked().iter().collect();
        let at = self.at;
        let last = at + u32::try_from(inputs.len()).unwrap_or(0);
        self.sheet.write_string(at, At::Keys.col(), RowKey::Leaf(criterion.id.clone()).to_string())?;
        let base = look::cell().set_font_size(SMALL);
        self.frame(at, true, last == at, &base)?;
        let centre = quiet(base.clone(), true, last == at).set_align(FormatAlign::Center);
        let number = centre.clone().set_num_format(look::numbers(&look::points(self.group.rounding.decimals), lang));
        self.sheet.write_string_with_format(at, At::Stt.col(), criterion.id.as_str(), &centre.clone().set_bold().set_num_format("@"))?;
        self.sheet.write_string_with_format(at, At::Content.col(), name, &base.clone().set_bold().set_indent(1))?;
        self.sheet.write_number_with_format(
            at,
            At::Max.col(),
            criterion.max.to_cell(),
            &centre.clone().set_num_format(look::numbers("General", lang)),
        )?;
        if self.asks_not_to_apply(&criterion.id) {
            let remark = centre.clone().set_font_size(SMALLEST).set_italic();
            self.sheet.write_string_with_format(at, At::Claimed.col(), NOT_APPLICABLE_WORDS.get(lang), &remark)?;
        } else if !leaf.rule.takes_claims() {
            let remark = centre.clone().set_font_size(SMALLEST).set_italic();
            self.sheet.write_string_with_format(at, At::Claimed.col(), NO_CLAIM.get(lang), &remark)?;
        } else {
            self.points(at, At::Claimed, change.claim, &number)?;
        }
        if change.out {
            let remark = centre.clone().set_font_size(SMALLEST).set_italic();
            self.sheet.write_string_with_format(at, At::Came.col(), NOT_APPLICABLE_WORDS.get(lang), &remark)?;
        } else {
            self.points(at, At::Came, change.came, &number.clone().set_bold())?;
        }
        let why = self.why(change);
        cells::span(self.sheet, (at, last), At::Why.col(), &why, &base.clone().set_indent(1))?;
        let explained = self.of.explained().and_then(|explained| explained.answers.get(&criterion.id));
        let words = explained.and_then(|answer| answer.explanation.as_deref()).unwrap_or_default();
        cells::span(self.sheet, (at, last), At::Explanation.col(), words, &open().set_num_format("@").set_indent(1))?;
        self.sheet.add_data_validation(at, At::Explanation.col(), at, At::Explanation.col(), &ask_explanation(lang)?)?;
        let done = explained.is_some_and(|answer| !answer.is_blank());
        self.answered += usize::from(done);
        self.state(at, last, done, &base)?;
        self.at += 1;
        for input in &inputs {
            self.input(change, input, explained.map(|answer| &answer.figures), self.at == last)?;
            self.at += 1;
        }
        let takes = |text: &str, column: At| look::takes(text, wide(column).saturating_sub(2), SMALL);
        let below: u32 = inputs
            .iter()
            .map(|input| look::row(self.tall(change, input, &self.figures(change, input, explained.map(|answer| &answer.figures)))))
            .sum();
        let tall = takes(&why, At::Why).max(takes(words, At::Explanation)).max(2 * look::takes("", 1, SMALL));
        let own = look::takes(name, wide(At::Content).saturating_sub(4), SMALL + 1);
        self.sheet.set_row_height(at, look::row(tall.saturating_sub(below).max(own)))?;
        Ok(())
    }

    /// Writes a figure.
    fn input(&mut self, change: &Change<'_>, input: &Input, proposed: Option<&Figures>, last: bool) -> Result<(), XlsxError> {
        let at = self.at;
        let id = &change.criterion.id;
        self.sheet.write_string(at, At::Keys.col(), RowKey::Input(id.clone(), input.id.clone()).to_string())?;
        let base = look::cell().set_font_size(SMALL);
        self.frame(at, false, last, &base)?;
        let label = label_of_input(input);
        self.sheet.write_string_with_format(at, At::Content.col(), &label, &base.clone().set_indent(2).set_italic())?;
        let centre = base.set_align(FormatAlign::Center);
        let figures = self.figures(change, input, proposed);
        let [declared, found, proposed] = &figures;
        self.figure(at, At::Declared, change, input, declared, &centre)?;
        self.figure(at, At::Found, change, input, found, &centre.set_bold())?;
        self.figure(at, At::Proposed, change, input, proposed, &open().set_align(FormatAlign::Center))?;
        let list = self.lists.list(&self.set.id, id, &input.id);
        let cell = format!("{}{}", letters(At::Proposed.col().into()), u64::from(at) + 1);
        let check = ask::figure(input, change.leaf.may_pass_100(&input.id), &cell, list.as_deref(), self.lang())?;
        self.sheet.add_data_validation(at, At::Proposed.col(), at, At::Proposed.col(), &check)?;
        self.sheet.set_row_height(at, look::row(self.tall(change, input, &figures)))?;
        Ok(())
    }

    /// Gives a figure as declared, as the council found it, and as the unit proposes it.
    fn figures(&self, change: &Change<'_>, input: &Input, proposed: Option<&Figures>) -> [Figure; 3] {
        let id = &change.criterion.id;
        let answers = self.of.results.evidenced.get(&self.of.unit.id).map(|sent| &sent.assessment.answers);
        let declared = answers.and_then(|answers| answers.get(id)?.figures.get(&input.id)).cloned();
        let proposed = proposed.and_then(|figures| figures.get(&input.id)).cloned();
        [declared, self.found(id, input), proposed].map(|figure| figure.unwrap_or(Figure::Blank))
    }

    /// Gives the height that the row of a figure takes: its name, or an answer in words.
    fn tall(&self, change: &Change<'_>, input: &Input, figures: &[Figure; 3]) -> u32 {
        let columns = [(At::Declared, SMALL), (At::Found, SMALL + 1), (At::Proposed, SMALL)];
        let shown =
            columns.into_iter().zip(figures).map(|((column, size), figure)| match cells::shown(change.leaf, input, figure, self.lang()) {
                Value::Text(words) => look::takes(&words, wide(column).saturating_sub(2), size),
                Value::Blank | Value::Number(_) => 0,
            });
        shown.fold(look::takes(&label_of_input(input), wide(At::Content).saturating_sub(3), SMALL), u32::max)
    }

    /// Tells whether the unit asks that a leaf does not apply.
    fn asks_not_to_apply(&self, id: &CriterionId) -> bool {
        let answer = self.of.results.evidenced.get(&self.of.unit.id).and_then(|sent| sent.assessment.answers.get(id));
        answer.is_some_and(|answer| answer.claim == Claim::NotApplicable)
    }

    /// Gives a figure as the council found it, where it did.
    fn found(&self, id: &CriterionId, input: &Input) -> Option<Figure> {
        let rounds = self.of.results.appraisal.corrected.range(..=self.of.round).rev();
        let mut found = rounds.filter_map(|(_, of)| of.get(&self.of.unit.id)?.get(id)?.get(&input.id));
        found.next().map(|one| one.figure.clone())
    }

    /// Says why a leaf came out other than claimed: the council's reasons, else what was found in the unit's form.
    fn why(&self, change: &Change<'_>) -> String {
        let (appraisal, unit, id) = (self.of.results.appraisal, &self.of.unit.id, &change.criterion.id);
        let (mut lines, lang): (Vec<String>, Lang) = (Vec::new(), self.lang());
        for round in (1..=self.of.round.number()).filter_map(Round::new) {
            let said = appraisal.reasons(round, unit, id).into_iter();
            let first = self.of.round == Round::FIRST;
            lines.extend(said.map(|reason| {
                let number = round.number();
                if first { reason.to_owned() } else { said!(lang, "Lần {number}: {reason}", "Round {number}: {reason}") }
            }));
        }
        let rounds = (1..=self.of.round.number()).filter_map(Round::new);
        let causes = rounds.map(|round| cause(&self.of.results, self.of.unit, change.criterion, round));
        let by_rules = causes.map(|cause| if cause.typed { cause.failing } else { cause.reason }.get(lang).to_owned());
        for said in by_rules.filter(|said| !said.is_empty()) {
            if !lines.contains(&said) {
                lines.push(said);
            }
        }
        if lines.is_empty() {
            let found = self.of.results.findings_of(unit).filter(|one| one.criterion.as_ref() == Some(id));
            let found = found.filter(|one| one.severity != Severity::Note && !one.code.id.starts_with('A'));
            lines.extend(found.take(5).map(|finding| look::shortened(finding.message.get(lang), LONGEST).into_owned()));
        }
        if lines.is_empty() {
            let silent = "Hội đồng thẩm định chưa ghi lý do; đơn vị có thể đề nghị nêu lý do.";
            lines.push(lang.word(silent, "The council gave no reason; the unit may ask for it.").into());
        }
        lines.join("\n")
    }

    /// Writes the frame of a row.
    fn frame(&mut self, at: u32, first: bool, last: bool, base: &Format) -> Result<(), XlsxError> {
        let columns = [At::Stt, At::Content, At::Max, At::Claimed, At::Came, At::Declared, At::Found, At::Proposed];
        for column in columns {
            let format = if matches!(column, At::Content | At::Declared | At::Found | At::Proposed) {
                base.clone()
            } else {
                quiet(base.clone(), first, last)
            };
            self.sheet.write_blank(at, column.col(), &format)?;
        }
        Ok(())
    }

    /// Writes points, where there are any.
    fn points(&mut self, at: u32, column: At, points: Option<&Points>, format: &Format) -> Result<(), XlsxError> {
        if let Some(points) = points {
            self.sheet.write_number_with_format(at, column.col(), points.to_cell(), format)?;
        }
        Ok(())
    }

    /// Writes a figure into a cell.
    fn figure(
        &mut self,
        at: u32,
        column: At,
        change: &Change<'_>,
        input: &Input,
        figure: &Figure,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let format = cells::of_figure(format, input, column == At::Proposed, self.lang());
        cells::value(self.sheet, (at, column.col()), &cells::shown(change.leaf, input, figure, self.lang()), &format)
    }

    /// Writes the cell that says whether the unit has answered.
    fn state(&mut self, at: u32, last: u32, done: bool, base: &Format) -> Result<(), XlsxError> {
        let cell = |column: At, row: u32| format!("${}${}", letters(column.col().into()), u64::from(row) + 1);
        let mut answers = vec![format!("NOT(ISBLANK({}))", cell(At::Explanation, at))];
        answers.push(format!("{}>0", counted(DOCUMENTS.get(self.lang()), self.documents, &cell(At::Stt, at))));
        if last > at {
            answers.push(format!("COUNTA({}:{})>0", cell(At::Proposed, at + 1), cell(At::Proposed, last)));
        }
        let [answered, open] = [DONE, OPEN].map(|words| words.get(self.lang()));
        let formula = format!("IF(OR({}),\"{answered}\",\"{open}\")", answers.join(","));
        let format = base.clone().set_font_size(SMALLEST).set_align(FormatAlign::Center);
        if last > at {
            self.sheet.merge_range(at, At::State.col(), last, At::State.col(), "", &format)?;
        }
        let result = if done { answered } else { open };
        self.sheet.write_formula_with_format(at, At::State.col(), Formula::new(formula).set_result(result), &format)?;
        Ok(())
    }
}

/// Asks for the explanation.
fn ask_explanation(lang: Lang) -> Result<rust_xlsxwriter::DataValidation, XlsxError> {
    let prompt = lang.word(
        "Nêu vì sao đề nghị xem lại, dẫn tài liệu; đồng ý với kết quả thẩm định thì để trống.",
        "Why it should be looked at again, by which documents; blank where the unit agrees.",
    );
    ask::field(TABLE.get(lang), prompt, lang)
}

/// Says how many leaves are answered, of all.
fn progress(sheet: &mut Worksheet, (first, last): (u32, u32), (answered, count): (usize, usize), lang: Lang) -> Result<(), XlsxError> {
    let states = format!("${0}${1}:${0}${2}", letters(At::State.col().into()), u64::from(first) + 1, u64::from(last) + 1);
    let done = DONE.get(lang);
    let formula = match lang {
        Lang::Vi => format!("\"Đã giải trình \"&COUNTIF({states},\"{done}\")&\"/{count} tiêu chí\""),
        Lang::En => format!("\"Criteria explained: \"&COUNTIF({states},\"{done}\")&\"/{count}\""),
    };
    let bold = look::text().set_bold();
    sheet.merge_range(5, At::Stt.col(), 5, At::Why.col(), "", &bold)?;
    let result = said!(lang, "Đã giải trình {answered}/{count} tiêu chí", "Criteria explained: {answered}/{count}");
    sheet.write_formula_with_format(5, At::Stt.col(), Formula::new(formula).set_result(result), &bold)?;
    Ok(())
}

/// Colours what waits and what is answered.
fn colours(sheet: &mut Worksheet, (first, last): (u32, u32), lang: Lang) -> Result<(), XlsxError> {
    let state = format!("${}{}", letters(At::State.col().into()), u64::from(first) + 1);
    for (words, colour) in [(OPEN.get(lang), look::TO_FILL), (DONE.get(lang), look::DONE)] {
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("={state}=\"{words}\"").as_str())
            .set_format(Format::new().set_background_color(colour));
        sheet.add_conditional_format(first, At::State.col(), last, At::State.col(), &rule)?;
    }
    Ok(())
}

/// Gives the heading of a column.
fn heading(column: At) -> Words {
    TABLE_COLUMNS.get(usize::from(column.col())).map_or(OPEN, |written| written.heading)
}

/// Gives the width of a column in characters.
fn wide(column: At) -> u32 {
    page::width(TABLE_COLUMNS, column.col())
}
