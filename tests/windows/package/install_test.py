"""The installer as a user and an administrator meet it, under Wine: installed for all and for one, upgraded, mended, refused
while Hamer is open, put back where it fails, taken away. With a small program in Hamer's place.

    install_test.py FOLDER [TEST…]      in FOLDER all is made; those from uninstaller_left on do without the ones before them
"""
import pathlib
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "support"))
from small_disk import CannotMount, SmallDisk  # noqa: E402
from windows import SKIPPED, Packager, Windows, compile_program, expect, files_under, is_signed, make_certificate, missing, modules  # noqa: E402

ALL = "C:\\Program Files\\Hamer"
PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths\hamer.exe"
START_MENU = "Microsoft/Windows/Start Menu/Programs/Hamer.lnk"


class Installer:
    def __init__(self, windows, folder):
        self.windows = windows
        packager = Packager(folder)
        self.known, whole, password = make_certificate(folder)
        self.old = packager.setup("0.1.0", "fonts/Gone.ttf")
        self.new = packager.setup("0.2.0", "fonts/Added.ttf", options=("--sign", whole, "--password-file", password))
        self.home = next(path for path in (windows.disk / "users").iterdir() if path.name != "Public")
        self.own = self.home / "AppData/Local/Programs/Hamer"
        self.all = windows.at(ALL)

    def run(self, setup, *options, status=0, says="", by=()):
        done = self.windows.run(*by, setup, "/S", *options)
        told = f"{setup.name} {' '.join(options)}: status {done.returncode}, “{done.stdout.strip()}”"
        expect(told, done.returncode == status and says in done.stdout and bool(done.stdout) == (status != 0))

    def remove(self, root, status=0, by="", string="QuietUninstallString"):
        """As Windows does it without asking; what then runs on takes away the uninstaller itself."""
        known = self.windows.values(root)
        place = self.windows.at(known["InstallLocation"])
        line = known[string] + ("" if "/S" in known[string] else " /S")
        done = self.windows.command_line(by + line)
        expect(f"taking it away: status {done.returncode}, “{done.stdout.strip()}”", done.returncode == status)
        end = time.monotonic() + 120
        while status == 0 and time.monotonic() < end and ((place / "uninstall.exe").exists() or (place.exists() and not any(place.iterdir()))):
            self.windows.run("cmd", "/c", "rem")
        return done.stdout


def listed(folder):
    """The files that the installer says it put there."""
    lines = (folder / "installed.txt").read_bytes().decode().split("\r\n")[:-1]
    return {line.replace("\\", "/") for line in lines if not line.endswith("\\")} | {"installed.txt"}


def for_all(windows, it):
    it.run(it.old)
    there = set(files_under(it.all))
    expect("each file that is there is in its list", there == listed(it.all))
    wanted = {"hamer.exe", "hamer.com", "fonts/OpenSans-Regular.ttf", *(f"modules/{module}" for module in modules()), "uninstall.exe", "config/hamer.json",
              "config/procedures/leiden-2025.json", "scenarios/sit-in.json", "docs/windows.md", "licenses/hamer.txt", "licenses/texts/Apache-2.0.txt"}
    expect("the programs and what comes with them are there", wanted <= there)
    expect("hamer.com starts", windows.run(it.all / "hamer.com", "--version").stdout.strip() == "0.1.0")
    shown = windows.values("HKLM")
    names = {"DisplayName", "DisplayVersion", "Publisher", "DisplayIcon", "UninstallString", "QuietUninstallString", "EstimatedSize"}
    expect(f"the list of apps has it: {shown}", names <= set(shown) and shown["DisplayVersion"] == "0.1.0" and shown["InstallLocation"] == ALL)
    kilobytes = sum(len(text) for text in files_under(it.all).values()) // 1024
    expect(f"its size is about {kilobytes} kB", abs(int(shown["EstimatedSize"], 16) - kilobytes) < 500)
    expect("the Start menu of all has it", (windows.disk / "ProgramData" / START_MENU).exists())
    expect("Windows finds it by name", windows.value("HKLM", "", PATHS) == ALL + "\\hamer.exe")
    for folder in (ALL, "C:\\ProgramData\\Hamer"):
        access = windows.run(it.all / "hamer.com", "--access", folder).stdout.strip()
        expect(f"{folder} is not everybody's, as those are that get no list of their own: {access}", access and ";WD)" not in access)
    inner = windows.run(it.all / "hamer.com", "--access", "C:\\Program Files").stdout.strip()
    expect(f"these are: {inner}", ";WD)" in inner)
    it.run(it.new, "/CurrentUser", status=6, says="for all users already")


