"""A real OBS Studio under a display of its own, with settings in a folder of its own, and a client that asks it things.

Needs obs-studio, xvfb and python3-websockets.
"""
import asyncio
import base64
import hashlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

import websockets

GLOBAL = """[General]
FirstRun=true
LastVersion=486539266
EnableAutoUpdates=false
[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
[Basic]
Profile=Untitled
ProfileDir=Untitled
SceneCollection=Untitled
SceneCollectionFile=Untitled
"""
PROFILE = """[General]
Name=Untitled
[Video]
BaseCX=320
BaseCY=180
OutputCX=320
OutputCY=180
FPSCommon=30
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what, holds, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = holds()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds} s for {what}")


class Obs:
    """Scenes Raadzaal (red) and Vergadering geschorst (blue), and a microphone that is a tone of silence."""

    def __init__(self, password="geheim-woord", port=None):
        self.password = password
        self.port = port or free_port()
        self.home = tempfile.TemporaryDirectory(prefix="hamer-obs-")
        folder = pathlib.Path(self.home.name) / ".config/obs-studio"
        (folder / "basic/profiles/Untitled").mkdir(parents=True)
        (folder / "global.ini").write_text(GLOBAL.format(port=self.port, password=password))
        (folder / "basic/profiles/Untitled/basic.ini").write_text(PROFILE)
        self.process = None
        self.display = None

    def start(self):
        read, write = os.pipe()
        self.display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x768x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display_name = ":" + number.readline().strip()
        environment = dict(os.environ, HOME=self.home.name, DISPLAY=self.display_name, XDG_RUNTIME_DIR=self.home.name,
                           QT_QPA_PLATFORM="xcb", LIBGL_ALWAYS_SOFTWARE="1")
        environment.pop("XDG_CONFIG_HOME", None)
        self.log = open(pathlib.Path(self.home.name) / "obs.log", "ab")
        self.process = subprocess.Popen(["obs", "--multi", "--disable-updater", "--minimize-to-tray"],
                                        env=environment, stdout=self.log, stderr=self.log, start_new_session=True)
        until("OBS to listen", self.listens, 60)
        return self

    def listens(self):
        if self.process.poll() is not None:
            raise AssertionError("OBS ended: " + (pathlib.Path(self.home.name) / "obs.log").read_text()[-2000:])
        try:
            self.ask("GetVersion")
            return True
        except (OSError, websockets.WebSocketException, asyncio.TimeoutError, NotReady):
            return False

    def kill(self):
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self.display:
            self.display.terminate()
            self.display.wait()
        self.process = self.display = None

    def close(self):
        self.kill()
        self.home.cleanup()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.close()

    def ask(self, request, **data):
        return asyncio.run(self._ask([(request, data)]))[0]

    async def _ask(self, requests):
        async with websockets.connect(f"ws://127.0.0.1:{self.port}", subprotocols=["obswebsocket.json"],
                                      max_size=None, open_timeout=5) as link:
            hello = json.loads(await asyncio.wait_for(link.recv(), 5))["d"]
            identify = {"rpcVersion": 1, "eventSubscriptions": 0}
            if "authentication" in hello:
                digest = lambda text: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
                secret = digest(self.password + hello["authentication"]["salt"])
                identify["authentication"] = digest(secret + hello["authentication"]["challenge"])
            await link.send(json.dumps({"op": 1, "d": identify}))
            await asyncio.wait_for(link.recv(), 5)
            answers = []
            for request, data in requests:
                await link.send(json.dumps({"op": 6, "d": {"requestType": request, "requestId": "1", "requestData": data}}))
                answer = json.loads(await asyncio.wait_for(link.recv(), 10))["d"]
                if not answer["requestStatus"]["result"]:
                    if answer["requestStatus"]["code"] == 207:
                        raise NotReady(request)
                    raise Refused(request, answer["requestStatus"])
                answers.append(answer.get("responseData", {}))
            return answers

    def furnish(self):
        colours = {"Raadzaal": 0xFF0000FF, "Publiek": 0xFF00FF00}  # ABGR
        for scene, colour in colours.items():
            self.ask("CreateScene", sceneName=scene)
            self.ask("CreateInput", sceneName=scene, inputName="beeld " + scene, inputKind="color_source_v3",
                     inputSettings={"color": colour, "width": 320, "height": 180})
        self.ask("CreateInput", sceneName="Raadzaal", inputName="Microfoons", inputKind="pulse_input_capture",
                 inputSettings={})
        self.ask("SetCurrentProgramScene", sceneName="Raadzaal")
        return self

    def program(self):
        return self.ask("GetCurrentProgramScene")["currentProgramSceneName"]

    def muted(self, name="Microfoons"):
        return self.ask("GetInputMute", inputName=name)["inputMuted"]


class Refused(Exception):
    pass


class NotReady(Exception):
    pass
