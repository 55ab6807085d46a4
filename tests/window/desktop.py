"""A display with a mouse and a keyboard: Xvfb, xdotool, and the one message that asks a window to close.

Nothing here waits for a length of time: `until` asks again and again whether something is so, up to a deadline.
"""
import ctypes
import ctypes.util
import os
import subprocess
import time

DEADLINE = 30  # seconds in which anything that is waited for must come true
PAUSE = 0.01  # between two looks


class Failure(Exception):
    """What was waited for did not come; the message says what."""


def until(what, look):
    """The first true answer of `look`; a Failure that names `what` when there is none before the deadline."""
    end = time.monotonic() + DEADLINE
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"waited {DEADLINE} seconds for: {what}")
        time.sleep(PAUSE)


class Desktop:
    """Xvfb on a free display number. Use it in a `with`. `lacks` is an extension that it has not."""

    def __init__(self, width=1920, height=1200, lacks=None):
        self.size = (width, height)
        self.lacking = ["-extension", lacks] if lacks else []

    def __enter__(self):
        read, write = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset", *self.lacking],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as ready:
            number = ready.readline().strip()  # the server writes it when it can be used
        if not number:
            raise Failure("Xvfb did not start")
        self.display = ":" + number
        self.environment = dict(os.environ, DISPLAY=self.display)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def xdotool(self, *words):
        done = subprocess.run(["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True,
                              timeout=DEADLINE)
        return done.stdout.strip() if done.returncode == 0 else ""

    def window_of(self, process):
        """The window that a process shows."""
        return until("the window", lambda: self.xdotool(
            "search", "--onlyvisible", "--all", "--pid", process.pid, "--class", "hamer").split("\n")[0])

    def area(self, window):
        """Its left, top, width and height on the screen; nothing when it is gone."""
        lines = self.xdotool("getwindowgeometry", "--shell", window).split("\n")
        values = dict(line.split("=", 1) for line in lines if "=" in line)
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")) if "WIDTH" in values else None

    def click(self, window, x, y):
        self.xdotool("mousemove", "--window", window, x, y, "click", 1)

    def hold(self, window, x, y, seconds):
        self.xdotool("mousemove", "--window", window, x, y, "mousedown", 1)
        time.sleep(seconds)
        self.xdotool("mouseup", 1)

    def scroll_down(self, window, x, y):
        """One step of the wheel."""
        self.xdotool("mousemove", "--window", window, x, y, "click", 5)

    def key(self, *names):
        self.xdotool("key", *names)

    def type(self, text):
        self.xdotool("type", text)

    def picture(self, path):
        """What the screen shows, as a PNG, where ImageMagick is installed; for people."""
        try:
            subprocess.run(["import", "-window", "root", path], env=self.environment, check=False, timeout=DEADLINE)
        except FileNotFoundError:
            pass

    def ask_to_close(self, window):
        """What a window manager sends when the user closes a window; xdotool can only destroy it."""
        x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.display.encode()))
        atom = lambda name: x11.XInternAtom(display, name, False)
        event = ClientMessage(type=33, send_event=1, window=int(window), message_type=atom(b"WM_PROTOCOLS"), format=32)
        event.data[0] = atom(b"WM_DELETE_WINDOW")
        x11.XSendEvent(display, ctypes.c_ulong(int(window)), False, ctypes.c_long(0), ctypes.byref(event))
        x11.XCloseDisplay(display)


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, with the room that an XEvent takes."""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("room", ctypes.c_long * 24)]