def upgraded(windows, it):
    (it.all / "note.txt").write_text("of the administrator", encoding="utf-8")
    (it.all / "fonts/Added.ttf").write_text("somebody's", encoding="utf-8")
    it.run(it.new)
    there = set(files_under(it.all))
    expect("what is no longer shipped is gone", "fonts/Gone.ttf" not in there)
    expect("what is new is there", (it.all / "fonts/Added.ttf").read_text() == "fonts/Added.ttf of 0.2.0")
    expect("what others put there stays", there - listed(it.all) == {"note.txt", "fonts/Added.ttf.kept"})
    expect("the new one starts", windows.run(it.all / "hamer.com", "--version").stdout.strip() == "0.2.0")
    expect("the list of apps has its version", windows.value("HKLM", "DisplayVersion") == "0.2.0")
    expect("of a signed setup the uninstaller is signed", is_signed(it.all / "uninstall.exe", it.known))
    (it.all / "hamer.exe").unlink()
    it.run(it.new)
    expect("the same version again mends it", (it.all / "hamer.exe").exists())


def no_older_one_by_itself(windows, it):
    before = files_under(it.all)
    it.run(it.old, status=5, says="/Downgrade")
    expect("nothing was changed", files_under(it.all) == before)
    it.run(it.old, "/Downgrade")
    expect("asked for, the older one is installed", windows.value("HKLM", "DisplayVersion") == "0.1.0")


def not_while_it_is_open(windows, it):
    for name in ("hamer.exe", "hamer.com"):
        before = files_under(it.all)
        program = windows.start(it.all / name, "--wait")
        it.run(it.new, status=4, says="Close it")
        said = it.remove("HKLM", status=4)
        expect("taking it away is refused in the same words", "Close it" in said)
        expect("nothing was changed", files_under(it.all) == before)
        windows.close(program)


def one_at_a_time(windows, it):
    before = files_under(it.all)
    program = windows.start(it.all.parent / "holder.exe", "--mutex", "Global\\Hamer.Setup")
    it.run(it.new, status=4, says="Another setup")
    it.remove("HKLM", status=4)
    expect("nothing was changed", files_under(it.all) == before)
    windows.close(program)


def cut_off(folder, *moved):
    """What a setup leaves that stopped while it moved the new files into their places."""
    (folder / "new~").mkdir(parents=True)
    (folder / "new~/hamer.com").write_text("the new one", encoding="utf-8")
    (folder / "new~/installed.txt").write_bytes("".join(name.replace("/", "\\") + "\r\n" for name in (*moved, "hamer.com")).encode())
    for name in moved:
        (folder / name).write_text("the new one", encoding="utf-8")


def put_back(windows, it):
    before = files_under(it.all)
    program = windows.start(it.all.parent / "holder.exe", "--hold", ALL + "\\docs\\windows.md")
    it.run(it.new, status=3, says="docs\\windows.md")
    windows.close(program)
    expect("what could not be replaced left the old version whole", files_under(it.all) == before)
    # As a cut of the power leaves it: some of the old are aside, some of the new in place.
    (it.all / "old~").mkdir()
    for name in ("installed.txt", "hamer.exe", "hamer.com"):
        (it.all / name).rename(it.all / "old~" / name)
    cut_off(it.all, "hamer.exe", "fonts/More.ttf")
    it.run(it.old)
    expect("after a setup that was cut off the next one mends it", files_under(it.all) == before)


