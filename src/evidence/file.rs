//! Is the file named in the unit's folder, whole, and what its name says? And is a web address one?

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::{Asked, FileFacts, Files, LeafFindings};
use crate::assessment::{Evidence, EvidenceField, SelfAssessment};
use crate::figure::UnitId;
use crate::finding::evidence as code;
use crate::finding::sheet::TOO_MANY_DOCUMENTS;
use crate::finding::{Code, Finding};
use crate::text;
use crate::text::fold::{excerpt, fold, tidy};
use crate::text::{Text, is_web_address, leads_nowhere, refused};

/// Checks the files and the link of one document.
pub fn check(asked: &Asked<'_>, evidence: &Evidence, leaf_findings: &mut LeafFindings<'_>) {
    if let Some(link) = &evidence.link
        && !is_web_address(link)
    {
        leaf_findings.at_field(evidence, EvidenceField::File, no_address(link));
    }
    let Some(typed) = &evidence.file else { return };
    let more = all_names(typed).count().saturating_sub(MOST_FILES);
    if more > 0 {
        let message = text!(
            "Ô này nêu quá nhiều tệp: kiểm tra {MOST_FILES} tệp đầu, {more} tệp sau không được xét.",
            "This cell names too many files: the first {MOST_FILES} are looked at, {more} more are not."
        );
        leaf_findings.at_field(evidence, EvidenceField::File, Finding::new(&TOO_MANY_DOCUMENTS, message));
    }
    for name in names(typed) {
        if leads_nowhere(&name) {
            leaf_findings.at_field(evidence, EvidenceField::File, no_address(&name));
            continue;
        }
        let suggests = !leaf_findings.is_full_of(&code::FILE_MISSING);
        let sent = Some(leaf_findings.sent).filter(|_| suggests);
        if let Some((code, message, help)) = fault(asked, leaf_findings.files, &name, sent) {
            let finding = Finding::new(code, message);
            leaf_findings.at_field(evidence, EvidenceField::File, if help.is_empty() { finding } else { finding.help(help) });
        }
    }
}

/// Says that an address is none.
fn no_address(link: &str) -> Finding {
    let link = excerpt(link);
    Finding::new(&code::NOT_A_LINK, text!("“{link}” không phải địa chỉ trang web hợp lệ.", "“{link}” is not a valid web address."))
}

/// Most parts of a name that are looked for by themselves.
const MOST_PARTS: usize = 8;
/// Most files that one cell may name; more than that is no list for a person to go through.
const MOST_FILES: usize = 100;

/// Lists the files that a cell names: it may name several, a line each.
fn names(typed: &str) -> impl Iterator<Item = String> {
    all_names(typed).take(MOST_FILES)
}

/// Lists the files that a cell names, however many.
fn all_names(typed: &str) -> impl Iterator<Item = String> {
    // No name has quotation marks: these stand around it.
    let quotes = |name: String| name.trim_matches(['"', '“', '”', '«', '»']).trim().to_owned();
    typed.split(['\n', ';']).map(tidy).map(quotes).filter(|name| !name.is_empty())
}

/// The files of a unit, to be found by their names however they are typed.
pub struct Index<'f> {
    files: &'f Files,
    /// By path, and by name alone: a name that several files have says nothing. Made when a name is not found as it stands.
    folded: OnceCell<Folded<'f>>,
    /// Files that some document of the unit names. Made when a name is not found.
    taken: OnceCell<BTreeSet<&'f str>>,
}

/// Paths by their folded form, and by the folded name at their end.
#[derive(Default)]
struct Folded<'f> {
    paths: BTreeMap<String, &'f str>,
    names: BTreeMap<String, Option<&'f str>>,
}

impl<'f> Index<'f> {
    /// Makes one.
    pub fn new(files: &'f Files) -> Self {
        Self { files, folded: OnceCell::new(), taken: OnceCell::new() }
    }

    /// Gives the files that some document of the unit names: none of these is what another one means.
    fn taken(&self, unit: &UnitId, sent: &SelfAssessment) -> &BTreeSet<&'f str> {
        let documents = sent.answers.values().flat_map(|answer| &answer.evidence);
        self.taken.get_or_init(|| documents.flat_map(|evidence| found(self, unit, evidence)).map(|(path, _)| path).collect())
    }

    /// Gives the names in one form.
    fn folded(&self) -> &Folded<'f> {
        self.folded.get_or_init(|| {
            let mut folded = Folded::default();
            for path in self.files.0.keys().map(String::as_str) {
                folded.paths.entry(fold(path)).or_insert(path);
                let name = fold(path.rsplit('/').next().unwrap_or(path));
                folded.names.entry(name).and_modify(|one| *one = None).or_insert(Some(path));
            }
            folded
        })
    }

    /// Finds a file: by its path, else by its name alone where only one file has it. Case and Unicode form don't matter.
    fn find(&self, path: &str) -> Option<(&'f str, &'f FileFacts)> {
        let known = |path: &str| self.files.0.get_key_value(path).map(|(path, facts)| (path.as_str(), facts));
        known(path).or_else(|| {
            let (folded, wanted) = (self.folded(), fold(path));
            let found = folded.paths.get(&wanted).copied().or_else(|| folded.names.get(&wanted).copied().flatten());
            found.and_then(known)
        })
    }
}

