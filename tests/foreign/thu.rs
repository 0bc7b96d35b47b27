//! The small campaign of a commune, and what is said of a form of its province.

use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, drawn, run_with};

/// What is said of a form.
#[derive(Debug)]
pub struct Said {
    /// Everything, as JSON.
    pub json: Value,
    /// Code and severity of every finding.
    pub found: Vec<String>,
}

impl Said {
    /// Gives a leaf.
    fn row(&self, id: &str) -> &Value {
        self.json["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == id).unwrap_or(&Value::Null)
    }

    /// Gives a field of a leaf.
    fn field(&self, id: &str, key: &str) -> Option<String> {
        self.row(id)[key].as_str().map(str::to_owned)
    }

    pub fn claim(&self, id: &str) -> Option<String> {
        self.field(id, "claimed")
    }

    pub fn accepted(&self, id: &str) -> Option<String> {
        self.field(id, "accepted")
    }

    pub fn explanation(&self, id: &str) -> Option<String> {
        self.field(id, "explanation")
    }

    pub fn input(&self, id: &str, input: &str) -> Option<String> {
        self.row(id)["inputs"][input].as_str().map(str::to_owned)
    }

    /// Counts the documents of a leaf.
    pub fn documents(&self, id: &str) -> usize {
        self.row(id)["evidence"].as_array().map_or(0, Vec::len)
    }

    pub fn unit(&self) -> Option<&str> {
        self.json["files"][0]["unit"].as_str()
    }

    /// Adds up what is accepted, in hundredths.
    pub fn worth(&self) -> u64 {
        let rows = self.json["files"][0]["rows"].as_array().unwrap();
        rows.iter().filter_map(|row| row["accepted"].as_str()?.replace('.', "").parse::<u64>().ok()).sum()
    }

    /// Gives code, cell and message of the findings of a code.
    pub fn of(&self, code: &str) -> Vec<String> {
        let findings = self.json["findings"].as_array().unwrap().iter().filter(|one| one["code"] == code);
        findings.map(|one| format!("{} {}", one["cell"].as_str().unwrap_or("–"), one["message"].as_str().unwrap())).collect()
    }
}

/// Checks a drawn form.
pub fn checked(text: &str) -> Said {
    checked_as(text, "")
}

/// Checks a drawn form in a campaign that says more.
pub fn checked_as(text: &str, more: &str) -> Said {
    checked_bytes(&drawn(text), "x.xlsx", more)
}

/// Checks a workbook.
pub fn checked_bytes(bytes: &[u8], name: &str, more: &str) -> Said {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    checked_in(&folder, bytes, name, more)
}

/// Checks a workbook in a campaign folder.
pub fn checked_in(folder: &Folder, bytes: &[u8], name: &str, more: &str) -> Said {
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}{more}")).put(&format!("in/{name}"), bytes);
    let said = run_with(&folder.path(""), &["check", &format!("in/{name}"), "--campaign", ".", "--format", "json"]);
    let json: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{} {}", said.out, said.err));
    let found = json["findings"].as_array().unwrap().iter();
    let found = found.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["severity"].as_str().unwrap())).collect();
    Said { json, found }
}

/// Draws a form with these columns of scores: 1.5 for 1.3 in the first one, 1 in the second.
pub fn form(scores: &[&str]) -> String {
    let second = |left: &str, right: &str| if scores.len() > 1 { format!("{left} | {right}") } else { left.to_owned() };
    let (plan, share, open) = (second("2", "1.5"), second("3.2", "2.7"), second("3", "2.5"));
    let culture = second("1.5", "1");
    let headings = scores.join(" | ");
    format!(
        "UBND XÃ TÂN AN

BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026
STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | {headings} | TLKC
'1 | Chỉ đạo, điều hành | 8
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | | {plan} | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
 | Ngày ban hành kế hoạch | | '20/01/2026
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | | {share} |
 | Số nhiệm vụ hoàn thành | | 40
 | Số nhiệm vụ được giao | | 50
'1.3 | Văn hóa công sở | 2 | | {culture} |
'2 | Cải cách thủ tục hành chính | 12
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 80 | {share} |
'2.2 | Công khai thủ tục hành chính | 3 | Công khai đầy đủ, kịp thời | {open} |
'2.3 | Thẩm định chất lượng giải quyết | 2
'2.4 | Mức độ hài lòng | 3
"
    )
}
