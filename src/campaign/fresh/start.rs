//! The files of a new campaign: the sets chosen, a group for each, and `campaign.yaml` whose remarks lead through the rest.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{CARRIED, CarriedSet};
use crate::criteria::{self, CriteriaSet, Leaf};
use crate::figure::{CriterionId, InputKind};
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;
use crate::yaml::nearest;

/// The new campaign, with places for what the sets decide.
const CAMPAIGN: &str = include_str!("campaign.yaml");
/// What to do with it.
const GUIDE: &str = include_str!("HUONG-DAN.txt");
/// JSON Schemas, beside the sets, by which editors complete and check the YAML files without a network.
const SCHEMAS: &[(&str, &str)] = &[
    ("criteria/schema/award-cases.json", include_str!("../../../criteria/schema/award-cases.json")),
    ("criteria/schema/campaign.json", include_str!("../../../criteria/schema/campaign.json")),
    ("criteria/schema/cases.json", include_str!("../../../criteria/schema/cases.json")),
    ("criteria/schema/set.json", include_str!("../../../criteria/schema/set.json")),
];
/// Folders that people put files into, beside those of the units.
const FOLDERS: &[&str] = &["submissions", "appraisal", "survey"];
/// Year of a campaign whose sets name none.
const YEAR: i16 = 2026;
/// Totals that the first set can add up.
const TOTALS: &str = "totals:
  - { label: Hồ sơ đã giải quyết, measure: hồ sơ, of: da_giai_quyet }
  - { label: Tỷ lệ giải quyết đúng hạn, of: dung_han, to: da_giai_quyet }
";
/// Inputs that [`TOTALS`] adds up: a part, and its whole.
const PART_AND_WHOLE: [&str; 2] = ["dung_han", "da_giai_quyet"];

/// Why no campaign can begin with the sets asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoStart {
    /// The program carries no such set.
    #[error("{}", unknown(id).vi)]
    Unknown {
        /// As asked for.
        id: String,
    },
    /// They are in force in different years, and a campaign is of one year.
    #[error("{}", years(sets).vi)]
    Years {
        /// Their ids, each with its year.
        sets: Vec<String>,
    },
}

/// A new campaign, before it is written.
#[derive(Clone, Debug)]
pub struct Start {
    sets: Vec<&'static CarriedSet>,
    year: i16,
}

impl NoStart {
    /// Says it in both languages.
    pub fn text(&self) -> Text {
        match self {
            Self::Unknown { id } => unknown(id),
            Self::Years { sets } => years(sets),
        }
    }
}

impl Start {
    /// Chooses sets by their ids; none are the first that the program carries.
    ///
    /// # Errors
    /// Where one is unknown, or they are of different years.
    pub fn with(ids: &[String]) -> Result<Self, NoStart> {
        let mut sets: Vec<&CarriedSet> = Vec::new();
        for id in ids {
            let set = CARRIED.iter().find(|set| set.name == id).ok_or_else(|| NoStart::Unknown { id: id.clone() })?;
            if sets.iter().all(|chosen| chosen.name != set.name) {
                sets.push(set);
            }
        }
        if sets.is_empty() {
            sets.extend(CARRIED.first());
        }
        let in_force: BTreeSet<i16> = sets.iter().filter_map(|set| set.year()).collect();
        if in_force.len() > 1 {
            let named = |set: &&CarriedSet| set.year().map(|year| format!("{} ({year})", set.name));
            return Err(NoStart::Years { sets: sets.iter().filter_map(named).collect() });
        }
        Ok(Self { sets, year: in_force.first().copied().unwrap_or(YEAR) })
    }

