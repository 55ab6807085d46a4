"""docs/security.md names only tests that exist; exit status 1 names those that do not.

    check_security.py PAGE TESTS_FOLDER NAME...     the NAMEs are ctest's own
"""
import pathlib
import re
import sys


def cases(folder):
    """Suite.Name of every GoogleTest case below a folder, and folder_name of every test in Python."""
    for path in folder.rglob("*.cpp"):
        for found in re.finditer(r"^TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", path.read_text(encoding="utf-8"), re.MULTILINE):
            yield f"{found[1]}.{found[2]}"
    # Also where ctest lists a folder's tests as one that is skipped, for want of a screen.
    for path in folder.glob("*/*_test.py"):
        yield f"{path.parent.name}_{path.stem.removesuffix('_test')}"


def named(page):
    """What stands between back-ticks in the last column of the table; no threat without a test, but for the last."""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("|") and line.count("|") >= 5 and not line.startswith(("| ---", "| who or what")):
            yield from re.findall(r"`([^`]+)`", line.rsplit("|", 2)[1])


page, tests, *known = sys.argv[1:]
exist = set(cases(pathlib.Path(tests))) | set(known)
wanted = list(named(pathlib.Path(page)))
missing = sorted(set(wanted) - exist)
print("\n".join(f"{page}: there is no test {name}" for name in missing) or f"{len(wanted)} tests are named, and exist")
sys.exit(1 if missing or len(wanted) < 20 else 0)
