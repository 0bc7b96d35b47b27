//! Citations as offices write them, with what each names; the right values were written by hand.
//!
//! A document is `number | day | issuer | title | section | file | link`, what is missing left empty; a day that is none
//! stands with `!` before it.

/// Texts, each with the documents that it names.
pub const CITATIONS: &[(&str, &[&str])] = &[
    // One document, with all its parts, in the orders that people use.
    (
        "Kế hoạch số 12/KH-SM02 ngày 05/01/2024 của Sở Mẫu 02 về cải cách hành chính năm 2024 (mục II.3, trang 4)",
        &["12/KH-SM02 | 2024-01-05 | Sở Mẫu 02 | cải cách hành chính năm 2024 | mục II.3, trang 4"],
    ),
    (
        "Kế hoạch số 4851/KH-UBND ngày 11/10/2018 của UBND tỉnh, mục II, trang 3",
        &["4851/KH-UBND | 2018-10-11 | UBND tỉnh | | mục II, trang 3"],
    ),
    (
        "Báo cáo số 12/BC-SNV ngày 05 tháng 3 năm 2018 của Sở Nội vụ về kết quả CCHC quý I.",
        &["12/BC-SNV | 2018-03-05 | Sở Nội vụ | kết quả CCHC quý I"],
    ),
    ("383/BNV-CCHC (28/01/2021)", &["383/BNV-CCHC | 2021-01-28"]),
    (
        "Công văn số 383/BNV-CCHC ngày 28/01/2021 của Bộ Nội vụ về việc hướng dẫn tự đánh giá",
        &["383/BNV-CCHC | 2021-01-28 | Bộ Nội vụ | hướng dẫn tự đánh giá"],
    ),
    ("- QĐ số 30/2018/QĐ-UBND, Điều 3", &["30/2018/QĐ-UBND | | | | Điều 3"]),
    ("Hướng dẫn số 16 - HD/BTCTW", &["16 - HD/BTCTW"]),
    ("Nghị quyết 30c/NQ-CP ngày 08/11/2011 của Chính phủ", &["30c/NQ-CP | 2011-11-08 | Chính phủ"]),
    ("Công văn số 2231/SNV-CCHC&PC ngày 12/11/2024", &["2231/SNV-CCHC&PC | 2024-11-12"]),
    ("Luật số 06/2022/QH15", &["06/2022/QH15"]),
    ("Thông tư liên tịch số 02/2010/TTLT-BTP-BNV", &["02/2010/TTLT-BTP-BNV"]),
    (
        "Quyết định số 1234/QĐ-UBND ngày 20/3/2024 của UBND tỉnh ban hành Kế hoạch cải cách hành chính năm 2024",
        &["1234/QĐ-UBND | 2024-03-20 | UBND tỉnh | ban hành Kế hoạch cải cách hành chính năm 2024"],
    ),
    (
        "Quyết định số 1234/QĐ-UBND ngày 20/3/2024 của Chủ tịch UBND tỉnh phê duyệt danh mục dịch vụ công trực tuyến",
        &["1234/QĐ-UBND | 2024-03-20 | Chủ tịch UBND tỉnh | phê duyệt danh mục dịch vụ công trực tuyến"],
    ),
    (
        "Kế hoạch 409/KH-SM02, 15/2/2024, đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2024",
        &["409/KH-SM02 | 2024-02-15 | | đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2024"],
    ),
    (
        "Công văn 509/VPUBND-KSTTHC, 26/12/2024, kết quả đánh giá theo Bộ chỉ số phục vụ người dân, doanh nghiệp",
        &["509/VPUBND-KSTTHC | 2024-12-26 | | kết quả đánh giá theo Bộ chỉ số phục vụ người dân, doanh nghiệp"],
    ),
    (
        "Kế hoạch 12/KH-UBND, UBND tỉnh, 05/01/2024, cải cách hành chính năm 2024",
        &["12/KH-UBND | 2024-01-05 | UBND tỉnh | cải cách hành chính năm 2024"],
    ),
    ("Kế hoạch của UBND tỉnh số 12/KH-UBND ngày 05/01/2024", &["12/KH-UBND | 2024-01-05 | UBND tỉnh"]),
    (
        "Kế hoạch cải cách hành chính năm 2024 số 12/KH-UBND ngày 05/01/2024 của UBND huyện Tân An",
        &["12/KH-UBND | 2024-01-05 | UBND huyện Tân An | cải cách hành chính năm 2024"],
    ),
    (
        "Kế hoạch cải cách hành chính năm 2024 (số 12/KH-UBND ngày 05/01/2024)",
        &["12/KH-UBND | 2024-01-05 | | cải cách hành chính năm 2024"],
    ),
    ("Sở Nội vụ: Báo cáo số 13/BC-SNV ngày 06/12/2024", &["13/BC-SNV | 2024-12-06 | Sở Nội vụ"]),
    ("Quyết định số 19/QĐ-UBND ngày 10 /11/ 2024", &["19/QĐ-UBND | 2024-11-10"]),
    ("Quyết định số 19/QĐ-UBND ngày10/11/2024", &["19/QĐ-UBND | 2024-11-10"]),
    ("Quyết định số 19/QĐ-UBND ban hành 10/11/2024", &["19/QĐ-UBND | 2024-11-10"]),
    ("Quyết định số 19/QĐ-UBND (ban hành 10/11/2024) của UBND tỉnh", &["19/QĐ-UBND | 2024-11-10 | UBND tỉnh"]),
    ("Quyết định số 19/QĐ-UBND, ký 10/11/2024", &["19/QĐ-UBND | 2024-11-10"]),
    ("Quyết định số 19/QĐ-UBND ngày 10/11/2024 ban hành 12 quy trình", &["19/QĐ-UBND | 2024-11-10 | | ban hành 12 quy trình"]),
    ("Quyết định số 19/QĐ-UBND ngày 10 / 11 / 2024 do UBND tỉnh ban hành", &["19/QĐ-UBND | 2024-11-10 | UBND tỉnh"]),
    ("Báo cáo số 21/BC-SM02 (Sở Mẫu 02, 11/11/2024), trang 3", &["21/BC-SM02 | 2024-11-11 | Sở Mẫu 02 | | trang 3"]),
    ("Thông báo số 45-TB/TU ngày 05.3.2020 của Tỉnh ủy", &["45-TB/TU | 2020-03-05 | Tỉnh ủy"]),
    ("Nghị quyết số 05-NQ/TU ngày 5-3-2020", &["05-NQ/TU | 2020-03-05"]),
    ("Số: 15/BC-UBND ngày 15/01/2025", &["15/BC-UBND | 2025-01-15"]),
    ("CV383/BNV-CCHC ngày 28/01/2021", &["383/BNV-CCHC | 2021-01-28"]),
    ("Kế hoạch số 12/KH-UBNDngày 05/01/2024", &["12/KH-UBND | 2024-01-05"]),
    ("kế hoạch số 12/kh-ubnd ngày 05/01/2024", &["12/kh-ubnd | 2024-01-05"]),
    (
        "Tờ trình số 08/TTr-SNV ngày 1/2/2024; của Sở Nội vụ; về việc thành lập đoàn kiểm tra",
        &["08/TTr-SNV | 2024-02-01 | Sở Nội vụ | thành lập đoàn kiểm tra"],
    ),
    (
        "Kế hoạch số 12/KH-UBND\nngày 05/01/2024\ncủa UBND tỉnh\nvề cải cách hành chính",
        &["12/KH-UBND | 2024-01-05 | UBND tỉnh | cải cách hành chính"],
    ),
    // Issuers with commas, dashes and long names.
    (
        "Quyết định số 16/QĐ-SVHTTDL ngày 08/02/2024 của Sở Văn hóa, Thể thao và Du lịch về kiểm tra",
        &["16/QĐ-SVHTTDL | 2024-02-08 | Sở Văn hóa, Thể thao và Du lịch | kiểm tra"],
    ),
    (
        "Báo cáo số 7/BC-SVHTTDL ngày 08/02/2024 của Sở Văn hóa, Thể thao và Du lịch, trang 2",
        &["7/BC-SVHTTDL | 2024-02-08 | Sở Văn hóa, Thể thao và Du lịch | | trang 2"],
    ),
    (
        "Công văn số 45/SLĐTBXH-VP ngày 08/02/2024 của Sở Lao động - Thương binh và Xã hội về chế độ báo cáo",
        &["45/SLĐTBXH-VP | 2024-02-08 | Sở Lao động - Thương binh và Xã hội | chế độ báo cáo"],
    ),
    (
        "Công văn số 12/SNNMT-VP ngày 08/02/2024 của Sở Nông nghiệp và Môi trường",
        &["12/SNNMT-VP | 2024-02-08 | Sở Nông nghiệp và Môi trường"],
    ),
    (
        "Kế hoạch số 494/KH-BCĐTKNQ18 của Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW, mục I.2, trang 4",
        &["494/KH-BCĐTKNQ18 | | Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW | | mục I.2, trang 4"],
    ),
    ("Báo cáo số 221/BCTĐ-STP của Sở Tư pháp, mục II.3, trang 3-5", &["221/BCTĐ-STP | | Sở Tư pháp | | mục II.3, trang 3-5"]),
    (
        "Nghị quyết số 248/NQ-HĐND ngày 07/07/2024 của Hội đồng nhân dân tỉnh về phân cấp quản lý thuộc lĩnh vực của Sở (trang 4)",
        &["248/NQ-HĐND | 2024-07-07 | Hội đồng nhân dân tỉnh | phân cấp quản lý thuộc lĩnh vực của Sở | trang 4"],
    ),
    (
        "Quyết định số 604/QĐ-SM02 ngày 15/08/2024 của Sở Mẫu 02 về chức năng, nhiệm vụ các phòng chuyên môn (mục I.2)",
        &["604/QĐ-SM02 | 2024-08-15 | Sở Mẫu 02 | chức năng, nhiệm vụ các phòng chuyên môn | mục I.2"],
    ),
    (
        "Kế hoạch số 3/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân TP. Tân An về tuyên truyền",
        &["3/KH-UBND | 2024-01-05 | Ủy ban nhân dân TP. Tân An | tuyên truyền"],
    ),
    ("Kế hoạch số 3/KH-UBND về cải cách hành chính năm 2024 của UBND tỉnh", &["3/KH-UBND | | UBND tỉnh | cải cách hành chính năm 2024"]),
    (
        "Quyết định số 9/QĐ-SNV ngày 5/1/2024 về chức năng, nhiệm vụ của Sở Nội vụ",
        &["9/QĐ-SNV | 2024-01-05 | | chức năng, nhiệm vụ của Sở Nội vụ"],
    ),
    (
        "Quyết định số 933/QĐ-SM02 ngày 23/10/2024 của Sở Mẫu 02 về công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015",
        &["933/QĐ-SM02 | 2024-10-23 | Sở Mẫu 02 | công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"],
    ),
    // Titles: leads, quotation marks, brackets, and documents cited in them.
    (
        "Kế hoạch số 17/KH-UBND ngày 09/02/2024 về tổng kết Nghị quyết số 18-NQ/TW",
        &["17/KH-UBND | 2024-02-09 | | tổng kết Nghị quyết số 18-NQ/TW"],
    ),
    (
        "Kế hoạch số 17/KH-UBND ngày 09/02/2024 của UBND tỉnh thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương, trang 2",
        &["17/KH-UBND | 2024-02-09 | UBND tỉnh | thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương | trang 2"],
    ),
    (
        "Kế hoạch số 17/KH-UBND ngày 09/02/2024 triển khai Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW; Báo cáo số 5/BC-UBND ngày 10/02/2024",
        &["17/KH-UBND | 2024-02-09 | | triển khai Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW", "5/BC-UBND | 2024-02-10"],
    ),
    (
        "Kế hoạch số 17/KH-UBND ngày 09/02/2024 về thực hiện Nghị quyết số 18-NQ/TW, 19-NQ/TW",
        &["17/KH-UBND | 2024-02-09 | | thực hiện Nghị quyết số 18-NQ/TW, 19-NQ/TW"],
    ),
    (
        "Quyết định số 516/QĐ-SM02 ngày 15/02/2024 của Sở Mẫu 02 về ban hành Quy chế quản lý, sử dụng tài sản công (mục III)",
        &["516/QĐ-SM02 | 2024-02-15 | Sở Mẫu 02 | ban hành Quy chế quản lý, sử dụng tài sản công | mục III"],
    ),
    ("Công văn số 7/UBND-NC ngày 3/4/2024 V/v chấn chỉnh kỷ cương", &["7/UBND-NC | 2024-04-03 | | chấn chỉnh kỷ cương"]),
    ("Công văn số 7/UBND-NC ngày 3/4/2024 (v/v chấn chỉnh kỷ cương)", &["7/UBND-NC | 2024-04-03 | | chấn chỉnh kỷ cương"]),
    (
        "Báo cáo số 5/BC-UBND ngày 3/4/2024: kết quả rà soát thủ tục hành chính",
        &["5/BC-UBND | 2024-04-03 | | kết quả rà soát thủ tục hành chính"],
    ),
    (
        "Báo cáo số 5/BC-UBND ngày 3/4/2024 “Kết quả thực hiện Kế hoạch số 12/KH-UBND”",
        &["5/BC-UBND | 2024-04-03 | | Kết quả thực hiện Kế hoạch số 12/KH-UBND"],
    ),
    (
        "Kế hoạch số 5/KH-UBND ngày 3/4/2024 về cải cách hành chính (giai đoạn 2021-2025)",
        &["5/KH-UBND | 2024-04-03 | | cải cách hành chính (giai đoạn 2021-2025)"],
    ),
    (
        "Quyết định số 5/QĐ-UBND ngày 3/4/2024 về sửa đổi, bổ sung khoản 1 Điều 3 của Quy chế làm việc",
        &["5/QĐ-UBND | 2024-04-03 | | sửa đổi, bổ sung khoản 1 Điều 3 của Quy chế làm việc"],
    ),
    ("Kế hoạch số 5/KH-UBND - Cải cách hành chính năm 2024 - trang 3", &["5/KH-UBND | | | Cải cách hành chính năm 2024 | trang 3"]),
    ("Báo cáo số 5/BC-UBND ngày 3/4/2024 (đính kèm)", &["5/BC-UBND | 2024-04-03"]),
    (
        "Báo cáo số 950/BC-SM02, 26/12/2024, ứng dụng công nghệ thông tin năm 2024",
        &["950/BC-SM02 | 2024-12-26 | | ứng dụng công nghệ thông tin năm 2024"],
    ),
    (
        "Kế hoạch cải cách hành chính ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 3/4/2024 của UBND huyện",
        &["8/QĐ-UBND | 2024-04-03 | UBND huyện | cải cách hành chính"],
    ),
    (
        "Quyết định số 8/QĐ-UBND ngày 3/4/2024 về bãi bỏ Quyết định số 7/QĐ-UBND ngày 1/1/2020 của UBND huyện",
        &["8/QĐ-UBND | 2024-04-03 | | bãi bỏ Quyết định số 7/QĐ-UBND ngày 1/1/2020 của UBND huyện"],
    ),
    (
        "Báo cáo số 968/BC-SM02 ngày 05/12/2024 của Sở Mẫu 02 về kết quả cung cấp dịch vụ công trực tuyến năm 2024, mục tiêu và giải pháp năm 2025",
        &["968/BC-SM02 | 2024-12-05 | Sở Mẫu 02 | kết quả cung cấp dịch vụ công trực tuyến năm 2024, mục tiêu và giải pháp năm 2025"],
    ),
    // Section and page.
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024; mục I.2, trang 7", &["13/BC-SM02 | 2024-12-06 | | | mục I.2, trang 7"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024 (tr. 4-6)", &["13/BC-SM02 | 2024-12-06 | | | tr. 4-6"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024, điểm 2 mục II", &["13/BC-SM02 | 2024-12-06 | | | điểm 2 mục II"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024, phụ lục 1", &["13/BC-SM02 | 2024-12-06 | | | phụ lục 1"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024, từ trang 3 đến trang 5", &["13/BC-SM02 | 2024-12-06 | | | từ trang 3 đến trang 5"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024 tại mục II, trang 3", &["13/BC-SM02 | 2024-12-06 | | | mục II, trang 3"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024 [xem trang 2, 5 và 7]", &["13/BC-SM02 | 2024-12-06 | | | trang 2, 5 và 7"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024 – Phần II, mục 1, tr.4", &["13/BC-SM02 | 2024-12-06 | | | Phần II, mục 1, tr.4"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024, PL1", &["13/BC-SM02 | 2024-12-06 | | | PL1"]),
    ("Báo cáo số 13/BC-SM02 ngày 06/12/2024, phụ lục số 02", &["13/BC-SM02 | 2024-12-06 | | | phụ lục số 02"]),
    ("Mục II Báo cáo số 13/BC-SM02 ngày 06/12/2024", &["13/BC-SM02 | 2024-12-06 | | | Mục II"]),
    ("Trang 3, mục II của Báo cáo số 13/BC-SM02 ngày 06/12/2024", &["13/BC-SM02 | 2024-12-06 | | | Trang 3, mục II"]),
    ("Phụ lục 1 kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2024", &["12/KH-UBND | 2024-01-05 | | | Phụ lục 1"]),
    ("- Báo cáo số 13/BC-SM02 ngày 06/12/2024\n  + Mục II, trang 3", &["13/BC-SM02 | 2024-12-06 | | | Mục II, trang 3"]),
    ("QĐ số 534/QĐ-SM02 ngày 05 tháng 02 năm 2024; trang 7", &["534/QĐ-SM02 | 2024-02-05 | | | trang 7"]),
    ("Quyết định số 5/QĐ-UBND ngày 3/4/2024, điểm a khoản 2 Điều 3", &["5/QĐ-UBND | 2024-04-03 | | | điểm a khoản 2 Điều 3"]),
    ("Báo cáo số 13/BC-SM02, trang 3, Kế hoạch số 12/KH-SM02, trang 5", &["13/BC-SM02 | | | | trang 3", "12/KH-SM02 | | | | trang 5"]),
    (
        "Báo cáo số 13/BC-SM02 ngày 06/12/2024 về công tác kiểm tra, mục II, trang 3",
        &["13/BC-SM02 | 2024-12-06 | | công tác kiểm tra | mục II, trang 3"],
    ),
    (
        "Báo cáo số 13/BC-SM02 ngày 06/12/2024 về nâng cấp trang thông tin điện tử và danh mục hồ sơ",
        &["13/BC-SM02 | 2024-12-06 | | nâng cấp trang thông tin điện tử và danh mục hồ sơ"],
    ),
    // Several documents.
    ("Báo cáo số 12/BC-SNV ngày 5/3/2018, Báo cáo số 45/BC-SNV ngày 6/6/2018", &["12/BC-SNV | 2018-03-05", "45/BC-SNV | 2018-06-06"]),
    (
        "Kế hoạch số 27/KH-SM02 ngày 05/01/2024, Báo cáo số 28/BC-SM02 ngày 01/12/2024",
        &["27/KH-SM02 | 2024-01-05", "28/BC-SM02 | 2024-12-01"],
    ),
    (
        "Các Báo cáo số 24, 25, 26/BC-SM02 các ngày 05/3, 06/6, 09/9/2024",
        &["24/BC-SM02 | 2024-03-05", "25/BC-SM02 | 2024-06-06", "26/BC-SM02 | 2024-09-09"],
    ),
    (
        "Kế hoạch số 05, 06 và 07/KH-UBND ngày 20/01/2026",
        &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-20", "07/KH-UBND | 2026-01-20"],
    ),
    ("số 12/KH-UBND và 13/KH-UBND ngày 20/01/2026", &["12/KH-UBND | 2026-01-20", "13/KH-UBND | 2026-01-20"]),
    ("QĐ số 22/QĐ-UBND, 23/QĐ-UBND ngày 05/6/2024", &["22/QĐ-UBND | 2024-06-05", "23/QĐ-UBND | 2024-06-05"]),
    ("12/KH-UBND; 13/BC-UBND; 14/QĐ-UBND", &["12/KH-UBND", "13/BC-UBND", "14/QĐ-UBND"]),
    ("12/KH-UBND + 13/BC-UBND", &["12/KH-UBND", "13/BC-UBND"]),
    ("12/KH-UBND - 13/BC-UBND", &["12/KH-UBND", "13/BC-UBND"]),
    ("1) Kế hoạch số 1/KH-SNV ngày 5/1/2024 2) Báo cáo số 2/BC-SNV ngày 6/1/2024", &["1/KH-SNV | 2024-01-05", "2/BC-SNV | 2024-01-06"]),
    ("a. Kế hoạch số 1/KH-SNV ngày 5/1/2024\nb. Báo cáo số 2/BC-SNV ngày 6/1/2024", &["1/KH-SNV | 2024-01-05", "2/BC-SNV | 2024-01-06"]),
    ("(1) Kế hoạch số 1/KH-SNV; (2) Báo cáo số 2/BC-SNV", &["1/KH-SNV", "2/BC-SNV"]),
    ("1. 1/KH-SNV\n2. 2/BC-SNV", &["1/KH-SNV", "2/BC-SNV"]),
    (
        "• Kế hoạch số 1/KH-SNV ngày 5/1/2024 về CCHC\n• Báo cáo số 2/BC-SNV ngày 6/1/2024 về kết quả CCHC",
        &["1/KH-SNV | 2024-01-05 | | CCHC", "2/BC-SNV | 2024-01-06 | | kết quả CCHC"],
    ),
    (
        "Kế hoạch số 1/KH-SNV ngày 5/1/2024 về CCHC và Báo cáo số 2/BC-SNV ngày 6/1/2024 về kết quả",
        &["1/KH-SNV | 2024-01-05 | | CCHC", "2/BC-SNV | 2024-01-06 | | kết quả"],
    ),
    ("Kế hoạch số 1/KH-SNV ngày 5/1/2024 Báo cáo số 2/BC-SNV ngày 6/1/2024", &["1/KH-SNV | 2024-01-05", "2/BC-SNV | 2024-01-06"]),
    (
        "Kế hoạch số 1/KH-SNV ngày 5/1/2024 (trang 2); Báo cáo số 2/BC-SNV ngày 6/1/2024 (trang 3)",
        &["1/KH-SNV | 2024-01-05 | | | trang 2", "2/BC-SNV | 2024-01-06 | | | trang 3"],
    ),
    ("Các Quyết định: 11/QĐ-UBND ngày 2/2/2024; 12/QĐ-UBND ngày 3/2/2024", &["11/QĐ-UBND | 2024-02-02", "12/QĐ-UBND | 2024-02-03"]),
    ("Báo cáo từ số 24 đến số 26/BC-SM02", &["24/BC-SM02", "25/BC-SM02", "26/BC-SM02"]),
    ("Đã ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND xã", &["12/KH-UBND | 2024-01-05 | UBND xã"]),
    ("Thực hiện Công văn số 7/UBND-NC ngày 3/4/2024, Sở đã ban hành Kế hoạch số 9/KH-SNV ngày 5/4/2024", &["9/KH-SNV | 2024-04-05"]),
    // Numbers with days of their own before one symbol, and behind it.
    (
        "số 05 (20/01/2026), 06 (25/01/2026) và 07/KH-UBND (30/01/2026)",
        &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-25", "07/KH-UBND | 2026-01-30"],
    ),
    ("Kế hoạch số 05 ngày 20/01/2026 và số 06/KH-UBND ngày 25/01/2026", &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-25"]),
    ("Kế hoạch số 05/KH-UBND ngày 20/01/2026, số 06 ngày 25/01/2026", &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-25"]),
    ("Kế hoạch số 05/KH-UBND (20/01/2026), 06 (25/01/2026)", &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-25"]),
    (
        "Kế hoạch số 05 ngày 20/01/2026, 06 ngày 25/01/2026 và 07 ngày 30/01/2026",
        &["05 | 2026-01-20 | | Kế hoạch", "06 | 2026-01-25 | | Kế hoạch", "07 | 2026-01-30 | | Kế hoạch"],
    ),
    // Ranges, and what may be one.
    (
        "05÷08/KH-UBND ngày 20/01/2026",
        &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-20", "07/KH-UBND | 2026-01-20", "08/KH-UBND | 2026-01-20"],
    ),
    (
        "Từ số 05/KH-UBND đến số 08/KH-UBND ngày 20/01/2026",
        &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-20", "07/KH-UBND | 2026-01-20", "08/KH-UBND | 2026-01-20"],
    ),
    ("05/KH-UBND-06/KH-UBND ngày 20/01/2026", &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-20"]),
    ("Kế hoạch số 05-08/KH-UBND ngày 20/01/2026", &["05-08/KH-UBND | 2026-01-20"]),
    (
        "05, 06/KH-UBND và 10, 11/BC-UBND ngày 20/01/2026",
        &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-20", "10/BC-UBND | 2026-01-20", "11/BC-UBND | 2026-01-20"],
    ),
    // Two days of one number are asked; as many as there are numbers are theirs.
    ("Kế hoạch số 05/KH-UBND ngày 20,21/01/2026", &["05/KH-UBND | !20/01/2026, 21/01/2026"]),
    ("Kế hoạch số 05, 06/KH-UBND ngày 20 và 21/01/2026", &["05/KH-UBND | 2026-01-20", "06/KH-UBND | 2026-01-21"]),
    (
        "Các văn bản: 05/KH-UBND (20/01), 06/KH-UBND (25/01), 07/KH-UBND (30/01/2026)",
        &["05/KH-UBND | !20/01", "06/KH-UBND | !25/01", "07/KH-UBND | 2026-01-30"],
    ),
    // Named by kind and number beside a full symbol.
    ("Nghị quyết 12 của HĐND xã; Kế hoạch số 05/KH-UBND ngày 20/01/2026", &["12 | | HĐND xã | Nghị quyết", "05/KH-UBND | 2026-01-20"]),
    ("05/KH-UBND ngày 20/01/2026; Kế hoạch 07", &["05/KH-UBND | 2026-01-20", "07 | | | Kế hoạch"]),
    ("05/KH-UBND ngày 20/01/2026; Báo cáo 6 tháng đầu năm", &["05/KH-UBND | 2026-01-20"]),
    // What is promised or was never filled in is no document; what stands beside it is.
    ("Kế hoạch số 05/KH-UBND ngày 20/01/2026; sẽ bổ sung Báo cáo số 12/BC-UBND", &["05/KH-UBND | 2026-01-20"]),
    ("Kế hoạch số 05/KH-UBND ngày 20/01/2026; Báo cáo số …/BC-UBND ngày …/…/2026", &["05/KH-UBND | 2026-01-20"]),
    ("Đã bổ sung Kế hoạch số 05/KH-UBND ngày 20/01/2026", &["05/KH-UBND | 2026-01-20"]),
    // Dashes, soft hyphens and other signs.
    ("Báo cáo số 18/BC\u{2212}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{2011}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{2010}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{2012}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{2013}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{2014}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{2015}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Báo cáo số 18/BC\u{AD}SM02 ngày 10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    ("Kế ho\u{AD}ạch số 18/KH-SM02 ngày 10\u{2212}03\u{2212}2024", &["18/KH-SM02 | 2024-03-10"]),
    ("Báo\u{A0}cáo\u{A0}số\u{A0}18/BC-SM02\u{A0}ngày\u{A0}10/03/2024", &["18/BC-SM02 | 2024-03-10"]),
    // Days.
    ("Công văn số 20/SM02-VP ngày 31/02/2024", &["20/SM02-VP | !31/02/2024"]),
    ("Công văn số 20/SM02-VP ngày 30 tháng 02 năm 2024", &["20/SM02-VP | !30 tháng 02 năm 2024"]),
    ("Công văn số 20/SM02-VP (31/4/2024)", &["20/SM02-VP | !31/4/2024"]),
    ("Kế hoạch số 12/KH-UBND ngày 05/3", &["12/KH-UBND | !05/3"]),
    ("Kế hoạch số 12/KH-UBND ngày 05/3/24", &["12/KH-UBND | 2024-03-05"]),
    ("Kế hoạch số 12/KH-UBND ngày 2024-03-05", &["12/KH-UBND | 2024-03-05"]),
    ("730/BC-SM02 (19.12.2024)", &["730/BC-SM02 | 2024-12-19"]),
    ("Kế hoạch số 12/KH-UBND ban hành ngày 05/3/2024", &["12/KH-UBND | 2024-03-05"]),
    ("Kế hoạch ngày 05/3/2024 số 12/KH-UBND", &["12/KH-UBND | 2024-03-05"]),
    ("Kế hoạch số 12/KH-UBND, ngày 5 tháng 3 năm 2024, của UBND tỉnh", &["12/KH-UBND | 2024-03-05 | UBND tỉnh"]),
    ("Kế hoạch số 12/KH-UBND ngày    /3/2024", &["12/KH-UBND | !/3/2024"]),
    // Files.
    ("1.2.2_15-BC-SM02.pdf", &["| | | | | 1.2.2_15-BC-SM02.pdf"]),
    ("Báo cáo số 14/BC-SM02 ngày 07/12/2024 [1.2.1_14-BC-SM02.pdf]", &["14/BC-SM02 | 2024-12-07 | | | | 1.2.1_14-BC-SM02.pdf"]),
    ("Báo cáo số 14/BC-SM02 ngày 07/12/2024 (file đính kèm: BC quý IV.docx)", &["14/BC-SM02 | 2024-12-07 | | | | BC quý IV.docx"]),
    ("Báo cáo số 14/BC-SM02 ngày 07/12/2024 - bao cao.pdf", &["14/BC-SM02 | 2024-12-07 | | | | bao cao.pdf"]),
    ("Báo cáo kết quả CCHC năm 2024.pdf", &["| | | | | Báo cáo kết quả CCHC năm 2024.pdf"]),
    ("a.pdf; b.docx\nẢnh họp giao ban.jpg", &["| | | | | a.pdf", "| | | | | b.docx", "| | | | | Ảnh họp giao ban.jpg"]),
    ("a.pdf, b.pdf", &["| | | | | a.pdf", "| | | | | b.pdf"]),
    ("- Báo cáo (bản ký).pdf", &["| | | | | Báo cáo (bản ký).pdf"]),
    ("quy-2/Báo cáo quý.xlsx", &["| | | | | quy-2/Báo cáo quý.xlsx"]),
    ("Xem file 12-KH-UBND.signed.pdf", &["| | | | | 12-KH-UBND.signed.pdf"]),
    (
        "Quyết định số 818/QĐ-SM02 ngày 20/12/2024 [5.3_818-QĐ-SM02.pdf]\n- 5.4_137-CT-UBND.pdf",
        &["818/QĐ-SM02 | 2024-12-20 | | | | 5.3_818-QĐ-SM02.pdf", "| | | | | 5.4_137-CT-UBND.pdf"],
    ),
    ("Báo cáo số 14/BC-SM02 ngày 07/12/2024, mục II, trang 3, 14-BC.PDF", &["14/BC-SM02 | 2024-12-07 | | | mục II, trang 3 | 14-BC.PDF"]),
    // A number or a comma may be part of a name; what it is only the folder tells.
    ("12.KH-UBND.pdf", &["| | | | | 12.KH-UBND.pdf"]),
    ("06. QD 12.pdf", &["| | | | | 06. QD 12.pdf"]),
    ("1) Ke hoach.pdf\n2) Bao cao.pdf", &["| | | | | 1) Ke hoach.pdf", "| | | | | 2) Bao cao.pdf"]),
    ("Báo cáo quý I, II năm 2026.pdf", &["| | | | | Báo cáo quý I, II năm 2026.pdf"]),
    (
        "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã, Báo cáo quý I, II năm 2026.pdf",
        &["12/KH-UBND | 2026-01-20 | UBND xã | | | Báo cáo quý I, II năm 2026.pdf"],
    ),
    ("Kế hoạch số 12/KH-UBND ngày 20/01/2026 (12.KH-UBND.pdf)", &["12/KH-UBND | 2026-01-20 | | | | 12.KH-UBND.pdf"]),
    ("Kế hoạch số 12/KH-UBND ngày 20/01/2026, mục II, kh.pdf", &["12/KH-UBND | 2026-01-20 | | | mục II | kh.pdf"]),
    ("Kế hoạch số 12/KH-UBND ngày 20/01/2026 - tên tệp: \"KH 12.pdf\"", &["12/KH-UBND | 2026-01-20 | | | | KH 12.pdf"]),
    ("Kế hoạch 12/KH-UBND ngày 20/01/2026 (file đính kèm: “KH 2026.docx”)", &["12/KH-UBND | 2026-01-20 | | | | KH 2026.docx"]),
    (
        "Kế hoạch 12/KH-UBND ngày 20/01/2026 “Cải cách hành chính” (KH.docx)",
        &["12/KH-UBND | 2026-01-20 | | Cải cách hành chính | | KH.docx"],
    ),
    // A day of several documents, or of the one before.
    ("Kế hoạch số 12/KH-UBND, Báo cáo số 30/BC-UBND (đều ngày 20/01/2026)", &["12/KH-UBND | 2026-01-20", "30/BC-UBND | 2026-01-20"]),
    ("1/BC-UBND; 2/BC-UBND của UBND xã, đều ban hành ngày 20/01/2026", &["1/BC-UBND | 2026-01-20", "2/BC-UBND | 2026-01-20 | UBND xã"]),
    ("BC 1/BC-UBND ngày 20/01/2026; BC 2/BC-UBND cùng ngày", &["1/BC-UBND | 2026-01-20", "2/BC-UBND | 2026-01-20"]),
    ("1/BC-UBND ngày 20/01/2026 và 2/KH-UBND cùng ngày của UBND xã", &["1/BC-UBND | 2026-01-20", "2/KH-UBND | 2026-01-20 | UBND xã"]),
    ("1/BC-UBND\n2/BC-UBND, 3/BC-UBND (đều ngày 20/01/2026)", &["1/BC-UBND", "2/BC-UBND | 2026-01-20", "3/BC-UBND | 2026-01-20"]),
    ("1/BC-UBND; 2/BC-UBND cùng ngày", &["1/BC-UBND", "2/BC-UBND"]),
    // Issuers with commas that small letters follow, and titles behind a comma.
    ("7/BC-X ngày 20/01/2026 của Ban Chỉ đạo phòng, chống tham nhũng", &["7/BC-X | 2026-01-20 | Ban Chỉ đạo phòng, chống tham nhũng"]),
    (
        "7/BC-X ngày 20/01/2026 của Hội đồng thi đua, khen thưởng, trang 3",
        &["7/BC-X | 2026-01-20 | Hội đồng thi đua, khen thưởng | | trang 3"],
    ),
    ("7/BC-X ngày 20/01/2026 của Chi cục Văn thư, Lưu trữ", &["7/BC-X | 2026-01-20 | Chi cục Văn thư, Lưu trữ"]),
    (
        "7/BC-X của Chi cục Quản lý chất lượng nông, lâm sản và thủy sản",
        &["7/BC-X | | Chi cục Quản lý chất lượng nông, lâm sản và thủy sản"],
    ),
    (
        "7/KH-X của Ban Chỉ đạo cải cách hành chính, chuyển đổi số và Đề án 06 tỉnh",
        &["7/KH-X | | Ban Chỉ đạo cải cách hành chính, chuyển đổi số và Đề án 06 tỉnh"],
    ),
    ("7/BC-X của Ban Chỉ đạo CCHC xã, cải cách hành chính năm 2026", &["7/BC-X | | Ban Chỉ đạo CCHC xã | cải cách hành chính năm 2026"]),
    ("7/BC-X của Ban Chỉ đạo, kết quả cải cách hành chính", &["7/BC-X | | Ban Chỉ đạo | kết quả cải cách hành chính"]),
    // What is cited as the ground of a document is nobody's evidence; what stands beside it is.
    ("7/BC-UBND ngày 20/12/2026 căn cứ Kế hoạch số 3/KH-UBND ngày 05/01/2026 của UBND tỉnh", &["7/BC-UBND | 2026-12-20"]),
    ("7/BC-UBND ngày 20/12/2026 (theo Công văn số 9/SNV-CCHC của Sở Nội vụ), trang 3", &["7/BC-UBND | 2026-12-20 | | | trang 3"]),
    ("7/BC-UBND để thực hiện Nghị định 61/2018/NĐ-CP và Nghị định 107/2021/NĐ-CP", &["7/BC-UBND"]),
    ("7/BC-UBND cụ thể hóa Chương trình số 8-CTr/HU ngày 05/01/2026; 12/KH-UBND", &["7/BC-UBND", "12/KH-UBND"]),
    (
        "Căn cứ Kế hoạch số 3/KH-UBND ngày 05/01/2026 của UBND tỉnh, UBND xã ban hành Báo cáo số 7/BC-UBND ngày 20/12/2026",
        &["7/BC-UBND | 2026-12-20"],
    ),
    ("Theo Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", &["12/KH-UBND | 2026-01-20 | UBND xã"]),
    ("Căn cứ Kế hoạch số 12/KH-UBND ngày 20/01/2026", &["12/KH-UBND | 2026-01-20"]),
    ("Thực hiện Kế hoạch số 12/KH-UBND ngày 20/01/2026; Báo cáo số 7/BC-UBND", &["12/KH-UBND | 2026-01-20", "7/BC-UBND"]),
    ("7/BC-UBND kèm theo Kế hoạch số 12/KH-UBND ngày 20/01/2026", &["7/BC-UBND", "12/KH-UBND | 2026-01-20"]),
    // Addresses.
    ("Tải tại https://snv.gov.vn/a.pdf", &["| | | | | | https://snv.gov.vn/a.pdf"]),
    (
        "Báo cáo số 14/BC-SM02 ngày 07/12/2024 (https://snv.gov.vn/van-ban?id=14&x=1).",
        &["14/BC-SM02 | 2024-12-07 | | | | | https://snv.gov.vn/van-ban?id=14&x=1"],
    ),
    (
        "https://drive.google.com/drive/folders/1AbC-d_E?usp=sharing",
        &["| | | | | | https://drive.google.com/drive/folders/1AbC-d_E?usp=sharing"],
    ),
    ("http://a.vn/1;http://a.vn/2", &["| | | | | | http://a.vn/1", "| | | | | | http://a.vn/2"]),
    ("Link: www.snv.gov.vn/tin-tuc.", &["| | | | | | www.snv.gov.vn/tin-tuc"]),
    // Without a symbol.
    ("Kế hoạch số 12 ngày 20/01/2026 của UBND xã", &["12 | 2026-01-20 | UBND xã | Kế hoạch"]),
    ("Báo cáo ngày 05/3/2026", &["| 2026-03-05 | | Báo cáo"]),
    ("Báo cáo kết quả CCHC quý I ngày 05/3/2026 của UBND xã", &["| 2026-03-05 | UBND xã | Báo cáo kết quả CCHC quý I"]),
    ("Quyết định số 1234 về kiện toàn Ban Chỉ đạo", &["1234 | | | Quyết định kiện toàn Ban Chỉ đạo"]),
    // Blocks.
    ("TLKC: 12/BC-SNV", &["12/BC-SNV"]),
    ("Giải trình:\n- Đã số hóa 13.666/13.666 hồ sơ.\nTài liệu kiểm chứng:\n- 730/BC-SM02 (19.12.2024)", &["730/BC-SM02 | 2024-12-19"]),
    ("Tài liệu kiểm chứng:\n+ Kế hoạch số 12/KH-SM02 ngày 05/01/2024\n+ kh.pdf", &["12/KH-SM02 | 2024-01-05", "| | | | | kh.pdf"]),
];

/// Texts that name no document.
pub const NOTHING: &[&str] = &[
    "",
    "Kế hoạch số …/KH-UBND ngày …/…/2026",
    "Số: ..../KH-UBND ngày ..../..../2026",
    ".../KH-UBND",
    "số ……/BC-UBND ngày ... tháng ... năm 2026 của UBND xã",
    "Báo cáo số ____/BC-UBND",
    "Kế hoạch số   /KH-UBND ngày   tháng   năm 2026",
    "Sẽ bổ sung Kế hoạch số 05/KH-UBND ngày 20/01/2026",
    "Đơn vị sẽ ban hành Kế hoạch số 05/KH-UBND",
    "Đang trình ký Kế hoạch số 05/KH-UBND ngày 20/01/2026",
    "sẽ bổ sung",
    "Sẽ bổ sung sau.",
    "không có",
    "Không",
    "như trên",
    "đã báo cáo",
    "Đã báo cáo đầy đủ, đúng hạn",
    "Có",
    "x",
    "đang hoàn thiện",
    "Đơn vị đang tổng hợp, gửi sau",
    "Trong năm không phát sinh, tỷ lệ 12/15 đạt 80 %.",
    "ngày 05/03/2018",
    "12/15 hồ sơ",
    "giai đoạn 2016-2020",
    "tỷ lệ 95,73 %",
    "mục 1.2",
    "7/2018",
    "Mẫu số 02/BM",
    "TCVN ISO 9001:2015",
    "24/24 giờ",
    "theo quy định",
    "Đạt 3.821/3.965 hồ sơ, số trễ hạn do phải xác minh thực địa",
    "báo cáo đúng hạn trước ngày 15/3/2024",
    "năm 2024 - UBND tỉnh",
    "Sở Nội vụ, Sở Tài chính",
    "trang 3",
    "liên hệ snv@longan.gov.vn",
    "Bộ phận một cửa xã",
    "kế hoạch đã được giao 5/5 chỉ tiêu",
    "Tổng số 12 báo cáo",
    "100% văn bản điện tử",
    "Phiên bản 1.2.3",
    "điểm 2,5",
    "H26-12",
    "Ban hành kịp thời",
    "Họp giao ban hằng tháng",
];
