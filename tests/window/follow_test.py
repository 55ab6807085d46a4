"""The clerk's window beside the chair's: two programs, two windows, one data folder. The second shows the same card, log
and times as the first, goes on when the first is killed and comes back, and leaves nothing behind. Exit status 0 when
all of it holds. Prints how long it took to show a step; that is a measurement and no check.
"""
import re
import sys
import time

from desktop import until
from journey import BEGUN, SCENARIO_B, arguments, expect, run
from program import Hamer

CARD = ("card.title", "card.say")


def card_of(window):
    """The words of the card that a window shows."""
    seen = window.seen()
    return [seen[key].label if key in seen else None for key in CARD]


def files_of(hamer):
    return sorted(str(path.relative_to(hamer.folder)) for path in (hamer.folder / "data").rglob("*"))


def play(hamer, clerk, steps):
    lags = []
    for number, (key, _) in enumerate(steps, start=len(hamer.log())):
        place = hamer.place(key, number)
        hamer.desktop.click(hamer.window, *place)
        until(f"the chair's card after {key}", lambda: hamer.entries_shown() > number)
        shown = time.monotonic()
        until(f"{key} in the clerk's window", lambda: clerk.entries_shown() > number)
        lags.append(time.monotonic() - shown)
        until("the same card in both", lambda: card_of(clerk) == card_of(hamer))
    expect("in step: " + " → ".join(event for _, event in steps), True)
    return lags


def play_meeting(hamer, clerk):
    clerk.start()
    until("a window that waits", lambda: clerk.shows("waiting.title"))
    hamer.start()
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.fill("meeting.room", "Raadzaal")
    hamer.click("begin")
    until("the meeting in the clerk's window", lambda: clerk.entries_shown() == BEGUN)
    lags = play(hamer, clerk, SCENARIO_B[:8])
    seen = clerk.seen()
    expect("the clerk sees the two numbers", {"phone.emergency", "phone.police"} <= seen.keys())
    buttons = {key for key, event in SCENARIO_B} & seen.keys()
    expect("and not one of the chair's buttons", not buttons)

    expect("nothing is wrong while the chair's program runs", not clerk.shows("chair-silent"))
    before = files_of(hamer)
    hamer.kill()
    until("the line that nothing is heard any more", lambda: clerk.shows("chair-silent"))
    expect("and it says since when", re.search(r"\d\d:\d\d:\d\d", clerk.label("chair-silent")))
    expect("the chair's program killed, the clerk's shows the card still", card_of(clerk)[0])
    expect("closing it ends it with status 0", clerk.close() == 0)
    clerk.start()
    until("the card, without the chair's program", lambda: card_of(clerk)[0])
    expect("looking on made no file and took none away", files_of(hamer) == before)
    until("the line in a window that came later", lambda: clerk.shows("chair-silent"))
    hamer.start()
    until("the line gone when the chair's program is there again", lambda: not clerk.shows("chair-silent"))
    lags += play(hamer, clerk, SCENARIO_B[8:11])
    hamer.close()
    until("the line when the chair's program is closed", lambda: clerk.shows("chair-silent"))
    expect("closing it once more", clerk.close() == 0)
    print(f"        from the chair's picture to the clerk's: {max(lags) * 1000:.0f} ms at most, "
          f"{sorted(lags)[len(lags) // 2] * 1000:.0f} ms in the middle", flush=True)


def main():
    parser = arguments(__doc__)
    parser.add_argument("--show", help="keep a picture of both windows here")
    options = parser.parse_args()

    def both(hamer):
        clerk = Hamer(options.hamer, options.config, hamer.folder, hamer.desktop, ("--follow",))
        try:
            play_meeting(hamer, clerk)
        finally:
            clerk.stop()
    return run(options, both)


if __name__ == "__main__":
    sys.exit(main())
