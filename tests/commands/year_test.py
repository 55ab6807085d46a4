"""A year's incidents as the report to the council, for a spreadsheet and for scripts: beside the year before, without names; a
record that cannot be read stands in no other's way. And what was learnt of one: an evaluation with improvements that are due.
"""
import csv
import io
import json
import sqlite3
import sys

import docx

from program import COMPLETE, Program

NAMES = ("Zebediah", "Quist", "Kraaienstraat")
EVALUATION = {"evaluation": {"date": "20-3-2026", "present": "Gijs Groen", "good": "Iedereen bleef rustig.", "better": "De deur stond open."},
              "improvements": [{"id": "i1", "text": "Deur op slot", "owner": "T. Beheer", "until": "1-4-2026"},
                             {"id": "i2", "text": "Opnieuw oefenen"}]}


def evaluates(program, record):
    program.run("record", "set", record, text=json.dumps({**COMPLETE, **EVALUATION}))
    shown = json.loads(program.run("record", "show", record))["dossier"]
    assert shown["evaluation"]["date"] == "2026-03-20" and shown["improvements"][0]["until"] == "2026-04-01", shown
    due = {(one["kind"], one["person"]): one for one in program.json("deadlines") if one["record"] == record}
    assert ("evaluation", "") not in due, "it was held"
    assert due["improvement", "i1"]["owner"] == "T. Beheer" and due["improvement", "i1"]["due"].startswith("2026-04-01"), due
    assert due["improvement", "i2"]["due"].startswith("2026-04-17"), "four weeks after it"
    for patch, place in (({"evaluation": {"date": "20-3-2199"}}, "evaluation/date"), ({"improvements": [{"id": "a b", "text": "x"}]}, "improvements/0/id"),
                         ({"improvements": [{"id": "i1", "text": " "}]}, "improvements/0/text")):
        program.run("record", "set", record, text=json.dumps(patch), status=1)
        assert place in program.errors, program.errors
    program.run("record", "done", record, "improvement", "--person", "i1", "--by", "T. Beheer")
    program.run("record", "done", record, "improvement", "--person", "i3", "--by", "T. Beheer", status=1)
    assert ("improvement", "i1") not in {(one["kind"], one["person"]) for one in program.json("deadlines")}
    calendar = program.run("--lang", "nl", "deadlines", "--ics").replace("\r\n ", "")
    assert "Verbeterpunt (nummer 2) – uit het dossier van 12 maart 2026" in calendar and "\\, verbeterpunt i2" in calendar, calendar
    paper = program.run("--lang", "nl", "report", record)
    for part in ("Iedereen bleef rustig.", "De deur stond open.", "Deur op slot", "T. Beheer"):
        assert part in paper, (part, paper)
        for reader in ("police", "public"):
            assert part not in program.run("report", record, "--for", reader), (part, reader)
    letter = program.run("letter", record, "evaluatie")
    assert "Deur op slot – T. Beheer, uiterlijk 1 april 2026" in letter and "Opnieuw oefenen" in letter, letter
    assert program.json("register", "search", "deur slot"), "what was agreed on is found"


def adds_up(program):
    year = program.json("register", "year", "2026")
    assert (year["all"], year["evaluated"]) == ({"records": 2, "before": 1}, {"records": 1, "before": 0}), year
    assert [case["month"] for case in year["cases"]] == ["2026-01", "2026-03"], "in the order of time"
    assert program.json("register", "year", "2025")["all"] == {"records": 1, "before": 0}
    assert program.json("register", "year", "1999")["cases"] == []
    text = program.run("--lang", "nl", "register", "year", "2026")
    for part in ("Verslag aan de raad over incidenten in 2026", "2 (2025: 1)", "Geëvalueerd", "D: bedreiging", "nog niet afgerond"):
        assert part in text, (part, text)
    assert not any(name in text for name in NAMES), text
    program.run("register", "year", "twee", status=2)
    program.run("register", "year")  # this one


def as_files(program):
    out = program.folder.name
    for ending, begins in ((".pdf", b"%PDF-"), (".docx", b"PK"), (".txt", b"Report"), (".csv", b"\xef\xbb\xbf")):
        program.run("--lang", "en", "register", "year", "2026", "-o", out + "/jaar" + ending)
        with open(out + "/jaar" + ending, "rb") as file:
            assert file.read().startswith(begins), ending
    tables = docx.Document(out + "/jaar.docx").tables
    months = next(table for table in tables if table.rows[0].cells[0].text == "Per month")
    assert [cell.text for cell in months.rows[3].cells] == ["Mar", "1", "0"], [cell.text for cell in months.rows[3].cells]
    with open(out + "/jaar.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 2 and rows[1]["conduct"] == "D: threat, intimidation", rows
    assert not any(name in json.dumps(rows) for name in NAMES), rows
    program.run("register", "year", "2026", "-o", out + "/jaar.odt", status=2)
    program.run("register", "year", "2026", "-o", out + "/jaar.pdf", status=2)  # it is there already


def one_that_cannot_be_read_is_told_and_left_out(program, record):
    with sqlite3.connect(program.data + "/register.db") as register:
        register.execute("UPDATE record_revision SET body = '{' WHERE record_id = ?", (record,))
    year = program.json("register", "year", "2026", status=1)
    assert (year["all"]["records"], year["unreadable"]) == (1, 1), year
    assert record in program.errors, program.errors
    assert "telt niet mee" in program.run("--lang", "nl", "register", "year", "2026", status=1)
    assert len(program.json("register", "cases", "--year", "2026", status=1)) == 1


def main():
    program = Program(sys.argv[1], sys.argv[2])
    record = program.meeting()
    program.run("record", "new", "--what", "telefoontje", "--started", "7-1-2026 21:00", "--affected", "mayor")
    program.run("record", "new", "--what", "mailtje", "--started", "7-1-2025 21:00")
    evaluates(program, record)
    adds_up(program)
    as_files(program)
    one_that_cannot_be_read_is_told_and_left_out(program, record)


if __name__ == "__main__":
    main()
