"""Texts that would steer a terminal, a spreadsheet, a calendar or a format string, in every place where a text comes in:
typed, by the settings, and in a session that somebody else made. Nothing of them comes out but what can be read.
"""
import csv
import datetime
import hashlib
import io
import json
import os
import subprocess
import sys
import zoneinfo

from journal import journal, session_bundle
from program import COMPLETE, Program

ESCAPE = "\x1b]0;eigendom\x07\x1b[2J\x1b[31m"
BIDI = "\u202egnitareh\u202c\u2066x\u2069\u200f\u061c"
C1 = "\x9b31m\x85\x90"
EVIL = f"a%s%n%x{{}}{{0}}{{what}}\\x1b\\u0000{ESCAPE}{BIDI}{C1}\x7f\u2028\u200bz"
LINES = EVIL + "\nhamer: alles is in orde\r\n\tx\x00y"
FORMULA = "=cmd|'/c calc'!A1"
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

# What may not be in anything that a person sees on a terminal.
FORBIDDEN = {chr(code) for code in [*range(0x20), *range(0x7f, 0xa0), *range(0x200b, 0x2010), 0x061c, *range(0x2028, 0x202f),
                                    *range(0x2066, 0x206a)]} - {"\n", "\t"}


def judge(where, text, line_ends="\n"):
    found = {hex(ord(one)) for one in FORBIDDEN & set(text.replace("\r\n", "\n") if line_ends == "\r\n" else text)}
    assert not found, (where, found, text[:2000])
    for line in [] if where == "paper.pdf" else text.splitlines():  # paper breaks lines where it likes
        assert not line.startswith("hamer: alles is in orde"), (where, "a line that Hamer did not write", text)


class Judged(Program):
    """Every run's output is looked at."""

    def run(self, *arguments, **options):
        out = super().run(*arguments, **options)
        judge(arguments, out, "\r\n" if "csv" in arguments or "--ics" in arguments else "\n")
        judge(arguments, self.errors)
        return out


def evil_meeting(program):
    program.settings(municipality={"name": "Leiden" + EVIL, "address": LINES})
    lines = [{"do": "broadcast.start"}, {"do": "meeting.open"},
             {"do": "disturbance.report", "with": {"what": LINES, "who": "audience"}},
             {"do": "meeting.suspend", "with": {"reason": FORMULA + EVIL}}, {"do": "address.b", "actor": "clerk" + FORMULA},
             {"do": "request.speak", "with": {"speaker": "chair", "to": LINES}}, {"do": "note", "with": {"text": LINES}},
             {"do": "deviate", "with": {"to": {"police": "called"}, "why": LINES}},
             {"do": "disturbance.end", "with": {"how": FORMULA}}, {"do": "undo", "with": {"why": LINES}},
             {"do": "disturbance.end", "with": {"how": LINES}}, {"do": "meeting.close"},
             {"do": "charges.decide", "with": {"decision": "none", "clerk_consulted": "yes"}}]
    meeting = {name: LINES for name in ("name", "chair", "clerk", "room")}
    refused = program.run("walk", text=json.dumps({"do": "meeting.open", "actor": "clerk" + LINES}) + "\n", status=1)
    assert json.loads(refused)["error"]["code"] == "bad-field", refused
    answers = program.run("walk", "--meeting", json.dumps(meeting), text="".join(json.dumps(each) + "\n" for each in lines))
    assert all(json.loads(line)["ok"] for line in answers.splitlines()), answers
    return program.json("record", "list")[0]["id"]


