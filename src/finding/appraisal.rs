//! Family A: findings about appraisal and survey.

use super::codes;

codes! {
    /// A line names a unit that the campaign does not have.
    UNKNOWN_UNIT = "A001" Error {
        title: "Bảng điểm nêu đơn vị không có trong đợt đánh giá", "A table of points names a unit that the campaign does not have";
        why: "Điểm ở dòng này không được tính cho đơn vị nào.", "The points of this line count for nobody.";
        cure: "Ghi mã hoặc tên đơn vị như trong campaign.yaml.", "Write the unit's id or name as in campaign.yaml.";
    }
    /// A line names a criterion that the set does not have.
    UNKNOWN_CRITERION = "A002" Error {
        title: "Bảng điểm nêu tiêu chí không có", "A table of points names a criterion that isn't there";
        why: "Điểm ở dòng này không được tính.", "The points of this line do not count.";
        cure: "Ghi mã tiêu chí như trong bộ tiêu chí của khối; trong Excel, định dạng cột là văn bản để 1.10 không thành 1.1.", "Write the id as in the set of the group; in Excel make the column text, so that 1.10 does not become 1.1.";
    }
    /// Points typed twice.
    REPEATED = "A003" Error {
        title: "Một tiêu chí của đơn vị được nhập hai lần, khác nhau", "A criterion of a unit was typed twice, differently";
        why: "Không biết dòng nào là của hội đồng, nên chưa tính dòng nào.", "Nobody knows which line the council meant, so neither counts.";
        cure: "Giữ một dòng, hoặc đánh dấu “x” ở cột Chốt của đúng một dòng.", "Keep one line, or mark exactly one of them with “x” in the column Chốt (final).";
    }
    /// Points outside 0 to the maximum.
    OUTSIDE = "A004" Error {
        title: "Điểm nhập ngoài khoảng từ 0 đến điểm tối đa", "Points outside 0 to the maximum";
        why: "Điểm được giữ và in nguyên như đã nhập, nhưng coi như chưa nhập.", "They are kept and shown as typed, and count as if they weren't.";
        cure: "Kiểm tra điểm và điểm tối đa; sửa số gõ nhầm.", "Check the points against the maximum, and correct the slip.";
    }
    /// Survey points in an appraisal table.
    SURVEY_IN_APPRAISAL = "A005" Error {
        title: "Tiêu chí điều tra xã hội học có trong bảng thẩm định", "A survey criterion stands in an appraisal table";
        why: "Tiêu chí này chỉ lấy điểm điều tra xã hội học, hội đồng không chấm.", "Its points come from the survey alone; the council does not score it.";
        cure: "Chuyển dòng này sang bảng trong thư mục survey.", "Move the line to a table under survey.";
    }
    /// Points for a leaf that the survey does not score.
    APPRAISAL_IN_SURVEY = "A006" Error {
        title: "Bảng điều tra có tiêu chí không lấy điểm điều tra", "A survey table has a criterion that the survey does not score";
        why: "Tiêu chí này do đơn vị và hội đồng chấm; điểm điều tra không được tính.", "The unit and the council score it; survey points do not count.";
        cure: "Chuyển dòng này sang bảng trong thư mục appraisal, hoặc sửa mã tiêu chí.", "Move the line to a table under appraisal, or correct the criterion.";
    }
    /// Points for a criterion with children.
    GROUP = "A007" Error {
        title: "Điểm nhập cho tiêu chí có tiêu chí thành phần", "Points were typed for a criterion that has children";
        why: "Điểm của tiêu chí này là tổng các tiêu chí thành phần, nên điểm nhập không được tính.", "Its points are the sum of its children, so what was typed does not count.";
        cure: "Nhập điểm cho từng tiêu chí thành phần.", "Type points for each of its children.";
    }
    /// Points for a criterion that the campaign excuses the unit from.
    EXCUSED = "A008" Warning {
        title: "Điểm nhập cho tiêu chí không áp dụng đối với đơn vị", "Points for a criterion that the unit is excused from";
        why: "Đợt đánh giá đã miễn tiêu chí này cho đơn vị, nên điểm nhập không được tính.", "The campaign excuses the unit from it, so what was typed does not count.";
        cure: "Bỏ dòng này, hoặc bỏ tiêu chí khỏi not_applicable của đơn vị.", "Take the line out, or take the criterion out of the unit's not_applicable.";
    }
    /// A round that is not understood.
    ROUND = "A009" Error {
        title: "Không hiểu lần thẩm định", "The round of appraisal is not understood";
        why: "Không biết điểm thuộc lần thẩm định nào, nên điểm không được tính.", "Nobody knows which round the points belong to, so they do not count.";
        cure: "Ghi số của lần thẩm định: 1, 2, 3 …; để trống là lần 1. Tiêu đề cột và cột “Lần” phải nói cùng một lần.", "Write the number of the round: 1, 2, 3 …; blank means 1. The heading of the column and the column “Lần” have to name the same round.";
    }
    /// Something typed in a round beyond the official one.
    BEYOND_OFFICIAL = "A020" Warning {
        title: "Kết quả thẩm định chưa được tính", "Appraisal that does not count yet";
        why: "Điểm chính thức lấy đến bước khai ở “official”; kết quả của lần thẩm định sau bước đó chưa được dùng.", "Official points go up to the stage under “official”; later rounds are not used.";
        cure: "Đổi official trong campaign.yaml sang lần thẩm định này khi lần đó đã xong.", "Make this round official in campaign.yaml once it is done.";
    }
    /// Something typed for a unit that sent nothing.
    NOTHING_SENT = "A095" Note {
        title: "Có kết quả thẩm định của đơn vị chưa gửi báo cáo", "Appraisal of a unit that sent nothing";
        why: "Đơn vị chưa có báo cáo tự đánh giá đọc được nên chưa được chấm, chưa xếp hạng; kết quả thẩm định được giữ và tính khi có báo cáo.", "Nothing was read from the unit, so it is not scored and not ranked; what is typed is kept, and counts once its form is there.";
        cure: "Yêu cầu đơn vị gửi báo cáo, hoặc kiểm tra xem kết quả có ghi nhầm đơn vị không.", "Ask the unit for its form, or check whether another unit is meant.";
    }
    /// One round gives a leaf points and says that it does not apply.
    APPLIES_AGAINST = "A021" Error {
        title: "Vừa có điểm vừa ghi không áp dụng", "Points and “does not apply” at once";
        why: "Không biết hội đồng muốn chấm điểm hay cho không áp dụng, nên cả hai chưa được tính.", "Nobody knows which of the two the council means, so neither counts.";
        cure: "Xóa điểm, hoặc xóa “không” ở cột Áp dụng.", "Delete the points, or the “không” in the column Áp dụng.";
    }
    /// The council says that a criterion applies from which the campaign excuses the unit.
    EXCUSED_APPLIES = "A022" Error {
        title: "Ghi có áp dụng tiêu chí mà đợt đánh giá đã miễn", "“Applies” for what the campaign excuses";
        why: "Tiêu chí được miễn trong campaign.yaml thì thẩm định không đổi lại được.", "What campaign.yaml excuses can't be brought back by appraisal.";
        cure: "Bỏ dòng này, hoặc bỏ tiêu chí khỏi not_applicable của đơn vị.", "Take the line out, or take the criterion out of the unit's not_applicable.";
    }
    /// A word in the column of what applies that is neither yes nor no.
    APPLIES_UNCLEAR = "A023" Error {
        title: "Không hiểu cột Áp dụng", "The column Áp dụng is not understood";
        why: "Không biết tiêu chí có áp dụng hay không, nên ô này chưa được tính.", "Nobody knows whether the criterion applies, so the cell does not count.";
        cure: "Ghi “có” hoặc “không”; để trống nếu không thay đổi.", "Write “có” (yes) or “không” (no); leave it blank where nothing changes.";
    }
    /// A line names a part that the criterion does not have.
    UNKNOWN_PART = "A024" Error {
        title: "Bảng điểm nêu phần không có của tiêu chí", "A table of points names a part that isn't there";
        why: "Dòng này không được tính.", "The line does not count.";
        cure: "Ghi mã tiêu chí, dấu “/” và mã phần như trong bộ tiêu chí, ví dụ 1.1/p2.", "Write the criterion's id, “/” and the id of the part as in the set, such as 1.1/p2.";
    }
    /// Points for a part of a criterion.
    POINTS_FOR_PART = "A025" Error {
        title: "Điểm nhập cho một phần của tiêu chí", "Points were typed for a part of a criterion";
        why: "Điểm thẩm định là của cả tiêu chí, nên điểm ở dòng này không được tính.", "Appraised points are of the whole criterion, so those of this line do not count.";
        cure: "Nhập điểm cho cả tiêu chí; dòng của phần chỉ dùng cột Áp dụng.", "Type points for the whole criterion; a line for a part uses the column Áp dụng alone.";
    }
    /// A survey table names a figure that the criterion does not ask for.
    UNKNOWN_FIGURE = "A010" Error {
        title: "Bảng điều tra nêu số liệu không có", "A survey table names a figure that isn't there";
        why: "Không biết số liệu này dùng để tính gì, nên không tính.", "Nobody can tell what it is for, so it does not count.";
        cure: "Ghi mã hoặc tên số liệu như trong bộ tiêu chí.", "Write the id or label of the figure as in the set.";
    }
    /// Two columns of one role, and no reason for either.
    COLUMNS_DIFFER = "A030" Error {
        title: "Không rõ cột nào của bảng điểm được dùng", "It is not clear which column of a table counts";
        why: "Chương trình không tự chọn khi không có căn cứ, nên không cột nào được tính.", "Nothing is chosen without a reason, so none of them counts.";
        cure: "Ghi năm được chấm, “chính thức”, “điều chỉnh” hoặc lần thẩm định vào tên cột cần đọc, hoặc xóa các cột thừa.", "Write the year that is scored, “chính thức” (official), “điều chỉnh” (adjusted) or the round into the heading of the right column, or delete the others.";
    }
    /// One of several columns is read.
    COLUMN_CHOSEN = "A031" Note {
        title: "Một trong nhiều cột của bảng điểm được đọc", "One of several columns of a table is read";
        why: "Các cột khác ghi năm khác, mới là dự kiến, để trống, hoặc đã được thay bằng cột này.", "The others are of another year, of a plan, empty, or replaced by this one.";
        cure: "Nếu cột được đọc không đúng, xóa cột đó hoặc sửa tên cột.", "If another one is meant, delete this one, or change the headings.";
    }
    /// Tables of one file that differ, and no reason for any.
    TABLES_DIFFER = "A032" Error {
        title: "Các bảng trong một tệp ghi khác nhau", "Tables of one file differ";
        why: "Không biết bảng nào đúng, nên các điểm khác nhau đó chưa được tính.", "Nobody knows which is right, so what differs does not count yet.";
        cure: "Xóa bảng thừa, hoặc ghi “chính thức”, “điều chỉnh” vào tên trang hay tiêu đề của bảng đúng.", "Delete the table that is not meant, or write “chính thức” (official) or “điều chỉnh” (adjusted) into the sheet's name or the title of the right one.";
    }
    /// One of several tables is read.
    TABLE_CHOSEN = "A033" Note {
        title: "Một trong nhiều bảng của tệp được đọc", "One of several tables of a file is read";
        why: "Các bảng ghi khác nhau; bảng này được dùng vì lý do đã nêu.", "The tables differ; this one is used for the reason given.";
        cure: "Nếu bảng được đọc không đúng, xóa bảng đó hoặc sửa tên trang, tiêu đề.", "If another one is meant, delete this one, or change the sheets' names or titles.";
    }
    /// Column of figures in no unit of measure.
    NO_MEASURE = "A034" Error {
        title: "Cột kết quả không ghi đơn vị tính", "A column of results names no unit of measure";
        why: "Cùng một con số là điểm, tỷ lệ phần trăm hay điểm trung bình thì ra kết quả khác nhau; chương trình không đoán.", "The same number comes to different results as points, as a percentage or as a mean; it is not guessed.";
        cure: "Ghi đơn vị tính vào tên cột: “Điểm”, “Tỷ lệ (%)”, “Điểm trung bình” hoặc “Số phiếu”.", "Name the unit of measure in the heading: “Điểm” (points), “Tỷ lệ (%)” (percentage), “Điểm trung bình” (mean) or “Số phiếu” (ballots).";
    }
    /// Figure in another unit of measure than the criterion takes.
    OTHER_MEASURE = "A035" Error {
        title: "Kết quả không đúng loại mà tiêu chí lấy", "A result of another kind than the criterion takes";
        why: "Tỷ lệ phần trăm, điểm trung bình và số phiếu không đổi thành điểm nếu bộ tiêu chí không nêu cách đổi, nên ô này không được tính.", "A percentage, a mean or a number of ballots becomes points only as the set says, so this cell does not count.";
        cure: "Nhập đúng loại kết quả mà tiêu chí lấy, trong cột có tên tương ứng; hoặc sửa quy tắc của tiêu chí.", "Type the kind of result that the criterion takes, in a column named so; or change the rule of the criterion.";
    }
    /// Group of respondents that the set does not have.
    UNKNOWN_RESPONDENTS = "A036" Error {
        title: "Nhóm đối tượng không có trong bộ tiêu chí", "A group of respondents that the set does not have";
        why: "Bộ tiêu chí không nêu trọng số của nhóm này, nên kết quả của nhóm không được tính.", "The set gives no weight for this group, so its result does not count.";
        cure: "Ghi tên nhóm như trong bộ tiêu chí, hoặc bổ sung nhóm vào quy tắc.", "Write the group as in the set, or add it to the rule.";
    }
    /// Answer that the rule does not have.
    UNKNOWN_ANSWER = "A037" Error {
        title: "Phương án trả lời không có trong bộ tiêu chí", "An answer that the set does not have";
        why: "Bỏ phương án này thì bình quân sẽ sai, nên chưa tính điểm điều tra của tiêu chí cho đơn vị.", "Without this answer the average would be wrong, so the criterion gets no points of the survey for this unit yet.";
        cure: "Ghi tên phương án như trong bộ tiêu chí.", "Write the answer as in the set.";
    }
    /// Sample of nobody, or no number.
    NO_SAMPLE = "A038" Error {
        title: "Cỡ mẫu bằng 0 hoặc không phải là số", "A sample of nobody";
        why: "Không có người trả lời thì không có kết quả, nên ô này không được tính.", "Where nobody answered there is no result, so this cell does not count.";
        cure: "Sửa cỡ mẫu, hoặc xóa kết quả.", "Correct the sample, or delete the result.";
    }
    /// Result that can't be.
    IMPOSSIBLE_RESULT = "A039" Error {
        title: "Kết quả điều tra nằm ngoài khoảng có thể có", "A result of the survey that can't be";
        why: "Kết quả này chắc do gõ nhầm hoặc nhầm thang đo, nên coi như chưa nhập.", "It is a slip, or of another scale, so it counts as if it weren't there.";
        cure: "Kiểm tra thang đo, cỡ mẫu và số đã gõ.", "Check the scale, the sample and the number.";
    }
    /// Weight that differs from the set's.
    OTHER_WEIGHT = "A040" Warning {
        title: "Trọng số trong bảng khác bộ tiêu chí", "A weight unlike the set's";
        why: "Điểm tính theo trọng số trong bộ tiêu chí, không theo bảng.", "Points are computed by the set's weights, not by the table's.";
        cure: "Sửa bảng, hoặc sửa trọng số trong bộ tiêu chí.", "Correct the table, or the weight in the set.";
    }
    /// One ballot twice.
    BALLOT_REPEATED = "A041" Error {
        title: "Một phiếu được nhập hai lần, khác nhau", "A questionnaire was typed twice, differently";
        why: "Không biết dòng nào đúng, nên chưa tính điểm điều tra của tiêu chí cho đơn vị.", "Nobody knows which line is right, so the criterion gets no points of the survey for this unit yet.";
        cure: "Giữ một dòng cho mỗi mã phiếu.", "Keep one line for each questionnaire.";
    }
    /// Figure in an appraisal table.
    FIGURE_IN_APPRAISAL = "A042" Error {
        title: "Không rõ bảng thẩm định ghi điểm hay số liệu", "An appraisal table that may give points or a figure";
        why: "Dòng nêu tên một số liệu nhưng cột không phải là cột số liệu, nên ô này không được tính.", "The line names a figure, but the column is not one of figures, so the cell does not count.";
        cure: "Ghi số liệu thẩm định ở cột “Giá trị thẩm định”, điểm ở cột “Điểm thẩm định”.", "Put corrected figures in the column “Giá trị thẩm định”, points in “Điểm thẩm định”.";
    }
    /// Two columns of one kind name different things in a row.
    NAMES_DIFFER = "A043" Error {
        title: "Hai cột của một hàng ghi khác nhau", "Two columns of a row name different things";
        why: "Không biết hàng này là của đơn vị, tiêu chí hay nhóm nào, nên chưa được tính.", "Nobody can tell which unit, criterion or group the row is of, so it does not count yet.";
        cure: "Sửa ô sai, hoặc xóa cột thừa.", "Correct the wrong cell, or delete the column that is not needed.";
    }
    /// Points for a criterion whose condition does not hold.
    CONDITION_AGAINST = "A044" Warning {
        title: "Cho điểm tiêu chí không đạt điều kiện", "Points for a criterion whose condition does not hold";
        why: "Bộ tiêu chí quy định điều kiện để tiêu chí này được tính điểm; điểm thẩm định không thay được điều kiện.", "The set says what has to hold before this criterion counts; appraised points don't stand in for that.";
        cure: "Kiểm tra điều kiện. Nếu hội đồng xác định tiêu chí vẫn được tính, ghi “có” ở cột Áp dụng.", "Look at the condition. Where the council finds that the criterion counts all the same, write “có” in the column Áp dụng.";
    }
    /// The ballots of an answer are missing.
    PART_MISSING = "A045" Error {
        title: "Thiếu một phần kết quả điều tra", "A part of what the survey found is missing";
        why: "Thiếu một phương án trả lời, hoặc một số liệu của tỷ lệ, thì không tính đúng được kết quả chung, nên tiêu chí chưa có điểm điều tra.", "Without one answer, or one figure of a rate, the result can't be worked out rightly, so the criterion has no points of the survey yet.";
        cure: "Bổ sung số liệu còn thiếu; phương án không ai chọn thì ghi 0.", "Add the figure; write 0 for an answer that nobody chose.";
    }
    /// A ballot says nothing.
    BALLOT_BLANK = "A046" Warning {
        title: "Phiếu không ghi phương án trả lời", "A questionnaire without an answer";
        why: "Phiếu như vậy không được tính vào kết quả điều tra.", "Such a questionnaire does not count.";
        cure: "Nhập câu trả lời theo phiếu giấy; phiếu trắng thì xóa dòng này.", "Type what the paper says; delete the line where the questionnaire was left blank.";
    }
    /// Group of respondents without a result.
    GROUP_MISSING = "A097" Warning {
        title: "Nhóm đối tượng chưa có kết quả điều tra", "A group of respondents without a result";
        why: "Nhóm không có kết quả thì không tính, trọng số của nhóm chia cho các nhóm còn lại; nếu chỉ là nhập thiếu thì điểm của đơn vị bị sai.", "A group without a result is left out and the others take its weight; where it was only forgotten, the points of the unit are wrong.";
        cure: "Bổ sung kết quả của nhóm vào bảng; nếu đơn vị không có đối tượng của nhóm này thì không cần làm gì.", "Add the group's result to the table; where the unit has nobody of this group, there is nothing to do.";
    }
    /// Points that are other than what the corrected figures of their round give.
    POINTS_AGAINST_FIGURES = "A047" Error {
        title: "Điểm thẩm định không khớp số liệu thẩm định", "Points unlike what the corrected figures give";
        why: "Không biết hội đồng muốn nói điểm hay số liệu, nên chưa tính số nào.", "Nobody knows whether the points or the figures are meant, so neither counts.";
        cure: "Xóa điểm để tính theo số liệu, hoặc sửa số liệu cho khớp điểm.", "Delete the points, so that the figures count, or correct the figures.";
    }
    /// Points, or corrected figures, that give more than the unit claimed.
    ABOVE_CLAIM = "A048" Warning {
        title: "Thẩm định có lợi hơn tự chấm", "Appraisal that gives more than was claimed";
        why: "Kết quả thẩm định được tính; cao hơn tự chấm là việc cần giải thích được.", "They count; more than was claimed is something to be explained.";
        cure: "Kiểm tra lại điểm, số liệu thẩm định và ghi rõ lý do.", "Check the points or the corrected figures, and give the reason.";
    }
    /// Points or figures that were changed without a reason.
    NO_REASON = "A049" Warning {
        title: "Thẩm định khác mà không ghi lý do", "A change without a reason";
        why: "Đơn vị có quyền biết vì sao điểm thay đổi; điểm vẫn được tính.", "The unit may know why its points changed; they count all the same.";
        cure: "Ghi lý do ở cột lý do của bảng thẩm định.", "Give the reason in the table's column for it.";
    }
    /// Corrected figures of which some are missing.
    FIGURES_INCOMPLETE = "A050" Error {
        title: "Số liệu thẩm định chưa đủ để tính điểm", "Corrected figures that don't suffice";
        why: "Còn thiếu số liệu nên quy tắc chưa cho điểm; số liệu thẩm định này chưa được tính.", "A figure is missing, so the rule gives nothing; the correction does not count yet.";
        cure: "Ghi thêm số liệu còn thiếu, hoặc nhập điểm thẩm định.", "Add the missing figure, or type points.";
    }
    /// A workbook of the council that is of another campaign.
    BOOK_OF_OTHER_CAMPAIGN = "A051" Error {
        title: "Phiếu thẩm định hoặc giải trình của đợt đánh giá khác", "A workbook of appraisal or explanation of another campaign";
        why: "Nội dung của đợt khác hoặc năm khác không được tính cho đợt này.", "What was written for another campaign or year does not count here.";
        cure: "Lấy tệp ra khỏi thư mục; tạo phiếu của đợt này bằng lệnh parindex appraise hoặc parindex feedback.", "Take the file out of the folder; make the workbooks of this campaign with parindex appraise or parindex feedback.";
    }
    /// A workbook of the council whose round is unknown.
    BOOK_OF_UNKNOWN_ROUND = "A052" Error {
        title: "Phiếu thẩm định hoặc giải trình của lần thẩm định không có", "A workbook of an unknown round of appraisal";
        why: "Không biết phiếu thuộc lần thẩm định nào nên chưa đọc.", "Nobody knows which round it belongs to, so it is not read.";
        cure: "Khai lần thẩm định này ở rounds trong campaign.yaml, hoặc tạo lại phiếu bằng lệnh parindex appraise hoặc parindex feedback.", "Name the round under rounds in campaign.yaml, or make the workbook again with parindex appraise or parindex feedback.";
    }
    /// A workbook of the council that was made for another version of a set.
    BOOK_OF_OTHER_VERSION = "A053" Warning {
        title: "Phiếu thẩm định hoặc giải trình làm theo phiên bản khác của bộ tiêu chí", "A workbook of appraisal or explanation made for another version of the set";
        why: "Người ghi đã xem quy tắc của phiên bản cũ; dòng còn khớp vẫn được đọc.", "Whoever filled it in saw the rules of the other version; lines that still fit are read.";
        cure: "Xem lại các tiêu chí đã sửa; cần thì tạo lại phiếu, nội dung đã ghi được giữ.", "Look at the criteria that were changed; where needed make the workbook again, which keeps what was typed.";
    }
    /// A workbook of the council without its keys.
    BOOK_WITHOUT_TABLE = "A054" Error {
        title: "Phiếu thẩm định hoặc giải trình mất phần để chương trình nhận biết", "A workbook of appraisal or explanation without what it is known by";
        why: "Không có trang ẩn, dòng và cột mã thì không biết ô nào của đơn vị, tiêu chí nào; không đoán.", "Without its hidden sheet and keys nobody can tell whose each cell is; nothing is guessed.";
        cure: "Gửi lại phiếu chưa xóa trang, dòng, cột; điểm thẩm định cũng có thể chép sang bảng có cột Đơn vị, Tiêu chí, Điểm thẩm định, Lần.", "Send the workbook with all its sheets, rows and columns; appraised points may be copied into a table with the columns Đơn vị, Tiêu chí, Điểm thẩm định, Lần.";
    }
    /// A line of such a workbook that shows another unit or criterion than its key.
    LINE_MOVED = "A055" Error {
        title: "Dòng của phiếu thẩm định bị đổi chỗ hoặc ghi đè", "A line of an appraisal workbook that was moved or typed over";
        why: "Mã ẩn và nội dung của dòng chỉ hai đơn vị hoặc hai tiêu chí khác nhau, nên điểm của dòng chưa được tính.", "Its hidden key and what it shows are of different units or criteria, so its points do not count.";
        cure: "Trả lại tên đơn vị và mã tiêu chí của dòng, hoặc ghi điểm vào phiếu mới.", "Give the line its own unit and criterion back, or type the points into a new workbook.";
    }
    /// A line of such a workbook whose maximum is no longer that of the set.
    LINE_OF_OTHER_MAXIMUM = "A056" Error {
        title: "Điểm tối đa trong phiếu thẩm định khác bộ tiêu chí", "A maximum in an appraisal workbook unlike the set's";
        why: "Điểm được cho theo điểm tối đa cũ nên chưa được tính.", "The points were given against the old maximum, so they do not count.";
        cure: "Tạo lại phiếu bằng lệnh parindex appraise và thẩm định lại tiêu chí này.", "Make the workbook again with parindex appraise, and appraise this criterion anew.";
    }
    /// An explanation for what was not changed.
    EXPLAINS_UNCHANGED = "A057" Warning {
        title: "Giải trình cho tiêu chí không bị thay đổi điểm", "An explanation for a leaf that was not changed";
        why: "Kết quả thẩm định đúng bằng điểm tự đánh giá nên không có gì để xem lại; giải trình được giữ nhưng không làm thay đổi điểm.", "It came out as claimed, so there is nothing to look at again; the explanation is kept and changes nothing.";
        cure: "Nếu điểm thẩm định đã sửa lại sau khi gửi phiếu cho đơn vị thì không phải làm gì; nếu không, hỏi đơn vị xem có ghi nhầm dòng không.", "Where the appraisal was changed after the workbook had gone out, nothing is to be done; else ask the unit whether it typed into the wrong line.";
    }
    /// Two explanations of one leaf.
    EXPLANATIONS_DIFFER = "A058" Warning {
        title: "Đơn vị giải trình một tiêu chí hai lần, khác nhau", "Two explanations of one leaf that differ";
        why: "Không biết bản nào là bản cuối; cả hai lời giải trình được đưa cho người thẩm định, số liệu đề nghị khác nhau thì không đưa.", "Nobody knows which is meant; both are shown to the council, and figures that differ are not.";
        cure: "Giữ một tệp giải trình của đơn vị trong thư mục submissions.", "Keep one file with the unit's explanation in submissions.";
    }
    /// A workbook of another layout.
    BOOK_OF_OTHER_LAYOUT = "A063" Error {
        title: "Phiếu thẩm định hoặc giải trình có bố cục khác", "A workbook of appraisal or explanation of another layout";
        why: "Phiếu do phiên bản khác của chương trình tạo ra; đọc theo bố cục không đúng có thể lẫn dòng, cột nên chưa đọc.", "Another version of the program made it; read by the wrong layout, rows and columns may be taken for others, so it is not read.";
        cure: "Dùng đúng phiên bản chương trình đã tạo phiếu, hoặc tạo lại phiếu bằng lệnh parindex appraise, parindex feedback rồi chép nội dung sang.", "Use the version of the program that made it, or make the workbook again with parindex appraise or parindex feedback and copy its content.";
    }
    /// A workbook of an agency with criteria of another one.
    BOOK_OF_OTHER_AGENCY = "A064" Error {
        title: "Phiếu thẩm định của cơ quan không được giao tiêu chí", "An appraisal workbook of an agency that does not have the criterion";
        why: "Đợt đánh giá giao tiêu chí cho cơ quan khác thẩm định, nên nội dung ghi ở phiếu này chưa được tính.", "The campaign gives the criterion to another agency, so what this workbook says does not count yet.";
        cure: "Ghi vào phiếu của cơ quan được giao; nếu cơ quan này được giao tiêu chí thì sửa agencies trong campaign.yaml.", "Type it into the workbook of the agency that has the criterion; where it is this one, correct agencies in campaign.yaml.";
    }
    /// A copy of the sheet of an appraisal workbook that differs.
    SHEET_COPIED = "A065" Error {
        title: "Phiếu thẩm định có hai trang thẩm định ghi khác nhau", "An appraisal workbook with two sheets of appraisal that differ";
        why: "Chỉ trang do chương trình tạo được đọc; nội dung khác ở trang chép thêm có thể là bản đúng.", "Only the sheet that the program made is read; what the copy says otherwise may be what is meant.";
        cure: "Ghi nội dung đúng vào trang “Thẩm định” rồi xóa trang chép thêm.", "Type what is meant into the sheet “Thẩm định”, then delete the copy.";
    }
    /// Something typed into a cell of a line that is none to fill in.
    MISPLACED = "A066" Error {
        title: "Ghi nhầm ô trong phiếu thẩm định", "Typed into the wrong cell of an appraisal workbook";
        why: "Không rõ nội dung này dành cho ô nào, nên thẩm định tiêu chí ấy chưa được tính; không đoán.", "It is not clear which cell is meant, so the appraisal of that criterion does not count; nothing is guessed.";
        cure: "Chuyển sang đúng ô nền vàng nhạt: điểm ở dòng tiêu chí, số liệu ở dòng số liệu; rồi xóa ô ghi nhầm.", "Move it to the right one of the light yellow cells: points on the line of the criterion, figures on theirs; then empty this cell.";
    }
    /// Content beside the cells of an appraisal workbook.
    BESIDE_CELLS = "A067" Warning {
        title: "Nội dung ghi ngoài các ô của phiếu thẩm định", "Content beside the cells of an appraisal workbook";
        why: "Chỉ các ô để ghi được đọc; nội dung ở ô khác không được tính.", "Only the cells to fill in are read; what stands elsewhere does not count.";
        cure: "Nếu là điểm, số liệu hoặc lý do thì ghi vào đúng ô nền vàng nhạt; ghi chú riêng thì để ở tệp khác.", "Points, figures and reasons belong into the light yellow cells; keep notes in another file.";
    }
    /// Workbook of ours in the folder of another kind.
    WRONG_FOLDER = "A068" Error {
        title: "Phiếu để nhầm thư mục", "A workbook in the wrong folder";
        why: "Mỗi thư mục của đợt chỉ nhận một loại phiếu, nên phiếu này chưa được đọc.", "Each folder of the campaign takes one kind of workbook, so this one is not read.";
        cure: "Chuyển tệp sang đúng thư mục rồi chạy lại.", "Move the file to the right folder and run again.";
    }
    /// A unit changed what the council appraised.
    CHANGED_SINCE = "A069" Warning {
        title: "Đơn vị sửa hồ sơ sau khi phiếu thẩm định được lập", "A unit that changed what the council appraised";
        why: "Người thẩm định đã xem số liệu khác với số liệu hiện nay của đơn vị.", "Whoever appraised it saw other figures than the unit declares now.";
        cure: "Xem lại tiêu chí này: tạo lại phiếu bằng lệnh parindex appraise (nội dung đã ghi được giữ), sửa hoặc xác nhận kết quả thẩm định.", "Look at the criterion again: make the workbook anew with parindex appraise, which keeps what was typed, then correct or confirm it.";
    }
    /// Table that is no result of the campaign.
    TABLE_NO_RESULT = "A060" Error {
        title: "Bảng không phải kết quả của đợt", "A table that is no result of the campaign";
        why: "Tiêu đề, tên trang hoặc tên tệp cho biết bảng của năm khác, bản dự thảo hay nội dung khác, nên không số nào được tính.", "Its title, its sheet's name or the file's says that it is of another year, a draft or something else, so nothing of it counts.";
        cure: "Nếu đúng là kết quả của đợt, sửa tiêu đề, tên trang hoặc tên tệp; nếu không, bỏ bảng ra khỏi thư mục.", "If it is the campaign's result, correct the title, the sheet's name or the file's; else take the table out of the folder.";
    }
    /// Hidden sheet with a table.
    HIDDEN_TABLE = "A061" Warning {
        title: "Trang ẩn có bảng điểm", "A hidden sheet with a table";
        why: "Không ai nhìn thấy trang ẩn, nên những gì ghi ở đó không được tính.", "Nobody sees a hidden sheet, so what it says does not count.";
        cure: "Bỏ ẩn trang nếu bảng cần được tính; nếu không, xóa trang.", "Unhide the sheet if it is to count, or delete it.";
    }
    /// Points of a criterion with children that are not the sum of theirs.
    SUM_DIFFERS = "A062" Warning {
        title: "Điểm chung khác tổng các tiêu chí thành phần", "Points of a criterion that are not the sum of its children's";
        why: "Điểm của tiêu chí này luôn là tổng các tiêu chí thành phần; số ghi trong bảng có thể sai hoặc bảng còn thiếu dòng.", "Its points are always the sum of its children's; the table may have a wrong sum, or lack a line.";
        cure: "Kiểm tra lại điểm của từng tiêu chí thành phần.", "Check the points of each of the children.";
    }
    /// Register of what came in, without the columns that it needs.
    RECEIPT_TABLE = "A070" Error {
        title: "Sổ tiếp nhận không có cột đơn vị, ngày nhận", "A register of what came in without units and days";
        why: "Không biết đơn vị nào gửi ngày nào nên không ngày nhận nào trong tệp được dùng.", "Nobody knows who sent when, so no day of the file is used.";
        cure: "Đặt hàng tiêu đề “Đơn vị; Ngày nhận; Tiêu chí”; cột Tiêu chí để trống khi là ngày nhận cả biểu.", "Give it the heading “Đơn vị; Ngày nhận; Tiêu chí”; the criterion stays blank where the whole form came.";
    }
    /// Several columns of a register that might say when things came.
    RECEIPT_COLUMNS = "A071" Error {
        title: "Sổ tiếp nhận có nhiều cột ngày", "A register with several columns of days";
        why: "Không có lý do để chọn cột nào, mà ngày nhận có thể làm mất điểm của đơn vị.", "Nothing says which one counts, and a day may cost a unit points.";
        cure: "Giữ một cột “Ngày nhận”, hoặc đổi tên các cột kia.", "Keep one column “Ngày nhận”, or rename the others.";
    }
    /// Day of arrival that is none.
    RECEIPT_DAY = "A072" Error {
        title: "Ngày nhận không dùng được", "A day of arrival that can't be used";
        why: "Ngày không hợp lệ hoặc không thể có thì không nói được gửi muộn hay không; tính như chưa ghi.", "A day that is none, or can't be, says nothing of lateness; it counts as not given.";
        cure: "Ghi ngày nhận theo ngày/tháng/năm, ví dụ 15/01/2027.", "Write the day as year-month-day, such as 2027-01-15.";
    }
    /// Days of arrival that differ.
    RECEIPTS_DIFFER = "A073" Error {
        title: "Ngày nhận của một đơn vị ghi khác nhau", "Days of arrival of a unit that differ";
        why: "Không có lý do để chọn ngày nào; chưa ngày nào được dùng.", "Nothing says which one counts, so none is used.";
        cure: "Giữ một ngày nhận, ở sổ tiếp nhận hoặc ở khóa received của đơn vị trong campaign.yaml.", "Keep one day, in the register or under received of the unit in campaign.yaml.";
    }
    /// Form of which nobody says when it came.
    NOT_KNOWN_WHETHER_LATE = "A074" Warning {
        title: "Chưa có ngày nhận biểu của đơn vị", "Nobody says when a unit's form came";
        why: "Đợt đánh giá xử lý việc gửi muộn, hoặc có hình thức khen thưởng xét việc gửi đúng hạn. Không có ngày nhận thì tính như gửi đúng hạn. Chương trình không lấy ngày của máy hay của tệp.", "The campaign acts on lateness, or an award asks that everything came in time. Without a day the form counts as in time. Neither the clock nor the file's day is asked.";
        cure: "Ghi ngày nhận vào sổ tiếp nhận (tiep-nhan.xlsx hoặc tiep-nhan.csv, cột Đơn vị, Ngày nhận), hoặc vào khóa received của đơn vị.", "Write the day into the register (tiep-nhan.xlsx or tiep-nhan.csv, columns Đơn vị and Ngày nhận), or under received of the unit.";
    }
    /// Something that came late.
    CAME_LATE = "A075" Warning {
        title: "Đơn vị gửi muộn", "A unit sent something late";
        why: "Hạn gửi là hạn chung, hạn riêng hoặc hạn đã gia hạn; cách xử lý do khóa late của đợt quy định.", "It is compared with the general last day, the unit's own, or the one that it was put off to; late of the campaign says what follows.";
        cure: "Kiểm tra ngày nhận; đã cho gia hạn thì khai ở extensions hoặc deadline của đơn vị trong campaign.yaml.", "Check the day; where more time was given, say so under extensions, or under deadline of the unit, in campaign.yaml.";
    }
    /// Locked round of which something else is typed now.
    LOCKED_ROUND_CHANGED = "A076" Error {
        title: "Lần thẩm định đã khóa nhưng kết quả thay đổi", "A locked round that changed";
        why: "Kết quả của lần đã khóa được giữ nguyên; ai đó đã sửa bảng thẩm định, hoặc đơn vị gửi lại số liệu, sau khi khóa.", "What was locked stands; somebody changed a table, or the unit its figures, since.";
        cure: "Nếu thay đổi là nhầm, đặt lại bảng thẩm định hoặc biểu của đơn vị như khi khóa; nếu là đúng, ghi kết quả ở lần thẩm định sau, hoặc bỏ dòng locked của lần này trong campaign.yaml.", "Where the change is a mistake, bring the table or the unit's form back as it was; where it is right, make it in a later round, or take locked of this round out of campaign.yaml.";
    }
    /// Column of an appraisal workbook under a heading that the program did not write.
    HEADING_OF_BOOK = "A077" Error {
        title: "Tên cột của phiếu thẩm định bị sửa", "Heading of an appraisal workbook that was changed";
        why: "Người thẩm định ghi theo tên cột nhìn thấy; không rõ nội dung bên dưới có còn là của cột ấy không.", "Appraisers fill in what the heading says; whether what stands below still is what the column asks can't be told.";
        cure: "Ghi lại tên cột như phiếu đã lập, hoặc chép kết quả vào phiếu mới lập.", "Put the heading back, or copy the results into a workbook that is made anew.";
    }
    /// Verdict of an appraiser that does not count, since another one is marked final.
    OVERRULED = "A078" Note {
        title: "Kết quả thẩm định không được chọn", "Appraiser's result that was not chosen";
        why: "Nhiều người thẩm định cho kết quả khác nhau; chỉ kết quả được đánh dấu chốt được tính, và người thẩm định khác cần được biết.", "Appraisers differ; only what is marked final counts, and the others have to know.";
        cure: "Báo cho người thẩm định có kết quả không được chọn. Nếu chọn nhầm, chuyển dấu x ở cột Chốt sang kết quả đúng.", "Tell the appraiser whose result was not chosen. If the wrong one is marked, move the x under Chốt.";
    }
    /// Figure that a condition looks at, corrected to several values.
    CONDITION_APART = "A080" Error {
        title: "Số liệu của điều kiện được xác định khác nhau", "A condition's figure was corrected to several values";
        why: "Hội đồng ghi cho cùng một số liệu dùng chung những giá trị khác nhau ở các tiêu chí; theo giá trị này thì đạt điều kiện, theo giá trị kia thì không, nên tiêu chí tính 0 điểm.", "The council wrote several values of one figure at several criteria; by one the condition holds, by another it fails, so the criterion counts 0.";
        cure: "Ghi cùng một giá trị ở mọi tiêu chí có số liệu này.", "Write the same value at every criterion that names the figure.";
    }
    /// Workbook whose title says something else than it was made for.
    TITLE_OF_BOOK = "A090" Error {
        title: "Tiêu đề phiếu thẩm định hoặc giải trình bị sửa", "Title of an appraisal workbook or an explanation that was changed";
        why: "Phiếu lập cho lần thẩm định này nhưng tiêu đề, tên trang ghi lần khác, năm khác hoặc bản chưa chính thức; không rõ nội dung của lần nào.", "It was made for this round, but its title or its sheet speaks of another round, another year or a draft; which one was filled in can't be told.";
        cure: "Đúng là phiếu của lần này thì ghi lại tiêu đề, tên trang như khi lập; nếu không, lập phiếu mới bằng parindex appraise hoặc parindex feedback rồi chép kết quả.", "Where it is this round's, put title and sheet back; else make a workbook with parindex appraise or parindex feedback and copy the results.";
    }
    /// Content over what an appraisal workbook or an explanation prints or computes.
    PRINTED_OVER = "A091" Warning {
        title: "Ghi đè ô in sẵn của phiếu thẩm định hoặc phiếu giải trình", "A printed cell of an appraisal workbook or an explanation typed over";
        why: "Ô này do phiếu in sẵn hoặc tự tính; nội dung ghi đè không được đọc.", "The workbook prints or computes this cell; what was typed over it is not read.";
        cure: "Nếu là điểm, số liệu, lý do hoặc giải trình thì ghi vào đúng ô nền vàng nhạt của dòng ấy; nếu lỡ tay thì bỏ qua.", "If it is points, a figure, a reason or an explanation, type it into the light yellow cell of that line; if it was a slip, pass over it.";
    }
    /// Rows that an appraisal workbook or an explanation has lost.
    ROWS_GONE = "A092" Warning {
        title: "Phiếu thẩm định hoặc phiếu giải trình mất dòng", "Lines of an appraisal workbook or an explanation that are gone";
        why: "Dòng đã bị xóa nên không biết ở đó có ghi điểm, số liệu hay giải trình không; coi như để trống.", "Whether anything stood in a deleted line is not known; it counts as left blank.";
        cure: "Hoàn tác việc xóa, hoặc ghi phần ấy vào phiếu lập lại; nếu dòng ấy không ghi gì thì bỏ qua.", "Undo the deletion, or type that part into a workbook made anew; where nothing stood there, pass over it.";
    }
    /// An agency whose id the campaign lacks, known by its name.
    AGENCY_BY_NAME = "A093" Note {
        title: "Phiếu thẩm định mang mã cơ quan không có trong đợt", "An appraisal workbook with an agency's id that the campaign lacks";
        why: "Mã trong phiếu không có trong agencies của đợt; phiếu được nhận theo tên cơ quan.", "The id in the workbook is not among agencies of the campaign; it is known by the agency's name.";
        cure: "Nếu chỉ đổi mã thì không cần làm gì; nếu không phải phiếu của cơ quan này thì bỏ tệp khỏi thư mục appraisal.", "Nothing, where only the id was changed; where the workbook is not this agency's, take it out of appraisal.";
    }
    /// A day of arrival of a form that is not there.
    RECEIPT_WITHOUT_FORM = "A094" Warning {
        title: "Có ngày nhận nhưng không có biểu của đơn vị", "A day of arrival without the unit's form";
        why: "Đơn vị vẫn được coi là chưa gửi báo cáo tự đánh giá, dù đã ghi ngày nhận.", "The unit counts as not having sent its self-assessment, though a day of arrival is given.";
        cure: "Đặt tệp biểu của đơn vị vào thư mục biểu gửi về; nếu chưa nhận được thì bỏ ngày nhận.", "Put the unit's form among those that were sent in; where it has not come, take the day out.";
    }
    /// Points of a locked round under another maximum.
    LOCKED_OF_OTHER_MAXIMUM = "A079" Error {
        title: "Điểm đã khóa theo điểm tối đa khác", "Locked points of another maximum";
        why: "Bộ tiêu chí đã đổi điểm tối đa sau khi khóa; cùng số điểm nay có ý nghĩa khác nên chưa được tính.", "The set has changed the maximum since; the same points mean something else now and do not count.";
        cure: "Giữ bộ tiêu chí như khi khóa, hoặc thẩm định lại tiêu chí ở lần sau và bỏ khóa locked của lần này.", "Keep the set as it was, or appraise the criterion in a later round and take locked of this one out.";
    }
    /// An id that stands for another unit, or for another set, in a locked result.
    LOCKED_OF_OTHER_UNIT = "A096" Error {
        title: "Kết quả đã khóa không phải của đơn vị này", "A locked result of another unit";
        why: "Cùng một mã nhưng khác tên hoặc khác bộ tiêu chí thì điểm đã khóa có thể là của đơn vị khác.", "The same id under another name or another set may be the points of another unit.";
        cure: "Nếu vẫn là đơn vị ấy, ghi tên trong kết quả đã khóa vào aliases của đơn vị; nếu là đơn vị khác, cho đơn vị mã khác; nếu đã đổi bộ tiêu chí, bỏ locked và thẩm định lại.", "If it is the same unit, write the name of the locked result among its aliases; if it is another one, give it another id; if the set was changed, take locked out and appraise again.";
    }
}
