//! What a new campaign folder holds, and the sets that the program carries for it.

mod start;

pub use start::{NoStart, Start};

/// Criteria set that the program carries.
#[derive(Clone, Copy, Debug)]
pub struct CarriedSet {
    /// Name of its folder.
    pub name: &'static str,
    /// Its `set.yaml`.
    pub set: &'static str,
    /// Its `cases.yaml`.
    pub cases: &'static str,
    /// For whom it was made.
    group: Example,
}

/// Group of a new campaign, to be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Example {
    id: &'static str,
    name: &'static str,
    /// Ids and names of its units.
    units: &'static [(&'static str, &'static str)],
}

/// Departments of a province.
const DEPARTMENTS: Example = Example {
    id: "so-nganh",
    name: "Khối sở, ban, ngành",
    units: &[
        ("so-tai-chinh", "Sở Tài chính"),
        ("so-tu-phap", "Sở Tư pháp"),
        ("so-y-te", "Sở Y tế"),
        ("van-phong-ubnd", "Văn phòng UBND tỉnh"),
    ],
};
/// Districts, as they were until 2025.
const DISTRICTS: Example = Example {
    id: "huyen",
    name: "Khối huyện, thị xã, thành phố",
    units: &[("huyen-binh-an", "Huyện Bình An"), ("huyen-phu-hoa", "Huyện Phú Hòa"), ("thi-xa-tan-long", "Thị xã Tân Long")],
};
/// Communes and wards.
const COMMUNES: Example = Example {
    id: "xa-phuong",
    name: "Khối xã, phường",
    units: &[("xa-an-binh", "Xã An Bình"), ("xa-tan-hoa", "Xã Tân Hòa"), ("phuong-phu-my", "Phường Phú Mỹ")],
};

/// Declares carried sets by the names of their folders under `criteria/`.
macro_rules! carried {
    ($($name:literal for $group:expr),* $(,)?) => {
        &[$(CarriedSet {
            name: $name,
            set: include_str!(concat!("../../criteria/", $name, "/set.yaml")),
            cases: include_str!(concat!("../../criteria/", $name, "/cases.yaml")),
            group: $group,
        }),*]
    };
}

/// Sets that the program carries; the first is what a new campaign uses unless it is told otherwise.
pub const CARRIED: &[CarriedSet] = carried![
    "mau-khoi-dau" for DEPARTMENTS,
    "mau-so-nganh-2025" for DEPARTMENTS,
    "mau-xa-phuong-2025" for COMMUNES,
    "long-an-so-nganh-2018" for DEPARTMENTS,
    "long-an-huyen-2018" for DISTRICTS,
    "ca-mau-1880-2013" for DEPARTMENTS,
];

impl CarriedSet {
    /// Gives its title.
    pub fn title(&self) -> &'static str {
        self.set.lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or(self.name)
    }

    /// Gives the year that it is in force, where it says so.
    fn year(&self) -> Option<i16> {
        let valid = self.set.lines().find_map(|line| line.strip_prefix("valid: "))?;
        valid.split_once("to: ")?.1.get(..4)?.parse().ok()
    }
}
