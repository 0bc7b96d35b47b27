//! Campaign folders of a test's own, forms filled in from a few lines of YAML, and the program run on them.

mod copied;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::civil::Date;
use parindex::assessment::{Answer, Claim, Evidence, EvidenceDate, SelfAssessment, SetRef};
use parindex::campaign::Plan;
use parindex::criteria::CriteriaSet;
use parindex::figure::{CriterionId, Figure, InputId, InputKind, SetId, UnitId};
use parindex::form::template::{Form, write};
use parindex::points::Points;
use parindex::text::Lang;
use serde::Deserialize;
use tempfile::TempDir;

pub use copied::copy;

use crate::intake::hand::{Act, by_hand};
use crate::intake::raw::edited;

/// Form to fill in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    /// Where it is written, inside the campaign.
    pub file: String,
    /// Unit that it is made for.
    pub unit: String,
    /// Year, campaign, set or version of it that it says, where not the campaign's.
    year: Option<i16>,
    campaign: Option<String>,
    set: Option<String>,
    version: Option<String>,
    /// Words of the version of the set that it was made for, each with what the campaign's set says in their place.
    #[serde(default)]
    earlier: Vec<Earlier>,
    /// Answers by leaf.
    #[serde(default)]
    pub answers: BTreeMap<String, Given>,
    /// Changes in the parts of the workbook, made after it is written.
    #[serde(default)]
    edits: Vec<Edit>,
    /// What somebody does to it in a spreadsheet program.
    #[serde(default)]
    hand: Vec<Act>,
}

/// Words that an earlier version of a set had.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Earlier {
    was: String,
    is: String,
}

/// Workbook of the council, or of a unit that explains, to fill in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CouncilBook {
    /// Where it is put, inside the campaign.
    file: String,
    /// Round that it is made for; none where it is a unit's explanation.
    round: Option<u8>,
    /// Unit that explains.
    unit: Option<String>,
    /// What somebody does to it in a spreadsheet program.
    #[serde(default)]
    hand: Vec<Act>,
}

/// Answer to one leaf.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    figures: BTreeMap<String, String>,
    claimed: Option<String>,
    explanation: Option<String>,
    evidence: Vec<BTreeMap<String, String>>,
}

/// Change in a part of a workbook.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    part: String,
    from: String,
    to: String,
}

/// Campaign folder that goes away with the test.
#[derive(Debug)]
pub struct Folder {
    temporary: TempDir,
}

/// What the program printed.
#[derive(Debug)]
pub struct Said {
    /// Exit code.
    pub code: i32,
    /// What went to stdout.
    pub out: String,
    /// What went to stderr.
    pub err: String,
}

impl Folder {
    /// Makes an empty folder.
    pub fn empty() -> Self {
        Self { temporary: tempfile::tempdir().unwrap() }
    }

    /// Makes the small campaign that inputs of `tests/broken` start from, its forms filled in.
    pub fn base() -> Self {
        // Forms are written once for all tests.
        static BASE: OnceLock<Folder> = OnceLock::new();
        let base = BASE.get_or_init(|| {
            let folder = Self::empty();
            folder.overlay(Path::new("tests/broken/base"));
            folder.fill();
            folder
        });
        let folder = Self::empty();
        folder.overlay(base.temporary.path());
        folder
    }

