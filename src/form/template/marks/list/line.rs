//! One line of the list: a finding, a jump to its cell, what stands there, and whether it is cured.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, FormatUnderline, Formula, Url, Worksheet, XlsxError};

use super::{CELL, CRITERION, CURE, HOLDS, LONG, List, SEVERITY, SHEET, STATUS, WRONG, width};
use crate::finding::Severity;
use crate::form::template::marks::words::{self, DONE, MAY_STAY, OPEN, SETTLED};
use crate::form::template::marks::{CuredWhen, Line, Target, colour};
use crate::form::template::value::Value;
use crate::look;
use crate::text;

impl List<'_> {
    /// Writes a finding.
    pub fn line(&mut self, n: u32, line: &Line<'_>) -> Result<(), XlsxError> {
        let (lang, row, finding) = (self.lang, self.row, line.finding);
        let (cell, centre) = (look::cell(), look::cell().set_align(FormatAlign::Center));
        let fill = centre.clone().set_background_color(colour(finding.severity));
        self.sheet.write_number_with_format(row, 0, n, &centre)?;
        self.sheet.write_string_with_format(row, SEVERITY, words::severity(finding.severity, lang), &fill.clone().set_bold())?;
        self.sheet.write_string_with_format(row, 2, finding.code.id, &centre)?;
        let criterion = finding.criterion.as_ref().map_or("", |id| id.as_str());
        self.sheet.write_string_with_format(row, CRITERION, criterion, &centre.clone().set_num_format("@"))?;
        let mut sheet = self.place(line, &centre)?;
        if self.says.is_some_and(|says| says.by_unit) {
            sheet = line.whose.clone().unwrap_or_default();
            self.sheet.write_string_with_format(row, SHEET, &sheet, &centre)?;
        }

        let message = look::shortened(finding.message.get(lang), LONG);
        let help = look::shortened(finding.help.get(lang), LONG);
        let (message, why, help) = (message.as_ref(), finding.code.why.get(lang), help.as_ref());
        let cell = cell.set_indent(1);
        let (plain, faint) = (look::text(), look::text().set_font_color(look::FAINT).set_font_size(11));
        let related = line.related.as_ref().map_or_else(String::new, |words| format!("\n({})", words.get(lang)));
        let below = format!("{related}\n{why}");
        self.sheet.write_rich_string_with_format(row, WRONG, &[(&plain, message), (&faint, below.as_str())], &cell)?;
        self.sheet.write_string_with_format(row, CURE, help, &cell.clone().set_bold())?;
        let mut lines = look::lines(message, width(WRONG) - 2, look::SIZE) + look::lines(below.trim_start(), width(WRONG) - 2, 11);
        lines = lines.max(look::lines(help, (width(CURE) - 2) * 14 / 15, look::SIZE));
        lines = lines.max(look::lines(&sheet, width(SHEET), look::SIZE));
        if self.says.is_some() {
            lines = lines.max(self.holds(line, &centre)?);
            self.status(line, &fill)?;
        }
        self.sheet.set_row_height(row, look::height(lines, look::SIZE) + 4)?;
        self.row += 1;
        Ok(())
    }

    /// Writes where it is: a jump where the workbook has the cell. Gives the name of the sheet.
    fn place(&mut self, line: &Line<'_>, centre: &Format) -> Result<String, XlsxError> {
        let Some(target) = line.target else {
            let place = &line.finding.place;
            let whole = text!("cả tệp", "the whole file");
            let cell = place.cell.clone().or_else(|| place.line.map(|line| line.to_string()));
            let sheet = place.sheet.clone().unwrap_or_else(|| whole.get(self.lang).to_owned());
            let cell = cell.unwrap_or_default();
            match &place.sheet {
                Some(name) if self.says.is_none() => original(self.sheet, (self.row, CELL), (self.file, name, &cell), centre)?,
                _ => {
                    self.sheet.write_string_with_format(self.row, CELL, cell, centre)?;
                }
            }
            self.sheet.write_string_with_format(self.row, SHEET, &sheet, centre)?;
            return Ok(sheet);
        };
        let (sheet, cell) = (target.sheet, target.cell());
        let words = text!("Ô {cell}", "{cell}");
        let tip = text!("Đến ô {cell}, trang “{sheet}”", "Go to {cell} of “{sheet}”");
        let url = Url::new(format!("internal:'{sheet}'!{cell}")).set_text(words.get(self.lang)).set_tip(tip.get(self.lang));
        let link = centre.clone().set_font_color(look::LINK).set_underline(FormatUnderline::Single).set_bold();
        self.sheet.write_url_with_format(self.row, CELL, url, &link)?;
        self.sheet.write_string_with_format(self.row, SHEET, sheet, centre)?;
        Ok(sheet.to_owned())
    }

    /// Writes what stands in the cell, as it stands there, and gives the lines it takes.
    fn holds(&mut self, line: &Line<'_>, centre: &Format) -> Result<u32, XlsxError> {
        let row = self.row;
        match &line.holds {
            Value::Blank => self.sheet.write_blank(row, HOLDS, centre)?,
            Value::Number(number) => {
                let format = if line.day { "dd/mm/yyyy".to_owned() } else { look::numbers("General", self.lang) };
                self.sheet.write_number_with_format(row, HOLDS, number.to_cell(), &centre.clone().set_num_format(format))?
            }
            Value::Text(words) => {
                self.sheet.write_string_with_format(row, HOLDS, words, &centre.clone().set_num_format("@"))?;
                return Ok(look::lines(words, width(HOLDS), look::SIZE).min(8));
            }
        };
        Ok(1)
    }

    /// Writes whether the line was cured.
    fn status(&mut self, line: &Line<'_>, fill: &Format) -> Result<(), XlsxError> {
        let (lang, row) = (self.lang, self.row);
        // A note costs nothing: what it says may be right as it stands.
        let open = if line.finding.severity == Severity::Note { MAY_STAY } else { OPEN };
        let (open, done) = (open.get(lang), DONE.get(lang));
        let there = |target: Target| format!("'{}'!{}", target.sheet, target.absolute());
        let test = match (&line.cured_when, line.target) {
            (CuredWhen::Changed, Some(target)) => {
                let holds = format!("${}${}", crate::form::template::plan::letter(HOLDS), u64::from(row) + 1);
                let same = format!("EXACT({}&\"\",{holds}&\"\")", there(target));
                // A number typed in place of the same words is another thing.
                match line.holds {
                    Value::Text(_) => format!("IF(ISTEXT({}),{same},FALSE)", there(target)),
                    _ => same,
                }
            }
            (CuredWhen::Formula(open), Some(target)) => elsewhere(open, target.sheet),
            (CuredWhen::Settled, _) => {
                self.sheet.write_string_with_format(row, STATUS, SETTLED.get(lang), fill)?;
                return Ok(());
            }
            _ => {
                let outside = self.says.map_or("", |says| says.outside.get(lang));
                self.sheet.write_string_with_format(row, STATUS, outside, fill)?;
                return Ok(());
            }
        };
        let formula = Formula::new(format!("IF({test},\"{open}\",\"{done}\")")).set_result(open);
        self.sheet.write_formula_with_format(row, STATUS, formula, fill)?;
        let cured = Format::new().set_background_color(look::DONE);
        let rule = format!("=${}${}=\"{done}\"", crate::form::template::plan::letter(STATUS), u64::from(row) + 1);
        for column in [SEVERITY, STATUS] {
            let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&cured);
            self.sheet.add_conditional_format(row, column, row, column, &rule)?;
        }
        Ok(())
    }
}

