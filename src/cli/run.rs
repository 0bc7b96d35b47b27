//! `run`: the main job, and a short summary of what it came to.

use std::cmp::Reverse;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, Table};

use super::Exit;
use super::args::Run;
use super::progress_bar::TerminalBar;
use super::terminal::{self, Terminal};
use crate::account::{counted, is_provisional, summary as standing};
use crate::assessment::Unit;
use crate::figure::UnitId;
use crate::finding::points::NO_SURVEY;
use crate::finding::{Finding, Severity, Told, told};
use crate::folder::{self, FinishedRun};
use crate::points::Points;
use crate::print::Report;
use crate::ranking::{GroupRanking, Status};
use crate::record;
use crate::text;
use crate::text::{Lang, Text, Words};

/// Most errors that are shown; the report has them all.
const SHOWN: usize = 10;

/// Runs the campaign and sums up.
pub fn run(args: &Run, terminal: Terminal) -> Exit {
    let out = args.out.clone().unwrap_or_else(|| args.campaign.join(folder::REPORTS));
    let bar = TerminalBar::new(terminal);
    match folder::run(&args.campaign, &out, terminal.lang, &bar) {
        Err(error) => {
            bar.finish();
            terminal.failed(&error)
        }
        Ok(done) => {
            bar.finish();
            if terminal.json() {
                let mut json = Vec::new();
                if record::write(&done.worked.results(), &mut json).is_ok() {
                    terminal.give_text(&String::from_utf8_lossy(&json));
                }
            } else if !terminal.quiet {
                summary(&done, terminal);
            }
            for name in &done.finished.kept {
                terminal.remark(&text!(
                    "Giữ lại “{name}” vì không do lần chạy trước ghi hoặc đã được sửa.",
                    "“{name}” was kept: the last run did not write it, or it was changed since."
                ));
            }
            if let Some(left) = &done.finished.left {
                let left = left.display();
                terminal.remark(&text!(
                    "Chưa xóa được báo cáo cũ ở “{left}”; có thể xóa thư mục ấy.",
                    "The old reports in “{left}” could not be removed; the folder can be deleted."
                ));
            }
            let folder = out.display();
            if !terminal.json() {
                terminal.say(&text!("Báo cáo: {folder}", "Reports: {folder}"));
            }
            terminal::exit(&done.worked.findings)
        }
    }
}

/// Prints a line per group, the awards, and the number of findings.
fn summary(done: &FinishedRun, terminal: Terminal) {
    let lang = terminal.lang;
    terminal.say(&Text::same(done.worked.plan.campaign.title.as_str()));
    if let Some(notice) = &done.worked.plan.campaign.notice {
        terminal.say(&Text::same(notice.as_str()));
    }
    for line in standing(&done.worked.results()) {
        terminal.say(&line);
    }
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    let heads = [
        Words { vi: "Khối", en: "Group" },
        Words { vi: "Xếp hạng", en: "Ranked" },
        Words { vi: "Chưa gửi", en: "Not sent" },
        Words { vi: "Chỉ số trung bình", en: "Mean index" },
        Words { vi: "Dẫn đầu", en: "Leader" },
    ];
    table.set_header(heads.map(|head| head.get(lang)));
    // A group without units says nothing.
    for group in done.worked.ranking.groups.iter().filter(|group| !group.rows.is_empty()) {
        table.add_row(row(group, done, lang));
    }
    for column in 1..=3 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    terminal.print(&format!("{table}\n"));
    for list in &done.worked.shortlists {
        let (name, chosen, quota) = (&list.called, list.chosen.len(), list.quota);
        let tied = match list.tied_at_edge.len() {
            0 => Text::default(),
            tied => text!(
                ", {tied} đơn vị bằng nhau ở vị trí cuối của chỉ tiêu, chờ Hội đồng xem xét, lựa chọn",
                ", {tied} units tied at the edge of the quota wait for the council"
            ),
        };
        let (vi, en) = (tied.vi, tied.en);
        terminal.say(&text!("{name}: đề nghị {chosen}/{quota}{vi}", "{name}: {chosen} of {quota} proposed{en}"));
    }
    errors(&done.worked.findings, &done.worked.plan.units, terminal);
    for line in Report::unwritten(&done.worked.results()) {
        terminal.say(&line);
    }
    let Text { vi, en } = counted(&done.worked.findings);
    terminal.say(&text!("Kiểm tra: {vi} (xem ket-qua-kiem-tra.xlsx)", "Checks: {en} (see ket-qua-kiem-tra.xlsx)"));
}

/// Prints the first errors, a line each: what has to be cured before the results can stand.
fn errors(findings: &[Finding], units: &[Unit], terminal: Terminal) {
    let mut errors: Vec<Told<'_>> = told(findings).into_iter().filter(|told| told.severity() == Severity::Error).collect();
    // What is nobody's form but the office's own stands first, since nobody else cures it; a survey that is not in yet, last.
    let rank = |told: &Told<'_>| match told.finding {
        finding if finding.code == &NO_SURVEY => 2,
        finding => u8::from(finding.unit.is_some()),
    };
    errors.sort_by_key(|told| (rank(told), Reverse(told.consequences.len())));
    for told in errors.iter().take(SHOWN) {
        let error = told.finding;
        let name = |id: &UnitId| units.iter().find(|unit| &unit.id == id).map_or_else(|| id.to_string(), |unit| unit.name.clone());
        let unit = error.unit.as_ref().map(name);
        let criterion = error.criterion.as_ref().map(ToString::to_string);
        let place = &error.place;
        let parts = |line: Option<String>| {
            let parts = [unit.clone(), criterion.clone(), place.file.clone(), place.cell.clone().or(line)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" › ")
        };
        let (place_vi, place_en) =
            (parts(place.line.map(|line| format!("dòng {line}"))), parts(place.line.map(|line| format!("line {line}"))));
        let (code, Text { vi, en }) = (error.code.id, &error.message);
        let Text { vi: more_vi, en: more_en } = told.counted().map(|Text { vi, en }| text!(" · {vi}", " · {en}")).unwrap_or_default();
        terminal.say(&text!("  lỗi {code} · {place_vi}: {vi}{more_vi}", "  error {code} · {place_en}: {en}{more_en}"));
    }
    if let Some(more) = errors.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        terminal.say(&text!("  … và {more} lỗi nữa", "  … and {more} more"));
    }
}

/// Gives the line of a group.
fn row(group: &GroupRanking, done: &FinishedRun, lang: Lang) -> [String; 5] {
    let printed = |points: &Points| group.group.rounding.spelled(points, lang);
    let ranked = group.rows.iter().filter(|row| row.status == Status::Ranked);
    let leaders = ranked.clone().filter(|row| row.place == Some(1)).map(|row| {
        let name = done.worked.plan.unit(&row.unit).map_or_else(|| row.unit.to_string(), |unit| unit.name.clone());
        let index = row.index.as_ref().map(&printed).unwrap_or_default();
        let provisional =
            if is_provisional(&done.worked.results(), row) { Words { vi: ", tạm tính", en: ", provisional" }.get(lang) } else { "" };
        format!("{name} ({index}{provisional})")
    });
    [
        group.group.name.clone(),
        ranked.clone().count().to_string(),
        group.rows.iter().filter(|row| row.status == Status::NotSubmitted).count().to_string(),
        group.mean_index.as_ref().map_or_else(|| "–".into(), printed),
        Some(leaders.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty()).unwrap_or_else(|| "–".into()),
    ]
}
