//! The command line as clap sees it. Every help text is written `Vietnamese / English`; [`super::usage`] picks one.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::text::Lang;

/// Chấm điểm, kiểm tra và xếp hạng cải cách hành chính của các đơn vị trong tỉnh (Chỉ số CCHC, PAR Index) / Scores, checks and ranks the units of a province on public administration reform (PAR Index)
#[derive(Debug, Parser)]
#[command(name = "parindex", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Args {
    /// Options of every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "switches of a command line")]
pub struct Common {
    /// Ngôn ngữ của thông báo và của biểu, phiếu, báo cáo, văn bản tạo ra: vi (mặc định) hoặc en / Language of messages, and of forms, workbooks and documents: vi (default) or en
    #[arg(long, global = true, value_enum, default_value = "vi", value_name = "NGÔN_NGỮ/LANG")]
    pub lang: LangName,
    /// Dạng kết quả: text (mặc định) hoặc json; với json, chỉ kết quả ra stdout / Form of results: text (default) or json; with json, stdout has the result alone
    #[arg(long, global = true, value_enum, default_value = "text", value_name = "DẠNG/FORM")]
    pub format: Format,
    /// Chỉ in điều cần thiết / Print only what is needed
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// In hướng dẫn / Print help
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// In phiên bản / Print the version
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Đọc thư mục đợt đánh giá, chấm điểm, xếp hạng và ghi toàn bộ báo cáo / Read a campaign folder, score, rank and write all reports
    Run(Run),
    /// Tạo một thư mục đợt đánh giá mới, chạy được ngay / Make a new campaign folder that runs as it is
    Init(Init),
    /// Tạo biểu tự đánh giá trống (.xlsx), mỗi đơn vị một tệp / Make blank self-assessment forms (.xlsx), one per unit
    Template(Template),
    /// Tạo phiếu thẩm định (.xlsx) của lần thẩm định đến lượt, mỗi cơ quan thẩm định một tệp / Make the council's workbooks (.xlsx) of the round that is due, one per appraising agency
    Appraise(Appraise),
    /// Tạo phiếu giải trình (.xlsx) cho từng đơn vị có điểm thẩm định khác điểm tự đánh giá / Make a workbook (.xlsx) for each unit whose appraised points differ from its claims, for its explanation
    Feedback(Feedback),
    /// Kiểm tra biểu tự đánh giá đã điền / Check filled self-assessment forms
    Check(Check),
    /// Kiểm tra bộ tiêu chí và tệp campaign.yaml, chạy các ví dụ trong cases.yaml, award-cases.yaml / Check criteria sets and campaign.yaml, run the worked examples of cases.yaml and award-cases.yaml
    Lint(Lint),
    /// Chuyển bảng tiêu chí của quyết định (Excel, Word) thành set.yaml để rà soát / Turn the criteria table of a decision (Excel, Word) into a set.yaml to be reviewed
    Convert(Convert),
    /// Giải thích điểm của một đơn vị: quy tắc, căn cứ, số liệu, cách tính, tài liệu, các bước chấm / Explain a unit's score: rule, source, figures, arithmetic, evidence, stages
    Why(Why),
    /// Thử thay đổi điểm tối đa, hệ số, cách tính, bước chính thức, chỉ tiêu: điểm, hạng, xếp loại, khen thưởng nào thay đổi / Try out changes of maxima, weights, rules, official stage, quotas: which points, places, grades, awards move
    WhatIf(WhatIf),
    /// So sánh hai thư mục kết quả của một đợt: số liệu nào làm thay đổi điểm, hạng, khen thưởng nào / Compare two result folders of one campaign: which input moved which points, place, award
    Diff(Diff),
    /// Giải thích mã phát hiện và cách khắc phục; không ghi mã thì in cả danh mục / Explain a finding's code and its cure; without a code, print the catalogue
    Explain(Explain),
    /// In JSON Schema cho trình soạn thảo YAML / Print a JSON Schema for YAML editors
    Schema(Schema),
    /// Sổ tay: việc của một năm và ngôn ngữ của bộ tiêu chí, đợt đánh giá, thành một trang mở bằng trình duyệt / The handbook: a year's work and the language of sets and campaigns, as a page for the browser
    Docs(Docs),
    /// In kịch bản gợi ý lệnh cho dòng lệnh / Print a completion script for a shell
    Completions(Completions),
}