/// Names the sheet before every address of a formula: `$F$24` becomes `'Tự đánh giá'!$F$24`.
fn elsewhere(formula: &str, sheet: &str) -> String {
    let mut named = String::new();
    let mut after = ' ';
    // What stands in quotes is somebody's words.
    let mut quoted = false;
    for (at, letter) in formula.char_indices() {
        let next = formula.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
        quoted ^= letter == '"';
        if letter == '$' && !quoted && !after.is_ascii_uppercase() && next.is_some_and(|next| next.is_ascii_uppercase()) {
            named.extend(["'", sheet, "'!"]);
        }
        named.push(letter);
        after = letter;
    }
    named
}

/// Writes an address in the original, with a jump to it for whoever has both workbooks in one folder.
pub fn original(into: &mut Worksheet, at: (u32, u16), (file, sheet, cell): (&str, &str, &str), format: &Format) -> Result<(), XlsxError> {
    // Excel finds no file with these signs by a link.
    if cell.is_empty() || file.is_empty() || file.contains(['#', '%', ':', '\\', '/']) {
        into.write_string_with_format(at.0, at.1, cell, format)?;
        return Ok(());
    }
    let named = sheet.replace('\'', "''");
    let url = Url::new(format!("file:///{file}#'{named}'!{cell}")).set_text(cell);
    let link = format.clone().set_font_color(look::LINK).set_underline(FormatUnderline::Single).set_bold();
    into.write_url_with_format(at.0, at.1, url, &link)?;
    Ok(())
}
