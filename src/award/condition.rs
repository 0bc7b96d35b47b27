//! What an award may ask of a unit: the condition, the unit's value, and the sentence for both.
//!
//! Values are compared as they are printed; a value that does not exist meets no limit. Whether something is 0 is asked of the
//! exact points.
//!
//! Source: [meanings](crate#meanings) 24 and 35.

use super::measure::{Facts, Measure, Seen};
use crate::figure::{AwardId, CriterionId};
use crate::points::{Points, Rounding};
use crate::ranking::Merit;
use crate::text;
use crate::text::Text;

/// Condition of an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A number within limits.
    Within {
        /// Which number.
        of: Measure,
        /// Least, as printed.
        at_least: Option<Points>,
        /// Most, as printed.
        at_most: Option<Points>,
    },
    /// One of these grades.
    Grade(Vec<String>),
    /// Exact points other than 0 at each of these criteria.
    NotZero(Vec<CriterionId>),
    /// Flags that the unit must not have, and those of which it must have one; each with its name.
    Flag {
        /// None of these.
        none_of: Vec<(String, String)>,
        /// At least one of these, where there are any.
        any_of: Vec<(String, String)>,
    },
    /// Everything came by its last day.
    InTime,
    /// The official points of every criterion come from the official stage.
    AppraisalFinal,
    /// Not chosen for any of these awards, which are decided before.
    NotProposed(Vec<AwardId>),
}

/// Condition, compared with a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// What was looked at, as the language calls it: `index`, `grade`.
    pub what: &'static str,
    /// Criterion, where one was looked at.
    pub criterion: Option<CriterionId>,
    /// The unit's value, with a decimal point; `None` where there is none.
    pub value: Option<String>,
    /// What it was compared with: `>= 90`.
    pub limit: String,
    /// Whether it holds.
    pub met: bool,
    /// The whole sentence.
    pub says: Text,
    /// What is lacking, where the condition doesn't hold.
    pub lacks: Option<Text>,
}

/// Unit that conditions are compared with.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What is seen of its place.
    pub seen: &'a Seen<'a>,
    /// How its group rounds.
    pub rounding: Rounding,
    /// What else is known.
    pub facts: &'a Facts,
    /// Awards decided before for which it was chosen, with their names.
    pub proposed: &'a [(AwardId, String)],
}

