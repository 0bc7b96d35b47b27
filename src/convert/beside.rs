//! Cells beside a criterion on the evidence asked and on who appraises it: what they ask for, and those that only point elsewhere.

use crate::finding::convert::BESIDE;
use crate::text;
use crate::text::fold::bare;

use super::columns::{is_ditto, reads_as_rule, says_points};
use super::line::{is_one_body, says_who};
use super::rows::{CellWords, undashed};
use super::rule::Doubt;
use super::tree::Node;

/// What the cells on evidence of a criterion ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Cells that ask for something, or say when.
    pub what: Vec<CellWords>,
    /// Cells that ask for nothing.
    pub empty: Vec<CellWords>,
    /// Whether evidence must be named.
    pub required: bool,
    /// Cells that don't say what is asked, so that it is none for now.
    pub unclear: Vec<CellWords>,
}

/// Words of cells that ask for nothing, bare.
const NOTHING: [&str; 13] = [
    "khong",
    "khong co",
    "khong can",
    "khong yeu cau",
    "khong bat buoc",
    "khong phai nop",
    "khong phai gui",
    "khong can gui",
    "khong ap dung",
    "neu co",
    "khong yeu cau tai lieu",
    "khong can tai lieu",
    "khong can kiem chung",
];
/// Words by which nothing has to be sent, bare. Where they name no document they are said of the whole cell.
const UNSENT: [&str; 9] = [
    "khong phai gui",
    "khong phai nop",
    "khong can gui",
    "khong can nop",
    "khong yeu cau gui",
    "khong yeu cau nop",
    "don vi khong gui",
    "don vi khong nop",
    "khong bat buoc",
];
/// Words by which what stands beside them need not be sent, bare.
const UNASKED: [&str; 2] = ["neu co", "khong yeu cau tai lieu"];
/// Words by which somebody else has what is needed, or nobody says what it is, bare.
const BY_OTHERS: [&str; 10] =
    ["tong hop", "kiem tra", "theo doi", "tuy theo", "theo ket qua", "thuc te", "tren he thong", "trich xuat", "cung cap", "doi chieu"];
/// Words of documents, bare: who names one asks for it.
const DOCUMENTS: [&str; 29] = [
    "bao cao",
    "ke hoach",
    "quyet dinh",
    "van ban",
    "to trinh",
    "cong van",
    "bien ban",
    "danh sach",
    "hinh anh",
    "anh chup",
    "ban sao",
    "phieu",
    "ho so",
    "thong bao",
    "giay",
    "link",
    "duong dan",
    "man hinh",
    "tai lieu",
    "hop dong",
    "chung chi",
    "so sach",
    "so theo doi",
    "ket luan",
    "nghi quyet",
    "chuong trinh",
    "quy che",
    "file",
    "minh chung",
];

/// Systems in which figures stand, bare: who names one names where they can be found, and no document.
const SYSTEMS: [&str; 12] = [
    "he thong",
    "phan mem",
    "co so du lieu",
    "csdl",
    "cong dich vu cong",
    "cong dvc",
    "cong thong tin",
    "trang thong tin",
    "trang ttdt",
    "website",
    "kho du lieu",
    "nen tang",
];
/// Words of documents that are also words of the names of systems: “Hệ thống quản lý văn bản và hồ sơ công việc”.
const OF_SYSTEMS: [&str; 4] = ["van ban", "ho so", "ke hoach", "bao cao"];
/// Words that begin with a document that somebody gives, bare.
const CONFIRMED: [&str; 3] = ["xac nhan", "y kien xac nhan", "y kien bang"];

/// What a part of a cell on evidence says.
struct Part {
    /// A document is named.
    document: bool,
    /// Somebody else has it: these words stand before the document, or without one.
    by_others: bool,
    /// Whether it has to be sent.
    sent: Sent,
}

/// Whether what a part of a cell names has to be sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    /// Nothing says that it has not.
    Asked,
    /// What it names need not be.
    Optional,
    /// Nothing need be, whatever the cell names.
    Nothing,
}

