"""Trees that are hard to write: every format writes them, and complete formats restore them."""

from __future__ import annotations

import pytest

import cableconv
from cableconv.cable import Cable, Paragraph, Preformatted, Quote, Reference, Table
from cableconv.session import Session

BUILT_IN = Session(third_party=False)
COLUMNS = tuple(f"C{number}" for number in range(300))


def nested(depth: int) -> Paragraph:
    """Return nested paragraphs."""
    inner = Paragraph(text="The innermost.")
    for level in range(depth):
        inner = Paragraph(number=level, text="Further in.", blocks=(Quote(blocks=(inner,)),))
    return inner


HARD = {
    "nothing at all": Cable(),
    "only a subject": Cable(subject="FOG"),
    "2,000 paragraphs": Cable(
        references=(Reference(label="A", kind="cable", text="08 OSLO 7"),),
        body=tuple(Paragraph(number=n, text=f"Goose {n} (ref A).") for n in range(2000)),
    ),
    "300 columns": Cable(body=(Table(rows=(COLUMNS, COLUMNS), text="  ".join(COLUMNS)),)),
    "a table without rows": Cable(body=(Table(rows=(), text=""), Table(rows=((),), text=""))),
    "letters from right to left": Cable(
        subject="ضباب في الميناء", body=(Paragraph(text="قال \u202eref A\u202c שלום (Ref B)."),)
    ),
    "characters beyond the first plane": Cable(subject="\U0001f986 \U00020000"),
    "control characters": Cable(
        id="08\x00OSLO", subject="BELL \x07", body=(Preformatted(text="\x0c\x1b[2J\r\n\x7f\x85"),)
    ),
    "markup": Cable(subject="]]> <!-- &amp; {\\rtf1}", captions=("</cable>", "\"'")),
    "a paragraph forty deep": Cable(body=(nested(40),)),
    "a word of 100,000 letters": Cable(body=(Paragraph(text="A" * 100_000),)),
}


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("form", ["json", "xml"])
def test_the_tree_is_restored(name: str, form: str) -> None:
    document = cableconv.export(HARD[name], form, session=BUILT_IN)
    assert cableconv.parse(document, reader=form, session=BUILT_IN) == HARD[name]


@pytest.mark.parametrize("name", HARD)
def test_the_xml_is_valid(name: str) -> None:
    cableconv.export(HARD[name], "xml", session=BUILT_IN, validate=True)


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("form", ["text", "docx"])
def test_a_document_is_written(name: str, form: str) -> None:
    assert cableconv.export(HARD[name], form, session=BUILT_IN)
