//! Figures that a unit declares, leaf by leaf.

use parindex::figure::{Figure, Figures, InputId};
use parindex::points::Points;

use super::frame::Frame;

/// Gives the figures of a leaf; none for a leaf without inputs.
pub fn figures(leaf: &str, frame: &Frame, dossiers: [u64; 3]) -> Figures {
    let rate = frame.rate(leaf);
    let is_district = frame.communes > 0;
    let (procedures, offices, communes, people) = (frame.procedures, frame.offices, frame.communes, frame.people);
    let online = share(procedures, frame.rate("7.2.1") * 3 / 10);
    let [received, resolved, in_time] = dossiers;
    let some = |what: &str, below: u32| frame.noise(what, below);
    match leaf {
        "1.1.1" => pick("ban_hanh", by(rate, [(75, "kip_thoi"), (45, "khong_kip_thoi")], "khong")),
        "1.1.2" => both("du_nhiem_vu", "bo_tri_kinh_phi", rate >= 76),
        "1.1.3" => counts([("da_hoan_thanh", share(20 + some("1.1.3", 9), rate + 6)), ("theo_ke_hoach", 20 + some("1.1.3", 9))]),
        "1.2" => both("du_so_luong", "dung_thoi_gian", rate >= 77).into_iter().chain([yes("du_noi_dung", true)]).collect(),
        "1.3.1" => counts([("da_kiem_tra", share(offices, rate * 6 / 10)), (if is_district { "tong_so" } else { "truc_thuoc" }, offices)]),
        "1.3.2" => part("da_xu_ly", "phat_hien", some("found", 8), rate + 4),
        "1.4" => counts([("so_hinh_thuc", 1 + rate / 25)]),
        "1.5" => counts([("so_sang_kien", rate.saturating_sub(52) / 14)]),
        "1.6" => counts([("so_cuoc", rate / 20)]),
        "2.1.1" => part("dung_tien_do", if is_district { "phai_ban_hanh" } else { "duoc_giao" }, some("texts", 9), rate + 5),
        "2.1.2" => both("lay_y_kien", "gui_tham_dinh", rate >= 76),
        "2.2.1" => pick("bao_cao", by(rate, [(76, "dung_han"), (45, "thieu")], "khong")),
        "2.2.2" => part("da_xu_ly", "phai_xu_ly", some("outdated", 14), rate + 3),
        "2.3" => both("co_ke_hoach", "co_bao_cao", rate >= 75),
        "3.1.1" | "4.2.1" => percent("ty_le", if rate >= 84 { 1000 } else { rate * 10 + some(leaf, 10) }),
        "3.1.2" => part("kip_thoi", if is_district { "phai_cap_nhat" } else { "phai_cong_bo" }, some("changed", 40), rate + 8),
        "3.2.2" if is_district => part("xa_cong_khai", "tong_so_xa", communes, rate + 6),
        "3.2.1" | "3.2.2" => part("da_cong_khai", "phai_cong_khai", procedures, 100 - (100 - rate) / 3),
        "3.3.1" => part("mot_cua", "thuoc_tham_quyen", procedures, 100 - (100 - rate) / 2),
        "3.3.2" => [("da_tiep_nhan", received), ("da_giai_quyet", resolved), ("dung_han", in_time)].into_iter().map(count).collect(),
        "3.3.3" => {
            [("da_xin_loi", (resolved - in_time) * u64::from(rate) / 100), ("tre_han", resolved - in_time)].into_iter().map(count).collect()
        }
        "3.3.4" => part("xa_dat_chuan", "tong_so_xa", communes, rate),
        "3.4" => part("da_xu_ly", "tiep_nhan", some("complaints", 13), rate + 12),
        "4.1.1" => pick("tien_do", by(rate, [(81, "vuot"), (62, "mot_phan")], "moi_duyet")),
        "4.1.2" => part("da_sap_xep", "phai_sap_xep", some("bodies", 6), rate + 4),
        "4.2.2" => Figures::from([yes("khong_vuot", rate >= 73)]),
        "5.1" if is_district => part("dat_chuan", "hien_co", communes * 21, 100 - (100 - rate) / 3),
        "5.1" => part("dung_vi_tri", "hien_co", people, 100 - (100 - rate) / 3),
        "5.2" => both("dung_trinh_tu", "dung_thoi_han", rate >= 75),
        "5.3" => part("da_cu", "theo_ke_hoach", people / 2 + some("courses", 20), rate + 5),
        "5.4" => counts([("vi_pham", if rate >= 78 { 0 } else { 1 + some("offences", 2) })]),
        "6.1" if is_district => percent("ty_le", (rate + 4).min(100) * 10 - some("spent", 10)),
        "6.1" => both("co_quy_che", "cong_khai", rate >= 73),
        "6.2" => part("duoc_giao", "tong_so", if is_district { 20 + communes } else { some("bodies", 6) + 1 }, rate + 8),
        "6.3" => part("da_thuc_hien", "phai_thuc_hien", some("audited", 9), rate + 8),
        "7.1.1" => part("co_chu_ky_so", "phat_hanh", people * 19 + some("letters", 300), rate),
        "7.1.2" => part("thuong_xuyen", "duoc_cap", people, rate),
        "7.1.3" => both("quan_ly_van_ban", "mot_cua_dien_tu", rate >= 74),
        "7.2.1" => counts([("muc_3_4", online), ("thuoc_tham_quyen", procedures)]),
        "7.2.2" => part("phat_sinh", "muc_3_4", online, rate * 6 / 10),
        "7.3.1" => pick("muc_do", by(rate, [(76, "day_du"), (50, "mot_phan")], "chua")),
        "7.3.2" if is_district => part("xa_ap_dung", "tong_so_xa", communes, rate),
        "7.3.2" => part("da_dua_vao", "thuoc_tham_quyen", procedures, rate),
        _ => Figures::new(),
    }
}

