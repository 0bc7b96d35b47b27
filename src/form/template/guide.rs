//! The sheet that explains the form: made from the same words and checks as the form and its reader.

use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::page::{Across, SMALL};
use super::plan::{Plan, What, scores_itself, shares};
use super::states::{ENOUGH, LACKING, TO_FILL, WRONG};
use super::{Form, ask, page};
use crate::figure::{InputKind, date_in};
use crate::finding::{Code, Severity, evidence, points, sheet as cells};
use crate::form::layout::{ASSESSMENT, EVIDENCE, GUIDE};
use crate::look;
use crate::text::{Lang, Words, said};

/// Columns of the sheet: number, and two columns of text, in characters.
const WIDTHS: [u16; 3] = [6, 40, 80];
/// First and last column.
const ALL: (u16, u16) = (0, 2);

/// Title of the part that lists the checks.
const CHECKS: Words =
    Words { vi: "V. NHỮNG ĐIỂM SẼ ĐƯỢC KIỂM TRA KHI NHẬN BIỂU", en: "V. WHAT IS CHECKED ONCE THE FORM COMES BACK" };

/// Writes the sheet.
pub fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let form = plan.form;
    let sheet = book.add_worksheet().set_name(GUIDE.get(form.lang))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let [number, what, about] = WIDTHS.map(u32::from);
    page::head(sheet, form, Across::wide((0, 1), number + what), Across::wide((2, 2), about))?;
    page::title(sheet, form, 2, Across::wide(ALL, number + what + about), &title(form))?;

    let mut row = 5;
    let mut printed = None;
    for line in &lines(plan) {
        if matches!(line, GuideLine::Part(CHECKS)) {
            printed = Some(row - 1);
        }
        line.write(sheet, &mut row, form.lang)?;
    }
    // Checks are looked up where their codes are met, on the screen.
    sheet.set_print_area(0, 0, printed.unwrap_or(row), 2)?.set_portrait().set_selection(0, 0, 0, 0)?;
    page::paper(sheet, form);
    page::lock(sheet, false);
    Ok(())
}

/// Gives the title of the sheet.
fn title(form: &Form<'_>) -> String {
    let year = form.campaign.year;
    said!(form.lang, "HƯỚNG DẪN TỰ ĐÁNH GIÁ, CHẤM ĐIỂM NĂM {year}", "INSTRUCTIONS FOR THE SELF-ASSESSMENT, {year}")
}

/// Lists all that the sheet says, cell by cell.
pub fn words(plan: &Plan<'_>) -> Vec<String> {
    let lang = plan.form.lang;
    let cells = lines(plan).into_iter().flat_map(|line| match line {
        GuideLine::Part(title) => vec![title.get(lang).to_owned()],
        GuideLine::Headings(titles) => titles.map(|title| title.get(lang).to_owned()).into(),
        GuideLine::Row(number, what, about, _) => vec![number, what, about],
    });
    page::words(plan.form, &title(plan.form)).into_iter().chain(cells).collect()
}

/// Lists the lines below the head.
fn lines(plan: &Plan<'_>) -> Vec<GuideLine> {
    let mut lines = Lines { lang: plan.form.lang, lines: Vec::new() };
    lines.facts(plan);
    lines.steps(plan);
    lines.kinds(plan);
    lines.colours();
    lines.checks();
    lines.lines
}

/// Line of the sheet.
enum GuideLine {
    /// Heading of a part.
    Part(Words),
    /// Headings of a table.
    Headings([Words; 3]),
    /// Row of a table: number, what, what about it, and the look of the second cell.
    Row(String, String, String, Look),
}

/// Look of a cell that says what a row is about.
#[derive(Clone, Copy)]
enum Look {
    /// As running text.
    Plain,
    /// Bold.
    Bold,
    /// Sample of a colour.
    Sample(Color),
}

