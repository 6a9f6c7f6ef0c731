"""Characters that XML forbids are found and replaced; others are kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cableconv.cable import Cable, Paragraph
from cableconv.rendering.characters import REPLACEMENT, allowed, forbidden, forbidden_in


@given(st.text(st.characters(codec=None)))
def test_allowed_characters_are_valid_in_xml(text: str) -> None:
    element = etree.Element("words")
    element.text = allowed(text)
    assert len(element.text) == len(text)


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P"))))
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert allowed(text) == text
    assert forbidden(text) == []


def test_each_forbidden_character_is_named_once() -> None:
    assert forbidden("a\x07b\x07\ufffe") == ["U+0007", "U+FFFE"]
    assert allowed("a\x07b") == f"a{REPLACEMENT}b"


def test_forbidden_characters_are_found_in_a_whole_tree() -> None:
    cable = Cable(subject="a\x07b\x07", body=(Paragraph(text="\ufffe"),), cleared_by="\x00")
    assert list(forbidden_in(cable, never=("cleared_by",))) == [
        ("subject", "\x07\x07"),
        ("body[0].text", "\ufffe"),
    ]