/// Finds the files of a unit that a document names, each by its path in the unit's folder.
pub fn found<'f>(files: &Index<'f>, unit: &UnitId, evidence: &Evidence) -> Vec<(&'f str, &'f FileFacts)> {
    let typed = evidence.file.as_deref().unwrap_or_default();
    names(typed).filter_map(|name| named(files, &name, &inside(&name)?, unit)).collect()
}

/// Finds a file by its name as it was typed, else by what that stands for, else by what is left of it without the number of a
/// list or the words before a comma: what of these is part of a name only the folder tells.
fn named<'f>(files: &Index<'f>, typed: &str, path: &str, unit: &UnitId) -> Option<(&'f str, &'f FileFacts)> {
    let whole = files.find(own(&typed.replace('\\', "/"), unit)).or_else(|| files.find(own(path, unit)));
    whole.or_else(|| shorter(path).find_map(|name| files.find(own(name, unit))))
}

/// Gives a name without the number of a list at its start, and what stands behind each comma and dash of it.
fn shorter(name: &str) -> impl Iterator<Item = &str> {
    let numbered = name.split_once(['.', ')']).filter(|(label, _)| {
        let digits = label.chars().all(|c| c.is_ascii_digit()) && label.len() <= 2;
        !label.is_empty() && (digits || label.chars().count() == 1)
    });
    let behind = [", ", " - "].into_iter().flat_map(|mark| name.match_indices(mark).map(move |(at, mark)| at + mark.len()));
    let parts = behind.filter_map(|at| name.get(at..)).take(MOST_PARTS);
    numbered.map(|(_, rest)| rest).into_iter().chain(parts).map(str::trim).filter(|rest| rest.contains('.'))
}

/// Takes the names of the folders above a unit's own files off a path.
fn own<'p>(path: &'p str, unit: &UnitId) -> &'p str {
    path.strip_prefix(&format!("evidence/{unit}/")).or_else(|| path.strip_prefix(&format!("{unit}/"))).unwrap_or(path)
}

/// Says what is wrong with one file, and a cure of its own where there is one: a file that may be meant, among those that nothing
/// of what was sent names.
fn fault(asked: &Asked<'_>, files: Option<&Index<'_>>, name: &str, sent: Option<&SelfAssessment>) -> Option<(&'static Code, Text, Text)> {
    let Some(path) = inside(name) else {
        return Some((
            &code::PATH_OUTSIDE,
            text!("Đường dẫn “{name}” ra ngoài thư mục tài liệu kiểm chứng.", "The path “{name}” leaves the evidence folder."),
            Text::default(),
        ));
    };
    let files = files?;
    let unit = &asked.unit.id;
    let own = own(&path, unit);
    let Some((found, facts)) = named(files, name, &path, unit) else {
        let near = sent.and_then(|sent| near(files.files, own, files.taken(unit, sent)));
        let near = near.map(|near| text!("Có phải là tệp “{near}”?", "Did you mean “{near}”?"));
        let help = near.or_else(|| no_name(&path)).unwrap_or_default();
        return Some((
            &code::FILE_MISSING,
            text!(
                "Không tìm thấy tệp “{name}” trong thư mục tài liệu kiểm chứng của đơn vị.",
                "The file “{name}” is not in the evidence folder of the unit."
            ),
            help,
        ));
    };
    if facts.outside {
        let message = text!("Tệp “{name}” là liên kết dẫn ra ngoài thư mục.", "“{name}” is a link that leads out of the folder.");
        return Some((&code::LINK_OUTSIDE, message, Text::default()));
    }
    if facts.size == 0 {
        return Some((&code::FILE_EMPTY, text!("Tệp “{name}” rỗng.", "“{name}” is empty."), Text::default()));
    }
    let what = other_kind(found, &facts.head)?;
    let (vi, en) = (what.vi, what.en);
    Some((
        &code::OTHER_KIND,
        text!("Tệp “{name}” có nội dung là {vi}, không đúng với đuôi tệp.", "“{name}” holds {en}, which is not what its name says."),
        Text::default(),
    ))
}

