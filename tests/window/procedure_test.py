"""Chooses a procedure when a meeting is prepared: those for its kind are there, the usual one first; what was chosen guides the
meeting, also after the window was killed, and the next meeting begins with the usual one again. Exit status 0 when it holds.
"""
import json
import sys

from desktop import until
from journey import arguments, expect, run

GESPREK, ONTRUIMING = "Gesprek in een gemeentelijk gebouw", "Ontruiming: brand, bommelding, BHV"


def offered(hamer):
    """The titles of the procedures on the screen, by key."""
    return {key: each.label for key, each in hamer.seen().items() if key.startswith("meeting.procedure.")}


def frame(hamer):
    return hamer.seen_file.read_text(encoding="utf-8").splitlines()[0]


def in_sight(hamer, key):
    """The last row stands on the edge when all the rest was scrolled by."""
    widget, around = hamer.seen()[key], hamer.seen()["preparation"]
    return around.y <= widget.y and 0 < widget.height <= around.y + around.height - widget.y


def choose(hamer, title):
    keys = [key for key, label in offered(hamer).items() if label == title]
    expect(f"“{title}” is offered", len(keys) == 1)
    if not in_sight(hamer, keys[0]):
        hamer.bring_down_to(keys[0], "preparation")
    # A form that became shorter comes down a frame later, away from under the pointer: the second click is where it stands.
    before = frame(hamer)
    hamer.click(keys[0])
    until("a frame after the click", lambda: frame(hamer) != before)
    hamer.click(keys[0])


def for_the_kind(hamer):
    until("the procedures", lambda: offered(hamer))
    council = list(offered(hamer).values())
    expect("the usual one comes first", council[0].startswith("Ordeverstoring"))
    expect("a talk is not for a council meeting", GESPREK not in council and ONTRUIMING in council)
    hamer.click("meeting.kind.other")
    until("the procedures for another gathering", lambda: GESPREK in offered(hamer).values())
    expect("and the others are there too", set(council) < set(offered(hamer).values()))
    choose(hamer, GESPREK)
    hamer.click("meeting.kind.council")
    until("a talk is not offered any more", lambda: GESPREK not in offered(hamer).values())


def begun_with(hamer):
    return hamer.log()[0]["procedure"]["id"]


def chosen_one_guides(hamer):
    choose(hamer, ONTRUIMING)
    hamer.click("begin")
    until("the session", lambda: hamer.log())
    expect("the journal names the procedure that was chosen", begun_with(hamer) == "ontruiming")
    kept = next((hamer.folder / "data/sessions").iterdir()) / "procedure.json"
    expect("and its file lies with the session", json.loads(kept.read_text(encoding="utf-8"))["id"] == "ontruiming")
    hamer.tap("meeting.open", "meeting.open")
    hamer.tap("emergency.declare", "emergency.declare")
    until("its card", lambda: hamer.shows("bhv.call"))
    hamer.kill()
    hamer.start()
    until("its card again", lambda: hamer.shows("bhv.call"))
    hamer.tap("help.call", "help.call")
    expect("it goes on where it was", hamer.label("card.title") != "")


def play(hamer):
    hamer.start()
    hamer.fill("meeting.name", "Raadsvergadering")  # while it is in sight: the procedures stand below
    for_the_kind(hamer)
    chosen_one_guides(hamer)
    expect("it closes with status 0", hamer.close() == 0)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play))
