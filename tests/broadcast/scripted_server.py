"""A server of obs-websocket that does what OBS will not do on demand. By hand, so that it can also send half a frame."""
import base64
import hashlib
import json
import socket
import struct
import threading

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Client:
    """One connection, after the WebSocket handshake unless told otherwise."""

    def __init__(self, link, shake=True):
        self.link = link
        self.link.settimeout(30)
        if shake:
            self.shake_hands()

    def shake_hands(self):
        head = b""
        while b"\r\n\r\n" not in head:
            part = self.link.recv(4096)
            if not part:
                raise ConnectionError
            head += part
        key = [line.split(b": ", 1)[1] for line in head.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key")][0]
        accept = base64.b64encode(hashlib.sha1(key + MAGIC).digest())
        self.link.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          b"Sec-WebSocket-Accept: " + accept + b"\r\nSec-WebSocket-Protocol: obswebsocket.json\r\n\r\n")

    @staticmethod
    def frame(text, kind=1):
        data = text if isinstance(text, bytes) else text.encode()
        size = bytes([len(data)]) if len(data) < 126 else bytes([126]) + struct.pack(">H", len(data))
        return bytes([0x80 | kind]) + size + data

    def send(self, message):
        self.link.sendall(self.frame(json.dumps(message)))

    def close(self, code):
        self.link.sendall(self.frame(struct.pack(">H", code), kind=8))

    def _exactly(self, count):
        data = b""
        while len(data) < count:
            part = self.link.recv(count - len(data))
            if not part:
                raise ConnectionError
            data += part
        return data

    def receive(self):
        """The next message; answers pings by itself."""
        while True:
            first, second = self._exactly(2)
            size = second & 127
            if size == 126:
                size = struct.unpack(">H", self._exactly(2))[0]
            mask = self._exactly(4)
            data = bytes(byte ^ mask[i % 4] for i, byte in enumerate(self._exactly(size)))
            if first & 15 == 9:
                self.link.sendall(self.frame(data, kind=10))
            elif first & 15 == 8:
                raise ConnectionError
            elif first & 15 == 1:
                return json.loads(data)

    def greet(self):
        self.send({"op": 0, "d": {"rpcVersion": 1}})
        self.receive()
        self.send({"op": 2, "d": {"negotiatedRpcVersion": 1}})

    def event(self, kind, **data):
        self.send({"op": 5, "d": {"eventType": kind, "eventData": data}})

    def serve(self, studio, until=lambda request: False):
        """Answers requests as OBS would, until one for which `until` holds; gives that one."""
        while True:
            request = self.receive()["d"]
            if until(request):
                return request
            self.answer(request, studio.answer(self, request))

    def answer(self, request, data, code=100):
        self.send({"op": 7, "d": {"requestType": request["requestType"], "requestId": request["requestId"],
                                  "requestStatus": {"result": code == 100, "code": code}, "responseData": data}})


class Studio:
    """The scenes of a small OBS."""

    collection = "Raad"

    def __init__(self):
        self.scene = "Raadzaal"
        self.inputs = {}  # whether each is mute
        self.passed_over = {}  # how many of these requests it accepts and forgets
        self.asked = []

    def answer(self, client, request):
        kind, data = request["requestType"], request.get("requestData", {})
        self.asked.append(kind)
        if kind == "GetSceneList":
            return {"currentProgramSceneName": self.scene,
                    "scenes": [{"sceneName": "Raadzaal"}, {"sceneName": "Vergadering geschorst"}]}
        if kind == "GetSceneCollectionList":
            return {"currentSceneCollectionName": self.collection, "sceneCollections": ["Raad", "Ander"]}
        if kind == "GetSourceActive":
            return {"videoActive": data["sourceName"] == self.scene}
        if kind == "GetInputMute" and data["inputName"] in self.inputs:
            return {"inputMuted": self.inputs[data["inputName"]]}
        if self.passed_over.get(kind):
            self.passed_over[kind] -= 1
            return {}
        if kind == "SetInputMute":
            self.inputs[data["inputName"]] = data["inputMuted"]
            client.event("InputMuteStateChanged", **data)
        if kind == "SetCurrentProgramScene":
            self.scene = data["sceneName"]
            client.event("CurrentProgramSceneChanged", sceneName=self.scene)
        return {}


class Server:
    """Plays one script for each connection, in order, and the last one again and again."""

    def __init__(self, *scripts, shake=True):
        self.scripts = list(scripts)
        self.connections = 0
        self.shake = shake
        self.released = threading.Event()  # for a script that waits until the test is over
        self.problem = None

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.released.set()
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def _serve(self):
        while not self.released.is_set():
            try:
                link, _ = self.socket.accept()
            except OSError:
                return
            script = self.scripts[min(self.connections, len(self.scripts) - 1)]
            self.connections += 1
            threading.Thread(target=self._play, args=(script, link), daemon=True).start()

    def _play(self, script, link):
        with link:
            try:
                script(Client(link, self.shake))
            except (OSError, ConnectionError):
                pass  # Hamer hung up, as it may
