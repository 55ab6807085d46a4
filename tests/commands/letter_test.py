#!/usr/bin/python3
"""Letters about a record: those that come with the program and those of a municipality, as a file to send and as one to write
on in; and which letters `hamer check` refuses."""
import datetime
import json
import os
import shutil
import subprocess
import sys

import docx

from program import COMPLETE, Program

SHIPPED = ["brief-betrokkene", "evaluatie", "gebouwverbod", "incidentgesprek", "persbericht", "raadsinformatiebrief",
           "vergaderverbod", "vertrouwelijk-raad", "voornemen-gebouwverbod", "waarschuwing"]
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def listed(text):
    return [line.partition("\t")[0] for line in text.splitlines()]


def told(program, record, letter, *more, **how):
    return program.run("letter", record, letter, *more, **how)


def of_a_record(program, record):
    assert listed(program.run("letter")) == SHIPPED
    assert listed(program.run("letter", record)) == ["brief-betrokkene", "evaluatie", "persbericht", "raadsinformatiebrief", "vertrouwelijk-raad",
                                                      "waarschuwing"]
    warning = told(program, record, "waarschuwing")
    for part in ("Schriftelijke waarschuwing", "Zebediah Quist", "Kraaienstraat 9", "Geachte Zebediah Quist,", "Kenmerk"):
        assert part in warning, (part, warning)
    assert "fill in by hand: who decided it" in program.errors or "vul zelf in: wie het besluit nam" in program.errors, program.errors
    program.run("letter", record, "gebouwverbod", status=1)
    assert "gebouwverbod" in program.errors, program.errors
    program.run("letter", record, "aanmaning", status=2)
    assert "waarschuwing" in program.errors, "it says which there are"
    program.run("letter", record, "waarschuwing", "--person", "p2", status=2)
    program.run("letter", "nobody", "waarschuwing", status=1)


def as_files(program, record):
    out = program.folder.name
    for ending, begins in ((".pdf", b"%PDF-"), (".docx", b"PK"), (".txt", b"Schriftelijke")):
        told(program, record, "waarschuwing", "-o", out + "/brief" + ending)
        with open(out + "/brief" + ending, "rb") as file:
            assert file.read().startswith(begins), ending
    text = [one.text for one in docx.Document(out + "/brief.docx").paragraphs]
    assert "Geachte Zebediah Quist," in text, text
    told(program, record, "waarschuwing", "-o", out + "/brief.odt", status=2)
    program.run("letter", record, "waarschuwing", "-o", out + "/brief.pdf", status=2)  # it is there already
    program.run("--force", "letter", record, "waarschuwing", "-o", out + "/brief.pdf")
    program.run("report", record, "-o", out + "/dossier.docx")
    assert "Zebediah Quist, Kraaienstraat 9" in " ".join(
        cell.text for table in docx.Document(out + "/dossier.docx").tables for row in table.rows for cell in row.cells)
    exported = [one for one in program.json("register", "access", record) if one["what"] == "export"]
    assert len(exported) == 5, exported
    # They are among the files that Hamer made: erasing names them.
    said = program.run("erase", "--name", "Zebediah Quist", status=1)
    assert "brief.pdf" in said and "brief.docx" in said, said


def in_words(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def of_measures(program, record):
    began = datetime.date.fromisoformat(json.loads(program.run("record", "show", record))["started"]["at"][:10])
    first, month, half_a_year = (began + datetime.timedelta(days) for days in (1, 30, 180))
    bans = [{"kind": "ban", "person": "p1", "from": str(first), "until": str(half_a_year), "decided_by": "de burgemeester",
             "text": "Dit was de tweede keer."},
            {"kind": "council-ban", "person": "p1", "from": str(first), "until": str(month), "decided_by": "de voorzitter"},
            {"kind": "talk", "person": "p1"}]
    program.run("record", "set", record, text=json.dumps({"measures": bans, "repetition": "repeated"}))
    assert listed(program.run("letter", record)) == [one for one in SHIPPED if one != "waarschuwing"]
    ban = told(program, record, "gebouwverbod")
    for part in (in_words(first), in_words(half_a_year), "zes weken", "Dit was de tweede keer.\n", "hij heeft spijt.\n", "de burgemeester"):
        assert part in ban, (part, ban)
    assert in_words(month) not in ban, "that is the other one's"
    council = told(program, record, "vergaderverbod")
    assert "artikel 26, tweede lid" in council and in_words(month) in council and in_words(half_a_year) not in council, council
    for letter in ("raadsinformatiebrief", "persbericht"):
        text = told(program, record, letter)
        for part in ("Quist", "Kraaienstraat", in_words(half_a_year), in_words(month), "spijt"):
            assert part not in text, (letter, part, text)


def of_a_municipality(program, record):
    """In letters/ beside the settings; one that is wrong stands in no other's way."""
    program.settings()
    folder = program.folder.name + "/letters"
    os.mkdir(folder)
    shutil.copy(program.source + "/config/letters/evaluatie.json", folder)
    with open(folder + "/bedankt.json", "w", encoding="utf-8") as file:
        json.dump({"format": 1, "id": "bedankt", "title": "Bedankt", "reader": "affected", "text": ["Dank u, {name}."]}, file)
    with open(folder + "/fout.json", "w", encoding="utf-8") as file:
        json.dump({"format": 1, "id": "fout", "title": "Fout", "reader": "press", "text": ["{name}"]}, file)
    with open(folder + "/tweede.json", "w", encoding="utf-8") as file:
        json.dump({"format": 1, "id": "bedankt", "title": "Nog een", "reader": "affected", "text": ["x"]}, file)
    assert listed(program.run("letter")) == ["bedankt", "evaluatie"]
    for part in ("fout.json", "/text/0", "tweede.json"):
        assert part in program.errors, (part, program.errors)
    assert "Dank u, [vul in: naam]." in told(program, record, "bedankt")
    program.run("check", status=2)
    assert "fout.json" in program.errors, program.errors
    program.run("check", folder + "/bedankt.json")
    assert "hoort niet" in subprocess.run(program.words("--lang", "nl", "check", folder + "/fout.json"), capture_output=True, text=True,
                                          check=False, env=program.environment()).stderr
    os.remove(folder + "/fout.json")
    checked = program.run("check")
    assert "bedankt.json" in checked and "evaluatie.json" in checked, checked


def main():
    program = Program(sys.argv[1], sys.argv[2])
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    of_a_record(program, record)
    as_files(program, record)
    of_measures(program, record)
    of_a_municipality(program, record)


main()
