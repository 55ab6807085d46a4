"""A file of this repository that a page, or a comment in the sources, names by its path is there. Exit status 1 names those
that are not.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
# Of a file and the folder it is in, as src/README.md writes it; what a user's machine has is not looked for.
NAMED = re.compile(r"(?<![\w/.~$<{-])((?:[a-z][a-z0-9_-]*/)+[a-z][a-z0-9_]*\.(?:h|cpp|py|cmake))\b")
PLACES = ("", "src", "tests", "src/ui", "src/service", "src/platform")
# In sources only what they say.
COMMENT = {".h": "//", ".cpp": "//", ".py": "#", ".txt": "#", ".cmake": "#"}


def texts():
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "src/README.md", ROOT / "assets/README.md"]
    sources = [path for folder in ("src", "tests", "cmake") for path in (ROOT / folder).rglob("*") if path.suffix in COMMENT]
    return sorted(pages) + sorted(sources)


def problems():
    for path in texts():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            mark = COMMENT.get(path.suffix)
            said = line if mark is None else line.partition(mark)[2]
            for named in NAMED.findall(said):
                if not any((ROOT / place / named).is_file() for place in PLACES):
                    yield f"{path.relative_to(ROOT)}:{number}: there is no {named}"


found = list(problems())
print("\n".join(found) or "every file that is named is there")
sys.exit(1 if found else 0)
