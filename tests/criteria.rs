//! Criteria sets as people write them: what reads, and what is said, where, of everything that doesn't.

use std::fmt::Write as _;
use std::fs;

use parindex::criteria;
use parindex::finding::{Finding, Severity};
use parindex::text::Lang;
use parindex::yaml;

/// A set that obeys every law.
const GOOD: &str = r#"set: mau
title: Bộ tiêu chí mẫu
status: model
source: { document: "1/QĐ-UBND", date: 2018-07-27, issuer: UBND tỉnh, item: Phụ lục 1 }
total: 10
criteria:
  - id: "1"
    name: Chỉ đạo, điều hành
    max: 6
    criteria:
      - id: "1.1"
        name: Kế hoạch
        max: 4
        inputs:
          - { id: ghi_chu, kind: text, label: Ghi chú }
        rule: { given: { by: unit } }
      - id: "1.2"
        name: Kiểm tra
        max: 1
        weight: 2
        rule: { given: { by: council } }
  - id: "2"
    name: Thể chế
    max: 4
    rule: { given: { by: survey } }
"#;

/// Shows a finding: place, what the caret marks, code, message, help.
fn shown(finding: &Finding) -> String {
    let place = &finding.place;
    let (line, column) = (place.line.unwrap_or(0), place.column.unwrap_or(0));
    let marked: String = match &place.excerpt {
        Some((words, length)) => words.chars().skip(column - 1).take(*length).collect(),
        None => String::new(),
    };
    format!("{line}:{column} [{marked}] {} {} → {}", finding.code.id, finding.message.vi, finding.help.vi)
}

/// Reads a set and compares all that is found with what is expected.
#[track_caller]
fn check(yaml: &str, expected: &[&str]) {
    let found: Vec<String> = criteria::read(yaml, "set.yaml").findings.iter().map(shown).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
}

/// Reads the good set with one thing changed.
#[track_caller]
fn change(from: &str, to: &str, expected: &[&str]) {
    assert!(GOOD.contains(from), "the good set has no “{from}”");
    check(&GOOD.replacen(from, to, 1), expected);
}

#[test]
fn a_good_set_reads() {
    check(GOOD, &[]);
}

#[test]
fn the_example_of_the_reference_reads() {
    let reference = fs::read_to_string("criteria/README.md").unwrap();
    let example = reference.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    check(example, &[]);
    assert!(criteria::read(example, "set.yaml").value.is_some());
}

#[test]
fn the_shipped_sets_obey_every_law() {
    for folder in fs::read_dir("criteria").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.join("set.yaml").is_file()) {
        let file = folder.join("set.yaml");
        let read = criteria::read_bytes(&fs::read(&file).unwrap(), &file.display().to_string());
        let serious: Vec<String> = read.findings.iter().filter(|finding| finding.severity > Severity::Note).map(shown).collect();
        assert!(serious.is_empty() && read.value.is_some(), "{}:\n{}", file.display(), serious.join("\n"));
    }
}

#[test]
fn the_page_of_ca_mau_is_marked_as_an_excerpt_and_holds_what_was_read() {
    let set = criteria::read_bytes(&fs::read("criteria/ca-mau-1880-2013/set.yaml").unwrap(), "set.yaml").value.unwrap();
    assert!(set.excerpt && set.status == criteria::Status::Transcribed);
    let maxima: Vec<String> = set.walk().iter().map(|(_, criterion)| format!("{} {}", criterion.id, criterion.max)).collect();
    assert_eq!(
        maxima,
        ["1 20", "1.1 5", "1.1.1 1", "1.1.2 1", "1.1.3 1", "1.1.4 2", "1.2 2", "1.2.1 1", "1.2.2 1", "1.3 3"],
        "as the page prints them"
    );
}

