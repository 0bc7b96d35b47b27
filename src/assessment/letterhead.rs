//! The office as its letterhead names it, in every paper alike: the authority above it, then the office without the place that the
//! authority says already. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.

use super::Campaign;

/// Names the office, where the campaign does.
pub fn office_of(campaign: &Campaign) -> Option<String> {
    let named = campaign.office.as_ref()?;
    let named = named.lines().last().unwrap_or(named);
    let place = authority_of(campaign).and_then(|authority| authority.split_once(' ').map(|(_, place)| place.to_owned()));
    // The place stands behind the name with its rank or without: “tỉnh Long An”, “Long An”.
    let bare = place.as_deref().and_then(|place| place.strip_prefix("tỉnh ").or_else(|| place.strip_prefix("thành phố ")));
    let without =
        |place: &str| named.strip_suffix(place).filter(|short| short.ends_with([' ', ','])).map(|short| short.trim_end_matches([' ', ',']));
    let short = place.as_deref().and_then(without).or_else(|| bare.and_then(without));
    Some(short.filter(|short| !short.is_empty()).unwrap_or(named).to_owned())
}

/// Names the authority above the office, where the campaign says it.
pub fn authority_of(campaign: &Campaign) -> Option<String> {
    let above = || campaign.office.as_ref().and_then(|office| office.split_once('\n').map(|(above, _)| above.to_owned()));
    campaign.authority.clone().or_else(above)
}
