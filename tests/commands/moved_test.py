"""A session's files are moved, removed, replaced or cut while `hamer walk` writes them: the next step is refused with
status storage, and from the one after it on all is there anew, in a folder that says why."""
import json
import os
import shutil
import subprocess
import sys

from program import Program


def rotate(folder):
    os.rename(folder + "/journal", folder + "/journal.away")
    with open(folder + "/journal", "w", encoding="utf-8"):
        pass


def copy(folder):
    os.rename(folder + "/journal", folder + "/journal.away")
    shutil.copy(folder + "/journal.away", folder + "/journal")


DEEDS = {
    "rm -rf of the data folder": lambda folder: shutil.rmtree(os.path.dirname(os.path.dirname(folder))),
    "rm -rf of the session": shutil.rmtree,
    "mv of the session": lambda folder: os.rename(folder, folder + ".away"),
    "unlinked": lambda folder: os.unlink(folder + "/journal"),
    "rotated": rotate,
    "replaced by a copy": copy,
    "emptied": lambda folder: os.truncate(folder + "/journal", 0),
    "cut in a line": lambda folder: os.truncate(folder + "/journal", 300),
}


def main():
    hamer, source = sys.argv[1:]
    for name, deed in DEEDS.items():
        program = Program(hamer, source)
        walk = subprocess.Popen(program.words("walk"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

        def say(event, **with_):
            walk.stdin.write(json.dumps({"do": event, "with": with_}) + "\n")
            walk.stdin.flush()
            return json.loads(walk.stdout.readline())

        assert say("meeting.open")["ok"]
        assert say("note", text="met een naam")["ok"]
        session = os.listdir(program.data + "/sessions")[0]
        deed(f"{program.data}/sessions/{session}")
        refused = say("disturbance.report")
        assert refused.get("error", {}).get("code") == "storage", (name, refused)
        assert "terwijl Hamer erin schreef" in refused["error"]["message"], refused
        assert say("disturbance.report")["ok"], name
        assert say("meeting.suspend")["ok"], name
        walk.stdin.close()
        assert walk.wait(timeout=30) == 1, "one line was not accepted"
        done = subprocess.run(program.words("log", session, "--format", "json"), capture_output=True, text=True,
                              check=False)
        log = json.loads(done.stdout)
        kinds = [entry["kind"] for entry in log]
        assert kinds.count("step") == 3 and "note" in kinds and "met een naam" in done.stdout, (name, log)
        assert "while Hamer wrote in it" in done.stdout, (name, "the log says why")


if __name__ == "__main__":
    main()
