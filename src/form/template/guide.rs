//! The sheet that explains the form: made from the same words and checks as the form and its reader.

use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::page::{Across, SMALL};
use super::plan::{Plan, What, scores_itself, shares};
use super::{Form, ask, page};
use crate::figure::{InputKind, date_vi};
use crate::finding::{Code, Severity, evidence, points, sheet as cells};
use crate::form::layout::{ASSESSMENT, EVIDENCE, GUIDE};
use crate::look;

/// Columns of the sheet: number, and two columns of text, in characters.
const WIDTHS: [u16; 3] = [6, 40, 80];
/// First and last column.
const ALL: (u16, u16) = (0, 2);

/// Title of the part that lists the checks.
const CHECKS: &str = "V. NHỮNG ĐIỂM SẼ ĐƯỢC KIỂM TRA KHI NHẬN BIỂU";

/// Writes the sheet.
pub fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(GUIDE)?;
    let form = plan.form;
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
        line.write(sheet, &mut row)?;
    }
    // Checks are looked up where their codes are met, on the screen.
    sheet.set_print_area(0, 0, printed.unwrap_or(row), 2)?.set_portrait().set_selection(0, 0, 0, 0)?;
    page::paper(sheet, form);
    page::lock(sheet, false);
    Ok(())
}

/// Gives the title of the sheet.
fn title(form: &Form<'_>) -> String {
    format!("HƯỚNG DẪN TỰ ĐÁNH GIÁ, CHẤM ĐIỂM NĂM {}", form.campaign.year)
}

/// Lists all that the sheet says, cell by cell.
pub fn words(plan: &Plan<'_>) -> Vec<String> {
    let cells = lines(plan).into_iter().flat_map(|line| match line {
        GuideLine::Part(title) => vec![title.to_owned()],
        GuideLine::Headings(titles) => titles.map(str::to_owned).into(),
        GuideLine::Row(number, what, about, _) => vec![number, what, about],
    });
    page::words(plan.form, &title(plan.form)).into_iter().chain(cells).collect()
}

/// Lists the lines below the head.
fn lines(plan: &Plan<'_>) -> Vec<GuideLine> {
    let mut lines = Lines(Vec::new());
    lines.facts(plan);
    lines.steps(plan);
    lines.kinds(plan);
    lines.colours();
    lines.checks();
    lines.0
}