def not_put_back_yet(windows, it):
    """What cannot be put back is left in old~ with its list, until a setup can."""
    before = files_under(it.all)
    (it.all / "old~/docs").mkdir(parents=True)
    for name in ("installed.txt", "hamer.exe", "hamer.com", "docs/windows.md"):
        (it.all / name).rename(it.all / "old~" / name)
    cut_off(it.all, "hamer.exe", "docs/windows.md", "fonts/More.ttf")
    for held in ("old~\\docs\\windows.md", "docs\\windows.md"):
        program = windows.start(it.all.parent / "holder.exe", "--hold", f"{ALL}\\{held}")
        # Twice: what the first one put back is not taken for new by the second one.
        for _ in range(2):
            it.run(it.new, status=3, says="could not be put back whole, because of this file: docs\\windows.md")
            aside = files_under(it.all / "old~")
            expect(f"only what is not put back waits in old~: {sorted(aside)}", set(aside) == {"docs/windows.md", "installed.txt"})
            there = {**files_under(it.all), **aside}
            expect("nothing of the old version is lost", all(there.get(name) == text for name, text in before.items()))
        windows.close(program)
        if held.startswith("old~"):
            (it.all / "new~/docs/windows.md").rename(it.all / "docs/windows.md")
    it.run(it.old)
    expect("the next one ends it", files_under(it.all) == before)


def started_meanwhile(windows, it):
    """Hamer is started in the moment that its new version is in place, and then the setup must go back."""
    listing = it.all / "installed.txt"
    whole = listing.read_bytes()
    # A file of somebody else, which cannot be kept beside the new one: so it stops there, with hamer.exe in its place.
    listing.write_bytes(whole.replace(b"scenarios\\sit-in.json\r\n", b""))
    (it.all / "scenarios/sit-in.json.kept").write_text("kept before", encoding="utf-8")
    before = files_under(it.all)
    setup = windows.begin(it.new, "/S")
    while setup.poll() is None and not ((it.all / "old~/hamer.exe").exists() and (it.all / "hamer.exe").exists()):
        try:
            setup.wait(0.02)
        except subprocess.TimeoutExpired:
            pass
    program = windows.start(it.all / "hamer.exe", "--wait")
    said = setup.communicate()[0]
    expect(f"it stops: {setup.returncode}, “{said.strip()}”", setup.returncode == 3 and "sit-in.json" in said)
    after = files_under(it.all)
    print("running is", [name for name in after if name not in before])
    expect("the old version is there, whole", {name: after[name] for name in after if not name.startswith("new~/")} == before)
    it.run(it.new, status=4, says="Close it")
    windows.close(program)
    (it.all / "scenarios/sit-in.json.kept").unlink()
    listing.write_bytes(whole)
    it.run(it.old)
    expect("closed, the next setup goes on", set(files_under(it.all)) - listed(it.all) <= {"note.txt", "fonts/Added.ttf.kept"})


def the_disk_is_full(windows, it):
    folder = windows.folder.parent / "small"
    place = "Z:" + str(folder).replace("/", "\\") + "\\Hamer"
    try:
        with SmallDisk(folder, 8192) as disk:
            it.run(it.old, "/CurrentUser", f"/D={place}")
            before = files_under(folder / "Hamer")
            disk.fill()
            it.run(it.new, "/CurrentUser", f"/D={place}", status=3, says="Make room")
            expect("on a full disk the old version stays whole", files_under(folder / "Hamer") == before)
            disk.free()
            it.run(it.new, "/CurrentUser")
            expect("with room the new one comes in its place", windows.value("HKCU", "DisplayVersion") == "0.2.0")
            it.remove("HKCU")
            expect("and goes", not (folder / "Hamer").exists())
    except CannotMount as why:
        print(f"skipped: a full disk ({why})")


def not_without_rights(windows, it):
    before = files_under(it.all)
    user = "C:\\user.exe"
    compile_program("ordinary_user.cpp", windows.at(user))
    it.run(it.old, "/AllUsers", "/Downgrade", status=2, says="Only an administrator", by=(user,))
    said = it.remove("HKLM", status=2, by=user + " ")
    expect("nor taken away", "Only an administrator" in said)
    it.run(it.new, status=6, says="for all users already", by=(user,))
    expect("nothing was changed", files_under(it.all) == before)


