//! Page of a group: every unit by place, with its stages, and the mean.

use super::appraised::not_all_appraised;
use super::cell::{Cell, Tone, centre, text};
use super::page::{Page, Table, left_across};
use super::spelled::spelled;
use super::unscored::waits;
use super::words::{alone, cut, late, many, maximum, mean, name_with_mark, place, points, ranked, remarks_of, sent, width_of_notes};
use crate::assessment::{Rounds, Stage};
use crate::points::{Points, Rounding};
use crate::ranking::{Band, GroupRanking, Row, Status, TieBreak};
use crate::results::Results;
use crate::scoring::Scorecard;
use crate::text::{Lang, said};

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
    fn head(&self, rounds: &Rounds, lang: Lang) -> String {
        match self {
            Self::Stage(Stage::Computed) => lang.word("Điểm tính theo số liệu kê khai", "Computed from figures declared").into(),
            Self::Stage(stage) => rounds.stage(*stage).get(lang).to_owned(),
            Self::Survey => lang.word("Điểm ĐTXHH", "Survey points").into(),
            Self::Adjustments => lang.word("Điểm thưởng, trừ", "Bonuses, penalties").into(),
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
    let (group, campaign, lang) = (&ranking.group, results.campaign, results.lang);
    let (name, in_capitals, year) = (&group.name, group.name.to_uppercase(), campaign.year);
    let rounding = group.rounding;
    let scored = || ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted).filter_map(|row| results.cards.get(&row.unit));
    let rounds = results.rounds().into_iter().map(Stage::Appraised);
    let stages = [Stage::Claimed, Stage::Computed, Stage::Accepted].into_iter().chain(rounds).map(Figures::Stage);
    // A column that is empty for all is left out.
    let stages: Vec<Figures> =
        stages.chain([Figures::Survey, Figures::Adjustments]).filter(|figures| scored().any(|card| figures.of(card).is_some())).collect();
    let graded = !group.grades.is_empty();

    // “Applicable maximum” needs more room than its Vietnamese.
    let mut widths = vec![6, 40, if lang == Lang::En { 12 } else { 10 }];
    widths.extend(stages.iter().map(|_| FIGURES));
    widths.extend([10, 10]);
    widths.extend(graded.then_some(11));
    let noted: Vec<Cell> = ranking.rows.iter().map(|row| text(notes(row, ranking, results))).collect();
    let (number, counted) = (ranking.counted, many(ranking.counted, "ranked unit", "ranked units"));
    let counted = text(said!(lang, "Tính trên {number} đơn vị được xếp hạng", "Over {counted}"));
    let most = left_across(&widths).clamp(20, 44);
    widths.push(width_of_notes(noted.iter().chain([&counted]), most, lang));
    let mut page = Page::new(said!(lang, "Xếp hạng – {name}", "Ranking – {name}"), campaign, true, &widths);
    let title =
        said!(lang, "KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}: {in_capitals}", "RESULTS OF THE PAR INDEX {year}: {in_capitals}");
    page.title(title, campaign, remarks_of(group, results));

    let mut head = lang.each([("Hạng", "Place"), ("Đơn vị", "Unit"), ("Điểm tối đa áp dụng", "Applicable maximum")]).map(centre).to_vec();
    head.extend(stages.iter().map(|figures| centre(figures.head(&results.campaign.rounds, lang))));
    head.extend(lang.each([("Tổng điểm", "Total points"), ("Chỉ số (%)", "Index (%)")]).map(centre));
    head.extend(graded.then(|| centre(lang.word("Xếp loại", "Grade"))));
    head.push(centre(lang.word("Ghi chú", "Notes")));
    let mut table = Table::main(head, 2);
    for (row, noted) in ranking.rows.iter().zip(noted) {
        let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
        let mut cells = vec![place(row), text(name_with_mark(results, row)), maximum(&row.applicable_max)];
        cells.extend(stages.iter().map(|figures| points(card.and_then(|card| figures.of(card)), rounding)));
        cells.extend([points(row.points.as_ref(), rounding).bold(), points(row.index.as_ref(), rounding).bold()]);
        cells.extend(graded.then(|| centre(row.grade.clone().unwrap_or_default())));
        cells.push(noted);
        let out = row.status != Status::Ranked;
        table.row(cells.into_iter().map(|cell| if out { cell.tone(Tone::Out) } else { cell }));
    }

    if ranking.compares() {
        table.sum(means((ranking, graded), &stages, counted, results));
    }
    page.table(table);
    foot(&mut page, ranking, results);
    page
}

/// Makes the row of means over the ranked units.
fn means((ranking, graded): (&GroupRanking, bool), stages: &[Figures], counted: Cell, results: &Results<'_>) -> Vec<Cell> {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let average = |of: &dyn Fn(&Scorecard) -> Option<Points>| {
        mean(ranked(ranking, results).filter_map(|(_, card)| of(card)).collect::<Vec<_>>().iter())
    };
    let mut cells = vec![
        centre(""),
        text(lang.word("Giá trị trung bình", "Mean")),
        points(average(&|card| Some(card.applicable_max.clone())).as_ref(), rounding),
    ];
    // A mean of those few that a round has looked at would stand beside means of all.
    let all = |figures: &&Figures| ranked(ranking, results).all(|(_, card)| figures.of(card).is_some());
    cells.extend(stages.iter().map(|figures| {
        let mean = Some(figures).filter(all).and_then(|figures| average(&|card| figures.of(card).cloned()));
        points(mean.as_ref(), rounding)
    }));
    cells.extend([points(average(&|card| Some(card.points.clone())).as_ref(), rounding), points(ranking.mean_index.as_ref(), rounding)]);
    cells.extend(graded.then(|| centre("")));
    cells.push(counted);
    cells
}

