//! Tables of appraisal: several columns, tables and sheets of one role, and what is taken for a reason or asked.

use std::sync::LazyLock;

use parindex::assessment::Round;
use parindex::campaign::{Plan, Table};
use parindex::convert::{Options, convert};
use parindex::figure::UnitId;
use parindex::finding::Checked;
use parindex::points::RoundingMode;
use parindex::workbook;

use crate::folder::{Folder, drawn};
use crate::survey::{codes, work_out};

/// Works the small campaign out with a table of the council; gives the points of criterion 2 in two rounds, unit by unit, and
/// the codes found.
fn read(table: &str) -> (String, String) {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| Folder::base().plan());
    let worked = work_out(&PLAN, Table::Appraisal, table);
    let of = |unit: &str| {
        let nodes = &worked.cards[&UnitId::new(unit)].nodes;
        let node = nodes.iter().find(|node| node.id.as_str() == "2").unwrap();
        let at = |round: u8| {
            let points = node.stages.appraised.get(&Round::new(round).unwrap());
            points.map_or("–".into(), |points| points.fixed(2, RoundingMode::HalfUp))
        };
        format!("{} {}", at(1), at(2))
    };
    (format!("{}, {}", of("so-a"), of("so-b")), codes(&worked))
}

/// Holds tables, each with what is read and found.
fn hold(table: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, points, codes)| {
            let (read, found) = read(text);
            ((read.as_str(), found.as_str()) != (*points, *codes)).then(|| format!("{text}\n  read {read} found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_two_columns_one_is_read_for_a_reason_or_none() {
    hold(&[
        // Two rounds are two things.
        ("Đơn vị;Tiêu chí;Điểm thẩm định lần 1;Điểm thẩm định lần 2\nso-a;2;1;1,5\n", "1.00 1.50, – –", ""),
        ("Đơn vị | Tiêu chí | Điểm thẩm định | >\n | | Lần 1 | Lần 2\nso-a | '2 | 1 | 1.5\n", "1.00 1.50, – –", ""),
        // The year, "chính thức", "dự kiến", "năm trước" decide.
        ("Đơn vị;Tiêu chí;Điểm thẩm định năm 2025;Điểm thẩm định năm 2026\nso-a;2;1;1,5\n", "1.50 –, – –", "A031"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định 2026;Điểm thẩm định 2025\nso-a;2;1,5;1\n", "1.50 –, – –", "A031"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định năm trước;Điểm thẩm định\nso-a;2;1;1,5\n", "1.50 –, – –", "A031"),
        ("Đơn vị;Tiêu chí;Điểm dự kiến;Điểm chính thức\nso-a;2;1;1,5\n", "1.50 –, – –", "A031"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm thẩm định điều chỉnh\nso-a;2;1;1,5\n", "1.50 –, – –", "A031"),
        ("Đơn vị;Tiêu chí;Điểm dự kiến;Điểm thẩm định\nso-a;2;1;1,5\n", "1.50 –, – –", "A031"),
        // An empty column is no rival.
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm hội đồng\nso-a;2;1,5;\n", "1.50 –, – –", ""),
        // Nothing tells them apart.
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm thẩm định\nso-a;2;1;1,5\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm hội đồng;Điểm SNV đánh giá\nso-a;2;1;1,5\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm;Điểm thẩm định lần 2\nso-a;2;1;1,5\n", "1.00 1.50, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm thẩm định lần 1\nso-a;2;1;1,5\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định năm 2025\nso-a;2;1\n", "– –, – –", "A030"),
        // Words that nobody knows may say what counts in the end.
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm thẩm định lại\nso-a;2;1;1,5\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm phúc tra\nso-a;2;1;1,5\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm sau giải trình;Điểm thẩm định\nso-a;2;1;1,5\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm lần 1;Điểm lần 2;Điểm phúc tra lần 2\nso-a;2;1;1,5;1\n", "1.00 –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Điểm phúc tra\nso-a;2;1,5;\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm thẩm định;Lý do trừ điểm\nso-a;2;1,5;thiếu kế hoạch\n", "1.50 –, – –", ""),
        // What is in brackets may take it back.
        ("Đơn vị;Tiêu chí;Điểm (đơn vị tự chấm)\nso-a;2;1\n", "– –, – –", "S070"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định lần 1 (đã hủy)\nso-a;2;1\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định (chưa thống nhất)\nso-a;2;1\n", "– –, – –", "A030"),
        ("Đơn vị;Tiêu chí;Điểm thẩm định (theo hướng dẫn)\nso-a;2;1\n", "1.00 –, – –", ""),
        // Others' columns are no rivals.
        ("Đơn vị;Tiêu chí;Điểm tối đa;Điểm tự đánh giá;Điểm thẩm định\nso-a;2;2;2;1,5\n", "1.50 –, – –", ""),
        (
            "Đơn vị | Tiêu chí | Điểm đánh giá | > | >\n | | Điều tra XHH | Tự đánh giá | SNV đánh giá\nso-a | '2 | | 2 | 1.5\n",
            "1.50 –, – –",
            "",
        ),
        // No points at all.
        ("Đơn vị;Tiêu chí;Kết quả\nso-a;2;1,5\n", "– –, – –", "A034"),
        ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nso-a;2;1,5\n", "– –, – –", "A035"),
        ("Đơn vị;Tiêu chí;Số liệu;Giá trị\nso-a;2;x;1,5\n", "– –, – –", "A010"),
        ("Đơn vị;Tiêu chí;Số liệu;Điểm\nso-a;2;x;1,5\n", "– –, – –", "A042"),
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2;75%\n", "– –, – –", "S072"),
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2;2,5\nso-b;2;-1\n", "2.50 –, -1.00 –", "A004"),
    ]);
}

#[test]
fn a_quotation_mark_that_hides_the_heading_is_told() {
    let quoted =
        ["\"Đơn vị;Tiêu chí;Điểm\nso-a;2;1,5\n", "Đơn vị;\"Tiêu chí;Điểm\nso-a;2;1,5\n", "\"Đơn vị\tTiêu chí\tĐiểm\nso-a\t2\t1,5\n"];
    hold(&quoted.map(|text| (text, "– –, – –", "S076")));
    hold(&[
        ("\"Đơn vị\";\"Tiêu chí\";Điểm\nso-a;2;1,5\n", "1.50 –, – –", ""),
        ("Cơ quan nào;Việc gì;Điểm\nso-a;2;1,5\n", "– –, – –", "S070"),
    ]);
}

#[test]
fn columns_of_one_kind_must_name_the_same_in_a_row() {
    hold(&[
        // A code beside a name, in either order; a code that nobody knows says nothing.
        ("Mã đơn vị;Tên đơn vị;Tiêu chí;Điểm\nso-a;Sở A;2;1,5\nso-b;Sở B;2;1\n", "1.50 –, 1.00 –", ""),
        ("Tên đơn vị;Mã đơn vị;Tiêu chí;Điểm\nSở A;so-a;2;1,5\n", "1.50 –, – –", ""),
        ("Mã đơn vị;Tên đơn vị;Tiêu chí;Điểm\n17;Sở A;2;1,5\n", "1.50 –, – –", ""),
        ("Tên đơn vị;Mã đơn vị;Tiêu chí;Điểm\n;so-b;2;1,5\n", "– –, 1.50 –", ""),
        // A name that is none of the unit's beside its code is another office's; a spelling of it is its own.
        ("Mã đơn vị;Tên đơn vị;Tiêu chí;Điểm\nso-a;Sở Không Có;2;1,5\nso-b;Sở B;2;1\n", "– –, 1.00 –", "A043"),
        ("Đơn vị;Cơ quan;Tiêu chí;Điểm\nUBND xã Lạ;so-a;2;1,5\n", "– –, – –", "A043"),
        ("Mã đơn vị;Tên đơn vị;Tiêu chí;Điểm\nso-a;Sở A tỉnh;2;1,5\nso-b;B;2;1\n", "1.50 –, 1.00 –", ""),
        // They name two units: only that row is asked.
        ("Đơn vị;Cơ quan;Tiêu chí;Điểm\nso-a;so-b;2;1,5\nso-b;so-b;2;1\n", "– –, 1.00 –", "A043"),
        ("Cơ quan;Đơn vị;Tiêu chí;Điểm\nso-b;so-a;2;1,5\n", "– –, – –", "A043"),
        // A criterion's number and name; an area beside its criterion is the criterion.
        ("Đơn vị;Mã tiêu chí;Tên tiêu chí;Điểm\nso-a;2;Ứng dụng công nghệ thông tin;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Tiêu chí thành phần;Điểm\nso-a;1;1.2;1\n", "– –, – –", ""),
        ("Đơn vị;Mã tiêu chí;Tiêu chí;Điểm\nso-a;2;1.2;1,5\nso-b;2;2;1\n", "– –, 1.00 –", "A043"),
        // Rounds.
        ("Đơn vị;Tiêu chí;Điểm;Lần;Vòng\nso-a;2;1,5;2;2\nso-b;2;1;1;\n", "– 1.50, 1.00 –", ""),
        ("Đơn vị;Tiêu chí;Điểm;Lần;Vòng\nso-a;2;1,5;2;1\n", "– –, – –", "A043"),
        ("Đơn vị;Tiêu chí;Điểm;Vòng;Lần\nso-a;2;1,5;1;2\n", "– –, – –", "A043"),
        // A row that gives nothing asks nothing.
        ("Đơn vị;Cơ quan;Tiêu chí;Điểm\nso-a;so-b;2;\nso-b;so-b;2;1\n", "– –, 1.00 –", ""),
    ]);
}

#[test]
fn of_two_tables_one_is_read_for_a_reason_or_neither() {
    hold(&[
        // Two tables below each other, with columns in another order.
        ("Đơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n\nTiêu chí | Lý do | Đơn vị | Điểm\n'2 | Đủ | so-b | 1\n", "1.50 –, 1.00 –", ""),
        // The same said twice is said once.
        ("Đơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n\nĐơn vị | Tiêu chí | Điểm\nsở a | '2 | 1.5\nso-b | '2 | 1\n", "1.50 –, 1.00 –", ""),
        // They differ, and nothing tells which is right.
        ("Đơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\nso-b | '2 | 1\n\nĐơn vị | Tiêu chí | Điểm\nSở A | '2 | 2\n", "– –, 1.00 –", "A032"),
        ("== Bảng 1\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n== Bảng 2\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1\n", "– –, – –", "A032"),
        // The sheet's name or the title tells.
        ("== 2025\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n== 2026\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1\n", "1.00 –, – –", "A060"),
        (
            "== Dự kiến\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n== Chính thức\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1\n",
            "1.00 –, – –",
            "A060",
        ),
        (
            "BẢNG ĐIỂM CHÍNH THỨC\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\nBẢNG ĐIỂM DỰ KIẾN\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1\nso-b | '2 | 1\n",
            "1.50 –, – –",
            "A060",
        ),
        (
            "BẢNG ĐIỂM CHÍNH THỨC\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\nBẢNG ĐIỂM\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1\nso-b | '2 | 1\n",
            "1.50 –, 1.00 –",
            "A033",
        ),
        // Sheets of different rounds don't compete.
        (
            "== Lần 1\nĐơn vị | Tiêu chí | Điểm lần 1\nso-a | '2 | 1.5\n== Lần 2\nĐơn vị | Tiêu chí | Điểm lần 2\nso-a | '2 | 1\n",
            "1.50 1.00, – –",
            "",
        ),
    ]);
}

#[test]
fn units_or_criteria_across_the_top_are_read() {
    hold(&[
        ("BẢNG ĐIỂM THẨM ĐỊNH\nSTT | Tiêu chí | Điểm tối đa | Sở A | Sở B\n1 | '2 | 2 | 1.5 | 1\n", "1.50 –, 1.00 –", ""),
        ("Đơn vị | 2\nSở A | 1.5\nSở B | 1\n", "1.50 –, 1.00 –", ""),
        ("Đơn vị | Điểm thẩm định lần 2 | >\n | '1.3 | '2\nSở A | 1 | 1.5\n", "– 1.50, – –", ""),
        ("Đơn vị | Tổ chức bộ máy | Ghi chú\nSở A | 1.5 | tốt\n", "1.50 –, – –", ""),
        // The same unit twice.
        ("Tiêu chí | Sở A | so-a\n'2 | 1.5 | 1\n", "– –, – –", "A003"),
        ("Tiêu chí | Sở A | Sở A\n'2 | 1.5 | 1\n", "– –, – –", "A030"),
        ("Đơn vị: Sở B\nTiêu chí | Điểm thẩm định | Lý do\n'2 | 1.5 | thiếu\n", "– –, 1.50 –", ""),
        // What stands among them with figures below it, and is none of them, is asked; words are no figures.
        ("Tiêu chí | Sở A | Sở Lạ\n'2 | 1.5 | 1\n", "1.50 –, – –", "A001"),
        ("Tiêu chí | Sở A | Sở Lạ\n'2 | 1.5\n", "1.50 –, – –", ""),
        ("Đơn vị;2;2.9\nso-a;1,5;1\n", "1.50 –, – –", "A002"),
        ("Đơn vị;2;Người chấm;Ghi chú\nso-a;1,5;Ông A;đủ\n", "1.50 –, – –", ""),
    ]);
}

#[test]
fn number_and_name_of_a_criterion_must_agree() {
    hold(&[
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2 Tổ chức bộ máy;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2. Tổ chức bộ máy;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2 - theo lời văn khác;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2 Ban hành kế hoạch;1,5\n", "– –, – –", "A043"),
        ("Đơn vị;Mã;Tên tiêu chí;Điểm\nso-a;2;Tổ chức bộ máy;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Mã;Tên tiêu chí;Điểm\nso-a;2;Ban hành kế hoạch;1,5\n", "– –, – –", "A043"),
        ("Đơn vị;Lĩnh vực;Tiêu chí;Điểm\nso-a;2;2;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Lĩnh vực;Tiêu chí;Điểm\nso-a;1;2;1,5\n", "– –, – –", "A043"),
    ]);
}

#[test]
fn a_title_says_round_and_year_where_the_heading_does_not() {
    let of = |title: &str| format!("{title};;\nĐơn vị;Tiêu chí;Điểm\nso-a;2;1,5\n");
    for (title, points, codes) in [
        ("KẾT QUẢ THẨM ĐỊNH LẦN 2", "– 1.50, – –", ""),
        ("BẢNG ĐIỂM THẨM ĐỊNH NĂM 2026", "1.50 –, – –", ""),
        ("BẢNG ĐIỂM THẨM ĐỊNH NĂM 2025", "– –, – –", "A060"),
        ("BẢNG ĐIỂM THẨM ĐỊNH NĂM 2025, 2026", "1.50 –, – –", ""),
        ("DỰ THẢO BẢNG ĐIỂM", "– –, – –", "A060"),
        ("Bản nháp", "– –, – –", "A060"),
        ("Bảng nhập điểm", "1.50 –, – –", ""),
        ("Kết quả thẩm định (chưa chính thức)", "– –, – –", "A060"),
        ("BẢNG ĐIỂM TỰ ĐÁNH GIÁ", "– –, – –", "A060"),
        ("KẾT QUẢ TỰ ĐÁNH GIÁ VÀ THẨM ĐỊNH", "1.50 –, – –", ""),
        ("ĐIỂM TRỪ CỦA CÁC ĐƠN VỊ", "– –, – –", "A060"),
        ("Chênh lệch điểm", "– –, – –", "A060"),
        ("Kèm theo Dự thảo Báo cáo số 12/BC-SNV", "1.50 –, – –", ""),
        ("KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", "1.50 –, – –", ""),
        ("Bảng điểm (kèm theo Quyết định số 2025/QĐ-UBND)", "1.50 –, – –", ""),
        ("Long An, ngày 05 tháng 01 năm 2027", "1.50 –, – –", ""),
    ] {
        hold(&[(of(title).as_str(), points, codes)]);
    }
    // The heading's own word goes before the title's.
    hold(&[("KẾT QUẢ LẦN 2;;\nĐơn vị;Tiêu chí;Điểm lần 1\nso-a;2;1,5\n", "1.50 –, – –", "")]);
}

#[test]
fn marks_on_a_scale_are_no_points() {
    for heading in ["Điểm (thang 100)", "Điểm (thang điểm 10)", "Điểm (1-5)", "Điểm (/100)", "Điểm theo thang 5"] {
        let (points, codes) = read(&format!("Đơn vị;Tiêu chí;{heading}\nso-a;2;1,5\n"));
        assert_eq!(points, "– –, – –", "{heading}");
        assert!(!codes.is_empty(), "{heading}");
    }
    hold(&[("Đơn vị;Tiêu chí;Điểm (0,5 điểm mỗi mục)\nso-a;2;1,5\n", "1.50 –, – –", "")]);
}

#[test]
fn a_comma_may_have_parted_a_number_whatever_stands_behind_it() {
    for (line, points) in [
        ("Điểm,Lý do\nso-a,2,1,75 điểm\n", "– –, – –"),
        ("Điểm,Lý do\nso-a,2,0,5đ\n", "– –, – –"),
        ("Điểm,Lý do\nso-a,2,1,5 (thiếu kế hoạch)\n", "– –, – –"),
        ("Điểm,Người thẩm định\nso-a,2,1,5\n", "– –, – –"),
        ("Điểm,Lần,Lý do\nso-a,2,1,2\n", "– –, – –"),
        ("Điểm,Lần,Lý do\nso-a,2,1,2,5\n", "– –, – –"),
        ("Điểm,Lần,Lý do\nso-a,2,1,2,thiếu\n", "– 1.00, – –"),
        ("Điểm,Lý do\nso-a,2,1,2 báo cáo chậm\n", "1.00 –, – –"),
        ("Điểm,Lý do\nso-a,2,1,12/BC-SNV\n", "1.00 –, – –"),
        ("Điểm,Lý do\nso-a,2,\"1,5\",5\n", "1.50 –, – –"),
    ] {
        let (read, codes) = read(&format!("Đơn vị,Tiêu chí,{line}"));
        assert_eq!((read.as_str(), codes.as_str()), (points, if points.starts_with("– –,") { "S075" } else { "" }), "{line}");
    }
}

#[test]
fn the_table_of_a_decision_has_no_first_column_of_a_role() {
    let said = |head: &str| {
        let table = format!(
            "STT | Tiêu chí | {head}\n'1 | Thể chế | 5 | 6 | 7\n'1.1 | Ban hành kế hoạch | 2 | 3 | 4\n'1.2 | Báo cáo | 3 | 3 | 3\n"
        );
        let book = workbook::open(&drawn(&table), "bang.xlsx").value.unwrap();
        let Checked { value, findings } = convert(&book, "bang.xlsx", &Options::default());
        let codes = findings.iter().map(|one| one.code.id).filter(|code| code.starts_with('S') || ["C300", "C322"].contains(code));
        let codes = codes.collect::<Vec<_>>().join(" ");
        (value.map(|made| made.yaml.lines().filter(|line| line.trim().starts_with("max: ")).count()).unwrap_or_default(), codes)
    };
    for (head, maxima, codes) in [
        ("Điểm tối đa | Điểm tối đa | Ghi chú", 0, "C322"),
        ("Điểm tối đa năm 2025 | Điểm tối đa năm 2026 | Ghi chú", 0, "C322"),
        ("Điểm tối đa | Số liệu | Số liệu", 3, "S110"),
        ("Điểm tối đa | Số liệu dự kiến | Số liệu", 3, "S111"),
        ("Điểm tối đa | Số liệu | Ghi chú", 3, ""),
    ] {
        assert_eq!(said(head), (maxima, codes.to_owned()), "{head}");
    }
}

#[test]
fn the_name_of_a_sheet_says_what_the_table_does_not() {
    let sheet = |name: &str| format!("== {name}\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n");
    for (name, points, codes) in [
        ("Lần 2", "– 1.50, – –", ""),
        ("Thẩm định vòng 2", "– 1.50, – –", ""),
        ("Lần 1, lần 2", "1.50 –, – –", ""),
        ("Năm 2025", "– –, – –", "A060"),
        ("2026", "1.50 –, – –", ""),
        ("15.01.2027", "1.50 –, – –", ""),
        ("Tháng 1-2027", "1.50 –, – –", ""),
        ("Tự chấm", "– –, – –", "A060"),
        ("Nháp", "– –, – –", "A060"),
        ("Nhập điểm", "1.50 –, – –", ""),
        ("Dự kiến", "– –, – –", "A060"),
    ] {
        hold(&[(sheet(name).as_str(), points, codes)]);
    }
    // Beside a table that is read, one that is no result is only told.
    let both = |one: &str, other: &str| {
        format!("== {one}\nĐơn vị | Tiêu chí | Điểm\nso-b | '2 | 2\n== {other}\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n")
    };
    hold(&[
        (&both("Tự đánh giá", "Thẩm định"), "1.50 –, – –", "A060"),
        (&both("Năm 2025", "Năm 2026"), "1.50 –, – –", "A060"),
        (&both("Lần 1", "Lần 2"), "– 1.50, 2.00 –", ""),
        (&both("Trang1", "Trang2"), "1.50 –, 2.00 –", ""),
    ]);
    // The title and the sheet name different rounds: neither is believed.
    hold(&[("== Lần 1\nKẾT QUẢ THẨM ĐỊNH LẦN 2\nĐơn vị | Tiêu chí | Điểm\nso-a | '2 | 1.5\n", "– –, – –", "A009")]);
}

#[test]
fn what_brackets_say_of_points_is_understood_or_asked() {
    for (heading, points, codes) in [
        ("Điểm thẩm định (cũ)", "– –, – –", "A034"),
        ("Điểm thẩm định (đơn vị đề nghị)", "– –, – –", "A034"),
        ("Điểm (chưa trừ)", "– –, – –", "A034"),
        ("Điểm (‰)", "– –, – –", "A034"),
        ("Điểm thẩm định (tối đa 2 điểm)", "1.50 –, – –", ""),
        ("Điểm thẩm định (tối đa 5)", "– –, – –", "A035"),
        ("Điểm thẩm định (làm tròn 2 chữ số)", "1.50 –, – –", ""),
        ("Điểm thẩm định (theo Quyết định số 12/QĐ-UBND)", "1.50 –, – –", ""),
        ("Điểm thẩm định (sau giải trình)", "1.50 –, – –", ""),
        ("Điểm thẩm định (5)", "1.50 –, – –", ""),
        ("Điểm điều tra xã hội học", "– –, – –", "S070"),
    ] {
        hold(&[(format!("Đơn vị;Tiêu chí;{heading}\nso-a;2;1,5\n").as_str(), points, codes)]);
    }
}

#[test]
fn sums_and_maxima_are_no_units_and_no_criteria() {
    hold(&[
        ("Đơn vị;2;Tổng\nĐiểm tối đa;2;10\nso-a;1,5;1,5\nTổng cộng;1,5;1,5\n", "1.50 –, – –", ""),
        ("Tiêu chí;so-a;so-b;Tổng;Trung bình\n2;1,5;1;2,5;1,25\n", "1.50 –, 1.00 –", ""),
        ("TT;Tiêu chí;so-a\n2;Tổ chức bộ máy;1,5\nTổng cộng;;1,5\n", "1.50 –, – –", ""),
        // A column of another name among the units is asked.
        ("Tiêu chí;so-a;so-x\n2;1,5;1\n", "1.50 –, – –", "A001"),
        // A maximum or the unit's own score behind points are no rest of them.
        ("Đơn vị,Tiêu chí,Điểm thẩm định,Điểm tối đa,Lý do\nso-a,2,1,2,thiếu\n", "1.00 –, – –", ""),
        ("Đơn vị,Tiêu chí,Điểm thẩm định,Điểm tự đánh giá,Lý do\nso-a,2,1,2,thiếu\n", "1.00 –, – –", ""),
        ("Đơn vị,Tiêu chí,Điểm thẩm định,Điểm tối đa,Lý do\nso-a,2,1,5,2,thiếu\n", "– –, – –", "S075"),
    ]);
}

#[test]
fn what_stands_behind_a_criterion_across_the_top_is_judged() {
    for (heading, points, codes) in [
        ("2", "1.50 –, – –", ""),
        ("2 Tổ chức bộ máy", "1.50 –, – –", ""),
        ("2 lần 2", "– 1.50, – –", ""),
        ("2 năm 2026", "1.50 –, – –", ""),
        ("2 năm 2025", "– –, – –", "A030"),
        ("2 dự kiến", "– –, – –", "A030"),
        ("2 (nháp)", "– –, – –", "A034"),
        ("2 (bị trừ)", "– –, – –", "A034"),
        ("2 tự chấm", "– –, – –", "S070"),
    ] {
        hold(&[(format!("Đơn vị;{heading}\nso-a;1,5\n").as_str(), points, codes)]);
    }
    hold(&[
        ("Đơn vị;2 lần 1;2 lần 2\nso-a;1,5;1\n", "1.50 1.00, – –", ""),
        ("Đơn vị;2 tự chấm;2 thẩm định\nso-a;2;1\n", "1.00 –, – –", ""),
        // A number before the name, and signatures below.
        ("Đơn vị;Tiêu chí;Điểm\n1. Sở A;2;1,5\n;;Chủ tịch Hội đồng\n;;Trần B\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm sau thẩm định\nso-a;2;1,5\n", "1.50 –, – –", ""),
        ("Đơn vị;Tiêu chí;Điểm thẩm định (nháp)\nso-a;2;1,5\n", "– –, – –", "A034"),
        ("KẾT QUẢ THẨM ĐỊNH SƠ BỘ;;\nĐơn vị;Tiêu chí;Điểm\nso-a;2;1,5\n", "– –, – –", "A060"),
        ("KẾT QUẢ THẨM ĐỊNH QUÝ III;;\nĐơn vị;Tiêu chí;Điểm\nso-a;2;1,5\n", "– –, – –", "A060"),
        ("BẢNG ĐIỂM TỐI ĐA;;\nĐơn vị;Tiêu chí;Điểm\nso-a;2;1,5\n", "– –, – –", "A060"),
        // One cell for two criteria is asked.
        ("Đơn vị;Tiêu chí;Điểm\nso-a;2 và 3;1,5\n", "– –, – –", "A043"),
    ]);
}
