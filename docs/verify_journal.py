#!/usr/bin/env python3
"""Verifies journals without Hamer, as journal-format.md says: verify_journal.py SESSION_FOLDER...  Exit status 0 when all are whole."""
import codecs, hashlib, os, re, sys, zlib
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

def verify(folder):
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
    return worst == "whole"

if __name__ == "__main__":
    sys.exit(0 if all([verify(folder) for folder in sys.argv[1:]]) and len(sys.argv) > 1 else 1)
