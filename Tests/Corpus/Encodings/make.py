"""Writes the school's sample data as one workbook, one sheet for each table, with numbers, days and per cents as a
spreadsheet keeps them. The tests hold its result against that of the CSV files."""

import csv
import datetime
import os
import re

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "..", "rules", "示例数据")

book = openpyxl.Workbook()
book.remove(book.active)
for name in sorted(os.listdir(DATA)):
    sheet = book.create_sheet(name.removesuffix(".csv"))
    with open(os.path.join(DATA, name), encoding="utf-8-sig", newline="") as file:
        for row, cells in enumerate(csv.reader(file), 1):
            for column, text in enumerate(cells, 1):
                place = sheet.cell(row, column)
                if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                    place.value = datetime.date.fromisoformat(text)
                elif re.fullmatch(r"\d+%", text):
                    place.value = int(text[:-1]) / 100
                    place.number_format = "0%"
                elif re.fullmatch(r"\d+(\.\d+)?", text):
                    place.value = float(text)
                elif text:
                    place.value = text
book.save(os.path.join(HERE, "示例数据.xlsx"))