    /// Gives the path of something inside.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.temporary.path().join(inside)
    }

    /// Writes a file inside.
    pub fn put(&self, inside: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(inside);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Reads a text file inside.
    pub fn text(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap()
    }

    /// Changes a text file inside.
    pub fn edit(&self, inside: &str, from: &str, to: &str) -> &Self {
        let text = self.text(inside);
        assert!(text.contains(from), "{inside} has no {from:?}");
        self.put(inside, text.replace(from, to))
    }

    /// Copies a folder over this one.
    pub fn overlay(&self, from: &Path) {
        copy(from, self.temporary.path());
    }

    /// Fills in the forms that `forms.yaml` describes.
    pub fn fill(&self) {
        let forms: Vec<Filled> = serde_saphyr::from_str(&self.text("forms.yaml")).unwrap();
        for form in forms {
            self.form(&form);
        }
    }

    /// Writes the workbooks that `tables/*.txt` draw, each to `submissions/`.
    pub fn tables(&self) {
        for entry in fs::read_dir(self.path("tables")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            self.put(&format!("submissions/{name}.xlsx"), drawn(&fs::read_to_string(&path).unwrap()));
        }
    }

    /// Makes a Word document in `templates/` of each drawing in `mau/`.
    pub fn templates(&self) {
        for entry in fs::read_dir(self.path("mau")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            self.put(&format!("templates/{name}.docx"), crate::templates::drawn(&fs::read_to_string(&path).unwrap()));
        }
    }

    /// Makes the council's workbooks that `council.yaml` describes, and fills them in.
    pub fn council(&self) {
        let books: Vec<CouncilBook> = serde_saphyr::from_str(&self.text("council.yaml")).unwrap();
        for book in &books {
            match (&book.unit, book.round) {
                (Some(unit), _) => self.explained(&book.file, unit, &book.hand).expect("something that was changed"),
                (None, round) => self.appraised(&book.file, round.unwrap(), &book.hand),
            }
        }
    }

    /// Makes what goes to a unit after the last round, does things to it by hand, and puts it into a file. Nothing where
    /// the unit gets no workbook.
    pub fn explained(&self, file: &str, unit: &str, hand: &[Act]) -> Option<()> {
        let said = self.run(&format!("feedback . --unit {unit} --out made-for-unit -q"));
        assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
        let made = self.path("made-for-unit");
        let found = fs::read_dir(&made).unwrap().next().map(|entry| fs::read(entry.unwrap().path()).unwrap());
        fs::remove_dir_all(made).unwrap();
        self.put(file, by_hand(&found?, hand));
        Some(())
    }

    /// Makes the council's workbook of a round for all criteria, does things to it by hand, and puts it into a file.
    pub fn appraised(&self, file: &str, round: u8, hand: &[Act]) {
        let said = self.run(&format!("appraise . --round {round} --out made-for-council -q"));
        assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
        let made = self.path("made-for-council");
        let bytes = fs::read(made.join(format!("tham-dinh-lan-{round}.xlsx"))).unwrap();
        fs::remove_dir_all(made).unwrap();
        self.put(file, by_hand(&bytes, hand));
    }

    /// Fills in one form.
    pub fn form(&self, filled: &Filled) {
        let plan = self.plan();
        let unit = plan.unit(&UnitId::new(filled.unit.as_str())).unwrap_or(&plan.units[0]);
        let (set, group) = (plan.set(unit).unwrap(), plan.group(unit).unwrap());
        let mut campaign = plan.campaign.clone();
        campaign.year = filled.year.unwrap_or(campaign.year);
        campaign.id = filled.campaign.clone().unwrap_or(campaign.id);
        let mut unit = unit.clone();
        unit.id = UnitId::new(filled.unit.as_str());
        let mut set = set.clone();
        set.id = filled.set.as_deref().map_or(set.id, SetId::new);
        if let Some(version) = &filled.version {
            set.version.clone_from(version);
            set.sha256 = "0".repeat(64);
        }
        if !filled.earlier.is_empty() {
            let file = format!("criteria/{}/set.yaml", set.id);
            let text = filled.earlier.iter().fold(self.text(&file), |text, words| {
                assert!(text.contains(&words.is), "{file} has no {:?}", words.is);
                text.replacen(&words.is, &words.was, 1)
            });
            set = parindex::criteria::read(&text, &file).value.unwrap();
        }
        let answers = filled.assessment(&set);
        let form = Form {
            set: &set,
            unit: &unit,
            campaign: &campaign,
            group: &group.name,
            rounding: group.rounding,
            last_year: None,
            lang: Lang::Vi,
            filled: Some(&answers),
        };
        let mut bytes = write(&form).unwrap();
        for edit in &filled.edits {
            bytes = edited(&bytes, &edit.part, |text| {
                assert!(text.contains(&edit.from), "{} has no {:?}", edit.part, edit.from);
                text.replacen(&edit.from, &edit.to, 1)
            });
        }
        if !filled.hand.is_empty() {
            bytes = by_hand(&bytes, &filled.hand);
        }
        self.put(&filled.file, bytes);
    }

    /// Reads the campaign.
    pub fn plan(&self) -> Plan {
        parindex::folder::load_campaign(self.temporary.path())
            .unwrap_or_else(|error| panic!("{} {:?}", error.text().en, error.findings().first().map(|f| f.says(Lang::En))))
            .value
            .plan
    }

    /// Runs the program inside the folder.
    pub fn run(&self, args: &str) -> Said {
        run(self.temporary.path(), args)
    }
}

