//! What a province's own documents may name: every field with what it is, an example, and its value in a run.
//!
//! A field is of the campaign, or of one unit; a list has a line for each of its entries, and its fields are its columns.

mod examples;
mod of_campaign;
mod of_unit;

use std::collections::BTreeMap;

use self::examples::EXAMPLES;
use super::cell::{centre, text};
use super::document::Document;
use super::page::Table;
use super::unit_view::UnitView;
use crate::assessment::Unit;
use crate::results::Results;
use crate::text::{Lang, Words};

/// Field that a document may name.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name: `hang`; of a column of a list with the list before it: `xep_hang.don_vi`.
    pub name: &'static str,
    /// What stands there.
    pub about: Words,
    /// Example, invented.
    pub example: &'static str,
    /// Of what it is.
    pub of: FieldOf,
}

/// Of what a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldOf {
    /// The campaign.
    Campaign,
    /// A line of a list of the campaign.
    CampaignList,
    /// A unit.
    Unit,
    /// The result of a unit, which not every unit has.
    Result,
    /// A line of a list of the result of a unit.
    ResultList,
}

/// Values of fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Single values by name; empty where the run has none.
    pub single: BTreeMap<&'static str, String>,
    /// Lines of lists, by the name of the list; each by the whole names of its columns.
    pub lists: BTreeMap<&'static str, Vec<BTreeMap<&'static str, String>>>,
}

/// A single field, whose value `F` gives.
struct Single<F> {
    name: &'static str,
    about: Words,
    value: F,
}

/// A list: its columns, and its lines in their order, which `F` gives.
struct List<F> {
    name: &'static str,
    columns: &'static [(&'static str, Words)],
    lines: F,
}

/// Lists every field.
pub fn fields() -> Vec<Field> {
    let field = |name: &'static str, about: Words, of: FieldOf| {
        let example = EXAMPLES.iter().find(|(of, _)| *of == name).map_or("", |(_, example)| *example);
        Field { name, about, example, of }
    };
    let column = |of: FieldOf| move |(name, about): &(&'static str, Words)| field(name, *about, of);
    let campaign = of_campaign::SINGLE.iter().map(|one| field(one.name, one.about, FieldOf::Campaign));
    let campaign_lists = of_campaign::LISTS.iter().flat_map(|list| list.columns).map(column(FieldOf::CampaignList));
    let unit = of_unit::KNOWN.iter().map(|one| field(one.name, one.about, FieldOf::Unit));
    let result = of_unit::RESULT.iter().map(|one| field(one.name, one.about, FieldOf::Result));
    let result_lists = of_unit::LISTS.iter().flat_map(|list| list.columns).map(column(FieldOf::ResultList));
    campaign.chain(campaign_lists).chain(unit).chain(result).chain(result_lists).collect()
}

/// Gives the values of the fields asked for; those of units only with a unit, those of results only where it has one.
pub fn values(results: &Results<'_>, unit: Option<&Unit>, asked: &dyn Fn(&str) -> bool) -> Values {
    let mut values = Values::default();
    values.take(of_campaign::SINGLE, |value| value(results), asked);
    values.list(of_campaign::LISTS, |lines| lines(results), asked);
    let Some(unit) = unit else { return values };
    values.take(of_unit::KNOWN, |value| value(results, unit), asked);
    if let Some(view) = UnitView::new(results, unit).filter(|_| super::has_result(results, unit)) {
        values.take(of_unit::RESULT, |value| value(&view), asked);
        values.list(of_unit::LISTS, |lines| lines(&view), asked);
    } else {
        values.take(of_unit::RESULT, |_| String::new(), asked);
        values.list(of_unit::LISTS, |_| Vec::new(), asked);
    }
    values
}

impl Values {
    /// Takes the values of fields that are asked for.
    fn take<F>(&mut self, fields: &[Single<F>], value: impl Fn(&F) -> String, asked: &dyn Fn(&str) -> bool) {
        self.single.extend(fields.iter().filter(|one| asked(one.name)).map(|one| (one.name, value(&one.value))));
    }

