//! What the run knows of a unit beside its scores and its place, as far as ties and awards are decided by it.

use crate::figure::CriterionId;
use crate::finding::in_words;
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// What speaks for a unit, or against it, beside its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merit {
    /// This year's index less last year's.
    Progress,
    /// What was claimed above what came of it, less what was claimed below.
    OverClaimNet,
    /// The same without what was claimed below.
    OverClaimPositive,
    /// Number of errors found at the unit and settled by nobody.
    OpenErrors,
    /// Number of findings of these codes at the unit.
    Findings(Vec<String>),
}

/// All of it, of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Merits {
    /// This year's index less last year's, exact; `None` for a unit that is compared with nothing.
    pub progress: Option<Points>,
    /// Over-claim, net; `None` for a unit that sent nothing.
    pub over_claim_net: Option<Points>,
    /// Over-claim, its positive part.
    pub over_claim_positive: Option<Points>,
    /// Codes of errors found at the unit and settled by nobody, one for each.
    pub errors: Vec<&'static str>,
    /// Those of them for which points are withheld in the result already: code and criterion.
    pub withheld: Vec<(&'static str, CriterionId)>,
    /// Codes of everything found at the unit, one for each.
    pub found: Vec<&'static str>,
}

impl Merits {
    /// Lists the codes of open errors for which nothing is withheld.
    pub fn open(&self) -> Vec<&'static str> {
        let mut open = self.errors.clone();
        for (code, _) in &self.withheld {
            if let Some(at) = open.iter().position(|one| one == code) {
                open.remove(at);
            }
        }
        open
    }
}

impl Merit {
    /// Gives the name that the language has for it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::OverClaimNet => "over_claim_net",
            Self::OverClaimPositive => "over_claim_positive",
            Self::OpenErrors => "open_errors",
            Self::Findings(_) => "findings",
        }
    }

    /// Tells whether less of it is better.
    pub const fn is_better_low(&self) -> bool {
        !matches!(self, Self::Progress)
    }

    /// Tells whether it is counted, and so is whole.
    pub const fn is_count(&self) -> bool {
        matches!(self, Self::OpenErrors | Self::Findings(_))
    }

    /// Says what it is, as it stands in a sentence.
    pub fn name(&self) -> Text {
        match self {
            Self::Progress => {
                Text::new("mức tăng chỉ số so với năm trước (điểm phần trăm)", "rise of the index on last year (percentage points)")
            }
            Self::OverClaimNet => Text::new("chênh lệch tự chấm (bù trừ)", "over-claim (net)"),
            Self::OverClaimPositive => Text::new("tổng điểm tự chấm cao hơn kết quả công nhận", "over-claim"),
            Self::OpenErrors => Text::new("số lỗi chưa khắc phục", "open errors"),
            Self::Findings(codes) => {
                let Text { vi, en } = in_words(codes.iter().map(String::as_str));
                text!("số kết quả kiểm tra “{vi}”", "findings “{en}”")
            }
        }
    }

    /// Gives a unit's exact value.
    pub fn of(&self, merits: &Merits) -> Option<Points> {
        let count = |number: usize| i64::try_from(number).ok().map(Points::from);
        match self {
            Self::Progress => merits.progress.clone(),
            Self::OverClaimNet => merits.over_claim_net.clone(),
            Self::OverClaimPositive => merits.over_claim_positive.clone(),
            Self::OpenErrors => count(merits.errors.len()),
            Self::Findings(codes) => count(merits.found.iter().filter(|code| codes.iter().any(|asked| asked == *code)).count()),
        }
    }
}
