"""What needs a display of `hamer selftest`: a window comes and is drawn, the screen is kept on by it, a tap is seen or missed.
And Hamer's own window says at its start that its data lies where another program has a hand in it.
"""
import signal
import subprocess
import sys
import threading

from desktop import until
from journey import arguments, expect, run


def line_of(text, subject):
    return next(line for line in text.splitlines() if f"  {subject} " in line)


def a_window_is_tried(hamer):
    done = subprocess.run([*hamer.words, "--lang", "en", "selftest"], env=hamer.environment, capture_output=True, text=True,
                          check=False)
    window, touch = line_of(done.stdout, "window"), line_of(done.stdout, "touch")
    expect(f"said: {window}", window.startswith("ok ") and "drawn in" in window and "the screen stays on" in window)
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
    expect(f"said: {said}", said.startswith("let op") and "geen tik gezien" in said)


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
    the_window_of_a_meeting_says_where_its_data_lies(hamer)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), play))
