"""A session travels in one file: verified on import, refused when damaged, never imported twice."""
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile

import journal
from program import Program


def repacked(path, change):
    """The bundle with its members changed by `change(name, bytes)`, which gives the new pair, or nothing."""
    with tarfile.open(path) as archive:
        members = [(member.name, archive.extractfile(member).read()) for member in archive]
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, data in filter(None, (change(*member) for member in members)):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def hostile_archives(session, whole, refused):
    """Whatever else a tar archive can hold: none of it comes in, and nothing is made outside the data folder."""
    def member(name, kind=tarfile.REGTYPE, link="", size=None):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, link
        info.size = size or 0
        return info

    strange = "something in it that no session has"
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
        refused(journal.bundle([member(f"{session}/journal", kind, "../../../../etc/passwd")]), strange)
        refused(journal.bundle([member(f"{session}/journal"), member(f"{session}/private.jsonl", kind, "journal")]), strange)
    # A link first, and a file through it.
    refused(journal.bundle([member(session, tarfile.SYMTYPE, "/tmp"), (f"{session}/journal", b"x")]), strange)
    refused(journal.bundle([(f"{session}/journal", b"x"), (f"{session}/journal", b"y")]), strange)
    names = ["..", ".", "", "/", "//", "CON", "CON/journal", "nul", f"{session}", f"{session}/", f"{session}/..",
             f"{session}/.", f"{session}//journal", f"./{session}/journal", f"{session}/../{session}/journal",
             f"{session}/journal\nx", f"{session}\n/journal", f"{session}/\x1b[31m", f"{session}/\u202egpj.exe",
             f"{session}/jo\\urnal", f"{session}/C:journal", f"{session}/" + "j" * 300, f"{session[:-1]}A/journal",
             "~/journal", "$HOME/journal", f"{session}/-rf", "20260312T190000Z-0a1b2c3d/journal/../../../evil"]
    for name in names:
        refused(journal.bundle([(name, b"x")]), "")
    refused(journal.bundle([(f"{session}/journal", b"x"), ("20260312T190000Z-00000000/journal", b"x")]), "hoort niet bij een vergadering")
    refused(journal.bundle([(f"{session}/f{number}", b"") for number in range(1001)]), strange)
    # A header that promises more than any disk has; and a file that unpacks to itself many times.
    for size in (8 << 30, 1 << 60):
        info = member(f"{session}/journal")
        info.size = size
        head = info.tobuf(tarfile.GNU_FORMAT)
        refused(gzip.compress(head + bytes(2048)), "")
    refused(gzip.compress(gzip.compress(whole)), "bundle")
    sparse = tarfile.TarInfo(f"{session}/journal")
    sparse.pax_headers = {"GNU.sparse.major": "0", "GNU.sparse.minor": "1", "GNU.sparse.size": str(1 << 50),
                          "GNU.sparse.map": f"0,1,{(1 << 50) - 1},1", "GNU.sparse.name": f"{session}/journal"}
    refused(journal.bundle([(sparse, b"xy")]), "")
    # Ids and names on the command line go nowhere either.
    fresh = Program(*sys.argv[1:])
    for evil in ("..", ".", "", "/etc", "../../etc/passwd", "CON", f"{session}/..", f"{session}\n", f"{session} ",
                 f"../sessions/{session}"):
        for words in (("log", evil), ("sessions", "export", evil), ("walk", "--session", evil), ("record", "show", evil),
                      ("record", "missing", evil), ("report", evil), ("erase", evil, "--yes")):
            if words == ("walk", "--session", ""):
                continue  # that is a new one
            if words[0] != "log" and evil not in ("..", "../../etc/passwd", f"../sessions/{session}"):
                continue  # all ids go through the same door
            done = subprocess.run(fresh.words(*words), input="", capture_output=True, text=True, check=False)
            assert done.returncode in (1, 2), (words, done)
            assert len(done.stderr.splitlines()) >= 1, (words, done)


def folder(program, session):
    """All that a session's folder holds, but its lock."""
    where = f"{program.data}/sessions/{session}"
    found = {}
    for name in sorted(os.listdir(where)):
        if name != "lock":
            with open(f"{where}/{name}", "rb") as file:
                found[name] = file.read()
    return found


def read_only(chair, clerk, session, bundle):
    """What came from another device is never added to, says where it came from, and takes what is added there."""
    device = os.uname().nodename
    before = folder(clerk, session)
    assert json.loads(before["origin.json"])["device"] == device, before["origin.json"]
    note = '{"do":"note","with":{"text":"erbij"}}\n'
    for words in (("walk", "--session", session), ("walk", "--session", session, "--lang", "en")):
        clerk.run(*words, text=note, status=1)
        assert device in clerk.errors and ("alleen te lezen" in clerk.errors or "only to be read" in clerk.errors), clerk.errors
    clerk.run("walk", text='{"do":"meeting.open"}\n')  # a meeting of its own goes on as ever
    listed = [line for line in clerk.run("sessions").splitlines() if line.startswith(session)][0]
    assert f"alleen te lezen, van {device}" in listed, listed
    assert "alleen te lezen" not in chair.run("sessions")
    assert device in clerk.run("verify", session)
    # What is added here goes into the record, and nothing into the session.
    record = clerk.json("record", "list")[0]["id"]
    clerk.run("record", "set", record, text='{"reason": "woningbouw"}')
    clerk.run("deliver")
    assert folder(clerk, session) == before, "not so much as a mark"
    # Carried on, it is still of the first device.
    third = Program(*sys.argv[1:])
    clerk.run("sessions", "export", session, "-o", bundle + ".on")
    third.run("sessions", "import", bundle + ".on")
    assert folder(third, session) == before
    # A bundle of a former program names no device.
    fourth = Program(*sys.argv[1:])
    with open(bundle + ".former", "wb") as file:
        files = {}

        def without(name, data):
            if name.endswith("SHA256SUMS") or name.endswith("origin.json"):
                return None
            files[name.split("/")[1]] = data
            return name, data

        repacked(bundle, without)
        sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
        file.write(journal.bundle([(f"{session}/{name}", data) for name, data in files.items()] +
                                  [(f"{session}/SHA256SUMS", sums.encode())]))
    assert "sleutel" in fourth.run("sessions", "import", bundle + ".former"), "whoever signed it is known"
    fourth.run("walk", "--session", session, text=note, status=1)
    # The same session once more, with what was added on its own device since.
    chair.run("walk", "--session", session, text=note)
    chair.run("sessions", "export", session, "-o", bundle + ".later")
    clerk.run("sessions", "import", bundle + ".later")
    assert clerk.run("log", session) == chair.run("log", session)
    clerk.run("verify", session)
    assert "woningbouw" in clerk.run("record", "show", record), "what the clerk added stays"
    clerk.run("sessions", "import", bundle, status=1)
    assert "hier staat al meer" in clerk.errors, clerk.errors
    chair.run("sessions", "import", bundle, status=1)
    assert "van dit apparaat" in chair.errors, chair.errors


