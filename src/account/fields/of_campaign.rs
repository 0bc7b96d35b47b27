//! Fields of the campaign as a whole.

use super::super::appraised::source_in_short;
use super::super::cell::{Cell, Tone, text};
use super::super::documents;
use super::super::overview;
use super::super::proposed;
use super::super::standing::{Standing, Waits, standings};
use super::super::strengths::{self, Came};
use super::super::words::{change, collects_forms_of, maximum, name_with_mark, place, points, sent};
use super::{List, Single};
use crate::assessment::authority_of;
use crate::award::Shortlist;
use crate::figure::date_in;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::text::{Lang, Words};

/// Criteria that are listed at each end of a group.
const LISTED: usize = 5;

/// Gives a value of the campaign.
type Value = fn(&Results<'_>) -> String;
/// Gives the lines of a list of the campaign.
type Lines = fn(&Results<'_>) -> Vec<Vec<String>>;

/// Single fields.
pub const SINGLE: &[Single<Value>] = &[
    Single {
        name: "dot_danh_gia",
        about: Words { vi: "Tên đợt đánh giá", en: "Title of the campaign" },
        value: |results| results.campaign.title.clone(),
    },
    Single { name: "nam", about: Words { vi: "Năm đánh giá", en: "Year" }, value: |results| results.campaign.year.to_string() },
    Single {
        name: "ky_tu",
        about: Words { vi: "Ngày đầu kỳ đánh giá", en: "First day of the period" },
        value: |results| results.campaign.period.from.map(|day| date_in(day, results.lang)).unwrap_or_default(),
    },
    Single {
        name: "ky_den",
        about: Words { vi: "Ngày cuối kỳ đánh giá", en: "Last day of the period" },
        value: |results| results.campaign.period.to.map(|day| date_in(day, results.lang)).unwrap_or_default(),
    },
    Single {
        name: "han_gui",
        about: Words { vi: "Hạn gửi báo cáo tự đánh giá", en: "Deadline for self-assessments" },
        value: |results| results.campaign.deadline.map(|day| date_in(day, results.lang)).unwrap_or_default(),
    },
    Single {
        name: "co_quan",
        about: Words { vi: "Cơ quan chủ trì đánh giá", en: "Office that runs the campaign" },
        value: |results| results.campaign.office.as_ref().map(|_| documents::office(results.campaign)).unwrap_or_default(),
    },
    Single {
        name: "co_quan_chu_quan",
        about: Words { vi: "Cơ quan cấp trên", en: "Authority above it" },
        value: |results| authority_of(results.campaign).unwrap_or_default(),
    },
    Single {
        name: "nguoi_quyet_dinh",
        about: Words { vi: "Người, cơ quan quyết định", en: "Who decides" },
        value: |results| authority_of(results.campaign).map(|_| documents::decides(results.campaign, results.lang)).unwrap_or_default(),
    },
    Single {
        name: "noi_ban_hanh",
        about: Words { vi: "Nơi ban hành", en: "Place of issue" },
        value: |results| results.campaign.place.clone().unwrap_or_default(),
    },
    Single {
        name: "chuc_danh_ky",
        about: Words { vi: "Chức danh người ký", en: "Signatory's title" },
        value: |results| documents::title_of_head(results.campaign, results.lang),
    },
    Single {
        name: "nguoi_ky",
        about: Words { vi: "Họ tên người ký", en: "Signatory's name" },
        value: |results| results.campaign.signatory.as_ref().and_then(|who| who.name.clone()).unwrap_or_default(),
    },
    Single {
        name: "luu_y",
        about: Words { vi: "Chữ in trên mọi trang (DỰ THẢO …)", en: "Notice on every page (draft …)" },
        value: |results| documents::notice(results).unwrap_or_default(),
    },
    Single {
        name: "buoc_chinh_thuc",
        about: Words { vi: "Bước cho điểm chính thức", en: "Stage whose points are official" },
        value: |results| source_in_short(results).get(results.lang).to_owned(),
    },
    Single {
        name: "so_don_vi",
        about: Words { vi: "Số đơn vị được đánh giá", en: "Number of units" },
        value: |results| results.units.len().to_string(),
    },
    Single {
        name: "so_da_gui",
        about: Words { vi: "Số đơn vị đã gửi báo cáo tự đánh giá", en: "Number of units that sent a self-assessment" },
        value: |results| {
            let asked = results.ranking.groups.iter().filter(|ranking| collects_forms_of(ranking, results));
            asked.map(GroupRanking::submitted).sum::<usize>().to_string()
        },
    },
    Single {
        name: "so_chua_gui",
        about: Words { vi: "Số đơn vị chưa gửi", en: "Number of units that did not" },
        value: |results| rows(results).filter(|(_, row)| row.status == Status::NotSubmitted).count().to_string(),
    },
    Single {
        name: "so_xep_hang",
        about: Words { vi: "Số đơn vị được xếp hạng", en: "Number of ranked units" },
        value: |results| results.ranking.groups.iter().map(|ranking| ranking.counted).sum::<usize>().to_string(),
    },
    Single {
        name: "so_de_nghi_khen",
        about: Words { vi: "Số tập thể được đề nghị khen thưởng", en: "Number of units proposed for awards" },
        value: |results| {
            let chosen = results.shortlists.iter().flat_map(|list| &list.chosen);
            chosen.collect::<std::collections::BTreeSet<_>>().len().to_string()
        },
    },
];

/// Lists.
pub const LISTS: &[List<Lines>] = &[
    List {
        name: "can_cu",
        columns: &[("can_cu.noi_dung", Words { vi: "Căn cứ, từng dòng", en: "What it is based on, a line each" })],
        lines: |results| documents::bases(results).into_iter().map(|line| vec![line]).collect(),
    },
    List {
        name: "noi_nhan",
        columns: &[("noi_nhan.ten", Words { vi: "Nơi nhận, từng dòng", en: "Recipients, a line each" })],
        lines: |results| {
            documents::recipients(results.campaign, Some(results.lang.word("Như trên", "As above")), results.lang)
                .into_iter()
                .map(|line| vec![line])
                .collect()
        },
    },
    List {
        name: "khoi",
        columns: &[
            ("khoi.stt", Words { vi: "Số thứ tự", en: "Number" }),
            ("khoi.ten", Words { vi: "Tên khối", en: "Name of the group" }),
            ("khoi.so_don_vi", Words { vi: "Số đơn vị", en: "Number of units" }),
            ("khoi.so_da_gui", Words { vi: "Số đơn vị đã gửi", en: "Units that sent a self-assessment" }),
            ("khoi.so_xep_hang", Words { vi: "Số đơn vị được xếp hạng", en: "Ranked units" }),
            ("khoi.chi_so_trung_binh", Words { vi: "Chỉ số trung bình (%)", en: "Mean index (%)" }),
            ("khoi.chi_so_cao_nhat", Words { vi: "Chỉ số cao nhất (%)", en: "Highest index (%)" }),
            ("khoi.chi_so_thap_nhat", Words { vi: "Chỉ số thấp nhất (%)", en: "Lowest index (%)" }),
            ("khoi.dan_dau", Words { vi: "Đơn vị xếp thứ nhất", en: "Units ranked first" }),
            ("khoi.xep_cuoi", Words { vi: "Đơn vị xếp cuối", en: "Units ranked last" }),
        ],
        lines: groups,
    },
    List {
        name: "xep_hang",
        columns: &[
            ("xep_hang.stt", Words { vi: "Số thứ tự, chung các khối", en: "Number, over all groups" }),
            ("xep_hang.khoi", Words { vi: "Khối", en: "Group" }),
            ("xep_hang.hang", Words { vi: "Hạng trong khối", en: "Place within the group" }),
            ("xep_hang.don_vi", Words { vi: "Đơn vị", en: "Unit" }),
            ("xep_hang.tong_diem", Words { vi: "Tổng điểm", en: "Points" }),
            ("xep_hang.diem_toi_da", Words { vi: "Điểm tối đa áp dụng", en: "Applicable maximum" }),
            ("xep_hang.chi_so", Words { vi: "Chỉ số (%)", en: "Index (%)" }),
            ("xep_hang.xep_loai", Words { vi: "Xếp loại", en: "Grade" }),
            ("xep_hang.so_nam_truoc", Words { vi: "Chỉ số tăng, giảm so với năm trước", en: "Change of the index on last year" }),
            ("xep_hang.ghi_chu", Words { vi: "Đồng hạng, nếu có", en: "Shared place, where it is" }),
        ],
        lines: places,
    },
    List {
        name: "khong_xep_hang",
        columns: &[
            (
                "khong_xep_hang.don_vi",
                Words {
                    vi: "Đơn vị chấm điểm, không xếp hạng hoặc chưa có kết quả", en: "Unit that is not ranked, or has no result"
                },
            ),
            ("khong_xep_hang.khoi", Words { vi: "Khối", en: "Group" }),
            ("khong_xep_hang.chi_so", Words { vi: "Chỉ số (%), nếu có", en: "Index (%), where it has one" }),
            ("khong_xep_hang.ly_do", Words { vi: "Lý do", en: "Reason" }),
        ],
        lines: unranked,
    },
    List {
        name: "khen_thuong",
        columns: &[
            ("khen_thuong.stt", Words { vi: "Số thứ tự trong hình thức khen thưởng", en: "Number within the award" }),
            ("khen_thuong.don_vi", Words { vi: "Đơn vị được đề nghị", en: "Unit that is proposed" }),
            ("khen_thuong.khoi", Words { vi: "Khối", en: "Group" }),
            ("khen_thuong.hang", Words { vi: "Hạng trong khối", en: "Place within the group" }),
            ("khen_thuong.chi_so", Words { vi: "Chỉ số (%)", en: "Index (%)" }),
            ("khen_thuong.xep_loai", Words { vi: "Xếp loại", en: "Grade" }),
            ("khen_thuong.hinh_thuc", Words { vi: "Hình thức khen thưởng đề nghị", en: "Award" }),
            ("khen_thuong.ghi_chu", Words { vi: "Ghi chú", en: "Note" }),
        ],
        lines: |results| awards(results, false),
    },
    List {
        name: "cho_quyet_dinh",
        columns: &[
            ("cho_quyet_dinh.stt", Words { vi: "Số thứ tự trong hình thức khen thưởng", en: "Number within the award" }),
            (
                "cho_quyet_dinh.don_vi",
                Words {
                    vi: "Đơn vị bằng nhau ở vị trí cuối của chỉ tiêu, chờ Hội đồng", en: "Unit that is equal at the edge of a quota"
                },
            ),
            ("cho_quyet_dinh.khoi", Words { vi: "Khối", en: "Group" }),
            ("cho_quyet_dinh.hang", Words { vi: "Hạng trong khối", en: "Place within the group" }),
            ("cho_quyet_dinh.chi_so", Words { vi: "Chỉ số (%)", en: "Index (%)" }),
            ("cho_quyet_dinh.xep_loai", Words { vi: "Xếp loại", en: "Grade" }),
            ("cho_quyet_dinh.hinh_thuc", Words { vi: "Hình thức khen thưởng", en: "Award" }),
            ("cho_quyet_dinh.ghi_chu", Words { vi: "Ghi chú", en: "Note" }),
        ],
        lines: |results| awards(results, true),
    },
    List {
        name: "don_doc",
        columns: &[
            ("don_doc.stt", Words { vi: "Số thứ tự", en: "Number" }),
            ("don_doc.don_vi", Words { vi: "Đơn vị phải gửi hoặc hoàn thiện báo cáo", en: "Unit that has to send or correct something" }),
            ("don_doc.han", Words { vi: "Hạn gửi của đơn vị", en: "Its deadline" }),
            ("don_doc.noi_dung", Words { vi: "Nội dung đôn đốc", en: "What it has to do" }),
        ],
        lines: reminders,
    },
    List {
        name: "ket_qua_dat_duoc",
        columns: &[
            ("ket_qua_dat_duoc.khoi", Words { vi: "Khối", en: "Group" }),
            ("ket_qua_dat_duoc.ma", Words { vi: "Mã tiêu chí", en: "Id of the criterion" }),
            (
                "ket_qua_dat_duoc.tieu_chi",
                Words { vi: "Tiêu chí có chỉ số trung bình cao nhất", en: "Criterion with the highest mean index" },
            ),
            ("ket_qua_dat_duoc.chi_so", Words { vi: "Chỉ số trung bình (%)", en: "Mean index (%)" }),
        ],
        lines: |results| ends(results, true),
    },
    List {
        name: "ton_tai",
        columns: &[
            ("ton_tai.khoi", Words { vi: "Khối", en: "Group" }),
            ("ton_tai.ma", Words { vi: "Mã tiêu chí", en: "Id of the criterion" }),
            ("ton_tai.tieu_chi", Words { vi: "Tiêu chí có chỉ số trung bình thấp nhất", en: "Criterion with the lowest mean index" }),
            ("ton_tai.chi_so", Words { vi: "Chỉ số trung bình (%)", en: "Mean index (%)" }),
        ],
        lines: |results| ends(results, false),
    },
];

/// Lists every unit's line with its group.
fn rows<'a>(results: &Results<'a>) -> impl Iterator<Item = (&'a GroupRanking, &'a Row)> + use<'a> {
    results.ranking.groups.iter().flat_map(|ranking| ranking.rows.iter().map(move |row| (ranking, row)))
}