def taken_away(windows, it):
    data = it.home / "AppData/Local/Hamer/Data"
    data.mkdir(parents=True, exist_ok=True)
    settings = windows.disk / "ProgramData/Hamer/hamer.json"
    outside = windows.at("C:\\Program Files\\outside.txt")
    for file in (data / "session", settings, outside, it.all / "note.txt"):
        file.write_text("kept", encoding="utf-8")
    with (it.all / "installed.txt").open("ab") as file:
        file.write(b"..\\outside.txt\r\nC:\\Program Files\\outside.txt\r\n\\Program Files\\outside.txt\r\n")
    said = it.remove("HKLM")
    expect("it says where the data is", "%LOCALAPPDATA%\\Hamer" in said)
    expect("of the program nothing is left but what somebody put there", set(files_under(it.all)) == {"note.txt", "fonts/Added.ttf.kept"})
    expect("data, settings and what is elsewhere stay", all(file.exists() for file in (data / "session", settings, outside)))
    expect("the Start menu and the registry know it no more", not (windows.disk / "ProgramData" / START_MENU).exists()
           and windows.value("HKLM", "DisplayName") is None and windows.value("HKLM", "", PATHS) is None)
    it.run(it.old, status=6, says="not of Hamer")
    for file in (it.all / "note.txt", it.all / "fonts/Added.ttf.kept"):
        file.unlink()
    (it.all / "fonts").rmdir()


def taken_away_by_a_copy(windows, it):
    """As Windows' list of apps does it: by a copy of the uninstaller, which goes on after it."""
    cut_off(it.all, "hamer.exe", "gone.txt")
    it.run(it.old)
    expect("a first setup that was cut off is no hindrance to the next", set(files_under(it.all)) == listed(it.all))
    it.remove("HKLM", string="UninstallString")
    expect("nothing is left", not it.all.exists() and windows.value("HKLM", "DisplayName") is None)


def uninstaller_left(windows, it):
    """One that could not take itself away is Hamer's own; and it takes away nothing of a setup that was started since."""
    it.run(it.old)
    spare = windows.at("C:\\uninstall.exe")
    shutil.copy(it.all / "uninstall.exe", spare)
    rest = f'"C:\\uninstall.exe" /S /Rest _?={ALL}'
    before = files_under(it.all)
    windows.command_line(rest)
    expect("where Hamer is installed again, nothing is taken away", files_under(it.all) == before)
    it.remove("HKLM")
    (it.all / "new~").mkdir(parents=True)
    shutil.copy(spare, it.all)
    windows.command_line(rest)
    expect("nor where a setup is at work", (it.all / "uninstall.exe").exists())
    (it.all / "new~").rmdir()
    (it.all / "uninstall.exe").write_text("of another version", encoding="utf-8")
    it.run(it.old)
    expect("one that was left is replaced", set(files_under(it.all)) == listed(it.all))
    it.remove("HKLM")
    expect("nothing is left", not it.all.exists())


def folders_above(windows, it):
    """Who may rename a folder above may put another program in its place."""
    it.run(it.old, "/AllUsers", "/D=C:\\Apps\\Council\\Hamer")
    for folder in ("C:\\Apps\\Council\\Hamer", "C:\\Apps\\Council", "C:\\Apps"):
        access = windows.run(windows.at("C:\\Apps\\Council\\Hamer\\hamer.com"), "--access", folder).stdout.strip()
        expect(f"{folder} was made for administrators: {access}", access and ";WD)" not in access)
    it.remove("HKLM")
    shutil.rmtree(windows.at("C:\\Apps"))


def for_one(windows, it):
    settings = windows.disk / "ProgramData/Hamer"
    shutil.rmtree(settings, ignore_errors=True)
    compile_program("ordinary_user.cpp", windows.at("C:\\user.exe"))
    it.run(it.old, by=("C:\\user.exe",))
    expect("without rights it is the user's own", set(files_under(it.own)) == listed(it.own) and windows.value("HKCU", "DisplayVersion") == "0.1.0")
    expect("nothing is of all", windows.value("HKLM", "DisplayName") is None and not settings.exists() and not (it.all / "hamer.exe").exists())
    expect("the user's Start menu has it", (it.home / "AppData/Roaming" / START_MENU).exists())
    it.run(it.new, "/CurrentUser", "/D=C:\\Elsewhere", status=6, says="Programs\\Hamer already")
    it.run(it.new, "/CurrentUser", "/AllUsers", status=2, says="exclude")
    it.run(it.new, "/CurrentUser")
    it.remove("HKCU")
    expect("taken away, nothing is left", not it.own.exists() and windows.value("HKCU", "DisplayName") is None)


