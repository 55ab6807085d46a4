"""Plays scenario B in a real window with a real pointer and keyboard: prepares a meeting, is killed halfway, goes on where it
was, refuses a second window on the same data, and ends properly. Waits for what can be observed, never for time alone."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HAMER = sys.argv[1]
DEADLINE = 60  # seconds; only a hung program comes near it

# From VERSTORING to the hand-over to the police, as keys of the widgets to tap.
FIRST_HALF = ["disturbance.report", "meeting.suspend", "address.b", "alert.broadcast.do", "request.speak", "request.refuse"]
SECOND_HALF = ["request.speak", "request.refuse", "request.speak", "request.refuse", "police.call", "police.arrive", "police.handover"]


def wait_for(what, condition):
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}")


class Screen:
    """A display of its own; Xvfb chooses the number."""

    def __enter__(self):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            self.environment = dict(os.environ, DISPLAY=":" + pipe.readline().strip())
        self.environment.pop("WAYLAND_DISPLAY", None)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True, capture_output=True, text=True).stdout


class Program:
    def __init__(self, screen, data, folder):
        self.screen, self.data, self.seen_file = screen, data, folder / "seen"
        self.seen_file.unlink(missing_ok=True)
        self.process = subprocess.Popen([HAMER, "--data", data], env=dict(screen.environment, HAMER_SEEN=str(self.seen_file)))
        wait_for("the first frame", self.seen_file.exists)
        self.window = screen.xdotool("search", "--sync", "--onlyvisible", "--name", "Hamer").split()[0]
        screen.xdotool("windowfocus", "--sync", self.window)  # there is no window manager to do it

    def widgets(self):
        """The entries that the last frame knew of, and each widget's middle and whether it takes a tap."""
        first, *lines = self.seen_file.read_text().splitlines()
        widgets = {}
        for key, _kind, x, y, width, height, enabled, guarded, *_label in (line.split("\t") for line in lines):
            widgets[key] = (int(x) + int(width) // 2, int(y) + int(height) // 2, enabled == "1" and guarded == "0")
        return int(first.split()[3]), widgets

    def ready(self, key, entries=0):
        def place():
            known, widgets = self.widgets()
            x, y, ready = widgets.get(key, (0, 0, False))
            return (x, y) if known >= entries and ready else None

        return wait_for(f"{key} to take a tap after {entries} entries; shown: {self.widgets()}", place)

    def tap(self, key, entries=0):
        x, y = self.ready(key, entries)
        self.screen.xdotool("mousemove", "--window", self.window, x, y, "click", 1)

    def press(self, *keys):
        self.screen.xdotool("key", *keys)


def hamer(data, *arguments):
    return subprocess.run([HAMER, "--data", data, *arguments], capture_output=True, text=True)


def session_of(data):
    folder = pathlib.Path(data) / "sessions"
    return wait_for("a session", lambda: next(iter(sorted(folder.iterdir())), None) if folder.exists() else None).name


def entries_of(data, session):
    return json.loads(hamer(data, "log", session, "--format", "json").stdout or "[]")


def steps(data, session):
    return [entry["event"] for entry in entries_of(data, session) if entry["kind"] == "step"]


def play(program, data, session, keys, done):
    for key in keys:
        program.tap(key, entries=len(entries_of(data, session)))
        done.append("broadcast.paused" if key.startswith("alert.") else key)
        wait_for(f"{done} in the journal, where stands {steps(data, session)}", lambda: steps(data, session) == done)


with tempfile.TemporaryDirectory() as temporary, Screen() as screen:
    folder = pathlib.Path(temporary)
    data = folder / "data"
    program = Program(screen, data, folder)
    program.tap("meeting.name")
    screen.xdotool("type", "Raadsvergadering")
    program.press("Escape")
    program.tap("begin")
    session = session_of(data)
    done = []
    play(program, data, session, ["broadcast.start", "meeting.open"], done)
    play(program, data, session, FIRST_HALF, done)

    second = subprocess.run([HAMER, "--data", data], env=screen.environment, capture_output=True, text=True, timeout=DEADLINE)
    assert second.returncode == 1, second
    assert second.stderr.count("\n") == 1 and "another Hamer" in second.stderr, second.stderr

    program.process.send_signal(signal.SIGKILL)
    program.process.wait()
    program = Program(screen, data, folder)
    assert session_of(data) == session and steps(data, session) == done
    # The rest by keyboard where the card has digits: the first button is the next step.
    play(program, data, session, SECOND_HALF[:4], done)
    program.ready("police.call", entries=len(entries_of(data, session)))
    program.press("1")
    done.append("police.call")
    wait_for("the call in the journal", lambda: steps(data, session) == done)
    play(program, data, session, SECOND_HALF[5:], done)

    program.process.terminate()
    program.process.wait()
    last = subprocess.run([HAMER, "--data", data, "--frames", "2"], env=screen.environment, timeout=DEADLINE)
    assert last.returncode == 0
    assert hamer(data, "verify", session).returncode == 0
    print(f"{len(done)} steps by tap and key, one kill, nothing lost")
