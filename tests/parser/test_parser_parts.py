"""Single parts of the parser: dates, page marks, paragraph marks, vocabulary, places."""

from __future__ import annotations

import pytest

from cableconv.cable import Diagnostic
from cableconv.input.content import Content
from cableconv.parser import parse_telegram
from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.printed.page_marks import take_page_marks
from cableconv.parser.lexer.lines import split_lines
from cableconv.parser.lexer.paragraph_marks import read_marking, read_paragraph_mark
from cableconv.readers.markdown import read
from cableconv.telegram import Telegram
from cableconv.vocabulary import stations, tags
from cableconv.vocabulary.dates import FIRST_YEAR, full_year, printed_year, read_dtg

# --- date-time groups ---


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("131205Z MAY 08", "2008-05-13T12:05:00Z"),
        ("131205Z MAY 2008", "2008-05-13T12:05:00Z"),
        ("131205ZMAY08", None),
        ("131205Z May 08", "2008-05-13T12:05:00Z"),
        ("131205Z JUNE 08", "2008-06-13T12:05:00Z"),
        ("131205 Z MAY 08", "2008-05-13T12:05:00Z"),
        ("290000Z FEB 08", "2008-02-29T00:00:00Z"),
        ("290000Z FEB 07", None),
        ("132405Z MAY 08", None),
        ("131260Z MAY 08", None),
        ("131205Z MAI 08", None),
        ("on Tuesday", None),
    ],
)
def test_a_date_time_group_is_a_date_or_none(text: str, date: str | None) -> None:
    assert read_dtg(text) == date


@pytest.mark.parametrize(
    ("digits", "year"),
    [("65", 2065), ("66", 1966), ("99", 1999), ("00", 2000), ("08", 2008), ("1979", 1979)],
)
def test_two_digit_years_have_their_century(digits: str, year: int) -> None:
    assert FIRST_YEAR == 66
    assert full_year(digits) == year


def test_the_year_is_read_even_if_the_day_is_invalid() -> None:
    assert printed_year("312400Z FEB 2008") == "08"


# --- page marks ---


@pytest.mark.parametrize(
    "mark",
    [
        "OSLO 00000123  001.2 OF 002",
        "OSLO 00000123 002 OF 002",
        "PORT AU PR 00000123  001.2 OF 004",
        "USUN NEW Y 00000123  001.2 OF 004",
        "XXXXXXXXXX 00000123  001.2 OF 004",
        "PAGE 02 RUEHNY 00123 C O N F I D E N T I A L",
        "PAGE 02 RUEHNY #0123 UNCLAS",
        "PAGE 02        OSLO  00123  01 OF 02  131205Z",
        "PAGE 03        STATE  050317",
    ],
)
def test_a_page_mark_is_removed_and_leaves_a_cut(mark: str) -> None:
    text = f"before\n{mark}\nafter"
    account = Account(Telegram(text=text))
    before, after = take_page_marks(split_lines(text), account)
    account.claim_lines([before, after], "body[0]", "block")
    account.close()
    assert (before.text, before.cut, after.text, after.cut) == (
        "before", None, "after", "page-mark",
    )  # fmt: skip
    assert [(piece.kind, piece.text) for piece in account.furniture] == [("page-mark", mark)]


@pytest.mark.parametrize(
    "line",
    [
        "of the 123 clocks, 001 OF 002 was late",
        "OSLO 123 001 OF 002",
        "Page 02 of the report has the figures.",
        "PAGE 02",
    ],
)
def test_a_line_that_resembles_a_page_mark_is_kept(line: str) -> None:
    (kept,) = take_page_marks(split_lines(line), Account(Telegram(text=line)))
    assert kept.text == line


# --- paragraph marks ---