/// Compares what a person sees with a file under `tests/golden`; `PARINDEX_RECORD=1` writes the file anew.
#[track_caller]
pub fn golden(name: &str, seen: &str) {
    recorded(&Path::new("tests/golden").join(name), seen);
}

/// Compares words with a file; `PARINDEX_RECORD=1` writes the file anew.
#[track_caller]
pub fn recorded(file: &Path, seen: &str) {
    if std::env::var_os("PARINDEX_RECORD").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, seen).unwrap();
    }
    let expected = fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    assert!(expected == seen, "other words than {}:\n{seen}", file.display());
}

/// Runs the program in a folder. Arguments are parted by blanks.
pub fn run(inside: &Path, args: &str) -> Said {
    run_with(inside, &args.split_whitespace().collect::<Vec<_>>())
}

/// Runs the program in a folder with arguments that may hold blanks.
pub fn run_with(inside: &Path, args: &[&str]) -> Said {
    let output = assert_cmd::Command::cargo_bin("parindex")
        .unwrap()
        .current_dir(inside)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .args(args)
        .output()
        .unwrap();
    let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n", "\n");
    Said { code: output.status.code().unwrap(), out: words(&output.stdout), err: words(&output.stderr) }
}

impl Filled {
    /// Makes what the form is filled in with.
    fn assessment(&self, set: &CriteriaSet) -> SelfAssessment {
        let answers = self.answers.iter().map(|(id, given)| {
            let id = CriterionId::new(id.as_str());
            let answer = given.answer(set, &id);
            (id, answer)
        });
        let answers: BTreeMap<CriterionId, Answer> = answers.collect();
        // What the set asks once stands in the block of its figures.
        let mut shared = Answer::default();
        for figure in &set.figures {
            let typed = answers.values().find_map(|answer| answer.figures.get(&figure.id));
            shared.figures.extend(typed.map(|typed| (figure.id.clone(), typed.clone())));
        }
        SelfAssessment {
            unit: UnitId::new(self.unit.as_str()),
            set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
            file: self.file.clone(),
            layout: "parindex/1".into(),
            answers,
            shared,
            remarks: parindex::assessment::Remarks::default(),
            holds_unread: false,
        }
    }
}

impl Given {
    /// Makes the answer; what is not a figure of its kind is typed as it stands.
    fn answer(&self, set: &CriteriaSet, id: &CriterionId) -> Answer {
        let leaf = set.find(id).and_then(|criterion| criterion.leaf()).expect("a leaf of the set");
        let figures = self.figures.iter().map(|(input, typed)| {
            let input = InputId::new(input.as_str());
            let kind = leaf.inputs.iter().find(|other| other.id == input).expect("an input of the leaf").kind;
            let figure = figure(kind, typed, &leaf.choices(&input).into_iter().map(|choice| choice.id).collect::<Vec<_>>());
            (input, figure)
        });
        let claim = match self.claimed.as_deref() {
            None => Claim::Blank,
            Some("n/a") => Claim::NotApplicable,
            Some(typed) => Points::parse(typed).map_or_else(|| Claim::Wrong(typed.to_owned()), Claim::Points),
        };
        let evidence = self.evidence.iter().map(document).collect();
        Answer { claim, figures: figures.collect(), explanation: self.explanation.clone(), evidence, ..Answer::default() }
    }
}

