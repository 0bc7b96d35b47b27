//! Family C, C100 to C199: findings about the rules of a set.

use super::{Code, codes};

/// What is found of one rule by itself, whatever else the set says.
pub static OF_ONE_RULE: [&Code; 10] =
    [&UNREACHABLE_MAX, &OUTSIDE_MAX, &OVERLAP, &GAP, &UNREACHABLE, &TWICE, &PERCENT, &WHEN_NOTHING, &PENALTY, &EMPTY];

codes! {
    /// No branch of a rule gives the leaf's maximum.
    UNREACHABLE_MAX = "C100" Error {
        title: "Không mức nào đạt điểm tối đa", "Nothing reaches the maximum";
        why: "Đơn vị làm tốt nhất cũng không được điểm tối đa, nên chỉ số của mọi đơn vị bị kéo xuống.", "Even the best unit would miss the maximum, which drags every index down.";
        cure: "Sửa điểm của mức cao nhất, hoặc sửa điểm tối đa của tiêu chí.", "Correct the points of the best branch, or the maximum of the criterion.";
    }
    /// A branch gives more than the maximum, or less than 0.
    OUTSIDE_MAX = "C101" Error {
        title: "Điểm của một mức nằm ngoài khoảng từ 0 đến điểm tối đa", "Points of a branch outside 0 to the maximum";
        why: "Điểm của tiêu chí không được vượt điểm tối đa và không được âm.", "A criterion can't give more than its maximum, nor less than 0.";
        cure: "Sửa điểm của mức này, hoặc sửa điểm tối đa; phần trừ thêm viết bằng penalty.", "Correct the points or the maximum; what is taken beside the criterion is written as a penalty.";
    }
    /// Two steps hold the same value.
    OVERLAP = "C102" Error {
        title: "Hai mức chồng lên nhau", "Two steps overlap";
        why: "Một giá trị không thể có hai điểm khác nhau.", "One value can't have two scores.";
        cure: "Phân biệt rõ: above (trên) và from (từ), below (dưới) và up_to (đến).", "Say which step has the bound: above or from, below or up_to.";
    }
    /// A value that no step holds.
    GAP = "C103" Warning {
        title: "Có khoảng giá trị không thuộc mức nào", "Values that no step holds";
        why: "Đơn vị rơi vào khoảng này được 0 điểm mà văn bản không nói.", "A unit in the gap gets 0 points, which the decision doesn't say.";
        cure: "Thêm mức còn thiếu, hoặc viết otherwise: 0 nếu đúng là còn lại được 0 điểm.", "Add the missing step, or write otherwise: 0 where the rest is meant to get nothing.";
    }
    /// A bound or value that nothing can meet.
    UNREACHABLE = "C104" Error {
        title: "Mức không đơn vị nào đạt được", "Branch that nobody can meet";
        why: "Cận dưới cao hơn cận trên, hoặc giá trị nằm ngoài khoảng có thể có.", "Its bounds are the wrong way round, or lie outside the possible values.";
        cure: "Sửa cận của mức này.", "Correct the bounds.";
    }
    /// Two branches, inputs or choices of the same name.
    TWICE = "C105" Error {
        title: "Viết hai lần trong cùng một quy tắc", "Written twice in one rule";
        why: "Không phân biệt được hai mục trùng tên.", "Two things of one name can't be told apart.";
        cure: "Xóa hoặc đổi tên một trong hai.", "Delete or rename one of them.";
    }
    /// A percent sign on a bound of something that is no percentage, or a percentage out of 0 to 100.
    PERCENT = "C106" Error {
        title: "Tỷ lệ phần trăm không dùng được ở đây", "Percentage that can't stand here";
        why: "Chỉ tỷ lệ mới so sánh được với phần trăm, và tỷ lệ nằm trong khoảng từ 0% đến 100%.", "Only rates compare with percent, and a rate lies between 0% and 100%.";
        cure: "Với số đếm hoặc số có đơn vị, viết cận không có dấu %; với tỷ lệ, viết số trong khoảng 0–100.", "Write bounds of counts and amounts without %; those of rates between 0 and 100.";
    }
    /// A rate of two figures that does not say what 0 of 0 means.
    WHEN_NOTHING = "C107" Error {
        title: "Không nói rõ khi mẫu số bằng 0", "What a denominator of 0 means isn't said";
        why: "Trong năm có thể không phát sinh việc gì; khi đó phải biết tính thế nào.", "There may be nothing to do in a year, and then the rule must know what to give.";
        cure: "Thêm when_nothing: full, zero hoặc not_applicable khi có to; bỏ khi không có to.", "Add when_nothing: full, zero or not_applicable where there is a denominator; leave it out where there is none.";
    }
    /// A penalty that is no penalty.
    PENALTY = "C108" Error {
        title: "Điểm trừ viết sai", "Penalty written wrongly";
        why: "Điểm trừ kèm theo là số dương, chỉ đi với mức 0 điểm của một tiêu chí: 0 điểm và bị trừ thêm. Dòng điểm thưởng, điểm trừ không có điểm trừ kèm theo.", "A penalty is positive, and stands beside a branch of a criterion that gives 0 points. Bonus and penalty lines have none beside them.";
        cure: "Viết points: 0 và penalty là số dương; ở dòng điểm thưởng, điểm trừ thì xóa khóa này và viết một dòng điểm trừ riêng.", "Write points: 0 and a positive penalty; delete it from bonus and penalty lines, and write a penalty line of its own.";
    }
    /// A rule without anything to choose from.
    EMPTY = "C109" Error {
        title: "Quy tắc trống", "Rule with nothing in it";
        why: "Không có mức nào để tính điểm.", "There is nothing to score by.";
        cure: "Thêm ít nhất một mục.", "Add at least one entry.";
    }
    /// A formula that can't be read.
    FORMULA = "C110" Error {
        title: "Công thức viết sai", "Formula that can't be read";
        why: "Công thức không đọc được thì không tính được điểm.", "Nothing can be scored by it.";
        cure: "Sửa công thức: phép tính + - * /, min, max, if(điều kiện, đúng, sai), so sánh, and, or, not; số thập phân viết với dấu chấm.", "Correct it: + - * /, min, max, if(condition, then, else), comparisons, and, or, not; decimals with a point.";
    }
    /// A formula that may give more than the maximum, or less than 0.
    FORMULA_MAY_PASS = "C111" Warning {
        title: "Công thức có thể cho điểm ngoài khoảng cho phép", "Formula that may pass its bounds";
        why: "Điểm ngoài khoảng từ 0 đến điểm tối đa bị cắt, có thể khác ý của văn bản.", "What passes is cut, which may not be what the decision means.";
        cure: "Chặn bằng min và max, ví dụ min(max(…, 0), 2).", "Bound it with min and max, such as min(max(…, 0), 2).";
    }
    /// A kind of rule that can't stand inside another.
    NESTED = "C112" Error {
        title: "Quy tắc không đặt được bên trong quy tắc khác", "Rule that can't stand inside another";
        why: "Quy tắc này chờ người khác chấm, hoặc đã là quy tắc ghép.", "It waits for others, or is made of rules itself.";
        cure: "Tách thành tiêu chí riêng.", "Make it a criterion of its own.";
    }
    /// Parts that don't add to their leaf's maximum.
    PARTS = "C113" Error {
        title: "Các phần không cộng thành điểm tối đa", "Parts that don't add to the maximum";
        why: "Tổng điểm tối đa của các phần phải bằng điểm tối đa của tiêu chí.", "The maxima of parts must add to that of their criterion.";
        cure: "Sửa điểm tối đa của các phần hoặc của tiêu chí.", "Correct the maxima of the parts, or of the criterion.";
    }
    /// A rule whose Excel formula would be too long.
    TOO_LONG = "C114" Error {
        title: "Quy tắc quá dài cho một ô Excel", "Rule too long for a cell";
        why: "Excel không nhận công thức dài quá 8192 ký tự hoặc lồng quá 64 lớp, nên biểu sẽ không mở được.", "Excel refuses formulas of more than 8192 characters or nested deeper than 64, and the form would not open.";
        cure: "Tách thành nhiều tiêu chí thành phần.", "Split it into several leaves.";
    }
    /// A formula that may divide by 0.
    MAY_DIVIDE_BY_0 = "C115" Warning {
        title: "Công thức có thể chia cho 0", "Formula that may divide by 0";
        why: "Trong năm có thể không phát sinh việc gì; khi đó số liệu bị coi như để trống.", "There may be nothing to do in a year, and then the figures count as blank.";
        cure: "Thêm when_nothing: full, zero hoặc not_applicable, hoặc xét riêng bằng if(… = 0, …, …).", "Add when_nothing: full, zero or not_applicable, or ask with if(… = 0, …, …) first.";
    }
    /// Weights of groups of respondents that do not come to 100 %.
    SURVEY_WEIGHTS = "C116" Warning {
        title: "Trọng số các nhóm khảo sát không cộng thành 100%", "Weights of survey groups that don't add to 100%";
        why: "Chương trình vẫn chia theo tỷ trọng, nhưng trọng số ghi sai một nhóm thì điểm của mọi đơn vị đều lệch.", "They are still taken in proportion, but one wrong weight shifts the points of every unit.";
        cure: "Sửa trọng số theo quyết định để cộng lại được 100%.", "Correct the weights so that they add to 100%.";
    }
    /// A highest step of a count, written `exactly`, that means more than it seems to.
    OR_MORE = "C117" Warning {
        title: "“exactly” ở mức cao nhất được hiểu là “trở lên”", "“exactly” on the highest step means “or more”";
        why: "Ở mức cao nhất của số đếm, exactly gồm cả các số lớn hơn (“4 lần: 20 điểm” là từ 4 lần trở lên). Khi số càng ít càng được nhiều điểm, hoặc khi còn otherwise, đó thường không phải ý của quyết định.", "On the highest step of a count, exactly holds all greater numbers, too (“4 times: 20” means 4 or more). Where fewer are worth more, or there is an otherwise, that is seldom meant.";
        cure: "Chỉ đúng số ấy thì viết from và below, như from: 1, below: 2; gồm cả số lớn hơn thì viết from: 1.", "For that number alone write from and below, such as from: 1, below: 2; for that many or more write from: 1.";
    }
}
