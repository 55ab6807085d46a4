"""An evening of three incidents, played by `hamer walk`: scenario B up to the police, violence that is an emergency only, and a
quiet statement. Each is a record of its own, with its own times, words, police and decision on charges.

    evening_test.py HAMER SOURCE
"""
import json
import sys

from program import Program

SHOUTING = [
    ("20:10:00", "disturbance.report", {"what": "geroep vanaf de tribune"}),
    ("20:10:30", "meeting.suspend", {}), ("20:11:00", "address.b", {}),
    ("20:12:00", "request.speak", {}), ("20:12:30", "request.refuse", {}),
    ("20:13:00", "request.speak", {"speaker": "clerk"}), ("20:13:30", "request.refuse", {}),
    ("20:14:00", "request.speak", {}), ("20:14:30", "request.refuse", {}),
    ("20:15:00", "police.call", {"number": "0900-8844", "by": "de griffier"}),
    ("20:20:00", "police.arrive", {}), ("20:22:00", "police.handover", {}),
    ("20:23:00", "disturbance.end", {"how": "overgedragen aan de politie"}), ("20:30:00", "meeting.resume", {}),
]
VIOLENCE = [
    ("20:40:00", "emergency.declare", {"what": "geweld tegen een persoon"}),
    ("20:40:10", "police.call", {"number": "112", "by": "de voorzitter"}),
    ("20:40:30", "force.protect", {"purpose": "protect"}),
    ("20:45:00", "police.arrive", {}), ("20:46:00", "police.handover", {}), ("20:47:00", "emergency.over", {}),
]
STATEMENT = [
    ("21:00:00", "disturbance.report", {"what": "een spandoek op de tribune"}),
    ("21:00:20", "address.a", {"agreement": "twee minuten, dan gaan zitten"}),
    ("21:03:00", "disturbance.end", {"how": "rustig gaan zitten"}),
]
BEFORE = [("20:00:00", "meeting.open", {})]
CLOSED = [("22:00:00", "meeting.close", {})]
# One word of each incident that no other may have.
OWN = {"shouting": ("geroep vanaf de tribune", "weigerden drie keer", "0900-8844", "Dat is strafbaar", "derde en laatste"),
       "violence": ("geweld tegen een persoon", "Politie, spoed", '"112"'),
       "statement": ("een spandoek op de tribune", "twee minuten, dan gaan zitten", "krijgt twee minuten het woord")}


def line(at, event, fields):
    return json.dumps({"do": event, "with": fields, "at": f"2026-03-12T{at}.000+01:00"}) + "\n"


def play(program, steps, kind="council"):
    """The records of such an evening by name, and the numbers of the lines that opened them."""
    meeting = {"name": "Vergadering", "kind": kind, "room": "Raadzaal", "place": "Stadhuis", "address": "Stadhuisplein 1"}
    answers = [json.loads(each) for each in
               program.run("walk", "--meeting", json.dumps(meeting), text="".join(line(*step) for step in steps)).splitlines()]
    opened = {name: answers[steps.index(first[0])]["seq"]
              for name, first in (("shouting", SHOUTING), ("violence", VIOLENCE), ("statement", STATEMENT)) if first[0] in steps}
    session = program.errors.split("session ")[1].split()[0]
    mine = [one["id"] for one in program.json("record", "list") if one["id"].startswith(session)]
    records = [json.loads(program.run("record", "show", one)) for one in mine]
    named = {name: [record for record in records if record["started"]["seq"] == seq] for name, seq in opened.items()}
    assert all(len(found) == 1 for found in named.values()) and len(records) == len(named), (opened, mine)
    return {name: found[0] for name, found in named.items()}


def evening(*decisions):
    return [*BEFORE, *SHOUTING, *VIOLENCE, *STATEMENT, *CLOSED,
            *((f"22:0{number + 1}:00", "charges.decide", fields) for number, fields in enumerate(decisions))]


def decisions(records):
    return {name: (record.get("charges") or {}).get("decision") for name, record in records.items()}


def at(moment):
    return moment["at"][11:19]


