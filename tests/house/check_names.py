"""No two types share a name, whatever their namespaces: a reader would take one for the other, and in one namespace the linker
would too, without a word (the one definition rule). Exit status 1 names those that do. Types of a file alone, in a nameless
namespace, may be called anything.
"""
import collections
import pathlib
import re
import sys


def types(path):
    """The types that a file defines in named namespaces."""
    spaces = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if opened := re.match(r"(?:inline )?namespace\s*([\w:]*)\s*\{", line):
            spaces.append(opened[1])
        elif re.match(r"\}\s+// namespace", line):
            spaces.pop()
        elif "" not in spaces:
            if found := re.match(r"(?:class|struct|enum class) (\w+)(?: final)?(?: :.*)? \{", line):
                yield found[1]


where = collections.defaultdict(set)
for path in sorted((pathlib.Path(sys.argv[1]) / "src").rglob("*")):
    if path.suffix in (".h", ".cpp"):
        file = path.relative_to(sys.argv[1]).as_posix()
        system = re.match(r"src/platform/(posix|windows|browser)/", file)  # of which one is compiled
        for name in types(path):
            where[(system[1] if system else "", name)].add(file)
twice = [f"{name[1]}: {', '.join(sorted(files))}" for name, files in where.items() if len(files) > 1]
print("\n".join(twice) or f"{len(where)} types, each of a name of its own")
sys.exit(1 if twice or not where else 0)
