"""The real window is killed with signal 9 at any moment during and after real clicks: what a frame showed as recorded is
in the journal, and the next window goes on from there. Exit status 0 when that holds each time.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import time

from desktop import until
from journey import BEGUN, arguments, expect, run

KILLS = 240 if os.environ.get("HAMER_TEST_LONG") else 60  # of `hamer walk` 440 or 1760 more: tests/main/kill_tests.cpp
SEED = 20260312
BY_OTHERS = 10  # after so many kills the journal is verified without Hamer too
VERIFY = pathlib.Path(__file__).parents[2] / "docs/verify_journal.py"

# What may be tapped over and over, so that the meeting never ends.
STEPS = {"broadcast.start", "meeting.open", "disturbance.report", "meeting.suspend", "address.b",
         "alert.broadcast.do", "request.speak", "request.refuse", "disturbance.end", "meeting.resume",
         "broadcast.resume", "undo"}


def entries(hamer, session):
    """What can be read of the journal; a torn end is left out, damage is not to be."""
    done = hamer.run("log", session, "--format", "json")
    expect_quietly(done.returncode in (0, 1), f"log: {done.returncode} {done.stderr}")
    verify = hamer.run("--lang", "en", "verify", session)
    expect_quietly("damaged" not in verify.stdout and verify.returncode in (0, 1), verify.stdout + verify.stderr)
    return json.loads(done.stdout)


def expect_quietly(holds, what):
    if not holds:
        expect(what, False)


def tap_and_kill(hamer, chance):
    """A click on something that takes taps, and the kill while it is, or was just, worked on. What was shown last."""
    def ready():
        return sorted(each.key for each in hamer.seen().values()
                      if each.key.split("#")[0] in STEPS and each.enabled and not each.guarded and each.height > 0)
    keys = until("something to tap", ready)
    at = hamer.seen()[chance.choice(keys)]
    click = subprocess.Popen(["xdotool", "mousemove", "--window", hamer.window, str(at.x + at.width // 2),
                              str(at.y + at.height // 2), "click", "1"], env=hamer.environment, stderr=subprocess.DEVNULL)
    if chance.random() < 0.5:
        click.wait()
    # The moment of the kill is what this test is about: by chance, from a fixed seed.
    time.sleep(chance.uniform(0, 0.1))
    hamer.kill()
    click.wait()
    return hamer.entries_shown()


def modes_are_private(folder):
    for path in folder.rglob("*"):
        expect_quietly(path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600),
                       f"{path}: {oct(path.stat().st_mode)}")


def play(hamer):
    os.umask(0)  # whatever the umask
    chance = random.Random(SEED)
    hamer.start()
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("the session", lambda: len(hamer.log()) == BEGUN)
    session = hamer.sessions()[0].split()[0]
    known, shown, recorded = [], 0, 0
    for number in range(1, KILLS + 1):
        where = f"kill {number} of seed {SEED}"
        until("the frame that shows the session", lambda: hamer.entries_shown() >= len(known))
        shown = tap_and_kill(hamer, chance)
        now = entries(hamer, session)
        expect_quietly(len(now) >= shown, f"{where}: the screen showed {shown} entries, the journal has {len(now)}")
        expect_quietly(now[:len(known)] == known, f"{where}: an entry that was there is gone or another one")
        recorded += len(now) > len(known)
        known = now
        if number % BY_OTHERS == 0:
            other = subprocess.run([sys.executable, str(VERIFY), str(hamer.folder / "data/sessions" / session)],
                                   capture_output=True, text=True, check=False)
            expect_quietly("damaged" not in other.stdout and "head" in other.stdout, f"{where}: {other.stdout}")
        hamer.start()
    expect(f"{KILLS} kills lost nothing that was shown; {recorded} of them fell after the step was on disk",
           0 < recorded)
    until("the last frame", lambda: hamer.entries_shown() >= len(known))
    expect("the window ends with status 0", hamer.close() == 0)
    expect("the journal is whole, and mended where it was torn", hamer.run("verify", session).returncode == 0)
    modes_are_private(hamer.folder / "data")
    expect("under umask 0 each file is for its owner alone", True)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play))
