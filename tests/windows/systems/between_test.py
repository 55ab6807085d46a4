"""What one system makes the other reads as its own: a meeting is held on Windows and carried to Linux, and the other way round. The
session's files are the same bytes there, its log is the same, Hamer and the script without Hamer find it whole, and its papers
have the same pages.

    between_test.py HAMER_FOR_WINDOWS HAMER SOURCE
"""
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "commands"))
from program import Program  # noqa: E402

SKIPPED = 77
OF_THE_COPY = {"lock", "origin.json"}  # who has it open, and whose it is


def expect(what, holds):
    print(("ok: " if holds else "NOT: ") + what, flush=True)
    if not holds:
        raise SystemExit(1)


def files_of(program, session):
    folder = pathlib.Path(program.data, "sessions", session)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in OF_THE_COPY}


def pages_of(paper):
    """What the paper shows, in so many dots, and its words."""
    drawn = subprocess.run(["pdftoppm", "-r", "60", paper], capture_output=True, check=True).stdout
    return drawn, subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout


def carry(maker, takers, way):
    """The meeting is held by one, and imported by one of each system."""
    session = maker.meeting().rpartition("-")[0]
    bundle = f"{maker.folder.name}/evening.hamer"
    maker.run("sessions", "export", session, "-o", bundle)
    script = os.path.join(maker.source, "docs/verify_journal.py")
    for taker in takers:
        taker.run("sessions", "import", bundle)
        expect(f"{way}: the same files, byte for byte", files_of(taker, session) == files_of(maker, session))
        expect(f"{way}: the same log", taker.run("log", session, "--format", "json") == maker.run("log", session, "--format", "json"))
        taker.run("verify", session)
        done = subprocess.run([sys.executable, script, f"{taker.data}/sessions/{session}"], capture_output=True, text=True, check=False)
        expect(f"{way}: whole without Hamer too: {done.stdout.strip()}", done.returncode == 0)
    for kind in ("txt", "csv", "pdf"):
        papers = [f"{taker.folder.name}/record.{kind}" for taker in takers]
        for taker, paper in zip(takers, papers):
            taker.run("report", f"{session}-1", "-o", paper)
        one, other = (pages_of(paper) if kind == "pdf" else pathlib.Path(paper).read_bytes() for paper in papers)
        expect(f"{way}: the same {kind} on both", one == other)


def main():
    windows, linux, source = sys.argv[1:]
    if not os.access(linux, os.X_OK):
        print(f"skipped: {linux} is not built")
        return SKIPPED
    for maker, way in ((windows, "from Windows"), (linux, "from Linux")):
        carry(Program(maker, source), [Program(windows, source), Program(linux, source)], way)
    return 0


if __name__ == "__main__":
    sys.exit(main())
