"""The disk of the data folder hangs, each class of call by itself and all together: at the start, when a meeting begins, at
a tap, when a preference is kept, when Dossier or the place for drills is opened, and when the window is closed. The chair goes on, and pays for
it once. So it is with a register's server that takes a connection and never answers, or a byte a second. Exit status 0 when all of it holds.
"""
import json
import os
import pathlib
import socket
import subprocess
import sys
import threading
import time

from desktop import DEADLINE, until
from journey import BEGUN, arguments, expect, run

ALL = "oswrtm"
CLASSES = {"o": "opening", "s": "syncing", "w": "writing", "r": "reading", "t": "looking", "m": "making names",
           ALL: "every call"}

CLOSED = ["meeting.open", "disturbance.report", "meeting.suspend", "address.a", "disturbance.end", "meeting.close"]


class SlowDisk:
    """The window on it is another one each time, on a data folder of its own."""

    def __init__(self, hamer, library):
        self.hamer = hamer
        self.control = hamer.folder / "slow"
        self.number = 0
        # Where a sanitizer is in the program, it is content to be loaded behind it.
        hamer.environment |= {"LD_PRELOAD": library, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
                              "HAMER_SLOW_CONTROL": str(self.control),
                              "XDG_RUNTIME_DIR": str(hamer.folder / "run")}

    def hang(self, letters):
        beside = self.control.with_suffix(".new")
        beside.write_text(letters, encoding="utf-8")
        beside.rename(self.control)

    def anew(self):
        self.hang("")
        self.number += 1
        data = str(self.hamer.folder / f"data{self.number}")
        self.hamer.words[self.hamer.words.index("--data") + 1] = data
        self.hamer.environment["HAMER_SLOW_FOLDER"] = data

    def start(self):
        """Its standard error is kept, as what it says at the end."""
        hamer = self.hamer
        hamer.seen_file.unlink(missing_ok=True)
        self.said = hamer.folder / f"said{self.number}"
        with open(self.said, "w", encoding="utf-8") as said:
            hamer.process = subprocess.Popen([*hamer.words, *hamer.window_words], env=hamer.environment, stderr=said)
        hamer.window = hamer.desktop.window_of(hamer.process)
        until("the first frame", hamer.seen_file.exists)


def begin(hamer):
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("its screen", lambda: hamer.entries_shown() >= BEGUN)


def tap(hamer, key):
    """Whether it can be written or not."""
    before = hamer.entries_shown()
    hamer.click(key, before)
    until(f"{key} on the screen", lambda: hamer.entries_shown() > before)


def alert(hamer):
    seen = hamer.seen().get("storage")
    return seen.label if seen else ""


def ends(hamer):
    hamer.desktop.ask_to_close(hamer.window)
    return hamer.process.wait(timeout=DEADLINE)


def at_the_start(hamer, disk, letters):
    disk.anew()
    disk.start()
    begin(hamer)
    tap(hamer, "meeting.open")
    expect("a meeting to come back to", ends(hamer) == 0)
    disk.hang(letters)
    disk.start()
    until("a screen", lambda: hamer.shows("without-disk") or hamer.shows("card.title") or hamer.shows("begin"))
    if hamer.shows("without-disk"):
        expect("the window says that the disk does not answer", "schijf" in hamer.label("title"))
        hamer.click("without-disk")
        begin(hamer)
    elif not hamer.shows("card.title"):
        begin(hamer)
    before = hamer.entries_shown()
    hamer.click("corner", before)
    until("the emergency", lambda: hamer.entries_shown() > before)
    red = alert(hamer)
    disk.hang("")
    until("no red line", lambda: alert(hamer) == "")
    expect(f"a meeting goes on from a start on a disk that hangs{', and all is on it in the end' if red else ''}",
           ends(hamer) == 0)


def when_it_begins(hamer, disk, letters):
    disk.anew()
    disk.start()
    disk.hang(letters)
    begin(hamer)
    tap(hamer, "meeting.open")
    red = alert(hamer)
    disk.hang("")
    until("no red line", lambda: alert(hamer) == "")
    expect(f"a meeting begins{': ' + red if red else ''}", ends(hamer) == 0)


def in_a_meeting(hamer, disk, letters):
    disk.anew()
    disk.start()
    begin(hamer)
    tap(hamer, "meeting.open")
    disk.hang(letters)
    tap(hamer, "disturbance.report")
    began = time.monotonic()
    for key in 4 * ["undo", "disturbance.report"]:
        tap(hamer, key)
    # Eight times the recorder's two seconds would be sixteen; that only the first tap pays them is what is asked here.
    expect("the later taps do not wait for the disk again", time.monotonic() - began < 10)
    waits = "NIET VASTGELEGD" in alert(hamer)
    hamer.desktop.key("i")
    until("the settings", lambda: hamer.shows("settings.face.1") or hamer.shows("settings.motion"))
    hamer.click("settings.motion")
    hamer.desktop.key("i")
    until("the settings gone", lambda: not hamer.shows("settings.motion"))
    tap(hamer, "corner")
    expect("a preference and then NOOD 112 go on", True)
    waits = "NIET VASTGELEGD" in alert(hamer)
    status = ends(hamer)
    said = disk.said.read_text(encoding="utf-8")
    expect(f"the window ends: {said.strip() or 'all is on disk'}",
           status == (3 if waits else 0) and ("stap" in said) == waits)
    disk.hang("")
    disk.start()
    until("the meeting as it was", lambda: hamer.shows("card.title"))
    until("no red line", lambda: alert(hamer) == "")
    log = json.loads(hamer.run("log", hamer.sessions()[0].split()[0], "--format", "json").stdout)
    expect("the next start has every step", log[-1].get("event") == "emergency.declare" or
           any(entry.get("event") == "emergency.declare" for entry in log[-4:]))
    expect("and ends well", ends(hamer) == 0)


