//! `template`: blank forms, one workbook per unit.

use serde_json::json;

use super::Exit;
use super::args::Template;
use super::terminal::{self, Terminal};
use super::watch::Watch;
use crate::campaign::{forms, plan};
use crate::figure::UnitId;
use crate::text;

/// Writes the forms and names them.
pub fn run(args: &Template, terminal: Terminal) -> Exit {
    let plan = match plan::load(&args.campaign) {
        Ok(plan) => plan,
        Err(error) => return terminal.failed(&error),
    };
    let watch = Watch::new(terminal);
    let only = args.unit.as_deref().map(UnitId::new);
    let written = forms::write(&plan.value, only.as_ref(), &args.out, &watch);
    watch.finish();
    let written = match written {
        Ok(written) => written,
        Err(error) => return terminal.failed(&error),
    };
    if terminal.json() {
        terminal.give(&json!({ "forms": written, "findings": terminal::findings(&plan.findings, terminal.lang) }));
    } else {
        terminal.findings(&plan.findings);
        let (count, folder) = (written.len(), args.out.display());
        terminal.say(&text!("Đã tạo {count} biểu trong “{folder}”.", "Forms made in “{folder}”: {count}."));
    }
    terminal::exit(&plan.findings)
}
