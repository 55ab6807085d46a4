"""The clone's tests in a bare Debian of another release than this machine's, set up there by ./dev itself. As root, with a
way to Debian's archive: `./dev test --debian13`.

    release_test.py RELEASE FOLDER [OPTION]…      in FOLDER the root is made; the options are those of ./dev test there
    release_test.py RELEASE --passed              whether it passed since the build or the toolkit changed last

The root is used again until ./dev asks for other packages, the compiler's cache always, so that a second run is quick; the
clone in it is laid anew, of the files that git would commit. What the tests left is in FOLDER/root/srv/hamer/build. When
they pass, tests/release/passed-RELEASE says for which build and toolkit: commit it with them.
"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests/support"))

from bare_root import clear, in_a_bare_root  # noqa: E402

CLONE = "srv/hamer"
CACHE = "var/cache/ccache"
# Where releases differ most: what finds the libraries, and what draws with them.
BUILD_AND_TOOLKIT = ("cmake", ":(glob)**/CMakeLists.txt", "CMakePresets.json", "src/ui/toolkit", "src/ui/surface")


def asked_for():
    """The packages that ./dev installs, in its own words."""
    return "\n".join(re.findall(r"^\w+_packages=\([^)]*\)", (SOURCE / "dev").read_text(encoding="utf-8"), re.MULTILINE))


def files_of_the_clone(*places):
    """All that git would commit, or what of it is in those places."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *places],
                            cwd=SOURCE, capture_output=True, check=True).stdout.split(b"\0")
    names = sorted({os.fsdecode(name) for name in listed if name})
    return [name for name in names if (SOURCE / name).is_file()]


def build_and_toolkit():
    """A hash of them."""
    digest = hashlib.sha256(asked_for().encode())
    for name in files_of_the_clone(*BUILD_AND_TOOLKIT):
        digest.update(f"\n{name} {hashlib.sha256((SOURCE / name).read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()


def lay(clone):
    clear(clone)
    clone.mkdir(parents=True)
    packed = subprocess.Popen(["tar", "--create", "--null", "--files-from=-"], cwd=SOURCE, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    unpacked = subprocess.Popen(["tar", "--extract", "--no-same-owner"], cwd=clone, stdin=packed.stdout)
    packed.stdin.write(b"\0".join(map(os.fsencode, files_of_the_clone())))
    packed.stdin.close()
    if packed.wait() != 0 or unpacked.wait() != 0:
        raise RuntimeError(f"{clone}: expected the clone's files there, as tar puts them; look at what it said")


def main():
    release = sys.argv[1]
    passed = SOURCE / f"tests/release/passed-{release}"
    tested = build_and_toolkit()
    if sys.argv[2] == "--passed":
        return 0 if passed.exists() and passed.read_text(encoding="utf-8").strip() == tested else 1
    folder, options = pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]

    def test(root):
        for kind, place in (("devpts", "dev/pts"), ("tmpfs", "dev/shm")):
            root.mount("-t", kind, kind, place)
        root.bind(folder / "ccache", CACHE)
        lay(root.path / CLONE)
        own = {name: os.environ[name] for name in ("CMAKE_BUILD_PARALLEL_LEVEL",) if name in os.environ}
        done = subprocess.run(root.words(f"/{CLONE}/dev", "test", *options, CCACHE_DIR=f"/{CACHE}", **own), check=False,
                              stdin=subprocess.DEVNULL)
        if not root.run("dpkg", "--audit"):
            root.ready()
        if done.returncode != 0:
            sys.exit(done.returncode)
        passed.write_text(f"{tested}\n", encoding="utf-8")

    return in_a_bare_root(folder, test, release, made_of=f"{release}\n{asked_for()}")


if __name__ == "__main__":
    sys.exit(main())
