//! What a form of ours says of itself, on its hidden sheet.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::assessment::{Agencies, Agency, Campaign, Deadlines, Excused, Reports, Rounds, SetRef, Signatory, Stage, Unit};
use crate::criteria::{CriteriaSet, Period};
use crate::figure::{AgencyId, CriterionId, GroupId, SetId, UnitId};
use crate::form::layout::{
    META, META_AGENCY, META_AUTHORITY, META_CAMPAIGN, META_DEADLINE, META_EXCUSED, META_FROM, META_GROUP, META_LANG, META_LAST,
    META_LAST_UNIT, META_LAST_YEAR, META_LAYOUT, META_NOTICE, META_OFFICE, META_PLACE, META_PROGRAM, META_RETURNED, META_RETURNED_OF,
    META_ROUNDING, META_SET, META_SHA256, META_SIGNATORY, META_SIGNATORY_NAME, META_TITLE, META_TO, META_UNIT, META_UNIT_NAME,
    META_VERSION, META_WORDS, META_YAML, META_YEAR, language, parse_rounding,
};
use crate::form::{LastYear, Returned};
use crate::points::Rounding;
use crate::text::Lang;
use crate::workbook::{Book, Grid, Value};

/// What a form carries. Parts that somebody deleted are missing; nothing is guessed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Carried {
    /// Layout that it was written in: `parindex/1`.
    pub layout: Option<String>,
    /// Language that it is written in.
    pub lang: Lang,
    /// Version of the program that wrote it.
    pub program: Option<String>,
    /// Unit that it was written for.
    pub unit: Option<UnitId>,
    /// Name of the unit.
    pub unit_name: Option<String>,
    /// Name of the unit's group.
    pub group: Option<String>,
    /// Criteria that the campaign excuses the unit from.
    pub excused: BTreeSet<CriterionId>,
    /// Id of the campaign.
    pub campaign: Option<String>,
    /// Year that is scored.
    pub year: Option<i16>,
    /// Title of the campaign.
    pub title: Option<String>,
    /// Who runs the campaign.
    pub office: Option<String>,
    /// Authority above the unit.
    pub authority: Option<String>,
    /// Place of the unit's letters.
    pub place: Option<String>,
    /// Who signs for the unit.
    pub signatory: Option<Signatory>,
    /// What is printed on every sheet.
    pub notice: Option<String>,
    /// Days that evidence has to fall into.
    pub period: Period,
    /// Last day for sending forms in.
    pub deadline: Option<Date>,
    /// Who appraises what, by criterion.
    pub agencies: BTreeMap<CriterionId, String>,
    /// Rounding of points.
    pub rounding: Option<Rounding>,
    /// What the unit declared the year before, where it is shown.
    pub last_year: Option<LastYear>,
    /// Hash of all that it prints itself.
    pub words: Option<String>,
    /// What it held when it went back as a copy.
    pub returned: Option<Returned>,
    /// Set that it was written for.
    pub set: Option<SetRef>,
    /// YAML of the set, line ends as `\n`.
    pub yaml: Option<String>,
}

impl Carried {
    /// Gives the unit as far as the form knows it; `set` is the one that the form is compared with.
    pub fn unit(&self, set: &CriteriaSet) -> Unit {
        Unit {
            id: self.unit.clone().unwrap_or_else(|| UnitId::new("")),
            name: self.unit_name.clone().unwrap_or_default(),
            aliases: Vec::new(),
            authority: self.authority.clone(),
            place: self.place.clone(),
            signatory: self.signatory.clone(),
            group: GroupId::new(""),
            ranked: true,
            not_applicable: Excused::below(set, self.excused.iter().cloned()),
            deadlines: Deadlines { form: self.deadline, ..Deadlines::default() },
        }
    }

    /// Gives the campaign as far as the form knows it.
    pub fn campaign(&self) -> Campaign {
        Campaign {
            id: self.campaign.clone().unwrap_or_default(),
            title: self.title.clone().unwrap_or_default(),
            authority: None,
            office: self.office.clone(),
            place: None,
            signatory: None,
            year: self.year.unwrap_or_default(),
            period: self.period,
            deadline: self.deadline,
            late: None,
            notice: self.notice.clone(),
            official: Stage::Accepted,
            rounds: Rounds::default(),
            agencies: Agencies::new(self.agencies.iter().map(agency).collect()),
            reports: Reports::default(),
        }
    }
}

