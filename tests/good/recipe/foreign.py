"""Writes forms of a province's own for shipped sets, filled in rightly, with the campaigns that they belong to.

foreign.py PARINDEX FOLDER, run at the root of the repository. Layouts are those of src/ARCHITECTURE.md. The points that a
unit gives itself are what PARINDEX computes of its figures; a form without figures claims them all the same.
"""
import datetime
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import yaml
from openpyxl.styles import Alignment, Border, Font, Side

parindex, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
GRID = Border(*[Side(style="thin")] * 4)
FORMS = {
    2018: [("A", "so-cong-thuong", "Sở Công Thương", "long-an-so-nganh-2018"), ("D", "ben-luc", "UBND huyện Bến Lức", "long-an-huyen-2018")],
    2025: [
        ("A", "so-noi-vu", "Sở Nội vụ", "mau-so-nganh-2025"),
        ("B", "so-tai-chinh", "Sở Tài chính", "mau-so-nganh-2025"),
        ("D", "so-y-te", "Sở Y tế", "mau-so-nganh-2025"),
        ("B", "phuong-long-an", "UBND phường Long An", "mau-xa-phuong-2025"),
        ("E", "xa-my-loc", "UBND xã Mỹ Lộc", "mau-xa-phuong-2025"),
    ],
}


def nodes(criteria, depth=1):
    for criterion in criteria:
        yield depth, criterion
        yield from nodes(criterion.get("criteria", []), depth + 1)


def scorer(criterion):
    rule = criterion["rule"]
    if "survey" in rule or rule.get("given", {}).get("by") == "survey":
        return "survey"
    return rule.get("given", {}).get("by", "unit")


def parts(rule):
    """Names what a rule takes from each input: of, to, one of the deductions."""
    found = {}
    if isinstance(rule, list):
        for item in rule:
            found.update(parts(item))
    if isinstance(rule, dict):
        for key, value in rule.items():
            if key == "deductions":
                found.update({line["of"]: "none" for line in value["lines"]})
            elif key in ("of", "to") and isinstance(value, str):
                found[value] = key
            else:
                found.update(parts(value))
    return found


def choices(rule, of):
    if isinstance(rule, dict):
        if "levels" in rule and isinstance(rule["levels"], dict) and rule["levels"].get("of") == of:
            return rule["levels"]["levels"][0]["label"]
        rule = list(rule.values())
    for item in rule if isinstance(rule, list) else []:
        if isinstance(item, (dict, list)) and (found := choices(item, of)):
            return found
    return None


def figure(criterion, entry, year):
    """Gives a plausible figure, as somebody would type it."""
    role = parts(criterion["rule"]).get(entry["id"])
    match entry["kind"]:
        case "count":
            return {"of": 96, "to": 100, "none": 0}.get(role, 3)
        case "percent":
            return "95,5 %"
        case "points":
            return 4
        case "date":
            return datetime.date(year, Papers.month, 20)
        case "yes_no":
            return "Có"
        case "choice":
            return choices(criterion["rule"], entry["id"])
    return "Theo báo cáo"


class Papers:
    """Names documents, each another one."""

    # Month in which plans are issued: communes began in July 2025.
    month = 1

    def __init__(self, unit, year):
        self.symbol = "".join(word[0] for word in unit.split("-")).upper()
        self.year, self.number = year, 10

    def of(self, criterion):
        evidence = criterion.get("evidence") or {}
        if not evidence.get("required"):
            return []
        words = {"KH": "Kế hoạch", "QĐ": "Quyết định", "TB": "Thông báo", "QC": "Quy chế", "BC": "Báo cáo"}
        kind = (evidence.get("types") or ["BC"])[0]
        named = []
        for _ in range(evidence.get("least", 1)):
            self.number += 1
            day = f"20/{self.month:02}" if "deadline" in criterion["rule"] else "05/12"
            section = ", mục II, trang 3" if evidence.get("section") else ""
            named.append(f"{words.get(kind, kind)} số {self.number}/{kind}-{self.symbol} ngày {day}/{self.year}{section}")
        return named


