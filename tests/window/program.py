"""Hamer as a user has it: its window, played by the keys of its widgets, and its commands beside it."""
import collections
import json
import os
import pathlib
import signal
import subprocess

from desktop import DEADLINE, Failure, until

Widget = collections.namedtuple("Widget", "key kind x y width height enabled guarded focused shortcut label")


class Hamer:
    """The program on one data folder. `folder` is an empty one, for the data and all else that belongs to the user.
    Another window on the same data is another Hamer with the same folder and another `window`: words for the program.
    """

    def __init__(self, program, config, folder, desktop, window=()):
        self.folder = pathlib.Path(folder)
        self.desktop = desktop
        self.seen_file = self.folder / "-".join(["seen", *window])
        self.window_words = list(window)
        self.words = [program, "--config", config, "--data", str(self.folder / "data")]
        self.environment = dict(desktop.environment, HOME=str(folder), HAMER_SEEN=str(self.seen_file))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.process = None
        self.window = None

    # The window.

    def start(self):
        self.seen_file.unlink(missing_ok=True)  # what an earlier window showed
        self.process = subprocess.Popen([*self.words, *self.window_words], env=self.environment)
        self.window = self.desktop.window_of(self.process)
        until("the first frame", self.seen_file.exists)

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def close(self):
        """Closes the window as its user does; the exit status."""
        self.desktop.ask_to_close(self.window)
        return self.process.wait(timeout=DEADLINE)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.kill()

    def seen(self):
        """What the last frame showed, by key."""
        if self.process.poll() is not None:
            raise Failure(f"hamer ended with status {self.process.returncode}")
        lines = self.seen_file.read_text(encoding="utf-8").splitlines()[1:]
        rows = [line.split("\t") for line in lines]
        return {row[0]: Widget(row[0], *map(int, row[1:9]), *row[9:]) for row in rows}

    def entries_shown(self):
        """How many entries the session had when the last frame was drawn."""
        return int(self.seen_file.read_text(encoding="utf-8").split(maxsplit=4)[3])

    def shows(self, key):
        return key in self.seen()

    def label(self, key):
        """Of what is on the screen: ask `shows` first where it may still have to come."""
        return self.seen()[key].label

    def places(self):
        """Where everything stands, by key."""
        return {key: (each.x, each.y, each.width, each.height) for key, each in self.seen().items()}

    def bring_down_to(self, key, area):
        """Turns the wheel over a scroll area, downwards, until the widget is in sight whole."""
        def in_sight():
            seen = self.seen()
            widget, around = seen[key], seen[area]
            return widget.height > 0 and widget.y >= around.y and \
                widget.y + widget.height < around.y + around.height
        until(f"{key} on the screen", lambda: self.shows(key))
        for _ in range(200):
            if in_sight():
                return
            # Until what is seen has moved: a frame alone may be one that the pointer's way there asked for, and a tap
            # would then meet what the wheel is still to move.
            before = self.places()
            around = self.seen()[area]
            self.desktop.scroll_down(self.window, around.x + around.width // 2, around.y + around.height // 2)
            until(f"{area} moved by the wheel", lambda: self.places() != before)
        raise Failure(f"{key} does not come into sight")

    def place(self, key, entries):
        """The middle of a widget that can be used and takes taps, on a screen that shows so many entries."""
        def ready():
            widget = self.seen().get(key)
            usable = widget and widget.enabled and not widget.guarded and widget.width > 0 and widget.height > 0
            return widget if usable and self.entries_shown() >= entries else None
        widget = until(f"{key}, ready for a tap", ready)
        return widget.x + widget.width // 2, widget.y + widget.height // 2

    def click(self, key, entries=0):
        self.desktop.click(self.window, *self.place(key, entries))

    def hold(self, key, seconds=1.2):
        self.desktop.hold(self.window, *self.place(key, entries=0), seconds=seconds)

    def fill(self, key, text):
        self.click(key)
        self.desktop.type(text)

    def record(self, key, event, act):
        """Does `act` as soon as a button takes taps, and waits until its step, and nothing else, is in the journal."""
        before = len(self.log())
        place = self.place(key, before)
        act(place)
        until(f"{event} in the journal", lambda: len(self.log()) > before)
        after = self.log()
        if len(after) != before + 1 or after[-1].get("event") != event:
            raise Failure(f"{key} recorded {after[before:]}, expected {event}")

    def tap(self, key, event):
        self.record(key, event, lambda place: self.desktop.click(self.window, *place))

    def focus(self):
        """The key of what has the keyboard's focus; nothing when nothing has."""
        return next((each.key for each in self.seen().values() if each.focused), None)

    def tab_to(self, key, entries=0):
        """Tab, and again, until the focus is there; fails where it comes round without."""
        self.place(key, entries)
        passed = []
        while (at := self.focus()) != key:
            if at in passed:
                raise Failure(f"Tab never reaches {key}; it goes {passed}")
            passed.append(at)
            self.desktop.key("Tab")
            until(f"the focus after {at}", lambda: self.focus() != at)

    def enter(self, key, event):
        """By Tab and Enter."""
        def act(_):
            self.tab_to(key)
            self.desktop.key("Return")
        self.record(key, event, act)

    def press(self, digit, key, event):
        """By the digit that the button shows."""
        self.record(key, event, lambda _: self.desktop.key(digit))

    # The commands.

    def run(self, *words):
        return subprocess.run([*self.words, *words], env=self.environment, capture_output=True, text=True,
                              timeout=DEADLINE)

    def sessions(self):
        """The lines of `hamer sessions`."""
        done = self.run("sessions")
        if done.returncode != 0:
            raise Failure(f"hamer sessions ended with status {done.returncode}: {done.stderr}")
        return done.stdout.splitlines()

    def log(self):
        """The entries of the only session; none as long as there is none. A line half-written just now is waited for.
        Without what the machine did to its clock meanwhile: that may come between any two steps, and is none of them.
        """
        def whole():
            sessions = self.sessions()
            if not sessions:
                return [[]]
            done = self.run("log", sessions[-1].split()[0], "--format", "json")
            if done.returncode:
                return None
            return [[entry for entry in json.loads(done.stdout) if entry["kind"] != "clock-jumped"]]
        return until("a whole journal", whole)[0]

    def events(self):
        """The events of all steps, in order."""
        return [entry["event"] for entry in self.log() if entry["kind"] == "step"]