def refusals(program):
    """What is not accepted is said back, and no more than that."""
    bad = [LINES, EVIL + "\n", json.dumps({"do": LINES}) + "\n", json.dumps({"do": "note", "with": {LINES: "x"}}) + "\n",
           json.dumps({"do": "meeting.open", "with": {LINES: "x"}, "at": EVIL}) + "\n",
           json.dumps({"do": "deviate", "with": {"to": {LINES: EVIL}, "why": "x"}}) + "\n"]
    for line in program.run("walk", text="".join(bad), status=1).splitlines():
        assert not json.loads(line)["ok"]
    plain = LINES.replace("\x00", "")
    for words in (("log", plain), ("verify", plain), ("dance" + plain,), ("--lang", plain, "sessions"), ("check", plain),
                  ("record", "show", plain), ("record", "new", "--what", "x", "--started", plain), ("erase", plain),
                  ("walk", "--session", plain), ("walk", "--meeting", plain), ("walk", "--procedure", plain),
                  ("sessions", "import", plain), ("drill", plain, "--script", plain), ("report", plain, "-o", plain)):
        done = subprocess.run(program.words(*words), input="", capture_output=True, text=True, check=False)
        assert done.returncode in (1, 2, 3), (words, done)
        judge(words, done.stdout)
        judge(words, done.stderr)
    for name, text in (("procedure.json", json.dumps({"format": 1, "id": EVIL, LINES: EVIL})),
                       ("settings.json", json.dumps({"format": 1, "municipality": {"name": LINES, LINES: ""}, "numbers": {}})),
                       ("scenario.json", json.dumps({"format": 1, "id": EVIL, "title": {"nl": LINES, "en": EVIL}})),
                       ("broken.json", "{" + EVIL), ("script.jsonl", LINES)):
        path = program.folder.name + "/" + name
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        program.run("check", path, status=2)
    path = program.folder.name + "/" + plain.replace("/", "|")[:200]
    os.makedirs(path)
    program.run("check", path, status=2)
    program.run("--config", path + "/none", "walk", status=2)


def papers(program, record):
    """Everything that is made of a record and its session."""
    session = record.rsplit("-", 1)[0]
    dossier = json.loads(json.dumps(COMPLETE))
    dossier.update(place=LINES, manner=FORMULA, reason=LINES)
    dossier["persons"][0].update(name=LINES, address=FORMULA)
    at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")  # the meeting was just now
    dossier["informed"] = [{**each, "at": at, "by": LINES} for each in dossier["informed"]]
    dossier["gir"] = {"number": LINES, "date": datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).strftime("%d-%m-%Y")}
    dossier["hearing"]["text"] = dossier["police_file"]["by"] = FORMULA
    dossier["police_file"]["why_not"] = LINES
    dossier["communication"].update(spokesperson=LINES, text=LINES, internal=FORMULA, no_measures_told=True, press_office=True)
    dossier["aftercare"][0].update(home=LINES, remark=FORMULA)
    dossier["owners"] = [{"kind": "footage", "owner": LINES}]
    program.run("record", "set", record, text=json.dumps(dossier))
    program.run("record", "complete", record, "--by", LINES.replace("\x00", ""))
    program.run("record", "done", record, "first-talk", "--person", "p2", "--by", EVIL, "--remark", EVIL)
    for words in (("sessions",), ("log", session), ("verify", session), ("record", "list"), ("record", "changes", record),
                  ("report", record), ("report", record, "--for", "police"), ("letter",), ("letter", record),
                  ("letter", record, "evaluatie"), ("letter", record, "brief-betrokkene"), ("letter", record, "persbericht"),
                  ("deadlines", "--all"), ("deadlines", "--ics"),
                  ("deliver", "--list"),
                  ("register", "search", "a"), ("register", "stats"), ("register", "cases"), ("register", "access"),
                  ("register", "retention"), ("log", session, "--format", "csv")):
        program.run(*words)
    program.run("record", "missing", record)
    for words in (("log", session, "--format", "json"), ("record", "show", record), ("record", "list", "--json"),
                  ("record", "changes", record, "--json"), ("deadlines", "--json"), ("register", "search", "a", "--json"),
                  ("register", "cases", "--json"), ("register", "access", "--json")):
        json.loads(program.run(*words))
    shown = json.loads(program.run("record", "show", record))
    assert "%s%n%x{}{0}" in shown["what"] and "{what}" in shown["what"], "texts are no formats"
    for name in ("gir.csv", "paper.txt", "paper.pdf", "paper.json"):
        program.run("report", record, "-o", program.folder.name + "/" + name)
    with open(program.folder.name + "/paper.txt", encoding="utf-8") as file:
        judge("paper.txt", file.read())
    paper = subprocess.run(["pdftotext", program.folder.name + "/paper.pdf", "-"], capture_output=True, text=True, check=True)
    judge("paper.pdf", paper.stdout.replace("\f", ""))
    with open(program.folder.name + "/gir.csv", encoding="utf-8", newline="") as file:
        sheets = [(file.read(), ";"), (program.run("log", session, "--format", "csv"), ";"),
                  (program.run("log", session, "--format", "csv", "--csv", "international"), ",")]
    for sheet, between in sheets:
        assert sheet.startswith("\ufeff") == (between == ";")
        cells = [cell for row in csv.reader(io.StringIO(sheet.removeprefix("\ufeff")), delimiter=between) for cell in row]
        assert any(cell.startswith("'" + FORMULA[:8]) or FORMULA[:8] in cell for cell in cells), "the formula is there"
        assert not [cell for cell in cells if cell.startswith(FORMULAS)], cells


