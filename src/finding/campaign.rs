//! Family C, from C200: findings about campaign folders; those about awards and about `award-cases.yaml` in files of their own.

pub(super) mod award_cases;
pub(super) mod awards;

pub use self::award_cases::{AWARD_CASE_FAILS, AWARD_CASE_UNKNOWN, AWARD_CASE_VALUE};
pub use self::awards::{
    CERTAINTY_DRAWS, CERTAINTY_FEW_DRAWS, CERTAINTY_FIXED, CERTAINTY_SHARE, CONDITION, CRITERION_OF_OTHERS, EVERYBODY_MEETS, NO_EFFECT,
    NOBODY_MEETS, OFFICIAL_ROUND, OLD_AWARD_KEY, QUOTA, QUOTA_OVER_UNITS, SHARE_OF_NOBODY, TIE_BREAK, UNKNOWN_FLAG,
};

use super::codes;

codes! {
    /// No `campaign.yaml`.
    NO_CAMPAIGN = "C200" Error {
        title: "Không có tệp campaign.yaml", "There is no campaign.yaml";
        why: "Tệp này nêu năm, khối, đơn vị và bộ tiêu chí; không có nó thì không biết chấm ai, chấm theo gì.", "It names the year, the groups, the units and the sets; without it nobody knows who is scored by what.";
        cure: "Kiểm tra lại đường dẫn, hoặc tạo thư mục mới bằng: parindex init THƯ_MỤC.", "Check the path, or make a new folder with: parindex init DIR.";
    }
    /// An id stands twice in one list.
    REPEATED_ID = "C201" Error {
        title: "Mã bị trùng", "An id stands twice";
        why: "Hai khối, đơn vị hoặc khen thưởng cùng mã thì không biết dòng nào được nhắc đến.", "Where two groups, units or awards share an id, nobody knows which one is meant.";
        cure: "Đặt cho mỗi dòng một mã riêng.", "Give each line an id of its own.";
    }
    /// An id can't be the name of a file.
    ID_NO_FILE_NAME = "C202" Error {
        title: "Tên không dùng cho tệp, thư mục được", "A name that no file or folder can have";
        why: "Mã của đợt, đơn vị, cơ quan thẩm định, bộ tiêu chí và tên mẫu văn bản thành tên tệp, thư mục, phải dùng được trên Windows và Linux.", "Ids of the campaign, of units, agencies and sets, and names of templates, name files and folders, which have to work on Windows and Linux.";
        cure: "Chỉ dùng chữ cái không dấu, chữ số, dấu gạch nối, gạch dưới và dấu chấm; bắt đầu bằng chữ hoặc số, không kết thúc bằng dấu chấm; tối đa 60 ký tự; không dùng tên mà Windows dành cho thiết bị (con, aux, nul, com1, lpt1). Ví dụ: so-tai-chinh.", "Use letters without accents, digits, hyphen, underscore and point only; begin with a letter or digit and don't end with a point; at most 60 characters; no name that Windows keeps for a device (con, aux, nul, com1, lpt1). Example: so-tai-chinh.";
    }
    /// Two unit ids differ only by capitals.
    IDS_DIFFER_BY_CASE = "C203" Error {
        title: "Hai mã đơn vị chỉ khác nhau chữ hoa, chữ thường", "Two unit ids differ only by capitals";
        why: "Trên Windows hai tên ấy là một tệp, báo cáo của đơn vị này sẽ đè lên đơn vị kia.", "On Windows both name the same file, so one unit's report would replace the other's.";
        cure: "Đổi một trong hai mã.", "Change one of the two ids.";
    }
    /// A group is named that does not exist.
    UNKNOWN_GROUP = "C204" Error {
        title: "Không có khối này", "There is no such group";
        why: "Đơn vị hoặc khen thưởng thuộc một khối chưa được khai trong groups.", "A unit or an award belongs to a group that is not declared under groups.";
        cure: "Sửa mã khối, hoặc khai thêm khối trong groups.", "Correct the id, or declare the group under groups.";
    }
    /// A set is named that is nowhere.
    NO_SET = "C205" Error {
        title: "Không tìm thấy bộ tiêu chí", "The criteria set is not found";
        why: "Không có bộ tiêu chí thì không chấm điểm được cả khối.", "Without it no unit of the group can be scored.";
        cure: "Đặt bộ tiêu chí vào criteria/<tên>/set.yaml trong thư mục đợt đánh giá, hoặc sửa tên ở set.", "Put the set into criteria/<name>/set.yaml inside the campaign folder, or correct the name under set.";
    }
    /// A criterion is named that the set does not have.
    UNKNOWN_CRITERION = "C206" Error {
        title: "Bộ tiêu chí không có tiêu chí này", "The set has no such criterion";
        why: "Miễn chấm hoặc phân hạng theo một tiêu chí không có thì không có tác dụng gì.", "To excuse from, or to break ties by, a criterion that isn't there does nothing.";
        cure: "Sửa mã tiêu chí theo bộ tiêu chí của khối.", "Correct the id after the set of the group.";
    }
    /// An award names a unit that does not exist.
    UNKNOWN_UNIT = "C207" Error {
        title: "Không có đơn vị này", "There is no such unit";
        why: "Đơn vị định loại khỏi khen thưởng có thể vẫn được đề nghị.", "A line on a unit that isn't there has no effect; a unit that was to be left out of an award may still be proposed.";
        cure: "Sửa mã đơn vị theo danh sách units.", "Correct the id after the list of units.";
    }
    /// An award names an award that is not decided before it.
    UNKNOWN_AWARD = "C208" Error {
        title: "Khen thưởng được nêu không có, hoặc được xét sau", "The award named is not there, or decided later";
        why: "Khen thưởng được xét theo thứ tự đã viết; chỉ loại trừ được theo khen thưởng đã xét trước.", "Awards are decided in the order written; only one decided before can exclude.";
        cure: "Sửa mã, hoặc chuyển khen thưởng được nhắc đến lên trước.", "Correct the id, or move the award that is named before this one.";
    }
    /// Grades are not from the best down.
    GRADES_ORDER = "C209" Error {
        title: "Các mức xếp loại không theo thứ tự từ cao xuống thấp", "Grades do not go from the best down";
        why: "Mức viết trước phải có ngưỡng cao hơn mức viết sau, nếu không có mức không bao giờ đạt được.", "A grade must begin higher than the one after it, else one of them is never reached.";
        cure: "Viết các mức từ cao xuống thấp, ngưỡng từ 0 đến 100.", "Write grades from the best down, bounds from 0 to 100.";
    }
    /// A group names grades that the campaign does not define.
    UNKNOWN_GRADES = "C270" Error {
        title: "Không có bảng xếp loại này", "There are no such grades";
        why: "Khối ghi mã của một bảng xếp loại dùng chung mà đợt đánh giá không khai, nên không đơn vị nào của khối được xếp loại.", "The group gives the id of grades that the campaign does not define, so none of its units would have a grade.";
        cure: "Sửa mã theo grades của đợt, khai thêm bảng ấy, hoặc viết thẳng các mức ở khối.", "Correct the id after grades of the campaign, define them there, or write the grades at the group.";
    }
    /// Grades that no group names.
    UNUSED_GRADES = "C271" Warning {
        title: "Không khối nào dùng bảng xếp loại này", "No group names these grades";
        why: "Có thể một khối quên ghi, nên không được xếp loại.", "A group may have been forgotten and is left without grades.";
        cure: "Ghi mã của bảng ở grades của khối, hoặc bỏ bảng.", "Give its id as the grades of a group, or take it out.";
    }
    /// A set names an agency that the campaign does not list.
    UNKNOWN_AGENCY = "C272" Warning {
        title: "Cơ quan thẩm định không có trong agencies", "A set names an agency that the campaign does not list";
        why: "Tiêu chí ấy không nằm trong phần việc của cơ quan nào của đợt, nên có thể không ai thẩm định.", "The criterion is in nobody's share of the work, so perhaps nobody appraises it.";
        cure: "Khai cơ quan ấy trong agencies, giao tiêu chí cho cơ quan khác (criteria), hoặc sửa agency trong set.yaml.", "List it under agencies, give the criterion to another one (criteria), or correct agency in set.yaml.";
    }
    /// An agency without anything to appraise.
    IDLE_AGENCY = "C273" Warning {
        title: "Cơ quan thẩm định không được giao tiêu chí nào", "An agency has nothing to appraise";
        why: "Có thể quên ghi criteria, hoặc tên trong bộ tiêu chí viết khác.", "Its criteria may have been forgotten, or the set spells its name otherwise.";
        cure: "Ghi criteria, sửa agency trong set.yaml, hoặc bỏ cơ quan này.", "Give it criteria, correct agency in set.yaml, or take it out.";
    }
    /// A criterion is given to two agencies.
    TWO_AGENCIES = "C274" Error {
        title: "Một tiêu chí giao cho hai cơ quan thẩm định", "A criterion is given to two agencies";
        why: "Hai cơ quan cùng chấm một tiêu chí thì không biết lấy điểm của ai.", "Where both appraise it, nobody knows whose points count.";
        cure: "Chỉ giao cho một cơ quan.", "Give it to one of them.";
    }
    /// Days that can't be.
    DAYS = "C210" Error {
        title: "Ngày tháng của đợt đánh giá không hợp lý", "The campaign's days make no sense";
        why: "Tài liệu kiểm chứng và các lần thẩm định được đối chiếu với những ngày này; sai thì tài liệu đúng cũng bị cảnh báo, thời hạn giải trình bị ghi sai.", "Evidence and rounds of appraisal are compared with these days; if they are wrong, documents are flagged that are right, and units are told a wrong day for their explanations.";
        cure: "Sửa ngày ở chỗ được nêu: period, deadline, extensions, received, rounds hoặc year.", "Correct the day that is named: period, deadline, extensions, received, rounds or year.";
    }
    /// A set that is not in force in the year.
    SET_NOT_VALID = "C211" Warning {
        title: "Bộ tiêu chí không có hiệu lực trong năm được chấm", "The set is not in force in the year that is scored";
        why: "Bộ tiêu chí thay đổi gần như hằng năm; dùng nhầm bộ của năm khác thì kết quả không có giá trị.", "Sets change almost every year; results by another year's set are worth nothing.";
        cure: "Chọn bộ tiêu chí của năm được chấm, hoặc sửa valid trong set.yaml.", "Choose the set of the year that is scored, or correct valid in set.yaml.";
    }
    /// An input is named that no set has.
    UNKNOWN_INPUT = "C212" Error {
        title: "Không bộ tiêu chí nào có số liệu này", "No set has such an input";
        why: "Dòng tổng hợp toàn tỉnh sẽ trống.", "The line of the overview would be empty.";
        cure: "Sửa mã số liệu theo inputs trong set.yaml.", "Correct the id after inputs in set.yaml.";
    }
    /// A bound that no index can reach.
    INDEX_BOUND = "C213" Error {
        title: "Ngưỡng chỉ số ngoài khoảng 0–100", "The bound of an index is outside 0–100";
        why: "Không đơn vị nào đạt được, hoặc đơn vị nào cũng đạt.", "No unit can meet it, or every unit does.";
        cure: "Viết ngưỡng từ 0 đến 100, ví dụ 80; chỉ cao hơn khi bộ tiêu chí có may_pass_100: true.", "Write a bound from 0 to 100, such as 80; over it only where the set says may_pass_100: true.";
    }
    /// A name of a set that is no plain name.
    SET_NAME = "C214" Error {
        title: "Tên bộ tiêu chí không phải tên thư mục", "The name of the set is no name of a folder";
        why: "Bộ tiêu chí chỉ được đọc trong các thư mục criteria, để kết quả không phụ thuộc vào tệp ở nơi khác.", "Sets are read from folders named criteria only, so that results don't depend on files elsewhere.";
        cure: "Chỉ viết tên thư mục, ví dụ: mau-khoi-dau.", "Write the name of the folder only, such as: mau-khoi-dau.";
    }
    /// A group without units.
    EMPTY_GROUP = "C215" Warning {
        title: "Khối không có đơn vị nào", "A group has no units";
        why: "Có thể quên khai đơn vị.", "Units may have been forgotten.";
        cure: "Khai đơn vị của khối, hoặc bỏ khối.", "Declare its units, or take it out.";
    }
    /// An award is barred by itself or twice by one.
    REPEATED_NAME = "C216" Warning {
        title: "Một mã được nêu hai lần", "An id is named twice in a list";
        why: "Thừa, và có thể là gõ nhầm mã khác.", "It is idle, and may be a slip for another id.";
        cure: "Bỏ một lần, hoặc sửa thành mã định viết.", "Take one out, or write the id that was meant.";
    }
    /// No units or no groups.
    NOTHING_TO_SCORE = "C217" Error {
        title: "Đợt đánh giá không có khối hoặc không có đơn vị", "The campaign has no groups or no units";
        why: "Không có gì để chấm điểm.", "There is nothing to score.";
        cure: "Khai ít nhất một khối trong groups và một đơn vị trong units.", "Declare at least one group under groups and one unit under units.";
    }
    /// Two units share a name.
    REPEATED_UNIT_NAME = "C218" Warning {
        title: "Hai đơn vị trùng tên", "Two units share a name";
        why: "Người đọc báo cáo không phân biệt được hai đơn vị; cũng có thể một đơn vị bị khai hai lần.", "Readers can't tell them apart, or one unit was declared twice.";
        cure: "Sửa tên hoặc tên khác (aliases) của một trong hai.", "Correct the name or the aliases of one of them.";
    }
    /// A folder in which nothing can be checked.
    NOTHING_TO_LINT = "C219" Error {
        title: "Không có gì để kiểm tra", "There is nothing to check";
        why: "Thư mục không có bộ tiêu chí hay đợt đánh giá nào, có thể gõ nhầm đường dẫn.", "The folder holds no set and no campaign; the path may be wrong.";
        cure: "Chỉ ra thư mục bộ tiêu chí, tệp set.yaml, hoặc thư mục có campaign.yaml.", "Name the folder of a set, a set.yaml, or a folder with campaign.yaml.";
    }
    /// A severity for a code that does not exist.
    UNKNOWN_FINDING = "C220" Error {
        title: "Mã phát hiện không tồn tại", "A severity is set for a finding that does not exist";
        why: "Mức độ đặt cho mã sai sẽ không có tác dụng, và không ai hay biết.", "It would have no effect, and nobody would notice.";
        cure: "Sửa mã theo danh mục (parindex explain).", "Correct the code by the catalogue (parindex explain).";
    }
    /// A total over inputs that do not mean the same.
    MIXED_TOTAL = "C221" Error {
        title: "Số liệu tổng hợp cộng những thứ không cộng được", "A total adds what can't be added";
        why: "Cộng hồ sơ với nhiệm vụ, cộng tỷ lệ với tỷ lệ cho ra con số vô nghĩa, như tỷ lệ trên 100%.", "Dossiers added to tasks, or rates added to rates, give figures without meaning, such as rates over 100%.";
        cure: "Nêu các tiêu chí được cộng (criteria) trong dòng totals; tỷ lệ thì nêu tử số (of) và mẫu số (to).", "Name the criteria that are added (criteria) in the line of totals; for a rate its numerator (of) and its denominator (to).";
    }
    /// A day of a rule that lies before the days that are scored.
    DAY_BEFORE_PERIOD = "C229" Warning {
        title: "Hạn trong bộ tiêu chí trước thời gian đánh giá", "A day of the set lies before the days that are scored";
        why: "Có thể hạn của năm trước còn sót lại: đơn vị nào làm đúng trong năm cũng bị coi là muộn.", "It may be left over from last year: whoever did it within the year would count as late.";
        cure: "Sửa hạn trong set.yaml, hoặc chọn bộ tiêu chí của năm được chấm.", "Correct the day in set.yaml, or choose the set of the year that is scored.";
    }
    /// A file that is skipped: lock files, hidden files, sub-folders.
    SKIPPED = "C230" Note {
        title: "Bỏ qua tệp hoặc thư mục", "A file or folder is skipped";
        why: "Tệp khóa, tệp ẩn và thư mục con không phải biểu của đơn vị.", "Lock files, hidden files and sub-folders are no forms.";
        cure: "Không cần làm gì; nếu bên trong có biểu thật, hãy đặt thẳng vào thư mục submissions.", "Nothing to do; where a form is inside, put it straight into submissions.";
    }
    /// A file that can't be read from the disk.
    UNREADABLE = "C231" Error {
        title: "Không đọc được tệp hoặc thư mục", "A file or a folder can't be read";
        why: "Những gì trong đó chưa được dùng đến.", "Nothing in it was used.";
        cure: "Kiểm tra quyền đọc, đóng tệp nếu đang mở, rồi chạy lại.", "Check that it may be read, close it if it is open, and run again.";
    }
    /// A link out of the folder.
    LINK_OUTSIDE = "C232" Error {
        title: "Liên kết dẫn ra ngoài thư mục đợt đánh giá", "A link leads out of the campaign folder";
        why: "Chỉ tệp nằm trong thư mục đợt đánh giá được đọc, để kết quả lặp lại được ở máy khác.", "Only files inside the campaign folder are read, so that the run can be repeated elsewhere.";
        cure: "Chép chính tệp đó vào thay cho liên kết.", "Put the file itself in place of the link.";
    }
    /// A form whose unit is not in the campaign.
    FORM_OF_NO_UNIT = "C240" Error {
        title: "Biểu của đơn vị không có trong đợt đánh giá", "A form of a unit that the campaign does not have";
        why: "Biểu này không được chấm.", "The form was not scored.";
        cure: "Kiểm tra xem biểu có thuộc đợt này không; nếu đúng, khai đơn vị trong campaign.yaml.", "Check that the form belongs to this campaign; if so, declare the unit in campaign.yaml.";
    }
    /// A form that has lost what it is checked by.
    FORM_WITHOUT_UNIT = "C241" Error {
        title: "Biểu không còn mang theo đơn vị và bộ tiêu chí", "A form that no longer carries its unit and its set";
        why: "Kiểm tra riêng một biểu phải dựa vào bộ tiêu chí mà biểu mang theo, nên biểu này chưa được kiểm tra.", "A form is checked by itself after the set that it carries, so this one was not checked.";
        cure: "Kiểm tra cùng đợt đánh giá (--campaign THƯ_MỤC), hoặc dùng biểu được phát hành cho đơn vị, không xóa trang ẩn.", "Check it with its campaign (--campaign FOLDER), or use the form that was issued to the unit, with its hidden sheet in place.";
    }
    /// A form that shows the name of another unit than the one that it was made for.
    FORM_SHOWS_OTHER_UNIT = "C260" Error {
        title: "Biểu ghi tên đơn vị khác", "A form shows another unit's name";
        why: "Không biết số liệu là của đơn vị nào nên biểu không được chấm cho đơn vị nào.", "It is not clear whose figures they are, so the form is scored for neither.";
        cure: "Điền vào đúng biểu được phát hành cho đơn vị rồi gửi lại; không chép biểu của đơn vị khác.", "Fill in the form that was issued to the unit and send it again; don't copy another unit's form.";
    }
    /// A form that shows the name of no unit.
    FORM_SHOWS_NO_UNIT = "C261" Warning {
        title: "Tên đơn vị in trên biểu không có trong đợt đánh giá", "The name that a form shows is no unit's";
        why: "Biểu được tính cho đơn vị theo mã ẩn trong biểu; tên in trên biểu đã bị sửa hoặc là tên cũ.", "The form is taken by the id that it carries; the name that it shows was changed, or is a former one.";
        cure: "Xem có đúng biểu của đơn vị không; tên cũ thì khai ở aliases trong campaign.yaml.", "See whether it is the unit's form; a former name goes to aliases in campaign.yaml.";
    }
    /// A form of another campaign or year.
    FORM_OF_OTHER_CAMPAIGN = "C242" Error {
        title: "Biểu của đợt đánh giá khác", "A form of another campaign";
        why: "Số liệu của năm khác không được chấm cho năm này.", "Figures of another year are not scored for this one.";
        cure: "Điền lại vào biểu của đợt này (parindex template) rồi gửi lại.", "Fill in the form of this campaign (parindex template) and send it.";
    }
    /// Several different forms of one unit, and no reason to choose one.
    TWO_FORMS = "C243" Error {
        title: "Một đơn vị có nhiều biểu khác nhau", "A unit has several forms that differ";
        why: "Không có lý do để chọn biểu nào, mà chấm nhầm biểu cũ thì kết quả sai; vì vậy chưa chấm biểu nào của đơn vị.", "Nothing says which counts, and to score an old one would be wrong; so none of the unit's forms is scored.";
        cure: "Giữ lại đúng biểu cuối cùng của đơn vị, chuyển các biểu khác ra khỏi submissions; hoặc chọn tệp bằng khóa submissions trong campaign.yaml.", "Keep the unit's last form and move the others out of submissions; or name the file with the key submissions in campaign.yaml.";
    }
    /// Several copies of one form.
    COPIES = "C244" Note {
        title: "Bản sao không có nội dung mới", "A copy that says nothing new";
        why: "Nội dung như ở biểu khác của đơn vị, hoặc như khi chương trình lập bản phản hồi, nên bản này không được tính.", "It says what another form of the unit says, or what it said when the program made it to go back, so it does not count.";
        cure: "Không cần làm gì; có thể xóa bản thừa.", "Nothing to do; the spare copies may go.";
    }
    /// Several different forms of one unit, of which one is chosen for a reason.
    CHOSEN_FORM = "C247" Warning {
        title: "Một trong nhiều biểu của đơn vị được chọn", "One of several forms of a unit is chosen";
        why: "Chỉ biểu được chọn được chấm; các biểu khác không tính.", "Only the chosen one is scored; the others do not count.";
        cure: "Kiểm tra xem đó có phải biểu cuối cùng của đơn vị không; nếu không, chọn tệp bằng khóa submissions trong campaign.yaml.", "See whether it is the unit's last one; if not, name the file with the key submissions in campaign.yaml.";
    }
    /// Several files of one unit that answer different criteria.
    JOINED_FORMS = "C248" Note {
        title: "Nhiều tệp của đơn vị được gộp thành một biểu", "Several files of a unit are one form";
        why: "Các tệp trả lời những tiêu chí khác nhau, nên không loại trừ nhau.", "They answer different criteria, so that none excludes another.";
        cure: "Không cần làm gì; nếu có tệp không nên tính, hãy chuyển ra khỏi submissions.", "Nothing to do; a file that should not count may be moved out of submissions.";
    }
    /// A file that the campaign names for a unit and that is no form of it.
    PINNED_FORM = "C249" Error {
        title: "Tệp được chọn cho đơn vị không dùng được", "The file named for a unit can't be used";
        why: "Tệp campaign.yaml chọn tệp này cho đơn vị, nên không biểu nào khác của đơn vị được chấm.", "The campaign names this file for the unit, so that no other form of it is scored.";
        cure: "Sửa tên tệp ở khóa submissions trong campaign.yaml, hoặc bỏ dòng đó.", "Correct the name of the file under submissions in campaign.yaml, or drop the line.";
    }
    /// Decimals of a group that a maximum of its set has more of, where leaves are rounded.
    GROUP_LEAF_ROUNDING = "C226" Error {
        title: "Khối làm tròn ít số lẻ hơn điểm tối đa", "A group rounds to fewer decimals than a maximum has";
        why: "Bộ tiêu chí làm tròn điểm từng tiêu chí, nên đơn vị làm đúng hết cũng không được đúng điểm tối đa.", "The set rounds every leaf, so even full marks would miss the maximum.";
        cure: "Tăng decimals của khối, hoặc bỏ khóa này để theo bộ tiêu chí.", "Raise the group's decimals, or drop the key to follow the set.";
    }
    /// Decimals of a group that a maximum of its set has more of, where figures are rounded for print.
    GROUP_PRINT_ROUNDING = "C227" Warning {
        title: "Khối in ít số lẻ hơn điểm tối đa", "A group prints fewer decimals than a maximum has";
        why: "Điểm in ra có thể trông lớn hơn hoặc nhỏ hơn điểm tối đa; điểm ghi như số in ra vẫn được hiểu là điểm tối đa.", "Printed points may look more or less than the maximum; points typed as it is printed are taken for the maximum.";
        cure: "Tăng decimals của khối cho đủ số lẻ của điểm tối đa.", "Raise the group's decimals to those of the maximum.";
    }
    /// A unit that sent nothing.
    NOT_SUBMITTED = "C245" Warning {
        title: "Đơn vị chưa gửi báo cáo tự đánh giá", "A unit sent no form";
        why: "Đơn vị chưa gửi thì không được chấm điểm, không xếp hạng.", "A unit that sent nothing is neither scored nor ranked.";
        cure: "Đôn đốc đơn vị gửi biểu; nếu đã gửi, kiểm tra tệp đã đặt vào thư mục biểu gửi về chưa.", "Remind the unit; if it did send its form, see whether the file is in the folder of forms sent in.";
    }
    /// An evidence folder of no unit.
    EVIDENCE_OF_NO_UNIT = "C246" Warning {
        title: "Thư mục tài liệu kiểm chứng không của đơn vị nào", "An evidence folder belongs to no unit";
        why: "Tài liệu trong đó không được tính cho đơn vị nào.", "What is in it counts for nobody.";
        cure: "Đổi tên thư mục theo mã đơn vị trong campaign.yaml.", "Name the folder after the unit's id in campaign.yaml.";
    }
    /// A result file that can't be read.
    NO_RECORD = "C250" Error {
        title: "Không dùng được tệp kết quả", "A result file can't be used";
        why: "Kết quả đã ghi chỉ được đọc lại khi còn nguyên như lúc chương trình ghi ra.", "A result is read again only as the program wrote it.";
        cure: "Chạy lại đợt đánh giá đó (parindex run) để có tệp mới, hoặc lấy lại bản sao còn nguyên.", "Run that campaign again (parindex run) for a new file, or bring back an intact copy.";
    }
    /// A result file of an older version.
    RECORD_WITHOUT_EXACT = "C251" Note {
        title: "Tệp kết quả không có giá trị chính xác", "A result file has no exact values";
        why: "So sánh với số đã làm tròn có thể lệch ở chữ số cuối.", "What is compared with rounded figures may be off by the last digit.";
        cure: "Không cần làm gì; muốn so sánh chính xác thì chạy lại đợt đánh giá đó bằng phiên bản này.", "Nothing to do; for exact comparisons run that campaign again with this version.";
    }
    /// A rule for lateness that can't be used.
    LATE_RULE = "C275" Error {
        title: "Cách xử lý gửi muộn không dùng được", "A rule for lateness that can't be used";
        why: "Không biết mỗi ngày muộn trừ bao nhiêu điểm, hoặc số điểm trừ ghi ở nơi không được dùng.", "Nobody knows what a day costs, or the points stand where they have no effect.";
        cure: "Viết late: { effect: points, each_day: 0.25, cap: 1 }, hoặc late: { effect: flag }, hoặc late: { effect: none }.", "Write late: { effect: points, each_day: 0.25, cap: 1 }, or late: { effect: flag }, or late: { effect: none }.";
    }
    /// A rule for lateness where nothing is due.
    LATE_WITHOUT_DEADLINE = "C276" Warning {
        title: "Có cách xử lý gửi muộn nhưng không có hạn", "A rule for lateness where nothing is due";
        why: "Không có hạn gửi thì không đơn vị nào gửi muộn.", "Without a last day nobody can be late.";
        cure: "Khai deadline của đợt, hoặc bỏ khóa late.", "Give the campaign a deadline, or drop late.";
    }
    /// A folder of an earlier result that can't be used.
    EARLIER_FOLDER = "C277" Error {
        title: "Thư mục kết quả đã giữ không dùng được", "A folder of an earlier result that can't be used";
        why: "Không có kết quả ấy thì lần thẩm định không được khóa, hoặc không so sánh được với năm trước.", "Without it the round is not locked, or the year not compared.";
        cure: "Chép thư mục kết quả (chỉ cần result.json) vào thư mục đợt đánh giá, ví dụ nam-truoc hoặc khoa/lan-1, rồi ghi đường dẫn ấy.", "Copy the result folder (result.json is enough) into the campaign's, for example as nam-truoc or khoa/lan-1, and write that path.";
    }
    /// A result that locks a round and is not of this campaign, or lacks the round.
    LOCKED_OF_OTHER = "C278" Error {
        title: "Kết quả để khóa không phải của đợt hoặc lần này", "A locked result that is not of this campaign or round";
        why: "Khóa bằng kết quả khác thì điểm của đơn vị sai; lần thẩm định coi như chưa khóa.", "Another result would give units wrong points; the round counts as open.";
        cure: "Giữ lại thư mục reports của chính đợt này, lúc lần thẩm định vừa xong, và ghi thư mục ấy ở locked.", "Keep the reports folder of this very campaign as it is when the round is done, and name it under locked.";
    }
    /// Earlier results of a year that can't be compared with.
    YEARS = "C279" Error {
        title: "Năm của kết quả trước không dùng được", "A year that can't be compared with";
        why: "So sánh cần kết quả của các năm trước, mỗi năm một kết quả.", "A comparison needs results of earlier years, one for each.";
        cure: "Sửa danh sách ở previous: mỗi năm một thư mục, chỉ các năm trước năm của đợt.", "Correct previous: a folder for each year, of years before the campaign's.";
    }
    /// An id that stood for a unit of another name.
    ID_REUSED = "C280" Error {
        title: "Mã đơn vị năm trước mang tên khác", "An id that stood for a unit of another name";
        why: "Có thể đơn vị đổi tên, có thể mã đã dùng cho đơn vị khác; so sánh nhầm đơn vị thì kết quả sai.", "The unit may have a new name, or its id may be another's; to compare the wrong ones would be false.";
        cure: "Đơn vị đổi tên thì ghi tên cũ vào aliases; đơn vị mới thành lập từ đơn vị cũ thì khai predecessors (được ghi chính mã này); đơn vị khác hẳn thì đặt mã khác.", "Where the unit has a new name, put the former one under aliases; where it was made of others, say so under predecessors (its own id may stand there); where it is another one, give it another id.";
    }
    /// A name that stood under another id.
    NAME_UNDER_OTHER_ID = "C252" Warning {
        title: "Đơn vị cùng tên năm trước mang mã khác", "A unit of this name that had another id";
        why: "Có thể cùng một đơn vị, có thể là đơn vị khác trùng tên; so sánh nhầm đơn vị thì kết quả sai.", "It may be the same unit or another one of that name; to compare the wrong ones would be false.";
        cure: "Cùng một đơn vị thì dùng lại mã năm trước, hoặc khai mã ấy ở predecessors; là đơn vị khác thì đặt tên phân biệt được.", "Where it is the same, give it the id that it had, or name that under predecessors; where it is another one, give it a name that tells them apart.";
    }
    /// A predecessor that no earlier result has.
    UNIT_NOT_BEFORE = "C281" Error {
        title: "Đơn vị trước sắp xếp không có trong kết quả năm trước", "A predecessor that no earlier result has";
        why: "Đơn vị được so sánh thiếu một phần, hoặc không được so sánh.", "The unit is compared with a part of what it was, or not at all.";
        cure: "Ghi mã đơn vị đúng như trong result.json của năm trước.", "Write the id as the earlier result.json has it.";
    }
    /// Predecessors in a circle.
    PREDECESSORS_CIRCLE = "C282" Error {
        title: "Đơn vị trước sắp xếp tạo thành vòng", "Predecessors that make a circle";
        why: "Không đơn vị nào có thể là đơn vị trước sắp xếp của chính đơn vị trước sắp xếp của mình.", "No unit can have been what was itself made of it.";
        cure: "Ở predecessors chỉ ghi mã mà đơn vị mang trong kết quả năm trước.", "Write under predecessors the ids of earlier results only.";
    }
    /// A group that the last year did not have.
    GROUP_NOT_BEFORE = "C283" Warning {
        title: "Năm trước không có khối này", "A group that the year before did not have";
        why: "Thứ hạng chỉ so sánh được trong cùng một khối; điểm và chỉ số vẫn so sánh.", "Places can be compared within one group only; points and indexes are.";
        cure: "Không cần làm gì nếu khối là mới; nếu chỉ đổi mã, dùng lại mã khối của năm trước.", "Nothing, where the group is new; where only its id changed, use the earlier one.";
    }
    /// A group that another set scored the year before.
    SET_CHANGED = "C284" Note {
        title: "Năm trước chấm theo bộ tiêu chí khác", "Another set scored the year before";
        why: "Hai tiêu chí cùng mã của hai bộ có thể không cùng nội dung.", "Two criteria of one id may not ask the same in both sets.";
        cure: "Tiêu chí đổi mã thì khai ở criteria_map: { mã cũ: mã mới }.", "Where ids changed, say so under criteria_map: { old id: new id }.";
    }
    /// A criterion that went elsewhere and that no earlier result has.
    CRITERION_NOT_BEFORE = "C285" Warning {
        title: "criteria_map nêu mã cũ không có", "criteria_map names an old id that isn't there";
        why: "Dòng này không có tác dụng gì.", "The line does nothing.";
        cure: "Ghi mã tiêu chí đúng như trong result.json của năm trước.", "Write the id as the earlier result.json has it.";
    }
    /// Points of an earlier year on another scale.
    SCALE_CHANGED = "C288" Warning {
        title: "Năm trước chấm trên thang điểm khác", "An earlier year on another scale";
        why: "Điểm của hai thang khác nhau không so sánh được; chỉ số (%) thì so sánh được.", "Points of two scales can't be compared; indexes can.";
        cure: "Không cần sửa nếu bộ tiêu chí hai năm có tổng điểm khác nhau. Nếu ghi nhầm thư mục ở previous thì sửa lại.", "Leave it if the sets of both years add to different totals. Correct previous if it names the wrong folder.";
    }
    /// A deadline that can be, and is hardly what is meant.
    DEADLINE_SLIP = "C287" Warning {
        title: "Hạn gửi có thể ghi nhầm", "A deadline that may be a slip";
        why: "Gửi muộn được tính theo hạn này: ghi nhầm thì đơn vị gửi đúng hạn bị coi là muộn, hoặc ngược lại.", "Lateness is counted from it: by a slip a form that came in time is late, or the other way round.";
        cure: "Đối chiếu với văn bản giao hạn. Muốn gia hạn cả biểu thì bỏ criteria ở dòng gia hạn; nếu đúng như đang ghi thì không cần sửa.", "Compare it with the letter that sets it. To put off the whole form leave criteria out of the extension; if it is what is meant, leave it.";
    }
    /// Criteria that apply to nobody named.
    EXEMPTS_NOBODY = "C286" Error {
        title: "Không nêu tiêu chí không áp dụng cho ai", "Nobody is named to whom criteria do not apply";
        why: "Dòng này không có tác dụng với đơn vị nào.", "The line has no effect on any unit.";
        cure: "Ghi units: [mã đơn vị] hoặc groups: [mã khối] ở dòng này.", "Write units: [ids] or groups: [ids] in the line.";
    }
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
    /// A result has two units of one id.
    UNIT_TWICE = "C364" Error {
        title: "Kết quả có hai đơn vị cùng mã", "A result with two units of one id";
        why: "Không biết dòng nào của mã ấy là kết quả của đơn vị, nên không nói được điều gì đã thay đổi.", "It is not clear which of the two is the unit's result, nor what moved.";
        cure: "Dùng lại result.json như parindex run đã ghi; chạy lại nếu tệp đã bị sửa.", "Take result.json as parindex run wrote it; run again where it was edited.";
    }
    /// A change names what the campaign does not have.
    UNKNOWN_CHANGE = "C363" Error {
        title: "Thay đổi một thứ không có trong đợt đánh giá", "A change of what the campaign does not have";
        why: "Bộ tiêu chí, tiêu chí hoặc khen thưởng được nêu không có, nên không biết phải thay đổi gì.", "The set, criterion or award named is not there, so nobody knows what is to be changed.";
        cure: "Sửa mã theo campaign.yaml và set.yaml của đợt đánh giá.", "Correct the id after the campaign.yaml and set.yaml of the campaign.";
    }
}
