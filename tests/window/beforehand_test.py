"""Before and after an incident in the real window: a signal is begun by mouse and keyboard, a day that is none is refused, the
window is killed over what is typed and finds it again, and the year's report is written. Exit status 0 when all of it holds.
"""
import datetime
import json
import pathlib
import sys

from desktop import until
from journey import arguments, expect, run


def records(hamer):
    return json.loads(hamer.run("record", "list", "--json").stdout or "[]")


def fill(hamer, key, text, area="form"):
    hamer.bring_down_to(key, area)
    hamer.click(key)
    hamer.desktop.key("ctrl+a")
    hamer.desktop.type(text)


def begin(hamer):
    hamer.click("dossier")
    if hamer.shows("name.keep"):  # who works here is asked once
        hamer.fill("name", "Gijs Groen")
        hamer.click("name.keep")
    hamer.click("new")
    hamer.click("fresh.kind.1")
    hamer.click("fresh.affected.0")
    fill(hamer, "fresh.what", "dreigende berichten over de opvang", "fresh")
    fill(hamer, "fresh.time", "25:00", "fresh")
    hamer.desktop.key("Return")
    until("why it is not begun", lambda: "25:00" in hamer.label("fresh.time.below"))
    expect("no record of a time that is none", records(hamer) == [])
    fill(hamer, "fresh.time", "00:00", "fresh")
    hamer.tab_to("fresh.make")
    hamer.desktop.key("Return")
    until("its form", lambda: hamer.shows("reporter.name"))
    expect("a signal is in the register", [one["kind"] for one in records(hamer)] == ["signal"])


def typed_is_found_again_after_a_kill(hamer):
    fill(hamer, "signal.meeting", "opvang in de wijk")
    fill(hamer, "signal.talked", "31-02-2026")
    record = records(hamer)[0]["id"]
    until("the draft on the disk", lambda: any(pathlib.Path(hamer.folder).glob("data/drafts/*")))
    hamer.kill()
    hamer.start()
    hamer.click("dossier")
    hamer.click("records.0")
    hamer.click("tab.1")
    hamer.bring_down_to("signal.talked", "form")
    expect("the day that there is not is still said to be none", "bestaat niet" in hamer.label("signal.talked.below"))
    expect("and nothing can be saved over it", not hamer.seen()["save"].enabled)
    fill(hamer, "signal.talked", datetime.date.today().strftime("%d-%m-%Y"))
    hamer.click("save")

    def saved():
        dossier = json.loads(hamer.run("record", "show", record).stdout)["dossier"]
        return dossier["signal"].get("talked") and dossier["signal"].get("meeting") == "opvang in de wijk"
    until("it saved, with what was typed before the kill", saved)


def the_year_is_written(hamer):
    hamer.click("list.4")
    until("the numbers", lambda: hamer.shows("totals.records"))
    expect("a signal is no incident", hamer.label("totals.records").endswith(": 0"))
    hamer.click("totals.year.1")
    until("those of a year", lambda: hamer.shows("totals.records") and "twee jaar" not in hamer.label("totals.records"))
    hamer.bring_down_to("year.pdf", "totals")
    hamer.click("year.pdf")
    until("the report", lambda: list(pathlib.Path(hamer.folder).glob("data/reports/Incidenten *.pdf")))


def journey(hamer):
    hamer.start()
    begin(hamer)
    typed_is_found_again_after_a_kill(hamer)
    the_year_is_written(hamer)
    expect("closing the window ends the program with status 0", hamer.close() == 0)


if __name__ == "__main__":
    sys.exit(run(arguments(__doc__).parse_args(), journey))
