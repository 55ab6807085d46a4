"""What another user of the machine, or a program, puts in Hamer's way: a second place in /tmp that is not its own, links
where its files should be, and names that are taken. Nothing of it comes into a meeting, and nothing is written elsewhere.
"""
import json
import os
import shutil
import subprocess
import sys

from program import Program

FORGED = {"kind": "step", "at": "2026-03-12T20:10:00.000+01:00", "boot": "b", "mono": 1, "actor": "chair",
          "event": "meeting.suspend", "fields": {"reason": "verzonnen"}, "to": {"meeting": "suspended"}}


class Runtime(Program):
    """With a folder of this test's own for what is in $XDG_RUNTIME_DIR or /tmp otherwise."""

    def __init__(self, hamer, source):
        super().__init__(hamer, source)
        self.runtime = self.folder.name + "/runtime"
        os.makedirs(self.runtime)
        self.second = self.runtime + "/hamer"

    def walk(self, *arguments, text="", status=(0,)):
        done = subprocess.run(self.words("walk", *arguments), input=text, capture_output=True, text=True, check=False,
                              env={**os.environ, "XDG_RUNTIME_DIR": self.runtime})
        assert done.returncode in status, done
        self.errors = done.stderr
        return done.stdout

    def begin(self):
        self.walk(text='{"do":"meeting.open"}\n')
        return self.run("sessions").split()[0]

    def session_file(self, session, name):
        return f"{self.data}/sessions/{session}/{name}"


def steps_come_back_only_from_a_second_place_that_is_ones_own(hamer, source):
    def planted_by(arrange):
        """What the next start makes of a forged step in a second place that was arranged so."""
        program = Runtime(hamer, source)
        session = program.begin()
        shutil.rmtree(program.second)
        elsewhere = program.folder.name + "/elsewhere"
        os.makedirs(elsewhere, mode=0o700)
        arrange(program.second, elsewhere)
        name = f"{program.second}/hamer-{session}-not-recorded.jsonl"
        with open(program.session_file(session, "journal"), encoding="utf-8") as file:
            head = file.read().splitlines()[-1].split(" ")[4]
        with open(name, "w", encoding="utf-8") as file:
            line = {"seq": 3, "folder": "", "after": head, "payload": json.dumps(FORGED), "private": []}
            file.write(json.dumps(line) + "\n")
        return program.walk("--session", session, text='{"do":"note","with":{"text":"x"}}\n')

    def own(second, _):
        os.makedirs(second, mode=0o700)

    def writable(mode):
        def arrange(second, _):
            os.makedirs(second)
            os.chmod(second, mode)
        return arrange

    def linked(second, elsewhere):
        os.symlink(elsewhere, second)

    def anothers(second, _):
        os.makedirs(second, mode=0o777)
        os.chown(second, 65534, 65534)

    assert '"suspended"' in planted_by(own), "one's own is brought back"
    for arrange in (writable(0o777), writable(0o1777), writable(0o770), linked, *([anothers] if os.geteuid() == 0 else [])):
        answer = planted_by(arrange)
        assert '"suspended"' not in answer and '"running"' in answer, (arrange, answer)


def nothing_is_written_through_a_link(hamer, source):
    program = Runtime(hamer, source)
    target = program.folder.name + "/target"
    for name in ("journal", "private.jsonl", "lock"):
        with open(target, "w", encoding="utf-8") as file:
            file.write("J1 niet van Hamer")
        os.chmod(target, 0o644)
        session = program.begin() if name == "journal" else session
        path = program.session_file(session, name)
        os.rename(path, path + ".kept") if os.path.exists(path) else None
        os.symlink(target, path)
        answers = program.walk("--session", session, text='{"do":"note","with":{"text":"geheim"}}\n',
                               status=(1, 3))
        assert '"ok":true' not in answers, answers
        with open(target, encoding="utf-8") as file:
            assert file.read() == "J1 niet van Hamer", name
        assert os.stat(target).st_mode & 0o777 == 0o644, name
        os.unlink(path)
        os.rename(path + ".kept", path) if os.path.exists(path + ".kept") else None
    record = Program.meeting(program)
    for ending in ("pdf", "txt", "csv", "json"):
        paper = f"{program.folder.name}/paper.{ending}"
        os.symlink(target, paper)
        os.symlink(target, paper + ".new")
        program.run("report", record, "-o", paper, status=2)
        program.run("report", record, "-o", paper, "--force")
        assert not os.path.islink(paper) and os.stat(paper).st_mode & 0o777 == 0o600
    bundle = program.folder.name + "/evening.hamer"
    os.symlink(target + "-none", bundle)
    program.run("sessions", "export", session, "-o", bundle, status=2)
    assert not os.path.exists(target + "-none")
    with open(target, encoding="utf-8") as file:
        assert file.read() == "J1 niet van Hamer"


def main():
    hamer, source = sys.argv[1:]
    steps_come_back_only_from_a_second_place_that_is_ones_own(hamer, source)
    nothing_is_written_through_a_link(hamer, source)


if __name__ == "__main__":
    main()
