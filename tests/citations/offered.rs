//! Citations put together part by part, as units of several provinces write them: what each part is called, how it is
//! written and in which order is drawn apart from the others.

use std::fmt::Write as _;

use super::counted::{Least, Right, count};

/// Chance with a fixed seed.
struct Chance(u64);

impl Chance {
    /// Draws a number below `sides`.
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % sides as u64).unwrap()
    }

    /// Tells whether something of so many in a hundred happens.
    fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// Kinds: spelled out, as the number has it, as people abbreviate it.
const KINDS: &[(&str, &str, &[&str])] = &[
    ("Kế hoạch", "KH", &["KH"]),
    ("Báo cáo", "BC", &["BC"]),
    ("Quyết định", "QĐ", &["QĐ", "QD"]),
    ("Công văn", "", &["CV"]),
    ("Công văn", "", &["CV"]),
    ("Tờ trình", "TTr", &["TTr"]),
    ("Thông báo", "TB", &["TB"]),
    ("Nghị quyết", "NQ", &["NQ"]),
    ("Chỉ thị", "CT", &["CT"]),
    ("Hướng dẫn", "HD", &["HD"]),
    ("Biên bản", "BB", &["BB"]),
    ("Kết luận", "KL", &["KL"]),
    ("Chương trình", "CTr", &["CTr"]),
    ("Báo cáo thẩm định", "BCTĐ", &[]),
    ("Giấy mời", "GM", &["GM"]),
    ("Công điện", "CĐ", &[]),
    ("Quy chế", "QC", &[]),
];
/// Issuers with what stands for them in a number.
const ISSUERS: &[(&str, &str)] = &[
    ("Văn phòng Ủy ban nhân dân tỉnh", "VPUBND"),
    ("Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW", "BCĐTKNQ18"),
    ("Ban Chỉ đạo chuyển đổi số tỉnh", "BCĐCĐS"),
    ("Sở Nội vụ (mẫu)", "SNV"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Sở Lao động, Thương binh và Xã hội", "SLĐTBXH"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "SNN"),
    ("Sở Tài nguyên và Môi trường", "STNMT"),
    ("Sở Tư pháp", "STP"),
    ("Hội đồng nhân dân tỉnh", "HĐND"),
    ("HĐND huyện Thủ Thừa", "HĐND"),
    ("Ủy ban nhân dân tỉnh", "UBND"),
    ("UBND xã Bình Hòa Nam", "UBND"),
    ("UBND phường 3", "UBND"),
    ("Ủy ban nhân dân phường Khánh Hậu", "UBND"),
    ("Chủ tịch UBND tỉnh", "UBND"),
    ("Trung tâm Hành chính công", "TTHCC"),
    ("Văn phòng Đăng ký đất đai", "VPĐK"),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", "PKTHTĐT"),
    ("Phòng Nội vụ huyện", "PNV"),
    ("Ban Dân tộc", "BDT"),
    ("Thủ tướng Chính phủ", "TTg"),
    ("Bộ Tài chính", "BTC"),
    ("Kiểm toán nhà nước khu vực XIII", "KTNN"),
    ("Tỉnh ủy", "TU"),
    ("Hội Liên hiệp Phụ nữ tỉnh", "HPN"),
    ("Trường Chính trị tỉnh", "TCT"),
    ("Cục Thống kê", "CTK"),
    ("Đảng ủy khối các cơ quan tỉnh", "ĐUK"),
    ("Ngân hàng Chính sách xã hội tỉnh", "NHCS"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ"),
    ("Công an phường Tân Khánh", "CAP"),
    ("Bưu điện tỉnh", "BĐT"),
    ("Viện Kiểm sát nhân dân huyện", "VKS"),
    ("Ban Quản lý Khu kinh tế", "BQLKKT"),
    ("UBND thị xã Kiến Tường", "UBND"),
    ("Sở Giao thông vận tải", "SGTVT"),
    ("Sở Kế hoạch và Đầu tư", "SKHĐT"),
    ("Sở Ngoại vụ", "SNgV"),
];
/// What documents are about.
const TITLES: &[&str] = &[
    "kết quả theo dõi thực hiện nhiệm vụ Ủy ban nhân dân tỉnh giao",
    "công bố danh mục thủ tục hành chính thuộc phạm vi chức năng quản lý của Sở",
    "kết quả đánh giá theo Bộ chỉ số phục vụ người dân, doanh nghiệp",
    "phân cấp quản lý thuộc lĩnh vực của Sở",
    "công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015",
    "tổng kết Nghị quyết số 18-NQ/TW",
    "kết luận kiểm tra công tác cải cách hành chính",
    "xin lỗi về việc giải quyết hồ sơ trễ hạn",
    "ban hành quy định thuộc lĩnh vực quản lý của Sở",
    "chức năng, nhiệm vụ các phòng chuyên môn",
    "quyết toán kinh phí năm 2024",
    "họp xem xét của lãnh đạo",
    "kiện toàn Ban Biên tập trang thông tin điện tử",
    "giao biên chế công chức năm 2024",
    "thông qua phương án đơn giản hóa thủ tục hành chính",
    "theo dõi tình hình thi hành pháp luật năm 2024",
    "công tác cải cách hành chính 6 tháng đầu năm 2024",
    "tình hình, kết quả thực hiện Đề án 06 quý II/2024",
    "sắp xếp, tổ chức lại các đơn vị sự nghiệp công lập",
    "triển khai thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
    "thực hiện Quyết định số 468/QĐ-TTg",
    "khắc phục tồn tại, hạn chế qua kiểm tra công vụ",
    "đẩy mạnh cung cấp dịch vụ công trực tuyến toàn trình",
    "giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông",
    "đánh giá, xếp loại chất lượng cán bộ, công chức năm 2024",
    "duy trì, cải thiện Chỉ số PAR INDEX, SIPAS năm 2024",
    "lấy ý kiến dự thảo Quyết định quy định đơn giá bồi thường",
    "mở lớp bồi dưỡng kỹ năng số (đợt 2)",
    "niêm yết công khai TTHC tại Bộ phận Một cửa",
    "chuyển đổi vị trí công tác đối với 05 công chức",
    "thực hiện tự chủ tài chính theo Nghị định số 60/2021/NĐ-CP",
    "khen thưởng tập thể, cá nhân có thành tích xuất sắc",
    "xem xét, cho ý kiến về chỉ tiêu biên chế năm 2025",
    "trình tự, thủ tục giải quyết khiếu nại, tố cáo",
    "phối hợp giữa các cơ quan trong kiểm soát TTHC",
    "kế hoạch đầu tư công trung hạn 2021-2025",
    "báo cáo giám sát, đánh giá đầu tư tháng 12",
    "số lượng cấp phó, cơ cấu tổ chức bộ máy",
    "chấn chỉnh lề lối làm việc theo Chỉ thị số 26/CT-TTg ngày 05/9/2016",
    "mức độ hài lòng của người dân (SIPAS)",
];
const SECTIONS: &[&str] = &[
    "mục I.2, trang 7",
    "mục II.3, trang 3-5",
    "trang 4",
    "mục III",
    "mục III, trang 2",
    "trang 3, 4",
    "phụ lục I",
    "phụ lục kèm theo, trang 2",
    "khoản 1 Điều 2",
    "điểm b mục 3",
    "phần II, mục 4",
    "tr. 12-14",
    "mục 2.1, trang 5",
    "biểu số 02",
    "mục V, trang 10 - 11",
];

/// A document, its parts written and right.
struct Parts {
    kind: &'static str,
    number: String,
    day: String,
    right: Right,
}

/// Draws the parts of a document.
fn parts(chance: &mut Chance) -> Parts {
    let (spelled, code, short) = chance.of(KINDS);
    let (issuer, symbol) = chance.of(ISSUERS);
    let serial = if chance.is(15) { format!("{:02}", chance.below(90) + 1) } else { format!("{}", chance.below(2_500) + 1) };
    let year = 2023 + chance.below(3);
    let number = match code {
        "" => format!("{serial}/{symbol}-{}", chance.of(&["KSTTHC", "VP", "CCHC", "TCCB", "VX", "KGVX", "QLNS"])),
        "QĐ" if chance.is(20) => format!("{serial}/{year}/QĐ-{symbol}"),
        "NQ" | "CT" if symbol == "TU" => format!("{serial}-{code}/TU"),
        _ => format!("{serial}/{code}-{symbol}"),
    };
    let dash = chance.of(&["-", "-", "-", "-", "-", "-", "\u{2212}", "\u{2011}", "–"]);
    let written = if number.contains("/TU") { number.clone() } else { number.replace('-', dash) };
    let (month, day) = (chance.below(12) + 1, chance.below(28) + 1);
    let (said, right) = match chance.below(12) {
        0 => (format!("{day}.{month}.{year}"), None),
        1 => (format!("{day:02} tháng {month:02} năm {year}"), None),
        2 => (format!("{day} tháng {month} năm {year}"), None),
        3 => (format!("{day} /{month}/ {year}"), None),
        4 => {
            let wrong = chance.of(&["31/02/2024", "30/02/2024", "31/4/2024", "32/01/2024", "15/13/2024"]);
            (wrong.to_owned(), Some(format!("!{wrong}")))
        }
        5 => (format!("{day}-{month}-{year}"), None),
        _ => (format!("{day:02}/{month:02}/{year}"), None),
    };
    let kind = if chance.is(35) && !short.is_empty() { chance.of(short) } else { spelled };
    let file_code = if code.is_empty() { format!("{serial}-{symbol}") } else { format!("{serial}-{code}-{symbol}") };
    let point = chance.of(&["1.2.1", "3.5", "7.2.3", "2.2", "6.1"]);
    let file = match chance.below(8) {
        0 => format!("{file_code}.pdf"),
        1 => format!("{point} {file_code}.pdf"),
        2 => format!("{point}_bao cao so {serial}.docx"),
        3 => format!("TLKC {point}/{file_code}_signed.pdf"),
        4 => format!("Ảnh chụp màn hình {point}.png"),
        _ => format!("{point}_{file_code}.pdf"),
    };
    let day = right.unwrap_or_else(|| format!("{year}-{month:02}-{day:02}"));
    let link = format!("https://{}.gov.vn/{serial}", chance.of(&["vanban.tinh", "dichvucong", "snv.tinh"]));
    let (title, section) = (chance.of(TITLES).to_owned(), chance.of(SECTIONS).to_owned());
    Parts { kind, number: written, day: said, right: [number, day, issuer.to_owned(), title, section, file, link] }
}

/// Writes a document and gives it with what it names.
fn written(chance: &mut Chance) -> (String, Vec<Right>) {
    let made = parts(chance);
    let mut right = Right::default();
    let keep = |right: &mut Right, field: usize| right[field].clone_from(&made.right[field]);
    if chance.is(6) {
        keep(&mut right, 5);
        return (made.right[5].clone(), vec![right]);
    }
    if chance.is(3) {
        let words = chance.of(&["Tải tại", "Đường link:", "Xem tại", "Link:"]);
        keep(&mut right, 6);
        return (format!("{words} {}", made.right[6]), vec![right]);
    }
    if chance.is(9) {
        return several(chance);
    }
    let mut text = String::new();
    let kinded = !chance.is(14);
    if kinded {
        text.push_str(made.kind);
        text.push_str(chance.of(&[" số ", " số ", " số ", " ", " số: ", " Số "]));
    } else if chance.is(20) {
        text.push_str("số ");
    }
    text.push_str(&made.number);
    keep(&mut right, 0);
    // Day.
    let mut style = ",";
    if !chance.is(15) {
        keep(&mut right, 1);
        let written = &made.day;
        match chance.below(10) {
            0 if !written.contains("tháng") => write!(text, " ({written})").unwrap(),
            1 if !written.contains("tháng") => {
                write!(text, ", {written}").unwrap();
                style = "listed";
            }
            2 => write!(text, ", ngày {written}").unwrap(),
            3 => write!(text, " ban hành ngày {written}").unwrap(),
            _ => write!(text, " ngày {written}").unwrap(),
        }
    }
    // Issuer.
    let issued = style != "listed" && chance.is(55);
    if issued {
        keep(&mut right, 2);
        text.push_str(chance.of(&[" của ", " của ", " của ", " do "]));
        let did = text.ends_with(" do ");
        text.push_str(&made.right[2]);
        if did {
            text.push_str(" ban hành");
        }
    }
    // Title.
    let titled = chance.is(60);
    if titled {
        keep(&mut right, 3);
        let title = &made.right[3];
        match chance.below(8) {
            _ if style == "listed" => write!(text, ", {title}").unwrap(),
            0 => write!(text, " về việc {title}").unwrap(),
            1 => write!(text, " V/v {title}").unwrap(),
            2 => write!(text, " “{title}”").unwrap(),
            3 if !title.contains("về ") => write!(text, ": {title}").unwrap(),
            _ => write!(text, " về {title}").unwrap(),
        }
    }
    // Section and file.
    if chance.is(40) {
        keep(&mut right, 4);
        let section = &made.right[4];
        match chance.below(6) {
            0 | 1 => write!(text, " ({section})").unwrap(),
            2 => write!(text, "; {section}").unwrap(),
            3 => write!(text, " [{section}]").unwrap(),
            4 => write!(text, " - {section}").unwrap(),
            _ => write!(text, ", {section}").unwrap(),
        }
    }
    if chance.is(18) {
        keep(&mut right, 5);
        let file = &made.right[5];
        match chance.below(5) {
            0 => write!(text, " (file {file})").unwrap(),
            1 => write!(text, " ({file})").unwrap(),
            2 => write!(text, "; tệp: {file}").unwrap(),
            3 => write!(text, " (đính kèm {file})").unwrap(),
            _ => write!(text, " [{file}]").unwrap(),
        }
    }
    (text, vec![right])
}

/// Writes several numbers that share a kind, a symbol or a day.
fn several(chance: &mut Chance) -> (String, Vec<Right>) {
    let first = chance.below(300) + 1;
    let numbers: Vec<String> = (0..2 + chance.below(3)).map(|n| format!("{}", first + n * 7)).collect();
    let (kind, symbol) =
        chance.of(&[("Báo cáo", "BC-SNV"), ("Quyết định", "QĐ-UBND"), ("Kế hoạch", "KH-SM03"), ("Thông báo", "TB-VPUBND")]);
    let year = 2023 + chance.below(3);
    let (last, others) = numbers.split_last().unwrap();
    let one =
        |n: &String, day: String| [format!("{n}/{symbol}"), day, String::new(), String::new(), String::new(), String::new(), String::new()];
    let day = format!("{year}-09-12");
    let all = |day: &str| numbers.iter().map(|n| one(n, day.to_owned())).collect::<Vec<_>>();
    let full = |link: &str| numbers.iter().map(|n| format!("{n}/{symbol}")).collect::<Vec<_>>().join(link);
    match chance.below(6) {
        0 => (format!("{kind} số {} và {last}/{symbol} ngày 12/9/{year}", others.join(", ")), all(&day)),
        1 => (format!("{kind} số {}, {last}/{symbol} cùng ngày 12/9/{year}", others.join(", ")), all(&day)),
        2 => (format!("Các {} số {} ngày 12/9/{year}", kind.to_lowercase(), full(", ")), all(&day)),
        3 => (format!("{kind} các số: {}", full("; ")), all("")),
        4 => {
            let dated = |(n, number): (usize, &String)| format!("{number}/{symbol} ngày {:02}/{:02}/{year}", n + 3, n + 4);
            let text = numbers.iter().enumerate().map(dated).collect::<Vec<_>>().join(chance.of(&[", ", "; ", " và "]));
            (
                format!("{kind} số {text}"),
                numbers.iter().enumerate().map(|(n, number)| one(number, format!("{year}-{:02}-{:02}", n + 4, n + 3))).collect(),
            )
        }
        _ => {
            let days: Vec<String> = (0..numbers.len()).map(|n| format!("{:02}/{}", n + 3, n + 4)).collect();
            let right = numbers.iter().enumerate().map(|(n, number)| one(number, format!("{year}-{:02}-{:02}", n + 4, n + 3))).collect();
            (format!("Các {kind} số {}, {last}/{symbol} các ngày {}/{year}", others.join(", "), days.join(", ")), right)
        }
    }
}

/// Sentences that name nothing.
const EXPLAINED: &[&str] = &[
    "Đã tham mưu ban hành 3/3 văn bản.",
    "Hoàn thành 31/35 nhiệm vụ; các nhiệm vụ còn lại chuyển sang năm 2025.",
    "Giải quyết đúng hạn 13.348/13.348 hồ sơ, số trễ hạn do phải xác minh thực địa.",
    "Đạt 95,73%.",
    "Còn 02 thủ tục công khai chậm.",
    "Thực hiện 6 hình thức tuyên truyền: trang thông tin điện tử, hội nghị, pa nô.",
    "Đơn vị đã thực hiện đầy đủ theo quy định.",
];

/// Writes a cell.
fn cell(chance: &mut Chance) -> (String, Vec<Right>) {
    let count = chance.of(&[1, 1, 1, 1, 2, 2, 3]);
    let mut right = Vec::new();
    let mut items = Vec::new();
    for _ in 0..count {
        let (text, documents) = written(chance);
        right.extend(documents);
        items.push(text);
    }
    let list = match chance.below(6) {
        0 => items.join("; "),
        1 => items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"),
        2 => items.iter().map(|item| format!("- {item};")).collect::<Vec<_>>().join("\n"),
        3 => items.iter().enumerate().map(|(n, item)| format!("{}. {item}", n + 1)).collect::<Vec<_>>().join("\n"),
        4 => items.iter().map(|item| format!("+ {item}.")).collect::<Vec<_>>().join("\n"),
        _ => items.join("\n"),
    };
    let explained = chance.of(EXPLAINED);
    let text = match chance.below(6) {
        0 => format!("Giải trình: {explained}\nTLKC: {list}"),
        1 => format!("Giải trình:\n- {explained}\nTài liệu kiểm chứng:\n{list}"),
        2 => format!("TLKC:\n{list}\nGiải trình: {explained}"),
        3 => format!("Tài liệu kiểm chứng: {list}"),
        _ => list,
    };
    (text, right)
}

/// Cells that are made.
const CELLS: usize = 2_000;
/// Least share of what is read that is right, and of what is right that is read, in thousandths.
const LEAST: usize = 980;

#[test]
fn citations_put_together_part_by_part_are_read() {
    let mut chance = Chance(0x5EED_2024);
    count(CELLS, &Least { field: LEAST, whole: 980 }, || cell(&mut chance));
}
