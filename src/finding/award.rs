//! Family W: findings about awards.

use super::codes;

codes! {
    /// Units are equal at the edge of the quota.
    TIED_AT_EDGE = "W001" Warning {
        title: "Đồng hạng ở vị trí cuối của chỉ tiêu khen thưởng", "A tie at the edge of an award's quota";
        why: "Các đơn vị bằng nhau mà chỉ tiêu không đủ cho tất cả; chương trình không tự cắt, chỉ tiêu để trống phần còn lại.",
             "The units are equal and the quota is too small for all of them; the program cuts none, and the rest of the quota stays open.";
        cure: "Hội đồng xem xét, lựa chọn trong số các đơn vị đồng hạng, hoặc điều chỉnh chỉ tiêu “quota” trong campaign.yaml.",
              "The council chooses among the equal units; or change the “quota” in campaign.yaml.";
    }
    /// Fewer units meet the conditions than the quota allows.
    QUOTA_LEFT = "W002" Note {
        title: "Chỉ tiêu khen thưởng chưa dùng hết", "An award's quota is not used up";
        why: "Số đơn vị đủ điều kiện ít hơn chỉ tiêu.", "Fewer units meet the conditions than the quota allows.";
        cure: "Không phải sửa; nếu điều kiện quá chặt, xem lại “conditions” hoặc “excluded” của hình thức khen thưởng.",
              "Nothing to cure; where the conditions are too strict, look at the award's “conditions” or “excluded”.";
    }
    /// A unit that waits for the council's choice on one award also stands in another that the first excludes.
    WAITS_ON_TWO = "W003" Warning {
        title: "Đơn vị đang chờ hội đồng chọn ở một hình thức khen thưởng, đồng thời có mặt ở hình thức loại trừ nhau",
               "A unit waits for the council on one award and stands in another that excludes it";
        why: "Đồng hạng ở vị trí cuối của chỉ tiêu không loại đơn vị khỏi hình thức khen thưởng khác; nếu hội đồng chọn đơn vị này cho hình thức trước thì danh sách sau thay đổi.",
             "A tie at the edge of a quota does not exclude from other awards; should the council choose the unit for the first, the second list changes.";
        cure: "Xét hình thức khen thưởng trước, thêm đơn vị vào “excluded” của hình thức sau nếu được chọn, rồi chạy lại.",
              "Decide on the first award, add the unit to “excluded” of the second if it is chosen, and run again.";
    }
    /// The quota is a share that comes to no place.
    NO_PLACE = "W005" Warning {
        title: "Tỷ lệ khen thưởng không đủ một chỉ tiêu", "An award's share comes to no place";
        why: "Tỷ lệ tính trên số đơn vị được xếp hạng; đơn vị chưa gửi báo cáo, không xếp hạng thì không tính, phần lẻ không thành chỉ tiêu.",
             "The share is one of the units that are ranked; those that sent nothing, or take no place, don't count, and a part of a place is none.";
        cure: "Tăng tỷ lệ ở “quota”, thêm “round: up”, hoặc ghi số chỉ tiêu.", "Raise the share under “quota”, add “round: up”, or write a number of places.";
    }
}
