"""A start that goes wrong is said in the window, with the ways on: the settings cannot be read, the data folder is in
use by another window, the former meeting cannot go on. And one that goes well has the name and the icon by which a
desktop knows it.
"""
import configparser
import pathlib
import subprocess
import sys

from desktop import until
from journey import BEGUN, PLANNED, arguments, expect, run
from program import Hamer


ASSETS = pathlib.Path(__file__).parents[2] / "assets"


def as_its_desktop_entry_says(hamer):
    def property_of_window(name, form):
        done = subprocess.run(["xprop", "-id", hamer.window, "-notype", "-f", name, form, name],
                              env=hamer.environment, capture_output=True, text=True, check=True)
        return [word.strip(' "') for word in done.stdout.partition("=")[2].strip().split(",")]

    entry = configparser.RawConfigParser()
    entry.optionxform = str
    entry.read(ASSETS / "nl.hamer.Hamer.desktop", encoding="utf-8")
    hamer.start()
    expect("the window is of the class that the desktop entry names",
           property_of_window("WM_CLASS", "8s")[1] == entry["Desktop Entry"]["StartupWMClass"])
    sizes = (16, 32, 48, 64)
    icon = until("the icon", lambda: (found := property_of_window("_NET_WM_ICON", "32c")) != [""] and found)
    expect(f"it has the icon in {len(sizes)} sizes", len(icon) == sum(2 + size * size for size in sizes) and
           icon[:2] == ["16", "16"])
    blue = str(0xFF0C4A86)
    expect("in its own colour", icon.count(blue) > 1000)
    hamer.close()


def after_something_stood_over_it(hamer):
    """What the window showed is lost while it is hidden; it comes back although nothing in it changed."""
    def pixels():
        return subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], env=hamer.environment,
                              capture_output=True, check=True).stdout

    hamer.start()
    until("the meeting's preparation", lambda: hamer.shows("meeting.name"))
    picture = until("its picture", lambda: (first := pixels()) == pixels() and len(set(first)) > 1 and first)
    hamer.desktop.xdotool("windowunmap", hamer.window)
    until("an empty screen", lambda: len(set(pixels())) == 1)
    hamer.desktop.xdotool("windowmap", hamer.window)
    until("the same picture", lambda: pixels() == picture)
    expect("what was hidden is shown again", hamer.close() == 0)


def with_settings_that_cannot_be_read(hamer):
    settings = hamer.folder / "hamer.json"
    shipped = hamer.words[hamer.words.index("--config") + 1]
    hamer.words[hamer.words.index("--config") + 1] = str(settings)
    settings.write_text('{"format": 1, "municipality": ', encoding="utf-8")
    hamer.start()
    until("the reason", lambda: hamer.shows("error"))
    expect(f"said: {hamer.label('error')}", str(settings) in hamer.label("error"))
    hamer.click("again")
    until("the reason again", lambda: hamer.shows("error"))
    hamer.click("shipped")
    until("the meeting's preparation", lambda: hamer.shows("meeting.name"))
    expect(f"with what comes with Hamer a meeting can be prepared: {hamer.label('problem')}",
           "niet die van uw gemeente" in hamer.label("problem"))
    expect("the window ends with status 0", hamer.close() == 0)

    hamer.start()
    until("the reason", lambda: hamer.shows("error"))
    text = pathlib.Path(shipped).read_text(encoding="utf-8")
    settings.write_text(text.replace('"procedures/', f'"{pathlib.Path(shipped).parent}/procedures/'), encoding="utf-8")
    hamer.click("again")
    until("the meeting's preparation", lambda: hamer.shows("meeting.name"))
    expect("once they are mended it goes on", True)
    hamer.close()
    hamer.words[hamer.words.index("--config") + 1] = shipped


def with_another_window_open(hamer):
    hamer.start()
    until("the first window", lambda: hamer.shows("meeting.name"))
    second = Hamer(hamer.words[0], hamer.words[2], hamer.folder, hamer.desktop)
    second.seen_file = hamer.folder / "seen-second"
    second.environment["HAMER_SEEN"] = str(second.seen_file)
    try:
        second.start()
        until("the reason", lambda: second.shows("error"))
        expect(f"said: {second.label('title')}", "al geopend" in second.label("title"))
        expect("closed like this it ends with status 1", second.close() == 1)
    finally:
        second.stop()
    expect("the first window ends with status 0", hamer.close() == 0)


def with_a_meeting_that_cannot_go_on(hamer):
    hamer.start()
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("its screen", lambda: hamer.entries_shown() == BEGUN)
    hamer.kill()
    former = hamer.sessions()[0].split()[0]
    procedure = hamer.folder / "data/sessions" / former / "procedure.json"
    procedure.write_text(procedure.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    hamer.start()
    until("the preparation", lambda: hamer.shows("problem"))
    expect(f"said: {hamer.label('problem')}", "De vorige vergadering kan niet verder" in hamer.label("problem"))
    hamer.click("begin")
    until("the next meeting", lambda: hamer.entries_shown() == BEGUN)
    expect("another meeting can begin", len(hamer.sessions()) == 2)
    expect("the window ends with status 0", hamer.close() == 0)


def with_a_data_folder_that_is_none(hamer):
    """A file stands in its place: the meeting goes on all the same, also after a kill, and is on disk in the end."""
    data = hamer.folder / "none"
    data.write_text("", encoding="utf-8")
    hamer.words[hamer.words.index("--data") + 1] = str(data)
    hamer.environment["XDG_RUNTIME_DIR"] = str(hamer.folder / "run")
    hamer.start()
    until("the preparation", lambda: hamer.shows("problem"))
    expect(f"said: {hamer.label('problem')}", "Hamer kan nu niet opslaan" in hamer.label("problem"))
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.click("begin")
    until("its screen", lambda: hamer.entries_shown() == BEGUN)
    hamer.click("broadcast.start")
    until("the step", lambda: hamer.entries_shown() == BEGUN + 1)
    hamer.kill()
    hamer.start()
    until("the meeting", lambda: hamer.entries_shown() >= BEGUN + 1)
    expect(f"after a kill the meeting is there: {hamer.label('storage')}", "NIET VASTGELEGD" in hamer.label("storage"))
    data.unlink()
    until("no red line", lambda: not hamer.shows("storage"))
    expect("once there can be a folder the steps are in the journal",
           [each.get("event") for each in hamer.log() if each["kind"] == "step"] == [PLANNED, "broadcast.start"])
    expect("and no more in the second place", not list((hamer.folder / "run/hamer").glob("*.jsonl")))
    hamer.close()


def play(hamer):
    as_its_desktop_entry_says(hamer)
    after_something_stood_over_it(hamer)
    with_settings_that_cannot_be_read(hamer)
    with_another_window_open(hamer)
    with_a_meeting_that_cannot_go_on(hamer)
    with_a_data_folder_that_is_none(hamer)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play))
