"""A meeting that goes on after midnight: each list and each log names the day on which something happened, not that of the
meeting."""
import json
import sys

from program import Program


def walk(program, steps, date="2026-03-12", offset="+01:00", session=""):
    meeting = json.dumps({"name": "Raad", "date": date, "room": "Raadzaal"})
    fields = {"charges.decide": {"decision": "none", "clerk_consulted": "yes"}}
    lines = "".join(json.dumps({"do": step, "with": fields.get(step, {}), "at": f"2026-{at}{offset}"}) + "\n"
                    for step, at in steps)
    program.run("walk", *(("--session", session) if session else ("--meeting", meeting)), text=lines)
    return program.run("sessions").split()[0]


def late_disturbance(program):
    session = walk(program, [("meeting.open", "03-12T20:00:04"), ("disturbance.report", "03-13T00:12:17"),
                             ("meeting.suspend", "03-13T00:12:29"), ("address.a", "03-13T00:12:41"),
                             ("disturbance.end", "03-13T00:20:48"), ("meeting.resume", "03-13T00:25:10"),
                             ("meeting.close", "03-13T01:18:05")])
    listed = program.run("record", "list")
    assert "2026-03-13 00:12:17" in listed and "2026-03-12" not in listed, listed
    assert "2026-03-13 00:12:17" in program.run("register", "search", "verstoring"), "the same in what is found"
    log = program.run("log", session)
    for line in ("12-03-2026 20:00:04", "13-03-2026 00:12:17", "13-03-2026 01:18:05"):
        assert line in log, (line, log)
    assert "12-03-2026 00:" not in log, log
    assert "12-03-2026" in program.run("sessions"), "the meeting keeps its own day"
    record = program.json("record", "list")[0]["id"]
    paper = program.run("report", record)
    assert "13 maart 2026, 00:12:17" in paper, paper


def around_midnight(program):
    """An incident from one day into the next, and the decision on charges days later."""
    session = walk(program, [("meeting.open", "03-12T20:00:04"), ("disturbance.report", "03-12T23:58:00"),
                             ("disturbance.end", "03-13T00:20:00"), ("meeting.close", "03-13T00:25:00"),
                             ("charges.decide", "03-16T09:05:00")])
    log = program.run("log", session)
    for line in ("12-03-2026 23:58:00", "13-03-2026 00:20:00", "16-03-2026 09:05:00"):
        assert line in log, (line, log)
    assert "2026-03-12 23:58:00" in program.run("record", "list")
    paper = program.run("report", program.json("record", "list")[0]["id"])
    assert "12 maart 2026, 23:58:00" in paper and "13 maart 2026, 00:20:00" in paper, paper


def on_one_day(program):
    """Where nothing is of another day, no line repeats it."""
    session = walk(program, [("meeting.open", "03-12T20:00:04"), ("meeting.close", "03-12T21:00:00")])
    lines = [line for line in program.run("log", session).splitlines() if "20:00:04" in line]
    assert lines, "it is there"
    assert not any("12-03-2026" in line.split("20:00:04")[0] for line in lines) or "geopend" in lines[0], lines


def daylight_saving(program):
    """The night in which 02:30 comes twice, and the one in which it never comes: each in its own offset."""
    session = walk(program, [("meeting.open", "03-28T23:50:00")], date="2026-03-28")
    walk(program, [("disturbance.report", "03-29T03:10:00"), ("disturbance.end", "03-29T03:20:00"),
                   ("meeting.close", "03-29T03:30:00")], offset="+02:00", session=session)
    assert "2026-03-29 03:10:00" in program.run("record", "list")
    assert "29-03-2026 03:10:00" in program.run("log", session)


def main():
    for case in (late_disturbance, around_midnight, on_one_day, daylight_saving):
        case(Program(*sys.argv[1:]))


if __name__ == "__main__":
    main()
