//! The stages that points pass through, from the claim to the last round of appraisal.

use crate::text;
use crate::text::Text;

/// Round of appraisal (lần thẩm định), counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Round(u8);

impl Round {
    /// The first (thẩm định lần 1).
    pub const FIRST: Self = Self(1);
    /// The second (thẩm định lần 2), after explanations.
    pub const SECOND: Self = Self(2);
    /// The last that can be named.
    pub const LAST: Self = Self(99);

    /// Takes a number from 1 to 99.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= Self::LAST.0 { Some(Self(number)) } else { None }
    }

    /// Gives the number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Gives the key of YAML and JSON: `appraised_1`.
    pub fn key(self) -> String {
        format!("appraised_{}", self.0)
    }

    /// Reads the key of YAML and JSON.
    pub fn of_key(key: &str) -> Option<Self> {
        let number = key.strip_prefix("appraised_")?;
        let plain = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
        number.parse().ok().filter(|_| plain).and_then(Self::new)
    }

    /// Gives the words of reports: `Thẩm định lần 1`.
    pub fn words(self) -> Text {
        let number = self.0;
        text!("Thẩm định lần {number}", "Appraised, round {number}")
    }
}

/// Stage whose points are official, in the order in which scores pass through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Tự đánh giá.
    Claimed,
    /// Computed from the figures declared.
    Computed,
    /// Computed or claimed, less what lacks evidence.
    Accepted,
    /// Thẩm định, one stage for each round.
    Appraised(Round),
}

impl Stage {
    /// Gives the key of YAML and JSON.
    pub fn key(self) -> String {
        match self {
            Self::Claimed => "claimed".into(),
            Self::Computed => "computed".into(),
            Self::Accepted => "accepted".into(),
            Self::Appraised(round) => round.key(),
        }
    }

    /// Reads the key of YAML and JSON.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "claimed" => Some(Self::Claimed),
            "computed" => Some(Self::Computed),
            "accepted" => Some(Self::Accepted),
            _ => Round::of_key(key).map(Self::Appraised),
        }
    }

    /// Gives the words of reports.
    pub fn words(self) -> Text {
        match self {
            Self::Claimed => Text::new("Tự đánh giá", "Self-assessed"),
            Self::Computed => Text::new("Tính từ số liệu kê khai", "Computed from declared figures"),
            Self::Accepted => Text::new("Được công nhận", "Accepted"),
            Self::Appraised(round) => round.words(),
        }
    }
}
