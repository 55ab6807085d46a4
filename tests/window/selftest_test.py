"""What needs a display of `hamer selftest`: a window comes and is drawn, the screen is kept on by it, a tap is seen or missed.
And Hamer's own window says at its start that its data lies where another program has a hand in it.
"""
import signal
import socket
import subprocess
import sys
import threading

from desktop import Desktop, until
from journey import arguments, expect, run


def line_of(text, subject):
    return next(line for line in text.splitlines() if f"  {subject} " in line)


def a_window_is_tried(hamer):
    done = subprocess.run([*hamer.words, "--lang", "en", "selftest"], env=hamer.environment, capture_output=True, text=True,
                          check=False)
    window, touch = line_of(done.stdout, "window"), line_of(done.stdout, "touch")
    expect(f"said: {window}", window.startswith("ok ") and "a frame given after" in window and "the screen stays on" in window)
    expect(f"said: {touch}", "touch screen" in touch)
    expect("the machine passes", done.returncode == 0)


def asked_for_a_tap(hamer, act, again):
    """What is said when somebody does so with the window, again and again if need be; the rest is broken off."""
    with subprocess.Popen([*hamer.words, "selftest", "--touch"], env=hamer.environment, stdout=subprocess.PIPE,
                          text=True) as test:
        window = hamer.desktop.window_of(test)
        lines = []
        reading = threading.Thread(target=lambda: lines.extend(iter(test.stdout.readline, "")))
        reading.start()
        act(window)
        until("what came of it", lambda: any("  aanraken " in line for line in lines) or again and act(window))
        test.send_signal(signal.SIGINT)
        reading.join()
    return line_of("".join(lines), "aanraken")


def a_tap_is_waited_for(hamer):
    said = asked_for_a_tap(hamer, lambda window: hamer.desktop.click(window, 300, 200), again=True)
    expect(f"said: {said}", said.startswith("goed") and "een tik of klik gezien" in said and "zegt dit systeem" in said)
    said = asked_for_a_tap(hamer, hamer.desktop.ask_to_close, again=False)
    expect(f"said: {said}", said.startswith("niet geprobeerd") and "het venster werd gesloten" in said)


def a_desktop_that_does_not_answer(hamer):
    """Hamer waits four seconds for it, and the window may be closed meanwhile: neither says anything of this machine."""
    address = hamer.folder / "bus"
    with socket.socket(socket.AF_UNIX) as bus, Desktop(lacks="MIT-SCREEN-SAVER") as mute:
        bus.bind(str(address))
        bus.listen()
        environment = {**hamer.environment, "DISPLAY": mute.display, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={address}"}
        for closes, begin, says in ((False, "let op ", "gaf geen antwoord"), (True, "niet geprobeerd ", "het venster werd gesloten")):
            with subprocess.Popen([*hamer.words, "selftest", "--window"], env=environment, stdout=subprocess.PIPE, text=True) as test:
                if closes:
                    mute.ask_to_close(mute.window_of(test))
                text = test.stdout.read()
            said = line_of(text, "venster")
            expect(f"said: {said}", said.startswith(begin) and says in said and "stuurprogramma" not in said)
            expect("and the machine passes", test.returncode == 0)


def the_window_of_a_meeting_says_where_its_data_lies(hamer):
    data = hamer.folder / "OneDrive - Gemeente Voorbeeld"
    hamer.words[hamer.words.index("--data") + 1] = str(data)
    hamer.start()
    until("the preparation", lambda: hamer.shows("problem"))
    expect(f"said: {hamer.label('problem')}", "OneDrive" in hamer.label("problem"))
    expect("and a meeting can begin", hamer.shows("meeting.name"))
    done = subprocess.run([*hamer.words, "selftest"], env=hamer.environment, capture_output=True, text=True, check=False)
    window = line_of(done.stdout, "venster")
    expect(f"beside it no window comes: {window}", window.startswith("niet geprobeerd") and "--window" in window)
    hamer.close()


def play(hamer):
    a_window_is_tried(hamer)
    a_tap_is_waited_for(hamer)
    a_desktop_that_does_not_answer(hamer)
    the_window_of_a_meeting_says_where_its_data_lies(hamer)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play))
