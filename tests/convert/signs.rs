//! Lines outside of the tree: whether they add or take points, and what is asked where nothing says so.

use parindex::criteria::Sign;

use super::{brief, linted};

/// Converts a table that has a block behind its criteria; gives the lines of the set, and the findings.
fn block(rows: &[&str]) -> (Vec<(String, Sign, String)>, Vec<String>) {
    let mut table = vec!["I | Chỉ đạo | =2", "1 | Kế hoạch | =2", "| Có: 2; không: 0"];
    table.extend(rows);
    let (set, findings) = brief(&table);
    let read = linted(&set.yaml);
    let lines = read.adjustments.iter().map(|line| (line.criterion.id.to_string(), line.sign, line.criterion.max.plain())).collect();
    (lines, findings)
}

/// Line of a set.
fn line(id: &str, sign: Sign, max: &str) -> (String, Sign, String) {
    (id.to_owned(), sign, max.to_owned())
}

#[test]
fn a_block_says_whether_its_lines_add_or_take() {
    let (lines, findings) = block(&["II | ĐIỂM TRỪ |", "1 | Vụ việc bị phản ánh đúng | =2", "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm"]);
    assert_eq!((lines, findings), (vec![line("P1", Sign::Penalty, "2")], vec![]));
    let (lines, findings) =
        block(&["II | Điểm thưởng (tối đa 2 điểm) | =2", "1 | Mô hình mới | =2", "| Mỗi mô hình cộng 1 điểm, tối đa 2 điểm"]);
    assert_eq!((lines, findings), (vec![line("T1", Sign::Bonus, "2")], vec![]));
}

#[test]
fn in_a_block_of_both_each_line_says_it() {
    for heading in ["ĐIỂM THƯỞNG, ĐIỂM TRỪ", "Điểm thưởng và điểm trừ", "ĐIỂM CỘNG/ĐIỂM TRỪ", "Điểm trừ, điểm thưởng"]
    {
        let rows = [
            &*format!("II | {heading} |"),
            "1 | Điểm thưởng | =2",
            "| Mỗi mô hình cộng 1 điểm, tối đa 2 điểm",
            "2 | Điểm trừ: vụ việc bị phản ánh | =-2",
            "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm",
            "3 | Sáng kiến | =1",
            "| Mỗi sáng kiến được cộng 0,5 điểm",
            "4 | Bị phê bình | =1",
            "| Bị phê bình: trừ 1 điểm",
        ];
        let (lines, findings) = block(&rows);
        let expected =
            [line("T1", Sign::Bonus, "2"), line("P1", Sign::Penalty, "2"), line("T2", Sign::Bonus, "1"), line("P2", Sign::Penalty, "1")];
        assert_eq!((lines, findings), (expected.to_vec(), vec![]), "{heading}");
    }
}

#[test]
fn what_nothing_tells_is_asked_and_not_written() {
    let (lines, findings) = block(&["II | ĐIỂM THƯỞNG, ĐIỂM TRỪ |", "1 | Vụ việc được nêu | =2", "| Mỗi vụ việc 1 điểm, tối đa 2 điểm"]);
    assert_eq!((lines, findings), (vec![], vec!["C321 B7: “Vụ việc được nêu”: cộng hay trừ điểm?".to_owned()]));
    // The block says one thing, its line the other.
    let (lines, findings) = block(&["II | ĐIỂM THƯỞNG |", "1 | Vụ việc bị phản ánh | =2", "| Mỗi vụ việc trừ 1 điểm, tối đa trừ 2 điểm"]);
    assert_eq!((lines, findings.len()), (vec![], 1), "{findings:?}");
}