#[test]
fn keys_are_known_present_and_written_once() {
    change("max: 6", "mx: 6", &["9:5 [mx] C003 “1” không có khóa “mx” → Có phải là “max”?"]);
    change("{ given: { by: unit } }", "{ gven: { by: unit } }", &["16:17 [gven] C003 “rule” không có khóa “gven” → Có phải là “given”?"]);
    change(
        "  - id: \"2\"\n    name",
        "  - id: \"2\"\n    tên_gọi: Thể chế\n    Náme",
        &[
            "23:5 [tên_gọi] C003 “2” không có khóa “tên_gọi” → Các khóa dùng được ở đây: “agency”, “criteria”, “deadline”, “else”, “evidence”, “inputs”, “may_not_apply”, “name”, “note”, “requires”, “source”, “weight”.",
            "24:5 [Náme] C003 “2” không có khóa “Náme” → Có phải là “name”?",
        ],
    );
    change("    max: 6\n", "", &["7:9 [\"1\"] C004 “1” thiếu khóa “max” → Thêm “max: …”."]);
    change("total: 10\n", "", &["1:1 [set] C004 thiếu khóa “total” → Thêm “total: …”."]);
    change("set: mau", "set: mau\nset: khac", &["2:1 [set] C002 khóa “set” viết hai lần, lần đầu ở dòng 1 → Xóa một trong hai."]);
}

#[test]
fn values_are_of_the_kind_that_their_key_asks() {
    change(
        "criteria:\n  - id",
        "criteria: 5\nnote:\n  - id",
        &[
            "6:11 [5] C005 “criteria” phải là danh sách (mỗi mục một dòng bắt đầu bằng “-”), không phải “5” → Viết giá trị theo loại mà khóa yêu cầu.",
            "8:3 [-] C005 “note” phải là chữ, không phải danh sách → Viết giá trị theo loại mà khóa yêu cầu.",
        ],
    );
    change(
        "title: Bộ tiêu chí mẫu",
        "title:",
        &["2:6 [:] C005 “title” phải là chữ, ở đây để trống → Viết giá trị theo loại mà khóa yêu cầu."],
    );
    change(
        "total: 10",
        "total: 10\nmay_pass_100: có",
        &["6:15 [có] C005 “may_pass_100” phải là true hoặc false, không phải “có” → Viết true (có) hoặc false (không)."],
    );
    change(
        "rule: { given: { by: survey } }",
        "rule: given",
        &["25:11 [given] C005 “rule” phải là một khóa cho biết loại, không phải “given” → Có phải là “given: …”?"],
    );
    change(
        "status: model",
        "status: modle",
        &["3:9 [modle] C008 “status” không nhận giá trị “modle” → Có phải là “model”? Các giá trị dùng được: “model”, “transcribed”."],
    );
}

#[test]
fn numbers_are_written_with_a_point_and_days_from_the_year_down() {
    change("max: 6", "max: 1,5", &["9:10 [1,5] C006 “max” phải là một số, không phải “1,5” → Viết 1.5"]);
    change("max: 6", "max: 1.234,50", &["9:10 [1.234,50] C006 “max” phải là một số, không phải “1.234,50” → Viết 1234.50"]);
    change("max: 6", "max: sáu", &["9:10 [sáu] C006 “max” phải là một số, không phải “sáu” → Viết số với dấu chấm thập phân, ví dụ 1.5."]);
    change(
        "  - id: \"2\"\n    name: Thể chế\n    max: 4\n    rule: { given: { by: survey } }",
        "  - { id: \"2\", name: Thể chế, max: 3,5, rule: { given: { by: survey } } }",
        &["22:36 [3,5] C006 “3,5” có dấu phẩy, YAML hiểu thành nhiều mục: số thập phân viết với dấu chấm → Viết 3.5"],
    );
    change(
        "date: 2018-07-27",
        "date: 27/7/2018",
        &["4:40 [27/7/2018] C007 “date” phải là một ngày như 2018-12-31, không phải “27/7/2018” → Viết 2018-07-27"],
    );
    change(
        "date: 2018-07-27",
        "date: 2018-02-30",
        &[
            "4:40 [2018-02-30] C007 “date” phải là một ngày như 2018-12-31, không phải “2018-02-30” → Ngày này không có trong lịch; viết năm-tháng-ngày.",
        ],
    );
}

