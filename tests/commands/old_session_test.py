"""A session begun with revision 1 of the procedure goes on with its own copy, whatever the program ships now."""
import json
import os
import shutil
import sys

from program import Program

# Made by the program of revision 1: a disturbance, suspended, scenario B, one request refused.
SESSION = "20261128T194834Z-d67cacce"


def placed(program):
    folder = os.path.join(program.data, "sessions", SESSION)
    shutil.copytree(os.path.join(program.source, "tests", "commands", "revision-1", SESSION), folder)
    for name in os.listdir(folder):
        os.chmod(os.path.join(folder, name), 0o600)
    for parent in (program.data, os.path.dirname(folder), folder):
        os.chmod(parent, 0o700)
    return folder


def it_goes_on_by_its_own_rules(program):
    steps = ["security.call", "request.speak", "request.refuse", "request.speak", "request.refuse",
             {"do": "police.call", "with": {"number": "112", "by": "de griffier"}}, "police.arrive", "police.handover",
             "disturbance.end", "meeting.close",
             {"do": "charges.decide", "with": {"decision": "none", "clerk_consulted": True}}]
    lines = [json.dumps(step if isinstance(step, dict) else {"do": step}) for step in steps]
    answers = [json.loads(line) for line in program.run("walk", "--session", SESSION, text="\n".join(lines)).splitlines()]
    assert all(answer["ok"] for answer in answers), answers
    assert answers[-1]["situation"]["broadcast"] == "off", "in revision 1 a broadcast begins off"
    assert answers[-1]["card"] == "handover", answers[-1]
    # What revision 2 knows, revision 1 does not.
    refused = json.loads(program.run("walk", "--session", SESSION, text='{"do":"member.report"}', status=1).splitlines()[-1])
    assert refused["error"]["code"] == "unknown-event", refused


def a_script_of_then_still_means_what_it_says(program):
    """Whether somebody was consulted was yes or no; now there is "not asked" too."""
    steps = ["meeting.open", {"do": "disturbance.report", "with": {"what": "geroep"}}, "meeting.suspend", "address.a",
             "disturbance.end", "meeting.resume", "meeting.close",
             {"do": "charges.decide", "with": {"decision": "none", "clerk_consulted": True, "adviser_consulted": False}}]
    lines = [json.dumps(step if isinstance(step, dict) else {"do": step}) for step in steps]
    answers = [json.loads(line) for line in program.run("walk", text="\n".join(lines)).splitlines()]
    assert all(answer["ok"] for answer in answers), answers
    record = json.loads(program.run("record", "show", program.json("record", "list")[0]["id"]))
    charges = record["charges"]
    assert (charges["clerk_consulted"], charges["adviser_consulted"]) == ("yes", "no"), charges


def main(hamer, source):
    program = Program(hamer, source)
    folder = placed(program)
    with open(os.path.join(folder, "procedure.json"), encoding="utf-8") as file:
        copy = file.read()
    assert json.loads(copy)["revision"] == 1
    program.run("verify", SESSION)
    program.run("check", os.path.join(folder, "procedure.json"))
    a_script_of_then_still_means_what_it_says(program)
    it_goes_on_by_its_own_rules(program)
    program.run("verify", SESSION)
    assert "De bode belt de beveiliging." in program.run("log", SESSION)
    with open(os.path.join(folder, "procedure.json"), encoding="utf-8") as file:
        assert file.read() == copy, "the session's own copy is never replaced"
    print("a session of revision 1 goes on and is whole")


main(sys.argv[1], sys.argv[2])
