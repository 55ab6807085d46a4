"""Each shipped procedure holds, without a warning; and a mistake in one is found by the property that is there for it.

    procedures_test.py HAMER SOURCE
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HAMER, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="hamer-procedures-"))
SHIPPED = sorted((SOURCE / "config/procedures").glob("*.json"))


def check(*files):
    return subprocess.run([HAMER, "--config", SOURCE / "config/hamer.json", "check", *files], capture_output=True, text=True,
                          env={"HOME": str(FOLDER), "PATH": "/usr/bin:/bin"})


def transitions(procedure, state, event):
    region, name = state.split(".")
    return procedure["regions"][region]["states"][name]["on"][event]


def unguarded(state, event):
    def change(procedure):
        del transitions(procedure, state, event)[0]["guard"]
    return change


def elsewhere(state, event, target):
    def change(procedure):
        transitions(procedure, state, event)[0]["target"] = target
    return change


def without_step(state, event):
    def change(procedure):
        region, name = state.split(".")
        del procedure["regions"][region]["states"][name]["on"][event]
    return change


def without_button(card, event):
    def change(procedure):
        buttons = next(one for one in procedure["guide"] if one["id"] == card)["do"]
        buttons.remove(next(one for one in buttons if one["event"] == event))
    return change


def in_the_open(event, field):
    def change(procedure):
        del next(one for one in procedure["events"][event]["fields"] if one["id"] == field)["private"]
    return change


def by_one_tap(event):
    def change(procedure):
        del procedure["events"][event]["hold"]
    return change


MISTAKES = {
    "gesprek": [("ask-after-end", unguarded("conduct.reported", "leave.ask")),
                ("end-on-card", without_button("end-talk", "talk.end")),
                ("security-on-refusal", without_button("refused-1", "security.call")),
                ("removal-after-refusal", unguarded("security.called", "security.remove")),
                ("three-requests", elsewhere("conduct.request-2", "leave.refuse", "trespass")),
                ("leave-any-time", without_step("self.here", "self.leave"))],
    "elders": [("leave-on-card", without_button("leave", "visit.leave")), ("both-numbers", without_button("police-needed", "police.call")),
               ("police-not-too-soon", unguarded("police.idle", "police.call")), ("over-held", by_one_tap("emergency.over"))],
    "online": [("limit-on-card", without_button("limit", "limit.say")), ("picture-on-card", without_button("picture", "picture.keep")),
               ("picture-private", in_the_open("picture.keep", "place")),
               ("notice-after", unguarded("notice.pending", "notice.make"))],
    "hybride": [("mute-on-card", without_button("mute", "caller.mute")), ("remove-on-card", without_button("warn", "caller.remove")),
                ("resume-when-over", unguarded("meeting.suspended", "meeting.resume")),
                ("name-private", in_the_open("caller.remove", "name"))],
    "ontruiming": [("112-on-card", without_button("alarm-call", "help.call")), ("bhv-on-card", without_button("alarm-call", "bhv.call")),
                   ("reenter-when-safe", unguarded("room.cleared", "room.reenter")), ("over-held", by_one_tap("emergency.over")),
                   ("missing-private", in_the_open("people.missing", "who"))],
    "medisch": [("aed-on-card", without_button("care-call", "aed.fetch")), ("suspend-on-card", without_button("care-suspend", "meeting.suspend")),
                ("resume-when-safe", unguarded("meeting.suspended", "meeting.resume"))],
    "demonstratie-buiten": [("go-on-on-card", without_button("choose", "way.on")), ("doors-after-vote", elsewhere("way.on", "way.move", "doors")),
                            ("vote-in-session", without_step("way.vote", "meeting.close")),
                            ("resume-when-chosen", unguarded("meeting.suspended", "meeting.resume"))],
}


def all_hold():
    done = check(*SHIPPED)
    assert done.returncode == 0 and "warning" not in done.stdout and done.stdout.count(" hold\n") == len(SHIPPED), done


def mistakes_are_found():
    assert {file.stem for file in SHIPPED} == {"leiden-2025", *MISTAKES}, "each has mistakes to try (Leiden's: tests/procedure)"
    for name, mistakes in MISTAKES.items():
        for wanted, change in mistakes:
            procedure = json.loads((SOURCE / f"config/procedures/{name}.json").read_text(encoding="utf-8"))
            change(procedure)
            (FOLDER / "wrong.json").write_text(json.dumps(procedure), encoding="utf-8")
            done = check(FOLDER / "wrong.json")
            assert done.returncode == 1 and f": {wanted} does not hold: " in done.stdout, (name, wanted, done)
        print("ok:", name, flush=True)


def kinds_are_checked():
    """For which kinds of meeting a procedure is offered is right, or refused with its place."""
    procedure = json.loads((SOURCE / "config/procedures/gesprek.json").read_text(encoding="utf-8"))
    for wrong, words in ((["party"], "/meetings/0"), ([], "/meetings"), ("other", "/meetings")):
        (FOLDER / "kinds.json").write_text(json.dumps({**procedure, "meetings": wrong}), encoding="utf-8")
        done = check(FOLDER / "kinds.json")
        assert done.returncode == 2 and words in done.stderr, (wrong, done)


def main():
    for case in (all_hold, mistakes_are_found, kinds_are_checked):
        case()
        print("ok:", case.__name__, flush=True)


main()
