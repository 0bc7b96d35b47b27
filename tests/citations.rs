//! Documents named in running text: a table written by hand, citations made by the thousand, what names nothing.

mod counted;
mod doors;
mod made;
mod offered;
mod table;

use cpu_time::ThreadTime;
use parindex::assessment::{Evidence, EvidenceDate};
use parindex::typed::citation::{self, is_promise, is_section};
use table::{CITATIONS, NOTHING};

/// Gives the fields of a document: number, day, issuer, title, section, file, link; what is missing is empty.
fn fields(evidence: &Evidence) -> [String; 7] {
    let day = match &evidence.date {
        EvidenceDate::Day(day) => day.to_string(),
        EvidenceDate::Wrong(typed) => format!("!{typed}"),
        EvidenceDate::Blank => String::new(),
    };
    let words = |field: &Option<String>| field.clone().unwrap_or_default();
    [&evidence.number, &None, &evidence.issuer, &evidence.title, &evidence.section, &evidence.file, &evidence.link]
        .map(words)
        .into_iter()
        .enumerate()
        .map(|(n, field)| if n == 1 { day.clone() } else { field })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

/// Reads the fields of a document of the table.
fn right(line: &str) -> [String; 7] {
    let mut parts: Vec<String> = line.split('|').map(|part| part.trim().to_owned()).collect();
    parts.resize(7, String::new());
    parts.try_into().unwrap()
}

#[test]
fn every_citation_of_the_table_is_read_as_a_reader_would() {
    assert!(CITATIONS.len() >= 120);
    let mut wrong = Vec::new();
    for (text, documents) in CITATIONS {
        let read: Vec<_> = citation::read(text).evidence.iter().map(fields).collect();
        let right: Vec<_> = documents.iter().map(|line| right(line)).collect();
        if read != right {
            let show = |all: &[[String; 7]]| all.iter().map(|one| one.join(" | ")).collect::<Vec<_>>().join("\n      ");
            wrong.push(format!("{text:?}\n  read  {}\n  right {}", show(&read), show(&right)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CITATIONS.len(), wrong.join("\n"));
}

#[test]
fn no_document_is_made_of_words_that_name_none() {
    for text in NOTHING {
        let said = citation::read(text);
        assert_eq!(said.evidence, [], "{text:?}");
        for label in ["Tài liệu kiểm chứng: ", "TLKC:\n- "] {
            assert_eq!(citation::read(&format!("{label}{text}")).evidence, [], "{label:?} {text:?}");
        }
    }
}

#[test]
fn promises_explain_nothing() {
    let promises = [
        "sẽ bổ sung",
        "Sẽ bổ sung sau.",
        "đang hoàn thiện",
        "Đang hoàn thiện hồ sơ",
        "Chưa có, gửi sau",
        "Đơn vị sẽ cung cấp tài liệu sau",
        "TLKC bổ sung sau",
        "sẽ cập nhật trong tháng 3",
        "Đang trình ký",
        "Xin bổ sung sau ngày 15/3",
        "SẼ BỔ SUNG",
        "(sẽ bổ sung)",
    ];
    for text in promises {
        assert!(is_promise(text), "{text:?}");
        assert_eq!(citation::read(text).explanation, None, "{text:?}");
        assert_eq!(citation::read(&format!("Giải trình: {text}")).explanation, None, "{text:?}");
    }
    let explanations = [
        "Trong năm không phát sinh",
        "Do hệ thống bảo trì nên sẽ bổ sung sau",
        "Đã thực hiện đầy đủ",
        "Không có hồ sơ trễ hạn",
        "Văn bản mật",
        "Đã sáp nhập phòng, hồ sơ đang bàn giao",
        "Đạt 12/12 nhiệm vụ, sẽ bổ sung báo cáo",
        "",
    ];
    for text in explanations {
        assert!(!is_promise(text), "{text:?}");
    }
    for hollow in [
        "2",
        "Đã có",
        "x",
        "Có",
        "v",
        "Đủ",
        "100%",
        "Giải trình",
        "Đã giải trình",
        "Xem cột bên",
        "Cần xem lại",
        "Xem phần giải trình ở trên",
        "Đề nghị xem xét lại",
        "Kính đề nghị chấm điểm",
        "Đề nghị Hội đồng thẩm định xem xét, ghi nhận",
        "Kính mong quý cơ quan tạo điều kiện cho đơn vị",
        "Đã gửi qua Zalo",
        "Nộp bản giấy",
        "Đã gửi email cho Sở Nội vụ",
        "Theo TLKC",
        "Theo tài liệu kiểm chứng kèm theo",
    ] {
        assert!(parindex::text::explains_nothing(hollow), "{hollow}");
    }
    // What is to come, whatever it is, and what is not done.
    for hollow in [
        "Phòng Văn hóa sẽ tham mưu ban hành trong tuần tới",
        "Lãnh đạo đang xem xét",
        "Sắp ban hành",
        "Dự kiến ký trong tuần",
        "Sẽ hoàn tất trước 31/12",
        "Chờ lãnh đạo phê duyệt",
        "Đang xin chủ trương của Đảng ủy",
        "Thời gian tới sẽ thực hiện",
        "Đơn vị cam kết bổ sung",
        "Sẽ rút kinh nghiệm",
        "Đơn vị xin hứa khắc phục",
        "Trong quý I năm sau sẽ ban hành",
        "Kế hoạch đang được hoàn chỉnh",
        "Dự thảo đã xong, chờ ký",
        "Chưa ban hành kịp thời",
        "Chưa thực hiện được",
        "Chưa triển khai",
        "Đang đợi kết quả",
        "Khi nào có sẽ gửi",
        "Tuần sau nộp",
        "Sẽ tổ chức trong thời gian sớm nhất",
        "Đề nghị cho nợ đến 15/01",
        "Xin gia hạn đến ngày 20/01/2027",
        "Đang tìm lại văn bản",
        "Đang liên hệ kho lưu trữ",
        "Don vi se tham muu UBND xa ban hanh",
    ] {
        assert!(parindex::text::explains_nothing(hollow), "{hollow}");
    }
    for said in [
        "Sẽ bổ sung sau khi Sở hướng dẫn vì chưa có mẫu",
        "Đang sáp nhập nên chưa ban hành",
        "Do bão lũ, sẽ ban hành trong tháng 2",
        "Chưa thực hiện do chưa được bố trí kinh phí",
        "Đã thực hiện lồng ghép trong hội nghị giao ban",
        "Xã chia sẻ dữ liệu qua trục liên thông",
        "Không phát sinh hồ sơ",
        "Công chức phụ trách nghỉ thai sản, hồ sơ sẽ bàn giao",
        "Theo quy định thì xã không phải ban hành",
        "Chưa có hướng dẫn của Sở",
        "Kho lưu trữ bị ngập, hồ sơ đang được sấy khô",
        "Kế hoạch tuyên truyền lồng ghép trong Kế hoạch CCHC năm, chưa tách thành văn bản riêng.",
        "Chưa có biên chế chuyên trách",
        "Đã có 12 hồ sơ",
        "Có văn bản mật",
        "Đã gửi báo cáo qua hệ thống của Bộ ngày 12/12/2025",
        "Đề nghị không tính hồ sơ chờ ý kiến của Bộ",
        "Đề nghị xem xét vì hệ thống bảo trì",
        "Nộp bản giấy do văn bản mật",
    ] {
        assert!(!parindex::text::explains_nothing(said), "{said}");
    }
    assert_eq!(
        citation::read("Do hệ thống bảo trì nên sẽ bổ sung sau").explanation.as_deref(),
        Some("Do hệ thống bảo trì nên sẽ bổ sung sau")
    );
}

#[test]
fn words_of_place_are_told_from_other_words() {
    for words in
        ["mục II, trang 3", "Trang 5", "tr. 4-6", "PL1", "điểm a khoản 2 Điều 3", "tại mục 2", "- Phụ lục số 02", "từ trang 3 đến trang 5"]
    {
        assert!(is_section(words), "{words}");
    }
    for words in ["đạt", "mục tiêu đạt", "trang thông tin điện tử", "đã kiểm tra", "danh mục 1", "điểm số", "biểu mẫu", "", "100%"]
    {
        assert!(!is_section(words), "{words}");
    }
}

#[test]
fn a_document_named_by_its_kind_alone_is_kept_apart() {
    for text in ["Kế hoạch cải cách hành chính năm 2026", "- Báo cáo tháng, quý", "Danh sách công chức được cử đi học"]
    {
        let said = citation::read(text);
        assert_eq!(said.evidence, [], "{text}");
        let titles: Vec<_> = said.by_kind.iter().map(|one| one.title.clone().unwrap()).collect();
        assert_eq!(titles, [text.trim_start_matches("- ")]);
    }
    for text in [
        "Báo cáo đã gửi đầy đủ",
        "Đã có kế hoạch",
        "Kế hoạch đang hoàn thiện",
        "không có báo cáo",
        "theo quy định",
        "Báo cáo được gửi đúng hạn",
    ] {
        assert_eq!(citation::read(text).by_kind, [], "{text}");
    }
}

#[test]
fn an_explanation_keeps_what_names_no_document() {
    let said = citation::read("Đơn vị đã thực hiện đầy đủ.\n- Kế hoạch số 12/KH-UBND ngày 05/01/2024\n- Các văn bản sau:\n- kh.pdf");
    assert_eq!(said.explanation.as_deref(), Some("Đơn vị đã thực hiện đầy đủ."));
    assert_eq!(said.evidence.len(), 2);
    let said = citation::read(
        "Giải trình: Đã ban hành đủ.\n- Kế hoạch số 12/KH-UBND ngày 05/01/2024\nTheo Nghị quyết số 18-NQ/TW thì không áp dụng.",
    );
    assert_eq!(said.evidence.len(), 1, "only points that are citations name evidence in an explanation");
    assert_eq!(fields(&said.evidence[0])[0], "12/KH-UBND");
    assert!(said.explanation.unwrap().contains("Đã ban hành đủ."));
    let said = citation::read("Yêu cầu: Kế hoạch số 1/KH-UBND và báo cáo.\nTài liệu kiểm chứng: Kế hoạch số 2/KH-UBND");
    assert_eq!(said.evidence.iter().map(|one| fields(one)[0].clone()).collect::<Vec<_>>(), ["2/KH-UBND"]);
    assert_eq!(said.explanation, None);
}

#[test]
fn the_address_of_a_link_belongs_to_what_the_cell_names() {
    let link = "https://snv.gov.vn/1";
    let said = citation::read_linked("Xem tại đây", Some(link));
    assert_eq!((said.evidence.len(), said.evidence[0].link.as_deref(), said.explanation), (1, Some(link), None));
    let said = citation::read_linked("12/KH-UBND; 13/KH-UBND", Some(link));
    assert!(said.evidence.len() == 2 && said.evidence.iter().all(|one| one.link.as_deref() == Some(link)));
    let said = citation::read_linked("Kế hoạch năm 2026", Some("TLKC/ke-hoach.pdf"));
    assert_eq!(
        (said.evidence[0].file.as_deref(), said.evidence[0].title.as_deref()),
        (Some("TLKC/ke-hoach.pdf"), Some("Kế hoạch năm 2026"))
    );
    assert_eq!(citation::read_linked("12/KH-UBND", None), citation::read("12/KH-UBND"));
}

/// The sheet of documents takes such a number as it stands, without reading it as a citation.
#[test]
fn a_plain_number_is_the_number_of_one_document() {
    for serial in ["1", "09", "12", "90", "2025", "04851"] {
        for symbol in ["BC-STC", "KH-UBND", "TTR-VP", "QD-A", "CV-SKHDT", "TB-HDND", "X-XXX", "HD-BTCTW", "BC-CHO", "CO-KY"] {
            let number = format!("{serial}/{symbol}");
            let alone = Evidence { number: Some(number.clone()), ..Evidence::default() };
            assert_eq!(citation::documents(&number), [alone], "{number}");
            assert!(!citation::names_none(&number), "{number}");
        }
    }
}

#[test]
fn a_cell_is_read_in_bounded_time_and_room() {
    let most = 32_767;
    let read = |part: &str, length: usize| {
        let text = part.repeat(length / part.len());
        let began = ThreadTime::now();
        (citation::read(&text), began.elapsed())
    };
    let nothing = (0..3).map(|_| read("xa ", most).1).max().unwrap_or_default();
    for part in [
        "1/A-B;",
        "a.pdf,",
        "a/",
        "1, ",
        "(",
        "mục 1, ",
        "“",
        "Kế hoạch ",
        "của UBND ",
        "12/A-",
        "05/3, ",
        "a.a.",
        "www.a.vn ",
        "Giải trình: ",
        "số 1 đến ",
    ] {
        let (said, whole) = read(part, most);
        // Words that name nothing take a hundredth of a second; a quadratic step takes a minute here.
        assert!(whole < nothing * 400, "{part:?} took {whole:?}, as many words that name nothing {nothing:?}");
        assert!(said.evidence.len() <= citation::MOST && said.by_kind.len() <= citation::MOST, "{part:?}");
    }
    let said = citation::read(&"1/A-B;".repeat(most / 6));
    assert_eq!((said.evidence.len(), said.left_out), (citation::MOST, most / 6 - citation::MOST));
}