/// Gives the words of cells.
fn words(cells: &[Cell], lang: Lang) -> Vec<String> {
    cells.iter().map(|cell| cell.words(lang)).collect()
}

fn number(n: usize) -> String {
    n.to_string()
}

fn groups(results: &Results<'_>) -> Vec<Vec<String>> {
    let of = |(n, ranking): (usize, &GroupRanking)| {
        let ranked = || ranking.ranked();
        let at = |place: Option<usize>| {
            let named = ranked().filter(|row| place.is_some() && row.place == place).map(|row| name_with_mark(results, row));
            named.collect::<Vec<_>>().join("; ")
        };
        let mut line = vec![number(n + 1)];
        line.extend(words(&overview::group_row(ranking, results), results.lang));
        line.extend([at(Some(1)), at(ranked().filter_map(|row| row.place).max())]);
        line
    };
    results.ranking.groups.iter().enumerate().map(of).collect()
}

fn places(results: &Results<'_>) -> Vec<Vec<String>> {
    let ranked = rows(results).filter(|(_, row)| row.status == Status::Ranked).enumerate();
    let of = |(n, (ranking, row)): (usize, (&GroupRanking, &Row))| {
        let rounding = ranking.group.rounding;
        let moved = results.comparison.before(&row.unit).and_then(|before| before.change(row).index);
        let mut line = vec![number(n + 1), ranking.group.name.clone()];
        line.extend(words(
            &[
                place(row),
                text(name_with_mark(results, row)),
                points(row.points.as_ref(), rounding),
                maximum(&row.applicable_max),
                points(row.index.as_ref(), rounding),
            ],
            results.lang,
        ));
        line.push(row.grade.clone().unwrap_or_default());
        line.push(change(moved.map(|moved| rounding.print(&moved)).as_ref(), rounding.decimals).words(results.lang));
        line.push(if row.tied { results.lang.word("đồng hạng", "tied").into() } else { String::new() });
        line
    };
    ranked.map(of).collect()
}

