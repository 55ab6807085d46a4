"""The clerk's work by the command line alone: from the meeting to a complete record, and what goes wrong on the way."""
import json
import os
import sys

import icalendar

from program import COMPLETE, Program


def completes_a_record(program):
    record = program.meeting()
    missing = {one["place"] for one in program.json("record", "missing", record, status=1)}
    assert {"conduct", "persons", "informed/mayor", "communication/spokesperson"} <= missing, missing
    program.run("record", "complete", record, "--by", "Gijs", status=1)
    assert "record missing" in program.errors, program.errors
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    assert program.json("record", "missing", record) == []
    program.run("record", "complete", record, "--by", "Gijs")
    listed = program.json("record", "list")[0]
    assert (listed["status"], listed["missing"], listed["conduct"]) == ("complete", 0, "d-threat"), listed
    return record


def a_change_that_leaves_something_missing_reopens_it(program, record):
    program.run("record", "set", record, text='{"reason": null}')
    assert program.json("record", "list")[0]["status"] == "ended"
    program.run("record", "set", record, text='{"reason": "woningbouw", "completed": {"at": "2026-01-01T00:00:00Z", "by": "x"}}')
    assert program.json("record", "list")[0]["status"] == "ended", "only completing it completes it"
    program.run("record", "complete", record, "--by", "Gijs")
    changes = program.json("record", "changes", record)
    assert {"/status", "/dossier/completed/by"} <= {one["place"] for one in changes}, changes


def work_of_somebody_else_is_not_lost(program, record):
    latest = program.json("record", "list")[0]["revision"]
    program.run("record", "set", record, "--revision", str(latest - 1), text='{"reason": "anders"}', status=1)
    assert "revision" in program.errors
    program.run("record", "set", record, text='{"measures": [{"kind": "council-ban", "person": "p1"}]}', status=1)
    assert "measures/0/kind" in program.errors, program.errors
    program.run("record", "set", record, text='{"nonsense": 1}', status=2)
    program.run("record", "set", record, text="{", status=2)
    assert program.json("record", "list")[0]["revision"] == latest


def times_that_cannot_be_are_refused_on_every_way_in(program, record):
    latest = program.json("record", "list")[0]["revision"]

    def told(at, status=1):
        program.run("record", "set", record, text=json.dumps({"informed": [{"who": "mayor", "at": at, "by": "x"}]}), status=status)
        return program.errors

    assert "informed/0/at" in told("2126-03-12T21:00:00Z") and "Wie is geïnformeerd, de burgemeester" in program.errors
    assert "ligt in de toekomst" in told("2099-03-12T21:00:00Z"), program.errors
    assert "is voor het incident" in told("12-03-2026 20:40"), program.errors
    assert "bestaat niet" in told("31-02-2026 21:00", status=2), program.errors
    for measure in ({"from": "11-3-2026"}, {"from": "13-3-2026", "until": "12-3-2026"}, {"until": "2126-04-12"}):
        program.run("record", "set", record, text=json.dumps({"measures": [{"kind": "ban", **measure}]}), status=1)
    program.run("record", "done", record, "first-talk", "--person", "p2", "--by", "x", "--at", "11-03-2026 9.00", status=1)
    assert "is voor het incident" in program.errors, program.errors
    program.run("record", "done", record, "first-talk", "--person", "p2", "--by", "x", "--at", "2099-01-01T00:00:00Z", status=1)
    for started in ("30-03-2025 2.30", "24:00"):
        program.run("record", "new", "--what", "x", "--started", started, status=2)
    program.run("record", "new", "--what", "x", "--started", "12-3-2026 21:00", "--ended", "12-3-2026 20:00", status=1)
    program.run("record", "new", "--what", "x", "--started", "1970-01-01T00:00:00Z", status=1)
    assert program.json("record", "list")[0]["revision"] == latest, "nothing of it was stored"


def duties_are_due_and_ticked_off(program, record):
    due = program.json("deadlines")
    assert [one["kind"] for one in due] == ["footage", "first-talk", "second-talk", "police-report", "triangle", "evaluation",
                                            "feedback", "third-talk"], due
    assert due[1]["due"] == "2026-03-13T20:41:17.120+01:00", due[1]
    assert due[7]["due"] == "2026-04-23T23:59:59.000+02:00", "in summer time"
    calendar = icalendar.Calendar.from_ical(program.run("deadlines", "--ics"))
    events = list(calendar.walk("VEVENT"))
    assert len(events) == 8 and len({event["UID"] for event in events}) == 8
    first, third = (next(event for event in events if f"-{kind}-" in event["UID"]) for kind in ("first-talk", "third-talk"))
    assert first.decoded("DTEND").isoformat() == "2026-03-13T19:41:17+00:00"
    assert third.decoded("DTSTART").isoformat() == "2026-04-09", "from the day on which its window opens"
    assert third.decoded("DTEND").isoformat() == "2026-04-24"
    assert "Quist" not in str(calendar.to_ical()), "calendars are shared"
    program.run("record", "done", record, "first-talk", "--person", "p2", "--by", "griffier")
    assert len(program.json("deadlines")) == 7
    assert program.json("deadlines", "--all")[1]["done_by"] == "griffier"
    program.run("record", "set", record, text=json.dumps({"owners": [{"kind": "footage", "owner": "de bode"}]}))
    assert program.json("deadlines")[0]["owner"] == "de bode"
    assert "Wie: de bode" in program.run("deadlines", "--ics").replace("\r\n ", "")
    program.run("record", "done", record, "first-talk", "--person", "p1", "--by", "griffier", status=1)
    assert program.json("record", "list")[0]["status"] == "complete", "it stays complete"


