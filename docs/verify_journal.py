#!/usr/bin/env python3
"""Verifies journals without Hamer, as journal-format.md says: the chain, the marks, the signatures and the time stamps.

    verify_journal.py [--marks FILE] [--ca FILE] SESSION_FOLDER...

--marks: a file of marks that were kept elsewhere. --ca: the certificates of who signs the time stamps; without it, the system's.
Exit status 0 when all are whole, and pass through every mark. Signatures and time stamps need the program openssl.
"""
import argparse, base64, binascii, codecs, hashlib, os, re, subprocess, sys, zlib
LIMIT = 16777216
STOPS = "the last line stops before its end"

class Stop(Exception):  # what ends a segment: the reason, or None when the bytes end in a right beginning of a line
    pass

def need(right, reason):
    if not right: raise Stop(reason)

def read_line(text, at, chain, anywhere):  # one line at `at`; gives its number, its hash and where it ends
    def take(pattern, reason):  # the part at `at`, of which the bytes may hold only the beginning
        nonlocal at
        part = text[at:at + len(pattern)]
        need(pattern.startswith(part), reason)
        need(len(part) == len(pattern), None)
        at += len(part)
    def number(low, high, reason):  # digits and a space
        nonlocal at
        digits = re.compile(rb"[0-9]*").match(text, at).group()
        ends = at + len(digits) == len(text)
        need(digits or not ends, None)
        need(0 < len(digits) <= 18 and digits[:1] != b"0", reason)
        if ends: need(int(digits) <= high if low < high else str(high).encode().startswith(digits), reason)
        need(not ends, None)
        need(text[at + len(digits)] == 32 and low <= int(digits) <= high, reason)
        at += len(digits) + 1
        return int(digits)
    start, wrong_hash = at, "the hash does not fit this line after the entry before it"
    take(b"J1 ", "the line does not begin as a journal line")
    seq = number(1 if anywhere else len(chain), len(chain), "the sequence number does not follow on the entry before")
    length = number(1, LIMIT, f"the length is not a number from 1 to {LIMIT}")
    take(b"%08x " % zlib.crc32(text[start:at - 1]), "the checksum does not fit the number and the length")
    header, digits = text[start:at - 1], text[at:at + 64]
    need(re.fullmatch(rb"[0-9a-f]*", digits), wrong_hash)
    at += len(digits)
    need(len(digits) == 64, None)
    take(b" ", wrong_hash)
    payload, end = text[at:at + length], text[at + length:at + length + 1]
    if len(payload) == length:
        need(end in (b"", b"\n"), "the line does not end where its length says")
        need(hashlib.sha256(chain[seq - 1] + header + payload).hexdigest().encode() == digits, wrong_hash)
    try:
        # Python takes half a surrogate for the beginning of a character.
        need(not re.search(rb"[\0-\x1f]|\xed[\xa0-\xbf]", payload), "the payload is not one line of UTF-8 text")
        codecs.utf_8_decode(payload, "strict", len(payload) == length)
    except UnicodeDecodeError:
        raise Stop("the payload is not one line of UTF-8 text")
    need(end, None)
    return seq, digits, at + length + 1

def read_segment(data, chain, later):  # adds the segment's hashes to the chain; gives its verdict and the offset and reason
    text = data.rstrip(b"\0") if data.endswith(b"\0\0") else data
    at = 0
    try:
        while at < len(text):
            seq, digest, at = read_line(text, at, chain, later and at == 0)
            chain[seq:] = [digest]
    except Stop as stop:
        if stop.args[0]: return "damaged", at, stop.args[0]
    if len(text) < len(data): return "torn", at, STOPS + " and zero bytes follow"
    return ("torn", at, STOPS) if at < len(text) else ("whole", at, "")

