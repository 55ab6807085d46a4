"""What two threads share is only touched while its lock is held: clang proves it of every file that names such a lock
(base/mutex.h). Exit status 1 prints where it is not so; 77 where there is no clang.
"""
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1])
WORDS = re.compile(r"\b(GUARDED_BY|REQUIRES)\(")


def names_a_lock(path):
    own_header = path.with_suffix(".h")
    return any(WORDS.search(file.read_text(encoding="utf-8")) for file in (path, own_header) if file.exists())


def proved(path):
    done = subprocess.run(["clang++", "-std=c++20", f"-I{ROOT / 'src'}", "-Wthread-safety", "-Werror=thread-safety",
                           "-Wno-unknown-warning-option", "-fsyntax-only", path], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr


if not shutil.which("clang++"):
    print("clang++ is missing (apt-get install clang)")
    sys.exit(77)
files = [path for path in sorted((ROOT / "src").rglob("*.cpp")) if names_a_lock(path)]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    wrong = [said for said in pool.map(proved, files) if said]
bare = [f"{path.relative_to(ROOT)}: expected Mutex and MutexLock of base/mutex.h, found std::mutex"
        for path in sorted((ROOT / "src").rglob("*")) if path.suffix in (".h", ".cpp")
        and path.name != "mutex.h" and "std::mutex" in path.read_text(encoding="utf-8")]
print("\n".join(wrong + bare) or f"{len(files)} files touch what threads share under its lock alone")
sys.exit(1 if wrong or bare or not files else 0)
