//! A clause of a line: what it says, and the words it says it with.

use super::arithmetic::Expression;
use super::bounds::Condition;
use super::days::Span;
use super::gives::Gives;
use super::lead::behind_lead;
use crate::points::Points;
use crate::yaml::Amount;

/// Clause with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordedClause {
    /// What it says.
    pub clause: Clause,
    /// Its words, as spelt.
    pub text: String,
}

/// What a clause says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// What is the case, and what that gives.
    Case(Case),
    /// So much for each.
    Each(Each),
    /// So much for each step of percent beside a mark.
    Slope(Slope),
    /// How far points go.
    Limit(Limit),
    /// What counts of a step that is not full, of so many per cent where that is said: “chưa đủ 5% tính là 5%”.
    PartOfStep(PartOfStep, Option<Points>),
    /// Things that count for a part of one: “nhiệm vụ hoàn thành quá hạn chỉ tính bằng 1/2 nhiệm vụ”.
    CountsFor(String, Points),
    /// Only a part of the points is taken for some of what is counted: “vụ việc do sở tự phát hiện thì chỉ trừ 50% mức nêu trên”.
    LessTaken(String, Points),
    /// Points by arithmetic.
    Formula(Expression),
    /// What a letter stands for.
    Letter(char, String),
    /// What a rate is of: part and whole.
    Rate(String, String),
    /// The letters of part and whole: “tỷ lệ (b/a)”.
    RateLetters(char, char),
    /// The maximum once more.
    Maximum(Points),
    /// Who scores.
    Scorer(Scorer),
    /// A body that supplies what is scored; `true` where it judges.
    Supplied(bool),
    /// How points are rounded; `true` where that is to two decimals.
    Rounding(bool),
    /// Between two marks points are on a straight line.
    Between,
    /// Two marks with their points, and a straight line between them.
    Line([(Points, Points); 2]),
    /// The next clause is an alternative.
    Or,
    /// The next clauses are parts of the one before: “trong đó”.
    Parts,
    /// So many parts are announced: “thực hiện 02 nhiệm vụ: …”.
    Announced(Points),
    /// Of several that hold only the highest counts: “chỉ tính mức cao nhất”.
    HighestOnly,
    /// Heading of the clauses behind it.
    Heading,
    /// Nothing of points.
    Remark,
    /// What may bind a rule and stands beside it: “chỉ tính khi …”, “mẫu số chỉ tính …”. It is kept, and asked.
    Note,
    /// What holds for units alone that have nothing to do: it is kept, and the form of such a unit says so.
    Excuse,
    /// Not understood.
    Unknown,
}

/// Who scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scorer {
    /// The survey gives the points.
    Survey,
    /// The survey gives a mean on a scale that the line names.
    SurveyScale,
    /// The council, or the agency in charge.
    Council,
    /// Only that the unit does not.
    NotUnit,
}

/// What is the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// As the decision spells it.
    pub label: String,
    /// The label in small letters, word by word.
    pub words: Vec<String>,
    /// Figures that it speaks of.
    pub condition: Option<Condition>,
    /// Days that it speaks of.
    pub days: Option<Span>,
    /// What it gives.
    pub gives: Gives,
    /// Whether a mark (`:`, brackets) stands between the two.
    pub marked: bool,
}

/// So much for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each {
    /// What is counted.
    pub what: String,
    /// Of how many it is given: “cứ 02 văn bản”.
    pub per: Points,
    /// Whether that is a share in per cent: “cứ 1% hồ sơ trễ hạn”.
    pub percent: bool,
    /// Points for them.
    pub amount: Amount,
    /// Whether they are taken.
    pub takes: bool,
    /// Whether the line only says “01 người … trừ 0,5 điểm”, without a word of each.
    pub single: bool,
}

/// So much for each step beside a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slope {
    /// Whether it goes up.
    pub up: bool,
    /// Step in points of percent.
    pub each: Points,
    /// Points for each.
    pub amount: Amount,
    /// What the rate is of, where the clause says it: “mỗi 10% hồ sơ trực tuyến”.
    pub what: String,
    /// The mark, where it is named once more, and whether the slope is said to lie above it.
    pub from: Option<(bool, Points)>,
    /// The mark up to which it counts from nothing: “dưới 20% thì mỗi 5% được 0,5 điểm”.
    pub until: Option<Points>,
}

/// What counts of a step that is not full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfStep {
    /// Nothing: only full steps do.
    Nothing,
    /// As much as a full one.
    All,
    /// In proportion.
    Share,
}

impl PartOfStep {
    /// Gives the word of sets for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "full",
            Self::All => "begun",
            Self::Share => "proportional",
        }
    }
}

