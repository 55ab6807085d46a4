"""What the commands write: to descriptors that are closed, to a disk that is full, to a pipe that nobody reads, and to
files that are there already. Goes over all commands of the program's own list.
"""
import itertools
import json
import os
import re
import subprocess
import sys

from program import COMPLETE, MEETING_B, Program


def listed(program, *words):
    """The commands below this one, as its help lists them, each as a tuple of words."""
    text = subprocess.run([program.hamer, *words, "--help"], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^  (\w+) ", text.partition("Subcommands:")[2], re.MULTILINE)
    for name in names:
        yield from list(listed(program, *words, name)) or [(*words, name)]
    if names and words == ("sessions",):
        yield words


def ways(program, record):
    """For each command how it is made to print something; None: it prints nothing when all is well."""
    session = record.rsplit("-", 1)[0]
    steps = program.folder.name + "/steps.jsonl"
    with open(steps, "w", encoding="utf-8") as file:
        file.write('{"at":5,"do":"disturbance.report"}\n')
    scenario = program.source + "/scenarios/" + sorted(
        name for name in os.listdir(program.source + "/scenarios") if name.endswith(".json"))[0]
    out = program.folder.name
    return {
        ("check",): (),
        ("walk",): (),
        ("sessions",): (),
        ("sessions", "export"): (session, "-o", out + "/evening.hamer"),
        ("sessions", "import"): None,  # needs another folder; shown in bundle_test
        ("log",): (session,),
        ("verify",): (session,),
        ("record", "list"): (),
        ("record", "show"): (record,),
        ("record", "new"): ("--what", "roepen"),
        ("record", "set"): (record,),
        ("record", "missing"): (record, "--json"),  # of a complete one the plain form is empty
        ("record", "complete"): None,
        ("record", "withdraw"): None,
        ("record", "changes"): (record,),
        ("record", "done"): None,
        ("record", "prepare"): None,  # of an estimate; shown in beforehand_test
        ("record", "attach"): None,  # the same file is there the second time; shown in attachment_test
        ("record", "attachments"): (record, "--json"),
        ("report",): (record,),
        ("letter",): (record, "evaluatie"),
        ("deadlines",): (),
        ("deliver",): ("--list", "--json"),
        ("register", "search"): ("Quist",),
        ("register", "stats"): (),
        ("register", "cases"): (),
        ("register", "year"): (),
        ("register", "access"): (),
        ("register", "retention"): ("--json",),
        ("erase",): (record,),
        ("broadcast",): (),
        ("drill",): (scenario, "--script", steps),
        ("demonstrate",): (),
        ("selftest",): (),
        ("procedure", "draw"): (),
        ("pair",): (),
        ("serve",): ("--devices",),
    }


def input_of(program, words):
    if words[0] == "record" and words[1] == "set":
        return json.dumps(COMPLETE)
    if words[0] == "walk":
        with open(os.path.join(program.source, MEETING_B), encoding="utf-8") as file:
            return "".join(file.readlines()[:3])
    return "test\n" if words[0] == "broadcast" else ""


def start(program, words, **how):
    return subprocess.run(program.words(*words), text=True, input=input_of(program, words), check=False, timeout=120,
                          stderr=subprocess.PIPE, **how)


def output_that_is_cut_ends_in_a_sentence_and_status_3(program, record):
    rows = ways(program, record)
    commands = list(listed(program))
    assert len(commands) > 20, commands
    missing = [command for command in commands if command not in rows]
    assert not missing, f"no way to make these print is known to this test: {missing}"
    for command, arguments in rows.items():
        if arguments is None:
            continue
        words = (*command, *arguments)
        with open("/dev/full", "wb") as full:
            done = start(program, words, stdout=full)
        assert done.returncode == 3, (words, done.returncode, done.stderr)
        assert "No space left" in done.stderr, (words, done.stderr)
        if command == ("sessions", "export"):
            os.unlink(arguments[2])
    for words in (("--help",), ("--version",), ("log", "--help")):
        with open("/dev/full", "wb") as full:
            assert start(program, words, stdout=full).returncode == 3, words


def a_pipe_that_its_reader_closed_is_no_alarm_but_not_done(program, record):
    for words in (("log", record.rsplit("-", 1)[0], "--format", "json"), ("record", "list"), ("walk",), ("--help",)):
        reading, writing = os.pipe()
        os.close(reading)
        done = start(program, words, stdout=writing)
        os.close(writing)
        assert done.returncode == 3, (words, done)
        assert "standard output" not in done.stderr, done.stderr


def what_is_printed_never_lands_in_a_file_of_hamers(program, record):
    """Each set of 0, 1 and 2 closed."""
    session = record.rsplit("-", 1)[0]
    with open(os.path.join(program.source, MEETING_B), encoding="utf-8") as file:
        lines = file.read()
    for closed in itertools.chain.from_iterable(itertools.combinations((0, 1, 2), n) for n in (1, 2, 3)):
        redirections = " ".join({0: "<&-", 1: ">&-", 2: "2>&-"}[one] for one in closed)
        before = set(program.run("sessions").split("\n"))
        for words in (("walk",), ("walk", "--session", "none"), ("sessions",), ("log", session), ("record", "list"),
                      ("report", record, "-o", program.folder.name + "/paper.pdf", "--force"), ("--help",)):
            done = subprocess.run(["sh", "-c", f'"$@" {redirections}', "sh", *program.words(*words)], text=True,
                                  input=lines if words == ("walk",) else "", capture_output=True, check=False)
            if "-o" in words:
                assert done.returncode == 0 and open(words[3], "rb").read(4) == b"%PDF", (closed, done)
            elif 1 in closed and words[-1] != "none" and not (0 in closed and words == ("walk",)):  # which then says nothing
                assert done.returncode == 3, (closed, words, done)
        made = [line.split()[0] for line in set(program.run("sessions").split("\n")) - before if line]
        assert len(made) == 1, made
        program.run("verify", made[0])
        for folder, _, names in os.walk(os.path.join(program.data, "sessions", made[0])):
            for name in names:
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:  # or a signature
                    text = file.read()
                assert name != "lock" or text == "", (closed, text)
                assert '"ok":' not in text and "hamer:" not in text, (closed, name)
        kept = len(json.loads(program.run("log", made[0], "--format", "json")))
        assert kept == 1 if 0 in closed else kept > 20, (closed, kept)


def a_file_that_is_there_is_replaced_only_when_asked(program, record):
    session = record.rsplit("-", 1)[0]
    out = program.folder.name + "/out"
    os.makedirs(out, exist_ok=True)
    rows = ways(program, record)
    drill = ("drill", *rows[("drill",)])
    for name, words in (("a.pdf", ("report", record)), ("a.txt", ("report", record)), ("a.csv", ("report", record)),
                        ("a.json", ("report", record)), ("a.hamer", ("sessions", "export", session)),
                        ("b.pdf", drill), ("b.txt", drill), ("c.json", ("drill", "--from", session))):
        path = f"{out}/{name}"
        with open(path, "w", encoding="utf-8") as file:
            file.write("van een ander")
        program.run(*words, "-o", path, status=2)
        assert "--force" in program.errors and path in program.errors, program.errors
        with open(path, encoding="utf-8") as file:
            assert file.read() == "van een ander", words
        program.run(*words, "-o", path, "--force")
        with open(path, "rb") as file:
            assert file.read() != b"van een ander", words
        assert os.stat(path).st_mode & 0o777 == 0o600
        os.unlink(path)
        program.run(*words, "-o", path)
        os.mkdir(path + "d")
        program.run(*words, "-o", path + "d" + "/none/" + name, status=3)
        assert f"hamer: {path}d/none/{name}: " in program.errors and ".new" not in program.errors, program.errors
        program.run(*words, "-o", "/dev/null", "--force", status=2)
        assert not os.path.exists(path + "d/none") and os.path.exists("/dev/null")
    with open(out + "/01-begin.png", "w", encoding="utf-8") as file:
        file.write("van een ander")
    program.run("demonstrate", "--pictures", out, status=2)
    assert "--force" in program.errors, program.errors
    left = [name for name in os.listdir(out) if name.endswith(".new")]
    assert not left, left


def main():
    program = Program(*sys.argv[1:])
    program.settings(broadcast={"way": "command", "command": {"program": "/bin/true"}})
    record = program.meeting()
    output_that_is_cut_ends_in_a_sentence_and_status_3(program, record)
    a_pipe_that_its_reader_closed_is_no_alarm_but_not_done(program, record)
    what_is_printed_never_lands_in_a_file_of_hamers(program, record)
    a_file_that_is_there_is_replaced_only_when_asked(program, record)


if __name__ == "__main__":
    main()
