"""`hamer selftest` proves a machine: each check has its line, in both languages; what is wrong with a disk is found and is
status 1; the report tells nobody whose machine it was; and nothing is left in the data folder, whatever happens.

    selftest_test.py HAMER SOURCE POOR_DISK
"""
import getpass
import hashlib
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys

from program import Program

sys.path.append(str(pathlib.Path(__file__).parents[1] / "support"))
from small_disk import CannotMount, SmallDisk  # noqa: E402

HAMER, SOURCE, POOR_DISK = sys.argv[1:]
SUBJECTS = {"nl": ["venster", "aanraken", "plaats", "rechten", "ruimte", "schijf", "slot", "vervangen", "namen", "afbreken",
                   "letters", "klok"],
            "en": ["window", "touch", "place", "rights", "room", "disk", "lock", "replacing", "names", "kills", "fonts",
                   "clock"]}
WORDS = {"nl": ("goed", "let op", "niet goed", "niet geprobeerd"), "en": ("ok", "mind", "failed", "not tried")}


class Machine(Program):
    """Of somebody whose name is in the path of the data; on a disk that lacks what `lacks` names (poor_disk.cpp)."""

    def __init__(self, folder="data", lacks=""):
        super().__init__(HAMER, SOURCE)
        self.home = pathlib.Path(self.folder.name, "renee-van-dalem")
        self.home.mkdir()
        self.data = str(self.home / folder)
        self.lacks = lacks
        self.display = ""

    def environment(self):
        found = {**super().environment(), "HOME": str(self.home)}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            found.pop(name, None)
        if self.display:
            found["DISPLAY"] = self.display
        if self.lacks:
            # Where a sanitizer is in the program, it is content to be loaded behind it.
            found.update(LD_PRELOAD=POOR_DISK, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
                         HAMER_POOR_FOLDER=self.data, HAMER_POOR_LACKS=self.lacks)
        return found

    def test(self, *words, status=0, language="nl"):
        """The lines by their subject: the word before it, and what is behind it."""
        self.printed = self.run("--lang", language, "selftest", *words, status=status)
        lines = {}
        for line in self.printed.splitlines():
            found = re.match(rf"({'|'.join(WORDS[language])}) {{2,}}(\S+(?: \S+)*?)  +(.+)$", line)
            if found:
                lines[found[2]] = (found[1], found[3])
        return lines

    def start(self):
        return subprocess.Popen(self.words("selftest"), stdout=subprocess.PIPE, text=True, env=self.environment())

    def left(self):
        return sorted(path.name for path in pathlib.Path(self.data).glob(".*"))


def tree(folder):
    return {str(path): (path.stat().st_mtime_ns, path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest())
            for path in pathlib.Path(folder).rglob("*")}


def a_good_machine_passes_and_its_report_names_nobody():
    machine = Machine()
    report = pathlib.Path(machine.folder.name, "report.txt")
    lines = machine.test("-o", report)
    assert list(lines) == SUBJECTS["nl"], machine.printed
    assert {word for word, _ in lines.values()} <= {"goed", "let op", "niet geprobeerd"}, machine.printed
    assert lines["venster"] == ("niet geprobeerd", "er is hier geen beeldscherm"), lines
    for subject in ("slot", "vervangen", "namen", "afbreken", "letters", "klok", "rechten"):
        assert lines[subject][0] == "goed", (subject, lines[subject])
    assert re.search(r"100 keer een regel van \d+ bytes duurzaam: midden [\d,]+ ms, hoogste [\d,]+ ms; .*verhouding \d", lines["schijf"][1])
    assert re.match(r"20 keer .*: alle [1-9]\d+ bevestigde regels", lines["afbreken"][1]), lines["afbreken"]
    assert "tijdzone Europe/Amsterdam (UTC+0" in lines["klok"][1], lines["klok"]
    text = report.read_text(encoding="utf-8")
    assert text == machine.printed, "the report is what was printed"
    assert text.startswith("Hamer 0.") and "Linux" in text.splitlines()[1], text
    for name in (machine.folder.name, machine.home.name, socket.gethostname(), "/" + getpass.getuser()):
        assert name not in text, (name, text)
    assert not pathlib.Path(machine.data).exists(), "the data folder that had to be made is gone"
    assert not os.path.exists(machine.state), "and this device has no key for it"
    machine.run("selftest", "-o", report, status=2)
    assert "--force" in machine.errors, machine.errors


