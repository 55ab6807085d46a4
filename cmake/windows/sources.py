"""Debian's source packages, got by an apt of our own: its lists, its cache and its settings stand in one folder of the
build, those of the system stay as they are, and no rights are needed. The mirror is that of the machine's own sources, so is
the check of Debian's signature, and what is not Debian's is left out.

The newest version that any suite lists is taken. Where the mirror does not have it (the lists come before the files, and
a mirror may keep the lists alone), the next older one is, by name, and `Source.newest` says what there should have been.
"""
import functools
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
from dataclasses import asdict, dataclass

SUITES = ["-security", "-updates", ""]  # after the name of the release, the most urgent first
LISTS_LAST_S = 24 * 3600


@dataclass(frozen=True)
class Source:
    """A package as it is on this machine. `newest` differs from `version` where the library is behind."""

    package: str
    version: str
    suite: str
    newest: str
    newest_in: str
    changed: bool  # False: the mirror has the original, but not what Debian changes in it

    @property
    def label(self):
        return f"{self.package} {self.version}" + ("" if self.changed else " (without Debian's changes)")


class NoSource(Exception):
    pass


def run(command, **options):
    return subprocess.run(command, text=True, capture_output=True, **options)


def release_name():
    lines = pathlib.Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)["VERSION_CODENAME"].strip('"')


def is_older(one, other):
    return run(["dpkg", "--compare-versions", one, "lt", other]).returncode == 0


