//! Family S, forms of the province's own: which table and column is read, whose it is, what was left.

use crate::finding::codes;

codes! {
    /// A form of the province's own, checked without its campaign.
    FOREIGN_ALONE = "S080" Error {
        title: "Biểu riêng của tỉnh cần kiểm tra cùng đợt đánh giá", "A form of the province's own needs its campaign";
        why: "Biểu không mang theo bộ tiêu chí, nên không biết hàng nào là tiêu chí nào.", "The form does not carry its set, so it is not clear which row is which criterion.";
        cure: "Kiểm tra lại với --campaign THƯ_MỤC_ĐỢT_ĐÁNH_GIÁ.", "Check it again with --campaign FOLDER.";
    }
    /// The unit of a form can't be told.
    UNIT_NOT_NAMED = "S081" Error {
        title: "Không rõ biểu của đơn vị nào", "It is not clear whose form it is";
        why: "Biểu này không được chấm.", "The form is not scored.";
        cure: "Ghi “Đơn vị: …” với tên chính thức phía trên bảng, hoặc đặt tên tệp theo mã đơn vị; tên gọi khác thì khai ở aliases trong campaign.yaml.", "Write “Đơn vị: …” with the official name above the table, or name the file after the unit's id; other names go to aliases in campaign.yaml.";
    }
    /// Sheet and file name name different units.
    UNIT_BY_FILE = "S082" Warning {
        title: "Tên tệp và nội dung biểu ghi hai đơn vị", "File name and form name different units";
        why: "Biểu có thể đã bị gửi nhầm hoặc chép từ đơn vị khác.", "The form may be the wrong one, or copied from another unit's.";
        cure: "Xem lại đơn vị ghi trong biểu; đổi tên tệp hoặc gửi đúng biểu.", "Look at the unit that the form names; rename the file or send the right form.";
    }
    /// Form that names a unit and speaks of another one beside it.
    OTHER_UNIT_BESIDE = "S118" Warning {
        title: "Biểu còn nhắc đến đơn vị khác", "The form speaks of another unit, too";
        why: "Tên đứng riêng hoặc đứng sau nhãn là tên đơn vị được chấm; tên trong ngoặc (đơn vị cũ, cụm thi đua), ở tên trang, ở chỗ ký hoặc ở vai trò khác (chấm chéo) không phải.", "The name that stands by itself or behind the label is the unit's; one in brackets (a former unit, a cluster), on a sheet's tab, beside the signature or in another role (a reviewer) is not.";
        cure: "Nếu biểu là của đơn vị khác, ghi lại “Đơn vị: …”; nếu đúng thì không cần sửa.", "If the form is the other unit's, correct “Đơn vị: …”; otherwise nothing is to be done.";
    }
    /// Row with a score that the set does not have.
    ROW_OF_NO_CRITERION = "S083" Error {
        title: "Hàng không có trong bộ tiêu chí", "Row that the set does not have";
        why: "Điểm ở hàng này không được tính cho tiêu chí nào.", "The score in this row counts for no criterion.";
        cure: "Ghi đúng số thứ tự hoặc tên tiêu chí như trong quyết định.", "Write the number or the name of the criterion as the decision has it.";
    }
    /// Number and name of a row mean different criteria.
    NUMBER_AND_NAME = "S084" Warning {
        title: "Số thứ tự và tên tiêu chí không khớp", "Number and name of a criterion don't agree";
        why: "Điểm có thể được tính cho nhầm tiêu chí.", "The score may count for the wrong criterion.";
        cure: "Đối chiếu hàng này với bộ tiêu chí và sửa số thứ tự hoặc tên.", "Compare the row with the set and mend its number or its name.";
    }
    /// Maximum of a form other than the set's.
    OTHER_MAXIMUM = "S085" Warning {
        title: "Điểm tối đa khác bộ tiêu chí", "Maximum other than the set's";
        why: "Biểu có thể lập theo bộ tiêu chí của năm khác; điểm được tính theo điểm tối đa của bộ tiêu chí.", "The form may follow another year's set; points count against the maximum of the set.";
        cure: "Dùng đúng biểu của năm được chấm, hoặc sửa điểm tối đa trong biểu.", "Use the form of the year that is scored, or mend its maximum.";
    }
    /// Criterion of the set that the form does not have.
    CRITERION_NOT_FOUND = "S086" Error {
        title: "Biểu thiếu tiêu chí", "Criterion not in the form";
        why: "Không đọc được điểm tự đánh giá của tiêu chí này nên tính là chưa chấm.", "No score of the unit's own can be read for it, so it counts as not scored.";
        cure: "Thêm hàng của tiêu chí, hoặc sửa số thứ tự, tên cho khớp bộ tiêu chí.", "Add its row, or make number or name agree with the set.";
    }
    /// Score of a group that its children don't add to.
    GROUP_SUM = "S087" Error {
        title: "Điểm của nhóm không bằng tổng các tiêu chí bên dưới", "Score of a group that does not add up";
        why: "Chỉ điểm của tiêu chí thành phần được tính; điểm ghi ở nhóm không được dùng.", "Only scores of leaves count; that of the group is not used.";
        cure: "Sửa điểm của nhóm, hoặc ghi đủ điểm của các tiêu chí bên dưới.", "Mend the score of the group, or give the scores of the criteria below it.";
    }
    /// Total that the areas don't add to.
    TOTAL_SUM = "S088" Warning {
        title: "Tổng điểm không bằng tổng các lĩnh vực", "Total that does not add up";
        why: "Tổng điểm được tính lại từ các tiêu chí; con số ở hàng tổng cộng không được dùng.", "The total is computed anew from the criteria; the one typed is not used.";
        cure: "Xem lại điểm các tiêu chí và hàng tổng cộng.", "Look at the scores of the criteria and at the total.";
    }
    /// Score in a line that is no criterion.
    SCORE_OF_NO_CRITERION = "S089" Error {
        title: "Điểm ghi ở dòng không phải tiêu chí", "Score in a line that is no criterion";
        why: "Dòng cách tính điểm và dòng số liệu không mang điểm của đơn vị; điểm này không được tính.", "Lines of rules and figures carry no score of the unit's; this one does not count.";
        cure: "Ghi điểm vào hàng có số thứ tự của tiêu chí.", "Type the score into the row with the criterion's number.";
    }
    /// Figure that is no input of the criterion.
    FIGURE_WITHOUT_HOME = "S090" Error {
        title: "Số liệu không thuộc tiêu chí", "Figure without a home";
        why: "Số liệu không dùng được để tính điểm; số liệu mà tiêu chí cần coi như để trống.", "The figure can't be used; what the criterion asks for counts as blank.";
        cure: "Ghi mỗi số liệu ở một dòng, tên dòng đúng như tên số liệu trong bộ tiêu chí.", "Give each figure a line of its own, named as the set names the figure.";
    }
    /// Column that is filled in and not read.
    COLUMN_NOT_READ = "S091" Note {
        title: "Cột không được đọc", "Column that is not read";
        why: "Cột dành cho cơ quan thẩm định, hoặc không rõ dùng để làm gì.", "It is the appraising office's, or it can't be told what it is for.";
        cure: "Nếu cột chứa số liệu, điểm tự đánh giá hoặc tài liệu kiểm chứng, ghi tên cột như trong biểu của tỉnh, hoặc khai cột đó ở form: columns: trong campaign.yaml.", "If it holds figures or scores of the unit or evidence, give it the heading of the province's form, or name it under form: columns: in campaign.yaml.";
    }
    /// Cell of evidence that names no document.
    NO_DOCUMENT_NAMED = "S092" Warning {
        title: "Ô tài liệu kiểm chứng không nêu tài liệu", "Cell of evidence that names no document";
        why: "Không tìm được tài liệu nên tiêu chí coi như chưa có tài liệu kiểm chứng.", "No document can be found by it, so the criterion counts as having none.";
        cure: "Ghi số, ký hiệu, ngày của văn bản hoặc tên tệp; lời giải thích thì ghi sau “Giải trình:”.", "Give number, symbol and day of the document or the file's name; put explanations behind “Giải trình:”.";
    }
    /// Evidence or explanation at no leaf.
    WORDS_WITHOUT_HOME = "S093" Warning {
        title: "Nội dung không gắn với tiêu chí thành phần", "Words that belong to no leaf";
        why: "Tài liệu kiểm chứng và giải trình chỉ dùng được ở hàng của tiêu chí thành phần.", "Evidence and explanations count in the row of a leaf only.";
        cure: "Chuyển nội dung xuống hàng của tiêu chí thành phần mà nó chứng minh.", "Move them to the row of the leaf that they back.";
    }
    /// Rate beside a figure of 0.
    RATE_OF_NOTHING = "S094" Warning {
        title: "Tỷ lệ không khớp số liệu", "Rate that does not fit its figure";
        why: "Tỷ lệ ghi tay có thể còn lại từ biểu mẫu hoặc năm trước.", "A rate typed by hand may be left from the template or the year before.";
        cure: "Sửa số liệu thực hiện hoặc tỷ lệ cho khớp nhau.", "Make figure and rate agree.";
    }
    /// Table of criteria without a column for the unit's score.
    NO_CLAIM_COLUMN = "S095" Error {
        title: "Không thấy cột điểm tự đánh giá", "No column for the unit's own score";
        why: "Không biết đơn vị tự chấm bao nhiêu điểm nên biểu không được đọc.", "It is not clear what the unit gives itself, so the form is not read.";
        cure: "Đặt tên cột là “Điểm tự đánh giá” hoặc “Tự chấm”, hay khai form: columns: claimed trong campaign.yaml.", "Call the column “Điểm tự đánh giá” or “Tự chấm”, or name it under form: columns: claimed in campaign.yaml.";
    }
    /// Sheet that the campaign names and the file lacks.
    PIN_NOT_THERE = "S096" Error {
        title: "Không có trang mà đợt đánh giá quy định", "The sheet that the campaign names is not there";
        why: "campaign.yaml chỉ định trang cần đọc, nên các trang khác không được đọc.", "campaign.yaml names the sheet to be read, so no other is.";
        cure: "Đổi tên trang trong tệp, hoặc sửa form: sheet trong campaign.yaml.", "Rename the sheet in the file, or mend form: sheet in campaign.yaml.";
    }
    /// More than one sheet with a table.
    SECOND_TABLE = "S097" Error {
        title: "Nhiều bảng cùng ghi về một tiêu chí", "Several tables for the same criteria";
        why: "Hai bảng ghi khác nhau thì không biết bảng nào là biểu chính thức, nên không bảng nào được dùng cho các tiêu chí đó.", "Where two tables differ it can't be told which one counts, so neither is used for these criteria.";
        cure: "Xóa bảng thừa, ghi “chính thức” hoặc “điều chỉnh” vào tên trang hay tiêu đề của bảng cần đọc, hoặc khai form: sheet trong campaign.yaml.", "Delete the table that is not meant, write “chính thức” (official) or “điều chỉnh” (adjusted) into the sheet's name or the title of the right one, or name it under form: sheet in campaign.yaml.";
    }
    /// Title of a form that names another year.
    OTHER_YEAR = "S098" Error {
        title: "Tiêu đề biểu ghi năm khác", "Title of another year";
        why: "Đơn vị có thể đã gửi nhầm biểu của năm khác; phần nào của biểu đọc được thì tính cho năm đang chấm.", "The unit may have sent the form of another year; what of it is read counts for the year that is scored.";
        cure: "Nếu là biểu của năm khác, gửi lại đúng biểu; nếu năm còn sót từ biểu cũ, sửa tiêu đề.", "If it is the form of another year, send the right one; if the year was left from an old form, mend the title.";
    }
    /// Columns of one role, none of which is read.
    COLUMNS_ALIKE = "S110" Error {
        title: "Không rõ cột nào được dùng", "It is not clear which column counts";
        why: "Chương trình không tự chọn khi không có căn cứ; các ô của những cột này coi như để trống.", "Nothing is chosen without a reason; the cells of these columns count as blank.";
        cure: "Ghi năm được chấm, “chính thức” hoặc “điều chỉnh” vào tên cột cần đọc, xóa cột thừa, hoặc khai cột đó ở form: columns: trong campaign.yaml.", "Write the year that is scored, “chính thức” (official) or “điều chỉnh” (adjusted) into the heading of the right column, delete the others, or name it under form: columns: in campaign.yaml.";
    }
    /// Column that was chosen among several.
    COLUMN_CHOSEN = "S111" Note {
        title: "Một trong nhiều cột được đọc", "One of several columns is read";
        why: "Các cột khác ghi năm khác, mới là dự kiến, hoặc đã được thay bằng cột này.", "The others are of another year, of a plan, or replaced by this one.";
        cure: "Nếu cột được đọc không đúng, khai cột cần đọc ở form: columns: trong campaign.yaml.", "If another one is meant, name it under form: columns: in campaign.yaml.";
    }
    /// Table of another unit in the same file.
    TABLE_OF_OTHER_UNIT = "S112" Error {
        title: "Tệp có bảng của đơn vị khác", "A table of another unit in the file";
        why: "Mỗi tệp là biểu của một đơn vị; bảng của đơn vị khác không được đọc, cũng không được tính cho đơn vị này.", "A file is the form of one unit; another unit's table is not read, nor counted for this one.";
        cure: "Gửi mỗi đơn vị một tệp.", "Send one file for each unit.";
    }
    /// Form without a place for evidence.
    NO_PLACE_FOR_EVIDENCE = "S113" Error {
        title: "Biểu không có chỗ ghi tài liệu kiểm chứng", "No place for evidence in the form";
        why: "Không có tài liệu kiểm chứng hoặc giải trình thì điểm của các tiêu chí yêu cầu tài liệu không được công nhận.", "Without evidence or explanations the points of criteria that ask for evidence are not accepted.";
        cure: "Thêm một trang danh mục có cột “Mã tiêu chí” và “Số, ký hiệu”, hoặc thêm cột “Tài liệu kiểm chứng” vào biểu.", "Add a sheet that lists documents, with the columns “Mã tiêu chí” and “Số, ký hiệu”, or a column “Tài liệu kiểm chứng”.";
    }
    /// Figures that no form of the group asks for.
    NO_FORM_ASKS = "S114" Note {
        title: "Không biểu nào có số liệu của tiêu chí", "Figures that no form has";
        why: "Biểu có chỗ ghi số liệu nên số liệu không có coi như để trống; có thể biểu của tỉnh không hỏi số liệu của các tiêu chí này.", "The form has a place for figures, so those that are absent count as blank; perhaps the province's form does not ask for these.";
        cure: "Nếu biểu của tỉnh không hỏi, khai form: no_figures: trong campaign.yaml.", "If the province's form does not ask for them, say so under form: no_figures: in campaign.yaml.";
    }
    /// One score for several criteria.
    SCORE_OF_SEVERAL = "S115" Error {
        title: "Một ô điểm gộp qua nhiều tiêu chí", "One score for several criteria";
        why: "Mỗi tiêu chí có điểm riêng; không rõ chia điểm trong ô gộp thế nào nên ô này không được tính cho tiêu chí nào.", "Every criterion has a score of its own; how the merged cell is to be divided can't be told, so it counts for none.";
        cure: "Bỏ gộp ô rồi ghi điểm của từng tiêu chí vào hàng của tiêu chí đó.", "Unmerge the cell and type the score of each criterion into its row.";
    }
}
