"""Each scenario, played well and in at least three ways badly, scored to the point: `hamer drill FILE --script STEPS`.
Also that the same drill gives the same bytes, that a long one is quick, and that broken files are refused by name.

    drill_test.py HAMER SOURCE
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import occasions

HAMER, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="hamer-drill-"))


def hamer(*words):
    environment = {"HOME": str(FOLDER), "PATH": "/usr/bin:/bin"}
    return subprocess.run([HAMER, "--config", SOURCE / "config/hamer.json", *words], capture_output=True, text=True,
                          env=environment)


def scenario(name):
    return SOURCE / "scenarios" / f"{name}.json"


def play(file, steps):
    script = FOLDER / "steps.jsonl"
    script.write_text("".join(json.dumps(step) + "\n" for step in steps))
    done = hamer("drill", file, "--script", script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def step(at, event, **fields):
    return {"at": at, "do": event, "with": fields} if fields else {"at": at, "do": event}


def without(steps, number):
    return steps[:number] + steps[number + 1:]


def later(steps, number, by):
    """That step and all that follow it."""
    return steps[:number] + [dict(one, at=one["at"] + by) for one in steps[number:]]


def extra(steps, *added):
    return sorted(steps + list(added), key=lambda one: one["at"])


def until(at):
    """The drill goes on until then; what was asked shortly before its end counts for nothing."""
    return {"at": at, "observe": "het einde"}


PERFECT = {
    "statement": [step(25, "disturbance.report", who="audience"), step(40, "address.a"),
                  step(155, "disturbance.end")],
    "sit-in": [step(25, "disturbance.report"), step(40, "address.a"), step(170, "address.b"),
               step(180, "request.speak"), step(202, "request.refuse"), step(228, "broadcast.paused"),
               step(230, "request.speak"), step(258, "request.heed"), step(270, "broadcast.resume")],
    "shouting": [step(20, "disturbance.report"), step(30, "meeting.suspend"), step(40, "address.b"),
                 step(58, "request.speak"), step(62, "broadcast.paused"), step(80, "request.refuse"),
                 step(90, "request.speak"), step(112, "request.refuse"), step(120, "request.speak"),
                 step(142, "request.refuse"), step(150, "police.call", number="112"), step(335, "police.arrive"),
                 step(430, "police.handover"), step(440, "disturbance.end")],
    "comes-back": [step(20, "disturbance.report"), step(30, "address.b"), step(40, "request.speak"),
                   step(57, "request.refuse"), step(65, "request.speak"), step(82, "request.heed"),
                   step(145, "disturbance.report"), step(150, "security.call"), step(155, "address.b"),
                   step(165, "request.speak"), step(187, "request.heed"), step(240, "meeting.close"),
                   step(250, "broadcast.end"), step(270, "charges.decide", decision="none"),
                   step(280, "charges.decide", decision="report")],
    "violence": [step(25, "emergency.declare"), step(30, "police.call", number="112"), step(42, "broadcast.paused"),
                 step(45, "meeting.suspend"), step(60, "room.clear"), step(275, "police.arrive"),
                 step(340, "police.handover"), step(350, "emergency.over"), step(390, "meeting.close"),
                 step(400, "broadcast.end"), step(450, "charges.decide", decision="file", clerk_consulted="yes")],
    "member": [step(30, "member.report"), step(40, "member.order"), step(70, "member.propose"), step(115, "member.exclude"),
               step(140, "security.call"), step(175, "security.remove", who="het raadslid"), step(185, "disturbance.end")],
}
PERFECT |= occasions.PERFECT
PAUSED = [step(25, "disturbance.report", who="audience"), step(40, "address.a"), step(45, "broadcast.pause"),
          step(155, "disturbance.end")]

# Ways that are as good: nothing is taken off for them.
ALSO_RIGHT = {
    # Pausing is the rule, and room in the broadcast for a statement the exception: the chair may do either.
    "statement": [PAUSED, [PAUSED[0], step(30, "meeting.suspend"), *PAUSED[1:], step(165, "meeting.resume")]],
    # Suspending to calm down is no mistake: only the vote needs a running meeting.
    "member": [[step(30, "member.report"), step(33, "meeting.suspend"), step(38, "member.order"), step(45, "disturbance.end"),
                step(47, "meeting.resume"), step(50, "member.report"), step(55, "member.order"), *PERFECT["member"][2:]]],
    # A report to the police instead of charges, and a decision that is left for later.
    "violence": [[*PERFECT["violence"][:-1], step(450, "charges.decide", decision=decision)]
                 for decision in ("report", "later")],
}


def flawed(name):
    """(what went wrong, the steps, the points, and the verdicts that are not “met”, or the mistakes)."""
    good = PERFECT[name]
    if name in occasions.FLAWED:
        return occasions.FLAWED[name]
    return {
        "statement": lambda: [
            ("a late statement", [good[0], step(81, "address.a"), step(195, "disturbance.end")], 6,
             {"statement": "late"}),
            ("the wrong disturber", [step(25, "disturbance.report", who="speaker"), *good[1:]], 6,
             {"report": "wrong"}),
            ("stopped instead of heard", [good[0], step(40, "address.b"), until(90)], 0,
             {"statement": "skipped", "end": "not-asked", "stop": 1}),
            ("ended too soon", [*good[:2], step(100, "disturbance.end")], 7, {"end": "out-of-order"}),
            ("the room cleared for it", extra(good, step(41, "meeting.suspend"), step(45, "room.clear")), 6, {"clear": 1}),
        ],
        "sit-in": lambda: [
            ("confirmed before it was so", [*good[:4], step(190, "broadcast.paused"), good[4], *good[6:]], 18,
             {"paused": "out-of-order", "not-paused": 1}),
            ("scenario B came late", later(good, 2, 30), 20, {"stop": "late"}),
            ("never paused", [*without(good, 5)[:7], until(400)], 16, {"paused": "skipped", "resume": "skipped"}),
            ("the refusal was forgotten", [*good[:4], good[5]], 14,
             {"refuse-1": "skipped", "request-2": "not-asked", "heed": "not-asked", "resume": "not-asked"}),
        ],
        "shouting": lambda: [
            ("not suspended", without(good, 1), 26, {"suspend": "skipped"}),
            ("a slow call to the police", later(good, 10, 40), 26, {"police": "late"}),
            ("a statement for shouters", [good[0], good[1], step(35, "address.a"), *good[2:]], 26, {"statement": 1}),
            ("no emergency", extra(good, step(145, "emergency.declare"), step(146, "emergency.over")), 27,
             {"emergency": 1}),
            ("the end never recorded", [*without(good, 13), until(600)], 26, {"end": "skipped"}),
        ],
        "comes-back": lambda: [
            ("security forgotten", [*without(good, 7), until(300)], 29, {"security": "skipped"}),
            ("the return seen late", later(good, 6, 32), 29, {"report-2": "late"}),
            ("a statement at her return", [*good[:8], step(152, "address.a"), *good[8:]], 29, {"statement": 1}),
            ("gone without a word", [*good[:10], {"at": 240, "observe": "zij is weg"}], 22,
             {"heed-2": "skipped", "close": "not-asked", "broadcast-end": "not-asked", "charges-1": "not-asked",
              "charges-2": "not-asked"}),
            ("one decision for two incidents", [*good[:-1], until(400)], 29, {"charges-2": "skipped"}),
        ],
        "violence": lambda: [
            ("another number", [good[0], step(30, "police.call", number="0900-8844"), *good[2:]], 21,
             {"call": "wrong"}),
            ("the room not cleared", without(good, 4), 23, {"clear": "skipped"}),
            ("the emergency declared late", later(good, 0, 20), 23, {"emergency": "late"}),
            ("over before it was", [*good[:5], step(100, "emergency.over"), *good[5:7]], 14,
             {"over": "out-of-order", "over-soon": 1, "close": "skipped", "broadcast-end": "not-asked",
              "charges": "not-asked"}),
            ("no charges at violence", [*good[:-1], step(450, "charges.decide", decision="none")], 21, {"no-charges": 1}),
            ("no decision on charges", [*good[:-1], until(600)], 21, {"charges": "skipped"}),
        ],
        "member": lambda: [
            ("taken for the audience", [step(22, "disturbance.report"), step(25, "disturbance.end"), *good], 15, {"public": 1}),
            ("asked to leave", [step(22, "disturbance.report"), step(24, "address.b"), step(26, "request.speak"),
                                step(28, "request.heed"), *good], 9, {"public": 1, "request": 1, "stop": 1}),
            ("suspended during the vote", extra(good, step(85, "meeting.suspend")), 15, {"suspended": 1}),
            ("the vote not awaited", [*good[:3], step(100, "member.exclude"), *good[4:]], 15,
             {"exclude": "out-of-order", "not-voted": 1}),
            ("sent away without a vote", [*good[:2], step(70, "disturbance.end"), until(300)], 7,
             {"propose": "skipped", "exclude": "not-asked", "security": "not-asked", "removed": "not-asked",
              "end": "out-of-order"}),
        ],
    }[name]()


def verdicts(result):
    found = {one["id"]: one["verdict"] for one in result["expected"] if one["verdict"] != "met"}
    return found | {one["id"]: len(one["at"]) for one in result["mistakes"]}


def scores():
    for name, good in PERFECT.items():
        result = play(scenario(name), good)
        assert result["points"] == result["of"] and not verdicts(result), (name, verdicts(result), result["refused"])
        assert not result["refused"], (name, result["refused"])
        assert all(one["sentence"] for one in result["expected"]), name
        for steps in ALSO_RIGHT.get(name, []):
            result = play(scenario(name), steps)
            assert result["points"] == result["of"] and not verdicts(result), (name, verdicts(result), result["refused"])
        assert len(flawed(name)) >= 3
        for what, steps, points, wanted in flawed(name):
            result = play(scenario(name), steps)
            assert verdicts(result) == wanted, (name, what, verdicts(result), result["refused"])
            assert result["points"] == points, (name, what, result["points"], result["of"])
        print("ok:", name, flush=True)


def trainers_hand():
    good = PERFECT["statement"]
    acts = [{"at": 1, "fire": "banner"}, {"at": 30, "observe": "rustig"}, {"at": 45, "delay": "sit", "by": 20},
            {"at": 50, "skip": "sit"}, {"at": 51, "take_back": True},
            {"at": 200, "rate": "calm", "as": 4}]
    result = play(scenario("statement"), extra([step(25, "disturbance.report", who="audience"), good[1],
                                                step(175, "disturbance.end")], *acts))
    assert [one["at"] for one in result["injects"]] == [1, 50, 170], result["injects"]
    assert [goal["rating"] for goal in result["goals"]] == [4, None], result["goals"]
    skipped = play(scenario("statement"), [{"at": 0, "skip": "banner"}, {"at": 60, "observe": "niets"}])
    assert {one["verdict"] for one in skipped["expected"]} == {"not-asked"}, skipped
    assert skipped["of"] == 0


def end_comes_soon():
    """What there was still time for when the drill ended is not held against anybody."""
    result = play(scenario("statement"), [step(25, "disturbance.report", who="audience"), until(60)])
    assert verdicts(result) == {"statement": "not-asked", "end": "not-asked"}, verdicts(result)
    assert result["points"] == result["of"] == 2, result["points"]
    result = play(scenario("statement"), [step(25, "disturbance.report", who="audience"), until(90)])
    assert verdicts(result) == {"statement": "skipped", "end": "not-asked"}, verdicts(result)


def wrong_branch_first():
    """A step of a wrong branch does not stand for the right one, which came in time."""
    steps = [step(25, "disturbance.report", who="audience"), step(40, "address.a"), step(50, "disturbance.end"),
             step(55, "disturbance.report", who="audience"), step(60, "address.a"), step(175, "disturbance.end")]
    result = play(scenario("statement"), steps)
    assert not verdicts(result), (verdicts(result), result["refused"])
    early = play(scenario("statement"), steps[:3] + [until(300)])
    assert verdicts(early) == {"end": "out-of-order"}, "where it is the only one it is that one, too early"


def undo_counts():
    steps = [step(25, "disturbance.report", who="audience"), step(30, "address.b"), step(34, "undo"), step(40, "address.a"),
             step(155, "disturbance.end")]
    steps[2] = {"at": 34, "do": "undo", "with": {"why": "vergissing"}}
    result = play(scenario("statement"), steps)
    assert result["points"] == result["of"], "what was taken back is no mistake"


def debrief():
    script = FOLDER / "debrief.jsonl"
    acts = [{"at": 0, "attend": "De Wit, voorzitter"}, {"at": 300, "agree": "hardop herhalen"},
            {"at": 301, "observe": "=1+1"}]
    script.write_text("".join(json.dumps(one) + "\n" for one in extra(later(PERFECT["sit-in"], 2, 30), *acts)))
    for name in ("debrief.pdf", "debrief.txt"):
        done = hamer("drill", scenario("sit-in"), "--script", script, "-o", FOLDER / name)
        assert done.returncode == 0, done.stderr
    text = (FOLDER / "debrief.txt").read_text()
    for words in ("OEFENING", "te laat", "De Wit, voorzitter", "hardop herhalen", "De pauzeknop doet niets",
                  "strafbaar is en dat de verstorende gedraging"):  # the protocol's own sentence
        assert words in text, (words, text)
    assert "{" not in text, ("a place for a number that is not known there", text)
    pages = subprocess.run(["pdftotext", FOLDER / "debrief.pdf", "-"], capture_output=True, text=True).stdout
    pages = pages.rstrip("\f").split("\f")
    assert len(pages) > 1 and all("OEFENING" in page for page in pages), "each page says so"
    done = hamer("drill", scenario("sit-in"), "--script", script, "-o", FOLDER / "debrief.doc")
    assert done.returncode == 2 and ".pdf" in done.stderr, done.stderr


def from_a_real_session():
    data = FOLDER / "data"
    lines = (SOURCE / "scenarios/demonstration.jsonl").read_text()
    meeting = json.dumps({"name": "Raad", "chair": "Zebediah Quist"})
    walked = subprocess.run([HAMER, "--config", SOURCE / "config/hamer.json", "--data", data, "walk", "--meeting", meeting],
                            input=lines, capture_output=True, text=True)
    assert walked.returncode == 0, walked.stderr
    session = next((data / "sessions").iterdir()).name
    file = FOLDER / "weer.json"
    done = hamer("--data", data, "drill", "--from", session, "-o", file)
    assert done.returncode == 0, done.stderr
    text = file.read_text()
    for words in ("Quist", "Eén van de drie", "publieke tribune", "de griffier", "geroep", "2026", "0900"):
        assert words not in text, f"{words} came from the log"
    assert hamer("check", file).returncode == 0
    made = json.loads(text)
    assert [one["event"] for one in made["expected"]][:3] == ["disturbance.report", "meeting.suspend", "address.b"]
    again = hamer("--data", data, "drill", "--from", session, "-o", file)
    assert again.returncode != 0, "a file that is there is not overwritten"
    assert hamer("--data", data, "drill", "--from", "../../etc", "-o", FOLDER / "x.json").returncode != 0
    # Played as it was recorded, within its own times, all of it is met.
    steps, now, last = [], 0, {}
    for one in made["expected"]:
        inject = next((i for i in made["injects"] if one.get("after", {}).get("inject") == i["id"]), None)
        now += (inject or {}).get("delay", 0) + 1
        steps.append(step(now, one["event"], **one.get("with", {})) if one["event"] != "police.call"
                     else step(now, "police.call", number="112"))
    result = play(file, steps)
    assert result["points"] == result["of"] > 10, (verdicts(result), result["refused"])


def proof():
    """Whether this term's drill was held."""
    settings = json.loads((SOURCE / "config/hamer.json").read_text())
    settings["procedure"] = str(SOURCE / "config/procedures/leiden-2025.json")
    settings["terms"] = [{"from": "2000-01-01", "until": "2099-12-31"}]
    config = FOLDER / "terms.json"
    config.write_text(json.dumps(settings))
    data = FOLDER / "held"
    words = [HAMER, "--config", config, "--data", data, "drill", "--held"]
    none = subprocess.run(words, capture_output=True, text=True)
    assert none.returncode == 1 and none.stdout == "", none
    folder = data / "drills/20260312T190000Z-0011aabb"
    folder.mkdir(parents=True)
    held = {"format": 1, "drill": True, "session": folder.name, "scenario": "sit-in", "title": "Een sit-in",
            "held": "2026-03-12T20:00:00.000+01:00", "lasted": 340000, "points": 18, "of": 22, "attendance": ["De Wit"],
            "lead": "program", "shown": True, "hints": True, "pace": 100, "roles": {}}
    (folder / "drill.json").write_text(json.dumps(held))
    other = data / "drills/20260313T190000Z-0011aabb"
    other.mkdir()
    (other / "drill.json").write_text("{")  # broken: it stops nothing
    one = subprocess.run([*words, "--json"], capture_output=True, text=True)
    assert one.returncode == 0 and json.loads(one.stdout) == [held], one
    assert "18/22  De Wit" in subprocess.run(words, capture_output=True, text=True).stdout
    settings["terms"] = [{"from": "2026-13-01", "until": "2099-12-31"}]
    config.write_text(json.dumps(settings))
    bad = subprocess.run(words, capture_output=True, text=True)
    assert bad.returncode == 2 and "/terms/0/from" in bad.stderr, bad.stderr


