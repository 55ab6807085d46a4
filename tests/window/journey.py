"""What the journeys through a meeting share: the steps, the checks and the frame around each."""
import argparse
import tempfile

from desktop import Desktop, Failure
from program import Hamer

# Scenario B: button and event, in the order of the protocol's chapter 6.1. A button is its event's name, but for two
# that have the same one on a card.
SCENARIO_B = [(event, event) for event in (
    "broadcast.start",
    "meeting.open",
    "disturbance.report",
    "meeting.suspend",
    "address.b",
    "request.speak",
    "request.refuse",
    "request.speak",
    "request.refuse",
    "request.speak",
    "request.refuse",
    "police.call",
    "police.arrive",
    "police.handover",
    "disturbance.end",
    "meeting.close",
)]


# What the window records by itself at the beginning of a meeting that has a broadcast, and how many entries there are then.
PLANNED = "broadcast.plan"
BEGUN = 2


def expect(what, holds):
    if not holds:
        raise Failure(what)
    print(f"ok      {what}", flush=True)


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--hamer", required=True, help="the program")
    parser.add_argument("--config", required=True, help="its settings")
    parser.add_argument("--picture", help="keep a picture of the screen here when something fails")
    return parser


def run(options, play):
    """Plays on an empty folder and a screen of its own; the exit status."""
    with tempfile.TemporaryDirectory(prefix="hamer-window-") as folder, Desktop() as desktop:
        hamer = Hamer(options.hamer, options.config, folder, desktop)
        try:
            play(hamer)
        except Failure as failure:
            print(f"FAILED  {failure}", flush=True)
            if options.picture:
                desktop.picture(options.picture)
            return 1
        finally:
            hamer.stop()
    return 0
