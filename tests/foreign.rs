//! The province's own forms, in every layout that is known and in the shapes that people give them.

mod addresses;
mod astray;
mod believed;
mod beside;
mod by_content;
mod choices;
mod documents;
mod doors;
mod elsewhere;
mod figures;
mod headings;
mod kinds;
mod neighbours;
mod numbering;
mod parts;
mod proposed;
mod renamed;
mod sums;
mod supplement;
mod thu;
mod unheaded;
mod words;

use std::fmt::Write as _;
use std::fs;

use parindex::assessment::{Answer, Claim, Evidence, EvidenceDate, EvidenceField, SelfAssessment};
use parindex::criteria::{self, CriteriaSet};
use parindex::figure::{CriterionId, Figure};
use parindex::intake::foreign::{self, Asked, Foreign, Pin};
use parindex::points::Points;
use parindex::roster::Roster;
use parindex::text::Lang;
use parindex::workbook;
use serde_json::Value;

use crate::folder::{Folder, drawn, run_with};
use crate::intake::raw::{edited, unzip, workbook};

/// Two header rows, rule rows, remarks, a total, signatures.
const A: &str = "
Đơn vị: Sở A
STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Điểm đánh giá | > | > | Điểm đạt được | Chỉ số | Ghi chú
 | | | Điều tra XHH | Tự đánh giá | SNV đánh giá
1 | Chỉ đạo, điều hành | 6 | | 5.4
1.1 | Ban hành kế hoạch | 2 | | 2 | | | | TLKC: Kế hoạch số 12/KH-SA ngày 03/02/2026
 | Ban hành kịp thời: 2
 | Ban hành chậm: 1
1.2 | Hồ sơ đúng hạn | 2 | | 1.8 | | | | TLKC: Báo cáo số 40/BC-SA ngày 05/12/2026, mục II
1.3 | Đào tạo | 2 | | '1,6 | | | | TLKC: Báo cáo số 41/BC-SA ngày 06/12/2026
2 | Tổ chức bộ máy | 2
3 | Tác động | 2
 | Tổng cộng | 10 | | 5.4
 | Người lập biểu | | | | Giám đốc
 | | | | 99
";
/// Figures in rows of their own.
const B: &str = "
Sở B
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | Số liệu kê khai | Cách tính điểm | Các yêu cầu và tài liệu kiểm chứng | Điểm tự đánh giá
'1 | CHỈ ĐẠO, ĐIỀU HÀNH | 6
'1.1 | Ban hành kế hoạch | 2 | Kịp thời | Kịp thời: 2 | Kế hoạch\\nTLKC: Kế hoạch số 12/KH-SB ngày 03/02/2026 | 2
'1.2 | Hồ sơ đúng hạn | 2 | | b/a × điểm tối đa | TLKC: Báo cáo số 40/BC-SB ngày 05/12/2026, mục II | 1.8
 | - Số hồ sơ đã giải quyết (hồ sơ): | | 100
 | - Số hồ sơ đúng hạn (hồ sơ): | | 90
'1.3 | Đào tạo | 2 | '80 % | | Báo cáo của đơn vị | 1.6
'2 | Tổ chức bộ máy | 2
'3 | Tác động | 2
";
/// The number inside the text, heading in row 9.
const D: &str = "
Sở D | > | > | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | > | >





BẢNG CHẤM ĐIỂM | > | > | > | > | >
Nội dung | Điểm chuẩn | Tự chấm | Tài liệu kiểm chứng/Giải trình | Điểm chấm thực tế | Ý kiến
1. Chỉ đạo, điều hành | 6
'   1.1. Ban hành kế hoạch | 2 | 2 | Tài liệu kiểm chứng:\\n- Kế hoạch số 12/KH-SD ngày 03/02/2026
 - Ban hành kịp thời: 2
'   1.2. Hồ sơ đúng hạn | 2 | 1.8 | Giải trình:\\n- 10 hồ sơ trễ.\\nTài liệu kiểm chứng:\\n- Báo cáo số 40/BC-SD ngày 05/12/2026, mục II
'   1.3. Đào tạo | 2 | 1.6 | TLKC: Báo cáo số 41/BC-SD ngày 06/12/2026
2. Tổ chức bộ máy | 2
3. Tác động | 2
Tổng điểm | 10 | 5.4
Thủ trưởng đơn vị
";
/// Numbers in a column of criteria, figures and a rate beside each other, a part and its whole in one cell.
const E: &str = "
Sở E
Tiêu chí, chỉ tiêu | Nội dung | Điểm số tối đa | Căn cứ chấm điểm | > | Điểm số tự chấm | Ghi chú
 | | | Số liệu thực hiện (1) | Tỷ lệ đạt được (2)
Tiêu chí 1 | Chỉ đạo, điều hành | 6
'1.1 | Ban hành kế hoạch | 2 | Kịp thời | | 2 | TLKC: Kế hoạch số 12/KH-SE ngày 03/02/2026
'1.2 | Hồ sơ đúng hạn | 2 | '90/100 | '90 % | 1.8 | TLKC: Báo cáo số 40/BC-SE ngày 05/12/2026, mục II
'1.3 | Đào tạo | 2 | | '80 % | 1.6 | TLKC: Báo cáo số 41/BC-SE ngày 06/12/2026
Tiêu chí 2 | Tổ chức bộ máy | 2
Tiêu chí 3 | Tác động | 2
";

/// The small set of `tests/broken`.
fn small() -> CriteriaSet {
    criteria::read(&fs::read_to_string("tests/broken/base/criteria/nho/set.yaml").unwrap(), "set.yaml").value.unwrap()
}