impl Look {
    /// Gives the format.
    fn format(self) -> Format {
        let cell = look::cell().set_font_size(SMALL);
        match self {
            Self::Plain => cell.set_indent(1),
            Self::Bold => cell.set_indent(1).set_bold(),
            Self::Sample(fill) => cell.set_background_color(fill).set_align(FormatAlign::Center),
        }
    }
}

impl GuideLine {
    /// Writes the line in the next free row.
    fn write(&self, sheet: &mut Worksheet, row: &mut u32, lang: Lang) -> Result<(), XlsxError> {
        match self {
            Self::Part(title) => {
                *row += 1;
                let format = look::text().set_bold().set_font_size(13).set_font_color(look::HEADING);
                page::merge(sheet, *row, ALL, title.get(lang), &format)?;
                sheet.set_row_height(*row, 22)?;
            }
            Self::Headings(titles) => {
                for (column, title) in (0..).zip(titles) {
                    sheet.write_string_with_format(*row, column, title.get(lang), &look::heading().set_font_size(SMALL))?;
                }
            }
            Self::Row(number, what, about, look) => {
                let cell = look::cell().set_font_size(SMALL);
                sheet.write_string_with_format(*row, 0, number, &cell.clone().set_align(FormatAlign::Center))?;
                sheet.write_string_with_format(*row, 1, what, &look.format())?;
                sheet.write_string_with_format(*row, 2, about, &cell.set_indent(1))?;
                let [_, of_what, of_about] = WIDTHS.map(|width| u32::from(width).saturating_sub(2));
                // The second column may be bold.
                let lines = look::lines(what, of_what - of_what / 12, SMALL).max(look::lines(about, of_about, SMALL));
                sheet.set_row_height(*row, look::height(lines, SMALL) + 1)?;
            }
        }
        *row += 1;
        Ok(())
    }
}

/// Lines, from the top.
struct Lines {
    lang: Lang,
    lines: Vec<GuideLine>,
}

impl Lines {
    /// Begins a part.
    fn part(&mut self, vi: &'static str, en: &'static str) {
        self.lines.push(GuideLine::Part(Words { vi, en }));
    }

    /// Adds a row of a table.
    fn line(&mut self, number: &str, what: &str, about: &str, look: Look) {
        self.lines.push(GuideLine::Row(number.to_owned(), what.to_owned(), about.to_owned(), look));
    }

    /// Says who fills in what, until when.
    fn facts(&mut self, plan: &Plan<'_>) {
        let form = plan.form;
        let (own, council, survey, out) = shares(plan);
        let asked = plan.rows.iter().filter(|row| asks(&row.what)).count();
        let lang = self.lang;
        self.part("I. THÔNG TIN CHUNG", "I. GENERAL");
        let mut facts = vec![
            (("Đơn vị tự đánh giá", "Unit that assesses itself"), form.unit.name.clone()),
            (("Khối xếp hạng", "Group that it is ranked in"), form.group.to_owned()),
        ];
        if let Some(deadline) = form.campaign.deadline {
            let day = date_in(deadline, lang);
            facts.push((("Hạn gửi", "To be sent by"), said!(lang, "Chậm nhất ngày {day}", "{day} at the latest")));
        }
        let period = form.campaign.period;
        if let (Some(from), Some(to)) = (period.from, period.to) {
            let [from, to] = [from, to].map(|day| date_in(day, lang));
            facts.push((("Kỳ đánh giá", "Period"), said!(lang, "Từ ngày {from} đến hết ngày {to}", "{from} to {to}, both included")));
        }
        let mut set = form.set.title.clone();
        if let Some(source) = page::source(form) {
            set = format!("{set} ({source})");
        }
        if let Some(note) = &form.set.note {
            set = format!("{set}. {note}");
        }
        facts.push((("Bộ tiêu chí", "Set of criteria"), set));
        facts.push((("Tổng điểm tối đa", "Total maximum"), form.set.total.plain_in(lang)));
        let mut work = said!(
            lang,
            "Đơn vị tự chấm {own} tiêu chí, kê khai {asked} số liệu",
            "Criteria that the unit scores itself: {own}; figures that it declares: {asked}"
        );
        let others = [
            (council, said!(lang, "{council} tiêu chí do hội đồng thẩm định chấm", "criteria scored by the council: {council}")),
            (survey, said!(lang, "{survey} tiêu chí chấm bằng điều tra xã hội học", "criteria scored by survey: {survey}")),
            (out, said!(lang, "{out} tiêu chí không áp dụng với đơn vị", "criteria that don't apply to the unit: {out}")),
        ];
        for (_, words) in others.into_iter().filter(|(count, _)| *count > 0) {
            work = format!("{work}; {words}");
        }
        facts.push((("Phần việc", "What is to be done"), format!("{work}.")));
        if let Some(notice) = &form.campaign.notice {
            facts.push((("Lưu ý", "Note"), notice.clone()));
        }
        for ((vi, en), about) in facts {
            self.line("", lang.word(vi, en), &about, Look::Bold);
        }
    }

