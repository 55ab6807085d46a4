"""From the meeting to a complete record that is delivered exactly once, over a server that fails and kill -9 at any
point."""
import json
import os
import random
import signal
import subprocess
import sys

from program import COMPLETE, Program
from receiver import Receiver

ROUNDS = 300


def targets(program, receiver, timeout=1):
    folder = program.folder.name + "/drop"
    os.makedirs(folder, exist_ok=True)
    https = {"url": receiver.url, "source": "urn:nld:oin:00000001234567890000:systeem:hamer", "timeout_seconds": timeout}
    program.settings(deliver={"folder": folder, "https": https})
    return folder


def killed(program, random_, *arguments, text=""):
    """Starts the command and kills it within its usual time; true when it was done before that."""
    child = subprocess.Popen(program.words(*arguments), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    try:
        child.stdin.write(text.encode())
        child.stdin.close()
    except BrokenPipeError:
        pass
    try:
        return child.wait(timeout=random_.uniform(0.0, 0.12)) in (0, 1)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return False


def exactly_one_over_any_number_of_kills(hamer, source):
    random_ = random.Random(20260312)
    program = Program(hamer, source)
    receiver = Receiver([500, 503, 429, "close before", "close after", "answer twice", None, None, None])
    folder = targets(program, receiver)
    record = program.meeting()
    kills = 0
    expected = 0
    while kills < ROUNDS:
        expected += 1
        patch = json.dumps({**COMPLETE, "reason": f"ronde {expected}"})
        # Each command is repeated until one is not killed, as a person would.
        for words, text in ((("record", "set", record), patch), (("record", "complete", record, "--by", "Gijs"), ""),
                            (("deliver", "--retry"), "")):
            while not killed(program, random_, *words, text=text):
                kills += 1
    # Whatever is still open is delivered at last.
    while True:
        done = subprocess.run(program.words("deliver", "--retry", "--json"), capture_output=True, text=True, check=False)
        deliveries = json.loads(done.stdout)
        assert all(one["state"] != "parked" for one in deliveries), [d for d in deliveries if d["state"] == "parked"]
        if done.returncode == 0:
            break
    assert receiver.conflicts == []
    want = {(one["record"], one["revision"]) for one in deliveries}
    got = {(event["subject"], event["data"]["revision"]) for event in map(json.loads, receiver.events.values())}
    assert got == want and len(receiver.events) == len(want), (len(got), len(want))
    files = {name for name in os.listdir(folder) if name.endswith(".json")}
    assert files == {f"{name}-r{revision}.json" for name, revision in want}, files
    latest = json.loads(program.run("record", "show", record))
    assert latest["dossier"]["reason"] == f"ronde {expected}" and latest["status"] == "complete"
    for name in files:
        with open(f"{folder}/{name[:-5]}.pdf", "rb") as file:
            assert file.read(5) == b"%PDF-", name
        with open(f"{folder}/{name}", encoding="utf-8") as file:
            body = json.load(file)
        assert json.loads(receiver.events[("urn:nld:oin:00000001234567890000:systeem:hamer", name[:-5])])["data"] == body
    receiver.stop()
    print(f"{kills} kills, {len(want)} deliveries to each target, {receiver.requests} requests")


def complete_one(program):
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("record", "complete", record, "--by", "Gijs")
    return record


def a_server_that_stalls_is_tried_again(hamer, source):
    program = Program(hamer, source)
    receiver = Receiver(["stall"])
    targets(program, receiver)
    record = complete_one(program)
    delivered = program.json("deliver", status=1)
    https = [one for one in delivered if one["target"] == "https"][0]
    assert https["state"] == "waiting" and https["attempts"] == 1 and https["problem"], https
    assert [one["state"] for one in delivered if one["target"] == "folder"] == ["delivered"]
    assert program.json("deliver", status=1) == delivered, "not before its time"
    receiver.troubles = []
    receiver.released.set()
    assert all(one["state"] == "delivered" for one in program.json("deliver", "--retry"))
    assert len(receiver.events) == 1 and receiver.conflicts == []
    headers = receiver.headers[-1]
    assert headers["Idempotency-Key"].startswith(f'"{record}-r')
    assert headers["Content-Type"].startswith("application/cloudevents+json")
    event = json.loads(next(iter(receiver.events.values())))
    assert event["specversion"] == "1.0" and event["type"].endswith(".v1")
    attributes = json.dumps({key: value for key, value in event.items() if key != "data"})
    assert "Quist" not in attributes, "no sensitive data in context attributes"


def a_refusal_is_parked_and_shown(hamer, source):
    program = Program(hamer, source)
    receiver = Receiver([422])
    targets(program, receiver)
    complete_one(program)
    https = [one for one in program.json("deliver", status=1) if one["target"] == "https"][0]
    assert https["state"] == "parked" and "422" in https["problem"], https
    program.run("deliver", status=1)
    assert receiver.requests == 1, "it waits for a person"
    receiver.troubles = []
    program.run("deliver", "--retry")


def a_conflict_is_never_overwritten(hamer, source):
    program = Program(hamer, source)
    folder = targets(program, Receiver())
    record = complete_one(program)
    revision = program.json("record", "list")[0]["revision"]
    path = f"{folder}/{record}-r{revision}.json"
    with open(path, "w", encoding="utf-8") as file:
        file.write("{}")
    drop = [one for one in program.json("deliver", status=1) if one["target"] == "folder"][0]
    assert drop["state"] == "parked" and path in drop["problem"], drop
    with open(path, encoding="utf-8") as file:
        assert file.read() == "{}"


def a_folder_that_is_not_there_is_waited_for(hamer, source):
    program = Program(hamer, source)
    folder = targets(program, Receiver())
    os.rmdir(folder)
    complete_one(program)
    drop = [one for one in program.json("deliver", status=1) if one["target"] == "folder"][0]
    assert drop["state"] == "waiting" and folder in drop["problem"], drop
    os.mkdir(folder)
    program.run("deliver", "--retry")
    assert any(name.endswith(".json") for name in os.listdir(folder))


def a_certificate_that_nobody_vouches_for_is_refused(hamer, source):
    program = Program(hamer, source)
    import ssl, http.server, threading
    key, cert = program.folder.name + "/key.pem", program.folder.name + "/cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days",
                    "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True,
                   stderr=subprocess.DEVNULL)
    receiver = Receiver()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server = receiver._server
    server.socket = context.wrap_socket(server.socket, server_side=True)
    https = {"url": receiver.url.replace("http:", "https:"), "source": "urn:test", "timeout_seconds": 5}
    program.settings(deliver={"https": https})
    complete_one(program)
    one = program.json("deliver", status=1)[0]
    assert one["state"] == "waiting" and "certificate" in one["problem"], one
    assert receiver.events == {}, "nothing was sent"
    program.settings(deliver={"https": {**https, "ca_file": cert}})
    program.run("deliver", "--retry")
    assert len(receiver.events) == 1
    program.settings(deliver={"https": {**https, "url": "http://example.org/"}})
    program.run("deliver", status=2)
    assert "https://" in program.errors


def main():
    hamer, source = sys.argv[1:]
    a_server_that_stalls_is_tried_again(hamer, source)
    a_refusal_is_parked_and_shown(hamer, source)
    a_conflict_is_never_overwritten(hamer, source)
    a_folder_that_is_not_there_is_waited_for(hamer, source)
    a_certificate_that_nobody_vouches_for_is_refused(hamer, source)
    exactly_one_over_any_number_of_kills(hamer, source)


if __name__ == "__main__":
    main()
