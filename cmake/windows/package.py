#!/usr/bin/env python3
"""Makes of what was built for Windows what is passed on: an installer, and the same files as a zip.

    package.py [--sign CERTIFICATE.p12 [--password-file FILE] [--timestamp URL] | --sign-with PROGRAM]

    build/windows/hamer-<version>-setup.exe, build/windows/hamer-<version>.zip

The same commit and the same programs give the same bytes, but for signatures. HAMER_MAINTAINER ('Name <address>') is who
answers for it, as in the package for Debian. Exit status 1: it could not be made; 2: wrong use.
"""
import argparse
import os
import pathlib
import re
import shlex
import shutil
import struct
import subprocess
import sys
import time
import zipfile

sys.dont_write_bytecode = True
from sign import CannotSign, Signer, add_options  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
WINDOWS = SOURCE / "build" / "windows"
PROGRAMS = ("hamer.exe", "hamer.com")
PAGES = (SOURCE / "assets/pages.txt").read_text(encoding="utf-8").split()
LICENSES = pathlib.Path("/usr/share/common-licenses")


class CannotPackage(Exception):
    pass


def program_version():
    return re.search(r'program_version = "([^"]+)"', (SOURCE / "src/base/version.h").read_text(encoding="utf-8"))[1]


def time_of_commit():
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    shown = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=SOURCE, capture_output=True, text=True, check=False)
    if shown.returncode != 0:
        raise CannotPackage("the commit's time is not known here: this is no clone. Set SOURCE_DATE_EPOCH")
    return int(shown.stdout)


def modules():
    """The parts that the program loads when it needs them. A build has those of the tests beside them."""
    rooms = sorted((SOURCE / "src").glob("*/CMakeLists.txt"))
    names = [name for room in rooms for name in re.findall(r"^\s*hamer_module\((\w+)", room.read_text(encoding="utf-8"), re.MULTILINE)]
    return [f"hamer-{name}.dll" for name in sorted(names)]


def gather(built, licenses, stage):
    """Puts in a new folder what is installed, as it is installed."""
    shutil.rmtree(stage, ignore_errors=True)
    (stage / "docs").mkdir(parents=True)
    for name in PROGRAMS:
        if not (built / name).is_file():
            raise CannotPackage(f"{built / name}: expected the program there; build it with ./dev windows build")
        shutil.copy(built / name, stage / name)
    (stage / "modules").mkdir()
    for module in modules():
        if not (built / "modules" / module).is_file():
            raise CannotPackage(f"{built / 'modules' / module}: expected this part of the program there; build it with ./dev windows build")
        shutil.copy(built / "modules" / module, stage / "modules" / module)
    for file in sorted((built / "fonts").glob("*.ttf")):
        (stage / "fonts").mkdir(exist_ok=True)
        shutil.copy(file, stage / "fonts" / file.name)
    if not (stage / "fonts").is_dir():
        raise CannotPackage(f"{built / 'fonts'}: expected the faces of papers there; build them with ./dev windows build")
    for folder in ("config", "scenarios"):
        shutil.copytree(SOURCE / folder, stage / folder)
    for page in PAGES:
        (stage / "docs" / page).parent.mkdir(exist_ok=True)
        shutil.copy(SOURCE / "docs" / page, stage / "docs" / page)
    gather_licenses(licenses, stage / "licenses")


def gather_licenses(licenses, folder):
    """What each library says of its copyright, Hamer's own, and each text that these name as it is on Debian."""
    if not licenses.is_dir():
        raise CannotPackage(f"{licenses}: expected the licences of the libraries there; ./dev windows libraries gathers them")
    shutil.copytree(licenses, folder)
    shutil.copy(SOURCE / "assets/debian/copyright", folder / "hamer.txt")
    named = set()
    for file in folder.iterdir():
        named |= set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", file.read_text(encoding="utf-8", errors="replace")))
    for name in sorted(named):
        if (LICENSES / name).is_file():
            (folder / "texts").mkdir(exist_ok=True)
            shutil.copy(LICENSES / name, folder / "texts" / f"{name}.txt")


def files_in(stage):
    return sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())