/// Reads a workbook, with what was found as `code cell`.
fn read_bytes(bytes: &[u8], set: &CriteriaSet, pin: &Pin) -> (Foreign, Vec<String>) {
    let book = workbook::open(bytes, "bieu.xlsx").value.unwrap();
    let (unit, roster) = ("so-a".into(), Roster::new(&[], []));
    let read = foreign::read(&book, &Asked { set, unit: &unit, roster: &roster, year: Some(2026), file: "bieu.xlsx", pin });
    let found = read.findings.iter().map(|finding| format!("{} {}", finding.code.id, finding.place.cell.as_deref().unwrap_or("-")));
    let found = found.collect();
    let says: Vec<&str> = read.findings.iter().map(|finding| finding.says(Lang::En)).collect();
    (read.value.unwrap_or_else(|| panic!("{says:?}")), found)
}

fn read(text: &str) -> (Foreign, Vec<String>) {
    read_bytes(&drawn(text), &small(), &Pin::default())
}

/// Gives the cell in which a field of a document was typed.
fn cell(document: &Evidence, field: EvidenceField) -> String {
    document.cells.get(field).unwrap().to_string()
}

fn answer<'a>(form: &'a SelfAssessment, id: &str) -> &'a Answer {
    &form.answers[&CriterionId::new(id)]
}

fn claim(form: &Foreign, id: &str) -> String {
    match &answer(&form.assessment, id).claim {
        Claim::Points(points) => points.plain(),
        other => format!("{other:?}"),
    }
}

/// Gives the claims of the leaves that units score.
fn claims(form: &Foreign) -> [String; 3] {
    ["1.1", "1.2", "1.3"].map(|id| claim(form, id))
}

fn number(form: &Foreign, id: &str, input: &str) -> Option<Figure> {
    answer(&form.assessment, id).figures.get(&input.into()).cloned()
}

#[test]
fn every_layout_is_recognised_and_its_claims_are_read() {
    for (text, layout) in [(A, "A"), (B, "B"), (D, "D"), (E, "E")] {
        let (form, found) = read(text);
        assert_eq!(form.understood.layout, layout);
        assert_eq!(claims(&form), ["2", "1.8", "1.6"], "{layout}");
        assert_eq!(found, Vec::<String>::new(), "{layout}");
        assert_eq!(answer(&form.assessment, "1.1").evidence.len(), 1, "{layout}");
    }
}

#[test]
fn forms_of_another_program_are_read() {
    for (file, unit) in [("A", "SA"), ("D", "SB")] {
        let (form, found) = read_bytes(&fs::read(format!("tests/fixtures/foreign/{file}.xlsx")).unwrap(), &small(), &Pin::default());
        assert_eq!(form.understood.layout, file);
        assert_eq!(claims(&form), ["2", "1.8", "1.6"], "{file}");
        assert_eq!(found, Vec::<String>::new(), "{file}");
        let evidence = &answer(&form.assessment, "1.2").evidence;
        assert_eq!(evidence[0].number.as_deref(), Some(format!("40/BC-{unit}").as_str()));
        assert_eq!(evidence[0].section.as_deref(), Some("mục II"));
    }
}

#[test]
fn explanation_and_evidence_of_one_cell_are_parted_and_have_its_address() {
    let (form, _) = read(D);
    let answer = answer(&form.assessment, "1.2");
    assert_eq!(answer.explanation.as_deref(), Some("10 hồ sơ trễ."));
    assert_eq!(answer.evidence[0].number.as_deref(), Some("40/BC-SD"));
    let cells = answer.cells.by_name();
    assert_eq!((cells["claimed"].as_str(), cells["explanation"].as_str()), ("C13", "D13"));
    assert_eq!(cell(&answer.evidence[0], EvidenceField::Number), "D13");
}

#[test]
fn figures_are_matched_by_their_labels_and_absent_where_the_form_has_no_cell() {
    let (b, _) = read(B);
    assert_eq!(number(&b, "1.2", "dung_han"), Some(Figure::Number(Points::from(90))));
    assert_eq!(number(&b, "1.2", "da_giai_quyet"), Some(Figure::Number(Points::from(100))));
    assert_eq!(number(&b, "1.3", "ty_le"), Some(Figure::Number(Points::from(80))));
    assert_eq!(answer(&b.assessment, "1.2").cells.by_name()["dung_han"], "D8");
    let (e, _) = read(E);
    assert_eq!(number(&e, "1.3", "ty_le"), Some(Figure::Number(Points::from(80))));
    let (a, _) = read(A);
    assert!(a.assessment.answers.values().all(|answer| answer.figures.is_empty()));
}

#[test]
fn what_a_province_prints_as_its_requirement_is_no_explanation() {
    let (form, _) = read(B);
    let answer = answer(&form.assessment, "1.3");
    assert_eq!((answer.explanation.as_deref(), answer.evidence.len()), (None, 0));
}

#[test]
fn it_is_told_which_rows_were_taken_and_which_left() {
    let (form, _) = read(A);
    let understood = &form.understood;
    assert_eq!(understood.header, (3, 4));
    let left: Vec<(u32, &str)> = understood.left.iter().map(|left| (left.row, left.why.en)).collect();
    let rule = "line of how points are given";
    let after = "after the table (signatures, remarks)";
    assert_eq!(left, [(7, rule), (8, rule), (13, "total"), (14, after), (15, after)]);
    let read: Vec<&str> =
        understood.columns.iter().filter(|column| column.read_as.is_some()).map(|column| column.column.as_str()).collect();
    assert_eq!(read, ["A", "B", "C", "E", "I"]);
}

