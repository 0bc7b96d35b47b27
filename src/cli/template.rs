//! `template`: blank forms, one workbook per unit.

use std::collections::BTreeMap;

use serde_json::json;

use super::Exit;
use super::args::Template;
use super::progress_bar::TerminalBar;
use super::terminal::{self, Terminal};
use crate::finding::Checked;
use crate::folder;
use crate::record::recorded;
use crate::text;

/// Writes the forms and names them.
pub fn run(args: &Template, terminal: Terminal) -> Exit {
    let mut loaded = match folder::load_campaign(&args.campaign) {
        Ok(loaded) => loaded,
        Err(error) => return terminal.failed(&error),
    };
    let last_year =
        if args.no_last_year { Checked::clean(BTreeMap::new()) } else { folder::read_last_year(&args.campaign, &loaded.value.plan) };
    loaded.findings.extend(last_year.findings);
    let bar = TerminalBar::new(terminal);
    let written = folder::write_blank_forms(&loaded.value.plan, &last_year.value, (args.unit.as_deref(), terminal.lang), &args.out, &bar);
    bar.finish();
    let written = match written {
        Ok(written) => written,
        Err(error) => return terminal.failed(&error),
    };
    if terminal.json() {
        terminal
            .give(&json!({ "forms": written.names, "replaced": written.replaced, "findings": recorded(&loaded.findings, terminal.lang) }));
    } else {
        terminal.findings(&loaded.findings);
        let (count, folder) = (written.names.len(), args.out.display());
        terminal.say(&text!("Đã tạo {count} biểu trong “{folder}”.", "Forms made in “{folder}”: {count}."));
        if written.replaced > 0 {
            let replaced = written.replaced;
            terminal.say(&text!(
                "Trong đó {replaced} biểu thay cho biểu cũ cùng tên chưa ai điền.",
                "Of these, {replaced} stand in the place of older forms that nobody had begun to fill in."
            ));
        }
        if let Some(notice) = &loaded.value.plan.campaign.notice {
            terminal.remark(&text!(
                "Mọi trang biểu in dòng “{notice}” (notice trong campaign.yaml); nếu là biểu chính thức thì bỏ dòng ấy rồi tạo lại.",
                "Every page of the forms bears “{notice}” (notice in campaign.yaml); where they are final, take it away and make them again."
            ));
        }
    }
    terminal::exit(&loaded.findings)
}
