//! Documents beside their criteria in columns of their own, however the province heads them.

use super::thu::{Said, checked};

const HEAD: &str = "Đơn vị: UBND xã Tân An\n";

/// Draws a form with its heading and, for each of four criteria, what stands in the columns of documents.
fn form(heading: &str, documents: [&str; 4]) -> String {
    let [plan, tasks, more, culture] = documents;
    format!(
        "{HEAD}{heading}'I | Chỉ đạo, điều hành | 8 |
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 | {plan}
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | 3 | {tasks}
 | | | | {more}
'1.3 | Văn hóa công sở | 2 | 2 | {culture}
'II | Cải cách thủ tục hành chính | 12 |
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 3,5
'2.2 | Công khai thủ tục hành chính | 3 | 3
"
    )
}

/// Gives the documents of a leaf: number, day, title, section, file.
fn documents(said: &Said, id: &str) -> Vec<[String; 5]> {
    let rows = said.json["files"][0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["criterion"] == id).unwrap();
    let fields = ["number", "date", "title", "section", "file"];
    let documents = row["evidence"].as_array().unwrap().iter();
    documents.map(|one| fields.map(|field| one[field].as_str().unwrap_or("–").to_owned())).collect()
}

#[test]
fn documents_have_columns_of_their_own_however_they_are_headed() {
    let plain = "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | ";
    let number_date_title_page = [
        "'15/KH-UBND | 12/01/2026 | Kế hoạch năm 2026 | trang 2",
        "'88/BC-UBND | 05/12/2026 | Báo cáo nhiệm vụ",
        "'90/BC-UBND | 06/12/2026 | Báo cáo bổ sung | trang 1",
        "'17/QĐ-UBND | 02/02/2026 | Quy chế",
    ];
    let cases = [
        ("one row of headings", format!("{plain}Số, ký hiệu | Ngày ban hành | Trích yếu | Mục, trang\n"), number_date_title_page),
        (
            "below one heading of evidence",
            format!("{plain}Tài liệu kiểm chứng | > | > | >\n | | | | Số, ký hiệu | Ngày ban hành | Trích yếu | Mục, trang\n"),
            number_date_title_page,
        ),
        (
            "in short words below a heading of evidence",
            format!("{plain}Minh chứng | > | > | >\n | | | | Số | Ngày | Tên văn bản | Trang\n"),
            number_date_title_page,
        ),
        (
            "and the columns numbered",
            format!(
                "{plain}Văn bản kiểm chứng | > | > | >\n | | | | Số hiệu văn bản | Ngày, tháng, năm ban hành | Nội dung trích yếu | Số trang\n(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)\n"
            ),
            number_date_title_page,
        ),
        (
            "a column of evidence beside them is the title",
            format!("{plain}Số, ký hiệu văn bản | Ngày ban hành | Tài liệu kiểm chứng | Mục, trang\n"),
            number_date_title_page,
        ),
        (
            "the whole citation in the column of evidence, only the page beside it",
            format!("{plain}Tài liệu kiểm chứng | Mục, trang\n"),
            [
                "Kế hoạch số 15/KH-UBND ngày 12/01/2026 | trang 2",
                "Báo cáo số 88/BC-UBND ngày 05/12/2026",
                "Báo cáo số 90/BC-UBND ngày 06/12/2026 | trang 1",
                "Quyết định số 17/QĐ-UBND ngày 02/02/2026",
            ],
        ),
    ];
    for (what, heading, cells) in cases {
        let said = checked(&form(&heading, cells));
        let numbers =
            |id: &str| documents(&said, id).into_iter().map(|[number, date, _, section, _]| [number, date, section]).collect::<Vec<_>>();
        assert_eq!(said.found, Vec::<String>::new(), "{what}");
        assert_eq!(numbers("1.1"), [["15/KH-UBND", "2026-01-12", "trang 2"]], "{what}");
        assert_eq!(numbers("1.2"), [["88/BC-UBND", "2026-12-05", "–"], ["90/BC-UBND", "2026-12-06", "trang 1"]], "{what}");
        assert_eq!(numbers("1.3"), [["17/QĐ-UBND", "2026-02-02", "–"]], "{what}");
        assert_eq!((documents(&said, "2.1").len(), said.claim("2.1").as_deref()), (0, Some("3.5")), "{what}");
    }
}

