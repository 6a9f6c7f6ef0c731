"""Documents of cableconv drawn without a printer: forms of a table's rows that few cables have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cableconv import Session
from cableconv.cable import Paragraph, Table

from pdf_cables import one
from pdf_files import Words, pdf

TOP, LEADING = 720, 14
LABELS, VALUES = 72, 200
"""Where the columns of the table begin."""
USUAL = (
    ("From", "AMEMBASSY OSLO"),
    ("To", "SECSTATE WASHDC RUEHC"),
    ("Date", "131205Z MAY 08"),
    ("Classification", "UNCLAS"),
    ("TAGS", "PREL; NO"),
)
TEXT = ("1. The tide clock was late.", "WRAY")


def document(*changed: tuple[str, str], title: str = "Telegram 08OSLO123") -> bytes:
    """Return a document whose table has these rows in place of the usual ones of their labels."""
    others = {label for label, _ in changed}
    rows = (*(row for row in USUAL if row[0] not in others), *changed)
    return pdf(drawn(title, rows))


def drawn(
    title: str, rows: tuple[tuple[str, str], ...], text: tuple[str, ...] = TEXT
) -> Iterator[Words]:
    """Yield the words of the page, from top to foot."""
    yield Words(title, LABELS, TOP, "Helvetica")
    y = TOP - 3 * LEADING
    for label, value in rows:
        for at, line in enumerate(value.split("\n")):
            yield Words(line, VALUES, y - at * LEADING, "Helvetica")
        yield Words(label, LABELS, y, "Helvetica")
        y -= LEADING * len(value.split("\n"))
    for line in text:
        y -= 2 * LEADING
        yield Words(line, LABELS, y, "Helvetica")


def test_the_title_has_the_number_if_no_row_has_it(session: Session) -> None:
    cable = one(document(), session)
    assert (cable.id, cable.tags, cable.signed_by) == ("08OSLO123", ("PREL", "NO"), ("WRAY",))
    cable = one(document(("Number", "OSLO 000124"), title="Telegram"), session)
    assert cable.id == "08OSLO124"


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("131205Z MAY 08", "2008-05-13T12:05:00Z"),
        ("May 13, 2008, 12:05 UTC", "2008-05-13T12:05:00Z"),
        ("May 33, 2008, 12:05 UTC", None),
        ("one day in May", None),
    ],
)
def test_the_date_may_be_in_words(session: Session, printed: str, date: str | None) -> None:
    cable = one(document(("Date", printed), ("Precedence", "IMMEDIATE")), session)
    assert cable.date == date
    assert cable.precedence.action == ("IMMEDIATE" if date else None)


@pytest.mark.parametrize(
    ("printed", "expected"), [("2 of 3", (2, 3)), ("1 to 3 of 3", (1, 3)), ("the last one", None)]
)
def test_sections_are_counted_in_the_class_line(
    session: Session, printed: str, expected: tuple[int, int] | None
) -> None:
    cable = one(document(("Section", printed)), session)
    assert (cable.section and (cable.section.number, cable.section.total)) == expected
    assert cable.id == "08OSLO123"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("SECSTATE WASHDC\nPRIORITY 0101 RUEHC", [("RUEHC", "SECSTATE WASHDC", ())]),
        ("SECSTATE WASHDC RUEHC; AMEMBASSY RIGA RUEHRA",
         [("RUEHC", "SECSTATE WASHDC", ()), ("RUEHRA", "AMEMBASSY RIGA", ())]),
        ("NORDIC COLLECTIVE except AMEMBASSY RIGA\nAMEMBASSY TALLINN",
         [(None, "NORDIC COLLECTIVE", ("AMEMBASSY RIGA",)), (None, "AMEMBASSY TALLINN", ())]),
    ],
    ids=["a route on a line of its own", "running text", "an exempted post"],
)  # fmt: skip
def test_addressees_have_routes_and_exempted_posts(
    session: Session, printed: str, expected: list[tuple[str | None, str, tuple[str, ...]]]
) -> None:
    cable = one(document(("To", printed)), session)
    assert [(each.route, each.name, each.exempted) for each in cable.to] == expected


def test_a_line_of_the_text_is_not_a_row(session: Session) -> None:
    """The words are a label's, but they stand to the right of the labels."""
    rows = (*USUAL, ("Captions", "SIPDIS"))
    words = [*drawn("Telegram 08OSLO123", rows), Words("To nobody it was late.", 90, 400)]
    cable = one(pdf(words), session)
    assert [each.name for each in cable.to] == ["SECSTATE WASHDC"]
    assert cable.captions == ("SIPDIS",)


def test_captions_and_repeated_headings_of_tables_are_not_text(session: Session) -> None:
    """A table that goes on on the next page has its first row there once more."""
    first = [
        *drawn("Telegram 08OSLO123", USUAL, TEXT[:1]),
        Words("Table 1", LABELS, 330, "Helvetica"),
        *row_of("Lamp", "Keeper", 310),
        *row_of("North", "Pell", 296),
        Words("UNCLASSIFIED", 270, 30, "Helvetica"),
    ]
    second = [
        Words("UNCLASSIFIED", 270, 760, "Helvetica"),
        *row_of("Lamp", "Keeper", 720),
        *row_of("South", "Morsby", 706),
        Words("WRAY", LABELS, 670, "Helvetica"),
        Words("UNCLASSIFIED", 270, 30, "Helvetica"),
    ]
    cable = one(pdf(first, second), session)
    words = " ".join(
        block.text for _, block in cable.walk() if isinstance(block, Paragraph | Table)
    )
    assert [words.count(each) for each in ("Keeper", "Pell", "Morsby", "Table 1")] == [1, 1, 1, 0]
    assert cable.signed_by == ("WRAY",)


def row_of(left: str, right: str, y: float) -> Iterator[Words]:
    yield Words(left, LABELS, y, "Helvetica")
    yield Words(right, VALUES, y, "Helvetica")
