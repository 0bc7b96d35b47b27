//! Words on how a criterion is scored that stand beside its rule: in another column, or in brackets in its name.

use parindex::convert::Options;

use super::{converted_with, said};

/// Converts one criterion with a rule of steps, its name, and a cell in a column of that heading; gives what is told.
fn told(name: &str, heading: &str, cell: &str) -> Vec<String> {
    let rows: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", heading],
        &["1", "Lĩnh vực", "=2", "", ""],
        &["1.1", name, "=2", "Hoàn thành kế hoạch: 2 điểm; không hoàn thành: 0 điểm", cell],
    ];
    said(&converted_with(&rows, &Options::default()).findings)
}

#[test]
fn words_in_another_column_that_may_change_points_are_asked() {
    for heading in ["Ghi chú", "Hình thức đánh giá", "Lưu ý khi chấm"] {
        for cell in [
            "Điều tra xã hội học",
            "Mỗi báo cáo chậm trừ 0,5 điểm",
            "Sở Tài chính chấm điểm",
            "Không áp dụng đối với đơn vị mới thành lập",
            "Không có phản ánh: 2 điểm",
        ] {
            let told = told("Kiểm tra", heading, cell);
            let asked = format!("C332 D4: “Kiểm tra”: cột “{heading}” ghi “{cell}”, chưa có trong cách tính");
            assert!(told.contains(&asked), "{heading}: {cell}: {told:?}");
        }
    }
    for (heading, cell) in [
        ("Ghi chú", ""),
        ("Ghi chú", "Tiêu chí mới"),
        ("Ghi chú", "Theo báo cáo của đơn vị"),
        ("Ghi chú", "Như năm trước"),
        ("Đơn vị thực hiện", "Phòng Nội vụ"),
        ("Thời gian hoàn thành", "Trước ngày 31/12"),
        ("Tài liệu kiểm chứng", "Kế hoạch, báo cáo"),
        ("Đơn vị tính", "cuộc"),
        ("Ghi chú", "Chỉ áp dụng đối với đơn vị có thủ tục hành chính"),
    ] {
        assert_eq!(told("Kiểm tra", heading, cell), Vec::<String>::new(), "{heading}: {cell}");
    }
}

