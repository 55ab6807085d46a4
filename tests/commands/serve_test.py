"""`hamer serve` as a device meets it: pairing, a session's lines as they are made, cuts, a fork, a reader, a server that is killed;
and what an administrator may do wrong. The copy is a session like any other.

    serve_test.py HAMER SOURCE
"""
import asyncio
import atexit
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import zlib

import websockets

from program import Program

PATIENCE = 60  # seconds; only a test that fails waits so long


class Keeper:
    """The running server, and what it printed."""

    def __init__(self, program, *words, listen="127.0.0.1:0"):
        self.program = program
        self.process = subprocess.Popen(program.words("--lang", "en", "serve", "--listen", listen, *words), text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=program.environment())
        atexit.register(self.process.kill)  # also where a test fails
        self.watch = threading.Timer(PATIENCE * 4, self.process.kill)
        self.watch.daemon = True
        self.watch.start()
        self.said = []
        self.address = re.search(r"https?://(\S+)", self.expect("listens at"))[1]

    def expect(self, words):
        for line in self.process.stdout:
            self.said.append(line)
            if words in line:
                return line
        raise AssertionError((words, self.said, self.process.stderr.read()))

    def code(self, role):
        return re.search(r"\b\d{6}\b", self.program.run("--lang", "en", "serve", "--pair", role))[0]

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        rest, errors = self.process.communicate(timeout=PATIENCE)
        self.watch.cancel()
        self.said.append(rest)
        assert how == signal.SIGKILL or (self.process.returncode == 0 and not errors), (self.process.returncode, errors)
        return "".join(self.said)


class Connection:
    """Of a device, by another WebSocket library than the server's."""

    loop = asyncio.new_event_loop()

    def __init__(self, keeper, **more):
        async def opened():
            return await websockets.connect(f"ws://{keeper.address}/link", subprotocols=["hamer.link"], ping_interval=None,
                                            max_size=None, **more)
        self.socket = self.wait(opened())

    def wait(self, what):
        return self.loop.run_until_complete(asyncio.wait_for(what, PATIENCE))

    def send(self, kind, **fields):
        self.wait(self.socket.send(json.dumps({"kind": kind, **fields})))

    def next(self, *kinds):
        """The next message that is no beat; of one of these kinds."""
        while True:
            message = json.loads(self.wait(self.socket.recv()))
            if message["kind"] != "beat":
                assert message["kind"] in kinds, message
                return message

    def closing_code(self):
        try:
            while True:
                self.wait(self.socket.recv())
        except websockets.ConnectionClosed:
            return self.socket.close_code

    def close(self):
        self.wait(self.socket.close())


def pair(keeper, role, name):
    device = Connection(keeper)
    device.send("pair", protocols=[1], program="test", code=keeper.code(role), name=name)
    paired = device.next("paired")
    assert paired["role"] == role and re.fullmatch("[0-9a-f]{64}", paired["key"]), paired
    assert device.closing_code() == 1000
    return paired


def greet(keeper, key):
    device = Connection(keeper)
    device.send("hello", protocols=[1], program="test", key=key)
    device.next("welcome")
    return device


class Session:
    """A session as its writer has it: lines with their texts, and its procedure."""

    def __init__(self, folder):
        self.name = os.path.basename(folder)
        with open(folder + "/journal", encoding="utf-8") as file:
            self.lines = file.read().splitlines()
        with open(folder + "/procedure.json", encoding="utf-8", newline="") as file:
            self.procedure = file.read()
        self.texts = {}
        with open(folder + "/private.jsonl", encoding="utf-8") as file:
            for line in file.read().splitlines():
                self.texts.setdefault(json.loads(line)["seq"], []).append(line)
        # Put away, as the window does it at the end.
        last = json.loads(self.lines[-1].split(" ", 5)[5])
        self.add({"kind": "session-closed", **{name: last[name] for name in ("at", "boot", "mono")}, "actor": "program"})

    def add(self, payload):
        """A line behind the others, by their chain."""
        text = json.dumps(payload, separators=(",", ":"))
        header = f"J1 {len(self.lines) + 1} {len(text)}"
        header += f" {zlib.crc32(header.encode()):08x}"
        before = place(self, len(self.lines))["hash"]
        self.lines.append(f"{header} {hashlib.sha256((before + header + text).encode()).hexdigest()} {text}")

    def forked(self, after):
        """Another course: the same up to there, and something else behind it."""
        other = Session.__new__(Session)
        other.name, other.procedure, other.texts, other.lines = self.name, self.procedure, {}, self.lines[:after]
        for line in self.lines[after:-1]:
            payload = json.loads(line.split(" ", 5)[5])
            if not self.texts.keys() & {len(other.lines) + 1}:
                other.add({**payload, "mono": payload["mono"] + 1})
            if len(other.lines) == after + 3:
                break
        return other


