"""The program network_peer as a server or a client, and a raw socket to the server."""
import atexit
import base64
import os
import socket
import struct
import subprocess
import threading

PATIENCE = 60  # seconds; only a test that fails waits so long


class Peer:
    """Prints what happens; `expect` waits for a line that begins so, and skips others."""

    def __init__(self, program, *words):
        self.process = subprocess.Popen([program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        atexit.register(self.process.kill)  # also where a test fails
        self.watch = threading.Timer(PATIENCE * 4, self.process.kill)
        self.watch.daemon = True
        self.watch.start()

    def expect(self, beginning):
        seen = []
        for line in self.process.stdout:
            if line.startswith(beginning):
                return line.rstrip("\n")
            seen.append(line)
        raise AssertionError(f"expected {beginning!r}, found the end after {seen}")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self):
        if self.process.stdin:
            self.process.stdin.close()
        self.process.stdout.read()
        self.watch.cancel()
        assert self.process.wait(PATIENCE) == 0, self.process.returncode


class Server(Peer):
    def __init__(self, program, *words):
        super().__init__(program, "serve", *words)
        self.port = int(self.expect("listening").split()[1])

    def socket(self, source="127.0.0.1"):
        made = socket.create_connection(("127.0.0.1", self.port), PATIENCE, (source, 0))
        made.settimeout(PATIENCE)
        return made

    def host(self):
        return f"127.0.0.1:{self.port}"

    def request(self, path="/", method="GET", **headers):
        """The bytes of a request; a header that is None is left out, and one with many values is there as often."""
        lines = [f"{method} {path} HTTP/1.1"]
        for name, value in {"Host": self.host(), **headers}.items():
            values = value if isinstance(value, list) else [value]
            lines += [f"{name.replace('_', '-')}: {one}" for one in values if one is not None]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def upgrade(self, path="/link", **headers):
        return self.request(path, **{"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13",
                                     "Sec_WebSocket_Key": base64.b64encode(os.urandom(16)).decode(),
                                     "Sec_WebSocket_Protocol": "hamer.link", **headers})

    def ask(self, data, wrap=lambda one: one):
        """Status, headers and body of the answer to these bytes."""
        with wrap(self.socket()) as sock:
            sock.sendall(data)
            return answer(sock)

    def link(self, source="127.0.0.1", wrap=lambda one: one):
        """A socket that was upgraded."""
        sock = wrap(self.socket(source))
        sock.sendall(self.upgrade())
        status, headers, rest = answer(sock)
        assert status == 101 and headers["sec-websocket-protocol"] == "hamer.link" and not rest, (status, headers, rest)
        assert "sec-websocket-extensions" not in headers
        return sock


def read(sock, size):
    data = b""
    while len(data) < size:
        more = sock.recv(size - len(data))
        if not more:
            raise EOFError(data)
        data += more
    return data


def answer(sock):
    head = b""
    while b"\r\n\r\n" not in head:
        more = sock.recv(1)
        if not more:
            raise EOFError(head)
        head += more
    lines = head.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines[1:-2]:
        name, _, value = line.partition(": ")
        assert name.lower() not in headers, line
        headers[name.lower()] = value
    return int(lines[0].split()[1]), headers, read(sock, int(headers.get("content-length", 0)))


def frame(data, opcode=1, final=True, masked=True, reserved=0, length=None):
    """A frame of RFC 6455, 5.2; `length`: what it claims."""
    size = len(data) if length is None else length
    head = bytes([(0x80 if final else 0) | reserved | opcode])
    bit = 0x80 if masked else 0
    if size < 126:
        head += bytes([bit | size])
    elif size < 1 << 16:
        head += bytes([bit | 126]) + struct.pack(">H", size)
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", size)
    if not masked:
        return head + data
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))


def read_frame(sock):
    """Opcode and content of the server's next frame, which is never masked."""
    first, size = read(sock, 2)
    assert size < 128, "the server masks"
    if size == 126:
        size = struct.unpack(">H", read(sock, 2))[0]
    elif size == 127:
        size = struct.unpack(">Q", read(sock, 8))[0]
    return first & 15, read(sock, size)


def closing_code(sock):
    """What the server closes with, whatever it sent before."""
    while True:
        opcode, data = read_frame(sock)
        if opcode == 8:
            return struct.unpack(">H", data[:2])[0]


def is_closed(sock):
    """Waits for the end of the stream; nothing may come before."""
    try:
        return sock.recv(1) == b""
    except ConnectionResetError:
        return True
