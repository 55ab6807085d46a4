"""Clients that keep no rule: what they do costs themselves their connection, and no one else anything.

    hostile_test.py NETWORK_PEER
"""
import resource
import struct
import sys

import peers
from peers import closing_code, frame, is_closed, read_frame


def honest(server, source="127.0.0.1"):
    """Somebody who keeps them is served at once."""
    with server.link(source) as sock:
        sock.sendall(frame(b"hello"))
        assert read_frame(sock) == (1, b"got 5")


def upgrade_is_for_our_own(server):
    ask = lambda **headers: server.ask(server.upgrade(**headers))[0]
    own = f"http://{server.host()}"
    assert ask(Origin=own) == 101 and ask() == 101
    assert ask(Sec_WebSocket_Protocol="other, hamer.link") == 101
    for origin in ("http://evil.example", "null", "", f"https://{server.host()}", own + ".evil.example", "http://127.0.0.1",
                   f"http://localhost:{server.port}", [own, own], [own, "http://evil.example"]):
        assert ask(Origin=origin) == 403, origin
    for host in ("evil.example", f"evil.example:{server.port}"):
        assert ask(Host=host) == 403, host
        assert ask(Host=host, Origin="http://" + host) == 403, host
    for protocol in (None, "other", "hamer.link2", "HAMER.LINKS"):
        assert ask(Sec_WebSocket_Protocol=protocol) == 400, protocol
    for missing in ("Connection", "Upgrade", "Sec_WebSocket_Key", "Sec_WebSocket_Version"):
        assert ask(**{missing: None}) in (400, 426), missing
    assert ask(Sec_WebSocket_Version="8") in (400, 426)
    assert server.ask(server.request("/link"))[0] == 426
    assert server.ask(server.upgrade("/elsewhere"))[0] == 404
    assert server.ask(server.upgrade("/link/"))[0] == 404
    # Compression is not taken up though it is offered (Server.link looks at the answer's headers).
    assert "sec-websocket-extensions" not in server.ask(server.upgrade(Sec_WebSocket_Extensions="permessage-deflate"))[1]


BREAKS = [
    ("binary", [frame(b"hello", opcode=2)], 1003),
    ("binary in parts", [frame(b"hello", opcode=2, final=False)], 1003),
    ("no UTF-8", [frame(b"\xff\xfe")], 1007),
    ("UTF-8 that ends early", [frame("é".encode()[:1])], 1007),
    ("UTF-8 that is broken across parts", [frame("é".encode()[:1], final=False), frame(b"x", opcode=0)], 1007),
    ("a surrogate", [frame(b"\xed\xa0\x80")], 1007),
    ("not masked", [frame(b"hello", masked=False)], 1002),
    ("a reserved bit", [frame(b"hello", reserved=0x40)], 1002),
    ("a reserved opcode", [frame(b"hello", opcode=3)], 1002),
    ("going on with nothing", [frame(b"hello", opcode=0)], 1002),
    ("a message within another", [frame(b"a", final=False), frame(b"b")], 1002),
    ("a ping in parts", [frame(b"a", opcode=9, final=False)], 1002),
    ("a long ping", [frame(b"a" * 126, opcode=9)], 1002),
    ("larger than before the greeting", [frame(b"a" * 4097)], 1009),
    ("larger in parts", [frame(b"a" * 3000, final=False), frame(b"a" * 3000, opcode=0)], 1009),
    ("a claim of 2^62 bytes", [frame(b"", length=1 << 62)], 1009),
    ("a close of one byte", [frame(b"x", opcode=8)], 1002),
    ("a closing code that nobody may send", [frame(struct.pack(">H", 1005), opcode=8)], 1002),
    ("larger than is ever allowed", [frame(b"let me in"), frame(b"", length=(16 << 20) + 1)], 1009),
]