def each_incident_has_its_own_facts(records):
    shouting, violence, statement = records["shouting"], records["violence"], records["statement"]
    assert [record["kind"] for record in records.values()] == ["disturbance", "emergency", "disturbance"]
    assert [(at(record["started"]), at(record["ended"]["at"])) for record in records.values()] == [
        ("20:10:00", "20:23:00"), ("20:40:00", "20:47:00"), ("21:00:00", "21:03:00")]
    assert [(one["speaker"], one["answer"], at(one["at"])) for one in shouting["requests"]] == [
        ("chair", "refused", "20:12:00"), ("clerk", "refused", "20:13:00"), ("chair", "refused", "20:14:00")]
    assert violence["requests"] == statement["requests"] == []
    for record, expected in ((shouting, [("0900-8844", "20:15:00", "20:20:00", "20:22:00")]),
                             (violence, [("112", "20:40:10", "20:45:00", "20:46:00")]), (statement, [])):
        assert [(one["number"], at(one["called"]), at(one["arrived"]), at(one["handed_over"]))
                for one in record["police"]] == expected, record["police"]
    assert [len(record["emergencies"]) for record in records.values()] == [0, 1, 0]
    assert [len(record["suspensions"]) for record in records.values()] == [1, 0, 0]
    assert violence["emergencies"][0]["force"][0]["purpose"] == "protect"
    assert [record["scenario"] for record in records.values()] == ["b", "none", "a"]


def no_word_of_one_is_in_another(records):
    for name, words in OWN.items():
        for word in words:
            having = [other for other, record in records.items() if word in json.dumps(record, ensure_ascii=False)]
            assert having == [name], (word, having)


def decisions_go_to_the_oldest_that_has_none(program):
    records = play(program, evening({"decision": "report"}, {"decision": "file", "clerk_consulted": "yes"}, {"decision": "none"}))
    each_incident_has_its_own_facts(records)
    no_word_of_one_is_in_another(records)
    assert decisions(records) == {"shouting": "report", "violence": "file", "statement": "none"}, decisions(records)
    assert [at(record["charges"]["at"]) for record in records.values()] == ["22:01:00", "22:02:00", "22:03:00"]
    assert records["violence"]["charges"]["clerk_consulted"] in ("yes", True)
    assert records["shouting"]["charges"]["clerk_consulted"] not in ("yes", True)


def a_decision_goes_to_the_incident_that_it_names(program):
    # By its number in the meeting, which is the end of its record's id.
    numbers = {name: int(record["id"].rsplit("-", 1)[1]) for name, record in play(program, evening()).items()}
    named = [{"decision": "none", "incident": numbers["statement"]}, {"decision": "file", "incident": str(numbers["violence"])}]
    assert decisions(play(program, evening(*named))) == {"shouting": None, "violence": "file", "statement": "none"}
    # One that is left for later is decided: the next goes on to the oldest without; named again, the last word counts.
    later = [{"decision": "later"}, *named, {"decision": "report", "incident": numbers["shouting"]}]
    assert decisions(play(program, evening(*later[:3]))) == {"shouting": "later", "violence": "file", "statement": "none"}
    assert decisions(play(program, evening(*later))) == {"shouting": "report", "violence": "file", "statement": "none"}


def an_emergency_alone_is_decided_too(program):
    records = play(program, [*BEFORE, *VIOLENCE, *CLOSED, ("22:01:00", "charges.decide", {"decision": "file"})])
    assert decisions(records) == {"violence": "file"}, records


def in_a_committee_nobody_invokes_the_council(program):
    for kind, said, unsaid in (("council", ("artikel 26", "De raadsvergadering van"), ("commissievergadering",)),
                               ("committee", ("commissievergadering",), ("artikel 26", "raadsvergadering"))):
        # After a suspension too: the demand is on behalf of the municipality in each.
        text = json.dumps(play(program, [*BEFORE, *SHOUTING, *CLOSED], kind)["shouting"], ensure_ascii=False)
        for word in ("namens de gemeente", *said):
            assert word in text, (kind, word)
        for word in unsaid:
            assert word not in text, (kind, word)


def main():
    program = Program(sys.argv[1], sys.argv[2])
    for case in (an_emergency_alone_is_decided_too, decisions_go_to_the_oldest_that_has_none,
                 a_decision_goes_to_the_incident_that_it_names, in_a_committee_nobody_invokes_the_council):
        case(program)
        print("ok:", case.__name__, flush=True)


if __name__ == "__main__":
    main()
