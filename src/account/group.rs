//! Page of a group: every unit by place, with its stages, and the mean.

use super::cell::{Tone, centre, text};
use super::page::{Page, Table};
use super::words::{late, maximum, mean, name_with_mark, place, points, ranked, remarks_of, sent, waits_for};
use crate::assessment::{Rounds, Stage};
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::scoring::Scorecard;

/// Column of figures of a unit on the way to its total.
enum Figures {
    /// Points of a stage.
    Stage(Stage),
    /// Điều tra xã hội học.
    Survey,
    /// Điểm thưởng, điểm trừ.
    Adjustments,
}

impl Figures {
    /// Gives the heading.
    fn head(&self, rounds: &Rounds) -> String {
        match self {
            Self::Stage(Stage::Computed) => "Điểm tính theo số liệu kê khai".into(),
            Self::Stage(stage) => rounds.stage(*stage).vi,
            Self::Survey => "Điểm ĐTXHH".into(),
            Self::Adjustments => "Điểm thưởng, trừ".into(),
        }
    }

    /// Gives what stands in the column.
    fn of<'a>(&self, card: &'a Scorecard) -> Option<&'a Points> {
        match self {
            Self::Stage(stage) => card.stages.at(*stage),
            Self::Survey => card.stages.survey.as_ref(),
            Self::Adjustments => card.adjusted.as_ref(),
        }
    }
}

/// Width of a column of figures.
const FIGURES: u32 = 10;

/// Makes the page.
pub fn page(ranking: &GroupRanking, results: &Results<'_>) -> Page {
    let (group, campaign) = (&ranking.group, results.campaign);
    let rounding = group.rounding;
    let scored = || ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted).filter_map(|row| results.cards.get(&row.unit));
    let rounds = results.rounds().into_iter().map(Stage::Appraised);
    let stages = [Stage::Claimed, Stage::Computed, Stage::Accepted].into_iter().chain(rounds).map(Figures::Stage);
    // A column that is empty for all is left out.
    let stages: Vec<Figures> =
        stages.chain([Figures::Survey, Figures::Adjustments]).filter(|figures| scored().any(|card| figures.of(card).is_some())).collect();
    let graded = !group.grades.is_empty();

    let mut widths = vec![6, 40, 10];
    widths.extend(stages.iter().map(|_| FIGURES));
    widths.extend([10, 10]);
    widths.extend(graded.then_some(11));
    widths.push(44);
    let mut page = Page::new(format!("Xếp hạng – {}", group.name), campaign, true, &widths);
    let title = format!("KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {}: {}", campaign.year, group.name.to_uppercase());
    page.title(title, campaign, remarks_of(group, results));

    let mut head = vec![centre("Hạng"), centre("Đơn vị"), centre("Điểm tối đa áp dụng")];
    head.extend(stages.iter().map(|figures| centre(figures.head(&results.campaign.rounds))));
    head.extend([centre("Tổng điểm"), centre("Chỉ số (%)")]);
    head.extend(graded.then(|| centre("Xếp loại")));
    head.push(centre("Ghi chú"));
    let mut table = Table::main(head, 2);
    for row in &ranking.rows {
        let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
        let mut cells = vec![place(row), text(name_with_mark(results, row)), maximum(&row.applicable_max)];
        cells.extend(stages.iter().map(|figures| points(card.and_then(|card| figures.of(card)), rounding)));
        cells.extend([points(row.points.as_ref(), rounding).bold(), points(row.index.as_ref(), rounding).bold()]);
        cells.extend(graded.then(|| centre(row.grade.clone().unwrap_or_default())));
        cells.push(text(notes(row, ranking, results)));
        let out = row.status != Status::Ranked;
        table.row(cells.into_iter().map(|cell| if out { cell.tone(Tone::Out) } else { cell }));
    }

    let average = |of: &dyn Fn(&Scorecard) -> Option<Points>| {
        mean(ranked(ranking, results).filter_map(|(_, card)| of(card)).collect::<Vec<_>>().iter())
    };
    let mut cells =
        vec![centre(""), text("Giá trị trung bình"), points(average(&|card| Some(card.applicable_max.clone())).as_ref(), rounding)];
    // A mean of those few that a round has looked at would stand beside means of all.
    let all = |figures: &&Figures| ranked(ranking, results).all(|(_, card)| figures.of(card).is_some());
    cells.extend(stages.iter().map(|figures| {
        let mean = Some(figures).filter(all).and_then(|figures| average(&|card| figures.of(card).cloned()));
        points(mean.as_ref(), rounding)
    }));
    cells.extend([points(average(&|card| Some(card.points.clone())).as_ref(), rounding), points(ranking.mean_index.as_ref(), rounding)]);
    cells.extend(graded.then(|| centre("")));
    cells.push(text(format!("Tính trên {} đơn vị được xếp hạng", ranking.counted)));
    table.sum(cells);
    page.table(table);
    foot(&mut page, ranking, results);
    page
}

