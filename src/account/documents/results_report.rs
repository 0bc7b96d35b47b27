//! Báo cáo kết quả chấm điểm: what was scored and how, results, strengths and shortcomings, proposals.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::super::cell::{Cell, centre, count, text};
use super::super::document::{Document, OPEN, Part};
use super::super::page::Table;
use super::super::standing::summary;
use super::super::strengths::{Came, came};
use super::super::words::{NONE, capital, change, maximum, name_with_mark, place, points, sent, unit_name};
use super::super::{overview, published};
use super::wording::{add_remarks, authority, basis, close, decides, group, head, office};
use crate::criteria::CriteriaSet;
use crate::figure::date_vi;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::scoring::Scorecard;

/// Criteria that are named at each end of a group.
const NAMED: usize = 5;
/// Units that are named beside a criterion.
const UNITS: usize = 5;

/// Makes the document.
pub fn results_report(results: &Results<'_>) -> Document {
    let campaign = results.campaign;
    let title = format!("Kết quả chấm điểm, xếp hạng Chỉ số cải cách hành chính năm {}", campaign.year);
    let mut document = Document::new(format!("Báo cáo: {title}"), results);
    head(&mut document, campaign, "BC-……", None);
    document.add(Part::Title { kind: "BÁO CÁO".into(), about: title });
    document.add(Part::To(vec![authority(campaign)]));
    basis(&mut document, results);
    let sent_by = office(campaign);
    document.paragraph(format!("{sent_by} báo cáo kết quả thực hiện “{}” như sau:", campaign.title));
    carried_out(&mut document, results);
    document.heading("II. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG");
    groups(&mut document, results);
    areas(&mut document, results);
    totals(&mut document, results);
    document.heading("III. ĐÁNH GIÁ CHUNG");
    judged(&mut document, results);
    document.heading("IV. KIẾN NGHỊ, ĐỀ XUẤT");
    proposed(&mut document, results);
    document.paragraph(format!(
        "Trên đây là báo cáo kết quả chấm điểm, xếp hạng Chỉ số cải cách hành chính năm {}; {sent_by} kính báo cáo {} xem xét, chỉ đạo./.",
        campaign.year,
        decides(campaign)
    ));
    close(&mut document, campaign, "Như trên");
    places(&mut document, results);
    units_say(&mut document, results);
    document
}

/// Says what was scored, by what, and what was sent.
fn carried_out(document: &mut Document, results: &Results<'_>) {
    let campaign = results.campaign;
    document.heading("I. TÌNH HÌNH TRIỂN KHAI");
    let groups = results.ranking.groups.iter().map(|ranking| format!("{} ({} đơn vị)", ranking.group.name, ranking.rows.len()));
    let groups = groups.collect::<Vec<_>>().join("; ");
    document.item(format!("Đối tượng: {} đơn vị, gồm {groups}.", results.units.len()));
    if let (Some(from), Some(to)) = (campaign.period.from, campaign.period.to) {
        document.item(format!("Kỳ đánh giá: từ ngày {} đến ngày {}.", date_vi(from), date_vi(to)));
    }
    if let Some(day) = campaign.deadline {
        document.item(format!("Hạn gửi báo cáo tự đánh giá: ngày {}.", date_vi(day)));
    }
    document.item(format!("Điểm chính thức được xác định theo bước “{}”.", campaign.official_words().vi));
    for line in summary(results) {
        document.item(line.vi);
    }
    add_remarks(document, results);
}

/// Lists the ranked rows of a group.
fn ranked(ranking: &GroupRanking) -> impl Iterator<Item = &Row> {
    ranking.rows.iter().filter(|row| row.status == Status::Ranked)
}