def is_the_same_each_time():
    script = FOLDER / "same.jsonl"
    script.write_text("".join(json.dumps(one) + "\n" for one in PERFECT["shouting"]))
    runs = {hamer("drill", scenario("shouting"), "--script", script).stdout for _ in range(3)}
    assert len(runs) == 1


def leaves_no_trace():
    assert not (FOLDER / ".local").exists(), "a drill writes nothing"


def cannot_be_mixed():
    """A drill's folder among the meetings, and a meeting's among the drills: each is seen for what it is."""
    data = FOLDER / "mixed"
    def program(*words, text=""):
        return subprocess.run([HAMER, "--config", SOURCE / "config/hamer.json", "--data", data, *words], input=text,
                              capture_output=True, text=True)
    lines = (SOURCE / "scenarios/demonstration.jsonl").read_text()
    closed = "\n".join(line for line in lines.splitlines() if line.strip())
    for words in (("walk", "--drill"), ("walk",)):
        done = program(*words, text=closed)
        assert done.returncode == 0, done.stderr
    drill = next((data / "drills").iterdir())
    meeting = next((data / "sessions").iterdir())
    records = json.loads(program("record", "list", "--json").stdout)
    assert [one["id"] for one in records] == [f"{meeting.name}-1"], records
    shutil.copytree(drill, data / "sessions" / drill.name)
    shutil.copytree(meeting, data / "drills" / meeting.name)
    note = '{"do":"note","with":{"text":"erbij"}}'
    assert json.loads(program("record", "list", "--json").stdout) == records, "no record of it"
    for session, where in ((drill, ()), (meeting, ("--drill",))):
        done = program("walk", *where, "--session", session.name, text=note)
        assert done.returncode == 1 and "Zet de map terug" in done.stderr, (done.returncode, done.stdout, done.stderr)
    assert program("log", drill.name).stdout.startswith("OEFENING"), "its log says so"
    assert '"drill":true' in (drill / "journal").read_text(), "and so does its journal"
    assert [one for one in json.loads(program("drill", "--held", "--json").stdout)] == [], "a meeting is no drill held"
    # In a file for another device it stays one.
    bundle = FOLDER / "drill.hamer"
    assert program("sessions", "export", drill.name, "-o", bundle).returncode == 0
    other = FOLDER / "other"
    done = subprocess.run([HAMER, "--config", SOURCE / "config/hamer.json", "--data", other, "sessions", "import", bundle],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (other / "drills" / drill.name).is_dir() and not (other / "sessions" / drill.name).exists()


def broken_files():
    whole = json.loads(scenario("statement").read_text())
    def refused(words, change):
        broken = json.loads(json.dumps(whole))
        change(broken)
        file = FOLDER / "broken.json"
        file.write_text(json.dumps(broken))
        done = hamer("check", file)
        assert done.returncode == 2 and words in done.stderr, (words, done.returncode, done.stderr)
    refused("no event “meeting.begin”", lambda s: s["expected"][0].update(event="meeting.begin"))
    refused("“sit” must stand before", lambda s: s["injects"][0].update(after={"inject": "sit"}))
    refused("/injects/1/delay", lambda s: s["injects"][1].update(delay=1_000_000))
    refused("/injects/1/delay", lambda s: s["injects"][1].update(delay=-1))
    refused("no placeholders", lambda s: s["injects"][0]["show"].update(nl="Zeg {reason}"))
    refused("both languages", lambda s: s["title"].update(en=""))
    refused("used twice", lambda s: s["injects"].append(dict(s["injects"][0])))
    refused("at most 200", lambda s: s["injects"].extend([dict(s["injects"][0])] * 300))
    refused("no goal “x”", lambda s: s["expected"][0].update(goal="x"))
    refused("no article", lambda s: s["expected"][0].update(source="9.9"))
    refused("none of the choices", lambda s: s["expected"][0].update({"with": {"who": "nobody"}}))
    refused("written for", lambda s: s.update(procedure="nergens"))
    refused("/id", lambda s: s.update(id="../x"))
    refused("/id", lambda s: s.update(id=".."))
    deep = FOLDER / "deep.json"
    deep.write_text('{"injects":' + "[" * 5000 + "]" * 5000 + "}")
    assert hamer("check", deep).returncode == 2
    large = FOLDER / "large.json"
    large.write_text('{"injects":"' + "x" * 300_000 + '"}')
    done = hamer("check", large)
    assert done.returncode == 2 and "large" in done.stderr, done.stderr
    for line, words in (("{", "line 1"), ('{"at":-1,"do":"x"}', "at"), ('{"at":5,"fire":"nope"}', "nope"),
                        ('{"at":5,"do":"undo"}\n{"at":4,"do":"undo"}', "line 2"), ('{"do":"x"}', "at")):
        script = FOLDER / "broken.jsonl"
        script.write_text(line)
        done = hamer("drill", scenario("statement"), "--script", script)
        assert done.returncode == 2 and words in done.stderr, (line, done.stderr)


def main():
    for file in sorted((SOURCE / "scenarios").glob("*.json")):
        done = hamer("check", file)
        assert done.returncode == 0, done.stderr
        assert file.stem in PERFECT, f"{file.stem} has no run"
    scores()
    end_comes_soon()
    wrong_branch_first()
    for case in (trainers_hand, undo_counts, debrief, from_a_real_session, proof, is_the_same_each_time, broken_files, leaves_no_trace,
                 cannot_be_mixed):
        case()
        print("ok:", case.__name__, flush=True)


main()
