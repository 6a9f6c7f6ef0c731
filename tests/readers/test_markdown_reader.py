"""The Markdown scrape: markup is removed, every other character keeps its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.markdown import read, sniff
from cableconv.telegram import Telegram

SCARS = {
    "[1](#)1. (C) Geese.": "¶1. (C) Geese.",
    "TAGS: [PGOV](#) [SENV](#)": "TAGS: PGOV SENV",
    "TAGS: [PGOV](/tag/PGOV_0.html) [SENV](../tag/SENV_0.html)": "TAGS: PGOV SENV",
    "[¶](#par1)1. (C) Geese.": "¶1. (C) Geese.",
    "[¶1](#par1). (C) Geese.": "¶1. (C) Geese.",
    "[GULL, GRETA](#)": "GULL, GRETA",
    "- [1](#)B. 08 OSLO 17": "¶B. 08 OSLO 17",
    "* [1](#R)R. Nolan Heron": "¶R. Nolan Heron",
    "- [¶](#parB)B. 08 OSLO 17": "¶B. 08 OSLO 17",
    "- 1B. 08 OSLO 17": "¶B. 08 OSLO 17",
    "14. (C) Geese.": "¶4. (C) Geese.",
    "  110. (C) Geese.": "  ¶10. (C) Geese.",
    "in\n12008. Geese": "in\n¶2008. Geese",
    "12.\n\n1A. Geese": "¶2.\n\n¶A. Geese",
    "in 12008. Geese": "in ¶2008. Geese",
    "on May 115. Geese": "on May ¶15. Geese",
    "ON JUNE 130. GEESE": "ON JUNE ¶30. GEESE",
    "in [1](#)2008.": "in ¶2008.",
    "\\- not \\*this\\* 1\\. \\[sic\\] a\\_b": "- not *this* 1. [sic] a_b",
    "line\\\nline\\\r\nend": "line\nline\r\nend",
    "see [the site](http://example.org/a_b)": "see the site",
}

PLAIN = [
    "- a list of the cable's own",
    "-- 1B. a sub-item",
    "---------",
    "[NAME](C)",
    "[1]",
    "C:\\temp and \\ alone",
    "a <tag> & an entity &amp;",
    "a [x](y) b",
    "10. (C) Geese.\n\n11. (C) Geese.\n\n2. Geese.",
    "14.5 geese",
    "on May 11. Geese",
    "on May 145. Geese",
    "14.(C) Geese.",
    "1 goose",
]

pieces = st.sampled_from(
    [*SCARS, *PLAIN, "[1](#)", "](#)", "\\", "- ", "1B. ", "\r\n", "\u2028", " "]
)
scraped = st.lists(pieces | st.text(max_size=5)).map("".join)


def reading(text: str) -> Telegram:
    (telegram,) = read(Content(text))
    return telegram


@pytest.mark.parametrize("scar", SCARS)
def test_markup_is_removed(scar: str) -> None:
    assert reading(scar).text == SCARS[scar]


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_kept(text: str) -> None:
    assert reading(text).text == text


@pytest.mark.parametrize(
    "joined",
    ["End summary. [1](#)2. (C) Geese.", "--------- - [1](#)12. (S/NF) Geese."],
)
def test_a_paragraph_joined_to_the_previous_line_begins_a_new_line(joined: str) -> None:
    telegram = reading(f"REF\n{joined}")
    first, second = telegram.text.removeprefix("REF\n").split("\n")
    assert joined.startswith(first)
    assert second.startswith("¶")
    (repair,) = telegram.diagnostics
    assert (repair.code, repair.line) == ("line-break-restored", 2)
    assert repair.column == joined.index("[") + 1


def test_a_pilcrow_that_became_a_digit_is_restored_and_reported() -> None:
    telegram = reading("TAGS: [SENV](#)\n\n11. (C) Geese.\n\n[1](#)2. (C) Ducks.")
    (repair,) = telegram.diagnostics
    assert (repair.code, repair.line, repair.column) == ("pilcrow-restored", 3, 1)


def test_numbers_alone_get_no_pilcrow() -> None:
    text = "TAGS: [SENV](#)\n\n1. (C) Geese.\n\n- 1B. Ducks.\n\n11. (C) Swans."
    telegram = reading(text)
    assert telegram.text == text.replace("[SENV](#)", "SENV").replace("- 1B", "1B")


@given(scraped)
def test_reading_never_raises_and_keeps_the_place_of_every_character(text: str) -> None:
    for telegram in read(Content(text)):
        file_text = telegram.file_text
        assert file_text is not None
        for offset, character in enumerate(telegram.text):
            there = file_text[telegram.file_offset(offset) :]
            stands_for_a_link = character == "¶" and there.startswith("[1](#")
            stands_for_a_scar = character == "¶" and there[0] == "1"
            put_back = character == "\n" and there[0] in " \t"
            assert there[0] == character or stands_for_a_link or stands_for_a_scar or put_back


@given(scraped)
def test_only_the_addresses_of_links_are_removed(text: str) -> None:
    assume("](" not in text and "¶" not in text)
    read_back = "".join(telegram.text for telegram in read(Content(text))).replace("¶", "1")
    assert list(filter(str.isalnum, read_back)) == list(filter(str.isalnum, text))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_and_columns_are_those_of_the_file(newline: str) -> None:
    text = newline.join(["TAGS: [PGOV](#) [SENV](#)", "a\u2028b", "- [1](#)B. 08 OSLO 17"])
    telegram = reading(text)
    assert telegram.position(telegram.text.index("SENV")) == (1, 18)
    assert telegram.position(telegram.text.index("b")) == (2, 3)
    assert telegram.position(telegram.text.index("¶")) == (3, 3)
    assert telegram.position(telegram.text.index("OSLO")) == (3, 15)


def test_linked_pilcrows_and_tags_are_a_sure_sign() -> None:
    assert sniff(Content("UNCLAS OSLO 000017\n\nTAGS: [SENV](#)")) is Sniff.SURE
    assert sniff(Content("[1](#)1. (U) Geese.")) is Sniff.SURE
    assert sniff(Content("UNCLAS OSLO 000017\n\nTAGS: [SENV](/tag/SENV_0.html)")) is Sniff.SURE
    assert sniff(Content("[¶](#par1)1. (U) Geese.")) is Sniff.SURE
    assert sniff(Content("[¶1](#par1). (U) Geese.")) is Sniff.SURE
    assert sniff(Content("UNCLAS OSLO 000017\n\nTAGS: SENV\n\n1. (U) Geese.")) is Sniff.NO


def test_a_blank_scrape_contains_no_telegram() -> None:
    assert list(read(Content("\n \n"))) == []
