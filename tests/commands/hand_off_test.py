"""From the meeting to a complete record that is delivered exactly once, over a server that fails and kill -9 at any
point."""
import json
import os
import random
import signal
import ssl
import subprocess
import sys
import time

from program import COMPLETE, Program
from receiver import Receiver

ROUNDS = 300


def targets(program, receiver, timeout=1):
    folder = program.folder.name + "/drop"
    os.makedirs(folder, exist_ok=True)
    https = {"url": receiver.url, "source": "urn:nld:oin:00000001234567890000:systeem:hamer", "timeout_seconds": timeout}
    program.settings(deliver={"folder": folder, "https": https})
    return folder


def usual_seconds(program, *arguments):
    """Within which a command is mostly done here, as a program with a sanitizer takes twenty times as long."""
    started = time.monotonic()
    program.run(*arguments)
    return max(0.12, 6 * (time.monotonic() - started))


def killed(program, random_, seconds, *arguments, text=""):
    """Starts the command and kills it within so many seconds; true when it was done before that."""
    child = subprocess.Popen(program.words(*arguments), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    try:
        child.stdin.write(text.encode())
        child.stdin.close()
    except BrokenPipeError:
        pass
    try:
        return child.wait(timeout=random_.uniform(0.0, seconds)) in (0, 1)
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
    seconds = usual_seconds(program, "record", "show", record)
    kills = 0
    expected = 0
    while kills < ROUNDS:
        expected += 1
        patch = json.dumps({**COMPLETE, "reason": f"ronde {expected}"})
        # Each command is repeated until one is not killed, as a person would.
        for words, text in ((("record", "set", record), patch), (("record", "complete", record, "--by", "Gijs"), ""),
                            (("deliver", "--retry"), "")):
            while not killed(program, random_, seconds, *words, text=text):
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
    tried = time.monotonic()
    https = [one for one in delivered if one["target"] == "https"][0]
    assert https["state"] == "waiting" and https["attempts"] == 1 and https["problem"], https
    assert [one["state"] for one in delivered if one["target"] == "folder"] == ["delivered"]
    later = program.json("deliver", status=1)
    # A second after the first try at the soonest; where the program is that slow the second try is right.
    assert later == delivered or time.monotonic() - tried > 0.5, "not before its time"
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
    assert https["state"] == "parked" and "(de server antwoordde 422)" in https["problem"], https
    program.run("deliver", status=1)
    assert receiver.requests == 1, "it waits for a person"
    for body, reason in ((b'{"title":"Ongeldig","detail":"Zaaktype onbekend"}', "“Ongeldig: Zaaktype onbekend”"),
                         ("<html><body><p>Café\x1b[31m onbekend</p></body></html>".encode(), "“Café[31m onbekend”"),
                         (b"x" * 1_000_000, "x…”")):
        receiver.reason = body
        shown = program.run("deliver", "--retry", status=1)
        assert reason in shown and "\x1b" not in shown and len(shown) < 2000, shown
        assert "Verhelp dat, en lever het daarna opnieuw af" in shown, shown
    assert "the receiver refused this: “x" in program.run("deliver", "--retry", "--lang", "en", status=1)
    receiver.troubles, receiver.reason = [503], b'{"message":"Onderhoud tot 22 uur"}'
    assert "“Onderhoud tot 22 uur” (de server antwoordde 503)" in program.run("deliver", "--retry", status=1)
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


def openssl(folder, *words):
    subprocess.run(["openssl", *words], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=folder)


def certificates(folder):
    """Made by an authority of this test's own: one that is right, one of another host, two that are out of date."""
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=Proefautoriteit")
    with open(folder + "/ca.cnf", "w", encoding="utf-8") as file:
        file.write("[ca]\ndefault_ca=here\n[here]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\npolicy=any\n"
                   "default_md=sha256\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n")
    with open(folder + "/index.txt", "w", encoding="utf-8"), open(folder + "/serial", "w", encoding="utf-8") as serial:
        serial.write("01\n")
    names = {"right": "IP:127.0.0.1", "wrong-host": "DNS:zaken.example.org", "expired": "IP:127.0.0.1",
             "not-yet": "IP:127.0.0.1"}
    days = {"expired": ("20200101000000Z", "20200201000000Z"), "not-yet": ("20900101000000Z", "20910101000000Z")}
    for name, host in names.items():
        openssl(folder, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".csr", "-subj",
                "/CN=127.0.0.1", "-addext", "subjectAltName=" + host)
        begins, ends = days.get(name, ("20200101000000Z", "20900101000000Z"))
        openssl(folder, "ca", "-batch", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key", "-in", name + ".csr",
                "-out", name + ".pem", "-startdate", begins, "-enddate", ends, "-notext")
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "self.key", "-out", "self.pem", "-days",
            "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")


def over_tls(folder, name):
    """A receiver that shows this certificate."""
    receiver = Receiver()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/{name}.pem", f"{folder}/{name}.key")
    receiver.secure(context)
    return receiver


