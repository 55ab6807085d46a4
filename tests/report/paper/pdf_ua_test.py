"""Every paper that Hamer makes has what PDF/UA-1 asks, by the checker beside this; and the checker refuses what it has to.

    pdf_ua_test.py PAPERS HAMER SOURCE
"""
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import pikepdf

import pdf_ua

PAPERS, HAMER, SOURCE = sys.argv[1:]
sys.path.append(SOURCE + "/tests/commands")
from program import Program  # noqa: E402


def of_type(pdf, kind):
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/" + kind]


def first(pdf, kind):
    return min(of_type(pdf, kind), key=lambda one: one.objgen)


def add(pdf, before=b"", after=b"", page=0):
    """More on a page, without a word to its structure."""
    contents = pdf.pages[page].obj.Contents
    contents.write(before + contents.read_bytes() + b"\n" + after)


def replace(pdf, old, new, page=0):
    contents = pdf.pages[page].obj.Contents
    text = contents.read_bytes()
    assert old in text, old
    contents.write(text.replace(old, new, 1))


def metadata(pdf, old, new):
    stream = pdf.Root.Metadata
    text = stream.read_bytes()
    assert old in text, old
    stream.write(text.replace(old, new))


def fonts(pdf, kind):
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/" + kind]


def drop(thing, key):
    del thing[key]


def swap_kids(element):
    element.K = pikepdf.Array(reversed(list(element.K)))


def put(thing, key, value):
    thing[key] = value


NAME, ARRAY, MAP = pikepdf.Name, pikepdf.Array, pikepdf.Dictionary

