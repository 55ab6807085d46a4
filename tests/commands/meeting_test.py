"""What a meeting is, through the installed command: its place in what is said, put right during the evening, in the record."""
import json
import sys

from program import Program

ELSEWHERE = {"place": "Buurthuis Het Gebouw", "address": "Arubapad 2, Leiden", "room": ""}


def lines(*steps):
    return "".join(json.dumps(step) + "\n" for step in steps)


def proposed(program, session, event):
    log = json.loads(program.run("log", session, "--format", "json"))
    return [entry["proposed"] for entry in log if entry.get("event") == event]


def police_go_where_the_meeting_is(program):
    steps = ["meeting.open", "disturbance.report", "address.b"]
    steps += ["request.speak", "request.refuse"] * 3
    program.run("walk", "--meeting", json.dumps({"name": "Raad", "room": "Raadzaal", "kind": "committee"}), text=lines(
        *({"do": step} for step in steps), {"do": "correct-meeting", "with": ELSEWHERE},
        {"do": "police.call", "with": {"number": "112"}}, {"do": "police.arrive"}, {"do": "police.handover"},
        {"do": "disturbance.end"}, {"do": "meeting.close"},
        {"do": "correct-meeting", "with": {"date": "1-3-26", "chair": "De Boer"}}))
    session = program.run("sessions").split()[0]
    (words,) = proposed(program, session, "police.call")
    assert "Wij zijn hier: Buurthuis Het Gebouw, Arubapad 2, Leiden." in words, words
    assert "Stadhuis" not in words and "…" not in words, words
    record = json.loads(program.run("record", "show", program.json("record", "list")[0]["id"]))
    assert record["meeting"]["date"] == "2026-03-01" and record["meeting"]["chair"] == "De Boer", record["meeting"]
    assert record["meeting"]["kind"] == "committee" and record["meeting"]["place"] == "Buurthuis Het Gebouw"
    assert record["address"] == "Buurthuis Het Gebouw, Arubapad 2, Leiden", record["address"]
    log = program.run("log", session)
    assert "Zaal: leeg (was: Raadzaal)" in log and "Plaats: Buurthuis Het Gebouw" in log, log
    assert "Datum: 01-03-2026 (was:" in log, log
    assert "Raad – 01-03-2026" in log, log
    program.run("verify", session)


def what_is_added_later_is_one_revision_for_each_sitting(program):
    """However much is said after the meeting was closed, the register does not hold a record for each sentence."""
    program.run("walk", "--meeting", '{"name": "Raad"}', text=lines(
        *({"do": step} for step in ("meeting.open", "disturbance.report", "disturbance.end", "meeting.close")),
        *({"do": "note", "with": {"text": f"nog iets, {i}"}} for i in range(40))))
    record = max(program.json("record", "list"), key=lambda one: one["id"])
    assert record["revision"] == 2, record
    session = record["id"].rsplit("-", 1)[0]
    program.run("walk", "--session", session, text=lines(
        {"do": "charges.decide", "with": {"decision": "none"}}, *({"do": "note", "with": {"text": f"later, {i}"}} for i in range(40))))
    now = json.loads(program.run("record", "show", record["id"]))
    assert now["revision"] == 3 and now["charges"]["decision"] == "none" and len(now["notes"]) == 80, now["revision"]
    program.run("verify", session)


def what_cannot_be_is_refused(program):
    answers = [json.loads(line) for line in program.run("walk", "--meeting", '{"name": "Raad"}', status=1, text=lines(
        {"do": "correct-meeting", "with": {"date": "32-13-2026"}}, {"do": "correct-meeting", "with": {"name": " "}},
        {"do": "correct-meeting", "with": {"rom": "x"}}, {"do": "correct-meeting"},
        {"do": "correct-meeting", "with": {"name": "Raad"}})).splitlines()]
    assert [one["error"]["code"] for one in answers] == ["bad-field", "missing-field", "bad-field", "missing-field", "bad-field"]
    assert answers[0]["error"]["message"] == "Maand 13 bestaat niet.", answers[0]
    program.run("walk", "--meeting", '{"name": "Raad", "date": "30-2-2026"}', status=2)
    assert "30 februari 2026 bestaat niet." in program.errors, program.errors


def own_numbers_are_known_to_the_checker(program):
    with open(program.source + "/config/procedures/leiden-2025.json", encoding="utf-8") as file:
        text = file.read().replace("Beveiliging: {security_number}.", "BHV: {bhv_number}.").replace(
            "Security: {security_number}.", "First aid: {bhv_number}.")
    own = program.folder.name + "/own.json"
    with open(own, "w", encoding="utf-8") as file:
        file.write(text)
    assert "bhv_number" in program.run("check", own, status=1)
    program.settings(municipality={"name": "Leiden", "address": "Stadhuisplein 1", "numbers": {"bhv_number": "4112"}})
    program.run("check", own)
    program.run("check", program.config)
    program.settings(municipality={"name": "Leiden", "address": "Stadhuisplein 1", "numbers": {"bhv": "4112"}})
    program.run("check", program.config, status=2)
    assert "/municipality/numbers/bhv" in program.errors, program.errors


def a_moment_is_typed_as_people_do(program):
    record = program.run("record", "new", "--what", "bedreigd op straat", "--started", "28-3-26 12.00").strip()
    assert json.loads(program.run("record", "show", record))["started"]["at"] == "2026-03-28T12:00:00.000+01:00"
    program.run("record", "set", record, text=json.dumps({
        "persons": [{"id": "p1", "role": "disturber"}],
        "measures": [{"kind": "ban", "person": "p1", "from": "1-4-26", "until": "1/6/2026"}],
        "informed": [{"who": "clerk", "at": "28-03-2026 21u15", "by": "x"}]}))
    dossier = json.loads(program.run("record", "show", record))["dossier"]
    assert (dossier["measures"][0]["from"], dossier["measures"][0]["until"]) == ("2026-04-01", "2026-06-01")
    assert dossier["informed"][0]["at"] == "2026-03-28T21:15:00.000+01:00"
    program.run("record", "set", record, text='{"measures": [{"kind": "ban", "from": "31-4-2026"}]}', status=1)


def main():
    hamer, source = sys.argv[1:3]
    for test in (police_go_where_the_meeting_is, what_is_added_later_is_one_revision_for_each_sitting,
                 what_cannot_be_is_refused, own_numbers_are_known_to_the_checker,
                 a_moment_is_typed_as_people_do):
        test(Program(hamer, source))
        print(test.__name__.replace("_", " "))


if __name__ == "__main__":
    main()