/// Sums groups up, and says of each who stands first and last.
fn groups(document: &mut Document, results: &Results<'_>) {
    document.subheading("1. Kết quả chung");
    let head = ["Khối", "Số đơn vị", "Đã gửi", "Xếp hạng", "Chỉ số trung bình (%)", "Cao nhất (%)", "Thấp nhất (%)"];
    let mut table = Table::new(head.map(centre));
    for ranking in &results.ranking.groups {
        let rounding = ranking.group.rounding;
        let indexes = || ranked(ranking).filter_map(|row| row.index.as_ref());
        table.row([
            text(&ranking.group.name),
            count(ranking.rows.len()),
            count(ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted).count()),
            count(ranking.counted),
            points(ranking.mean_index.as_ref(), rounding).bold(),
            points(indexes().max(), rounding),
            points(indexes().min(), rounding),
        ]);
    }
    document.table("", &[30, 11, 11, 11, 14, 12, 12], table);
    for ranking in &results.ranking.groups {
        for words in of_group(ranking, results) {
            document.item(words);
        }
    }
    document.paragraph("Kết quả của từng đơn vị ở Phụ lục I.");
}

/// Says how a group came out.
fn of_group(ranking: &GroupRanking, results: &Results<'_>) -> Vec<String> {
    let (rounding, name) = (ranking.group.rounding, capital(&group(&ranking.group.name)));
    let named = |row: &Row| {
        let index = row.index.as_ref().map_or(NONE.into(), |index| format!("{}%", rounding.vietnamese(index)));
        format!("{} ({index})", name_with_mark(results, row))
    };
    let listed = |place: Option<usize>| ranked(ranking).filter(|row| row.place == place).map(named).collect::<Vec<_>>().join("; ");
    let last = ranked(ranking).filter_map(|row| row.place).max();
    let mut said = Vec::new();
    match last {
        None => return vec![format!("{name}: không có đơn vị nào được xếp hạng.")],
        Some(1) => said.push(format!("{name}: các đơn vị được xếp hạng: {}.", listed(last))),
        Some(_) => said.push(format!("{name}: xếp thứ nhất: {}; xếp cuối: {}.", listed(Some(1)), listed(last))),
    }
    let shares: Vec<String> = published::shares(ranking, results.lang)
        .into_iter()
        .filter(|share| share.number > 0)
        .map(|share| {
            let percent = share.percent.as_ref().map_or(NONE.into(), |percent| format!("{}%", rounding.vietnamese(percent)));
            format!("{} {} đơn vị ({percent})", share.grade, share.number)
        })
        .collect();
    if !shares.is_empty() {
        said.push(format!("{name}, xếp loại: {}.", shares.join("; ")));
    }
    said
}

/// Prints the means of areas, a table for each group.
fn areas(document: &mut Document, results: &Results<'_>) {
    document.subheading("2. Kết quả theo lĩnh vực");
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set) else { continue };
        if ranking.counted == 0 {
            continue;
        }
        let mut table = Table::new(["STT", "Lĩnh vực", "Điểm tối đa", "Chỉ số trung bình (%)"].map(centre));
        for area in &set.criteria {
            let mean = points(ranking.area_mean(&area.id), ranking.group.rounding);
            table.row([centre(area.id.as_str()), text(&area.name), maximum(&area.weighted_max()), mean]);
        }
        document.table(format!("Chỉ số trung bình theo lĩnh vực: {}", ranking.group.name), &[8, 58, 14, 20], table);
    }
}

/// Prints the figures that the campaign adds up.
fn totals(document: &mut Document, results: &Results<'_>) {
    let lines = overview::added_up(results);
    if !lines.is_empty() {
        document.subheading("3. Số liệu tổng hợp của các đơn vị");
        for line in lines {
            document.item(line);
        }
    }
}

/// Says what came out well and what did not, with the figures behind.
fn judged(document: &mut Document, results: &Results<'_>) {
    let groups: Vec<(&GroupRanking, &CriteriaSet)> =
        results.ranking.groups.iter().filter_map(|ranking| Some((ranking, results.sets.get(&ranking.group.set)?))).collect();
    document.subheading("1. Kết quả đạt được");
    for (ranking, set) in &groups {
        let mut all = came(ranking, set, results);
        all.sort_by(|one, other| other.index.cmp(&one.index).then_with(|| one.criterion.id.cmp(&other.criterion.id)));
        all.truncate(all.len().div_ceil(2).min(NAMED));
        if !all.is_empty() {
            document.paragraph(format!("{}: các tiêu chí có chỉ số trung bình cao nhất:", capital(&group(&ranking.group.name))));
        }
        for one in &all {
            document.item(strong(one, ranking));
        }
    }
    document.subheading("2. Tồn tại, hạn chế");
    for (ranking, set) in &groups {
        let mut all = came(ranking, set, results);
        let weak = (all.len() - all.len().div_ceil(2)).min(NAMED);
        all.sort_by_key(|one| (one.index.clone(), Reverse(one.none.len()), one.criterion.id.clone()));
        all.truncate(weak);
        all.retain(|one| one.full < one.units);
        if !all.is_empty() {
            document.paragraph(format!("{}: các tiêu chí có chỉ số trung bình thấp nhất:", capital(&group(&ranking.group.name))));
        }
        for one in &all {
            document.item(weakness(one, ranking, results));
        }
    }
    for words in shortcomings(results) {
        document.item(words);
    }
}

