//! What all units of an exercise share.

use jiff::civil::Date;

use super::{Agencies, Late, Reports, Rounds, Stage};
use crate::criteria::Period;
use crate::text::{Text, Words};

/// National heading of whatever is sent, two lines. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub const NATIONAL_HEADING: [Words; 2] = [
    Words { vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM" },
    Words { vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence – Freedom – Happiness" },
];

/// Who signs a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// Title: `GIÁM ĐỐC`.
    pub title: String,
    /// Full name, printed below the room for the signature.
    pub name: Option<String>,
}

/// What all units of an exercise share, as every sheet's heading states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Id of the campaign, carried by every form and workbook.
    pub id: String,
    /// Title, as printed.
    pub title: String,
    /// Authority above that office and, unless they name their own, above the units: `UBND tỉnh …`.
    pub authority: Option<String>,
    /// Who runs it, as printed above the title: `Sở Nội vụ`.
    pub office: Option<String>,
    /// Where letters are dated.
    pub place: Option<String>,
    /// Who signs what the office sends out.
    pub signatory: Option<Signatory>,
    /// Year that is scored.
    pub year: i16,
    /// Days that evidence has to fall into.
    pub period: Period,
    /// Last day for sending forms in.
    pub deadline: Option<Date>,
    /// What it does about what comes late.
    pub late: Option<Late>,
    /// Printed on every sheet: DỰ THẢO, SỐ LIỆU MINH HỌA.
    pub notice: Option<String>,
    /// Stage whose points are official.
    pub official: Stage,
    /// Rounds of appraisal that it declares.
    pub rounds: Rounds,
    /// Who appraises what.
    pub agencies: Agencies,
    /// What reports hold beside what they always do.
    pub reports: Reports,
}

impl Campaign {
    /// Gives what the official stage is called.
    pub fn official_words(&self) -> Text {
        self.rounds.stage(self.official)
    }
}