class Sources:
    """The source packages of this Debian. Not for two programs at once: apt locks the folder."""

    def __init__(self, folder):
        self.folder = folder
        self.downloads = folder / "downloads"
        self.known_file = folder / "known.json"
        self.known = {}
        self.suites = []
        self.records = {}

    def open(self, packages, say, anew=False):
        """Reads what is known of the packages; asks the mirror where that is older than a day, or not all of them are in it."""
        if self.known_file.exists():
            read = json.loads(self.known_file.read_text(encoding="utf-8"))
            self.known = {name: Source(**one) for name, one in read.items()}
        fresh = self.known_file.exists() and time.time() - self.known_file.stat().st_mtime < LISTS_LAST_S
        if fresh and not anew and all(name in self.known and self.files(self.known[name]) for name in packages):
            return
        say("asking Debian's mirror for its lists of sources")
        self.configure()
        updated = self.apt("apt-get", "update", "-qq")
        if updated.returncode != 0:
            if not all(name in self.known for name in packages):
                raise NoSource(f"apt-get update: {updated.stderr.strip()}")
            say(f"the mirror does not answer; what was got before is used: {updated.stderr.strip().splitlines()[-1]}")
            return
        self.read_lists(packages)
        for name in packages:
            self.known[name] = self.find(name, say)
        text = json.dumps({name: asdict(one) for name, one in sorted(self.known.items())}, indent=1)
        self.known_file.write_text(text + "\n", encoding="utf-8")

    def configure(self):
        """Writes apt's settings, and a list of sources for each suite, so that a version can be asked of one suite."""
        for part in ("lists/partial", "cache/archives/partial", "downloads"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        there = run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT) $(SIGNED_BY)"]).stdout
        release = release_name()
        lines = {}
        for target in there.splitlines():
            place, suite, component, key = (target.split() + [""])[:4]
            key = "" if key.startswith("$") else f"[signed-by={key}] "
            lines.setdefault(suite, set()).add(f"deb-src {key}{place} {suite} {component}")
        self.suites = [release + after for after in SUITES if release + after in lines]
        if not self.suites:
            raise NoSource(f"none of apt's sources on this machine is of {release}")
        for suite in self.suites:
            (self.folder / f"{suite}.list").write_text("\n".join(sorted(lines[suite])) + "\n", encoding="utf-8")
        every = self.folder / "every.list"
        every.write_text("".join((self.folder / f"{suite}.list").read_text() for suite in self.suites), encoding="utf-8")
        (self.folder / "apt.conf").write_text(
            f'Dir::State::lists "{self.folder}/lists/";\n'
            f'Dir::Cache "{self.folder}/cache/";\n'
            f'Dir::Etc::sourcelist "{every}";\n'
            'Dir::Etc::sourceparts "-";\n'
            # As root apt would become another user, who may not write here.
            'APT::Sandbox::User "root";\n',
            encoding="utf-8",
        )

    def apt(self, *command, suite=None):
        options = ["-o", f"Dir::Etc::sourcelist={self.folder}/{suite}.list"] if suite else []
        settings = {**os.environ, "APT_CONFIG": str(self.folder / "apt.conf"), "LC_ALL": "C"}
        return run([command[0], *options, *command[1:]], env=settings, cwd=self.downloads)

    def read_lists(self, packages):
        """Fills records: of each package the (version, suite, files with their SHA-256) that the lists know."""
        self.records = {name: [] for name in packages}
        for suite in self.suites:
            shown = self.apt("apt-cache", "showsrc", "--only-source", *packages, suite=suite).stdout
            for stanza in shown.split("\n\n"):
                named = re.search(r"^Package: (\S+)$", stanza, re.M)
                version = re.search(r"^Version: (\S+)$", stanza, re.M)
                files = re.search(r"^Checksums-Sha256:\s*\n((?: .*\n?)+)", stanza, re.M)
                if named and version and files and named[1] in self.records:
                    sums = {line.split()[2]: line.split()[0] for line in files[1].splitlines()}
                    self.records[named[1]].append((version[1], suite, sums))

    def find(self, name, say):
        """The newest version that can be had, got."""
        order = functools.cmp_to_key(lambda one, other: is_older(one[0], other[0]) - is_older(other[0], one[0]))
        # Stable: of equal versions the most urgent suite stays first.
        versions = sorted(self.records[name], key=order)
        if not versions:
            raise NoSource(f"{name}: apt's lists know no such source package")
        newest, newest_in, _ = versions[0]
        for version, suite, sums in versions:
            self.apt("apt-get", "source", "-qq", "--download-only", "--only-source", f"{name}={version}", suite=suite)
            if self.whole(sums):
                return self.found(Source(name, version, suite, newest, newest_in, True), sums, say)
        for version, suite, sums in versions:
            original = {file: sha for file, sha in sums.items() if ".orig.tar." in file and not file.endswith(".asc")}
            if original and self.whole(original):
                return self.found(Source(name, version, suite, newest, newest_in, False), original, say)
        raise NoSource(f"{name}: the mirror has none of {', '.join(version for version, _, _ in versions)}")

    def found(self, source, sums, say):
        if source.version != source.newest or not source.changed:
            say(f"the mirror does not have {source.package} {source.newest}: taking {source.label}")
        (self.downloads / f"{source.package}.files").write_text("\n".join(sums) + "\n", encoding="utf-8")
        return source

    def whole(self, sums):
        """Whether each file is there and is the one that Debian's signed list means."""
        paths = {self.downloads / file: sha for file, sha in sums.items()}
        return all(path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha for path, sha in paths.items())

    def files(self, source):
        """What was got of it, or nothing."""
        listed = self.downloads / f"{source.package}.files"
        paths = [self.downloads / file for file in listed.read_text().split()] if listed.exists() else []
        return paths if all(path.exists() for path in paths) else []

    def unpack(self, source, folder):
        """Puts it in a new folder, with Debian's changes."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        if source.changed:
            packed = next(path for path in self.files(source) if path.suffix == ".dsc")
            command = ["dpkg-source", "--no-check", "-x", str(packed), str(folder)]  # checked by whole(), against the lists
        else:
            folder.mkdir()
            packed = self.files(source)[0]
            command = ["tar", "xf", str(packed), "-C", str(folder), "--strip-components=1"]
        unpacked = run(command)
        if unpacked.returncode != 0:
            raise NoSource(f"{packed.name}: {unpacked.stderr.strip()}")
