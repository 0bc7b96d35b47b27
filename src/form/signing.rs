//! As whom a unit writes: the letterhead of its form, and where it signs: number, place and day on top, then who signs
//! and room for their names.

use crate::assessment::{COMMITTEE, Campaign, RANKS, Signatory, Unit, begins, is_committee, is_place};
use crate::text::{Lang, Words, capital};

/// Cells for number, place with day, and names, which have no keys: rows below the last with a key, and column.
pub const CELLS: [(u32, &str); 4] = [(2, "stt"), (2, "computed"), (9, "stt"), (9, "computed")];

/// How the two sign, printed below who they are.
pub const HOW: [Words; 2] = [
    Words { vi: "(Ký, ghi rõ họ tên)", en: "(Signature, full name)" },
    Words { vi: "(Ký, ghi rõ họ tên, đóng dấu)", en: "(Signature, full name, seal)" },
];

/// Room for the number of the letter.
pub const NUMBER: Words = Words { vi: "Số: ……/BC-……", en: "No.: ……/BC-……" };
/// Who drew the form up, and who signs for a unit of which nothing else is known.
pub const WHO: [Words; 2] = [Words { vi: "NGƯỜI LẬP BIỂU", en: "DRAWN UP BY" }, ANY_HEAD];
/// Room for a place that is not known.
const PLACE: &str = "…………";
/// Room for the day.
const DAY: Words = Words { vi: "ngày …… tháng …… năm 20……", en: "date: ……………………" };

/// Who signs for a people's committee, in two lines. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub const FOR_COMMITTEE: Words =
    Words { vi: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", en: "ON BEHALF OF THE PEOPLE'S COMMITTEE\nCHAIRPERSON" };
/// Who signs for a body of which nothing else is known.
const ANY_HEAD: Words = Words { vi: "THỦ TRƯỞNG ĐƠN VỊ", en: "HEAD OF THE UNIT" };
/// Who heads a body by law, by the first word of its name.
const HEADS: [(&str, Words); 2] =
    [("sở", Words { vi: "GIÁM ĐỐC", en: "DIRECTOR" }), ("phòng", Words { vi: "TRƯỞNG PHÒNG", en: "HEAD OF DIVISION" })];
/// What a form prints where the unit signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningPlace {
    /// Who signs, on the left and on the right.
    pub who: [String; 2],
    /// What stands in each of the cells of the signature before anybody types.
    pub printed: [String; 4],
}

impl SigningPlace {
    /// Makes that of a unit in the form of a language: its own place and signatory, else what law says for its kind, else the campaign's place.
    pub fn of(campaign: &Campaign, unit: &Unit, lang: Lang) -> Self {
        let [drawn_up_by, _] = WHO;
        let name = unit.signatory.as_ref().and_then(|who| who.name.clone()).unwrap_or_default();
        Self {
            who: [drawn_up_by.get(lang).into(), head(unit, lang)],
            printed: [NUMBER.get(lang).into(), dated(place(campaign, unit).as_deref(), lang), String::new(), name],
        }
    }
}

/// Gives the two lines of a unit's letterhead: the authority above it, empty where there is none, and the unit itself.
///
/// A people's committee stands alone, unless the campaign names an authority for it.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub fn letterhead(campaign: &Campaign, unit: &Unit) -> [String; 2] {
    let above = authority(campaign, unit).map(str::to_uppercase).unwrap_or_default();
    let committee = if is_place(&unit.name) { "UBND " } else { "" };
    [above, format!("{committee}{}", unit.name.to_uppercase())]
}

/// Gives the authority above a unit: its own, else that of the campaign, which is above no people's committee.
pub fn authority<'a>(campaign: &'a Campaign, unit: &'a Unit) -> Option<&'a str> {
    let shared = campaign.authority.as_ref().filter(|_| !is_committee(&unit.name));
    unit.authority.as_ref().or(shared).map(String::as_str)
}

/// Gives the place from which a unit dates its letters: its own, that of its committee, else the campaign's.
pub fn place(campaign: &Campaign, unit: &Unit) -> Option<String> {
    unit.place.clone().or_else(|| place_of_committee(&unit.name)).or_else(|| campaign.place.clone())
}

/// Writes place and day with room for the day.
pub fn dated(place: Option<&str>, lang: Lang) -> String {
    format!("{}, {}", place.unwrap_or(PLACE), DAY.get(lang))
}

/// Tells who signs for a unit: whom it names, else the head that law gives it.
pub fn head(unit: &Unit, lang: Lang) -> String {
    if let Some(Signatory { title, .. }) = &unit.signatory {
        return title.to_uppercase();
    }
    if is_committee(&unit.name) {
        return FOR_COMMITTEE.get(lang).into();
    }
    HEADS.iter().find(|(first, _)| begins(&unit.name, first)).map_or(ANY_HEAD, |(_, title)| *title).get(lang).into()
}

/// Gives the place from which a people's committee dates its letters: “An Bình” for “UBND xã An Bình”, “Phường 5” for “Phường 5”.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: the name of its own administrative unit; numbers keep their rank.
fn place_of_committee(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split([',', '(']).next()?.split_whitespace().collect();
    // Some names say the committee, then the rank: “Ủy ban nhân dân xã …”.
    let skipped = COMMITTEE.iter().find(|said| begins(name, said)).map_or(0, |said| said.split(' ').count());
    let rest = words.get(skipped..)?;
    let rank = RANKS.iter().map(|rank| rank.split(' ').count()).zip(RANKS).filter(|(_, rank)| begins(&rest.join(" "), rank));
    let (long, _) = rank.max_by_key(|(long, _)| *long)?;
    let place = rest.get(long..)?.join(" ");
    if place.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some(capital(&rest.join(" ")));
    }
    (!place.is_empty()).then_some(place)
}
