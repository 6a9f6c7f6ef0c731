"""The bare telegram: any text may be one, and it is passed on unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.telegram import read, sniff


@pytest.mark.parametrize(
    "opening",
    [
        "\n\nVZCZCXYZ0002\nPP RUEHWEB",
        "DE RUEHNY #0041 0321015",
        "R 010930Z FEB 08",
        "O P 010930Z FEB 08",
        "FM AMEMBASSY OSLO",
        "UNCLAS OSLO 000017",
        "C O N F I D E N T I A L OSLO 000017",
        "S E C R E T SECTION 01 OF 02 OSLO 000017",
        "This record is a partial extract of the original cable.",
        "INFO  LOG-00   EEB-00   AF-00    AMAD-00",
        "ACTION EUR-12",
        "PAGE 01        OSLO 01187  01 OF 02  141512Z",
        "CONFIDENTIAL\n\nPAGE 01        OSLO 01187  01 OF 02  141512Z",
    ],
)
def test_a_telegrams_first_lines_are_a_sure_sign(opening: str) -> None:
    assert sniff(Content(opening)) is Sniff.SURE


@pytest.mark.parametrize("text", ["", "FMs met", "Secretary of ferries", "{}"])
def test_any_other_text_may_be_one(text: str) -> None:
    assert sniff(Content(text)) is Sniff.MAYBE


def test_a_level_alone_is_a_likely_sign() -> None:
    assert sniff(Content("CONFIDENTIAL\n\nPAGE 12 GEESE")) is Sniff.LIKELY


def test_a_binary_file_is_not_a_telegram() -> None:
    assert sniff(Content(b"\0\1\2")) is Sniff.NO


def test_a_blank_text_contains_no_telegram() -> None:
    assert list(read(Content(" \r\n\u2028\n"))) == []


@given(st.text())
def test_the_text_is_passed_on_unchanged(text: str) -> None:
    assert "".join(telegram.text for telegram in read(Content(text))) == (
        text.removeprefix("\ufeff") if text.removeprefix("\ufeff").strip() else ""
    )


def test_diagnostics_of_decoding_are_passed_on() -> None:
    (telegram,) = read(Content(b"caf\xe9"))
    assert [found.code for found in telegram.diagnostics] == ["encoding-fallback"]
