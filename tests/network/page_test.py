"""The page: its files with their headers and nothing else, whatever is asked; and requests that are none.

    page_test.py NETWORK_PEER
"""
import os
import sys
import tempfile

import peers

FILES = {"index.html": b"<!doctype html>", "app/main.js": b"run()", "app/hamer.wasm": b"\0asm", "style.css": b"a{}",
         "empty.txt": b"", "a.webmanifest": b"{}"}
TYPES = {"index.html": "text/html; charset=utf-8", "app/main.js": "text/javascript; charset=utf-8",
         "app/hamer.wasm": "application/wasm", "style.css": "text/css; charset=utf-8"}
# Ways out of the folder, and to what is in it and not given out.
NOWHERE = ["/..", "/../secret", "/app/../../secret", "/app/../index.html", "/./index.html", "//index.html", "/app/", "/app",
           "/%2e%2e/secret", "/%2e%2e%2fsecret", "/..%2fsecret", "/..%5csecret", "/..\\secret", "/%c0%ae%c0%ae/secret",
           "/%252e%252e/secret", "/....//secret", "/;/../secret", "/app/..;/secret", "/link.html", "/linked/secret",
           "/.hidden", "/.git/config", "/index.html/", "/index.html%00", "/INDEX.HTML", "/C:/secret", "/index.html::$DATA",
           "/etc/passwd", "/with space.html", "http://127.0.0.1/index.html", "*", "/pipe"]


def make(folder):
    page = folder + "/page"
    for name, data in {**FILES, ".hidden": b"secret", ".git/config": b"secret", "with space.html": b"secret"}.items():
        os.makedirs(os.path.dirname(f"{page}/{name}"), exist_ok=True)
        with open(f"{page}/{name}", "wb") as file:
            file.write(data)
    os.mkdir(folder + "/outside")
    for name in ("secret", "outside/secret"):
        with open(f"{folder}/{name}", "wb") as file:
            file.write(b"secret")
    os.symlink(folder + "/secret", page + "/link.html")
    os.symlink(folder + "/outside", page + "/linked")
    os.mkfifo(page + "/pipe")
    return page


def gives_the_files(server):
    for name, data in FILES.items():
        status, headers, body = server.ask(server.request("/" + name))
        assert (status, body) == (200, data), (name, status, body)
        assert headers["content-type"] == TYPES.get(name, headers["content-type"])
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-embedder-policy"] == "require-corp"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'") and "unsafe-inline" not in policy and "*" not in policy
        assert not {"set-cookie", "server", "access-control-allow-origin"} & headers.keys(), headers
        again = server.ask(server.request("/" + name, If_None_Match=headers["etag"]))
        assert again[0] == 304 and not again[2]
    assert server.ask(server.request("/"))[2] == FILES["index.html"]
    assert server.ask(server.request("/index.html?v=2"))[2] == FILES["index.html"]
    with server.socket() as sock:  # a HEAD has no body, and the connection goes on
        sock.sendall(server.request("/style.css", "HEAD") + server.request("/style.css"))
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += peers.read(sock, 1)
        assert b"content-length: 3" in head.lower(), head
        assert peers.answer(sock)[2] == FILES["style.css"]


def gives_nothing_else(server):
    for path in NOWHERE:
        status, headers, body = server.ask(server.request(path))
        assert status in (400, 404) and b"secret" not in body, (path, status, body)
        assert "content-security-policy" in headers
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"):
        assert server.ask(server.request("/", method))[0] in (400, 405), method


def refuses_what_is_no_request(server):
    ask = server.ask
    assert ask(b"GARBAGE\r\n\r\n")[0] == 400
    assert ask(b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03" + b"\r\n\r\n")[0] == 400  # TLS where there is none
    assert ask(b"GET / HTTP/1.0\r\n\r\n")[0] == 505
    assert ask(b"GET / HTTP/1.1\r\n\r\n")[0] == 400
    assert ask(server.request(Host=[server.host(), server.host()]))[0] == 400
    assert ask(server.request(Host=[server.host(), "evil.example"]))[0] == 400
    for other in ("evil.example", f"evil.example:{server.port}", "127.0.0.1:1", "", "localhost.evil.example"):
        assert ask(server.request(Host=other))[0] == 403, other
    assert ask(server.request(Host=f"localhost:{server.port}"))[0] == 200
    assert ask(server.request(Content_Length="5") + b"12345")[0] == 413
    assert ask(server.request(Content_Length="99999999999"))[0] == 413
    assert ask(server.request(Transfer_Encoding="chunked") + b"0\r\n\r\n")[0] == 413
    assert ask(server.request(Transfer_Encoding="chunked", Content_Length="4"))[0] in (400, 413)
    assert ask(server.request(X="y" * 9000))[0] == 431
    assert ask(b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n")[0] == 431
    assert ask(b"GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n")[0] in (400, 403)
    # The answer comes whole though the other side goes on sending.
    with server.socket() as sock:
        sock.sendall(server.request(Content_Length="2000000") + b"x" * 2000000)
        assert peers.answer(sock)[0] == 413


def main():
    with tempfile.TemporaryDirectory() as folder:
        page = make(folder)
        server = peers.Server(sys.argv[1], "page=" + page)
        gives_the_files(server)
        gives_nothing_else(server)
        refuses_what_is_no_request(server)
        # What is put there afterwards is not given out before the next start.
        with open(page + "/later.html", "wb") as file:
            file.write(b"later")
        assert server.ask(server.request("/later.html"))[0] == 404
        server.end()
        for wrong in (folder + "/nothing", page + "/index.html", page + "/linked"):
            peer = peers.Peer(sys.argv[1], "serve", "page=" + wrong)
            assert wrong in peer.expect("error")
            peer.process.kill()


main()
