"""A complete record as a zaak with its documents in a case system: once, whatever fails in between."""
import base64
import json
import os
import sys

from beforehand_test import SIGNAL
from case_system import SECRET, CaseSystem
from program import COMPLETE, Program


def prepared(hamer, source, **changes):
    program, system = Program(hamer, source), CaseSystem()
    secret = program.folder.name + "/secret"
    with open(os.open(secret, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(SECRET + "\n")
    program.settings(deliver={"zgw": system.target(secret, **changes)})
    return program, system, secret


def complete_one(program):
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    program.run("record", "complete", record, "--by", "Gijs")
    return record


def bytes_of(document):
    return base64.b64decode(document["inhoud"])


def a_record_is_a_zaak_with_its_documents(hamer, source):
    program, system, _ = prepared(hamer, source)
    record = complete_one(program)
    delivered = program.json("deliver")
    assert [(one["target"], one["state"]) for one in delivered] == [("zgw", "delivered")], delivered
    assert system.broken == [], system.broken
    zaak, = system.things["zaken"]
    assert zaak["identificatie"] == record and zaak["startdatum"] == "2026-03-12", zaak
    assert zaak["vertrouwelijkheidaanduiding"] == "vertrouwelijk"
    report, data = system.things["enkelvoudiginformatieobjecten"]
    assert bytes_of(report).startswith(b"%PDF-") and report["formaat"] == "application/pdf", report["formaat"]
    stored = json.loads(program.run("record", "show", record))
    assert json.loads(bytes_of(data)) == stored
    links = system.things["zaakinformatieobjecten"]
    assert {(one["zaak"], one["informatieobject"]) for one in links} == {(zaak["url"], report["url"]), (zaak["url"], data["url"])}
    status, = system.things["statussen"]
    assert status["zaak"] == zaak["url"] and status["statustype"].endswith("/statustypen/1")
    # Whoever sees a list of zaken or documents learns of no person.
    shown = json.dumps([zaak, links, status, {**report, "inhoud": ""}, {**data, "inhoud": ""}])
    assert not any(name in shown for name in ("Quist", "Kraaienstraat", "Gijs")), shown


def a_revision_is_another_document_of_the_same_zaak(hamer, source):
    program, system, _ = prepared(hamer, source)
    record = complete_one(program)
    program.run("deliver")
    # Who handles it there went on meanwhile.
    system.things["statussen"][0]["statustype"] = "in behandeling"
    program.run("record", "set", record, text=json.dumps({"reason": "parkeren"}))
    program.run("deliver")
    assert len(system.things["zaken"]) == 1 and len(system.things["statussen"]) == 1
    names = [one["identificatie"] for one in system.things["enkelvoudiginformatieobjecten"]]
    assert len(names) == 4 == len(set(names)) and len(system.things["zaakinformatieobjecten"]) == 4, names
    latest = [one for one in system.things["enkelvoudiginformatieobjecten"] if one["formaat"] == "application/json"][-1]
    assert json.loads(bytes_of(latest))["dossier"]["reason"] == "parkeren"


def it_comes_once_whatever_fails(hamer, source):
    """At each request in turn, before and after it was done."""
    for trouble in (500, 503, "close before", "close after"):
        program, system, _ = prepared(hamer, source)
        system.trouble = trouble
        complete_one(program)
        failed = 0
        while True:
            system.fails_at = failed + 1
            state, = program.json("deliver", "--retry", status=None)
            if state["state"] == "delivered":
                break
            assert state["state"] == "waiting" and state["problem"], state
            failed += 1
        assert failed >= 6, "it asks and makes one thing after another"
        assert system.broken == [], system.broken
        counts = {name: len(things) for name, things in system.things.items()}
        assert counts == {"zaken": 1, "zaakinformatieobjecten": 2, "statussen": 1, "enkelvoudiginformatieobjecten": 2}, (trouble, counts)


def what_another_desk_made_meanwhile_is_taken(hamer, source):
    program, system, _ = prepared(hamer, source)
    complete_one(program)
    program.run("deliver")
    before = {name: len(things) for name, things in system.things.items()}
    again, = program.json("deliver", "--list")
    assert again["state"] == "delivered"
    # The same record from another place: each list comes too late to show what the first desk made.
    other = Program(hamer, source)
    with open(program.config, encoding="utf-8") as file:
        other.settings(deliver=json.load(file)["deliver"])
    os.makedirs(other.data, exist_ok=True)
    with open(program.data + "/register.db", "rb") as file, open(other.data + "/register.db", "wb") as copy:
        copy.write(file.read())
    import sqlite3
    with sqlite3.connect(other.data + "/register.db") as register:
        register.execute("UPDATE delivery SET state = 'waiting', delivered_at = NULL, next_ms = 0")
    for name in before:
        system.blind.add(name)
    assert [one["state"] for one in other.json("deliver", "--retry")] == ["delivered"]
    assert {name: len(things) for name, things in system.things.items()} == before and system.blind == set()


def a_document_of_that_name_with_other_contents_is_left(hamer, source):
    program, system, _ = prepared(hamer, source)
    record = complete_one(program)
    program.run("deliver")
    document = [one for one in system.things["enkelvoudiginformatieobjecten"] if one["formaat"] == "application/json"][0]
    document["integriteit"]["waarde"] = "0" * 64
    program.run("record", "set", record, text=json.dumps({"reason": "parkeren"}))
    document["identificatie"] = document["identificatie"].replace("-r" + document["identificatie"].rpartition("-r")[2],
                                                                  f"-r{json.loads(program.run('record', 'show', record))['revision']}")
    parked = program.json("deliver", status=1)
    parked = [one for one in parked if one["state"] == "parked"][0]
    assert "met een andere inhoud" in parked["problem"] and document["identificatie"] in parked["problem"], parked
    assert document["integriteit"]["waarde"] == "0" * 64
    assert "with other contents" in program.run("deliver", "--retry", "--lang", "en", status=1)


def a_refusal_says_why_and_waits_for_a_person(hamer, source):
    program, system, secret = prepared(hamer, source)
    complete_one(program)
    system.reason = (400, {"title": "Invalid input.", "status": 400, "code": "invalid", "detail": "", "instance": "",
                           "invalidParams": [{"name": "zaaktype", "code": "not-published", "reason": "Het zaaktype is een concept."}]})
    parked, = program.json("deliver", status=1)
    assert parked["state"] == "parked" and "zaaktype: Het zaaktype is een concept." in parked["problem"], parked
    system.reason = None
    with open(secret, "w", encoding="utf-8") as file:
        file.write("een ander geheim")
    assert "Je hebt geen toestemming" in program.run("deliver", "--retry", status=1)
    with open(secret, "w", encoding="utf-8") as file:
        file.write(SECRET)
    for page in (b"<html><body>Inloggen</body></html>", b"{}", b"[3]", b""):
        system.page = page
        shown = program.run("deliver", "--retry", status=1)
        assert "geen van een zaaksysteem" in shown and "deliver.zgw" in shown, (page, shown)
    system.page = None
    os.chmod(secret, 0o644)
    assert "wacht" in program.run("deliver", "--retry", status=1)
    os.chmod(secret, 0o600)
    program.run("deliver", "--retry")
    assert len(system.things["zaken"]) == 1


def a_list_of_others_is_not_taken_for_its_own(hamer, source):
    """A server that does not look at what it was asked for gives the first that it has."""
    program, system, _ = prepared(hamer, source)
    record = complete_one(program)
    for name in ("zaken", "enkelvoudiginformatieobjecten"):
        system.things[name].append({"url": system.url + "/x/1", "identificatie": "ZAAK-1", "bronorganisatie": "111222333"})
    found = system.found
    system.found = lambda name, query: (200, {"results": system.things[name]}) if name in ("zaken", "enkelvoudiginformatieobjecten") else found(name, query)
    program.run("deliver")
    assert [one["identificatie"] for one in system.things["zaken"]] == ["ZAAK-1", record]
    assert {one["zaak"] for one in system.things["zaakinformatieobjecten"]} == {system.things["zaken"][1]["url"]}


def files_beside_a_record_go_along_without_their_own_names(hamer, source):
    program, system, _ = prepared(hamer, source, statustype=None)
    with open(program.config, encoding="utf-8") as file:
        settings = json.load(file)
    del settings["deliver"]["zgw"]["statustype"]
    program.settings(deliver=settings["deliver"])
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    picture = program.folder.name + "/foto van Quist.png"
    with open(picture, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    program.run("record", "attach", record, picture)
    program.run("record", "complete", record, "--by", "Gijs")
    program.run("deliver")
    added, = [one for one in system.things["enkelvoudiginformatieobjecten"] if one["formaat"] == "image/png"]
    assert bytes_of(added).startswith(b"\x89PNG") and len(bytes_of(added)) == 8 + 256 * 40
    assert "Quist" not in json.dumps({**added, "inhoud": ""}), added
    assert system.things["statussen"] == [] and system.broken == []
    program.run("record", "set", record, text=json.dumps({"reason": "parkeren"}))
    program.run("deliver")
    assert len([one for one in system.things["enkelvoudiginformatieobjecten"] if one["formaat"] == "image/png"]) == 1


def what_is_no_incident_makes_no_zaak(hamer, source):
    program, system, _ = prepared(hamer, source)
    signal = program.run("record", "new", "--signal", "--what", "dreigende berichten over de opvang", "--affected", "council-member",
                         "--started", "12-3-2026 10:00").strip()
    program.run("record", "set", signal, text=json.dumps({**SIGNAL, "signal": {**SIGNAL["signal"], "answered": "15-3-2026", "ended": "closed", "why": "niets aan de hand"}}))
    program.run("record", "complete", signal, "--by", "Gijs")
    assert program.json("deliver") == []
    assert system.things["zaken"] == [] and system.questions == []


def main(hamer, source):
    for test in (a_record_is_a_zaak_with_its_documents, a_revision_is_another_document_of_the_same_zaak,
                 it_comes_once_whatever_fails, what_another_desk_made_meanwhile_is_taken,
                 a_document_of_that_name_with_other_contents_is_left, a_refusal_says_why_and_waits_for_a_person,
                 a_list_of_others_is_not_taken_for_its_own, files_beside_a_record_go_along_without_their_own_names,
                 what_is_no_incident_makes_no_zaak):
        test(hamer, source)
        print(test.__name__)


if __name__ == "__main__":
    main(*sys.argv[1:])