def verify(folder, marks=(), origin="", ca=None):
    chain, worst, expected = [b"0" * 64], "whole", 1  # the hash of entry 0, 1, 2 ...
    names = [name for name in os.listdir(folder) if re.fullmatch(r"journal(\.([2-9]|[1-9][0-9]{1,8}))?", name, re.ASCII)]
    for segment in sorted(int(name[8:] or 1) for name in names):
        for number in sorted({expected, segment}):
            name = "journal" if number == 1 else f"journal.{number}"
            verdict, at, reason = "damaged", 0, "the segment is missing"
            if number == segment:
                with open(os.path.join(folder, name), "rb") as file:
                    verdict, at, reason = read_segment(file.read(), chain, number > 1)
            print(f"{folder}/{name}: {verdict}" + (f" at offset {at}: {reason}" if reason else ""))
            worst = max(worst, verdict, key=["whole", "torn", "damaged"].index)
        expected = segment + 1
    print(f"{folder}: {worst}, {len(chain) - 1} entries, head {chain[-1].decode()}")
    wrong = sorted(differences(os.path.basename(os.path.abspath(folder)), folder, [hash.decode() for hash in chain], marks, origin, ca))
    for one in wrong: print(f"{folder}: {one}")
    return worst == "whole" and not wrong

MARK = re.compile(r"(\S+) (0|[1-9][0-9]{0,17}) ([0-9a-f]{64})(?: ([0-9a-f]{64}))?")  # session, number, hash, key that signed

def read_marks(path):  # the marks in a file
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file.read().split("\n") if line and not line.startswith("#")]
    found = [MARK.fullmatch(line) for line in lines]
    if not all(found): print(f"{path}: {found.count(None)} of its lines are no marks and were passed over")
    return [(mark[1], int(mark[2]), mark[3], mark[4]) for mark in found if mark]

def openssl(*words):  # whether it says yes
    return subprocess.run(["openssl", *words], capture_output=True, check=False).returncode == 0

def differences(session, folder, chain, marks, origin, ca):  # what of the marks, signatures and stamps does not fit
    names, signed = set(os.listdir(folder)), set()
    beside = lambda name: os.path.join(folder, name)
    known = [(mark, origin) for mark in marks if mark[0] == session]
    for name in sorted(name for name in names if re.fullmatch("mark-[1-9][0-9]{0,17}", name)):
        with open(beside(name), encoding="utf-8", errors="replace") as file: text = file.read()
        mark = MARK.fullmatch(text[:-1]) if text.endswith("\n") else None
        if not mark or mark[1] != session or f"mark-{mark[2]}" != name: yield f"{name} is not the mark that its name says"
        else: known.append(((session, int(mark[2]), mark[3], None), name))
    for name in sorted(name for name in names if name.startswith("mark-") and name.endswith((".sig", ".tsr"))):
        data, parts = name.split(".")[0], name.split(".")
        if parts[-1] == "tsr":
            trust = ["-CAfile", ca] if ca else ["-CApath", "/etc/ssl/certs"]
            if data not in names or not openssl("ts", "-verify", "-data", beside(data), "-in", beside(name), *trust):
                yield f"the time stamp {name} is not of {data}, or not by whom is trusted"
            continue
        key = f"device-{parts[1]}.pem"
        try:
            with open(beside(key), encoding="ascii") as file: lines = file.read().split("\n")
            fingerprint = hashlib.sha256(base64.b64decode("".join(line for line in lines if not line.startswith("-")), validate=True)).hexdigest()
        except (OSError, ValueError, binascii.Error):
            fingerprint = ""
        if data not in names or len(parts) != 3 or not parts[1] or not fingerprint.startswith(parts[1]) or not openssl(
                "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", beside(key), "-in", beside(data), "-sigfile", beside(name)):
            yield f"the signature {name} is not of {data} by the key {key}"
        else: signed.add((int(data[5:]), fingerprint))
    for (_, seq, there, key), source in known:
        here = chain[seq] if 0 < seq < len(chain) else None
        if seq == 0:
            if there not in chain[1:]: yield f"no entry of the journal here has hash {there}, which is in: {source}"
        elif here != there:
            here = here or "(none: there is no such entry)"
            yield f"entry {seq} has hash {here} in the journal here, and had hash {there} according to: {source}"
        if key and (seq, key) not in signed: yield f"the signature of entry {seq} by the key {key} is not here, according to: {source}"

if __name__ == "__main__":
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("folders", nargs="+")
    options.add_argument("--marks")
    options.add_argument("--ca")
    given = options.parse_args()
    elsewhere = read_marks(given.marks) if given.marks else []
    sys.exit(0 if all([verify(folder, elsewhere, given.marks, given.ca) for folder in given.folders]) else 1)