    /// Takes the lines of lists of which a column is asked for.
    fn list<F>(&mut self, lists: &[List<F>], lines: impl Fn(&F) -> Vec<Vec<String>>, asked: &dyn Fn(&str) -> bool) {
        for list in lists.iter().filter(|list| list.columns.iter().any(|(name, _)| asked(name))) {
            let line = |line: Vec<String>| list.columns.iter().map(|(name, _)| *name).zip(line).collect();
            self.lists.insert(list.name, lines(&list.lines).into_iter().map(line).collect());
        }
    }
}

/// Makes the document that lists every field, from which names are copied.
pub fn fields_document(lang: Lang) -> Document {
    let of = |wanted: FieldOf| fields().into_iter().filter(move |field| field.of == wanted);
    let say = |vi: &'static str, en: &'static str| Words { vi, en }.get(lang);
    let mut document = Document {
        title: say("Tên dùng trong mẫu văn bản", "Names for templates of documents").into(),
        office: None,
        notice: None,
        day: None,
        lang,
        parts: Vec::new(),
    };
    document.heading(document.title.to_uppercase());
    for words in HOW {
        document.item(words.get(lang));
    }
    for (wanted, heading) in PARTS {
        document.heading(heading.get(lang));
        let mut table =
            Table::new([say("Tên", "Name"), say("Là gì", "What it is"), say("Ví dụ (minh họa)", "Example (invented)")].map(centre));
        for field in of(*wanted) {
            table.row([text(format!("{{{{{}}}}}", field.name)), text(field.about.get(lang)), text(field.example)]);
        }
        document.table("", &[38, 38, 24], table);
    }
    document
}

/// Parts of the list of fields.
pub const PARTS: &[(FieldOf, Words)] = &[
    (FieldOf::Campaign, Words { vi: "1. Của cả đợt đánh giá", en: "1. Of the campaign" }),
    (
        FieldOf::CampaignList,
        Words {
            vi: "2. Danh sách của cả đợt (đặt trong một hàng của bảng)", en: "2. Lists of the campaign (within one row of a table)"
        },
    ),
    (FieldOf::Unit, Words { vi: "3. Của từng đơn vị (mỗi đơn vị một văn bản)", en: "3. Of each unit (a document for each)" }),
    (
        FieldOf::Result,
        Words {
            vi: "4. Kết quả của từng đơn vị (chỉ đơn vị có kết quả mới có văn bản)",
            en: "4. Result of each unit (a document for units that have one)",
        },
    ),
    (
        FieldOf::ResultList,
        Words {
            vi: "5. Danh sách của từng đơn vị (đặt trong một hàng của bảng)", en: "5. Lists of each unit (within one row of a table)"
        },
    ),
];

/// Says how names are used.
const HOW: &[Words] = &[
    Words {
        vi: "Soạn mẫu bằng Word, lưu dạng .docx vào thư mục templates của đợt đánh giá; parindex run ghi văn bản đã điền vào van-ban/theo-mau.",
        en: "Make the template in Word and save it as .docx in the campaign's folder templates; parindex run writes the documents into van-ban/theo-mau.",
    },
    Words {
        vi: "Chỗ cần điền: gõ tên trong hai dấu ngoặc nhọn như ở cột Tên, hoặc chèn điều khiển nội dung (Developer › Plain Text) có thẻ (Tag) hay tiêu đề (Title) là tên ấy.",
        en: "A place to fill: type the name in double braces as in the first column, or insert a content control (Developer › Plain Text) with the name as its tag or title.",
    },
    Words {
        vi: "Tên của một danh sách đặt trong cùng một hàng của bảng; hàng ấy được lặp lại cho từng dòng. Danh sách không có dòng nào thì hàng ấy bỏ đi; bảng chỉ có hàng ấy thì chỗ điền để “……”.",
        en: "Names of one list stand in one row of a table; the row is repeated for each line. Where the list has no line the row is left out; in a table of that row alone the place stays open, “……”.",
    },
    Words {
        vi: "Mẫu có tên của đơn vị thì mỗi đơn vị có một văn bản; mẫu không có thì cả đợt có một văn bản.",
        en: "A template that names fields of a unit makes a document for each unit; any other makes one for the campaign.",
    },
];