def nothing_is_sent_to_a_server_that_does_not_prove_who_it_is(hamer, source):
    program = Program(hamer, source)
    folder = program.folder.name
    certificates(folder)
    ours = folder + "/ca.pem"
    complete = False
    for name, ca_file, reason in (("self", "", "self-signed"), ("self", ours, "self-signed"), ("right", "", "certificate"),
                                  ("wrong-host", ours, "127.0.0.1"), ("expired", ours, "expired"),
                                  ("not-yet", ours, "not yet valid"), ("right", folder + "/none.pem", "none.pem")):
        receiver = over_tls(folder, name)
        https = {"url": receiver.url, "source": "urn:test", "timeout_seconds": 5, "ca_file": ca_file}
        program.settings(deliver={"https": https})
        if not complete:
            complete = bool(complete_one(program))
        one = program.json("deliver", "--retry", status=1)[0]
        assert one["state"] == "waiting" and reason in one["problem"], (name, one)
        assert "Quist" not in one["problem"], one
        receiver.stop()
        assert receiver.requests == 0 and receiver.events == {}, f"{name}: something was sent"
    receiver = over_tls(folder, "right")
    https = {"url": receiver.url, "source": "urn:test", "timeout_seconds": 5, "ca_file": ours}
    program.settings(deliver={"https": https})
    program.run("deliver", "--retry")
    assert len(receiver.events) == 1
    receiver.stop()
    # A server that answers in plain text, and one that leads elsewhere, get nothing either.
    program.settings(deliver={"https": {**https, "url": "http://example.org/"}})
    program.run("deliver", status=2)
    assert "https://" in program.errors
    for url in ("https://gijs:geheim@127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1.example.org/"):
        program.settings(deliver={"https": {**https, "url": url}})
        program.run("deliver", status=2)
        assert "geheim" not in program.errors, program.errors


def a_redirection_is_not_followed(hamer, source):
    program = Program(hamer, source)
    elsewhere = Receiver()
    receiver = Receiver()
    receiver.leads_to = elsewhere.url
    targets(program, receiver)
    complete_one(program)
    https = [one for one in program.json("deliver", status=1) if one["target"] == "https"][0]
    assert https["state"] == "parked" and "307" in https["problem"], https
    assert elsewhere.requests == 0
    receiver.stop()
    elsewhere.stop()


def a_token_that_others_can_read_is_not_used(hamer, source):
    program = Program(hamer, source)
    receiver = Receiver()
    token = program.folder.name + "/token"
    with open(token, "w", encoding="utf-8") as file:
        file.write("sesam-open-u\n")
    https = {"url": receiver.url, "source": "urn:test", "token_file": token, "timeout_seconds": 5}
    program.settings(deliver={"https": https})
    os.chmod(token, 0o600)
    complete_one(program)
    for mode in (0o644, 0o640, 0o620, 0o604):
        os.chmod(token, mode)
        one = program.json("deliver", "--retry", status=1)[0]
        assert one["state"] == "waiting" and "chmod 600" in one["problem"] and token in one["problem"], one
        assert "sesam" not in json.dumps(one) + program.errors
        assert (mode & 0o044 == 0) or token in program.errors, "and it is said at once"
    assert receiver.requests == 0
    os.chmod(token, 0o600)
    program.run("deliver", "--retry")
    assert program.errors == "" and receiver.headers[-1]["Authorization"] == "Bearer sesam-open-u"
    receiver.stop()


def settings_that_expose_a_secret_are_named(hamer, source):
    program = Program(hamer, source)
    place = "postgresql://hamer:geheim@127.0.0.1:1/hamer?connect_timeout=1"
    for register, password in ((place, True), ("postgresql://127.0.0.1:1/hamer?user=hamer&password=geheim", True),
                               ("postgresql://hamer:x@geheim@127.0.0.1:1/hamer", True),
                               ("postgresql://hamer:x/geheim@127.0.0.1:1/hamer", True),
                               ("host=127.0.0.1 port=1 user=hamer password=geheim", True),
                               ("postgresql://hamer@127.0.0.1:1/hamer", False), ("register.db", False)):
        program.settings(register=register)
        for mode in (0o600, 0o640, 0o644, 0o666):
            os.chmod(program.config, mode)
            program.run("check", program.source + "/config/procedures/leiden-2025.json")
            program.run("check")
            assert ("/register holds a password" in program.errors) == (password and mode != 0o600), (register, oct(mode))
            assert ("kan deze instellingen wijzigen" in program.errors) == (mode == 0o666), program.errors
            assert "geheim" not in program.errors
    program.settings(register=place)
    program.run("record", "list", status=3)
    assert "geheim" not in program.errors, program.errors
    secret = program.folder.name + "/obs-password"
    with open(secret, "w", encoding="utf-8") as file:
        file.write("geheim")
    program.settings(broadcast={"way": "obs", "obs": {"password_file": "obs-password"}})
    for mode in (0o600, 0o644):
        os.chmod(secret, mode)
        program.run("check")
        assert (secret in program.errors) == (mode != 0o600) and "geheim" not in program.errors, program.errors


def main():
    hamer, source = sys.argv[1:]
    a_server_that_stalls_is_tried_again(hamer, source)
    a_refusal_is_parked_and_shown(hamer, source)
    a_conflict_is_never_overwritten(hamer, source)
    a_folder_that_is_not_there_is_waited_for(hamer, source)
    nothing_is_sent_to_a_server_that_does_not_prove_who_it_is(hamer, source)
    a_redirection_is_not_followed(hamer, source)
    a_token_that_others_can_read_is_not_used(hamer, source)
    settings_that_expose_a_secret_are_named(hamer, source)
    exactly_one_over_any_number_of_kills(hamer, source)


if __name__ == "__main__":
    main()
