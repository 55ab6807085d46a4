"""One incident from the first signal to its erasing, as a council's office lives it: each part is tried alone elsewhere; here
each takes up what the one before it left."""
import base64
import datetime
import json
import os
import sys

from beforehand_test import SIGNAL
from case_system import SECRET, CaseSystem
from program import COMPLETE, Program
from year_test import EVALUATION

NAME, ADDRESS = "Zebediah Quist", "Kraaienstraat 9"


def in_the_office(hamer, source):
    program, system = Program(hamer, source), CaseSystem()
    secret = program.folder.name + "/secret"
    with open(os.open(secret, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(SECRET)
    folder = program.folder.name + "/gir"
    os.mkdir(folder)
    program.settings(deliver={"folder": folder, "zgw": system.target(secret)})
    return program, system, folder


def before_the_meeting(program):
    signal = program.run("record", "new", "--signal", "--what", "dreigende berichten over de opvang", "--affected", "council-member",
                         "--started", "9-3-2026 10:00").strip()
    today = datetime.date.today()
    gathering = program.run("record", "new", "--estimate", f"{today:%d-%m-%Y}", "--what", "Raadsvergadering over de opvang", "--place", "Stadhuis",
                            "--started", f"{today - datetime.timedelta(days=1):%d-%m-%Y} 9:00").strip()
    program.run("record", "set", signal, text=json.dumps({**SIGNAL, "signal": {
        **SIGNAL["signal"], "answered": "14-3-2026", "ended": "estimate", "record": gathering}}))
    program.run("record", "complete", signal, "--by", "Gijs")
    program.run("record", "set", gathering, text=json.dumps({
        "estimate": {"groups": "zestig omwonenden", "level": "high", "why": "eerdere berichten", "considered": [signal]},
        "informed": [{"who": who, "at": f"{today - datetime.timedelta(days=1):%d-%m-%Y} 10:00", "by": "Gijs"} for who in ("clerk", "municipal-secretary")],
        "precautions": [{"id": "v1", "kind": "police", "text": "wijkagent Jansen"}]}))
    assert "wijkagent Jansen" in program.run("record", "prepare", gathering)
    program.run("report", gathering, "--for", "meeting", "-o", program.folder.name + "/briefing.pdf")
    return signal, gathering


def the_meeting_and_its_record(program):
    program.meeting()
    record, = [one["id"] for one in program.json("record", "list") if one["kind"] == "disturbance"]
    assert program.json("record", "missing", record, status=1), "much is asked of violence"
    program.run("record", "set", record, text=json.dumps({
        **COMPLETE, "conduct": ["c", "d-violence"],
        "measures": [{"kind": "written-warning", "person": "p1"},
                     {"kind": "ban", "person": "p1", "decided_by": "burgemeester", "from": "2026-03-16", "until": "2026-06-15", "text": "geweld op de tribune"}]}))
    missing = program.json("record", "missing", record, status=None)
    assert missing == [], missing
    program.run("record", "complete", record, "--by", "Gijs")
    kinds = {one["kind"] for one in program.json("deadlines") if one["record"] == record}
    assert {"evaluation", "ban-ends", "police-report"} <= kinds or {"evaluation", "ban-ends"} <= kinds, kinds
    return record


def papers_and_the_case(program, system, folder, record):
    out = program.folder.name
    program.run("letter", record, "gebouwverbod", "-o", out + "/verbod.docx")
    press = program.run("letter", record, "persbericht")
    annex = program.run("report", record, "--for", "police")
    assert NAME not in press and "aftercare" not in annex and "nazorg" not in annex.lower() and NAME in annex
    assert {one["target"]: one["state"] for one in program.json("deliver", "--wait")} == {"folder": "delivered", "zgw": "delivered"}
    zaak, = system.things["zaken"]
    assert zaak["identificatie"] == record and system.broken == []
    assert {name.rpartition(".")[2] for name in os.listdir(folder)} == {"json", "pdf"}


def afterwards(program, system, gathering, record):
    program.run("record", "set", gathering, text=json.dumps({"estimate": {"afterwards": "geweld op de tribune, één aanhouding"}}))
    program.run("record", "complete", gathering, "--by", "Gijs")
    program.run("record", "set", record, text=json.dumps(EVALUATION))
    program.run("deliver", "--wait")
    data = [one for one in system.things["enkelvoudiginformatieobjecten"] if one["formaat"] == "application/json"]
    assert len(data) == 2 and len(system.things["zaken"]) == 1
    assert "evaluation" in json.loads(base64.b64decode(data[-1]["inhoud"]))["dossier"]
    program.run("record", "new", "--learning", "discussion", "--day", "20-3-2026", "--present", "council", "--what", "casussen van het jaar")
    year = program.json("register", "year", "2026")
    assert [one["kind"] for one in year["learning"]] == ["discussion"], year["learning"]
    assert year["all"]["records"] == 1 and year["evaluated"]["records"] == 1, year
    assert NAME not in program.run("register", "year", "2026")


def away(program, signal, gathering, record):
    said = program.run("--lang", "nl", "erase", record + "/p1", "--everywhere", "--yes", status=None)
    assert "Geleverd aan het zaaksysteem" in said + program.errors, (said, program.errors)
    for one in (signal, gathering, record):
        assert NAME not in program.run("record", "show", one) and ADDRESS not in program.run("report", one)
    for one in program.json("record", "list"):
        program.run("erase", one["id"], "--yes", status=None)
    assert program.json("record", "list") == []
    left = []
    for folder, _, files in os.walk(program.data):
        for file in files:
            with open(os.path.join(folder, file), "rb") as stream:
                if NAME.encode() in stream.read():
                    left.append(file)
    assert left == [], left


def main(hamer, source):
    program, system, folder = in_the_office(hamer, source)
    signal, gathering = before_the_meeting(program)
    record = the_meeting_and_its_record(program)
    papers_and_the_case(program, system, folder, record)
    afterwards(program, system, gathering, record)
    away(program, signal, gathering, record)


if __name__ == "__main__":
    main(*sys.argv[1:])
