"""Plays an evening of three incidents by real taps: scenario B to the police, violence by NOOD only, and a quiet scenario A.
Each gets its own decision, police and words; panic on NOOD records one emergency and no call. Exit status 0 when it holds.
"""
import json
import sys

from desktop import until
from journey import BEGUN, SCENARIO_B, arguments, expect, run

AFTER_B = ["meeting.resume"]
IN_NEED = ["police.call", "meeting.suspend", "police.arrive", "police.handover"]
QUIET_A = ["meeting.resume", "disturbance.report", "meeting.suspend", "address.a", "disturbance.end", "meeting.close",
           "broadcast.end"]
DECISIONS = [("charges.decide", "file"), ("charges.decide#2", "report"), ("charges.decide#3", "none")]


def prepare(hamer):
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.fill("meeting.room", "Raadzaal")
    hamer.click("begin")
    until("the session", lambda: len(hamer.log()) == BEGUN)


def tap_all(hamer, events):
    for event in events:
        hamer.tap(event, event)


def panic_on_the_corner(hamer):
    corner = hamer.place("corner", len(hamer.log()))
    before = len(hamer.log())
    for _ in range(4):
        hamer.desktop.click(hamer.window, *corner)
    until("the emergency", lambda: hamer.events()[-1] == "emergency.declare")
    until("the telephone's words", lambda: hamer.shows("telephone"))
    expect("four taps on NOOD are one emergency and no call", len(hamer.log()) == before + 1)


def play_evening(hamer):
    hamer.start()
    prepare(hamer)
    tap_all(hamer, [event for event, _ in SCENARIO_B[:-1]] + AFTER_B)
    panic_on_the_corner(hamer)
    tap_all(hamer, IN_NEED)
    hamer.record("emergency.over", "emergency.over", lambda _: hamer.hold("emergency.over"))
    tap_all(hamer, QUIET_A)
    for key, _ in DECISIONS:
        hamer.tap(key, "charges.decide")
    until("the last card", lambda: "griffier" in hamer.label("card.title"))
    lines = hamer.run("record", "list").stdout.splitlines()
    records = [json.loads(hamer.run("record", "show", line.split()[0]).stdout) for line in lines]
    records.sort(key=lambda record: record["started"]["seq"])
    expect("three records", [record["kind"] for record in records] == ["disturbance", "emergency", "disturbance"])
    expect("each has its own decision",
           [record["charges"]["decision"] for record in records] == [decision for _, decision in DECISIONS])
    expect("nobody is said to have been consulted",
           all(record["charges"]["clerk_consulted"] == "not-asked" for record in records))
    expect("each has its own police and requests",
           [(len(record["police"]), len(record["requests"])) for record in records] == [(1, 3), (1, 0), (0, 0)])
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play_evening))