def make_zip(stage, file, when):
    file.unlink(missing_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name in files_in(stage):
            entry = zipfile.ZipInfo(f"Hamer/{name}", time.gmtime(max(when, 315532800))[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # Windows
            out.writestr(entry, (stage / name).read_bytes())


def write_lists(stage, work):
    """For NSIS the files in their order; for the installer what it put there, each folder after what is in it."""
    names = [name.replace("/", "\\") for name in files_in(stage)]
    folders = sorted({str(pathlib.PureWindowsPath(*pathlib.PureWindowsPath(name).parts[:depth]))
                      for name in names for depth in range(1, len(pathlib.PureWindowsPath(name).parts))})
    odd = [name for name in names if not re.fullmatch(r"[\w.\\-]+", name)]
    if odd:
        raise CannotPackage(f"{odd[0]}: expected a name of letters, digits, full stops and hyphens, which the installer's list can hold")
    (work / "installed.txt").write_bytes("".join(
        f"{name}\r\n" for name in [*names, "uninstall.exe", *(f"{folder}\\" for folder in reversed(folders))]).encode())
    lines = [f'CreateDirectory "$INSTDIR\\new~\\{folder}"' for folder in folders]
    lines += [f'File "/oname=$INSTDIR\\new~\\{name}" "{stage / pathlib.PureWindowsPath(name).as_posix()}"' for name in names]
    (work / "files.nsh").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_ground(file):
    """The picture beside the last page: a plain ground in the icon's colour, in place of NSIS' own."""
    colour = re.search(r'fill="#(\w{6})"', (SOURCE / "assets/icons/nl.hamer.Hamer.svg").read_text(encoding="utf-8"))[1]
    width, height = 164, 314
    pixels = bytes.fromhex(colour)[::-1] * width * height
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(pixels), 0, 0, 0, 0)
    file.write_bytes(struct.pack("<2sIHHI", b"BM", 14 + len(head) + len(pixels), 0, 0, 14 + len(head)) + head + pixels)


def make_setup(stage, work, file, version, signer):
    icon = work / "hamer.ico"
    pictures = [SOURCE / f"assets/icons/nl.hamer.Hamer-{size}.png" for size in (16, 24, 32, 48, 64, 128, 256)]
    subprocess.run([sys.executable, SOURCE / "assets/windows/make_icon.py", icon, *pictures], check=True)
    who = re.fullmatch(r"\s*(.*?)\s*(?:<(.*)>)?\s*", os.environ.get("HAMER_MAINTAINER", "The makers of Hamer"))
    known = {
        "VERSION": version,
        "VERSION_OF_FOUR": ".".join([*version.split("."), "0", "0", "0"][:4]),
        "PUBLISHER": who[1].replace('"', "'").replace("$", "$$"),
        "CONTACT": (who[2] or "").replace('"', "'").replace("$", "$$"),
        "KILOBYTES": str(sum((stage / name).stat().st_size for name in files_in(stage)) // 1024 + 1),
        "ICON": str(icon),
        "GROUND": str(work / "ground.bmp"),
        "FILES": str(work / "files.nsh"),
        "LIST": str(work / "installed.txt"),
        "OUT": str(file),
    }
    if signer.signs:
        # For the uninstaller, which NSIS makes meanwhile: a script, as NSIS has quotation marks of its own.
        script = work / "sign-uninstaller"
        script.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, str(HERE / "sign.py"), *signer.words])} "$1"\n', encoding="utf-8")
        script.chmod(0o755)
        known["SIGN"] = str(script)
    words = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in known.items())]
    file.unlink(missing_ok=True)
    done = subprocess.run([*words, str(HERE / "setup/setup.nsi")], text=True, capture_output=True, pass_fds=signer.passed_on, check=False)
    if done.returncode != 0 or not file.exists():
        raise CannotPackage(f"makensis: {(done.stdout + done.stderr).strip()}")
    if signer.signs:
        signer.sign(file)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(arguments)
    # For tests, which pack a small program as other versions.
    arguments.add_argument("--built", type=pathlib.Path, default=WINDOWS / "hamer", help=argparse.SUPPRESS)
    arguments.add_argument("--licenses", type=pathlib.Path, default=WINDOWS / "licenses", help=argparse.SUPPRESS)
    arguments.add_argument("--out", type=pathlib.Path, default=WINDOWS, help=argparse.SUPPRESS)
    arguments.add_argument("--version", default=program_version(), help=argparse.SUPPRESS)
    options = arguments.parse_args()
    out = options.out.resolve()
    work = out / "package"
    stage = work / "Hamer"
    setup, portable = out / f"hamer-{options.version}-setup.exe", out / f"hamer-{options.version}.zip"
    # What has these names is passed on. So nothing has them until both are made and signed, not even what was made before.
    for file in (setup, portable):
        file.unlink(missing_ok=True)
    try:
        signer = Signer(options)
        when = time_of_commit()
        os.environ["SOURCE_DATE_EPOCH"] = str(when)
        gather(options.built, options.licenses, stage)
        for file in [*(stage / name for name in PROGRAMS), *sorted(stage.glob("modules/*.dll"))] if signer.signs else []:
            signer.sign(file)
        write_lists(stage, work)
        write_ground(work / "ground.bmp")
        # The installer keeps the times of what it holds.
        for path in [*stage.rglob("*"), work / "installed.txt", work / "ground.bmp"]:
            os.utime(path, (when, when))
        make_zip(stage, work / portable.name, when)
        make_setup(stage, work, work / setup.name, options.version, signer)
        for file in (setup, portable):
            (work / file.name).replace(file)
    except (CannotPackage, CannotSign) as problem:
        print(f"package: {problem}", file=sys.stderr)
        return 1
    print(f"package: {setup}\npackage: {portable}")
    if not signer.signs:
        print("package: these are NOT signed: Windows warns whoever opens them. With a certificate: --sign CERTIFICATE.p12")
    return 0


if __name__ == "__main__":
    sys.exit(main())
