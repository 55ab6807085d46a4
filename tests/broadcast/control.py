"""`hamer broadcast` as a person or a script uses it: words in, lines out."""
import json
import os
import pathlib
import queue
import subprocess
import tempfile
import threading
import time

DEADLINE = 30  # seconds in which anything that is waited for must come true
FIELDS = ("link", "wish", "is", "overdue", "test", "picture", "problem", "done")


class Failure(Exception):
    pass


class Control:
    """Use it in a `with`. `broadcast` are the settings under that key."""

    def __init__(self, hamer, source, broadcast, password=None, path=None):
        self.hamer = hamer
        self.environment = dict(os.environ, PATH=f"{path}:{os.environ['PATH']}") if path else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hamer-broadcast-"))
        settings = json.loads((pathlib.Path(source) / "config/hamer.json").read_text())
        settings.pop("$schema", None)
        settings["procedure"] = str(pathlib.Path(source) / "config/procedures/leiden-2025.json")
        settings["broadcast"] = broadcast
        if password is not None:
            self.write_password(password)
            settings["broadcast"]["obs"]["password_file"] = "password"  # beside the settings
        self.config = self.folder / "hamer.json"
        self.config.write_text(json.dumps(settings))

    def write_password(self, password, mode=0o600):
        file = self.folder / "password"
        file.write_text(password + "\n")
        file.chmod(mode)

    @property
    def data(self):
        return self.folder / "data"

    def start(self):
        self.lines = queue.Queue()
        self.seen = []  # what it reported for a journal
        self.states = []
        self.process = subprocess.Popen(
            [self.hamer, "--config", self.config, "--data", self.data, "--lang", "en", "broadcast"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment)
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def _read(self):
        for line in self.process.stdout:
            self.lines.put((time.monotonic(), line.rstrip("\n").split("\t")))

    def stop(self):
        self.process.stdin.close()
        self.process.wait(DEADLINE)
        return self.process.returncode

    def kill(self):
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()

    def say(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return time.monotonic()

    def until(self, what, holds):
        """Reads on until a state for which this holds; gives it with the moment at which it came."""
        end = time.monotonic() + DEADLINE
        while True:
            try:
                moment, fields = self.lines.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise Failure(f"waited {DEADLINE} s for {what}; last: {self.states[-1:]}; seen: {self.seen}")
            if fields[0] == "seen":
                self.seen.append(fields[2])
                continue
            state = dict(zip(FIELDS, fields), moment=moment)
            self.states.append(state)
            if holds(state):
                return state

    def until_is(self, **wanted):
        return self.until(str(wanted), lambda state: all(state[key] == value for key, value in wanted.items()))

    def until_seen(self, words):
        end = time.monotonic() + DEADLINE
        while not any(words in one for one in self.seen):
            try:
                moment, fields = self.lines.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise Failure(f"waited {DEADLINE} s for “{words}”; seen: {self.seen}")
            if fields[0] == "seen":
                self.seen.append(fields[2])
            else:
                self.states.append(dict(zip(FIELDS, fields), moment=moment))


def expect(holds, what):
    if not holds:
        raise Failure(what)
