//! `result.json` written as it is made: a line for each group, unit, award and finding.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use super::certainty::RecordedCertainty;
use super::finding::RecordedFinding;
use super::make;
use super::result::{Record, RecordedGroup, SCHEMA};
use crate::figure::UnitId;
use crate::results::Results;
use crate::text::Lang;

/// Writes the record of results, ending in a line feed. Only one unit of it is held at a time.
///
/// # Errors
/// What `to` says where it can't be written to.
pub fn write(results: &Results<'_>, mut to: impl Write) -> io::Result<()> {
    let names: BTreeMap<&UnitId, &str> = results.units.iter().map(|unit| (&unit.id, unit.name.as_str())).collect();
    let groups = results.ranking.groups.iter();
    let record = Record {
        schema: SCHEMA.into(),
        campaign: make::campaign(results.campaign),
        groups: Each(|| {
            groups.clone().map(|ranking| {
                let (group, names) = (&ranking.group, &names);
                RecordedGroup {
                    id: group.id.to_string(),
                    name: group.name.clone(),
                    set: make::set(group, results),
                    mean_index: ranking.mean_index.as_ref().map(|mean| make::printed(group.rounding, mean)),
                    ranked_units: ranking.counted,
                    rules: make::rules(group),
                    inputs: make::inputs(group, results),
                    units: Each(move || ranking.rows.iter().map(|row| make::unit(row, group.rounding, names, results))),
                }
            })
        }),
        awards: Each(|| results.shortlists.iter().map(make::award)),
        certainty: results.certainty.map(RecordedCertainty::of),
        findings: Each(|| results.findings.iter().map(|finding| RecordedFinding::of(finding, Lang::Vi))),
    };
    record.serialize(&mut serde_json::Serializer::with_formatter(&mut to, LineForEach::default()))?;
    to.write_all(b"\n")
}

/// List whose members are made while they are written.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: IntoIterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

/// Compact JSON, in which members of the outer lists and of the lists in them begin a line.
#[derive(Default)]
struct LineForEach {
    depth: usize,
}

/// Depths of the objects that begin a line: a group, an award or a finding; a unit, also of an award.
const BEGIN_A_LINE: [usize; 2] = [3, 5];

impl Formatter for LineForEach {
    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(if BEGIN_A_LINE.contains(&self.depth) { b"\n{" } else { b"{" })
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        to.write_all(b"}")
    }

    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        to.write_all(b"]")
    }
}
