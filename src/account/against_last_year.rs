//! How a unit compares with the last year, in a sentence.

use super::unit_view::UnitView;
use super::words::{capital, lacks_survey, many};
use crate::points::Points;
use crate::ranking::Status;
use crate::text::said;

/// Says how the unit compares with the last year; nothing where no earlier year is known.
pub fn compared(view: &UnitView<'_>) -> Option<String> {
    let (comparison, rounding, lang) = (view.results.comparison, view.rounding(), view.results.lang);
    let year = comparison.last()?.year;
    let Some(before) = comparison.before(&view.unit.id) else {
        return Some(said!(lang, "Không có kết quả năm {year} để so sánh.", "There is no result of {year} to compare with."));
    };
    if lacks_survey(view.row, view.results) {
        return Some(said!(
            lang,
            "Chưa có kết quả điều tra xã hội học năm nay để so với năm {year}.",
            "There is no result of this year's survey yet to compare with {year}."
        ));
    }
    let change = before.change(view.row);
    let merged = before.units.len();
    let of = if merged > 1 {
        said!(
            lang,
            " so với bình quân năm {year} của {merged} đơn vị trước sắp xếp",
            " against the mean in {year} of the {merged} units that it was merged from"
        )
    } else {
        String::new()
    };
    let moved = |points: &Points| {
        let by = rounding.spelled(&points.abs(), lang);
        match points {
            points if points.is_positive() => said!(lang, "chỉ số tăng {by} điểm phần trăm{of}", "index up by {by} percentage points{of}"),
            points if points.is_negative() => {
                said!(lang, "chỉ số giảm {by} điểm phần trăm{of}", "index down by {by} percentage points{of}")
            }
            _ => said!(lang, "chỉ số không đổi{of}", "index unchanged{of}"),
        }
    };
    let index = change.index.map(|index| moved(&rounding.print(&index)));
    // A unit that is ranked alone can neither rise nor fall.
    let places = before.place.zip(change.places_risen).filter(|_| view.ranking.compares());
    let place = places.map(|((place, of), risen)| {
        let (by, places) = (risen.unsigned_abs(), many(risen.unsigned_abs(), "place", "places"));
        let moved = match risen {
            0 => lang.word("giữ hạng", "same place").to_owned(),
            1.. => said!(lang, "tăng {by} hạng", "{places} up"),
            _ => said!(lang, "giảm {by} hạng", "{places} down"),
        };
        said!(lang, "{moved} (năm {year}: {place}/{of})", "{moved} ({year}: {place}/{of})")
    });
    let places = view.row.status == Status::Unranked && index.is_some();
    let unplaced = places
        .then(|| lang.word("không so hạng vì đơn vị không được xếp hạng", "places are not compared, as the unit is not ranked").into());
    let unranked = (!before.ranked && index.is_some() && !places)
        .then(|| said!(lang, "năm {year} không được xếp hạng, không tính là tiến bộ", "not ranked in {year}, so that this is no progress"));
    if view.row.index.is_none() {
        return Some(said!(
            lang,
            "Năm nay chưa có kết quả để so với năm {year}.",
            "There is no result of this year to compare with {year}."
        ));
    }
    let parts: Vec<String> = [index, place, unplaced, unranked].into_iter().flatten().collect();
    Some(if parts.is_empty() {
        said!(lang, "Năm {year} không có kết quả.", "There is no result of {year}.")
    } else {
        format!("{}.", capital(&parts.join("; ")))
    })
}