/// Says what is to be done about a name that no file on Windows can have; nothing for any other.
fn no_name(path: &str) -> Option<Text> {
    let Text { vi, en } = path.split('/').find_map(refused)?;
    Some(text!("Không thể có tệp tên như vậy ({vi}); ghi lại đúng tên tệp.", "No file can have this name ({en}); give the file's own."))
}

/// Gives the path below the folder, with `/` between its parts; `None` where it leaves the folder.
fn inside(name: &str) -> Option<String> {
    let plain = decoded(name).replace('\\', "/");
    let drive = plain.get(1..2) == Some(":") || plain.contains(":/");
    let rooted = plain.starts_with('/') || plain.starts_with('~');
    let parts: Vec<&str> = plain.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    (!drive
        && !rooted
        && !parts.iter().any(|part| part.trim_end_matches([' ', '.']).is_empty())
        && !plain.contains('\0')
        && !parts.is_empty())
    .then(|| parts.join("/"))
}

/// Undoes `%2e` and the like, as often as it was done, so that no path hides in it.
fn decoded(name: &str) -> String {
    let once = |name: &str| percent_decode_str(name).decode_utf8_lossy().into_owned();
    let mut plain = name.to_owned();
    for _ in 0..4 {
        plain = once(&plain);
    }
    plain
}

/// Gives the file whose name is nearest to one that is not there, but for those that are taken.
fn near<'f>(files: &'f Files, path: &str, taken: &BTreeSet<&str>) -> Option<&'f str> {
    let wanted = fold(path);
    let score = |name: &str| strsim::normalized_damerau_levenshtein(&fold(name), &wanted);
    let free = files.0.keys().map(String::as_str).filter(|name| !taken.contains(name));
    free.filter(|name| score(name) > 0.7).max_by(|one, other| score(one).total_cmp(&score(other)))
}

/// Kind of file that its first bytes tell.
struct Magic {
    /// How files of the kind begin.
    heads: &'static [&'static [u8]],
    /// Endings that such files have.
    endings: &'static [&'static str],
    vi: &'static str,
    en: &'static str,
}

/// Kinds of files that offices send.
static KINDS: [Magic; 8] = [
    Magic { heads: &[b"%PDF"], endings: &["pdf"], vi: "PDF", en: "a PDF" },
    Magic {
        heads: &[b"PK\x03\x04", b"PK\x05\x06"],
        endings: &["docx", "xlsx", "xlsm", "pptx", "zip", "ods", "odt"],
        vi: "tệp Office mới hoặc tệp nén ZIP",
        en: "a newer Office file or a ZIP archive",
    },
    Magic {
        heads: &[b"\xD0\xCF\x11\xE0"],
        endings: &["doc", "xls", "ppt", "msg"],
        vi: "tệp Office 97–2003 hoặc tệp đặt mật khẩu",
        en: "an Office 97–2003 file or one behind a password",
    },
    Magic { heads: &[b"\xFF\xD8\xFF"], endings: &["jpg", "jpeg"], vi: "ảnh JPEG", en: "a JPEG image" },
    Magic { heads: &[b"\x89PNG"], endings: &["png"], vi: "ảnh PNG", en: "a PNG image" },
    Magic { heads: &[b"Rar!"], endings: &["rar"], vi: "tệp nén RAR", en: "a RAR archive" },
    Magic { heads: &[b"7z\xBC\xAF"], endings: &["7z"], vi: "tệp nén 7z", en: "a 7z archive" },
    Magic { heads: &[b"II*\0", b"MM\0*"], endings: &["tif", "tiff"], vi: "ảnh TIFF", en: "a TIFF image" },
];

/// What a file holds instead of what its name says.
struct Holds {
    vi: &'static str,
    en: &'static str,
}

/// Says what a file holds where that is not what its ending says; `None` where it is, or where the ending says nothing.
fn other_kind(name: &str, head: &[u8]) -> Option<Holds> {
    let ending = fold(name.rsplit('.').next()?);
    let said = KINDS.iter().find(|kind| kind.endings.contains(&ending.as_str()))?;
    let begins = |kind: &Magic| kind.heads.iter().any(|start| head.starts_with(start));
    // Some writers put a few bytes before the mark of a PDF.
    if begins(said) || (ending == "pdf" && head.windows(4).any(|four| four == b"%PDF")) {
        return None;
    }
    let held = KINDS.iter().find(|kind| begins(kind));
    Some(held.map_or(Holds { vi: "dữ liệu loại khác", en: "another kind of data" }, |kind| Holds { vi: kind.vi, en: kind.en }))
}
