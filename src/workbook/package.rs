//! The zip of a workbook: its parts by name, and what they say of one another.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::guard::Refusal;
use super::known_name::known_name;
use super::limits::MOST_XML;
use super::xml::{Piece, damaged, each};

/// Most relations of a part: a sheet may link from every cell that is read, hardly from more.
const MOST_RELATIONS: usize = 200_000;

/// Zip of a workbook that the guard let through.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Entries by the name that they are known by.
    entries: BTreeMap<String, usize>,
    /// Bytes that may still be read: a book may list one part again and again.
    left: u64,
}

/// What one part says of another.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// Its name among those of the part.
    pub id: String,
    /// Last word of its kind: `worksheet`, `hyperlink`.
    pub kind: String,
    /// Name of the other part, or an address outside.
    pub target: String,
    /// Whether it leads out of the workbook.
    pub external: bool,
}

impl<'a> Package<'a> {
    /// Opens a zip.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let mut entries = BTreeMap::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
            if let Ok(name) = entry.name() {
                entries.entry(known_name(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, entries, left: MOST_XML })
    }

    /// Goes through the XML of a part; `None` where the package lacks it.
    pub fn each(&mut self, name: &str, take: impl FnMut(Piece<'_>) -> Result<(), Refusal>) -> Option<Result<(), Refusal>> {
        let index = *self.entries.get(&known_name(name))?;
        Some(self.each_of(index, take))
    }

    fn each_of(&mut self, index: usize, take: impl FnMut(Piece<'_>) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let entry = self.archive.by_index(index).map_err(|error| damaged(&error))?;
        let mut counted = Counted { part: entry, left: self.left, passed: false };
        let read = each(&mut counted, take);
        let (left, passed) = (counted.left, counted.passed);
        self.left = left;
        if passed {
            let most = MOST_XML >> 20;
            return Err(Refusal::Bomb(crate::text!(
                "các trang tính cộng lại hơn {most} MB dữ liệu",
                "its sheets add up to more than {most} MB"
            )));
        }
        read
    }

    /// Lists what a part says of others; nothing where it says nothing, or where that is damaged.
    pub fn relations(&mut self, part: &str) -> Vec<Relation> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let mut relations = Vec::new();
        let read = self.each(&format!("{folder}/_rels/{name}.rels"), |piece| {
            if let Piece::Start(element) = piece
                && element.local() == "Relationship"
                && relations.len() < MOST_RELATIONS
            {
                let external = element.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
                let target = element.get("Target").unwrap_or_default();
                relations.push(Relation {
                    id: element.get("Id").unwrap_or_default(),
                    kind: element.get("Type").and_then(|kind| kind.rsplit('/').next().map(str::to_owned)).unwrap_or_default(),
                    target: if external { target } else { resolved(folder, &target) },
                    external,
                });
            }
            Ok(())
        });
        if matches!(read, Some(Err(_))) { Vec::new() } else { relations }
    }
}

/// Reader that counts what it reads against what is left.
struct Counted<R> {
    part: R,
    left: u64,
    passed: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.part.read(buffer)?;
        let count = u64::try_from(got).unwrap_or(u64::MAX);
        self.passed |= count > self.left;
        self.left = self.left.saturating_sub(count);
        Ok(if self.passed { 0 } else { got })
    }
}

/// Joins a folder and a target that is written from it, or from the root: `../comments1.xml`, `/xl/comments1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
