//! Who takes part, and how big and how good each unit is made to look. All figures are invented.

/// What a unit's figures are made of.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Id in `campaign.yaml`.
    pub id: &'static str,
    /// Abbreviation in the symbols of its documents.
    pub symbol: &'static str,
    /// How well it does, in percent, before chance makes it uneven.
    pub quality: u32,
    /// Its share of the province's dossiers, against the others'; 0: it handles none.
    pub load: u64,
    /// Its share of late dossiers, against the others of the same load.
    pub lateness: u64,
    /// Officials.
    pub people: u32,
    /// Procedures that it handles.
    pub procedures: u32,
    /// Divisions, subordinate bodies and, for a district, communes.
    pub offices: u32,
    /// Communes.
    pub communes: u32,
}

/// Unit whose figures the twin repeats on another scale, so that both reach the same index.
pub const TWINNED: &str = "so-van-hoa-the-thao-va-du-lich";
/// Its twin.
pub const TWIN: &str = "so-lao-dong-tbxh";
/// Unit that sends nothing.
pub const SILENT: &str = "so-ngoai-vu";

/// Dossiers of the province: received, resolved, resolved in time.
pub const DOSSIERS: [u64; 3] = [703_938, 683_241, 654_074];
/// Dossiers of [`TWINNED`]; its twin has twice as many.
pub const TWINNED_DOSSIERS: [u64; 3] = [2_150, 2_100, 2_037];

/// Declares a department.
const fn department(
    id: &'static str,
    symbol: &'static str,
    quality: u32,
    [load, lateness]: [u64; 2],
    [people, procedures, offices]: [u32; 3],
) -> Frame {
    Frame { id, symbol, quality, load, lateness, people, procedures, offices, communes: 0 }
}

/// Declares a district: symbols of all districts are the same.
const fn district(id: &'static str, quality: u32, load: u64, lateness: u64, communes: u32) -> Frame {
    Frame { id, symbol: "UBND", quality, load, lateness, people: 70 + 3 * communes, procedures: 245, offices: 12 + communes, communes }
}

/// Every unit, in the order of `campaign.yaml`.
#[rustfmt::skip]
pub static FRAMES: [Frame; 35] = [
    department("van-phong-ubnd-tinh", "VPUBND", 90, [4, 2], [68, 24, 9]),
    department("so-noi-vu", "SNV", 95, [38, 3], [76, 98, 11]),
    department("so-tu-phap", "STP", 93, [210, 4], [52, 126, 9]),
    department("so-ke-hoach-va-dau-tu", "SKHĐT", 91, [165, 6], [58, 104, 8]),
    department("so-tai-chinh", "STC", 98, [12, 1], [63, 40, 7]),
    department("so-cong-thuong", "SCT", 88, [240, 5], [66, 132, 10]),
    department("so-nong-nghiep-va-ptnt", "SNN", 84, [95, 8], [142, 118, 17]),
    department("so-giao-thong-van-tai", "SGTVT", 90, [620, 4], [81, 110, 10]),
    department("so-xay-dung", "SXD", 82, [58, 9], [54, 62, 8]),
    department("so-tai-nguyen-va-moi-truong", "STNMT", 78, [480, 14], [96, 106, 13]),
    department("so-thong-tin-va-truyen-thong", "STTTT", 96, [9, 2], [38, 42, 7]),
    department("so-lao-dong-tbxh", "SLĐTBXH", 86, [0, 0], [124, 140, 20]),
    department("so-van-hoa-the-thao-va-du-lich", "SVHTTDL", 86, [0, 0], [62, 70, 10]),
    department("so-khoa-hoc-va-cong-nghe", "SKHCN", 94, [7, 2], [44, 58, 8]),
    department("so-giao-duc-va-dao-tao", "SGDĐT", 83, [46, 7], [60, 78, 11]),
    department("so-y-te", "SYT", 80, [130, 10], [72, 152, 19]),
    department("so-ngoai-vu", "SNgV", 0, [0, 0], [0, 0, 0]),
    department("thanh-tra-tinh", "TTT", 89, [0, 0], [36, 14, 6]),
    department("ban-quan-ly-khu-kinh-te", "BQLKKT", 92, [40, 3], [34, 46, 6]),
    department("trung-tam-phuc-vu-hcc", "TTPVHCC", 91, [0, 0], [24, 30, 4]),
    district("tan-an", 94, 690, 5, 14),
    district("kien-tuong", 88, 240, 6, 8),
    district("ben-luc", 92, 560, 6, 15),
    district("can-duoc", 90, 480, 8, 17),
    district("can-giuoc", 85, 510, 9, 17),
    district("chau-thanh", 95, 290, 3, 13),
    district("duc-hoa", 83, 890, 11, 20),
    district("duc-hue", 79, 170, 10, 11),
    district("moc-hoa", 82, 90, 7, 7),
    district("tan-hung", 80, 130, 9, 12),
    district("tan-thanh", 87, 210, 6, 13),
    district("tan-tru", 91, 180, 4, 11),
    district("thanh-hoa", 84, 150, 8, 11),
    district("thu-thua", 89, 260, 5, 13),
    district("vinh-hung", 86, 120, 6, 10),
];

