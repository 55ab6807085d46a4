"""What a person reads is in their own language: where errors are shown (src/ui, src/main) none is told in English whatever
the language, there is one way to choose between two texts, and words that were replaced do not come back. Exit status 1 names the places.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
SHOWN = ("src/ui", "src/main")

# describe(x) is English, for journals; a person gets describe(x, language). A journal's verdict is told by
# describe(verdict).in(language).
ENGLISH = [
    (re.compile(r"\bdescribe\((?:[^(),]|\([^()]*\))*\)(?!\.in\()"), "an error in English"),
    (re.compile(r"\bdescribe\([^;]*Language::English\)"), "an error in English"),
    (re.compile(r"error\(\)\.(problem|advice)\b"), "a part of an error, which is English"),
    (re.compile(r"\.message\.en\b"), "a refusal in English"),
]
# One way to choose between two texts of the code: Say, of base/text.h, or a LocalText.
CHOICE = re.compile(r"(== Language::(Dutch|English)|\bdutch)\s*\?\s*(\"|nl\b|en\b)")
CHOOSER = "src/base/text.h"
# In texts; docs may tell the former name.
FORMER = ["Inspectie SZW", "Geweld gebruikt", "Hoe is het geuit", "Weghalen", "weghalen", "Uitgesproken door, tot"]

faults = []
files = 0
for path in sorted((ROOT / "src").rglob("*")):
    if path.suffix not in (".h", ".cpp"):
        continue
    name = path.relative_to(ROOT).as_posix()
    files += 1
    text = path.read_text(encoding="utf-8")
    if name != CHOOSER:
        faults += [f"{name}:{text.count(chr(10), 0, found.start()) + 1}: expected Say or LocalText::in, found a choice "
                   f"of its own" for found in CHOICE.finditer(text)]
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split(" // ")[0]
        if name.startswith(SHOWN):
            faults += [f"{name}:{number}: {what}: {line.strip()}" for pattern, what in ENGLISH if pattern.search(code)]
        faults += [f"{name}:{number}: a former word, {word}" for word in FORMER if word in code]
print("\n".join(faults) or f"{files} files: nobody is told an error in English but who reads English")
sys.exit(1 if faults or not files else 0)
