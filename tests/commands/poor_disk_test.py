"""Disks and shares that lack what Unix has: modes, locks, second names, room; and what other programs leave there. What can
be done is done, and nothing half-made stays; what cannot is named, with advice that destroys nothing.

    poor_disk_test.py HAMER SOURCE POOR_DISK
"""
import json
import os
import pathlib
import sys
import tarfile

from program import COMPLETE, Program

HAMER, SOURCE, POOR_DISK = sys.argv[1:]
LINE = "deze schijf kent geen rechten"
DESTROYS = ("put back", "kopie terug")


class PoorProgram(Program):
    """`share` is on a disk that lacks what `lacks` names by its letters (poor_disk.cpp)."""

    def __init__(self, lacks=""):
        super().__init__(HAMER, SOURCE)
        self.share = pathlib.Path(self.folder.name, "share")
        self.share.mkdir()
        self.lacks = lacks

    def environment(self):
        # Where a sanitizer is in the program, it is content to be loaded behind it.
        more = {"LD_PRELOAD": POOR_DISK, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
                "HAMER_POOR_FOLDER": str(self.share), "HAMER_POOR_LACKS": self.lacks}
        return {**super().environment(), **(more if self.lacks else {})}

    def left(self):
        return sorted(path.name for path in self.share.rglob("*") if path.is_file())


def what_is_made_arrives(lacks, says_so):
    program = PoorProgram()
    (program.share / "in").mkdir()
    program.settings(deliver={"folder": str(program.share / "in")})
    record = program.meeting()
    session = record.rsplit("-", 1)[0]
    program.lacks = lacks
    program.run("sessions", "export", session, "-o", program.share / "avond.hamer")
    assert (LINE in program.errors) == says_so, (lacks, program.errors)
    for ending in ("pdf", "csv", "txt"):
        program.run("report", record, "-o", program.share / f"dossier.{ending}")
    program.run("report", record, "-o", program.share / "dossier.pdf", "--force")
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("record", "complete", record, "--by", "Gijs")
    program.run("deliver")
    name = next(path.stem for path in (program.share / "in").glob("*.json"))
    assert program.left() == sorted(["avond.hamer", "dossier.csv", "dossier.pdf", "dossier.txt", name + ".json",
                                     name + ".pdf"]), program.left()
    for path in program.share.rglob("*"):
        assert path.is_dir() or path.stat().st_mode & 0o777 == 0o600, path


def a_data_folder_without_modes_works(lacks, says_so):
    program = PoorProgram(lacks)
    program.data = str(program.share)
    program.share.chmod(0o755)  # as such a disk says of all its folders
    record = program.meeting()
    program.run("record", "set", record, text='{"reason": "woningbouw"}')
    assert (LINE in program.errors) == says_so, (lacks, program.errors)
    program.run("verify", record.rsplit("-", 1)[0])


def locks_that_are_not_there_are_named():
    for lacks in ("l", "L", "s"):
        program = PoorProgram(lacks)
        program.settings(register=str(program.share / "register.db"))
        program.run("record", "list", status=3)
        assert "op slot" in program.errors and "server" in program.errors, (lacks, program.errors)
        assert not any(words in program.errors for words in DESTROYS), program.errors
        assert "ander programma" not in program.errors, program.errors
    for lacks in ("l", "L"):
        program = PoorProgram(lacks)
        program.data = str(program.share)
        program.run("walk", text='{"do":"meeting.open"}\n', status=3)
        assert "op slot" in program.errors and "deze computer" in program.errors, program.errors


def nothing_half_made_stays():
    program = PoorProgram()
    (program.share / "in").mkdir()
    program.settings(deliver={"folder": str(program.share / "in")})
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("record", "complete", record, "--by", "Gijs")
    program.lacks = "f"
    program.run("report", record, "-o", program.share / "dossier.pdf", status=3)
    assert f"hamer: {program.share}/dossier.pdf: de schijf is vol" in program.errors, program.errors
    program.run("deliver", status=1)
    assert program.left() == [], program.left()
    program.lacks = ""
    program.run("deliver", "--retry")
    assert len(program.left()) == 2, program.left()


STRAYS = [".DS_Store", "Thumbs.db", "desktop.ini", "journal (conflicterende kopie van Vera 2026-03-12)", ".~lock.journal#",
          "private (1).jsonl", "procedure.sync-conflict-20260312-200000-ABCDEFG.json", "journal-LAPTOP7", "~$journal",
          "._journal"]


def what_other_programs_leave_is_no_part_of_a_session():
    program = PoorProgram()
    record = program.meeting()
    session = record.rsplit("-", 1)[0]
    folder = pathlib.Path(program.data, "sessions", session)
    before = {path.name for path in folder.iterdir()}
    for name in STRAYS:
        (folder / name).write_bytes(b"\0\1 of another program")
        (folder.parent / name).write_bytes(b"\0\1 of another program")
        pathlib.Path(program.data, name).write_bytes(b"\0\1 of another program")
    (folder / "@eaDir").mkdir()
    (folder / ".AppleDouble").mkdir()
    assert session in program.run("sessions")
    program.run("verify", session)
    program.run("record", "list")
    bundle = program.folder.name + "/avond.hamer"
    program.run("sessions", "export", session, "-o", bundle)
    with tarfile.open(bundle) as archive:
        packed = {name.split("/")[1] for name in archive.getnames()}
    assert packed <= before | {"SHA256SUMS", "origin.json"} and {"journal", "procedure.json"} <= packed, packed
    clerk = PoorProgram()
    clerk.run("sessions", "import", bundle)
    clerk.run("verify", session)
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("erase", record + "/p1", "--yes")
    assert (folder / ".DS_Store").exists(), "what is not Hamer's stays"


def main():
    for lacks, says_so in (("m", False), ("mh", False), ("M", True), ("Mh", True)):
        what_is_made_arrives(lacks, says_so)
        a_data_folder_without_modes_works(lacks, says_so)
    locks_that_are_not_there_are_named()
    nothing_half_made_stays()
    what_other_programs_leave_is_no_part_of_a_session()


if __name__ == "__main__":
    main()