def place(session, seq):
    return {"seq": seq, "hash": session.lines[seq - 1].split(" ", 5)[4] if seq else "0" * 64}


def offer(device, session, head, known=0, number=1):
    device.send("offer", session=session.name, drill=False, round=number, head=place(session, head),
                known=place(session, known), run="run-1", commands=True)
    have = device.next("have")
    assert have["round"] == number
    return have["courses"]


def send_lines(device, session, first, last, course=0):
    device.send("lines", session=session.name, course=course, lines=[
        {"line": session.lines[seq - 1], **({"texts": session.texts[seq]} if seq in session.texts else {})}
        for seq in range(first, last + 1)])
    synced = device.next("synced", "refused")
    assert synced.get("head") == place(session, last), synced


def send_file(device, session, course=0):
    device.send("file", session=session.name, course=course, name="procedure.json", text=session.procedure,
                sha256=hashlib.sha256(session.procedure.encode()).hexdigest())


def an_evening(program, session):
    keeper = Keeper(program)
    chair = pair(keeper, "chair", "tablet")
    clerk = pair(keeper, "onlooker", "beamer")
    writer = greet(keeper, chair["key"])
    assert offer(writer, session, 10) == []
    send_file(writer, session)
    send_lines(writer, session, 1, 4)
    # A reader gets what is there, and what comes.
    reader = greet(keeper, clerk["key"])
    reader.send("follow", session="", head=place(session, 0))
    state = reader.next("state")
    assert state["session"] == session.name and state["writer"] and not state["texts"], state
    read = []
    while len(read) < 4:
        read += reader.next("lines", "state").get("lines", [])
    send_lines(writer, session, 5, 10)
    while len(read) < 10:
        read += reader.next("lines", "state").get("lines", [])
    assert [one["line"] for one in read] == session.lines[:10] and not any("texts" in one for one in read)
    # The line is cut, and nothing says so.
    writer.socket.transport.abort()
    writer = greet(keeper, chair["key"])
    assert offer(writer, session, 20, 10)[0]["head"] == place(session, 10)
    send_lines(writer, session, 11, 15)
    # The server is killed in the middle, and what was acknowledged is there.
    keeper.end(signal.SIGKILL)
    keeper = Keeper(program)
    writer = greet(keeper, chair["key"])
    assert offer(writer, session, 20, 15)[0]["head"] == place(session, 15)
    send_lines(writer, session, 16, len(session.lines))
    # Lines that are there already, and a gap.
    writer.send("lines", session=session.name, course=0, lines=[{"line": session.lines[-1]}])
    assert writer.next("synced", "refused").get("head", {}).get("seq", len(session.lines)) == len(session.lines)
    # The session was put away: nothing comes behind it.
    writer.send("end", session=session.name, course=0, head=place(session, len(session.lines)))
    assert writer.next("ended")["head"] == place(session, len(session.lines))
    writer.close()
    return keeper, chair, clerk


def a_fork(keeper, chair, session):
    other = session.forked(12)
    writer = greet(keeper, chair["key"])
    courses = offer(writer, other, len(other.lines))
    assert len(courses) == 1 and courses[0]["head"]["seq"] == len(session.lines) and not courses[0]["passes"], courses
    send_file(writer, other, 1)
    send_lines(writer, other, 1, len(other.lines), 1)
    writer.close()


def the_copy(program, session, folder):
    copy = f"{program.data}/sessions/{session.name}"
    with open(copy + "/journal", encoding="utf-8") as mine:
        assert mine.read().splitlines() == session.lines
    with open(copy + "/private.jsonl", "rb") as mine, open(folder + "/private.jsonl", "rb") as original:
        assert mine.read() == original.read()
    assert os.path.exists(copy + "/origin.json")
    program.run("verify", session.name)
    assert program.json("record", "list")[0]["id"] == session.name + "-1"
    program.run("verify", f"{program.data}/forks/{session.name}.1")
    for root, _, names in os.walk(program.data):
        for name in names:
            assert os.stat(os.path.join(root, name)).st_mode & 0o77 == 0, (root, name)


