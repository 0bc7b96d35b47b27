//! `appraise`: the council's workbooks of a round, with the list of what to look at first.

use serde_json::json;

use super::Exit;
use super::args::Appraise;
use super::progress_bar::TerminalBar;
use super::terminal::{self, Terminal};
use crate::account::counted;
use crate::assessment::Round;
use crate::folder;
use crate::record::recorded;
use crate::text;
use crate::text::Text;

/// Writes the workbooks and names them.
pub fn run(args: &Appraise, terminal: Terminal) -> Exit {
    let loaded = match folder::load_campaign(&args.campaign) {
        Ok(loaded) => loaded,
        Err(error) => return terminal.failed(&error),
    };
    let bar = TerminalBar::new(terminal);
    let round = args.round.and_then(Round::new);
    let written = folder::write_workbooks(&args.campaign, loaded, round, args.by.as_deref(), (&args.out, terminal.lang), &bar);
    bar.finish();
    let written = match written {
        Ok(written) => written,
        Err(error) => return terminal.failed(&error),
    };
    let findings = &written.worked.findings;
    if terminal.json() {
        let files: Vec<_> = written.files.iter().map(|(file, by)| json!({ "file": file, "by": by })).collect();
        terminal.give(&json!({
            "round": written.round.number(),
            "workbooks": files,
            "replaced": written.replaced,
            "findings": recorded(findings, terminal.lang),
        }));
    } else {
        let (Text { vi, en }, folder) = (written.worked.plan.campaign.rounds.name(written.round), args.out.display());
        terminal.say(&text!("{vi}, ghi vào “{folder}”:", "{en}, written to “{folder}”:"));
        for (file, by) in &written.files {
            terminal.say(&text!("  {file}: {by}", "  {file}: {by}"));
        }
        if written.replaced > 0 {
            let replaced = written.replaced;
            terminal.say(&text!(
                "Trong đó {replaced} phiếu thay cho phiếu cũ cùng tên chưa ai ghi.",
                "Of these, {replaced} stand in the place of older workbooks that nobody had begun to fill in."
            ));
        }
        terminal.say(&text!(
            "Ghi xong, đặt các tệp vào thư mục appraisal của đợt rồi chạy parindex run.",
            "Once filled in, put the files into the folder appraisal of the campaign, then run parindex run."
        ));
        let Text { vi, en } = counted(findings);
        terminal.remark(&text!("Kiểm tra hồ sơ đã gửi: {vi}", "Checks of what was sent: {en}"));
    }
    terminal::exit(findings)
}
