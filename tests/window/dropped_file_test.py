"""A file is dragged from another program onto the real window: it is put to the record that is open, and refused in words where
none is. Exit status 0 when all of it holds.
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
    listed, = json.loads(hamer.run("record", "attachments", record, "--json").stdout)
    expect("with its own name and kind", (listed["name"], listed["type"]) == (file.name, "image/png"))
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("--neighbour", required=True)
    options = parser.parse_args()
    sys.exit(run(options, lambda hamer: journey(hamer, options.neighbour)))
