"""The real portal with its GTK window (xdg-desktop-portal, xdg-desktop-portal-gtk): a file is chosen and named by keys, a choice
is given up by the keyboard and with its window, and a file is opened. Exit status 0 when all of it holds; 77 where the portal
is not installed.
"""
import argparse
import contextlib
import pathlib
import re
import select
import subprocess
import sys
import tempfile

import gi

from desktop import Desktop, Failure, until
from journey import expect

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PORTAL = [pathlib.Path("/usr/libexec/xdg-desktop-portal-gtk"), pathlib.Path("/usr/libexec/xdg-desktop-portal")]
NAMES = ["org.freedesktop.impl.portal.desktop.gtk", "org.freedesktop.portal.Desktop"]
BUS = pathlib.Path(__file__).parent.parent / "support" / "bus.conf"


@contextlib.contextmanager
def program(words, environment, **options):
    process = subprocess.Popen([*map(str, words)], env=environment, **options)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def without_programs(folder):
    """What the system has for all programs, without the list of programs: another viewer of this machine would be asked for."""
    data = folder / "system"
    data.mkdir()
    for each in pathlib.Path("/usr/share").iterdir():
        if each.name != "applications":
            (data / each.name).symlink_to(each)
    return data


@contextlib.contextmanager
def portal(environment, folder):
    """A bus with the portal on it, in whose window nothing moves by itself; the environment for who uses it."""
    settings = folder / ".config" / "gtk-3.0" / "settings.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[Settings]\ngtk-cursor-blink=0\ngtk-enable-animations=0\n", encoding="utf-8")
    with contextlib.ExitStack() as running:
        bus = running.enter_context(program(["dbus-daemon", f"--config-file={BUS}", "--nofork", "--print-address"],
                                            environment, stdout=subprocess.PIPE, text=True))
        address = bus.stdout.readline().strip()
        own = dict(environment, DBUS_SESSION_BUS_ADDRESS=address, HOME=str(folder), XDG_RUNTIME_DIR=str(folder),
                   XDG_DATA_DIRS=str(without_programs(folder)),
                   XDG_CURRENT_DESKTOP="GNOME", GSETTINGS_BACKEND="memory", GTK_USE_PORTAL="0", NO_AT_BRIDGE="1", LC_ALL="C.UTF-8")
        own.pop("WAYLAND_DISPLAY", None)
        connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        for each, name in zip(PORTAL, NAMES):
            running.enter_context(program([each], own, stderr=subprocess.DEVNULL))
            until(name, lambda: connection.call_sync(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0])
        yield own


class ChooserWindow:
    """The desktop's window in which a file is chosen."""

    def __init__(self, desktop, title):
        self.desktop = desktop
        self.window = until("the chooser", lambda: desktop.xdotool("search", "--onlyvisible", "--name", f"^{re.escape(title)}$"))
        # There is no window manager, which would give it the keyboard.
        until("its focus", lambda: desktop.xdotool("windowfocus", "--sync", self.window) or
              desktop.xdotool("getwindowfocus") == self.window)
        self.stand_still()

    def stand_still(self):
        """Until it looks the same thrice: as long as it is being built it loses keys."""
        seen = []

        def same():
            seen.append(subprocess.run(["import", "-window", self.window, "ppm:-"], env=self.desktop.environment,
                                       capture_output=True, check=True).stdout)
            return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]
        until("a chooser that stands still", same)

    def keys(self, text, *after):
        if text:
            self.desktop.type(text)
            self.stand_still()
        self.desktop.key(*after)


class Chooser(ChooserWindow):
    """The same, with the program that asks."""

    def __init__(self, desktop, process, title):
        self.process = process
        self.parent = process.stdout.readline().strip()
        super().__init__(desktop, title)

    def stands_over(self):
        """The window over which it stands, as the portal names one."""
        told = subprocess.run(["xprop", "-id", self.window, "WM_TRANSIENT_FOR"], env=self.desktop.environment,
                              capture_output=True, text=True, check=True).stdout
        return "x11:" + told.split("0x")[-1].strip()

    def answer(self):
        until("an answer", lambda: select.select([self.process.stdout], [], [], 0)[0])
        return self.process.stdout.readline().strip()


