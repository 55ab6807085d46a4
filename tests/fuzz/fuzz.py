"""Runs one fuzz target for a while, or keeps what it found: fuzz.py PROGRAM TARGET [SECONDS | --keep].

Without SECONDS: HAMER_FUZZ_SECONDS, else 60, with HAMER_TEST_LONG=1 600. It begins with the seeds (seeds/TARGET and the
shipped files), with what was kept of earlier runs (kept/TARGET.zip), and with what runs on this machine found, which
stays beside the program. What breaks it is kept there too, and printed.

--keep puts the fewest inputs that reach all that was ever reached in kept/TARGET.zip, to be committed.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHIPPED = {"settings": ["config/hamer.json"], "scenario": ["scenarios/*.json"], "walk": ["scenarios/*.jsonl"]}
LONGEST = 20000
# Of one input, in seconds on the wall's clock: what hangs is found, and a machine that does something else too is not.
LONGEST_RUN = 120
# Where each line is an input of its own: a few at a time are tried a hundred times as often as a whole evening.
LINES_LONGEST = {"entries": 3000, "walk": 1500}
LINES_TOGETHER = 3


def seeds(target):
    found = sorted((HERE / "seeds" / target).iterdir()) if (HERE / "seeds" / target).is_dir() else []
    return found + [path for pattern in SHIPPED.get(target, []) for path in sorted(ROOT.glob(pattern))]


def pieces(target, data):
    """What libFuzzer begins with of a seed."""
    if target not in LINES_LONGEST or len(data) <= LINES_LONGEST[target]:
        return [data]
    lines = data.splitlines(keepends=True)
    return [b"".join(lines[at:at + LINES_TOGETHER]) for at in range(0, len(lines), LINES_TOGETHER)]


def dictionary(files):
    """The words of the seeds, so that libFuzzer need not guess a key letter by letter."""
    words = {word for path in files for word in re.findall(rb'"[\w.{}:/+-]{1,40}"', path.read_bytes())}
    return b"".join(b'"' + word.replace(b'"', b'\\"') + b'"\n' for word in sorted(words))


def lay_out(target, place, files):
    """Seeds and what was kept, in folders beside the program."""
    for folder in ("corpus", "seeds", "broken"):
        (place / folder).mkdir(parents=True, exist_ok=True)
    for path in (place / "seeds").iterdir():
        path.unlink()
    for path in files:
        for number, piece in enumerate(pieces(target, path.read_bytes())):
            (place / "seeds" / f"{path.name}-{number}").write_bytes(piece)
    kept = HERE / "kept" / f"{target}.zip"
    if kept.exists():
        with zipfile.ZipFile(kept) as archive:
            for name in archive.namelist():
                (place / "seeds" / f"kept-{pathlib.PurePosixPath(name).name}").write_bytes(archive.read(name))
    (place / "words").write_bytes(dictionary(files))


def fuzz(program, target, seconds):
    place = program.parent / target
    files = seeds(target)
    lay_out(target, place, files)
    run = subprocess.run(
        [program, place / "corpus", place / "seeds", f"-max_total_time={seconds}", "-seed=62025", f"-timeout={LONGEST_RUN}",
         "-rss_limit_mb=2048", f"-max_len={LINES_LONGEST.get(target, LONGEST)}", f"-dict={place / 'words'}",
         f"-artifact_prefix={place / 'broken'}/", "-print_final_stats=1", "-verbosity=0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = run.stdout.decode("utf-8", "replace")
    if run.returncode:
        print(said[-12000:])
        print(f"{target}: broken by the file named above; try it again with {program} FILE")
        return 1
    stats = dict(re.findall(r"stat::(\w+):\s+(\d+)", said))
    print(f"{target}: {stats.get('number_of_executed_units', '?')} inputs in {seconds} s from {len(files)} seeds, "
          f"{stats.get('new_units_added', '?')} of interest, nothing broken")
    return 0


def keep(program, target):
    place = program.parent / target
    lay_out(target, place, seeds(target))
    with tempfile.TemporaryDirectory(prefix="hamer-fuzz-") as folder:
        fewest = pathlib.Path(folder)
        subprocess.run([program, "-set_cover_merge=1", f"-max_len={LINES_LONGEST.get(target, LONGEST)}", fewest,
                        place / "seeds", place / "corpus"], check=True, capture_output=True)
        kept = HERE / "kept" / f"{target}.zip"
        kept.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
            # In the order and with the times that make the same archive of the same inputs.
            for path in sorted(fewest.iterdir()):
                archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes(), zipfile.ZIP_DEFLATED)
        print(f"{target}: {len(list(fewest.iterdir()))} inputs kept, {kept.stat().st_size} bytes")
    return 0


def main():
    program, target = pathlib.Path(sys.argv[1]), sys.argv[2]
    if sys.argv[3:] == ["--keep"]:
        return keep(program, target)
    otherwise = "600" if os.environ.get("HAMER_TEST_LONG") == "1" else "60"
    return fuzz(program, target, sys.argv[3] if len(sys.argv) > 3 else os.environ.get("HAMER_FUZZ_SECONDS", otherwise))


sys.exit(main())