    /// Says how the form is filled in.
    fn steps(&mut self, plan: &Plan<'_>) {
        self.part("II. CÁC BƯỚC THỰC HIỆN", "II. HOW TO GO ABOUT IT");
        let may_not_apply = plan.rows.iter().any(|row| matches!(&row.what, What::Leaf { leaf, excused: false, .. } if leaf.may_not_apply));
        let lang = self.lang;
        let [assessment, evidence] = [ASSESSMENT, EVIDENCE].map(|name| name.get(lang));
        let mut steps = vec![(
            lang.word("Kê khai số liệu", "Declare figures"),
            said!(
                lang,
                "Ở trang “{assessment}”, điền cột “Số liệu kê khai” tại các dòng ngay dưới từng tiêu chí. Ô màu vàng là ô còn phải điền. Không phát sinh thì ghi 0 hoặc chọn Không: ô để trống là chưa kê khai, không tính được điểm.",
                "On the sheet “{assessment}”, fill in the column “Figure declared” in the rows below each criterion. Yellow cells are still to be filled in. Where there is nothing, type 0 or pick No: a blank cell declares nothing, and no points can be computed."
            ),
        )];
        if let Some(last) = plan.form.last_year {
            let year = last.year;
            steps.push((
                lang.word("Số liệu năm trước", "Last year's figures"),
                said!(
                    lang,
                    "Chữ màu xám bên phải ô kê khai là số liệu năm {year} mà đơn vị đã báo cáo, để đối chiếu; không sửa, không dùng để tính điểm.",
                    "The grey words beside a cell are what the unit declared for {year}, to compare with; they are not to be changed and give no points."
                ),
            ));
        }
        steps.push((
            lang.word("Tự chấm điểm", "Claim points"),
            lang.word(
                "Cột “Điểm tính từ số liệu” tự tính theo quy tắc của bộ tiêu chí. Điền điểm của đơn vị vào cột “Điểm tự đánh giá”; để trống nghĩa là đơn vị nhận đúng điểm tính từ số liệu. Phần điểm tự đánh giá cao hơn điểm tính từ số liệu không được công nhận.",
                "The column “Computed from figures” works itself out by the rules of the set. The unit's own points go into the column “Self-assessed”; blank means that the unit takes what is computed. What is claimed above that is not accepted.",
            )
            .to_owned(),
        ));
        if may_not_apply {
            steps.push((
                lang.word("Tiêu chí không áp dụng", "Criteria that don't apply"),
                lang.word(
                    "Chỉ ở tiêu chí mà ô “Điểm tự đánh giá” có danh sách thả xuống: chọn “Không áp dụng” nếu tiêu chí không thuộc chức năng, nhiệm vụ của đơn vị, và giải trình. Tiêu chí đó không tính vào điểm tối đa.",
                    "Only where the cell “Self-assessed” has a drop-down list: pick “Not applicable” if the criterion is outside the unit's tasks, and explain why. The criterion then leaves the maximum.",
                )
                .to_owned(),
            ));
        }
        steps.extend([
            (
                lang.word("Nêu tài liệu kiểm chứng", "Name the evidence"),
                said!(
                    lang,
                    "Ở trang “{evidence}”, ghi mỗi văn bản một dòng: số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu, mục hoặc trang chứng minh, tên tệp. Cần thêm dòng thì dùng các dòng trống ở cuối bảng; được lọc, sắp xếp và chèn dòng.",
                    "On the sheet “{evidence}”, name one document a row: number and symbol, date, issuer, title, the section or page that proves it, the file. For more rows use the blank ones at the end of the table; rows may be filtered, sorted and inserted."
                ),
            ),
            (
                lang.word("Giải trình", "Explain"),
                lang.word(
                    "Tiêu chí chưa đủ tài liệu kiểm chứng, hoặc điểm tự đánh giá khác điểm tính từ số liệu: ghi lý do ở cột “Giải trình”.",
                    "Where documents are lacking, or where the points claimed differ from those computed: say why in the column “Explanation”.",
                )
                .to_owned(),
            ),
            (
                lang.word("Kiểm tra và gửi", "Check and send"),
                lang.word(
                    "Xem dòng “Đã điền …” phía trên bảng và cột “Tình trạng”: không còn “Cần điền”, “Sai”, “Thiếu”. In, ký, đóng dấu; gửi tệp Excel này cùng thư mục tài liệu kiểm chứng. Đặt tên tệp tùy ý, không đổi cấu trúc bảng.",
                    "Look at the line “Filled in: …” above the table and at the column “State”: no “To fill in”, “Wrong” or “Lacking” is left. Print, sign and seal it; send this Excel file with the folder of evidence. The file may have any name; the table must keep its structure.",
                )
                .to_owned(),
            ),
        ]);
        if !plan.form.set.adjustments.is_empty() {
            steps.push((
                lang.word("Điểm thưởng, điểm trừ", "Bonus points and penalties"),
                lang.word(
                    "Kê khai ở phần cuối bảng; ghi số dương, điểm trừ tự được trừ khỏi tổng. Không có thì ghi 0 hoặc chọn Không.",
                    "They are declared at the end of the table, as positive numbers: penalties are taken from the total by themselves. Where there are none, type 0 or pick No.",
                )
                .to_owned(),
            ));
        }
        steps.push((
            lang.word("Khó khăn, kiến nghị", "Difficulties and proposals"),
            lang.word(
                "Ghi ở hai ô cuối bảng: khó khăn, vướng mắc; kiến nghị, đề xuất. Phần này không chấm điểm, được tổng hợp trong báo cáo của cơ quan tổ chức chấm điểm.",
                "They go into the two last cells of the table. They give no points and are gathered in the report of the office that runs the campaign.",
            )
            .to_owned(),
        ));
        for (n, (what, about)) in (1..).zip(steps) {
            self.line(&n.to_string(), what, &about, Look::Bold);
        }
    }

