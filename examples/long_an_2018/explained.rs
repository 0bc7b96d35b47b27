//! What units explained after the first round, in the workbooks that the program made for them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use jiff::civil::Date;
use parindex::assessment::{Answer, Evidence, EvidenceDate, Explanation, Round};
use parindex::campaign::{self, NoProgress};
use parindex::figure::{Figure, Figures, UnitId};
use parindex::folder;
use parindex::points::Points;
use parindex::text::Lang;

/// Explanation of one unit.
struct Said {
    /// Unit.
    unit: &'static str,
    /// Criterion.
    criterion: &'static str,
    /// Its words.
    words: &'static str,
    /// A figure as the unit holds it to be.
    figure: Option<(&'static str, i64)>,
    /// A further document: number, day, title, file.
    document: Option<(&'static str, Date, &'static str, &'static str)>,
}

/// Everything that was explained.
static SAID: [Said; 4] = [
    Said {
        unit: "so-cong-thuong",
        criterion: "5.3",
        words: "Kế hoạch đào tạo, bồi dưỡng ban hành kèm quyết định giao chỉ tiêu nên không nằm trong tập tài liệu đã gửi; đơn vị gửi bổ sung.",
        figure: None,
        document: Some((
            "217/QĐ-SCT",
            Date::constant(2018, 3, 6),
            "Quyết định ban hành kế hoạch đào tạo, bồi dưỡng năm 2018",
            "bo-sung-5.3.pdf",
        )),
    },
    Said {
        unit: "so-xay-dung",
        criterion: "7.2.1",
        words: "Danh mục công bố đợt 2 (tháng 8/2018) chưa được tính; đơn vị đề nghị tính theo số liệu đã kê khai.",
        figure: None,
        document: Some((
            "1046/QĐ-SXD",
            Date::constant(2018, 8, 20),
            "Quyết định ban hành danh mục dịch vụ công trực tuyến đợt 2",
            "bo-sung-7.2.1.pdf",
        )),
    },
    Said {
        unit: "so-giao-duc-va-dao-tao",
        criterion: "3.2.2",
        words: "Mẫu đơn, tờ khai được đăng ở chuyên mục riêng của trang thông tin điện tử, đề nghị kiểm tra lại.",
        figure: None,
        document: None,
    },
    Said {
        unit: "duc-hoa",
        criterion: "3.3.4",
        words: "Hai trong ba xã đã sửa xong bộ phận một cửa trong tháng 12/2018.",
        figure: Some(("xa_dat_chuan", 19)),
        document: None,
    },
];

/// Writes the workbooks, filled in, beside the forms of a campaign folder that has its first round; sets are found from `source`.
pub fn write(source: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let (mut worked, _) = folder::work_out(out, folder::load_campaign(source)?, &NoProgress);
    for said in &SAID {
        let unit = UnitId::new(said.unit);
        if let Some((_, _, _, file)) = said.document {
            fs::write(out.join("evidence").join(said.unit).join(file), super::documents::pdf(file, said.unit, file))?;
        }
        let explanation = Explanation {
            joined: Vec::new(),
            unit: unit.clone(),
            round: Round::FIRST,
            file: String::new(),
            answers: BTreeMap::from([(said.criterion.into(), said.answer())]),
        };
        worked.explanations.insert(unit.clone(), BTreeMap::from([(Round::FIRST, explanation)]));
        let unit = worked.plan.unit(&unit).ok_or("an explanation of no unit")?.clone();
        let asked = campaign::asking(&worked, &unit, Round::FIRST, Lang::Vi)?.ok_or("nothing to explain")?;
        fs::write(out.join("submissions").join(asked.file), asked.bytes)?;
    }
    Ok(())
}

impl Said {
    /// Gives it as the cells of the workbook hold it.
    fn answer(&self) -> Answer {
        let figures =
            self.figure.iter().map(|(input, number)| ((*input).into(), Figure::Number(Points::from(*number)))).collect::<Figures>();
        let evidence = self.document.iter().map(|(number, day, title, file)| Evidence {
            number: Some((*number).to_owned()),
            date: EvidenceDate::Day(*day),
            title: Some((*title).to_owned()),
            file: Some((*file).to_owned()),
            ..Evidence::default()
        });
        Answer { explanation: Some(self.words.to_owned()), evidence: evidence.collect(), figures, ..Answer::default() }
    }
}