fn unranked(results: &Results<'_>) -> Vec<Vec<String>> {
    let without = rows(results).filter(|(_, row)| row.status != Status::Ranked);
    let of = |(ranking, row): (&GroupRanking, &Row)| {
        let why = if row.status == Status::NotSubmitted {
            sent(results.cards.get(&row.unit), results.lang)
        } else {
            results.lang.word("Chấm điểm, không xếp hạng", "Scored, not ranked")
        };
        vec![
            name_with_mark(results, row),
            ranking.group.name.clone(),
            points(row.index.as_ref(), ranking.group.rounding).words(results.lang),
            why.to_owned(),
        ]
    };
    without.map(of).collect()
}

/// Lists proposed units, or those that wait for the council at the edge of a quota.
fn awards(results: &Results<'_>, edge: bool) -> Vec<Vec<String>> {
    let of = |list: &Shortlist| {
        let units = if edge { &list.tied_at_edge } else { &list.chosen };
        proposed::rows(list, units, Tone::None, results)
    };
    let rows = results.shortlists.iter().flat_map(of);
    rows.map(|row| row.iter().map(|cell| cell.words(results.lang).replace('\n', " ")).collect()).collect()
}

fn reminders(results: &Results<'_>) -> Vec<Vec<String>> {
    // Those of the program's own letter, in its order.
    let all: Vec<_> = standings(results).into_iter().filter(|one| !documents::is_office(results, one.unit)).collect();
    let absent = all.iter().filter(|one| one.waits() == Waits::Form);
    let behind = absent.chain(all.iter().filter(|one| one.must_correct()));
    let of = |(n, one): (usize, &Standing<'_>)| {
        let due = one.unit.deadlines.form.map(|day| date_in(day, results.lang)).unwrap_or_default();
        vec![number(n + 1), one.unit.name.clone(), due, documents::asked_of(one, results)]
    };
    behind.enumerate().map(of).collect()
}

/// Lists the criteria that came out best, or worst.
fn ends(results: &Results<'_>, best: bool) -> Vec<Vec<String>> {
    let of = |ranking: &GroupRanking| {
        let Some(set) = results.sets.get(&ranking.group.set) else { return Vec::new() };
        let came = strengths::came(ranking, set, results);
        let listed = if best { strengths::best(&came, LISTED) } else { strengths::worst(&came, LISTED) };
        let listed = listed.into_iter().filter(|one| best || one.full < one.units);
        let line = |one: &Came<'_>| {
            let index = ranking.group.rounding.spelled(&one.index, results.lang);
            vec![ranking.group.name.clone(), one.id(results.lang), one.name(results.lang), index]
        };
        listed.map(line).collect()
    };
    results.ranking.groups.iter().flat_map(of).collect()
}
