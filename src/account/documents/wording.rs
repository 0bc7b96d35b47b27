//! What all documents of an office share: who sends and who decides, their heads, bases and ends.

use super::super::appraised::provisional;
use super::super::document::{Document, Head, OPEN, Part};
use super::super::page::undated;
use super::super::words::{remarks, remarks_of};
use crate::assessment::{Campaign, Unit, authority_of, office_of};
use crate::ranking::{Group, group_in_sentence};
use crate::results::Results;
use crate::text::fold::bare as bare_letters;
use crate::text::{Lang, Words, said};

/// Names who advises on awards: the council at the level of the people's committee that decides. Source: Luật Thi đua, khen thưởng.
pub fn council(campaign: &Campaign, lang: Lang) -> String {
    let authority = bare_letters(&authority(campaign));
    let place = ["ubnd ", "uy ban nhan dan "].iter().find_map(|of| authority.strip_prefix(of));
    let level = place.and_then(|place| LEVELS.iter().find(|(level, _)| place.starts_with(level)));
    let Some((_, level)) = level else {
        return lang.word("Hội đồng Thi đua - Khen thưởng", "the Emulation and Commendation Council").into();
    };
    let level = level.get(lang);
    said!(lang, "Hội đồng Thi đua - Khen thưởng {level}", "the {level} Emulation and Commendation Council")
}

/// Levels of people's committees, by how their names go on behind “UBND”, without marks.
const LEVELS: [(&str, Words); 6] = [
    ("tinh ", Words { vi: "tỉnh", en: "provincial" }),
    ("thanh pho ", Words { vi: "thành phố", en: "city" }),
    ("huyen ", Words { vi: "huyện", en: "district" }),
    ("xa ", Words { vi: "xã", en: "commune" }),
    ("phuong ", Words { vi: "phường", en: "ward" }),
    ("dac khu ", Words { vi: "đặc khu", en: "special zone" }),
];

/// Names the office in a sentence: without the place that the authority above it already says.
pub fn office(campaign: &Campaign) -> String {
    office_of(campaign).unwrap_or_else(|| OPEN.into())
}

/// Tells whether a unit is the office itself, which sends itself no letters.
pub fn is_office(results: &Results<'_>, unit: &Unit) -> bool {
    results.itself == Some(&unit.id)
}

/// Names the authority above the office; a people's committee that keeps the campaign itself is its own.
pub fn authority(campaign: &Campaign) -> String {
    authority_of(campaign).or_else(|| is_own_authority(campaign).then(|| office(campaign))).unwrap_or_else(|| OPEN.into())
}

/// Tells whether the office is a people's committee without another above it: it decides itself, and reports to nobody here.
pub fn is_own_authority(campaign: &Campaign) -> bool {
    authority_of(campaign).is_none() && is_committee(&office(campaign))
}

/// Tells whether a name is that of a people's committee.
fn is_committee(name: &str) -> bool {
    let name = bare_letters(name);
    ["ubnd ", "uy ban nhan dan "].iter().any(|words| name.starts_with(words))
}

/// Names who decides: the chair of a people's committee, else the authority itself.
pub fn decides(campaign: &Campaign, lang: Lang) -> String {
    let authority = authority(campaign);
    if is_chaired(campaign) { said!(lang, "Chủ tịch {authority}", "the Chairperson of {authority}") } else { authority }
}

/// Tells whether the authority is a people's committee, whose chair decides.
pub fn is_chaired(campaign: &Campaign) -> bool {
    let authority = bare_letters(&authority(campaign));
    ["ubnd", "uy ban nhan dan"].iter().any(|words| authority.starts_with(words))
}

/// Adds the head of a document of the office; a letter says there what it is about.
pub fn head(document: &mut Document, campaign: &Campaign, symbol: &str, about: Option<String>) {
    let lang = document.lang;
    document.add(Part::Head(Head {
        superior: authority_of(campaign).map(|authority| authority.to_uppercase()),
        office: office(campaign).to_uppercase(),
        number: said!(lang, "Số: {OPEN}/{symbol}", "No.: {OPEN}/{symbol}"),
        about,
        dated: dated(campaign, lang),
    }));
}