#[test]
fn the_title_and_the_file_of_a_document_stand_in_their_columns() {
    let heading = "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Tài liệu kiểm chứng | Số, ký hiệu | Tên tệp đính kèm\n";
    let cells = ["Kế hoạch cải cách hành chính | '15/KH-UBND | kh-2026.pdf", "Báo cáo số 88/BC-UBND | | bc-88.pdf", "", "| | quy-che.pdf"];
    let said = checked(&form(heading, cells));
    assert_eq!(documents(&said, "1.1"), [["15/KH-UBND", "–", "Kế hoạch cải cách hành chính", "–", "kh-2026.pdf"]]);
    assert_eq!(documents(&said, "1.2").iter().map(|one| [&*one[0], &*one[4]]).collect::<Vec<_>>(), [["88/BC-UBND", "bc-88.pdf"]]);
    assert_eq!(documents(&said, "1.3"), [["–", "–", "–", "–", "quy-che.pdf"]]);
}

#[test]
fn a_field_that_comes_again_begins_another_document() {
    let heading = "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Tài liệu kiểm chứng 1 | > | Tài liệu kiểm chứng 2 | >\n | | | | Số | Ngày | Số | Ngày\n";
    let cells = ["'15/KH-UBND | 12/01/2026 | '16/KH-UBND | 13/01/2026", "'88/BC-UBND | 05/12/2026", "", ""];
    let said = checked(&form(heading, cells));
    let read: Vec<[String; 2]> = documents(&said, "1.1").into_iter().map(|[number, date, ..]| [number, date]).collect();
    assert_eq!(read, [["15/KH-UBND", "2026-01-12"], ["16/KH-UBND", "2026-01-13"]]);
    assert_eq!(documents(&said, "1.2").len(), 1);
}

#[test]
fn what_is_no_document_of_this_year_is_not_read_as_one() {
    let plain = "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | ";
    // A day that no document is named beside is none of a document's, and last year's documents are not this year's.
    for heading in ["Ngày ban hành\n", "Cơ quan thực hiện\n", "Số, ký hiệu văn bản năm 2024\n", "Số văn bản dự kiến\n"]
    {
        let cells = ["12/01/2026", "05/12/2026", "", ""];
        let said = checked(&form(&format!("{plain}{heading}"), cells));
        assert_eq!(documents(&said, "1.1").len(), 0, "{heading}");
        assert!(said.found.iter().any(|one| one.starts_with("S091")), "{heading}: {:?}", said.found);
    }
    // Words that name nothing are told like those of any other cell of evidence.
    let said = checked(&form(&format!("{plain}Số, ký hiệu | Trích yếu\n"), ["không có", "'88/BC-UBND", "", "'17/QĐ-UBND"]));
    assert_eq!(said.found, ["E001 error", "S092 warning", "E020 warning", "E020 warning"]);
}

