"""What OBS will not do on demand: silence, half a frame, garbage, wrong order, ten thousand events in a second, a kick, a
slow handshake. In each the words of the chair are taken at once, and Hamer says what is wrong and goes on trying. And a
program of the municipality's own. Exit status 0 when all of it holds.

    scripted_test.py HAMER SOURCE
"""
import base64
import hashlib
import json
import pathlib
import shutil
import sys
import tempfile
import time

from control import Control, expect
from scripted_server import Client, Server, Studio

HAMER, SOURCE = sys.argv[1], sys.argv[2]
SLATE = "Vergadering geschorst"


def control(server, **more):
    return Control(HAMER, SOURCE, {"way": "obs", "obs": {"port": server.port} | more})


def good(studio):
    def script(client):
        client.greet()
        client.serve(studio)
    return script


def recovers(broken, shake=True):
    """A connection that goes wrong in this way is given up, and the next one pauses."""
    studio = Studio()
    def first(client):
        broken(client)
        server.released.wait()
    def then(client):
        if not shake:
            client.shake_hands()
        good(studio)(client)
    with Server(first, then, shake=shake) as server, control(server) as hamer:
        hamer.say("pause")
        hamer.until_is(wish="paused", overdue="overdue")
        hamer.until_is(wish="paused", **{"is": "reached"})
        expect(server.connections == 2 and studio.scene == SLATE, "the second connection paused")


def silence():
    recovers(lambda client: client.greet())


def half_a_frame():
    def broken(client):
        client.greet()
        whole = Client.frame('{"op":5,"d":{"eventType":"CurrentProgramSceneChanged"}}')
        client.link.sendall(whole[: len(whole) // 2])
    recovers(broken)


def garbage():
    studio = Studio()
    def broken(client):
        client.greet()
        client.link.sendall(Client.frame("{ this is no JSON"))
    with Server(broken, good(studio)) as server, control(server) as hamer:
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        hamer.until_seen("no message of obs-websocket")
    with Server(lambda client: client.link.sendall(b"\xff" * 4096), good(Studio())) as server, control(server) as hamer:
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})


def wrong_order():
    for first in ({"op": 2, "d": {}}, {"op": 7, "d": {}}, {"op": 5, "d": {"eventType": "X"}}):
        with Server(lambda client: client.send(first), good(Studio())) as server, control(server) as hamer:
            hamer.say("pause")
            hamer.until_is(wish="paused", **{"is": "reached"})
    def twice(client):
        client.greet()
        client.send({"op": 0, "d": {"rpcVersion": 1}})
    with Server(twice, good(Studio())) as server, control(server) as hamer:
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})


def ten_thousand_events():
    studio = Studio()
    def script(client):
        client.greet()
        held = client.serve(studio, lambda request: request["requestType"] == "GetSceneList")
        flood = b"".join(Client.frame('{"op":5,"d":{"eventType":"CurrentProgramSceneChanged","eventData":'
                                      '{"sceneName":"Camera %d"}}}' % (i % 9)) for i in range(10_000))
        client.answer(held, studio.answer(client, held))
        client.link.sendall(flood)
        client.event("CurrentProgramSceneChanged", sceneName="Raadzaal")
        client.serve(studio)
    with Server(script) as server, control(server) as hamer:
        hamer.until_is(link="ready")
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        expect(server.connections == 1, "the link held")
        expect(len(hamer.seen) < 20, f"the journal is not flooded: {len(hamer.seen)}")


def a_kick():
    def script(client):
        client.greet()
        client.serve(Studio(), lambda request: request["requestType"] == "GetSceneList")
        client.close(4011)
    with Server(script) as server, control(server) as hamer:
        refused = hamer.until_is(link="refused")
        expect("threw" in refused["problem"], f"why: {refused}")
        hamer.say("pause")
        hamer.until_is(wish="paused", link="refused", overdue="overdue")  # two seconds later there is no second try
        expect(server.connections == 1, "no reconnection after a kick")
        server.scripts = [good(Studio())]
        hamer.say("again")
        hamer.until_is(wish="paused", **{"is": "reached"})


def a_slow_handshake():
    recovers(lambda client: None, shake=False)
    recovers(lambda client: client.send({"op": 0, "d": {"rpcVersion": 1}}))


def a_request_that_is_not_ready_yet():
    studio = Studio()
    def script(client):
        client.greet()
        request = client.serve(studio, lambda request: request["requestType"] == "SetCurrentProgramScene")
        client.answer(request, {}, 207)
        client.serve(studio)
    with Server(script) as server, control(server) as hamer:
        hamer.say("pause")
        hamer.until("the refusal", lambda state: "207" in state["problem"])
        hamer.until_is(wish="paused", **{"is": "reached"})


