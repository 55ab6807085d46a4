"""Each row of docs/protocol.md is held to what it names: an event, a field, a state, a card, a property, a place in the record,
a setting, a file, a command, or words that are on the screen. Exit status 1 names each row that names what does not exist.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/protocol.md"
CHAPTERS = ("## 6.1", "## 6.2", "## Chapter 2", "## Chapter 3", "## Chapter 4", "## Chapter 5.1",
            "## Chapter 5.2", "## Chapter 7", "## Chapter 8")
NOTHING = ("**not carried**", "outside Hamer")
MARKS = {"card": "card", "cards": "card", "property": "property", "properties": "property", "record": "record",
         "setting": "setting", "file": "file", "procedure": "procedure"}
LEIDEN = "leiden-2025"
TOKEN = re.compile(r"\*([a-zA-Z]+)\*|`([^`]+)`|“([^”]+)”|(;)")
# What a row may still call so; each was false once.
REFUSED = {r"\blater \((clerk|drills)": "“later”: say what carries it today, or **not carried**"}


def read(name):
    return json.loads((ROOT / name).read_text(encoding="utf-8"))


def texts(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from texts(each)


def record_has(schema, place):
    """Whether the schema knows a place such as /dossier/informed."""
    at = schema
    for key in place.strip("/").split("/"):
        while "$ref" in at or "items" in at:
            at = schema["$defs"][at["$ref"].split("/")[-1]] if "$ref" in at else at["items"]
        if key not in at.get("properties", {}):
            return False
        at = at["properties"][key]
    return True


def sources():
    """All of the program's own texts, of which one may go on in the next line."""
    files = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*")) if path.suffix in (".cpp", ".h")]
    return re.sub(r'"\s*\n\s*"', "", "\n".join(files))


class Known:
    """What one procedure has, and what all of them share."""

    def __init__(self, name, sources):
        procedure = read(f"config/procedures/{name}.json")
        self.events = {}
        for event in procedure["events"] if isinstance(procedure["events"], list) else [
                {"id": name, **event} for name, event in procedure["events"].items()]:
            self.events[event["id"]] = {field["id"] for field in event.get("fields", [])}
        self.states = {f"{region}.{state}" for region, one in procedure["regions"].items() for state in one["states"]}
        self.parts = set(procedure)
        self.card = {card["id"] for card in procedure["guide"]}
        self.property = {one["id"] for one in procedure["properties"]}
        self.record = read("config/schema/record.schema.json")
        self.settings = set(read("config/schema/settings.schema.json")["properties"])
        self.sources = sources
        self.words = self.sources + "\n".join(texts(procedure)).replace("’", "'") + "\n".join(texts(procedure))

    def has(self, kind, name):
        if kind in ("card", "property"):
            return name in getattr(self, kind)
        if kind == "record":
            return record_has(self.record, name)
        if kind == "setting":
            return name in self.settings
        if kind == "file":
            return (ROOT / name).is_file()
        if name.startswith("hamer "):
            return f'"{name.split()[1]}"' in self.sources
        event, _, field = name.rpartition(".")
        return name in self.events or name in self.states or name in self.parts or field in self.events.get(event, ())


def problems_of(cell, sentence, all_known):
    """What a right-hand cell names that does not exist; *cards* holds up to the next mark or semicolon, *card* for one name. Names
    are Leiden's, or behind a *procedure* that procedure's."""
    known = all_known[LEIDEN]
    kind, many, named = "name", False, 0
    for mark, name, words, _ in TOKEN.findall(cell):
        if name and kind == "procedure":
            kind = "name"
            known = all_known.get(name)
            if not known:
                yield f"no procedure `{name}`"
                return
        elif name:
            named += 1
            if not known.has(kind, name):
                yield f"no {kind} `{name}`"
            kind = kind if many else "name"
        elif words:
            named += 1
            if words not in known.words and words not in sentence:
                yield f"nowhere on a screen: “{words}”"
        else:
            kind, many = MARKS.get(mark, "name"), mark.endswith("s")
    for pattern, why in REFUSED.items():
        if re.search(pattern, cell):
            yield why
    if not named and not any(word in cell for word in NOTHING):
        yield "names nothing that carries it"


def rows(text):
    """(the line's number, the sentence, the right-hand cell) of each row in the chapters."""
    here = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            here = line.startswith(CHAPTERS)
        if here and line.startswith("|") and not re.match(r"\|[ -]*\|? ?---|.*the protocol says", line):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            yield number, cells[-2], cells[-1].rstrip(" |")


def main():
    shared = sources()
    known = {file.stem: Known(file.stem, shared) for file in sorted((ROOT / "config/procedures").glob("*.json"))}
    text = PAGE.read_text(encoding="utf-8")
    found = list(rows(text))
    problems = [f"docs/protocol.md:{number}: {problem}; in the row “{sentence[:60]}…”"
                for number, sentence, cell in found for problem in problems_of(cell, sentence, known)]
    missing = [chapter for chapter in CHAPTERS if not re.search("^" + re.escape(chapter), text, re.M)]
    problems += [f"docs/protocol.md: no chapter “{chapter}”" for chapter in missing]
    for article in ("Gemeentewet 26(1)", "Gemeentewet 26(3)", "Gemeentewet 82", "Sr 138", "Sr 139", "144"):
        line = next((line for line in text.splitlines() if line.startswith("|") and article in line.split("|")[1]), "")
        if "verify with your legal adviser" not in line:
            problems.append(f"docs/protocol.md: {article} without “verify with your legal adviser”")
    for problem in problems:
        print(problem)
    print(f"{len(found)} rows, {len(problems)} problems")
    return 1 if problems or len(found) < 60 else 0


if __name__ == "__main__":
    sys.exit(main())
