//! Points in a column of their own, beside the lines that say what they are given for.

use parindex::convert::Options;

use super::{converted_with, linted, said};

/// Converts a table; gives the words of its rules, how many were understood, and the findings.
fn read(rows: &[&[&str]], options: &Options) -> (Vec<String>, usize, Vec<String>) {
    let mut table: Vec<&[&str]> = vec![&["(Kèm theo Quyết định số 1/QĐ-UBND)"]];
    table.extend(rows);
    let found = converted_with(&table, options);
    let findings = said(&found.findings);
    let Some(set) = found.value else { return (Vec::new(), 0, findings) };
    let read = linted(&set.yaml);
    (read.leaves().filter_map(|(_, leaf)| leaf.text.clone()).collect(), set.understood, findings)
}

/// What the rules say, wherever the points of their lines stand.
const SAID: [&str; 2] = ["Ban hành kịp thời: 2\nBan hành chậm: 1\nKhông ban hành: 0", "Đúng hạn: 3\nMỗi báo cáo chậm: -0,5"];

#[test]
fn a_line_and_the_points_beside_it_are_one() {
    for heading in ["Mức điểm", "Điểm", "Số điểm", "Thang điểm chấm chi tiết", "Điểm từng mức"] {
        let rows: [&[&str]; 9] = [
            &["STT", "Nội dung", "Điểm tối đa", heading],
            &["1", "Chung", "=5", ""],
            &["1.1", "Kế hoạch", "=2", ""],
            &["", "Ban hành kịp thời", "", "=2"],
            &["", "Ban hành chậm", "", "=1"],
            &["", "Không ban hành", "", "=0"],
            &["1.2", "Báo cáo", "=3", ""],
            &["", "Đúng hạn", "", "=3"],
            &["", "Mỗi báo cáo chậm", "", "=-0.5"],
        ];
        let (texts, understood, findings) = read(&rows, &Options::default());
        assert_eq!((texts.iter().map(String::as_str).collect::<Vec<_>>(), understood), (SAID.to_vec(), 2), "{heading}: {findings:?}");
        assert_eq!(findings, Vec::<String>::new(), "{heading}");
        // Named by the user, it is the same.
        let named = Options { max: Some("C".into()), ..Options::default() };
        assert_eq!(read(&rows, &named).1, 2, "{heading}");
    }
}

#[test]
fn levels_stand_left_of_the_maxima_too() {
    let rows: [&[&str]; 7] = [
        &["STT", "Tiêu chí", "Mức đánh giá", "Điểm tối đa", "Mức điểm"],
        &["1", "Chung", "", "=5", ""],
        &["1.1", "Kế hoạch", "Ban hành kịp thời", "=2", "=2"],
        &["", "", "Ban hành chậm", "", "=1"],
        &["", "", "Không ban hành", "", "=0"],
        &["1.2", "Báo cáo", "Đúng hạn", "=3", "=3"],
        &["", "", "Mỗi báo cáo chậm", "", "-0,5"],
    ];
    let (texts, understood, findings) = read(&rows, &Options::default());
    assert_eq!((texts.iter().map(String::as_str).collect::<Vec<_>>(), understood), (SAID.to_vec(), 2), "{findings:?}");
}

#[test]
fn a_column_of_sentences_is_none_of_maxima() {
    let rows: [&[&str]; 6] = [
        &["STT", "Nội dung tiêu chí", "Thang điểm chi tiết", "Điểm tối đa", "Điểm tự chấm"],
        &["I", "Chung", "", "=5", ""],
        &["1", "Kế hoạch", "Ban hành kịp thời: 2\nBan hành chậm: 1\nKhông ban hành: 0", "=2", ""],
        &["2", "Báo cáo", "Đúng hạn: 3\nMỗi báo cáo chậm: -0,5", "=3", ""],
        &["", "Cộng mục I", "", "=5", ""],
        &["", "Tổng cộng", "", "=5", ""],
    ];
    let (texts, understood, findings) = read(&rows, &Options::default());
    assert_eq!((texts.iter().map(String::as_str).collect::<Vec<_>>(), understood), (SAID.to_vec(), 2), "{findings:?}");
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn two_columns_of_maxima_are_still_asked() {
    let of = |second: &str, figures: [&str; 3]| {
        let [first, other, whole] = figures;
        let rows: [&[&str]; 4] = [
            &["STT", "Tiêu chí", "Điểm tối đa (sở)", second, "Cách chấm"],
            &["1", "Chung", "=4", whole, ""],
            &["1.1", "Kế hoạch", "=2", first, "Có: 2; không: 0"],
            &["1.2", "Một cửa", "=2", other, "Có: 2; không: 0"],
        ];
        read(&rows, &Options::default()).2
    };
    for second in ["Điểm tối đa (xã)", "Điểm chuẩn", "Thang điểm"] {
        let findings = of(second, ["=2", "=1", "=3"]);
        assert!(matches!(findings.as_slice(), [one] if one.starts_with("C322")), "{second}: {findings:?}");
    }
}

#[test]
fn what_lines_of_rates_give_is_no_figure() {
    let rows: [&[&str]; 6] = [
        &["STT", "Nội dung", "Điểm tối đa", "Mức điểm"],
        &["1", "Chung", "=2", ""],
        &["1.1", "Giải quyết hồ sơ", "=2", ""],
        &["", "Tỷ lệ đúng hạn 100%", "", "=2"],
        &["", "Tỷ lệ đúng hạn từ 90% đến dưới 100%", "", "=1"],
        &["", "Tỷ lệ đúng hạn dưới 90%", "", "=0"],
    ];
    let (texts, understood, findings) = read(&rows, &Options::default());
    let said = "Tỷ lệ đúng hạn 100%: 2\nTỷ lệ đúng hạn từ 90% đến dưới 100%: 1\nTỷ lệ đúng hạn dưới 90%: 0";
    assert_eq!((texts, understood), (vec![said.to_owned()], 1), "{findings:?}");
}

#[test]
fn a_rate_that_is_reached_is_no_share_of_the_points_and_arithmetic_beside_a_range_is_its_points() {
    let rows: [&[&str]; 9] = [
        &["STT", "Tiêu chí", "Điểm tối đa", "Nội dung chấm", "Mức điểm"],
        &["1", "Chung", "=4", "", ""],
        &["1.1", "Kết quả thực hiện nhiệm vụ CCHC trong kế hoạch", "=2", "Tỷ lệ nhiệm vụ hoàn thành đúng tiến độ = 100%", "=2"],
        &["", "", "", "90% ≤ tỷ lệ < 100%", "=1.5"],
        &["", "", "", "75% ≤ tỷ lệ < 90%", "=1"],
        &["", "", "", "Tỷ lệ < 75%", "=0"],
        &["1.2", "Tỷ lệ giải ngân kế hoạch vốn đầu tư công", "=2", "Từ 95% trở lên", "=2"],
        &["", "", "", "Từ 80% đến dưới 95%", "(Tỷ lệ giải ngân x 2)/95%"],
        &["", "", "", "Dưới 80%", "=0"],
    ];
    let (texts, understood, findings) = read(&rows, &Options::default());
    assert_eq!(understood, 2, "{texts:?}\n{findings:?}");
    // The arithmetic is in the rule, so it isn't asked about.
    assert!(!findings.iter().any(|one| one.starts_with("C332") || one.starts_with("C309")), "{findings:?}");
}
