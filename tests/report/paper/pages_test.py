"""How papers run over their pages, and in which order they are read: nothing stands alone at the foot or the head of a page,
the heads of a table stand over each page that it goes on on, and whoever listens hears each word once, in its place.

    pages_test.py PAPERS HAMER SOURCE
"""
import filecmp
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter

import pikepdf

import pdf_ua

PAPERS = sys.argv[1]
LONGER_THAN_A_PAGE = ("reus0", "drie0")


def seen(file):
    """The lines of each page, without its foot."""
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
    for number, page in enumerate(pages, 1):
        foot = page.pop()
        assert foot.endswith(f"{number} / {len(pages)}"), (file.name, number, foot)
    return pages


def heard(file):
    with pikepdf.open(file) as pdf:
        return pdf_ua.reading(pdf)


def nothing_alone(file):
    pages = seen(file)
    for number, page in enumerate(pages, 1):
        where = (file.name, number)
        assert not page[-1].startswith(("Sectie", "Kop ")), (*where, "at the foot", page[-1])
        assert not re.match(r"[tuvw]-\d", page[0]), (*where, "a table goes on without its heads", page[0])
        for name in ("lang", "kort", "eindeloos"):
            lines = sum(bool(re.match(rf"{name}\d", line)) for line in page)
            assert lines != 1, (*where, "a line of a paragraph stands alone", name)
    return pages


def rows_are_whole(file):
    with pikepdf.open(file) as pdf:
        checker = pdf_ua.Checker(pdf)
        checker.check()
        for row in checker.elements:
            if row.type == "TR":
                pages = {page for cell in row.elements for page, _ in cell.pieces}
                longer = any(cell.text.startswith(LONGER_THAN_A_PAGE) for cell in row.elements)
                assert len(pages) > 1 if longer else len(pages) == 1, (file.name, str(row), len(pages))


def each_word_once(file):
    """By the structure as by the eye, but for the heads that are repeated for the eye."""
    spoken = [word for kind, text in heard(file) for word in (text.split() if kind != "Figure" else [])]
    drawn = [word for page in seen(file) for line in page for word in line.split()]
    repeats = Counter(drawn) - Counter(spoken)
    assert not Counter(spoken) - Counter(drawn), (file.name, Counter(spoken) - Counter(drawn))
    assert not [word for word in repeats if not re.fullmatch(r"Kop|[tuvw][abc]", word)], (file.name, repeats)
    heads = [text for kind, text in heard(file) if kind == "TH"]
    assert len(heads) == len(set(heads)), (file.name, heads)


def outline(file):
    titles = [text for kind, text in heard(file) if kind == "H2"]
    pages = seen(file)
    with pikepdf.open(file) as pdf, pdf.open_outline() as items:
        assert [item.title for item in items.root] == titles, (file.name, titles)
        for item in items.root:
            there = next(i for i, page in enumerate(pdf.pages) if page.obj.objgen == item.destination[0].objgen)
            assert item.title in pages[there], (file.name, item.title, there)


def in_order(words, text):
    at = 0
    for word in words:
        found = text.find(word, at)
        assert found >= 0, (word, "is not after what comes before it", text)
        at = found + len(word)


def reading_order(folder):
    for language, words in (
            ("nl", ("Incidentdossier Leiden", "Feiten", "Wat", "geroep vanaf de tribune 🙂, ﬁjn", "Verloop", "Geschorst", "20:41:29: geroep",
                    "Verzoeken om te vertrekken", "Nr", "Tijd", "Antwoord", "1", "20:41:24", "geweigerd, 20:41:47", "2",
                    "Personen", "Zebediah Quist, Kraaienstraat 9", "Nazorg en termijnen", "Uiterlijk", "Raadslid 2",
                    "Raadslid 19", "Echtheid", "Hoofdhash van het logboek", "a" * 20)),
            ("en", ("Incident record Leiden", "Facts", "Course", "Requests to leave", "Said", "refused, 20:41:47", "Persons",
                    "Authenticity", "Head hash of the log"))):
        spoken = heard(folder / f"record-{language}.pdf")
        in_order(words, "\n".join(text for _, text in spoken))
        raw = subprocess.run(["pdftotext", "-raw", folder / f"record-{language}.pdf", "-"], capture_output=True, text=True, check=True)
        in_order([word for word in words if "🙂" not in word], re.sub(r"\s+", " ", raw.stdout))
        figures = [text for kind, text in spoken if kind == "Figure"]
        assert len(figures) == 1, figures
        in_order({"nl": ("Tijdlijn van", "Verstoring: geroep", "van 20:41:17 tot 20:55:48", "Verzoeken: verzoek 1 om 20:41:24",
                         "geweigerd om 20:41:47", "Vergadering: geschorst van", "Politie: gebeld 112 van 20:44:38"),
                  "en": ("Timeline from", "Disturbance: geroep", "from 20:41:17 to 20:55:48", "Requests: request 1 at 20:41:24",
                         "refused at 20:41:47", "Meeting: suspended")}[language], figures[0])
        drill = heard(folder / f"drill-{language}.pdf")[0]
        assert drill[1].startswith({"nl": "OEFENING", "en": "DRILL"}[language]), drill
        with pikepdf.open(folder / f"drill-{language}.pdf") as pdf:
            assert str(pdf.trailer.Info.Title).startswith({"nl": "OEFENING", "en": "DRILL"}[language])


def main():
    with tempfile.TemporaryDirectory(prefix="hamer-pages-") as first, tempfile.TemporaryDirectory(prefix="hamer-pages-") as second:
        for folder in (first, second):
            subprocess.run([PAPERS, folder], check=True)
        folder = pathlib.Path(first)
        files = sorted(one.name for one in folder.iterdir())
        same, other, missing = filecmp.cmpfiles(first, second, files, shallow=False)
        assert not other and not missing, ("not the same twice", other, missing)
        run_on = [nothing_alone(file) for file in sorted(folder.glob("sweep-*.pdf"))]
        for heading in ("Sectie tabel", "Sectie tekst", "Sectie feiten"):
            assert any(page[0] == heading for pages in run_on for page in pages), (heading, "never came at a page's end")
        for name in ("long-nl", "long-en", "sweep-00", "sweep-17"):
            nothing_alone(folder / f"{name}.pdf")
            rows_are_whole(folder / f"{name}.pdf")
            each_word_once(folder / f"{name}.pdf")
        for name in ("long-nl", "record-nl", "record-en"):
            outline(folder / f"{name}.pdf")
        reading_order(folder)
        print(f"{len(files)} papers, the same twice")


if __name__ == "__main__":
    main()
