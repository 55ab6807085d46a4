"""The disk of the data folder fills up under a meeting in the real window, and there is room again: the chair is led on,
the red line stands, the second place has the steps, and in the end the journal holds all of them and
the gap. Takes root, for a disk of its own; where that cannot be it says so and is skipped.
"""
import json
import pathlib
import sys

from desktop import until
from journey import BEGUN, PLANNED, arguments, expect, run

sys.path.append(str(pathlib.Path(__file__).parents[1] / "support"))
from small_disk import SKIPPED, CannotMount, SmallDisk  # noqa: E402


# Button and event are named alike. As many as it takes.
STEPS = ["broadcast.start", "meeting.open"] + 30 * ["disturbance.report", "undo"]


class Steps:
    """One tap after the other, whether the journal can be written or not."""

    def __init__(self, hamer):
        self.hamer = hamer
        self.left = list(STEPS)
        self.done = []

    def tap(self):
        key = self.left.pop(0)
        place = self.hamer.place(key, 0)
        before = self.hamer.entries_shown()  # of a screen that takes taps: what came before is all there
        self.hamer.desktop.click(self.hamer.window, *place)
        until(f"{key} on the screen", lambda: self.hamer.entries_shown() > before)
        self.done.append(key)


def alert(hamer):
    seen = hamer.seen().get("storage")
    return seen.label if seen else ""


def not_recorded(hamer):
    """The number in the red line."""
    text = alert(hamer)
    return int(text.split("(")[1].split()[0]) if "NIET VASTGELEGD (" in text else 0


def second_place(hamer, session):
    file = hamer.folder / f"run/hamer/hamer-{session}-not-recorded.jsonl"
    if not file.exists():
        return []
    expect("the second place is for its owner alone",
           file.stat().st_mode & 0o777 == 0o600 and file.parent.stat().st_mode & 0o777 == 0o700)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def begin(hamer):
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("the session", lambda: len(hamer.log()) == BEGUN)
    until("its screen", lambda: hamer.entries_shown() == BEGUN)
    return hamer.sessions()[0].split()[0]


def until_it_is_said(hamer, session, steps, at_least):
    """Taps until so many steps wait: a page of the file that is there already may still take one or two."""
    while not_recorded(hamer) < at_least:
        steps.tap()
        until("the red line, or the step in the journal",
              lambda: not_recorded(hamer) > 0 or events(hamer, session)[-1:] == steps.done[-1:])


def journal_catches_up(hamer, session, steps):
    until("no red line", lambda: alert(hamer) == "")
    expect("the red line is gone", True)
    expect("every step is in the journal, in order", events(hamer, session) == steps.done)


def log(hamer, session):
    """A full disk may leave the beginning of a line behind, in a segment that another one goes on from."""
    done = hamer.run("log", session, "--format", "json")
    expect_quietly(done.returncode == 0 or "afgebroken" in done.stderr, done.stderr)
    return json.loads(done.stdout)


def expect_quietly(holds, what):
    if not holds:
        expect(what, False)


def events(hamer, session):
    """What was tapped."""
    return [entry.get("event", "undo") for entry in log(hamer, session)
            if entry["kind"] in ("step", "undo") and entry.get("event") != PLANNED]


def gaps(hamer, session):
    return [entry for entry in log(hamer, session) if entry["kind"] == "journal-continued"]


def play(hamer, disk):
    hamer.environment["XDG_RUNTIME_DIR"] = str(hamer.folder / "run")
    hamer.start()
    session = begin(hamer)
    steps = Steps(hamer)
    steps.tap()

    disk.fill()
    until_it_is_said(hamer, session, steps, 2)
    expect(f"full: {alert(hamer)}", "Hamer blijft het proberen" in alert(hamer))
    kept = second_place(hamer, session)
    expect("the second place has the steps that wait", len(kept) >= not_recorded(hamer))
    disk.free()
    journal_catches_up(hamer, session, steps)
    steps.tap()  # what was regained is journaled before the next step at the latest
    until("the gap in the journal", lambda: gaps(hamer, session))
    expect("the journal says that steps waited", gaps(hamer, session)[0]["unrecorded"] >= 2)

    disk.fill()
    until_it_is_said(hamer, session, steps, 1)
    hamer.kill()
    disk.free()
    hamer.start()
    until("the card", lambda: hamer.shows("card.title"))
    expect("killed while the disk was full: the next start brings every step back from the second place",
           events(hamer, session) == steps.done)
    expect("and the journal is not damaged", "damaged" not in hamer.run("--lang", "en", "verify", session).stdout)
    expect("the window ends with status 0", hamer.close() == 0)


