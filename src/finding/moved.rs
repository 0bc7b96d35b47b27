//! Family C, 360 and on: findings about results that are compared, and about changes that are tried out.

use super::codes;

codes! {
    /// Two results are of different campaigns.
    OTHER_CAMPAIGN = "C360" Error {
        title: "Hai kết quả không cùng đợt đánh giá", "Two results of different campaigns";
        why: "Điểm và hạng của hai đợt đánh giá khác nhau không nói lên số liệu nào đã làm thay đổi kết quả.", "Points and places of different campaigns say nothing of which input moved what.";
        cure: "So sánh hai thư mục kết quả của cùng một đợt đánh giá (cùng id trong campaign.yaml).", "Compare two result folders of one campaign (the same id in campaign.yaml).";
    }
    /// Two results are of different years.
    OTHER_YEAR = "C361" Error {
        title: "Hai kết quả không cùng năm", "Two results of different years";
        why: "So sánh với năm trước cần biết đơn vị và tiêu chí nào của năm trước ứng với năm nay; báo cáo xếp hạng làm việc đó.", "Comparing with an earlier year needs to know which units and criteria correspond; the ranking report does that.";
        cure: "Ghi thư mục kết quả của năm trước vào khóa previous của campaign.yaml rồi chạy parindex run.", "Name the earlier result folder under previous in campaign.yaml, then run parindex run.";
    }
    /// A group was scored by another set, or another version of it.
    OTHER_SET = "C362" Note {
        title: "Bộ tiêu chí của hai kết quả khác nhau", "The two results were scored by different sets";
        why: "Một phần thay đổi có thể do bộ tiêu chí chứ không do số liệu.", "A part of what moved may come of the set and not of anybody's figures.";
        cure: "Không phải sửa gì nếu bộ tiêu chí được đổi có chủ ý; để xem riêng tác động của bộ tiêu chí, dùng parindex what-if.", "Nothing to correct where the set was changed on purpose; to see the effect of the set alone, use parindex what-if.";
    }
    /// A change names what the campaign does not have.
    UNKNOWN_CHANGE = "C363" Error {
        title: "Thay đổi một thứ không có trong đợt đánh giá", "A change of what the campaign does not have";
        why: "Bộ tiêu chí, tiêu chí hoặc khen thưởng được nêu không có, nên không biết phải thay đổi gì.", "The set, criterion or award named is not there, so nobody knows what is to be changed.";
        cure: "Sửa mã theo campaign.yaml và set.yaml của đợt đánh giá.", "Correct the id after the campaign.yaml and set.yaml of the campaign.";
    }
}