/// Makes an agency as far as the form knows it: for one criterion, by its name.
fn agency((criterion, name): (&CriterionId, &String)) -> Agency {
    Agency { id: AgencyId::new(name.as_str()), name: name.clone(), criteria: vec![criterion.clone()] }
}

/// Reads what a form carries; `None` where the workbook has no such sheet, whatever its name.
pub fn carried(book: &Book) -> Option<Carried> {
    let named = book.sheets.iter().find(|sheet| sheet.name == META);
    let grid = named.filter(|sheet| is_meta(sheet)).or_else(|| book.sheets.iter().find(|sheet| is_meta(sheet)))?;
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    for row in grid.rows() {
        if let Some(key) = grid.shown(row, 0)
            && let Some(cell) = grid.cells.get(&(row, 1))
        {
            // Pieces of YAML may begin or end with blanks, so text is taken as it stands.
            let value = match &cell.value {
                Value::Text(words) => words.clone(),
                _ => cell.shown(),
            };
            said.entry(key).or_insert(value);
        }
    }
    let get = |key: &str| said.get(key).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let day = |key: &str| get(key).and_then(|day| day.parse::<Date>().ok());
    let pieces: Vec<&str> = (1..).map_while(|n: u32| said.get(&format!("{META_YAML}{n}"))).map(String::as_str).collect();
    Some(Carried {
        layout: get(META_LAYOUT),
        lang: language(get(META_LANG).as_deref()),
        program: get(META_PROGRAM),
        unit: get(META_UNIT).map(UnitId::new),
        unit_name: get(META_UNIT_NAME),
        group: get(META_GROUP),
        excused: said.keys().filter_map(|key| key.strip_prefix(META_EXCUSED)).map(CriterionId::new).collect(),
        campaign: get(META_CAMPAIGN),
        title: get(META_TITLE),
        office: get(META_OFFICE),
        authority: get(META_AUTHORITY),
        place: get(META_PLACE),
        signatory: get(META_SIGNATORY).map(|title| Signatory { title, name: get(META_SIGNATORY_NAME) }),
        notice: get(META_NOTICE),
        period: Period { from: day(META_FROM), to: day(META_TO) },
        deadline: day(META_DEADLINE),
        agencies: said
            .iter()
            .filter_map(|(key, name)| Some((CriterionId::new(key.strip_prefix(META_AGENCY)?), name.trim().to_owned())))
            .collect(),
        rounding: get(META_ROUNDING).and_then(|rounding| parse_rounding(&rounding)),
        last_year: get(META_LAST_YEAR).and_then(|year| year.parse().ok()).map(|year| last_year(year, get(META_LAST_UNIT), &said)),
        words: get(META_WORDS),
        returned: get(META_RETURNED).zip(get(META_RETURNED_OF)).map(|(held, of)| Returned { held, of }),
        year: get(META_YEAR).and_then(|year| year.parse().ok()),
        set: get(META_SET).map(|id| SetRef {
            id: SetId::new(id),
            version: get(META_VERSION).unwrap_or_default(),
            sha256: get(META_SHA256).unwrap_or_default(),
        }),
        yaml: (!pieces.is_empty()).then(|| pieces.concat().replace("\r\n", "\n")),
    })
}

/// Reads what the form shows of the year before.
fn last_year(year: i16, unit: Option<String>, said: &BTreeMap<String, String>) -> LastYear {
    let mut last = LastYear { year, unit, figures: BTreeMap::new() };
    for (key, value) in said {
        if let Some((criterion, input)) = key.strip_prefix(META_LAST).and_then(|of| of.rsplit_once('/')) {
            last.figures.entry(criterion.into()).or_default().insert(input.to_owned(), value.clone());
        }
    }
    last
}

/// Tells whether a sheet is that of a form: a column of keys with the layout's name beside its key.
pub(super) fn is_meta(grid: &Grid) -> bool {
    let layout = |row: &u32| grid.shown(*row, 0).as_deref() == Some(META_LAYOUT);
    grid.cells
        .range((0, 0)..(64, 0))
        .map(|((row, _), _)| row)
        .any(|row| layout(row) && grid.shown(*row, 1).is_some_and(|name| name.starts_with("parindex/")))
}