/// Arguments of `run`.
#[derive(Debug, clap::Args)]
pub struct Run {
    /// Thư mục đợt đánh giá, có tệp campaign.yaml / Campaign folder, with campaign.yaml in it
    #[arg(value_name = "THƯ_MỤC/CAMPAIGN")]
    pub campaign: PathBuf,
    /// Thư mục ghi báo cáo; mặc định là reports trong thư mục đợt đánh giá / Folder for the reports; default: reports inside the campaign folder
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub out: Option<PathBuf>,
}

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// Thư mục mới, hoặc thư mục còn trống / New folder, or an empty one
    #[arg(value_name = "THƯ_MỤC/DIR")]
    pub folder: PathBuf,
    /// Mã bộ tiêu chí để bắt đầu, ghi được nhiều lần, mỗi bộ một khối; mã không có thì in danh sách / Id of a set to start with; may be given several times, each for a group of its own; an unknown one prints the list
    #[arg(long = "set", value_name = "MÃ/ID")]
    pub sets: Vec<String>,
}

/// Arguments of `template`.
#[derive(Debug, clap::Args)]
pub struct Template {
    /// Thư mục đợt đánh giá, có tệp campaign.yaml / Campaign folder, with campaign.yaml in it
    #[arg(value_name = "THƯ_MỤC/CAMPAIGN")]
    pub campaign: PathBuf,
    /// Chỉ tạo biểu của đơn vị có mã này / Make the form of this unit only, by its id
    #[arg(long, value_name = "MÃ/ID")]
    pub unit: Option<String>,
    /// Không in số liệu năm trước cạnh ô kê khai, dù campaign.yaml có previous / Leave last year's figures out, though campaign.yaml has previous
    #[arg(long)]
    pub no_last_year: bool,
    /// Thư mục ghi biểu / Folder for the forms
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub out: PathBuf,
}

/// Arguments of `appraise`.
#[derive(Debug, clap::Args)]
pub struct Appraise {
    /// Thư mục đợt đánh giá, có tệp campaign.yaml / Campaign folder, with campaign.yaml in it
    #[arg(value_name = "THƯ_MỤC/CAMPAIGN")]
    pub campaign: PathBuf,
    /// Lần thẩm định; mặc định là lần đến lượt / Round; default: the one that is due
    #[arg(long, value_name = "SỐ/N", value_parser = clap::value_parser!(u8).range(1..=99))]
    pub round: Option<u8>,
    /// Chỉ tạo phiếu của cơ quan thẩm định này, theo mã hoặc tên / Make the workbook of this agency only, by its id or name
    #[arg(long, value_name = "CƠ_QUAN/AGENCY")]
    pub by: Option<String>,
    /// Thư mục ghi phiếu / Folder for the workbooks
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub out: PathBuf,
}

/// Arguments of `feedback`.
#[derive(Debug, clap::Args)]
pub struct Feedback {
    /// Thư mục đợt đánh giá, có tệp campaign.yaml / Campaign folder, with campaign.yaml in it
    #[arg(value_name = "THƯ_MỤC/CAMPAIGN")]
    pub campaign: PathBuf,
    /// Lần thẩm định cần gửi kết quả; mặc định là lần cuối đã có kết quả, không quá bước chính thức / Round to tell of; default: the last one with anything in it, up to the official stage
    #[arg(long, value_name = "SỐ/N", value_parser = clap::value_parser!(u8).range(1..=99))]
    pub round: Option<u8>,
    /// Chỉ tạo phiếu của đơn vị này, theo mã hoặc tên / Make the workbook of this unit only, by its id or name
    #[arg(long, value_name = "MÃ/ID")]
    pub unit: Option<String>,
    /// Thư mục ghi phiếu / Folder for the workbooks
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub out: PathBuf,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Biểu đã điền: tệp, thư mục, hoặc mẫu tên có * và ? / Filled forms: files, folders, or patterns with * and ?
    #[arg(value_name = "TỆP/FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Thư mục đợt đánh giá, để đối chiếu đơn vị, thời gian và tài liệu kiểm chứng / Campaign folder, to compare units, dates and evidence with
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub campaign: Option<PathBuf>,
    /// Thư mục ghi bản phản hồi TÊN_TỆP.phan-hoi.xlsx của biểu hoặc phiếu thẩm định: giữ nguyên nội dung đã ghi, đánh dấu ô sai, kèm danh sách lỗi cần sửa / Folder for the annotated copies NAME.phan-hoi.xlsx: of forms and appraisal workbooks: everything typed kept, wrong cells marked, with a list of what to cure
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub out: Option<PathBuf>,
}

