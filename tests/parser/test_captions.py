"""Tests of captions beside other words, and of misprinted ones."""

from __future__ import annotations

import pytest

from cableconv.parser.lexer.captions import (
    captions_before,
    captions_behind,
    captions_inside,
    end_of_captions,
    misprinted_caption,
)


@pytest.mark.parametrize(
    ("captions", "rest"),
    [
        ("SIPDIS ", "SUBJECT: ICE"),
        ("NODIS SIPDIS - ", "SUBJECT: ICE"),
        ("SIPDIS", "TAGS: PREL"),
        ("", "SIPDIS"),
        ("", "SIPDIS NODIS"),
        ("", "NODIS SUBJECT: ICE"),
        ("", "THE SIPDIS SUBJECT: ICE"),
    ],
)
def test_words_follow_captions_with_sipdis(captions: str, rest: str) -> None:
    assert end_of_captions(captions + rest) == len(captions)


@pytest.mark.parametrize(
    ("captions", "rest"),
    [
        ("SIPDIS ", "THE ICE"),
        ("Sipdis ", "for eur"),
        ("NODIS ", "FOR EUR"),
        ("EXDIS SIPDIS - ", "PASS TO OSLO"),
        ("SENSITIVE SIPDIS ", "FROM HOLM"),
        ("", "SIPDIS"),
        ("", "NODIS THE ICE"),
        ("", "NODIS ICE SIPDIS"),
        ("", "FOR NODIS"),
        ("", "FOR EUR"),
    ],
)
def test_captions_stand_before_other_words(captions: str, rest: str) -> None:
    assert captions_before(captions + rest) == len(captions)


@pytest.mark.parametrize(
    "line",
    [
        "STATE FOR EUR |SIPDIS",
        "STATE PASS TO OSLO |NODIS SIPDIS",
        "FOR EUR. |SIPDIS",
        "FOR EUR|SIPDIS",
        "(FOR EUR) |SIPDIS",
        "FOR EUR, |SENSITIVE, SIPDIS",
        f"FROM HOLM FOR EUR{' AND OSLO' * 30} |SIPDIS",
        "|SIPDIS",
        "|THEY MET SIPDIS",
        "|FOR EUR SIPDIS TOO",
    ],
)
def test_captions_follow_a_passing_line(line: str) -> None:
    assert captions_behind(line.replace("|", "")) == line.index("|")


@pytest.mark.parametrize(
    "line",
    [
        "PASS TO EUR.| SIPDIS",
        "EUR| SIPDIS FOR",
        "FOR EUR)| NODIS SIPDIS FROM X",
        "FOR X| SENSITIVE NODIS SIPDIS",
        "FOR EUR|SIPDIS",
        "EUR| SIPDIS AND SIPDIS",
        "THIS IS A CORRECTED COPY.| SIPDIS",
        "CORRECTED COPY SIPDIS |SIPDIS",
        "|CORRECTED COPY SIPDIS",
        "|SIPDIS FOR EUR",
        "|SIPDIS FOR EUR SIPDIS",
        "|FOR EUR NODIS",
    ],
)
def test_captions_with_sipdis_stand_inside_a_line(line: str) -> None:
    assert captions_inside(line.replace("|", "")) == line.index("|")


@pytest.mark.parametrize(
    ("word", "caption"),
    [
        ("SENSITVE", "SENSITIVE"),
        ("SENSITIIVE", "SENSITIVE"),
        ("SIPDS", "SIPDIS"),
        ("NODISS", "NODIS"),
        ("SENSIITIIVE", None),
        ("sipdiss", None),
        ("SIPD1S", None),
        ("SIP DIS", None),
    ],
)
def test_a_caption_may_have_one_letter_wrong(word: str, caption: str | None) -> None:
    assert misprinted_caption(word) == caption