/// Says below the table what its figures mean.
fn foot(page: &mut Page, ranking: &GroupRanking, results: &Results<'_>) {
    let lang = results.lang;
    let stage = results.campaign.official_words().get(lang).to_lowercase();
    page.gap();
    if ranking.submitted() == 1
        && let Some(alone) = alone(ranking, lang)
    {
        let words = said!(
            lang,
            "{alone}: kết quả từng lĩnh vực, tiêu chí ở báo cáo riêng của đơn vị.",
            "{alone}: its areas and criteria are in its own report."
        );
        page.paragraph(text(words).italic());
    }
    page.paragraph(
        text(said!(
            lang,
            "Tổng điểm lấy theo bước “{stage}”, cộng điểm điều tra xã hội học và điểm thưởng, trừ nếu có. \
             Chỉ số = Tổng điểm / Điểm tối đa áp dụng × 100.",
            "Total points are those of the stage “{stage}”, with those of the sociological survey and bonuses or penalties, if any. \
             Index = total points / applicable maximum × 100."
        ))
        .italic(),
    );
    if let Some(words) = not_all_appraised(results, [ranking]) {
        page.paragraph(text(words.get(lang)).italic());
    }
    let breaks = ranking.group.tie_breaks.iter().map(|by| by.name().get(lang).to_owned()).collect::<Vec<_>>().join("; ");
    let breaks = if breaks.is_empty() {
        String::new()
    } else {
        let in_turn = if ranking.group.tie_breaks.len() > 1 { lang.word("lần lượt ", "in this order, ") } else { "" };
        said!(lang, " xét {in_turn}{breaks}; vẫn bằng nhau thì", " are told apart by {in_turn}{breaks}; those still equal")
    };
    page.paragraph(
        text(said!(
            lang,
            "Thứ hạng xác định theo chỉ số chưa làm tròn. Các đơn vị có chỉ số bằng nhau{breaks} được xếp đồng hạng; đơn vị kế tiếp lùi hạng tương ứng.",
            "Places follow the unrounded index. Units with equal indexes{breaks} share a place; the next unit comes as many places further down."
        ))
        .italic(),
    );
    let looked_at = ranking.group.tie_breaks.iter().filter_map(TieBreak::criterion);
    let spelled = spelled(looked_at, &[&ranking.group], results);
    if !spelled.is_empty() {
        page.paragraph(text(said!(lang, "Trong đó {spelled}.", "Here, {spelled}.")).italic());
    }
    if !ranking.group.grades.is_empty() {
        let band = |band: &Band| {
            let (name, from) = (&band.name, band.from.plain_in(lang));
            said!(lang, "{name} từ {from}%", "{name} from {from}%")
        };
        let bands = ranking.group.grades.iter().map(band).collect::<Vec<_>>().join("; ");
        page.paragraph(
            text(said!(lang, "Xếp loại theo chỉ số đã làm tròn: {bands}.", "Grades follow the index as printed: {bands}.")).italic(),
        );
    }
}

/// Says what a reader of a row would wonder at.
fn notes(row: &Row, ranking: &GroupRanking, results: &Results<'_>) -> String {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let card = results.cards.get(&row.unit);
    let unit = results.unit(&row.unit);
    let mut notes = Vec::new();
    match row.status {
        Status::NotSubmitted => notes.push(format!("{}.", sent(card, lang))),
        Status::Unranked if unit.is_some_and(|unit| !unit.ranked) => {
            notes.push(lang.word("Chấm điểm, không xếp hạng.", "Scored, not ranked.").into());
        }
        Status::Unranked if row.index.is_none() => {
            notes.push(lang.word("Không có tiêu chí nào áp dụng; không xếp hạng.", "No criterion applies; not ranked.").into());
        }
        Status::Unranked => notes.push(
            lang.word("Thiếu kết quả điều tra xã hội học; không xếp hạng.", "Lacks results of the sociological survey; not ranked.").into(),
        ),
        Status::Ranked => {}
    }
    notes.extend(row.ties.iter().map(|said| said.get(lang).to_owned()));
    notes.extend(waits(results, row));
    notes.extend(
        results.arrivals.get(&row.unit).and_then(|arrivals| late(arrivals, card.and_then(|card| card.lateness.as_ref()), rounding, lang)),
    );
    notes.extend(card.and_then(|card| cut(card, lang)).map(str::to_owned));
    if let Some(sum) = card.filter(|_| row.points.is_some()).and_then(|card| printed_sum(card, results.campaign.official, rounding)) {
        let sum = rounding.spelled(&sum, lang);
        notes.push(said!(
            lang,
            "Các cột đã làm tròn cộng lại là {sum}, do làm tròn.",
            "The printed columns add up to {sum}, because of rounding."
        ));
    }
    notes.join(" ")
}

/// Adds the printed parts of a total: `None` where they give the printed total, or are not its parts.
fn printed_sum(card: &Scorecard, official: Stage, rounding: Rounding) -> Option<Points> {
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
    (exact == card.points && printed != rounding.print(&card.points)).then_some(printed)
}
