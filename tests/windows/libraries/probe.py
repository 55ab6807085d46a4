#!/usr/bin/env python3
"""Builds the probe of the Windows libraries, runs it under Wine, and compares what it prints with the same on Linux.

    probe.py SOURCE BUILD

SOURCE is this repository, BUILD a folder for what is made. Exit status 1 says what is broken.
"""
import http.server
import os
import pathlib
import re
import shutil
import ssl
import subprocess
import sys
import threading

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ["base", "storage", "transfer", "paper", "surface"]
SAME = ["transfer", "paper"]  # whose results are compared with those on Linux


def must(command, **options):
    ended = subprocess.run(command, text=True, capture_output=True, **options)
    if ended.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}:\n{ended.stdout}\n{ended.stderr}")
    return ended.stdout


def asked(file):
    """What a CMakeLists.txt says that it must find."""
    return set(re.findall(r"^(?:find_package|pkg_check_modules)\(.* ?REQUIRED.*\)$", file.read_text(encoding="utf-8"), re.M))


def certificate(folder):
    """An authority of our own, and what it says of localhost."""
    ask = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    ca = ["-subj", "/CN=probe", "-keyout", "ca.key", "-out", "ca.pem", "-addext", "keyUsage=critical,keyCertSign,cRLSign"]
    must([*ask, *ca], cwd=folder)
    own = ["-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "own.pem", "-addext", "subjectAltName=DNS:localhost"]
    own += ["-addext", "basicConstraints=critical,CA:FALSE", "-CA", "ca.pem", "-CAkey", "ca.key"]
    must([*ask, *own], cwd=folder)


class Answer(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "own.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"https://localhost:{server.server_port}/"


def environment(work, url):
    font = next(pathlib.Path("/usr/share/fonts").rglob("OpenSans-Regular.ttf"))
    shutil.copy(font, work / "font.ttf")
    return {
        **os.environ,
        "WINEPREFIX": str(work / "wine"),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
        "PROBE_FONT": "font.ttf",
        "PROBE_URL": url,
        "PROBE_CA": "ca.pem",
    }


def run(command, work, settings):
    ended = subprocess.run(list(map(str, command)), cwd=work, env=settings, text=True, encoding="utf-8", capture_output=True)
    return ended.stdout, ended.returncode == 0


def facts(said):
    """What must be the same on both systems: the bytes of a bundle, the lines of a page."""
    return [line.strip() for line in said.splitlines() if line.startswith(("bundle ", "line "))]


def main():
    source, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    work.mkdir(parents=True, exist_ok=True)
    if forgotten := asked(source / "CMakeLists.txt") - asked(HERE / "CMakeLists.txt"):
        sys.exit(f"Hamer's CMakeLists.txt asks for more than the probe: {', '.join(sorted(forgotten))}")
    toolchain = f"-DCMAKE_TOOLCHAIN_FILE={source}/cmake/windows/toolchain.cmake"
    jobs = os.environ.get("HAMER_JOBS", "2")
    for system, options, targets in (("windows", [toolchain], ["all"]), ("linux", [], [f"{part}_probe" for part in SAME])):
        must(["cmake", "-S", HERE, "-B", work / system, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", *options])
        must(["cmake", "--build", work / system, "-j", jobs, "--target", *targets])
    certificate(work)
    settings = environment(work, serve(work))
    broken = []
    for part in PARTS:
        program = work / "windows" / f"{part}_probe.exe"
        said, good = run(["wine", program], work, settings)
        print(f"== {part}: {program.stat().st_size >> 10} kB\n{said}", flush=True)
        if not good:
            broken.append(part)
        elif part in SAME:
            here, _ = run([work / "linux" / f"{part}_probe"], work, settings)
            if facts(here) != facts(said) or not facts(said):
                broken.append(part)
                print("On Linux that was:", *facts(here), sep="\n")
    if broken:
        print(f"broken: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