/// Line of the sheet.
enum GuideLine {
    /// Heading of a part.
    Part(&'static str),
    /// Headings of a table.
    Headings([&'static str; 3]),
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
    fn write(&self, sheet: &mut Worksheet, row: &mut u32) -> Result<(), XlsxError> {
        match self {
            Self::Part(title) => {
                *row += 1;
                let format = look::text().set_bold().set_font_size(13).set_font_color(look::HEADING);
                page::merge(sheet, *row, ALL, title, &format)?;
                sheet.set_row_height(*row, 22)?;
            }
            Self::Headings(titles) => {
                for (column, title) in (0..).zip(titles) {
                    sheet.write_string_with_format(*row, column, *title, &look::heading().set_font_size(SMALL))?;
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
struct Lines(Vec<GuideLine>);

impl Lines {
    /// Begins a part.
    fn part(&mut self, title: &'static str) {
        self.0.push(GuideLine::Part(title));
    }

    /// Adds a row of a table.
    fn line(&mut self, number: &str, what: &str, about: &str, look: Look) {
        self.0.push(GuideLine::Row(number.to_owned(), what.to_owned(), about.to_owned(), look));
    }

    /// Says who fills in what, until when.
    fn facts(&mut self, plan: &Plan<'_>) {
        let form = plan.form;
        let (own, council, survey, out) = shares(plan);
        let asked = plan.rows.iter().filter(|row| asks(&row.what)).count();
        self.part("I. THÔNG TIN CHUNG");
        let mut facts = vec![("Đơn vị tự đánh giá", form.unit.name.clone()), ("Khối xếp hạng", form.group.to_owned())];
        if let Some(deadline) = form.campaign.deadline {
            facts.push(("Hạn gửi", format!("Chậm nhất ngày {}", date_vi(deadline))));
        }
        let period = form.campaign.period;
        if let (Some(from), Some(to)) = (period.from, period.to) {
            facts.push(("Kỳ đánh giá", format!("Từ ngày {} đến hết ngày {}", date_vi(from), date_vi(to))));
        }
        let mut set = form.set.title.clone();
        if let Some(source) = page::source(form) {
            set = format!("{set} ({source})");
        }
        if let Some(note) = &form.set.note {
            set = format!("{set}. {note}");
        }
        facts.push(("Bộ tiêu chí", set));
        facts.push(("Tổng điểm tối đa", form.set.total.plain_vi()));
        let mut work = format!("Đơn vị tự chấm {own} tiêu chí, kê khai {asked} số liệu");
        for (count, who) in
            [(council, "do hội đồng thẩm định chấm"), (survey, "chấm bằng điều tra xã hội học"), (out, "không áp dụng với đơn vị")]
        {
            if count > 0 {
                work = format!("{work}; {count} tiêu chí {who}");
            }
        }
        facts.push(("Phần việc", format!("{work}.")));
        if let Some(notice) = &form.campaign.notice {
            facts.push(("Lưu ý", notice.clone()));
        }
        for (what, about) in facts {
            self.line("", what, &about, Look::Bold);
        }
    }

    /// Says how the form is filled in.
    fn steps(&mut self, plan: &Plan<'_>) {
        self.part("II. CÁC BƯỚC THỰC HIỆN");
        let may_not_apply = plan.rows.iter().any(|row| matches!(&row.what, What::Leaf { leaf, excused: false, .. } if leaf.may_not_apply));
        let adjustments = !plan.form.set.adjustments.is_empty();
        let last_year = plan.form.last_year.map(|last| last.year).unwrap_or_default();
        let last_year = format!(
            "Chữ màu xám bên phải ô kê khai là số liệu năm {last_year} mà đơn vị đã báo cáo, để đối chiếu; không sửa, không dùng để tính điểm."
        );
        let mut steps = vec![
            (
                "Kê khai số liệu",
                format!("Ở trang “{ASSESSMENT}”, điền cột “Số liệu kê khai” tại các dòng ngay dưới từng tiêu chí. Ô màu vàng là ô còn phải điền. Không phát sinh thì ghi 0 hoặc chọn Không: ô để trống là chưa kê khai, không tính được điểm."),
            ),
            (
                "Số liệu năm trước",
                last_year,
            ),
            (
                "Tự chấm điểm",
                "Cột “Điểm tính từ số liệu” tự tính theo quy tắc của bộ tiêu chí. Điền điểm của đơn vị vào cột “Điểm tự đánh giá”; để trống nghĩa là đơn vị nhận đúng điểm tính từ số liệu. Phần điểm tự đánh giá cao hơn điểm tính từ số liệu không được công nhận.".to_owned(),
            ),
            (
                "Nêu tài liệu kiểm chứng",
                format!("Ở trang “{EVIDENCE}”, ghi mỗi văn bản một dòng: số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu, mục hoặc trang chứng minh, tên tệp. Cần thêm dòng thì dùng các dòng trống ở cuối bảng; được lọc, sắp xếp và chèn dòng."),
            ),
            (
                "Giải trình",
                "Tiêu chí chưa đủ tài liệu kiểm chứng, hoặc điểm tự đánh giá khác điểm tính từ số liệu: ghi lý do ở cột “Giải trình”.".to_owned(),
            ),
            (
                "Kiểm tra và gửi",
                "Xem dòng “Đã điền …” phía trên bảng và cột “Tình trạng”: không còn “Cần điền”, “Sai”, “Thiếu”. In, ký, đóng dấu; gửi tệp Excel này cùng thư mục tài liệu kiểm chứng. Đặt tên tệp tùy ý, không đổi cấu trúc bảng.".to_owned(),
            ),
        ];
        if plan.form.last_year.is_none() {
            steps.remove(1);
        }
        if may_not_apply {
            steps.insert(steps.len() - 3, (
                "Tiêu chí không áp dụng",
                "Chỉ ở tiêu chí mà ô “Điểm tự đánh giá” có danh sách thả xuống: chọn “Không áp dụng” nếu tiêu chí không thuộc chức năng của đơn vị, và giải trình. Tiêu chí đó không tính vào điểm tối đa.".to_owned(),
            ));
        }
        if adjustments {
            steps.push((
                "Điểm thưởng, điểm trừ",
                "Kê khai ở phần cuối bảng; ghi số dương, điểm trừ tự được trừ khỏi tổng. Không có thì ghi 0 hoặc chọn Không.".to_owned(),
            ));
        }
        steps.push((
            "Khó khăn, kiến nghị",
            "Ghi ở hai ô cuối bảng: khó khăn, vướng mắc; kiến nghị, đề xuất. Phần này không chấm điểm, được tổng hợp trong báo cáo của tỉnh.".to_owned(),
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
        self.part("III. CÁCH GHI SỐ LIỆU");
        for kind in kinds.into_iter().filter(|kind| used.contains(kind)) {
            let words = ask::wording(kind);
            self.line("", words.name.vi, words.prompt.vi, Look::Bold);
        }
    }

    /// Explains the colours.
    fn colours(&mut self) {
        self.part("IV. MÀU SẮC TRONG BIỂU");
        let colours = [
            (look::TO_FILL, "Cần điền", "Ô bắt buộc còn trống."),
            (look::OPEN, "Ô được điền", "Ô đơn vị được nhập hoặc sửa; các ô khác đã khóa, vẫn lọc, đổi độ rộng và in được."),
            (
                look::MISSING,
                "Thiếu",
                "Tiêu chí có điểm nhưng chưa có tài liệu kiểm chứng và chưa giải trình; hoặc tài liệu thiếu thông tin.",
            ),
            (
                look::WRONG,
                "Sai",
                "Giá trị không hợp lệ: âm, quá 100%, phần lớn hơn tổng, điểm vượt mức tối đa hoặc cao hơn điểm tính từ số liệu.",
            ),
            (look::CLOSED, "Không phải điền", "Phần do hội đồng thẩm định hoặc điều tra xã hội học chấm, hoặc không áp dụng với đơn vị."),
            (look::DONE, "Đủ", "Tiêu chí đã điền xong."),
        ];
        for (fill, what, about) in colours {
            self.line("", what, about, Look::Sample(fill));
        }
    }

    /// Lists what is checked once the form comes back: the catalogue's own words.
    fn checks(&mut self) {
        self.part(CHECKS);
        self.0.push(GuideLine::Headings(["Mã", "Nội dung kiểm tra", "Cách khắc phục"]));
        let of_evidence = evidence::ALL.iter().copied().filter(|code| code.severity != Severity::Note);
        for code in FIGURES.iter().copied().chain(of_evidence) {
            self.line(code.id, code.title.vi, code.cure.vi, Look::Plain);
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
