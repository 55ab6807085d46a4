#!/usr/bin/env python3
"""What docs/verify_journal.py says of many journals, in one process: verify_many.py SCRIPT FOLDER < cases

A case is a line `<journal> <segment> <piece>...`: the journal's segments, which are the files <journal>.<segment> in FOLDER, with one of
them changed into its pieces one after the other: `<from>:<to>` are bytes of the segment itself, `=<hex>` are other bytes. The script
itself does the work; only its folder, its files and its paper are in memory.
"""
import importlib.util, io, os, sys, types

script, folder = sys.argv[1:]
spec = importlib.util.spec_from_file_location("verify_journal", script)
verifier = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verifier)

files = {}  # of the case: name -> bytes
verifier.os = types.SimpleNamespace(listdir=lambda _: list(files), path=os.path)
verifier.open = lambda path, _: io.BytesIO(files[os.path.basename(path)])
verifier.print = lambda line: sys.stdout.write(line + "\n")

journals = {}
for name in os.listdir(folder):
    journal, segment = name.rsplit(".", 1)
    with open(os.path.join(folder, name), "rb") as file:
        journals.setdefault(journal, {})[int(segment)] = file.read()

def piece(text, whole):
    if text.startswith("="): return bytes.fromhex(text[1:])
    begin, end = text.split(":")
    return whole[int(begin):int(end)]

for line in sys.stdin:
    journal, changed, *pieces = line.split()
    files.clear()
    for segment, whole in journals[journal].items():
        if segment == int(changed): whole = b"".join(piece(text, whole) for text in pieces)
        files["journal" if segment == 1 else f"journal.{segment}"] = whole
    verifier.verify(journal)