#[test]
fn a_document_that_is_only_promised_is_told_beside_those_that_count() {
    let base = crate::foreign::thu::form(&["Điểm tự chấm"]);
    let plan = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
    let with = |more: &str| checked(&base.replace(plan, &format!("{plan}; {more}")));
    for more in [
        "sẽ bổ sung Báo cáo số 40/BC-UBND",
        "Báo cáo sẽ ban hành số 41/BC-UBND",
        "chưa nộp Báo cáo số 40/BC-UBND ngày 05/12/2026",
        "không có Quyết định số 41/QĐ-UBND",
        "Thiếu Báo cáo số 40/BC-UBND",
        "Dự thảo Báo cáo số 40/BC-UBND",
        "Báo cáo số 40/BC-UBND: không có",
        "Báo cáo số 40/BC-UBND ngày 05/12/2026 của UBND xã: chưa có",
        "Đơn vị chưa ban hành Kế hoạch CCHC số 13/KH-UBND",
        "Báo cáo số 40/BC-UBND đã bị thu hồi",
        "Báo cáo số 40/BC-UBND, thất lạc, không tìm thấy",
        "Thu hồi Báo cáo số 40/BC-UBND ngày 05/12/2026",
        "Mẫu: Báo cáo số 40/BC-UBND ngày 05/12/2026",
        "DT Báo cáo số 40/BC-UBND",
        "Theo Kế hoạch số 13/KH-UBND của tỉnh, xã chưa có kế hoạch",
        "Đã thất lạc Báo cáo số 40/BC-UBND",
        "Báo cáo số 40/BC-UBND (đã thất lạc)",
        "Báo cáo số 40/BC-UBND ngày 05/12/2026 (dự kiến ban hành)",
        "Báo cáo số 40/BC-UBND - dự kiến ban hành",
        "VD: Báo cáo số 40/BC-UBND",
        "Ví dụ Báo cáo số 40/BC-UBND ngày 05/12/2026",
        "Báo cáo số 40/BC-UBND (mẫu)",
        "Báo cáo số 40/BC-UBND (ví dụ)",
        "Không phải Báo cáo số 40/BC-UBND",
        "Báo cáo số 40/BC-UBND (đã hủy)",
        "Báo cáo số 40/BC-UBND: đã hủy",
        "Báo cáo số 40/BC-UBND (không mở được)",
        "Báo cáo số 40/BC-UBND, tệp không mở được",
        "Báo cáo số 40/BC-UBND (file lỗi)",
        "Báo cáo số 40/BC-UBND: đã mất",
        "Dự thảo 40/BC-UBND",
        "40/BC-UBND (sẽ ban hành)",
    ] {
        let said = with(more);
        assert_eq!(
            said.of("S123"),
            [format!("F6 Nội dung “{more}” cho biết tài liệu chưa có hoặc sẽ bổ sung nên không được tính.")],
            "{more}"
        );
        assert_eq!(said.documents("1.1"), 1, "{more}");
    }
    for more in [
        "Báo cáo số 40/BC-UBND ngày 05/12/2026",
        "Báo cáo số 40/BC-UBND của Sở Nội vụ (mẫu)",
        "Báo cáo không có hồ sơ quá hạn số 40/BC-UBND ngày 05/12/2026",
        "Xã không có hồ sơ trễ hạn (Báo cáo số 15/BC-UBND ngày 05/12/2026)",
        "Không có kế hoạch riêng, lồng ghép trong Kế hoạch số 13/KH-UBND ngày 21/01/2026",
        "Theo Báo cáo số 15/BC-UBND ngày 05/12/2026, hồ sơ quá hạn không có",
        "Kế hoạch về việc bổ sung dự toán số 41/KH-UBND ngày 06/12/2026",
        "Quyết định số 41/QĐ-UBND ngày 06/12/2026 về thu hồi đất",
        "Báo cáo số 40/BC-UBND ngày 05/12/2026, xã không có đơn thư",
        "Kế hoạch số 41/KH-UBND ngày 06/12/2026 về hủy tài liệu hết giá trị",
        "Quyết định số 41/QĐ-UBND ngày 06/12/2026 ban hành mẫu đơn",
        "Quyết định số 41/QĐ-UBND ngày 06/12/2026 (Mẫu số 01)",
        "Báo cáo số 41/BC-UBND ngày 06/12/2026 về hồ sơ bị mất",
        "Báo cáo số 41/BC-UBND ngày 06/12/2026 (mật)",
        "Báo cáo số 41/BC-UBND ngày 06/12/2026 về văn bản dự kiến ban hành năm 2027",
    ] {
        let said = with(more);
        assert!(said.of("S123").is_empty(), "{more}: {said:?}");
        assert_eq!(said.documents("1.1"), 2, "{more}");
    }
}