def main():
    chair = Program(*sys.argv[1:])
    record = chair.meeting()
    session = record.rsplit("-", 1)[0]
    bundle = chair.folder.name + "/evening.hamer"
    chair.run("sessions", "export", session, "-o", bundle)
    assert os.stat(bundle).st_mode & 0o777 == 0o600
    chair.run("sessions", "export", session, "-o", bundle, status=2)
    chair.run("sessions", "export", session, "-o", bundle + "2")
    with open(bundle, "rb") as one, open(bundle + "2", "rb") as other:
        whole = one.read()
        assert whole == other.read(), "equal sessions give equal bytes"
    subprocess.run(f"tar xzf {bundle} && cd {session} && sha256sum --quiet -c SHA256SUMS", shell=True, check=True,
                   cwd=chair.folder.name)

    clerk = Program(*sys.argv[1:])
    clerk.run("sessions", "import", bundle)
    assert clerk.run("log", session) == chair.run("log", session)
    clerk.run("verify", session)
    assert clerk.json("record", "list")[0]["what"] == chair.json("record", "list")[0]["what"]
    clerk.run("sessions", "import", bundle, status=1)
    assert "staat hier al" in clerk.errors
    read_only(chair, clerk, session, bundle)

    def refused(data, why):
        fresh = Program(*sys.argv[1:])
        path = fresh.folder.name + "/broken.hamer"
        with open(path, "wb") as file:
            file.write(data)
        fresh.run("sessions", "import", path, status=1)
        assert path in fresh.errors and why in fresh.errors, (why, fresh.errors)
        assert fresh.run("sessions") == "", "nothing came in"
        assert not os.path.exists(fresh.folder.name + "/evil")

    flip = lambda name, data: (name, data.replace(b"police.call", b"police.cell") if name.endswith("journal") else data)
    refused(repacked(bundle, flip), "SHA256SUMS")
    refused(repacked(bundle, lambda name, data: None if "private" in name else (name, data)), "SHA256SUMS")
    refused(repacked(bundle, lambda name, data: None if "SUMS" in name else (name, data)), "ontbreekt")
    for evil in ("../evil", "/tmp/evil", f"{session}/../../evil", f"{session}/a/b", "evil", f"{session}/.hidden"):
        refused(repacked(bundle, lambda name, data, evil=evil: (evil, data) if "procedure" in name else (name, data)),
                "hoort niet bij een vergadering")
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        link = tarfile.TarInfo(f"{session}/journal")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    refused(made.getvalue(), "something in it that no session has")
    bomb = io.BytesIO()
    with tarfile.open(fileobj=bomb, mode="w:gz", compresslevel=1) as archive:
        info = tarfile.TarInfo(f"{session}/journal")
        info.size = 300 << 20
        archive.addfile(info, io.BytesIO(bytes(info.size)))
    refused(bomb.getvalue(), "larger than any session")
    hostile_archives(session, repacked(bundle, lambda *member: member), refused)
    refused(b"", "bundle")
    refused(b"no bundle at all", "bundle")
    # The very end is the archive's padding: what is cut there takes nothing of the session.
    for length in range(1, len(whole) - 60, len(whole) // 40):
        refused(whole[:length], "bundle")

    # A machine that died in the middle of a line: as it was there, so it is here.
    torn = Program(*sys.argv[1:])
    torn.run("walk", text='{"do":"meeting.open"}\n')
    died = torn.run("sessions").split()[0]
    with open(f"{torn.data}/sessions/{died}/journal", "ab") as file:
        file.write(b"J1 3 1")
    torn.run("sessions", "export", died, "-o", bundle + "3")
    clerk.run("sessions", "import", bundle + "3")
    clerk.run("verify", died, status=1)
    assert len(json.loads(clerk.run("log", died, "--format", "json", status=1))) == 2

    # Sums that fit, over a journal that does not.
    files = {}

    def collect(name, data):
        files[name.split("/")[1]] = data.replace(b"police.call", b"police.cell") if name.endswith("journal") else data
    repacked(bundle, collect)
    files.pop("SHA256SUMS")
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    forged = {**files, "SHA256SUMS": sums.encode()}
    refused(repacked(bundle, lambda name, _: (name, forged[name.split("/")[1]])), "beschadigd")


if __name__ == "__main__":
    main()
