"""A bare Debian in a folder, made once by debootstrap and copied for what is tried in it. As root; from Debian's archive.

Nothing of this machine is mounted in it but /proc, what was downloaded for it and, for a window, one socket: its /dev is
its own, of plain device nodes. A mistake in there, or in clearing it away, can then take nothing of the machine's.
"""
import os
import pathlib
import shutil
import subprocess
import sys

MIRROR = os.environ.get("HAMER_MIRROR", "http://deb.debian.org/debian")
SECURITY = os.environ.get("HAMER_SECURITY_MIRROR", "http://deb.debian.org/debian-security")
INSIDE = "HAMER_IN_A_ROOT_OF_ITS_OWN"


def codename():
    """Of the Debian that this machine is, for which its packages are."""
    lines = pathlib.Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)["VERSION_CODENAME"]


def clear(folder):
    """Removes a folder, and never what is mounted in it."""
    mounted = [line.split()[4] for line in pathlib.Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
               if pathlib.Path(line.split()[4]).is_relative_to(folder)]
    if mounted:
        raise RuntimeError(f"{folder}: expected nothing mounted in it, found {', '.join(mounted)}")
    subprocess.run(["rm", "--recursive", "--force", "--one-file-system", folder], check=True)


def in_a_bare_root(folder, work, release=None, made_of=None):
    """Makes folder/root, of this machine's release or of the one named, and does `work` on it in a process whose mounts and
    children are gone when it ends, however it ends; the exit status. What is left of the root stays for a look when it is
    not 0. With `made_of`, it is used again by the next that asks for the same, once `work` has said that it is `ready`."""
    folder = folder.resolve()
    root = folder / "root"
    mark = folder / "made_of"
    if os.environ.get(INSIDE):
        work(BareRoot(root, folder / "archives", lambda: mark.write_text(made_of, encoding="utf-8")))
        sys.exit(0)
    if made_of is None or not mark.exists() or mark.read_text(encoding="utf-8") != made_of:
        mark.unlink(missing_ok=True)
        make(folder, root, release or codename())
    words = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"]
    status = subprocess.run([*words, sys.executable, *sys.argv], env={**os.environ, INSIDE: "1"}, check=False).returncode
    if status == 0 and made_of is None:
        clear(root)
    return status


def make(folder, root, release):
    base = folder / release
    if not (base / "whole").exists():
        clear(base)
        subprocess.run(["debootstrap", "--variant=minbase", release, base, MIRROR], check=True)
        (base / "whole").touch()
    clear(root)
    subprocess.run(["cp", "--archive", base, root], check=True)
    for name in ("resolv.conf", "hosts"):
        shutil.copy(f"/etc/{name}", root / "etc" / name)
    (root / "etc/apt/sources.list").write_text(
        f"deb {MIRROR} {release} main\ndeb {MIRROR} {release}-updates main\n"
        f"deb {SECURITY} {release}-security main\n", encoding="utf-8")
    (root / "etc/apt/apt.conf.d/20keep").write_text('Binary::apt::APT::Keep-Downloaded-Packages "true";\n', encoding="utf-8")


class BareRoot:
    def __init__(self, path, archives, ready):
        """`archives` keeps what was downloaded for the next one. `ready()` says that what is installed is all there."""
        self.path = path
        self.ready = ready
        self.mount("-t", "proc", "proc", "proc")
        self.bind(archives, "var/cache/apt/archives")

    def mount(self, *words):
        subprocess.run(["mount", *words[:-1], self.path / words[-1]], check=True)

    def bind(self, folder, place):
        """Shows a folder of this machine there."""
        for each in (folder, self.path / place):
            each.mkdir(parents=True, exist_ok=True)
        self.mount("--bind", folder, place)

    def show_on(self, display):
        """Lets it reach the X server of that display, by its socket alone."""
        name = f"tmp/.X11-unix/X{display.removeprefix(':')}"
        (self.path / name).parent.mkdir(mode=0o1777, exist_ok=True)
        (self.path / name).touch()
        self.mount("--bind", f"/{name}", name)

    def words(self, *words, user=0, **variables):
        """A command in there, as root or as a user of that number, and nothing of this machine's environment."""
        home = "/root" if user == 0 else f"/home/{self.name_of(user)}"
        own = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": home, **variables}
        return ["chroot", f"--userspec={user}:{user}", str(self.path), "/usr/bin/env", "-i",
                *(f"{name}={value}" for name, value in own.items()), *map(str, words)]

    def run(self, *words, status=0, **how):
        done = subprocess.run(self.words(*words, **how), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode != status:
            raise AssertionError(f"{' '.join(map(str, words))}: status {done.returncode}, expected {status}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
        return done.stdout

    def apt(self, *words):
        return self.run("apt-get", "--yes", "--quiet", "--no-install-recommends", *words, DEBIAN_FRONTEND="noninteractive")

    def name_of(self, user):
        for line in (self.path / "etc/passwd").read_text(encoding="utf-8").splitlines():
            if line.split(":")[2] == str(user):
                return line.split(":")[0]
        raise KeyError(user)