impl Condition {
    /// Gives the name that the language has for what it looks at.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Within { of, .. } => of.key(),
            Self::Grade(_) => "grade",
            Self::NotZero(_) => "not_zero",
            Self::Flag { .. } => "flag",
            Self::InTime => "in_time",
            Self::AppraisalFinal => "appraisal_final",
            Self::NotProposed(_) => "award",
        }
    }

    /// Gives the criterion whose number it looks at.
    pub const fn criterion(&self) -> Option<&CriterionId> {
        match self {
            Self::Within { of, .. } => of.criterion(),
            _ => None,
        }
    }

    /// Lists the criteria that it looks at.
    pub fn criteria(&self) -> Vec<&CriterionId> {
        match self {
            Self::Within { of, .. } => of.criterion().into_iter().collect(),
            Self::NotZero(ids) => ids.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Says what is asked.
    pub fn asks(&self, names: &dyn Fn(&AwardId) -> String) -> Text {
        match self {
            Self::Within { of: Measure::Place, at_least: None, at_most: Some(most) } if *most == Points::one() => {
                Text::new("dẫn đầu khối", "first of its group")
            }
            Self::Within { of: Measure::Place, at_least: None, at_most: Some(most) } => {
                let most = most.plain();
                text!("thuộc {most} hạng đầu của khối", "among the first {most} of its group")
            }
            Self::Within { of: Measure::Merit(Merit::OpenErrors), at_least: None, at_most: Some(most) } if most.is_zero() => {
                Text::new("không còn lỗi chưa khắc phục", "no open errors")
            }
            Self::Within { of: Measure::Merit(Merit::Progress), at_least: Some(least), at_most: None } => {
                if least.is_zero() {
                    return Text::new("chỉ số không giảm so với năm trước", "an index no lower than last year");
                }
                let (vi, en) = (least.plain_vi(), least.plain());
                text!(
                    "chỉ số tăng từ {vi} điểm phần trăm trở lên so với năm trước",
                    "an index {en} percentage points or more above last year"
                )
            }
            Self::Within { of, at_least, at_most } => {
                let (name, sign, counted) = (of.name(), if of.is_percent() { "%" } else { "" }, of.counted_in());
                let (counted_vi, counted_en) = (counted.vi, counted.en);
                let least = at_least.as_ref().map(|least| {
                    let (vi, en) = (least.plain_vi(), least.plain());
                    text!(" từ {vi}{sign}{counted_vi} trở lên", " of {en}{sign}{counted_en} or more")
                });
                let most = at_most.as_ref().map(|most| {
                    let (vi, en) = (most.plain_vi(), most.plain());
                    text!(" không quá {vi}{sign}{counted_vi}", " of {en}{sign}{counted_en} at most")
                });
                let limits: Vec<Text> = [Some(name), least, most].into_iter().flatten().collect();
                Text::join(&limits, "")
            }
            Self::Grade(grades) => {
                let grades = quoted(grades.iter().map(String::as_str));
                text!("xếp loại {grades}", "grade {grades}")
            }
            Self::NotZero(ids) => {
                let ids = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                text!("không bị 0 điểm ở tiêu chí {ids}", "no 0 at criteria {ids}")
            }
            Self::Flag { none_of, any_of } => {
                let none = (!none_of.is_empty()).then(|| {
                    let names = quoted(none_of.iter().map(|(_, name)| name.as_str()));
                    text!("không thuộc diện {names}", "not flagged {names}")
                });
                let any = (!any_of.is_empty()).then(|| {
                    let names = quoted(any_of.iter().map(|(_, name)| name.as_str()));
                    text!("thuộc diện {names}", "flagged {names}")
                });
                Text::join(&none.into_iter().chain(any).collect::<Vec<_>>(), ", ")
            }
            Self::InTime => Text::new("gửi đúng hạn", "sent in time"),
            Self::AppraisalFinal => Text::new("đã thẩm định xong mọi tiêu chí", "appraisal of every criterion done"),
            Self::NotProposed(awards) => {
                let awards = awards.iter().map(names).collect::<Vec<_>>();
                let awards = quoted(awards.iter().map(String::as_str));
                text!("chưa được đề nghị {awards}", "not proposed for {awards}")
            }
        }
    }

    /// Compares the condition with a unit.
    pub fn weigh(&self, unit: &Asked<'_>, names: &dyn Fn(&AwardId) -> String) -> Weighed {
        let Found { value, shown, limit, met, gap } = self.find(unit);
        let asks = self.asks(names);
        let (asks_vi, asks_en) = (asks.vi, asks.en);
        let (vi, en) = shown.map_or_else(|| ("chưa có số liệu".to_owned(), "nothing known".to_owned()), |shown| (shown.vi, shown.en));
        // What a unit must not be flagged with is said in one breath with whether it is.
        let is_barred = matches!(self, Self::Flag { any_of, .. } if any_of.is_empty());
        let says = if is_barred && met {
            let names = self.barred();
            text!("Không thuộc diện {names}.", "Not flagged {names}.")
        } else if is_barred {
            text!("Không đạt điều kiện: {vi}.", "Condition not met: {en}.")
        } else if let (Self::NotProposed(_), false) = (self, met) {
            let upper = format!(
                "{}{}",
                vi.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default(),
                vi.chars().skip(1).collect::<String>()
            );
            text!("{upper}, không xét thêm hình thức này.", "Already {en}, which rules out this award.")
        } else if met && matches!(self, Self::Within { of: Measure::Index | Measure::Place, .. }) {
            // Both stand in the first sentence of every reason.
            text!("Đạt điều kiện {asks_vi}.", "Condition met: {asks_en}.")
        } else if met {
            text!("Đạt điều kiện {asks_vi}: {vi}.", "Condition met: {asks_en} ({en}).")
        } else if let Some(Text { vi: short_vi, en: short_en }) = gap.as_ref().filter(|gap| !gap.is_plain).map(|gap| &gap.words) {
            text!("Không đạt điều kiện {asks_vi}: {vi}, {short_vi}.", "Condition not met: {asks_en} ({en}, {short_en}).")
        } else {
            text!("Không đạt điều kiện {asks_vi}: {vi}.", "Condition not met: {asks_en} ({en}).")
        };
        // Who has another award already lacks nothing that it would want.
        let lacks = (!met && !matches!(self, Self::NotProposed(_))).then(|| match gap {
            Some(gap) => self.named(gap.words),
            None if is_barred => text!("{vi}", "{en}"),
            None => text!("điều kiện {asks_vi}", "missed: {asks_en}"),
        });
        Weighed { what: self.key(), criterion: self.criterion().cloned(), value, limit, met, says, lacks }
    }

    /// Lists the flags that a unit must not have.
    fn barred(&self) -> String {
        let Self::Flag { none_of, .. } = self else { return String::new() };
        quoted(none_of.iter().map(|(_, name)| name.as_str()))
    }

    /// Says of what something is short; of a place it goes without saying.
    fn named(&self, gap: Text) -> Text {
        match self {
            Self::Within { of, .. } if *of != Measure::Place => {
                let (Text { vi: name_vi, en: name_en }, Text { vi, en }) = (of.name(), gap);
                text!("{name_vi}: {vi}", "{name_en}: {en}")
            }
            _ => gap,
        }
    }

    /// Tells whether it holds of a unit; `proposed` tells for which awards it was chosen before.
    pub fn holds(&self, seen: &Seen<'_>, rounding: Rounding, facts: &Facts, proposed: &dyn Fn(&AwardId) -> bool) -> bool {
        match self {
            Self::Within { of, at_least, at_most } => of.printed(seen, facts, rounding).is_some_and(|printed| {
                at_least.as_ref().is_none_or(|least| printed >= *least) && at_most.as_ref().is_none_or(|most| printed <= *most)
            }),
            Self::Grade(grades) => seen.grade.is_some_and(|grade| grades.iter().any(|one| one == grade)),
            Self::NotZero(ids) => {
                let points = |id: &CriterionId| facts.criteria.get(id).and_then(|(points, _)| points.as_ref());
                ids.iter().all(|id| points(id).is_some_and(Points::is_positive))
            }
            Self::Flag { none_of, any_of } => {
                let has = |list: &[(String, String)]| list.iter().any(|(id, _)| facts.flags.contains(id));
                !has(none_of) && (any_of.is_empty() || has(any_of))
            }
            Self::InTime => facts.in_time == Some(true),
            Self::AppraisalFinal => facts.appraisal_final,
            Self::NotProposed(awards) => !awards.iter().any(proposed),
        }
    }

    /// Compares a unit's value.
    fn find(&self, unit: &Asked<'_>) -> Found {
        let Asked { seen, rounding, facts, proposed } = *unit;
        let met = self.holds(seen, rounding, facts, &|award| proposed.iter().any(|(id, _)| id == award));
        match self {
            Self::Within { of, at_least, at_most } => {
                let limits = [(">= ", at_least), ("<= ", at_most)];
                let limits = limits.iter().filter_map(|(sign, limit)| Some(format!("{sign}{}", limit.as_ref()?.plain())));
                let exact = of.exact(seen, facts);
                let printed = of.printed(seen, facts, rounding);
                Found {
                    met,
                    value: exact.as_ref().map(|exact| of.said(exact, rounding).en),
                    shown: exact.as_ref().map(|exact| of.in_words(exact, rounding)),
                    limit: limits.collect::<Vec<_>>().join(", "),
                    gap: printed.and_then(|printed| of.gap(&printed, (at_least.as_ref(), at_most.as_ref()), rounding)),
                }
            }
            Self::Grade(grades) => Found::of(seen.grade.map(str::to_owned), grades.join(", "), met),
            Self::NotZero(ids) => not_zero(ids, facts, rounding, met),
            Self::Flag { none_of, any_of } => flags(none_of, any_of, facts, met),
            Self::InTime => {
                let shown = facts.in_time.map(|in_time| match (in_time, facts.undated) {
                    (true, true) => Text::new("chưa có ngày nhận, coi như đúng hạn", "no day of receipt is known, taken as in time"),
                    (true, false) => Text::new("đúng hạn", "in time"),
                    (false, _) => Text::new("gửi muộn", "late"),
                });
                let value = facts.in_time.map(|in_time| in_time.to_string());
                Found { shown, ..Found::of(value, "true".to_owned(), met) }
            }
            Self::AppraisalFinal => {
                let shown = if met {
                    Text::new("đã xong", "done")
                } else {
                    Text::new("còn tiêu chí chưa thẩm định", "not all are appraised")
                };
                Found { shown: Some(shown), ..Found::of(Some(met.to_string()), "true".to_owned(), met) }
            }
            Self::NotProposed(awards) => {
                let of = proposed.iter().filter(|(id, _)| awards.contains(id));
                let (ids, names): (Vec<&str>, Vec<&str>) = of.map(|(id, name)| (id.as_str(), name.as_str())).unzip();
                let shown = if names.is_empty() {
                    Text::new("chưa được đề nghị", "not proposed")
                } else {
                    let names = quoted(names.iter().copied());
                    text!("đã được đề nghị {names}", "proposed for {names}")
                };
                let limit = awards.iter().map(AwardId::as_str).collect::<Vec<_>>().join(", ");
                Found { shown: Some(shown), ..Found::of(Some(ids.join(", ")), format!("none of {limit}"), met) }
            }
        }
    }
}

impl Measure {
    /// Says a value as a number alone.
    fn said(&self, value: &Points, rounding: Rounding) -> Text {
        if self.is_score() {
            Text::new(rounding.vietnamese(value), rounding.machine(value))
        } else {
            Text::new(value.plain_vi(), value.plain())
        }
    }

    /// Gives the sign behind a value.
    fn sign(&self) -> &'static str {
        if self.is_percent() { "%" } else { "" }
    }

    /// Says a value: `85%`, `hạng 3`.
    fn in_words(&self, value: &Points, rounding: Rounding) -> Text {
        let (sign, Text { vi, en }) = (self.sign(), self.said(value, rounding));
        match self {
            Self::Place => text!("hạng {vi}", "place {en}"),
            Self::Merit(Merit::OpenErrors) => text!("{vi} lỗi", "{en}"),
            _ => text!("{vi}{sign}", "{en}{sign}"),
        }
    }

    /// Says how far a printed value is below the least or above the most, if it is.
    fn gap(&self, printed: &Points, (at_least, at_most): (Option<&Points>, Option<&Points>), rounding: Rounding) -> Option<Gap> {
        let below = at_least.filter(|least| printed < least).map(|least| least - printed);
        let above = at_most.filter(|most| printed > most).map(|most| printed - most);
        // Above a limit of 0 the value itself is the gap.
        let is_plain = *self == Self::Place || above.as_ref() == Some(printed);
        let Text { vi: of_vi, en: of_en } = self.difference();
        if let (Self::Place, Some(above)) = (self, &above) {
            let Text { vi, en } = self.said(above, rounding);
            let words = if *above == Points::one() {
                text!("kém {vi} hạng", "{en} place too low")
            } else {
                text!("kém {vi} hạng", "{en} places too low")
            };
            return Some(Gap { words, is_plain });
        }
        if let Some(below) = below {
            let Text { vi, en } = self.said(&below, rounding);
            return Some(Gap { words: text!("thiếu {vi}{of_vi}", "{en}{of_en} short"), is_plain });
        }
        let Text { vi, en } = self.said(&above?, rounding);
        Some(Gap { words: text!("vượt {vi}{of_vi}", "{en}{of_en} too much"), is_plain })
    }
}

