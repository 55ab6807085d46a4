"""What `./dev windows package` makes: the zip's contents, the same bytes again, what the installer says of itself, signatures, and
refusals in words. With a small program in Hamer's place.

    contents_test.py FOLDER      in FOLDER all is made
"""
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "tests/commands"))
from time_stamp_test import Authority, Server  # noqa: E402
from windows import SKIPPED, Packager, expect, files_under, is_signed, make_certificate, missing, modules  # noqa: E402

# What is signed: the two programs, what they load, the uninstaller and the installer.
EVERY = 2 + len(modules()) + 2


def made(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def the_same_again(packager, built):
    for out in ("once", "twice"):
        done = packager.pack(built, "0.1.0", out)
        expect(f"it is made ({out}) {done.stderr}", done.returncode == 0)
        expect("it says that it is not signed", "NOT signed" in done.stdout)
        # Another order of the folder, other times of its files.
        for file in sorted(built.rglob("*.ttf"), reverse=True):
            text = file.read_bytes()
            file.unlink()
            file.write_bytes(text)
    once, twice = made(packager.folder / "once"), made(packager.folder / "twice")
    expect(f"two files, the same bytes again: {sorted(once)}", once == twice and sorted(once) == ["hamer-0.1.0-setup.exe", "hamer-0.1.0.zip"])


def the_zip(packager, built):
    with zipfile.ZipFile(packager.folder / "once/hamer-0.1.0.zip") as packed:
        names = packed.namelist()
        expect("its names are in order, in one folder", names == sorted(names) and all(name.startswith("Hamer/") for name in names))
        rooms = {folder.parent for folder in (ROOT / "src").glob("**/module/*.cpp") if "posix" not in folder.parts}
        expect(f"each part that Hamer loads is there: {modules()}", len(modules()) == len(rooms))
        expect("it has nothing that only tests load", "Hamer/modules/hamer-strange.dll" not in names)
        for name, text in files_under(built).items():
            if name == "modules/hamer-strange.dll":
                continue
            expect(f"it has {name} as it was built", packed.read(f"Hamer/{name}") == text)
        for name in ("config/hamer.json", "config/procedures/leiden-2025.json", "scenarios/sit-in.json", "docs/windows.md", "docs/beheer.md", "docs/decisions/0037-fingers-on-windows.md",
                     "licenses/hamer.txt", "licenses/zlib.txt", "licenses/texts/Apache-2.0.txt"):
            expect(f"it has {name}", f"Hamer/{name}" in names)
        for page in (ROOT / "assets/pages.txt").read_text(encoding="utf-8").split():
            expect(f"it has docs/{page}", f"Hamer/docs/{page}" in names)


def what_it_says_of_itself(packager):
    text = (packager.folder / "once/hamer-0.1.0-setup.exe").read_bytes()
    for name, value in (("ProductName", "Hamer"), ("ProductVersion", "0.1.0"), ("CompanyName", "The makers of Hamer"), ("FileDescription", "Setup of Hamer")):
        at = text.find(name.encode("utf-16-le"))
        expect(f"{name} is {value}", at >= 0 and value.encode("utf-16-le") in text[at : at + 200])
    expect("its version as numbers", bytes.fromhex("bd04effe 00000000 01000000 00000000 01000000 00000000") in text)
    expect("it asks for no rights and knows of the screen's scale", b'level="asInvoker"' in text and b"dpiAware" in text)


def signed(packager, built):
    known, whole, password = make_certificate(packager.folder)
    done = packager.pack(built, "0.1.0", "signed", "--sign", whole, "--password-file", password)
    expect(f"it is signed {done.stderr}", done.returncode == 0 and "NOT signed" not in done.stdout)
    out = packager.folder / "signed"
    expect("the installer is signed", is_signed(out / "hamer-0.1.0-setup.exe", known))
    expect("the one of before is not", not is_signed(packager.folder / "once/hamer-0.1.0-setup.exe", known))
    with zipfile.ZipFile(out / "hamer-0.1.0.zip") as packed:
        packed.extractall(out)
    for name in ("hamer.exe", "hamer.com", "modules/hamer-paper.dll"):
        expect(f"{name} is signed", is_signed(out / "Hamer" / name, known))
    expect("what was built is as it was", not is_signed(built / "hamer.exe", known))
    log = packager.folder / "named"
    program = packager.folder / "sign-by-name"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >>{log}\n', encoding="utf-8")
    program.chmod(0o755)
    done = packager.pack(built, "0.1.0", "signed-with", "--sign-with", program)
    names = log.read_text(encoding="utf-8").splitlines()
    expect(f"a program of one's own gets each file: {done.stderr} {names}", done.returncode == 0 and len(names) == EVERY)
    expect("the uninstaller among them, and the installer last", names[-1].endswith("-setup.exe") and len(set(names)) == EVERY)


def signed_at_a_time(packager, built):
    known, whole, password = (packager.folder / name for name in ("known.pem", "whole.p12", "password"))
    folder = packager.folder / "authority"
    shutil.rmtree(folder, ignore_errors=True)
    authority = Authority(str(folder), "Time")
    server = Server(authority.reply)
    done = packager.pack(built, "0.1.0", "stamped", "--sign", whole, "--password-file", password, "--timestamp", server.url)
    expect(f"a server says when it was signed, of {server.asked} files {done.stderr}", done.returncode == 0 and server.asked == EVERY)
    setup = packager.folder / "stamped/hamer-0.1.0-setup.exe"
    done = subprocess.run(["osslsigncode", "verify", "-CAfile", known, "-TSA-CAfile", authority.ca, "-in", setup], capture_output=True, text=True, check=False)
    expect("and its word is in the signature", done.returncode == 0 and "Timestamp Server Signature verification: ok" in done.stdout)


def in_words(packager, built):
    empty = packager.folder / "empty"
    empty.mkdir(exist_ok=True)
    whole = packager.folder / "whole.p12"
    wrong = packager.folder / "wrong"
    wrong.write_text("another word", encoding="utf-8")
    for what, options, says in (
        ("no program", ("--built", empty), "./dev windows build"),
        ("no licences", ("--licenses", packager.folder / "none"), "./dev windows libraries"),
        ("no certificate", ("--sign", empty / "none.p12"), "expected a certificate"),
        ("no password", ("--sign", whole), "--password-file"),
        ("a server that is not there", ("--sign", whole, "--password-file", packager.folder / "password", "--timestamp", "http://127.0.0.1:9/"), "osslsigncode"),
        ("another password", ("--sign", whole, "--password-file", wrong), "osslsigncode"),
    ):
        done = packager.pack(built, "0.1.0", "refused", *options)
        expect(f"{what}: {done.stderr.strip()}", done.returncode == 1 and says in done.stderr and "Traceback" not in done.stderr)
    expect("nothing was made", not made(packager.folder / "refused"))


def nothing_half_signed(packager, built):
    """Neither what could not be signed nor what was made before stands under the names that are passed on."""
    refuses = packager.folder / "refuses"
    for which in ("*-setup.exe", "*/hamer.exe", "*"):
        refuses.write_text(f'#!/bin/sh\ncase "$1" in {which}) exit 9 ;; esac\n', encoding="utf-8")
        refuses.chmod(0o755)
        expect("one is made", packager.pack(built, "0.1.0", "half").returncode == 0 and len(made(packager.folder / "half")) == 2)
        done = packager.pack(built, "0.1.0", "half", "--sign-with", refuses)
        expect(f"a signer that refuses {which} is told of: {done.stderr.strip()}", done.returncode == 1 and "status 9" in done.stderr)
        expect(f"nothing is left to pass on: {sorted(made(packager.folder / 'half'))}", not made(packager.folder / "half"))


def main():
    if lacking := missing():
        print(f"skipped: there is no {', '.join(lacking)} here")
        return SKIPPED
    packager = Packager(pathlib.Path(sys.argv[1]).resolve())
    built = packager.built("0.1.0")
    the_same_again(packager, built)
    the_zip(packager, built)
    what_it_says_of_itself(packager)
    signed(packager, built)
    signed_at_a_time(packager, built)
    in_words(packager, built)
    nothing_half_signed(packager, built)
    return 0


if __name__ == "__main__":
    sys.exit(main())
