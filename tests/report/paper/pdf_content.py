"""What is drawn on the pages of a PDF: each of it tagged or an artifact, in fonts that stand in the file and whose every
character says which one it is."""
import functools
import re

import pikepdf

# The operators that leave something on the page (ISO 32000-1, annex A).
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "INLINE IMAGE"}
# Encodings from which a reader knows the characters without more (ISO 14289-1, 7.21.7).
KNOWN = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
SYMBOLIC, NOT_SYMBOLIC = 4, 32


def check_page(page, number, expect):
    """Of each MCID on the page its tag, and what it says."""
    found = {}
    walk(page, page.obj.get("/Resources", {}), f"page {number}", found, [], expect)
    return found


def walk(content, resources, where, found, outside, expect):
    # `outside`: what the stream stands in already. Each mark: "artifact", "tagged", "instead" or "other".
    # `now`: the entry of the tagged piece that is open.
    marks, now, text, fonts, font = list(outside), None, False, [], None
    for at, (operands, operator) in enumerate(pikepdf.parse_content_stream(content), 1):
        operator, place = str(operator), f"{where}, operator {at}"
        if operator in ("BMC", "BDC"):
            tag = str(operands[0]).removeprefix("/")
            properties = operands[1] if operator == "BDC" else {}
            if isinstance(properties, pikepdf.Name):
                properties = resources.get("/Properties", {}).get(properties, {})
            if tag == "Artifact":
                expect("tagged" not in marks, f"01-001 {place}: an artifact within what is tagged")
                marks.append("artifact")
            elif "/MCID" in properties:
                expect("artifact" not in marks, f"01-002 {place}: tagged within an artifact")
                expect("tagged" not in marks, f"{place}: tagged within what is tagged")
                expect(int(properties.MCID) not in found, f"{place}: MCID {properties.MCID} twice")
                found[int(properties.MCID)] = [tag, ""]
                now = found[int(properties.MCID)]
                marks.append("tagged")
                expect(not text, f"{place}: a mark within a text object that began outside")
            else:
                # Where it says itself what it stands for, what is drawn in it does not.
                instead = properties.get("/ActualText")
                if now is not None and instead is not None and "instead" not in marks:
                    now[1] += str(instead)
                marks.append("other" if instead is None else "instead")
        elif operator == "EMC":
            if expect(len(marks) > len(outside), f"{place}: EMC without a beginning"):
                ended = marks.pop()
                expect(ended in ("other", "instead") or not text, f"{place}: a text object goes on past its mark")
                now = None if ended == "tagged" else now
        elif operator in ("BT", "ET"):
            expect(text == (operator == "ET"), f"{place}: {operator} without the other")
            text = operator == "BT"
        elif operator == "q":
            fonts.append(font)
        elif operator == "Q":
            font = fonts.pop() if fonts else None
        elif operator == "Tf":
            font = resources.get("/Font", {}).get(str(operands[0]))
            expect(font is not None, f"{place}: a font that the page does not have")
        if operator in PAINTING:
            expect("tagged" in marks or "artifact" in marks, f"01-005 {place}: {operator} is neither tagged nor an artifact")
        if operator in ("Tj", "TJ", "'", '"') and font is not None:
            shown = operands[-1]
            for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
                if isinstance(part, pikepdf.String):
                    said = characters(font, bytes(part), place, expect)
                    if now is not None and "instead" not in marks:
                        now[1] += said
        if operator == "Do":
            drawn = resources.get("/XObject", {}).get(str(operands[0]))
            if expect(drawn is not None, f"{place}: nothing by that name") and drawn.get("/Subtype") == "/Form":
                walk(drawn, drawn.get("/Resources", resources), f"{where}, {operands[0]}", found, marks, expect)
    expect(len(marks) == len(outside), f"{where}: {len(marks) - len(outside)} marks are not ended")


def characters(font, codes, place, expect):
    wide = font.get("/Subtype") == "/Type0"
    if wide:
        codes = [codes[i] << 8 | codes[i + 1] for i in range(0, len(codes) - 1, 2)]
    known = unicode_of(font)
    encoding = KNOWN.get(str(font.get("/Encoding", "")))
    for code in codes:
        expect(not wide or code != 0, f"31-030 {place}: a character that the font does not have")
        expect(code in known or (encoding and not wide), f"31-027 {place}: which character {code} of {font.get('/BaseFont')} is, is not said")
        expect(known.get(code, "x") not in ("\0", "\ufeff", "\ufffe"), f"31-028 {place}: no character")
    return "".join(known.get(code) or bytes([code]).decode(encoding or "latin1", "replace") if not wide else known.get(code, "") for code in codes)


def unicode_of(font):
    """The character of each code, by the font's ToUnicode."""
    return mapped(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}


@functools.cache
def mapped(cmap):
    text = cmap.decode("latin1")
    found = {}

    def words(digits):
        return bytes.fromhex(digits).decode("utf-16-be", "replace")

    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = words(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code] = words(f"{int(value, 16) + code - int(first, 16):0{len(value)}x}")
        for first, last, values in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]", block):
            for code, value in enumerate(re.findall(r"<(\w+)>", values), int(first, 16)):
                found[code] = words(value)
    return found


def check_fonts(pdf, expect):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "CIDFont" not in str(thing.get("/Subtype")):
            check_font(thing, f"font {thing.get('/BaseFont')}", expect)


def check_font(font, where, expect):
    kind = str(font.get("/Subtype"))
    if not expect(kind in ("/Type0", "/TrueType", "/Type1"), f"{where}: {kind} is not looked into"):
        return
    shapes = font
    if kind == "/Type0":
        shapes = font.DescendantFonts[0]
        expect(font.get("/Encoding") == "/Identity-H", f"31-006 {where}: its CMap is not Identity-H")
        if shapes.get("/Subtype") == "/CIDFontType2":
            to = shapes.get("/CIDToGIDMap")
            expect(to == "/Identity" or isinstance(to, pikepdf.Stream), f"31-005 {where}: no CIDToGIDMap")
    descriptor = shapes.get("/FontDescriptor", {})
    expect(any(isinstance(descriptor.get(key), pikepdf.Stream) for key in ("/FontFile", "/FontFile2", "/FontFile3")),
           f"31-009 {where}: not in the file")
    encoding = str(font.get("/Encoding", ""))
    expect("/ToUnicode" in font or encoding in KNOWN, f"31-027 {where}: does not say which characters it has")
    flags = int(descriptor.get("/Flags", 0))
    expect(bool(flags & SYMBOLIC) != bool(flags & NOT_SYMBOLIC), f"{where}: both symbolic and not, or neither")
    if kind == "/TrueType":
        expect((encoding in KNOWN) == bool(flags & NOT_SYMBOLIC), f"31-023 {where}: an encoding, and symbolic, or neither")