/// Says at the head of a document, and below each page, that its results are not final, and why; nothing where they are.
pub fn mark_provisional(document: &mut Document, results: &Results<'_>) {
    document.notice = with_why(document.notice.take(), results);
}

/// Gives what stands on every page: the notice of the campaign, and why results are not final.
pub fn notice(results: &Results<'_>) -> Option<String> {
    with_why(results.campaign.notice.clone(), results)
}

/// Adds to a notice why results are not final.
fn with_why(notice: Option<String>, results: &Results<'_>) -> Option<String> {
    let why = provisional(results).map(|words| words.get(results.lang).to_owned());
    let both: Vec<String> = notice.into_iter().chain(why).collect();
    (!both.is_empty()).then(|| both.join(" – "))
}

/// Writes place and day with room for what is open.
pub fn dated(campaign: &Campaign, lang: Lang) -> String {
    undated(campaign.place.as_deref().unwrap_or(OPEN), lang)
}

/// Adds what a document is based on: what the campaign says, else room for it, and what the document itself says last. Lines end
/// with a semicolon, the last one with a full stop. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub fn basis(document: &mut Document, results: &Results<'_>, last: Option<String>) {
    for line in closed(bases_or_room(results).into_iter().chain(last).collect()) {
        document.add(Part::Basis(line));
    }
}

/// Ends the last line of a list with a full stop.
pub fn closed(mut lines: Vec<String>) -> Vec<String> {
    if let Some(last) = lines.last_mut() {
        *last = format!("{}.", last.trim_end_matches([';', ',', '.']));
    }
    lines
}

/// Lists what something is based on: what the campaign says, else room for it.
pub fn bases_or_room(results: &Results<'_>) -> Vec<String> {
    let given = bases(results);
    let open = given.is_empty().then(|| said!(results.lang, "Căn cứ {OPEN};", "Pursuant to {OPEN};"));
    given.into_iter().chain(open).collect()
}

/// Lists what documents are based on, as decisions write it.
pub fn bases(results: &Results<'_>) -> Vec<String> {
    let lang = results.lang;
    let of = |line: &String| {
        let line = line.trim().trim_end_matches([';', '.', ',']);
        let begins = |words: &str| line.to_lowercase().starts_with(words);
        // The campaign says “Căn cứ …” in Vietnamese; what follows is the title of a text, which stays as it is.
        let cited = line.get(PURSUANT_TO.len()..).filter(|_| begins(PURSUANT_TO)).map(str::trim_start);
        match (lang, cited) {
            (Lang::Vi, Some(_)) => format!("{line};"),
            _ if begins("theo") || begins("pursuant to") => format!("{line};"),
            (_, cited) => {
                let cited = cited.unwrap_or(line);
                said!(lang, "Căn cứ {cited};", "Pursuant to {cited};")
            }
        }
    };
    results.campaign.reports.basis.iter().map(of).collect()
}

/// How a campaign begins what its documents are based on.
const PURSUANT_TO: &str = "căn cứ";