#[test]
fn all_faults_of_a_file_are_told_at_once_in_the_order_of_its_lines() {
    let broken = GOOD
        .replace("total: 10", "total: 10,5")
        .replace("max: 6", "mx: 6")
        .replace("by: council", "by: concil")
        .replace("id: \"2\"", "id: \"1\"")
        .replace("by: survey", "bye: survey");
    check(
        &broken,
        &[
            "5:8 [10,5] C006 “total” phải là một số, không phải “10,5” → Viết 10.5",
            "9:5 [mx] C003 “1” không có khóa “mx” → Có phải là “max”?",
            "21:30 [concil] C008 “by” không nhận giá trị “concil” → Có phải là “council”? Các giá trị dùng được: “unit”, “council”, “survey”.",
            "22:9 [\"1\"] C020 mã “1” đã dùng ở dòng 7 → Đổi mã của một trong hai.",
            "25:22 [bye] C003 “given” không có khóa “bye” → Có phải là “by”?",
        ],
    );
    change(
        "name: Thể chế\n    max: 4",
        "nmae: Thể chế\n    max: 5",
        &[
            "5:8 [10] C022 các lĩnh vực cộng lại được 11, total ghi 10: thừa 1 → Sửa total, hoặc sửa điểm tối đa của các lĩnh vực.",
            "23:5 [nmae] C003 “2” không có khóa “nmae” → Có phải là “name”?",
        ],
    );
    let unlawful = GOOD.replace("set: mau", "set: Bộ mẫu").replace("id: \"1.2\"", "id: \"1.1\"").replace("max: 6", "max: 7");
    check(
        &unlawful,
        &[
            "1:6 [Bộ mẫu] C015 “Bộ mẫu” không dùng được làm tên thư mục: chỉ dùng chữ thường không dấu, chữ số và dấu “-”, tối đa 80 ký tự → Sửa giá trị theo yêu cầu vừa nêu.",
            "5:8 [10] C022 các lĩnh vực cộng lại được 11, total ghi 10: thừa 1 → Sửa total, hoặc sửa điểm tối đa của các lĩnh vực.",
            "9:10 [7] C021 các tiêu chí thành phần của “1” cộng lại được 6 (đã nhân hệ số), điểm tối đa ghi 7: thiếu 1 → Sửa điểm tối đa, hoặc sửa điểm của các tiêu chí thành phần.",
            "17:13 [\"1.1\"] C020 mã “1.1” đã dùng ở dòng 11 → Đổi mã của một trong hai.",
        ],
    );
}

#[test]
fn faults_of_syntax_name_their_cause() {
    change(
        "title: Bộ tiêu chí mẫu",
        "title: Bộ tiêu chí: mẫu",
        &["2:19 [:] C014 đoạn chữ có dấu “: ” mà không đặt trong nháy → Viết title: \"Bộ tiêu chí: mẫu\""],
    );
    change(
        "item: Phụ lục 1 }",
        "item: Phụ lục 1",
        &["4:9 [{] C001 “{” mở ở đây mà không đóng, hoặc thiếu dấu phẩy giữa các mục → Thêm dấu đóng ngoặc, hoặc dấu phẩy."],
    );
    change("total: 10", "total: \"10", &["5:8 [\"] C001 dấu nháy mở ở dòng 5 mà không đóng → Thêm dấu nháy đóng."]);
    change("total: 10", "total 10", &["5:1 [t] C001 thiếu dấu hai chấm và dấu cách sau khóa → Viết “khóa: giá trị”."]);
    change("total: 10", "total: @10", &["5:8 [@] C001 giá trị không thể bắt đầu bằng “@” → Đặt giá trị trong nháy kép."]);
    change(
        "  - id: \"2\"",
        " - id: \"2\"",
        &["22:2 [-] C001 dòng này thụt vào không khớp với các dòng bên trên → Cho các khóa cùng cấp thẳng cột với nhau."],
    );
    check("", &["0:0 [] C001 tệp không có nội dung → Sửa dòng này: kiểm tra thụt đầu dòng, dấu ngoặc và dấu nháy."]);
    check("set: a\n---\nset: b\n", &["2:1 [---] C001 tệp có nhiều tài liệu YAML ngăn nhau bằng “---” → Giữ một tài liệu trong một tệp."]);
}

