"""`hamer procedure draw`: a picture by Graphviz' `dot`, or the text that it draws. What a procedure says stays text, no shell
reads a name, and a sentence says that there is no `dot`.

    draw_test.py HAMER SOURCE
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

HAMER, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="hamer-draw-"))
LEIDEN = SOURCE / "config/procedures/leiden-2025.json"
ALL = sorted((SOURCE / "config/procedures").glob("*.json"))


def draw(*words, path="/usr/bin:/bin", status=0):
    environment = {"HOME": str(FOLDER), "PATH": str(path), "TMPDIR": str(FOLDER / "temporary")}
    pathlib.Path(environment["TMPDIR"]).mkdir(exist_ok=True)
    done = subprocess.run([HAMER, "--config", SOURCE / "config/hamer.json", *words], capture_output=True, text=True,
                          env=environment)
    assert done.returncode == status, (words, done)
    assert not list(pathlib.Path(environment["TMPDIR"]).iterdir()), "nothing of the drawing is left behind"
    return done


def words_of(svg):
    return [text.text for text in xml.etree.ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def fake_dot(script):
    """A folder with a program `dot` of our own."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=FOLDER))
    (folder / "dot").write_text("#!/bin/sh\n" + script)
    (folder / "dot").chmod(0o755)
    return folder


def text_of_each():
    for file in ALL:
        for language in ("nl", "en"):
            output = FOLDER / f"{file.stem}-{language}.dot"
            draw("--lang", language, "procedure", "draw", file, "-o", output)
            text = output.read_text()
            procedure = json.loads(file.read_text())
            assert text.count("subgraph cluster_") == len(procedure["regions"])
            for region in procedure["regions"].values():
                for state in region["states"].values():
                    assert '"' + state["meta"]["label"][language].replace("&", "&amp;") + '"' in text, (file, state)


def pictures():
    if not shutil.which("dot", path="/usr/bin:/bin"):
        print("skipped: no dot here")
        return
    printed = draw("--lang", "nl", "procedure", "draw", LEIDEN).stdout
    output = FOLDER / "leiden.svg"
    draw("--lang", "nl", "procedure", "draw", "-o", output)
    assert output.read_text() == printed, "on standard output stands what the file has, and Leiden's is in use"
    words = words_of(printed)
    for label in ("Geschorst", "Vergadering geschorst", "Verzoek uitgesproken", "→ Pauze gevraagd", "uitzending"):
        assert label in words, (label, words)
    english = words_of(draw("--lang", "en", "procedure", "draw", LEIDEN).stdout)
    assert "Meeting suspended" in english and "Vergadering geschorst" not in english
    # What a file from elsewhere says is drawn as it is written.
    hostile = json.loads(LEIDEN.read_text())
    hostile["regions"]["meeting"]["states"]["running"]["meta"]["label"]["nl"] = 'a"; b [URL="x"] \\N \\G &lt; <b>'
    (FOLDER / "hostile.json").write_text(json.dumps(hostile))
    words = words_of(draw("--lang", "nl", "procedure", "draw", FOLDER / "hostile.json").stdout)
    assert 'a"; b [URL="x"] \\N \\G &lt; <b>' in words, words


def committed_pictures():
    """Those in docs/pictures/ say what the procedures say today, however this machine's dot would place it."""
    if not shutil.which("dot", path="/usr/bin:/bin"):
        print("skipped: no dot here")
        return
    for file in ALL:
        kept = words_of((SOURCE / f"docs/pictures/procedure-{file.stem}.svg").read_text())
        drawn = words_of(draw("--lang", "nl", "procedure", "draw", file).stdout)
        assert sorted(kept) == sorted(drawn), f"draw {file.stem} anew: hamer --lang nl --force procedure draw … -o …"


def no_shell():
    noted = FOLDER / "noted"
    folder = fake_dot(f'for word in "$@"; do echo "$word" >> {noted}; done; cp /dev/null "$3"; echo "<svg/>" > "$3"\n')
    name = FOLDER / "$(touch x);`touch y` z.svg"
    draw("procedure", "draw", LEIDEN, "-o", name, path=f"{folder}:/usr/bin:/bin")
    assert name.read_text() == "<svg/>\n"
    assert not (FOLDER / "x").exists() and not pathlib.Path("x").exists() and not pathlib.Path("y").exists()
    given = noted.read_text().splitlines()
    assert given[:2] == ["-Tsvg", "-o"] and len(given) == 4 and "touch" not in noted.read_text(), given


def without_dot():
    for language, words in (("nl", "Installeer het pakket graphviz"), ("en", "Install the package graphviz")):
        done = draw("--lang", language, "procedure", "draw", LEIDEN, "-o", FOLDER / "none.svg", path=FOLDER, status=1)
        assert words in done.stderr and done.stderr.startswith("hamer: dot: ") and done.stderr.count("\n") == 1, done.stderr
        assert not (FOLDER / "none.svg").exists()
    broken = draw("procedure", "draw", LEIDEN, path=fake_dot("exit 3\n"), status=1)
    assert "graphviz" in broken.stderr and broken.stdout == ""
    draw("procedure", "draw", LEIDEN, "-o", FOLDER / "without.dot", path=FOLDER)  # the text needs none


def refused():
    there = FOLDER / "there.dot"
    there.write_text("mine")
    done = draw("procedure", "draw", LEIDEN, "-o", there, status=2)
    assert there.read_text() == "mine" and "--force" in done.stderr
    draw("--force", "procedure", "draw", LEIDEN, "-o", there)
    assert there.read_text().startswith("digraph")
    done = draw("--lang", "en", "procedure", "draw", LEIDEN, "-o", FOLDER / "x.png", status=2)
    assert ".svg or .dot" in done.stderr, done.stderr
    assert "nope.json" in draw("procedure", "draw", FOLDER / "nope.json", status=2).stderr
    (FOLDER / "bad.json").write_text("{}")
    assert "bad.json" in draw("procedure", "draw", FOLDER / "bad.json", status=2).stderr


def main():
    for case in (text_of_each, pictures, committed_pictures, no_shell, without_dot, refused):
        case()
        print("ok:", case.__name__, flush=True)


main()
