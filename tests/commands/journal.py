"""A session's folder as docs/journal-format.md says, made without Hamer: to see what Hamer does with one from elsewhere."""
import gzip
import hashlib
import io
import json
import tarfile
import zlib


def journal(payloads):
    """The bytes of a whole journal with these payloads, each a JSON object."""
    lines, before = [], "0" * 64
    for seq, payload in enumerate(payloads, 1):
        text = json.dumps(payload).encode()
        header = f"J1 {seq} {len(text)}"
        header += f" {zlib.crc32(header.encode()):08x}"
        before = hashlib.sha256(before.encode() + header.encode() + text).hexdigest()
        lines.append(f"{header} {before} ".encode() + text + b"\n")
    return b"".join(lines)


def bundle(members):
    """A gzipped tar archive. A member is a TarInfo, or a pair of a TarInfo or name and the bytes."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for member in members:
            info, data = member if isinstance(member, tuple) else (member, b"")
            if isinstance(info, str):
                info = tarfile.TarInfo(info)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data) if data else None)
    return gzip.compress(made.getvalue(), 1)


def session_bundle(session, files):
    """As `hamer sessions export` makes it: the files with their sums."""
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return bundle([(f"{session}/{name}", data) for name, data in [("SHA256SUMS", sums.encode()), *files.items()]])
