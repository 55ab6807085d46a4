"""The broadcast is really paused: Hamer and the real OBS Studio. Exit status 0 when all of it holds.

    obs_test.py HAMER SOURCE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

if not os.environ.get("HAMER_TEST_OBS"):
    print("left out: ./dev test --obs installs OBS Studio and runs this")
    sys.exit(77)

from control import Control, expect
from obs_studio import Obs, until

HAMER, SOURCE = sys.argv[1], sys.argv[2]
PASSWORD = "geheim-woord"
SLATE = "Vergadering geschorst"


def control(obs, **more):
    settings = {"port": obs.port, "mute": ["Microfoons", "Tribune"]} | more
    return Control(HAMER, SOURCE, {"way": "obs", "obs": settings}, PASSWORD)


def furnished(obs):
    """Two microphones, of which one is mute already, and the slate."""
    obs.furnish()
    obs.ask("CreateInput", sceneName="Raadzaal", inputName="Tribune", inputKind="pulse_input_capture", inputSettings={})
    obs.ask("SetInputMute", inputName="Tribune", inputMuted=True)
    obs.ask("CreateScene", sceneName=SLATE)
    return obs


def is_paused(obs):
    return obs.program() == SLATE and obs.muted() and obs.muted("Tribune")


def is_as_before(obs):
    return obs.program() == "Raadzaal" and not obs.muted() and obs.muted("Tribune")


def pauses_and_resumes(obs):
    with control(obs) as hamer:
        hamer.until_is(link="ready")
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        expect(is_paused(obs), "confirmed, but not paused")
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
        expect(is_as_before(obs), "resumed, but not as before")
        hamer.say("leave")
        hamer.say("test")
        tested = hamer.until("the try-out", lambda state: state["test"] not in ("-", "running"))
        expect(re.fullmatch(r"\d+ \d+", tested["test"]), f"the try-out: {tested}")
        expect(is_as_before(obs), "the try-out left traces")
        expect(PASSWORD not in str(hamer.states) + str(hamer.seen), "the password was shown")


def refuses_a_wrong_password(obs):
    hamer = control(obs)
    hamer.write_password("verkeerd")
    with hamer:
        refused = hamer.until_is(link="refused")
        expect("password" in refused["problem"], f"why: {refused}")
        hamer.say("pause")
        hamer.until_is(wish="paused", overdue="overdue")
        hamer.write_password(PASSWORD)
        hamer.say("again")
        hamer.until_is(wish="paused", **{"is": "reached"})
        expect(is_paused(obs), "paused at last")
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
    hamer.write_password(PASSWORD, 0o644)
    with hamer:
        refused = hamer.until_is(link="refused")
        expect("others" in refused["problem"] and PASSWORD not in refused["problem"], f"a file for all: {refused}")


def leaves_what_somebody_else_chose(obs):
    with control(obs) as hamer:
        hamer.until_is(link="ready")
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        obs.ask("SetCurrentProgramScene", sceneName="Publiek")
        hamer.until_is(**{"is": "overridden"}, picture="Publiek")
        hamer.until_seen("Publiek")
        expect(obs.program() == "Publiek", "Hamer fought the regie")
        hamer.say("again")
        hamer.until_is(**{"is": "reached"}, picture=SLATE)
        obs.ask("SetInputMute", inputName="Microfoons", inputMuted=False)
        hamer.until_is(**{"is": "overridden"})
        hamer.until_seen("Microfoons")
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
        expect(is_as_before(obs), "resumed, but not as before")


def follows_a_renamed_scene(obs):
    with control(obs) as hamer:
        hamer.until_is(link="ready")
        obs.ask("SetSceneName", sceneName=SLATE, newSceneName="Pauze")
        hamer.until_seen("Pauze")
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"}, picture="Pauze")
        obs.ask("SetSceneName", sceneName="Raadzaal", newSceneName="Grote zaal")
        hamer.until_seen("Grote zaal")
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
        expect(obs.program() == "Grote zaal", "the former scene, by its new name")
    with control(obs) as hamer:  # it does not know of the new name any more
        hamer.until_is(link="ready")
        hamer.say("pause")
        missing = hamer.until_is(wish="paused", overdue="overdue")
        expect(SLATE in missing["problem"], f"which scene is missing: {missing}")
        obs.ask("SetSceneName", sceneName="Pauze", newSceneName=SLATE)
        hamer.say("again")
        hamer.until_is(wish="paused", **{"is": "reached"})
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
    obs.ask("SetSceneName", sceneName="Grote zaal", newSceneName="Raadzaal")


def puts_back_after_it_was_killed(obs):
    hamer = control(obs).start()
    hamer.until_is(link="ready")
    hamer.say("pause")
    hamer.until_is(wish="paused", **{"is": "reached"})
    hamer.kill()
    hamer.start()
    hamer.until_is(link="ready")
    hamer.say("pause")
    hamer.until_is(wish="paused", **{"is": "reached"})
    hamer.say("resume")
    hamer.until_is(wish="live", **{"is": "reached"})
    expect(is_as_before(obs), "resumed, but not as before")
    expect(hamer.stop() == 0, "exit status")


def shows_the_slate_and_not_the_camera(obs):
    """What OBS itself draws of its program output, in a window of its own."""
    def colour():
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "screen.png"
            environment = dict(os.environ, DISPLAY=obs.display_name)
            subprocess.run(["import", "-window", "root", picture], env=environment, check=True)
            found = subprocess.run(["convert", picture, "-format", "%c", "histogram:info:"], check=True,
                                   capture_output=True, text=True).stdout
        red = blue = 0
        for count, r, g, b in re.findall(r"(\d+): \((\d+),(\d+),(\d+)", found):
            r, g, b = int(r), int(g), int(b)
            if r > 200 and g < 40 and b < 40:
                red += int(count)  # the camera
            if abs(r - 15) < 8 and abs(g - 36) < 8 and abs(b - 69) < 8:
                blue += int(count)  # Hamer's picture
        return red, blue

    obs.ask("RemoveScene", sceneName=SLATE)
    obs.ask("OpenVideoMixProjector", videoMixType="OBS_WEBSOCKET_VIDEO_MIX_TYPE_PROGRAM", monitorIndex=0)
    with control(obs) as hamer:
        hamer.until_is(link="ready")
        picture = pathlib.Path(SOURCE) / "docs/pictures/pauzebeeld.png"
        hamer.say(f"slate {picture}")
        made = hamer.until("the slate", lambda state: state["done"] != "-")
        expect("ready" in made["done"], f"the slate: {made}")
        until("the camera", lambda: colour()[0] > 100_000)
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        until("the slate alone", lambda: colour()[0] == 0 and colour()[1] > 100_000)
        hamer.say("resume")
        hamer.until_is(wish="live", **{"is": "reached"})
        until("the camera again", lambda: colour()[0] > 100_000)


def sends(obs, *names):
    return [obs.ask("GetSourceActive", sourceName=name)["videoActive"] for name in names]


def preview(obs):
    return obs.ask("GetCurrentPreviewScene")["currentPreviewSceneName"]


def believes_only_what_is_sent():
    """A fade of the operator's still runs in studio mode; a scene fades slowly by a transition of its own."""
    with Obs(PASSWORD) as obs:
        furnished(obs)
        obs.ask("CreateInput", sceneName=SLATE, inputName="pauzebeeld", inputKind="color_source_v3",
                inputSettings={"color": 0xFFFF0000})
        with control(obs) as hamer:
            hamer.until_is(link="ready")
            for studio_mode in (False, True):
                obs.ask("SetStudioModeEnabled", studioModeEnabled=studio_mode)
                obs.ask("SetCurrentSceneTransition", transitionName="Fade")
                obs.ask("SetCurrentSceneTransitionDuration", transitionDuration=3000)
                if studio_mode:
                    obs.ask("SetCurrentPreviewScene", sceneName="Publiek")
                    until("the preview", lambda: preview(obs) == "Publiek")
                    obs.ask("TriggerStudioModeTransition")
                else:
                    obs.ask("SetCurrentProgramScene", sceneName="Publiek")
                until("the fade", lambda: sends(obs, "beeld Publiek") == [True])
                hamer.say("pause")
                hamer.until_is(wish="paused", **{"is": "reached"})
                expect(sends(obs, "pauzebeeld", "beeld Raadzaal", "beeld Publiek") == [True, False, False],
                       f"confirmed, and something else is sent; studio mode: {studio_mode}")
                hamer.say("resume")
                hamer.until_is(wish="live", **{"is": "reached"})
                expect(sends(obs, "pauzebeeld") == [False] and not obs.muted(), "resumed, and the slate is sent")
                obs.ask("SetCurrentSceneTransitionDuration", transitionDuration=300)
                obs.ask("SetCurrentProgramScene", sceneName="Raadzaal")
                until("the camera", lambda: sends(obs, "beeld Raadzaal", "beeld Publiek") == [True, False])
            expect(not any("not" in one and SLATE in one for one in hamer.seen), f"Hamer did it: {hamer.seen}")


