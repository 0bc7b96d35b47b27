//! `feedback`: to each unit, what appraisal changed and why, with cells for its explanation.

use serde_json::json;

use super::Exit;
use super::args::Feedback;
use super::progress_bar::TerminalBar;
use super::terminal::{self, Terminal};
use crate::assessment::Round;
use crate::campaign::WorkedOut;
use crate::folder;
use crate::record::recorded;
use crate::text;
use crate::text::Text;

/// Writes the workbooks and names them.
pub fn run(args: &Feedback, terminal: Terminal) -> Exit {
    let loaded = match folder::load_campaign(&args.campaign) {
        Ok(loaded) => loaded,
        Err(error) => return terminal.failed(&error),
    };
    let bar = TerminalBar::new(terminal);
    let round = args.round.and_then(Round::new);
    let written = folder::write_questions(&args.campaign, loaded, (args.unit.as_deref(), round), (&args.out, terminal.lang), &bar);
    bar.finish();
    let written = match written {
        Ok(written) => written,
        Err(error) => return terminal.failed(&error),
    };
    let findings = &written.worked.findings;
    if terminal.json() {
        let round = written.round.map(Round::number);
        terminal.give(&json!({
            "round": round,
            "workbooks": written.files,
            "replaced": written.replaced,
            "findings": recorded(findings, terminal.lang),
        }));
        return terminal::exit(findings);
    }
    let Some(round) = written.round else {
        terminal.say(&match args.round {
            Some(round) => text!(
                "Thư mục appraisal chưa có kết quả thẩm định lần {round} nên chưa có gì để gửi đơn vị.",
                "The folder appraisal has no results of round {round} yet, so there is nothing to send to units."
            ),
            None => text!(
                "Chưa có kết quả thẩm định nào trong thư mục appraisal nên chưa có gì để gửi đơn vị.",
                "The folder appraisal has no results yet, so there is nothing to send to units."
            ),
        });
        return terminal::exit(findings);
    };
    let Text { vi, en } = written.worked.plan.campaign.rounds.name(round);
    let (count, folder) = (written.files.len(), args.out.display());
    terminal.say(&text!(
        "{vi}: đã tạo {count} phiếu giải trình trong “{folder}”; đơn vị không có phiếu là đơn vị không có điểm thay đổi sau thẩm định.",
        "{en}: workbooks made in “{folder}”: {count}; appraisal changed nothing of a unit without one."
    ));
    if written.replaced > 0 {
        let replaced = written.replaced;
        terminal.say(&text!(
            "Trong đó {replaced} phiếu thay cho phiếu cũ cùng tên chưa ai ghi.",
            "Of these, {replaced} stand in the place of older workbooks that nobody had begun to fill in."
        ));
    }
    if written.earlier > 0 {
        let earlier = written.earlier;
        terminal.say(&text!(
            "Trong đó {earlier} phiếu nêu lần thẩm định trước, vì “{vi}” không có kết quả của các đơn vị ấy.",
            "Of these, {earlier} tell of an earlier round: “{en}” has no results of their units."
        ));
    }
    if args.round.is_none()
        && let Some(words) = chosen(&written.worked, round)
    {
        terminal.say(&words);
    }
    let campaign = &written.worked.plan.campaign;
    terminal.say(&match campaign.rounds.open_behind(round, campaign.official) {
        Some(next) => {
            let Text { vi, en } = campaign.rounds.name(next);
            text!(
                "Phiếu gửi về thì đặt vào thư mục submissions rồi chạy parindex appraise để tạo phiếu của “{vi}”.",
                "Put what comes back into submissions, then run parindex appraise for “{en}”."
            )
        }
        None => text!(
            "Phiếu gửi về thì đặt vào thư mục submissions. Sau lần này đợt không còn lần thẩm định nào để xem xét giải trình; nếu cần thì khai thêm ở rounds.",
            "Put what comes back into submissions. The campaign has no later round left that could look at it; where one is wanted, declare it under rounds."
        ),
    });
    terminal::exit(findings)
}

/// Says that a round was taken though one before it has results of more units, which may be what is meant.
fn chosen(worked: &WorkedOut, taken: Round) -> Option<Text> {
    let units = |round: Round| worked.plan.units.iter().filter(|unit| !worked.appraisal.leaves(round, &unit.id).is_empty()).count();
    let rounds = worked.appraisal.all_rounds();
    let fuller = rounds.into_iter().rfind(|round| *round < taken && units(*round) > units(taken))?;
    let (Text { vi, en }, number) = (worked.plan.campaign.rounds.name(taken), fuller.number());
    let Text { vi: fuller_vi, en: fuller_en } = worked.plan.campaign.rounds.name(fuller);
    let (few, more) = (units(taken), units(fuller));
    Some(text!(
        "Không ghi --round nên lấy “{vi}”, lần sau cùng có kết quả, mới có kết quả của {few} đơn vị (“{fuller_vi}”: {more} đơn vị). Nếu cần phiếu của “{fuller_vi}” thì chạy lại với --round {number}.",
        "Without --round the last round with results was taken: “{en}” has results of units: {few}, “{fuller_en}”: {more}. For workbooks of “{fuller_en}” run it again with --round {number}."
    ))
}
