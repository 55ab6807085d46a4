"""One incident by real taps and keys, from the first signal to its erasing: the signal, the estimate of the evening's risks, the
meeting that it fills in, violence, the record, a letter, the evaluation, and away. Exit status 0 when all of it holds.
"""
import datetime
import json
import pathlib
import sys

import dossier_test
from beforehand_test import begin as begin_signal
from beforehand_test import fill
from desktop import until
from journey import BEGUN, SCENARIO_B, arguments, expect, run

NAME = "J. de Vries"


def listed(hamer, kind):
    return [one for one in json.loads(hamer.run("record", "list", "--json").stdout or "[]") if one["kind"] == kind]


def dossier_of(hamer, kind):
    record, = listed(hamer, kind)
    return json.loads(hamer.run("record", "show", record["id"]).stdout)["dossier"]


def open_record(hamer, words, tab):
    """The one of which the list says these words."""
    until("the lists", lambda: hamer.shows("list.0"))
    hamer.click("list.0")
    until(f"“{words}” in the list", lambda: any(words in hamer.label(f"records.{i}") for i in range(3) if hamer.shows(f"records.{i}")))
    hamer.click(next(f"records.{i}" for i in range(3) if hamer.shows(f"records.{i}") and words in hamer.label(f"records.{i}")))
    hamer.click(f"tab.{tab}")


def press(hamer, key):
    hamer.bring_down_to(key, "form")
    hamer.click(key)


def a_signal(hamer):
    begin_signal(hamer)
    today = datetime.date.today().strftime("%d-%m-%Y")
    fill(hamer, "signal.meeting", "opvang in de wijk")
    for field in ("signal.talked", "signal.answered"):
        fill(hamer, field, today)
    hamer.click("save")
    until("the signal saved", lambda: dossier_of(hamer, "signal")["signal"].get("answered"))


def an_estimate(hamer):
    hamer.click("new")
    hamer.click("fresh.kind.2")
    fill(hamer, "fresh.what", "Avond over de opvang", "fresh")
    fill(hamer, "fresh.date", datetime.date.today().strftime("%d-%m-%Y"), "fresh")
    hamer.tab_to("fresh.make")
    hamer.desktop.key("Return")
    until("its form", lambda: hamer.shows("estimate.day"))
    press(hamer, "estimate.kind.0")
    fill(hamer, "estimate.room", "Burgerzaal")
    press(hamer, "risk.0")  # the signal that is open
    press(hamer, "estimate.level.2")
    fill(hamer, "estimate.why", "dreigende berichten")
    press(hamer, "precaution.add.1")
    fill(hamer, "precaution.0.text", "wijkagent Jansen")
    hamer.click("save")
    until("the estimate saved", lambda: dossier_of(hamer, "estimate").get("precautions"))
    expect("it weighs the signal", dossier_of(hamer, "estimate")["estimate"]["considered"] == [listed(hamer, "signal")[0]["id"]])
    hamer.bring_down_to("estimate.prepare", "form")
    hamer.click("estimate.prepare")
    until("it put ready", lambda: (pathlib.Path(hamer.folder) / "data/prepared-meeting.json").exists())


def the_meeting(hamer):
    hamer.click("back")
    until("what was put ready", lambda: hamer.shows("prepared"))
    expect("closing the window ends the program with status 0", hamer.close() == 0)
    hamer.start()
    until("it again, after a start", lambda: hamer.shows("prepared"))
    said = hamer.label("prepared")
    expect("it says what the chair needs: " + said, "Risico: hoog." in said and "Politie: wijkagent Jansen." in said)
    hamer.click("begin")
    until("the session", lambda: len(hamer.log()) == BEGUN)
    opened = hamer.log()[0]["meeting"]
    expect("what was put ready was used", not (pathlib.Path(hamer.folder) / "data/prepared-meeting.json").exists())
    expect("it is the meeting of the estimate", (opened["name"], opened["room"]) == ("Avond over de opvang", "Burgerzaal"))
    for key, event in SCENARIO_B + [("broadcast.end", "broadcast.end"), ("charges.decide", "charges.decide")]:
        hamer.tap(key, event)
    until("its record", lambda: listed(hamer, "disturbance"))
    hamer.click("put-away", len(hamer.log()))


def the_record(hamer):
    hamer.click("dossier")
    open_record(hamer, "Avond over de opvang", 1)
    if not hamer.shows("conduct.c"):  # the estimate has that name too
        open_record(hamer, "verstoring", 1)
    dossier_test.fill_in(hamer, listed(hamer, "disturbance")[0]["started"][:10])
    hamer.click("complete")
    until("it complete", lambda: listed(hamer, "disturbance")[0]["status"] == "complete")


def the_letter_and_the_evaluation(hamer):
    hamer.click("tab.5")
    until("the letters", lambda: any(key.startswith("letter.persbericht") for key in hamer.seen()))
    hamer.click(next(key for key in hamer.seen() if key.startswith("letter.persbericht") and key.endswith("pdf")))
    until("the letter", lambda: list(pathlib.Path(hamer.folder).glob("data/reports/*ersbericht*.pdf")))
    hamer.click("tab.1")
    press(hamer, "evaluate")
    fill(hamer, "evaluation.date", datetime.date.today().strftime("%d-%m-%Y"))
    fill(hamer, "evaluation.present", "Gijs Groen")
    fill(hamer, "evaluation.better", "de deur stond open")
    hamer.click("save")
    until("the evaluation saved", lambda: dossier_of(hamer, "disturbance").get("evaluation", {}).get("better"))


def away(hamer):
    record = listed(hamer, "disturbance")[0]["id"]
    hamer.click("tab.0")
    hamer.hold("erase", seconds=2)
    until("it gone", lambda: not listed(hamer, "disturbance"))
    expect("the others are still there", listed(hamer, "signal") and listed(hamer, "estimate"))
    left = [path.name for path in (pathlib.Path(hamer.folder) / "data").rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]
    expect(f"nothing of {record} names anybody any more: {left}", left == [])


def journey(hamer):
    hamer.start()
    a_signal(hamer)
    an_estimate(hamer)
    the_meeting(hamer)
    the_record(hamer)
    the_letter_and_the_evaluation(hamer)
    away(hamer)
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), journey))