def the_record_is_put_on_paper(program, record):
    folder = program.folder.name
    for ending, first in (("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbfveld;waarde"), ("txt", b"Incidentdossier"), ("json", b"{")):
        program.run("report", record, "-o", f"{folder}/report.{ending}")
        with open(f"{folder}/report.{ending}", "rb") as file:
            assert file.read().startswith(first), ending
    assert [one["what"] for one in program.json("register", "access", record)].count("export") == 4
    assert "Quist" in program.run("report", record)
    assert "Incident record" in program.run("report", record, "--lang", "en")
    program.run("report", record, "-o", folder + "/report.doc", status=2)
    annex = program.run("report", record, "--for", "police")
    assert "Bijlage bij de aangifte" in annex and "Zebediah Quist" in annex and "Stadhuisplein" in annex, annex
    for word in ("Kraaien", "Nazorg", "woordvoerder", "written-warning", "schriftelijke waarschuwing"):
        assert word not in annex, word
    program.run("report", record, "--for", "police", "-o", folder + "/annex.pdf")
    program.run("report", record, "--for", "police", "-o", folder + "/annex.csv", status=2)
    program.run("report", record, "--for", "everybody", status=2)
    copy = program.run("report", record, "--for", "public")
    for part in ("Quist", "Kraaienstraat", "p1"):
        assert part not in copy, (part, copy)
    assert "Wet open overheid" in copy, copy
    program.run("report", record, "--for", "public", "-o", folder + "/woo.docx")
    program.run("report", record, "--for", "public", "-o", folder + "/woo.json", status=2)


def cases_for_discussion_name_nobody(program):
    cases = program.json("register", "cases", "--year", "2026")
    assert len(cases) == 1 and cases[0]["conduct"] == "d-threat" and cases[0]["affected"] == ["council-member"], cases
    assert cases[0]["requests"] == 3 and cases[0]["police_called"], cases
    text = program.run("register", "cases") + json.dumps(cases)
    for word in ("Quist", "Kraaien", "tribune", "woningbouw", "Gijs", "20:4"):
        assert word not in text, word
    assert program.json("register", "cases", "--year", "2025") == []


def an_incident_elsewhere_starts_from_an_empty_record(program):
    program.run("record", "new", "--what", "", status=1)
    program.run("record", "new", "--what", "x", "--started", "gisteren", status=2)
    program.run("record", "new", "--what", "x", "--started", "2999-01-01T00:00:00Z", status=1)
    record = program.run("record", "new", "--what", "bedreigd op straat", "--started", "2026-03-28T12:00:00+01:00",
                         "--place", "Haarlemmerstraat", "--channel", "face-to-face").strip()
    assert record.startswith("reported-")
    program.run("record", "set", record, text=json.dumps({"persons": COMPLETE["persons"]}))
    first = [one for one in program.json("deadlines") if one["record"] == record][0]
    assert first["due"] == "2026-03-29T13:00:00.000+02:00", "24 hours, also over the change of the clock"
    found = program.json("register", "search", "zebed kraai")
    assert [one["id"] for one in found][0] == record and len(found) == 2, "the earlier incident is found with it"
    return record


def words_are_taken_as_they_are_meant(program):
    """From a spreadsheet, a web page or a form of another program."""
    program.run("record", "new", "--affected", "council-member", "--what", "\ufeffrij 3\tstoel 12\r\nging \u202ewe\u200bg",
                "--place", "Raad\u2060zaal\x1b[2J")
    record = program.json("record", "list")[0]["id"]
    program.run("record", "set", record, text='\ufeff' + json.dumps({"manner": "\ufeffeen\ttwee\r\ndrie\x07"}))
    shown = json.loads(program.run("record", "show", record))
    assert shown["what"] == "rij 3 stoel 12 ging weg", shown["what"]
    assert shown["dossier"]["place"] == "Raadzaal[2J", shown["dossier"]
    assert shown["dossier"]["manner"] == "een twee\ndrie", shown["dossier"]


def what_was_opened_is_known_and_what_is_erased_is_gone(program, record):
    opened = program.json("register", "access", record)
    assert opened and all(one["who"] for one in opened)
    program.run("erase", record + "/p1", status=1)
    program.run("erase", record + "/p9", "--yes", status=1)
    program.run("erase", record + "/p1", "--yes")
    assert "Quist" not in program.run("record", "show", record)
    assert "Quist" not in program.run("record", "show", record, "--revision", "2")
    program.run("erase", record, "--yes")
    program.run("record", "show", record, status=1)
    assert len(program.json("record", "list")) == 1
    program.json("register", "stats")
    assert program.json("register", "retention") == []