#[test]
fn tabs_and_curly_quotes_are_told_as_such() {
    let tabbed = GOOD.replace("\n    ", "\n\t");
    check(
        &tabbed,
        &[
            "8:1 [\t] C013 dòng 8 thụt đầu dòng bằng phím Tab; cũng vậy ở dòng 9, 10, 11, 12, 13 và 11 dòng khác → Thay mỗi dấu Tab bằng hai dấu cách.",
        ],
    );
    change("id: \"2\"", "id: “2”", &["22:9 [“2”] C012 “2” nằm trong nháy cong, YAML chỉ hiểu nháy thẳng → Viết \"2\" với nháy thẳng."]);
    change(
        "status: model",
        "status: “model”",
        &["3:9 [“model”] C012 “model” nằm trong nháy cong, YAML chỉ hiểu nháy thẳng → Viết \"model\" với nháy thẳng."],
    );
    change(
        "name: Thể chế",
        "name: “Thể chế: năm”",
        &[
            "23:11 [“Thể chế: năm”] C012 “Thể chế: năm” nằm trong nháy cong, YAML chỉ hiểu nháy thẳng → Viết \"Thể chế: năm\" với nháy thẳng.",
        ],
    );
    change("name: Thể chế", "name: Thực hiện “một cửa” đúng hạn", &[]);
    change("name: Thể chế", "name: “Một cửa” và “liên thông”", &[]);
}

#[test]
fn aliases_and_tags_are_refused_however_many() {
    change(
        "title: Bộ tiêu chí mẫu",
        "title: &a Bộ\nnote: *a",
        &[
            "2:11 [Bộ] C009 có neo (&…) của YAML, không được dùng ở đây → Viết đầy đủ tại chỗ; nếu là chữ bình thường thì đặt trong nháy kép.",
            "3:7 [*a] C009 “*a” là bí danh của YAML, không được dùng ở đây → Viết đầy đủ tại chỗ; nếu là chữ bình thường thì đặt trong nháy kép.",
        ],
    );
    change(
        "title: Bộ tiêu chí mẫu",
        "title: *quan trọng",
        &[
            "2:8 [*quan] C009 “*quan” là bí danh của YAML, không được dùng ở đây → Viết đầy đủ tại chỗ; nếu là chữ bình thường thì đặt trong nháy kép.",
        ],
    );
    let mut bomb = String::from("a0: &a0 [x, x]\n");
    for n in 1..40 {
        writeln!(bomb, "a{n}: &a{n} [*a{0}, *a{0}, *a{0}]", n - 1).unwrap();
    }
    let found = criteria::read(&bomb, "set.yaml");
    assert_eq!(found.findings.iter().filter(|finding| finding.code.id == "C009").count(), 40 + 39 * 3);
}

#[test]
fn what_is_nested_or_long_without_end_is_refused() {
    check(&format!("set: {}", "[".repeat(100_000)), &["1:70 [] C010 lồng sâu hơn 64 cấp → Kiểm tra xem có đúng tệp không, hoặc chia nhỏ."]);
    let found = criteria::read_bytes(&vec![b' '; 9 << 20], "set.yaml").findings;
    assert_eq!(
        found.iter().map(shown).collect::<Vec<_>>(),
        ["0:0 [] C010 tệp lớn hơn mức tối đa 8 MB → Kiểm tra xem có đúng tệp không, hoặc chia nhỏ."]
    );
}

/// Reads bytes; gives what is found.
fn bytes(bytes: &[u8]) -> Vec<String> {
    criteria::read_bytes(bytes, "set.yaml").findings.iter().map(shown).collect()
}