    /// Gives the year of the campaign: that in which its sets are in force.
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// Gives the files, by their paths inside the folder.
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![("campaign.yaml".to_owned(), self.campaign()), ("HUONG-DAN.txt".to_owned(), GUIDE.to_owned())];
        for set in &self.sets {
            files.push((format!("criteria/{}/set.yaml", set.name), set.set.to_owned()));
            files.push((format!("criteria/{}/cases.yaml", set.name), set.cases.to_owned()));
        }
        files.extend(SCHEMAS.iter().map(|(file, schema)| ((*file).to_owned(), (*schema).to_owned())));
        files
    }

    /// Lists folders that people put files into.
    pub fn folders(&self) -> Vec<String> {
        let evidence = self.units().map(|(_, id, _)| format!("evidence/{id}"));
        FOLDERS.iter().map(|folder| (*folder).to_owned()).chain(evidence).collect()
    }

    /// Lists groups: each set has one of its own; a second for the same units takes the name of its set.
    fn groups(&self) -> impl Iterator<Item = (String, &'static CarriedSet)> {
        self.sets.iter().enumerate().map(|(n, set)| {
            let taken = self.sets.iter().take(n).any(|other| other.group.id == set.group.id);
            (if taken { format!("{}-{}", set.group.id, set.name) } else { set.group.id.to_owned() }, *set)
        })
    }

    /// Lists the units of all groups: group, id, name. Those of a second group like another are told apart by a number.
    fn units(&self) -> impl Iterator<Item = (String, String, String)> {
        let mut taken = BTreeSet::new();
        self.groups().flat_map(move |(group, set)| {
            let units = set.group.units.iter().map(|(id, name)| {
                let again = (1..=CARRIED.len()).find(|n| taken.insert((*id, *n))).unwrap_or(1);
                let (id, name) =
                    if again == 1 { ((*id).to_owned(), (*name).to_owned()) } else { (format!("{id}-{again}"), format!("{name} {again}")) };
                (group.clone(), id, name)
            });
            units.collect::<Vec<_>>()
        })
    }

    /// Reads the chosen sets.
    fn read(&self) -> Vec<CriteriaSet> {
        self.sets.iter().filter_map(|set| criteria::read(set.set, set.name).value).collect()
    }

    /// Writes, as remarks, the agencies that the chosen sets name; where they name none, how one is given criteria.
    fn agencies(&self) -> String {
        let sets = self.read();
        let mut named: Vec<&str> = Vec::new();
        for name in sets.iter().flat_map(CriteriaSet::walk).filter_map(|(_, criterion)| criterion.agency.as_deref()) {
            if !named.contains(&name) {
                named.push(name);
            }
        }
        if named.is_empty() {
            return "# agencies:\n#   - { id: so-noi-vu, name: Sở Nội vụ, criteria: [\"1\"] }\n".to_owned();
        }
        let id = |name: &str| bare(name).split_whitespace().collect::<Vec<_>>().join("-");
        let lines = named.iter().map(|name| format!("#   - {{ id: {}, name: \"{name}\" }}\n", id(name)));
        format!("# agencies:\n{}", lines.collect::<String>())
    }

    /// Writes how totals are declared, as remarks whose ids the chosen sets have.
    fn totals(&self) -> String {
        let sets = self.read();
        let leaves = || sets.iter().flat_map(CriteriaSet::leaves);
        let has = |leaf: &Leaf, id: &str| leaf.inputs.iter().any(|input| input.id.as_str() == id);
        let of_set =
            |set: &CriteriaSet| set.leaves().find(|(_, leaf)| PART_AND_WHOLE.iter().all(|id| has(leaf, id))).map(|(one, _)| one.id.clone());
        let mut both: Vec<CriterionId> = sets.iter().filter_map(of_set).collect();
        both.dedup();
        let listed = both.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
        if !both.is_empty() {
            let [part, whole] = PART_AND_WHOLE;
            return format!(
                "# totals:\n#   - {{ label: Hồ sơ đã giải quyết, measure: hồ sơ, of: {whole}, criteria: [{listed}] }}\n\
                 #   - {{ label: Tỷ lệ giải quyết đúng hạn, of: {part}, to: {whole}, criteria: [{listed}] }}\n"
            );
        }
        let counted = leaves().find_map(|(one, leaf)| Some((one, leaf.inputs.iter().find(|input| input.kind == InputKind::Count)?)));
        counted.map_or_else(
            || "#    (Các bộ đã chọn không có số liệu đếm nào để cộng.)\n".to_owned(),
            |(one, input)| format!("# totals:\n#   - {{ label: \"{}\", of: {}, criteria: [\"{}\"] }}\n", input.label, input.id, one.id),
        )
    }

    /// Writes `campaign.yaml`.
    fn campaign(&self) -> String {
        let mut groups = String::new();
        for (id, set) in self.groups() {
            let _ = write!(
                groups,
                "  - id: {id}\n    name: {}\n    set: {}\n    grades:\n      - {{ name: Tốt, from: 80 }}\n      - {{ name: Khá, from: 70 }}\n      \
                 - {{ name: Trung bình, from: 50 }}\n      - {{ name: Yếu, from: 0 }}\n",
                set.group.name, set.name
            );
        }
        let mut units = String::new();
        for (group, id, name) in self.units() {
            let apart = if id.starts_with("van-phong") { ", ranked: false" } else { "" };
            let _ = writeln!(units, "  - {{ id: {id}, name: {name}, group: {group}{apart} }}");
        }
        let (group, first) = self.units().next().map(|(group, id, _)| (group, id)).unwrap_or_default();
        let only_first = self.sets.iter().all(|set| CARRIED.first().is_some_and(|first| first.name == set.name));
        CAMPAIGN
            .replace("{year}", &self.year.to_string())
            .replace("{next}", &(self.year + 1).to_string())
            .replace("{groups}", &groups)
            .replace("{units}", &units)
            .replace("{agencies}\n", &self.agencies())
            .replace("{totals}", &if only_first { TOTALS.to_owned() } else { self.totals() })
            .replace("{unit}", &first)
            .replace("{group}", &group)
    }
}

fn unknown(id: &str) -> Text {
    let names: Vec<&str> = CARRIED.iter().map(|set| set.name).collect();
    // A name is often given without its year.
    let near = nearest(id, &names).or_else(|| names.iter().find(|name| name.starts_with(id)).copied());
    let meant = near.map(|near| text!("; có phải là “{near}”?", "; did you mean “{near}”?")).unwrap_or_default();
    let list = CARRIED.iter().map(|set| format!("  {}: {}", set.name, set.title())).collect::<Vec<_>>().join("\n");
    let (vi, en) = (meant.vi, meant.en);
    text!(
        "chương trình không mang theo bộ tiêu chí “{id}”{vi}\nCác bộ có sẵn:\n{list}",
        "the program carries no set “{id}”{en}\nIt carries:\n{list}"
    )
}

fn years(sets: &[String]) -> Text {
    let list = sets.join(", ");
    text!(
        "các bộ tiêu chí có hiệu lực ở các năm khác nhau: {list}; mỗi đợt đánh giá chỉ của một năm",
        "the sets are in force in different years: {list}; a campaign is of one year"
    )
}