def what_is_passed_over_is_asked_again():
    """Accepted, and nothing happens: only what is seen confirms, and what is lacking is asked each second."""
    for kind in ("SetCurrentProgramScene", "SetInputMute"):
        studio = Studio()
        studio.inputs = {"Microfoons": False}
        studio.passed_over = {kind: 3}
        with Server(good(studio)) as server, control(server, mute=["Microfoons"]) as hamer:
            hamer.until_is(link="ready")
            hamer.say("pause")
            hamer.until_is(wish="paused", overdue="overdue")
            expect(not any(state["is"] == "reached" for state in hamer.states), f"{kind}: it was not done")
            hamer.until_is(wish="paused", **{"is": "reached"})
            expect(studio.asked.count(kind) >= 4, f"{kind}: asked {studio.asked.count(kind)} times")
            studio.passed_over = {kind: 3}
            hamer.say("resume")
            hamer.until_is(wish="live", **{"is": "reached"})
            expect(studio.scene == "Raadzaal" and not studio.inputs["Microfoons"], f"{kind}: as before")
            expect(not any("not" in one for one in hamer.seen), f"nobody else did it: {hamer.seen}")


def answers_that_are_older_than_events():
    """OBS works on each message in a thread of its own: what it read before a change may come after the event of it."""
    for question, command in (("GetInputMute", "SetInputMute"), ("GetSceneList", "SetCurrentProgramScene"),
                              ("GetSourceActive", "SetCurrentProgramScene"),
                              ("GetSceneCollectionList", "SetInputMute")):
        studio = Studio()
        studio.inputs = {"Microfoons": False}
        def script(client):
            client.greet()
            while True:
                changing = client.serve(studio, lambda request: request["requestType"] == command)
                asked = client.serve(studio, lambda request: request["requestType"] == question)
                before = studio.answer(client, asked)
                client.answer(changing, studio.answer(client, changing))
                client.answer(asked, before)
        with Server(script) as server, control(server, mute=["Microfoons"]) as hamer:
            hamer.until_is(link="ready")
            hamer.say("pause")
            hamer.until_is(wish="paused", **{"is": "reached"})
            expect(studio.scene == SLATE and studio.inputs["Microfoons"], f"{question}: paused")
            hamer.say("resume")
            hamer.until_is(wish="live", **{"is": "reached"})
            expect(studio.scene == "Raadzaal" and not studio.inputs["Microfoons"], f"{question}: as before")
            expect(not any("not" in one for one in hamer.seen), f"{question}: nobody else did it: {hamer.seen}")


def owed(hamer):
    return json.loads((hamer.data / "broadcast.json").read_text())


def what_the_former_program_owed(hamer):
    hamer.data.mkdir()
    shutil.copy(pathlib.Path(__file__).parent / "samples/broadcast_v1.json", hamer.data / "broadcast.json")
    return hamer


def what_the_former_program_owed_in_obs():
    studio = Studio()
    studio.scene, studio.inputs = SLATE, {"Microfoons": True}
    with Server(good(studio)) as server, what_the_former_program_owed(control(server)) as hamer:
        before = hamer.until("what is owed", lambda state: state["problem"] != "-" and state["link"] == "ready")
        expect("the scene “Raadzaal”, the sound of “Microfoons”" in before["problem"], f"in words: {before}")
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
        expect(studio.scene == "Raadzaal" and not studio.inputs["Microfoons"], "put back")
        hamer.stop()
        expect(owed(hamer) == {"format": 2, "obs": [], "resume": True}, f"the program's stays: {owed(hamer)}")


def what_somebody_put_back_is_forgotten():
    studio = Studio()
    studio.inputs = {"Microfoons": False}
    with Server(good(studio)) as server, control(server, mute=["Microfoons"]) as hamer:
        hamer.until_is(link="ready")
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        expect(owed(hamer)["obs"] == [{"collection": "Raad", "scene": "Raadzaal", "unmute": ["Microfoons"]}],
               f"on disk: {owed(hamer)}")
        hamer.kill()
        studio.collection, studio.scene = "Ander", "Publiek"  # what is said of it stands until it is forgotten
        hamer.start()
        hamer.until("what is owed", lambda state: "“Raad”" in state["problem"] and state["link"] == "ready")
        hamer.say("resume")
        hamer.until("what is owed", lambda state: state["wish"] == "live" and "“Raad”" in state["problem"])
        hamer.say("forget")
        hamer.until_is(wish="live", problem="-")
        hamer.until_seen("put back by hand")
        expect(owed(hamer)["obs"] == [], f"on disk: {owed(hamer)}")


