#!/usr/bin/env python3
"""The libraries that Hamer needs on Windows, built static from Debian's source packages, once.

    libraries.py [--anew] [--record] [NAME…]

With names only those, and what they need. What is built is kept by what it was built from (the source's version, the
recipe, the compiler, and the same of each library that it needs), so that a second run has nothing to do. Under
build/windows/:

    libraries/prefix   all of them together, for cmake/windows/toolchain.cmake
    libraries/kept     each by itself
    libraries/logs     what each build said
    licenses           what each says of its copyright, for whoever passes on a program with it in it
    versions.txt       which versions they are, as versions.txt beside this file has those that were tested

A library that is behind what Debian has is named on each run. --anew asks Debian's mirror now rather than once a day;
--record writes versions.txt anew. Exit status 1: a library could not be had or built.
"""
import argparse
import hashlib
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from recipes import HEADERS, LIBRARIES  # noqa: E402
from sources import NoSource, Sources  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent / "build" / "windows"
PREFIX = ROOT / "libraries" / "prefix"
HOST = "x86_64-w64-mingw32"
AS = "/hamer"
RUNTIME = ["gcc-mingw-w64-base", "mingw-w64-x86-64-dev"]  # libgcc, libstdc++, and Windows' C with threads
TOOLS = {
    "CC": f"{HOST}-gcc-posix",
    "CXX": f"{HOST}-g++-posix",
    "AR": f"{HOST}-gcc-ar-posix",
    "RANLIB": f"{HOST}-gcc-ranlib-posix",
    "NM": f"{HOST}-gcc-nm-posix",
    "STRIP": f"{HOST}-strip",
    "WINDRES": f"{HOST}-windres",
    "RC": f"{HOST}-windres",
    "DLLTOOL": f"{HOST}-dlltool",
    "OBJDUMP": f"{HOST}-objdump",
}


def say(text):
    print(f"libraries: {text}", flush=True)


def compiler():
    """What compiles: another version of it makes another library."""
    shown = [subprocess.run([TOOLS[one], "--version"], capture_output=True, text=True).stdout for one in ("CXX", "STRIP")]
    package = subprocess.run(
        ["dpkg-query", "-W", "-f=${Package} ${Version}\n", "mingw-w64-x86-64-dev"], capture_output=True, text=True
    )
    return "".join(text.splitlines()[0] + "\n" for text in shown) + package.stdout


