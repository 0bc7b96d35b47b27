//! Fields of one unit.

use super::super::against_last_year::compared;
use super::super::documents;
use super::super::findings::FilesOfUnit;
use super::super::reminders::own_reminder;
use super::super::standing::{errors, errors_of, round, standing};
use super::super::unit_view::UnitView;
use super::super::words::{maximum, place, points, sent};
use super::{List, Single};
use crate::assessment::Unit;
use crate::figure::date_in;
use crate::finding::Finding;
use crate::results::Results;
use crate::text::Words;

/// Gives a value that is known of every unit.
type Known = fn(&Results<'_>, &Unit) -> String;
/// Gives a value of a unit's result.
type Value = fn(&UnitView<'_>) -> String;
/// Gives the lines of a list of a unit's result.
type Lines = fn(&UnitView<'_>) -> Vec<Vec<String>>;

/// Single fields that every unit has.
pub const KNOWN: &[Single<Known>] = &[
    Single { name: "don_vi", about: Words { vi: "Tên đơn vị", en: "Name of the unit" }, value: |_, unit| unit.name.clone() },
    Single { name: "ma_don_vi", about: Words { vi: "Mã đơn vị", en: "Id of the unit" }, value: |_, unit| unit.id.to_string() },
    Single {
        name: "khoi_don_vi",
        about: Words { vi: "Khối của đơn vị", en: "Group of the unit" },
        value: |results, unit| results.scored_by(unit).map(|(group, _)| group.name.clone()).unwrap_or_default(),
    },
    Single {
        name: "han_gui_don_vi",
        about: Words { vi: "Hạn gửi của đơn vị, kể cả gia hạn", en: "Deadline of the unit, extensions included" },
        value: |results, unit| unit.deadlines.form.map(|day| date_in(day, results.lang)).unwrap_or_default(),
    },
    Single {
        name: "tinh_trang_gui",
        about: Words { vi: "Đã gửi báo cáo tự đánh giá hay chưa", en: "Whether it sent its self-assessment" },
        value: |results, unit| {
            let result = documents::has_result(results, unit);
            if result {
                results.lang.word("Đã gửi báo cáo tự đánh giá", "Self-assessment submitted").into()
            } else {
                sent(results.cards.get(&unit.id), results.lang).into()
            }
        },
    },
    Single {
        name: "so_loi",
        about: Words { vi: "Số lỗi đơn vị phải khắc phục", en: "Errors that the unit has to correct" },
        value: |results, unit| errors_of(results, &unit.id).to_string(),
    },
    Single {
        name: "noi_dung_don_doc",
        about: Words { vi: "Việc đơn vị còn phải làm", en: "What the unit itself still has to do" },
        value: |results, unit| own_reminder(results, &standing(results, unit, round(results))),
    },
];

/// Single fields of its result.
pub const RESULT: &[Single<Value>] = &[
    Single {
        name: "diem_tu_cham",
        about: Words { vi: "Điểm tự đánh giá", en: "Points that it claimed" },
        value: |view| points(view.card.and_then(|card| card.stages.claimed.as_ref()), view.rounding()).words(view.results.lang),
    },
    Single {
        name: "tong_diem",
        about: Words { vi: "Tổng điểm", en: "Points" },
        value: |view| points(view.row.points.as_ref(), view.rounding()).words(view.results.lang),
    },
    Single {
        name: "diem_toi_da",
        about: Words { vi: "Điểm tối đa áp dụng", en: "Applicable maximum" },
        value: |view| maximum(&view.row.applicable_max).words(view.results.lang),
    },
    Single {
        name: "chi_so",
        about: Words { vi: "Chỉ số (%)", en: "Index (%)" },
        value: |view| points(view.row.index.as_ref(), view.rounding()).words(view.results.lang),
    },
    Single {
        name: "hang",
        about: Words { vi: "Hạng trong khối", en: "Place within the group" },
        value: |view| place(view.row).words(view.results.lang),
    },
    Single {
        name: "so_xep_hang_khoi",
        about: Words { vi: "Số đơn vị được xếp hạng trong khối", en: "Ranked units of its group" },
        value: |view| view.ranking.counted.to_string(),
    },
    Single { name: "xep_loai", about: Words { vi: "Xếp loại", en: "Grade" }, value: |view| view.row.grade.clone().unwrap_or_default() },
    Single {
        name: "chi_so_trung_binh",
        about: Words { vi: "Chỉ số trung bình của khối (%)", en: "Mean index of its group (%)" },
        value: |view| points(view.ranking.mean_index.as_ref(), view.rounding()).words(view.results.lang),
    },
    Single {
        name: "so_voi_nam_truoc",
        about: Words { vi: "So với năm trước", en: "Against the year before" },
        value: |view| compared(view).unwrap_or_default(),
    },
];

/// Lists of its result.
pub const LISTS: &[List<Lines>] = &[
    List {
        name: "linh_vuc",
        columns: &[
            ("linh_vuc.ma", Words { vi: "Số thứ tự của lĩnh vực", en: "Number of the area" }),
            ("linh_vuc.ten", Words { vi: "Lĩnh vực", en: "Area" }),
            ("linh_vuc.diem_toi_da", Words { vi: "Điểm tối đa áp dụng", en: "Applicable maximum" }),
            ("linh_vuc.diem", Words { vi: "Điểm đạt", en: "Points" }),
            ("linh_vuc.chi_so", Words { vi: "Chỉ số (%)", en: "Index (%)" }),
            ("linh_vuc.trung_binh", Words { vi: "Chỉ số trung bình của khối (%)", en: "Mean index of the group (%)" }),
        ],
        lines: |view| {
            documents::areas(view).rows.iter().map(|row| row.iter().map(|cell| cell.words(view.results.lang)).collect()).collect()
        },
    },
    List {
        name: "mat_diem",
        columns: &[
            ("mat_diem.ma", Words { vi: "Mã tiêu chí", en: "Id of the criterion" }),
            ("mat_diem.tieu_chi", Words { vi: "Tiêu chí chưa đạt điểm tối đa", en: "Criterion below its maximum" }),
            ("mat_diem.diem_toi_da", Words { vi: "Điểm tối đa", en: "Maximum" }),
            ("mat_diem.tu_cham", Words { vi: "Điểm tự đánh giá", en: "Points that it claimed" }),
            ("mat_diem.diem", Words { vi: "Điểm đạt", en: "Points" }),
            ("mat_diem.ly_do", Words { vi: "Lý do", en: "Reason" }),
        ],
        lines: |view| documents::lost(view).iter().map(|line| line.iter().map(|cell| cell.words(view.results.lang)).collect()).collect(),
    },
    List {
        name: "loi",
        columns: &[
            ("loi.ma", Words { vi: "Mã phát hiện", en: "Code of the finding" }),
            ("loi.tieu_chi", Words { vi: "Tiêu chí", en: "Criterion" }),
            ("loi.noi_dung", Words { vi: "Lỗi phải khắc phục", en: "Error that has to be corrected" }),
            ("loi.khac_phuc", Words { vi: "Cách khắc phục", en: "How to correct it" }),
            ("loi.vi_tri", Words { vi: "Vị trí trong biểu", en: "Where in the form" }),
        ],
        lines: |view| {
            let lang = view.results.lang;
            let found: Vec<&Finding> = view.results.findings_of(&view.unit.id).collect();
            let files = FilesOfUnit::new(view.results, &view.unit.id, &found);
            let line = |finding: &Finding| {
                let criterion = finding.criterion.as_ref().map(ToString::to_string).unwrap_or_default();
                vec![
                    finding.code.id.to_owned(),
                    criterion,
                    files.message(finding, lang).to_owned(),
                    files.cure(finding, lang).to_owned(),
                    files.place(finding, lang),
                ]
            };
            errors(view.results, &view.unit.id).map(line).collect()
        },
    },
];
