//! Units by the names that people call them.

use parindex::assessment::{Excused, Unit};
use parindex::figure::{GroupId, UnitId};
use parindex::roster::{Named, Roster};

/// Units of a province with the names that are easily confused.
fn units() -> Vec<Unit> {
    let names = [
        ("xa-tan-an", "UBND xã Tân An", &[][..]),
        ("xa-tan-binh", "UBND xã Tân Bình", &["Tân Bình"]),
        ("xa-tan-an-dong", "UBND xã Tân An Đông", &[]),
        ("p-long-hoa", "UBND phường Long Hoa", &[]),
        ("p-1", "UBND phường 1", &[]),
        ("p-11", "UBND phường 11", &[]),
        ("x-phu-my-a", "UBND xã Phú Mỹ, huyện A Lưới", &[]),
        ("x-phu-my-b", "UBND xã Phú Mỹ, huyện Ba Tri", &[]),
        ("x-hoa-binh", "Uỷ ban nhân dân xã Hoà Bình", &[]),
        ("p-hoa-binh", "Ủy ban nhân dân phường Hòa Bình", &[]),
        ("tp-tan-an", "UBND thành phố Long Xuyên", &[]),
        ("so-y-te", "Sở Y tế", &[]),
        ("so-gddt", "Sở Giáo dục và Đào tạo", &["Sở GD&ĐT"]),
        ("so-tnmt", "Sở Tài nguyên và Môi trường", &[]),
        ("so-tn", "Sở Tài nguyên", &[]),
        ("so-xd", "Sở Xây dựng", &["Sở Giao thông vận tải"]),
        ("vp-ubnd", "Văn phòng UBND tỉnh", &[]),
        ("p-nv", "Phòng Nội vụ", &[]),
        ("p-vhtt", "Phòng Văn hóa và Thông tin", &[]),
        ("bql-kkt", "Ban Quản lý Khu kinh tế", &[]),
    ];
    let unit = |(id, name, aliases): (&str, &str, &[&str])| Unit {
        id: UnitId::new(id),
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        authority: None,
        place: None,
        signatory: None,
        group: GroupId::new("x"),
        ranked: true,
        not_applicable: Excused::default(),
        deadlines: parindex::assessment::Deadlines::default(),
    };
    names.into_iter().map(unit).collect()
}

/// Says who is named: ids, joined.
fn said(named: &Named<'_>) -> String {
    named.all().iter().map(|unit| unit.id.as_str().to_owned()).collect::<Vec<_>>().join(" ")
}

/// Compares what words are taken for with what they mean.
fn check(find: impl Fn(&Roster, &str) -> String, table: &[(&str, &str)]) {
    let units = units();
    let roster = Roster::new(&units, ["Sở Nội vụ", "UBND tỉnh Long An"]);
    for (words, meant) in table {
        assert_eq!(&find(&roster, words), meant, "{words}");
    }
}

#[test]
fn a_whole_name_is_known_in_every_spelling() {
    check(
        |roster, words| said(&roster.called(words)),
        &[
            ("UBND xã Tân An", "xa-tan-an"),
            ("ỦY BAN NHÂN DÂN XÃ TÂN AN", "xa-tan-an"),
            ("Uỷ ban nhân dân xã Tân An", "xa-tan-an"),
            ("U.B.N.D XÃ TÂN AN", "xa-tan-an"),
            ("UBND X. Tân An", "xa-tan-an"),
            ("X.Tân An", "xa-tan-an"),
            ("xã\nTân An.", "xa-tan-an"),
            ("Tân An", "xa-tan-an"),
            ("ubnd xa tan an", "xa-tan-an"),
            ("UBND xã Tân An, huyện Tân Trụ, tỉnh Long An", "xa-tan-an"),
            ("Xã Tân An - huyện Tân Trụ", "xa-tan-an"),
            ("UBND xã Tân An Đông", "xa-tan-an-dong"),
            ("UBND P. Long Hoa", "p-long-hoa"),
            ("P.Long Hoa", "p-long-hoa"),
            ("UBND P.1", "p-1"),
            ("Phường 11", "p-11"),
            ("Phường 01", "p-1"),
            ("P. 011", "p-11"),
            ("TP. Long Xuyên", "tp-tan-an"),
            ("UBND TP Long Xuyên", "tp-tan-an"),
            ("UBND xã Phú Mỹ, huyện Ba Tri", "x-phu-my-b"),
            ("xã Phú Mỹ (huyện A Lưới)", "x-phu-my-a"),
            ("xã Hòa Bình", "x-hoa-binh"),
            ("phường Hoà Bình", "p-hoa-binh"),
            ("Sở Giáo dục & Đào tạo", "so-gddt"),
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LONG AN", "so-gddt"),
            ("Sở GD&ĐT", "so-gddt"),
            ("Sở GD & ĐT", "so-gddt"),
            ("Sở Tài nguyên", "so-tn"),
            ("Sở Tài nguyên – Môi trường", ""),
            ("Y tế", "so-y-te"),
            ("VP UBND tỉnh", "vp-ubnd"),
            ("P. Nội vụ", "p-nv"),
            ("P.Nội vụ", "p-nv"),
            ("P. Văn hóa & Thông tin", "p-vhtt"),
            ("phong van hoa - thong tin", ""),
            ("BQL Khu kinh tế", "bql-kkt"),
            ("BQL Khu Kinh tế tỉnh Long An", "bql-kkt"),
            ("P. Tân An", ""),
            ("Văn phòng Ủy ban nhân dân tỉnh Long An", "vp-ubnd"),
        ],
    );
}

