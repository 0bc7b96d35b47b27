//! Who takes part: 14 departments and 96 communes of a province that does not exist, and what they were made of.

/// Unit of 2025.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Id in `campaign.yaml`.
    pub id: String,
    /// Name.
    pub name: String,
    /// What chance is drawn from: its id, but for the twin.
    pub seed: String,
    /// Abbreviation in the symbols of its documents.
    pub symbol: String,
    /// How well it does, in percent, before chance makes it uneven.
    pub quality: u32,
    /// Dossiers that it received; the twin twice as many.
    pub dossiers: u64,
    /// Whether its counts are twice those of the unit whose seed it has: its rates are the same.
    pub doubled: bool,
    /// Units of 2024 that it was made of; empty where it was itself.
    pub predecessors: Vec<String>,
    /// Whether it is a department.
    pub department: bool,
}

/// Unit of 2024.
#[derive(Clone, Debug)]
pub struct Old {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// How well it did, in percent.
    pub quality: u32,
}

/// Departments: id, name, symbol, quality, dossiers, predecessors.
type Department = (&'static str, &'static str, &'static str, u32, u64, &'static [&'static str]);

#[rustfmt::skip]
static DEPARTMENTS: [Department; 14] = [
    ("van-phong-ubnd-tinh", "Văn phòng UBND tỉnh", "VPUBND", 92, 180, &[]),
    ("so-noi-vu", "Sở Nội vụ", "SNV", 94, 6_420, &["so-noi-vu", "so-lao-dong-tbxh"]),
    ("so-tu-phap", "Sở Tư pháp", "STP", 95, 21_350, &[]),
    ("so-tai-chinh", "Sở Tài chính", "STC", 91, 14_870, &["so-tai-chinh", "so-ke-hoach-va-dau-tu"]),
    ("so-cong-thuong", "Sở Công Thương", "SCT", 88, 32_100, &[]),
    ("so-nong-nghiep-va-moi-truong", "Sở Nông nghiệp và Môi trường", "SNNMT", 84, 40_260, &["so-nong-nghiep-va-ptnt", "so-tai-nguyen-va-moi-truong"]),
    ("so-xay-dung", "Sở Xây dựng", "SXD", 87, 55_930, &["so-xay-dung", "so-giao-thong-van-tai"]),
    ("so-khoa-hoc-va-cong-nghe", "Sở Khoa học và Công nghệ", "SKHCN", 97, 1_240, &["so-khoa-hoc-va-cong-nghe", "so-thong-tin-va-truyen-thong"]),
    ("so-van-hoa-the-thao-va-du-lich", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", 89, 2_310, &[]),
    ("so-giao-duc-va-dao-tao", "Sở Giáo dục và Đào tạo", "SGDĐT", 85, 4_980, &[]),
    ("so-y-te", "Sở Y tế", "SYT", 82, 12_640, &[]),
    ("so-dan-toc-va-ton-giao", "Sở Dân tộc và Tôn giáo", "SDTTG", 86, 410, &["ban-dan-toc"]),
    ("thanh-tra-tinh", "Thanh tra tỉnh", "TTT", 90, 150, &[]),
    ("ban-quan-ly-khu-kinh-te", "Ban Quản lý Khu kinh tế cửa khẩu và các khu công nghiệp tỉnh Minh Giang", "BQLKKT", 93, 3_060, &["ban-quan-ly-cac-khu-cong-nghiep"]),
];

/// Departments that were there in 2024 and went into others.
static GONE: [(&str, &str, u32); 7] = [
    ("so-lao-dong-tbxh", "Sở Lao động - Thương binh và Xã hội", 86),
    ("so-ke-hoach-va-dau-tu", "Sở Kế hoạch và Đầu tư", 90),
    ("so-nong-nghiep-va-ptnt", "Sở Nông nghiệp và Phát triển nông thôn", 83),
    ("so-tai-nguyen-va-moi-truong", "Sở Tài nguyên và Môi trường", 78),
    ("so-giao-thong-van-tai", "Sở Giao thông vận tải", 89),
    ("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông", 94),
    ("ban-dan-toc", "Ban Dân tộc", 84),
];

/// District offices of 2024, which have no successors.
pub static DISTRICTS: [(&str, &str, u32); 8] = [
    ("minh-giang", "UBND thành phố Minh Giang", 91),
    ("dong-binh", "UBND thị xã Đông Bình", 88),
    ("tay-binh", "UBND huyện Tây Bình", 84),
    ("nam-khe", "UBND huyện Nam Khê", 80),
    ("bac-linh", "UBND huyện Bắc Lĩnh", 76),
    ("thanh-vinh", "UBND huyện Thanh Vĩnh", 83),
    ("hung-my", "UBND huyện Hưng Mỹ", 86),
    ("hon-may", "UBND huyện đảo Hòn Mây", 79),
];

/// Syllable, and how ids spell it.
type Syllable = (&'static str, &'static str);

#[rustfmt::skip]
static FIRST: [Syllable; 12] = [
    ("Đông", "dong"), ("Tây", "tay"), ("Nam", "nam"), ("Bắc", "bac"), ("An", "an"), ("Bình", "binh"),
    ("Phú", "phu"), ("Tân", "tan"), ("Thanh", "thanh"), ("Vĩnh", "vinh"), ("Hưng", "hung"), ("Mỹ", "my"),
];
#[rustfmt::skip]
static SECOND: [Syllable; 8] = [
    ("Lĩnh", "linh"), ("Khê", "khe"), ("Trạch", "trach"), ("Sơn", "son"),
    ("Phong", "phong"), ("Thịnh", "thinh"), ("Hòa", "hoa"), ("Lạc", "lac"),
];
#[rustfmt::skip]
static FORMER: [Syllable; 20] = [
    ("Quý", "quy"), ("Lộc", "loc"), ("Mai", "mai"), ("Thượng", "thuong"), ("Hạ", "ha"), ("Trung", "trung"), ("Xá", "xa"),
    ("Lương", "luong"), ("Tiến", "tien"), ("Đức", "duc"), ("Nghĩa", "nghia"), ("Viên", "vien"), ("Tường", "tuong"),
    ("Xuyên", "xuyen"), ("Cường", "cuong"), ("Hậu", "hau"), ("Cát", "cat"), ("Bái", "bai"), ("Điền", "dien"), ("Ích", "ich"),
];

/// Commune whose rates the twin has, on twice its counts, so that both reach the same index.
const TWINNED: usize = 4;
/// Its twin.
const TWIN: usize = 9;

/// Gives a number below `below` that is always the same for this seed and this thing.
pub fn noise(seed: &str, what: &str, below: u32) -> u32 {
    // FNV-1a: spreads short ids evenly, and anyone can repeat it.
    let hash = [seed, "/", what].concat().bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 7) % below.max(1)
}

/// Lists the units of 2025, with so many communes.
pub fn units(communes: usize) -> Vec<Frame> {
    let departments = DEPARTMENTS.iter().map(|(id, name, symbol, quality, dossiers, predecessors)| Frame {
        id: (*id).to_owned(),
        name: (*name).to_owned(),
        seed: (*id).to_owned(),
        symbol: (*symbol).to_owned(),
        quality: *quality,
        dossiers: *dossiers,
        doubled: false,
        predecessors: predecessors.iter().map(|id| (*id).to_owned()).collect(),
        department: true,
    });
    departments.chain((0..communes).map(commune)).collect()
}

/// Makes a commune: the first of every name is a ward, as are some others; the last is an island.
fn commune(n: usize) -> Frame {
    let ((first, first_id), (second, second_id)) = (FIRST[n % 12], SECOND[n / 12]);
    let ward = n < 18;
    let (id, name) = match (n, ward) {
        (95, _) => ("dac-khu-hon-may".to_owned(), "UBND đặc khu Hòn Mây".to_owned()),
        (_, true) => (format!("phuong-{first_id}-{second_id}"), format!("UBND phường {first} {second}")),
        (_, false) => (format!("xa-{first_id}-{second_id}"), format!("UBND xã {first} {second}")),
    };
    let seed = if n == TWIN { commune(TWINNED).seed } else { id.clone() };
    let dossiers = 1_150 + u64::from(noise(&seed, "dossiers", 3_900)) + if ward { 2_400 } else { 0 };
    let predecessors = if n == 95 { Vec::new() } else { former(n).into_iter().map(|old| old.id).collect() };
    Frame {
        quality: 68 + noise(&seed, "quality", 31),
        dossiers,
        doubled: n == TWIN,
        symbol: "UBND".to_owned(),
        department: false,
        id,
        name,
        seed,
        predecessors,
    }
}

/// Lists the communes of 2024 that a commune was made of: two or three; one of them was parted between two.
fn former(n: usize) -> Vec<Old> {
    let (first, second) = (n % 12, n / 12);
    let mut parts = vec![2 * second, 2 * second + 1];
    if second % 2 == 0 {
        parts.push(16 + second / 2);
    }
    if n == 12 {
        parts.push(0);
    }
    parts.into_iter().map(|former| old(first, former)).collect()
}

/// Makes a commune of 2024.
fn old(first: usize, former: usize) -> Old {
    let ((first, first_id), (second, second_id)) = (FIRST[first], FORMER[former]);
    let id = format!("xa-{first_id}-{second_id}");
    let quality = 64 + noise(&id, "2024", 32);
    Old { name: format!("UBND xã {first} {second}"), quality, id }
}

/// Lists the departments of 2024.
pub fn old_departments() -> Vec<Old> {
    let stayed = DEPARTMENTS
        .iter()
        .filter(|(id, ..)| !matches!(*id, "so-nong-nghiep-va-moi-truong" | "so-dan-toc-va-ton-giao" | "ban-quan-ly-khu-kinh-te"));
    let stayed = stayed.map(|(id, name, _, quality, ..)| (*id, *name, *quality));
    let zones = ("ban-quan-ly-cac-khu-cong-nghiep", "Ban Quản lý các khu công nghiệp", 90);
    let all = stayed.chain(GONE).chain([zones]);
    all.map(|(id, name, quality)| Old {
        id: id.to_owned(),
        name: name.to_owned(),
        quality: (quality + noise(id, "2024", 8)).saturating_sub(7),
    })
    .collect()
}

/// Lists the communes of 2024.
pub fn old_communes() -> Vec<Old> {
    (0..12).flat_map(|first| (0..20).map(move |second| old(first, second))).collect()
}

impl Frame {
    /// Gives a number below `below` that is always the same for this unit and this thing.
    pub fn noise(&self, what: &str, below: u32) -> u32 {
        noise(&self.seed, what, below)
    }

    /// Gives how well it does at a leaf, in percent.
    pub fn rate(&self, leaf: &str) -> u32 {
        (self.quality + self.noise(leaf, 27)).saturating_sub(13).min(100)
    }
}

/// Tells whether a unit is one of the two that tie: what happens to one alone would part them.
pub fn is_twin(frame: &Frame) -> bool {
    frame.doubled || frame.id == commune(TWINNED).id
}
