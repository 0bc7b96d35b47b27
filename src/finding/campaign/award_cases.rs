//! Family C, `award-cases.yaml`: cases of ranking and awards.

use crate::finding::codes;

codes! {
    /// A case comes out otherwise than it says.
    AWARD_CASE_FAILS = "C370" Error {
        title: "Ví dụ xếp hạng, khen thưởng cho kết quả khác", "Case of ranking or awards that comes out otherwise";
        why: "Cách xếp hạng, điều kiện khen thưởng viết trong campaign.yaml không cho kết quả mà câu của quy chế nêu.", "Ranking and awards as campaign.yaml has them don't give what the sentence of the rules says.";
        cure: "So lại campaign.yaml với quy chế xếp hạng, khen thưởng; sửa campaign.yaml, hoặc sửa ví dụ.", "Compare campaign.yaml with the rules of ranking and awards; correct campaign.yaml, or the case.";
    }
    /// A case names what neither it nor the campaign has.
    AWARD_CASE_UNKNOWN = "C371" Error {
        title: "Ví dụ xếp hạng, khen thưởng nêu mã không có", "Case of ranking or awards that names what isn't there";
        why: "Ví dụ nêu sai mã thì không kiểm tra được gì.", "A case with a wrong id proves nothing.";
        cure: "Sửa mã: đơn vị theo bảng “units” của ví dụ; khối, khen thưởng, diện theo campaign.yaml; tiêu chí theo set.yaml.", "Correct the id: of a unit after the case's “units”, of a group, award or flag after campaign.yaml, of a criterion after set.yaml.";
    }
    /// A unit of a case that can't be as it is written.
    AWARD_CASE_VALUE = "C372" Error {
        title: "Đơn vị trong ví dụ xếp hạng, khen thưởng ghi thiếu hoặc mâu thuẫn", "Unit of a case of ranking or awards that says too little or contradicts itself";
        why: "Không biết xếp hạng đơn vị này thế nào, nên ví dụ không kiểm tra được gì.", "Nobody can tell how this unit is ranked, so the case proves nothing.";
        cure: "Mỗi đơn vị có một mã riêng, khối của nó, và index hoặc points trong khoảng cho phép.", "Give each unit an id of its own, its group, and an index or points within their range.";
    }
}
