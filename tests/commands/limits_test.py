"""Under the limits that a system may set: memory, open files, the size of a file. A sentence and a status, no signal."""
import os
import resource
import subprocess
import sys

from program import MEETING_B, Program

STARTS = 127  # the system's loader, which could not even start the program


def under(program, words, text="", **limits):
    def limit():
        for name, value in limits.items():
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
    done = subprocess.run(program.words(*words), input=text, text=True, capture_output=True, check=False, timeout=120,
                          preexec_fn=limit)
    assert done.returncode >= 0, ("ended by a signal", words, limits, done)
    assert done.returncode == 0 or done.stderr, (words, limits, done)
    return done


def has_address_sanitizer(program):
    """Its shadow is terabytes of addresses: a limit on them ends the program before it begins."""
    with open(program.hamer, "rb") as file:
        return b"__asan_init" in file.read()


def main():
    program = Program(*sys.argv[1:])
    record = program.meeting()
    session = record.rsplit("-", 1)[0]
    with open(os.path.join(program.source, MEETING_B), encoding="utf-8") as file:
        lines = file.read()
    paper = program.folder.name + "/paper.pdf"
    commands = (("walk",), ("log", session), ("record", "list"), ("report", record, "-o", paper, "--force"),
                ("sessions", "export", session, "-o", program.folder.name + "/evening.hamer", "--force"))
    mebibyte = 1 << 20
    for words in commands:
        text = lines if words == ("walk",) else ""
        if not has_address_sanitizer(program):
            worst = 0
            for size in (*range(30, 160, 10), 200, 300, 400, 500, 700, 1000, 2000):
                worst = max(worst, under(program, words, text, AS=size * mebibyte).returncode)
            assert worst in (0, 3, STARTS), (words, worst)  # some need little
            assert under(program, words, text, AS=4000 * mebibyte).returncode == 0
        for number in range(3, 17):
            done = under(program, words, text, NOFILE=number)
            assert done.returncode in (0, 1, 2, 3, STARTS), (words, number, done)
        assert under(program, words, text, NOFILE=64).returncode == 0
        for size in (0, 100, 1000, 5000):
            done = under(program, words, text, FSIZE=size)
            assert done.returncode in (0, 1, 3), (words, size, done)
    assert "File too large" in under(program, ("walk",), lines, FSIZE=100).stderr
    program.run("verify", session)


if __name__ == "__main__":
    main()
