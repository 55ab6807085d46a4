"""A chair practises alone in the real window: what happens comes by itself, a step is recorded as in a real meeting, and the
debrief is on the screen and on disk. Nothing of it is where the real meetings are. Exit status 0 when all of it holds.
"""
import json
import pathlib
import sys
import tempfile

from desktop import Desktop, Failure, until
from journey import arguments, expect
from program import Hamer


def practise(hamer):
    hamer.start()
    until("what happens", lambda: "Vier mensen" in hamer.label("practice") or "vier mensen" in hamer.label("practice"))
    hamer.click("disturbance.report")
    until("the hint", lambda: "scenario A" in hamer.label("practice"))
    hamer.click("practice.do")
    until("the debrief", lambda: hamer.shows("debrief.score"))
    data = pathlib.Path(hamer.folder) / "data"
    drills = list((data / "drills").iterdir())
    expect("the debrief is beside the journal", [one.name for one in drills[0].glob("*.pdf")] == ["debrief.pdf"])
    expect("the journal says that it is a drill", b'"drill":true' in (drills[0] / "journal").read_bytes())
    expect("nothing where the real meetings are", sorted(one.name for one in data.iterdir()) == ["drills"])
    expect("no record either", json.loads(hamer.run("record", "list", "--json").stdout or "[]") == [])
    expect("the exit status", hamer.close() == 0)


options = arguments(__doc__).parse_args()
scenario = pathlib.Path(options.config).resolve().parent.parent / "scenarios/statement.json"
with tempfile.TemporaryDirectory(prefix="hamer-window-") as folder, Desktop() as desktop:
    hamer = Hamer(options.hamer, options.config, folder, desktop, ("drill", str(scenario), "--pace", "25"))
    hamer.seen_file = pathlib.Path(folder) / "seen-drill"  # the words hold a path
    hamer.environment["HAMER_SEEN"] = str(hamer.seen_file)
    status = 0
    try:
        practise(hamer)
    except Failure as failure:
        print(f"FAILED  {failure}", flush=True)
        if options.picture:
            desktop.picture(options.picture)
        status = 1
    finally:
        hamer.stop()
sys.exit(status)
