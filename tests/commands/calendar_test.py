#!/usr/bin/python3
"""The calendar of duties, taken in again and again by a real calendar program (khal) into one calendar, as the clerk does
whenever something changed."""
import datetime
import glob
import json
import os
import subprocess
import sys

import icalendar

from program import Program

PERSONS = [{"id": "p1", "role": "disturber", "known": True, "name": "Zebediah Quist"},
           {"id": "p2", "role": "affected", "office": "council-member", "name": "Roos Raadslid"},
           {"id": "p3", "role": "affected", "office": "official"}]


class Khal:
    """A calendar of its own, as files of one event each."""

    def __init__(self, program):
        self.program = program
        self.folder = program.folder.name + "/calendar"
        self.home = program.folder.name + "/khal"
        os.makedirs(self.folder)
        os.makedirs(self.home)
        with open(self.home + "/config", "w", encoding="utf-8") as file:
            file.write(f"[calendars]\n[[duties]]\npath = {self.folder}\n[sqlite]\npath = {self.home}/khal.db\n"
                       "[locale]\nlocal_timezone = Europe/Amsterdam\ndefault_timezone = Europe/Amsterdam\n"
                       "timeformat = %H:%M\ndateformat = %d-%m-%Y\nlongdateformat = %d-%m-%Y\n"
                       "datetimeformat = %d-%m-%Y %H:%M\nlongdatetimeformat = %d-%m-%Y %H:%M\n")

    def run(self, *words):
        done = subprocess.run(["khal", "-c", self.home + "/config", *words], capture_output=True, text=True, check=False,
                              env={**self.program.environment(), "LANG": "C.UTF-8", "HOME": self.home})
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout

    def take_in(self):
        """What Hamer says now; gives the events that are in the calendar then, by UID."""
        path = self.program.folder.name + "/duties.ics"
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(self.program.run("deadlines", "--ics"))
        self.run("import", "--batch", "-a", "duties", path)
        events = {}
        for name in glob.glob(self.folder + "/*"):
            with open(name, encoding="utf-8") as file:
                for event in icalendar.Calendar.from_ical(file.read()).walk("VEVENT"):
                    assert str(event["UID"]) not in events, "one appointment a duty"
                    events[str(event["UID"])] = event
        return events


def changed(before, after, uids):
    """These, and no others, went from confirmed to cancelled with a higher sequence."""
    assert before.keys() <= after.keys(), "nothing is left behind in the calendar"
    for uid, event in before.items():
        gone = uid in uids
        assert (str(event["STATUS"]), str(after[uid]["STATUS"])) == ("CONFIRMED", "CANCELLED" if gone else "CONFIRMED"), uid
        assert not gone or after[uid]["SEQUENCE"] > event["SEQUENCE"], uid
        assert not gone or not list(after[uid].walk("VALARM")), "it rings no more"
    return {uid: after[uid] for uid in before if uid not in uids}


def reminders(event):
    """When it rings, on the clocks of the place."""
    for alarm in event.walk("VALARM"):
        trigger = alarm["TRIGGER"]
        edge = event.decoded("DTEND" if trigger.params.get("RELATED") == "END" else "DTSTART")
        if not isinstance(edge, datetime.datetime):
            edge = datetime.datetime.combine(edge, datetime.time())
        yield edge + trigger.dt


def main():
    program = Program(*sys.argv[1:3])
    khal = Khal(program)
    record = program.run("record", "new", "--what", "bedreigd", "--started", "2026-11-24T20:15:00+01:00").strip()
    patch = {"persons": PERSONS, "charges": "file"}
    program.run("record", "set", record, text=json.dumps(patch))
    events = khal.take_in()
    assert len(events) == 9, "three talks with each, the police, the feedback and the evaluation"
    assert {str(event["STATUS"]) for event in events.values()} == {"CONFIRMED"}
    for uid, event in events.items():
        title = str(event["SUMMARY"])
        assert title.endswith("– incident van 24 november 2026, 20:15") and record not in title, title
        assert ("(betrokkene 1)" in title) == ("-p2@" in uid) and ("(betrokkene 2)" in title) == ("-p3@" in uid), title
        assert "Quist" not in str(event) and "Raadslid" not in str(event) and "bedreigd" not in str(event)
    third = events[f"{record}-third-talk-p2@hamer"]
    assert third.decoded("DTSTART") == datetime.date(2026, 12, 22) and third.decoded("DTEND") == datetime.date(2027, 1, 6)
    assert list(reminders(third)) == [datetime.datetime(2026, 12, 21, 9), datetime.datetime(2027, 1, 5, 9)]
    assert "Derde gesprek (betrokkene 1)" in khal.run("list", "22-12-2026", "1d"), "from the first day of its window"
    assert khal.take_in().keys() == events.keys(), "taken in twice it is there once"

    program.run("record", "done", record, "first-talk", "--person", "p2", "--by", "griffier")
    first = f"{record}-first-talk-p2@hamer"
    after = khal.take_in()
    assert str(after[first]["SUMMARY"]).startswith("Gedaan: Eerste gesprek")
    events = changed(events, after, {first})

    patch["charges"] = "none"
    patch["persons"] = PERSONS[:2]
    program.run("record", "set", record, text=json.dumps(patch))
    after = khal.take_in()
    lapsed = {uid for uid in events if uid.endswith("-p3@hamer") or "police-report" in uid or "feedback" in uid}
    assert len(lapsed) == 5 and str(after[min(lapsed)]["SUMMARY"]).startswith("Vervallen: "), lapsed
    events = changed(events, after, lapsed)

    program.run("erase", record, "--yes")
    after = khal.take_in()
    changed(events, after, set(events))
    assert all(len(str(event["UID"])) > 20 for event in after.values())


main()
