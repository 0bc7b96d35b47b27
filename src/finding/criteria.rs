//! Family C, to C199: findings about YAML files (C001 on), criteria sets (C020 on), rules and cases (C060 on).

use super::codes;

codes! {
    /// The file isn't YAML.
    SYNTAX = "C001" Error {
        title: "Sai cú pháp YAML", "Not YAML";
        why: "Từ chỗ sai trở đi không đọc được gì, nên cả tệp chưa dùng được.", "Nothing after the fault can be read, so the whole file can't be used.";
        cure: "Sửa dòng này: kiểm tra thụt đầu dòng, dấu ngoặc và dấu nháy.", "Mend this line: look at its indentation, brackets and quotes.";
    }
    /// A key stands twice in one mapping.
    DUPLICATE_KEY = "C002" Error {
        title: "Khóa viết hai lần", "Key written twice";
        why: "Không biết giá trị nào là đúng.", "Nobody can tell which of the values is meant.";
        cure: "Xóa một trong hai.", "Delete one of the two.";
    }
    /// A key that the language doesn't have.
    UNKNOWN_KEY = "C003" Error {
        title: "Khóa không có trong ngôn ngữ", "Key that the language doesn't have";
        why: "Khóa viết sai thì điều muốn quy định sẽ bị bỏ qua mà không ai biết.", "What a misspelt key was meant to say would be lost without anyone noticing.";
        cure: "Sửa tên khóa, hoặc xóa.", "Correct the key, or delete it.";
    }
    /// A key that must be there isn't.
    MISSING_KEY = "C004" Error {
        title: "Thiếu khóa bắt buộc", "Required key missing";
        why: "Không có giá trị mặc định cho khóa này.", "There is no default for this key.";
        cure: "Thêm khóa này.", "Add the key.";
    }
    /// A text where a list belongs, and the like.
    WRONG_KIND = "C005" Error {
        title: "Sai loại giá trị", "Wrong kind of value";
        why: "Giá trị này không đọc được như khóa yêu cầu.", "The value can't be read the way its key asks.";
        cure: "Viết giá trị theo loại mà khóa yêu cầu.", "Write the kind of value that the key asks for.";
    }
    /// What should be a number isn't one.
    BAD_NUMBER = "C006" Error {
        title: "Số viết sai", "Number that can't be read";
        why: "Trong YAML dấu phẩy ngăn cách các mục, nên số thập phân viết với dấu chấm.", "In YAML a comma separates items, so decimals are written with a point.";
        cure: "Viết số với dấu chấm thập phân, ví dụ 1.5.", "Write the number with a decimal point, such as 1.5.";
    }
    /// What should be a day isn't one.
    BAD_DATE = "C007" Error {
        title: "Ngày viết sai", "Date that can't be read";
        why: "Ngày viết theo thứ tự khác có thể bị hiểu nhầm tháng với ngày.", "In any other order a day may be taken for a month.";
        cure: "Viết ngày theo dạng năm-tháng-ngày, ví dụ 2018-12-31.", "Write dates as year-month-day, such as 2018-12-31.";
    }
    /// A value that isn't one of those allowed.
    BAD_CHOICE = "C008" Error {
        title: "Giá trị không nằm trong các giá trị cho phép", "Value that isn't one of those allowed";
        why: "Khóa này chỉ nhận một số giá trị định trước.", "The key takes a few fixed values only.";
        cure: "Chọn một trong các giá trị cho phép.", "Choose one of the values allowed.";
    }
    /// Aliases, anchors and tags: parts of YAML that the language doesn't use.
    ALIAS = "C009" Error {
        title: "Dùng bí danh hoặc nhãn của YAML", "Alias, anchor or tag of YAML";
        why: "Bí danh có thể làm một tệp nhỏ phình ra vô hạn, và người đọc khó kiểm tra.", "Aliases can blow a small file up without end, and are hard to review.";
        cure: "Viết đầy đủ tại chỗ; nếu là chữ bình thường thì đặt trong nháy kép.", "Write it out in full; if it is plain text, put it in double quotes.";
    }
    /// The file is too long, or nested too deep.
    TOO_LARGE = "C010" Error {
        title: "Tệp quá lớn", "File too large";
        why: "Không bộ tiêu chí nào cần nhiều đến thế; đọc tiếp có thể làm treo máy.", "No criteria set needs that much; reading on might stall the machine.";
        cure: "Kiểm tra xem có đúng tệp không, hoặc chia nhỏ.", "See whether it is the right file, or split it.";
    }
    /// The file isn't text in UTF-8 or UTF-16.
    ENCODING = "C011" Error {
        title: "Không phải văn bản UTF-8", "Not text in UTF-8";
        why: "Chữ tiếng Việt đọc sai bảng mã sẽ thành chữ khác.", "Vietnamese read in the wrong encoding turns into other letters.";
        cure: "Lưu lại tệp với bảng mã UTF-8 (Notepad: Save As, Encoding: UTF-8).", "Save the file again as UTF-8 (Notepad: Save As, Encoding: UTF-8).";
    }
    /// Curly quotes where straight ones belong.
    CURLY_QUOTES = "C012" Error {
        title: "Nháy cong của Word", "Curly quotes from Word";
        why: "YAML chỉ hiểu nháy thẳng; nháy cong bị coi là chữ.", "YAML knows straight quotes only; curly ones are taken for letters.";
        cure: "Thay nháy cong bằng nháy thẳng \".", "Replace the curly quotes by straight ones (\").";
    }
    /// Tabs before the first letter of a line.
    TABS = "C013" Error {
        title: "Thụt đầu dòng bằng phím Tab", "Indented with tabs";
        why: "YAML chỉ cho thụt đầu dòng bằng dấu cách.", "YAML allows spaces only for indentation.";
        cure: "Thay mỗi dấu Tab bằng hai dấu cách.", "Replace every tab by two spaces.";
    }
    /// Text with a colon and a space that isn't quoted.
    UNQUOTED_COLON = "C014" Error {
        title: "Chữ có dấu hai chấm chưa đặt trong nháy", "Text with a colon that isn't quoted";
        why: "YAML coi dấu hai chấm có dấu cách theo sau là bắt đầu một giá trị mới.", "YAML takes a colon with a blank after it for the start of a new value.";
        cure: "Đặt cả đoạn chữ trong nháy kép.", "Put the whole text in double quotes.";
    }
    /// A value of the right kind that is out of range.
    OUT_OF_RANGE = "C015" Error {
        title: "Giá trị ngoài khoảng cho phép", "Value out of range";
        why: "Giá trị ngoài khoảng này không có nghĩa.", "A value outside the range has no meaning.";
        cure: "Viết giá trị trong khoảng cho phép.", "Write a value inside the range.";
    }
}