/// Makes a figure of what was typed.
///
/// As in Excel, what begins with an apostrophe is text, whatever it looks like.
fn figure(kind: InputKind, typed: &str, choices: &[String]) -> Figure {
    if let Some(text) = typed.strip_prefix('\'') {
        return Figure::Wrong(text.to_owned());
    }
    let figure = match kind {
        InputKind::Count | InputKind::Percent | InputKind::Points => Points::parse(typed).map(Figure::Number),
        InputKind::Date => typed.parse().ok().map(Figure::Date),
        InputKind::YesNo => ["Có", "Không"].contains(&typed).then(|| Figure::YesNo(typed == "Có")),
        InputKind::Choice => choices.iter().any(|choice| choice == typed).then(|| Figure::Choice(typed.to_owned())),
        InputKind::Text => Some(Figure::Text(typed.to_owned())),
    };
    figure.unwrap_or_else(|| Figure::Wrong(typed.to_owned()))
}

/// Makes a document of its fields.
fn document(fields: &BTreeMap<String, String>) -> Evidence {
    let get = |key: &str| fields.get(key).cloned();
    let date = fields.get("date").map(|typed| match typed.parse::<Date>() {
        Ok(day) => EvidenceDate::Day(day),
        Err(_) => EvidenceDate::Wrong(typed.clone()),
    });
    Evidence {
        number: get("number"),
        date: date.unwrap_or_default(),
        issuer: get("issuer"),
        title: get("title"),
        section: get("section"),
        file: get("file"),
        link: get("link"),
        ..Evidence::default()
    }
}

/// Makes a workbook of a drawing: a line a row, cells parted by bars, `== name` before each sheet. As in Excel, what looks
/// like a number is one, and what begins with an apostrophe is text. `\\n` is a line break; `>` merges a cell with the one before
/// it, `^` with the one above. `words → https://…` is a link; a sheet may be `(hidden)`.
pub fn drawn(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let plain = rust_xlsxwriter::Format::new();
    let (mut row, mut named) = (0, false);
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_prefix("== ") {
            let sheet = book.add_worksheet();
            sheet.set_name(name.trim_end_matches(" (hidden)")).unwrap().set_hidden(name.ends_with(" (hidden)"));
            (row, named) = (0, true);
            continue;
        }
        if !named {
            book.add_worksheet();
            named = true;
        }
        let sheet = book.worksheets_mut().last_mut().unwrap();
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        for (column, cell) in (0_u16..).zip(&cells) {
            let merged = u16::try_from(cells[usize::from(column) + 1..].iter().take_while(|next| **next == ">").count()).unwrap();
            let below = lines[at + 1..].iter().map(|line| line.split('|').map(str::trim).nth(usize::from(column)));
            let below = u32::try_from(below.take_while(|cell| *cell == Some("^")).count()).unwrap();
            let words = cell.strip_prefix('\'').unwrap_or(cell).replace("\\n", "\n");
            if [">", "^"].contains(cell) || words.is_empty() {
            } else if merged > 0 || below > 0 {
                sheet.merge_range(row, column, row + below, column + merged, &words, &plain).unwrap();
                if let (Ok(number), false) = (cell.parse::<f64>(), cell.starts_with('\'')) {
                    sheet.write_number(row, column, number).unwrap();
                }
            } else if let (Ok(number), false) = (cell.parse::<f64>(), cell.starts_with('\'')) {
                sheet.write_number(row, column, number).unwrap();
            } else if let Some((words, link)) = words.split_once(" → ") {
                sheet.write_url_with_text(row, column, link, words).unwrap();
            } else {
                sheet.write_string(row, column, &words).unwrap();
            }
        }
        row += 1;
    }
    book.save_to_buffer().unwrap()
}
