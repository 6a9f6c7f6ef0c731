"""Pages as telegrams: lines, columns, furniture, several cables, and files that cannot be read."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cableconv import Cable, InputError, Session
from cableconv.cable import Diagnostic, Paragraph, Table
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.telegram import Telegram
from cableconv.testing import assert_reader_conforms, isolated_session

import cableconv_pdf
from pdf_files import HEIGHT, LETTER, Words, encrypted, pdf, typed

OSLO = """\
O 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC IMMEDIATE 0101

C O N F I D E N T I A L OSLO 000123

E.O. 12958: DECL: 05/13/2018
TAGS: PREL, NO
SUBJECT: THE TIDE CLOCK

1. (C) The tide clock was late by a quarter of an hour, and
nobody in the harbor knows why.

2. (U) The harbor master counted the ships that had waited:

   Ship            Lamps     Cats
   Marigold           12        1
   Blue Heron          4       11

WRAY
"""
RIGA = """\
R 141300Z MAY 08
FM AMEMBASSY RIGA
TO SECSTATE WASHDC 0044

UNCLAS RIGA 000077

E.O. 12958: N/A
TAGS: PREL, LG
SUBJECT: THE CLOCKS OF RIGA

1. The clocks of Riga agree with each other and with the sun.

FENWICK
"""
FIRST, SECOND = OSLO[: OSLO.index("nobody")], OSLO[OSLO.index("nobody") :]
FOOT = 40.0


@pytest.fixture(scope="module")
def session() -> Session:
    """One that has this reader beside what is built in."""
    return isolated_session(cableconv_pdf)


def head(text: str) -> Words:
    return Words(text, 270, HEIGHT - 40)


def foot(text: str, x: float = 270) -> Words:
    return Words(text, x, FOOT)


def telegrams(data: bytes) -> list[Telegram]:
    return list(cableconv_pdf.read(Content(data, "a.pdf")))


def cables(data: bytes, session: Session) -> list[Cable]:
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.pdf")
        file.write_bytes(data)
        return list(session.read(file))


def one(data: bytes, session: Session) -> Cable:
    (cable,) = cables(data, session)
    return cable


def furniture(cable: Cable) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in cable.furniture]


def texts(cable: Cable) -> list[str]:
    return [block.text for block in cable.body if isinstance(block, Paragraph)]


def test_the_reader_keeps_its_promises() -> None:
    assert_reader_conforms(
        cableconv_pdf,
        pdf(typed(OSLO)),
        pdf(typed(FIRST), typed(SECOND)),
        pdf(typed(RIGA, "Helvetica")),
    )


def test_it_knows_its_own_by_the_signature() -> None:
    assert cableconv_pdf.sniff(Content(pdf([]))) is Sniff.SURE
    assert cableconv_pdf.sniff(Content(b"\n\n" + pdf([]))) is Sniff.MAYBE
    assert cableconv_pdf.sniff(Content("%PDF-1.4 is how a PDF begins")) is Sniff.NO


@pytest.mark.parametrize("is_invisible", [False, True], ids=["printed", "text layer"])
def test_a_typed_page_is_the_text_that_was_typed(is_invisible: bool) -> None:
    (telegram,) = telegrams(pdf(typed(OSLO, is_invisible=is_invisible), picture=is_invisible))
    assert telegram.text == OSLO
    assert telegram.source.reader == "pdf"


def test_a_page_may_lie_in_the_file_turned() -> None:
    lines = [
        Words(line, 72 + 12 * at, 90, is_turned=True)
        for at, line in enumerate(("FM AMEMBASSY OSLO", "TO SECSTATE WASHDC"))
    ]
    (telegram,) = telegrams(pdf(lines, rotate=90))
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


def test_words_set_apart_by_gaps_alone_are_joined_by_blanks() -> None:
    words = [
        Words("THE", 72, 700),
        Words("TIDE", 72 + 4 * 6, 700),
        Words("CLOCK", 72 + 9 * 6, 700.8),
    ]
    (telegram,) = telegrams(pdf(words))
    assert telegram.text == "THE TIDE CLOCK\n"


def test_a_paragraph_goes_on_over_the_page(session: Session) -> None:
    cable = one(pdf(typed(FIRST), typed(SECOND)), session)
    assert texts(cable)[0].endswith("of an hour, and nobody in the harbor knows why.")


def test_levels_and_numbers_at_head_and_foot_are_furniture(session: Session) -> None:
    pages = [
        [
            head("CONFIDENTIAL"),
            *typed(text),
            foot("CONFIDENTIAL"),
            Words(f"Page {at} of 2", 450, 25),
        ]
        for at, text in enumerate((FIRST, SECOND), 1)
    ]
    cable = one(pdf(*pages), session)
    assert sorted(furniture(cable)) == [
        ("banner", "CONFIDENTIAL"),
        ("banner", "CONFIDENTIAL"),
        ("banner", "CONFIDENTIAL"),
        ("banner", "CONFIDENTIAL"),
        ("page-mark", "Page 1 of 2"),
        ("page-mark", "Page 2 of 2"),
    ]
    assert texts(cable)[0].endswith("of an hour, and nobody in the harbor knows why.")


def test_lines_that_pages_repeat_at_their_edge_are_running_heads(session: Session) -> None:
    pages = [
        [head(f"Harbor papers, vol. {at}"), *typed(text)] for at, text in ((1, FIRST), (2, SECOND))
    ]
    cable = one(pdf(*pages), session)
    assert furniture(cable) == [
        ("running-head", "Harbor papers, vol. 1"),
        ("running-head", "Harbor papers, vol. 2"),
    ]


def test_release_stamps_are_left_to_the_parser(session: Session) -> None:
    case = (
        "UNCLASSIFIED U.S. Department of State Case No. F-2011-00123 Doc No. C01234567 "
        "Date: 05/02/2013"
    )
    beside = typed(OSLO)[9]
    page = [
        Words("RELEASED IN PART", 400, HEIGHT - 30),
        Words("B1, 1.4(D)", 400, HEIGHT - 42),
        *typed(OSLO),
        Words("B1", 560, beside.y),
        foot(case, 20),
    ]
    cable = one(pdf(page), session)
    stamps = [text for kind, text in furniture(cable) if kind == "release-stamp"]
    assert "B1" in stamps
    assert case in stamps
    assert texts(cable) == texts(session.parse(OSLO))


def test_a_release_stamp_on_a_later_page_parts_no_sentence(session: Session) -> None:
    stamps = [Words("RELEASED IN PART", 400, 752), Words("B1, 1.4(D)", 400, 740)]
    cable = one(pdf(typed(FIRST), [*stamps, *typed(SECOND)]), session)
    assert texts(cable)[0].endswith("of an hour, and nobody in the harbor knows why.")
    assert furniture(cable) == [
        ("release-stamp", "RELEASED IN PART"),
        ("release-stamp", "B1, 1.4(D)"),
    ]


def test_furniture_says_on_which_page_it_stood(session: Session) -> None:
    pages = [
        [
            head("CONFIDENTIAL"),
            Words("RELEASED IN PART", 400, HEIGHT - 30),
            *typed(text),
            Words("B1", 560, typed(text)[-1].y),
            Words(f"Page {at} of 2", 450, 25),
        ]
        for at, text in enumerate((FIRST, SECOND), 1)
    ]
    cable = one(pdf(*pages), session)
    stood = {(each.kind, each.text, each.page) for each in cable.furniture}
    for page in (1, 2):
        assert ("banner", "CONFIDENTIAL", page) in stood
        assert ("release-stamp", "B1", page) in stood
        assert ("page-mark", f"Page {page} of 2", page) in stood
    again = session.parse(str(session.export(cable, to="json")))
    assert again.furniture == cable.furniture


def test_the_pages_of_a_later_cable_are_the_files(session: Session) -> None:
    other = OSLO.replace("131205Z", "141205Z").replace("OSLO 000123", "OSLO 000124")
    pages = [[*typed(text), foot("CONFIDENTIAL")] for text in (OSLO, other)]
    *_, later = cables(pdf(*pages), session)
    assert {each.page for each in later.furniture if each.kind == "banner"} == {2}


def test_a_stamp_across_the_page_is_no_part_of_a_line(session: Session) -> None:
    page = [*typed(OSLO), Words("DECLASSIFIED COPY", 150, 500, is_turned=True)]
    cable = one(pdf(page), session)
    assert furniture(cable) == [("turned-text", "DECLASSIFIED COPY")]
    assert texts(cable) == texts(session.parse(OSLO))


def test_several_cables_are_several(session: Session) -> None:
    found = cables(pdf(typed(FIRST), typed(SECOND), typed(RIGA)), session)
    assert [cable.id for cable in found] == ["08OSLO123", "08RIGA77"]
    assert found[1].signed_by == ("FENWICK",)


def test_two_cables_on_one_page_are_parted_by_an_end_mark(session: Session) -> None:
    found = cables(pdf(typed(f"{RIGA}NNNN\n\n{OSLO}")), session)
    assert [cable.id for cable in found] == ["08RIGA77", "08OSLO123"]


def test_a_heading_repeated_on_the_next_page_is_the_same_cable(session: Session) -> None:
    again = OSLO[: OSLO.index("E.O.")]
    found = cables(pdf(typed(FIRST), typed(again + SECOND)), session)
    assert [cable.id for cable in found] == ["08OSLO123"]


def test_a_blank_page_is_passed_over(session: Session) -> None:
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
def test_what_cannot_be_read_says_what_and_what_to_do(data: bytes, says: list[str]) -> None:
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
    "line", ["A " * 20_000, "1" * 40_000, "B1 (A)" * 5_000, "SECRET " * 5_000, "RUEHC " * 5_000]
)
def test_no_line_takes_long(line: str) -> None:
    page = [Words("Telegram 08OSLO123", 72, 700), Words("From", 72, 680), Words("To", 72, 660)]
    for at, text in enumerate((line, f"FM {line}", f"UNCLAS {line}")):
        page += [Words(text, 172, 680 - 20 * at)]
    assert telegrams(pdf(page))


def test_words_far_off_the_page_do_not_fill_the_memory() -> None:
    (telegram,) = telegrams(pdf([*typed(RIGA), Words("FAR", 1e8, 300), Words("UP", 72, -1e8)]))
    assert "UP" in telegram.text
    assert len(telegram.text) < 2000


def test_marks_of_the_teleprinter_begin_no_cable(session: Session) -> None:
    pages = [typed(FIRST), typed(f"CONFIDENTIAL     PAGE 02   RUEHNY 0123\n\n{SECOND}")]
    assert len(cables(pdf(*pages), session)) == 1


def test_the_level_above_the_first_page_counts_where_no_class_line_is(session: Session) -> None:
    unclassed = OSLO.replace("C O N F I D E N T I A L OSLO 000123\n", "")
    page = [head("CONFIDENTIAL"), *typed(unclassed), foot("CONFIDENTIAL")]
    cable = one(pdf(page), session)
    assert cable.classification is not None
    assert cable.classification.level == "CONFIDENTIAL"
    assert ("banner", "CONFIDENTIAL") in furniture(cable)


def test_what_unpacking_reported_is_told() -> None:
    content = Content(pdf(typed(RIGA)), "a.zip", member="a.pdf")
    found = Diagnostic(code="archive-damaged", severity="warning", message="cut off")
    content.findings.append(found)
    (telegram,) = cableconv_pdf.read(content)
    assert telegram.diagnostics == (found,)
    assert (telegram.source.name, telegram.source.member) == ("a.zip", "a.pdf")
