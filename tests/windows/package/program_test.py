"""Hamer itself, installed by its installer under Wine: it starts, and finds what came with it.

    program_test.py BUILT FOLDER      BUILT has hamer.exe and hamer.com; in FOLDER all is made
"""
import pathlib
import sys

sys.dont_write_bytecode = True
from windows import SKIPPED, SOURCE, Packager, Windows, expect, missing  # noqa: E402


def main():
    built, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    if lacking := missing():
        print(f"skipped: there is no {', '.join(lacking)} here")
        return SKIPPED
    if not all((built / name).is_file() for name in ("hamer.exe", "hamer.com")):
        print(f"skipped: Hamer is not built in {built}")
        return SKIPPED
    text = (SOURCE / "src/base/version.h").read_text(encoding="utf-8")
    version = text.split('program_version = "')[1].split('"')[0]
    done = Packager(folder).pack(built, version, "out")
    expect(f"it is packed {done.stderr}", done.returncode == 0)
    with Windows(folder / "wine") as windows:
        done = windows.run(folder / "out" / f"hamer-{version}-setup.exe", "/S", "/CurrentUser")
        expect(f"it is installed: status {done.returncode} {done.stdout}", done.returncode == 0)
        program = windows.at(windows.value("HKCU", "InstallLocation")) / "hamer.com"
        done = windows.run(program, "--version")
        expect(f"it says its version: {done.stdout.strip()} {done.stderr}", done.returncode == 0 and version in done.stdout)
        done = windows.run(program, "check")
        expect(f"it finds its settings and its procedure: {done.stdout.strip()} {done.stderr}", done.returncode == 0 and "leiden-2025.json" in done.stdout)
        scenario = program.parent / "scenarios/sit-in.json"
        done = windows.run(program, "check", scenario)
        expect(f"a scenario fits the procedure {done.stderr}", done.returncode == 0)
        settings = windows.disk / "ProgramData/Hamer"
        settings.mkdir(exist_ok=True)
        own = (program.parent / "config/hamer.json").read_text(encoding="utf-8").replace('"Leiden"', '"Utrecht"')
        (settings / "hamer.json").write_text(own, encoding="utf-8")
        done = windows.run(program, "check")
        expect(f"settings of all users go before those that came with it: {done.stdout.strip()}", "Utrecht" in done.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