def not_on_an_old_windows(windows, it):
    windows.be("win7")
    it.run(it.old, status=7, says="1903")
    windows.be("win10")


def no_planted_library(windows, it):
    """What somebody put in the folder to which programs are downloaded. Of what NSIS loads Wine itself loads uxtheme, imm32 and
    version before a program begins, so that it shows nothing of those three."""
    folder = windows.folder.parent / "downloads"
    folder.mkdir(exist_ok=True)
    names = ["userenv", "setupapi", "apphelp", "propsys", "dwmapi", "cryptbase", "oleacc", "clbcatq", "ntmarta", "shfolder", "comctl32", "riched20"]
    compile_program("planted.cpp", folder / "first.dll", "-shared")
    for name in names:
        shutil.copy(folder / "first.dll", folder / f"{name}.dll")
    # As Windows has it; Wine prefers its own.
    settings = "".join(f'"*{name}"="native,builtin"\n' for name in names)
    (folder / "first.reg").write_text(f"REGEDIT4\n\n[HKEY_CURRENT_USER\\Software\\Wine\\DllOverrides]\n{settings}", encoding="utf-8")
    windows.run("reg", "import", folder / "first.reg")
    setup = pathlib.Path(shutil.copy(it.old, folder))
    it.run(setup, "/CurrentUser")
    expect("none of them was loaded", not list(folder.glob("*.loaded")))
    shutil.copy(windows.disk / "Program Files/holder.exe", folder)
    windows.run(folder / "holder.exe", "--load", "shfolder.dll")
    expect("a program that does not guard against it loads one", [path.name for path in folder.glob("*.loaded")] == ["shfolder.dll.loaded"])
    windows.run("reg", "delete", r"HKCU\Software\Wine\DllOverrides", "/f")
    it.remove("HKCU")


def in_dutch(windows, it):
    """In the language that Windows has."""
    place = windows.folder.parent / "languages"
    place.mkdir(exist_ok=True)
    made = subprocess.run(["localedef", "-i", "nl_NL", "-f", "UTF-8", place / "nl_NL.UTF-8"], capture_output=True, check=False)
    if made.returncode != 0:
        print("skipped: Dutch (apt-get install locales)")
        return
    settings = {**windows.settings, "WINEPREFIX": str(windows.folder), "LOCPATH": str(place), "LC_ALL": "nl_NL.UTF-8", "WINEDEBUG": "-all"}
    done = subprocess.run(["wine", it.old, "/S", "/AllUsers", "/CurrentUser"], env=settings, capture_output=True, text=True, check=False)
    expect(f"in Dutch: “{done.stdout.strip()}”", "gaan niet samen" in done.stdout and done.returncode == 2)


TESTS = (for_all, upgraded, no_older_one_by_itself, not_while_it_is_open, one_at_a_time, put_back, not_put_back_yet, started_meanwhile,
         not_without_rights, taken_away, taken_away_by_a_copy, uninstaller_left, folders_above, for_one, the_disk_is_full, no_planted_library, not_on_an_old_windows, in_dutch)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    if lacking := missing():
        print(f"skipped: there is no {', '.join(lacking)} here")
        return SKIPPED
    with Windows(folder / "wine") as windows:
        it = Installer(windows, folder)
        (windows.disk / "Program Files/holder.exe").write_bytes((folder / "built-0.1.0/hamer.exe").read_bytes())
        for test in (test for test in TESTS if not sys.argv[2:] or test.__name__ in sys.argv[2:]):
            print(f"-- {test.__name__}", flush=True)
            test(windows, it)
    return 0


if __name__ == "__main__":
    sys.exit(main())
