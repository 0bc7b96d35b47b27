//! A province's own Word templates: the names that stand in them, and the documents filled in.
//!
//! A name stands in the text as `{{hang}}`, or is the tag or the alias of a content control. Names of a list repeat the row
//! of the table that they stand in. Everything else of a template stays as it is, byte for byte.

mod filled;
mod names;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use self::names::{Names, Stand};
use crate::account::{FieldOf, Values, fields, has_result, values};
use crate::assessment::Unit;
use crate::finding::placeholder::{
    LIST_OUT_OF_ROW, NO_NAMES, NOTHING_TO_FILL, UNCLOSED_NAME, UNKNOWN_CONTROL, UNKNOWN_NAME, UNREADABLE_TEMPLATE,
};
use crate::finding::{Checked, Finding, Place};
use crate::look;
use crate::results::Results;
use crate::text;
use crate::text::fold::bare;
use crate::text::{Lang, Text, Words};
use crate::workbook::{Refusal, WordPart, word_parts};
use crate::yaml::nearest;

/// Template that can be filled in.
#[derive(Clone, Debug)]
pub struct Template {
    /// File, as its user knows it.
    pub file: String,
    bytes: Vec<u8>,
    parts: Vec<WordPart>,
    names: BTreeSet<String>,
    per_unit: PerUnit,
}

/// Whether a template makes a document for each unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum PerUnit {
    /// It makes one for the campaign.
    None,
    /// For every unit.
    Each,
    /// For every unit that has a result.
    WithResult,
}

/// Puts a name into the one form: `Đơn vị` is `don_vi`.
pub fn plain(name: &str) -> String {
    bare(name.trim()).split_whitespace().collect::<Vec<_>>().join("_").replace('-', "_")
}

impl Template {
    /// Reads a template, and says which of its names can't be filled.
    pub fn read(bytes: &[u8], file: &str) -> Checked<Option<Self>> {
        let fields = fields();
        let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let known = known.as_slice();
        let unreadable = |refusal: &Refusal| Checked { value: None, findings: vec![refused(refusal, file)] };
        let parts = match word_parts(bytes, file) {
            Ok(parts) => parts,
            Err(refusal) => return unreadable(&refusal),
        };
        let mut found = Names::default();
        for part in &parts {
            let Some(root) = tree::read(&part.xml) else {
                return unreadable(&Refusal::Damaged(part.name.clone()));
            };
            found.take(&part.xml, &root, known);
        }
        let mut findings: Vec<Finding> = told(&found, known).into_iter().map(|finding| finding.at(Place::file(file))).collect();
        let names: BTreeSet<String> = found.all.iter().map(|one| one.name.clone()).filter(|name| known.contains(&name.as_str())).collect();
        if found.all.is_empty() && found.unclosed.is_empty() {
            let message = text!("Mẫu không có tên nào để điền.", "The template has no name that is filled.");
            findings.push(Finding::new(&NO_NAMES, message).at(Place::file(file)));
        }
        let of = fields.iter().filter(|field| names.contains(field.name)).map(|field| field.of);
        let per_unit = of.fold(PerUnit::None, |per_unit, of| match of {
            FieldOf::Campaign | FieldOf::CampaignList => per_unit,
            FieldOf::Unit => per_unit.max(PerUnit::Each),
            FieldOf::Result | FieldOf::ResultList => PerUnit::WithResult,
        });
        Checked { value: Some(Self { file: file.into(), bytes: bytes.to_vec(), parts, names, per_unit }), findings }
    }

