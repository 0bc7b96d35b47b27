//! Family K: findings about ranking.

use super::codes;

codes! {
    /// Units share a place.
    TIED = "K001" Note {
        title: "Đồng hạng", "Units share a place";
        why: "Chỉ số trước khi làm tròn bằng nhau và các tiêu chí phụ (nếu có) không phân định được; hạng tiếp theo được bỏ trống (1-2-2-4).",
             "Their unrounded indexes are equal and the tie-breaks, if there are any, do not tell them apart; the next place is left out (1-2-2-4).";
        cure: "Nếu cần phân định, khai báo tiêu chí phụ “tie_breaks” cho nhóm trong campaign.yaml; nếu không thì công bố đồng hạng.",
              "To tell them apart, declare “tie_breaks” for the group in campaign.yaml; else publish the shared place.";
    }
    /// Equal indexes were told apart by a tie-break.
    TIE_BROKEN = "K002" Note {
        title: "Chỉ số bằng nhau, phân hạng theo tiêu chí phụ", "Equal indexes told apart by a tie-break";
        why: "Hai đơn vị có cùng chỉ số nhưng khác hạng; người đọc bảng xếp hạng cần biết vì sao.",
             "Two units have the same index and different places; readers of the table need to know why.";
        cure: "Không phải sửa; đối chiếu tiêu chí phụ với quyết định ban hành bộ tiêu chí.",
              "Nothing to correct; compare the tie-break with the decision that issued the criteria.";
    }
    /// Equal printed indexes have different places.
    PRINTED_EQUAL = "K003" Note {
        title: "Chỉ số in ra bằng nhau nhưng khác hạng", "Equal printed indexes, different places";
        why: "Hạng so chỉ số chính xác, chỉ số in ra đã làm tròn: phần bị làm tròn quyết định thứ hạng.",
             "Places compare exact indexes, and what is printed is rounded: the part rounded away decides.";
        cure: "Không phải sửa; nếu muốn thấy sự khác nhau trên bảng, tăng số chữ số thập phân “decimals” của nhóm.",
              "Nothing to cure; to see the difference in the table, raise the “decimals” of the group.";
    }
    /// A group has nobody to rank.
    NOBODY_RANKED = "K004" Warning {
        title: "Khối không có đơn vị nào được xếp hạng", "A group has nobody to rank";
        why: "Bảng xếp hạng và giá trị trung bình của khối để trống.", "The group's table of places and its mean stay empty.";
        cure: "Kiểm tra biểu mà các đơn vị của khối đã gửi, hoặc khóa ranked và group của từng đơn vị trong campaign.yaml.",
              "Look at the submissions of the group, or at “ranked” and “group” of its units in campaign.yaml.";
    }
}
