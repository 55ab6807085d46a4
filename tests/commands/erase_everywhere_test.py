"""Erasing says where the name still is, clears it where that is asked, and names what Hamer cannot reach."""
import json
import os
import sys

from program import Program

MEETING = {"name": "Raad", "date": "2026-03-12", "chair": "Dahl", "place": "Vismarkt 3b"}


def lines(*steps):
    return "\n".join(json.dumps({"do": step} if isinstance(step, str) else step) for step in steps)


def evening(program, what, note):
    before = {one["id"] for one in program.json("record", "list")}
    answers = [json.loads(line) for line in program.run("walk", "--meeting", json.dumps(MEETING), text=lines(
        "meeting.open", {"do": "disturbance.report", "with": {"what": what}}, {"do": "note", "with": {"text": note}}, "disturbance.end",
        "meeting.close")).splitlines()]
    assert all(answer["ok"] for answer in answers), answers
    return next(one["id"] for one in program.json("record", "list") if one["id"] not in before)


def holds(folder, *words):
    """Which files below the folder hold one of the words."""
    found = set()
    for parent, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(parent, name), "rb") as file:
                content = file.read().decode("utf-8", "replace")
            found |= {os.path.join(parent, name) for word in words if word in content}
    return found


def scene(program):
    """One person in many places: a record of hers, another's text, a meeting's note, papers, a drop, a session on its way."""
    hers = evening(program, "geroep", "niets")
    program.run("record", "set", hers, text=json.dumps(
        {"reason": "plan", "persons": [{"id": "p1", "role": "disturber", "known": True, "name": "Femke Oudekerk", "address": "Vismarkt 3b"}]}))
    other = evening(program, "fluiten", "De heer “Oudekerk” liep mee")
    program.run("record", "set", other, text=json.dumps({"reason": "FEMKE OUDEKERK riep"}))
    outside = os.path.join(program.folder.name, "buiten")
    os.mkdir(outside)
    for record, name in ((hers, "a.pdf"), (hers, "a.txt"), (other, "b.pdf"), (other, "b.csv"), (other, "weg.pdf")):
        program.run("report", record, "-o", os.path.join(outside, name))
    os.remove(os.path.join(outside, "weg.pdf"))
    program.run("sessions", "export", other.rsplit("-", 1)[0], "-o", os.path.join(outside, "avond.hamer"))
    return hers, other, outside


def says_where_it_is_and_touches_nothing_of_it(program):
    hers, other, outside = scene(program)
    said = program.run("erase", hers + "/p1", "--yes")
    assert "riep" in said and "liep mee" in said, said
    for name in ("a.pdf", "b.pdf", "avond.hamer", "weg.pdf is niet meer waar"):
        assert name in said, (name, said)
    assert "afgedrukt" in said and "geroep" not in said, said
    assert "OUDEKERK" in program.run("record", "show", other)
    assert sorted(os.listdir(outside)) == ["a.pdf", "a.txt", "avond.hamer", "b.csv", "b.pdf"]
    assert "last-meeting.json" in said, "what the next meeting is offered"


def clears_each_place_by_name(program, name):
    outside = os.path.join(program.folder.name, "buiten")
    assert "--yes" in program.run("erase", "--name", name, status=1)
    assert holds(program.data, "OUDEKERK"), "not before it was said"
    program.run("erase", "--name", name, "--yes")
    assert not holds(program.data, "Oudekerk", "OUDEKERK"), holds(program.data, "Oudekerk", "OUDEKERK")
    assert not holds(outside, "Oudekerk", "OUDEKERK")
    for session in os.listdir(program.data + "/sessions"):
        program.run("verify", session)


def everywhere_at_once(program):
    hers, other, outside = scene(program)
    program.run("erase", hers + "/p1", "--yes", "--everywhere")
    left = holds(program.data, "Oudekerk", "OUDEKERK", "Vismarkt")
    assert not left, left
    assert os.listdir(outside) == [], os.listdir(outside)
    assert "[gewist]" in program.run("record", "show", other)
    for session in os.listdir(program.data + "/sessions"):
        program.run("verify", session)


def a_name_that_is_nowhere(program):
    assert "vond deze naam nergens" in program.run("erase", "--name", "Xander Nergenshuizen")
    program.run("erase", "--name", "x", status=2)
    program.run("erase", status=2)
    program.run("erase", "x", "--name", "y", status=2)


def what_is_not_hamers_is_named_and_left(program):
    """A note that somebody put beside a log, and a line of the list of files that nobody can read."""
    session = evening(program, "geroep", "niets").rsplit("-", 1)[0]
    note = os.path.join(program.data, "sessions", session, "notitie.txt")
    with open(note, "w", encoding="utf-8") as file:
        file.write("Femke Oudekerk belde")
    with open(program.data + "/papers.jsonl", "a", encoding="utf-8") as file:
        file.write("{half\n")
    said = program.run("erase", "--name", "Femke Oudekerk", "--yes", status=1)
    assert "notitie.txt" in said and "papers.jsonl" in said, said
    assert os.path.exists(note)


def main():
    program = Program(sys.argv[1], sys.argv[2])
    says_where_it_is_and_touches_nothing_of_it(program)
    clears_each_place_by_name(program, "femke oudekerk")
    everywhere_at_once(Program(sys.argv[1], sys.argv[2]))
    a_name_that_is_nowhere(program)
    what_is_not_hamers_is_named_and_left(Program(sys.argv[1], sys.argv[2]))


if __name__ == "__main__":
    main()