/// Set in which 1.1 and 1.10 are easily taken for each other.
const TEN: &str = "
set: muoi
title: Bộ thử
status: model
total: 4
criteria:
  - id: \"1\"
    name: Chỉ đạo
    max: 4
    criteria:
      - { id: \"1.1\", name: Ban hành kế hoạch, max: 2, inputs: [ { id: a, kind: yes_no, label: Đủ } ], rule: { yes_no: { all: [a] } } }
      - { id: \"1.10\", name: Báo cáo định kỳ, max: 2, inputs: [ { id: b, kind: yes_no, label: Đủ } ], rule: { yes_no: { all: [b] } } }
";

#[test]
fn one_point_ten_that_became_a_number_is_told_by_its_name_or_asked() {
    let set = criteria::read(TEN, "set.yaml").value.unwrap();
    let form = |first: &str, second: &str| {
        let text = format!("STT | Tiêu chí | Điểm tối đa | Tự chấm\n1 | Chỉ đạo | 4\n1.1 | {first} | 2 | 1\n1.1 | {second} | 2 | 2\n");
        read_bytes(&drawn(&text), &set, &Pin::default())
    };
    let (named, found) = form("Báo cáo định kỳ", "Ban hành kế hoạch");
    assert_eq!((claim(&named, "1.10"), claim(&named, "1.1"), found.len()), ("1".into(), "2".into(), 0));
    let (renamed, found) = form("Xây dựng chương trình", "Thống kê");
    assert_eq!((claim(&renamed, "1.1"), claim(&renamed, "1.10")), ("1".into(), "2".into()));
    assert_eq!(found, ["S073 B3"]);
}

#[test]
fn a_form_that_counts_anew_in_every_area_is_read_by_its_names() {
    let (form, found) = read(
        "STT | Nội dung | Thang điểm | Điểm tự chấm | Minh chứng
I | Chỉ đạo, điều hành | 6
1 | Ban hành kế hoạch | 2 | 2
2 | Hồ sơ đúng hạn | 2 | 1.8
3 | Đào tạo | 2 | 1.6
II | Tổ chức bộ máy | 2
III | Tác động | 2
",
    );
    assert_eq!(claims(&form), ["2", "1.8", "1.6"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_full_parent_over_children_that_add_to_less_is_found() {
    let full = E.replace("Tiêu chí 1 | Chỉ đạo, điều hành | 6", "Tiêu chí 1 | Chỉ đạo, điều hành | 6 | | | 6");
    let (form, found) = read(&full);
    assert_eq!(found, ["S087 F5"]);
    assert_eq!(claims(&form), ["2", "1.8", "1.6"]);
}

/// Form with a mistake of every kind of place: a cell of the form, one of its list, a row that is missing.
const MISTAKEN: &str = "== Biểu tự chấm
Đơn vị: Sở A
STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự đánh giá | Tài liệu kiểm chứng
'1 | Chỉ đạo, điều hành | 6
'1.1 | Ban hành kế hoạch | 2 | Kịp thời | 2 | Kế hoạch số 12/KH-SA ngày 03/02/2026
'1.2 | Hồ sơ đúng hạn | 2 | | hai điểm | Báo cáo số 40/BC-SA ngày 05/12/2026, mục II
 | Số hồ sơ đúng hạn | | 90
 | Số hồ sơ đã giải quyết | | 100
'2 | Tổ chức bộ máy | 2
'3 | Tác động | 2
== TLKC Sở A's
Mã tiêu chí | Số ký hiệu | Ngày ban hành
'7.7 | 14/BC-SA | 03/02/2026
";

#[test]
fn what_goes_back_names_the_cells_of_the_original_and_says_what_was_read() {
    let folder = Folder::base();
    folder.put("in/Sở A.xlsx", drawn(MISTAKEN));
    let head_vi =
        ["LỖI CẦN SỬA – SỞ A", "Kết quả kiểm tra tệp “Sở A.xlsx”.", "Còn phải sửa: 3 lỗi, 0 cảnh báo; 0 lưu ý, không bắt buộc sửa"];
    let head_en =
        ["TO BE CURED – SỞ A", "What was found in “Sở A.xlsx”.", "Still to be cured: errors 3, warnings 0; notes, which may stay: 0"];
    let says_vi = [
        "Biểu không có hàng nào của tiêu chí 1.3 “Đào tạo”.",
        "Điểm tự đánh giá ghi “hai điểm”, không phải là số điểm.",
        "Tài liệu “14/BC-SA” ghi mã tiêu chí “7.7”, không có trong bộ tiêu chí.",
    ];
    let says_en = [
        "The form has no row of criterion 1.3 “Đào tạo”.",
        "The claimed score says “hai điểm”, which is not a number of points.",
        "The document “14/BC-SA” names the criterion “7.7”, which the set does not have.",
    ];
    for (lang, heads, says) in [("vi", head_vi, says_vi), ("en", head_en, says_en)] {
        let out = folder.path(lang);
        run_with(&folder.path(""), &["check", "in/Sở A.xlsx", "--campaign", ".", "--lang", lang, "--out", out.to_str().unwrap()]);
        let bytes = fs::read(out.join("Sở A.phan-hoi.xlsx")).unwrap();
        let book = workbook::open(&bytes, "x.xlsx").value.unwrap();
        let [list, read] = book.sheets.as_slice() else { panic!("{} sheets", book.sheets.len()) };
        let shown = |row, column| list.shown(row, column).unwrap_or_default();
        let top = (0..10).find(|row| ["STT", "No."].contains(&shown(*row, 0).as_str())).unwrap();
        for words in heads {
            assert!((0..top).any(|row| shown(row, 0) == words), "{words}");
        }
        // Code, criterion, cell and sheet of every line.
        let lines: Vec<String> = (top + 1..top + 4).map(|row| [2, 3, 4, 5].map(|column| shown(row, column)).join(" | ")).collect();
        assert_eq!(lines, ["S086 | 1.3 |  | Biểu tự chấm", "S050 | 1.2 | E5 | Biểu tự chấm", "S061 |  | A2 | TLKC Sở A's"]);
        for (row, words) in (top + 1..).zip(says) {
            assert!(shown(row, 6).starts_with(words), "{}", shown(row, 6));
            assert!(!shown(row, 7).is_empty());
        }
        assert!(list.rows().into_iter().all(|row| row < top + 4));
        assert_eq!(
            jumps(&bytes, 1),
            [format!("E{} → Sở%20A.xlsx 'Biểu tự chấm'!E5", top + 3), format!("E{} → Sở%20A.xlsx 'TLKC Sở A''s'!A2", top + 4)]
        );
        let line = |row: u32| (0..7).map(|column| read.shown(row, column).unwrap_or_default()).collect::<Vec<_>>().join(" | ");
        let (day, none) = if lang == "vi" { (" ngày 03/02/2026", "không có hàng") } else { (", 2026-02-03", "no row") };
        assert_eq!(line(4), format!("1.1 | Ban hành kế hoạch | E4 | 2 | Thời điểm ban hành: Kịp thời | - 12/KH-SA{day} | "));
        assert!(line(5).contains("| E5 | “hai điểm” | Số hồ sơ đúng hạn: 90 Số hồ sơ đã giải quyết: 100 |"), "{}", line(5));
        assert_eq!(line(6), format!("1.3 | Đào tạo |  | {none} |  |  | "));
        assert_eq!(jumps(&bytes, 2)[0], "C5 → Sở%20A.xlsx 'Biểu tự chấm'!E4");
    }
}

/// Lists the links of a sheet: cell, file, and place in it.
fn jumps(bytes: &[u8], sheet: u32) -> Vec<String> {
    let parts = unzip(bytes);
    let text = |name: String| String::from_utf8(parts.iter().find(|(part, _)| *part == name).unwrap().1.clone()).unwrap();
    let (xml, rels) = (text(format!("xl/worksheets/sheet{sheet}.xml")), text(format!("xl/worksheets/_rels/sheet{sheet}.xml.rels")));
    let value = |from: &str, key: &str| from.split(&format!("{key}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let links = xml.split("<hyperlink ").skip(1).map(|link| {
        let id = value(link, "r:id");
        let target =
            rels.split("<Relationship ").find(|rel| rel.contains(&format!("Id=\"{id}\""))).map(|rel| value(rel, "Target")).unwrap();
        format!("{} → {target} {}", value(link, "ref"), value(link, "location").replace("&apos;", "'"))
    });
    links.collect()
}

/// Form of layout E without any column of words, with a list of evidence beside it.
fn with_list(list: &str) -> String {
    let bare: String = E
        .lines()
        .map(|line| match line.split_once("| TLKC") {
            Some((cells, _)) => format!("{cells}\n"),
            None => format!("{}\n", line.trim_end_matches("| Ghi chú")),
        })
        .collect();
    format!("== Biểu{bare}== Phụ lục\n{list}")
}

/// Gives the documents of a leaf: number, day, issuer, title, section, file.
fn documents(form: &Foreign, id: &str) -> Vec<String> {
    let field = |field: &Option<String>| field.clone().unwrap_or("–".into());
    let one = |evidence: &Evidence| {
        let day = match &evidence.date {
            EvidenceDate::Day(day) => day.to_string(),
            other => format!("{other:?}"),
        };
        let fields = [&evidence.number, &evidence.issuer, &evidence.title, &evidence.section, &evidence.file].map(field);
        let [number, issuer, title, section, file] = fields;
        format!("{number} | {day} | {issuer} | {title} | {section} | {file}")
    };
    answer(&form.assessment, id).evidence.iter().map(one).collect()
}

#[test]
fn a_list_with_a_column_for_everything_is_read_as_evidence() {
    let (form, found) = read(&with_list(
        "DANH MỤC TÀI LIỆU KIỂM CHỨNG
(Kèm theo báo cáo của Sở E)
STT | Mã tiêu chí | Văn bản | > | > | Trích yếu | Tên tệp | Ghi chú
 | | Số ký hiệu | Ngày ban hành | Cơ quan ban hành
1 | '1.1 | 12/KH-SE | 03/02/2026 | Sở E | Kế hoạch CCHC | ke-hoach.pdf | trang 2
2 | Tiêu chí 1.2 | 40/BC-SE | 05/12/2026 | Sở E | Báo cáo năm | | mục II
3 | 1.3. Đào tạo | 41/BC-SE | ngày 06 tháng 12 năm 2026 | Sở E | Báo cáo đào tạo
4 | '1.1; 1.2 | 13/BC-SE | 04/02/2026 | Sở E | Báo cáo quý
Tổng cộng: 4 tài liệu
 | | | | Giám đốc
",
    ));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(
        documents(&form, "1.1"),
        ["12/KH-SE | 2026-02-03 | Sở E | Kế hoạch CCHC | trang 2 | ke-hoach.pdf", "13/BC-SE | 2026-02-04 | Sở E | Báo cáo quý | – | –"]
    );
    assert_eq!(
        documents(&form, "1.2"),
        ["40/BC-SE | 2026-12-05 | Sở E | Báo cáo năm | mục II | –", "13/BC-SE | 2026-02-04 | Sở E | Báo cáo quý | – | –"]
    );
    assert_eq!(documents(&form, "1.3"), ["41/BC-SE | 2026-12-06 | Sở E | Báo cáo đào tạo | – | –"]);
    let place = &answer(&form.assessment, "1.1").evidence[0];
    assert_eq!(
        (place.place.sheet.as_deref(), cell(place, EvidenceField::Date), cell(place, EvidenceField::Section)),
        (Some("Phụ lục"), "D5".to_owned(), "H5".to_owned())
    );
    let list = &form.understood.lists[0];
    assert_eq!((list.sheet.as_str(), list.header), ("Phụ lục", (3, 4)));
    assert_eq!(list.taken.iter().map(|(row, id)| format!("{row} {id}")).collect::<Vec<_>>(), ["5 1.1", "6 1.2", "7 1.3", "8 1.1", "8 1.2"]);
    assert_eq!(
        list.left.iter().map(|left| (left.row, left.why.en)).collect::<Vec<_>>(),
        [(9, "total"), (10, "after the list (signatures, remarks)")]
    );
}

#[test]
fn a_list_of_citations_below_their_criteria_is_read_as_evidence() {
    let (form, found) = read(&with_list(
        "STT | Tên tài liệu kiểm chứng | Ghi chú
Tiêu chí 1.1: Ban hành kế hoạch
1 | Kế hoạch số 12/KH-SE ngày 03/02/2026 của Sở E, mục I
2 | Ảnh chụp màn hình
'1.2 | Hồ sơ đúng hạn
 | - Báo cáo số 40/BC-SE ngày 05/12/2026; Công văn số 41/SE-VP ngày 06/12/2026 | trang 3
",
    ));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(documents(&form, "1.1"), ["12/KH-SE | 2026-02-03 | Sở E | – | mục I | –", "– | Blank | – | Ảnh chụp màn hình | – | –"]);
    assert_eq!(documents(&form, "1.2"), ["40/BC-SE | 2026-12-05 | – | – | trang 3 | –", "41/SE-VP | 2026-12-06 | – | – | trang 3 | –"]);
    assert_eq!(cell(&answer(&form.assessment, "1.2").evidence[0], EvidenceField::Number), "B6");
    assert_eq!(form.understood.lists[0].criteria.iter().map(|(row, id)| format!("{row} {id}")).collect::<Vec<_>>(), ["2 1.1", "5 1.2"]);
}

#[test]
fn a_list_of_another_program_is_read_with_its_merged_cells() {
    for kind in ["xlsx", "ods", "xls"] {
        let (form, found) = read_bytes(&fs::read(format!("tests/fixtures/foreign/E.{kind}")).unwrap(), &small(), &Pin::default());
        assert_eq!((form.understood.layout, claims(&form)), ("E", ["2", "1.8", "1.6"].map(str::to_owned)), "{kind}");
        assert_eq!(found, Vec::<String>::new(), "{kind}");
        let first = [
            "12/KH-SA | 2026-02-03 | Sở A | Kế hoạch cải cách hành chính | – | ke-hoach.pdf",
            "15/KH-SA | 2026-05-04 | Sở A | Kế hoạch sửa đổi | – | –",
        ];
        assert_eq!(documents(&form, "1.1"), first, "{kind}");
        assert_eq!((documents(&form, "1.2").len(), documents(&form, "1.3").len()), (1, 1), "{kind}");
        assert_eq!(form.understood.lists[0].header, (4, 6), "{kind}");
    }
}

#[test]
fn headings_of_lists_are_known_in_many_spellings() {
    let full = "12/KH-SE | 03/02/2026 | Sở E | Kế hoạch";
    let cases = [
        format!("Mã TC | Số VB | Ngày/tháng/năm | CQ ban hành | Tên văn bản\n'1.1 | {full}\n"),
        format!("STT tiêu chí | Số và ký hiệu | Ngày ký | Nơi ban hành | Tên loại, trích yếu\n'1.1 | {full}\n"),
        format!("Phục vụ tiêu chí | Ký hiệu | Ngày VB | Cơ quan BH | Nội dung\n'1.1 | {full}\n"),
        "TLKC | Thuộc tiêu chí\nKế hoạch số 12/KH-SE ngày 03/02/2026 của Sở E | '1.1\n".to_owned(),
        "Tên tiêu chí | Loại văn bản\nBan hành kế hoạch | Kế hoạch số 12/KH-SE ngày 03/02/2026 của Sở E\n".to_owned(),
        "TT | Tiêu chí/Tài liệu kiểm chứng năm 2026\n'1.1 | Ban hành kế hoạch\n | Kế hoạch số 12/KH-SE ngày 03/02/2026 của Sở E\n"
            .to_owned(),
        "TT | Danh mục hồ sơ minh chứng\n'1.1 | Kế hoạch số 12/KH-SE ngày 03/02/2026 của Sở E\n".to_owned(),
    ];
    for list in cases {
        let (form, found) = read(&with_list(&list));
        // Words that stand as the title are it; of a citation the kind alone is none.
        let title = if list.contains(full) { "Kế hoạch" } else { "–" };
        assert_eq!((documents(&form, "1.1"), found), (vec![format!("12/KH-SE | 2026-02-03 | Sở E | {title} | – | –")], vec![]), "{list}");
    }
}

#[test]
fn documents_of_no_leaf_are_said_at_their_row() {
    let (form, found) = read(&with_list(
        "STT | Tiêu chí | Số, ký hiệu | Ngày | Loại văn bản | Người gửi
1 | 1.1 | 12/KH-SE | 03/02/2026 | Kế hoạch
2 | | 13/KH-SE | 03/02/2026 | Kế hoạch | Nguyễn Văn A
3 | 1 | 14/KH-SE | 03/02/2026
4 | '7.7 | 15/KH-SE | 03/02/2026
5 | Đào tạo | 16/BC-SE | 03/02/2026 | Báo cáo | Nguyễn Văn A
",
    ));
    assert_eq!(found, ["S060 B3", "S062 B4", "S061 B5", "S091 F6"]);
    assert_eq!((documents(&form, "1.1").len(), documents(&form, "1.3").len()), (1, 1));
}

#[test]
fn a_list_below_the_form_is_read_and_ends_it() {
    let (form, found) = read(&format!(
        "{A}\nPhụ lục tài liệu\nTT | Tiêu chí | Tài liệu kiểm chứng | Tệp\n1 | 1.1 | Kế hoạch số 12/KH-SA ngày 03/02/2026 | 12-KH-SA.pdf\n"
    ));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(documents(&form, "1.1"), ["12/KH-SA | 2026-02-03 | – | – | – | 12-KH-SA.pdf"], "what the form cites is not said twice");
    assert_eq!(form.understood.left.last().unwrap().row, 17);
}

#[test]
fn a_criterion_merged_over_its_documents_is_that_of_all_of_them() {
    let bytes = drawn(&with_list(
        "Tiêu chí | Tài liệu\n1.1 | Kế hoạch số 12/KH-SE ngày 03/02/2026\n | Kế hoạch số 13/KH-SE ngày 03/02/2026\n | Kế hoạch số 14/KH-SE ngày 03/02/2026\n",
    ));
    let merged = edited(&bytes, "xl/worksheets/sheet2.xml", |xml| {
        xml.replace("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
    });
    let (form, found) = read_bytes(&merged, &small(), &Pin::default());
    assert_eq!((documents(&form, "1.1").len(), found), (2, vec!["S060 A4".to_owned()]));
}

#[test]
fn a_table_of_what_the_province_asks_for_is_no_list() {
    let table = |evidence: &str| {
        read(&with_list(&format!("STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch | 2 | {evidence}\n")))
    };
    let (form, found) = table("Kế hoạch của đơn vị");
    assert_eq!((documents(&form, "1.1").len(), found), (0, vec!["S029 A1".to_owned(), "S113 A2".to_owned()]));
    // What names a document is the unit's, there as in a file of its own.
    let (form, found) = table("Kế hoạch số 01/KH-UBND ngày 01/01/2026");
    assert_eq!((documents(&form, "1.1").len(), found), (1, vec!["S097 A1".to_owned()]));
}

#[test]
fn a_list_of_other_documents_is_no_list_of_evidence() {
    let (_, found) = read(&with_list(
        "VĂN BẢN ĐÃ BAN HÀNH\nSTT | Lĩnh vực | Số ký hiệu | Ngày ban hành | Trích yếu\n1 | Đất đai | 12/QĐ-UBND | 03/02/2026 | Bảng giá đất\n",
    ));
    assert_eq!(found, ["S029 A1", "S113 A2"]);
}

#[test]
fn remarks_are_the_units_unless_the_office_scores_beside_them() {
    let remarks = E.replace("| Ghi chú", "| Nhận xét | Ghi chú").replace("1.8 | TLKC:", "1.8 | 10 hồ sơ trễ | TLKC:");
    let (form, found) = read(&remarks);
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(answer(&form.assessment, "1.2").explanation.as_deref(), Some("10 hồ sơ trễ"));
    assert_eq!((documents(&form, "1.1").len(), documents(&form, "1.2").len()), (1, 1));
    let office =
        E.replace("| Ghi chú", "| Điểm thẩm định | Nhận xét").replace("| TLKC: Kế", "| 1 | Thiếu Kế").replace("| TLKC:", "| 1 | Thiếu");
    let (form, found) = read(&office);
    assert_eq!(found, ["S091 G6", "S091 H6", "S113 A3"]);
    assert_eq!(answer(&form.assessment, "1.2").explanation, None);
}

#[test]
fn a_list_of_evidence_backs_what_is_claimed() {
    let folder = Folder::base();
    let list = "Tiêu chí | Tài liệu\n1.1 | Kế hoạch số 12/KH-SE ngày 03/02/2026\n";
    folder.put("submissions/so-a.xlsx", drawn(&with_list(list).replace("Sở E", "Sở A")));
    let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
    let accepted: Vec<&str> =
        said["files"][0]["rows"].as_array().unwrap()[..3].iter().map(|row| row["accepted"].as_str().unwrap()).collect();
    assert_eq!(accepted, ["2.00", "0.00", "1.60"]);
    let unbacked: Vec<&str> = said["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["code"] == "E001")
        .map(|finding| finding["criterion"].as_str().unwrap())
        .collect();
    assert_eq!(unbacked, ["1.2"]);
    assert_eq!(said["files"][0]["understood"]["evidence_lists"][0]["taken"][0]["criterion"], "1.1");
}

#[test]
fn a_campaign_can_pin_sheet_header_and_columns() {
    let text = "== Nháp\nSTT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 0\n== Chính thức\nSở A\nMục | Việc | Trần | Ta chấm\n'1.1 | Ban hành kế hoạch | 2 | 2\n'1.2 | Hồ sơ đúng hạn | 2 | 1.8\n'1.3 | Đào tạo | 2 | 1.6\n";
    let folder = Folder::base();
    let campaign = folder.text("campaign.yaml");
    let pin = "form: { sheet: Chính thức, header_row: 2, columns: { number: A, name: B, max: C, claimed: d } }\n";
    folder.put("campaign.yaml", format!("{campaign}{pin}")).put("submissions/so-a.xlsx", drawn(text));
    let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
    let file = &said["files"][0];
    assert_eq!((file["unit"].as_str(), file["layout"].as_str()), (Some("so-a"), Some("table")));
    assert_eq!(file["understood"]["sheet"], "Chính thức");
    assert_eq!(file["understood"]["columns"][3]["read_as"], "điểm tự đánh giá");
    let rows: Vec<(&str, &str)> = file["rows"].as_array().unwrap()[..3]
        .iter()
        .map(|row| (row["claimed"].as_str().unwrap(), row["cells"]["claimed"].as_str().unwrap()))
        .collect();
    assert_eq!(rows, [("2", "D3"), ("1.8", "D4"), ("1.6", "D5")]);
}

#[test]
fn every_kind_of_column_and_the_cell_of_the_unit_can_be_pinned() {
    let text = "Biểu số 2 | | Gửi Sở B
 | | SỞ A
Mục | Tên | Việc | Trần | Làm được | So với yêu cầu | Ta chấm | Viết thêm | Tài liệu kiểm chứng
'1.1 | | Ban hành kế hoạch | 2 | | | 2 | Kế hoạch số 12/KH-SA ngày 03/02/2026
'1.2 | | Hồ sơ đúng hạn | 2 | | | 1.8 | Chậm 10 hồ sơ
'1.3 | | Đào tạo | 2 | | '80 % | 1.6
";
    let folder = Folder::base();
    let campaign = folder.text("campaign.yaml");
    let pin = "form: { header_row: 3, unit_cell: c2, columns: { number: A, name: B, content: C, max: D, figures: E, rate: F, claimed: G, remark: H } }\n";
    folder.put("campaign.yaml", format!("{campaign}{pin}")).put("in/x.xlsx", drawn(text));
    let said: Value = serde_json::from_str(&folder.run("check in/x.xlsx --campaign . --format json").out).unwrap();
    let file = &said["files"][0];
    assert_eq!(file["unit"], "so-a");
    let read_as: Vec<&str> =
        file["understood"]["columns"].as_array().unwrap().iter().map(|column| column["read_as"].as_str().unwrap()).collect();
    let expected = [
        "số thứ tự",
        "tiêu chí",
        "nội dung",
        "điểm tối đa",
        "số liệu",
        "tỷ lệ",
        "điểm tự đánh giá",
        "giải trình, tài liệu kiểm chứng",
        "tài liệu kiểm chứng",
    ];
    assert_eq!(read_as, expected);
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows[0]["evidence"][0]["number"], "12/KH-SA");
    assert_eq!(rows[1]["explanation"], "Chậm 10 hồ sơ");
    assert_eq!(rows[2]["inputs"]["ty_le"], "80");
}

#[test]
fn the_pinned_cell_alone_names_the_unit() {
    let table = "STT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 2\n";
    let folder = Folder::base();
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}form: {{ unit_cell: A1 }}\n"));
    // The cell, the file, and what is said.
    let cases = [
        ("Sở A | Đơn vị: Sở B", "x", Some("so-a"), ""),
        ("Biểu 2 | Đơn vị: Sở B", "x", None, "S081 A1"),
        ("Biểu 2 | Đơn vị: Sở B", "so-a", Some("so-a"), ""),
    ];
    for (head, file, unit, finding) in cases {
        folder.put(&format!("in/{file}.xlsx"), drawn(&format!("{head}\n{table}")));
        let said: Value = serde_json::from_str(&folder.run(&format!("check in/{file}.xlsx --campaign . --format json")).out).unwrap();
        assert_eq!(said["files"][0]["unit"].as_str(), unit, "{head}");
        let found = said["findings"].as_array().unwrap().iter().find(|one| one["code"] == "S081");
        let found = found.map(|one| format!("S081 {}", one["cell"].as_str().unwrap())).unwrap_or_default();
        assert_eq!(found, finding, "{head}");
    }
}

#[test]
fn a_group_pins_a_form_of_its_own() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "groups:\n", "groups:\n  - { id: huyen, name: Huyện, set: nho, form: { sheet: Huyện, unit_cell: B2 } }\n");
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}  - {{ id: huyen-c, name: Huyện C, group: huyen }}\n"));
    let form = "== Bìa\nĐơn vị: Sở A\nSTT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 1\n== Huyện\nSở A gửi\n | Huyện C\nSTT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 2\n";
    folder.put("in/x.xlsx", drawn(form));
    let said: Value = serde_json::from_str(&folder.run("check in/x.xlsx --campaign . --format json").out).unwrap();
    let file = &said["files"][0];
    assert_eq!((file["unit"].as_str(), file["rows"][0]["claimed"].as_str()), (Some("huyen-c"), Some("2")));
}

#[test]
fn a_pinned_cell_is_written_by_its_address() {
    let folder = Folder::base();
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}form: {{ unit_cell: \"3\" }}\n"));
    let said = folder.run("lint . --lang en");
    assert!(said.code == 3 && said.out.contains("a cell is written by its address as in Excel, such as C3"), "{} {}", said.out, said.err);
}

#[test]
fn a_pinned_column_is_written_by_its_letters() {
    let folder = Folder::base();
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}form: {{ columns: {{ claimed: \"5\" }} }}\n"));
    let said = folder.run("lint . --lang en");
    assert!(
        said.code == 3 && said.out.clone().contains("a column is written by its letters")
            || said.err.contains("a column is written by its letters"),
        "{} {}",
        said.out,
        said.err
    );
}

#[test]
fn the_unit_is_known_by_the_sheet_an_alias_or_the_file() {
    let table = "STT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 2\n";
    let cases = [
        ("x", "Kính gửi: Sở B\nTên đơn vị: SỞ A\n", Some("so-a")),
        ("x", "UBND TỈNH\\nSỞ  A | CỘNG HÒA\n", Some("so-a")),
        ("x", "SKHĐT - Báo cáo\n", Some("so-b")),
        ("Bieu_SO-B_2026", "Biểu tự chấm\n", Some("so-b")),
        ("bieu-skhdt", "Biểu tự chấm\n", Some("so-b")),
        ("x", "Sở A, Sở B\n", None),
        ("so-b", "Sở A, Sở B\n", None),
        ("x", "Sở An toàn\n", None),
    ];
    let folder = Folder::base();
    folder.edit("campaign.yaml", "name: Sở B", "name: Sở B, aliases: [SKHĐT]");
    for (file, head, unit) in cases {
        folder.put(&format!("in/{file}.xlsx"), drawn(&format!("{head}{table}")));
        let said: Value = serde_json::from_str(&folder.run(&format!("check in/{file}.xlsx --campaign . --format json")).out).unwrap();
        assert_eq!(said["files"][0]["unit"].as_str(), unit, "{file} {head}");
    }
}

#[test]
fn a_title_of_another_year_is_found_and_no_date_is() {
    let table = "STT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 2\n";
    // The campaign scores 2026.
    let cases = [
        ("BẢNG TỰ ĐÁNH GIÁ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025\n", Some("A1")),
        ("Sở A\nBÁO CÁO\n | Kết quả tự đánh giá, chấm điểm CCHC năm 2017 của Sở A\n", Some("B3")),
        ("BẢNG TỰ CHẤM ĐIỂM\nNĂM 2025\n", Some("A2")),
        ("BẢNG TỰ CHẤM ĐIỂM\nKỳ báo cáo: năm 2025\n", Some("A2")),
        ("BẢNG TỰ CHẤM ĐIỂM\\nNĂM 2025\n", Some("A1")),
        ("BẢNG TỰ ĐÁNH GIÁ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026\n", None),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC NĂM 2026\n | Tân An, ngày 05 tháng 01 năm 2027\n", None),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC\nSở A, ngày 05 tháng 01 năm 2027\n", None),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC, ngày 05 tháng 01 năm 2027\n", None),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC\n(Kèm theo Công văn số 12/SA-VP về tự đánh giá CCHC năm 2025)\n", None),
        ("Căn cứ Quyết định về Chỉ số cải cách hành chính năm 2018\n", None),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC NĂM 2026 SO VỚI NĂM 2025\n", None),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC NĂM 2024, 2025\n", None),
        ("Tự đánh giá thực hiện Kế hoạch CCHC giai đoạn 2021-2025\n", None),
        ("Tự đánh giá CCHC năm 2021 - 2025\n", None),
        ("Chương trình năm 2025\n", None),
    ];
    let folder = Folder::base();
    for (head, cell) in cases {
        folder.put("in/so-a.xlsx", drawn(&format!("{head}{table}")));
        let said: Value = serde_json::from_str(&folder.run("check in/so-a.xlsx --campaign . --format json").out).unwrap();
        let found = said["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "S098");
        assert_eq!(found.map(|finding| finding["cell"].as_str().unwrap()), cell, "{head}");
        assert_eq!(said["files"][0]["rows"][0]["claimed"], "2", "{head}");
    }
}

