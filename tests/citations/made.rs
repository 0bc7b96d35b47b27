//! Citations made by the thousand, from templates, words and separators, each with what it names: precision and recall of
//! every field.
//!
//! The templates are written as people write, not as the reader reads: parts in other orders, sentences around them,
//! separators that also stand inside parts.

use super::counted::{Least, Right, count};

/// Cells that are made.
const CELLS: usize = 3_000;
/// Least share of what is read that is right, and of what is right that is read, in thousandths.
const LEAST: usize = 990;

/// Chance with a fixed seed.
struct Dice(u64);

impl Dice {
    /// Throws a number below `sides`.
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % sides as u64).unwrap()
    }

    /// Picks one of a list.
    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.throw(list.len())]
    }
}

/// Kinds with their codes, spelled out and short.
const KINDS: &[(&str, &str, &str)] = &[
    ("Kế hoạch", "KH", "KH"),
    ("Báo cáo", "BC", "BC"),
    ("Quyết định", "QĐ", "QĐ"),
    ("Tờ trình", "TTr", "TTr"),
    ("Thông báo", "TB", "TB"),
    ("Nghị quyết", "NQ", "NQ"),
    ("Chỉ thị", "CT", "Chỉ thị"),
    ("Hướng dẫn", "HD", "HD"),
    ("Biên bản", "BB", "BB"),
    ("Kết luận", "KL", "KL"),
    ("Chương trình", "CTr", "CTr"),
    ("Đề án", "ĐA", "Đề án"),
    ("Phương án", "PA", "PA"),
];
/// Issuers with their symbols.
const ISSUERS: &[(&str, &str)] = &[
    ("UBND tỉnh", "UBND"),
    ("Ủy ban nhân dân tỉnh", "UBND"),
    ("Sở Nội vụ", "SNV"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
    ("Sở Nông nghiệp và Môi trường", "SNNMT"),
    ("Hội đồng nhân dân tỉnh", "HĐND"),
    ("UBND xã Tân An", "UBND"),
    ("UBND phường Long Hoa", "UBND"),
    ("Ban Chỉ đạo cải cách hành chính tỉnh", "BCĐCCHC"),
    ("Văn phòng UBND tỉnh", "VPUBND"),
    ("Sở Khoa học và Công nghệ", "SKHCN"),
    ("Chủ tịch UBND huyện Mẫu", "UBND"),
    ("Bộ Nội vụ", "BNV"),
    ("Trung tâm Phục vụ hành chính công tỉnh", "TTPVHCC"),
    ("Công an tỉnh", "CAT"),
    ("Đảng ủy xã Bình Minh", "ĐU"),
    ("Sở Tài chính", "STC"),
    ("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "VP"),
    ("Ban Thường vụ Tỉnh ủy", "TU"),
    ("Thủ tướng Chính phủ", "TTg"),
    ("UBND TP. Tân An", "UBND"),
    ("Bảo hiểm xã hội tỉnh", "BHXH"),
    ("Chi cục Văn thư - Lưu trữ", "CCVTLT"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Liên đoàn Lao động tỉnh", "LĐLĐ"),
    ("Ban Quản lý các khu công nghiệp", "BQL"),
    ("Cục Thuế tỉnh", "CT"),
    ("Giám đốc Sở Nội vụ", "SNV"),
    ("Tổ công tác Đề án 06 xã Tân An", "TCTĐA06"),
    ("UBND thị trấn Vàm Láng", "UBND"),
    ("UBND huyện Tân Trụ", "UBND"),
    ("Kho bạc Nhà nước khu vực II", "KBNN"),
    ("Phòng Văn hóa - Xã hội", "PVHXH"),
    ("Thanh tra tỉnh", "TT"),
    ("Sở Mẫu 02", "SM02"),
    ("Ủy ban nhân dân thành phố Tân An", "UBND"),
];
/// Titles.
const TITLES: &[&str] = &[
    "cải cách hành chính năm 2024",
    "kết quả kiểm soát thủ tục hành chính quý III",
    "đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2024",
    "tổng kết Nghị quyết số 18-NQ/TW",
    "thực hiện Kế hoạch số 45/KH-BNV ngày 02/01/2024 của Bộ Nội vụ",
    "ban hành Quy chế quản lý, sử dụng tài sản công",
    "chức năng, nhiệm vụ của các phòng chuyên môn",
    "kiểm tra công vụ đột xuất 6 tháng đầu năm",
    "công bố danh mục thủ tục hành chính được sửa đổi, bổ sung",
    "kết quả khảo sát mức độ hài lòng của người dân, doanh nghiệp",
    "nâng cấp Trang thông tin điện tử",
    "rà soát, hệ thống hóa văn bản quy phạm pháp luật",
    "khen thưởng công tác cải cách hành chính",
    "số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    "triển khai Đề án 06",
    "xử lý phản ánh, kiến nghị",
    "tinh giản biên chế",
    "phân cấp, ủy quyền giai đoạn 2021 - 2025",
    "kỷ luật, kỷ cương hành chính",
    "tuyên truyền cải cách hành chính trên địa bàn xã",
    "điều chỉnh Kế hoạch cải cách hành chính",
    "phê duyệt vị trí việc làm",
    "mục tiêu, nhiệm vụ trọng tâm năm 2025",
    "thành lập Đoàn kiểm tra cải cách hành chính",
    "sử dụng chữ ký số chuyên dùng",
    "báo cáo định kỳ tháng 6",
    "phát triển kinh tế - xã hội",
    "khắc phục hạn chế theo Kết luận số 12/KL-SNV",
    "công tác văn thư, lưu trữ năm 2024 và phương hướng năm 2025",
    "kết quả rà soát TTHC (đợt 2)",
    "bổ nhiệm ông Nguyễn Văn An",
    "thực hiện Chỉ thị số 05/CT-TTg",
    "mô hình “Chính quyền thân thiện”",
    "khoán chi, tiết kiệm 10%",
    "hưởng ứng Ngày Chuyển đổi số quốc gia",
    "thay thế Quyết định số 7/QĐ-UBND ngày 1/1/2020",
    "quy tắc ứng xử tại Bộ phận Một cửa",
    "thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW",
    "áp dụng TCVN ISO 9001:2015",
    "giao chỉ tiêu giảm 10% chi phí",
];
/// Places inside a document.
const SECTIONS: &[&str] = &[
    "mục II.3, trang 4",
    "mục II, trang 3",
    "tr. 4-6",
    "trang 7",
    "điểm 2 mục II",
    "phụ lục 1",
    "trang 3, 5",
    "Phần II",
    "mục 1.2",
    "khoản 2 Điều 3",
    "từ trang 3 đến trang 5",
    "Phụ lục số 02",
    "trang 2 và trang 9",
    "tr.12",
    "mục I, II, III",
    "biểu 03",
    "Chương II, Điều 4",
    "trang cuối",
    "điểm a khoản 1",
    "phụ lục II, trang 15-17",
    "tiểu mục 2 mục III",
    "bảng 2, trang 8",
];
/// Names of files.
const FILES: &[&str] = &[
    "1.2.1_14-BC-SM02.pdf",
    "bao-cao.pdf",
    "Báo cáo CCHC quý I.docx",
    "KH_CCHC_2024.signed.pdf",
    "anh hop giao ban.jpg",
    "12-KH-UBND (bản ký).pdf",
    "TLKC/1.1/ke-hoach.pdf",
    "Phu luc 2.xlsx",
    "3.5_308-QĐ-UBND.pdf",
    "Biên bản kiểm tra 05.3.2024.pdf",
    "minh chung 1.1.1.zip",
    "QD 22.PDF",
];
/// Addresses.
const LINKS: &[&str] = &[
    "https://snv.longan.gov.vn/tin-tuc/chi-tiet?id=145&x=2",
    "http://dichvucong.gov.vn",
    "https://drive.google.com/file/d/1AbC-_9/view?usp=sharing",
    "www.tanan.longan.gov.vn/cchc",
    "https://vanban.tinh.gov.vn/12-KH-UBND.pdf",
];

/// Parts of one document, and how each is written.
struct Made {
    kind: &'static str,
    short: &'static str,
    written: String,
    day: String,
    right: Right,
}

/// Makes the parts of a document.
fn document(dice: &mut Dice) -> Made {
    let (kind, code, short) = dice.pick(KINDS);
    let (issuer, symbol) = dice.pick(ISSUERS);
    let serial = match dice.throw(6) {
        0 => format!("{:02}", dice.throw(99) + 1),
        1 => format!("{}a", dice.throw(300) + 1),
        _ => format!("{}", dice.throw(4000) + 1),
    };
    let (year, month, day) = (2023 + dice.throw(3), dice.throw(12) + 1, dice.throw(28) + 1);
    let (kind, short, number) = match dice.throw(10) {
        0 => ("Công văn", "CV", format!("{serial}/{symbol}-{}", dice.pick(&["VP", "CCHC", "NC", "KSTTHC", "CCHC&VTLT"]))),
        1 if code == "QĐ" => (kind, short, format!("{serial}/{year}/QĐ-{symbol}")),
        2 if code == "NQ" => (kind, short, format!("{serial}-NQ/TU")),
        _ => (kind, short, format!("{serial}/{code}-{symbol}")),
    };
    let written = match dice.throw(12) {
        0 => number.replace('-', dice.pick(&["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}"])),
        1 if !number.contains('&') => number.replacen('-', "\u{AD}", 1),
        _ => number.clone(),
    };
    let written = if number.contains("-NQ/") { number.clone() } else { written };
    let (said, right) = match dice.throw(14) {
        0 => (format!("{day:02}.{month}.{year}"), None),
        1 => (format!("{day} /{month}/ {year}"), None),
        2 => (format!("{day:02} tháng {month:02} năm {year}"), None),
        3 => (format!("{day}/{month}/{}", year % 100), None),
        4 => (format!("{day:02}-{month:02}-{year}"), None),
        5 => (format!("{year}-{month:02}-{day:02}"), None),
        6 => ("31/02/2024".to_owned(), Some("!31/02/2024".to_owned())),
        7 => (format!("{day}\u{2013}{month}\u{2013}{year}"), None),
        8 => (format!("{day:02}/{month:02} /{year}"), None),
        _ => (format!("{day:02}/{month:02}/{year}"), None),
    };
    let right_day = right.unwrap_or_else(|| format!("{year}-{month:02}-{day:02}"));
    let words = |text: &str| text.to_owned();
    let title = dice.pick(TITLES);
    let right =
        [number, right_day, words(issuer), words(title), words(dice.pick(SECTIONS)), words(dice.pick(FILES)), words(dice.pick(LINKS))];
    Made { kind, short, written, day: said, right }
}

/// Writes one document in one of many styles; gives the text and what it names.
#[expect(clippy::many_single_char_names, reason = "the templates are to be read, not the names in them")]
fn written(dice: &mut Dice) -> (String, Vec<Right>) {
    let made = document(dice);
    let Made { kind, short, written: n, day: d, right } = &made;
    let [_, _, i, t, s, f, l] = right;
    let so = dice.pick(&["số ", "số: ", "số", "Số ", ""]).to_owned();
    let so = if so == "số" { "số ".to_owned() } else { so };
    let k = dice.pick(&[*kind, *kind, *short]);
    let about = dice.pick(&["về ", "về việc ", "v/v ", "V/v "]);
    let with = |keep: &[usize]| {
        let mut one = right.clone();
        for (n, field) in one.iter_mut().enumerate() {
            if !keep.contains(&n) {
                field.clear();
            }
        }
        vec![one]
    };
    // A title that cites an authority's document by `của` leaves open whose the last issuer is.
    let plain = !t.contains("của") && !t.contains('/');
    match dice.throw(86) {
        0 => (format!("{k} {so}{n} ngày {d} của {i} {about}{t} ({s})"), with(&[0, 1, 2, 3, 4])),
        1 => (format!("{k} {so}{n} ngày {d} của {i} {about}{t}"), with(&[0, 1, 2, 3])),
        2 => (format!("{k} {so}{n} ngày {d}; {s}"), with(&[0, 1, 4])),
        3 => (format!("{k} {so}{n} ngày {d} [{f}]"), with(&[0, 1, 5])),
        4 => (f.clone(), with(&[5])),
        5 => (format!("{n} ({d})"), with(&[0, 1])),
        6 => (format!("{kind} {n}, {d}, {t}"), with(&[0, 1, 3])),
        7 => (format!("{k} {so}{n} của {i}, {s}"), with(&[0, 2, 4])),
        8 => (format!("{k} {so}{n}"), with(&[0])),
        9 => (format!("{k} {so}{n} (ngày {d}, {i})"), with(&[0, 1, 2])),
        10 if plain => (format!("{kind} {t} số {n} ngày {d}"), with(&[0, 1, 3])),
        11 if plain => (format!("{kind} {t} (số {n} ngày {d} của {i})"), with(&[0, 1, 2, 3])),
        12 => (format!("{k} {so}{n} ngày {d} của {i}: “{t}”"), with(&[0, 1, 2, 3])),
        13 => (format!("Tải tại {l}"), with(&[6])),
        14 => (format!("{k} {so}{n} ngày {d} ({l})"), with(&[0, 1, 6])),
        15 => (format!("{k} {so}{n} ngày {d} của {i}, {s}, file: {f}"), with(&[0, 1, 2, 4, 5])),
        16 => (format!("{s} {kind} số {n} ngày {d}"), with(&[0, 1, 4])),
        17 => (format!("{s} của {kind} số {n} ngày {d} của {i}"), with(&[0, 1, 2, 4])),
        18 => (format!("Đã ban hành {kind} số {n} ngày {d} {about}{t}"), with(&[0, 1, 3])),
        19 => (format!("{k} {so}{n} ngày {d} do {i} ban hành"), with(&[0, 1, 2])),
        20 => (format!("{kind} của {i} số {n} ngày {d}"), with(&[0, 1, 2])),
        21 => (format!("{kind} ngày {d} số {n} của {i}"), with(&[0, 1, 2])),
        22 => (format!("{i}: {kind} số {n} ngày {d} {about}{t}"), with(&[0, 1, 2, 3])),
        23 => (format!("{k} {so}{n} ngày {d} - {s}"), with(&[0, 1, 4])),
        24 => (format!("{k} {so}{n} - {i} - {d}"), with(&[0, 1, 2])),
        25 => (format!("{k} {so}{n} ngày {d} ({s}; {f})"), with(&[0, 1, 4, 5])),
        26 => (format!("{k} {so}{n} ngày {d} {about}{t}, {s}"), with(&[0, 1, 3, 4])),
        27 => (format!("{k} {so}{n} ngày {d} {about}{t} - {s}"), with(&[0, 1, 3, 4])),
        28 => (format!("{k} {so}{n} ngày {d} {about}{t} (đính kèm file {f})"), with(&[0, 1, 3, 5])),
        29 if plain => (format!("{k} {so}{n} {about}{t} ngày {d}"), with(&[0, 1, 3])),
        30 => (format!("{k} {so}{n}\nngày {d}\ncủa {i}"), with(&[0, 1, 2])),
        31 => (format!("{k} {so}{n} ngày {d} của {i} ({about}{t})"), with(&[0, 1, 2, 3])),
        32 => (format!("Theo {kind} số {n} ngày {d} của {i}"), with(&[0, 1, 2])),
        33 => (format!("{kind} số {n}, ngày {d}, {i}, {s}"), with(&[0, 1, 2, 4])),
        34 => (format!("{kind} số {n} ngày {d} của {i}; về việc {t}; {s}"), with(&[0, 1, 2, 3, 4])),
        35 => (format!("{} số {n} ngày {d} của {i}", kind.to_uppercase()), with(&[0, 1, 2])),
        36 => (format!("{} {n} NGÀY {d}", kind.to_uppercase()), with(&[0, 1])),
        37 => (format!("Xem {kind} số {n} ngày {d}, tại {s}"), with(&[0, 1, 4])),
        38 => (format!("{kind} số {n} ngày {d} (xem {s})"), with(&[0, 1, 4])),
        39 => (format!("{kind} số {n} ngày {d} của {i}. Xem {s}."), with(&[0, 1, 2, 4])),
        40 => (format!("{f}: {kind} số {n} ngày {d}"), with(&[0, 1, 5])),
        41 => several(dice, right, kind),
        42 => (format!("{kind} số {n} ngày {d} của {i} (bản sao, {s})"), with(&[0, 1, 2, 4])),
        43 => (format!("{kind} số {n} do {i} ban hành ngày {d} {about}{t}"), with(&[0, 1, 2, 3])),
        44 => (format!("{i} ban hành {kind} số {n} ngày {d}"), with(&[0, 1, 2])),
        45 => (format!("Ngày {d}, {i} ban hành {kind} số {n} {about}{t}"), with(&[0, 1, 2, 3])),
        46 => (format!("{kind} {n} ({i}) ngày {d}"), with(&[0, 1, 2])),
        47 => (format!("{kind} số {n} ký ngày {d}"), with(&[0, 1])),
        48 => (format!("{kind} số {n} - {d}"), with(&[0, 1])),
        49 => (format!("{n} ngày {d} {t}"), with(&[0, 1, 3])),
        50 => (format!("{n}, {i}"), with(&[0, 2])),
        51 => (format!("{n} của {i} ngày {d}"), with(&[0, 1, 2])),
        52 => (format!("{kind} số {n} ngày {d}, {i} {about}{t}"), with(&[0, 1, 2, 3])),
        53 => (format!("{kind} số {n} ngày {d} ({i}) {about}{t}"), with(&[0, 1, 2, 3])),
        54 => (format!("{kind}: {n}, ngày {d}"), with(&[0, 1])),
        55 => (format!("{kind} - {n} - {d} - {t}"), with(&[0, 1, 3])),
        56 => (format!("Số hiệu: {n}; Ngày ban hành: {d}; Cơ quan ban hành: {i}; Trích yếu: {t}"), with(&[0, 1, 2, 3])),
        57 if plain => (format!("{kind} {t} ({n})"), with(&[0, 3])),
        58 if plain => (format!("{kind} {t} - số {n}, {d}"), with(&[0, 1, 3])),
        59 => (format!("{kind} {n}\t{d}\t{i}\t{t}"), with(&[0, 1, 2, 3])),
        60 => (format!("{f} ({kind} số {n} ngày {d})"), with(&[0, 1, 5])),
        61 => (format!("{kind} số {n} ngày {d}. File: {f}."), with(&[0, 1, 5])),
        62 => (format!("{kind} số {n} ngày {d} (đã gửi qua trục liên thông)"), with(&[0, 1])),
        63 => (format!("Đơn vị đã ban hành {kind} số {n} ngày {d} để triển khai thực hiện"), with(&[0, 1])),
        64 => (format!("{kind} số {n} ngày {d} của {i} kèm theo phụ lục"), with(&[0, 1, 2])),
        65 => (format!("Căn cứ {kind} số {n} ngày {d} của {i}, đơn vị đã triển khai đầy đủ"), with(&[0, 1, 2])),
        66 => (format!("{kind} số {n} ngày {d} của {i} đã triển khai đến các phòng"), with(&[0, 1, 2])),
        67 => (format!("{kind} {n} {d}"), with(&[0, 1])),
        68 => (format!("{kind} số {n} (ban hành ngày {d})"), with(&[0, 1])),
        69 => (format!("“{kind} số {n} ngày {d} của {i}”"), with(&[0, 1, 2])),
        70 => (format!("{} số {n} ngày {d} của {i}", kind.to_lowercase()), with(&[0, 1, 2])),
        71 => (format!("{kind} số {n} ngày {d} của {i} {about}{t}. Nội dung tại {s}"), with(&[0, 1, 2, 3, 4])),
        72 => (format!("{kind} số {n} ngày {d} ({s} - {f})"), with(&[0, 1, 4, 5])),
        73 => (format!("{kind} số {n} ngày {d} của {i} ({s}). {l}"), with(&[0, 1, 2, 4, 6])),
        74 => (format!("{kind} số {n} ngày {d} của {i} {about}“{t}”"), with(&[0, 1, 2, 3])),
        75 => (format!("Văn bản số {n} ngày {d} của {i}"), with(&[0, 1, 2])),
        76 => (format!("Minh chứng: {kind} số {n} ngày {d}"), with(&[0, 1])),
        77 => (format!("{kind} số {n} ngày {d} do {i} ban hành, {s}"), with(&[0, 1, 2, 4])),
        78 => (format!("{kind} số {n}; ngày {d}; {s}"), with(&[0, 1, 4])),
        79 => (format!("Đã thực hiện theo {kind} số {n} ngày {d} của {i} ({s})"), with(&[0, 1, 2, 4])),
        80 => joined(dice, right, kind),
        81 => (format!("[{f}] {kind} số {n} ngày {d}"), with(&[0, 1, 5])),
        82 => (format!("{kind} số {n} ngày {d}: {f}"), with(&[0, 1, 5])),
        83 => (format!("{kind} số {n} ngày {d}: {l}"), with(&[0, 1, 6])),
        84 => (format!("{kind} của {i} {about}{t} (số {n} ngày {d})"), with(&[0, 1, 2, 3])),
        _ => (
            format!("{kind} số {n} ngày {d} của {i} {t}"),
            with(&[0, 1, 2])
                .into_iter()
                .map(|mut one| {
                    one[3].clone_from(t);
                    one
                })
                .collect(),
        ),
    }
}

/// Writes two documents in one sentence.
fn joined(dice: &mut Dice, right: &Right, kind: &str) -> (String, Vec<Right>) {
    let other = document(dice);
    let link = dice.pick(&[" và ", ", ", " + ", "; ", " - ", " / ", " cùng với ", " kèm theo "]);
    let one = |all: &Right| [all[0].clone(), all[1].clone(), String::new(), String::new(), String::new(), String::new(), String::new()];
    let day = |all: &Right| all[1].trim_start_matches('!').split('-').rev().collect::<Vec<_>>().join("/");
    let text = format!("{kind} số {} ngày {}{link}{} số {} ngày {}", right[0], day(right), other.kind, other.right[0], day(&other.right));
    (text, vec![one(right), one(&other.right)])
}

/// Writes several numbers before one symbol, or one day behind several numbers.
fn several(dice: &mut Dice, right: &Right, kind: &str) -> (String, Vec<Right>) {
    let symbol = dice.pick(&["BC-SNV", "KH-UBND", "QĐ-UBND", "TB-VP", "BC-SM02"]);
    let first = dice.throw(80) + 1;
    let numbers: Vec<String> = (first..first + 2 + dice.throw(3)).map(|n| format!("{n:02}")).collect();
    let (last, others) = numbers.split_last().unwrap();
    let year = 2023 + dice.throw(3);
    let one = |n: &str, day: &str| {
        let mut one = Right::default();
        one[0] = format!("{n}/{symbol}");
        day.clone_into(&mut one[1]);
        one
    };
    let of = |day: &str| numbers.iter().map(|n| one(n, day)).collect::<Vec<_>>();
    match dice.throw(5) {
        0 => (format!("{kind} số {} và {last}/{symbol} ngày 20/01/{year}", others.join(", ")), of(&format!("{year}-01-20"))),
        1 => (format!("Các {kind} số {}, {last}/{symbol}", others.join(", ")), of("")),
        2 => (
            format!(
                "số {} và số {last}/{symbol} cùng ngày 5/6/{year}",
                others.iter().map(|n| format!("{n}/{symbol}")).collect::<Vec<_>>().join(", số ")
            ),
            of(&format!("{year}-06-05")),
        ),
        3 => {
            let days: Vec<String> = (1..=numbers.len()).map(|month| format!("05/{month}")).collect();
            let right = numbers.iter().enumerate().map(|(n, number)| one(number, &format!("{year}-{:02}-05", n + 1))).collect();
            (format!("Các {kind} số {}, {last}/{symbol} các ngày {}/{year}", others.join(","), days.join(", ")), right)
        }
        _ => {
            let mut all: Vec<Right> = of(&format!("{year}-06-05"));
            for one in &mut all {
                one[2].clone_from(&right[2]);
            }
            (
                format!(
                    "{kind} số {} ngày 05/6/{year} của {}",
                    numbers.iter().map(|n| format!("{n}/{symbol}")).collect::<Vec<_>>().join(", "),
                    right[2]
                ),
                all,
            )
        }
    }
}

/// Writes a cell of one to five documents.
fn cell(dice: &mut Dice) -> (String, Vec<Right>) {
    let count = dice.pick(&[1, 1, 1, 2, 2, 3, 5]);
    let style = dice.throw(12);
    let mut lines = Vec::new();
    let mut right = Vec::new();
    for n in 1..=count {
        let (text, documents) = written(dice);
        right.extend(documents);
        lines.push(match style {
            0 => format!("- {text}"),
            1 => format!("+ {text};"),
            2 => format!("{n}. {text}"),
            3 => format!("{n}) {text}."),
            4 => format!("({n}) {text}"),
            5 => format!("• {text}"),
            6 => format!("{}) {text}", ["a", "b", "c", "d", "đ"][n - 1]),
            _ => text,
        });
    }
    let joined = match style {
        7 => lines.join("; "),
        8 => lines.join(";\n"),
        9 => lines.join(" ; "),
        _ => lines.join("\n"),
    };
    let text = match dice.throw(8) {
        0 => format!("Tài liệu kiểm chứng:\n{joined}"),
        1 => format!("Giải trình:\n- Đơn vị đã thực hiện đủ 12/12 nhiệm vụ.\nTài liệu kiểm chứng:\n{joined}"),
        2 => format!("TLKC: {joined}"),
        _ => joined,
    };
    (text, right)
}

#[test]
fn made_citations_are_read_in_every_style() {
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    count(CELLS, &Least { field: LEAST, whole: 950 }, || cell(&mut dice));
}