/// Doubles the figures of a leaf that weighs one count against another: its rate stays what it is.
pub fn doubled(figures: Figures) -> Figures {
    let weighs = figures.values().filter(|figure| figure.number().is_some()).count() > 1;
    let twice = |figure: Figure| match figure {
        Figure::Number(number) if weighs => Figure::Number(&number + &number),
        other => other,
    };
    figures.into_iter().map(|(input, figure)| (input, twice(figure))).collect()
}

/// Gives a share of a number, in whole percent and at most all of it.
fn share(of: u32, percent: u32) -> u32 {
    (of * percent.min(100) + 50) / 100
}

/// Picks the first choice whose bound is reached.
fn by(rate: u32, choices: [(u32, &'static str); 2], otherwise: &'static str) -> &'static str {
    choices.into_iter().find(|(bound, _)| rate >= *bound).map_or(otherwise, |(_, choice)| choice)
}

/// Makes a count.
fn count((input, number): (&str, u64)) -> (InputId, Figure) {
    (input.into(), Figure::Number(Points::from(i64::try_from(number).unwrap_or(i64::MAX))))
}

/// Makes counts.
fn counts<const N: usize>(numbers: [(&str, u32); N]) -> Figures {
    numbers.into_iter().map(|(input, number)| count((input, number.into()))).collect()
}

/// Makes a whole and so many percent of it.
fn part(part: &str, whole: &str, number: u32, percent: u32) -> Figures {
    counts([(part, share(number, percent)), (whole, number)])
}

/// Makes a percentage of tenths.
fn percent(input: &str, tenths: u32) -> Figures {
    let percent = Points::from(i64::from(tenths)).over(&Points::from(10)).unwrap_or_default();
    Figures::from([(input.into(), Figure::Number(percent))])
}

/// Makes a yes or no.
fn yes(input: &str, yes: bool) -> (InputId, Figure) {
    (input.into(), Figure::YesNo(yes))
}

/// Makes two answers: the first is yes, the second what is said.
fn both(first: &str, second: &str, well: bool) -> Figures {
    Figures::from([yes(first, true), yes(second, well)])
}

/// Makes a choice.
fn pick(input: &str, choice: &str) -> Figures {
    Figures::from([(input.into(), Figure::Choice(choice.into()))])
}
