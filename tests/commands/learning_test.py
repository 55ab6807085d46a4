"""What the council did to learn (5.2): introductions, trainings and the yearly discussion are records of the register like the others,
and no incidents; the year's report counts them and names nobody."""
import json
import sys

from program import Program


def refused(program):
    for words in (("--learning", "training"), ("--learning", "cursus", "--day", "12-3-2026"), ("--day", "12-3-2026"), ("--present", "council"),
                  ("--learning", "training", "--day", "gisteren"), ("--learning", "training", "--day", "1-1-2199"),
                  ("--learning", "training", "--day", "12-3-2026", "--signal"), ("--learning", "training", "--day", "12-3-2026", "--estimate", "12-3-2026"),
                  ("--learning", "training", "--day", "12-3-2026", "--present", "voetbalclub")):
        program.run("record", "new", "--what", "x", *words, status=2)
        assert program.errors, words
    assert program.json("record", "list") == []


def a_discussion(program):
    assert "nog niet gehouden" in program.run("--lang", "nl", "register", "year", "2026")
    record = program.run("record", "new", "--learning", "discussion", "--day", "12-3-2026", "--present", "council", "--what",
                         "casussen van het jaar").strip()
    shown = json.loads(program.run("record", "show", record))
    assert shown["kind"] == "learning" and shown["started"]["at"].startswith("2026-03-12T00:00"), shown
    assert shown["dossier"]["learning"] == {"kind": "discussion", "day": "2026-03-12", "bodies": ["council"]}, shown
    lacking = program.json("record", "missing", record, status=1)
    assert [one["place"] for one in lacking] == ["learning/concluded"], lacking
    program.run("record", "set", record, text='{"learning": {"day": "1-1-2199"}}', status=1)
    assert "learning/day" in program.errors, program.errors
    program.run("record", "set", record, text='{"learning": null}', status=1)
    assert "--learning" in program.errors, program.errors
    program.run("record", "set", record, text='{"signal": {}}', status=1)
    program.run("record", "set", record, text=json.dumps({
        "learning": {"given_by": "de politie", "present": ["Zebediah Quist", "B. de Wit"], "concluded": "we melden eerder"},
        "improvements": [{"id": "i1", "text": "noodknop testen", "owner": "T. Beheer", "until": "1-4-2026"}]}))
    program.run("record", "missing", record)
    due = {(one["kind"], one["person"]): one for one in program.json("deadlines") if one["record"] == record}
    assert due["improvement", "i1"]["owner"] == "T. Beheer", due
    assert "Verbeterpunt (nummer 1) – uit het dossier van 12 maart 2026" in program.run("--lang", "nl", "deadlines", "--ics").replace("\r\n ", "")
    assert "leermoment" in program.run("--lang", "nl", "record", "list")
    paper = program.run("--lang", "nl", "report", record)
    for part in ("Leermoment", "jaarlijkse bespreking", "12 maart 2026", "de politie", "raad", "Zebediah Quist", "we melden eerder", "noodknop testen"):
        assert part in paper, (part, paper)
    return record


def a_year_is_told_without_names(program):
    for kind, day in (("introduction", "1-4-2026"), ("training", "1-5-2026"), ("training", "1-5-2025")):
        program.run("record", "new", "--learning", kind, "--day", day, "--present", "council", "--present", "college", "--what", "bij Quist thuis")
    year = program.json("register", "year", "2026")
    assert [(one["kind"], one["day"], one["present"]) for one in year["learning"]] == [
        ("discussion", "2026-03-12", 2), ("introduction", "2026-04-01", 0), ("training", "2026-05-01", 0)], year
    assert year["learning"][1]["bodies"] == ["council", "college"] and year["all"]["records"] == 0, year
    said = " ".join(program.run("--lang", "nl", "register", "year", "2026").split())
    for part in ("Introducties 1 ", "Trainingen 1 ", "jaarlijkse bespreking: raad; 2 namen genoteerd", "nog niet met het college"):
        assert part in said, (part, said)
    for part in ("Quist", "de Wit", "thuis", "politie", "noodknop"):
        assert part not in said + json.dumps(year), part


def it_is_no_incident(program, record):
    program.run("record", "complete", record, "--by", "Gijs")
    assert program.json("register", "stats") == [] and program.json("register", "cases") == []
    assert program.json("deliver", "--list") == []
    assert program.run("letter", record) == ""
    for reader in ("police", "public", "meeting"):
        program.run("report", record, "--for", reader, status=1)
    assert [one["id"] for one in program.json("register", "search", "casussen")] == [record]


def erased_is_gone(program, record):
    assert "casussen van het jaar" in program.run("erase", "--name", "Zebediah Quist", status=1)
    program.run("erase", "--name", "Zebediah Quist", "--yes")
    assert "Quist" not in program.run("record", "show", record)
    program.run("erase", record, "--yes")
    assert record not in program.run("record", "list")


def main():
    program = Program(sys.argv[1], sys.argv[2])
    refused(program)
    record = a_discussion(program)
    a_year_is_told_without_names(program)
    it_is_no_incident(program, record)
    erased_is_gone(program, record)


if __name__ == "__main__":
    main()
