"""TLS at both ends: certificates that are none, are another's, or come of nobody; old versions; a proxy before the server.

    encrypted_test.py NETWORK_PEER
"""
import ssl
import subprocess
import sys
import tempfile

import peers


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def make_certificates(folder):
    part = lambda name: f"{folder}/{name}"
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650", "-subj",
            "/CN=roots", "-keyout", part("roots.key"), "-out", part("roots.pem"))
    for name, alternative in (("own", "DNS:localhost,IP:127.0.0.1"), ("other", "DNS:elsewhere.example")):
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}",
                "-keyout", part(name + ".key"), "-out", part(name + ".csr"))
        with open(part("extensions"), "w", encoding="ascii") as file:
            file.write(f"subjectAltName={alternative}\n")
        openssl("x509", "-req", "-in", part(name + ".csr"), "-CA", part("roots.pem"), "-CAkey", part("roots.key"),
                "-CAcreateserial", "-days", "3650", "-extfile", part("extensions"), "-out", part(name + ".pem"))


def serve(program, folder, name, *words):
    return peers.Server(program, f"certificate={folder}/{name}.pem", f"key={folder}/{name}.key", *words)


def wrap(folder, **versions):
    context = ssl.create_default_context(cafile=folder + "/roots.pem")
    for name, version in versions.items():
        setattr(context, name, version)
    return lambda sock: context.wrap_socket(sock, server_hostname="localhost")


def both_ends(program, folder):
    server = serve(program, folder, "own")
    for name in ("localhost", "127.0.0.1"):
        client = peers.Peer(program, "connect", f"wss://{name}:{server.port}", f"roots={folder}/roots.pem")
        client.expect("opened")
        client.say("hello")
        client.expect("received got 5")
        client.process.stdin.close()
        client.expect("lost")
        client.process.stdin = None
        client.end()
    with server.link(wrap=wrap(folder)) as sock:
        sock.sendall(peers.frame(b"let me in"))
        assert peers.read_frame(sock) == (1, b"got 9")
        sock.sendall(peers.frame(b"a" * 1000000))
        assert peers.read_frame(sock) == (1, b"got 1000000")
    # A page of the same name over http is not our own.
    answer = server.ask(server.upgrade(Origin=f"http://{server.host()}"), wrap(folder))
    assert answer[0] == 403
    assert server.ask(server.upgrade(Origin=f"https://{server.host()}"), wrap(folder))[0] == 101
    # Whoever speaks without TLS gets nothing.
    with server.socket() as sock:
        sock.sendall(server.request("/"))
        assert b"HTTP" not in sock.recv(1000)
    server.end()


def old_versions(program, folder):
    server = serve(program, folder, "own")
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        try:
            wrap(folder, minimum_version=version, maximum_version=version)(server.socket())
            raise AssertionError(version)
        except (ssl.SSLError, ConnectionError):
            pass
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        server.ask(server.request("/"), wrap(folder, minimum_version=version, maximum_version=version))
    # Half a handshake.
    server.end()
    server = serve(program, folder, "own", "request_ms=300")
    with server.socket() as sock:
        sock.sendall(b"\x16\x03\x01\x02\0\x01")
        assert peers.is_closed(sock)
    server.end()


def refused_by_the_client(program, folder):
    """A certificate of another name, of nobody that is trusted, and a server that is none."""
    for name, roots in (("other", ["roots=" + folder + "/roots.pem"]), ("own", [])):
        server = serve(program, folder, name)
        client = peers.Peer(program, "connect", f"wss://localhost:{server.port}", *roots)
        assert "certificate verify failed" in client.expect("lost 0")
        client.process.stdin = None
        client.end()
        server.end()
    server = peers.Server(program)
    client = peers.Peer(program, "connect", f"wss://localhost:{server.port}", "roots=" + folder + "/roots.pem")
    client.expect("lost 0")
    client.process.stdin = None
    client.end()
    # A path that is no link, and another subprotocol's server.
    client = peers.Peer(program, "connect", f"ws://localhost:{server.port}/other")
    assert "404" in client.expect("lost 0")
    client.process.stdin = None
    client.end()
    server.end()


def refused_by_the_server(program, folder):
    for certificate, key in (("own.pem", "other.key"), ("own.key", "own.key"), ("own.csr", "own.key"), ("own.pem", "own.pem")):
        peer = peers.Peer(program, "serve", f"certificate={folder}/{certificate}", f"key={folder}/{key}")
        assert certificate in peer.expect("error"), (certificate, key)
        peer.process.stdin = None
        peer.process.kill()
    # Without TLS it listens here alone, but for behind a proxy; then pages come over https.
    peer = peers.Peer(program, "serve", "address=0.0.0.0")
    assert "--behind-proxy" in peer.expect("error")
    peer.process.kill()
    server = peers.Server(program, "address=0.0.0.0", "proxy=yes", "host=griffie.example", "per_address=1")
    ask = lambda **headers: server.ask(server.upgrade(Host="griffie.example", **headers))[0]
    assert ask(Origin="https://griffie.example") == 101
    assert ask(Origin="http://griffie.example") == 403
    assert server.ask(server.request("/"))[0] == 403
    with server.socket(), server.socket():  # all come from the proxy's address
        assert ask() == 101
    server.end()


def main():
    with tempfile.TemporaryDirectory() as folder:
        make_certificates(folder)
        both_ends(sys.argv[1], folder)
        old_versions(sys.argv[1], folder)
        refused_by_the_client(sys.argv[1], folder)
        refused_by_the_server(sys.argv[1], folder)


main()