def open_and_kill(hamer):
    """The meeting that is open, shown and killed: its session, and the steps that it has."""
    hamer.start()
    until("the card", lambda: hamer.shows("card.title"))
    session = hamer.sessions()[0].split()[0]
    steps = Steps(hamer)
    steps.left = ["disturbance.report", "undo"] if hamer.shows("disturbance.report") else ["undo", "disturbance.report"]
    hamer.kill()
    return session, events(hamer, session), steps


def killed_in_the_middle_of_a_line(hamer, disk):
    """The journal ends in the beginning of a line, and the disk is still full at the next start."""
    session, before, _ = open_and_kill(hamer)
    journals = (hamer.folder / "data/sessions" / session).glob("journal*")
    journal = max((each for each in journals if "torn" not in each.name and each.stat().st_size > 9),
                  key=lambda each: each.stat().st_mtime_ns)
    journal.write_bytes(journal.read_bytes()[:-9])
    disk.fill()
    hamer.start()
    until("the red line", lambda: not_recorded(hamer) > 0)
    expect("cut short on a full disk the meeting is there, and the red line says so", hamer.shows("card.title"))
    disk.free()
    until("no red line", lambda: alert(hamer) == "")
    expect("with room again every whole step is in the journal", events(hamer, session) == before[:-1] or
           events(hamer, session) == before)
    expect("the window ends with status 0", hamer.close() == 0)


def read_only_at_the_next_start(hamer, disk):
    """As a disk becomes after an error. Under a program that writes to it no tmpfs can be made so."""
    session, before, steps = open_and_kill(hamer)
    disk.remount("ro")
    hamer.start()
    until("the red line", lambda: not_recorded(hamer) > 0)
    steps.tap()
    steps.tap()
    expect(f"on a read-only disk the meeting goes on: {alert(hamer)}", not_recorded(hamer) >= 3)
    hamer.kill()
    hamer.start()
    until("the red line again", lambda: not_recorded(hamer) >= 3)
    disk.remount("rw")
    until("no red line", lambda: alert(hamer) == "")
    expect("once it can be written all of it is in the journal", events(hamer, session) == before + steps.done)
    expect("the window ends with status 0", hamer.close() == 0)


def begun_on_a_full_disk(hamer, disk):
    """A meeting of which not even the folder can be made, also when the program is killed before there is room."""
    disk.fill()
    hamer.words[hamer.words.index("--data") + 1] = disk.folder + "/other"
    hamer.start()
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("its screen", lambda: hamer.entries_shown() == BEGUN)
    expect(f"a meeting begins on a full disk: {alert(hamer)}", not_recorded(hamer) == BEGUN)
    steps = Steps(hamer)
    steps.tap()
    steps.tap()
    hamer.kill()
    hamer.start()
    until("the red line", lambda: not_recorded(hamer) >= BEGUN + 2)
    disk.free()
    until("no red line", lambda: alert(hamer) == "")
    session = hamer.sessions()[0].split()[0]
    expect("with room every step is in the journal", events(hamer, session) == steps.done)
    expect("the window ends with status 0", hamer.close() == 0)


def play_on_a_small_disk(hamer):
    with SmallDisk(hamer.folder / "data") as disk:
        play(hamer, disk)
        killed_in_the_middle_of_a_line(hamer, disk)
        read_only_at_the_next_start(hamer, disk)
        begun_on_a_full_disk(hamer, disk)


if __name__ == "__main__":
    try:
        sys.exit(run(arguments(__doc__).parse_args(), play_on_a_small_disk))
    except CannotMount as why:
        print(f"skipped: no disk can be mounted here: {why}")
        sys.exit(SKIPPED)
