//! Family P: findings about figures, claims and scores.

use super::codes;

codes! {
    /// An input that the rule needs is blank.
    BLANK = "P001" Error {
        title: "Chưa điền số liệu", "Figure left blank";
        why: "Thiếu số liệu thì không tính được điểm; để trống khác với 0.", "Without it nothing can be computed; blank isn't 0.";
        cure: "Điền số liệu; nếu không phát sinh thì ghi 0.", "Fill it in; where there was nothing, type 0.";
    }
    /// A figure below 0.
    NEGATIVE = "P002" Error {
        title: "Số liệu âm", "Negative figure";
        why: "Số lượng và tỷ lệ không thể âm, nên số liệu này được coi như chưa điền.", "No number or rate can be negative, so the figure is treated as left blank.";
        cure: "Điền lại số liệu đúng.", "Type the right figure.";
    }
    /// A count with decimals.
    NOT_WHOLE = "P003" Error {
        title: "Số đếm không phải số nguyên", "Count that isn't whole";
        why: "Hồ sơ, văn bản, cuộc họp đếm theo số nguyên, nên số liệu này được coi như chưa điền.", "Things are counted in whole numbers, so the figure is treated as left blank.";
        cure: "Điền số nguyên; kiểm tra dấu chấm và dấu phẩy.", "Type a whole number; look at points and commas.";
    }
    /// A date that its input doesn't allow.
    DAY_NOT_ALLOWED = "P029" Error {
        title: "Ngày không thể có", "Date that can't be";
        why: "Ngày cách kỳ đánh giá quá xa, thường do gõ nhầm năm, nên được coi như chưa điền.", "It is too far from the days that are scored, mostly a slip in the year, so it is treated as left blank.";
        cure: "Kiểm tra ngày, nhất là năm.", "Look at the day again, its year above all.";
    }
    /// A percentage over 100.
    OVER_100 = "P004" Warning {
        title: "Tỷ lệ trên 100%", "Percentage over 100";
        why: "Phần vượt 100% không được tính thêm điểm.", "What is over 100% earns nothing more.";
        cure: "Kiểm tra lại cách tính tỷ lệ.", "Check how the rate was worked out.";
    }
    /// A numerator greater than its denominator.
    OVER_WHOLE = "P005" Warning {
        title: "Tử số lớn hơn mẫu số", "Part greater than the whole";
        why: "Phần không thể lớn hơn tổng số; tỷ lệ chỉ được tính đến 100%.", "A part can't be greater than its whole; the rate counts as 100% at most.";
        cure: "Kiểm tra lại hai số liệu, có thể đã điền đổi chỗ.", "Check both figures; they may have been swapped.";
    }
    /// Something out of nothing.
    OF_NOTHING = "P006" Error {
        title: "Mẫu số bằng 0 nhưng tử số lớn hơn 0", "Something out of 0";
        why: "Hai số liệu mâu thuẫn nhau, nên được 0 điểm.", "The two figures contradict each other, so the rule gives 0.";
        cure: "Kiểm tra lại mẫu số.", "Check the denominator.";
    }
    /// 0 of 0: the set says what it means.
    NOTHING = "P007" Note {
        title: "Trong kỳ không phát sinh", "Nothing to do in the period";
        why: "Mẫu số bằng 0; bộ tiêu chí quy định tính thế nào trong trường hợp này.", "The denominator is 0; the set says what that gives.";
        cure: "Không cần sửa nếu đúng là không phát sinh.", "Nothing to do if it is so.";
    }
    /// A value that no step of the rule holds.
    GAP = "P008" Note {
        title: "Giá trị không thuộc mức nào", "Value that no step holds";
        why: "Quy tắc không nói giá trị này được bao nhiêu điểm, nên được 0 điểm.", "The rule doesn't say what the value gives, so it gives 0.";
        cure: "Báo cơ quan ban hành bộ tiêu chí xem lại các mức điểm.", "Tell whoever issued the set to look at its steps.";
    }
    /// A claim above what the figures give.
    OVER_CLAIM = "P009" Warning {
        title: "Tự chấm cao hơn điểm tính từ số liệu", "Claimed more than the figures give";
        why: "Chỉ phần điểm mà số liệu chứng minh được mới được công nhận.", "Only what the figures show is accepted.";
        cure: "Sửa điểm tự chấm, hoặc sửa số liệu nếu số liệu sai.", "Correct the claim, or the figures where they are wrong.";
    }
    /// A claim below what the figures give.
    UNDER_CLAIM = "P010" Note {
        title: "Tự chấm thấp hơn điểm tính từ số liệu", "Claimed less than the figures give";
        why: "Đơn vị chỉ được công nhận số điểm đã tự chấm.", "A unit is accepted no more than it claims.";
        cure: "Sửa điểm tự chấm, hoặc để trống để lấy điểm tính từ số liệu.", "Correct the claim, or leave it blank to claim what is computed.";
    }
    /// A claim below 0 or above the maximum.
    CLAIM_OUTSIDE = "P011" Error {
        title: "Điểm tự chấm ngoài khoảng cho phép", "Claim out of range";
        why: "Điểm nằm trong khoảng từ 0 đến điểm tối đa; điểm ngoài khoảng được giữ và in nguyên, nhưng coi như để trống.", "Points lie between 0 and the maximum; a claim outside is kept and shown as typed, and counts as blank.";
        cure: "Sửa điểm tự chấm.", "Correct the claim.";
    }
    /// A claim on a leaf that does not apply to the unit.
    CLAIM_NOT_APPLICABLE = "P012" Warning {
        title: "Tự chấm tiêu chí không áp dụng", "Claimed where the criterion doesn't apply";
        why: "Tiêu chí này không áp dụng cho đơn vị, nên điểm tự chấm không được tính.", "The criterion doesn't apply to the unit, so the claim counts nowhere.";
        cure: "Xóa điểm tự chấm; nếu tiêu chí có áp dụng thì báo cơ quan chủ trì.", "Delete the claim; if the criterion does apply, tell the office in charge.";
    }
    /// A unit excuses itself where the set doesn't let it.
    SELF_EXCUSED = "P013" Error {
        title: "Đơn vị tự khai “Không áp dụng” khi không được phép", "Unit excuses itself";
        why: "Chỉ bộ tiêu chí hoặc cơ quan chủ trì mới được cho đơn vị không áp dụng tiêu chí.", "Only the set or the office in charge can say that a criterion doesn't apply.";
        cure: "Tự chấm điểm tiêu chí này, hoặc đề nghị cơ quan chủ trì cho không áp dụng.", "Score the criterion, or ask the office in charge to excuse the unit.";
    }
    /// A claim on a leaf that the council or the survey scores.
    CLAIM_NOT_ASKED = "P014" Warning {
        title: "Tự chấm tiêu chí do người khác chấm", "Claimed what others score";
        why: "Tiêu chí này do hội đồng hoặc điều tra xã hội học chấm, nên điểm tự chấm không được tính.", "The council or the survey scores it, so the claim counts nowhere.";
        cure: "Để trống điểm tự chấm của tiêu chí này.", "Leave the claim blank.";
    }
    /// A leaf that nobody has scored.
    NO_POINTS = "P015" Warning {
        title: "Tiêu chí chưa có điểm ở bước nào", "Criterion without points";
        why: "Tiêu chí tính 0 điểm nhưng vẫn nằm trong tổng điểm tối đa.", "It counts 0 and stays in the maximum.";
        cure: "Bổ sung điểm của người chấm; nếu không áp dụng thì khai trong đợt đánh giá.", "Have it scored; where it doesn't apply, say so in the campaign.";
    }
    /// Leaves that have not reached the official stage.
    STAGE_NOT_REACHED = "P016" Warning {
        title: "Chưa có điểm của bước chính thức", "Official stage not reached";
        why: "Điểm của bước trước được dùng thay.", "Points of the stage before are used instead.";
        cure: "Hội đồng giữ nguyên điểm của bước trước thì không phải ghi thêm; nếu chưa thẩm định thì bổ sung điểm thẩm định, hoặc chọn bước chính thức khác của đợt đánh giá.", "Where the council leaves the points as they were, nothing is to be done; else add the appraised points, or declare another stage official.";
    }
    /// Nothing applies to the unit.
    NOTHING_APPLIES = "P017" Error {
        title: "Không tiêu chí nào áp dụng", "Nothing applies";
        why: "Tổng điểm tối đa bằng 0, nên không có chỉ số và không xếp hạng.", "The maximum is 0, so there is no index and no place.";
        cure: "Kiểm tra danh sách tiêu chí không áp dụng của đơn vị.", "Check what the campaign excuses the unit from.";
    }
    /// Bonus points would lift the index over 100.
    CUT_AT_100 = "P018" Note {
        title: "Điểm thưởng được tính đến 100%", "Cut at 100%";
        why: "Bộ tiêu chí không cho chỉ số vượt 100%.", "The set doesn't let the index pass 100.";
        cure: "Không cần sửa; nếu cho vượt thì ghi may_pass_100: true trong bộ tiêu chí.", "Nothing to do; to let it pass, write may_pass_100: true in the set.";
    }
    /// No survey was held for a unit whose set asks for one.
    NO_SURVEY = "P019" Error {
        title: "Đơn vị chưa có điểm điều tra xã hội học", "Unit without a survey";
        why: "Bộ tiêu chí có phần điểm điều tra xã hội học.", "The set has points that only the survey gives.";
        cure: "Bổ sung điểm điều tra vào thư mục survey/.", "Add the unit's survey points to survey/.";
    }
    /// An input that no rule computes with is blank.
    UNUSED_BLANK = "P020" Warning {
        title: "Chưa điền số liệu thống kê", "Figure for statistics left blank";
        why: "Số liệu này không tính điểm nhưng được cộng vào báo cáo chung.", "It earns no points, and is added up in the reports.";
        cure: "Điền số liệu; nếu không phát sinh thì ghi 0.", "Fill it in; where there was nothing, type 0.";
    }
    /// A formula that gives points out of range.
    FORMULA_CUT = "P021" Warning {
        title: "Công thức cho điểm ngoài khoảng", "Formula gives points out of range";
        why: "Điểm được cắt về khoảng từ 0 đến điểm tối đa.", "The points are cut to 0 and the maximum.";
        cure: "Kiểm tra số liệu; báo cơ quan ban hành bộ tiêu chí xem lại công thức.", "Check the figures; tell whoever issued the set to look at the formula.";
    }
    /// A formula that divides by 0.
    DIVIDED_BY_0 = "P022" Error {
        title: "Công thức chia cho 0", "Formula divides by 0";
        why: "Không tính được, nên được 0 điểm.", "It has no value, so it gives 0 points.";
        cure: "Kiểm tra số liệu bằng 0.", "Check the figure that is 0.";
    }
    /// A part of a leaf left blank where others are given.
    PART_BLANK = "P023" Error {
        title: "Để trống một phần của tiêu chí", "Part of a criterion left blank";
        why: "Phần để trống tính 0 điểm.", "A blank part counts 0.";
        cure: "Điền số liệu của phần này; nếu không phát sinh thì ghi 0.", "Fill it in; where there was nothing, type 0.";
    }
    /// A claim above what is left of a maximum of which a part does not apply.
    CLAIM_ABOVE_LEFT = "P030" Warning {
        title: "Tự chấm cao hơn phần điểm tối đa còn áp dụng", "Claimed more than is left of the maximum";
        why: "Một phần của tiêu chí không áp dụng nên điểm tối đa giảm; điểm tự chấm coi như để trống.", "Part of the criterion does not apply, so its maximum is lower; the claim counts as blank.";
        cure: "Chấm lại theo các phần còn áp dụng, hoặc để trống để lấy điểm tính từ số liệu.", "Claim for the parts that apply, or leave it blank to claim what is computed.";
    }
    /// A claim on a leaf that compares units of the group.
    CLAIM_ON_RELATIVE = "P031" Note {
        title: "Tự chấm tiêu chí so sánh trong cả khối", "Claimed what compares the whole group";
        why: "Điểm của tiêu chí này chỉ tính được từ số liệu của cả khối, nên điểm tự chấm không được tính.", "Its points are computed of the figures of the whole group, so the claim counts nowhere.";
        cure: "Chỉ điền số liệu, để trống điểm tự chấm.", "Fill in the figures and leave the claim blank.";
    }
    /// A leaf that compares units, in a group of which no ranked unit has figures.
    NOTHING_TO_COMPARE = "P032" Warning {
        title: "Không có số liệu của đơn vị nào để so sánh", "Nobody to compare with";
        why: "Tiêu chí so với đơn vị cao nhất trong số các đơn vị được xếp hạng của khối.", "The criterion compares with the best among the ranked units of the group.";
        cure: "Chờ số liệu của các đơn vị trong khối, hoặc nhập điểm thẩm định.", "Wait for figures of the group, or have the criterion appraised.";
    }
    /// A penalty of which a figure is missing.
    PENALTY_BLANK = "P033" Error {
        title: "Điểm trừ chưa có số liệu", "Penalty without its figures";
        why: "Để trống không làm mất điểm trừ: kết quả của đơn vị là tạm tính và chưa được xét khen thưởng cho đến khi có số liệu hoặc điểm thẩm định.", "A blank does not take a penalty away: the unit's result is provisional, and no award is proposed, until the figures or appraised points are there.";
        cure: "Điền số liệu; số đếm mà không có vi phạm thì ghi 0. Hội đồng có thể nhập điểm trừ trong bảng thẩm định.", "Fill in the figures; a count of nothing is 0. The council may type the penalty in a table of appraisal.";
    }
    /// A penalty left blank, of which the set says what it takes.
    PENALTY_BY_SET = "P034" Note {
        title: "Điểm trừ để trống, tính theo bộ tiêu chí", "Blank penalty, taken as the set says";
        why: "Bộ tiêu chí quy định điểm trừ này tính thế nào khi để trống (when_blank).", "The set says what this penalty takes where it is left blank (when_blank).";
        cure: "Điền số liệu nếu có.", "Fill in the figures where there are any.";
    }
    /// A formula that divides 0 by 0, of which the set says nothing.
    NOTHING_UNSAID = "P035" Error {
        title: "Công thức gặp 0 chia cho 0, bộ tiêu chí chưa quy định", "Formula divides 0 by 0, and the set doesn't say what that means";
        why: "Không phát sinh việc gì để tính, nên coi như chưa có số liệu.", "There was nothing to count, so it is taken as blank.";
        cure: "Kiểm tra số liệu bằng 0. Nếu đúng là không phát sinh, hội đồng chấm điểm, hoặc bộ tiêu chí quy định bằng when_nothing.", "Check the figures that are 0. If there was indeed nothing to do, the council scores, or the set says it with when_nothing.";
    }
    /// One figure of the set has two values in one form.
    FIGURE_DIFFERS = "P050" Error {
        title: "Một số liệu ghi hai giá trị khác nhau", "One figure with two values";
        why: "Nhiều tiêu chí dùng chung số liệu này; hai giá trị khác nhau thì không biết giá trị nào đúng, nên coi như để trống.", "Several criteria use this one figure; of two values nobody can tell which is right, so it counts as blank.";
        cure: "Ghi cùng một giá trị ở mọi tiêu chí dùng số liệu này.", "Write the same value at every criterion that uses the figure.";
    }
    /// Figures contradict one another, as the set says.
    CHECK_FAILS = "P051" Error {
        title: "Số liệu mâu thuẫn với nhau", "Figures that contradict one another";
        why: "Bộ tiêu chí quy định điều phải đúng giữa các số liệu này; ít nhất một số liệu đã ghi sai.", "The set says what must hold between these figures; at least one of them is wrong.";
        cure: "Kiểm tra lại các số liệu nêu ở đây và sửa số ghi sai.", "Check the figures named here, and correct the one that is wrong.";
    }
    /// A condition of a criterion does not hold.
    CONDITION_FAILS = "P053" Note {
        title: "Không đạt điều kiện của tiêu chí", "Condition of a criterion that does not hold";
        why: "Bộ tiêu chí quy định điều kiện để tiêu chí này được tính điểm.", "The set says what has to hold before this criterion counts.";
        cure: "Không cần sửa nếu số liệu đúng.", "Nothing needs to be done where the figures are right.";
    }
    /// A figure or points that a condition looks at are missing.
    CONDITION_BLANK = "P054" Error {
        title: "Chưa biết điều kiện có đạt hay không", "Condition of which something is missing";
        why: "Số liệu hoặc tiêu chí mà điều kiện xét còn để trống, hoặc đơn vị tự chấm thấp hơn số liệu, thiếu tài liệu: chưa biết điều kiện có đạt hay không, tiêu chí tính 0 điểm và vẫn nằm trong điểm tối đa.", "The figure or the criterion that the condition looks at is blank, or the unit claims less than its figures give or lacks documents: nobody knows whether the condition holds, so the criterion counts 0 and stays in the maximum.";
        cure: "Điền số liệu và tiêu chí mà điều kiện xét; nếu không phát sinh thì ghi 0.", "Fill in the figure and the criterion that the condition looks at; where there was nothing, type 0.";
    }
    /// A condition looks at points that others have yet to give.
    CONDITION_WAITS = "P058" Note {
        title: "Điều kiện chờ điểm của cơ quan khác", "Condition that waits for the points of others";
        why: "Tiêu chí mà điều kiện xét do hội đồng hoặc điều tra xã hội học cho điểm và chưa có điểm: chưa biết điều kiện có đạt hay không, tiêu chí tính 0 điểm và vẫn nằm trong điểm tối đa.", "The council or the survey scores the criterion that the condition looks at, and has not done so: nobody knows whether the condition holds, so the criterion counts 0 and stays in the maximum.";
        cure: "Nhập điểm của hội đồng, của điều tra rồi chấm lại; đơn vị không phải làm gì.", "Enter the points of the council or the survey and score again; the unit has nothing to do.";
    }
    /// The form has no place for the figure of a condition.
    CONDITION_UNSEEN = "P055" Warning {
        title: "Biểu không có ô cho số liệu của điều kiện", "Form without a place for the figure of a condition";
        why: "Biểu này không hỏi số liệu nào nên chưa xét được điều kiện; điểm được tính như khi đạt cho đến khi thẩm định.", "The form asks for no figure, so the condition can't be looked at; points count as if it held, until they are appraised.";
        cure: "Dùng biểu có ô số liệu, hoặc để hội đồng xét điều kiện khi thẩm định.", "Use a form that asks for figures, or let the council look at the condition.";
    }
    /// The bonuses or penalties of a criterion don't count whole.
    WITHIN_CUT = "P056" Note {
        title: "Điểm thưởng, điểm trừ của tiêu chí không tính hết", "Lines of a criterion that do not count whole";
        why: "Dòng này tính trong tiêu chí: điểm của tiêu chí không vượt quá điểm tối đa và không dưới 0.", "The line counts within its criterion, whose points are neither above its maximum nor below 0.";
        cure: "Không cần sửa.", "Nothing needs to be done.";
    }
    /// Of several criteria that stand for one another another one counts.
    PASSED = "P057" Note {
        title: "Tính tiêu chí thay thế", "Another criterion counts in its place";
        why: "Bộ tiêu chí quy định chỉ tính một trong các tiêu chí thay thế nhau: tiêu chí có điểm cao nhất, bằng điểm nhau thì tiêu chí đơn vị có điền, rồi tiêu chí nêu trước.", "Of criteria that stand for one another the set counts one: the best, of equal ones the first that the unit filled in.";
        cure: "Không cần sửa.", "Nothing needs to be done.";
    }
    /// Several bonuses or penalties come to more than their cap.
    CAPPED = "P052" Note {
        title: "Tổng điểm thưởng, điểm trừ vượt mức trần chung", "Bonuses or penalties over their cap";
        why: "Bộ tiêu chí quy định mức trần chung cho các dòng này; phần vượt không được tính.", "The set caps these lines together; what is over the cap does not count.";
        cure: "Không cần sửa.", "Nothing needs to be done.";
    }
}