#[test]
fn what_fits_several_or_none_is_not_guessed() {
    check(
        |roster, words| said(&roster.called(words)),
        &[
            ("Hòa Bình", "x-hoa-binh p-hoa-binh"),
            ("UBND xã Phú Mỹ", "x-phu-my-a x-phu-my-b"),
            ("phường Tân An", ""),
            ("UBND huyện Tân An", ""),
            ("Phòng Y tế", ""),
            ("P. Y tế", ""),
            ("Văn phòng", ""),
            ("Thanh tra Sở Xây dựng", ""),
            ("Trung tâm Y tế", ""),
            ("Trường THCS Tân An", ""),
            ("Tân", ""),
            ("UBND xã", ""),
            ("Sở", ""),
            ("", ""),
            ("UBND xã Tân An Tây", ""),
            ("Phường 111", ""),
        ],
    );
}

#[test]
fn a_title_names_a_unit_by_its_whole_name_only() {
    check(
        |roster, words| said(&roster.mentioned(words)),
        &[
            ("BẢNG TỰ ĐÁNH GIÁ CCHC CỦA UBND XÃ TÂN AN NĂM 2026", "xa-tan-an"),
            ("Báo cáo tự chấm điểm của Ủy ban nhân dân xã Tân An", "xa-tan-an"),
            ("Kết quả tự chấm xã Tân Bình, năm 2026", "xa-tan-binh"),
            ("TỰ CHẤM ĐIỂM UBND XÃ TÂN AN ĐÔNG", "xa-tan-an-dong"),
            ("Tự chấm điểm UBND xã Tân An Tây", ""),
            ("Trường THCS Tân Bình năm 2026", ""),
            ("Bảng điểm của Thanh tra Sở Xây dựng", ""),
            ("Chủ tịch UBND xã Tân An ký", ""),
            ("Bảng chấm của Sở Tài nguyên và Môi trường", "so-tnmt"),
            ("của UBND xã Tân An và xã Tân Bình", "xa-tan-an xa-tan-binh"),
            ("Bảng điểm của Tân Bình năm 2026", "xa-tan-binh"),
            ("Bảng điểm khu phố Tân Bình", ""),
            ("Bảng điểm của HĐND xã Tân An", ""),
            ("Mặt trận Tổ quốc xã Tân An", ""),
            ("Hội Cựu chiến binh xã Tân An năm 2026", ""),
            ("Bảng điểm UBND xã Tân An 3", ""),
            ("Bảng điểm UBND xã Tân An 2026", "xa-tan-an"),
            ("Kết quả xếp loại xã Tân An quý I", "xa-tan-an"),
        ],
    );
}

