"""A drill in the real window, chosen in the place for drills, with the trainer's own window beside it: what the trainer does
there happens here, a step is recorded as in a real meeting, the program is killed and goes on, and the debrief is on the
screen and on disk. Nothing of it is where the real meetings are. Exit status 0 when all of it holds.
"""
import json
import pathlib
import sys
import tempfile

from desktop import Desktop, Failure, until
from journey import arguments, expect
from program import Hamer


def choose(hamer):
    """By the button for drills, the fifth scenario, and who is there."""
    hamer.start()
    hamer.click("drills")
    hamer.click("scenarios.4")
    until("the form", lambda: hamer.shows("begin"))
    hamer.bring_down_to("drill.present", "scenario")
    hamer.fill("drill.present", "De Wit")
    hamer.click("begin")
    until("the drill", lambda: hamer.shows("practice"))
    expect("the chair is not told what comes", "trainer leidt" in hamer.label("practice"))


def led_from_a_second_window(hamer, trainer):
    trainer.start()
    until("the drill in the trainer's window", lambda: trainer.shows("inject.banner.now"))
    trainer.click("inject.banner.now")
    until("that it came", lambda: trainer.shows("inject.banner") and not trainer.shows("inject.banner.now"))
    hamer.click("disturbance.report")
    until("the chair's step in the trainer's window", lambda: "op tijd" in trainer.label("expected.1"))
    trainer.fill("observe.text", "rustig")
    trainer.click("observe.add")
    drill = next((hamer.folder / "data/drills").iterdir())
    until("the remark on disk", lambda: "rustig" in (drill / "trainer.jsonl").read_text(encoding="utf-8"))
    return drill


def goes_on_after_a_kill(hamer):
    hamer.kill()
    hamer.start()
    until("that the drill was broken off", lambda: hamer.shows("broken-off"))
    hamer.click("broken-off.do")
    until("the drill again", lambda: hamer.shows("address.a"))


def ends_in_the_debrief(hamer, trainer, drill):
    hamer.click("practice.do")
    hamer.click("practice.end")
    until("how to end it", lambda: hamer.shows("refusal"))
    expect("a tap does not end a drill", not hamer.shows("debrief.score"))
    hamer.hold("practice.end")
    until("the debrief", lambda: hamer.shows("debrief.score"))
    until("the debrief in the trainer's window too", lambda: trainer.shows("debrief.score"))
    expect("the debrief is beside the journal", (drill / "debrief.pdf").read_bytes().startswith(b"%PDF"))
    expect("the journal says that it is a drill", b'"drill":true' in (drill / "journal").read_bytes())
    held = json.loads(hamer.run("drill", "--held", "--json").stdout)
    expect("the proof", [one["attendance"] for one in held] == [["De Wit"]])
    data = hamer.folder / "data"
    names = sorted(one.name for one in data.iterdir())
    expect("nothing where the real meetings are", not list((data / "sessions").iterdir()) and "last-meeting.json" not in names)
    expect("no record either", json.loads(hamer.run("record", "list", "--json").stdout or "[]") == [])
    expect("the trainer's exit status", trainer.close() == 0)
    expect("the exit status", hamer.close() == 0)


options = arguments(__doc__).parse_args()
# Two screens, so that neither window lies over the other.
with tempfile.TemporaryDirectory(prefix="hamer-window-") as folder, Desktop() as desktop, Desktop() as second:
    hamer = Hamer(options.hamer, options.config, folder, desktop)
    trainer = Hamer(options.hamer, options.config, folder, second, ("drill", "--trainer"))
    status = 0
    try:
        choose(hamer)
        drill = led_from_a_second_window(hamer, trainer)
        goes_on_after_a_kill(hamer)
        ends_in_the_debrief(hamer, trainer, drill)
    except Failure as failure:
        print(f"FAILED  {failure}", flush=True)
        if options.picture:
            desktop.picture(options.picture)
            second.picture(str(pathlib.Path(options.picture).with_suffix(".trainer.png")))
        status = 1
    finally:
        trainer.stop()
        hamer.stop()
sys.exit(status)
