"""What a desktop, a package and the build take from assets/ is one thing: names, versions, sizes, fonts. Exit status 1 names what
differs.
"""
import configparser
import json
import os
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(sys.argv[1])
ASSETS = ROOT / "assets"
NAME = "nl.hamer.Hamer"
wrong = []


def expect(what, holds):
    if not holds:
        wrong.append(f"expected {what}")


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


version = re.search(r'program_version = "([^"]+)"', text("src/base/version.h"))[1]
entry = configparser.RawConfigParser()
entry.optionxform = str
entry.read(ASSETS / f"{NAME}.desktop", encoding="utf-8")
told = xml.parse(ASSETS / f"{NAME}.metainfo.xml").getroot()
for section in entry.sections():
    expect(f"a Dutch name in [{section}] of the desktop entry", "Name" in entry[section] and
           ("Name[nl]" in entry[section] or section == "Desktop Entry"))
expect("the icon's name in the desktop entry", entry["Desktop Entry"]["Icon"] == NAME)
expect("the metainfo to be of the desktop entry", told.findtext("id") == NAME and told.findtext("launchable") == f"{NAME}.desktop")
expect(f"a release {version} first in the metainfo", told.find("releases/release").get("version") == version)
expect(f"{version} first in the package's changelog", text("assets/debian/changelog").startswith(f"hamer ({version}) "))
expect("a Dutch text for each text of the metainfo",
       all(len(told.findall(f"{path}")) % 2 == 0 for path in ("summary", "description/p")))

for file in sorted((ASSETS / "icons").glob("*.png")):
    size = int(file.stem.rpartition("-")[2])
    expect(f"{size} by {size} pixels in {file.name}", struct.unpack(">II", file.read_bytes()[16:24]) == (size, size))
    expect(f"{size} among the sizes of cmake/package.cmake", re.search(rf"foreach\(size[^)]*\b{size}\b", text("cmake/package.cmake")))

licences = text("assets/debian/copyright")
fonts = json.loads(text("assets/fonts.json"))["fonts"]
for font in fonts:
    expect(f"{font['package']} among the packages of ./dev", re.search(rf"\b{font['package']}\b", text("dev")))
    expect(f"the licence {font['licence']} in the package's copyright", f"License: {font['licence']}\n " in licences)
    for holder in font["copyright"].split("; "):
        expect(f"{holder} in the package's copyright", holder in licences)

pages = text("assets/pages.txt").split()
for page in pages:
    expect(f"{page}, which assets/pages.txt names, in docs/", (ROOT / "docs" / page).is_file())
    for link in re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", text(f"docs/{page}")) if page.endswith(".md") else ():
        there = os.path.normpath(pathlib.Path(page).parent / link)
        expect(f"{there}, to which docs/{page} leads, in assets/pages.txt", there in pages)

print("\n".join(wrong) or f"icon, entry, metainfo and {len(fonts)} fonts agree")
sys.exit(1 if wrong else 0)
