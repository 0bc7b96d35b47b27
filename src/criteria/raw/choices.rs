//! Choices between words of the YAML language.

use schemars::JsonSchema;
use serde::Deserialize;

/// Declares a choice between words of the YAML language.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$of])* $variant),*
        }
    };
}

choice!(
    /// Bộ mẫu hay chép từ quyết định. / Model or transcribed.
    RawStatus {
        /// Bộ mẫu, không phải lời của quyết định nào. / Made as a model; no decision's text.
        Model,
        /// Chép lại từ quyết định đã ban hành. / Written off a published decision.
        Transcribed,
    }
);
choice!(
    /// Chỗ làm tròn. / Where it is rounded.
    #[derive(Default)]
    RawRoundAt {
        /// Chỉ khi in. / When printed only.
        #[default]
        Print,
        /// Điểm của từng tiêu chí thành phần. / Each leaf's points.
        Leaf,
    }
);
choice!(
    /// Cách làm tròn một nửa. / What becomes of a half.
    #[derive(Default)]
    RawRoundingMode {
        /// Nửa thì lên. / Halves up.
        #[default]
        HalfUp,
        /// Cắt bỏ. / Dropped.
        Truncate,
    }
);
choice!(
    /// Khi không có điều tra xã hội học. / Without a survey.
    #[derive(Default)]
    RawSurveyMissing {
        /// Chấm nhưng không xếp hạng. / Scored, not ranked.
        #[default]
        Unranked,
        /// Tính 0 điểm. / Counts 0.
        Zero,
        /// Bỏ khỏi điểm tối đa. / Leaves the maximum.
        Rescale,
    }
);
choice!(
    /// Điểm trừ để trống số liệu. / Penalty whose figures are blank.
    RawWhenBlank {
        /// Hỏi lại; kết quả của đơn vị là tạm tính. / Asked; the unit's result is provisional.
        Ask,
        /// Không trừ điểm. / Nothing is taken.
        None,
        /// Trừ cả mức cao nhất. / All of it is taken.
        Full,
    }
);
choice!(
    /// Điểm thưởng hay điểm trừ. / Bonus or penalty.
    RawSign {
        /// Điểm thưởng. / Added.
        Bonus,
        /// Điểm trừ. / Taken.
        Penalty,
    }
);
choice!(
    /// Mức độ của một phát hiện. / Severity of a finding.
    #[derive(Default)]
    RawSeverity {
        /// Lỗi. / Error.
        #[default]
        Error,
        /// Cảnh báo. / Warning.
        Warning,
        /// Lưu ý. / Note.
        Note,
    }
);
choice!(
    /// Loại số liệu. / Kind of input.
    RawKind {
        /// Số đếm. / Whole number.
        Count,
        /// Tỷ lệ phần trăm: 95,73 nghĩa là 95,73 %. / Points of percent.
        Percent,
        /// Số có phần thập phân. / Number with decimals.
        Points,
        /// Ngày. / Date.
        Date,
        /// Có hoặc không. / Yes or no.
        YesNo,
        /// Chọn một mức của quy tắc. / One of the rule's levels.
        Choice,
        /// Chữ. / Words.
        Text,
    }
);