/// Runs the campaign of a commune with these files; gives what is accepted of 1.1, and code and severity of what is told.
fn run_with_files(files: &[(&str, &str)]) -> (String, Vec<String>) {
    let folder = crate::folder::Folder::empty();
    folder.overlay(std::path::Path::new("tests/foreign/thu"));
    for (name, text) in files {
        folder.put(&format!("submissions/{name}"), crate::folder::drawn(text));
    }
    let said = folder.run("run . -q");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let result: serde_json::Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let unit = result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "xa-a").unwrap().clone();
    let leaf = unit["criteria"].as_array().unwrap().iter().find(|leaf| leaf["id"] == "1.1").unwrap()["accepted"].clone();
    let told = result["findings"].as_array().unwrap().iter().filter(|one| one["unit"] == "xa-a");
    let told = told.map(|one| one["code"].as_str().unwrap().to_owned()).filter(|code| !code.starts_with('P')).collect();
    (leaf.as_str().unwrap_or("–").to_owned(), told)
}

#[test]
fn a_list_of_documents_in_a_file_of_its_own_belongs_to_the_form() {
    let form = crate::foreign::thu::form(&["Điểm tự chấm"]);
    let without = form.replace(" | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "");
    let list = |head: &str, row: &str| format!("UBND XÃ TÂN AN\n\nDANH MỤC TÀI LIỆU KIỂM CHỨNG NĂM 2026\n{head}\n{row}\n");
    for (head, row) in [
        (
            "STT | Mã tiêu chí | Số, ký hiệu | Ngày ban hành | Cơ quan ban hành | Trích yếu",
            "1 | '1.1 | 12/KH-UBND | 20/01/2026 | UBND xã | KH",
        ),
        ("STT | Tiêu chí | Tài liệu kiểm chứng", "'1.1 | Ban hành kế hoạch cải cách hành chính | Kế hoạch số 12/KH-UBND ngày 20/01/2026"),
        ("STT | Tiêu chí | Nội dung giải trình", "'1.1 | Ban hành kế hoạch cải cách hành chính | Kế hoạch ban hành chung với huyện"),
    ] {
        let (accepted, told) = run_with_files(&[("a.xlsx", &without), ("b.xlsx", &list(head, row))]);
        assert_eq!(accepted, "2.00", "{head}: {told:?}");
        assert!(told.contains(&"C248".to_owned()) && !told.contains(&"E001".to_owned()), "{head}: {told:?}");
        // By itself it is no form.
        let (accepted, told) = run_with_files(&[("b.xlsx", &list(head, row))]);
        assert!(accepted != "2.00" && !told.contains(&"C248".to_owned()), "{head}: {told:?}");
    }
    // Controls: the list of another unit or of another year is none of this one's.
    let one = list(
        "STT | Tiêu chí | Tài liệu kiểm chứng",
        "'1.1 | Ban hành kế hoạch cải cách hành chính | Kế hoạch số 12/KH-UBND ngày 20/01/2026",
    );
    for other in [one.replace("TÂN AN", "TÂN BÌNH"), one.replace("NĂM 2026", "NĂM 2025")] {
        let (accepted, told) = run_with_files(&[("a.xlsx", &without), ("b.xlsx", &other)]);
        assert_eq!((accepted.as_str(), told.contains(&"E001".to_owned())), ("0.00", true), "{told:?}");
    }
    // What the form names itself stands, and is told once.
    let (accepted, told) = run_with_files(&[("a.xlsx", &form), ("b.xlsx", &one)]);
    assert_eq!((accepted.as_str(), told), ("2.00", vec!["C248".to_owned()]));
}