def for_the_clerk(hamer, disk, letters):
    disk.anew()
    disk.start()
    until("the preparation", lambda: hamer.shows("dossier"))
    disk.hang(letters)
    clerk(hamer)
    hamer.click("back")
    begin(hamer)
    disk.hang("")
    until("no red line", lambda: alert(hamer) == "")
    expect("Dossier opens, and gives way to a meeting", ends(hamer) == 0)


def for_drills(hamer, disk, letters):
    disk.anew()
    disk.start()
    until("the preparation", lambda: hamer.shows("drills"))
    disk.hang(letters)
    began = time.monotonic()
    hamer.click("drills")
    hamer.click("list.1")
    hamer.click("list.0")
    hamer.click("back")
    until("the preparation again", lambda: hamer.shows("drills"))
    expect("the place for drills opens and gives way", time.monotonic() - began < 10)
    begin(hamer)
    disk.hang("")
    until("no red line", lambda: alert(hamer) == "")
    expect("to a meeting", ends(hamer) == 0)


def going_on_with_a_drill(hamer, disk):
    """Its journal cannot be read: that is waited for in sight, and left."""
    disk.anew()
    disk.start()
    hamer.click("drills")
    hamer.click("scenarios.3")
    hamer.click("begin")
    until("the drill", lambda: hamer.shows("practice"))
    hamer.kill()
    disk.start()
    until("that it was broken off", lambda: hamer.shows("broken-off"))
    disk.hang("r")
    hamer.click("broken-off.do")
    until("that it is waited for, with the way to leave off", lambda: hamer.shows("waiting.do"))
    expect("the place is drawn meanwhile", hamer.shows("list.1") and hamer.shows("back"))
    hamer.click("waiting.do")
    until("why it does not go on", lambda: hamer.shows("problem"))
    disk.hang("")
    hamer.click("list.1")
    hamer.click("back")
    until("that it was broken off, still", lambda: hamer.shows("broken-off"))
    hamer.click("broken-off.do")
    until("the drill again", lambda: hamer.shows("practice"))
    expect("a drill goes on once the disk answers", ends(hamer) == 0)


def clerk(hamer):
    """Into Dossier, and once through its lists, whatever has an answer."""
    hamer.click("dossier")
    for key in ("list.1", "list.3", "list.4", "list.0"):
        hamer.click(key)


def a_register_that_answers_never_or_slowly(hamer, disk, config):
    for kind, serve in (("never", lambda _: None), ("a byte a second", a_byte_a_second)):
        print(f"== a register that answers {kind}", flush=True)
        with socket.create_server(("127.0.0.1", 0)) as server:
            threading.Thread(target=serve, args=(server,), daemon=True).start()
            a_silent_register(hamer, disk, config, server.getsockname()[1])


def a_byte_a_second(server):
    def answer(link):
        try:
            link.recv(8)
            link.sendall(b"N")  # no encryption; and then an answer to the login that never becomes one
            for byte in b"R\0\0\x10\0" + 10000 * b"x":
                time.sleep(1)
                link.sendall(bytes([byte]))
        except OSError:
            pass
    while True:
        try:
            threading.Thread(target=answer, args=(server.accept()[0],), daemon=True).start()
        except OSError:
            return


def a_silent_register(hamer, disk, config, port):
    disk.anew()
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings.pop("$schema")
    settings["procedure"] = str(config.parent / settings["procedure"])
    settings["register"] = f"postgresql://clerk@127.0.0.1:{port}/hamer"
    own = hamer.folder / "silent.json"
    own.write_text(json.dumps(settings), encoding="utf-8")
    hamer.words[hamer.words.index("--config") + 1] = str(own)
    for _ in range(2):  # the second time with a meeting that was closed
        disk.start()
        if not hamer.shows("card.title"):
            clerk(hamer)
            until("that it waits", lambda: hamer.shows("waiting"))
            until("why there is nothing",
                  lambda: hamer.shows("problem") and "niet te bereiken" in hamer.label("problem"))
            hamer.click("new")
            hamer.fill("fresh.what", "Wat er gebeurde.")
            hamer.click("back")
            begin(hamer)
            for key in CLOSED:
                tap(hamer, key)
        before = hamer.entries_shown()
        hamer.click("corner", before)
        until("the emergency", lambda: hamer.entries_shown() > before)
        tap(hamer, "undo")
        expect("Dossier and NOOD 112 wait for no register", ends(hamer) == 0)
    hamer.words[hamer.words.index("--config") + 1] = str(config)


def play_with(config, library):
    def play(hamer):
        disk = SlowDisk(hamer, library)
        a_register_that_answers_never_or_slowly(hamer, disk, config)
        going_on_with_a_drill(hamer, disk)
        for letters, name in CLASSES.items():
            print(f"== {name}", flush=True)
            for moment in (at_the_start, when_it_begins, in_a_meeting, for_the_clerk, for_drills):
                moment(hamer, disk, letters)
    return play


def main():
    parser = arguments(__doc__)
    parser.add_argument("--slow-disk", required=True, help="what makes calls hang, for LD_PRELOAD")
    options = parser.parse_args()
    config = pathlib.Path(options.config).resolve()
    sys.exit(run(options, play_with(config, options.slow_disk)))


if __name__ == "__main__":
    main()
