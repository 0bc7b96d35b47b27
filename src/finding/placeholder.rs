//! Family C, from C380: findings about a province's own templates of documents.

use super::codes;

codes! {
    /// A name that nothing fills.
    UNKNOWN_NAME = "C380" Error {
        title: "Mẫu văn bản dùng một tên không có", "A template names what does not exist";
        why: "Không có gì để điền vào chỗ ấy; chữ trong mẫu được để nguyên và có thể bị gửi đi như vậy.", "Nothing fills that place; the words stay as they are in the template and may be sent out like that.";
        cure: "Sửa tên theo danh sách của lệnh: parindex docs fields.", "Correct the name after the list of: parindex docs fields.";
    }
    /// `{{` without `}}`.
    UNCLOSED_NAME = "C381" Error {
        title: "Mẫu văn bản có dấu “{{” không được đóng", "A template opens “{{” and doesn't close it";
        why: "Không biết tên cần điền kết thúc ở đâu nên chỗ ấy được để nguyên.", "Nobody knows where the name ends, so the place is left as it is.";
        cure: "Viết đủ “{{tên}}” trong cùng một đoạn, hoặc bỏ dấu “{{”.", "Write “{{name}}” within one paragraph, or take “{{” out.";
    }
    /// A column of a list outside of a row, or columns of two lists in one row.
    LIST_OUT_OF_ROW = "C382" Error {
        title: "Tên của một danh sách đứng không đúng chỗ", "A name of a list stands where it can't be filled";
        why: "Danh sách có nhiều dòng: chỉ một hàng của bảng lặp lại được, và chỉ theo một danh sách.", "A list has many lines: only a row of a table can be repeated, and only for one list.";
        cure: "Đặt các tên của một danh sách vào cùng một hàng của bảng, mỗi danh sách một hàng.", "Put the names of one list into one row of a table, each list into a row of its own.";
    }
    /// A template in which nothing is filled.
    NO_NAMES = "C383" Warning {
        title: "Mẫu văn bản không có chỗ nào để điền", "A template has nothing to fill in";
        why: "Văn bản ghi ra giống hệt mẫu, không có số liệu nào của đợt đánh giá.", "What is written is the template itself, without any figure of the campaign.";
        cure: "Thêm các tên cần điền, dạng {{tên}} hoặc điều khiển nội dung có thẻ (Tag) là tên ấy; danh sách tên: parindex docs fields.", "Add names as {{name}}, or as content controls with the name as their tag; for the names: parindex docs fields.";
    }
    /// A content control with a tag that is no name of ours.
    UNKNOWN_CONTROL = "C384" Warning {
        title: "Điều khiển nội dung mang một tên không có", "A content control is called by no name that is filled";
        why: "Chữ trong điều khiển ấy được để nguyên; nếu đó là chỗ cần điền thì văn bản thiếu số liệu.", "What stands in it stays as it is; if it was meant to be filled, the document lacks a figure.";
        cure: "Sửa thẻ (Tag) theo danh sách của lệnh parindex docs fields; điều khiển dùng cho việc khác thì không phải sửa.", "Correct its tag after the list of parindex docs fields; a control that is there for something else may stay.";
    }
    /// A name for which this run has no value.
    NOTHING_TO_FILL = "C385" Warning {
        title: "Đợt đánh giá không có gì để điền vào một chỗ của mẫu", "The campaign has nothing for a place of a template";
        why: "Chỗ ấy được in “……”, người ký phải tự ghi.", "The place is printed as “……”; whoever signs has to write it.";
        cure: "Khai khóa còn thiếu trong campaign.yaml (nơi ban hành, người ký, kỳ đánh giá …); chỗ của đơn vị chưa có số liệu thì ghi tay vào văn bản.", "Give the missing key in campaign.yaml (place, signatory, period …), or write what a unit doesn't have into the document.";
    }
    /// A file among the templates that is no `.docx`.
    NO_TEMPLATE = "C386" Warning {
        title: "Tệp trong thư mục mẫu không phải mẫu Word (.docx)", "A file among the templates is no Word template (.docx)";
        why: "Chỉ đọc được mẫu dạng .docx nên tệp này không được dùng.", "Only .docx is read, so the file is not used.";
        cure: "Mở tệp bằng Word, chọn Lưu dưới dạng và chọn loại Word Document (*.docx).", "Open it in Word and save it as Word Document (*.docx).";
    }
    /// A `.docx` among the templates that can't be opened.
    UNREADABLE_TEMPLATE = "C387" Error {
        title: "Không mở được một mẫu văn bản", "A template can't be opened";
        why: "Văn bản theo mẫu này không được ghi ra; báo cáo và các văn bản khác vẫn có đủ.", "No document is written for this template; reports and all other documents are.";
        cure: "Mở tệp bằng Word, bỏ mật khẩu nếu có, lưu lại dạng Word Document (*.docx); không mở được thì lấy lại bản gốc.", "Open it in Word, take its password off where it has one, save it as Word Document (*.docx); if Word can't open it, go back to the original.";
    }
}
