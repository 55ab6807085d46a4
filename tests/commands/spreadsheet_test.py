#!/usr/bin/python3
"""Tables as the spreadsheet of their receiver opens them by a double click: by the rules of Excel with Dutch settings, and
by LibreOffice's own import in the Dutch locale, where that is installed (exit status 77: it is not)."""
import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from program import Program

NOTES = ["Één man; en “Özgür”, zei hij", '=HYPERLINK("http://x";"y")', "+31 6 1234", "-2", "@SOM(A1)", "3,5 meter", 'a"b;c,d']
LINES = ([{"do": "meeting.open", "at": "2026-03-12T23:50:00.250+01:00"}]
         + [{"do": "note", "with": {"text": text}, "at": f"2026-03-13T00:0{minute}:05.000+01:00"}
            for minute, text in enumerate(NOTES)])


def as_excel_reads(data):
    """With Dutch settings: without a byte order mark in the code page of Windows; semicolons between cells."""
    text = data.decode("utf-8-sig") if data.startswith(b"\xef\xbb\xbf") else data.decode("cp1252", "replace")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def as_libreoffice_reads(path):
    """The cells as LibreOffice shows them, and of which kind it takes them to be. Dutch locale, semicolons, UTF-8, with its
    detection of numbers and dates, which is what its window proposes for such a file."""
    with tempfile.TemporaryDirectory(prefix="hamer-office-") as folder:
        os.makedirs(folder + "/profile/user")
        with open(folder + "/profile/user/registrymodifications.xcu", "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
                       '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
                       "<value>nl-NL</value></prop></item></oor:items>")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        "--infilter=CSV:59,34,76,1,,1043,false,true", "--convert-to", "fods", "--outdir", folder, path],
                       check=True, capture_output=True, timeout=540)
        name = os.path.splitext(os.path.basename(path))[0]
        root = xml.parse(f"{folder}/{name}.fods").getroot()
    office, table, text = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % one for one in ("office", "table", "text"))
    rows = []
    for row in root.iter(table + "table-row"):
        cells = []
        for cell in row.findall(table + "table-cell"):
            shown = "".join("".join(part.itertext()) for part in cell.findall(text + "p"))
            kind = cell.get(office + "value-type", "empty")
            times = int(cell.get(table + "number-columns-repeated", 1))
            cells += [(kind, cell.get(office + "date-value") or shown)] * min(times, 20)
        rows.append(cells)
    return rows


def main():
    program = Program(*sys.argv[1:3])
    program.run("walk", text="\n".join(map(json.dumps, LINES)))
    session = program.run("sessions").split()[0]
    record = program.run("record", "new", "--what", "ruzie in Café Één; 3,5 meter", "--started",
                         "2026-11-24T20:15:00+01:00").strip()
    folder = program.folder.name
    with open(folder + "/log.csv", "wb") as file:
        file.write(program.run("log", session, "--format", "csv").encode())
    program.run("report", record, "-o", folder + "/gir.csv")
    program.run("report", record, "-o", folder + "/others.csv", "--csv", "international")

    with open(folder + "/gir.csv", "rb") as file:
        form = as_excel_reads(file.read())
    assert all(len(row) == 2 for row in form), form
    assert ["Wat", "ruzie in Café Één; 3,5 meter"] in form, form
    with open(folder + "/log.csv", "rb") as file:
        log = as_excel_reads(file.read())
    assert log[0][:4] == ["nr", "gebeurd", "vastgelegd", "soort"] and all(len(row) == 11 for row in log), log
    details = [row[6] for row in log[-len(NOTES):]]
    assert details == [NOTES[0]] + ["'" + text for text in NOTES[1:5]] + NOTES[5:], details
    assert log[-1][1] == "13-03-2026 00:06:05", "its own day, as a Dutch spreadsheet reads one"

    with open(folder + "/others.csv", encoding="utf-8", newline="") as file:
        assert ["Wat", "ruzie in Café Één; 3,5 meter"] in list(csv.reader(file)), "commas, and no byte order mark"
    rows = list(csv.DictReader(io.StringIO(program.run("log", session, "--format", "csv", "--csv", "international"))))
    assert rows[1]["occurred"] == "2026-03-12T23:50:00.250+01:00" and rows[1]["taken_back"] == "no", rows[1]
    assert [row["detail"] for row in rows[-len(NOTES):]] == details
    program.run("log", session, "--csv", "french", status=2)

    if not shutil.which("soffice"):
        print("soffice is not here: ./dev test --office installs it")
        sys.exit(77)
    shown = as_libreoffice_reads(folder + "/gir.csv")
    assert [[text for _, text in row][:2] for row in shown[:len(form)]] == form, shown
    shown = as_libreoffice_reads(folder + "/log.csv")
    assert [text for _, text in shown[0]][:11] == log[0], shown[0]
    for row, expected in zip(shown[1:len(log)], log[1:]):
        assert row[0] == ("float", expected[0]), row
        day, time = expected[1].split()
        assert row[1] == ("date", "-".join(reversed(day.split("-"))) + "T" + time), (row[1], "sorts as a moment")
        assert [text for _, text in row][3:11] == expected[3:], (row, expected)
        assert all(kind in ("string", "empty") for kind, _ in row[3:9]), (row, "texts, and no formula")


main()
