"""Time stamps by RFC 3161, from a server of our own: `openssl ts -reply` behind a loopback port. A server that lies, is
silent or is not there holds nothing up and leaves nothing behind; what was kept is verified without Hamer, by the
commands that docs/journal-format.md gives."""
import http.server
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading

import mutations
from program import Program
from witness_test import by_hamer, by_python

CONFIGURATION = """
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
EXTENSIONS = "[tsa]\nextendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n"


def openssl(*words, **more):
    return subprocess.run(["openssl", *words], check=True, capture_output=True, **more)


class Authority:
    """Who stamps: a certificate of its own, and that of who vouches for it."""

    def __init__(self, folder, name):
        os.makedirs(folder)
        self.folder, self.ca = folder, folder + "/ca.pem"
        part = lambda file: f"{folder}/{file}"
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                "-subj", f"/CN={name}", "-keyout", part("ca.key"), "-out", self.ca)
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name} TSA",
                "-keyout", part("tsa.key"), "-out", part("tsa.csr"))
        with open(part("extensions"), "w", encoding="ascii") as file:
            file.write(EXTENSIONS)
        openssl("x509", "-req", "-in", part("tsa.csr"), "-CA", self.ca, "-CAkey", part("ca.key"), "-CAcreateserial", "-days",
                "3650", "-extfile", part("extensions"), "-extensions", "tsa", "-out", part("tsa.pem"))
        with open(part("serial"), "w", encoding="ascii") as file:
            file.write("01")
        with open(part("conf"), "w", encoding="ascii") as file:
            file.write(CONFIGURATION.format(folder=folder))

    def reply(self, request):
        with open(self.folder + "/asked.tsq", "wb") as file:
            file.write(request)
        openssl("ts", "-reply", "-config", self.folder + "/conf", "-queryfile", self.folder + "/asked.tsq", "-signer",
                self.folder + "/tsa.pem", "-inkey", self.folder + "/tsa.key", "-out", self.folder + "/reply.tsr")
        with open(self.folder + "/reply.tsr", "rb") as file:
            return file.read()

    def stamp(self, path):
        """Of a file, past Hamer."""
        return self.reply(openssl("ts", "-query", "-data", path, "-sha256", "-cert").stdout)


class Server:
    """`answer` makes the body of a request; nothing: the connection is closed."""

    def __init__(self, answer):
        self.answer, self.asked = answer, 0
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                server.asked += 1
                assert self.headers["Content-Type"] == "application/timestamp-query"
                body = server.answer(self.rfile.read(int(self.headers["Content-Length"])))
                if body is None:
                    return self.connection.close()
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.handle_error = lambda *_: None
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}/tsr"


def stamps(folder):
    return mutations.names(folder, r"mark-\d+\.tsr")


def commands_of_the_page(source, heading):
    """The lines of the example under a heading of docs/journal-format.md that begin with $."""
    with open(source + "/docs/journal-format.md", encoding="utf-8") as file:
        part = file.read().split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line.strip()[2:] for line in part.splitlines() if line.startswith("    $ ")]


def as_the_page_says(source, heading, folder, **names):
    """Runs them in the session's folder, with the names of the page replaced by those that are there."""
    lines = commands_of_the_page(source, heading)
    assert lines, heading
    for line in lines:
        for name, other in names.items():
            line = line.replace(name, other)
        done = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (line, done)


def main():
    words = sys.argv[1:]
    program = Program(*words)
    authority = Authority(program.folder.name + "/authority", "Test")
    server = Server(authority.reply)
    setting = lambda url: program.settings(witness={"timestamp": {"url": url, "ca_file": authority.ca}})
    setting(server.url)
    session = program.meeting().rsplit("-", 1)[0]
    folder = f"{program.data}/sessions/{session}"
    assert stamps(folder) == [] and server.asked == 0, "the meeting asked nobody"

    # Servers that lie, that are silent, that are not there.
    other = Authority(program.folder.name + "/other", "Test")
    old = authority.stamp(mutations.names(folder, r"mark-\d+")[0])
    for answer in (lambda _: None, lambda _: b"", lambda _: b"no stamp", other.reply, lambda _: old, lambda _: b"0" * 100_000,
                   lambda request: authority.reply(request) + b"more"):
        server.answer = answer
        program.run("deliver")
        assert stamps(folder) == [] and server.url in program.errors, program.errors
        assert re.search("geen antwoord|geen tijdstempel|het tijdstempel klopt niet", program.errors), program.errors
    setting("http://127.0.0.1:9/nobody")
    program.run("deliver")
    assert stamps(folder) == [] and "127.0.0.1:9" in program.errors and "geen antwoord" in program.errors
    assert by_hamer(program, folder).returncode == 0, "a stamp that is not there holds nothing against a session"

    setting(server.url)
    server.answer = authority.reply
    program.run("deliver")
    assert program.errors == "" and len(stamps(folder)) == len(mutations.names(folder, r"mark-\d+")) >= 1
    asked = server.asked
    program.run("deliver")
    assert server.asked == asked, "each mark is stamped once"
    said = by_hamer(program, folder)
    assert said.returncode == 0 and "time stamp of" in said.stdout, said
    assert by_python(program, folder, "--ca", authority.ca).returncode == 0, by_python(program, folder, "--ca", authority.ca)
    newest = re.search(r"mark-(\d+)", stamps(folder)[-1])[1]
    as_the_page_says(program.source, "Time stamps", folder, **{"mark-42": f"mark-{newest}", "ca.pem": shlex.quote(authority.ca)})
    signature = os.path.basename(mutations.names(folder, rf"mark-{newest}\..*\.sig")[0])
    as_the_page_says(program.source, "Signatures", folder, **{"mark-42": f"mark-{newest}", "0123456789abcdef": signature.split(".")[1]})

    # A stamp of other bytes, by somebody else, and one that was cut.
    original = program.folder.name + "/original"
    shutil.copytree(folder, original)
    path = stamps(folder)[-1]
    for made in (authority.stamp(program.config), other.stamp(path[:-4]), open(path, "rb").read()[:-9], b""):
        with open(path, "wb") as file:
            file.write(made)
        mine, theirs = by_hamer(program, folder), by_python(program, folder, "--ca", authority.ca)
        assert mine.returncode == theirs.returncode == 1, (mine, theirs)
    # Nor does a stamp of the true mark vouch for a journal that was rewritten under it.
    shutil.rmtree(folder)
    shutil.copytree(original, folder)
    mutations.rewritten_and_longer(folder, session)
    mine, theirs = by_hamer(program, folder), by_python(program, folder, "--ca", authority.ca)
    assert mine.returncode == theirs.returncode == 1, (mine, theirs)


if __name__ == "__main__":
    main()
