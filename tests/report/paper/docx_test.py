"""A paper as a file for Word, read by python-docx, and by LibreOffice where that is installed: what it says is what the PDF
says.

    docx_test.py PAPERS HAMER SOURCE
"""
import filecmp
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as xml

import docx

PAPERS = sys.argv[1]
SIGNS = "geroep vanaf de tribune 🙂, ﬁjn “gezegd” ½ × √ عبد"


def texts(file):
    """Everything of it in order, and its headings."""
    document = docx.Document(file)
    body = [node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t")]
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    return document, body, headings


def sound(file):
    """Each part is well formed XML and is named among the kinds; nothing is in it twice."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None, file.name
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml" and len(names) == len(set(names)), (file.name, names)
        for name in names:
            xml.fromstring(archive.read(name))
        kinds = archive.read(names[0]).decode()
        for name in names[1:]:
            assert name.endswith(".rels") or f'"/{name}"' in kinds, (file.name, name)


def as_the_pdf(file):
    """Each word of the document stands in the PDF, but for the drawing, which is one of words here."""
    _, body, _ = texts(file)
    text = subprocess.run(["pdftotext", "-raw", file.with_suffix(".pdf"), "-"], capture_output=True, text=True, check=True).stdout
    drawn = "".join(text.split())  # a long word goes on on the next line
    missing = [word for part in body if not part.startswith(("Tijdlijn van", "Timeline from"))
               for word in part.split() if word not in drawn and word.isascii()]
    assert not missing, (file.name, missing[:20])


def a_record(folder):
    document, body, headings = texts(folder / "record-nl.docx")
    assert document.paragraphs[0].text == "Incidentdossier Leiden" and document.paragraphs[0].style.name == "Title"
    assert SIGNS in body and "Raad & <raadzaal>" in body, body[:20]
    assert headings[:3] == ["Feiten", "Verloop", "Verzoeken om te vertrekken"], headings
    assert any(part.startswith("Tijdlijn van") for part in body), "the drawing in time is there in words"
    table = next(one for one in document.tables if one.cell(0, 0).text == "Nr")
    assert len(table.rows) == 4 and table.style.name == "Rows", len(table.rows)
    assert document.core_properties.language == "nl-NL" and document.core_properties.title == "Incidentdossier Leiden"
    assert document.sections[0].footer.paragraphs[0].text.endswith(" r3"), document.sections[0].footer.paragraphs[0].text
    drill, body, _ = texts(folder / "drill-nl.docx")
    assert body[0].startswith("OEFENING") and drill.sections[0].header.paragraphs[0].text == "OEFENING"
    assert texts(folder / "drill-en.docx")[0].core_properties.language == "en-GB"


def a_letter(folder):
    document, body, headings = texts(folder / "letter-nl.docx")
    assert headings == ["Waarom"], headings
    assert "Geachte Zebediah Quist," in body and "Schade: [vul in: schade]" in body, body
    assert document.tables[0].cell(1, 1).text == "Kraaienstraat 9"


def as_libreoffice_reads(folder):
    """Only where its writer is installed."""
    if not shutil.which("soffice"):
        return
    with tempfile.TemporaryDirectory(prefix="hamer-office-") as profile:
        done = subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                               "--outdir", profile, folder / "letter-nl.docx"], capture_output=True, text=True, timeout=250)
        made = pathlib.Path(profile, "letter-nl.txt")
        if not made.exists():
            print("LibreOffice has no writer:", done.stderr.strip())
            return
        text = made.read_text(encoding="utf-8-sig")
        assert "Geachte Zebediah Quist," in text and "Kraaienstraat 9" in text, text


def main():
    with tempfile.TemporaryDirectory(prefix="hamer-docx-") as first, tempfile.TemporaryDirectory(prefix="hamer-docx-") as second:
        for folder in (first, second):
            subprocess.run([PAPERS, folder], check=True)
        folder = pathlib.Path(first)
        files = sorted(folder.glob("*.docx"))
        assert len(files) > 40, len(files)
        _, other, missing = filecmp.cmpfiles(first, second, [one.name for one in files], shallow=False)
        assert not other and not missing, ("not the same twice", other, missing)
        for file in files:
            sound(file)
            as_the_pdf(file)
        a_record(folder)
        a_letter(folder)
        as_libreoffice_reads(folder)


main()
