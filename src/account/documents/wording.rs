//! What all documents of an office share: who sends and who decides, their heads, bases and ends.

use super::super::document::{Document, Head, OPEN, Part};
use super::super::words::remarks;
use crate::assessment::Campaign;
use crate::results::Results;

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
pub fn basis(document: &mut Document, _results: &Results<'_>) {
    document.add(Part::Basis(format!("Căn cứ {OPEN};")));
}

/// Adds the remarks on model sets, without which nobody may take the figures for those of a decision.
pub fn add_remarks(document: &mut Document, results: &Results<'_>) {
    for remark in remarks(results) {
        document.remark(remark);
    }
}

/// Adds recipients and signature of the office.
pub fn close(document: &mut Document, campaign: &Campaign, first: &str) {
    let (title, name) =
        campaign.signatory.as_ref().map_or(("THỦ TRƯỞNG CƠ QUAN", None), |who| (who.title.as_str(), who.name.clone()));
    document.add(Part::Close {
        recipients: recipients(campaign, first),
        signed: title.to_uppercase().lines().map(str::to_owned).collect(),
        name: name.unwrap_or_else(|| "………………………".into()),
    });
}

/// Lists recipients: those of the campaign, else room for them.
pub fn recipients(_campaign: &Campaign, first: &str) -> Vec<String> {
    vec![format!("- {first};"), format!("- {OPEN};"), format!("- Lưu: VT, {OPEN}")]
}
