//! What a new campaign folder holds, and the model sets that the program carries for it.

/// Criteria set that the program carries.
#[derive(Clone, Copy, Debug)]
pub struct CarriedSet {
    /// Name of its folder.
    pub name: &'static str,
    /// Its `set.yaml`.
    pub set: &'static str,
    /// Its `cases.yaml`.
    pub cases: &'static str,
}

/// Declares carried sets by the names of their folders under `criteria/`.
macro_rules! carried {
    ($($name:literal),* $(,)?) => {
        &[$(CarriedSet {
            name: $name,
            set: include_str!(concat!("../../criteria/", $name, "/set.yaml")),
            cases: include_str!(concat!("../../criteria/", $name, "/cases.yaml")),
        }),*]
    };
}

/// Model sets that the program carries.
pub const CARRIED: &[CarriedSet] = carried!["mau-khoi-dau"];

/// Set that a new campaign uses.
const USED: &str = "mau-khoi-dau";
/// The new campaign.
const CAMPAIGN: &str = include_str!("fresh/campaign.yaml");
/// What to do with it.
const GUIDE: &str = include_str!("fresh/HUONG-DAN.txt");
/// JSON Schemas, beside the sets, by which editors complete and check the YAML files without a network.
const SCHEMAS: &[(&str, &str)] = &[
    ("criteria/schema/campaign.json", include_str!("../../criteria/schema/campaign.json")),
    ("criteria/schema/cases.json", include_str!("../../criteria/schema/cases.json")),
    ("criteria/schema/set.json", include_str!("../../criteria/schema/set.json")),
];
/// Folders that people put files into.
pub const FOLDERS: &[&str] =
    &["submissions", "evidence/so-tai-chinh", "evidence/so-tu-phap", "evidence/so-y-te", "evidence/van-phong-ubnd", "appraisal", "survey"];

/// Gives the files of a new campaign folder, by their paths inside it.
pub fn files() -> Vec<(String, &'static str)> {
    let mut files = vec![("campaign.yaml".to_owned(), CAMPAIGN), ("HUONG-DAN.txt".to_owned(), GUIDE)];
    for set in CARRIED.iter().filter(|set| set.name == USED) {
        files.push((format!("criteria/{}/set.yaml", set.name), set.set));
        files.push((format!("criteria/{}/cases.yaml", set.name), set.cases));
    }
    files.extend(SCHEMAS.iter().map(|(file, schema)| ((*file).to_owned(), *schema)));
    files
}