#[test]
fn a_file_is_named_by_a_whole_id_or_name() {
    check(
        |roster, words| said(&roster.in_file_name(words)),
        &[
            ("submissions/p-1.xlsx", "p-1"),
            ("p-11.xlsx", "p-11"),
            ("p_1_2026.xlsx", "p-1"),
            ("Biểu tự chấm p-11 (2).xlsx", "p-11"),
            ("UBND xã Tân An.xlsx", "xa-tan-an"),
            ("ubnd_xa_tan_an_2026.xlsx", "xa-tan-an"),
            ("Bieu tu cham UBND xa Tan An Dong nam 2026.xlsx", "xa-tan-an-dong"),
            ("xa tan an tay.xlsx", ""),
            ("Truong THCS Tan Binh.xlsx", ""),
            ("Thanh tra So Xay dung.xlsx", ""),
            ("so xay dung.xls", "so-xd"),
            ("bieu.xlsx", ""),
            // What one hands in for another is of nobody known.
            ("UBND xã Tân An nộp thay.xlsx", ""),
            ("Biểu của xã khác, UBND xã Tân An nộp thay.xlsx", ""),
            ("p-1_nop_thay_xa_khac.xlsx", ""),
            ("p-1 nộp hộ.xlsx", ""),
            ("p-1 nộp hồ sơ thay đổi.xlsx", "p-1"),
        ],
    );
}

#[test]
fn a_word_of_rank_may_be_missing_and_is_never_a_part_of_another() {
    let known = |name: &str, words: &str| {
        let mut unit = units().swap_remove(0);
        (unit.id, unit.name) = (UnitId::new("u"), name.to_owned());
        let units = [unit];
        let roster = Roster::new(&units, []);
        let file = format!("{}.xlsx", words.replace('\n', " "));
        let titled = format!("BẢNG TỰ CHẤM CỦA {words} NĂM 2026");
        [roster.called(words), roster.mentioned(&titled), roster.spoken_of(&titled), roster.in_file_name(&file)]
            .map(|named| !said(&named).is_empty())
    };
    let (commune, town) = ("UBND xã Tân An", "UBND thị xã Tân An");
    for (name, other) in [
        (commune, "UBND thị xã Tân An"),
        (commune, "UBND TX. Tân An"),
        (commune, "UBND T.X. Tân An"),
        (commune, "UBND T.Xã Tân An"),
        (commune, "ỦY BAN NHÂN DÂN\nTHỊ XÃ TÂN AN"),
        (commune, "Thị xã Tân An"),
        (commune, "thi xa tan an"),
        (town, "UBND xã Tân An"),
        (town, "UBND X. Tân An"),
        (town, "Xã Tân An"),
        (town, "xa tan an"),
        ("Xã Tân An", "Thị xã Tân An"),
        ("Xã Tân An", "Hợp tác xã Tân An"),
        ("UBND thị trấn Tân An", "UBND xã Tân An"),
        ("UBND phường Tân An", "UBND thị xã Tân An"),
    ] {
        assert_eq!(known(name, other), [false; 4], "{name}: {other}");
    }
    // Controls: every word of rank, or fewer of them.
    for (name, own) in [
        (commune, "UBND xã Tân An"),
        (commune, "UBND X. Tân An"),
        (commune, "U.B.N.D X. Tân An"),
        (town, "UBND TX. Tân An"),
        (town, "UBND T.X. Tân An"),
        (town, "UBND T.xã Tân An"),
        (town, "Ủy ban nhân dân thị xã Tân An"),
        (town, "UBND thi xa Tan An"),
    ] {
        let [called, _, _, file] = known(name, own);
        assert!(called && file, "{name}: {own}");
    }
    assert!(known(commune, "Tân An")[0] && known(town, "Tân An")[0] && known(commune, "Xã Tân An")[0] && known(town, "TX Tân An")[0]);
}

#[test]
fn an_id_stands_for_its_own_unit_in_tables() {
    check(
        |roster, words| said(&roster.called_or_numbered(words)),
        &[("P-1", "p-1"), ("so-tn", "so-tn"), ("Sở Giao thông vận tải", "so-xd"), ("Sở Nội vụ", "")],
    );
}

#[test]
fn the_office_that_runs_the_campaign_is_nobody() {
    let units = units();
    let roster = Roster::new(&units, ["Sở Nội vụ", "UBND tỉnh Long An"]);
    for (words, office) in [
        ("SỞ NỘI VỤ", true),
        ("Sở Nội vụ tỉnh Long An", true),
        ("Ủy ban nhân dân tỉnh Long An", true),
        ("Sở Xây dựng", false),
        ("Phòng Nội vụ", false),
        ("Văn phòng UBND tỉnh Long An", false),
    ] {
        assert_eq!(roster.is_office(words), office, "{words}");
    }
}