def the_keyring():
    """Through secret-tool, of which a stand-in lies on the path: a desktop's keyring cannot be had without a desktop."""
    digest = lambda text: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    given = []
    def script(client):
        client.send({"op": 0, "d": {"rpcVersion": 1, "authentication": {"challenge": "kans", "salt": "zout"}}})
        given.append(client.receive()["d"].get("authentication"))
        client.send({"op": 2, "d": {"negotiatedRpcVersion": 1}})
        client.serve(Studio())
    with tempfile.TemporaryDirectory() as folder, Server(script) as server:
        tool = pathlib.Path(folder) / "secret-tool"
        hamer = Control(HAMER, SOURCE, {"way": "obs", "obs": {"port": server.port}}, path=folder)
        tool.write_text("#!/bin/sh\nexit 1\n")
        tool.chmod(0o755)
        with hamer:
            refused = hamer.until_is(link="refused")
            expect("keyring" in refused["problem"], f"why: {refused}")
            tool.write_text('#!/bin/sh\n[ "$*" = "lookup application hamer service obs" ] && printf "geheim woord"\n')
            hamer.say("again")
            hamer.until_is(link="ready")
        expect(given == [digest(digest("geheim woordzout") + "kans")], f"the authentication: {given}")
        expect("geheim" not in str(hamer.states) + str(hamer.seen), "the password was shown")


def a_program_of_ones_own():
    hamer = Control(HAMER, SOURCE, {"way": "command", "command": {"program": "/nowhere/at-all"}})
    log = hamer.folder / "log"
    program = hamer.folder / "pause.sh"
    program.write_text(f'#!/bin/sh\necho "$1" >> {log}\nwhile [ -e {log}.stall ]; do sleep 0.05; done\n'
                       f'[ ! -e {log}.fail ]\n')
    program.chmod(0o755)
    with hamer:
        hamer.say("pause")
        missing = hamer.until("the reason", lambda state: "/nowhere" in state["problem"])
        expect("cannot be started" in missing["problem"], f"why: {missing}")
    settings = hamer.config.read_text().replace("/nowhere/at-all", str(program))
    hamer.config.write_text(settings.replace('"program"', '"seconds": 1, "program"'))
    stall, fail = log.with_name("log.stall"), log.with_name("log.fail")
    fail.touch()
    with hamer:
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
        hamer.say("pause")
        hamer.until("the refusal", lambda state: "status 1" in state["problem"])
        hamer.until_is(wish="paused", overdue="overdue")
        fail.unlink()
        hamer.until_is(wish="paused", **{"is": "reached"})
    stall.touch()
    with hamer:  # that it is paused outlived the program
        hamer.say("resume")
        hamer.until("the limit", lambda state: "too long" in state["problem"])
        stall.unlink()
        hamer.until_is(wish="live", **{"is": "reached"})
        hamer.say("leave")
        hamer.say("test")
        hamer.until("the try-out", lambda state: state["test"] not in ("-", "running"))
    words = log.read_text().split()
    expect(words[0] == "pause" and words[-2:] == ["pause", "resume"], f"what was started: {words}")


def what_a_program_of_ones_own_owes():
    hamer = Control(HAMER, SOURCE, {"way": "command", "command": {"program": "/nowhere/at-all"}})
    log, fail = hamer.folder / "log", hamer.folder / "fail"
    program = hamer.folder / "pause.sh"
    program.write_text(f'#!/bin/sh\necho "$1" >> {log}\n[ ! -e {fail} ]\n')
    program.chmod(0o755)
    with what_the_former_program_owed(hamer):
        hamer.until("what is owed", lambda state: "did not resume it yet" in state["problem"])
        hamer.say("again")
        hamer.until("the reason", lambda state: "/nowhere" in state["problem"])
        hamer.say("forget")
        hamer.until_is(problem="-")
        hamer.until_seen("resumed by hand")
        expect(owed(hamer)["resume"] is False and owed(hamer)["obs"], f"what is owed to OBS stays: {owed(hamer)}")
        hamer.say("pause")
        hamer.until("the reason", lambda state: "/nowhere" in state["problem"])
    expect(owed(hamer)["resume"] is False, "what could not be started owes nothing")
    hamer.config.write_text(hamer.config.read_text().replace("/nowhere/at-all", str(program)))
    fail.touch()
    with hamer:
        hamer.say("pause")
        hamer.until("the refusal", lambda state: "status 1" in state["problem"])
        expect(owed(hamer)["resume"] is True, "it may have paused all the same")
        hamer.say("leave")
        hamer.until("what is owed", lambda state: "did not resume it yet" in state["problem"])
    fail.unlink()
    with hamer:  # and it outlived the program
        hamer.until("what is owed", lambda state: "did not resume it yet" in state["problem"])
        hamer.say("again")
        hamer.until_is(wish="leave", problem="-")
        hamer.say("forget")  # of nothing
    expect(owed(hamer)["resume"] is False, "resumed")
    expect(set(log.read_text().split()[:-1]) == {"pause"} and log.read_text().endswith("resume\n"), log.read_text())


def main():
    for case in (silence, half_a_frame, garbage, wrong_order, ten_thousand_events, a_kick, a_slow_handshake,
                 a_request_that_is_not_ready_yet, what_is_passed_over_is_asked_again,
                 answers_that_are_older_than_events, what_the_former_program_owed_in_obs,
                 what_somebody_put_back_is_forgotten, the_keyring, a_program_of_ones_own,
                 what_a_program_of_ones_own_owes):
        began = time.monotonic()
        case()
        print(f"ok: {case.__name__} ({time.monotonic() - began:.1f} s)", flush=True)


main()
