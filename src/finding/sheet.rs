//! Family S: findings about workbooks and forms.
//!
//! S001–S019 files, S020–S039 forms, S040–S059 values, S060–S069 rows of evidence, S070–S079 plain tables, S100–S109 any
//! cell; S080–S099 and S110–S119 forms of the province's own, in a file of their own.

pub(super) mod province;

pub use self::province::{
    COLUMN_CHOSEN, COLUMN_NOT_READ, COLUMNS_ALIKE, CRITERION_NOT_FOUND, FIGURE_WITHOUT_HOME, FOREIGN_ALONE, GROUP_SUM, NO_CLAIM_COLUMN,
    NO_DOCUMENT_NAMED, NO_FORM_ASKS, NO_PLACE_FOR_EVIDENCE, NUMBER_AND_NAME, OTHER_MAXIMUM, OTHER_UNIT_BESIDE, OTHER_YEAR, PIN_NOT_THERE,
    RATE_OF_NOTHING, ROW_OF_NO_CRITERION, SCORE_OF_NO_CRITERION, SCORE_OF_SEVERAL, SECOND_TABLE, TABLE_OF_OTHER_UNIT, TOTAL_SUM,
    UNIT_BY_FILE, UNIT_NOT_NAMED, WORDS_WITHOUT_HOME,
};
use super::codes;