#[test]
fn forms_of_every_layout_give_the_points_of_our_own() {
    let folder = Folder::base();
    let units: String = ["c", "d", "e"].map(|id| format!("  - {{ id: so-{id}, name: Sở {}, group: so }}\n", id.to_uppercase())).concat();
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}{units}"));
    let a = A.replace("Sở A", "Sở C").replace("-SA", "-SC");
    for (file, text) in [("bieu-1", a.as_str()), ("so-b", B), ("bieu-3", D), ("bieu-4", E)] {
        folder.put(&format!("submissions/{file}.xlsx"), drawn(text));
    }
    folder.run("run .");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let official = |unit: &Value| -> Vec<(String, String)> {
        let criteria = unit["criteria"].as_array().unwrap().iter().filter(|node| node["id"].as_str().unwrap().starts_with("1."));
        criteria.map(|node| (node["id"].to_string(), node["official"].to_string())).collect()
    };
    let own = units.iter().find(|unit| unit["id"] == "so-a").map(official).unwrap();
    assert_eq!(units.len(), 5);
    for unit in units {
        assert_eq!(official(unit), own, "{}", unit["id"]);
    }
}

#[test]
fn a_score_for_what_the_council_scores_is_told_and_counts_nowhere() {
    let folder = Folder::base();
    let given = A.replace("2 | Tổ chức bộ máy | 2", "2 | Tổ chức bộ máy | 2 | | 1.5").replace("| 10 | | 5.4", "| 10 | | 6.9");
    folder.put("submissions/so-a.xlsx", drawn(&given));
    let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
    let found: Vec<String> = said["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {}", one["code"].as_str().unwrap(), one["cell"].as_str().unwrap(), one["message"].as_str().unwrap()))
        .collect();
    assert_eq!(found, ["P014 E11 Tự chấm “1,5” ở tiêu chí không do đơn vị chấm."]);
    let row = said["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "2").unwrap();
    assert_eq!((&row["claimed"], &row["accepted"]), (&Value::from("1.5"), &Value::Null));
}

#[test]
fn a_header_far_below_has_to_be_pinned() {
    let text = |at: String, words: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let rows = |above: u32| {
        let mut rows = String::new();
        for row in 1..=above {
            write!(rows, "<row r=\"{row}\">{}</row>", text(format!("A{row}"), "chữ")).unwrap();
        }
        let header = above + 1;
        let headings = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"];
        let cells: String = ('A'..).zip(headings).map(|(letter, words)| text(format!("{letter}{header}"), words)).collect();
        write!(rows, "<row r=\"{header}\">{cells}</row>").unwrap();
        workbook::open(&workbook(&rows), "bieu.xlsx").value.unwrap()
    };
    assert!(foreign::find(&rows(499), &Pin::default()).is_some(), "the 500th row is searched");
    let far = rows(500);
    assert!(foreign::find(&far, &Pin::default()).is_none());
    assert!(foreign::find(&far, &Pin { header: Some(500), ..Pin::default() }).is_some());
}