#[test]
fn a_set_reads_the_same_whatever_editor_saved_it() {
    let plain = criteria::read_bytes(GOOD.as_bytes(), "set.yaml").value.unwrap();
    let utf_16 = |unit: fn(u16) -> [u8; 2]| GOOD.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let nfd: String = unicode_normalization::UnicodeNormalization::nfd(GOOD).collect();
    let saved: [(&str, Vec<u8>); 7] = [
        ("BOM", [b"\xEF\xBB\xBF", GOOD.as_bytes()].concat()),
        ("CRLF", GOOD.replace('\n', "\r\n").into_bytes()),
        ("NFD", nfd.into_bytes()),
        ("UTF-16 LE", [b"\xFF\xFE".to_vec(), utf_16(u16::to_le_bytes)].concat()),
        ("UTF-16 BE", [b"\xFE\xFF".to_vec(), utf_16(u16::to_be_bytes)].concat()),
        ("UTF-16 without a mark", utf_16(u16::to_le_bytes)),
        ("old Mac", GOOD.replace('\n', "\r").into_bytes()),
    ];
    for (how, saved) in saved {
        let read = criteria::read_bytes(&saved, "set.yaml").value.unwrap_or_else(|| panic!("{how}: {:?}", bytes(&saved)));
        assert_ne!(read.sha256, plain.sha256, "{how}: the hash is of the bytes");
        assert_eq!(criteria::CriteriaSet { sha256: plain.sha256.clone(), ..read }, plain, "{how}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let help = "Lưu lại tệp với bảng mã UTF-8 (Notepad: Save As, Encoding: UTF-8).";
    assert_eq!(bytes(b"set: a\ntitle: B\xE9 m\xC9u\n"), [format!("2:9 [\u{fffd}] C011 dòng 2, cột 9 không phải chữ UTF-8 → {help}")]);
    assert_eq!(bytes(b"\xFF\xFEs\0e"), [format!("0:0 [] C011 tệp là UTF-16 nhưng bị hỏng hoặc bị cắt → {help}")]);
    assert_eq!(
        bytes(b"PK\x03\x04\x14\0"),
        [
            "0:0 [] C011 đây là tệp Word, Excel hoặc tệp nén, không phải văn bản → Sao chép nội dung sang tệp văn bản và lưu với bảng mã UTF-8."
        ]
    );
}

#[test]
fn sums_are_held_against_maxima_and_told_with_their_figures() {
    change(
        "weight: 2",
        "weight: 1.5",
        &[
            "9:10 [6] C021 các tiêu chí thành phần của “1” cộng lại được 5,5 (đã nhân hệ số), điểm tối đa ghi 6: thiếu 0,5 → Sửa điểm tối đa, hoặc sửa điểm của các tiêu chí thành phần.",
        ],
    );
    let english = criteria::read(&GOOD.replace("weight: 2", "weight: 1.5"), "set.yaml").findings;
    assert_eq!(english[0].message.en, "the sub-criteria of “1” add to 5.5 (weighted), its maximum says 6: short by 0.5");
    let excerpt = GOOD.replace("total: 10", "total: 12\nexcerpt: true").replace("max: 6", "max: 8");
    check(&excerpt, &[]);
    check(
        &excerpt.replace("max: 8", "max: 5"),
        &[
            "10:10 [5] C021 các tiêu chí thành phần của “1” cộng lại được 6 (đã nhân hệ số), điểm tối đa ghi 5: thừa 1 → Sửa điểm tối đa, hoặc sửa điểm của các tiêu chí thành phần.",
        ],
    );
}

#[test]
fn a_criterion_has_children_or_a_rule() {
    let cure = "Giữ một trong hai: criteria, hoặc rule với inputs và evidence.";
    change(
        "    rule: { given: { by: survey } }\n",
        "",
        &[&format!("22:9 [\"2\"] C023 “2” không có criteria, cũng không có rule → {cure}")],
    );
    change(
        "    max: 6\n",
        "    max: 6\n    rule: { given: { by: unit } }\n    may_not_apply: true\n",
        &[
            &format!("10:5 [rule] C023 “1” vừa có criteria vừa có rule → {cure}"),
            "11:5 [may_not_apply] C023 “1” có criteria nên không dùng “may_not_apply” → Chuyển “may_not_apply” xuống tiêu chí thành phần, hoặc xóa.",
        ],
    );
    change(
        "    rule: { given: { by: survey } }\n",
        "    criteria: []\n",
        &["25:5 [criteria] C035 danh sách criteria của “2” trống → Thêm ít nhất một mục, hoặc xóa khóa này."],
    );
    check(
        "set: a\ntitle: A\nstatus: model\nsource: {}\ntotal: 1\ncriteria: []\n",
        &["6:1 [criteria] C035 danh sách criteria trống → Thêm ít nhất một mục, hoặc xóa khóa này."],
    );
}

#[test]
fn what_a_set_says_of_itself_makes_sense() {
    change(
        "total: 10",
        "total: 10\nvalid: { from: 2018-12-31, to: 2018-01-01 }",
        &["6:32 [2018-01-01] C030 ngày đầu hiệu lực 31/12/2018 sau ngày cuối 01/01/2018 → Đổi chỗ from và to."],
    );
    let transcribed = GOOD.replace("status: model", "status: transcribed").replace("document: \"1/QĐ-UBND\", ", "");
    check(
        &transcribed,
        &[
            "4:1 [source] C036 status là transcribed mà source không ghi document → Ghi số, ký hiệu quyết định vào source.document, hoặc đổi status thành model.",
        ],
    );
    change(
        "total: 10",
        "total: 10\nrounding: { at: leaf, decimals: 0 }\nadjustments:\n  - { id: T1, sign: bonus, name: Sáng kiến, max: 0.5, rule: { given: { by: council } } }",
        &[
            "8:50 [0.5] C029 điểm tối đa 0,5 có nhiều hơn 0 chữ số thập phân, mà bộ tiêu chí làm tròn từng tiêu chí → Tăng decimals, hoặc làm tròn khi in (at: print).",
        ],
    );
    change(
        "total: 10",
        "total: 10\nrounding: { decimals: 5 }\nwithhold: [ { finding: X999, share: 120% }, { finding: C001, share: 5% }, { finding: C001, share: 5% } ]",
        &["6:23 [5] C015 “decimals” là 5, phải từ 0 đến 4 → Sửa giá trị theo yêu cầu vừa nêu."],
    );
    change(
        "total: 10",
        "total: 10\nwithhold: [ { finding: X999, share: 120% }, { finding: C001, share: 5% }, { finding: C001, share: 5% } ]",
        &[
            "6:24 [X999] C032 không có mã kết quả kiểm tra “X999” → Dùng mã như E001; xem danh mục bằng parindex explain.",
            "6:37 [120%] C015 “120%” lớn hơn 100% → Sửa giá trị theo yêu cầu vừa nêu.",
            "6:86 [C001] C032 mã “C001” ghi hai lần → Dùng mã như E001; xem danh mục bằng parindex explain.",
        ],
    );
    change(
        "total: 10",
        "total: 10\nwithhold: [ { finding: E01, share: 50% } ]",
        &["6:24 [E01] C032 không có mã kết quả kiểm tra “E01” → Có phải là “E001”?"],
    );
    let elsewhere = criteria::read(GOOD, "criteria/so-nganh/set.yaml").findings;
    assert_eq!(
        elsewhere.iter().map(shown).collect::<Vec<_>>(),
        ["1:6 [mau] C037 mã “mau” khác tên thư mục “so-nganh” → Đổi tên thư mục, hoặc sửa khóa set."]
    );
}

#[test]
fn nobody_is_asked_for_what_nobody_reads() {
    change(
        "{ id: ghi_chu, kind: text, label: Ghi chú }",
        "{ id: so, kind: count, label: Số }",
        &["15:19 [so] C026 số liệu “so” không dùng để tính điểm → Không cần sửa nếu chỉ để tổng hợp; nếu quên thì thêm vào quy tắc."],
    );
    change(
        "    rule: { given: { by: survey } }",
        "    rule: { given: { by: survey } }\n    evidence: { required: true }",
        &[
            "26:5 [evidence] C034 tiêu chí lấy điểm điều tra xã hội học nên không dùng “evidence” → Bỏ inputs và evidence, hoặc đổi người chấm.",
        ],
    );
    change(
        "{ id: ghi_chu, kind: text, label: Ghi chú }",
        "{ id: muc, kind: choice, label: Mức }\n          - { id: muc, kind: text, label: Mức }",
        &[
            "15:30 [choice] C027 quy tắc không nêu mức nào để chọn cho “muc” → Dùng số liệu này trong quy tắc levels, hoặc đổi kind.",
            "16:19 [muc] C020 số liệu “muc” khai hai lần → Đổi mã của một trong hai.",
        ],
    );
}

#[test]
fn a_source_fills_its_gaps_from_above() {
    let set = GOOD
        .replace("    name: Thể chế", "    name: Thể chế\n    source: { item: Mục II }")
        .replace("        name: Kiểm tra", "        name: Kiểm tra\n        source: { document: 2/NQ-HĐND }");
    let set = criteria::read(&set, "set.yaml").value.unwrap();
    let source = |id: &str| {
        let source = &set.find(&id.into()).unwrap().source;
        let part = |part: &Option<String>| part.clone().unwrap_or("-".into());
        format!("{} {} {}", part(&source.document), source.date.map_or("-".into(), |date| date.to_string()), part(&source.item))
    };
    assert_eq!(source("1.1"), "1/QĐ-UBND 2018-07-27 Phụ lục 1");
    assert_eq!(source("2"), "1/QĐ-UBND 2018-07-27 Mục II");
    // Date and item of one document are not those of another.
    assert_eq!(source("1.2"), "2/NQ-HĐND - -");
}

#[test]
fn a_finding_is_drawn_under_its_line_in_both_languages() {
    let finding = criteria::read(&GOOD.replace("name: Thể chế", "nàme: Thể chế"), "criteria/mau/set.yaml").findings.remove(0);
    assert_eq!(
        yaml::snippet(&finding, Lang::Vi, false),
        "lỗi[C003]: “2” không có khóa “nàme”\n  --> criteria/mau/set.yaml:23:5\n   |\n23 |     nàme: Thể chế\n   |     ^^^^\n   |\n   = gợi ý: Có phải là “name”?"
    );
    assert_eq!(
        yaml::snippet(&finding, Lang::En, false),
        "error[C003]: “2” has no key “nàme”\n  --> criteria/mau/set.yaml:23:5\n   |\n23 |     nàme: Thể chế\n   |     ^^^^\n   |\n   = help: Did you mean “name”?"
    );
    assert!(yaml::snippet(&finding, Lang::Vi, true).contains("\u{1b}["));
}

#[test]
fn a_set_of_ten_thousand_lines_is_read_whole() {
    let mut set =
        GOOD.replace("max: 4\n    rule: { given: { by: survey } }\n", "max: 4000\n    criteria:\n").replace("total: 10", "total: 4006");
    for n in 1..=2500 {
        let rule = "rule: { given: { by: unit } }";
        writeln!(set, "      - id: \"2.{n}\"\n        name: Tiêu chí số {n}\n        max: 1.6\n        {rule}").unwrap();
    }
    assert!(set.lines().count() > 10_000);
    check(&set, &[]);
}

/// Lints the good set with one thing changed; what `read` tells too is left out by the choice of changes.
#[track_caller]
fn lint(from: &str, to: &str, expected: &[&str]) {
    assert!(GOOD.contains(from), "the good set has no “{from}”");
    let found: Vec<String> = criteria::lint(GOOD.replacen(from, to, 1).as_bytes(), "set.yaml").findings.iter().map(shown).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
}

#[test]
fn lint_points_at_what_is_lawful_and_yet_odd() {
    lint("set: mau", "set: mau", &[]);
    let survey = "rule: { given: { by: survey } }";
    lint(
        survey,
        "inputs: [ { id: dat, kind: yes_no, label: Đạt } ]\n    rule: { yes_no: { all: [dat], met: 4, unmet: 100% } }",
        &["26:5 [rule] C060 “2”: kê khai số liệu nào cũng được số điểm như nhau → Xem lại điểm của các mức."],
    );
    lint(
        survey,
        "inputs: [ { id: so, kind: count, label: Số } ]\n    rule: { steps: { of: so, steps: [ { from: 250000, points: 4 }, { below: 250000, points: 3 } ] } }",
        &[],
    );
    lint(
        "total: 10",
        "total: 10\nvalid: { from: 2017-01-01, to: 2017-12-31 }",
        &["4:40 [2018-07-27] C063 ngày “27/7/2018” nằm ngoài thời gian hiệu lực của bộ tiêu chí → Sửa ngày, hoặc sửa valid."],
    );
}

#[test]
fn lint_weighs_leaves_against_areas_and_asks_for_items() {
    let heavy = GOOD.replace("max: 6", "max: 13").replace("weight: 2", "weight: 9").replace("total: 10", "total: 17");
    let heavy = heavy.replace("status: model", "status: transcribed").replace(", item: Phụ lục 1", "");
    let found: Vec<String> = criteria::lint(heavy.as_bytes(), "set.yaml").findings.iter().map(shown).collect();
    let item = "không ghi mục của quyết định → Ghi source: { item: … }.";
    assert_eq!(
        found,
        [
            format!("11:13 [\"1.1\"] C062 “1.1” {item}"),
            format!("17:13 [\"1.2\"] C062 “1.2” {item}"),
            "19:14 [1] C061 “1.2” (9 điểm) nhiều điểm hơn cả lĩnh vực “2” Thể chế (4 điểm) → Kiểm tra lại điểm tối đa và hệ số; nếu đúng ý thì giữ nguyên."
                .to_owned(),
            format!("22:9 [\"2\"] C062 “2” {item}"),
        ]
    );
}
