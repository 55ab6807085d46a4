"""The clerk's files in the real window with the real portal: a PDF is put where the clerk chooses and opened from there, a meeting
is exported, and taken in on another device, all by buttons. Exit status 0 when all of it holds; 77 where the portal is not
installed.
"""
import json
import pathlib
import sys

from desktop import until
from dossier_test import play
from file_chooser_test import PORTAL, ChooserWindow, portal, viewer_for
from journey import arguments, expect, run
from program import Hamer

SAVE, OPEN = "Waar moet het komen?", "Welke sessie leest u in?"


def choose(hamer, title, path):
    chooser = ChooserWindow(hamer.desktop, title)
    chooser.keys("/", "ctrl+a")  # a slash begins a path
    chooser.keys(str(path), "Return")


def the_pdf(hamer, place, shown):
    hamer.click("dossier")
    hamer.click("records.0")
    hamer.click("report")
    choose(hamer, SAVE, place / "verslag")
    file = place / "verslag.pdf"
    until("the PDF", file.exists)
    expect("it is a PDF, with the ending that was not typed", file.read_bytes().startswith(b"%PDF"))
    until("the message", lambda: hamer.shows("done.do"))
    hamer.click("done.do")
    until("the viewer", shown.exists)
    expect("the viewer has it", shown.read_text(encoding="utf-8") == str(file))


def given_up(hamer):
    hamer.click("report")
    chooser = ChooserWindow(hamer.desktop, SAVE)
    expect("the window goes on behind it", hamer.shows("tab.1"))
    hamer.desktop.xdotool("windowfocus", "--sync", chooser.window)
    chooser.keys("", "Escape")
    until("the button again", lambda: hamer.seen()["report"].enabled)
    expect("nothing was made of it", not (hamer.folder / "data" / "reports").exists())


def from_device_to_device(hamer, place):
    hamer.click("list.3")
    hamer.click("meetings.0")
    hamer.click("export")
    choose(hamer, SAVE, place / "avond.hamer")
    until("the session's file", (place / "avond.hamer").exists)
    until("the message", lambda: "avond.hamer" in hamer.seen()["done"].label if hamer.shows("done") else False)
    expect("closing the window ends the program with status 0", hamer.close() == 0)


def taken_in(clerk, place):
    clerk.start()
    clerk.click("dossier")
    clerk.click("import")
    clerk.click("import.choose")
    choose(clerk, OPEN, place / "avond.hamer")
    until("the record", lambda: json.loads(clerk.run("record", "list", "--json").stdout or "[]"))
    expect("it is here, to be read", len(json.loads(clerk.run("record", "list", "--json").stdout)) == 1)
    expect("closing the window ends the program with status 0", clerk.close() == 0)


def journey(hamer):
    folder = pathlib.Path(hamer.folder)
    place = folder / "stukken"
    place.mkdir()
    shown = folder / "shown"
    viewer_for("application/pdf", folder, shown)
    own = dict(hamer.environment)
    with portal(own, folder) as environment:
        hamer.environment.update(DBUS_SESSION_BUS_ADDRESS=environment["DBUS_SESSION_BUS_ADDRESS"], XDG_RUNTIME_DIR=str(folder))
        hamer.start()
        play(hamer)
        the_pdf(hamer, place, shown)
        given_up(hamer)
        from_device_to_device(hamer, place)
        other = folder / "griffie"
        other.mkdir()
        clerk = Hamer(hamer.words[0], hamer.words[hamer.words.index("--config") + 1], other, hamer.desktop)
        clerk.environment.update(DBUS_SESSION_BUS_ADDRESS=environment["DBUS_SESSION_BUS_ADDRESS"], XDG_RUNTIME_DIR=str(folder))
        try:
            taken_in(clerk, place)
        finally:
            clerk.stop()


if __name__ == "__main__":
    if not all(each.exists() for each in PORTAL):
        print("skipped: the portal is missing (apt-get install xdg-desktop-portal xdg-desktop-portal-gtk)")
        sys.exit(77)
    sys.exit(run(arguments(__doc__).parse_args(), journey))