# What is wrong, how it comes about, and a part of what the checker has to say.
BROKEN = [
    ("no language", lambda pdf: drop(pdf.Root, "/Lang"), "11-006"),
    ("a language that is none", lambda pdf: put(pdf.Root, "/Lang", pikepdf.String("Nederlands, graag")), "11-006"),
    ("the file's name is shown", lambda pdf: put(pdf.Root.ViewerPreferences, "/DisplayDocTitle", False), "07-001"),
    ("not marked", lambda pdf: drop(pdf.Root, "/MarkInfo"), "06-001"),
    ("suspects", lambda pdf: put(pdf.Root.MarkInfo, "/Suspects", True), "02-002"),
    ("no metadata", lambda pdf: drop(pdf.Root, "/Metadata"), "no Metadata"),
    ("metadata that is no XML", lambda pdf: metadata(pdf, b"</rdf:RDF>", b""), "no XML"),
    ("no PDF/UA", lambda pdf: metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b""), "06-002"),
    ("no title", lambda pdf: metadata(pdf, b"Incidentdossier Leiden", b""), "06-003"),
    ("another title", lambda pdf: put(pdf.trailer.Info, "/Title", pikepdf.String("Iets")), "Info's /Title"),
    ("another language", lambda pdf: metadata(pdf, b"<rdf:li>nl-NL", b"<rdf:li>en-GB"), "dc:language"),
    ("another time", lambda pdf: metadata(pdf, b"2026-03-12T23:10:00", b"2026-03-12T23:10:01"), "CreationDate"),
    ("no structure", lambda pdf: drop(pdf.Root, "/StructTreeRoot"), "no StructTreeRoot"),
    ("a type of its own", lambda pdf: put(first(pdf, "TD"), "/S", NAME.Waarde), "02-001"),
    ("a standard type that means another", lambda pdf: put(pdf.Root.StructTreeRoot, "/RoleMap", MAP(P=NAME.Span)), "02-004"),
    ("a wrong parent", lambda pdf: put(first(pdf, "TH"), "/P", pdf.Root.StructTreeRoot), "P is not its parent"),
    ("an element twice", lambda pdf: first(pdf, "Document").K.append(first(pdf, "H1")), "twice"),
    ("a line without a mark", lambda pdf: add(pdf, after=b"0 0 m 10 10 l S"), "S is neither tagged nor an artifact"),
    ("a fill before all else", lambda pdf: add(pdf, before=b"0 0 10 10 re f\n"), "f is neither tagged nor an artifact"),
    ("words without a mark", lambda pdf: replace(pdf, b"/H1 << /MCID 0 >> BDC", b"/H1 BMC"), "neither tagged nor"),
    ("a drawing from elsewhere", lambda pdf: (
        put(pdf.pages[0].obj.Resources, "/XObject", MAP(x=pdf.make_stream(b"0 0 9 9 re f", Subtype=NAME.Form, Type=NAME.XObject))),
        add(pdf, after=b"/x Do")), "/x, operator 2: f is neither"),
    ("a mark that never ends", lambda pdf: add(pdf, after=b"/Artifact BMC 0 0 9 9 re f"), "not ended"),
    ("an end of no mark", lambda pdf: add(pdf, after=b"EMC"), "EMC without"),
    ("an artifact in a text", lambda pdf: replace(pdf, b"/H1 << /MCID 0 >> BDC", b"/H1 << /MCID 0 >> BDC /Artifact BMC EMC"), "01-001"),
    ("a text in an artifact", lambda pdf: add(pdf, before=b"/Artifact BMC\n", after=b"EMC"), "01-002"),
    ("a piece of no element", lambda pdf: drop(first(pdf, "H1"), "/K"), "01-005"),
    ("a piece of two", lambda pdf: put(first(pdf, "TD"), "/K", first(pdf, "TH").K), "of two elements"),
    ("a piece that is not there", lambda pdf: put(first(pdf, "H1"), "/K", 999), "is not on the page"),
    ("a mark of another type", lambda pdf: replace(pdf, b"/H1 <<", b"/P <<"), "marked as P"),
    ("a parent tree of another", lambda pdf: put(pdf.Root.StructTreeRoot.ParentTree.Nums[1], 0, first(pdf, "Figure")), "ParentTree, page 1, MCID 0"),
    ("a short parent tree", lambda pdf: drop(pdf.Root.StructTreeRoot.ParentTree.Nums[1], -1), "entries, expected"),
    ("a page without a parent tree", lambda pdf: drop(pdf.pages[1].obj, "/StructParents"), "StructParents"),
    ("no parent tree", lambda pdf: drop(pdf.Root.StructTreeRoot, "/ParentTree"), "no ParentTree"),
    ("a level skipped", lambda pdf: put(first(pdf, "H2"), "/S", NAME.H3), "14-003"),
    ("no first heading", lambda pdf: put(first(pdf, "H1"), "/S", NAME.P), "14-003"),
    ("a heading of no level", lambda pdf: put(first(pdf, "H2"), "/S", NAME.H), "14-007"),
    ("an empty heading", lambda pdf: drop(first(pdf, "H2"), "/K"), ": empty"),
    ("a head without scope", lambda pdf: drop(first(pdf, "TH"), "/A"), "15-003"),
    ("a scope that is none", lambda pdf: put(first(pdf, "TH").A, "/Scope", NAME.Kolom), "15-003"),
    ("a row short of a cell", lambda pdf: drop(first(pdf, "TR").K, -1), "15-004"),
    ("a cell outside a row", lambda pdf: put(first(pdf, "TBody"), "/S", NAME.TD), "stands in"),
    ("a text among rows", lambda pdf: put(first(pdf, "TR"), "/S", NAME.P), "holds P"),
    ("a list of rows", lambda pdf: put(first(pdf, "TBody"), "/S", NAME.L), "holds TR"),
    ("a table without heads", lambda pdf: [put(one, "/S", NAME.TD) for one in of_type(pdf, "TH")], "15-001"),
    ("heads at the foot", lambda pdf: swap_kids(first(pdf, "THead").P), "head is not first"),
    ("a drawing without words", lambda pdf: drop(first(pdf, "Figure"), "/Alt"), "13-004"),
    ("a drawing with a space for words", lambda pdf: put(first(pdf, "Figure"), "/Alt", pikepdf.String(" ")), "13-004"),
    ("a drawing without a place", lambda pdf: drop(first(pdf, "Figure"), "/A"), "no BBox"),
    ("a drawing off the page", lambda pdf: put(first(pdf, "Figure").A, "/BBox", ARRAY([0, 0, 9000, 9])), "not on the page"),
    ("tabs by rows", lambda pdf: put(pdf.pages[0].obj, "/Tabs", NAME.R), "28-008"),
    ("a note", lambda pdf: put(pdf.pages[0].obj, "/Annots", ARRAY([MAP(Subtype=NAME.Text)])), "annotations"),
    ("a form", lambda pdf: put(pdf.Root, "/AcroForm", MAP(Fields=ARRAY())), "/AcroForm"),
    ("a font of the reader's", lambda pdf: [drop(one.FontDescriptor, "/FontFile2") for one in fonts(pdf, "TrueType")], "31-009"),
    ("a font of no characters", lambda pdf: [drop(one, "/ToUnicode") for one in fonts(pdf, "Type0")], "31-027"),
    ("a font without its map", lambda pdf: [drop(one, "/CIDToGIDMap") for one in fonts(pdf, "CIDFontType2")], "31-005"),
    ("a font without an encoding", lambda pdf: [drop(one, "/Encoding") for one in fonts(pdf, "TrueType")], "31-023"),
    ("no outline", lambda pdf: drop(pdf.Root, "/Outlines"), "outline: none"),
    ("an outline to nowhere", lambda pdf: put(pdf.Root.Outlines.First.Dest, 0, pdf.Root), "leads to no page"),
    ("an outline without a title", lambda pdf: put(pdf.Root.Outlines.First, "/Title", pikepdf.String("")), "without a title"),
    ("a broken outline", lambda pdf: drop(pdf.Root.Outlines.First.Next, "/Prev"), ": Prev"),
]


