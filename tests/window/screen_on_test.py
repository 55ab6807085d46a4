"""The screen stays on while a meeting is open, and is let go of afterwards: the X server's own saver, which would come
after a second, and each program by which a desktop does it. Also in full screen, and when the window is killed. Exit status 0
when all of it holds.
"""
import ctypes
import pathlib
import subprocess
import sys
import threading

from desktop import until
from journey import BEGUN, arguments, expect, run

NAMES = ["org.freedesktop.ScreenSaver", "org.freedesktop.PowerManagement", "org.gnome.SessionManager",
         "org.freedesktop.portal.Desktop"]


class Saver:
    """The X server's, by MIT-SCREEN-SAVER."""

    class Info(ctypes.Structure):
        _fields_ = [("window", ctypes.c_ulong), ("state", ctypes.c_int), ("kind", ctypes.c_int),
                    ("since", ctypes.c_ulong), ("idle", ctypes.c_ulong), ("mask", ctypes.c_ulong)]

    def __init__(self, desktop):
        subprocess.run(["xset", "s", "1", "1"], env=desktop.environment, check=True)
        self.x11, self.xss = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(desktop.display.encode()))

    def look(self):
        """Whether it is on, and for how many milliseconds nobody touched anything."""
        info = self.Info()
        root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        self.xss.XScreenSaverQueryInfo(self.display, root, ctypes.byref(info))
        return info.state == 1, info.idle

    def stays_away(self):
        """Until nobody touched anything for three times as long as it waits."""
        seen = []
        until("three seconds without a touch", lambda: seen.append(self.look()) or seen[-1][1] > 3000)
        return not any(on for on, _ in seen)


class Screens:
    """What the desktop's programs were told, line by line."""

    def __init__(self, address):
        script = pathlib.Path(__file__).parent / "desktop_screen.py"
        self.process = subprocess.Popen(["/usr/bin/python3", script, *NAMES], stdout=subprocess.PIPE, text=True,
                                        env={"DBUS_SESSION_BUS_ADDRESS": address, "PATH": "/usr/bin"})
        self.told = []
        expect("a desktop", self.process.stdout.readline() == "ready\n")
        threading.Thread(target=lambda: self.told.extend(self.process.stdout), daemon=True).start()

    def kept(self):
        """The names whose screen somebody keeps on now."""
        lines = [line.split() for line in list(self.told)]
        return {name for name in NAMES if sum(line[-2] == name and line[0] == "keep" for line in lines) >
                sum(line[-2] == name and line[0] == "let" for line in lines)}


def begin(hamer):
    hamer.fill("meeting.name", "Raad")
    hamer.click("begin")
    until("its screen", lambda: hamer.entries_shown() >= BEGUN)


def play_on(hamer, saver, screens):
    hamer.start()
    until("the saver before a meeting", lambda: saver.look()[0])
    expect("before a meeting the screen may go dark", screens.kept() == set())
    begin(hamer)
    hamer.tap("meeting.open", "meeting.open")
    expect("in a meeting the X server's saver stays away", saver.stays_away())
    until("all four asked", lambda: screens.kept() == set(NAMES))
    expect("and each of the desktop's programs is asked", True)
    hamer.desktop.key("F11")
    expect("also in full screen", saver.stays_away())
    hamer.desktop.key("F11")  # there GLFW turns the saver off by itself, and only at an orderly end on again
    expect("and in a window again", saver.stays_away())
    hamer.kill()
    until("all four let go", lambda: screens.kept() == set())
    until("the saver again", lambda: saver.look()[0])
    expect("a window that is killed lets go", True)
    hamer.start()
    until("all four asked", lambda: screens.kept() == set(NAMES))
    expect("a meeting that goes on is kept on the screen", saver.stays_away())
    hamer.tap("disturbance.report", "disturbance.report")
    hamer.tap("meeting.suspend", "meeting.suspend")
    expect("a suspended one too", saver.stays_away())
    for event in ("address.a", "disturbance.end", "meeting.close"):
        hamer.tap(event, event)
    until("all four let go", lambda: screens.kept() == set())
    until("the saver again", lambda: saver.look()[0])
    expect("after it the screen may go dark", True)
    expect("the window ends", hamer.close() == 0)


def play(hamer):
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True)
    screens = None
    try:
        address = bus.stdout.readline().strip()
        hamer.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        screens = Screens(address)
        play_on(hamer, Saver(hamer.desktop), screens)
    finally:
        for process in filter(None, (screens and screens.process, bus)):
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play))
