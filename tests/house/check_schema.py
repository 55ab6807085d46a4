"""Every shipped JSON file fits its schema, and the procedure's schema describes every key; exit status 1 names what does not."""
import json
import pathlib
import re
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = ROOT / "config"
SHIPPED = {
    "settings.schema.json": [CONFIG / "hamer.json"],
    "scenario.schema.json": sorted((ROOT / "scenarios").glob("*.json")),
    "letter.schema.json": sorted((CONFIG / "letters").glob("*.json")),
    "procedure.schema.json": sorted((CONFIG / "procedures").glob("*.json")),
    # No file holds a message; the fuzzer begins with one of each.
    "link.schema.json": sorted((ROOT / "tests/fuzz/seeds/link_message").iterdir()),
}


def refuse_twice(pairs):
    keys = [key for key, _ in pairs]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"these keys stand twice: {', '.join(sorted(twice))}")
    return dict(pairs)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=refuse_twice)


def problems():
    for schema_name, files in SHIPPED.items():
        schema_file = CONFIG / "schema" / schema_name
        try:
            schema = read(schema_file)
            jsonschema.Draft202012Validator.check_schema(schema)
        except (ValueError, jsonschema.SchemaError) as error:
            yield f"{schema_file.relative_to(ROOT)}: {error}"
            continue
        if not files:
            yield f"{schema_name}: no file to try it on"
        for file in files:
            name = file.relative_to(ROOT)
            try:
                data = read(file)
            except ValueError as error:
                yield f"{name}: {error}"
                continue
            validator = jsonschema.Draft202012Validator(schema)
            for error in sorted(validator.iter_errors(data), key=lambda found: list(map(str, found.absolute_path))):
                where = "/".join(map(str, error.absolute_path))
                yield f"{name}: /{where}: {error.message[:300]}"
    yield from words_of_the_program()
    yield from undescribed()


def words_of_the_program():
    """What an event can mean, and the kinds of meeting, stand in the schema as in the program."""
    schema = read(CONFIG / "schema" / "procedure.schema.json")["$defs"]
    for file, name, words in (
        ("meaning.h", "meaning_words", schema["event"]["properties"]["means"]["enum"]),
        ("meeting_kind.h", "meeting_kind_words", schema["meetings"]["items"]["enum"]),
    ):
        listed = listed_words(ROOT / "src" / "procedure" / file, name)
        if listed != words:
            yield f"procedure.schema.json: expected the words of src/procedure/{file}: {', '.join(listed)}"
    yield from words_of_the_link()
    yield from words_of_letters()


def words_of_letters():
    """The fields of letters stand in the schema and on the page as in the program; so do readers and measures."""
    schema = read(CONFIG / "schema" / "letter.schema.json")
    page = (ROOT / "docs" / "brieven.md").read_text(encoding="utf-8").partition("\n## De velden\n")[2]
    record = ROOT / "src" / "record"
    fields = re.findall(r'^ {8}{"([a-z_]+)",\s+{"', (record / "letter_template.cpp").read_text(encoding="utf-8"), re.MULTILINE)
    for what, found, expected in (
        ("letter.schema.json: the fields", schema["$defs"]["field"]["enum"], fields),
        ("letter.schema.json: the readers", schema["properties"]["reader"]["enum"], listed_words(record / "letter_template.h", "letter_reader_words")),
        ("letter.schema.json: the measures", schema["properties"]["measure"]["enum"], listed_words(record / "dossier.h", "measure_words")),
        ("docs/brieven.md: the fields", re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE), fields),
    ):
        if found != expected or not found:
            yield f"{what}: expected {', '.join(expected)}; found {', '.join(found)}"


def listed_words(header, name):
    return re.findall(r'"([a-z-]+)"', re.search(name + r" = {(.*?)};", header.read_text(encoding="utf-8"), re.DOTALL)[1])


def words_of_the_link():
    """The kinds of message and the codes stand in the schema and on the page as in the program, and each kind was tried."""
    schema = read(CONFIG / "schema" / "link.schema.json")
    page = (ROOT / "docs" / "link.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "codec" / "link"
    codes = re.findall(r'{"([a-z-]+)", \d+}', (folder / "link_code.h").read_text(encoding="utf-8"))
    kinds = re.findall(r'{"([a-z]+)", as_message', (folder / "link_reading.cpp").read_text(encoding="utf-8"))
    described = [one["$ref"].rpartition("/")[2] for one in schema["oneOf"]]
    tried = {path.name for path in SHIPPED["link.schema.json"]}
    for what, found, expected in (
        ("link.schema.json: the kinds of message", described, kinds),
        ("link.schema.json: the codes", schema["$defs"]["code"]["enum"], codes),
        ("docs/link.md: the kinds of message", re.findall(r"^\| `([a-z]+)` \| [CKWRb]", page, re.MULTILINE), kinds),
        ("docs/link.md: the codes", re.findall(r"^\| `([a-z-]+)` \| (?:\d|–)", page, re.MULTILINE), codes),
    ):
        if found != expected or not found:
            yield f"{what}: expected {', '.join(expected)}; found {', '.join(found)}"
    for kind in kinds:
        if kind not in tried:
            yield f"tests/fuzz/seeds/link_message: no {kind}"


def undescribed(node=None, where=""):
    """An editor helps only where the schema says something."""
    if node is None:
        node = read(CONFIG / "schema" / "procedure.schema.json")
    if isinstance(node, dict):
        for key, child in node.get("properties", {}).items():
            # Inside `if` and `then` keys are repeated only to narrow them.
            if isinstance(child, dict) and "description" not in child and "$ref" not in child and "/allOf/" not in where:
                yield f"procedure.schema.json: {where}/properties/{key}: a description is missing"
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from undescribed(child, f"{where}/{key}")


found = list(problems())
print("\n".join(found) or "every shipped file fits its schema")
sys.exit(1 if found else 0)