def rows(layout, set_, unit, year, claims):
    """Gives the rows of the table: number, words, maximum, figure, rate, claim, evidence."""
    papers = Papers(unit, year)
    for depth, criterion in nodes(set_["criteria"]):
        number, name, most = criterion["id"], criterion["name"], criterion["max"]
        if "criteria" in criterion:
            yield "group", depth, number, name, most, None, None, None, ""
            continue
        own = scorer(criterion) == "unit"
        claim = claims.get(number) if own else None
        named = papers.of(criterion) if own else []
        inputs = criterion.get("inputs", []) if own else []
        typed, rate = None, None
        if layout == "E" and len(inputs) == 1:
            typed = figure(criterion, inputs[0], year)
            if inputs[0]["kind"] == "percent":
                typed, rate = None, typed
        if layout == "B" and len(inputs) == 1:
            typed = figure(criterion, inputs[0], year)
        yield "leaf", depth, number, name, most, typed, rate, claim, named
        if layout == "A":
            yield "rule", depth, "", f"Đạt yêu cầu: {most}".replace(".", ","), None, None, None, None, ""
        if layout == "B" and len(inputs) > 1:
            for entry in inputs:
                measure = f" ({entry['measure']})" if "measure" in entry else ""
                yield "input", depth, "", f"- {entry['label']}{measure}:", None, figure(criterion, entry, year), None, None, ""


def write(layout, set_, unit, name, year, claims, path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = {"A": "Biểu tự chấm", "B": "Phụ lục 1", "D": "Bảng điểm", "E": "Biểu 01"}[layout]
    heads = {
        "A": [["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Điểm đánh giá", None, None, "Điểm đạt được", "Chỉ số", "Ghi chú"],
              [None, None, None, "Điều tra XHH", "Tự đánh giá", "SNV đánh giá", None, None, None]],
        "B": [["STT", "Tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Số liệu kê khai", "Cách tính điểm", "Các yêu cầu và tài liệu kiểm chứng", "Điểm tự đánh giá"]],
        "D": [["Nội dung", "Điểm chuẩn", "Tự chấm", "Tài liệu kiểm chứng/Giải trình", "Điểm chấm thực tế", "Ý kiến"]],
        "E": [["Tiêu chí, chỉ tiêu", "Nội dung", "Điểm số tối đa", "Căn cứ chấm điểm", None, "Điểm số tự chấm", "Ghi chú"],
              [None, None, None, "Số liệu thực hiện (1)", "Tỷ lệ đạt được (2)", None, None]],
    }[layout]
    if layout == "D":
        sheet.merge_cells("A1:C2")
        sheet.merge_cells("D1:F1")
        sheet["A1"], sheet["D1"] = name, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        sheet["D2"] = "Độc lập - Tự do - Hạnh phúc"
        sheet["A5"] = f"BẢNG CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {year}"
        at = 9
    else:
        sheet["A1"] = f"Đơn vị: {name}"
        sheet["A2"] = f"BIỂU TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM {year}"
        at = 4
    for line in heads:
        for column, words in enumerate(line, 1):
            cell = sheet.cell(at, column, words)
            cell.font, cell.border = Font(bold=True), GRID
            cell.alignment = Alignment(wrap_text=True, horizontal="center")
        at += 1
    if len(heads) == 2:
        for column, words in enumerate(heads[0], 1):
            if words == "Điểm đánh giá":
                sheet.merge_cells(start_row=at - 2, end_row=at - 2, start_column=column, end_column=column + 2)
            elif words == "Căn cứ chấm điểm":
                sheet.merge_cells(start_row=at - 2, end_row=at - 2, start_column=column, end_column=column + 1)
            elif words and not heads[1][column - 1]:
                sheet.merge_cells(start_row=at - 2, end_row=at - 1, start_column=column, end_column=column)
    total, sums = 0, []
    for kind, depth, number, words, most, typed, rate, claim, named in rows(layout, set_, unit, year, claims):
        evidence = "TLKC: " + "; ".join(named) if named else None
        if layout == "A":
            line = [number or None, words, most, None, claim, None, None, None, evidence]
        elif layout == "B":
            line = [number or None, words, most, typed, None, evidence, claim]
        elif layout == "D":
            many = "Tài liệu kiểm chứng:\n" + "\n".join(f"- {one}" for one in named) if named else None
            line = ["   " * (depth - 1) + f"{number}. {words}", most, claim, many, None, None]
        else:
            line = [f"Tiêu chí {number}" if depth == 1 else number, words, most, typed, rate, claim, evidence]
        for column, value in enumerate(line, 1):
            cell = sheet.cell(at, column, value)
            cell.border = GRID
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, datetime.date):
                cell.number_format = "dd/mm/yyyy"
            if isinstance(value, str) and value and column == 1:
                cell.number_format = "@"
        if kind == "leaf" and claim is not None:
            total += claim
        at += 1
    words = "Tổng cộng" if layout != "D" else "Tổng điểm"
    column = {"A": 5, "B": 7, "D": 3, "E": 6}[layout]
    sheet.cell(at, 1 if layout in "DE" else 2, words).font = Font(bold=True)
    sheet.cell(at, column, round(total, 2))
    sheet.cell(at + 2, 2, "Người lập biểu")
    sheet.cell(at + 2, column, "Thủ trưởng đơn vị")
    for letter, width in zip("ABCDEFGHI", (60, 12, 12, 50, 14, 40, 14, 10, 50) if layout == "D" else (9, 60, 10, 16, 16, 50, 14, 10, 50)):
        sheet.column_dimensions[letter].width = width
    if layout == "D":
        sheet.column_dimensions["F"].hidden = True
    book.save(path)


