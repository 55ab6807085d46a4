"""Under umask 000 every file that a command makes is for its owner alone: 0600, and folders 0700. (Those of the window:
tests/window/kill_test.py; of the second place: tests/window/full_disk_test.py.)
"""
import json
import os
import pathlib
import subprocess
import sys
import time

from program import COMPLETE, Program


def judge(folder, known=()):
    for path in pathlib.Path(folder).rglob("*"):
        if path.name in known or path.is_symlink():
            continue
        mode = path.stat().st_mode & 0o7777
        assert mode == (0o700 if path.is_dir() else 0o600), f"{path}: {oct(mode)}"


def beside_an_open_register(program, record):
    """The files that SQLite keeps beside the register while it is open: here, waiting for a server that is not there."""
    program.settings(deliver={"https": {"url": "https://127.0.0.1:1/", "source": "urn:test", "timeout_seconds": 1}})
    os.chmod(program.config, 0o600)
    program.run("record", "complete", record, "--by", "Gijs", status=0)
    program.run("record", "set", record, text='{"reason": "anders"}')
    waiting = subprocess.Popen(program.words("deliver", "--wait"), stdout=subprocess.DEVNULL)
    wal = pathlib.Path(program.data) / "register.db-wal"
    deadline = time.monotonic() + 30
    while not wal.exists():
        assert time.monotonic() < deadline and waiting.poll() is None, "no register was opened"
        time.sleep(0.001)
    judge(program.data)
    waiting.kill()
    waiting.wait()


def main():
    hamer, source = sys.argv[1:]
    os.umask(0)
    program = Program(hamer, source)
    out = program.folder.name + "/out"
    drop = program.folder.name + "/drop"
    os.makedirs(out, mode=0o700)
    os.makedirs(drop, mode=0o700)
    program.settings(deliver={"folder": drop})
    os.chmod(program.config, 0o600)
    record = program.meeting()
    session = record.rsplit("-", 1)[0]
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("record", "complete", record, "--by", "Gijs")
    program.run("deliver")
    for ending in ("pdf", "txt", "csv", "json"):
        program.run("report", record, "-o", f"{out}/paper.{ending}")
    program.run("sessions", "export", session, "-o", out + "/evening.hamer")
    scenario = source + "/scenarios/sit-in.json"
    steps = program.folder.name + "/steps.jsonl"
    with open(steps, "w", encoding="utf-8") as file:
        file.write("")
    for ending in ("pdf", "txt"):
        program.run("drill", scenario, "--script", steps, "-o", f"{out}/debrief.{ending}")
    program.run("drill", "--from", session, "-o", out + "/scenario.json")
    program.run("walk", "--drill", text='{"do":"meeting.open"}\n')
    program.run("erase", record + "/p1", "--yes")
    clerk = Program(hamer, source)
    clerk.run("sessions", "import", out + "/evening.hamer")
    clerk.run("record", "list")
    beside_an_open_register(program, record)
    for folder in (program.data, clerk.data, out, drop):
        judge(folder)
    names = {path.name for path in pathlib.Path(program.data).rglob("*")}
    assert {"register.db", "journal", "private.jsonl", "procedure.json", "lock", "last-meeting.json"} <= names, names


if __name__ == "__main__":
    main()