def refuses(file):
    """Each fault on a file of its own; without it the file has none."""
    for what, break_it, says in BROKEN:
        with pikepdf.open(file) as pdf:
            break_it(pdf)
            made = io.BytesIO()
            pdf.save(made, fix_metadata_version=False)
        with pikepdf.open(made) as pdf:
            found = pdf_ua.check(pdf)
        assert any(says in one for one in found), (what, says, found)


def papers_of(folder):
    """Those of the sample program, and those that the command makes of a meeting and of a drill."""
    subprocess.run([PAPERS, folder], check=True)
    program = Program(HAMER, SOURCE)
    record = program.meeting()
    script = folder / "steps.jsonl"
    steps = [{"at": 25, "do": "disturbance.report", "with": {"who": "audience"}}, {"at": 90, "do": "address.b"},
             {"at": 100, "agree": "hardop herhalen"}, {"at": 101, "observe": "te zacht"}, {"at": 0, "attend": "De Wit"}]
    script.write_text("".join(json.dumps(one) + "\n" for one in sorted(steps, key=lambda one: one["at"])))
    for language in ("nl", "en"):
        program.run("--lang", language, "report", record, "-o", f"{folder}/meeting-{language}.pdf")
        for scenario in ("statement", "sit-in", "violence"):
            program.run("--lang", language, "drill", f"{SOURCE}/scenarios/{scenario}.json", "--script", str(script), "-o",
                        f"{folder}/debrief-{scenario}-{language}.pdf")
    return sorted(folder.glob("*.pdf"))


def main():
    with tempfile.TemporaryDirectory(prefix="hamer-paper-") as name:
        folder = pathlib.Path(name)
        files = papers_of(folder)
        assert len(files) > 40, files
        wrong = []
        for file in files:
            with pikepdf.open(file) as pdf:
                wrong += [f"{file.name}: {one}" for one in pdf_ua.check(pdf)]
                language = "en-GB" if file.stem.endswith("-en") else "nl-NL"
                assert str(pdf.Root.Lang) == language, (file, pdf.Root.Lang)
        assert not wrong, "\n".join(wrong)
        refuses(folder / "record-nl.pdf")
        print(f"{len(files)} papers without a fault; {len(BROKEN)} faults refused")


if __name__ == "__main__":
    main()