/// Reads a part of a cell on evidence.
fn part(said: &str) -> Part {
    let plain = bare(said);
    let first = |list: &[&str]| list.iter().filter_map(|word| plain.find(word)).min();
    // “Bảng” is a table, “bằng” only begins alike without its signs.
    let table = said.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| ["bảng", "bang"].contains(&word));
    let document = first(&DOCUMENTS).or_else(|| plain.find("bang").filter(|_| table));
    let unsent = first(&UNSENT).is_some();
    // “Thống kê của Hệ thống quản lý hồ sơ công việc” names none; “ảnh chụp màn hình phần mềm” does.
    let others: Vec<&str> = DOCUMENTS.iter().copied().filter(|word| !OF_SYSTEMS.contains(word)).collect();
    let system = first(&SYSTEMS).filter(|at| first(&others).is_none() && !table && document.is_none_or(|document| *at < document));
    Part {
        document: document.is_some() && system.is_none(),
        by_others: system.is_some() || first(&BY_OTHERS).is_some_and(|at| document.is_none_or(|document| at < document)),
        sent: match (unsent, document) {
            (true, None) => Sent::Nothing,
            (false, _) if first(&UNASKED).is_none() => Sent::Asked,
            _ => Sent::Optional,
        },
    }
}

/// Reads the cells on evidence of a criterion.
pub fn asked(node: &Node) -> Asked {
    let mut found = Asked::default();
    for said in &node.row.evidence {
        let plain = bare(undashed(&said.text));
        let core = plain.trim_matches(['.', ' ', ';', ':', '(', ')']);
        let says = plain.contains(char::is_alphanumeric) && !["tai lieu kiem chung:", "giai trinh:", "tlkc:"].contains(&plain.as_str());
        if !says || NOTHING.contains(&core) {
            found.empty.push(said.clone());
            continue;
        }
        let parts: Vec<Part> = said.text.split([';', ',']).map(part).collect();
        let unsent = parts.iter().any(|one| one.sent == Sent::Nothing);
        let unasked = parts.iter().any(|one| one.sent != Sent::Asked);
        // “Báo cáo; ảnh chụp (nếu có)” asks for the report all the same.
        let asks = parts.iter().any(|one| one.document && !one.by_others && one.sent == Sent::Asked);
        let elsewhere = core == "x" || is_ditto(&said.text) || core.starts_with("nhu ");
        let unclear = !unasked && !asks && parts.iter().any(|one| one.by_others);
        if elsewhere || unclear {
            found.unclear.push(said.clone());
        } else {
            let optional = unsent || unasked && !asks;
            found.required |= !optional;
            found.what.push(said.clone());
        }
    }
    found
}

/// Asks of cells on evidence that don't say what is asked, and of those that say points.
pub fn doubts(node: &Node) -> Vec<Doubt> {
    let asked = asked(node);
    let name = &node.row.name.text;
    let confirms = |said: &CellWords| {
        let plain = bare(undashed(&said.text));
        // “Báo cáo có xác nhận của Kho bạc” is a document, whoever confirms it.
        let confirmed = DOCUMENTS.iter().any(|word| plain.starts_with(word)) && plain.contains(" xac nhan cua ");
        (confirmed || CONFIRMED.iter().any(|word| plain.starts_with(word))) && !plain.contains("diem")
    };
    // “Nghị quyết; báo cáo kinh tế - xã hội” names documents, and says nothing of points, or of who has them.
    let names = |said: &CellWords| said.text.split([';', ',']).map(part).any(|one| one.document);
    let scores = |said: &CellWords| if names(said) { says_points(&said.text) || says_who(&said.text) } else { reads_as_rule(&said.text) };
    let says = |said: &&CellWords| scores(said) && !says_what_holds_anyway(&said.text) && !confirms(said);
    let pointed = asked.what.iter().filter(says).map(|said| unused(name, said));
    unclear(node).into_iter().chain(pointed).collect()
}

/// Asks of cells on evidence that don't say what is asked.
pub fn unclear(node: &Node) -> Vec<Doubt> {
    let name = &node.row.name.text;
    let asks = |said: &CellWords| {
        let (column, words) = (said.column.clone().unwrap_or_default(), &said.text);
        let message = text!(
            "“{name}”: cột “{column}” ghi “{words}”, không rõ đơn vị phải gửi tài liệu gì; tạm không bắt buộc",
            "“{name}”: the column “{column}” says “{words}”, and not what a unit has to send; nothing is required for now"
        );
        (&BESIDE, message)
    };
    asked(node).unclear.iter().map(asks).collect()
}