def processor_time():
    """What was worked for this program until now; on a machine that others use too it says more than the clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def digest(*parts):
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


class Build:
    def __init__(self, sources):
        self.sources = sources
        self.compiler = compiler()
        self.keys = {}
        self.built = 0

    def key(self, library):
        known = self.sources.known
        versions = [known[name].label for name in (library.source, *library.also)]
        used = [*library.ours]
        if "toolchain.cmake" in library.steps:
            used.append("compiler.cmake")
        if "$MESON_CROSS" in library.steps:
            used.append("cross.meson.in")
        ours = [(HERE / file).read_text(encoding="utf-8") for file in used]
        return digest(self.compiler, library.steps, *versions, *ours, *(self.keys[name] for name in library.needs))

    def make(self, library):
        """Sees to it that the library is in the prefix, as it should be."""
        key = self.keys[library.name] = self.key(library)
        kept = ROOT / "libraries" / "kept" / f"{library.name}-{key}"
        if not kept.exists():
            self.build(library, kept)
        put(library.name, key, kept)

    def build(self, library, kept):
        work = ROOT / "libraries" / "work" / library.name
        shutil.rmtree(work, ignore_errors=True)
        (work / "build").mkdir(parents=True)
        source = self.sources.known[library.source]
        say(f"building {library.name} ({source.label})")
        began, worked = time.monotonic(), processor_time()
        self.sources.unpack(source, work / "source")
        for other in library.also:
            self.sources.unpack(self.sources.known[other], work / f"source-{other}")
        log = ROOT / "libraries" / "logs" / f"{library.name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w", encoding="utf-8") as out:
            steps = ["bash", "-euxc", library.steps]
            ended = subprocess.run(steps, cwd=work / "build", env=self.settings(work), stdout=out, stderr=subprocess.STDOUT)
        if ended.returncode != 0:
            print("\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-40:]), file=sys.stderr)
            raise NoSource(f"{library.name} could not be built: see {log}")
        out = work / "out"
        keep_what_compiles(out / AS.lstrip("/"))
        make_movable(out / AS.lstrip("/"), work)
        keep_licenses(library, work, out / "licenses")
        for old in kept.parent.glob(f"{library.name}-*"):
            if old.name[len(library.name) + 1 :].isalnum() and "-" not in old.name[len(library.name) + 1 :]:
                shutil.rmtree(old)
        kept.parent.mkdir(parents=True, exist_ok=True)
        out.rename(kept)
        shutil.rmtree(work)
        self.built += 1
        say(f"  {time.monotonic() - began:.0f} s, {processor_time() - worked:.0f} s of it at work")

    def settings(self, work):
        """The environment of the steps."""
        cross = ROOT / "libraries" / "cross.meson"
        text = (HERE / "cross.meson.in").read_text(encoding="utf-8")
        cross.write_text(text.replace("@PREFIX@", str(PREFIX)).replace("@HOST@", HOST), encoding="utf-8")
        flags = f"-O2 -ffile-prefix-map={work}=."
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(work),  # nothing of a user's settings
            "LC_ALL": "C.UTF-8",
            "SOURCE_DATE_EPOCH": "0",
            **TOOLS,
            "CFLAGS": flags,
            "CXXFLAGS": flags,
            "PKG_CONFIG": "pkg-config --static",
            "PKG_CONFIG_LIBDIR": f"{PREFIX}/lib/pkgconfig",
            "HAMER_WINDOWS_LIBRARIES": str(PREFIX),
            "SOURCE": str(work / "source"),
            "PREFIX": str(PREFIX),
            "AS": AS,
            "OUT": str(work / "out"),
            "HOST": HOST,
            "HERE": str(HERE),
            "JOBS": os.environ.get("HAMER_JOBS", str(os.cpu_count())),
            "MESON_CROSS": str(cross),
        }


def keep_what_compiles(out):
    """Of what is installed the headers and the libraries: no programs, manuals and settings."""
    if not (out / "include").is_dir() or not list((out / "lib").glob("*.a")):
        raise NoSource(f"no headers and libraries came in {out}")
    for other in out.iterdir():
        if other.name not in ("include", "lib"):
            shutil.rmtree(other)


def make_movable(out, work):
    """Takes the places of this machine out of what is installed: of a file for pkg-config the prefix is where it lies."""
    for path in out.rglob("*"):
        if path.is_symlink() or not path.is_file() or path.suffix not in (".pc", ".cmake", ".la"):
            continue
        if path.suffix == ".la":
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".pc":
            lines = [line for line in text.split("\n") if not line.startswith("prefix=")]
            text = "\n".join(["prefix=${pcfiledir}/../..", *lines])
            text = re.sub(rf"({re.escape(str(PREFIX))}|{re.escape(AS)})(?![\w-])", "${prefix}", text)
        if str(work) in text:
            raise NoSource(f"{path.name} names the folder that it was built in")
        path.write_text(text, encoding="utf-8")


def keep_licenses(library, work, folder):
    """debian/copyright of its source; where the mirror lacks Debian's changes, what the source itself says."""
    folder.mkdir(parents=True)
    for name in (library.source, *library.also):
        source = work / ("source" if name == library.source else f"source-{name}")
        said = [path for path in (source / "debian/copyright", source / "COPYING", source / "LICENSE") if path.exists()]
        if not said:
            raise NoSource(f"{library.name}: its source says nothing of its copyright")
        shutil.copy(said[0], folder / f"{name}.txt")


def put(name, key, kept):
    """Puts a kept library in the prefix, in place of another one of its name."""
    listed = PREFIX / ".libraries" / name
    before = listed.read_text(encoding="utf-8").split("\n") if listed.exists() else [""]
    if before[0] == key:
        return
    take_away(name)
    root = kept / AS.lstrip("/")
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_symlink() or path.is_file())
    for file in files:
        (PREFIX / file).parent.mkdir(parents=True, exist_ok=True)
        if (PREFIX / file).exists():
            raise NoSource(f"{name} brings {file}, which another library has too")
        os.link(root / file, PREFIX / file, follow_symlinks=False)
    listed.parent.mkdir(parents=True, exist_ok=True)
    listed.write_text("\n".join([key, *files]), encoding="utf-8")


