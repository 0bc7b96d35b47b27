//! Family E: findings about evidence.
//!
//! E001–E009 what a criterion asks, E010–E029 the document, E030–E039 its file, E040–E049 the same document again.

use super::codes;

codes! {
    /// Points claimed, evidence required, none named and nothing explained.
    UNBACKED = "E001" Error {
        title: "Có điểm nhưng không có tài liệu kiểm chứng", "Points without evidence";
        why: "Mỗi mục có điểm phải có tài liệu kiểm chứng, hoặc giải trình vì sao không có; nếu không, điểm không được chấp nhận.", "Every item with points needs evidence, or an explanation why there is none; otherwise its points are not accepted.";
        cure: "Ghi tài liệu cho đúng tiêu chí ở trang hoặc cột “Tài liệu kiểm chứng”, hoặc viết giải trình ở hàng của tiêu chí.", "Name a document for the criterion on the sheet or in the column of evidence, or explain in the criterion's row.";
    }
    /// Fewer documents than the criterion asks.
    TOO_FEW = "E002" Warning {
        title: "Thiếu tài liệu so với yêu cầu", "Fewer documents than asked";
        why: "Tiêu chí yêu cầu số tài liệu tối thiểu; hội đồng thẩm định sẽ hỏi phần còn thiếu.", "The criterion asks for a least number of documents; the council will ask for the rest.";
        cure: "Bổ sung tài liệu còn thiếu hoặc giải trình.", "Add what is missing, or explain.";
    }
    /// No document of a type that the criterion asks.
    OTHER_TYPE = "E003" Warning {
        title: "Không có loại văn bản được yêu cầu", "No document of the type asked";
        why: "Tiêu chí nêu rõ loại văn bản dùng để kiểm chứng.", "The criterion names the types of document that back it.";
        cure: "Bổ sung văn bản đúng loại, hoặc giải trình vì sao dùng văn bản khác.", "Add a document of that type, or explain why another one serves.";
    }
    /// Section and page missing where asked.
    NO_SECTION = "E004" Warning {
        title: "Chưa chỉ rõ mục, trang", "Section and page missing";
        why: "Người thẩm định cần biết nội dung nằm ở mục nào, trang nào của tài liệu.", "The appraiser has to know where in the document to look.";
        cure: "Ghi mục và trang, ví dụ “mục II, trang 3”.", "Name section and page, such as “section II, page 3”.";
    }
    /// Document without a number, file or link.
    NO_NUMBER = "E010" Warning {
        title: "Tài liệu không có số, ký hiệu", "Document without a number";
        why: "Không có số, ký hiệu, tệp hay đường dẫn thì không ai tìm được tài liệu.", "Without a number, a file or a link nobody can find the document.";
        cure: "Ghi số, ký hiệu của văn bản, hoặc tên tệp trong thư mục tài liệu kiểm chứng.", "Give its number and symbol, or the name of its file in the evidence folder.";
    }
    /// Number that does not look like one.
    ODD_NUMBER = "E011" Warning {
        title: "Số, ký hiệu không đúng dạng", "Number in an odd form";
        why: "Số, ký hiệu sai dạng khiến người thẩm định không tra được văn bản.", "With an odd number the appraiser can't look the document up.";
        cure: "Ghi theo dạng “số/loại-cơ quan”, ví dụ 12/BC-SNV; công văn ghi “số/cơ quan-đơn vị soạn”, ví dụ 383/BNV-CCHC.", "Write “number/type-issuer”, such as 12/BC-SNV; an official letter “number/issuer-department”, such as 383/BNV-CCHC.";
    }
    /// Type code that no regulation knows.
    UNKNOWN_TYPE = "E012" Warning {
        title: "Ký hiệu loại văn bản không có trong quy định", "Unknown type code";
        why: "Ký hiệu không có trong danh mục của Nghị định 30/2020/NĐ-CP, có thể gõ nhầm.", "The code is not in the list of Decree 30/2020/NĐ-CP; it may be a slip.";
        cure: "Đối chiếu với văn bản gốc và sửa nếu gõ nhầm.", "Compare it with the document and correct it if it is a slip.";
    }
    /// Type code in another spelling than the canonical one.
    SLOPPY_TYPE = "E013" Note {
        title: "Ký hiệu loại văn bản viết khác quy định", "Type code in another spelling";
        why: "Cách viết khác vẫn hiểu được, nhưng khó tra cứu và dễ coi là hai văn bản khác nhau.", "It is understood, but is harder to look up and may be taken for another document.";
        cure: "Ghi lại theo dạng chuẩn được gợi ý.", "Write it in the canonical form suggested.";
    }
    /// Issuer that does not fit the symbol.
    OTHER_ISSUER = "E014" Warning {
        title: "Cơ quan ban hành không khớp ký hiệu", "Issuer that does not fit the symbol";
        why: "Ký hiệu cho biết cơ quan ban hành; hai chỗ khác nhau thì một chỗ đã ghi nhầm.", "The symbol names the issuer; where the two differ, one of them is a slip.";
        cure: "Đối chiếu với văn bản gốc và sửa chỗ ghi nhầm.", "Compare it with the document and correct the slip.";
    }
    /// Numbered document without a date, or with one that no document can have.
    NO_DATE = "E020" Warning {
        title: "Văn bản chưa ghi ngày ban hành", "Document without a date";
        why: "Số văn bản bắt đầu lại mỗi năm; không có ngày, hoặc ngày không thể có (trước năm 1945, sau kỳ đánh giá hơn 2 năm), thì không biết là văn bản nào.", "Numbers start again every year; without its date, or with one that can't be (before 1945, more than 2 years after the period), it can't be told which document is meant.";
        cure: "Ghi ngày ban hành, ví dụ 05/03/2018.", "Give its date, such as 2018-03-05.";
    }
    /// Date of a document that is not a date.
    WRONG_DATE = "E021" Warning {
        title: "Ngày ban hành không hợp lệ", "Date of a document that is not a date";
        why: "Không biết văn bản có thuộc kỳ đánh giá hay không.", "It is not clear whether the document falls into the period.";
        cure: "Ghi ngày/tháng/năm, ví dụ 05/03/2018.", "Write year-month-day, such as 2018-03-05.";
    }
    /// Document from outside the period.
    OUTSIDE_PERIOD = "E022" Warning {
        title: "Văn bản ngoài kỳ đánh giá", "Document outside the period";
        why: "Tài liệu kiểm chứng phải thuộc kỳ đánh giá; văn bản của năm khác thường không được hội đồng công nhận.", "Evidence has to fall into the period; the council seldom accepts documents of another year.";
        cure: "Dùng văn bản trong kỳ, sửa ngày nếu ghi nhầm, hoặc giải trình.", "Use a document from the period, correct the date if it is a slip, or explain.";
    }
    /// Document from after the deadline for sending forms, or after that of its criterion.
    AFTER_DEADLINE = "E023" Warning {
        title: "Văn bản sau thời hạn", "Document after the deadline";
        why: "Văn bản ban hành sau hạn gửi biểu không thể là tài liệu kiểm chứng khi tự đánh giá; sau thời hạn riêng của tiêu chí thì việc đã làm muộn.", "A document from after the deadline for sending forms can't have backed the self-assessment; after the deadline of its criterion what it shows was done late.";
        cure: "Sửa ngày nếu ghi nhầm, hoặc thay bằng văn bản trong kỳ.", "Correct the date if it is a slip, or name a document from the period.";
    }
    /// Date in another year than the number says.
    OTHER_YEAR = "E024" Warning {
        title: "Năm trong số hiệu khác năm ban hành", "Year of the number is not that of the date";
        why: "Số văn bản quy phạm pháp luật mang năm ban hành; hai năm khác nhau thì một chỗ đã ghi nhầm.", "The number of a legal document carries its year; where the two differ, one of them is a slip.";
        cure: "Đối chiếu với văn bản gốc và sửa chỗ ghi nhầm.", "Compare it with the document and correct the slip.";
    }
    /// Document from after the last day that a rule gives points for.
    AFTER_RULE = "E025" Warning {
        title: "Văn bản sau mốc thời gian của tiêu chí", "Document after the criterion's last day";
        why: "Ngày kê khai còn trong hạn nhưng văn bản kiểm chứng ghi ngày sau hạn đó; một trong hai chỗ ghi nhầm.", "The day declared is in time, but the document that backs it is dated after the last day in time; one of the two is a slip.";
        cure: "Đối chiếu văn bản gốc, sửa ngày ghi nhầm ở số liệu hoặc ở tài liệu.", "Compare it with the document and correct the day that is wrong, in the figure or in the evidence.";
    }
    /// Day declared that lies after the deadline of its criterion.
    DAY_AFTER_DEADLINE = "E026" Warning {
        title: "Ngày kê khai sau thời hạn của tiêu chí", "Day declared is after the criterion's deadline";
        why: "Quyết định đặt thời hạn riêng cho tiêu chí này; việc làm sau ngày đó là muộn. Điểm chỉ giảm khi quy tắc hoặc “withhold” của bộ tiêu chí quy định.", "The decision sets a deadline for this criterion; what is done later is late. Points are lost only where the rule or “withhold” of the set says so.";
        cure: "Sửa ngày nếu ghi nhầm, hoặc giải trình lý do chậm.", "Correct the day if it is a slip, or explain why it was late.";
    }
    /// File named and not found.
    FILE_MISSING = "E030" Error {
        title: "Không tìm thấy tệp", "File not found";
        why: "Tệp ghi trong biểu không có trong thư mục tài liệu kiểm chứng của đơn vị.", "The file named in the form is not in the unit's evidence folder.";
        cure: "Chép tệp vào thư mục, hoặc sửa tên tệp trong biểu cho đúng.", "Copy the file there, or correct its name in the form.";
    }
    /// File without content.
    FILE_EMPTY = "E031" Error {
        title: "Tệp tài liệu rỗng", "Empty file";
        why: "Tệp không có nội dung, thường do sao chép bị gián đoạn.", "The file has no content, usually because copying was interrupted.";
        cure: "Chép lại tệp gốc.", "Copy the original again.";
    }
    /// Path that leaves the evidence folder.
    PATH_OUTSIDE = "E032" Error {
        title: "Đường dẫn ra ngoài thư mục tài liệu", "Path outside the folder";
        why: "Chỉ tệp trong thư mục tài liệu kiểm chứng của đơn vị được xem; đường dẫn ra nơi khác không được mở.", "Only files in the unit's evidence folder are looked at; a path elsewhere is not opened.";
        cure: "Chép tệp vào thư mục của đơn vị và chỉ ghi tên tệp.", "Copy the file to the unit's folder and write its name only.";
    }
    /// Link in the folder that leads out of it.
    LINK_OUTSIDE = "E033" Error {
        title: "Liên kết dẫn ra ngoài thư mục", "Link that leads outside";
        why: "Tệp là liên kết tới nơi khác nên không được mở.", "The file is a link to somewhere else and is not opened.";
        cure: "Thay liên kết bằng chính tệp tài liệu.", "Put the file itself there instead of the link.";
    }
    /// File of another kind than its name says.
    OTHER_KIND = "E034" Warning {
        title: "Nội dung tệp khác với đuôi tệp", "File of another kind than its name says";
        why: "Đổi đuôi tệp không đổi loại tệp; người thẩm định có thể không mở được.", "Renaming a file does not change its kind; the appraiser may not be able to open it.";
        cure: "Xuất lại tệp đúng loại, hoặc sửa đuôi tệp.", "Export it again in the right kind, or correct its name.";
    }
    /// Web address that is none.
    NOT_A_LINK = "E035" Warning {
        title: "Địa chỉ mạng không hợp lệ", "Web address that is none";
        why: "Không mở được địa chỉ này.", "It can't be opened.";
        cure: "Chép lại địa chỉ đầy đủ từ trình duyệt, ví dụ https://….", "Copy the full address from the browser, such as https://….";
    }
    /// Document named twice under one criterion.
    NAMED_TWICE = "E040" Warning {
        title: "Tài liệu ghi hai lần", "Document named twice";
        why: "Một tài liệu ghi hai lần vẫn chỉ là một tài liệu.", "A document named twice is still one document.";
        cure: "Xóa hàng thừa, hoặc sửa nếu là tài liệu khác.", "Delete the row, or correct it if another document is meant.";
    }
    /// Document named under several criteria.
    SHARED = "E041" Note {
        title: "Một tài liệu dùng cho nhiều tiêu chí", "Document under several criteria";
        why: "Một văn bản có thể chứng minh nhiều tiêu chí, nhưng mỗi tiêu chí cần mục, trang riêng.", "A document may back several criteria, but each needs its own section and page.";
        cure: "Ghi rõ mục, trang ở từng tiêu chí.", "Name section and page at each criterion.";
    }
    /// Document that another unit names too.
    OTHER_UNIT_TOO = "E042" Warning {
        title: "Một tài liệu dùng ở nhiều đơn vị", "Document that several units name";
        why: "Một văn bản thường là kết quả của một đơn vị; hai đơn vị cùng dùng có thể do chép biểu của nhau hoặc ghi nhầm số.", "A document is usually one unit's own work; where two units name it, a form may have been copied or a number mistyped.";
        cure: "Đối chiếu văn bản gốc: sửa số nếu ghi nhầm; nếu đúng là văn bản chung của các đơn vị thì nêu rõ trong giải trình.", "Compare it with the document: correct the number if it is a slip; where the units truly share it, say so in the explanation.";
    }
    /// File whose content another unit sent too.
    SAME_FILE = "E043" Warning {
        title: "Nhiều đơn vị gửi cùng một tệp", "File that several units sent";
        why: "Hai tệp giống hệt nhau đến từng byte thì có một đơn vị gửi tài liệu không phải của mình.", "Where two files are the same to the last byte, one of the units sent a document that is not its own.";
        cure: "Mở tệp xem là văn bản của ai, thay bằng văn bản của chính đơn vị; nếu là văn bản chung thì nêu rõ trong giải trình.", "Open it to see whose it is and put the unit's own there; where the units truly share it, say so in the explanation.";
    }
    /// File that the unit sent under two names.
    TWO_NAMES = "E044" Warning {
        title: "Một tệp gửi dưới hai tên", "One file under two names";
        why: "Hai tệp giống hệt nhau chỉ chứng minh được một việc; thường do chép nhầm tệp.", "Two files that are the same prove one thing only; usually the wrong file was copied.";
        cure: "Thay tệp chép nhầm bằng đúng tài liệu, hoặc ghi cùng một tên tệp ở cả hai nơi.", "Put the right document in place of the wrong copy, or name the same file in both places.";
    }
}