/// Gives what a criterion with parts asks as evidence to those of its parts that name none.
pub fn hand_down(roots: &mut [Node]) {
    for root in roots {
        let what = if root.children.is_empty() { Vec::new() } else { asked(root).what };
        let documents: Vec<CellWords> = what.into_iter().filter(|said| said.row == root.row.row).collect();
        for child in &mut root.children {
            if child.row.evidence.is_empty() {
                child.row.evidence.clone_from(&documents);
            }
        }
        hand_down(&mut root.children);
    }
}

/// Asks of what a column says beside a criterion and no rule uses.
pub fn unused(name: &str, said: &CellWords) -> Doubt {
    let (column, words) = (said.column.as_deref().unwrap_or_default(), &said.text);
    let message = text!(
        "“{name}”: cột “{column}” ghi “{words}”, chưa có trong cách tính",
        "“{name}”: the column “{column}” says “{words}”, which is not part of the rule"
    );
    (&BESIDE, message)
}

/// Tells whether words say that there are no points without evidence, as is so wherever evidence is required.
fn says_what_holds_anyway(words: &str) -> bool {
    let plain = bare(words);
    let without =
        ["khong co tai lieu", "khong co minh chung", "thieu tai lieu", "khong gui tai lieu"].iter().any(|word| plain.starts_with(word));
    let nothing = ["khong duoc tinh diem", "khong tinh diem", "khong duoc diem", "khong cham diem"].iter().any(|word| plain.contains(word));
    without && nothing && !plain.contains(|c: char| c.is_ascii_digit())
}

/// Puts what the cell above says in the place of “nt”, “như trên”, in the columns of evidence and of who appraises.
pub fn repeat(roots: &mut [Node]) {
    let mut evidence: Vec<CellWords> = Vec::new();
    let mut agency: Option<String> = None;
    for root in roots {
        repeated(root, &mut evidence, &mut agency);
    }
}

/// Does so from a criterion down; `evidence` and `agency` are what the last one above it says.
fn repeated(node: &mut Node, evidence: &mut Vec<CellWords>, agency: &mut Option<String>) {
    if let [said] = node.row.evidence.as_slice()
        && is_ditto(&said.text)
        && !evidence.is_empty()
    {
        node.row.evidence = evidence.iter().map(|above| CellWords { text: above.text.clone(), ..said.clone() }).collect();
    } else if !node.row.evidence.is_empty() {
        evidence.clone_from(&node.row.evidence);
    }
    let cells: Vec<String> = agencies(node).into_iter().filter(|said| said.row == node.row.row).map(|said| said.cell.clone()).collect();
    for said in node.row.others.iter_mut().filter(|said| cells.contains(&said.cell)) {
        match agency {
            Some(above) if is_ditto(&said.text) => said.text.clone_from(above),
            _ => *agency = Some(said.text.clone()),
        }
    }
    node.children.iter_mut().for_each(|child| repeated(child, evidence, agency));
}

/// Tells whether a cell says that a unit appraises itself, which names nobody.
pub fn is_oneself(words: &str) -> bool {
    let plain = bare(words);
    ["tu cham", "tu danh gia", "don vi tu ", "cac don vi tu "].iter().any(|word| plain.starts_with(word))
}

/// Lists the cells that say who appraises a criterion, in columns of their own.
pub fn agencies(node: &Node) -> Vec<&CellWords> {
    const HEADINGS: [&str; 8] = [
        "co quan tham dinh",
        "don vi tham dinh",
        "co quan cham diem",
        "don vi cham diem",
        "co quan chu tri tham dinh",
        "don vi chu tri tham dinh",
        "co quan theo doi, tham dinh",
        "co quan danh gia, tham dinh",
    ];
    let named = |said: &&CellWords| said.column.as_deref().is_some_and(|column| HEADINGS.contains(&bare(column).trim()));
    node.row.others.iter().filter(named).collect()
}

/// Finds who appraises a criterion: one body, in a column of its own.
pub fn agency(node: &Node) -> Option<&CellWords> {
    let all = agencies(node);
    let [one] = all.as_slice() else { return None };
    let plain = bare(&one.text);
    let single = !is_oneself(&plain)
        && !plain.contains([',', ';', '/'])
        && !plain.contains(" va ")
        && plain.chars().next().is_some_and(char::is_alphabetic);
    (one.row == node.row.row && (single || is_one_body(&one.text))).then_some(one)
}

/// Tells whether words begin with a document: “Quyết định công nhận sáng kiến”.
pub fn names_document(words: &str) -> bool {
    let plain = bare(undashed(words));
    DOCUMENTS.iter().any(|word| plain.strip_prefix(word.trim_end()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}
