"""A session's folder, rewritten as somebody would who wants the log otherwise and knows its format: each mutation is a
function of the folder, the session's id and a change of the payloads, and leaves a chain that is whole."""
import hashlib
import json
import os
import re
import subprocess
import zlib


def payloads(folder):
    with open(folder + "/journal", "rb") as file:
        return [line.split(b" ", 5)[5] for line in file.read().splitlines()]


def line(seq, before, payload):
    header = f"J1 {seq} {len(payload)}"
    header += f" {zlib.crc32(header.encode()):08x}"
    head = hashlib.sha256(before.encode() + header.encode() + payload).hexdigest()
    return f"{header} {head} ".encode() + payload + b"\n", head


def write(path, texts, first=1, before="0" * 64):
    """A segment with these payloads; gives its last hash."""
    lines = []
    for seq, payload in enumerate(texts, first):
        made, before = line(seq, before, payload)
        lines.append(made)
    with open(path, "wb") as file:
        file.write(b"".join(lines))
    return before


def heads(folder):
    with open(folder + "/journal", "rb") as file:
        return [each.split(b" ", 5)[4].decode() for each in file.read().splitlines()]


def altered(texts):
    """112 was never called: the number and nothing else, in the step that called it."""
    found = [i for i, text in enumerate(texts) if b'"police.call"' in text]
    changed = list(texts)
    changed[found[0]] = changed[found[0]].replace(b'"112"', b'"144"')
    assert changed != texts
    return changed


def a_note(texts):
    last = json.loads(texts[-1])
    keys = {key: last[key] for key in ("at", "boot", "mono", "actor") if key in last}
    return json.dumps({"kind": "note", **keys, "text": "niets bijzonders"}, separators=(",", ":")).encode()


def rewritten_whole(folder, _):
    write(folder + "/journal", altered(payloads(folder)))


def rewritten_and_longer(folder, _):
    texts = altered(payloads(folder))
    write(folder + "/journal", [*texts, a_note(texts)])


def line_added(folder, _):
    texts = payloads(folder)
    write(folder + "/journal", [*texts[:4], a_note(texts), *texts[4:]])


def line_removed(folder, _):
    texts = payloads(folder)
    write(folder + "/journal", [*texts[:-3], *texts[-2:], a_note(texts), a_note(texts)])


def end_removed(folder, _):
    write(folder + "/journal", payloads(folder)[:-1])


def lines_swapped(folder, _):
    texts = payloads(folder)
    texts[5], texts[6] = texts[6], texts[5]
    write(folder + "/journal", [*texts, a_note(texts)])


def later_segment(folder, _):
    """The old segment stays as it was; another one takes the place of all that followed."""
    texts, known = payloads(folder), heads(folder)
    write(folder + "/journal.2", altered(texts)[7:], 8, known[6])


def segment_from_the_start(folder, _):
    write(folder + "/journal.2", [*altered(payloads(folder)), a_note(payloads(folder))])


def segments_swapped(folder, _):
    """Two halves, of which the second now comes first."""
    texts = payloads(folder)
    half = len(texts) // 2
    head = write(folder + "/journal", [texts[0], *texts[half:]])
    write(folder + "/journal.2", texts[1:half], len(texts) - half + 2, head)


REWRITTEN = [rewritten_whole, rewritten_and_longer, line_added, line_removed, end_removed, lines_swapped, later_segment,
             segment_from_the_start, segments_swapped]


def names(folder, pattern):
    return [folder + "/" + name for name in sorted(os.listdir(folder)) if re.fullmatch(pattern, name)]


def mark_changed(folder, _):
    path = names(folder, r"mark-\d+")[-1]
    with open(path, encoding="ascii") as file:
        words = file.read().split()
    words[2] = ("0" if words[2][0] != "0" else "1") + words[2][1:]
    with open(path, "w", encoding="ascii") as file:
        file.write(" ".join(words) + "\n")


def mark_of_another_session(folder, session):
    path = names(folder, r"mark-\d+")[-1]
    with open(path, encoding="ascii") as file:
        text = file.read()
    with open(path, "w", encoding="ascii") as file:
        file.write(text.replace(session, "20200101T000000Z-00000000"))


def marks_exchanged(folder, _):
    one, other = names(folder, r"mark-\d+")[:2]
    os.rename(one, one + ".x")
    os.rename(other, one)
    os.rename(one + ".x", other)


def signature_changed(folder, _):
    path = names(folder, r"mark-.*\.sig")[-1]
    with open(path, "r+b") as file:
        first = file.read(1)
        file.seek(0)
        file.write(bytes([first[0] ^ 1]))


def another_key(folder):
    """Makes a key; gives its file, its public text and the beginning of its fingerprint."""
    key = folder + "-another.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, capture_output=True)
    out = lambda *words: subprocess.run(["openssl", "pkey", "-in", key, "-pubout", *words], check=True, capture_output=True).stdout
    return key, out(), hashlib.sha256(out("-outform", "DER")).hexdigest()[:16]


def sign(key, path, into):
    subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", path, "-out", into], check=True)


def signature_of_another_key(folder, _):
    key, _, _ = another_key(folder)
    path = names(folder, r"mark-.*\.sig")[-1]
    sign(key, path.rsplit(".", 2)[0], path)


def key_of_another(folder, _):
    """The key too is another, under the name of the one that was known."""
    key, public, _ = another_key(folder)
    for path in names(folder, r"mark-.*\.sig"):
        sign(key, path.rsplit(".", 2)[0], path)
    with open(names(folder, r"device-.*\.pem")[0], "wb") as file:
        file.write(public)


def signed_anew_by_another(folder, _):
    """All of it fits: only who knew the key can tell."""
    key, public, short = another_key(folder)
    for path in names(folder, r"mark-.*\.sig"):
        data = path.rsplit(".", 2)[0]
        sign(key, data, f"{data}.{short}.sig")
        os.remove(path)
    os.remove(names(folder, r"device-.*\.pem")[0])
    with open(f"{folder}/device-{short}.pem", "wb") as file:
        file.write(public)


def key_removed(folder, _):
    os.remove(names(folder, r"device-.*\.pem")[0])


VOUCHERS = [mark_changed, mark_of_another_session, marks_exchanged, signature_changed, signature_of_another_key,
            key_of_another, signed_anew_by_another, key_removed]


def without_vouchers(mutation):
    """The same by somebody who also removes what vouches beside the journal."""
    def both(folder, session):
        mutation(folder, session)
        for path in names(folder, r"(mark|device)-.*"):
            os.remove(path)
    both.__name__ = mutation.__name__ + "_without_vouchers"
    return both