def take_away(name):
    listed = PREFIX / ".libraries" / name
    if listed.exists():
        for file in listed.read_text(encoding="utf-8").split("\n")[1:]:
            (PREFIX / file).unlink(missing_ok=True)
        listed.unlink()


def link_headers():
    """Shows the libraries that are headers alone: those of this machine, as no line of them is compiled before. Their packages."""
    packages = {}
    for name, file in HEADERS.items():
        found = subprocess.run(["dpkg-query", "-S", f"/usr/include/{name}/{file}"], capture_output=True, text=True)
        if found.returncode != 0:
            raise NoSource(f"/usr/include/{name}/{file} is of no installed package; ./dev installs what it needs")
        package = found.stdout.split(":")[0]
        version = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True).stdout
        packages[package] = version
        link = PREFIX / "include" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.is_symlink():
            link.symlink_to(f"/usr/include/{name}")
    return packages


def wanted(names):
    """Those named, and what they need, in the order of the table."""
    by_name = {library.name: library for library in LIBRARIES}
    if unknown := [name for name in names if name not in by_name]:
        raise NoSource(f"no library is called {', '.join(unknown)}; there are {', '.join(by_name)}")
    found = set()
    left = list(names or by_name)
    while left:
        name = left.pop()
        found.add(name)
        left.extend(by_name[name].needs)
    return [library for library in LIBRARIES if library.name in found]


def gather_licenses(build, packages):
    """Of what was built, of the headers, and of what the compiler puts in every program."""
    folder = ROOT / "licenses"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, key in build.keys.items():
        for path in (ROOT / "libraries" / "kept" / f"{name}-{key}" / "licenses").iterdir():
            shutil.copy(path, folder / path.name)
    for package in [*packages, *RUNTIME]:
        shutil.copy(f"/usr/share/doc/{package}/copyright", folder / f"{package}.txt")


def tell_versions(known, packages, record):
    """Writes which versions they are, and says which are behind, or not those that were tested."""
    lines = [f"{name} {one.version}" for name, one in sorted(known.items())]
    lines += [f"{package} {version}" for package, version in sorted(packages.items())]
    text = "# Debian's source packages in Hamer for Windows, as ./dev windows libraries --record wrote it.\n" + "\n".join(lines) + "\n"
    (ROOT / "versions.txt").write_text(text, encoding="utf-8")
    tested = HERE / "versions.txt"
    if record:
        tested.write_text(text, encoding="utf-8")
    before = tested.read_text(encoding="utf-8").splitlines() if tested.exists() else []
    if other := sorted(set(lines) - set(before)):
        say(f"not the versions of {tested.name} in the repository: {', '.join(other)}")
    behind = [one for _, one in sorted(known.items()) if one.version != one.newest or not one.changed]
    for one in behind:
        say(f"BEHIND: {one.label}; {one.newest_in} has {one.newest}, and the mirror does not")
    if not behind:
        say("none is behind what Debian has")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--anew", action="store_true")
    arguments.add_argument("--record", action="store_true")
    arguments.add_argument("names", nargs="*", metavar="NAME")
    options = arguments.parse_args()
    began = time.monotonic()
    try:
        libraries = wanted(options.names)
        packages = sorted({name for library in LIBRARIES for name in (library.source, *library.also)})
        sources = Sources(ROOT / "sources")
        sources.folder.mkdir(parents=True, exist_ok=True)
        sources.open(packages, say, options.anew)
        build = Build(sources)
        for library in libraries:
            build.make(library)
        if not options.names:
            for gone in (PREFIX / ".libraries").iterdir():
                if gone.name not in build.keys:
                    take_away(gone.name)
            headers = link_headers()
            gather_licenses(build, headers)
            tell_versions({name: sources.known[name] for name in packages}, headers, options.record)
    except NoSource as problem:
        print(f"libraries: {problem}", file=sys.stderr)
        return 1
    say(f"{len(libraries)} in {PREFIX}, {build.built} built now: {time.monotonic() - began:.0f} s, {processor_time():.0f} s at work")
    return 0


if __name__ == "__main__":
    sys.exit(main())
