"""The text of pages: lines, columns, several cables, and files that cannot be read."""

from __future__ import annotations

import re
from time import process_time

import pytest
from cableconv import InputError, Session
from cableconv.cable import Diagnostic, Paragraph, Table
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.telegram import Telegram
from cableconv.testing import assert_reader_conforms

import cableconv_pdf
from pdf_cables import FIRST, OSLO, RIGA, SECOND, cables, one, texts
from pdf_files import LETTER, Words, encrypted, pdf, typed


def telegrams(data: bytes) -> list[Telegram]:
    return list(cableconv_pdf.read(Content(data, "a.pdf")))


def test_the_reader_conforms() -> None:
    assert_reader_conforms(
        cableconv_pdf,
        pdf(typed(OSLO)),
        pdf(typed(FIRST), typed(SECOND)),
        pdf(typed(RIGA, "Helvetica")),
    )


def test_pdf_files_are_recognized_by_their_signature() -> None:
    assert cableconv_pdf.sniff(Content(pdf([]))) is Sniff.SURE
    assert cableconv_pdf.sniff(Content(b"\n\n" + pdf([]))) is Sniff.MAYBE
    assert cableconv_pdf.sniff(Content("%PDF-1.4 is how a PDF begins")) is Sniff.NO


@pytest.mark.parametrize("is_invisible", [False, True], ids=["printed", "text layer"])
def test_a_typed_page_is_the_text_that_was_typed(is_invisible: bool) -> None:
    (telegram,) = telegrams(pdf(typed(OSLO, is_invisible=is_invisible), picture=is_invisible))
    assert telegram.text == OSLO
    assert telegram.source.reader == "pdf"


@pytest.mark.parametrize(
    ("rotate", "first", "second"),
    [(0, (72, 700), (72, 688)), (90, (72, 90), (84, 90)), (180, (540, 72), (540, 84)),
     (270, (540, 700), (528, 700))],
)  # fmt: skip
def test_a_page_may_be_rotated_in_the_file(
    rotate: int, first: tuple[int, int], second: tuple[int, int]
) -> None:
    lines = [
        Words("FM AMEMBASSY OSLO", *first, turn=rotate),
        Words("TO SECSTATE WASHDC", *second, turn=rotate),
    ]
    (telegram,) = telegrams(pdf(lines, rotate=rotate))
    assert telegram.text == "FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n"


def test_every_field_of_a_page_is_read(session: Session) -> None:
    cable, typed_out = one(pdf(typed(OSLO)), session), session.parse(OSLO)
    assert cable.replace(source=typed_out.source) == typed_out


def test_columns_are_kept_in_a_proportional_font(session: Session) -> None:
    page = typed(OSLO[: OSLO.index("   Ship")], "Helvetica")
    rows = (("Ship", "Lamps", "Cats"), ("Marigold", "12", "1"), ("Blue Heron", "4", "11"))
    for at, row in enumerate(rows):
        page += [
            Words(cell, 100 + 110 * column, 500 - 12 * at, "Helvetica")
            for column, cell in enumerate(row)
        ]
    text = one(pdf(page), session).body[1]
    assert isinstance(text, Paragraph)
    (table,) = text.blocks
    assert isinstance(table, Table)
    assert [re.split(r"\s{3,}", row.strip()) for row in table.text.splitlines()] == [
        list(row) for row in rows
    ]


def test_words_separated_only_by_gaps_are_joined_by_spaces() -> None:
    words = [
        Words("THE", 72, 700),
        Words("TIDE", 72 + 4 * 6, 700),
        Words("CLOCK", 72 + 9 * 6, 700.8),
    ]
    (telegram,) = telegrams(pdf(words))
    assert telegram.text == "THE TIDE CLOCK\n"


def test_a_paragraph_continues_on_the_next_page(session: Session) -> None:
    cable = one(pdf(typed(FIRST), typed(SECOND)), session)
    assert texts(cable)[0].endswith("of an hour, and nobody in the harbor knows why.")


