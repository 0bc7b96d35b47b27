//! What all documents of an office share: who sends and who decides, their heads, bases and ends.

use super::super::document::{Document, Head, OPEN, Part};
use super::super::words::{remarks, remarks_of};
use crate::assessment::Campaign;
use crate::ranking::Group;
use crate::results::Results;

/// Who advises on awards.
pub const COUNCIL: &str = "Hội đồng Thi đua - Khen thưởng";

/// Names the office in a sentence: without the place that the authority above it already says.
pub fn office(campaign: &Campaign) -> String {
    let Some(named) = &campaign.office else { return OPEN.into() };
    let named = named.lines().last().unwrap_or(named);
    let place = authority_of(campaign).and_then(|authority| authority.split_once(' ').map(|(_, place)| place.to_owned()));
    match place.and_then(|place| named.strip_suffix(&format!(" {place}")).map(str::to_owned)) {
        Some(short) if !short.is_empty() => short,
        _ => named.to_owned(),
    }
}

/// Names the authority above the office, where the campaign says it.
fn authority_of(campaign: &Campaign) -> Option<String> {
    let above = || campaign.office.as_ref().and_then(|office| office.split_once('\n').map(|(above, _)| above.to_owned()));
    campaign.authority.clone().or_else(above)
}

/// Names the authority above the office.
pub fn authority(campaign: &Campaign) -> String {
    authority_of(campaign).unwrap_or_else(|| OPEN.into())
}

/// Names who decides: the chair of a people's committee, else the authority itself.
pub fn decides(campaign: &Campaign) -> String {
    let authority = authority(campaign);
    let committee = ["UBND", "Ủy ban nhân dân"].iter().any(|words| authority.to_lowercase().starts_with(&words.to_lowercase()));
    if committee { format!("Chủ tịch {authority}") } else { authority }
}

/// Adds the head of a document of the office; a letter says there what it is about.
pub fn head(document: &mut Document, campaign: &Campaign, symbol: &str, about: Option<String>) {
    document.add(Part::Head(Head {
        superior: authority_of(campaign).map(|authority| authority.to_uppercase()),
        office: office(campaign).to_uppercase(),
        number: format!("Số: {OPEN}/{symbol}"),
        about,
        dated: dated(campaign),
    }));
}

/// Writes place and day with room for what is open.
pub fn dated(campaign: &Campaign) -> String {
    format!("{}, ngày …… tháng …… năm ………", campaign.place.as_deref().unwrap_or(OPEN))
}

/// Adds what a document is based on: what the campaign says, else room for it.
pub fn basis(document: &mut Document, results: &Results<'_>) {
    let said = &results.campaign.reports.basis;
    if said.is_empty() {
        document.add(Part::Basis(format!("Căn cứ {OPEN};")));
    }
    for line in said {
        let line = line.trim().trim_end_matches([';', '.', ',']);
        let begun = line.to_lowercase().starts_with("căn cứ") || line.to_lowercase().starts_with("theo");
        document.add(Part::Basis(if begun { format!("{line};") } else { format!("Căn cứ {line};") }));
    }
}

/// Writes a people's committee out, as decisions do.
pub fn in_full(name: &str) -> String {
    name.replacen("UBND", "Ủy ban nhân dân", 1)
}

/// Adds the remarks on model sets, without which nobody may take the figures for those of a decision.
pub fn add_remarks(document: &mut Document, results: &Results<'_>) {
    for remark in remarks(results) {
        document.remark(remark);
    }
}

/// Adds the remarks on the set of a group.
pub fn add_remarks_of(document: &mut Document, results: &Results<'_>, group: &Group) {
    for remark in remarks_of(group, results) {
        document.remark(remark);
    }
}

/// Gives the title of who signs for the office: as the campaign says, else the one that law gives the head of such a body.
pub fn title(campaign: &Campaign) -> String {
    if let Some(signatory) = &campaign.signatory {
        return signatory.title.to_uppercase();
    }
    let office = office(campaign).to_lowercase();
    match () {
        () if office.starts_with("sở ") => "GIÁM ĐỐC".into(),
        () if office.starts_with("ubnd ") || office.starts_with("ủy ban nhân dân ") => "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH".into(),
        () => "THỦ TRƯỞNG CƠ QUAN".into(),
    }
}

/// Names the head of the office in a sentence: `Giám đốc Sở Nội vụ`.
pub fn head_of_office(campaign: &Campaign) -> String {
    let title = title(campaign);
    let title = title.lines().last().filter(|title| *title != "THỦ TRƯỞNG CƠ QUAN").unwrap_or("Thủ trưởng");
    let mut letters = title.chars();
    let title: String = letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect();
    format!("{title} {}", office(campaign))
}

/// Names a group within a sentence.
pub fn group(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if name.to_lowercase().starts_with("khối ") => first.to_lowercase().chain(letters).collect(),
        _ => format!("khối “{name}”"),
    }
}

/// Adds recipients and signature of the office.
pub fn close(document: &mut Document, campaign: &Campaign, first: &str) {
    let name = campaign.signatory.as_ref().and_then(|who| who.name.clone());
    document.add(Part::Close {
        recipients: recipients(campaign, first),
        signed: title(campaign).lines().map(str::to_owned).collect(),
        name: name.unwrap_or_else(|| "………………………".into()),
    });
}

/// Lists recipients: those of the campaign, else room for them.
pub fn recipients(campaign: &Campaign, first: &str) -> Vec<String> {
    let said = &campaign.reports.recipients;
    if said.is_empty() {
        return vec![format!("- {first};"), format!("- {OPEN};"), format!("- Lưu: VT, {OPEN}.")];
    }
    let bare: Vec<&str> = said.iter().map(|line| line.trim().trim_start_matches('-').trim().trim_end_matches([';', '.'])).collect();
    let begins = |words: &str| bare.iter().any(|line| line.to_lowercase().starts_with(words));
    let mut lines: Vec<String> = Some(first.to_owned()).filter(|_| !begins("như")).into_iter().collect();
    lines.extend(bare.iter().map(|line| (*line).to_owned()));
    if !begins("lưu") {
        lines.push("Lưu: VT".into());
    }
    let last = lines.len().saturating_sub(1);
    lines.iter().enumerate().map(|(n, line)| format!("- {line}{}", if n == last { "." } else { ";" })).collect()
}
