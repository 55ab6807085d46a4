"""The chair's evening with the real OBS Studio: what the chair taps pauses the broadcast, OBS's own event confirms it in the
journal, and OBS killed in between holds nobody up. Exit status 0 when all of it holds; 77 where it is left out.
"""
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "broadcast"))
if not os.environ.get("HAMER_TEST_OBS"):
    print("left out: ./dev test --obs installs OBS Studio and runs this")
    sys.exit(77)

from desktop import until
from journey import BEGUN, arguments, expect, run
from obs_studio import Obs

SLATE = "Vergadering geschorst"


def entries(hamer, event):
    return [one for one in hamer.log() if one.get("event") == event]


def tap(hamer, event):
    """Other entries may come meanwhile: what OBS says is journaled too."""
    before = len(entries(hamer, event))
    hamer.click(event, len(hamer.log()))
    until(f"{event} in the journal", lambda: len(entries(hamer, event)) > before)


def journey(obs):
    def play(hamer):
        hamer.start()
        hamer.fill("meeting.name", "Raadsvergadering")
        until("the connection", lambda: hamer.shows("broadcast.standing") and
              "Raadzaal" in hamer.label("broadcast.standing"))
        hamer.click("broadcast.slate")
        until("the slate", lambda: SLATE in [one["sceneName"] for one in obs.ask("GetSceneList")["scenes"]])
        hamer.click("broadcast.test")
        until("the try-out", lambda: "werkt" in hamer.label("broadcast.standing"))
        hamer.click("begin")
        until("the session", lambda: len(hamer.log()) == BEGUN)
        for key in ("broadcast.start", "meeting.open", "disturbance.report", "address.b"):
            tap(hamer, key)
        until("the confirmation", lambda: entries(hamer, "broadcast.paused"))
        expect("OBS shows the slate, and the microphone is mute", obs.program() == SLATE and obs.muted())
        confirmed = entries(hamer, "broadcast.paused")[0]
        expect("the program confirmed it", confirmed["actor"] == "program")
        obs.kill()
        until("the line that says so", lambda: hamer.shows("control"))
        tap(hamer, "request.speak")
        obs.start()
        until("the slate again", lambda: not hamer.shows("control"))
        tap(hamer, "request.heed")
        tap(hamer, "broadcast.resume")
        until("the confirmation", lambda: entries(hamer, "broadcast.resumed"))
        expect("as before the pause", obs.program() == "Raadzaal" and not obs.muted())
    return play


options = arguments(__doc__).parse_args()
with Obs() as studio:
    studio.furnish()
    settings = json.loads(pathlib.Path(options.config).read_text())
    settings["procedure"] = str(pathlib.Path(options.config).resolve().parent / settings["procedure"])
    settings["broadcast"] = {"way": "obs", "obs": {"port": studio.port, "mute": ["Microfoons"],
                                                   "password_file": "password"}}
    folder = pathlib.Path(studio.home.name)
    (folder / "password").write_text(studio.password)
    (folder / "password").chmod(0o600)
    options.config = folder / "hamer.json"
    options.config.write_text(json.dumps(settings))
    status = run(options, journey(studio))
sys.exit(status)
