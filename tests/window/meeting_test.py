"""Plays a meeting in the real window: prepared by mouse and keyboard, disturbed (scenario B), killed half-way, taken up
again where it was, and led to the hand-over, to its end and into the register. Exit status 0 when all of it holds.
"""
import sys

from desktop import until
from journey import BEGUN, PLANNED, SCENARIO_B, arguments, expect, run

BEFORE_THE_KILL = SCENARIO_B[:8]
AFTER_THE_KILL = SCENARIO_B[8:]


def prepare(hamer):
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.fill("meeting.room", "Raadzaal")
    hamer.click("begin")
    until("the session", lambda: len(hamer.log()) == BEGUN)
    opened = hamer.log()[0]
    expect("the meeting is begun as it was typed",
           (opened["kind"], opened["meeting"]["name"], opened["meeting"]["room"])
           == ("session-opened", "Raadsvergadering", "Raadzaal"))


def play(hamer, steps):
    for key, event in steps:
        if key == "police.call":
            hamer.press("1", key, event)  # the only one by keyboard
        else:
            hamer.tap(key, event)
    print("ok      " + " → ".join(event for _, event in steps), flush=True)


def kill_and_start_again(hamer):
    until("the card after the step", lambda: hamer.shows("request.heed"))
    title, log = hamer.label("card.title"), hamer.log()
    hamer.kill()
    expect("after kill -9 the journal holds every step", hamer.log() == log)
    hamer.start()
    until("the card", lambda: hamer.shows("card.title"))
    expect("the window opens on the same card", hamer.label("card.title") == title)
    expect("nothing was recorded by opening again", hamer.log() == log)
    sessions = hamer.sessions()
    expect("there is one session, and it is open", len(sessions) == 1 and "(open, " in sessions[0])


def refuse_a_second_window(hamer):
    second = hamer.run("--frames", "2")
    lines = second.stderr.splitlines()
    expect("a second window on the same data is refused with status 1", second.returncode == 1)
    expect("and one sentence: " + second.stderr.strip(), len(lines) == 1 and lines[0].startswith("hamer: "))


def toggle_full_screen(hamer):
    desktop = hamer.desktop
    windowed = desktop.area(hamer.window)
    desktop.key("F11")
    until("full screen", lambda: desktop.area(hamer.window) == (0, 0, *desktop.size))
    until("the card in full screen",
          lambda: max(each.x + each.width for each in hamer.seen().values()) > windowed[2])
    desktop.key("F11")
    until("the window again", lambda: desktop.area(hamer.window)[2:] == windowed[2:])
    until("the card in the window",
          lambda: max(each.x + each.width for each in hamer.seen().values()) <= windowed[2])
    expect("F11 fills the screen and gives it back", True)


def hand_to_register(hamer):
    records = until("the record in the register", lambda: hamer.run("record", "list").stdout.splitlines())
    expect("the incident is in the register once", len(records) == 1)
    expect("the journal verifies", hamer.run("verify", hamer.sessions()[0].split()[0]).returncode == 0)


def play_meeting(hamer, picture):
    hamer.start()
    prepare(hamer)
    play(hamer, BEFORE_THE_KILL)
    kill_and_start_again(hamer)
    refuse_a_second_window(hamer)
    toggle_full_screen(hamer)
    play(hamer, AFTER_THE_KILL[:3])
    if picture:
        until("the trespass card", lambda: hamer.shows("police.call#2"))
        hamer.desktop.picture(picture)
    play(hamer, AFTER_THE_KILL[3:])
    hand_to_register(hamer)
    expect("every tap is in the journal once, in order",
           hamer.events() == [PLANNED] + [event for _, event in BEFORE_THE_KILL + AFTER_THE_KILL])
    expect("closing the window ends the program with status 0", hamer.close() == 0)


def main():
    parser = arguments(__doc__)
    parser.add_argument("--show", help="keep a picture of the police card here")
    options = parser.parse_args()
    return run(options, lambda hamer: play_meeting(hamer, options.show))


if __name__ == "__main__":
    sys.exit(main())