/// Writes a people's committee out, as Vietnamese decisions do; in English a name stands as it is given.
pub fn in_full(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => name.replacen("UBND", "Ủy ban nhân dân", 1),
        Lang::En => name.to_owned(),
    }
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
pub fn title(campaign: &Campaign, lang: Lang) -> String {
    if let Some(signatory) = &campaign.signatory {
        return signatory.title.to_uppercase();
    }
    let office = office(campaign);
    match () {
        () if office.to_lowercase().starts_with("sở ") => lang.word("GIÁM ĐỐC", "DIRECTOR").into(),
        () if is_committee(&office) => {
            lang.word("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "ON BEHALF OF THE PEOPLE'S COMMITTEE\nCHAIRPERSON").into()
        }
        () => HEAD.get(lang).into(),
    }
}

/// Head of an office whose title nobody says.
const HEAD: Words = Words { vi: "THỦ TRƯỞNG CƠ QUAN", en: "HEAD OF THE OFFICE" };

/// Names the head of the office in a sentence: `Giám đốc Sở Nội vụ`.
pub fn head_of_office(campaign: &Campaign, lang: Lang) -> String {
    let (title, office) = (title(campaign, lang), office(campaign));
    let title = title.lines().last().filter(|title| *title != HEAD.get(lang)).unwrap_or(lang.word("Thủ trưởng", "Head"));
    let mut letters = title.chars();
    let title: String = letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect();
    match lang {
        // A title that the campaign gives is Vietnamese, and so is what follows it.
        Lang::En if campaign.signatory.is_none() => format!("the {title} of {office}"),
        Lang::Vi | Lang::En => format!("{title} {office}"),
    }
}

/// Names a group within a sentence.
pub fn group(name: &str, lang: Lang) -> String {
    let named = group_in_sentence(name);
    said!(lang, "{named}", "the group “{name}”")
}

/// Whom a document is sent to beside those that it is addressed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// To those whom the campaign names, too.
    Widely,
    /// To nobody else: a letter to one unit is for that unit.
    ToUnit,
}

/// Adds recipients and signature of the office.
pub fn close(document: &mut Document, campaign: &Campaign, sent: Sent) {
    let lang = document.lang;
    let name = campaign.signatory.as_ref().and_then(|who| who.name.clone());
    let above = Some(lang.word("Như trên", "As above"));
    // Who is addressed is named once.
    let addressed = document.addressed();
    let others: Vec<String> = match sent {
        Sent::Widely => {
            campaign.reports.recipients.iter().filter(|line| !addressed.contains(&bare_letters(plain_line(line)))).cloned().collect()
        }
        Sent::ToUnit => vec![lang.word("Lưu: VT", "Filed: records office").to_owned()],
    };
    document.add(Part::Close {
        recipients: listed(&others, above, lang),
        signed: title(campaign, lang).lines().map(str::to_owned).collect(),
        name: name.unwrap_or_else(|| "………………………".into()),
    });
}

/// Lists recipients: those of the campaign, else room for them. The first are those that the document itself names; a list
/// names nobody.
pub fn recipients(campaign: &Campaign, first: Option<&str>, lang: Lang) -> Vec<String> {
    listed(&campaign.reports.recipients, first, lang)
}

/// Takes the signs of a list off a line of recipients.
fn plain_line(line: &str) -> &str {
    line.trim().trim_start_matches('-').trim().trim_end_matches([';', '.'])
}

/// Writes recipients as documents list them: those given, else room for them.
fn listed(given: &[String], first: Option<&str>, lang: Lang) -> Vec<String> {
    let filed = lang.word("Lưu: VT", "Filed: records office");
    let mut lines: Vec<String> = first.map(str::to_owned).into_iter().collect();
    if given.is_empty() {
        lines.extend([OPEN.to_owned(), format!("{filed}, {OPEN}")]);
    } else {
        let bare = || given.iter().map(|line| plain_line(line));
        let begins = |line: &str, words: &str| line.to_lowercase().starts_with(words);
        // “Như trên” is whom a letter is addressed to, “Như Điều 3” whom a decision names.
        let by_article = |line: &str| ["dieu", "article"].iter().any(|word| bare_letters(line).contains(word));
        let fits = |line: &&str| begins(line, "như") && first.is_some_and(|first| by_article(first) == by_article(line));
        if let Some(own) = bare().find(fits) {
            lines = vec![own.to_owned()];
        }
        lines.extend(bare().filter(|line| !begins(line, "như")).map(str::to_owned));
        if !bare().any(|line| begins(line, "lưu")) {
            lines.push(filed.into());
        }
    }
    let last = lines.len().saturating_sub(1);
    lines.iter().enumerate().map(|(n, line)| format!("- {line}{}", if n == last { "." } else { ";" })).collect()
}
