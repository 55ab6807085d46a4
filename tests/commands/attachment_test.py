"""Files beside a record: put there, listed, taken out byte for byte, delivered, and erased with nothing of them left."""
import base64
import hashlib
import json
import os
import sqlite3
import sys

from program import COMPLETE, Program

PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(range(256)) * 40
NAME = "dreigbericht van Quist.png"


def in_files(program, part):
    """Whether the register has these bytes, in base64."""
    text = base64.b64encode(part)[40:200]
    for name in os.listdir(program.data):
        if name.startswith("register"):
            with open(os.path.join(program.data, name), "rb") as file:
                if text in file.read():
                    return True
    return False


def file_with(program, name, data):
    path = os.path.join(program.folder.name, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def puts_and_takes(program, record):
    picture = file_with(program, NAME, PNG)
    before = program.json("record", "list")[0]["revision"]
    one = program.run("record", "attach", record, picture, "--remark", "van sociale media").strip()
    assert program.json("record", "list")[0]["revision"] == before + 1
    listed, = program.json("record", "attachments", record)
    assert (listed["id"], listed["name"], listed["type"], listed["size"]) == (one, NAME, "image/png", len(PNG)), listed
    assert listed["sha256"] == hashlib.sha256(PNG).hexdigest() and listed["remark"] == "van sociale media"
    out = program.folder.name + "/terug.png"
    program.run("record", "attachments", record, one, "-o", out)
    with open(out, "rb") as file:
        assert file.read() == PNG
    program.run("record", "attachments", record, one, "-o", out, status=2)  # it is there already
    program.run("record", "attachments", record, one, status=2)
    program.run("record", "attachments", record, "b00000000", "-o", out + "x", status=1)
    program.run("record", "attach", record, picture, status=1)
    assert one in program.errors, "the same file is there already: " + program.errors
    program.run("record", "attach", record, file_with(program, "leeg", b""), status=1)
    program.run("record", "attach", record, program.folder.name, status=2)
    program.run("record", "attach", record, file_with(program, "groot", bytes(20 * 2**20 + 1)), status=2)
    assert "groot" in program.errors, program.errors
    program.settings(attachment_megabytes=1)
    program.run("record", "attach", record, file_with(program, "ruim", bytes(2**20 + 1)), status=2)
    program.settings()
    program.run("record", "attach", "nobody-1", picture, status=1)
    assert program.json("register", "search", "dreigbericht")
    program.run("record", "attach", record, file_with(program, "brief.txt", "Beste raad".encode()))
    assert [row["type"] for row in program.json("record", "attachments", record)] == ["image/png", "text/plain"]
    return one


def a_patch_cannot_make_or_change_one(program, record, one):
    known = program.json("record", "attachments", record)
    fake = {"id": "b1", "name": "x", "type": "image/png", "size": 1, "at": known[0]["at"]}
    for attachments in ([], [fake], known + [fake], [{**known[0], "name": "anders"}, known[1]]):
        program.run("record", "set", record, text=json.dumps({"attachments": attachments}), status=1)
    known[0]["remark"] = "van het internet"
    known = [{key: value for key, value in row.items() if value != ""} for row in known]
    program.run("record", "set", record, text=json.dumps({"attachments": known}))
    assert program.json("record", "attachments", record)[0]["remark"] == "van het internet"
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    assert len(program.json("record", "attachments", record)) == 2, "what does not name them leaves them"


def goes_with_a_delivery(program, record):
    folder = program.folder.name + "/postvak"
    os.makedirs(folder)
    program.settings(deliver={"folder": folder})
    program.run("record", "complete", record, "--by", "Gijs")
    delivered = file_with(program, "postvak/" + hashlib.sha256(PNG).hexdigest() + ".png", b"van een ander")
    program.run("deliver", "--wait", status=1)
    with open(delivered, "rb") as file:
        assert file.read() == b"van een ander", "another's file is left as it is"
    assert not any(name.endswith(".json") for name in os.listdir(folder)), "and the record waits for it"
    os.remove(delivered)
    program.run("deliver", "--retry", "--wait")
    names = os.listdir(folder)
    assert hashlib.sha256(PNG).hexdigest() + ".png" in names and any(name.endswith(".json") for name in names), names
    with open(folder + "/" + hashlib.sha256(PNG).hexdigest() + ".png", "rb") as file:
        assert file.read() == PNG


def is_on_the_municipalitys_paper_alone(program, record):
    assert NAME in program.run("report", record) and "SHA-256" in program.run("report", record)
    for reader in ("police", "public"):
        assert "Quist.png" not in program.run("report", record, "--for", reader)


def erased_is_gone(program, record, one):
    assert in_files(program, PNG)
    program.run("erase", f"{record}/{one}", status=1)
    assert in_files(program, PNG), "not without --yes"
    program.run("record", "set", record, text='{"hold": {"why": "case"}}')
    program.run("erase", f"{record}/{one}", "--yes", status=1)
    program.run("record", "set", record, text='{"hold": null}')
    program.run("erase", f"{record}/{one}", "--yes")
    assert not in_files(program, PNG)
    left = program.json("record", "attachments", record)
    assert (left[0]["name"], left[0]["sha256"], left[0]["remark"], left[0]["size"]) == ("[gewist]", "", "[gewist]", len(PNG)), left
    for revision in range(1, program.json("record", "list")[0]["revision"] + 1):
        assert "dreigbericht" not in program.run("record", "show", record, "--revision", str(revision))
    assert not program.json("register", "search", "dreigbericht", status=1)
    program.run("record", "attachments", record, one, "-o", program.folder.name + "/weg.png", status=1)
    program.run("erase", record + "/b00000000", "--yes", status=1)
    program.run("erase", record, "--yes")
    with sqlite3.connect(program.data + "/register.db") as register:
        assert register.execute("SELECT COUNT(*) FROM attachment").fetchone() == (0,)


def main():
    program = Program(sys.argv[1], sys.argv[2])
    record = program.meeting()
    program.run("record", "set", record, text=json.dumps(COMPLETE))
    one = puts_and_takes(program, record)
    a_patch_cannot_make_or_change_one(program, record, one)
    is_on_the_municipalitys_paper_alone(program, record)
    goes_with_a_delivery(program, record)
    erased_is_gone(program, record, one)


if __name__ == "__main__":
    main()