def session_from_elsewhere(hamer, source):
    """A journal that is right in every byte, by somebody who means ill."""
    program = Judged(hamer, source)
    procedure = open(source + "/config/procedures/leiden-2025.json", "rb").read()
    stamp = {"at": "2026-03-12T20:00:00.000+01:00", "boot": EVIL, "mono": 1, "actor": LINES}
    payloads = [{"kind": "session-opened", **stamp, "program": LINES, "language": "nl", "drill": False,
                 "procedure": {"id": LINES, "revision": 1, "sha256": hashlib.sha256(procedure).hexdigest()},
                 "meeting": {"name": LINES, "date": LINES, "chair": LINES, "clerk": LINES, "room": LINES, "broadcast": True}},
                {"kind": "step", **stamp, "event": "meeting.open", "fields": {}, "to": {"meeting": "running"}},
                {"kind": "step", **stamp, "event": "disturbance.report", "fields": {"what": LINES, "who": "audience"},
                 "to": {"disturbance": "reported"}, "said": LINES},
                {"kind": "step", **stamp, "event": LINES, "fields": {LINES: LINES}, "to": {LINES: LINES}, "card": LINES},
                {"kind": "note", **stamp, "text": LINES}, {"kind": "broadcast-observed", **stamp, "what": LINES},
                {"kind": "deviation", **stamp, "to": {LINES: LINES}, "why": LINES},
                {"kind": "meeting-corrected", **stamp, "meeting": {"name": LINES, "date": LINES, "chair": LINES, "clerk": LINES,
                                                                   "room": LINES, "broadcast": True, "place": LINES, "address": LINES}},
                {"kind": "tail-discarded", **stamp, "file": LINES, "bytes": 1},
                {"kind": "journal-continued", **stamp, "former": LINES, "offset": 0, "reason": LINES, "unrecorded": 1},
                {"kind": "step", **stamp, "event": "disturbance.end", "fields": {"how": LINES}, "to": {"disturbance": "ended"}},
                {"kind": "step", **stamp, "event": "meeting.close", "fields": {}, "to": {"meeting": "closed"}}]
    session = "20260312T190000Z-0a1b2c3d"
    path = program.folder.name + "/elsewhere.hamer"
    with open(path, "wb") as file:
        file.write(session_bundle(session, {"journal": journal(payloads), "procedure.json": procedure}))
    program.run("sessions", "import", path)
    for words in (("sessions",), ("log", session), ("log", session, "--format", "csv"), ("verify", session)):
        program.run(*words)
    json.loads(program.run("log", session, "--format", "json"))
    record = program.json("record", "list")[0]["id"]
    for words in (("record", "list"), ("report", record), ("record", "show", record), ("register", "search", "a")):
        program.run(*words)


def main():
    hamer, source = sys.argv[1:]
    program = Judged(hamer, source)
    record = evil_meeting(program)
    papers(program, record)
    refusals(program)
    session_from_elsewhere(hamer, source)


if __name__ == "__main__":
    main()