codes! {
    /// File that is no workbook at all.
    NOT_A_WORKBOOK = "S001" Error {
        title: "Tệp không phải tệp Excel", "File that is no workbook";
        why: "Chỉ đọc được tệp Excel; nội dung tệp này không được chấm.", "Only workbooks can be read; nothing in this file is scored.";
        cure: "Gửi lại đúng tệp biểu Excel (.xlsx) do cơ quan chủ trì phát hành.", "Send the Excel form (.xlsx) that the leading office issued.";
    }
    /// File without bytes.
    EMPTY_FILE = "S002" Error {
        title: "Tệp rỗng", "Empty file";
        why: "Tệp thường rỗng khi sao chép hoặc tải lên bị gián đoạn.", "A file is usually empty because copying or uploading was interrupted.";
        cure: "Sao chép hoặc gửi lại tệp gốc.", "Copy or send the original file again.";
    }
    /// Workbook cut off or damaged.
    DAMAGED = "S003" Error {
        title: "Tệp bị hỏng hoặc bị cắt cụt", "Damaged file";
        why: "Không thể biết chắc phần còn đọc được có đúng với bản của đơn vị hay không, nên không đọc phần nào.", "It is not clear whether what is left is what the unit wrote, so none of it is read.";
        cure: "Mở bản gốc bằng Excel, chọn Lưu thành (Save As) tệp .xlsx mới rồi gửi lại.", "Open the original in Excel, save it as a new .xlsx file and send that.";
    }
    /// Workbook behind a password.
    PASSWORD = "S004" Error {
        title: "Tệp đặt mật khẩu", "Password-protected file";
        why: "Nội dung tệp được mã hóa, không đọc được khi không có mật khẩu.", "The content is encrypted and can't be read without the password.";
        cure: "Mở tệp trong Excel, vào Tệp (File) → Thông tin (Info) → Bảo vệ sổ làm việc (Protect Workbook) → Mã hóa bằng mật khẩu (Encrypt with Password), xóa trống ô mật khẩu, bấm OK, lưu và gửi lại.", "Open it in Excel, choose File → Info → Protect Workbook → Encrypt with Password, clear the password, press OK, save and send again.";
    }
    /// Lock file beside an open workbook.
    LOCK_FILE = "S005" Note {
        title: "Tệp khóa tạm của Excel", "Excel lock file";
        why: "Excel tạo tệp này khi có người đang mở biểu; nó không chứa số liệu và được bỏ qua.", "Excel makes it while somebody has the form open; it holds no figures and is passed over.";
        cure: "Đóng tệp biểu trong Excel rồi chạy lại để chắc chắn bản đã lưu được đọc; có thể xóa tệp khóa.", "Close the form in Excel and run again, so that what was saved is read; the lock file may be deleted.";
    }
    /// Web page under the name of a workbook.
    HTML = "S006" Error {
        title: "Trang web mang tên tệp Excel", "Web page named as a workbook";
        why: "Một số phần mềm xuất trang web rồi đặt đuôi .xls; Excel mở được nhưng kiểu số và ô không còn tin cậy.", "Some programs export a web page and name it .xls; Excel opens it, but its numbers and cells can't be relied on.";
        cure: "Mở tệp bằng Excel, chọn Lưu thành (Save As) → Sổ tính Excel (.xlsx) rồi gửi lại.", "Open it in Excel, choose Save As → Excel Workbook (.xlsx), and send that.";
    }
    /// Plain text under the name of a workbook.
    PLAIN_TEXT = "S007" Error {
        title: "Văn bản thuần mang tên tệp Excel", "Plain text named as a workbook";
        why: "Đổi đuôi tệp không biến văn bản hoặc CSV thành tệp Excel.", "Renaming a file does not make text or CSV a workbook.";
        cure: "Nhập số liệu vào tệp biểu được phát hành; nếu là bảng điểm CSV thì giữ đuôi .csv.", "Fill in the form that was issued; a CSV table of points keeps the name .csv.";
    }
    /// File larger than any form.
    FILE_TOO_LARGE = "S008" Error {
        title: "Tệp quá lớn", "File too large";
        why: "Biểu chỉ vài trăm KB; tệp quá lớn thường do chèn ảnh hoặc định dạng cả cột.", "A form takes some hundred KB; a huge file usually holds pictures or formats whole columns.";
        cure: "Bỏ ảnh chèn trong biểu (để ở thư mục tài liệu kiểm chứng) hoặc chép số liệu sang biểu trắng.", "Move pictures to the evidence folder, or copy the figures to a blank form.";
    }
    /// Workbook that would take more memory than any form.
    BOMB = "S009" Error {
        title: "Tệp giải nén quá lớn", "File that unpacks too large";
        why: "Tệp như vậy có thể làm treo máy nên không được mở.", "Such a file could freeze the machine, so it is not opened.";
        cure: "Chép số liệu sang một biểu trắng rồi gửi lại; nếu không rõ tệp từ đâu ra, xóa tệp.", "Copy the figures to a blank form and send that; if nobody knows where the file comes from, delete it.";
    }
    /// Sheet with more cells than any form.
    SHEET_TOO_LARGE = "S010" Error {
        title: "Trang tính quá lớn", "Sheet too large";
        why: "Trang tính có nội dung ở rất xa bảng, thường là do lỡ tay nhập hoặc dán; phần ấy không được đọc.", "There is content far outside the table, usually typed or pasted by accident; it is not read.";
        cure: "Xóa các hàng, cột thừa ngoài bảng, lưu và gửi lại.", "Delete the rows and columns outside the table, save and send again.";
    }
    /// Workbook of a kind that is not read.
    OTHER_FORMAT = "S011" Error {
        title: "Định dạng chưa đọc được", "Format that is not read";
        why: "Định dạng này không đọc được an toàn.", "This format can't be read safely.";
        cure: "Mở tệp, chọn Lưu thành (Save As) → Sổ tính Excel (.xlsx) rồi gửi lại.", "Open it, choose Save As → Excel Workbook (.xlsx), and send that.";
    }
    /// Workbook whose main part is not where Excel puts it.
    UNUSUAL_BOOK = "S012" Error {
        title: "Tệp Excel được ghi theo cách lạ", "Workbook written in an unusual way";
        why: "Phần chính của tệp không nằm ở chỗ Excel thường ghi nên không đọc được; nội dung tệp không được chấm.", "The main part of the workbook is not where Excel puts it, so it can't be read; nothing in this file is scored.";
        cure: "Mở tệp bằng Excel, chọn Lưu thành (Save As) tệp .xlsx mới rồi gửi lại.", "Open the file in Excel, save it as a new .xlsx file and send that.";
    }
    /// Cell that breaks the format of the file.
    ODD_CELL = "S013" Error {
        title: "Ô ghi sai quy cách tệp Excel", "Cell that breaks the file's format";
        why: "Không biết chắc ô ghi gì nên ô được coi như để trống; các ô khác vẫn được đọc.", "It is not clear for certain what the cell holds, so it counts as blank; the other cells are read.";
        cure: "Mở tệp bằng Excel, nhập lại ô này rồi lưu và gửi lại.", "Open the file in Excel, type this cell again, save and send it.";
    }
    /// Workbook in which no form is recognised.
    NO_FORM = "S020" Error {
        title: "Không nhận ra biểu trong tệp", "No form recognised";
        why: "Không tìm thấy bảng tự đánh giá nên không đọc được gì từ tệp này.", "No table of self-assessment was found, so nothing is read from this file.";
        cure: "Dùng lại tệp biểu được phát hành; nếu đã xóa hàng hoặc cột ẩn thì chép số liệu sang biểu trắng.", "Use the form that was issued; where hidden rows or columns were deleted, copy the figures to a blank form.";
    }
    /// Form made for another criteria set.
    OTHER_SET = "S021" Error {
        title: "Biểu của bộ tiêu chí khác", "Form of another criteria set";
        why: "Tiêu chí và điểm tối đa có thể khác nhau, nên chỉ đọc các tiêu chí có cùng mã.", "Criteria and maxima may differ, so only criteria with the same ids are read.";
        cure: "Tải biểu đúng bộ tiêu chí năm nay và chép số liệu sang.", "Take the form of this year's set and copy the figures to it.";
    }
    /// Form made for another version of the set.
    OTHER_VERSION = "S022" Warning {
        title: "Biểu lập theo phiên bản khác của bộ tiêu chí", "Form of another version of the set";
        why: "Bộ tiêu chí đã được sửa sau khi phát hành biểu; điểm được tính theo bản hiện hành.", "The set was changed after the form was issued; scores follow the current one.";
        cure: "Đối chiếu phần thay đổi; nếu có tiêu chí đổi nội dung thì phát hành lại biểu cho đơn vị.", "Look at what changed; where a criterion changed its content, issue the form again.";
    }
    /// Form of another layout version.
    OTHER_LAYOUT = "S023" Warning {
        title: "Biểu theo mẫu phiên bản khác", "Form of another layout version";
        why: "Biểu do phiên bản khác của chương trình tạo ra; chương trình chỉ đọc những ô có trong mẫu hiện dùng.", "Another version of the program made the form; only cells that today's layout has are read.";
        cure: "Đối chiếu số liệu đã đọc với biểu; lần sau tạo biểu bằng phiên bản hiện hành.", "Compare what was read with the form; make the next forms with the current version.";
    }
    /// Row of the form that is gone.
    ROW_MISSING = "S024" Error {
        title: "Thiếu hàng trong biểu", "Row missing";
        why: "Hàng đã bị xóa nên tiêu chí không có số liệu hoặc điểm; phần thiếu được coi là để trống.", "The row was deleted, so the criterion has no figure or score; what is missing counts as blank.";
        cure: "Hoàn tác việc xóa hàng, hoặc chép số liệu sang biểu trắng có đủ hàng.", "Undo the deletion, or copy the figures to a blank form that has every row.";
    }
    /// Row that the form has twice with different content.
    ROW_TWICE = "S025" Error {
        title: "Hàng bị lặp với nội dung khác nhau", "Row twice";
        why: "Hai hàng cùng mã nhưng nội dung khác nhau; chỉ hàng còn ở đúng chỗ của biểu được đọc, không rõ hàng nào thì coi như để trống.", "Two rows have the same key and say different things; only the one that is still in the form's place is read, and where that can't be told none is.";
        cure: "Giữ một hàng đúng, xóa hàng còn lại.", "Keep the right one and delete the other.";
    }
    /// Row of a criterion or figure that the set does not have.
    ROW_UNKNOWN = "S026" Warning {
        title: "Hàng không có trong bộ tiêu chí", "Row unknown to the set";
        why: "Nội dung ở hàng này không thuộc tiêu chí nào đang dùng nên không được chấm.", "What stands there belongs to no criterion in use and is not scored.";
        cure: "Kiểm tra biểu có đúng bộ tiêu chí năm nay không.", "Check that the form is that of this year's set.";
    }
    /// Column of the form that is gone.
    COLUMN_MISSING = "S027" Error {
        title: "Thiếu cột trong biểu", "Column missing";
        why: "Cột đã bị xóa hoặc mất khóa ẩn nên nội dung của cột không đọc được.", "The column, or its hidden key, was deleted, so its content can't be read.";
        cure: "Hoàn tác việc xóa cột, hoặc chép số liệu sang biểu trắng.", "Undo the deletion, or copy the figures to a blank form.";
    }
    /// Second sheet of the same kind.
    SHEET_TWICE = "S028" Error {
        title: "Có hai trang cùng loại", "Two sheets of a kind";
        why: "Chỉ một trang được đọc; số liệu ở bản sao không được chấm.", "Only one of them is read; figures on the copy are not scored.";
        cure: "Xóa trang sao chép, hoặc bảo đảm trang được đọc là bản đúng.", "Delete the copy, or see to it that the sheet that is read is the right one.";
    }
    /// Column that the form has more than once.
    COLUMN_TWICE = "S034" Error {
        title: "Cột của biểu bị lặp", "Column of the form more than once";
        why: "Chỉ cột do chương trình lập được đọc; nội dung ở cột sao chép không được chấm.", "Only the column that the program wrote is read; what stands in a copy of it is not scored.";
        cure: "Chuyển nội dung đúng về cột của biểu rồi xóa cột sao chép.", "Put the right content into the form's column and delete the copy.";
    }
    /// Content that belongs to no cell of the form.
    NO_HOME = "S029" Note {
        title: "Nội dung nằm ngoài ô của biểu", "Content without a home";
        why: "Nội dung này không thuộc ô nào của biểu nên không được chấm; được liệt kê để không ai mất công nhập.", "It belongs to no cell of the form and is not scored; it is listed so that nothing typed is lost.";
        cure: "Nếu là số liệu hoặc giải trình, chuyển vào đúng ô của tiêu chí.", "If it is a figure or an explanation, move it to the right cell.";
    }
    /// Form without its hidden sheet.
    META_MISSING = "S030" Warning {
        title: "Biểu mất trang thông tin ẩn", "Form without its hidden sheet";
        why: "Không biết chắc biểu lập cho đơn vị nào, năm nào, theo bộ tiêu chí nào; đơn vị được nhận theo tên ghi trong biểu hoặc tên tệp, biểu được đọc theo bộ tiêu chí của đơn vị.", "It is not clear for sure for whom, for which year and for which set the form was made; the unit is known by its name in the form or by the file's name, and the form is read by the set of that unit.";
        cure: "Dùng lại tệp biểu được phát hành cho đơn vị; không xóa trang ẩn “_parindex”.", "Use the form that was issued to the unit; don't delete the hidden sheet “_parindex”.";
    }
    /// Row whose visible id is not its key.
    ROW_MIXED = "S031" Error {
        title: "Số thứ tự không khớp hàng", "Row with another criterion's number";
        why: "Có thể các ô đã bị cắt dán sang hàng khác, số liệu có nguy cơ gán nhầm tiêu chí.", "Cells may have been cut and pasted to another row; figures may stand at the wrong criterion.";
        cure: "Đối chiếu hàng với tiêu chí; nếu đã cắt dán, chép lại số liệu vào đúng hàng; nếu chỉ gõ nhầm số thứ tự thì ghi lại số cũ.", "Compare the row with its criterion; where cells were moved, put the figures in the right row; where only the number was typed over, put it back.";
    }
    /// Cell of the form itself that was typed over.
    OVERWRITTEN = "S032" Warning {
        title: "Ghi đè lên ô có sẵn của biểu", "Cell of the form typed over";
        why: "Ô này do biểu in sẵn hoặc tự tính; nội dung ghi đè không được đọc để chấm điểm.", "The form prints or computes this cell; what was typed over it is not read for scoring.";
        cure: "Nếu là số liệu, điểm hoặc giải trình thì ghi vào đúng ô được điền của tiêu chí; nếu lỡ tay thì bỏ qua.", "If it is a figure, a score or an explanation, put it in the cell of the criterion that takes it; if it was a slip, pass over it.";
    }
    /// Cell that is not the unit's to fill in.
    NOT_ASKED = "S033" Warning {
        title: "Điền vào ô không phải điền", "Filled in where nothing is asked";
        why: "Tiêu chí này do hội đồng hoặc điều tra xã hội học chấm, hoặc không áp dụng với đơn vị, nên nội dung không được chấm.", "The council or the survey scores this criterion, or it does not apply to the unit, so the content is not scored.";
        cure: "Để trống ô này; cần nêu ý kiến thì gửi kèm văn bản.", "Leave the cell blank; where something must be said, say it in the covering letter.";
    }
    /// Figure that is no number.
    NOT_A_NUMBER = "S040" Error {
        title: "Không phải số", "Not a number";
        why: "Không tính được điểm; ô được coi như để trống.", "Nothing can be computed; the cell counts as blank.";
        cure: "Nhập số, không kèm chữ; ví dụ 654074 hoặc 95,73.", "Type a number without words, such as 654074 or 95.73.";
    }
    /// Figure that can be read in two ways.
    AMBIGUOUS = "S041" Error {
        title: "Số có thể hiểu hai cách", "Figure with two readings";
        why: "Dấu chấm hoặc dấu phẩy có thể ngăn hàng nghìn hoặc phần thập phân; chương trình không đoán, ô được coi như để trống.", "The point or comma may stand between thousands or before decimals; the program does not guess, and the cell counts as blank.";
        cure: "Nhập lại số theo cách chỉ hiểu được một nghĩa.", "Type the number in a way that has one meaning only.";
    }
    /// Count that is not whole.
    NOT_WHOLE = "S042" Error {
        title: "Số lượng không nguyên", "Count that is not whole";
        why: "Số lượng (hồ sơ, văn bản, cuộc họp …) phải là số nguyên; ô được coi như để trống.", "A count of things must be whole; the cell counts as blank.";
        cure: "Nhập số nguyên, không dùng dấu phẩy thập phân.", "Type a whole number.";
    }
    /// Percentage of at most 1, perhaps a fraction.
    PERCENT_BELOW_1 = "S043" Warning {
        title: "Tỷ lệ không quá 1%", "Percentage of at most 1";
        why: "Tỷ lệ phần trăm được nhập theo điểm phần trăm (95,73 là 95,73%); số từ 1 trở xuống thường là phân số nhập nhầm.", "Percentages are typed as points of percent (95.73 is 95.73%); 1 and less is usually a fraction typed by mistake.";
        cure: "Nếu đúng là tỷ lệ nhỏ thì giữ nguyên; nếu là phân số thì nhân với 100.", "Leave it if the rate is as small as that; if it is a fraction, multiply it by 100.";
    }
    /// Date that can't be understood.
    NOT_A_DATE = "S044" Error {
        title: "Không phải ngày hợp lệ", "Not a date";
        why: "Không so được với thời hạn; ô được coi như để trống.", "It can't be compared with a deadline; the cell counts as blank.";
        cure: "Nhập ngày/tháng/năm, ví dụ 05/03/2018; nếu không ban hành thì chọn “Không”.", "Type a date, such as 2018-03-05; where nothing was issued, answer no.";
    }
    /// Date whose year has two digits.
    SHORT_YEAR = "S045" Warning {
        title: "Năm chỉ có hai chữ số", "Year of two digits";
        why: "Năm được hiểu là 20xx; ghi đủ bốn chữ số để không ai hiểu khác.", "The year is read as 20xx; four digits leave no doubt.";
        cure: "Ghi đủ bốn chữ số của năm.", "Write all four digits of the year.";
    }
    /// Answer that is neither yes nor no.
    NOT_YES_NO = "S046" Error {
        title: "Chưa chọn “Có” hoặc “Không”", "Neither yes nor no";
        why: "Không biết đơn vị trả lời thế nào; ô được coi như để trống.", "It is not clear what the unit answers; the cell counts as blank.";
        cure: "Chọn “Có” hoặc “Không” trong danh sách.", "Pick yes or no from the list.";
    }
    /// Answer that is none of the choices.
    NOT_A_CHOICE = "S047" Error {
        title: "Không có trong danh sách lựa chọn", "None of the choices";
        why: "Không biết đơn vị chọn mức nào; ô được coi như để trống.", "It is not clear which level the unit means; the cell counts as blank.";
        cure: "Chọn một mức trong danh sách của ô.", "Choose a level from the cell's list.";
    }
    /// Formula without a stored result.
    UNCOMPUTED = "S048" Error {
        title: "Công thức chưa có kết quả", "Formula without a result";
        why: "Chương trình lưu tệp chưa tính công thức này; không được hiểu là 0, ô được coi như để trống.", "The program that saved the file did not compute it; it is not 0, and the cell counts as blank.";
        cure: "Mở tệp bằng Excel, nhấn F9 rồi lưu lại; hoặc nhập số thay cho công thức.", "Open the file in Excel, press F9 and save; or type the number instead of the formula.";
    }
    /// Cell that shows an error of Excel.
    EXCEL_ERROR = "S049" Error {
        title: "Ô báo lỗi Excel", "Cell with an Excel error";
        why: "Công thức trong ô không tính được; ô được coi như để trống.", "The formula can't be computed; the cell counts as blank.";
        cure: "Sửa công thức hoặc nhập số.", "Correct the formula or type the number.";
    }
    /// Claimed score that can't be understood.
    NOT_A_CLAIM = "S050" Error {
        title: "Điểm tự đánh giá không hiểu được", "Claim that can't be understood";
        why: "Không biết đơn vị tự chấm bao nhiêu; ô được coi như để trống.", "It is not clear what the unit claims; the cell counts as blank.";
        cure: "Nhập số điểm, hoặc “Không áp dụng” nếu tiêu chí cho phép.", "Type the points, or “Not applicable” where the criterion permits it.";
    }
    /// Dash where a figure is asked.
    DASH = "S051" Error {
        title: "Ghi dấu “-” thay cho số liệu", "Dash instead of a figure";
        why: "Dấu gạch có thể là 0, có thể là chưa có số liệu, có thể là không áp dụng; chương trình không đoán, ô được coi như để trống.", "A dash may mean 0, not known, or not applicable; the program does not guess, and the cell counts as blank.";
        cure: "Nhập 0 nếu không phát sinh; để trống nếu chưa có số liệu.", "Type 0 where there was nothing; leave the cell blank where the figure is not known.";
    }
    /// “Not applicable” typed in a cell for a figure.
    NOT_APPLICABLE_HERE = "S052" Error {
        title: "“Không áp dụng” ghi ở ô số liệu", "“Not applicable” in a figure's cell";
        why: "Chỉ ô điểm tự đánh giá nhận “Không áp dụng”; ô số liệu được coi như để trống.", "Only the cell of the claim takes “Not applicable”; the figure counts as blank.";
        cure: "Ghi “Không áp dụng” ở ô điểm tự đánh giá nếu tiêu chí cho phép; nếu không, nhập số liệu.", "Put “Not applicable” in the claim's cell where the criterion permits it; otherwise type the figure.";
    }
    /// Answer of which part is struck out.
    ANSWER_PARTLY_STRUCK = "S053" Error {
        title: "Câu trả lời có phần bị gạch bỏ", "Answer of which part is struck out";
        why: "Không biết chắc đơn vị muốn giữ giá trị nào; ô được coi như để trống.", "It is not clear for certain which value stands; the cell counts as blank.";
        cure: "Xóa hẳn phần đã bỏ, chỉ để lại một giá trị.", "Delete what was taken back and leave one value.";
    }
    /// Date that its input doesn't allow.
    DAY_OUT_OF_RANGE = "S059" Error {
        title: "Ngày không thể có", "Date that can't be";
        why: "Ngày cách kỳ đánh giá quá xa, thường do gõ nhầm năm; chương trình không đoán, ô được coi như để trống.", "It is too far from the days that are scored, mostly a slip in the year; the program does not guess, and the cell counts as blank.";
        cure: "Kiểm tra ngày, nhất là năm.", "Look at the day again, its year above all.";
    }
    /// Document that names no criterion.
    EVIDENCE_NO_CRITERION = "S060" Error {
        title: "Tài liệu chưa ghi mã tiêu chí", "Document without a criterion";
        why: "Không biết tài liệu chứng minh cho tiêu chí nào nên không được tính cho tiêu chí nào.", "It is not clear which criterion it backs, so it backs none.";
        cure: "Ghi mã tiêu chí ở cột tiêu chí, trong từng hàng.", "Name the criterion in the column of criteria, in every row.";
    }
    /// Document of a criterion that the set does not have.
    EVIDENCE_UNKNOWN_CRITERION = "S061" Error {
        title: "Tài liệu ghi mã tiêu chí không có", "Document of an unknown criterion";
        why: "Tài liệu không gắn được với tiêu chí nào của bộ tiêu chí.", "The document belongs to no criterion of the set.";
        cure: "Sửa mã tiêu chí theo cột STT của biểu tự đánh giá.", "Correct the id after the column “No.” of the form.";
    }
    /// Document of a group of criteria.
    EVIDENCE_GROUP = "S062" Error {
        title: "Tài liệu ghi ở mức nhóm tiêu chí", "Document of a group";
        why: "Chỉ tiêu chí thành phần mới được chấm điểm; tài liệu ghi ở nhóm không chứng minh cho tiêu chí nào.", "Only leaves are scored; a document at a group backs none of them.";
        cure: "Ghi mã của tiêu chí thành phần; một tài liệu dùng cho nhiều tiêu chí thì ghi nhiều hàng.", "Name the leaf; a document that backs several takes a row for each.";
    }
    /// More documents in one cell than are read.
    TOO_MANY_DOCUMENTS = "S063" Warning {
        title: "Một ô nêu quá nhiều tài liệu", "Too many documents in one cell";
        why: "Một ô chỉ được đọc đến 300 tài liệu và 100 tên tệp, để một biểu quá dài không làm dừng việc kiểm tra các biểu khác.", "At most 300 documents and 100 names of files are read out of one cell, so that one overlong form does not stop the check of others.";
        cure: "Chia danh sách ra nhiều hàng ở trang tài liệu kiểm chứng, hoặc nêu một văn bản tổng hợp.", "Spread the list over several rows of the sheet of evidence, or name one document that sums them up.";
    }
    /// Table without a recognised heading.
    TABLE_NO_HEADER = "S070" Error {
        title: "Không thấy hàng tiêu đề của bảng điểm", "Table without a heading";
        why: "Không biết cột nào là đơn vị, tiêu chí, điểm nên không đọc được bảng.", "It is not clear which columns hold units, criteria and points, so the table is not read.";
        cure: "Đặt một hàng tiêu đề có các cột “Đơn vị”, “Tiêu chí”, “Điểm” và nếu cần “Lý do”, “Lần”.", "Give it a heading with the columns “Đơn vị” (unit), “Tiêu chí” (criterion), “Điểm” (points) and where needed “Lý do” (reason), “Lần” (round).";
    }
    /// CSV that is not UTF-8.
    TABLE_NOT_UTF8 = "S071" Error {
        title: "Tệp CSV không dùng mã UTF-8", "CSV that is not UTF-8";
        why: "Chữ tiếng Việt không đọc đúng được, có thể nhận nhầm đơn vị.", "Vietnamese letters can't be read rightly, and units may be mistaken.";
        cure: "Trong Excel chọn Lưu thành → CSV UTF-8, hoặc gửi tệp .xlsx.", "In Excel choose Save As → CSV UTF-8, or send .xlsx.";
    }
    /// Points in a table that can't be understood.
    TABLE_POINTS = "S072" Error {
        title: "Điểm trong bảng không hiểu được", "Points in a table that can't be understood";
        why: "Hàng này không được dùng; điểm của tiêu chí giữ theo giai đoạn trước.", "The row is not used; the criterion keeps the points of the stage before.";
        cure: "Nhập số điểm, ví dụ 46,8.", "Type the points, such as 46.8.";
    }
    /// Id of a criterion that Excel made a number or a date of.
    ID_AS_NUMBER = "S073" Warning {
        title: "Mã tiêu chí có thể là của nhiều tiêu chí", "Criterion that may be one of several";
        why: "Ô nêu nhiều tiêu chí, hoặc mã đã bị lưu thành số hay ngày: Excel không phân biệt được 1.1 với 1.10 khi mã là số.", "The cell names several, or its id was stored as a number or a date: as a number, 1.1 and 1.10 are the same to Excel.";
        cure: "Mỗi hàng ghi một mã; nếu Excel đổi mã, định dạng cột là Văn bản (Text) rồi nhập lại.", "Give each row one id; where Excel changed it, format the column as text and type it again.";
    }
    /// Row of a table without a unit or a criterion.
    TABLE_ROW_INCOMPLETE = "S074" Warning {
        title: "Hàng thiếu đơn vị hoặc tiêu chí", "Row without a unit or criterion";
        why: "Không biết điểm thuộc về đơn vị hoặc tiêu chí nào nên không dùng được.", "It is not clear whose points they are, so they are not used.";
        cure: "Điền đủ đơn vị và tiêu chí ở từng hàng, hoặc gộp ô tên đơn vị qua mọi hàng của đơn vị đó.", "Fill in unit and criterion in every row, or merge the unit's cell over all of its rows.";
    }
    /// Line of a text table that doesn't fit its heading.
    LINE_UNLIKE_HEADING = "S075" Error {
        title: "Dòng không khớp với hàng tiêu đề", "Line that doesn't fit the heading";
        why: "Không biết dấu phẩy nào là dấu thập phân, dấu nào ngăn cột, nên không có điểm nào của dòng này được dùng.", "It is not clear which comma is a decimal mark and which parts columns, so no points of the line are used.";
        cure: "Đặt số có dấu phẩy và chữ có dấu ngăn cột trong ngoặc kép (\"1,5\"), hoặc lưu tệp với dấu chấm phẩy hay dạng .xlsx.", "Put numbers with a comma and text with separators into quotation marks (\"1,5\"), or save the file with semicolons or as .xlsx.";
    }
    /// Quotation mark that is never closed.
    QUOTE_NOT_CLOSED = "S076" Error {
        title: "Dấu ngoặc kép mở mà không đóng", "Quotation mark that is never closed";
        why: "Không biết nội dung kết thúc ở đâu nên không có điểm nào của dòng này được dùng.", "It is not clear where the text ends, so no points of the line are used.";
        cure: "Thêm dấu ngoặc kép ở cuối nội dung, hoặc bỏ dấu mở.", "Close the quotation mark, or take the opening one away.";
    }
    /// Text in an encoding older than Unicode.
    LEGACY_TEXT = "S100" Warning {
        title: "Chữ gõ bằng bảng mã cũ", "Text in an old encoding";
        why: "Chữ TCVN3 (ABC) hoặc VNI chỉ hiện đúng với phông của nó, chữ lưu nhầm bảng mã thì không phông nào hiện đúng; chương trình đã chuyển sang Unicode để đọc, nhưng tệp gốc vẫn giữ nguyên.", "Text in TCVN3 (ABC) or VNI shows right in its own fonts only, text saved in the wrong encoding in none; it was converted to Unicode for reading, and the file itself still has what it had.";
        cure: "Xem lại câu đã chuyển có đúng không; lần sau gõ Unicode với phông Times New Roman, hoặc chuyển mã bằng UniKey.", "See whether the text was read rightly; type Unicode in Times New Roman, or convert the file with UniKey.";
    }
    /// Note beside a cell.
    NOTE_NOT_READ = "S101" Note {
        title: "Ô có ghi chú", "Cell with a note";
        why: "Ghi chú (nhận xét) đính kèm ô không được đọc: điểm, số liệu hay tài liệu ghi trong đó không được tính.", "Notes and comments beside cells are not read: points, figures or documents in them do not count.";
        cure: "Nếu ghi chú là câu trả lời, chuyển nội dung vào đúng ô của biểu; nếu không thì bỏ qua.", "If the note is an answer, move it into its cell of the form; otherwise do nothing.";
    }
    /// Cell that is struck out.
    STRUCK_OUT = "S102" Warning {
        title: "Ô bị gạch bỏ", "Cell that is struck out";
        why: "Nội dung gạch bỏ là nội dung đã bỏ; ô được coi như để trống.", "What is struck out was taken back; the cell counts as blank.";
        cure: "Xóa hẳn nội dung đã bỏ; nếu vẫn dùng thì bỏ định dạng gạch ngang (Strikethrough).", "Delete what was taken back; if it still stands, remove the strikethrough.";
    }
    /// Cell of which part is struck out.
    PARTLY_STRUCK = "S103" Warning {
        title: "Ô có phần bị gạch bỏ", "Cell of which part is struck out";
        why: "Phần gạch bỏ là phần đã bỏ nên không được đọc; số liệu và điểm trong ô như vậy được hỏi lại.", "What is struck out was taken back and is not read; figures and points in such a cell are asked for.";
        cure: "Xóa hẳn phần đã bỏ, chỉ để lại nội dung còn dùng.", "Delete what was taken back and leave what still stands.";
    }
    /// Cell whose format shows nothing of what it holds.
    SHOWS_NOTHING = "S104" Warning {
        title: "Ô có nội dung không hiện ra", "Cell that shows nothing of what it holds";
        why: "Người xem biểu không thấy nội dung này, nên ô được coi như để trống.", "Nobody who looks at the form sees it, so the cell counts as blank.";
        cure: "Nếu vẫn dùng thì đổi định dạng số của ô thành General; không dùng thì xóa hẳn.", "If it is still meant to count, change the number format of the cell to General; if not, delete it.";
    }
    /// Text that is longer than a cell of Excel holds.
    TOO_LONG_FOR_CELL = "S120" Warning {
        title: "Ô dài quá sức chứa của Excel", "More text than a cell of Excel holds";
        why: "Nội dung được đọc đủ, nhưng bản phản hồi và báo cáo chỉ giữ được phần đầu.", "It is read whole, but the annotated copy and the reports keep its beginning only.";
        cure: "Rút gọn nội dung; phần dài để trong tài liệu kèm theo và ghi tên tệp.", "Shorten it; put long text into a document and name the file.";
    }
    /// A link, a score or a line of documents outside its column.
    ELSEWHERE = "S121" Warning {
        title: "Nội dung nằm ngoài cột của nó", "Content outside its column";
        why: "Tài liệu, liên kết và điểm tự chấm chỉ được đọc ở cột của chúng, nên nội dung này chưa được tính.", "Documents, links and the unit's scores are read in their own columns alone, so this does not count.";
        cure: "Chuyển nội dung sang đúng cột, ở hàng của tiêu chí.", "Move it to its column, in the row of the criterion.";
    }
    /// A hidden sheet has criteria that the form lacks.
    HIDDEN_SHEET = "S122" Error {
        title: "Trang bị ẩn có tiêu chí", "Hidden sheet with criteria";
        why: "Trang bị ẩn không được đọc: không ai thấy nội dung đó khi ký.", "Hidden sheets are not read: whoever signs does not see them.";
        cure: "Cho hiện lại trang (Unhide) nếu trang là phần của biểu; nếu không, xóa trang.", "Unhide the sheet where it is a part of the form; else delete it.";
    }
    /// A document that is promised for later, or said not to be there, beside others.
    DOCUMENT_PROMISED = "S123" Warning {
        title: "Tài liệu chưa có hoặc mới hứa bổ sung", "Document that is not there yet";
        why: "Chỉ tài liệu đã ban hành và nêu rõ mới được tính.", "Only documents that are there and named count.";
        cure: "Gửi tài liệu rồi ghi số, ký hiệu, ngày; hoặc bỏ phần này.", "Send the document and give its number, symbol and day; or take the words out.";
    }
    /// Leaf or figure that is another one in the version of the set that is in use.
    ASKED_OTHERWISE = "S127" Error {
        title: "Bộ tiêu chí nay hỏi nội dung khác", "The set asks something else now";
        why: "Số của tiêu chí hoặc số liệu nay thuộc nội dung khác, hoặc đơn vị tính đã đổi; số đã điền không trả lời câu hỏi mới nên coi như để trống.", "The id stands for something else by now, or the unit of measure has changed; what was filled in does not answer the new question and counts as blank.";
        cure: "Gửi cho đơn vị biểu của phiên bản đang dùng; nếu bộ tiêu chí đổi nhầm mã thì sửa lại mã.", "Send the unit the form of the version that is in use; if the set changed its ids by mistake, put them back.";
    }
    /// Words of a leaf or figure that the set has changed.
    WORDS_OF_OTHER_VERSION = "S128" Warning {
        title: "Bộ tiêu chí đã đổi lời", "Words that the set has changed";
        why: "Đơn vị điền theo lời của phiên bản trước.", "The unit answered what the earlier version said.";
        cure: "Đối chiếu hai lời; nếu ý đã khác, gửi cho đơn vị biểu của phiên bản đang dùng.", "Compare the two; if the meaning changed, send the unit the form of the version that is in use.";
    }
    /// List of documents of another unit or year.
    LIST_OF_ANOTHER = "S126" Error {
        title: "Danh mục tài liệu của đơn vị khác hoặc năm khác", "List of documents of another unit or year";
        why: "Chỉ tài liệu của đơn vị trong năm được chấm mới chứng minh cho điểm của đơn vị.", "Only the unit's own documents of the year that is scored back its points.";
        cure: "Gửi danh mục của đơn vị; nếu đúng là danh mục của đơn vị trong năm, sửa tên trang hoặc tiêu đề.", "Send the unit's list; if it is the unit's of the year, correct the sheet's name or the title.";
    }
    /// Column of our form whose heading somebody changed to another meaning.
    HEADING_CHANGED = "S125" Error {
        title: "Tên cột của biểu bị sửa thành nghĩa khác", "Heading of the form that was given another meaning";
        why: "Đơn vị điền theo tên cột nhìn thấy; không rõ nội dung bên dưới có còn là của cột ấy không nên các ô của cột coi như để trống.", "Units fill in what the heading says; whether what stands below still is what the form asks can't be told, so the cells of the column count as blank.";
        cure: "Ghi lại tên cột như biểu phát hành, hoặc chép nội dung vào biểu phát hành cho đơn vị rồi gửi lại.", "Put the heading back, or copy the content into the form that was issued to the unit, and send it again.";
    }
    /// Form that calls itself a draft, an example, of a part of the year or the council's.
    UNSETTLED_FORM = "S124" Warning {
        title: "Biểu tự ghi là dự thảo, ví dụ hoặc không phải của cả năm", "A form that calls itself a draft, an example, or of a part of the year";
        why: "Đơn vị có thể đã gửi nhầm tệp; phần nào của biểu đọc được thì vẫn được tính.", "The unit may have sent the wrong file; what of it is read counts all the same.";
        cure: "Hỏi lại đơn vị; nếu đúng là biểu chính thức, sửa tiêu đề hoặc tên trang.", "Ask the unit; if the form is the one that counts, correct its title or its sheet's name.";
    }
}
