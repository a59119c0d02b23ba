"""Pictures of written documents, to be looked at: look.py OUT FILE…

A page (.html) is drawn as a wide window, as a narrow one (390 pixels, a phone) and as printed sheets; a workbook
(.xlsx) as LibreOffice prints it. Used by hand: it needs chromium, soffice and pdftoppm, and leaves out what it cannot
find. Standard library only.
"""
import os
import shutil
import subprocess
import sys
import tempfile


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def pictures(pdf, prefix, pages):
    if shutil.which("pdftoppm"):
        run("pdftoppm", "-png", "-r", "70", "-l", str(pages), pdf, prefix)


def chromium(*options):
    with tempfile.TemporaryDirectory() as profile:
        run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={profile}", *options)


def look_at_page(path, prefix, pages):
    if not shutil.which("chromium"):
        return
    address = "file://" + os.path.abspath(path)
    chromium("--window-size=1280,1800", f"--screenshot={prefix}-wide.png", address)
    # A headless window is no narrower than 500 pixels; a frame inside it can be.
    with tempfile.TemporaryDirectory() as folder:
        frame = os.path.join(folder, "frame.html")
        with open(frame, "w", encoding="utf-8") as file:
            file.write('<body style="margin:0"><iframe style="border:0;width:390px;height:1800px" '
                       f'src="{address}"></iframe>')
        chromium("--window-size=500,1800", "--allow-file-access-from-files", f"--screenshot={prefix}-narrow.png",
                 "file://" + frame)
    chromium("--no-pdf-header-footer", f"--print-to-pdf={prefix}.pdf", address)
    pictures(prefix + ".pdf", prefix + "-print", pages)


def look_at_workbook(path, prefix, pages):
    if not shutil.which("soffice"):
        return
    with tempfile.TemporaryDirectory() as folder:
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
            "--outdir", folder, path)
        shutil.move(os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + ".pdf"), prefix + ".pdf")
    pictures(prefix + ".pdf", prefix + "-sheet", pages)


def main():
    out, *files = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for path in files:
        name, ending = os.path.splitext(os.path.basename(path))
        prefix = os.path.join(out, name + ending.replace(".", "-"))
        {".html": look_at_page, ".xlsx": look_at_workbook}[ending](path, prefix, 12)
    print("\n".join(sorted(os.listdir(out))))


main()