def what_was_kept_for_long_enough_is_destroyed_with_a_statement(program):
    old, held, young = (program.run("record", "new", "--what", "Qzgeheim", "--started", when).strip()
                        for when in ("12-03-2015 20:14", "12-03-2016 20:14", "12-03-2026 20:14"))
    program.run("record", "set", held, text=json.dumps({"hold": {"why": "case", "since": "2026-01-05"}}))
    due = program.run("register", "retention")
    assert due.index(old) < due.index(held) and young not in due, due
    assert [one["id"] for one in program.json("register", "retention")] == [old]
    said = program.run("erase", "--past-retention", status=1)
    assert old in said and held not in said and "--yes" in said, said
    file = program.folder.name + "/verklaring.txt"
    program.run("erase", "--past-retention", "--yes", "-o", program.folder.name + "/verklaring.odt", status=2)
    assert old in program.run("record", "list"), "nothing goes before the statement can be written"
    program.run("erase", "--past-retention", "--yes", "-o", file)
    with open(file, encoding="utf-8") as made:
        statement = made.read()
    for part in (old, "Leiden", "5 ", "1 dossier: 1 incident, met alle revisies"):
        assert part in statement, (part, statement)
    for part in (held, young, "Qzgeheim"):
        assert part not in statement, (part, statement)
    left = program.run("record", "list")
    assert old not in left and held in left and young in left, left
    assert program.run("erase", "--past-retention", "--yes").strip(), "there is nothing left to do"
    signal = program.run("record", "new", "--signal", "--what", "Qzsignaal", "--started", "12-03-2015 20:14").strip()
    program.run("--lang", "nl", "erase", "--past-retention", "--yes", "-o", program.folder.name + "/geen map/a.pdf", status=1)
    told = program.errors
    assert signal not in program.run("record", "list")
    kept = [name for name in os.listdir(program.data + "/reports") if name.startswith("Verklaring van vernietiging")]
    assert len(kept) == 1 and kept[0] in told, "it cannot be made again, so it is somewhere: " + told
    signal = program.run("record", "new", "--signal", "--what", "Qzsignaal", "--started", "12-03-2015 20:14").strip()
    said = program.run("--lang", "nl", "erase", "--past-retention", "--yes")
    assert "1 dossier: 1 signaal, met alle revisies" in said and signal in said and "Qzsignaal" not in said, said
    program.run("erase", held, "--past-retention", status=2)
    program.run("record", "set", held, text='{"hold": null}')
    for record in (held, young):
        program.run("erase", record, "--yes")


def erasing_a_record_takes_the_sessions_private_texts(program, record):
    session = record.rsplit("-", 1)[0]
    private = f"{program.data}/sessions/{session}/private.jsonl"
    with open(private, encoding="utf-8") as file:
        assert file.read()
    program.run("erase", record, "--yes")
    assert program.json("record", "list") == []
    try:
        open(private, encoding="utf-8").close()
        raise AssertionError("the private texts are still there")
    except FileNotFoundError:
        pass
    program.run("verify", session)
    program.run("log", session)
    assert program.json("record", "list") == [], "it does not come back"


def no_name_is_in_any_error(program, record):
    """Whatever is asked wrongly of a record about a person, what is said names it by id."""
    wrong = [
        ("record", "show", record, "--revision", "99"),
        ("record", "set", record, "--revision", "1"),
        ("record", "done", record, "first-talk", "--person", "p7", "--by", "x"),
        ("erase", record + "/p7"),
        ("record", "complete", "nobody", "--by", "x"),
    ]
    for words in wrong:
        program.run(*words, text='{"reason": 1}' if "set" in words else "", status=2 if "set" in words else 1)
        assert "Quist" not in program.errors and "Kraaien" not in program.errors, program.errors
    broken = {"persons": [{"id": "p1", "role": "disturber", "known": True, "name": "Zebediah Quist", "office": "king"}]}
    program.run("record", "set", record, text=json.dumps(broken), status=2)
    assert "Quist" not in program.errors and "/persons/0/office" in program.errors, program.errors


def main():
    program = Program(sys.argv[1], sys.argv[2])
    record = completes_a_record(program)
    a_change_that_leaves_something_missing_reopens_it(program, record)
    work_of_somebody_else_is_not_lost(program, record)
    times_that_cannot_be_are_refused_on_every_way_in(program, record)
    duties_are_due_and_ticked_off(program, record)
    no_name_is_in_any_error(program, record)
    the_record_is_put_on_paper(program, record)
    cases_for_discussion_name_nobody(program)
    reported = an_incident_elsewhere_starts_from_an_empty_record(program)
    what_was_opened_is_known_and_what_is_erased_is_gone(program, reported)
    erasing_a_record_takes_the_sessions_private_texts(program, record)
    words_are_taken_as_they_are_meant(program)
    what_was_kept_for_long_enough_is_destroyed_with_a_statement(program)


if __name__ == "__main__":
    main()
