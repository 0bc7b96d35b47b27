//! Findings as machines read them: one form for `result.json` and for every command.

use serde::{Deserialize, Serialize};

use crate::figure::{CriterionId, UnitId};
use crate::finding::{Cause, Code, Finding, Place, Severity, catalogue};
use crate::text::{Lang, Text};

/// Finding as machines read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedFinding {
    /// Entry of the catalogue.
    pub code: String,
    /// How bad it is: `error`, `warning`, `note`.
    #[serde(with = "severity")]
    pub severity: Severity,
    /// Unit that it concerns.
    pub unit: Option<String>,
    /// Criterion that it concerns.
    pub criterion: Option<String>,
    /// File.
    pub file: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Cell of a workbook.
    pub cell: Option<String>,
    /// Line of a text file.
    pub line: Option<usize>,
    /// What is wrong, in the language that was asked for; in `result.json` in Vietnamese.
    pub message: String,
    /// What to do, in the same language.
    pub help: String,
    /// What is wrong, in English.
    #[serde(default)]
    pub message_en: String,
    /// What to do, in English.
    #[serde(default)]
    pub help_en: String,
    /// The finding from which it follows: mending that one mends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RecordedCause>,
}

/// Finding from which another follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCause {
    /// Its code.
    pub code: String,
    /// File.
    pub file: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Cell of a workbook.
    pub cell: Option<String>,
}

impl RecordedFinding {
    /// Makes the form of a finding, its words in the language asked for.
    pub fn of(finding: &Finding, lang: Lang) -> Self {
        let place = &finding.place;
        Self {
            code: finding.code.id.into(),
            severity: finding.severity,
            unit: finding.unit.as_ref().map(UnitId::to_string),
            criterion: finding.criterion.as_ref().map(CriterionId::to_string),
            file: place.file.clone(),
            sheet: place.sheet.clone(),
            cell: place.cell.clone(),
            line: place.line,
            message: finding.message.get(lang).into(),
            help: finding.help.get(lang).into(),
            message_en: finding.message.en.clone(),
            help_en: finding.help.en.clone(),
            follows: finding.follows.as_ref().map(|cause| RecordedCause {
                code: cause.code.id.into(),
                file: cause.place.file.clone(),
                sheet: cause.place.sheet.clone(),
                cell: cause.place.cell.clone(),
            }),
        }
    }
}

impl RecordedFinding {
    /// Gives the finding back; nothing where its code is not in the catalogue. Lines of text files have lost their words.
    pub fn finding(&self) -> Option<Finding> {
        let place = |file: &Option<String>, sheet: &Option<String>, cell: &Option<String>, line| Place {
            file: file.clone(),
            sheet: sheet.clone(),
            cell: cell.clone(),
            line,
            ..Place::default()
        };
        let follows = match &self.follows {
            Some(cause) => Some(Box::new(Cause { code: of_id(&cause.code)?, place: place(&cause.file, &cause.sheet, &cause.cell, None) })),
            None => None,
        };
        let finding = Finding::new(of_id(&self.code)?, Text::new(&self.message, &self.message_en));
        Some(Finding {
            severity: self.severity,
            unit: self.unit.as_deref().map(UnitId::new),
            criterion: self.criterion.as_deref().map(CriterionId::new),
            place: place(&self.file, &self.sheet, &self.cell, self.line),
            help: Text::new(&self.help, &self.help_en),
            follows,
            ..finding
        })
    }
}

/// Finds an entry of the catalogue.
fn of_id(id: &str) -> Option<&'static Code> {
    catalogue().find(|code| code.id == id)
}

/// Makes the form of findings.
pub fn recorded<'f>(findings: impl IntoIterator<Item = &'f Finding>, lang: Lang) -> Vec<RecordedFinding> {
    findings.into_iter().map(|finding| RecordedFinding::of(finding, lang)).collect()
}

/// Severities by their keys.
mod severity {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::finding::Severity;

    /// Writes the key.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
    pub fn serialize<S: Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(severity.key())
    }

    /// Reads the key.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Severity, D::Error> {
        let key = String::deserialize(from)?;
        let all = [Severity::Error, Severity::Warning, Severity::Note];
        all.into_iter().find(|severity| severity.key() == key).ok_or_else(|| D::Error::custom("error, warning or note was expected"))
    }
}