/// Names a criterion with its mean.
fn named(one: &Came<'_>, ranking: &GroupRanking) -> String {
    let mean = ranking.group.rounding.vietnamese(&one.index);
    format!("Tiêu chí {} “{}”: chỉ số trung bình {mean}%", one.criterion.id, one.criterion.name)
}

/// Says how well a criterion came out.
fn strong(one: &Came<'_>, ranking: &GroupRanking) -> String {
    let full = if one.full > 0 { format!("; {}/{} đơn vị đạt điểm tối đa", one.full, one.units) } else { String::new() };
    format!("{}{full}.", named(one, ranking))
}

/// Says how badly a criterion came out.
fn weakness(one: &Came<'_>, ranking: &GroupRanking, results: &Results<'_>) -> String {
    let named = named(one, ranking);
    if one.none.is_empty() {
        return format!("{named}; {}/{} đơn vị chưa đạt điểm tối đa.", one.units - one.full, one.units);
    }
    let names: Vec<&str> = one.none.iter().take(UNITS).map(|unit| unit_name(results, unit)).collect();
    let more = if one.none.len() > UNITS { "; …" } else { "" };
    format!("{named}; {}/{} đơn vị không có điểm ({}{more}).", one.none.len(), one.units, names.join("; "))
}

/// Says what was wrong over all units.
fn shortcomings(results: &Results<'_>) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(threshold) = &results.campaign.reports.threshold {
        let under: Vec<String> = results
            .ranking
            .groups
            .iter()
            .flat_map(|ranking| ranking.rows.iter().map(move |row| (ranking.group.rounding, row)))
            .filter(|(rounding, row)| row.index.as_ref().is_some_and(|index| rounding.print(index) < *threshold))
            .map(|(_, row)| name_with_mark(results, row))
            .collect();
        if !under.is_empty() {
            said.push(format!("{} đơn vị có chỉ số dưới {}%: {}.", under.len(), threshold.plain_vi(), under.join("; ")));
        }
    }
    let claimed: Vec<&Scorecard> =
        results.cards.values().filter(|card| card.submitted && card.over_claim_positive().is_positive()).collect();
    if !claimed.is_empty() {
        let number = claimed.len();
        said.push(format!("{number} đơn vị tự chấm cao hơn kết quả được công nhận ở ít nhất một tiêu chí."));
    }
    said
}

/// Says what is proposed.
fn proposed(document: &mut Document, results: &Results<'_>) {
    let (campaign, who) = (results.campaign, decides(results.campaign));
    document.item(format!(
        "Đề nghị {who} xem xét, công bố kết quả Chỉ số cải cách hành chính năm {} (kèm theo dự thảo Quyết định).",
        campaign.year
    ));
    let chosen = results.shortlists.iter().flat_map(|list| &list.chosen).collect::<BTreeSet<_>>().len();
    if chosen > 0 {
        document.item(format!(
            "Đề nghị Hội đồng Thi đua - Khen thưởng xem xét, trình {who} quyết định khen thưởng {chosen} tập thể (kèm theo Tờ trình)."
        ));
    }
    document.item("Đề nghị các đơn vị rà soát những tiêu chí chưa đạt điểm tối đa, xác định nguyên nhân, trách nhiệm và có giải pháp khắc phục, nhất là các tiêu chí nêu tại mục III.2.");
    document.item(OPEN);
}

