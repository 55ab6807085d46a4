"""A file is dragged from another program onto the real window, and a picture copied there: each is put to the record that is
open, and refused in words where none is. Exit status 0 when all of it holds.
"""
import json
import pathlib
import subprocess
import sys

from desktop import until
from journey import arguments, expect, run


def drop(hamer, neighbour, file):
    return subprocess.run([neighbour, "drop", str(hamer.window), pathlib.Path(file).as_uri()], env=hamer.desktop.environment, timeout=60,
                          check=False).returncode


def paste(hamer, neighbour, record):
    """Of a screen: larger than what another program may give at once."""
    picture = pathlib.Path(hamer.folder) / "scherm.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 1500)
    hamer.desktop.key("ctrl+v")
    until("that there is none", lambda: hamer.shows("problem") and "geen afbeelding op het klembord" in hamer.label("problem"))
    with subprocess.Popen([neighbour, "picture", str(picture)], env=hamer.desktop.environment, stdout=subprocess.PIPE, text=True) as owner:
        expect("another program has a picture", owner.stdout.readline() == "ready\n")
        try:
            hamer.desktop.key("ctrl+v")
            until("that it was added", lambda: len(attachments(hamer, record)) == 2)
        finally:
            owner.kill()
    added = attachments(hamer, record)[-1]
    expect(f"as what it is: {added['name']}", added["type"] == "image/png" and added["size"] == picture.stat().st_size and added["name"].startswith("Afbeelding "))


def attachments(hamer, record):
    return json.loads(hamer.run("record", "attachments", record, "--json").stdout)


def journey(hamer, neighbour):
    record = hamer.run("record", "new", "--what", "bedreigd op straat", "--affected", "council-member").stdout.strip()
    file = pathlib.Path(hamer.folder) / "dreigbericht van één iemand.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    hamer.start()
    expect("a chair's screen takes a file and does nothing with it", drop(hamer, neighbour, file) == 0 and hamer.shows("begin"))
    hamer.click("dossier")
    if hamer.shows("name.keep"):  # who works here is asked once
        hamer.fill("name", "Gijs Groen")
        hamer.click("name.keep")
    until("the list", lambda: hamer.shows("records.0"))
    expect("it is dropped", drop(hamer, neighbour, file) == 0)
    until("why it is not taken", lambda: hamer.shows("problem") and "Open eerst het dossier" in hamer.label("problem"))
    hamer.click("records.0")
    hamer.click("tab.1")
    until("the form", lambda: hamer.shows("save"))
    expect("it is dropped again", drop(hamer, neighbour, file) == 0)
    until("that it was added", lambda: hamer.shows("done") and "Bijlage toegevoegd" in hamer.label("done"))
    listed, = attachments(hamer, record)
    expect("with its own name and kind", (listed["name"], listed["type"]) == (file.name, "image/png"))
    paste(hamer, neighbour, record)
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("--neighbour", required=True)
    options = parser.parse_args()
    sys.exit(run(options, lambda hamer: journey(hamer, options.neighbour)))