/// Says below the table what its figures mean.
fn foot(page: &mut Page, ranking: &GroupRanking, results: &Results<'_>) {
    let stage = results.campaign.official_words().vi.to_lowercase();
    page.gap();
    page.paragraph(
        text(format!(
            "Tổng điểm lấy theo bước “{stage}”, cộng điểm điều tra xã hội học và điểm thưởng, trừ nếu có. \
             Chỉ số = Tổng điểm / Điểm tối đa áp dụng × 100."
        ))
        .italic(),
    );
    let breaks = ranking.group.tie_breaks.iter().map(|by| by.name().vi).collect::<Vec<_>>().join("; ");
    let breaks = if breaks.is_empty() { String::new() } else { format!(" xét lần lượt {breaks}; vẫn bằng nhau thì") };
    page.paragraph(
        text(format!(
            "Thứ hạng xác định theo chỉ số chưa làm tròn. Các đơn vị có chỉ số bằng nhau{breaks} được xếp đồng hạng; đơn vị kế tiếp lùi hạng tương ứng."
        ))
        .italic(),
    );
    if !ranking.group.grades.is_empty() {
        let bands =
            ranking.group.grades.iter().map(|band| format!("{} từ {}%", band.name, band.from.plain_vi())).collect::<Vec<_>>().join("; ");
        page.paragraph(text(format!("Xếp loại theo chỉ số in ra: {bands}.")).italic());
    }
}

/// Says what a reader of a row would wonder at.
fn notes(row: &Row, ranking: &GroupRanking, results: &Results<'_>) -> String {
    let rounding = ranking.group.rounding;
    let card = results.cards.get(&row.unit);
    let unit = results.unit(&row.unit);
    let mut notes = Vec::new();
    match row.status {
        Status::NotSubmitted => notes.push(format!("{}.", sent(card))),
        Status::Unranked if unit.is_some_and(|unit| !unit.ranked) => notes.push("Chấm điểm, không xếp hạng.".into()),
        Status::Unranked if row.index.is_none() => notes.push("Không có tiêu chí nào áp dụng; không xếp hạng.".into()),
        Status::Unranked => notes.push("Thiếu kết quả điều tra xã hội học; không xếp hạng.".into()),
        Status::Ranked => {}
    }
    notes.extend(row.ties.iter().map(|said| said.vi.clone()));
    notes.extend(card.filter(|_| row.provisional).and_then(waits_for));
    notes.extend(
        results.arrivals.get(&row.unit).and_then(|arrivals| late(arrivals, card.and_then(|card| card.lateness.as_ref()), rounding)),
    );
    if card.is_some_and(|card| card.cut_at_100) {
        notes.push("Điểm thưởng vượt mức, chỉ số tính bằng 100%.".into());
    }
    if let Some(sum) = card.filter(|_| row.points.is_some()).and_then(|card| printed_sum(card, results.campaign.official, rounding)) {
        notes.push(format!("Các cột in ra cộng lại là {sum}, do làm tròn."));
    }
    notes.join(" ")
}

/// Adds the printed parts of a total: `None` where they give the printed total, or are not its parts.
fn printed_sum(card: &Scorecard, official: Stage, rounding: Rounding) -> Option<String> {
    let stages = &card.stages;
    let reached = match official {
        Stage::Claimed => stages.claimed.as_ref(),
        Stage::Computed => stages.computed.as_ref().or(stages.claimed.as_ref()),
        Stage::Accepted => stages.accepted.as_ref(),
        Stage::Appraised(round) => stages.appraised.up_to(&round).or(stages.accepted.as_ref()),
    };
    let parts: Vec<&Points> = reached.into_iter().chain(stages.survey.as_ref()).chain(card.adjusted.as_ref()).collect();
    let exact: Points = parts.iter().copied().sum();
    let printed: Points = parts.iter().map(|part| rounding.print(part)).sum();
    (exact == card.points && printed != rounding.print(&card.points)).then(|| rounding.vietnamese(&printed))
}