/// Adds the annex of places.
fn places(document: &mut Document, results: &Results<'_>) {
    let campaign = results.campaign;
    document.add(Part::Annex {
        number: "PHỤ LỤC I".into(),
        about: format!("Kết quả chấm điểm, xếp hạng năm {}", campaign.year),
        of: String::new(),
    });
    for ranking in &results.ranking.groups {
        let (widths, table) = of_places(ranking, results);
        document.table(ranking.group.name.clone(), &widths, table);
        for words in below(ranking, results) {
            document.remark(words);
        }
    }
    document.remark("Thứ hạng xác định theo chỉ số chưa làm tròn. Các đơn vị có chỉ số bằng nhau được xếp đồng hạng; đơn vị kế tiếp lùi hạng tương ứng.");
}

/// Makes the table of places of a group, beside the year before where it is known.
fn of_places(ranking: &GroupRanking, results: &Results<'_>) -> (Vec<u32>, Table) {
    let rounding = ranking.group.rounding;
    let graded = !ranking.group.grades.is_empty();
    let year = results.comparison.last().map(|last| last.year);
    let keep = |cells: [Cell; 7]| {
        let kept = [true, true, true, true, true, graded, year.is_some()];
        cells.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(cell, _)| cell).collect::<Vec<_>>()
    };
    let against = year.map(|year| format!("So với năm {year}")).unwrap_or_default();
    let head = ["Hạng", "Đơn vị", "Điểm đạt", "Điểm tối đa áp dụng", "Chỉ số (%)", "Xếp loại", &against];
    let mut table = Table::new(keep(head.map(centre)));
    for row in ranked(ranking) {
        let before = results.comparison.before(&row.unit).and_then(|before| before.change(row).index);
        table.row(keep([
            place(row),
            text(name_with_mark(results, row)),
            points(row.points.as_ref(), rounding),
            maximum(&row.applicable_max),
            points(row.index.as_ref(), rounding).bold(),
            centre(row.grade.clone().unwrap_or_default()),
            change(before.map(|moved| rounding.print(&moved)).as_ref(), rounding.decimals),
        ]));
    }
    table.when_empty = Some(centre("Không có đơn vị nào được xếp hạng.").italic());
    let widths = [9, 40, 12, 13, 12, 14, 15];
    let kept = [true, true, true, true, true, graded, year.is_some()];
    (widths.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(width, _)| width).collect(), table)
}

/// Says which units of a group have no place, and why.
pub fn below(ranking: &GroupRanking, results: &Results<'_>) -> Vec<String> {
    let of = |status: Status| ranking.rows.iter().filter(move |row| row.status == status);
    let mut said = Vec::new();
    let unranked: Vec<String> = of(Status::Unranked)
        .map(|row| {
            let index = row.index.as_ref().map(|index| format!(" (chỉ số {}%)", ranking.group.rounding.vietnamese(index)));
            format!("{}{}", unit_name(results, &row.unit), index.unwrap_or_default())
        })
        .collect();
    if !unranked.is_empty() {
        said.push(format!("Chấm điểm, không xếp hạng: {}.", unranked.join("; ")));
    }
    let absent: Vec<String> = of(Status::NotSubmitted)
        .map(|row| format!("{} ({})", unit_name(results, &row.unit), sent(results.cards.get(&row.unit), results.lang).to_lowercase()))
        .collect();
    if !absent.is_empty() {
        said.push(format!("Chưa có kết quả: {}.", absent.join("; ")));
    }
    if ranked(ranking).any(|row| row.provisional) {
        said.push("(tạm tính): kết quả còn chờ số liệu để tính điểm trừ.".into());
    }
    said
}

/// Adds the annex of what units say, where any says something.
fn units_say(document: &mut Document, results: &Results<'_>) {
    let said = super::super::proposals::said(results);
    if said.is_empty() {
        return;
    }
    document.add(Part::Annex {
        number: "PHỤ LỤC II".into(),
        about: "Khó khăn, vướng mắc; kiến nghị, đề xuất của các đơn vị".into(),
        of: String::new(),
    });
    let mut table = Table::new(["STT", "Đơn vị", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất"].map(centre));
    for (n, (unit, remarks)) in said.iter().enumerate() {
        let words = |words: &Option<String>| text(words.clone().unwrap_or_default());
        table.row([count(n + 1), text(&unit.name), words(&remarks.difficulties), words(&remarks.proposals)]);
    }
    document.table("", &[7, 25, 34, 34], table);
}