impl Frame {
    /// Finds the frame of a unit.
    pub fn of(id: &str) -> Option<&'static Self> {
        FRAMES.iter().find(|frame| frame.id == id)
    }

    /// Gives a number below `below` that is always the same for this unit and this thing.
    pub fn noise(&self, what: &str, below: u32) -> u32 {
        // FNV-1a: spreads short ids evenly, and anyone can repeat it.
        let hash =
            [self.id, "/", what].concat().bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (hash >> 7) % below.max(1)
    }

    /// Gives how well the unit does at a leaf, in percent: its quality, uneven, less what is hard for everyone.
    pub fn rate(&self, leaf: &str) -> u32 {
        let hard = match leaf {
            "1.5" => 16,
            "3.1.1" => 6,
            "7.1.1" | "7.2.2" => 12,
            "7.1.2" | "7.2.1" => 8,
            "7.3.2" => 7,
            _ => 0,
        };
        (self.quality + self.noise(leaf, 21)).saturating_sub(13 + hard).min(100)
    }
}

/// Shares the province's dossiers out among the units: received, resolved, in time. The sums are [`DOSSIERS`] exactly.
pub fn dossiers() -> Vec<(&'static str, [u64; 3])> {
    let fixed = [(TWINNED, TWINNED_DOSSIERS), (TWIN, TWINNED_DOSSIERS.map(|number| 2 * number))];
    let left = |n: usize| DOSSIERS[n] - fixed.iter().map(|(_, numbers)| numbers[n]).sum::<u64>();
    let received = shares(left(0), |frame| frame.load);
    let waiting = shares(left(0) - left(1), |frame| frame.load * (2 + frame.lateness));
    let late = shares(left(1) - left(2), |frame| frame.load * frame.lateness);
    let mut all = fixed.to_vec();
    for (n, frame) in FRAMES.iter().enumerate().filter(|(_, frame)| frame.load > 0) {
        let resolved = received[n] - waiting[n];
        all.push((frame.id, [received[n], resolved, resolved - late[n]]));
    }
    all
}

/// Cuts a number into whole shares by weight; what is left over goes to the heaviest.
fn shares(whole: u64, weight: impl Fn(&Frame) -> u64) -> Vec<u64> {
    let total: u64 = FRAMES.iter().map(&weight).sum();
    let mut shares: Vec<u64> = FRAMES.iter().map(|frame| whole * weight(frame) / total).collect();
    let heaviest = (0..FRAMES.len()).max_by_key(|n| weight(&FRAMES[*n])).unwrap_or(0);
    shares[heaviest] += whole - shares.iter().sum::<u64>();
    shares
}
