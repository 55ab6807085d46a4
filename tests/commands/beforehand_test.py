"""Before anything happened: a signal in the order of chapter 2 and a risk estimate of 5.1. They are records of the register like
the others, with what falls due, on paper and erased; and they are no incidents: in no count, no delivery, no letter."""
import datetime
import json
import os
import sys

from program import Program

SIGNAL = {
    "reporter": {"name": "Femke Melder", "office": "council-member"},
    "signal": {"meeting": "opvang in de wijk", "confidential": True, "talked": "13-3-2026", "team": "13-3-2026", "mayor": "14-3-2026"},
    "precautions": [{"id": "v1", "kind": "security", "text": "bode bij de deur", "owner": "T. Beheer", "until": "18-3-2026"}],
}


def a_signal(program):
    signal = program.run("record", "new", "--signal", "--what", "dreigende berichten over de opvang", "--affected", "council-member",
                         "--started", "12-3-2026 10:00").strip()
    shown = json.loads(program.run("record", "show", signal))
    assert shown["kind"] == "signal" and shown["dossier"]["signal"] == {}, shown
    assert "signaal" in program.run("--lang", "nl", "record", "list")
    due = [(one["kind"], one["due"][:10]) for one in program.json("deadlines")]
    assert due == [("signal-talk", "2026-03-13"), ("signal-answer", "2026-03-19")], due
    other = program.run("record", "new", "--signal", "--what", "nog een signaal", "--started", "12-3-2026 10:00").strip()
    program.run("record", "done", other, "signal-talk", "--by", "Gijs", "--at", "2026-03-13T09:30:00+01:00")
    assert json.loads(program.run("record", "show", other))["dossier"]["signal"]["talked"] == "2026-03-13"
    assert not [one for one in program.json("record", "missing", other, status=1) if one["place"] == "signal/talked"], "it was said"
    assert [one["kind"] for one in program.json("deadlines") if one["record"] == other] == ["signal-answer"]
    program.run("erase", other, "--yes")
    program.run("record", "set", signal, text=json.dumps(SIGNAL))
    due = {one["kind"]: one for one in program.json("deadlines")}
    assert set(due) == {"signal-answer", "precaution"} and due["precaution"]["owner"] == "T. Beheer", due
    program.run("record", "done", signal, "precaution", "--person", "v1", "--by", "T. Beheer")
    program.run("record", "complete", signal, "--by", "Gijs", status=1)
    for patch in ({"signal": {"record": "nergens-1", "ended": "incident"}}, {"signal": {"record": signal, "ended": "incident"}}, {"signal": None},
                  {"estimate": {"day": "2026-03-20"}}, {"signal": {"talked": "2199-01-01"}}):
        program.run("record", "set", signal, text=json.dumps(patch), status=1)
    return signal


def it_becomes_an_incident(program, signal):
    other = program.run("record", "new", "--signal", "--what", "een ander signaal", "--started", "12-3-2026 11:00").strip()
    for end in ("incident", "estimate"):
        program.run("record", "set", signal, text=json.dumps({"signal": {"ended": end, "record": other}}), status=1)
    program.run("erase", other, "--yes")
    incident = program.run("record", "new", "--what", "bedreigd op straat", "--started", "15-3-2026 20:00", "--affected", "council-member").strip()
    program.run("record", "set", incident, text='{"signal": {}}', status=1)
    program.run("record", "set", signal, text=json.dumps({"signal": {"answered": "15-3-2026", "ended": "incident", "record": incident}}))
    assert program.json("record", "missing", signal) == []
    program.run("record", "complete", signal, "--by", "Gijs")
    paper = program.run("--lang", "nl", "report", signal)
    for part in ("Signaal Leiden", "opvang in de wijk", "13 maart 2026", "bode bij de deur", "een incident geworden", incident):
        assert part in paper, (part, paper)
    assert "Femke" not in paper, "who gave it is guarded"
    for part in ("vastgesteld door", "achteraf gemeld", "Einde"):
        assert part not in paper, (part, paper)
    assert not [line for line in paper.splitlines() if line.split() == ["Voor", "wie", "onbekend"]], paper
    assert "vastgesteld door" not in program.run("--lang", "nl", "report", incident), "no chair was there"
    program.run("report", signal, "-o", program.folder.name + "/gir.csv", status=1)


def an_estimate(program, signal):
    gathering = program.run("record", "new", "--estimate", "26-3-2026", "--what", "Raadsvergadering over de opvang", "--place", "Raadzaal",
                            "--started", "12-3-2026 9:00").strip()
    program.run("record", "set", gathering, text=json.dumps({
        "estimate": {"groups": "zestig omwonenden", "level": "high", "why": "eerdere berichten", "considered": [signal]},
        "informed": [{"who": who, "at": "13-3-2026 9:00", "by": "Gijs"} for who in ("clerk", "municipal-secretary")],
        "precautions": [{"id": "v1", "kind": "police", "text": "wijkagent Jansen, 06-12345678"}]}))
    assert program.json("record", "missing", gathering) == []
    program.run("record", "set", gathering, text='{"estimate": {"considered": ["Jan uit de Kerkstraat"]}}', status=1)
    briefing = program.run("--lang", "nl", "report", gathering, "--for", "meeting")
    for part in ("Briefing", "26 maart 2026", "zestig omwonenden", "hoog", "wijkagent Jansen", "112"):
        assert part in briefing, (part, briefing)
    assert signal not in briefing, "what was weighed is not for the ushers"
    assert signal in program.run("report", gathering)
    program.run("report", signal, "--for", "meeting", status=1)
    program.run("record", "new", "--estimate", "gisteren", "--what", "x", status=2)
    program.run("record", "new", "--estimate", "26-3-2026", "--signal", "--what", "x", status=2)
    return gathering


