"""What the commands are given to read: files, and no more of them than there is. A folder, a pipe, a device, or a file that a
system makes up as it is read is refused in a sentence, at once; so is input without an end.
"""
import json
import os
import socket
import subprocess
import sys

from program import Program

LONG = 60  # seconds, for a command that would otherwise read for ever


def start(program, *words, **how):
    done = subprocess.run(program.words(*words), capture_output=True, check=False, timeout=LONG,
                          env=program.environment(), **how)
    return done.returncode, done.stderr.decode()


def others(program):
    """What is no file, with its name in Dutch and English."""
    folder = program.folder.name
    os.makedirs(folder + "/folder", exist_ok=True)
    os.mkfifo(folder + "/pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(folder + "/socket")
    return [(folder + "/folder", "een map", "a folder"), (folder + "/pipe", "een pijp", "a pipe"),
            (folder + "/socket", "een socket", "a socket"), ("/dev/null", "een apparaat", "a device"),
            ("/dev/zero", "een apparaat", "a device")]


def what_is_no_file_is_refused(program, record):
    session = record.rsplit("-", 1)[0]
    scenario = program.source + "/scenarios/sit-in.json"
    readers = [("check",), ("walk", "--procedure"), ("sessions", "import"), ("verify", session, "--marks"),
               ("verify", session, "--ca"), ("record", "set", record, "--file"), ("demonstrate",),
               ("drill", "--script", "x"), ("drill", scenario, "--script")]
    for file, dutch, english in others(program):
        for reader in readers:
            status, errors = start(program, *reader, file)
            assert status == 2, (reader, file, status, errors)
            assert errors.startswith(f"hamer: {file}: verwacht: een bestand"), (reader, errors)
            if reader[-1] == "--script":
                assert "een regel JSON voor elke stap" in errors, errors
                continue
            assert f"gevonden: {dutch}. Noem een bestand" in errors, (reader, errors)
            status, errors = start(program, "--lang", "en", *reader, file)
            assert status == 2 and f"expected a file, found {english}. Name a file" in errors, (reader, errors)
        settings, program.config = program.config, file
        status, errors = start(program, "check")
        program.config = settings
        assert status == 2 and f"gevonden: {dutch}" in errors, errors


def what_a_system_makes_up_has_nothing_in_it(program):
    """The kernel's messages: a file by its kind that keeps whoever reads it waiting."""
    for file in ("/proc/kmsg", "/proc/self/status"):
        try:
            os.close(os.open(file, os.O_RDONLY | os.O_NONBLOCK))
        except OSError:  # not for everybody
            continue
        status, errors = start(program, "check", file)
        assert status == 2 and errors.startswith(f"hamer: {file}: verwacht: JSON, gevonden: niets"), (status, errors)
    status, errors = start(program, "check", "/proc/kcore")
    assert status == 2 and errors.startswith("hamer: /proc/kcore: "), (status, errors)


def input_without_an_end_is_refused(program, record):
    with open("/dev/zero", "rb") as endless:
        status, errors = start(program, "record", "set", record, stdin=endless)
        assert status == 2 and "hooguit 4194304 bytes" in errors, (status, errors)
        status, errors = start(program, "walk", stdin=endless)
        assert status == 2 and "een regel van hooguit 1048576 bytes" in errors, (status, errors)


def what_was_read_before_is_still_read(program, record):
    patch = program.folder.name + "/patch.json"
    with open(patch, "w", encoding="utf-8") as file:
        json.dump({"reason": "woningbouw"}, file)
    os.symlink(patch, patch + ".link")
    program.run("record", "set", record, "--file", patch + ".link")
    program.run("record", "set", record, "--file", "-", text='{"reason": "parkeren"}')
    # A file on standard input is a file.
    with open(program.source + "/scenarios/sit-in.json", "rb") as file:
        status, errors = start(program, "check", "/dev/stdin", stdin=file)
    assert status == 0, errors
    # The last line needs no end.
    assert program.run("walk", text='{"do":"meeting.open"}\n\n{"do":"meeting.close"}').count('"ok":true') == 2


def main():
    program = Program(*sys.argv[1:])
    record = program.meeting()
    what_is_no_file_is_refused(program, record)
    what_a_system_makes_up_has_nothing_in_it(program)
    input_without_an_end_is_refused(program, record)
    what_was_read_before_is_still_read(program, record)


if __name__ == "__main__":
    main()