def beside_a_meeting_nothing_is_touched_and_a_synced_folder_is_named():
    machine = Machine("OneDrive - Gemeente Voorbeeld")
    with subprocess.Popen(machine.words("walk"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env=machine.environment()) as meeting:
        meeting.stdin.write('{"do":"meeting.open"}\n')
        meeting.stdin.flush()
        assert '"ok":true' in meeting.stdout.readline()
        before = tree(machine.data)
        lines = machine.test(language="en")
        assert list(lines) == SUBJECTS["en"], machine.printed
        assert lines["place"][0] == "mind" and "OneDrive" in lines["place"][1] and "--data" in lines["place"][1], lines
        assert "OneDrive" not in machine.errors, "said once, where it belongs"
        assert tree(machine.data) == before, "the session is as it was"
        meeting.stdin.write('{"do":"disturbance.report"}\n')
        assert '"ok":true' in meeting.communicate()[0], "and goes on"
        assert meeting.returncode == 0


def a_start_in_such_a_folder_is_warned_of_and_goes_on():
    for folder, warned in (("OneDrive - Gemeente Voorbeeld", True), ("dropbox", True), ("Dropboxen", False), ("data", False)):
        machine = Machine(folder)
        machine.run("walk", text='{"do":"meeting.open"}\n')
        assert ("gelijk met andere computers" in machine.errors) == warned, (folder, machine.errors)
        assert "computers" not in machine.run("sessions"), "what is read by programs stays as it is"
    machine = Machine(lacks="n")
    os.mkdir(machine.data, 0o700)
    machine.run("walk", text='{"do":"meeting.open"}\n')
    assert "op een andere computer (nfs)" in machine.errors, machine.errors


def what_is_wrong_with_a_disk_is_found():
    # Where nothing can be synced not even a folder is sure to be there.
    for lacks, wrong in (("y", ["gegevensmap"]), ("u", ["slot", "afbreken"]), ("e", ["afbreken"])):
        machine = Machine(lacks=lacks)
        os.mkdir(machine.data, 0o700)
        lines = machine.test(status=1)
        assert [subject for subject, (word, _) in lines.items() if word == "niet goed"] == wrong, (lacks, machine.printed)
        assert machine.home.name not in machine.printed, machine.printed
        assert machine.left() == [], (lacks, machine.left())
    for lacks in "kK":
        machine = Machine(lacks=lacks)
        os.mkdir(machine.data, 0o700)
        lines = machine.test()
        assert lines["plaats"][0] == "niet geprobeerd" and "zegt niet" in lines["plaats"][1], (lacks, machine.printed)
    machine = Machine(lacks="n")
    os.mkdir(machine.data, 0o755)
    lines = machine.test()
    assert lines["plaats"][0] == "let op" and "(nfs)" in lines["plaats"][1], machine.printed
    assert lines["rechten"][0] == "let op" and 'chmod 700 "<map>"' in lines["rechten"][1], machine.printed


def a_full_disk_is_found_and_left_as_it_was():
    machine = Machine()
    try:
        with SmallDisk(machine.data) as disk:
            disk.fill()
            lines = machine.test(status=1)
            assert lines["ruimte"][0] == "niet goed", machine.printed
            assert "schijf is vol" in machine.printed, machine.printed
            assert os.listdir(machine.data) == ["filler"], os.listdir(machine.data)
    except CannotMount as why:
        print(f"left out: no disk can be mounted here: {why}")


def wait_for(test, subject):
    """Until it printed that line."""
    while not re.match(rf"goed +{subject} ", test.stdout.readline()):
        assert test.poll() is None, subject


def one_that_is_broken_off_leaves_nothing_and_the_next_takes_away_what_a_killed_one_left():
    machine = Machine()
    os.mkdir(machine.data, 0o700)
    with machine.start() as test:
        wait_for(test, "namen")
        test.send_signal(signal.SIGINT)
        rest = test.stdout.read()
    assert test.returncode == 1 and "afgebroken: dit is niet alles" in rest, (test.returncode, rest)
    assert machine.left() == [], machine.left()
    with machine.start() as test:
        wait_for(test, "namen")
        test.kill()
    assert len(machine.left()) == 1, machine.left()
    # A writer whose test is gone ends by itself; while it still writes its folder may come back, for the next one.
    for _ in range(3):
        machine.test()
        if not machine.left():
            return
    assert machine.left() == [], machine.left()


def a_part_of_it_works_on_no_folder_of_sessions():
    machine = Machine()
    os.mkdir(machine.data, 0o700)
    for part in ("write", "lock"):
        machine.run("selftest", "--part", part, status=2)
        assert "hamer selftest" in machine.errors and not os.listdir(machine.data), machine.errors


def a_window_that_cannot_come_names_no_machine():
    machine = Machine()
    # Of a machine's own kind of connection, so that no network is asked for the name.
    machine.display = "unix/griffie-pc:33"
    report = pathlib.Path(machine.folder.name, "report.txt")
    for language, says in (("nl", "er is hier geen beeldscherm"), ("en", "there is no display here")):
        word, said = machine.test("--window", "-o", report, "--force", language=language, status=1)["venster" if language == "nl" else "window"]
        assert word == WORDS[language][2] and says in said, machine.printed
        text = report.read_text(encoding="utf-8")
        assert "griffie-pc" not in text and text == machine.printed, text


def main():
    a_good_machine_passes_and_its_report_names_nobody()
    beside_a_meeting_nothing_is_touched_and_a_synced_folder_is_named()
    a_start_in_such_a_folder_is_warned_of_and_goes_on()
    what_is_wrong_with_a_disk_is_found()
    a_full_disk_is_found_and_left_as_it_was()
    one_that_is_broken_off_leaves_nothing_and_the_next_takes_away_what_a_killed_one_left()
    a_part_of_it_works_on_no_folder_of_sessions()
    a_window_that_cannot_come_names_no_machine()


if __name__ == "__main__":
    main()
