"""Compare two result files of the plan, teacher by teacher.

    compare.py OURS.csv PEER.csv

Rows are matched by 工号, columns by their heading, so that the order of both is free. Every column of PEER must be in OURS;
OURS may have the column 上报学时 besides. Numbers are compared as fractions (9, 9.0 and 9.00 are equal, nothing is
rounded), texts as they stand. Prints the numbers of rows and cells compared and the differences, at most 20 of them.
Exit status: 0 all equal, 1 any difference or missing row or column, 2 a file that cannot be read.
"""
import csv
import re
import sys
from fractions import Fraction

KEY = "工号"
TEXTS = {"工号", "姓名", "教研组", "等级"}
OURS_ONLY = {"上报学时"}
SHOWN = 20


class Unreadable(Exception):
    pass


def read(path):
    """The columns, the rows by key, and the keys that occur twice."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            lines = [cells for cells in csv.reader(file) if cells]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise Unreadable(f"{path}: {problem}") from None
    if not lines:
        raise Unreadable(f"{path}: empty")
    columns = [cell.strip() for cell in lines[0]]
    if KEY not in columns or len(set(columns)) != len(columns):
        raise Unreadable(f"{path}: no column {KEY}, or a column twice: {', '.join(columns)}")
    rows, twice = {}, []
    for cells in lines[1:]:
        if len(cells) != len(columns):
            raise Unreadable(f"{path}: {len(cells)} cells under {len(columns)} headings: {','.join(cells)}")
        row = {column: cell.strip() for column, cell in zip(columns, cells)}
        if row[KEY] in rows:
            twice.append(row[KEY])
        rows[row[KEY]] = row
    return columns, rows, twice


def value(column, text):
    if column not in TEXTS and re.fullmatch(r"[+-]?\d+(\.\d+)?", text, re.ASCII):
        return Fraction(text)
    return text


def compare(ours_path, peer_path):
    ours_columns, ours, ours_twice = read(ours_path)
    peer_columns, peer, peer_twice = read(peer_path)
    differences = []
    for column in peer_columns:
        if column not in ours_columns:
            differences.append(f"column {column} is not in {ours_path}")
    for column in ours_columns:
        if column not in peer_columns and column not in OURS_ONLY:
            differences.append(f"column {column} is not in {peer_path}")
    differences += [f"{key}: twice in {ours_path}" for key in ours_twice]
    differences += [f"{key}: twice in {peer_path}" for key in peer_twice]
    differences += [f"{key}: no row in {ours_path}" for key in peer if key not in ours]
    differences += [f"{key}: no row in {peer_path}" for key in ours if key not in peer]

    common = [column for column in peer_columns if column in ours_columns and column != KEY]
    rows = cells = 0
    for key in peer:
        if key not in ours:
            continue
        rows += 1
        for column in common:
            cells += 1
            mine, theirs = ours[key][column], peer[key][column]
            if value(column, mine) != value(column, theirs):
                differences.append(f"{key} {column}: {mine} in {ours_path}, {theirs} in {peer_path}")

    if not rows:
        differences.append("no row to compare")
    print(f"{rows} rows, {cells} cells compared, {len(differences)} differences")
    for line in differences[:SHOWN]:
        print("  " + line)
    if len(differences) > SHOWN:
        print(f"  and {len(differences) - SHOWN} more")
    return 1 if differences else 0


def main(arguments):
    if len(arguments) != 2:
        print("usage: compare.py OURS.csv PEER.csv", file=sys.stderr)
        return 2
    try:
        return compare(*arguments)
    except Unreadable as problem:
        print(problem, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
