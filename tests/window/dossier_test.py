"""The clerk's evening in the real window: a meeting is played, put away, its record completed by mouse and keyboard, and
delivered into a folder while the window is open. Exit status 0 when all of it holds.
"""
import json
import pathlib
import sys

from desktop import until
from journey import BEGUN, SCENARIO_B, arguments, expect, run


def play(hamer):
    hamer.fill("meeting.name", "Raadsvergadering")
    hamer.fill("meeting.room", "Raadzaal")
    hamer.click("begin")
    until("the session", lambda: len(hamer.log()) == BEGUN)
    for key, event in SCENARIO_B + [("broadcast.end", "broadcast.end"), ("charges.decide", "charges.decide")]:
        hamer.tap(key, event)
    until("the record in the register", lambda: records(hamer))
    hamer.click("put-away", len(hamer.log()))


def records(hamer):
    return json.loads(hamer.run("record", "list", "--json").stdout or "[]")


def reach(hamer, key):
    hamer.bring_down_to(key, "form")
    hamer.click(key)


def fill(hamer, key, text):
    reach(hamer, key)
    hamer.desktop.type(text)


def fill_in(hamer, day):
    """The form of a record of this day, which is open."""
    reach(hamer, "conduct.c")
    reach(hamer, "channel.0")
    fill(hamer, "manner", "roepen")
    fill(hamer, "reason", "woningbouw")
    reach(hamer, "damage.1")
    reach(hamer, "person.add.disturber")
    fill(hamer, "person.0.name", "J. de Vries")
    reach(hamer, "repetition.0")
    for who in ("clerk", "mayor", "adviser"):
        reach(hamer, "informed." + who)
    year, month, day = day.split("-")
    fill(hamer, "gir.number", "2026-0312")
    fill(hamer, "gir.date", f"{day}-{month}-{year}")
    reach(hamer, "no_measures")
    fill(hamer, "no_measures_why", "hij bood zijn excuses aan")
    if "charges.0" in hamer.seen():
        reach(hamer, "charges.2")
    if "police.by" in hamer.seen():
        fill(hamer, "police.by", "de griffier")
        reach(hamer, "police.may_be_told.1")
    fill(hamer, "spokesperson", "woordvoerder van de raad")


def complete(hamer):
    hamer.click("dossier")
    hamer.click("records.0")
    hamer.click("tab.1")
    fill_in(hamer, records(hamer)[0]["started"][:10])
    hamer.click("complete")
    until("a complete record", lambda: records(hamer)[0]["status"] == "complete")


def journey(hamer):
    folder = pathlib.Path(hamer.folder) / "data" / "uit"
    folder.mkdir(parents=True)
    config = pathlib.Path(hamer.words[hamer.words.index("--config") + 1]).resolve()
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings.pop("$schema")
    settings["procedure"] = str(config.parent / settings["procedure"])
    settings["deliver"] = {"folder": "uit"}
    own = pathlib.Path(hamer.folder) / "hamer.json"
    own.write_text(json.dumps(settings), encoding="utf-8")
    hamer.words[hamer.words.index("--config") + 1] = str(own)
    hamer.start()
    play(hamer)
    complete(hamer)
    record = records(hamer)[0]["id"]
    until("the record and its report in the folder",
          lambda: {path.suffix for path in folder.glob(record + "-r*")} == {".json", ".pdf"})
    hamer.click("list.2")
    until("the delivery on the screen",
          lambda: hamer.shows("deliveries.0") and "afgeleverd" in hamer.label("deliveries.0"))
    hamer.click("back")
    until("the preparation", lambda: hamer.shows("begin"))
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), journey))