/// Finds which of some criteria have no points.
fn not_zero(ids: &[CriterionId], facts: &Facts, rounding: Rounding, met: bool) -> Found {
    let points = |id: &CriterionId| facts.criteria.get(id).and_then(|(points, _)| points.as_ref());
    let zero = ids.iter().filter(|id| points(id).is_none_or(|points| !points.is_positive()));
    let zero: Vec<&str> = zero.map(CriterionId::as_str).collect();
    let each = ids.iter().map(|id| format!("{id}: {}", points(id).map_or_else(|| "–".to_owned(), |points| rounding.machine(points))));
    let value = each.collect::<Vec<_>>().join("; ");
    let list = zero.join(", ");
    let says = if zero.is_empty() {
        Text::new("đều có điểm", "all have points")
    } else {
        text!("tiêu chí {list} không có điểm", "no points for {list}")
    };
    Found { shown: Some(says), ..Found::of(Some(value), "> 0".to_owned(), met) }
}

/// Finds which flags a unit has, of those that it must not have and of those of which it must have one.
fn flags(none_of: &[(String, String)], any_of: &[(String, String)], facts: &Facts, met: bool) -> Found {
    let all = none_of.iter().chain(any_of).filter(|(id, _)| facts.flags.contains(id));
    let all: Vec<&str> = all.map(|(_, name)| name.as_str()).collect();
    let shown = if all.is_empty() {
        Text::new("không thuộc diện nào trong số đó", "flagged with none of them")
    } else {
        let all = quoted(all.iter().copied());
        text!("thuộc diện {all}", "flagged {all}")
    };
    let ids = |list: &[(String, String)]| list.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(", ");
    let limits = [("none of ", none_of), ("any of ", any_of)];
    let limit = limits.iter().filter(|(_, list)| !list.is_empty()).map(|(words, list)| format!("{words}{}", ids(list)));
    let limit = limit.collect::<Vec<_>>().join("; ");
    Found { shown: Some(shown), ..Found::of(Some(facts.flags.join(", ")), limit, met) }
}

/// What came of a comparison.
struct Found {
    value: Option<String>,
    shown: Option<Text>,
    limit: String,
    met: bool,
    gap: Option<Gap>,
}

/// How far a value is from a limit.
struct Gap {
    words: Text,
    /// Whether value and limit say it: of a place, or from a limit of 0.
    is_plain: bool,
}

impl Found {
    /// Takes a value that is printed as it stands.
    fn of(value: Option<String>, limit: String, met: bool) -> Self {
        let shown = value.as_ref().map(|value| Text::new(format!("“{value}”"), format!("“{value}”")));
        Self { value: value.filter(|value| !value.is_empty()), shown, limit, met, gap: None }
    }
}

/// Lists names in quotes.
fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}
