#!/usr/bin/env python3
"""What PDF/UA-1 (ISO 14289-1) asks of a file and a program can judge, along the failure conditions of the Matterhorn
protocol 1.1, as far as papers like Hamer's can meet them: no forms, links, annotations, sound, formulas or notes, and a
file that has one of these is refused rather than passed. Each problem is told with its place.

    pdf_ua.py FILE.pdf…

Exit status 1 where one of them has a problem.
"""
import re
import sys
import xml.etree.ElementTree as xml

import pikepdf

import pdf_content

GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
BLOCK = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6"}
INLINE = {"Span", "Quote", "Reference", "BibEntry", "Code"}
# Of each of these, what it may hold, and what may hold it.
KIDS = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
        "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"}}
PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
           "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}}
STANDARD = GROUPING | BLOCK | INLINE | {"Lbl", "Figure"} | set(KIDS) | set(PARENTS)
SPACES = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/", "pdf": "http://ns.adobe.com/pdf/1.3/",
          "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}


def name(value):
    return str(value).removeprefix("/") if value is not None else ""


class Element:
    """A structure element, with the number of its place among all in reading order."""

    def __init__(self, thing, parent, number):
        self.thing, self.parent, self.number = thing, parent, number
        self.type = name(thing.get("/S"))
        self.elements, self.pieces = [], []  # pieces: (page's id, MCID)
        self.text = ""  # its own

    def __str__(self):
        return f"{self.type} (element {self.number})"

    def attribute(self, owner, key):
        attributes = self.thing.get("/A", [])
        for one in [attributes] if isinstance(attributes, pikepdf.Dictionary) else attributes:
            if isinstance(one, pikepdf.Dictionary) and name(one.get("/O")) == owner and key in one:
                return one[key]
        return None

    def has_content(self):
        return bool(self.pieces) or any(one.has_content() for one in self.elements)


