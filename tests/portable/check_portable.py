#!/usr/bin/env python3
"""The core compiles for another system too: it has no header, type or call of any one system, and no number that is only
as wide as it is here. It is not linked, and nothing runs.

    check_portable.py windows|browser SOURCE WORK

WORK keeps what is made for it, and of each file that passed what it was made of, so that it is not compiled again until
it, a header of it or the compiler is another. Exit status 1 names what does not compile, 77 that the compiler is not
installed.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

# What every edition has (docs/decisions/0027-platform.md). Of platform/ the interfaces and what is the same everywhere.
CORE = ["base", "platform", "procedure", "session", "record", "drill", "codec", "journal", "link"]
# Libraries of which a header is enough here; any other header of this machine would be read as the other system's.
LIBRARIES = ["nlohmann", "tl", "fmt", "utf8proc.h", "zlib.h", "zconf.h", "openssl"]
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]
COMPILERS = {
    "windows": ("x86_64-w64-mingw32-g++-posix", "g++-mingw-w64-x86-64-posix"),
    "browser": ("em++", "emscripten"),
}
NOT_INSTALLED = 77


def link(place, target):
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def library_headers(work):
    """A folder with the libraries' headers alone, from this machine's two folders of them."""
    folder = work / "include"
    folder.mkdir(parents=True, exist_ok=True)
    own = subprocess.run(["cc", "-print-multiarch"], capture_output=True, text=True, check=True).stdout.strip()
    for name in LIBRARIES:
        found = [place for place in (pathlib.Path("/usr/include") / name, pathlib.Path("/usr/include") / own / name)
                 if place.exists()]
        if not found:
            sys.exit(f"{name}: expected it in /usr/include; ./dev build installs it")
        if len(found) == 1:
            link(folder / name, found[0])
            continue
        (folder / name).mkdir(exist_ok=True)
        for header in (header for place in found for header in place.iterdir()):
            link(folder / name / header.name, header)
    return folder


def environment(system, work):
    if system != "browser":
        return dict(os.environ)
    # Emscripten wants a cache where it may write; Debian's is only read here.
    cache = work / "emscripten-cache"
    cache.mkdir(exist_ok=True)
    for part in pathlib.Path("/usr/share/emscripten/cache").iterdir():
        if not part.name.endswith(".lock"):
            link(cache / part.name, part)
    return {**os.environ, "EM_CACHE": str(cache), "NODE_PATH": "/usr/share/nodejs", "EMCC_SKIP_SANITY_CHECK": "1"}


def command(system, source, work):
    made = [COMPILERS[system][0], "-std=c++20", "-fsyntax-only", *WARNINGS, f"-I{source / 'src'}"]
    if system == "browser":
        made += ["-isystem", str(source / "cmake/emscripten")]
    return [*made, "-isystem", str(library_headers(work))]


def sources(source, work):
    headers = sorted((source / "src/platform").glob("*.h"))
    alone = work / "platform_headers.cpp"
    text = "".join(f'#include "platform/{header.name}"\n' for header in headers)
    if not alone.exists() or alone.read_text(encoding="utf-8") != text:
        alone.write_text(text, encoding="utf-8")
    # Of platform/ not the folders, each of one system.
    return [alone, *(file for folder in CORE
                     for file in sorted((source / "src" / folder).glob("*.cpp" if folder == "platform" else "**/*.cpp")))]


def digest_of(files, begun):
    digest = begun.copy()
    for file in files:
        digest.update(file.encode())
        try:
            digest.update(pathlib.Path(file).read_bytes())
        except OSError:
            return None
    return digest.hexdigest()


def dependencies(rule):
    """The files of a rule as make reads it: "name.o: a.cpp b.h \\"."""
    return rule.partition(": ")[2].replace("\\\n", " ").split()


class Check:
    def __init__(self, system, source, work):
        self.source = source
        self.environment = environment(system, work)
        self.command = command(system, source, work)
        self.kept = work / "passed"
        self.kept.mkdir(exist_ok=True)
        version = subprocess.run([self.command[0], "--version"], capture_output=True, check=True, env=self.environment)
        self.begun = hashlib.sha256(version.stdout + " ".join(self.command).encode())

    def __call__(self, file):
        """What the compiler said; None where it passed before."""
        name = "-".join(file.relative_to(self.source).parts) if file.is_relative_to(self.source) else file.name
        kept, rule = self.kept / f"{name}.json", self.kept / f"{name}.d"
        if kept.exists():
            passed = json.loads(kept.read_text(encoding="utf-8"))
            if digest_of(passed["files"], self.begun) == passed["digest"]:
                return None
        done = subprocess.run([*self.command, "-MD", "-MF", str(rule), str(file)], capture_output=True, text=True,
                              env=self.environment, check=False)
        if done.returncode != 0:
            kept.unlink(missing_ok=True)
            return done.stderr or f"{file}: the compiler ended with status {done.returncode}"
        files = dependencies(rule.read_text(encoding="utf-8"))
        kept.write_text(json.dumps({"files": files, "digest": digest_of(files, self.begun)}), encoding="utf-8")
        return ""


def main():
    system, source, work = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    compiler, package = COMPILERS[system]
    if not shutil.which(compiler):
        print(f"not compiled for {system}: {compiler} is not installed; ./dev test --portable does ({package})")
        return NOT_INSTALLED
    work.mkdir(parents=True, exist_ok=True)
    check = Check(system, source, work)
    files = sources(source, work)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(check, files))
    wrong = [one for one in said if one]
    print("\n".join(wrong) or f"{len(files)} files compile for {system}; {said.count(None)} were known to")
    return 1 if wrong else 0


sys.exit(main())
