"""Saves a filled form with openpyxl, as it is and after somebody handled it. Run by make.sh: handle.py FORM FOLDER."""
import sys
from pathlib import Path

import openpyxl
from openpyxl.styles import Border, PatternFill, Side

form, folder = Path(sys.argv[1]), Path(sys.argv[2])
openpyxl.load_workbook(form).save(folder / "openpyxl.xlsx")

book = openpyxl.load_workbook(form)
sheet, papers = book["Tự đánh giá"], book["Tài liệu kiểm chứng"]
sheet.title = "Sheet1 (sửa)"
book.create_sheet("Sheet3")
# A sheet that is formatted all over and empty.
grid = Border(*[Side(style="thin")] * 4)
for row in book.create_sheet("Kẻ khung").iter_rows(min_row=1, max_row=40, max_col=10):
    for cell in row:
        cell.border = grid
for row in (9, 12, 13):
    sheet.row_dimensions[row].hidden = True
sheet.column_dimensions["G"].hidden = True
sheet.column_dimensions["C"].width = 90
papers.column_dimensions["B"].hidden = True
fill = PatternFill("solid", fgColor="FFF9DB")
for row in sheet.iter_rows(min_row=60, max_row=160, max_col=20):
    for cell in row:
        cell.fill, cell.border = fill, grid
for row in papers.iter_rows(min_row=60, max_row=200, max_col=14):
    for cell in row:
        cell.border = grid
book.save(folder / "openpyxl-handled.xlsx")
