//! Family C, from C300: findings of turning the table of a decision into a set.

use super::codes;

codes! {
    /// No sheet holds a table of criteria.
    NO_TABLE = "C300" Error {
        title: "Không tìm thấy bảng tiêu chí", "No table of criteria found";
        why: "Bảng được nhận ra theo tiêu đề cột: một cột tiêu chí (nội dung) và một cột điểm tối đa (điểm chuẩn, thang điểm).", "The table is known by its headings: a column of criteria and one of maximum points.";
        cure: "Chạy lại với --max và chữ cái hoặc tiêu đề của cột điểm tối đa; nếu bảng ở trang ẩn thì bỏ ẩn.", "Run it again with --max and the letters or the heading of the column of maxima; unhide the sheet where it is hidden.";
    }
    /// A further sheet with a table, which was not converted.
    OTHER_TABLE = "C301" Warning {
        title: "Còn bảng khác trong tệp", "Another table in the file";
        why: "Các bảng không có cùng tiêu đề cột, hoặc STT không nối tiếp nhau, nên chỉ chuyển bảng có nhiều dòng điểm nhất.", "Their headings differ or their numbers don't go on from one to the next, so only the one with most maxima was converted.";
        cure: "Nếu cần bảng kia, chọn trang bằng tùy chọn --sheet.", "Choose the other sheet with --sheet where it is the one wanted.";
    }
    /// An STT that Excel turned into a number or a date.
    NUMBER_GUESSED = "C302" Warning {
        title: "STT bị Excel đổi thành số hoặc ngày", "STT that Excel turned into a number or a date";
        why: "1.10 lưu thành số 1.1 hoặc thành ngày; mã được suy ra từ các dòng bên cạnh.", "1.10 was stored as 1.1 or as a date; the id was inferred from its neighbours.";
        cure: "Đối chiếu mã trong set.yaml với quyết định.", "Compare the id in set.yaml with the decision.";
    }
    /// The same STT twice.
    NUMBER_TWICE = "C303" Warning {
        title: "STT trùng", "STT used twice";
        why: "Mã tiêu chí phải là duy nhất, nên dòng sau được thêm chữ vào mã.", "Ids must be unique, so a letter was added to the second one.";
        cure: "Sửa mã theo quyết định.", "Correct the id after the decision.";
    }
    /// A number is missing between two others.
    NUMBER_MISSING = "C304" Warning {
        title: "STT không liên tục", "Gap in the numbers";
        why: "Có thể bảng thiếu dòng, hoặc quyết định đánh số như vậy.", "A row may be missing, unless the decision counts that way.";
        cure: "Đối chiếu với quyết định.", "Compare it with the decision.";
    }
    /// A criterion whose parent isn't in the table.
    NO_PARENT = "C305" Warning {
        title: "Không có tiêu chí cấp trên", "Criterion without its parent";
        why: "Theo STT phải có dòng cấp trên, nhưng bảng không có; tiêu chí được xếp vào cấp gần nhất.", "Its number asks for a parent that the table doesn't have; it was put below the nearest one.";
        cure: "Đối chiếu STT với quyết định.", "Compare the number with the decision.";
    }
    /// A criterion without a maximum.
    NO_MAX = "C306" Warning {
        title: "Không đọc được điểm tối đa", "No maximum";
        why: "Mọi tiêu chí cần điểm tối đa; giá trị ghi trong set.yaml là suy ra, có đánh dấu.", "Every criterion needs a maximum; the one written was inferred, and is marked.";
        cure: "Ghi điểm tối đa theo quyết định.", "Write the maximum of the decision.";
    }
    /// Parts that miss the maximum in the table itself.
    PARTS = "C307" Error {
        title: "Trong bảng, điểm thành phần không bằng điểm tối đa", "Parts miss the maximum in the table";
        why: "Điểm được chép đúng như bảng, không tự sửa; bộ tiêu chí chưa dùng được khi chưa thống nhất.", "Figures are written as they stand, never corrected; the set can't be used until they agree.";
        cure: "Đối chiếu với quyết định rồi sửa; nếu bảng chỉ là một phần của quyết định, dùng tùy chọn --excerpt.", "Compare it with the decision and correct it; where the table is only a part of the decision, use --excerpt.";
    }
    /// Areas that miss the total of the table.
    TOTAL = "C308" Error {
        title: "Trong bảng, điểm các lĩnh vực không bằng tổng điểm", "Areas miss the total in the table";
        why: "Điểm được chép đúng như bảng, không tự sửa.", "Figures are written as they stand, never corrected.";
        cure: "Đối chiếu với quyết định rồi sửa.", "Compare it with the decision and correct it.";
    }
    /// Lines on how points are given that were not understood.
    NOT_UNDERSTOOD = "C309" Warning {
        title: "Chưa hiểu cách tính điểm", "Rule not understood";
        why: "Tiêu chí tạm để đơn vị tự nhập điểm; để điều tra cho điểm nếu bảng hỏi ý kiến người dân; để hội đồng chấm nếu là điểm trừ hoặc là kết quả do cơ quan công bố; lời của bảng giữ nguyên trong chú thích.", "Units type the points for now; the survey gives them where the table has people asked, the council where points are taken or an office makes the result known; the words of the table stand in comments.";
        cure: "Viết quy tắc theo sổ tay (parindex docs), hoặc giữ nguyên nếu đơn vị tự chấm.", "Write the rule after the handbook (parindex docs), or leave it where units score themselves.";
    }
    /// A leaf about which the table says nothing.
    NO_RULE = "C310" Note {
        title: "Bảng không nêu cách tính điểm", "No rule in the table";
        why: "Tiêu chí để đơn vị tự nhập điểm, hoặc để điều tra cho điểm nếu bảng hỏi ý kiến người dân.", "Units type the points, or the survey gives them where the table has people asked.";
        cure: "Viết quy tắc nếu quyết định có nêu ở chỗ khác.", "Write the rule where the decision has one elsewhere.";
    }
    /// A rule that was recognised and breaks a law of sets.
    RULE_UNFIT = "C311" Warning {
        title: "Cách tính điểm không khớp với điểm tối đa", "Rule that doesn't fit its maximum";
        why: "Tiêu chí tạm để đơn vị tự nhập điểm; lời của bảng giữ nguyên trong chú thích.", "Units type the points for now; the words of the table stand in comments.";
        cure: "Đối chiếu điểm của từng mức với quyết định.", "Compare the points of every level with the decision.";
    }
    /// A value that two levels hold.
    BOUND = "C312" Warning {
        title: "Một giá trị thuộc hai mức điểm", "Value that two levels hold";
        why: "Bảng viết hai mức điểm cùng chứa một mốc hoặc một ngày; tạm xếp vào mức đứng trên.", "Two levels of the table hold the same bound or day; it was given to the upper one for now.";
        cure: "Hỏi cơ quan ban hành, rồi sửa above, from, below, up_to, by hoặc before.", "Ask whoever issued the decision, then change above, from, below, up_to, by or before.";
    }
    /// A rate whose 0 of 0 the table doesn't settle.
    NOTHING_TO_DO = "C313" Warning {
        title: "Bảng chưa quy định trường hợp mẫu số bằng 0", "0 of 0 isn't settled";
        why: "Trong năm có thể không phát sinh việc gì; tạm ghi when_nothing: zero.", "There may be nothing to do in a year; when_nothing: zero was written for now.";
        cure: "Chọn full, zero hoặc not_applicable theo quyết định.", "Choose full, zero or not_applicable after the decision.";
    }
    /// The file doesn't name the decision.
    NO_DECISION = "C314" Warning {
        title: "Không thấy số quyết định", "Decision not named";
        why: "Người xem phải đối chiếu được với văn bản gốc.", "Readers must be able to compare the set with the original.";
        cure: "Ghi số, ký hiệu, ngày và cơ quan ban hành vào source.", "Write number, date and issuer into source.";
    }
    /// Parts without numbers, which were given some.
    UNNUMBERED = "C315" Warning {
        title: "Tiêu chí thành phần không có STT", "Parts without numbers";
        why: "Các dòng có điểm riêng cộng lại bằng điểm tối đa nên được coi là tiêu chí thành phần và được đánh số.", "Their points add to the maximum, so they were taken for parts and given numbers.";
        cure: "Đối chiếu với quyết định; đổi mã nếu cần.", "Compare them with the decision; change the ids where needed.";
    }
    /// Line of a group that no rule can use.
    GROUP_LINE = "C316" Warning {
        title: "Dòng chữ ở tiêu chí đã có thành phần", "Line at a criterion that has parts";
        why: "Điểm của tiêu chí này do các thành phần cộng lại; dòng chữ chỉ được giữ trong chú thích.", "Its points are those of its parts; the line is kept as a comment only.";
        cure: "Nếu dòng này đặt điều kiện về điểm, đưa vào tiêu chí thành phần.", "Move it to a part where it says something about points.";
    }
    /// A value about which the table says nothing.
    GAP = "C317" Warning {
        title: "Có trường hợp bảng chưa quy định số điểm", "Value about which the table says nothing";
        why: "Các mức điểm không nối liền nhau: có giá trị hoặc có ngày không thuộc mức nào, tạm tính 0 điểm hoặc theo mức thấp hơn.", "The levels leave a gap: a value or a day is in none of them, and gives 0 or the lower level for now.";
        cure: "Hỏi cơ quan ban hành, rồi bổ sung mức còn thiếu.", "Ask whoever issued the decision, then add what is missing.";
    }
    /// Letters of a formula that the table doesn't explain.
    LETTERS = "C318" Warning {
        title: "Chưa rõ tỷ lệ tính từ số liệu nào", "Figures of a rate not named";
        why: "Bảng không gọi tên số liệu mà tỷ lệ được tính từ đó; ô nhập tạm đặt tên theo tiêu chí.", "The table doesn't name the figures that the rate is of; inputs are named after the criterion for now.";
        cure: "Sửa label của ô nhập trong inputs theo quyết định.", "Correct the labels of the inputs after the decision.";
    }
    /// Alternatives of which the table doesn't say which counts.
    ALTERNATIVES = "C319" Warning {
        title: "Chưa nói lấy kết quả nào", "Which alternative counts isn't said";
        why: "Bảng nêu nhiều cách tính nối bằng “hoặc”; tạm lấy kết quả cao nhất (best_of).", "The table joins several ways by “or”; the best counts for now (best_of).";
        cure: "Hỏi cơ quan ban hành; nếu mỗi loại đơn vị dùng một cách thì tách thành hai bộ tiêu chí.", "Ask whoever issued the decision; where each kind of unit has its own way, make two sets.";
    }
    /// Results of the survey that the table doesn't turn into points.
    SCALE = "C320" Warning {
        title: "Chưa nói cách quy đổi kết quả điều tra", "How the survey becomes points isn't said";
        why: "Điểm do điều tra xã hội học xác định, nhưng bảng nêu thêm thang đo hoặc mức mà chưa quy định cách quy đổi ra điểm; tạm để nhập thẳng số điểm.", "The survey gives the points, but the table also names a scale or levels without saying how they become points; points are typed for now.";
        cure: "Hỏi cơ quan ban hành, rồi viết quy tắc survey nếu cần.", "Ask whoever issued the decision, then write a rule of kind survey where needed.";
    }
    /// A line of bonus or penalty points of which nothing says which it is.
    SIGN = "C321" Warning {
        title: "Chưa rõ cộng hay trừ điểm", "Bonus or penalty isn't said";
        why: "Tên khối và lời của dòng không ghi, hoặc ghi khác nhau, là cộng hay trừ; hoặc dòng mang tên điểm cộng, điểm trừ, hay có dấu cộng, dấu trừ trước điểm, nhưng đứng trong một lĩnh vực. Lời của dòng được giữ trong chú thích; dòng có dấu trước điểm được ghi ngoài tổng điểm.", "Its block and its own words say neither, or differ; or it is named as bonus or penalty points, or has a sign before its points, and stands in an area. Its words are kept as comments; one with a sign before its points is written outside of the tree.";
        cure: "Nếu cộng, trừ ngoài tổng điểm thì viết dòng này vào adjustments với sign: bonus hoặc sign: penalty; nếu là tiêu chí thì viết quy tắc của nó.", "Where it adds or takes outside of the tree, write it into adjustments with sign: bonus or sign: penalty; else write the rule of the criterion.";
    }
    /// Several columns of maxima.
    SEVERAL_MAXIMA = "C322" Error {
        title: "Bảng có nhiều cột điểm tối đa", "Several columns of maxima";
        why: "Ví dụ bảng ghi điểm của hai năm cạnh nhau; không tự chọn cột nào.", "The table may show two years side by side; none is chosen without being asked for.";
        cure: "Chạy lại với tùy chọn --max và chữ cái hoặc tiêu đề của cột.", "Run it again with --max and the letters or the heading of the column.";
    }
    /// Points in proportion beside a mark under 100 % that gives the maximum.
    PROPORTION = "C324" Warning {
        title: "Chưa nói tính theo tỷ lệ so với mức nào", "In proportion to what isn't said";
        why: "Từ một mức dưới 100% đã được điểm tối đa, dưới mức ấy “tính theo tỷ lệ”: có thể là tỷ lệ đạt được nhân điểm tối đa, hoặc tỷ lệ đạt được chia cho mức ấy rồi nhân điểm tối đa; tạm tính theo cách ít điểm hơn.", "A mark under 100% gives the maximum, and below it points are “in proportion”: either the rate times the maximum, or the rate over that mark times the maximum; the one that gives less counts for now.";
        cure: "Hỏi cơ quan ban hành; nếu tính so với mức ấy thì viết ratio với full_at.", "Ask whoever issued the decision; where the mark is meant, write ratio with full_at.";
    }
    /// A Word document that still shows changes.
    TRACKED = "C323" Warning {
        title: "Văn bản còn dấu sửa đổi", "Document with changes in it";
        why: "Văn bản Word còn theo dõi thay đổi, hoặc có chữ gạch ngang, chữ ẩn; có thể chưa phải bản cuối cùng.", "The Word document tracks changes, or has text that is struck out or hidden; it may not be the final one.";
        cure: "Chuyển từ bản đã ban hành, hoặc chấp nhận hết thay đổi trong Word rồi chạy lại.", "Convert the document that was issued, or accept all changes in Word and run it again.";
    }
    /// A line that measures something else than the name of its criterion says.
    MEASURED = "C325" Warning {
        title: "Dòng chấm số liệu khác với tên tiêu chí", "What is scored isn't what the name says";
        why: "Lời của dòng chấm một tỷ lệ khác, chiều ngược lại (đúng hạn, trễ hạn) hoặc mức tăng, giảm, trong khi tên tiêu chí gọi một số liệu khác; ô nhập tạm hỏi theo lời của dòng.", "The line scores another rate, the opposite (on time, late), or a change, while the name of the criterion calls another figure; the input asks for what the line says for now.";
        cure: "Đối chiếu với quyết định; sửa label của ô nhập, hoặc viết lại quy tắc nếu tên tiêu chí mới đúng.", "Compare it with the decision; correct the label of the input, or write the rule anew where the name is right.";
    }
    /// Another body supplies or confirms the figures of a line.
    SUPPLIED = "C326" Warning {
        title: "Chưa rõ ai nhập số liệu", "Who types the figures isn't said";
        why: "Dòng nêu cơ quan cung cấp, tổng hợp hoặc đánh giá, hoặc nêu mức độ hài lòng, nhưng không ghi đơn vị có tự nhập hay không; tạm để đơn vị nhập.", "The line names a body that supplies, gathers or judges, or how satisfied people are, and doesn't say whether units type the figures; they do for now.";
        cure: "Hỏi cơ quan ban hành; nếu cơ quan ấy cho điểm thì viết given với by: council; nếu lấy từ kết quả điều tra thì viết survey.", "Ask whoever issued the decision; where that body gives the points, write given with by: council; where a survey finds them, write survey.";
    }
    /// Points that a line rounds otherwise than the set does.
    ROUNDING = "C327" Warning {
        title: "Bảng nói cách làm tròn điểm", "The table says how points are rounded";
        why: "Bộ tiêu chí làm tròn điểm theo một cách cho mọi tiêu chí (rounding): ở từng tiêu chí (at: leaf) hoặc chỉ khi in (at: print), bấy nhiêu chữ số (decimals). Cách làm tròn ảnh hưởng đến tổng điểm, do đó có thể ảnh hưởng đến thứ hạng.", "A set rounds points in one way for all criteria (rounding): at each criterion (at: leaf) or only in print (at: print), to so many decimals. How they are rounded changes sums, and with them perhaps places.";
        cure: "Hỏi cơ quan ban hành, rồi sửa rounding trong set.yaml.", "Ask whoever issued the decision, then change rounding in set.yaml.";
    }
    /// Tables of a file that were joined.
    JOINED = "C328" Warning {
        title: "Nhiều bảng được nối thành một bộ", "Several tables were joined into one set";
        why: "Các bảng có cùng tiêu đề cột và STT nối tiếp nhau, nên được hiểu là một bảng chia theo lĩnh vực; mỗi dòng vẫn ghi trang và hàng của nó.", "They have the same headings and their numbers go on from one to the next, so they were taken for one table that is parted by area; every line keeps its sheet and row.";
        cure: "Đối chiếu thứ tự các bảng với quyết định; nếu là những bộ riêng thì chuyển từng bảng bằng tùy chọn --sheet.", "Compare the order of the tables with the decision; where they are sets of their own, convert them one by one with --sheet.";
    }
    /// Points for several levels of a thing, of which nothing says whether they add up.
    SEVERAL = "C329" Warning {
        title: "Chưa rõ cộng từng kết quả hay lấy mức cao nhất", "Each result, or only the highest";
        why: "Dòng cộng điểm theo cấp (tỉnh, trung ương) mà chưa quy định cách tính khi đơn vị có nhiều kết quả; tạm lấy mức cao nhất.", "The line adds points by level (province, nation) and doesn't say what several results give; the highest counts for now.";
        cure: "Hỏi cơ quan ban hành; nếu cộng từng kết quả thì viết count cho mỗi cấp và đặt cap.", "Ask whoever issued the decision; where each result adds, write count for each level, with a cap.";
    }
    /// Note below the table.
    NOTE = "C330" Warning {
        title: "Ghi chú dưới bảng", "Note below the table";
        why: "Ghi chú có thể đặt điều kiện về điểm của một hay nhiều tiêu chí; lời của nó được giữ trong chú thích, chưa quy tắc nào dùng đến.", "A note may set a condition for one criterion or many; its words are kept as comments, and no rule uses them.";
        cure: "Đọc ghi chú; nếu ghi chú đặt điều kiện về điểm thì sửa quy tắc của tiêu chí liên quan.", "Read the note; where it sets a condition on points, change the rules of the criteria concerned.";
    }
    /// Days without their year.
    NO_YEAR = "C331" Warning {
        title: "Mốc thời gian không ghi năm", "Days without their year";
        why: "Mức điểm theo ngày, tháng hoặc quý mà bảng không ghi năm; tạm để đơn vị tự chọn mức, chưa đối chiếu được với ngày của tài liệu.", "Levels go by days, months or quarters without their year; units pick a level for now, and the days of documents can't be compared with it.";
        cure: "Ghi năm cho từng mốc rồi viết quy tắc deadline; hoặc giữ nguyên nếu đơn vị tự chọn mức.", "Give each day its year and write a rule of kind deadline; or leave it where units pick the level.";
    }
    /// What a table says beside a rule.
    BESIDE = "C332" Warning {
        title: "Lời kèm theo chưa có trong cách tính", "Words beside a rule that are not part of it";
        why: "Bên cạnh cách tính, ở cột khác hoặc trong tên tiêu chí, bảng ghi thêm điều kiện, thời hạn, cách đếm mẫu số, mức điểm cho người chấm hoặc dẫn đến tiêu chí khác; các lời này được giữ trên biểu hoặc trong chú thích của set.yaml để đọc, nhưng không làm thay đổi điểm.", "Beside the rule, in another column or in the name of the criterion the table says a condition, a day, how the denominator is counted, levels for whoever scores, or refers to another criterion; these words stand on the form or in a comment of set.yaml, and change no points.";
        cure: "Đọc lại lời kèm theo; nếu làm thay đổi điểm thì đưa vào quy tắc (yes_no, deadline, requires) hoặc vào tên của số liệu.", "Read these words; where they change points, put them into the rule (yes_no, deadline, requires) or into the label of the figure.";
    }
    /// Line that takes points or adds some, beside others that give them.
    WITHIN = "C333" Warning {
        title: "Dòng cộng, trừ đứng cạnh cách tính", "Line that adds or takes beside a rule";
        why: "Bên cạnh các mức điểm, bảng ghi dòng cộng thêm hoặc trừ bớt; dòng này được tách thành điểm thưởng hoặc điểm trừ của chính tiêu chí (adjustments có ghi criterion).", "Beside the levels of a criterion the table says what is added or taken; that line became a bonus or a penalty of the criterion itself (an adjustment with criterion).";
        cure: "Đối chiếu với quyết định; nếu dòng này chỉ nói lại các mức điểm thì xóa nó khỏi adjustments.", "Compare it with the decision; where the line only says the levels once more, delete it from adjustments.";
    }
    /// Row with a number or points that is no part of the tree.
    OUTSIDE = "C336" Warning {
        title: "Hàng có điểm đứng ngoài cây tiêu chí", "Row with points outside of the tree";
        why: "Hàng đứng dưới chữ ký, ghi chú hoặc hàng tổng cộng, hoặc trên tiêu chí đầu tiên, nhưng có STT hoặc có điểm như một hàng của bảng; lời của nó chỉ được giữ trong chú thích.", "The row stands below signatures, notes or the total, or above the first criterion, and has a number or points as rows of the table do; its words are kept as a comment only.";
        cure: "Nếu là tiêu chí hoặc cách tính điểm, đưa hàng về đúng chỗ trong bảng rồi chạy lại, hoặc viết thẳng vào set.yaml.", "Where it is a criterion or says how points are given, move it to its place in the table and run it again, or write it into set.yaml.";
    }
    /// Column with words that nobody understood, beside criteria without a rule.
    UNKNOWN_COLUMN = "C337" Warning {
        title: "Có cột chưa hiểu là cột gì", "Column that was not understood";
        why: "Cột cách tính điểm được nhận ra theo tiêu đề, hoặc theo lời của phần lớn các ô; lời hoặc số ở cột này chưa được dùng; tiêu chí chưa có cách tính tạm để đơn vị tự nhập điểm.", "The column of rules is known by its heading, or by what most of its cells say; the words or figures in this one were not used, and units type the points of criteria without a rule for now.";
        cure: "Nếu cột này nói cách tính điểm, chạy lại với --rules và chữ cái hoặc tiêu đề của cột; nếu là hệ số, điểm trừ hay điều kiện khác thì viết vào set.yaml.", "Where this column says how points are given, run it again with --rules and its letters or its heading; where it holds weights, penalties or another condition, write them into set.yaml.";
    }
    /// Cell on how points are given that reaches over several criteria.
    SHARED = "C338" Warning {
        title: "Một ô cách tính cho nhiều tiêu chí", "One cell on points for several criteria";
        why: "Ô cách tính điểm được gộp qua nhiều tiêu chí; bảng không ghi tính như nhau cho từng tiêu chí hay tính chung một lần.", "The cell is merged over several criteria; the table doesn't say whether it holds for each of them or for all together.";
        cure: "Đối chiếu với quyết định; nếu tính chung thì gộp thành một tiêu chí hoặc viết lại quy tắc.", "Compare it with the decision; where it holds for all together, make one criterion of them or write the rule anew.";
    }
}
