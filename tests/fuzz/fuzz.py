"""Runs one fuzz target for a while: fuzz.py PROGRAM TARGET [SECONDS].

Without SECONDS: HAMER_FUZZ_SECONDS, else 30, with HAMER_TEST_LONG=1 600. It begins with the seeds (seeds/TARGET and the
shipped files) and with what earlier runs found of interest, which stays beside the program. What breaks it is kept
there too, and printed.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHIPPED = {"settings": ["config/hamer.json"], "scenario": ["scenarios/*.json"], "walk": ["scenarios/*.jsonl"]}


def seeds(target):
    found = sorted((HERE / "seeds" / target).iterdir()) if (HERE / "seeds" / target).is_dir() else []
    return found + [path for pattern in SHIPPED.get(target, []) for path in sorted(ROOT.glob(pattern))]


def dictionary(files):
    """The words of the seeds, so that libFuzzer need not guess a key letter by letter."""
    words = {word for path in files for word in re.findall(rb'"[\w.{}:/+-]{1,40}"', path.read_bytes())}
    return b"".join(b'"' + word.replace(b'"', b'\\"') + b'"\n' for word in sorted(words))


def main():
    program, target = pathlib.Path(sys.argv[1]), sys.argv[2]
    otherwise = "600" if os.environ.get("HAMER_TEST_LONG") == "1" else "30"
    seconds = sys.argv[3] if len(sys.argv) > 3 else os.environ.get("HAMER_FUZZ_SECONDS", otherwise)
    place = program.parent / target
    for folder in ("corpus", "seeds", "broken"):
        (place / folder).mkdir(parents=True, exist_ok=True)
    files = seeds(target)
    for path in files:
        (place / "seeds" / path.name).write_bytes(path.read_bytes())
    (place / "words").write_bytes(dictionary(files))
    run = subprocess.run(
        [program, place / "corpus", place / "seeds", f"-max_total_time={seconds}", "-seed=62025", "-timeout=10",
         "-rss_limit_mb=2048", "-max_len=20000", f"-dict={place / 'words'}", f"-artifact_prefix={place / 'broken'}/",
         "-print_final_stats=1", "-verbosity=0"],
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


sys.exit(main())
