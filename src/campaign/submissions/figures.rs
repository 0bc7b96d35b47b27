//! Forms whose column of figures was deleted, by what their neighbours sent: their figures are blank, whoever sent first.

use super::{File, Sent, Submitted};
use crate::campaign::plan::Plan;
use crate::finding::{Checked, Finding};
use crate::intake::foreign::{Lacking, Neighbour, blank_figures, lacking};

/// Takes the figures for blank of every form that lacks a place for them which its neighbours have, and says so.
pub fn blank_where_deleted(files: &mut [File], plan: &Plan) {
    let all: Vec<Neighbour<'_>> = files.iter().filter_map(|file| neighbour(form(file)?)).collect();
    let lacks = |file: &File| lacking(neighbour(form(file)?)?, &all);
    let found: Vec<Option<Lacking>> = files.iter().map(lacks).collect();
    for (file, found) in files.iter_mut().zip(found) {
        let Checked { value: Some(Submitted::Form(sent)), findings } = &mut file.read else { continue };
        findings.extend(found.and_then(|lacking| blanked(sent, lacking, plan)));
    }
}

/// Gives the form that was read from a file.
fn form(file: &File) -> Option<&Sent> {
    match &file.read.value {
        Some(Submitted::Form(sent)) => Some(sent),
        _ => None,
    }
}

/// Gives what is compared of a form of the province's own.
fn neighbour(sent: &Sent) -> Option<Neighbour<'_>> {
    let form = &sent.form;
    Some(Neighbour { unit: &form.unit, set: &form.set.id, file: &form.file, layout: sent.layout.as_ref()? })
}

/// Takes the figures of a form for blank, where they are; gives what is told.
fn blanked(sent: &mut Sent, Lacking { finding, blank }: Lacking, plan: &Plan) -> Option<Finding> {
    let unit = plan.unit(&sent.form.unit)?;
    if blank {
        blank_figures(&mut sent.form.answers, plan.set(unit)?, &plan.form(unit).no_figures);
    }
    Some(finding)
}
