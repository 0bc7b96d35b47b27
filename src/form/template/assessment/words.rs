//! Words of the self-assessment sheet: its title, what each row is about, what the index is.

use crate::criteria::Criterion;
use crate::figure::{Input, InputKind};
use crate::form::layout::ASSESSMENT_COLUMNS;
use crate::form::signing::{HOW, SigningPlace};
use crate::form::template::plan::{ADJUSTMENTS, FIGURES, Plan, Row, What, shares, total};
use crate::form::template::states::{LACKS_DOCUMENTS, TO_FILL, WRONG};
use crate::form::template::{Form, page};
use crate::points::Points;
use crate::text::{Lang, Words, said};

/// Legend of colours: what it is, then a sample each.
pub const LEGEND: [Words; 6] = [
    Words { vi: "Chú giải màu:", en: "Colours:" },
    TO_FILL,
    Words { vi: "Ô được điền", en: "May be filled in" },
    WRONG,
    LACKS_DOCUMENTS,
    Words { vi: "Không phải điền", en: "Not to be filled in" },
];

/// Gives the title of the sheet.
pub fn title(form: &Form<'_>) -> String {
    let year = form.campaign.year;
    said!(form.lang, "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {year}", "SELF-ASSESSMENT OF ADMINISTRATIVE REFORM, {year}")
}

/// Lists all that the sheet says outside its rows with keys, cell by cell.
pub fn outside(form: &Form<'_>) -> Vec<String> {
    let lang = form.lang;
    let headings = ASSESSMENT_COLUMNS.iter().flat_map(|column| [column.key, column.heading.get(lang)]);
    let figures = (!form.set.figures.is_empty()).then_some(FIGURES.get(lang));
    let SigningPlace { who, printed } = SigningPlace::of(form.campaign, form.unit, lang);
    let fixed = LEGEND.into_iter().chain(HOW).chain([ADJUSTMENTS]).map(|words| words.get(lang));
    let fixed = fixed.chain(headings).chain(figures).map(str::to_owned);
    page::words(form, &title(form)).into_iter().chain(fixed).chain(who).chain(printed).collect()
}

/// Gives the number of a row.
pub fn stt<'a>(row: &Row<'a>) -> &'a str {
    match &row.what {
        What::Group { criterion, .. } | What::Leaf { criterion, .. } => criterion.id.as_str(),
        What::Input { .. }
        | What::Shared { .. }
        | What::Figure { .. }
        | What::Title(_)
        | What::Total { .. }
        | What::Index { .. }
        | What::Remark { .. } => "",
    }
}

/// Gives what a row is about.
pub fn content(plan: &Plan<'_>, row: &Row<'_>) -> String {
    let lang = plan.form.lang;
    match &row.what {
        What::Group { criterion, depth: 1, .. } => noted(&or(plan, criterion, &criterion.name.to_uppercase()), criterion),
        What::Group { criterion, .. } => noted(&or(plan, criterion, &criterion.name), criterion),
        What::Leaf { criterion, sign, .. } => {
            let name = match sign {
                Some(sign) => sign.named(&criterion.name).get(lang).to_owned(),
                None => or(plan, criterion, &criterion.name),
            };
            noted(&name, criterion)
        }
        What::Input { input, .. } | What::Shared { input, .. } | What::Figure { input, .. } => input.label.clone(),
        What::Title(title) => title.get(lang).to_owned(),
        What::Total { .. } => lang.word("TỔNG ĐIỂM", "TOTAL").to_owned(),
        What::Index { .. } => index_label(plan),
        What::Remark { label, .. } => label.get(lang).to_owned(),
    }
}

/// Gives the maximum of a row that has one of its own.
pub fn maximum<'a>(plan: &Plan<'a>, row: &Row<'a>) -> Option<&'a Points> {
    match &row.what {
        What::Group { criterion, .. } | What::Leaf { criterion, .. } => Some(&criterion.max),
        What::Total { .. } => Some(total(plan.form.set)),
        What::Input { .. } | What::Shared { .. } | What::Figure { .. } | What::Title(_) | What::Index { .. } | What::Remark { .. } => None,
    }
}

/// Gives the unit of measure of a row's figure.
pub fn measured<'a>(row: &Row<'a>, lang: Lang) -> &'a str {
    match &row.what {
        What::Input { input, .. } | What::Shared { input, .. } | What::Figure { input, .. } => measure(input, lang),
        _ => "",
    }
}

/// Gives the unit of measure that stands beside an input.
fn measure(input: &Input, lang: Lang) -> &str {
    match (&input.measure, input.kind) {
        (Some(measure), _) => measure,
        (None, InputKind::Percent) => "%",
        (None, InputKind::Date) => lang.word("ngày", "date"),
        (None, _) => "",
    }
}

/// Says “Hoặc” before the name of a criterion that stands for the one above it.
fn or(plan: &Plan<'_>, criterion: &Criterion, name: &str) -> String {
    let of = plan.form.set.alternative_of(&criterion.id);
    let later = of.is_some_and(|of| of.criteria.first() != Some(&criterion.id));
    if later { said!(plan.form.lang, "Hoặc: {name}", "Or: {name}") } else { name.to_owned() }
}

/// Adds the remark of a criterion to its name.
fn noted(name: &str, criterion: &Criterion) -> String {
    criterion.note.as_ref().map_or_else(|| name.to_owned(), |note| format!("{name}\n({note})"))
}

/// Says what the index of the form is, and what is not in it yet.
fn index_label(plan: &Plan<'_>) -> String {
    let (_, council, survey, _) = shares(plan);
    let lang = plan.form.lang;
    let label = lang.word(
        "CHỈ SỐ TỰ ĐÁNH GIÁ (%) = tổng điểm ÷ điểm tối đa áp dụng × 100",
        "INDEX BY SELF-ASSESSMENT (%) = total ÷ applicable maximum × 100",
    );
    let others: Vec<&str> = [(council, ("hội đồng thẩm định", "the council")), (survey, ("điều tra xã hội học", "the survey"))]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, (vi, en))| lang.word(vi, en))
        .collect();
    if others.is_empty() {
        return label.to_owned();
    }
    let others = others.join(lang.word(" và ", " and "));
    said!(lang, "{label} (chưa gồm phần do {others} chấm)", "{label} (without what is scored by {others})")
}