    /// Gives its name without its folder and without `.docx`.
    pub fn stem(&self) -> &str {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Lists the units that a document is made for; `None` where one is made for the campaign.
    pub fn units<'a>(&self, results: &Results<'a>) -> Option<Vec<&'a Unit>> {
        let wanted = |unit: &&Unit| self.per_unit == PerUnit::Each || has_result(results, unit);
        (self.per_unit != PerUnit::None).then(|| results.units.iter().filter(wanted).collect())
    }

    /// Fills it in with what a run came to, for the campaign or for a unit.
    ///
    /// # Errors
    /// Where the file can't be packed.
    pub fn filled(&self, results: &Results<'_>, unit: Option<&Unit>) -> io::Result<Vec<u8>> {
        self.fill(&self.values(results, unit))
    }

    fn values(&self, results: &Results<'_>, unit: Option<&Unit>) -> Values {
        values(results, unit, &|name| self.names.contains(name))
    }

    /// Says which of its places a run has no value for, and for how many units.
    pub fn unfilled(&self, results: &Results<'_>) -> Option<Finding> {
        let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
        let units = self.units(results);
        let wholes: Vec<Option<&Unit>> = units.map_or_else(|| vec![None], |units| units.into_iter().map(Some).collect());
        for unit in &wholes {
            let single = values(results, *unit, &|name| self.names.contains(name) && !name.contains('.')).single;
            for (name, _) in single.into_iter().filter(|(_, value)| value.is_empty()) {
                *missing.entry(name).or_default() += 1;
            }
        }
        if missing.is_empty() {
            return None;
        }
        let listed = |count: fn(usize) -> Text, lang: Lang| {
            let one = |(name, number): (&&str, &usize)| {
                if self.per_unit == PerUnit::None { (*name).to_owned() } else { format!("{name} ({})", count(*number).get(lang)) }
            };
            missing.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let count = |number: usize| text!("{number} đơn vị", "units: {number}");
        let (vi, en) = (listed(count, Lang::Vi), listed(count, Lang::En));
        let message = text!("Không có giá trị để điền: {vi}.", "There is no value for: {en}.");
        Some(Finding::new(&NOTHING_TO_FILL, message).at(Place::file(&self.file)))
    }

    /// Fills it in: the same bytes for the same values, on every system.
    fn fill(&self, values: &Values) -> io::Result<Vec<u8>> {
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes[..]))?;
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at)?;
            let name = entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
            let part = self.parts.iter().find(|part| part.name == name.to_lowercase());
            let new = part.and_then(|part| Some((part, filled::fill(&part.xml, &tree::read(&part.xml)?, values))));
            match new {
                Some((part, xml)) if xml != part.xml => {
                    drop(entry);
                    zip.start_file(name, options)?;
                    zip.write_all(xml.as_bytes())?;
                }
                _ => zip.raw_copy_file(entry)?,
            }
        }
        let mut bytes = zip.finish()?.into_inner();
        look::name_one_system(&mut bytes);
        Ok(bytes)
    }
}

/// Says why a template is not opened.
fn refused(refusal: &Refusal, file: &str) -> Finding {
    let why = match refusal {
        Refusal::Password => Words { vi: "tệp được đặt mật khẩu", en: "it is protected by a password" },
        Refusal::Empty => Words { vi: "tệp rỗng", en: "it is empty" },
        Refusal::TooLarge | Refusal::Bomb(_) => Words { vi: "tệp quá lớn", en: "it is too large" },
        Refusal::Damaged(_) => Words { vi: "tệp bị hỏng", en: "it is damaged" },
        _ => Words { vi: "nội dung tệp không phải văn bản Word (.docx)", en: "what is in it is no Word document (.docx)" },
    };
    let Words { vi, en } = why;
    let message = text!("Không mở được mẫu “{file}”: {vi}.", "The template “{file}” can't be opened: {en}.");
    Finding::new(&UNREADABLE_TEMPLATE, message).at(Place::file(file))
}

/// Says what is wrong with the names of a template, each once.
fn told(found: &Names, known: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for one in &found.all {
        let (typed, name) = (&one.typed, one.name.as_str());
        let Text { vi: at_vi, en: at_en } = one.among.told();
        if !known.contains(&name) {
            if seen.insert((one.control, name)) {
                let finding = if one.control {
                    let message = text!(
                        "Điều khiển nội dung “{typed}” không có trong danh sách tên điền được{at_vi}.",
                        "The content control “{typed}” is none of the names that are filled{at_en}."
                    );
                    Finding::new(&UNKNOWN_CONTROL, message)
                } else {
                    let message = text!(
                        "“{typed}” không có trong danh sách tên điền được{at_vi}.",
                        "“{typed}” is none of the names that are filled{at_en}."
                    );
                    Finding::new(&UNKNOWN_NAME, message)
                };
                findings.push(match nearest(name, known) {
                    Some(near) => finding.help(text!("Có phải là “{near}”?", "Did you mean “{near}”?")),
                    None => finding,
                });
            }
            continue;
        }
        let message = match one.stands {
            Stand::Well => continue,
            Stand::OutOfRow => text!(
                "“{typed}” là tên của một danh sách nhưng không đứng trong hàng của bảng{at_vi}.",
                "“{typed}” belongs to a list, and stands in no row of a table{at_en}."
            ),
            Stand::TwoLists => {
                text!(
                    "“{typed}” đứng cùng hàng với tên của danh sách khác{at_vi}.",
                    "“{typed}” stands in one row with a name of another list{at_en}."
                )
            }
        };
        if seen.insert((one.control, name)) {
            findings.push(Finding::new(&LIST_OUT_OF_ROW, message));
        }
    }
    for words in &found.unclosed {
        let message = text!("Có “{{{{” mà không có “}}}}” trong đoạn: “{words}”.", "“{{{{” without “}}}}” in the paragraph “{words}”.");
        findings.push(Finding::new(&UNCLOSED_NAME, message));
    }
    findings
}