/// Arguments of `lint`.
#[derive(Debug, clap::Args)]
pub struct Lint {
    /// Thư mục bộ tiêu chí, tệp set.yaml, thư mục đợt đánh giá, hoặc thư mục chứa chúng / Folder of a set, a set.yaml, a campaign folder, or a folder of those
    #[arg(value_name = "ĐƯỜNG_DẪN/PATH", required = true)]
    pub paths: Vec<PathBuf>,
}

/// Arguments of `convert`.
#[derive(Debug, clap::Args)]
pub struct Convert {
    /// Tệp Excel hoặc Word (.docx) có bảng tiêu chí / Workbook or Word document (.docx) with the table
    #[arg(value_name = "BẢNG.xlsx/TABLE.xlsx")]
    pub table: PathBuf,
    /// Thư mục của bộ tiêu chí mới, nơi ghi set.yaml và cases.yaml; không có thì in set.yaml ra màn hình / Folder of the new set to write set.yaml and cases.yaml into; default: print set.yaml
    #[arg(long, value_name = "THƯ_MỤC/DIR")]
    pub out: Option<PathBuf>,
    /// Tệp Excel cho người rà soát: từng tiêu chí của quyết định bên cạnh điều đã hiểu và điều còn phải hỏi / Workbook for whoever reviews: each criterion beside what was understood and what is open
    #[arg(long, value_name = "TỆP/FILE.xlsx")]
    pub report: Option<PathBuf>,
    /// Tên trang tính; mặc định là trang có bảng dài nhất / Name of the sheet; default: the one with the longest table
    #[arg(long, value_name = "TRANG/SHEET")]
    pub sheet: Option<String>,
    /// Số, ký hiệu quyết định, khi tệp không ghi / Number and symbol of the decision, where the file doesn't say
    #[arg(long, value_name = "SỐ/NUMBER")]
    pub document: Option<String>,
    /// Chữ cái hoặc tiêu đề của cột điểm tối đa, khi bảng có nhiều cột như vậy / Letters or heading of the column of maxima, where the table has several
    #[arg(long, value_name = "CỘT/COLUMN")]
    pub max: Option<String>,
    /// Chữ cái hoặc tiêu đề của cột nói cách tính điểm, khi chương trình không nhận ra / Letters or heading of the column that says how points are given, where it isn't recognised
    #[arg(long, value_name = "CỘT/COLUMN")]
    pub rules: Option<String>,
    /// Bảng chỉ là một phần của quyết định: điểm thành phần được phép thiếu / The table is only a part of the decision: parts may miss their maximum
    #[arg(long)]
    pub excerpt: bool,
}

/// Arguments of `why`.
#[derive(Debug, clap::Args)]
pub struct Why {
    /// Thư mục đợt đánh giá, có tệp campaign.yaml / Campaign folder, with campaign.yaml in it
    #[arg(value_name = "THƯ_MỤC/CAMPAIGN")]
    pub campaign: PathBuf,
    /// Mã, tên hoặc tên khác của đơn vị / Id, name or alias of the unit
    #[arg(value_name = "ĐƠN_VỊ/UNIT")]
    pub unit: String,
    /// Mã hoặc tên tiêu chí; không ghi thì in mọi tiêu chí, mỗi tiêu chí một dòng / Id or name of a criterion; without it, a line per criterion
    #[arg(value_name = "TIÊU_CHÍ/CRITERION")]
    pub criterion: Option<String>,
}