    /// Says what may be typed into each kind of cell that this form has.
    fn kinds(&mut self, plan: &Plan<'_>) {
        let used: Vec<InputKind> = plan
            .rows
            .iter()
            .filter_map(|row| match &row.what {
                What::Input { input, .. } | What::Figure { input, .. } if asks(&row.what) => Some(input.kind),
                _ => None,
            })
            .collect();
        let kinds = [
            InputKind::Count,
            InputKind::Percent,
            InputKind::Points,
            InputKind::Date,
            InputKind::YesNo,
            InputKind::Choice,
            InputKind::Text,
        ];
        if used.is_empty() {
            return;
        }
        self.part("III. CÁCH GHI SỐ LIỆU", "III. HOW FIGURES ARE TYPED");
        for kind in kinds.into_iter().filter(|kind| used.contains(kind)) {
            let words = ask::wording(kind);
            self.line("", words.name.get(self.lang), words.prompt.get(self.lang), Look::Bold);
        }
    }

    /// Explains the colours.
    fn colours(&mut self) {
        self.part("IV. MÀU SẮC TRONG BIỂU", "IV. COLOURS IN THE FORM");
        let colours = [
            (look::TO_FILL, TO_FILL, ("Ô bắt buộc còn trống.", "A cell that must be filled in is still blank.")),
            (
                look::OPEN,
                Words { vi: "Ô được điền", en: "May be filled in" },
                (
                    "Ô đơn vị được nhập hoặc sửa; các ô khác đã khóa, vẫn lọc, đổi độ rộng và in được.",
                    "A cell that the unit may type into; the others are locked, and can still be filtered, resized and printed.",
                ),
            ),
            (
                look::MISSING,
                LACKING,
                (
                    "Tiêu chí có điểm nhưng chưa có tài liệu kiểm chứng và chưa giải trình; hoặc tài liệu thiếu thông tin.",
                    "A criterion has points, but neither documents nor an explanation; or a document lacks something.",
                ),
            ),
            (
                look::WRONG,
                WRONG,
                (
                    "Giá trị không hợp lệ: số âm, tỷ lệ trên 100%, số thành phần lớn hơn số tổng, điểm vượt điểm tối đa hoặc cao hơn điểm tính từ số liệu.",
                    "A value that can't be: below 0, over 100%, a part above its whole, points above the maximum or above what is computed.",
                ),
            ),
            (
                look::CLOSED,
                Words { vi: "Không phải điền", en: "Not to be filled in" },
                (
                    "Điểm do hội đồng thẩm định chấm, điểm điều tra xã hội học, hoặc tiêu chí không áp dụng với đơn vị.",
                    "Scored by the council or by survey, or not applicable to the unit.",
                ),
            ),
            (look::DONE, ENOUGH, ("Tiêu chí đã điền xong.", "The criterion is filled in.")),
        ];
        for (fill, what, (vi, en)) in colours {
            self.line("", what.get(self.lang), self.lang.word(vi, en), Look::Sample(fill));
        }
    }