def owes_until_it_was_put_back():
    """Another scene collection between pause and resume, and Hamer killed meanwhile."""
    with Obs(PASSWORD) as obs:
        furnished(obs)
        first = obs.ask("GetSceneCollectionList")["currentSceneCollectionName"]
        hamer = control(obs).start()
        hamer.until_is(link="ready")
        hamer.say("pause")
        hamer.until_is(wish="paused", **{"is": "reached"})
        obs.ask("CreateSceneCollection", sceneCollectionName="Ander")
        hamer.until_seen("Ander")
        hamer.say("resume")
        hamer.until("what is owed", lambda state: state["wish"] == "live" and first in state["problem"])
        expect(not any("not by Hamer" in one for one in hamer.seen), f"nobody chose: {hamer.seen}")
        hamer.kill()
        with hamer:
            hamer.say("resume")
            hamer.until("what is owed", lambda state: state["link"] == "ready" and first in state["problem"])
            obs.ask("SetCurrentSceneCollection", sceneCollectionName=first)
            hamer.until_is(wish="live", **{"is": "reached"})
            expect(is_as_before(obs), "resumed, but not as before")


def mends_after_obs_was_killed():
    obs = Obs(PASSWORD)
    try:
        with control(obs) as hamer:
            hamer.until_is(link="lost")
            hamer.say("pause")
            hamer.until_is(wish="paused", overdue="overdue")
            furnished(obs.start())  # the slate comes last, and is shown as soon as it is there
            hamer.until_is(wish="paused", **{"is": "reached"})
            expect(is_paused(obs), "paused at last")
            obs.kill()
            hamer.until_is(wish="paused", link="lost")
            obs.start()  # as it was last saved: perhaps without the slate, which is then made again
            hamer.until_is(wish="paused", link="ready")
            if SLATE not in [scene["sceneName"] for scene in obs.ask("GetSceneList")["scenes"]]:
                obs.ask("CreateScene", sceneName=SLATE)
            hamer.until_is(wish="paused", **{"is": "reached"})
            hamer.until_seen("not connected")
            expect(obs.program() == SLATE, "paused again")
    finally:
        obs.close()


def main():
    with Obs(PASSWORD) as obs:
        furnished(obs)
        for case in (pauses_and_resumes, refuses_a_wrong_password, leaves_what_somebody_else_chose,
                     follows_a_renamed_scene, puts_back_after_it_was_killed, shows_the_slate_and_not_the_camera):
            case(obs)
            print("ok:", case.__name__, flush=True)
    for case in (believes_only_what_is_sent, owes_until_it_was_put_back, mends_after_obs_was_killed):
        case()
        print("ok:", case.__name__, flush=True)


main()
