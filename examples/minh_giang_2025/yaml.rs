//! `campaign.yaml`.

use std::fmt::Write;

use super::units::Frame;

/// Communes that sent their forms late, with the days on which they came.
pub static LATE: [(&str, &str); 4] =
    [("phuong-nam-linh", "2026-01-13"), ("phuong-phu-linh", "2026-01-12"), ("xa-tan-trach", "2026-01-16"), ("so-y-te", "2026-01-12")];
/// Unit that sends nothing.
pub const SILENT: &str = "phuong-thanh-linh";
/// Unit that breaks most rules of filling in.
pub const CARELESS: &str = "phuong-my-linh";

/// What stands above the units.
const HEAD: &str = r#"# yaml-language-server: $schema=../../criteria/schema/campaign.json
# Đợt chấm điểm minh họa của một tỉnh KHÔNG CÓ THẬT (tỉnh Minh Giang). Tên xã, phường, số liệu, văn bản, điểm thẩm định,
# kết quả điều tra và kết quả năm 2024 đều do người soạn mẫu đặt ra. Tệp này cũng do chương trình tạo:
# cargo run --example minh_giang_2025 -- samples/minh-giang-2025
id: minh-giang-2025
title: Chỉ số cải cách hành chính năm 2025 của các sở, ban, ngành và UBND xã, phường tỉnh Minh Giang (tỉnh giả định)
authority: UBND tỉnh Minh Giang
office: Sở Nội vụ tỉnh Minh Giang
place: Minh Giang
signatory: { title: GIÁM ĐỐC }
council: Hội đồng thẩm định kết quả cải cách hành chính
year: 2025
period: { from: 2025-01-01, to: 2025-12-31 }
deadline: 2026-01-10
extensions:
  - { units: [so-y-te], deadline: 2026-01-14, reason: Công văn số 15/SNV-CCHC ngày 06/01/2026 (văn bản minh họa) }
  - { criteria: ["6.1"], deadline: 2026-01-20, reason: "Chờ Kho bạc Nhà nước xác nhận số giải ngân (văn bản minh họa)" }
late: { effect: flag }             # điểm trừ do Hội đồng ghi ở dòng P1
notice: TỈNH GIẢ ĐỊNH - SỐ LIỆU MINH HỌA
official: appraised_2
rounds:
  - { id: 1, name: Thẩm định lần 1, from: 2026-01-19, to: 2026-02-06 }
  - { id: 2, name: Thẩm định lần 2 (sau giải trình), from: 2026-03-02, to: 2026-03-13 }
previous: nam-truoc                # năm 2024: 18 sở, ngành, 8 huyện, 240 xã trước sắp xếp
reports: { threshold: 75, published: [scores, grades] }
grades:
  - id: chung
    bands:
      - { name: Xuất sắc, from: 92 }
      - { name: Tốt, from: 85 }
      - { name: Khá, from: 75 }
      - { name: Trung bình, from: 60 }
      - { name: Yếu, from: 0 }

agencies:                          # ai thẩm định lĩnh vực nào; còn lại do Sở Nội vụ
  - { id: snv, name: Sở Nội vụ, criteria: ["1", "4", "5"] }
  - { id: stp, name: Sở Tư pháp, criteria: ["2"] }
  - { id: vpub, name: Văn phòng UBND tỉnh, criteria: ["3"] }
  - { id: stc, name: Sở Tài chính, criteria: ["6"] }
  - { id: skhcn, name: Sở Khoa học và Công nghệ, criteria: ["7"] }

groups:
  - { id: so-nganh, name: "Sở, ban, ngành tỉnh", set: mau-so-nganh-2025, grades: chung }
  - { id: xa-phuong, name: "UBND xã, phường, đặc khu", set: mau-xa-phuong-2025, grades: chung }

not_applicable:
  - { units: [so-noi-vu, so-dan-toc-va-ton-giao, thanh-tra-tinh], criteria: ["6.1"], reason: Không được giao kế hoạch vốn đầu tư công năm 2025 }
UNLESS_CUT
totals:
  - { label: Hồ sơ đã giải quyết, measure: hồ sơ, of: da_giai_quyet, criteria: ["3.3.1"] }
  - { label: Hồ sơ giải quyết đúng hạn, measure: hồ sơ, of: dung_han, criteria: ["3.3.1"] }
  - { label: Tỷ lệ hồ sơ giải quyết đúng hạn, measure: "%", of: dung_han, to: da_giai_quyet, criteria: ["3.3.1"] }

awards:
  - { id: co-thi-dua, name: Cờ thi đua của UBND tỉnh, groups: [so-nganh, xa-phuong], scope: per_group, quota: 1 }
  - id: bang-khen-so-nganh
    name: "Bằng khen của Chủ tịch UBND tỉnh (khối sở, ban, ngành)"
    groups: [so-nganh]
    quota: 3
    conditions: [ { what: award, none_of: [co-thi-dua] } ]
  - id: bang-khen-xa-phuong
    name: "Bằng khen của Chủ tịch UBND tỉnh (khối xã, phường, đặc khu)"
    groups: [xa-phuong]
    quota: 10%
    conditions: [ { what: award, none_of: [co-thi-dua] } ]

units:
"#;

/// The island's exemption, where it takes part.
const ISLAND: &str =
    "  - { units: [dac-khu-hon-may], criteria: [\"6.3.2\"], reason: Đặc khu không có trụ sở dôi dư do không sắp xếp với đơn vị khác }\n";

/// Writes the campaign.
pub fn campaign(units: &[Frame]) -> String {
    let island = units.iter().any(|unit| unit.id == "dac-khu-hon-may");
    let mut yaml = HEAD.replace("UNLESS_CUT\n", if island { ISLAND } else { "" });
    // A blank line parts blocks, as above.
    yaml = yaml.replace("\ntotals:", "\n\ntotals:").replace("\n\n\ntotals:", "\n\ntotals:");
    for unit in units {
        let group = if unit.department { "so-nganh" } else { "xa-phuong" };
        let name = if unit.name.contains(',') { format!("\"{}\"", unit.name) } else { unit.name.clone() };
        let mut line = format!("  - {{ id: {}, name: {name}, group: {group}", unit.id);
        if !unit.predecessors.is_empty() {
            line += &format!(", predecessors: [{}]", unit.predecessors.join(", "));
        }
        writeln!(yaml, "{line} }}").unwrap_or_default();
    }
    yaml
}

/// Writes the register of receipt.
pub fn register(units: &[Frame]) -> String {
    let mut table = String::from("\u{feff}Đơn vị;Ngày nhận;Tiêu chí\r\n");
    for unit in units.iter().filter(|unit| unit.id != SILENT) {
        let late = LATE.iter().find(|(id, _)| *id == unit.id).map(|(_, day)| *day);
        let day = late.map_or_else(
            || format!("{:02}/01/2026", 5 + unit.noise("received", 5)),
            |day| {
                let parts: Vec<&str> = day.split('-').rev().collect();
                parts.join("/")
            },
        );
        table += &format!("{};{day};\r\n", unit.name);
    }
    table
}
