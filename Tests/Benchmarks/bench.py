"""Times of the whole program, start to end: bench.py PTRULES [RUNS]

Evaluates the sample school as it is, and enlarged to some 2,000 teachers; 2,000 teachers with 33,000 records from a
workbook, to CSV and to a workbook; and checks the rules file. Prints the median, the fastest and the slowest of several
runs as a Markdown table; the runs of all cases take turns. Where python-calamine and LibreOffice are installed, they read
and convert the same workbook in the same run. The records of the workbook need numpy (province_data.py); without it the
workbook holds the enlarged sample. Else standard library only.
"""
import csv
import importlib.util
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import xml.sax.saxutils
import zipfile

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sample = os.path.join(root, "rules", "示例数据")
rules = os.path.join(root, "rules", "校本研修.rules")


def enlarge(out, copies):
    """The sample school so many times over, each copy with keys of its own. Gives the number of rows."""
    total = 0
    for name in sorted(os.listdir(sample)):
        with open(os.path.join(sample, name), encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        keys = [i for i, column in enumerate(header) if column in ("工号", "教研组")]
        with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for copy in range(copies):
                for row in rows:
                    writer.writerow([f"{cell}-{copy}" if i in keys else cell for i, cell in enumerate(row)])
                    total += 1
    return total


def count_rows(folder):
    """The rows below the headers of all files."""
    total = 0
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            total += sum(1 for _ in csv.reader(file)) - 1
    return total


def workbook(folder, path):
    """The CSV files of a folder as sheets of a workbook, as a spreadsheet saves them: texts shared, numbers as such."""
    names = sorted(os.listdir(folder))
    texts = {}
    escape = xml.sax.saxutils.escape
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"

    def cell(column, row, text):
        place = f"{chr(65 + column)}{row}"
        if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", text):
            return f'<c r="{place}"><v>{text}</v></c>'
        return f'<c r="{place}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>' if text else ""

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = ""
        for index, name in enumerate(names, 1):
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                rows = "".join(
                    f'<row r="{number}">' + "".join(cell(column, number, text) for column, text in enumerate(row)) + "</row>"
                    for number, row in enumerate(csv.reader(file), 1))
            archive.writestr(f"xl/worksheets/sheet{index}.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>')
            parts += f'<Override PartName="/xl/worksheets/sheet{index}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">' + "".join(f"<si><t>{escape(text)}</t></si>" for text in texts) + "</sst>")
        sheets = "".join(f'<sheet name="{escape(name[:-4])}" sheetId="{index}" r:id="rId{index}"/>' for index, name in enumerate(names, 1))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{sheets}</sheets></workbook>')
        links = "".join(f'<Relationship Id="rId{index}" Type="{office}/worksheet" Target="worksheets/sheet{index}.xml"/>' for index in range(1, len(names) + 1))
        links += f'<Relationship Id="rId{len(names) + 1}" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">{links}</Relationships>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>{parts}</Types>')


def measure(cases, runs):
    """The times of each case in milliseconds."""
    times = {name: [] for name, _ in cases}
    for run in range(runs + 1):
        for name, command in cases:
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if run > 0:  # the first warms the caches
                times[name].append((time.perf_counter() - start) * 1000)
    return times


def main():
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    with tempfile.TemporaryDirectory() as folder:
        large = os.path.join(folder, "large")
        os.mkdir(large)
        rows = enlarge(large, 30)
        output = os.path.join(folder, "result.csv")
        book = os.path.join(folder, "large.xlsx")
        source, teachers, booked = large, "2,040", rows
        if importlib.util.find_spec("numpy"):
            import province_data
            source, teachers = os.path.join(folder, "province"), "2,000"
            province_data.make(source, 2000)
            booked = count_rows(source)
        workbook(source, book)
        result = os.path.join(folder, "result.xlsx")
        cases = [
            ("check of the school's plan", [program, "check", rules]),
            ("eval, 68 teachers", [program, "eval", rules, "--data", sample, "--output", output]),
            (f"eval, 2,040 teachers, {rows:,} rows", [program, "eval", rules, "--data", large, "--output", output]),
            (f"{teachers} teachers, {booked:,} rows, from a workbook", [program, "eval", rules, "--data", book, "--output", output]),
            ("… to a workbook with all details", [program, "eval", rules, "--data", book, "--output", result]),
            ("program start (--version)", [program, "--version"]),
        ]
        if importlib.util.find_spec("python_calamine"):
            code = ("import sys, python_calamine as c; b = c.CalamineWorkbook.from_path(sys.argv[1]); "
                    "[b.get_sheet_by_name(n).to_python() for n in b.sheet_names]")
            cases.append(("python-calamine reads the workbook", [sys.executable, "-c", code, book]))
        if shutil.which("soffice"):
            cases.append(("LibreOffice converts the workbook",
                          ["soffice", "--headless", "--convert-to", "ods", "--outdir", folder, book]))
        print("| whole process | median ms | fastest | slowest |")
        print("| --- | ---: | ---: | ---: |")
        for name, times in measure(cases, runs).items():
            print(f"| {name} | {statistics.median(times):.1f} | {min(times):.1f} | {max(times):.1f} |")


if __name__ == "__main__":
    main()