    /// Lists what is checked once the form comes back: the catalogue's own words.
    fn checks(&mut self) {
        self.lines.push(GuideLine::Part(CHECKS));
        self.lines.push(GuideLine::Headings([
            Words { vi: "Mã", en: "Code" },
            Words { vi: "Nội dung kiểm tra", en: "What is checked" },
            Words { vi: "Cách khắc phục", en: "How to fix" },
        ]));
        let of_evidence = evidence::ALL.iter().copied().filter(|code| code.severity != Severity::Note);
        for code in FIGURES.iter().copied().chain(of_evidence) {
            self.line(code.id, code.title.get(self.lang), code.cure.get(self.lang), Look::Plain);
        }
    }
}

/// Findings on figures and claims that a unit can avoid while it fills in the form.
static FIGURES: &[&Code] = &[
    &points::BLANK,
    &points::NEGATIVE,
    &points::OVER_100,
    &points::OVER_WHOLE,
    &points::OF_NOTHING,
    &points::OVER_CLAIM,
    &points::CLAIM_OUTSIDE,
    &points::SELF_EXCUSED,
    &cells::NOT_A_NUMBER,
    &cells::AMBIGUOUS,
    &cells::NOT_WHOLE,
    &cells::NOT_A_DATE,
    &cells::NOT_YES_NO,
    &cells::NOT_A_CHOICE,
    &cells::NOT_A_CLAIM,
    &cells::DASH,
    &cells::EVIDENCE_NO_CRITERION,
    &cells::EVIDENCE_UNKNOWN_CRITERION,
];

/// Tells whether a row asks for a figure.
fn asks(what: &What<'_>) -> bool {
    match what {
        What::Input { leaf, excused, .. } => scores_itself(leaf, *excused),
        What::Figure { open, .. } => *open,
        _ => false,
    }
}
