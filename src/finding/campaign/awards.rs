//! Family C: findings about awards, ties and draws of a campaign.

use crate::finding::codes;

codes! {
    /// Keys of awards that are written as conditions now.
    OLD_AWARD_KEY = "C290" Warning {
        title: "Khóa cũ của khen thưởng", "Old key of an award";
        why: "Khóa vẫn được đọc như trước; điều kiện nay viết chung ở conditions để in ra từng giá trị đạt hay không đạt.", "It is read as before; conditions stand together now, so that each is printed with the value that met or missed it.";
        cure: "Thay bằng dòng đã nêu.", "Write the line that is given instead.";
    }
    /// A condition that can't be asked.
    CONDITION = "C291" Error {
        title: "Điều kiện khen thưởng chưa viết đúng", "A condition of an award that can't be asked";
        why: "Không biết được điều kiện xét gì.", "It is not clear what it asks.";
        cure: "Sửa theo mẫu: { what: index, at_least: 90 }, { what: grade, in: [Tốt] }, { what: not_zero, ids: [\"3.1\"] }, { what: flag, none_of: [ky-luat] }.", "Write it like { what: index, at_least: 90 }, { what: grade, in: [Tốt] }, { what: not_zero, ids: [\"3.1\"] }, { what: flag, none_of: [ky-luat] }.";
    }
    /// A condition that nobody can meet.
    NOBODY_MEETS = "C292" Warning {
        title: "Không đơn vị nào đạt được điều kiện", "A condition that nobody can meet";
        why: "Hình thức khen thưởng sẽ không có đơn vị nào được đề nghị.", "Nobody will be proposed for the award.";
        cure: "Xem lại ngưỡng, hoặc mức, diện được nêu.", "Look again at the limit, or at the grades or flags that are named.";
    }
    /// A condition that everybody meets.
    EVERYBODY_MEETS = "C293" Warning {
        title: "Đơn vị nào cũng đạt điều kiện", "A condition that everybody meets";
        why: "Điều kiện không có tác dụng gì.", "It makes no difference.";
        cure: "Xem lại ngưỡng, hoặc bỏ điều kiện.", "Look at the limit again, or leave the condition out.";
    }
    /// A quota of more places than there are units.
    QUOTA_OVER_UNITS = "C289" Note {
        title: "Chỉ tiêu khen thưởng nhiều hơn số đơn vị", "An award's quota of more places than there are units";
        why: "Đơn vị nào đủ điều kiện cũng được đề nghị; có thể ghi nhầm chỉ tiêu hoặc thiếu khối.", "Whoever meets the conditions is proposed; the quota may be a slip, or a group may be missing.";
        cure: "Xem lại quota và groups; nếu đúng ý thì không phải sửa.", "Look at quota and groups again; nothing to cure where it is meant so.";
    }
    /// A line that changes nothing.
    NO_EFFECT = "C299" Warning {
        title: "Dòng khai không có tác dụng", "A line that changes nothing";
        why: "Có hay không có dòng này thì kết quả vẫn thế; có thể gõ nhầm mã khác, hoặc còn thiếu một khóa.", "With or without it the result is the same; it may be a slip for another id, or a key may be missing.";
        cure: "Bỏ dòng này, sửa thành mã định viết, hoặc khai điều còn thiếu đã nêu.", "Take it out, write the id that was meant, or declare what is said to be missing.";
    }
    /// A share that comes to no unit.
    SHARE_OF_NOBODY = "C294" Warning {
        title: "Tỷ lệ khen thưởng không đủ một đơn vị", "A share that comes to no unit";
        why: "Phần lẻ không được tính là một chỉ tiêu.", "A part of a place is none.";
        cure: "Tăng tỷ lệ, hoặc thêm round: up.", "Raise the share, or add round: up.";
    }
    /// The official stage is a round that is not declared.
    OFFICIAL_ROUND = "C298" Warning {
        title: "Bước chính thức là lần thẩm định chưa khai", "The official stage is a round that is not declared";
        why: "Chưa khai thì không ai thẩm định được ở lần ấy, nên điểm chính thức là điểm của một bước trước.", "Until it is declared nobody can appraise in it, so that the points of an earlier stage are official.";
        cure: "Sửa official, ví dụ: official: appraised_2, hoặc khai thêm lần ấy trong rounds.", "Correct official, for example: official: appraised_2, or declare the round under rounds.";
    }
    /// A tie-break that can't be used.
    TIE_BREAK = "C297" Error {
        title: "Tiêu chí phụ viết sai", "A tie-break that can't be used";
        why: "Tiêu chí phụ phải nêu rõ xét gì và xét ở đâu; nêu thứ không có thì không phân định được đơn vị nào.", "A tie-break says what is looked at and where; one that names what is not there tells nobody apart.";
        cure: "Sửa theo mẫu: tie_breaks: [ \"3\", { by: criterion_index, id: \"3\" }, { by: stage, stage: accepted }, { by: survey }, { by: progress }, { by: findings, codes: [E010] } ].",
              "Write it like tie_breaks: [ \"3\", { by: criterion_index, id: \"3\" }, { by: stage, stage: accepted }, { by: survey }, { by: progress }, { by: findings, codes: [E010] } ].";
    }
    /// Criterion of a condition that only some of the award's groups have.
    CRITERION_OF_OTHERS = "C296" Warning {
        title: "Tiêu chí của điều kiện không có ở mọi khối", "A criterion that not every group of the award has";
        why: "Đơn vị không có tiêu chí ấy thì không đạt điều kiện, hoặc đứng sau, dù làm tốt đến đâu.", "Units without the criterion miss the condition, or stand behind, however well they do.";
        cure: "Giới hạn groups của hình thức khen thưởng, hoặc tách hình thức khen thưởng theo khối.", "Narrow the groups of the award, or make an award for each group.";
    }
    /// A flag that is not declared.
    UNKNOWN_FLAG = "C295" Error {
        title: "Diện của đơn vị chưa khai báo", "A flag that is not declared";
        why: "Điều kiện khen thưởng xét theo flags của đợt.", "Conditions of awards ask for the campaign's flags.";
        cure: "Khai ở flags: [{ id, name }], hoặc sửa mã.", "Declare it under flags: [{ id, name }], or correct the id.";
    }
    /// A quota that is no number of units, or more places kept than there are.
    QUOTA = "C225" Error {
        title: "Chỉ tiêu khen thưởng không dùng được", "An award's quota that can't be used";
        why: "Không biết được đề nghị bao nhiêu đơn vị.", "It is not clear how many units may be proposed.";
        cure: "Viết quota: 2 hoặc quota: 20%; ở reserved mỗi khối ghi một lần, tổng cộng không nhiều hơn quota.", "Write quota: 2 or quota: 20%; under reserved each group stands once, and all places together are no more than the quota.";
    }
    /// A share of weights that can't be drawn.
    CERTAINTY_SHARE = "C350" Error {
        title: "Biên độ trọng số không dùng được", "A share of weights that can't be drawn";
        why: "Trọng số được thay đổi ngẫu nhiên trong biên độ này, tính theo phần nghìn; biên độ âm, quá 100%, hoặc lẻ hơn 0,1% thì không tính được.", "Weights are drawn within this share, in thousandths; nothing can be drawn below 0, above 100% or between two thousandths.";
        cure: "Ghi tỷ lệ phần trăm từ 0% đến 100%, nhiều nhất một chữ số thập phân. Ví dụ: certainty: { weights: 25% }.", "Write a percentage from 0% to 100% with one decimal at most. Example: certainty: { weights: 25% }.";
    }
    /// A number of draws, or a seed, out of range.
    CERTAINTY_DRAWS = "C351" Error {
        title: "Số lần tính thử hoặc số khởi đầu ngoài khoảng", "A number of draws, or a seed, out of range";
        why: "Không tính lần nào thì không có kết quả; quá nhiều lần thì chạy lâu mà không rõ thêm; số khởi đầu quá lớn thì chương trình khác đọc không đúng.", "Without draws there is no result, too many take long and show nothing more, and other programs misread too large a seed.";
        cure: "Ghi draws từ 1 đến 100000 (thường là 1000), seed từ 0 đến 9007199254740991 (thường là năm đánh giá).", "Write draws from 1 to 100000 (1000 is usual), and a seed from 0 to 9007199254740991 (the year is usual).";
    }
    /// Too few draws for an interval.
    CERTAINTY_FEW_DRAWS = "C352" Warning {
        title: "Số lần tính thử quá ít", "Few draws";
        why: "Khoảng hạng bỏ 5% số lần tính ở mỗi đầu; dưới 100 lần thì mỗi đầu chưa đủ 5 lần và khoảng này thay đổi nhiều theo số khởi đầu.", "An interval leaves out 5% of the draws at each end; of fewer than 100 these are less than five, and the interval hangs on the seed.";
        cure: "Ghi draws: 1000.", "Write draws: 1000.";
    }
    /// A criterion is fixed twice, or nothing is left to vary.
    CERTAINTY_FIXED = "C353" Warning {
        title: "Danh sách fixed có chỗ thừa", "A list of fixed criteria that says too much";
        why: "Tiêu chí được giữ nguyên trọng số hai lần; hoặc mọi tiêu chí đều được giữ nguyên nên biên độ weights không có tác dụng.", "A criterion is fixed twice, or all are, so that the share of weights has no effect.";
        cure: "Bỏ mã thừa; muốn giữ nguyên mọi trọng số thì ghi weights: 0%.", "Take out what is too much; to fix all weights write weights: 0%.";
    }
}
