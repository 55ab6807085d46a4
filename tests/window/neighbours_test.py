"""The programs beside the window hang, each stopped (SIGSTOP): who has the clipboard, who is to keep it at the end, an input
method, the loudspeaker, the desktop's bus. After each of them a text can be typed, and NOOD 112 is one tap. Who answers slowly
or at length does no harm either; and who answers at once is understood. Exit status 0 when all of it holds.
"""
import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import time

from desktop import until
from journey import BEGUN, arguments, expect, run

ANSWER = 3  # seconds in which the window must go on: its limits are of one


@contextlib.contextmanager
def neighbour(hamer, program, *words):
    """A program on the same display, which is what it should be; stopped or not it is gone afterwards."""
    process = subprocess.Popen([program, *map(str, words)], env=hamer.desktop.environment, stdout=subprocess.PIPE, text=True)
    try:
        expect(f"a neighbour: {words[0]}", process.stdout.readline() == "ready\n")
        yield process
    finally:
        process.kill()
        process.wait()


def state(process):
    """As the system says it: T is stopped."""
    return pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]


def stop(process):
    process.send_signal(signal.SIGSTOP)
    until("it stopped", lambda: state(process.pid) == "T")


def begin(hamer):
    hamer.fill("meeting.name", "Raad")
    hamer.click("begin")
    until("its screen", lambda: hamer.entries_shown() >= BEGUN)
    hamer.tap("meeting.open", "meeting.open")


def open_note(hamer):
    hamer.desktop.key("n")
    until("the note", lambda: hamer.focus() == "note.text")


def emergency(hamer, what):
    before = hamer.entries_shown()
    began = time.monotonic()
    hamer.click("corner", before)
    until("the emergency on the screen", lambda: hamer.entries_shown() > before)
    expect(f"NOOD 112 goes on: {what}", time.monotonic() - began < ANSWER)
    hamer.tap("undo", None)


def notes(hamer):
    return [entry["text"] for entry in hamer.log() if entry["kind"] == "note"]


def note_with_paste(hamer, what, wanted):
    """Ctrl+V, and two letters at once after it."""
    before = len(notes(hamer))
    open_note(hamer)
    hamer.desktop.key("ctrl+v", "a", "b", "ctrl+Return")
    until("the note in the journal", lambda: len(notes(hamer)) > before)
    got = notes(hamer)[-1]
    expect(f"{what}: {got[:40]!r}", wanted(got))


def paste(hamer, program):
    with neighbour(hamer, program, "text", "rij 3\tstoel 12\r\nÉén papier"):
        note_with_paste(hamer, "who answers is understood", lambda text: text == "rij 3 stoel 12 Één papierab")
    with neighbour(hamer, program, "long", 3_000_000):
        note_with_paste(hamer, "of a long text the first part", lambda text: text.startswith("xxxx") and len(text) <= 4000)
    note_with_paste(hamer, "who has gone leaves nothing", lambda text: text == "ab")
    with neighbour(hamer, program, "slowly", "langzaam"):
        note_with_paste(hamer, "who answers a byte a second is given up", lambda text: text == "ab")
    with neighbour(hamer, program, "text", "niets") as owner:
        stop(owner)
        open_note(hamer)
        hamer.desktop.key("ctrl+v")
        emergency(hamer, "who has the clipboard hangs")
        note_with_paste(hamer, "who hangs is given up", lambda text: text.endswith("ab") and "niets" not in text)


def copy_in_a_note(hamer, text):
    open_note(hamer)
    hamer.desktop.key("ctrl+a")
    hamer.desktop.type(text)
    hamer.desktop.key("ctrl+a", "ctrl+c")


def pasted(hamer, program):
    return subprocess.run([program, "paste"], env=hamer.desktop.environment, stdout=subprocess.PIPE, text=True,
                          check=True).stdout.rstrip("\n")


def copy(hamer, program):
    copy_in_a_note(hamer, "naar elders")
    until("the text elsewhere", lambda: pasted(hamer, program) == "naar elders")
    expect("what is copied comes elsewhere", True)
    with neighbour(hamer, program, "manager") as manager:
        expect("the window ends", hamer.close() == 0)
        expect("and the clipboard's manager has its text", manager.stdout.readline() == "naar elders\n")
    hamer.start()
    copy_in_a_note(hamer, "naar niemand")
    until("the text elsewhere", lambda: pasted(hamer, program) == "naar niemand")
    with neighbour(hamer, program, "manager") as manager:
        stop(manager)
        began = time.monotonic()
        expect("the window ends, though the clipboard's manager hangs",
               hamer.close() == 0 and time.monotonic() - began < ANSWER)


def input_method(hamer, program):
    with neighbour(hamer, program, "input-method") as method:
        stop(method)
        hamer.environment["XMODIFIERS"] = "@im=neighbour"
        hamer.start()
        open_note(hamer)
        hamer.desktop.key("ctrl+a")
        hamer.desktop.type("getypt")
        emergency(hamer, "the input method hangs")
        del hamer.environment["XMODIFIERS"]
        expect("the window ends", hamer.close() == 0)


def sound(hamer):
    """A loudspeaker whose program stops as soon as it is there: who lets go of it waits for that program."""
    told = hamer.folder / "loudspeaker"
    program = hamer.folder / "play"
    program.write_text(f"#!/bin/sh\necho $$ > '{told}.new' && mv '{told}.new' '{told}'\nkill -STOP $$\n", encoding="utf-8")
    program.chmod(0o700)
    settings = hamer.folder / "asound.conf"
    settings.write_text(f'pcm.!default {{ type file slave.pcm null file "|{program}" format raw }}\n'
                        'pcm.null { type null }\n', encoding="utf-8")
    hamer.environment["ALSA_CONFIG_PATH"] = str(settings)
    hamer.start()
    process = None
    try:
        hamer.desktop.xdotool("windowsize", hamer.window, *hamer.desktop.size)  # so that all settings are in sight
        until("a large window", lambda: hamer.seen()["corner"].y > 800)
        hamer.click("settings")
        until("its button", lambda: hamer.shows("settings.sound.try"))
        hamer.click("settings.sound.try")
        until("the loudspeaker's program", told.exists)
        process = int(told.read_text(encoding="ascii"))
        until("it stopped", lambda: state(process) == "T")
        emergency(hamer, "the loudspeaker hangs")
        began = time.monotonic()
        expect("the window ends", hamer.close() == 0 and time.monotonic() - began < ANSWER)
        expect("while it hangs", state(process) == "T")
    finally:
        if process:
            os.kill(process, signal.SIGKILL)
        del hamer.environment["ALSA_CONFIG_PATH"]


def bus(hamer):
    """A bus without a desktop, stopped before the window asks it to keep the screen on."""
    process = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True)
    try:
        hamer.environment["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().strip()
        stop(process)
        hamer.start()
        emergency(hamer, "the desktop's bus hangs")
        began = time.monotonic()
        expect("the window ends", hamer.close() == 0 and time.monotonic() - began < ANSWER)
    finally:
        process.kill()
        process.wait()
        del hamer.environment["DBUS_SESSION_BUS_ADDRESS"]


def play_with(program):
    def play(hamer):
        hamer.start()
        begin(hamer)
        paste(hamer, program)
        copy(hamer, program)
        input_method(hamer, program)
        sound(hamer)
        bus(hamer)
    return play


def main():
    parser = arguments(__doc__)
    parser.add_argument("--neighbour", required=True, help="the program beside the window")
    options = parser.parse_args()
    sys.exit(run(options, play_with(options.neighbour)))


if __name__ == "__main__":
    main()
