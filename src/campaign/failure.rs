//! What can't be done for whoever asked: a name that the campaign doesn't know, a workbook that can't be made.

use crate::text;
use crate::text::Text;

/// Name that was asked for and is not there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// The unit asked for is not in the campaign.
    #[error("{}", no_unit(id, near.as_deref()).vi)]
    Unit {
        /// Its id, as asked for.
        id: String,
        /// The id that may have been meant.
        near: Option<String>,
    },
    /// Nobody of the name asked for appraises anything.
    #[error("{}", no_agency(id, near.as_deref()).vi)]
    Agency {
        /// Its id or name, as asked for.
        id: String,
        /// The one that may have been meant.
        near: Option<String>,
    },
    /// The round asked for is not among those that the campaign declares.
    #[error("{}", no_round(*round, declared).vi)]
    Round {
        /// Its number, as asked for.
        round: u8,
        /// Numbers of those that are declared.
        declared: Vec<u8>,
    },
    /// The round is locked: what is typed for it counts nothing.
    #[error("{}", round_is_locked(*round).vi)]
    Locked {
        /// Its number.
        round: u8,
    },
    /// The criterion asked for is not in the set.
    #[error("{}", no_criterion(id, set, near.as_deref()).vi)]
    Criterion {
        /// Its id, as asked for.
        id: String,
        /// The set that was looked through.
        set: String,
        /// The id that may have been meant.
        near: Option<String>,
    },
}

impl Unknown {
    /// Says it in both languages.
    pub fn text(&self) -> Text {
        match self {
            Self::Unit { id, near } => no_unit(id, near.as_deref()),
            Self::Agency { id, near } => no_agency(id, near.as_deref()),
            Self::Round { round, declared } => no_round(*round, declared),
            Self::Locked { round } => round_is_locked(*round),
            Self::Criterion { id, set, near } => no_criterion(id, set, near.as_deref()),
        }
    }
}

/// Report or form that could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", unmade(file, why).vi)]
pub struct Unmade {
    /// Its file name.
    pub file: String,
    /// Why, in the words of the library that makes it.
    pub why: String,
}

impl Unmade {
    /// Says it in both languages.
    pub fn text(&self) -> Text {
        unmade(&self.file, &self.why)
    }
}

fn no_unit(id: &str, near: Option<&str>) -> Text {
    let meant = near.map(|near| text!("; có phải là “{near}”?", "; did you mean “{near}”?")).unwrap_or_default();
    let (vi, en) = (meant.vi, meant.en);
    text!("đợt đánh giá không có đơn vị “{id}”{vi}", "the campaign has no unit “{id}”{en}")
}

fn no_agency(id: &str, near: Option<&str>) -> Text {
    let meant = near.map(|near| text!("; có phải là “{near}”?", "; did you mean “{near}”?")).unwrap_or_default();
    let (vi, en) = (meant.vi, meant.en);
    text!("không có cơ quan thẩm định “{id}”{vi}", "no agency “{id}” appraises anything{en}")
}

fn no_round(round: u8, declared: &[u8]) -> Text {
    let declared = declared.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    text!(
        "đợt đánh giá không có thẩm định lần {round}; rounds khai: {declared}",
        "the campaign has no round {round}; its rounds are {declared}"
    )
}

fn round_is_locked(round: u8) -> Text {
    text!(
        "thẩm định lần {round} đã khóa, điểm ghi thêm không được tính; khai lần sau ở rounds, hoặc bỏ locked của lần này",
        "round {round} is locked, and what is typed for it now does not count; declare the next one under rounds, or remove “locked” from this one"
    )
}

fn no_criterion(id: &str, set: &str, near: Option<&str>) -> Text {
    let meant = near.map(|near| text!("; có phải là “{near}”?", "; did you mean “{near}”?")).unwrap_or_default();
    let (vi, en) = (meant.vi, meant.en);
    text!("bộ tiêu chí “{set}” không có tiêu chí “{id}”{vi}", "the set “{set}” has no criterion “{id}”{en}")
}

fn unmade(file: &str, why: &str) -> Text {
    text!("không tạo được tệp “{file}”: {why}", "“{file}” can't be made: {why}")
}
