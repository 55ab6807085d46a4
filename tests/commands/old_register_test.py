"""A register that an earlier Hamer made (version 4 of its tables) goes on: what was complete stays so, nothing falls due by
the update alone, and what is missing is counted by today's rules.
"""
import json
import os
import shutil
import sys

from program import Program

COMPLETED = "20261201T014014Z-15e6c06e-1"
BEGUN = "reported-20261201T014014Z-4e36725c99f0770e"


def main():
    program = Program(*sys.argv[1:3])
    os.makedirs(program.data, mode=0o700)
    shutil.copy(program.source + "/tests/register/samples/sqlite_v4.db", program.data + "/register.db")
    os.chmod(program.data + "/register.db", 0o600)
    listed = {one["id"]: one for one in program.json("record", "list")}
    assert listed[COMPLETED]["status"] == "complete" and listed[COMPLETED]["missing"] == 0, listed
    missing = {one["place"] for one in program.json("record", "missing", BEGUN, status=1)}
    assert {"gir/number", "no_measures_why", "reporter/name", "aftercare/p2"} <= missing, missing
    assert listed[BEGUN]["missing"] == len(missing), listed
    assert len(program.json("deadlines")) == 7, "as before"

    program.run("record", "done", COMPLETED, "first-talk", "--person", "p2", "--by", "griffier")
    assert {one["id"]: one["status"] for one in program.json("record", "list")}[COMPLETED] == "complete"
    due = [one["kind"] for one in program.json("deadlines") if one["record"] == COMPLETED]
    assert "evaluation" in due and "triangle" in due, "from then on"
    program.run("record", "set", COMPLETED, text=json.dumps({"manner": None}))
    assert {one["id"]: one["status"] for one in program.json("record", "list")}[COMPLETED] == "ended", "more is missing than was"
    assert "evalueren" in program.run("report", COMPLETED)
    assert program.json("register", "search", "haarlemmer")[0]["id"] == BEGUN


main()
