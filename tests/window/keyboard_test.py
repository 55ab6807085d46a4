"""Plays scenario B in the real window without a mouse: Tab and Enter for one step, the digit on the button for the next.
Letters are typed into the fields of the preparation only. Exit status 0 when all of it holds.
"""
import sys

from desktop import until
from journey import BEGUN, PLANNED, SCENARIO_B, arguments, expect, run


def prepare(hamer):
    until("the focus on the first field", lambda: hamer.focus() == "meeting.name")
    for field, text in (("meeting.name", "Raadsvergadering"), ("meeting.room", "Raadzaal")):
        hamer.tab_to(field)
        hamer.desktop.type(text)
    hamer.tab_to("begin")
    hamer.desktop.key("Return")
    until("the session", lambda: len(hamer.log()) == BEGUN)
    meeting = hamer.log()[0]["meeting"]
    expect("the meeting as it was typed", (meeting["name"], meeting["room"]) == ("Raadsvergadering", "Raadzaal"))


def play(hamer):
    digits = 0
    for number, (key, event) in enumerate(SCENARIO_B):
        hamer.place(key, BEGUN + number)
        shortcut = hamer.seen()[key].shortcut
        if shortcut.isdigit() and number % 2 == 0:
            hamer.press(shortcut, key, event)
            digits += 1
        else:
            hamer.enter(key, event)
    expect(f"{len(SCENARIO_B)} steps, {digits} by a digit and the others by Tab and Enter",
           hamer.events() == [PLANNED] + [event for _, event in SCENARIO_B] and digits > 3)


def play_meeting(hamer):
    hamer.start()
    prepare(hamer)
    play(hamer)
    expect("the incident is in the register",
           until("the record in the register", lambda: hamer.run("record", "list").stdout.splitlines()))
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play_meeting))