for year, forms in FORMS.items():
    home = folder / str(year)
    for below in ("submissions", "survey", "appraisal"):
        (home / below).mkdir(parents=True, exist_ok=True)
    sets = {name: yaml.safe_load(Path(f"criteria/{name}/set.yaml").read_text()) for *_, name in forms}
    lines = [f"# Biểu riêng của tỉnh, điền đúng, mỗi biểu một khối. Tạo bằng recipe/foreign.py.\nid: bieu-rieng-{year}\ntitle: Đánh giá cải cách hành chính năm {year}\nyear: {year}\nofficial: accepted\ngroups:\n"]
    lines += [f"  - {{ id: khoi-{unit}, name: Khối {name}, set: {set_} }}\n" for _, unit, name, set_ in forms]
    lines += ["units:\n"] + [f"  - {{ id: {unit}, name: {name}, group: khoi-{unit} }}\n" for _, unit, name, _ in forms]
    if year == 2018:
        lines.append("totals:\n  - { label: Hồ sơ đã tiếp nhận, measure: hồ sơ, of: da_tiep_nhan }\n")
    (home / "campaign.yaml").write_text("".join(lines))
    survey, council = ["Đơn vị;Tiêu chí;Điểm\n"], ["Đơn vị;Tiêu chí;Điểm;Lý do\n"]
    for _, unit, name, set_ in forms:
        for _, criterion in nodes(sets[set_]["criteria"]):
            if "rule" in criterion and scorer(criterion) != "unit":
                points = str(round(criterion["max"] * 0.8, 2)).replace(".", ",")
                table = survey if scorer(criterion) == "survey" else council
                table.append(f"{name};{criterion['id']};{points}" + ("" if table is survey else ";Kiểm tra cuối năm") + "\n")
    (home / "survey/dieu-tra.csv").write_text("".join(survey))
    if len(council) > 1:
        (home / "appraisal/tham-dinh.csv").write_text("".join(council))
    for layout, unit, name, set_ in forms:
        Papers.month = 7 if "xa" in set_ else 1
        path = home / "submissions" / f"{unit}.xlsx"
        # What a form with figures gives is what its unit claims.
        write("B", sets[set_], unit, name, year, {}, path)
        said = subprocess.run([parindex, "check", path, "--campaign", home, "--format", "json"], capture_output=True, text=True).stdout
        read = {row["criterion"]: row for row in json.loads(said)["files"][0]["rows"]}
        claims = {}
        for _, criterion in nodes(sets[set_]["criteria"]):
            if "rule" in criterion and scorer(criterion) == "unit":
                computed = read[criterion["id"]]["computed"]
                claims[criterion["id"]] = float(computed) if computed is not None else criterion["max"]
        write(layout, sets[set_], unit, name, year, claims, path)