@pytest.mark.parametrize(
    ("text", "marking", "rest"),
    [
        ("(C) Late", "C", "Late"),
        ("(SBU/NF) Late", "SBU/NF", "Late"),
        ("(C/REL UK) Late", "C/REL UK", "Late"),
        ("( C ) Late", "C", "Late"),
        ("(Confidential) Late", "Confidential", "Late"),
        ("(U.S.) Late", None, "(U.S.) Late"),
        ("(Cabot) Late", None, "(Cabot) Late"),
        ("Late (C)", None, "Late (C)"),
    ],
)
def test_portion_markings_and_other_brackets(text: str, marking: str | None, rest: str) -> None:
    found, start = read_marking(text)
    assert (found, text[start:]) == (marking, rest)


@pytest.mark.parametrize("text", ["49.3 percent", "2.5", "1979", "12 clocks", "(see below)", "X."])
def test_a_number_in_running_text_is_not_a_paragraph_mark(text: str) -> None:
    assert read_paragraph_mark(text) is None


# --- vocabulary ---


@pytest.mark.parametrize(
    ("name", "station"),
    [
        ("OSLO", "OSLO"),
        ("Oslo", "OSLO"),
        ("AMEMBASSY OSLO", "OSLO"),
        ("AMCONSUL HAMBURG", "HAMBURG"),
        ("PORT AU PRINCE", "PORTAUPRINCE"),
        ("TEL AVIV", "TELAVIV"),
        ("THE HAGUE", "THEHAGUE"),
        ("SECSTATE", "STATE"),
        ("SECSTATE WASHDC", "STATE"),
        ("STATE", "STATE"),
        ("USUN", "USUNNEWYORK"),
        ("USUN NEW YORK", "USUNNEWYORK"),
        ("USMISSION USNATO", "USNATO"),
        ("NOWHERE ON SEA", "NOWHEREONSEA"),
    ],
)
def test_a_station_has_one_name(name: str, station: str) -> None:
    assert stations.canonical(name) == station


def test_canonical_names_map_to_themselves() -> None:
    assert {stations.canonical(name) for name in stations.known()} == stations.known()


def test_a_post_has_its_country() -> None:
    assert stations.country("OSLO") == "NO"
    assert stations.country("NOWHEREONSEA") is None


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("PREL", ("PREL",)),
        ("PRELPGOV", ("PREL", "PGOV")),
        ("PRELNO", ("PREL", "NO")),
        ("PRELPGOVNO", ("PREL", "PGOV", "NO")),
        ("CLOCKS", None),
    ],
)
def test_joined_tags_are_split_if_all_pieces_are_tags(
    word: str, codes: tuple[str, ...] | None
) -> None:
    assert tags.split_glued(word) == codes


# --- places ---

CABLE = """\
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0101

C O N F I D E N T I A L OSLO 000123

E.O. 12958: DECL: 05/13/2018
TAGS: {tags}
SUBJECT: THE TIDE CLOCK

{one}1. (C) The clock, which everybody in the harbor trusts, was wound in
{false}2005. Nobody remembers by whom.

12. (C) It was on time.

WRAY
"""


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(found.code, found.line, found.column) for found in diagnostics]


def test_a_diagnostic_has_the_place_of_its_text() -> None:
    text = CABLE.format(tags="PREL NO", one="¶", false="  ¶")
    assert places(parse_telegram(Telegram(text=text)).diagnostics) == [
        ("false-paragraph-mark", 12, 3),
        ("pilcrow-repaired", 14, 1),
    ]


def test_carriage_returns_do_not_move_lines() -> None:
    text = CABLE.format(tags="PREL NO", one="¶", false="¶").replace("\n", "\r\n")
    assert places(parse_telegram(Telegram(text=text)).diagnostics) == [
        ("false-paragraph-mark", 12, 1),
        ("pilcrow-repaired", 14, 1),
    ]


def test_a_diagnostic_of_a_scrape_has_its_place_in_the_file() -> None:
    scrape = CABLE.format(tags="[PREL](#) [NO](#) PRELNO", one="[1](#)", false="  [1](#)")
    (telegram,) = read(Content(scrape))
    assert places(parse_telegram(telegram).diagnostics) == [
        ("pilcrow-restored", 14, 1),
        ("tag-glued", 8, 25),
        ("false-paragraph-mark", 12, 3),
    ]