def it_is_put_ready_for_the_chair(program, signal):
    """With what the chair has to know; whom a ban is for is nobody's to read on a screen in the chamber."""
    today = datetime.date.today()
    incident = program.run("record", "new", "--what", "geweld in de hal", "--started", f"{today - datetime.timedelta(days=3):%d-%m-%Y} 20:00",
                           "--affected", "council-member").strip()
    program.run("record", "set", incident, text=json.dumps({
        "persons": [{"id": "p1", "role": "disturber", "known": True, "name": "Zebediah Quist"}],
        "measures": [{"kind": "ban", "person": "p1", "decided_by": "burgemeester", "from": str(today - datetime.timedelta(days=1)),
                      "until": str(today + datetime.timedelta(days=30))}]}))
    gathering = program.run("record", "new", "--estimate", f"{today:%d-%m-%Y}", "--what", "Bijeenkomst over de opvang", "--place", "Dorpshuis",
                            "--started", f"{today - datetime.timedelta(days=2):%d-%m-%Y} 9:00").strip()
    program.run("record", "prepare", signal, status=1)
    program.run("record", "set", gathering, text=json.dumps({
        "estimate": {"kind": "other", "room": "Grote zaal", "address": "Dorpsstraat 1, Leiden", "level": "high", "why": "Zebediah Quist komt"},
        "precautions": [{"id": "v1", "kind": "police", "text": "wijkagent Jansen, 06-12345678"}, {"id": "v2", "kind": "spokesperson"}]}))
    said = program.run("--lang", "nl", "record", "prepare", gathering)
    for part in ("Bijeenkomst over de opvang", "Risico: hoog.", "Politie: wijkagent Jansen, 06-12345678.", "Er is een woordvoerder.",
                 "Er loopt een verbod; de griffier weet voor wie."):
        assert part in said, (part, said)
    file = program.data + "/prepared-meeting.json"
    with open(file, encoding="utf-8") as stream:
        text = stream.read()
    assert "Quist" not in text and json.loads(text)["address"] == "Dorpsstraat 1, Leiden", text
    assert os.stat(file).st_mode & 0o077 == 0
    assert "prepared-meeting.json" in program.run("erase", "--name", "wijkagent Jansen", status=1), "a name in it is found"
    program.run("erase", incident, "--yes")
    assert os.path.exists(file)
    program.run("record", "set", gathering, text=json.dumps({"estimate": {"day": str(today - datetime.timedelta(days=1))}}))
    program.run("--lang", "nl", "record", "prepare", gathering, status=1)
    assert "geweest" in program.errors, program.errors
    program.run("erase", gathering, "--yes")
    assert not os.path.exists(file), "it goes with its record"


def neither_is_an_incident(program, signal, gathering):
    assert sum(row["records"] for row in program.json("register", "stats")) == 1, "the incident alone"
    assert len(program.json("register", "cases")) == 1
    assert program.json("register", "year", "2026")["all"]["records"] == 1
    folder = program.folder.name + "/postvak"
    os.makedirs(folder)
    program.settings(deliver={"folder": folder})
    program.run("record", "complete", gathering, "--by", "Gijs")
    program.run("record", "set", signal, text='{"signal": {"why": "doorgegeven"}}')
    program.run("record", "complete", signal, "--by", "Gijs")
    assert program.json("deliver", "--wait") == [], "neither goes to the register of incidents"
    for record in (signal, gathering):
        assert program.run("letter", record) == "", record
        program.run("letter", record, "persbericht", status=1)
        for reader in ("police", "public"):
            program.run("report", record, "--for", reader, status=1)
    assert program.json("register", "search", "opvang")


def erased_is_gone(program, signal):
    program.run("record", "set", signal, text=json.dumps({"persons": [{"id": "p1", "role": "affected", "office": "council-member", "known": True,
                                                                      "name": "Zebediah Quist"}],
                                                          "signal": {"why": "gericht tegen Zebediah Quist"}}))
    program.run("erase", signal + "/p1", "--yes")
    for revision in range(1, [one for one in program.json("record", "list") if one["id"] == signal][0]["revision"] + 1):
        assert "Quist" not in program.run("record", "show", signal, "--revision", str(revision))
    program.run("erase", signal, "--yes")
    assert signal not in program.run("record", "list")


def main():
    program = Program(sys.argv[1], sys.argv[2])
    signal = a_signal(program)
    it_becomes_an_incident(program, signal)
    gathering = an_estimate(program, signal)
    it_is_put_ready_for_the_chair(program, signal)
    neither_is_an_incident(program, signal, gathering)
    erased_is_gone(program, signal)


if __name__ == "__main__":
    main()
