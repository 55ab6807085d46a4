"""Two programs: the chair's window, and `hamer serve` on the clerk's side, paired by a code. Every line of the meeting is
there byte for byte as it is made; the server is killed and comes back; the chair's window is killed and comes back; the
meeting is put away, and its copy is whole. Exit status 0 when all of it holds.
"""
import asyncio
import json
import os
import pathlib
import re
import signal
import subprocess
import sys

import websockets

from desktop import Failure, until
from journey import SCENARIO_B, arguments, expect, run


class Keeper:
    """`hamer serve` on a data folder of its own, always at the same port."""

    def __init__(self, hamer):
        self.data = hamer.folder / "keeper"
        self.words = [hamer.words[0], "--data", str(self.data), "--lang", "en", "serve"]
        self.environment = dict(hamer.environment, HOME=str(hamer.folder / "keeper-home"))
        self.port = 0
        self.process = None

    def start(self):
        self.process = subprocess.Popen([*self.words, "--listen", f"127.0.0.1:{self.port}"], env=self.environment,
                                        stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if found := re.search(r"listens at https?://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                return
        raise Failure("hamer serve ended before it listened")

    def code(self, role):
        shown = subprocess.run([*self.words, "--pair", role], env=self.environment, capture_output=True, text=True)
        return re.search(r"\b\d{6}\b", shown.stdout)[0]

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.kill()

    def run(self, *words):
        return subprocess.run([*self.words[:-1], *words], env=self.environment, capture_output=True, text=True)


class ClerksScreen:
    """A screen of the clerk's, by another WebSocket library: it follows, and asks."""

    loop = asyncio.new_event_loop()

    def __init__(self, keeper):
        self.keeper = keeper
        self.connect()
        self.send("pair", protocols=[1], program="test", code=keeper.code("clerk"), name="Laptop")
        key = self.next("paired")["key"]
        self.wait(self.socket.wait_closed())
        self.connect()
        self.send("hello", protocols=[1], program="test", key=key)
        self.next("welcome")
        self.send("follow", session="", head={"seq": 0, "hash": "0" * 64})
        self.state = self.next("state")
        self.asked = 0

    def wait(self, what):
        return self.loop.run_until_complete(asyncio.wait_for(what, 30))

    def connect(self):
        async def opened():
            return await websockets.connect(f"ws://127.0.0.1:{self.keeper.port}/link", subprotocols=["hamer.link"],
                                            ping_interval=None)
        self.socket = self.wait(opened())

    def send(self, kind, **fields):
        self.wait(self.socket.send(json.dumps({"kind": kind, **fields})))

    def next(self, kind):
        """The next message of this kind; what else comes is passed over."""
        while True:
            message = json.loads(self.wait(self.socket.recv()))
            if message["kind"] == "refused":
                raise Failure(f"the keeper refused: {message}")
            if message["kind"] == kind:
                return message

    def ask(self, line, seen):
        """The answer to a command."""
        self.asked += 1
        self.send("command", session=self.state["session"], run=self.state["run"], id=f"{self.asked:032x}", seen=seen,
                  line=json.dumps(line))
        return self.next("answer")


def journal_in(data):
    """What the only session's segments hold, in their order."""
    found = sorted(pathlib.Path(data).glob("sessions/*/journal*"))
    return b"".join(path.read_bytes() for path in found if "torn" not in path.name)


def texts_in(data):
    return sorted(line for path in pathlib.Path(data).glob("sessions/*/private.jsonl")
                  for line in path.read_bytes().splitlines())


def is_there(hamer, keeper):
    mine, theirs = journal_in(hamer.folder / "data"), journal_in(keeper.data)
    return mine and mine == theirs and texts_in(hamer.folder / "data") == texts_in(keeper.data)


def says(hamer, words):
    return hamer.shows("elsewhere") and words in hamer.label("elsewhere")


def play_meeting(hamer, keeper):
    expect("a device that is not paired says so", hamer.run("pair").returncode == 1)
    keeper.start()
    wrong = hamer.run("pair", f"ws://127.0.0.1:{keeper.port}", "000000", "--name", "Tafel")
    expect("without a code on the screen nobody is let in", wrong.returncode == 1 and wrong.stderr)
    paired = hamer.run("pair", f"ws://127.0.0.1:{keeper.port}", keeper.code("chair"), "--name", "Tafel")
    expect(f"paired: {paired.stdout.strip()}{paired.stderr.strip()}", paired.returncode == 0)
    [kept] = pathlib.Path(hamer.folder).rglob("keeper.json")
    expect("the key is its owner's alone", kept.stat().st_mode & 0o777 == 0o600)

    hamer.start()
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("the log at the keeper, in words", lambda: says(hamer, "bij de griffier"))
    until("the beginning at the keeper", lambda: is_there(hamer, keeper))
    for key, event in SCENARIO_B[:6]:
        hamer.tap(key, event)
    until("all of it at the keeper", lambda: is_there(hamer, keeper))

    clerk = ClerksScreen(keeper)
    before = len(hamer.log())
    answer = clerk.ask({"do": "note", "with": {"text": "De beveiliging komt."}}, before)
    expect("the clerk's note is taken", answer.get("seq") == before + 1)
    until("the note on the chair's screen", lambda: hamer.entries_shown() == before + 1)
    note = hamer.log()[-1]
    expect("it is the clerk's, and the log says from which screen",
           note["actor"] == "clerk" and note["asked"]["device"] and note["text"] == "De beveiliging komt.")
    refused = clerk.ask({"do": "meeting.close"}, before + 1)
    expect("what is the chair's is not the clerk's", refused["refusal"]["code"] == "not-yours")
    hamer.click("settings")
    hamer.click("settings.others")
    note = {"do": "note", "with": {"text": "x"}}
    until("the chair's switch", lambda: "refusal" in clerk.ask(note, before + 1))
    before = len(hamer.log())
    refused = clerk.ask(note, before)
    expect("from then on nothing is taken", refused["refusal"]["code"] == "switched-off" and len(hamer.log()) == before)
    hamer.desktop.key("Escape")
    until("all that the clerk asked at the keeper too", lambda: is_there(hamer, keeper))
    clerk.wait(clerk.socket.close())

    before = len(hamer.log())
    keeper.kill()
    until("that the keeper is not reached", lambda: says(hamer, "niet te bereiken"))
    for key, event in SCENARIO_B[6:9]:
        hamer.tap(key, event)
    expect("nobody waits for it", len(hamer.log()) == before + 3)
    keeper.start()
    until("what was recorded meanwhile", lambda: is_there(hamer, keeper))
    until("and the words", lambda: says(hamer, "bij de griffier"))

    hamer.kill()
    hamer.start()
    for key, event in SCENARIO_B[9:15]:
        hamer.tap(key, event)
    until("all after a restart of the chair's program", lambda: is_there(hamer, keeper))
    session = keeper.run("sessions").stdout.split()[0]
    verified = keeper.run("verify", session)
    expect(f"the copy is whole{': ' + verified.stdout + verified.stderr if verified.returncode else ''}", verified.returncode == 0)
    expect("closing the window ends it", hamer.close() == 0)


def main():
    options = arguments(__doc__).parse_args()

    def both(hamer):
        keeper = Keeper(hamer)
        try:
            play_meeting(hamer, keeper)
        finally:
            keeper.stop()
    return run(options, both)


if __name__ == "__main__":
    sys.exit(main())
