"""The real program under a machine's clock that is set back an hour against the time since its start, and put right again;
and through both changes of daylight saving. A time namespace moves the one clock without the other: it takes root, and
where it cannot be had the test says so and is skipped.
"""
import json
import os
import subprocess
import sys

from program import Program

SKIPPED = 77
HOUR = 3_600_000


def walk(program, steps, ahead=0, zone="CET-1", session=""):
    """As if the machine had run for `ahead` seconds more than the wall clock says."""
    words = program.words("walk", *(("--session", session) if session else ()))
    if ahead:
        words = ["unshare", "--time", "--fork", "--boottime", str(ahead), *words]
    done = subprocess.run(words, input="".join(json.dumps({"do": step}) + "\n" for step in steps), text=True,
                          capture_output=True, check=False, env={**os.environ, "TZ": zone})
    assert done.returncode == 0, done
    return program.run("sessions").split()[0]


def set_back_and_put_right(program):
    session = walk(program, ["meeting.open", "disturbance.report"])
    walk(program, ["meeting.suspend", "address.b"], ahead=3600, session=session)
    walk(program, ["disturbance.end", "meeting.close"], session=session)
    log = json.loads(program.run("log", session, "--format", "json"))
    jumps = [(entry["seq"], entry["milliseconds"]) for entry in log if entry["kind"] == "clock-jumped"]
    assert [seq for seq, _ in jumps] == [4, 7], jumps
    assert abs(jumps[0][1] + HOUR) < 1000 and abs(jumps[1][1] - HOUR) < 1000, jumps
    assert [entry["event"] for entry in log if entry["kind"] == "step"] == [
        "meeting.open", "disturbance.report", "meeting.suspend", "address.b", "disturbance.end", "meeting.close"]
    program.run("verify", session)
    record = program.json("record", "list")[0]["id"]
    shown = json.loads(program.run("record", "show", record))
    assert [each["at"]["seq"] for each in shown["clock_changes"]] == [4, 7], shown["clock_changes"]
    assert "Klok van het apparaat verzet" in program.run("report", record)


def daylight_saving(hamer, source):
    for before, after, offset in (("CET-1", "CEST-2", "+02:00"), ("CEST-2", "CET-1", "+01:00")):
        program = Program(hamer, source)
        session = walk(program, ["meeting.open", "disturbance.report"], zone=before)
        walk(program, ["disturbance.end", "meeting.close"], zone=after, session=session)
        log = json.loads(program.run("log", session, "--format", "json"))
        assert [entry["kind"] for entry in log] == ["session-opened"] + 4 * ["step"], log
        assert log[-1]["at"].endswith(offset), log[-1]
        record = json.loads(program.run("record", "show", program.json("record", "list")[0]["id"]))
        assert "clock_changes" not in record
        assert record["ended"]["at"]["at"].endswith(offset) and not record["started"]["at"].endswith(offset), record


def main():
    hamer, source = sys.argv[1:]
    tried = subprocess.run(["unshare", "--time", "--fork", "--boottime", "3600", "true"], capture_output=True, text=True,
                           check=False)
    if tried.returncode != 0:
        print(f"skipped: no time namespace here: {tried.stderr.strip()}")
        return SKIPPED
    set_back_and_put_right(Program(hamer, source))
    daylight_saving(hamer, source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