def messages_keep_the_rules(server):
    for what, frames, code in BREAKS:
        with server.link() as sock:
            server.expect("opened")
            if frames[0] == BREAKS[-1][1][0]:
                sock.sendall(frames[0])
                assert read_frame(sock) == (1, b"got 9")
                frames = frames[1:]
            for one in frames:
                sock.sendall(one)
            found = closing_code(sock)
            assert found == code, (what, found)
        server.expect("lost")
    with server.link() as sock:  # and what is within them is taken, in parts and with pings between
        sock.sendall(frame("é".encode()[:1], final=False) + frame(b"!", opcode=9) + frame("é".encode()[1:], opcode=0))
        assert sorted([read_frame(sock), read_frame(sock)]) == [(1, b"got 2"), (10, b"!")]
        sock.sendall(frame(b"close 4003"))
        assert closing_code(sock) == 4003
    with server.socket() as sock:  # a frame before the answer to the upgrade
        sock.sendall(server.upgrade() + frame(b"early"))
        assert peers.answer(sock)[0] == 101
        assert closing_code(sock) == 1002


def who_is_slow_is_dropped(program):
    server = peers.Server(program, "request_ms=2000", "greeting_ms=2000", "closing_ms=300")
    half = server.socket()
    half.sendall(b"GET / HTTP/1.1\r\nHo")
    nothing = server.socket()
    unknown = server.link()  # says nothing that lets it in
    drip = server.link()
    drip.sendall(frame(b"a" * 4000)[:10])
    idle = server.socket()
    idle.sendall(server.request("/"))
    assert peers.answer(idle)[0] == 404
    known = server.link()
    known.sendall(frame(b"let me in"))
    assert read_frame(known) == (1, b"got 9")
    for sock in (half, nothing, unknown, drip, idle):
        assert is_closed(sock)
    known.sendall(frame(b"hello"))  # who is known has no such limit here: the link looks at silence
    assert read_frame(known) == (1, b"got 5")
    # It is told to go, and does not answer.
    known.sendall(frame(b"close 4000"))
    assert closing_code(known) == 4000
    assert is_closed(known)
    server.end()


def who_does_not_read_is_dropped(program):
    server = peers.Server(program, "unsent=4000000", "closing_ms=300")
    sock = server.link()
    opened = server.expect("opened")
    sock.sendall(frame(b"send 1000000 40"))
    assert server.expect("lost").split()[1] == opened.split()[1]
    honest(server)
    # Somebody who reads gets as much, and one who comes back to it too late is told why.
    with server.link() as other:
        for _ in range(40):
            other.sendall(frame(b"send 1000000 1"))
            assert len(read_frame(other)[1]) == 1000000
    server.end()
    server = peers.Server(program, "unsent=4000000", "closing_ms=60000")
    with server.link() as late:
        late.sendall(frame(b"send 1000000 40"))
        honest(server)  # by then all of it was sent, and nothing of it read: more than any buffer between them holds
        assert closing_code(late) == 4010
    server.end()


def a_thousand_that_say_nothing(program):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    server = peers.Server(program, "per_address=40")
    many = [server.socket() for _ in range(1000)]
    honest(server, "127.0.0.2")
    # No more than may be are kept; which, the others see.
    for sock in many[40:]:
        assert is_closed(sock)
    for sock in many:
        sock.close()
    server.end()
    server = peers.Server(program, "connections=50", "per_address=1000")
    many = [server.socket() for _ in range(200)]
    for sock in many[50:]:
        assert is_closed(sock)
    many[0].sendall(server.request("/"))
    assert peers.answer(many[0])[0] == 404
    for sock in many:
        sock.close()
    server.end()


def the_end_waits_for_nobody(program):
    server = peers.Server(program)
    deaf, silent = server.link(), server.socket()
    server.expect("opened")
    server.process.stdin.close()
    server.process.stdin = None
    server.expect("lost")
    server.expect("ended")
    assert closing_code(deaf) == 1001
    assert is_closed(silent)
    server.end()


def main():
    server = peers.Server(sys.argv[1])
    upgrade_is_for_our_own(server)
    messages_keep_the_rules(server)
    honest(server)
    server.end()
    who_is_slow_is_dropped(sys.argv[1])
    who_does_not_read_is_dropped(sys.argv[1])
    a_thousand_that_say_nothing(sys.argv[1])
    the_end_waits_for_nobody(sys.argv[1])


main()
