"""A session travels in one file: verified on import, refused when damaged, never imported twice."""
import hashlib
import io
import os
import subprocess
import sys
import tarfile

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


def main():
    chair = Program(*sys.argv[1:])
    record = chair.meeting()
    session = record.rsplit("-", 1)[0]
    bundle = chair.folder.name + "/evening.hamer"
    chair.run("sessions", "export", session, "-o", bundle)
    assert os.stat(bundle).st_mode & 0o777 == 0o600
    chair.run("sessions", "export", session, "-o", bundle, status=3)
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
    assert "already" in clerk.errors

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
    refused(repacked(bundle, lambda name, data: None if "SUMS" in name else (name, data)), "missing")
    for evil in ("../evil", "/tmp/evil", f"{session}/../../evil", f"{session}/a/b", "evil", f"{session}/.hidden"):
        refused(repacked(bundle, lambda name, data, evil=evil: (evil, data) if "procedure" in name else (name, data)),
                "no file of a session")
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
    refused(b"", "bundle")
    refused(b"no bundle at all", "bundle")
    # The very end is the archive's padding: what is cut there takes nothing of the session.
    for length in range(1, len(whole) - 60, len(whole) // 40):
        refused(whole[:length], "bundle")

    # Sums that fit, over a journal that does not.
    files = {}

    def collect(name, data):
        files[name.split("/")[1]] = data.replace(b"police.call", b"police.cell") if name.endswith("journal") else data
    repacked(bundle, collect)
    files.pop("SHA256SUMS")
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    forged = {**files, "SHA256SUMS": sums.encode()}
    refused(repacked(bundle, lambda name, _: (name, forged[name.split("/")[1]])), "damaged")


if __name__ == "__main__":
    main()
