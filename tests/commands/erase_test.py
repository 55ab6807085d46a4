"""Erased is gone: whatever was typed, from every file below the data folder; or it is named, with why."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys

from program import COMPLETE, Program

# Each is typed in one place alone, so that what is left behind says from where.
MEETING = {"name": "Qzvergadering vijf", "date": "2026-03-12", "chair": "Qzvoorzitter Dahl", "clerk": "Qzgriffier Boon",
           "room": "Qzzaal drie", "place": "Qzbuurthuis", "address": "Qzstraat 14"}
FIRST = ["Qzgeroep over bouwen", "Qzdrie mensen vooraan", "Qzper ongeluk getikt", "Qznotitie \"onder ons\"", "Qzafwijking omdat",
         "Qzzijn naar huis", "Qzaangevuld later", "Qzbode Jansen"]
SECOND = ["Qztweede spreker", "Qzweer vertrokken"]


def lines(*steps):
    return "\n".join(json.dumps({"do": step} if isinstance(step, str) else step) for step in steps)


def first_incident():
    what, to, why, note, otherwise, how, later, actor = FIRST
    return ["meeting.open", {"do": "disturbance.report", "with": {"what": what}, "actor": actor}, "meeting.suspend", "address.a",
            {"do": "undo", "with": {"why": why}}, "address.b", {"do": "request.speak", "with": {"to": to}},
            {"do": "note", "with": {"text": note}}, {"do": "amend", "with": {"seq": 3, "fields": {"what": later}}},
            {"do": "deviate", "with": {"to": {"police": "called"}, "why": otherwise}}, "police.arrive", "police.handover",
            {"do": "disturbance.end", "with": {"how": how}}, "meeting.resume"]


def second_incident():
    what, how = SECOND
    return [{"do": "disturbance.report", "with": {"what": what}}, {"do": "disturbance.end", "with": {"how": how}}]


def evening(program, *steps):
    answers = [json.loads(line) for line in
               program.run("walk", "--meeting", json.dumps(MEETING), text=lines(*steps, "meeting.close")).splitlines()]
    assert all(answer["ok"] for answer in answers), answers
    records = sorted(one["id"] for one in program.json("record", "list"))
    return records[0].rsplit("-", 1)[0], records


def bytes_below(folder):
    for parent, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(parent, name), "rb") as file:
                yield os.path.join(parent, name), file.read()


def places_of(program, words):
    """Which of the words are still in which file; quotes as JSON writes them too."""
    found = set()
    for path, content in bytes_below(program.data):
        for word in words:
            if any(form.encode() in content for form in (word, word.replace('"', '\\"'))):
                found.add((os.path.basename(path), word))
    return found


def what_is_typed_is_not_in_the_journal(program):
    session, records = evening(program, *first_incident(), *second_incident())
    assert len(records) == 2, records
    every = [*MEETING.values(), *FIRST, *SECOND]
    every.remove(MEETING["date"])
    there = places_of(program, every)
    assert {word for _, word in there} == set(every), set(every) - {word for _, word in there}
    assert not [one for one in there if one[0].startswith("journal")], there
    log = program.run("log", session)
    assert all(word in log for word in [*FIRST[:-1], *SECOND, MEETING["name"]]), log
    return session, records


def one_record_goes_and_the_other_stays(program, session, records):
    program.run("report", records[0], "-o", program.folder.name + "/elsewhere.pdf")
    program.run("erase", records[0], "--yes")
    assert places_of(program, FIRST) == set(), places_of(program, FIRST)
    log = program.run("log", session)
    assert SECOND[0] in log and MEETING["chair"] in log and "[gewist]" in log, log
    assert SECOND[0] in program.run("record", "show", records[1])
    program.run("verify", session)


def the_last_record_takes_all(program, session, records):
    program.run("sessions")
    assert places_of(program, [MEETING["name"]]) != set(), "the index names it"
    program.run("erase", records[1], "--yes")
    every = [*MEETING.values(), *SECOND]
    every.remove(MEETING["date"])
    assert places_of(program, every) == set(), places_of(program, every)
    program.run("verify", session)
    assert "[gewist]" in program.run("sessions")
    assert program.json("record", "list") == []


def a_person_goes_from_every_text(program):
    """Also as others wrote it down: in the reason, a measure, a note of the meeting."""
    session, records = evening(program, "meeting.open", {"do": "disturbance.report", "with": {"what": "Xandertje roept"}},
                               {"do": "note", "with": {"text": "Dat is mevrouw Oudekerk weer"}},
                               {"do": "note", "with": {"text": "De oudekerk blijft een kerk"}}, "disturbance.end")
    record = records[0]
    dossier = {"reason": "OUDEKERK, Femke vindt het plan slecht", "manner": "roepen", "damage": True,
               "damage_text": "Femke Oudekerk gooide een stoel", "conduct": ["c"],
               "persons": [{"id": "p1", "role": "disturber", "known": True, "name": "Femke Oudekerk", "address": "Vismarkt 3b"}],
               "measures": [{"kind": "talk", "person": "p1", "text": "belt haar zuster"}]}
    program.run("record", "set", record, text=json.dumps(dossier))
    program.run("erase", record + "/p1", "--yes")
    left = places_of(program, ["Oudekerk", "Femke", "Vismarkt", "haar zuster"])
    assert left == set(), left
    shown = program.run("record", "show", record)
    assert "gooide een stoel" in shown and "Xandertje" in shown, "what happened stays"
    log = program.run("log", session)
    assert "blijft een kerk" in log and "[gewist]" in log, log
    program.run("verify", session)
    # What the journal says now goes into the register as well.
    program.run("walk", "--session", session, text=lines({"do": "note", "with": {"text": "later nog iets"}}))
    assert "Oudekerk" not in program.run("record", "show", record)
    program.run("erase", record, "--yes")


def a_reader_in_the_way_is_named(program):
    session, records = evening(program, *first_incident())
    reader = sqlite3.connect(program.data + "/register.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM record").fetchone()
    program.run("erase", records[0], "--yes", status=1)
    assert f"({os.getpid()})" in program.errors and "register.db-wal" in program.errors, program.errors
    assert not any(word in program.errors for word in FIRST), program.errors
    reader.execute("COMMIT")
    reader.close()
    program.run("erase", records[0], "--yes")
    assert places_of(program, FIRST) == set(), places_of(program, FIRST)
    program.run("verify", session)


def a_meeting_that_is_open_is_left_alone(program):
    session, records = evening(program, *first_incident())
    with subprocess.Popen(program.words("walk", "--session", session), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, env=program.environment()) as walk:
        walk.stdin.write('{"do": "note", "with": {"text": "nog open"}}\n')
        walk.stdin.flush()
        walk.stdout.readline()
        program.run("erase", records[0], "--yes", status=1)
        assert "nog open" in program.errors, program.errors
        walk.communicate()
    assert FIRST[0] in program.run("record", "show", records[0])
    program.run("erase", records[0], "--yes")
    assert places_of(program, FIRST) == set()


def what_something_runs_for_is_not_erased(program):
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps({**COMPLETE, "hold": {"why": "objection", "since": "2026-11-30", "text": "zaak 12"}}))
    for what in (record, record + "/p1"):
        program.run("erase", what, "--yes", status=1)
        assert "objection or appeal, since 30-11-2026" in program.errors or "bezwaar of beroep, sinds 30-11-2026" in program.errors, program.errors
    program.run("erase", "--name", "Zebediah Quist", "--yes", status=1)
    assert "Zebediah Quist" in program.run("record", "show", record)
    assert "zaak 12" in program.run("report", record) and "zaak 12" not in program.run("report", record, "--for", "police")
    program.run("record", "set", record, text=json.dumps({"hold": {"why": "verveling"}}), status=2)
    # Without a day or a text the sentence ends before them.
    program.run("record", "set", record, text=json.dumps({"hold": None}))
    program.run("record", "set", record, text=json.dumps({"hold": {"why": "woo"}}))
    program.run("erase", record, "--yes", status=1)
    assert "(Woo request)" in program.errors or "(Woo-verzoek)" in program.errors, program.errors
    paper = program.run("--lang", "nl", "report", record)
    assert re.search("Woo-verzoek\\s*\n", paper) and "sinds" not in paper.split("Niet wissen")[1].split("\n")[0], paper
    program.run("record", "set", record, text=json.dumps({"hold": None}))
    program.run("erase", record + "/p1", "--yes")
    assert "Zebediah Quist" not in program.run("record", "show", record)
    program.run("erase", record, "--yes")


def a_quiet_meeting_can_be_erased(program):
    program.run("walk", "--meeting", json.dumps(MEETING),
                text=lines("meeting.open", {"do": "note", "with": {"text": "Qzkoffie op"}}, "meeting.close"))
    session, = os.listdir(program.data + "/sessions")
    program.run("erase", session, status=1)
    assert places_of(program, ["Qzkoffie op"])
    program.run("erase", session, "--yes")
    assert places_of(program, ["Qzkoffie op", MEETING["chair"]]) <= {("last-meeting.json", MEETING["chair"])}
    program.run("verify", session)
    program.run("erase", "20200101T000000Z-00000000", "--yes", status=1)


def what_an_older_hamer_wrote_in_the_open_is_named(program):
    name = "20261128T194834Z-d67cacce"
    folder = os.path.join(program.data, "sessions", name)
    shutil.copytree(os.path.join(program.source, "tests/commands/revision-1", name), folder)
    for each in os.listdir(folder):
        os.chmod(os.path.join(folder, each), 0o600)
    program.run("walk", "--session", name,
                text=lines({"do": "disturbance.end", "with": {"how": "Qznieuwe tekst"}}, "meeting.close"))
    record = next(one["id"] for one in program.json("record", "list") if one["id"].startswith(name))
    program.run("erase", record, "--yes", status=1)
    assert "oudere Hamer" in program.errors and folder + "/journal: " in program.errors, program.errors
    assert places_of(program, ["Qznieuwe tekst"]) == set(), "what can go has gone"
    assert [one for one in program.json("record", "list") if one["id"] == record] == []
    program.run("verify", name)
    program.run("erase", name, "--yes", "--with-journal")
    assert not os.path.exists(folder)


def main():
    program = Program(sys.argv[1], sys.argv[2])
    session, records = what_is_typed_is_not_in_the_journal(program)
    os.remove(program.data + "/last-meeting.json")  # what the next meeting is offered
    one_record_goes_and_the_other_stays(program, session, records)
    the_last_record_takes_all(program, session, records)
    for each in (a_person_goes_from_every_text, a_reader_in_the_way_is_named, a_meeting_that_is_open_is_left_alone,
                 what_something_runs_for_is_not_erased, a_quiet_meeting_can_be_erased, what_an_older_hamer_wrote_in_the_open_is_named):
        each(Program(sys.argv[1], sys.argv[2]))
        print(each.__name__)


if __name__ == "__main__":
    main()
