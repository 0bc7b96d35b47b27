//! Family C, to C199: findings about YAML files (C001 on), criteria sets (C020 on), rules and cases (C060 on).

use super::codes;

codes! {
    /// The file isn't YAML.
    SYNTAX = "C001" Error {
        title: "Sai cú pháp YAML", "Not YAML";
        why: "Từ chỗ sai trở đi không đọc được gì, nên cả tệp chưa dùng được.", "Nothing after the fault can be read, so the whole file can't be used.";
        cure: "Sửa dòng này: kiểm tra thụt đầu dòng, dấu ngoặc và dấu nháy.", "Correct this line: look at its indentation, brackets and quotes.";
    }
    /// A key stands twice in one mapping.
    DUPLICATE_KEY = "C002" Error {
        title: "Khóa viết hai lần", "Key written twice";
        why: "Không biết giá trị nào là đúng.", "Nobody can tell which of the values is meant.";
        cure: "Xóa một trong hai.", "Delete one of the two.";
    }
    /// A key that the language doesn't have.
    UNKNOWN_KEY = "C003" Error {
        title: "Khóa không có trong ngôn ngữ", "Key that the language doesn't have";
        why: "Khóa viết sai thì điều muốn quy định sẽ bị bỏ qua mà không ai biết.", "What a misspelt key was meant to say would be lost without anyone noticing.";
        cure: "Sửa tên khóa, hoặc xóa.", "Correct the key, or delete it.";
    }
    /// A key that must be there isn't.
    MISSING_KEY = "C004" Error {
        title: "Thiếu khóa bắt buộc", "Required key missing";
        why: "Không có giá trị mặc định cho khóa này.", "There is no default for this key.";
        cure: "Thêm khóa này.", "Add the key.";
    }
    /// A text where a list belongs, and the like.
    WRONG_KIND = "C005" Error {
        title: "Sai loại giá trị", "Wrong kind of value";
        why: "Giá trị này không đọc được như khóa yêu cầu.", "The value can't be read the way its key asks.";
        cure: "Viết giá trị theo loại mà khóa yêu cầu.", "Write the kind of value that the key asks for.";
    }
    /// What should be a number isn't one.
    BAD_NUMBER = "C006" Error {
        title: "Số viết sai", "Number that can't be read";
        why: "Trong YAML dấu phẩy ngăn cách các mục, nên số thập phân viết với dấu chấm.", "In YAML a comma separates items, so decimals are written with a point.";
        cure: "Viết số với dấu chấm thập phân, ví dụ 1.5.", "Write the number with a decimal point, such as 1.5.";
    }
    /// What should be a day isn't one.
    BAD_DATE = "C007" Error {
        title: "Ngày viết sai", "Date that can't be read";
        why: "Ngày viết theo thứ tự khác có thể bị hiểu nhầm tháng với ngày.", "In any other order a day may be taken for a month.";
        cure: "Viết ngày theo dạng năm-tháng-ngày, ví dụ 2018-12-31.", "Write dates as year-month-day, such as 2018-12-31.";
    }
    /// A value that isn't one of those allowed.
    BAD_CHOICE = "C008" Error {
        title: "Giá trị không nằm trong các giá trị cho phép", "Value that isn't one of those allowed";
        why: "Khóa này chỉ nhận một số giá trị định trước.", "The key takes a few fixed values only.";
        cure: "Chọn một trong các giá trị cho phép.", "Choose one of the values allowed.";
    }
    /// Aliases, anchors and tags: parts of YAML that the language doesn't use.
    ALIAS = "C009" Error {
        title: "Dùng bí danh hoặc nhãn của YAML", "Alias, anchor or tag of YAML";
        why: "Bí danh có thể làm một tệp nhỏ phình ra vô hạn, và người đọc khó kiểm tra.", "Aliases can blow a small file up without end, and are hard to review.";
        cure: "Viết đầy đủ tại chỗ; nếu là chữ bình thường thì đặt trong nháy kép.", "Write it out in full; if it is plain text, put it in double quotes.";
    }
    /// The file is too long, or nested too deep.
    TOO_LARGE = "C010" Error {
        title: "Tệp quá lớn", "File too large";
        why: "Không bộ tiêu chí nào cần nhiều đến thế; đọc tiếp có thể làm treo máy.", "No criteria set needs that much; reading on might stall the machine.";
        cure: "Kiểm tra xem có đúng tệp không, hoặc chia nhỏ.", "See whether it is the right file, or split it.";
    }
    /// The file isn't text in UTF-8 or UTF-16.
    ENCODING = "C011" Error {
        title: "Không phải văn bản UTF-8", "Not text in UTF-8";
        why: "Chữ tiếng Việt đọc sai bảng mã sẽ thành chữ khác.", "Vietnamese read in the wrong encoding turns into other letters.";
        cure: "Lưu lại tệp với bảng mã UTF-8 (Notepad: Save As, Encoding: UTF-8).", "Save the file again as UTF-8 (Notepad: Save As, Encoding: UTF-8).";
    }
    /// Curly quotes where straight ones belong.
    CURLY_QUOTES = "C012" Error {
        title: "Nháy cong của Word", "Curly quotes from Word";
        why: "YAML chỉ hiểu nháy thẳng; nháy cong bị coi là chữ.", "YAML knows straight quotes only; curly ones are taken for letters.";
        cure: "Thay nháy cong bằng nháy thẳng \".", "Replace the curly quotes by straight ones (\").";
    }
    /// Tabs before the first letter of a line.
    TABS = "C013" Error {
        title: "Thụt đầu dòng bằng phím Tab", "Indented with tabs";
        why: "YAML chỉ cho thụt đầu dòng bằng dấu cách.", "YAML allows spaces only for indentation.";
        cure: "Thay mỗi dấu Tab bằng hai dấu cách.", "Replace every tab by two spaces.";
    }
    /// Text with a colon and a space that isn't quoted.
    UNQUOTED_COLON = "C014" Error {
        title: "Chữ có dấu hai chấm chưa đặt trong nháy", "Text with a colon that isn't quoted";
        why: "YAML coi dấu hai chấm có dấu cách theo sau là bắt đầu một giá trị mới.", "YAML takes a colon with a blank after it for the start of a new value.";
        cure: "Đặt cả đoạn chữ trong nháy kép.", "Put the whole text in double quotes.";
    }
    /// A value of the right kind that is out of range.
    OUT_OF_RANGE = "C015" Error {
        title: "Giá trị không hợp lệ", "Value that isn't valid";
        why: "Giá trị đúng loại nhưng nằm ngoài những gì có nghĩa ở đây.", "The value is of the right kind, but outside of what has a meaning here.";
        cure: "Sửa giá trị theo yêu cầu vừa nêu.", "Change the value as said.";
    }
    /// A free text with “ #” in it that isn't quoted.
    CUT_BY_HASH = "C016" Warning {
        title: "Chữ bị cắt ở dấu “#”", "Text cut at “#”";
        why: "YAML coi “#” sau dấu cách là bắt đầu ghi chú, nên phần sau không được in ở đâu cả.", "YAML takes “#” after a blank for the start of a comment, so what follows is printed nowhere.";
        cure: "Đặt cả đoạn chữ trong nháy kép; nếu là ghi chú thì chuyển lên một dòng riêng.", "Put the whole text in double quotes; if it is a comment, give it a line of its own.";
    }
    /// A rate below one per cent without a sign.
    RATE_BELOW_ONE = "C019" Warning {
        title: "Tỷ lệ nhỏ hơn 1 không ghi dấu %", "A rate below 1 without a per cent sign";
        why: "Tỷ lệ được hiểu theo phần trăm: 0.9 là 0,9%, không phải 90%.", "Rates are per cent: 0.9 is 0.9%, not 90%.";
        cure: "Ghi tỷ lệ kèm dấu %.", "Write the rate with its sign.";
    }
    /// An id or a text without quotes that YAML 1.1 takes for something else.
    OTHER_YAML = "C017" Warning {
        title: "Chữ mà YAML 1.1 hiểu khác", "Text that YAML 1.1 takes for something else";
        why: "parindex đọc đúng như viết, nhưng nhiều phần mềm khác coi các chữ như y, no, on là đúng hoặc sai, coi 1.10 và 010 là số.", "parindex reads it as written, but many other programs take words such as y, no, on for true or false, and 1.10 or 010 for numbers.";
        cure: "Đặt trong nháy kép, hoặc đặt tên khác.", "Put it in double quotes, or give it another name.";
    }
    /// A word of the language in its old spelling.
    FORMER_WORD = "C018" Warning {
        title: "Cách viết cũ", "Old spelling";
        why: "Vẫn được hiểu như trước, nhưng phần mềm đọc YAML 1.1 coi yes và no là đúng và sai.", "It still means what it did, but readers of YAML 1.1 take yes and no for true and false.";
        cure: "Viết theo cách mới vừa nêu.", "Write the new spelling as shown.";
    }
    /// Two criteria, adjustments or inputs of the same id.
    DUPLICATE_ID = "C020" Error {
        title: "Mã dùng hai lần", "Id used twice";
        why: "Điểm, tài liệu và ý kiến thẩm định đều gắn với mã; hai mục trùng mã thì không phân biệt được.", "Points, evidence and appraisals hang on the id; two things of one id can't be told apart.";
        cure: "Đổi mã của một trong hai.", "Change the id of one of the two.";
    }
    /// Children's weighted maxima miss their parent's maximum.
    SUM = "C021" Error {
        title: "Điểm thành phần không bằng điểm tối đa", "Parts that miss the maximum";
        why: "Chỉ số tính theo điểm tối đa; cộng sai thì không đơn vị nào đạt được 100, hoặc có đơn vị vượt 100.", "The index is taken of the maximum: with a wrong sum nobody can reach 100, or somebody passes it.";
        cure: "Sửa điểm tối đa, hoặc sửa điểm của các tiêu chí thành phần.", "Correct the maximum, or the maxima of the parts.";
    }
    /// Areas' weighted maxima miss the total.
    TOTAL = "C022" Error {
        title: "Điểm các lĩnh vực không bằng tổng điểm", "Areas that miss the total";
        why: "Tổng điểm in trên mọi biểu và báo cáo.", "The total is printed on every form and report.";
        cure: "Sửa total, hoặc sửa điểm tối đa của các lĩnh vực.", "Correct the total, or the maxima of the areas.";
    }
    /// Neither children nor a rule, or both.
    GROUP_OR_LEAF = "C023" Error {
        title: "Tiêu chí phải có tiêu chí thành phần, hoặc có quy tắc", "A criterion has children, or a rule";
        why: "Điểm của một tiêu chí hoặc do các thành phần cộng lại, hoặc do quy tắc tính ra.", "Its points are either the sum of its parts or what its rule gives.";
        cure: "Giữ một trong hai: criteria, hoặc rule với inputs và evidence.", "Keep one: criteria, or rule with inputs and evidence.";
    }
    /// A rule names an input that the leaf doesn't have.
    NO_INPUT = "C024" Error {
        title: "Quy tắc dùng số liệu không có trong inputs", "Rule names an input that isn't there";
        why: "Biểu sẽ không có ô để đơn vị điền số liệu này.", "The form would have no cell for the figure.";
        cure: "Khai số liệu này trong inputs, hoặc sửa mã trong quy tắc.", "Declare it in inputs, or correct the id in the rule.";
    }
    /// A rule can't compute with an input of this kind.
    INPUT_KIND = "C025" Error {
        title: "Loại số liệu không hợp với quy tắc", "Kind of input that the rule can't use";
        why: "Quy tắc không tính được với loại số liệu này.", "The rule can't compute with figures of this kind.";
        cure: "Sửa kind của số liệu, hoặc dùng quy tắc khác.", "Change the kind of the input, or use another rule.";
    }
    /// An input that no rule reads.
    UNUSED_INPUT = "C026" Note {
        title: "Số liệu không dùng để tính điểm", "Input that no rule reads";
        why: "Đơn vị phải điền nhưng số liệu này không làm thay đổi điểm; có thể là để tổng hợp, có thể là quên.", "Units fill it in, but it changes no score: it may be for totals, or forgotten.";
        cure: "Không cần sửa nếu chỉ để tổng hợp; nếu quên thì thêm vào quy tắc.", "Leave it where it is for totals only; else name it in the rule.";
    }
    /// A choice without anything to choose from.
    NO_CHOICES = "C027" Error {
        title: "Số liệu loại choice nhưng không có gì để chọn", "Choice with nothing to choose from";
        why: "Danh sách để chọn lấy từ các mức của quy tắc.", "The list to pick from is made of the rule's levels.";
        cure: "Dùng số liệu này trong quy tắc levels, hoặc đổi kind.", "Use the input in a levels rule, or change its kind.";
    }
    /// A maximum with more decimals than the set rounds leaves to.
    LEAF_ROUNDING = "C029" Error {
        title: "Điểm tối đa có nhiều số lẻ hơn mức làm tròn", "Maximum with more decimals than its rounding";
        why: "Làm tròn điểm từng tiêu chí thì đơn vị làm đúng hết cũng không được đúng điểm tối đa.", "With every leaf rounded, even full marks would miss the maximum.";
        cure: "Tăng decimals, hoặc làm tròn khi in (at: print).", "Allow more decimals, or round at print.";
    }
    /// Validity that ends before it begins.
    PERIOD = "C030" Error {
        title: "Thời gian hiệu lực ngược", "Validity the wrong way round";
        why: "Ngày cuối phải sau ngày đầu.", "The last day must come after the first.";
        cure: "Đổi chỗ from và to.", "Swap from and to.";
    }
    /// A withheld finding that doesn't exist, or stands twice.
    WITHHOLD = "C032" Error {
        title: "Mã phát hiện trong withhold sai", "Wrong finding in withhold";
        why: "Điểm chỉ bị mất vì phát hiện có trong danh mục, mỗi mã một lần.", "Points are withheld for findings of the catalogue only, once each.";
        cure: "Dùng mã như E001; xem danh mục bằng parindex explain.", "Use a code such as E001; parindex explain shows the catalogue.";
    }
    /// Inputs or evidence of a leaf that the survey scores.
    SURVEY_ASKS = "C034" Warning {
        title: "Tiêu chí điều tra xã hội học lại yêu cầu đơn vị kê khai", "Survey criterion that asks the unit";
        why: "Đơn vị không tự chấm tiêu chí này, nên số liệu và tài liệu không dùng đến.", "Units don't score it, so nobody looks at their figures or evidence.";
        cure: "Bỏ inputs và evidence, hoặc đổi người chấm.", "Drop inputs and evidence, or name another scorer.";
    }
    /// A list without items.
    EMPTY_LIST = "C035" Error {
        title: "Danh sách trống", "Empty list";
        why: "Không có gì để chấm điểm.", "There is nothing to score.";
        cure: "Thêm ít nhất một mục, hoặc xóa khóa này.", "Add at least one item, or delete the key.";
    }
    /// A transcribed set that doesn't name its decision.
    NO_DOCUMENT = "C036" Error {
        title: "Bộ tiêu chí chép lại mà không ghi quyết định", "Transcribed set without its decision";
        why: "Người xem phải đối chiếu được với văn bản gốc.", "Readers must be able to compare it with the original.";
        cure: "Ghi số, ký hiệu quyết định vào source.document, hoặc đổi status thành model.", "Name the decision in source.document, or make the status model.";
    }
    /// An id that isn't the name of the folder.
    FOLDER = "C037" Warning {
        title: "Mã bộ tiêu chí khác tên thư mục", "Set id that isn't the folder's name";
        why: "Đợt đánh giá tìm bộ tiêu chí theo tên thư mục.", "Campaigns find a set by the name of its folder.";
        cure: "Đổi tên thư mục, hoặc sửa khóa set.", "Rename the folder, or correct the key set.";
    }
    /// A type of documents that isn't a code.
    DOCUMENT_TYPE = "C038" Warning {
        title: "Loại văn bản không ghi bằng ký hiệu", "Type of documents that isn't a code";
        why: "Tài liệu được nhận ra theo ký hiệu trong số văn bản (4851/KH-UBND), nên không tài liệu nào khớp với loại này.", "Documents are known by the code in their number (4851/KH-UBND), so none can be of this type.";
        cure: "Ghi ký hiệu theo Nghị định 30/2020/NĐ-CP: KH, BC, QĐ …; bỏ types nếu loại nào cũng được.", "Write a code of Decree 30/2020/NĐ-CP: KH, BC, QĐ …; drop types where any will do.";
    }
    /// Days that an input can't allow.
    INPUT_DAYS = "C039" Error {
        title: "Khoảng ngày của số liệu không hợp lý", "Days that an input can't allow";
        why: "earliest và latest là ngày sớm nhất và muộn nhất mà ô ngày nhận.", "earliest and latest are the first and the last day that a cell for a date takes.";
        cure: "Sửa earliest, latest cho đúng thứ tự, chỉ ở số liệu loại date.", "Put earliest and latest in order, for inputs of kind date only.";
    }
    /// What a blank penalty takes, said of a line that can't have blank figures.
    WHEN_BLANK = "C044" Error {
        title: "Khóa when_blank dùng sai chỗ", "when_blank where it means nothing";
        why: "Khóa này nói điểm trừ tính thế nào khi đơn vị để trống số liệu.", "The key says what a penalty takes where the unit leaves its figures blank.";
        cure: "Xóa when_blank; chỉ dùng cho điểm trừ có hỏi số liệu của đơn vị.", "Delete when_blank; it belongs to penalties that ask the unit for figures.";
    }
    /// A maximum with more decimals than figures are printed with.
    PRINT_ROUNDING = "C045" Warning {
        title: "Điểm tối đa có nhiều số lẻ hơn số in ra", "Maximum with more decimals than are printed";
        why: "Điểm in ra có thể trông lớn hơn hoặc nhỏ hơn điểm tối đa; điểm tự chấm ghi như số in ra vẫn được hiểu là điểm tối đa.", "Printed points may look more or less than the maximum; a claim typed as it is printed is taken for the maximum.";
        cure: "Tăng rounding.decimals cho đủ số lẻ của điểm tối đa.", "Raise rounding.decimals to the decimals of the maximum.";
    }
    /// A case whose outcome isn't what its sentence says.
    CASE_FAILS = "C070" Error {
        title: "Ví dụ tính ra khác", "Case that comes out otherwise";
        why: "Quy tắc viết trong bộ tiêu chí không cho kết quả mà câu của quyết định nêu.", "The rule as written doesn't give what the sentence of the decision says.";
        cure: "So lại quy tắc với quyết định; sửa quy tắc, hoặc sửa ví dụ.", "Compare the rule with the decision; correct the rule, or the case.";
    }
    /// A case that names what the set doesn't have.
    CASE_UNKNOWN = "C071" Error {
        title: "Ví dụ nêu mã không có trong bộ tiêu chí", "Case that names what the set doesn't have";
        why: "Ví dụ nêu sai mã thì không kiểm tra được gì.", "A case with a wrong id proves nothing.";
        cure: "Sửa mã theo set.yaml.", "Take the id from set.yaml.";
    }
    /// A case with a figure that its input can't hold.
    CASE_VALUE = "C072" Error {
        title: "Giá trị trong ví dụ không hợp với loại số liệu", "Figure that its input can't hold";
        why: "Biểu của đơn vị cũng không nhận giá trị này.", "The form wouldn't take the value either.";
        cure: "Viết giá trị theo loại của số liệu.", "Write a value of the input's kind.";
    }
    /// A branch of a rule that no case takes.
    UNCOVERED = "C073" Warning {
        title: "Có nhánh của quy tắc chưa có ví dụ", "Branch of a rule without a case";
        why: "Nhánh chưa có ví dụ là nhánh chưa ai đối chiếu với quyết định.", "Nobody has compared a branch without a case with the decision.";
        cure: "Thêm một ví dụ vào cases.yaml cho mỗi nhánh.", "Add a case to cases.yaml for every branch.";
    }
    /// A leaf names a figure that the set doesn't have.
    NO_FIGURE = "C047" Error {
        title: "Không có số liệu dùng chung này", "Figure that the set doesn't have";
        why: "Tiêu chí không có số liệu thì không tính được điểm.", "A criterion without its figure can't be computed.";
        cure: "Khai số liệu trong “figures” của bộ tiêu chí, hoặc sửa mã.", "Declare the figure among the “figures” of the set, or correct the id.";
    }
    /// A figure can't be shared the way the set says.
    FIGURE = "C048" Error {
        title: "Số liệu không dùng chung được", "Figure that can't be shared";
        why: "Số liệu dùng chung do đơn vị kê khai một lần, cùng một nghĩa ở mọi tiêu chí.", "A shared figure is declared once, by the unit, and means the same at every criterion.";
        cure: "Khai số liệu này ngay tại tiêu chí.", "Declare the input at the criterion itself.";
    }
    /// A condition between figures can't be read.
    CHECK = "C049" Error {
        title: "Điều kiện viết sai", "Condition that can't be read";
        why: "Điều kiện không đọc được thì không ai được báo khi số liệu mâu thuẫn.", "Nobody would be told of figures that contradict one another.";
        cure: "Viết một phép so sánh giữa các mã số liệu, ví dụ dung_han <= da_giai_quyet.", "Write a comparison between ids of figures, such as dung_han <= da_giai_quyet.";
    }
    /// A cap names what it can't hold.
    CAP = "C050" Error {
        title: "Mức trần chung viết sai", "Cap that can't be";
        why: "Mức trần giới hạn tổng của nhiều điểm thưởng, hoặc của nhiều điểm trừ; mỗi dòng thuộc một mức trần.", "A cap limits the sum of several bonuses, or of several penalties; each line is under one cap.";
        cure: "Nêu mã các dòng điểm thưởng, hoặc các dòng điểm trừ, mỗi dòng một lần.", "Name bonuses, or penalties, each of them once.";
    }
    /// A condition of a criterion that can't be.
    REQUIRES = "C051" Error {
        title: "Điều kiện của tiêu chí viết sai", "Condition of a criterion that can't be";
        why: "Điều kiện quyết định tiêu chí có được tính điểm hay không, nên phải viết đủ và so với một số.", "A condition decides whether a criterion counts, so it must be whole and compare a number.";
        cure: "Viết { criterion: \"1\", index_at_least: 80% } hoặc { figure: so_qua_han, at_most: 0 }; “else” là 0 hoặc not_applicable.", "Write { criterion: \"1\", index_at_least: 80% } or { figure: so_qua_han, at_most: 0 }; “else” is 0 or not_applicable.";
    }
    /// Something names a criterion that the set doesn't have.
    NO_CRITERION = "C052" Error {
        title: "Không có tiêu chí này trong bộ", "No such criterion in the set";
        why: "Tiêu chí được nêu không có thì không tính được.", "What names a criterion that doesn't exist can't be computed.";
        cure: "Sửa lại mã tiêu chí.", "Correct the id.";
    }
    /// Conditions wait for one another.
    CIRCLE = "C053" Error {
        title: "Các tiêu chí chờ điều kiện của nhau", "Conditions in a circle";
        why: "Tiêu chí chờ kết quả của chính mình thì không bao giờ biết được. Điều kiện về một tiêu chí chờ cả các tiêu chí thành phần của nó; một tiêu chí cũng không lấy phần của mình làm điều kiện được.", "A criterion that waits for itself can never be known. A condition on a criterion waits for all below it; nor can a criterion wait for a part of itself.";
        cure: "Bỏ một điều kiện trong vòng. Nếu cả tiêu chí phụ thuộc một tiêu chí thành phần, đặt điều kiện ở các tiêu chí thành phần còn lại.", "Drop one of the conditions. Where a whole criterion depends on a part of it, set the condition on the other parts.";
    }
    /// Alternatives that can't be.
    ALTERNATIVES = "C054" Error {
        title: "Các tiêu chí thay cho nhau viết sai", "Alternatives that can't be";
        why: "Tiêu chí có điểm cao nhất được tính, điểm tối đa tính một lần; vì vậy các tiêu chí phải cùng cấp trên và cùng điểm tối đa.", "The best criterion counts and the maximum counts once, so the criteria must have one parent and the same maximum.";
        cure: "Nêu ít nhất hai tiêu chí cùng cấp trên, cùng điểm tối đa (đã nhân hệ số), mỗi tiêu chí một lần. Trường hợp được ít điểm hơn thì giữ điểm tối đa và để quy tắc cho ít điểm hơn.", "Name two criteria at least, of one parent and with the same weighted maximum, each of them once. Where one is worth less, keep the maximum and let its rule give less.";
    }
    /// A line of a criterion that can't be.
    WITHIN = "C055" Error {
        title: "Điểm thưởng, điểm trừ của tiêu chí viết sai", "Line of a criterion that can't be";
        why: "Dòng tính trong một tiêu chí chỉ tính đến điểm tối đa của tiêu chí đó, sau mức trần chung nếu có; các dòng tính vào những chỗ khác nhau thì không biết giới hạn nào tính trước.", "A line of a criterion counts within that criterion's maximum, once a common cap is kept; of lines that count in different places nobody could tell which limit comes first.";
        cure: "Để các dòng dưới một mức trần cùng nêu một tiêu chí, hoặc cùng không nêu (khi đó tính vào tổng điểm); dòng khác thì bỏ khỏi caps.", "Let the lines under a cap name one and the same criterion, or none of them any (they then join the total); take others out of caps.";
    }
    /// A rule prints the decision's own words: they and the rule are set side by side.
    OWN_WORDS = "C046" Note {
        title: "Lời quyết định bên cạnh quy tắc", "The decision's words beside the rule";
        why: "Biểu và báo cáo in lời của quyết định; chương trình tính theo quy tắc. Hai bên phải nói cùng một điều.", "Forms and reports print the decision's words; the program computes by the rule. The two must say the same.";
        cure: "Đọc hai câu cạnh nhau; nếu khác nhau thì sửa quy tắc hoặc “text”.", "Read the two side by side; where they differ, correct the rule or “text”.";
    }
    /// A criterion that gives every unit the same points.
    SAME_FOR_ALL = "C060" Warning {
        title: "Tiêu chí không phân biệt được các đơn vị", "Criterion that can't separate units";
        why: "Mức nào cũng được cùng một số điểm, nên tiêu chí không ảnh hưởng đến xếp hạng.", "Whatever a unit does it gets the same points, so places don't depend on it.";
        cure: "Xem lại điểm của các mức.", "Look at the points of its branches again.";
    }
    /// A leaf that counts more than a whole area.
    OUTWEIGHS = "C061" Warning {
        title: "Một tiêu chí nặng hơn cả một lĩnh vực", "Criterion that outweighs an area";
        why: "Kết quả của cả lĩnh vực có thể bị một tiêu chí duy nhất lấn át.", "A single criterion can outdo everything in that area.";
        cure: "Kiểm tra lại điểm tối đa và hệ số; nếu đúng ý thì giữ nguyên.", "Look at maxima and weights again; leave them where that is meant.";
    }
    /// A leaf of a transcribed set without the item that it comes from.
    NO_ITEM = "C062" Warning {
        title: "Tiêu chí chép lại mà không ghi mục", "Transcribed criterion without its item";
        why: "Người xem không biết đối chiếu với mục nào của quyết định.", "Readers don't know which item of the decision to look at.";
        cure: "Ghi source: { item: … }.", "Add source: { item: … }.";
    }
    /// A line with a higher maximum than the criterion within which it counts.
    WITHIN_MORE = "C065" Warning {
        title: "Mức của dòng cao hơn điểm tối đa của tiêu chí", "A line has a higher maximum than its criterion";
        why: "Phần cao hơn điểm tối đa của tiêu chí không bao giờ được tính.", "What is above the criterion's maximum never counts.";
        cure: "Sửa max của dòng, sửa mã ở criterion, hoặc bỏ criterion để tính vào tổng điểm.", "Correct the line's max, or the id in criterion; without criterion, the line joins the total.";
    }
    /// Something that a set says and that changes nothing.
    NO_EFFECT = "C066" Warning {
        title: "Khai nhưng không có tác dụng", "Said, and does nothing";
        why: "Chương trình đọc được điều này nhưng nó không thể làm thay đổi điểm hay kết quả kiểm tra của đơn vị nào, nên có thể ý của quyết định chưa được ghi đúng.", "It is read, and can change no unit's points and no finding, so the decision may mean something else.";
        cure: "Sửa cho đúng ý của quyết định, hoặc xóa.", "Write what the decision means, or delete it.";
    }
    /// A figure that conditions look at and no criterion names.
    ONLY_IN_CONDITIONS = "C067" Note {
        title: "Số liệu chỉ có trong điều kiện", "Figure that only conditions look at";
        why: "Đơn vị kê khai số liệu này một lần, nhưng phiếu thẩm định chỉ có dòng cho số liệu của từng tiêu chí, nên hội đồng không xác định lại được; muốn vậy hội đồng phải ghi điểm hoặc “Áp dụng” ở từng tiêu chí.", "Units declare it once, but appraisal workbooks have lines for the figures of criteria only, so the council can't correct it; it would have to type points, or whether it applies, at each criterion.";
        cure: "Thêm { figure: … } vào inputs của một tiêu chí mà đơn vị tự chấm nếu hội đồng cần thẩm định số liệu này; nếu không thì giữ nguyên.", "Add { figure: … } to the inputs of a criterion that units score where the council is to appraise it; else leave it.";
    }
    /// A rule that gives points for days after the deadline of its criterion.
    AFTER_DEADLINE = "C064" Warning {
        title: "Mốc trong quy tắc sau thời hạn của tiêu chí", "A day of the rule lies after the criterion's deadline";
        why: "Đơn vị làm sau thời hạn vẫn được điểm theo quy tắc nhưng bị báo là muộn; hai chỗ nói khác nhau.", "A unit that is late gets points by the rule and is told that it is late; the two don't agree.";
        cure: "Sửa deadline của tiêu chí (hoặc của cấp trên), hoặc sửa mốc trong quy tắc.", "Correct the deadline of the criterion, or of one above it, or the day of the rule.";
    }
    /// A date of a rule, or of the decision, outside the set's validity.
    OUTSIDE_YEAR = "C063" Warning {
        title: "Ngày nằm ngoài thời gian hiệu lực", "Date outside the validity";
        why: "Có thể ngày của năm trước còn sót lại khi chép bộ tiêu chí sang năm mới.", "It may be left over from last year, when the set was copied.";
        cure: "Sửa ngày, hoặc sửa valid.", "Correct the date, or the validity.";
    }
}