#[test]
fn words_in_brackets_in_a_name_that_may_change_points_are_asked() {
    for inside in [
        "mỗi cuộc kiểm tra chậm trừ 0,5 điểm",
        "do Sở Nội vụ chấm điểm",
        "chỉ tính đối với đơn vị có phát sinh hồ sơ",
        "trong năm không có phản ánh được tính 02 điểm",
    ] {
        let told = told(&format!("Kiểm tra ({inside})"), "Ghi chú", "");
        let asked = format!("phần “({inside})” trong tên chưa có trong cách tính");
        assert!(told.iter().any(|one| one.starts_with("C332 ") && one.contains(&asked)), "{inside}: {told:?}");
    }
    // Who is left out, or alone meant, is no narrower name of what is counted.
    for inside in [
        "trừ Thanh tra tỉnh",
        "trừ các đơn vị không có viên chức",
        "ngoại trừ Sở Y tế, Sở Tài chính",
        "riêng các xã miền núi",
        "không áp dụng đối với Ban Dân tộc",
    ] {
        let told = told(&format!("Kiểm tra ({inside})"), "Ghi chú", "");
        assert!(told.iter().any(|one| one.starts_with("C332 ") && one.contains(inside)), "{inside}: {told:?}");
    }
    for name in [
        "Kiểm tra (trừ kiểm tra đột xuất)",
        "Kiểm tra (không bao gồm cơ sở giáo dục)",
        "Kiểm tra (CCHC)",
        "Kiểm tra cải cách hành chính (PAR INDEX)",
        "Kiểm tra (bao gồm kiểm tra đột xuất)",
        "Ban hành văn bản (kế hoạch, báo cáo)",
    ] {
        assert_eq!(told(name, "Ghi chú", ""), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn who_is_not_scored_does_not_score() {
    for line in [
        "(Sở Ngoại vụ, Thanh tra tỉnh được miễn chấm nội dung này)",
        "Sở Ngoại vụ được miễn chấm nội dung này",
        "(Thanh tra tỉnh được miễn đánh giá)",
        "(Riêng Thanh tra tỉnh không đánh giá)",
    ] {
        let rule = format!("Tốt: 2 điểm; khá: 1 điểm; yếu: 0 điểm\n{line}");
        let (yaml, told) = made("Quản lý viên chức", &rule, "");
        assert!(!yaml.contains("by: council") && !yaml.contains("agency:"), "{line}: {yaml}");
        let about = line.trim_matches(['(', ')']);
        assert!(told.iter().any(|one| one.contains(about)), "{line}: {told:?}");
    }
    let (yaml, _) = made("Quản lý viên chức", "Tốt: 2 điểm; khá: 1 điểm; yếu: 0 điểm (Thanh tra tỉnh được miễn đánh giá)", "");
    assert!(!yaml.contains("by: council") && !yaml.contains("agency:"), "{yaml}");
    let (yaml, _) = made("Quản lý viên chức", "Tốt: 2 điểm; khá: 1 điểm; yếu: 0 điểm\n(Thanh tra tỉnh chấm)", "");
    assert!(yaml.contains("given: { by: council }") && yaml.contains("agency: Thanh tra tỉnh"), "{yaml}");
}

/// Converts a criterion with a rule and a cell in “Ghi chú”, and gives it as written, with what is told.
pub fn made(name: &str, rule: &str, cell: &str) -> (String, Vec<String>) {
    let rows: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", "Ghi chú"],
        &["1", "Lĩnh vực", "=2", "", ""],
        &["1.1", name, "=2", rule, cell],
    ];
    let converted = converted_with(&rows, &Options::default());
    (converted.value.unwrap().yaml, said(&converted.findings))
}

#[test]
fn what_a_name_or_a_note_says_of_nothing_to_do_is_the_rules() {
    let rate = "Số phản ánh được xử lý/tổng số phản ánh x 2";
    let share = "Tỷ lệ = số phản ánh được xử lý/tổng số phản ánh. Đạt từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm";
    for rule in [rate, share] {
        for (inside, word) in [
            ("Trong năm không có phản ánh, kiến nghị được tính 02 điểm", "full"),
            ("trường hợp không phát sinh được tính điểm tối đa", "full"),
            ("đơn vị không có phản ánh thì không đánh giá", "not_applicable"),
            ("không phát sinh phản ánh: 0 điểm", "zero"),
        ] {
            let (in_name, told) = made(&format!("Xử lý phản ánh ({inside})"), rule, "");
            assert!(in_name.contains(&format!("when_nothing: {word}")), "{rule}: {inside}: {in_name}");
            assert_eq!(told, Vec::<String>::new(), "{rule}: {inside}");
            let (beside, told) = made("Xử lý phản ánh", rule, inside);
            assert!(beside.contains(&format!("when_nothing: {word}")), "{rule}: {inside}: {beside}");
            assert_eq!(told, Vec::<String>::new(), "{rule}: {inside}");
            // The form prints what the rule was made of.
            let text = beside.split("text: |-").nth(1).unwrap();
            assert!(text.contains(inside), "{text}");
        }
        let (_, told) = made("Xử lý phản ánh", rule, "Theo báo cáo năm");
        assert!(told.iter().any(|one| one.starts_with("C313 ")), "{told:?}");
    }
    // A share that units type has no 0 of 0: the words are asked, and nobody says that the table is silent.
    let typed = "Tỷ lệ phản ánh được xử lý đạt từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm";
    let (yaml, told) = made("Xử lý phản ánh (Trong năm không có phản ánh được tính 02 điểm)", typed, "");
    assert!(yaml.contains("from: 90%"), "{yaml}");
    assert!(matches!(told.as_slice(), [one] if one.starts_with("C332 ")), "{told:?}");
}

#[test]
fn words_beside_a_rule_that_contradict_it_are_asked() {
    let rule = "Hoàn thành kế hoạch: 2 điểm; hoàn thành chậm: 1 điểm; không hoàn thành: 0 điểm";
    for cell in ["Không hoàn thành: 1 điểm", "Hoàn thành chậm: 0 điểm", "Mỗi cuộc chậm trừ 0,5 điểm"] {
        let (yaml, told) = made("Kiểm tra", rule, cell);
        let asked = format!("C332 D4: “Kiểm tra”: cột “Ghi chú” ghi “{cell}”, chưa có trong cách tính");
        assert_eq!(told, [asked], "{yaml}");
        assert!(yaml.contains("points: 1") && !yaml.contains(&format!("            {cell}\n")), "{yaml}");
    }
}

#[test]
fn the_body_that_scores_is_the_agency() {
    for (rule, agency) in [
        ("Điểm do Đoàn kiểm tra công vụ của tỉnh chấm", "Đoàn kiểm tra công vụ của tỉnh"),
        ("Do Sở Tài chính đánh giá, chấm điểm", "Sở Tài chính"),
        ("Điểm do Sở Khoa học và Công nghệ thẩm định", "Sở Khoa học và Công nghệ"),
        ("Văn phòng UBND tỉnh chấm điểm trên cơ sở theo dõi trong năm", "Văn phòng UBND tỉnh"),
        ("Thanh tra tỉnh chấm điểm", "Thanh tra tỉnh"),
        ("Kết quả do Công an tỉnh thẩm định, cho điểm", "Công an tỉnh"),
    ] {
        let (yaml, told) = made("Chấp hành", rule, "");
        assert!(yaml.contains(&format!("agency: {agency}\n")) && yaml.contains("by: council"), "{rule}: {yaml}");
        assert_eq!(told, Vec::<String>::new(), "{rule}");
    }
    for rule in [
        "Do Hội đồng thẩm định chấm điểm",
        "Tổ thẩm định chấm điểm",
        "Cơ quan thẩm định chấm điểm",
        "Do các Sở chấm điểm",
        "Do Sở Tài chính, Sở Nội vụ chấm điểm",
        "Điểm do Sở Tài chính và Kho bạc Nhà nước chấm",
    ] {
        let (yaml, _) = made("Chấp hành", rule, "");
        assert!(yaml.contains("by: council") && !yaml.contains("agency:"), "{rule}: {yaml}");
    }
}

/// Whoever writes a rule that was not understood sees what stands beside it, in the findings and in the report.
#[test]
fn what_stands_beside_a_rule_that_is_not_understood_is_told() {
    let note = "Không áp dụng đối với cơ quan không được giao kế hoạch vốn";
    let rows: [&[&str]; 4] = [
        &["(Kèm theo Quyết định số 1/QĐ-UBND)"],
        &["STT", "Tiêu chí", "Điểm tối đa", "Cách thức chấm điểm", "Ghi chú"],
        &["1", "Lĩnh vực", "=2", "", ""],
        &["1.1", "Giải ngân", "=2", "Chấm theo mức độ nỗ lực và bối cảnh: 2 điểm x hệ số k", note],
    ];
    let converted = converted_with(&rows, &Options::default());
    let told = said(&converted.findings);
    assert!(told.iter().any(|one| one.starts_with("C309 ")), "{told:?}");
    assert!(told.iter().any(|one| one.starts_with("C332 ") && one.contains(note)), "{told:?}");
    let review = converted.value.unwrap().review;
    assert!(review.iter().any(|row| row.id == "1.1" && row.words.ends_with(&format!("Ghi chú: {note}"))), "{review:?}");
}
