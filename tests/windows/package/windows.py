"""A Windows of Wine's in a folder, as the tests of the installer use it: its files, its registry, programs that stay open.

None of it is the Windows that `./dev windows test` uses for other tests: what is installed here is seen by nobody else.
"""
import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[3]
sys.path.append(str(SOURCE / "cmake/windows"))
from package import modules  # noqa: E402

WINE = SOURCE / "cmake/windows/wine.sh"
COMPILER = "x86_64-w64-mingw32-g++-posix"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Hamer"
SKIPPED = 77  # the exit status that ctest lists as skipped


def expect(what, holds):
    print(("ok: " if holds else "NOT: ") + what, flush=True)
    if not holds:
        raise SystemExit(1)


def missing():
    """What this machine lacks for these tests."""
    return [name for name in ("makensis", "osslsigncode", "openssl", COMPILER, "wine") if shutil.which(name) is None]


def compile_program(source, program, *options):
    words = [COMPILER, "-O1", "-static", "-s", *options, pathlib.Path(__file__).with_name(source), "-o", program, "-ladvapi32"]
    subprocess.run(words, check=True)


class Windows:
    """Of version 10, made anew. Use it in a `with`."""

    def __init__(self, folder):
        self.folder = folder
        self.disk = folder / "drive_c"
        self.settings = {**os.environ, "HAMER_WINE": str(folder)}
        self.started = []

    def __enter__(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "--init")
        self.be("win10")
        return self

    def __exit__(self, *_):
        for program in self.started:
            self.close(program)
        self.run("wineboot", "--end-session", "--shutdown")
        # 700 MB, of Wine's own files.
        shutil.rmtree(self.folder, ignore_errors=True)

    def be(self, version):
        """As which Windows it answers."""
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    def run(self, *words, **options):
        command = [str(WINE), *(str(word) for word in words)]
        return subprocess.run(command, env=self.settings, capture_output=True, text=True, errors="replace", check=False, **options)

    def at(self, name):
        """A name of Windows', on this machine."""
        drive, _, rest = name.partition(":\\")
        return (self.disk if drive.upper() == "C" else pathlib.Path("/")) / rest.replace("\\", "/")

    def command_line(self, line):
        """A whole command line, as it stands in the registry."""
        script = self.folder / "line.bat"
        script.write_text(f"@echo off\n{line}\nexit %ERRORLEVEL%\n", encoding="utf-8")
        return self.run("cmd", "/c", "Z:" + str(script).replace("/", "\\"))

    def values(self, root, key=UNINSTALL):
        """What the registry has there: by name, with "" for what stands for the key itself. Root: HKLM or HKCU."""
        shown = self.run("reg", "query", f"{root}\\{key}").stdout.splitlines()
        parts = [line.strip().split("    ", 2) for line in shown if "    REG_" in line]
        return {"" if name == "(Default)" else name: value for name, _, value in parts}

    def value(self, root, name, key=UNINSTALL):
        return self.values(root, key).get(name)

    def begin(self, *words):
        """A program that is not waited for."""
        command = [str(WINE), *(str(word) for word in words)]
        return subprocess.Popen(command, env=self.settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, *words):
        """A program that stays open until it is closed; it has said that it is."""
        program = self.begin(*words)
        self.started.append(program)
        expect(f"{words[0]} stays open", program.stdout.readline().strip() == "waiting")
        return program

    def close(self, program):
        program.communicate()
        if program in self.started:
            self.started.remove(program)


class Packager:
    """Packs the small program that stands for Hamer, as versions of it."""

    def __init__(self, folder):
        self.folder = folder
        self.licenses = folder / "licenses"
        self.licenses.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCE / "assets/debian/copyright", self.licenses / "zlib.txt")

    def built(self, version, *more):
        """What a build would have given: the programs, a face, a module, and further files."""
        built = self.folder / f"built-{version}"
        for name in ("fonts", "modules"):
            (built / name).mkdir(parents=True, exist_ok=True)
        compile_program("stub.cpp", built / "hamer.exe", f'-DSTUB_VERSION="{version}"')
        shutil.copy(built / "hamer.exe", built / "hamer.com")
        for module in modules():
            shutil.copy(built / "hamer.exe", built / "modules" / module)
        (built / "modules/hamer-strange.dll").write_text("of a test", encoding="utf-8")
        for name in ("fonts/OpenSans-Regular.ttf", *more):
            (built / name).write_text(f"{name} of {version}", encoding="utf-8")
        return built

    def pack(self, built, version, out, *options, **environment):
        words = ["/usr/bin/python3", SOURCE / "cmake/windows/package.py", "--built", built, "--licenses", self.licenses, "--version", version,
                 "--out", self.folder / out, *options]
        settings = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **environment}
        return subprocess.run(words, env=settings, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)

    def setup(self, version, *more, options=()):
        """The installer of that version."""
        done = self.pack(self.built(version, *more), version, "out", *options)
        expect(f"{version} is packed {done.stderr}", done.returncode == 0)
        return self.folder / "out" / f"hamer-{version}-setup.exe"


def make_certificate(folder):
    """One for signing programs, signed by itself; the same with its key; and the file that has the password of that."""
    key, known, whole, password = (folder / name for name in ("key.pem", "known.pem", "whole.p12", "password"))
    password.write_text("a word, 'and' more\n", encoding="utf-8")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", known, "-days", "2", "-subj", "/CN=Gemeente Voorbeeld",
                    "-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"], check=True, capture_output=True)
    subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", known, "-out", whole, "-passout", f"file:{password}"], check=True)
    return known, whole, password


def is_signed(file, known):
    done = subprocess.run(["osslsigncode", "verify", "-CAfile", known, "-in", file], capture_output=True, text=True, check=False)
    return done.returncode == 0 and "Gemeente Voorbeeld" in done.stdout


def files_under(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
