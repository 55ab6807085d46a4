"""The package as an administrator and a chair meet it: installed in a bare Debian by apt, with what it depends on and nothing
more; its window, a meeting in it, the demonstration, a paper; upgraded, removed and purged. As root, with a way to
Debian's archive: `./dev package --test`.

    package_test.py PACKAGE FOLDER      in FOLDER the root is made, and the window's picture put
"""
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / folder) for folder in ("support", "window")]

from bare_root import clear, in_a_bare_root  # noqa: E402
from desktop import Desktop, until  # noqa: E402
from journey import BEGUN, expect  # noqa: E402
from program import Hamer  # noqa: E402

USER = 1000
NAME = "voorzitter"
SETTINGS = "etc/hamer/hamer.json"


class Installed(Hamer):
    """The installed program's window, of a user in the root, on a screen of this machine."""

    def __init__(self, root, desktop):
        self.folder = root.path / "home" / NAME
        super().__init__("/usr/bin/hamer", None, self.folder, desktop)
        # Without --config and --data: it is its own business where they are.
        self.words = root.words("hamer", user=USER, DISPLAY=desktop.display, HAMER_SEEN=f"/home/{NAME}/seen")
        self.environment = None


def files_under(folder):
    """Each file with its mode and its bytes' hash."""
    return {str(path): (path.stat().st_mode, hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None)
            for path in sorted(folder.rglob("*"))}


def packed(package):
    """The paths of all files in the package."""
    lines = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True).stdout.splitlines()
    return [line.split(None, 5)[5].removeprefix("./") for line in lines if not line.startswith("d")]


def install(root, package):
    root.apt("update")
    shutil.copy(package, root.path / "root")
    root.apt("install", f"/root/{package.name}")
    root.run("useradd", "--create-home", "--uid", USER, NAME)
    for module in sorted((root.path / "usr/lib/hamer/modules").iterdir()):
        missing = [line for line in root.run("ldd", f"/usr/lib/hamer/modules/{module.name}").splitlines() if "not found" in line]
        expect(f"{module.name} finds its libraries", not missing)


def works_without_a_window(root):
    said = root.run("hamer", "check", user=USER)
    expect("the settings are those in /etc/hamer", f"/{SETTINGS}: settings of Leiden\n" in said)
    expect("the procedure is the one that came along", "\n/usr/share/hamer/config/procedures/leiden-2025.json: " in said)
    root.run("hamer", "demonstrate", "--pictures", f"/home/{NAME}/pictures", user=USER)
    pictures = list((root.path / "home" / NAME / "pictures").glob("*.png"))
    expect(f"the demonstration is played, with {len(pictures)} pictures", len(pictures) > 5)
    record = json.loads(root.run("hamer", "record", "list", "--json", user=USER))[0]["id"]
    root.run("hamer", "report", record, "-o", f"/home/{NAME}/dossier.pdf", user=USER)
    faces = subprocess.run(["pdffonts", root.path / "home" / NAME / "dossier.pdf"], capture_output=True, text=True, check=True).stdout
    expect("its record is drawn on paper, in the house's face", "Open-Sans" in faces or "OpenSans" in faces)
    scenario = "/usr/share/hamer/scenarios/sit-in.json"
    expect("a scenario fits the procedure", scenario in root.run("hamer", "check", scenario, user=USER))


def holds_a_meeting_in_its_window(root, folder):
    with Desktop(1280, 800) as desktop:
        root.show_on(desktop.display)
        hamer = Installed(root, desktop)
        try:
            hamer.start()
            until("the preparation of a meeting", lambda: hamer.shows("meeting.name"))
            expect("the window has its title", desktop.xdotool("getwindowname", hamer.window) == "Hamer")
            expect("and the class of its desktop entry", hamer.window in desktop.xdotool(
                "search", "--onlyvisible", "--class", "^nl.hamer.Hamer$").split())
            hamer.fill("meeting.name", "Raadsvergadering")
            hamer.click("begin")
            until("its screen", lambda: hamer.entries_shown() == BEGUN)
            hamer.click("broadcast.start", BEGUN)
            until("the step", lambda: hamer.entries_shown() == BEGUN + 1)
            desktop.picture(folder / "window.png")
            colours = subprocess.run(["identify", "-format", "%k", folder / "window.png"], capture_output=True, text=True,
                                     check=True).stdout
            expect(f"something is drawn, in {colours} colours: {folder / 'window.png'}", int(colours) > 100)
            expect("the window ends with status 0", hamer.close() == 0)
            expect("its meeting is in the list of sessions", len(hamer.sessions()) == 1)
        finally:
            hamer.stop()


def newer(package, folder):
    """The same package as of a later version, with other settings in it."""
    tree = folder / "newer"
    clear(tree)
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN/control"
    lines = [f"{line}+1" if line.startswith("Version: ") else line for line in control.read_text(encoding="utf-8").splitlines()]
    control.write_text("\n".join(lines) + "\n", encoding="utf-8")
    settings = json.loads((tree / SETTINGS).read_text(encoding="utf-8"))
    (tree / SETTINGS).write_text(json.dumps(settings | {"retention_years": 7}), encoding="utf-8")
    made = folder / "newer.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", tree, made], check=True, stdout=subprocess.DEVNULL)
    clear(tree)
    return made


def keeps_what_is_the_administrators_and_the_users(root, package, folder):
    settings = root.path / SETTINGS
    own = settings.read_text(encoding="utf-8").replace('"Leiden"', '"Utrecht"')
    settings.write_text(own, encoding="utf-8")
    expect("changed settings hold for all users", "settings of Utrecht" in root.run("hamer", "check", user=USER))
    home = root.path / "home"
    before = files_under(home)

    shutil.copy(newer(package, folder), root.path / "root/newer.deb")
    root.apt("-o", "Dpkg::Options::=--force-confold", "install", "/root/newer.deb")
    expect("an upgrade leaves changed settings as they are", settings.read_text(encoding="utf-8") == own)
    expect("and puts its own beside them", (settings.parent / "hamer.json.dpkg-dist").exists())
    expect("the newer one works", "settings of Utrecht" in root.run("hamer", "check", user=USER))

    root.apt("remove", "hamer")
    left = [path for path in packed(package) if (root.path / path).exists()]
    expect("removed, only its settings are left", left == [SETTINGS])
    expect("as they were", settings.read_text(encoding="utf-8") == own)
    expect("and the user has all that was there", files_under(home) == before)
    root.apt("purge", "hamer")
    expect("purged, /etc/hamer is gone", not settings.parent.exists())
    expect("and the user still has all that was there", files_under(home) == before)

    # As it is rolled out: the settings are there before the package.
    settings.parent.mkdir()
    settings.write_text(own, encoding="utf-8")
    root.apt("-o", "Dpkg::Options::=--force-confold", "install", f"/root/{package.name}")
    expect("settings that were there before it hold", "settings of Utrecht" in root.run("hamer", "check", user=USER))
    sessions = root.run("hamer", "sessions", user=USER)
    expect("and the meetings of before are in the list", len(sessions.splitlines()) == 2)


def main():
    package, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()

    def test(root):
        install(root, package)
        holds_a_meeting_in_its_window(root, folder)
        works_without_a_window(root)
        keeps_what_is_the_administrators_and_the_users(root, package, folder)

    return in_a_bare_root(folder, test)


if __name__ == "__main__":
    sys.exit(main())