def devices(program, keeper, chair, clerk):
    listed = program.run("serve", "--devices")
    assert chair["device"] in listed and "tablet" in listed and clerk["device"] in listed, listed
    held = greet(keeper, chair["key"])
    program.run("serve", "--revoke", chair["device"])
    assert held.closing_code() == 4001
    refused = Connection(keeper)
    refused.send("hello", protocols=[1], program="test", key=chair["key"])
    assert refused.next("refused")["code"] == "not-paired" and refused.closing_code() == 4001
    assert chair["device"] not in program.run("serve", "--devices")
    program.run("serve", "--revoke", "nobody", status=1)
    # A code that is wrong, five times; then the right one helps no more.
    code = keeper.code("clerk")
    for guess in [str((int(code) + i) % 1000000).zfill(6) for i in range(1, 6)] + [code]:
        device = Connection(keeper)
        device.send("pair", protocols=[1], program="test", code=guess, name="guess")
        assert device.next("refused")["code"] == "code-wrong" and device.closing_code() == 4004
    other = None
    try:
        other = Connection(keeper, extra_headers={"Origin": "http://evil.example"})
    except websockets.InvalidStatusCode as refused_status:
        assert refused_status.status_code == 403
    assert other is None


def the_log(said, chair, clerk):
    """Says what came and went; no key, code or text."""
    assert chair["device"] in said, said
    for secret in (chair["key"], clerk["key"], "tribune", "woningbouw"):
        assert secret not in said, secret
    assert not re.search(r"\b\d{6}\b", said), said


def wrong_use(program):
    keeper = Keeper(program)
    port = keeper.address.split(":")[1]
    refused = program.run("--lang", "en", "serve", "--listen", "127.0.0.1:0", status=1)
    assert not refused and program.data in program.errors, program.errors
    other = Program(program.hamer, program.source)
    other.run("--lang", "en", "serve", "--listen", f"127.0.0.1:{port}", status=1)
    assert "another program listens at this port" in other.errors
    for words, said in ((("--listen", "8470"), "expected an IP address and a port"),
                        (("--listen", "127.0.0.1:x"), "expected an IP address and a port"),
                        (("--listen", "127.0.0.1:65536"), "expected an IP address and a port"),
                        (("--listen", "griffie.example:0", "--host", "griffie.example"), "expected an IP address"),
                        (("--listen", "0.0.0.0:0"), "--host"),
                        (("--listen", "0.0.0.0:0", "--host", "griffie.example"), "--behind-proxy"),
                        (("--behind-proxy",), "--host"),
                        (("--page", "/nowhere"), "/nowhere"),
                        (("--certificate", "/nowhere.pem", "--key", "/nowhere.key"), "/nowhere.pem"),
                        (("--certificate", "/nowhere.pem"), "--key"),
                        (("--pair", "mayor"), "chair")):
        other.run("--lang", "en", "serve", *words, status=2)
        assert said in other.errors, (words, other.errors)
    folder = other.folder.name
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                    "/CN=x", "-keyout", folder + "/key", "-out", folder + "/pem"], check=True, capture_output=True)
    certificate = ("--certificate", folder + "/pem", "--key", folder + "/key")
    os.chmod(folder + "/key", 0o644)
    other.run("--lang", "en", "serve", "--listen", "127.0.0.1:0", *certificate, status=1)
    assert "others than its owner" in other.errors and "chmod" in other.errors
    os.chmod(folder + "/key", 0o600)
    encrypted = Keeper(other, *certificate)
    encrypted.end(signal.SIGINT)
    assert "https://" in "".join(encrypted.said)
    keeper.end()


def main():
    hamer, source = sys.argv[1:]
    writer, program = Program(hamer, source), Program(hamer, source)
    writer.meeting()
    name = os.listdir(writer.data + "/sessions")[0]
    folder = f"{writer.data}/sessions/{name}"
    session = Session(folder)
    keeper, chair, clerk = an_evening(program, session)
    a_fork(keeper, chair, session)
    devices(program, keeper, chair, clerk)
    the_log(keeper.end(), chair, clerk)
    the_copy(program, session, folder)
    wrong_use(program)


main()
