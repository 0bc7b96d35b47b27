//! A template of the office's own: a notice of results, filled in by every run.

use parindex::account::{Document, Head, Part, Table, centre, text};
use parindex::print::document;
use parindex::text::Lang;

/// Makes the template.
pub fn notice() -> std::io::Result<Vec<u8>> {
    let named = |name: &str| format!("{{{{{name}}}}}");
    let mut notice = Document {
        title: "Mẫu thông báo kết quả".into(),
        office: None,
        notice: Some(named("luu_y")),
        day: None,
        lang: Lang::Vi,
        parts: Vec::new(),
    };
    notice.add(Part::Head(Head {
        superior: Some("UBND TỈNH LONG AN".into()),
        office: "SỞ NỘI VỤ".into(),
        number: "Số: ……/TB-……".into(),
        about: None,
        dated: "Long An, ngày …… tháng …… năm ………".into(),
    }));
    notice.add(Part::Title {
        kind: "THÔNG BÁO".into(), about: format!("Kết quả Chỉ số cải cách hành chính năm {}", named("nam"))
    });
    notice.paragraph(format!(
        "{} thông báo kết quả “{}”: {}/{} đơn vị đã gửi báo cáo tự đánh giá, {} đơn vị được xếp hạng.",
        named("co_quan"),
        named("dot_danh_gia"),
        named("so_da_gui"),
        named("so_don_vi"),
        named("so_xep_hang")
    ));
    let table = |heads: &[&str], names: &[&str]| {
        let mut table = Table::new(heads.iter().map(|head| centre(*head)));
        table.row(names.iter().map(|name| text(named(name))));
        table
    };
    let heads = ["Khối", "Xếp hạng", "Chỉ số trung bình (%)", "Xếp thứ nhất"];
    let names = ["khoi.ten", "khoi.so_xep_hang", "khoi.chi_so_trung_binh", "khoi.dan_dau"];
    notice.table("1. Kết quả theo khối", &[28, 16, 20, 36], table(&heads, &names));
    let heads = ["Khối", "Hạng", "Đơn vị", "Tổng điểm", "Chỉ số (%)", "Xếp loại"];
    let names = ["xep_hang.khoi", "xep_hang.hang", "xep_hang.don_vi", "xep_hang.tong_diem", "xep_hang.chi_so", "xep_hang.xep_loai"];
    notice.table("2. Kết quả từng đơn vị", &[22, 9, 33, 12, 12, 12], table(&heads, &names));
    let heads = ["Đơn vị chưa được xếp hạng", "Lý do"];
    notice.table("3. Đơn vị chưa được xếp hạng", &[50, 50], table(&heads, &["khong_xep_hang.don_vi", "khong_xep_hang.ly_do"]));
    notice.paragraph(format!("{} thông báo để các cơ quan, đơn vị biết./.", named("co_quan")));
    notice.add(Part::Close {
        recipients: vec!["- Các cơ quan, đơn vị được đánh giá;".into(), "- Lưu: VT.".into()],
        signed: vec![named("chuc_danh_ky")],
        name: "………………………".into(),
    });
    document(&notice)
}