/// Arguments of `what-if`.
#[derive(Debug, clap::Args)]
pub struct WhatIf {
    /// Thư mục đợt đánh giá, có tệp campaign.yaml / Campaign folder, with campaign.yaml in it
    #[arg(value_name = "THƯ_MỤC/CAMPAIGN")]
    pub campaign: PathBuf,
    /// Tệp YAML ghi các thay đổi muốn thử / YAML file with the changes to try out
    #[arg(value_name = "THAY_ĐỔI.yaml/CHANGES.yaml")]
    pub changes: PathBuf,
}

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// Thư mục kết quả trước, có tệp result.json / Earlier result folder, with result.json in it
    #[arg(value_name = "TRƯỚC/BEFORE")]
    pub before: PathBuf,
    /// Thư mục kết quả sau / Later result folder
    #[arg(value_name = "SAU/AFTER")]
    pub after: PathBuf,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// Mã phát hiện, ví dụ E001; không ghi thì in cả danh mục / Code of a finding, such as E001; without it, the catalogue
    #[arg(value_name = "MÃ/CODE")]
    pub code: Option<String>,
}

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// Loại tệp: set (set.yaml), campaign (campaign.yaml), cases (cases.yaml), award-cases (award-cases.yaml) hoặc changes (tệp thay đổi của what-if) / Kind of file: set (set.yaml), campaign (campaign.yaml), cases (cases.yaml), award-cases (award-cases.yaml) or changes (changes of what-if)
    #[arg(value_enum, value_name = "LOẠI/KIND")]
    pub kind: Kind,
}

/// Kinds of YAML files.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    /// `set.yaml`.
    Set,
    /// `campaign.yaml`.
    Campaign,
    /// `cases.yaml`.
    Cases,
    /// `award-cases.yaml`.
    AwardCases,
    /// Changes of `what-if`.
    Changes,
}

/// Arguments of `docs`.
#[derive(Debug, clap::Args)]
pub struct Docs {
    /// fields: liệt kê tên dùng trong mẫu văn bản của tỉnh, thay cho sổ tay; với --out là văn bản Word để chép tên / fields: list the names for the province's own templates in place of the handbook; with --out as a Word document to copy from
    #[arg(value_enum, value_name = "fields")]
    pub what: Option<DocsOf>,
    /// Tệp ghi sổ tay; mặc định là so-tay-parindex.html trong thư mục hiện tại, hoặc in ra khi kết quả được chuyển tiếp; với fields là tệp .docx / File to write the handbook into; default: so-tay-parindex.html in the current folder, or stdout where that is no terminal; with fields a .docx
    #[arg(long, value_name = "TỆP/FILE")]
    pub out: Option<PathBuf>,
}

/// What `docs` is asked for beside the handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DocsOf {
    /// Tên dùng trong mẫu văn bản / Names for templates of documents
    Fields,
}

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// Tên trình dòng lệnh: bash, elvish, fish, powershell hoặc zsh / Name of the shell: bash, elvish, fish, powershell or zsh
    #[arg(value_enum, value_name = "SHELL/SHELL")]
    pub shell: Shell,
}

/// Languages by the names of the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LangName {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Vi => Self::Vi,
            LangName::En => Self::En,
        }
    }
}

/// Form in which results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Command {
    /// Lists the paths that a command is to make.
    pub fn makes(&self) -> Vec<&Path> {
        let (out, report) = match self {
            Self::Run(args) => (args.out.as_ref(), None),
            Self::Init(args) => (Some(&args.folder), None),
            Self::Template(args) => (Some(&args.out), None),
            Self::Appraise(args) => (Some(&args.out), None),
            Self::Feedback(args) => (Some(&args.out), None),
            Self::Check(args) => (args.out.as_ref(), None),
            Self::Convert(args) => (args.out.as_ref(), args.report.as_ref()),
            Self::Docs(args) => (args.out.as_ref(), None),
            Self::Lint(_) | Self::Why(_) | Self::WhatIf(_) | Self::Diff(_) | Self::Explain(_) | Self::Schema(_) | Self::Completions(_) => {
                (None, None)
            }
        };
        [out, report].into_iter().flatten().map(PathBuf::as_path).collect()
    }
}
