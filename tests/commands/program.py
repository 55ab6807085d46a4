"""The installed command, started as a user starts it, on a data folder of its own."""
import json
import os
import subprocess
import tempfile

MEETING_B = "scenarios/demonstration.jsonl"

COMPLETE = {
    "conduct": ["c", "d-threat"],
    "channel": "face-to-face",
    "place": "publieke tribune",
    "manner": "roepen en dreigen",
    "reason": "woningbouw",
    "persons": [
        {"id": "p1", "role": "disturber", "known": True, "name": "Zebediah Quist", "address": "Kraaienstraat 9"},
        {"id": "p2", "role": "affected", "office": "council-member"},
    ],
    "damage": False,
    "repetition": "first",
    "informed": [
        {"who": who, "at": "2026-03-12T23:00:00+01:00", "by": "griffier"}
        for who in ("clerk", "mayor", "adviser", "police", "prosecutor")
    ],
    "gir": {"number": "2026-0312", "date": "2026-03-12"},
    "hearing": {"held": True, "text": "hij heeft spijt"},
    "measures": [{"kind": "written-warning", "person": "p1"}],
    "police_file": {"by": "het raadslid", "may_be_told": False},
    "communication": {"spokesperson": "woordvoerder van de raad", "agreed_with_affected": True},
    "aftercare": [{"person": "p2", "offered": "accepted", "by": "griffier"}],
}


class Program:
    def __init__(self, hamer, source):
        self.hamer = hamer
        self.source = source
        self.folder = tempfile.TemporaryDirectory(prefix="hamer-commands-")
        self.data = self.folder.name + "/data"
        self.state_home = self.folder.name + "/state"
        self.state = self.state_home + "/hamer"  # the device's own, where its key and its marks are
        self.config = source + "/config/hamer.json"
        if "HAMER_TEST_SERVER" in os.environ:
            self.settings(register=os.environ["HAMER_TEST_SERVER"])

    def settings(self, **changes):
        """The shipped settings with some changed, from now on."""
        with open(self.source + "/config/hamer.json", encoding="utf-8") as file:
            settings = json.load(file)
        settings.pop("$schema")
        settings["procedure"] = os.path.join(self.source, "config", settings["procedure"])
        settings.update(changes)
        self.config = self.folder.name + "/hamer.json"
        with open(self.config, "w", encoding="utf-8") as file:
            json.dump(settings, file)

    def words(self, *arguments):
        return [self.hamer, "--data", self.data, "--config", self.config, *arguments]

    def environment(self):
        """Nothing is written in the folders of who runs the tests."""
        os.makedirs(self.folder.name + "/run", mode=0o700, exist_ok=True)
        return {**os.environ, "TZ": "Europe/Amsterdam", "XDG_STATE_HOME": self.state_home,
                "XDG_RUNTIME_DIR": self.folder.name + "/run"}

    def run(self, *arguments, text="", status=0):
        """What it printed; the exit status must be the one expected, or any for None."""
        done = subprocess.run(self.words(*arguments), input=text, capture_output=True, text=True, check=False,
                              env=self.environment())
        self.errors = done.stderr
        assert status in (None, done.returncode), (arguments, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def json(self, *arguments, status=0):
        return json.loads(self.run(*arguments, "--json", status=status))

    def meeting(self):
        """Scenario B from beginning to end; gives the id of its record."""
        with open(os.path.join(self.source, MEETING_B), encoding="utf-8") as file:
            self.run("walk", text=file.read())
        return self.json("record", "list")[0]["id"]