/// How far points go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// At most.
    Most(Amount),
    /// At most so many are taken.
    MostTaken(Amount),
    /// At most so many are taken by all clauses together: “tổng điểm trừ không quá 2 điểm”.
    TotalTaken(Amount),
    /// So many things at most, in these words: “không quá 02 hình thức”.
    Things(Points, String),
    /// Down to nothing.
    ToNothing,
    /// At least.
    Least(Points),
}

impl Case {
    /// Gives what it gives, where that is a plain amount.
    pub const fn amount(&self) -> Option<(&Amount, Option<&Points>)> {
        match &self.gives {
            Gives::Amount(amount, penalty) => Some((amount, penalty.as_ref())),
            _ => None,
        }
    }

    /// Tells whether it gives nothing, and takes nothing.
    pub fn is_zero(&self) -> bool {
        self.amount().is_some_and(|(amount, penalty)| super::gives::is_zero(amount) && penalty.is_none())
    }

    /// Tells whether it gives nothing, whatever it takes besides.
    pub fn gives_nothing(&self) -> bool {
        self.amount().is_some_and(|(amount, _)| super::gives::is_zero(amount))
    }

    /// Tells whether it gives the maximum.
    pub fn is_full(&self, max: &Points) -> bool {
        self.amount().is_some_and(|(amount, penalty)| penalty.is_none() && amount.of(max) == *max)
    }

    /// Tells whether its label begins with any of several words, also behind “qua kiểm tra” and the like.
    pub fn begins(&self, list: &[&str]) -> bool {
        let begins = |words: &[String]| {
            let joined = format!("{} ", words.join(" "));
            list.iter().any(|said| joined.starts_with(&format!("{said} ")))
        };
        begins(&self.words) || begins(behind_lead(&self.words))
    }

    /// Tells whether its label says any of several words.
    pub fn says(&self, list: &[&str]) -> bool {
        let joined = format!(" {} ", self.words.join(" "));
        list.iter().any(|said| joined.contains(&format!(" {said} ")))
    }

    /// Tells whether its label says that something was not done.
    pub fn is_negative(&self) -> bool {
        self.is_rest()
            || self.begins(&["không", "chưa", "ngược lại", "thiếu", "sai", "khong", "chua"])
            || self.says(&["một trong", "không đạt", "hoặc không", "hoặc chưa"])
            || self.is_below_target()
    }

    /// Tells whether its label says that a target is not reached, by no figure of its own: “dưới chỉ tiêu”, “thấp hơn kế hoạch giao”.
    pub fn is_below_target(&self) -> bool {
        let target =
            ["chỉ tiêu", "mục tiêu", "kế hoạch", "dự toán", "mức giao", "mức chỉ tiêu", "mức kế hoạch", "mức yêu cầu", "mức tối thiểu"];
        let below = ["dưới", "thấp hơn", "nhỏ hơn", "chưa đến", "chưa tới", "đạt dưới", "đạt thấp hơn", "tỷ lệ dưới", "tỷ lệ thấp hơn"];
        self.condition.is_none()
            && below.iter().any(|word| self.begins(&target.map(|name| format!("{word} {name}")).each_ref().map(String::as_str)))
    }

    /// Tells whether its label speaks of everything else.
    pub fn is_rest(&self) -> bool {
        let joined = self.words.join(" ");
        let core =
            joined.trim_start_matches("các ").trim_start_matches("những ").trim_start_matches("trường hợp ").trim_start_matches("mức ");
        let rest = [
            "còn lại",
            "khác",
            "ít hơn",
            "thấp hơn",
            "nhỏ hơn",
            "con lai",
            "khac",
            "không thuộc các trường hợp trên",
            "ngược lại",
            "nếu không",
        ];
        rest.contains(&core)
    }

    /// Tells whether its label speaks of more than any other names: “nhiều hơn”.
    pub fn is_more(&self) -> bool {
        let joined = self.words.join(" ");
        let core = joined.trim_start_matches("các ").trim_start_matches("trường hợp ").trim_start_matches("có ");
        ["nhiều hơn", "nhiều hơn nữa", "nhiều hơn số trên", "vượt quá số trên", "trên mức đó", "trên mức này"].contains(&core)
    }

    /// Tells whether its label speaks of having nothing to do.
    pub fn is_nothing_to_do(&self) -> bool {
        self.begins(&["không phát sinh", "không được giao", "không phải", "không thuộc", "không có phát sinh", "chưa phát sinh"])
            || self.begins(&["không nhận được", "không tiếp nhận", "chưa nhận được"]) && self.says(&["nào"])
            || self.says(&["không phát sinh", "không có phát sinh"])
    }
}
