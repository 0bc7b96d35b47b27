//! The form that goes out: what stands in it, what it computes, and that it opens everywhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use parindex::assessment::{Answer, Campaign, Claim, Evidence, EvidenceDate, SelfAssessment, SetRef, Stage, Unit};
use parindex::criteria::{self, CriteriaSet, Period};
use parindex::figure::Figure;
use parindex::points::Points;
use parindex::sheet::template::{Form, write};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn tmp(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("form");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn campaign() -> Campaign {
    Campaign {
        id: "long-an-2018".into(),
        title: "Đánh giá, xếp hạng cải cách hành chính tỉnh Long An năm 2018".into(),
        office: Some("UBND tỉnh Long An".into()),
        year: 2018,
        period: Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) },
        deadline: Some(date(2019, 1, 15)),
        notice: Some("SỐ LIỆU MINH HỌA".into()),
        official: Stage::Appraised1,
    }
}

fn unit() -> Unit {
    Unit {
        id: "so-tai-chinh".into(),
        name: "Sở Tài chính".into(),
        aliases: Vec::new(),
        group: "so-nganh".into(),
        ranked: true,
        not_applicable: ["6.4".into()].into(),
    }
}

#[test]
fn looks() {
    let yaml = fs::read(root("criteria/long-an-so-nganh-2018/set.yaml")).unwrap();
    let set = criteria::read_bytes(&yaml, "set.yaml").value.unwrap();
    let (unit, campaign) = (unit(), campaign());
    let form = Form { set: &set, unit: &unit, campaign: &campaign, group: "Sở, ban, ngành", rounding: set.rounding, filled: None };
    let bytes = write(&form).unwrap();
    fs::write(tmp("so-tai-chinh.xlsx"), bytes).unwrap();
}
