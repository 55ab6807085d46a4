"""`hamer walk` and the other commands on a disk that is full, or may not be written: refused in words, with status 3, and
nothing that was acknowledged is lost. Takes root, for a disk of its own; where that cannot be it is skipped.
"""
import json
import os
import pathlib
import subprocess
import sys

from program import Program

sys.path.append(str(pathlib.Path(__file__).parents[1] / "support"))
from small_disk import SKIPPED, CannotMount, SmallDisk  # noqa: E402


class Walk:
    """`hamer walk`, line by line."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen(program.words("walk", *arguments), stdin=subprocess.PIPE, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def say(self, event, **with_):
        self.process.stdin.write(json.dumps({"do": event, "with": with_}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        return self.process.wait(timeout=30)


def entries(program, session):
    """The log. A full disk may leave the beginning of a line behind, in a segment that another one goes on from."""
    done = subprocess.run(program.words("log", session, "--format", "json"), capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "afgebroken" in done.stderr, done
    verify = subprocess.run(program.words("--lang", "en", "verify", session), capture_output=True, text=True, check=False)
    assert "damaged" not in verify.stdout, verify
    return json.loads(done.stdout)


def one_sentence(program, *words, status=3):
    """Refused with one line that names a place below the data folder; what it printed."""
    done = subprocess.run(program.words(*words), input="", capture_output=True, text=True, check=False)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    assert len(done.stderr.splitlines()) == 1 and program.data in done.stderr, done.stderr
    return done.stderr


def a_step_on_a_full_disk_is_refused_and_the_meeting_goes_on_when_there_is_room(hamer, source):
    program = Program(hamer, source)
    with SmallDisk(program.data) as disk:
        walk = Walk(program)
        assert walk.say("meeting.open")["ok"]
        disk.fill()
        # The page that the file has already may take a few more.
        acknowledged, answer = [], {"ok": True, "seq": 2}
        while answer["ok"]:
            acknowledged.append(answer["seq"])
            situation = answer.get("situation")
            answer = walk.say("undo" if len(acknowledged) % 2 == 0 else "disturbance.report")
        assert answer["error"]["code"] == "storage" and "No space left" in answer["error"]["message"], answer
        assert situation in (None, answer["situation"]), "a step that is refused changes nothing"
        again = walk.say("meeting.suspend")
        assert again["error"]["code"] == "storage" and again["situation"] == answer["situation"], again
        disk.free()
        note = walk.say("note", text="er is weer ruimte")
        assert note["ok"], note
        assert walk.end() == 1, "not every line was accepted"
        session = program.run("sessions").split()[0]
        log = entries(program, session)
        numbers = [entry["seq"] for entry in log]
        assert set(acknowledged) | {note["seq"]} <= set(numbers), "what was acknowledged is there"
        steps = [entry for entry in log if entry["kind"] in ("step", "undo")]
        assert len(steps) == len(acknowledged), "and what was refused is not"


def a_full_disk_refuses_a_new_meeting_and_the_clerks_commands_in_words(hamer, source):
    program = Program(hamer, source)
    with SmallDisk(program.data) as disk:
        record = program.meeting()
        disk.fill()
        assert "No space left" in one_sentence(program, "walk")
        sentence = one_sentence(program, "record", "new", "--what", "x" * 9000)
        assert "disk is full" in sentence, sentence
        disk.free()
        assert program.json("record", "list")[0]["id"] == record


def on_a_read_only_disk_nothing_is_written_and_what_is_there_can_be_read(hamer, source):
    program = Program(hamer, source)
    with SmallDisk(program.data) as disk:
        record = program.meeting()
        session = record.rsplit("-", 1)[0]
        log = program.run("log", session)
        disk.remount("ro")
        assert program.run("log", session) == log
        assert session in program.run("sessions")
        program.run("verify", session)
        bundle = pathlib.Path(program.folder.name) / "whole.hamer"
        program.run("sessions", "export", session, "-o", str(bundle))
        assert "genoteerd" in program.errors, program.errors
        assert bundle.stat().st_size > 0, "what is there can be brought to safety"
        for words in (("walk",), ("walk", "--session", session), ("record", "list"), ("deliver",)):
            sentence = one_sentence(program, *words)
            assert any(words in sentence for words in ("Read-only", "written", "cannot be opened")), sentence
        disk.remount("rw")
        assert program.json("record", "list")[0]["id"] == record


def another_users_data_folder_is_refused(hamer, source):
    program = Program(hamer, source)
    program.meeting()
    os.chmod(program.folder.name, 0o755)

    def as_another(*words):
        return subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words], input="", text=True,
                              capture_output=True, check=False, env={**os.environ, "HOME": "/nonexistent"})

    if as_another(hamer, "--version").returncode != 0 or as_another("cat", program.config).returncode != 0:
        print("left out: another user may not even start the program where it was built")
        return
    for words in (("walk",), ("sessions",), ("record", "list")):
        done = as_another(*program.words(*words))
        assert done.returncode == 3 and len(done.stderr.splitlines()) == 1, (words, done)
        assert "Permission denied" in done.stderr or "cannot be" in done.stderr, done.stderr


def main():
    hamer, source = sys.argv[1:]
    if os.geteuid() != 0:
        raise CannotMount("only root may")
    a_step_on_a_full_disk_is_refused_and_the_meeting_goes_on_when_there_is_room(hamer, source)
    a_full_disk_refuses_a_new_meeting_and_the_clerks_commands_in_words(hamer, source)
    on_a_read_only_disk_nothing_is_written_and_what_is_there_can_be_read(hamer, source)
    another_users_data_folder_is_refused(hamer, source)


if __name__ == "__main__":
    try:
        main()
    except CannotMount as why:
        print(f"skipped: no disk can be mounted here: {why}")
        sys.exit(SKIPPED)