def test_several_cables_are_read(session: Session) -> None:
    found = cables(pdf(typed(FIRST), typed(SECOND), typed(RIGA)), session)
    assert [cable.id for cable in found] == ["08OSLO123", "08RIGA77"]
    assert found[1].signed_by == ("FENWICK",)


def test_two_cables_on_one_page_are_separated_by_an_end_mark(session: Session) -> None:
    found = cables(pdf(typed(f"{RIGA}NNNN\n\n{OSLO}")), session)
    assert [cable.id for cable in found] == ["08RIGA77", "08OSLO123"]


def test_a_heading_repeated_on_the_next_page_is_the_same_cable(session: Session) -> None:
    again = OSLO[: OSLO.index("E.O.")]
    found = cables(pdf(typed(FIRST), typed(again + SECOND)), session)
    assert [cable.id for cable in found] == ["08OSLO123"]


def test_a_blank_page_is_ignored(session: Session) -> None:
    assert one(pdf(typed(FIRST), [], typed(SECOND)), session).signed_by == ("WRAY",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf(typed(FIRST), [], picture=True), ["page 2", "text layer", "ocrmypdf"]),
        (encrypted(), ["encrypted", "password", "qpdf"]),
        (b"%PDF-1.7\nnothing", ["a PDF", "damaged"]),
        (pdf([]), ["blank pages"]),
        (b"no PDF at all", ["not a PDF"]),
    ],
    ids=["picture", "encrypted", "damaged", "blank", "another form"],
)
def test_unreadable_files_are_refused_with_reason_and_advice(data: bytes, says: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        telegrams(data)
    assert caught.value.path == "a.pdf"
    assert caught.value.hint
    assert [word for word in says if word not in str(caught.value)] == []


def test_a_crooked_scan_has_straight_lines(session: Session) -> None:
    crooked = [
        Words(
            word, words.x + LETTER * at, words.y + 0.006 * LETTER * at + at % 2, is_invisible=True
        )
        for words in typed(OSLO)
        for at, word in ((found.start(), found[0]) for found in re.finditer(r"\S+", words.text))
    ]
    cable = one(pdf(crooked, picture=True), session)
    assert texts(cable) == texts(session.parse(OSLO))


@pytest.mark.parametrize(
    "line", ["A " * 5_000, "1" * 10_000, "B1 (A)" * 1_250, "SECRET " * 1_250, "RUEHC " * 1_250]
)
def test_no_line_takes_long_to_read(line: str) -> None:
    page = [Words("Telegram 08OSLO123", 72, 700), Words("From", 72, 680), Words("To", 72, 660)]
    for at, text in enumerate((line, f"FM {line}", f"UNCLAS {line}")):
        page += [Words(text, 172, 680 - 20 * at)]
    made = pdf(page)
    begin = process_time()
    assert telegrams(made)
    assert process_time() - begin < 5


def test_words_far_outside_the_page_use_little_memory() -> None:
    (telegram,) = telegrams(pdf([*typed(RIGA), Words("FAR", 1e8, 300), Words("UP", 72, -1e8)]))
    assert "UP" in telegram.text
    assert len(telegram.text) < 2000


def test_page_marks_do_not_begin_a_cable(session: Session) -> None:
    pages = [typed(FIRST), typed(f"CONFIDENTIAL     PAGE 02   RUEHNY 0123\n\n{SECOND}")]
    assert len(cables(pdf(*pages), session)) == 1


def test_diagnostics_of_unpacking_are_passed_on() -> None:
    content = Content(pdf(typed(RIGA)), "a.zip", member="a.pdf")
    found = Diagnostic(code="archive-damaged", severity="warning", message="cut off")
    content.findings.append(found)
    (telegram,) = cableconv_pdf.read(content)
    assert telegram.diagnostics == (found,)
    assert (telegram.source.name, telegram.source.member) == ("a.zip", "a.pdf")