def play(desktop, environment, choose, folder):
    place = folder / "één map"
    place.mkdir()
    session = folder / "sessie 100%.hamer"  # by letters that a keyboard has
    session.write_text("x", encoding="utf-8")

    @contextlib.contextmanager
    def asking(kind, title, suggested="", pattern="*.hamer"):
        with program([choose, kind, title, place, suggested, pattern], environment, stdout=subprocess.PIPE, text=True) as process:
            yield Chooser(desktop, process, title)

    with asking("open", "Sessie kiezen") as chooser:
        expect("it stands over the window that asks", chooser.stands_over() == chooser.parent)
        chooser.keys("/", "ctrl+a")  # a slash begins a path
        chooser.keys(str(session), "Return")
        expect("a file is opened by its path", chooser.answer() == str(session))
    with asking("save", "Rapport bewaren", "verslag één.pdf", "*.pdf") as chooser:
        chooser.keys("", "Return")
        expect("the name and folder that were suggested", chooser.answer() == f"{place}/verslag één.pdf")
    with asking("save", "Rapport bewaren", "verslag.pdf", "*.pdf") as chooser:
        chooser.keys("", "ctrl+a")  # the whole name
        chooser.keys("anders", "Return")
        expect("another name, as it was typed", chooser.answer() == f"{place}/anders")
    with asking("open", "Sessie kiezen") as chooser:
        chooser.keys("", "Escape")
        expect("Esc is no choice, and no error", chooser.answer() == "nothing")
    with asking("open", "Sessie kiezen") as chooser:
        desktop.ask_to_close(chooser.window)
        expect("neither is closing its window", chooser.answer() == "nothing")
    with asking("open", "Sessie kiezen") as chooser:
        chooser.process.kill()
        until("the chooser gone", lambda: not desktop.xdotool("search", "--onlyvisible", "--name", "^Sessie kiezen$"))
        expect("it goes with who asked", True)


def viewer_for(kind, folder, shown):
    """A program for files of this kind, of the user's own; what it is given it writes down."""
    applications = folder / ".local" / "share" / "applications"
    applications.mkdir(parents=True)
    viewer = folder / "viewer"
    viewer.write_text(f"#!/bin/sh\nprintf '%s' \"$1\" > '{shown}.new' && mv '{shown}.new' '{shown}'\n", encoding="utf-8")
    viewer.chmod(0o700)
    (applications / "viewer.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %f\nMimeType={kind};\n", encoding="utf-8")
    (applications / "mimeapps.list").write_text(f"[Default Applications]\n{kind}=viewer.desktop\n", encoding="utf-8")
    (applications / "mimeinfo.cache").write_text(f"[MIME Cache]\n{kind}=viewer.desktop;\n", encoding="utf-8")


def show(environment, choose, folder):
    shown = folder / "shown"
    viewer_for("text/plain", folder, shown)
    text = folder / "verslag één.txt"
    text.write_text("x", encoding="utf-8")
    text.chmod(0o600)
    # Without xdg-open, which would do it too.
    with program([choose, "show", text], dict(environment, PATH=str(folder)), stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        expect("a file is opened", process.stdout.readline().strip() == "done")
        until("the viewer", shown.exists)
        expect("by the program for it", shown.read_text(encoding="utf-8") == str(text))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--choose", required=True, help="the program that asks")
    parser.add_argument("--picture", required=True, help="where the screen goes when something fails")
    options = parser.parse_args()
    if not all(each.exists() for each in PORTAL):
        print("skipped: the portal is missing (apt-get install xdg-desktop-portal xdg-desktop-portal-gtk)")
        return 77
    with tempfile.TemporaryDirectory() as name, Desktop() as desktop:
        folder = pathlib.Path(name)
        with portal(desktop.environment, folder) as environment:
            try:
                show(environment, options.choose, folder)
                play(desktop, environment, options.choose, folder)
            except Failure as failure:
                desktop.picture(options.picture)
                print(f"FAILED: {failure}")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
