//! What the appraisal council and the survey typed.

use super::frame::{Frame, TWIN, TWINNED};

/// Change: unit, criterion, hundredths of points, reason.
pub type Change = (&'static str, &'static str, u32, &'static str);

/// Points that the council took away, or gave back, after looking at the evidence.
#[rustfmt::skip]
pub static CHANGED: [Change; 23] = [
    ("van-phong-ubnd-tinh", "1.3.1", 100, "Kế hoạch có kiểm tra nhưng hai phòng chưa có biên bản"),
    ("so-noi-vu", "7.1.2", 150, "Hệ thống thư điện tử ghi nhận số người dùng thường xuyên thấp hơn kê khai"),
    ("so-tu-phap", "7.2.1", 200, "Một số dịch vụ trong danh mục chưa vận hành trên cổng"),
    ("so-ke-hoach-va-dau-tu", "1.6", 150, "Thông báo kết luận chỉ có ba cuộc họp chuyên đề về CCHC"),
    ("so-cong-thuong", "5.3", 0, "Không có kế hoạch và báo cáo đào tạo, bồi dưỡng"),
    ("so-cong-thuong", "1.4", 150, "Chuyên mục trên trang thông tin điện tử chưa cập nhật trong năm"),
    ("so-nong-nghiep-va-ptnt", "4.1.1", 90, "Đề án mới được phê duyệt, chưa sắp xếp"),
    ("so-giao-thong-van-tai", "3.2.1", 175, "Còn thủ tục đã bãi bỏ trên bảng niêm yết"),
    ("so-xay-dung", "7.2.1", 150, "Danh mục công bố chỉ có một nửa số thủ tục kê khai"),
    ("so-tai-nguyen-va-moi-truong", "3.3.3", 100, "Kiểm tra xác suất: một nửa hồ sơ trễ hạn không có thư xin lỗi"),
    ("so-giao-duc-va-dao-tao", "3.2.2", 150, "Trang thông tin điện tử thiếu mẫu đơn, tờ khai"),
    ("so-y-te", "5.3", 150, "Tài liệu ngoài năm đánh giá; tính theo báo cáo của Sở Nội vụ"),
    ("thanh-tra-tinh", "5.5", 75, "Chưa ban hành quy chế văn hóa công sở"),
    ("tan-an", "3.2.2", 180, "Một phường chưa công khai đủ thủ tục"),
    ("kien-tuong", "1.4", 150, "Thiếu minh chứng một hình thức tuyên truyền"),
    ("can-duoc", "3.3.3", 120, "Mẫu kiểm tra: bốn phần mười hồ sơ trễ hạn không có thư xin lỗi"),
    ("can-giuoc", "1.1.3", 150, "Hai nhiệm vụ hoàn thành sau thời hạn"),
    ("duc-hoa", "3.3.4", 100, "Bộ phận một cửa ở ba xã chưa đủ diện tích theo quy định"),
    ("duc-hue", "7.1.1", 50, "Đơn vị bổ sung số liệu bằng văn bản; đạt 41 %"),
    ("moc-hoa", "3.2.2", 200, "Đơn vị đính chính: bảy trên bảy xã công khai đầy đủ"),
    ("tan-hung", "6.1", 270, "Theo báo cáo giải ngân của Kho bạc Nhà nước"),
    ("thanh-hoa", "1.4", 100, "Giải trình được chấp nhận một phần"),
    ("vinh-hung", "7.1.2", 120, "Nhật ký máy chủ thư điện tử thấp hơn số kê khai"),
];

/// Gives the council's own score for 4.3, in hundredths of points out of 2, with its reason.
pub fn cooperation(frame: &Frame) -> (u32, &'static str) {
    match if frame.id == TWIN { Frame::of(TWINNED) } else { Some(frame) }.unwrap_or(frame).rate("4.3") {
        95.. => (200, "Phối hợp chủ động, đúng hạn"),
        88..95 => (175, "Phối hợp tốt, một số văn bản góp ý chậm"),
        80..88 => (150, "Còn trễ hạn trả lời văn bản của cơ quan khác"),
        _ => (125, "Nhiều lần trễ hạn trả lời văn bản của cơ quan khác"),
    }
}

/// Gives what the survey found for 8.1, 8.2 and 8.3, in hundredths of points.
pub fn survey(frame: &Frame) -> [u32; 3] {
    let max = if frame.communes > 0 { 500 } else { 400 };
    if frame.id == TWIN {
        // Another order, the same sum.
        let [first, second, third] = Frame::of(TWINNED).map(survey).unwrap_or_default();
        return [second, third, first];
    }
    ["8.1", "8.2", "8.3"].map(|leaf| max * (frame.quality.max(80) - 14 + frame.noise(leaf, 13)).min(99) / 100)
}

/// What the second round came to, once units had explained: unit, criterion, hundredths of points, reason.
#[rustfmt::skip]
pub static SECOND: [Change; 4] = [
    ("so-cong-thuong", "5.3", 150, "Đơn vị bổ sung kế hoạch đào tạo, bồi dưỡng; công nhận phần có tài liệu"),
    ("so-xay-dung", "7.2.1", 226, "Đơn vị bổ sung quyết định ban hành danh mục; tính theo số liệu kê khai"),
    ("so-giao-duc-va-dao-tao", "3.2.2", 187, "Kiểm tra lại: mẫu đơn, tờ khai đã được đăng đủ trong năm 2018"),
    ("duc-hoa", "3.3.4", 100, "Giữ nguyên: biên bản kiểm tra thực tế tháng 10/2018 ghi ba xã chưa đủ diện tích"),
];