class Checker:
    def __init__(self, pdf):
        self.pdf, self.problems, self.elements = pdf, [], []
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def expect(self, truth, problem):
        if not truth:
            self.problems.append(problem)
        return bool(truth)

    def check(self):
        root = self.pdf.Root
        self.catalog(root)
        self.metadata(root)
        self.pages_themselves()
        if self.expect("/StructTreeRoot" in root, "01-004 catalog: no StructTreeRoot"):
            self.tree(root.StructTreeRoot)
            pieces = {}
            for page, number in [(page, number) for number, page in enumerate(self.pdf.pages, 1)]:
                pieces[page.obj.objgen] = pdf_content.check_page(page, number, self.expect)
            self.content_against_tree(pieces)
            self.parent_tree(root.StructTreeRoot)
            self.headings()
            for element in self.elements:
                self.one(element)
        pdf_content.check_fonts(self.pdf, self.expect)
        self.outline(root)
        return self.problems

    def catalog(self, root):
        self.expect(re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(root.get("/Lang", ""))),
                    "11-006 catalog: no Lang, or no language by RFC 5646")
        shown = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
        self.expect(shown is True, "07-001 catalog: DisplayDocTitle is not true")
        marked = root.get("/MarkInfo", {})
        self.expect(marked.get("/Marked") is True, "06-001 catalog: MarkInfo does not say Marked")
        self.expect(marked.get("/Suspects", False) is False, "02-002 catalog: MarkInfo says Suspects")
        for key in ("/AcroForm", "/OCProperties", "/OpenAction", "/AA"):
            self.expect(key not in root, f"catalog: {key} is not looked into")
        self.expect(not self.pdf.is_encrypted, "26-001 file: encrypted")
        self.expect(self.pdf.pdf_version <= "1.7", f"file: version {self.pdf.pdf_version}, expected 1.7 at most")

    def metadata(self, root):
        stream = root.get("/Metadata")
        if not self.expect(isinstance(stream, pikepdf.Stream), "06-001 catalog: no Metadata"):
            return
        self.expect(name(stream.get("/Type")) == "Metadata" and name(stream.get("/Subtype")) == "XML",
                    "06-001 metadata: not of type Metadata, subtype XML")
        try:
            tree = xml.fromstring(stream.read_bytes())
        except xml.ParseError as problem:
            self.expect(False, f"06-001 metadata: no XML: {problem}")
            return
        info = self.pdf.trailer.get("/Info", {})

        def said(path):
            found = tree.find(f".//{path}", SPACES)
            return (found.text or "").strip() if found is not None else ""

        title = said("dc:title/rdf:Alt/rdf:li")
        self.expect(title, "06-003 metadata: no dc:title")
        self.expect(said("pdfuaid:part") == "1", "06-002 metadata: pdfuaid:part is not 1")
        self.expect(said("dc:language/rdf:Bag/rdf:li") == str(root.get("/Lang", "")), "metadata: dc:language is not the catalog's Lang")
        for key, path in (("/Title", "dc:title/rdf:Alt/rdf:li"), ("/Subject", "dc:description/rdf:Alt/rdf:li"),
                          ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer")):
            self.expect(str(info.get(key, "")) == said(path), f"metadata: {path} is {said(path)!r}, Info's {key} {info.get(key)!r}")
        digits = re.sub(r"\D", "", said("xmp:CreateDate"))
        self.expect(digits and digits[:14] == re.sub(r"\D", "", str(info.get("/CreationDate", "")))[:14],
                    "metadata: xmp:CreateDate is not Info's CreationDate")

    def pages_themselves(self):
        parents = set()
        for number, page in enumerate(self.pdf.pages, 1):
            self.expect(name(page.obj.get("/Tabs")) == "S", f"28-008 page {number}: Tabs is not S")
            self.expect(not page.obj.get("/Annots"), f"page {number}: annotations are not looked into")
            key = page.obj.get("/StructParents")
            self.expect(key is not None and key not in parents, f"01-004 page {number}: StructParents missing or twice")
            parents.add(key)

    def tree(self, root):
        kids = root.get("/K", [])
        kids = [kids] if isinstance(kids, pikepdf.Dictionary) else list(kids)
        self.roles = {name(key): name(value) for key, value in root.get("/RoleMap", {}).items()}
        self.expect([name(one.get("/S")) for one in kids] == ["Document"], "structure: expected one Document at its root")
        seen = set()
        for kid in kids:
            self.element(kid, root, None, seen)

    def element(self, thing, above, parent, seen):
        made = Element(thing, parent, len(self.elements) + 1)
        self.elements.append(made)
        if not self.expect(thing.objgen not in seen, f"01-004 {made}: stands in the structure twice"):
            return
        seen.add(thing.objgen)
        self.expect(thing.get("/P") is not None and thing.P.objgen == above.objgen, f"01-004 {made}: P is not its parent")
        if self.expect(made.type not in self.roles or made.type not in STANDARD, f"02-004 {made}: a standard type is mapped"):
            made.type = self.roles.get(made.type, made.type)
        self.expect(made.type in STANDARD, f"02-001 {made}: no standard type")
        kids = thing.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                made.pieces.append((thing.Pg.objgen if "/Pg" in thing else None, kid))
            elif name(kid.get("/Type")) == "MCR":
                made.pieces.append(((kid.Pg if "/Pg" in kid else thing.Pg).objgen, int(kid.MCID)))
            elif self.expect(name(kid.get("/Type", "/StructElem")) == "StructElem", f"{made}: holds a {kid.get('/Type')}"):
                made.elements.append(kid)
        made.elements = [self.element(kid, thing, made, seen) for kid in made.elements]
        made.elements = [one for one in made.elements if one]
        return made

    def content_against_tree(self, pieces):
        owner = {}
        for element in self.elements:
            for piece in element.pieces:
                page = self.pages.get(piece[0])
                there = pieces.get(piece[0], {})
                where = f"page {page}, MCID {piece[1]}"
                self.expect(piece not in owner, f"01-004 {where}: of two elements, {owner.get(piece)} and {element}")
                owner[piece] = element
                if self.expect(piece[1] in there, f"01-004 {element}: {where} is not on the page"):
                    tag, said = there[piece[1]]
                    element.text += said
                    self.expect(self.roles.get(tag, tag) == element.type, f"{where}: marked as {tag}, of {element}")
        for page, there in pieces.items():
            for mcid in there:
                self.expect((page, mcid) in owner, f"01-005 page {self.pages[page]}, MCID {mcid}: of no element")
        self.owner = owner

    def parent_tree(self, root):
        if not self.expect("/ParentTree" in root and "/Nums" in root.get("/ParentTree", {}), "01-004 structure: no ParentTree"):
            return
        numbers = list(root.ParentTree.Nums)
        found = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers) - 1, 2)}
        self.expect(sorted(found) == list(found), "01-004 ParentTree: not in order")
        for page in self.pdf.pages:
            number = self.pages[page.obj.objgen]
            mine = {mcid: element for (of, mcid), element in self.owner.items() if of == page.obj.objgen}
            parents = found.pop(int(page.obj.get("/StructParents", -1)), None)
            if not self.expect(parents is not None, f"01-004 ParentTree: nothing for page {number}"):
                continue
            self.expect(len(parents) == len(mine), f"01-004 ParentTree, page {number}: {len(parents)} entries, expected {len(mine)}")
            for mcid, element in mine.items():
                there = parents[mcid] if mcid < len(parents) else None
                self.expect(there is not None and there.objgen == element.thing.objgen,
                            f"01-004 ParentTree, page {number}, MCID {mcid}: not {element}")
        self.expect(not found, f"01-004 ParentTree: entries of no page, {list(found)}")

    def headings(self):
        level = 0
        levels = [element for element in self.elements if re.fullmatch(r"H\d?", element.type)]
        self.expect(levels, "14-001 structure: no heading")
        for element in levels:
            if not self.expect(element.type != "H", f"14-007 {element}: a heading without a level"):
                continue
            now = int(element.type[1])
            self.expect(now <= level + 1, f"14-003 {element}: after level {level}, a level is skipped")
            level = now

    def one(self, element):
        kids, above = KIDS.get(element.type), PARENTS.get(element.type)
        for kid in element.elements:
            self.expect(kids is None or kid.type in kids, f"{element}: holds {kid}")
        self.expect(kids is None or not element.pieces, f"{element}: holds text of its own")
        self.expect(above is None or (element.parent and element.parent.type in above), f"{element}: stands in {element.parent}")
        if element.type in BLOCK:
            self.expect(element.has_content(), f"{element}: empty")
        if element.type == "Figure":
            words = str(element.thing.get("/Alt", "")) or str(element.thing.get("/ActualText", ""))
            self.expect(words.strip(), f"13-004 {element}: no Alt")
            self.box(element)
        if element.type == "TH":
            self.expect(name(element.attribute("Table", "/Scope")) in ("Row", "Column", "Both"), f"15-003 {element}: no Scope")
            self.expect(element.has_content(), f"{element}: empty")
        if element.type == "Table":
            self.table(element)

    def box(self, element):
        box = element.attribute("Layout", "/BBox")
        if self.expect(box is not None and element.pieces, f"{element}: no BBox, or nothing drawn"):
            page = next((one for one in self.pdf.pages if one.obj.objgen == element.pieces[0][0]), None)
            left, bottom, right, top = (float(one) for one in box)
            if self.expect(page is not None, f"{element}: on no page"):
                sheet = [float(one) for one in page.mediabox]
                self.expect(sheet[0] <= left < right <= sheet[2] and sheet[1] <= bottom < top <= sheet[3],
                            f"{element}: BBox is not on the page")

    def table(self, element):
        parts = [one.type for one in element.elements]
        self.expect(parts.count("THead") <= 1 and parts.count("TFoot") <= 1, f"{element}: two heads or feet")
        self.expect("THead" not in parts or parts[0] in ("THead", "Caption"), f"{element}: the head is not first")
        rows = [row for part in element.elements for row in ([part] if part.type == "TR" else part.elements)]
        widths = [sum(int(cell.attribute("Table", "/ColSpan") or 1) for cell in row.elements) for row in rows]
        self.expect(len(set(widths)) == 1 and widths[0] > 0, f"15-004 {element}: rows of {sorted(set(widths))} cells")
        self.expect(any(cell.type == "TH" for row in rows for cell in row.elements), f"15-001 {element}: no TH")

    def outline(self, root):
        outlines = root.get("/Outlines")
        if not self.expect(outlines is not None and "/First" in outlines, "outline: none"):
            return
        before, item = None, outlines.First
        while item is not None:
            where = f"outline, {str(item.get('/Title', ''))!r}"
            self.expect(str(item.get("/Title", "")).strip(), "outline: an item without a title")
            self.expect(item.get("/Parent") is not None and item.Parent.objgen == outlines.objgen, f"{where}: Parent")
            self.expect(("/Prev" in item) == (before is not None) and (before is None or item.Prev.objgen == before.objgen), f"{where}: Prev")
            to = item.get("/Dest")
            if self.expect(isinstance(to, pikepdf.Array) and to[0].objgen in self.pages, f"{where}: leads to no page"):
                page = self.pdf.pages[self.pages[to[0].objgen] - 1]
                self.expect(name(to[1]) == "XYZ" and 0 <= float(to[3]) <= float(page.mediabox[3]), f"{where}: leads past the page")
            before, item = item, item.get("/Next")
        self.expect(before.objgen == outlines.Last.objgen, "outline: Last is not the last")


def check(pdf):
    """The problems of an open pikepdf.Pdf, each a sentence that begins with the condition's number where it has one."""
    problems = Checker(pdf).check()
    return problems + [f"file: {one}" for one in pdf.check()]


def reading(pdf):
    """What somebody hears who listens to it: the type and the text of each element with text of its own, in order."""
    checker = Checker(pdf)
    checker.check()
    return [(one.type, str(one.thing.get("/Alt", one.thing.get("/ActualText", one.text))).strip())
            for one in checker.elements if one.pieces]


def main(files):
    wrong = False
    for file in files:
        with pikepdf.open(file) as pdf:
            for problem in check(pdf):
                print(f"{file}: {problem}")
                wrong = True
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
