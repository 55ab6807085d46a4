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

from drill_plays import ALSO_RIGHT, PERFECT, extra, flawed, later, step, until

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
