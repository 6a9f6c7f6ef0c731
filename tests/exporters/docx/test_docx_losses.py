"""Replaced characters in a Word document are reported."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document

from cableconv.cable import Cable, Paragraph
from cableconv.exporters.docx import encode, losses


def test_replaced_characters_are_reported_with_their_place() -> None:
    cable = Cable(subject="RING", body=(Paragraph(text="a bell \x07, and \x07, and \ufffe"),))
    (found,) = losses(cable)
    assert (found.code, found.severity) == ("docx-forbidden-character", "warning")
    assert found.path == "body[0].text"
    assert found.message.endswith("(3): U+0007, U+FFFE")


def test_an_ordinary_text_loses_nothing() -> None:
    assert list(losses(Cable(subject="TIDES", body=(Paragraph(text="5 < 6 & ¶"),)))) == []


def test_a_replaced_character_is_marked(opened: Callable[..., Document]) -> None:
    text = opened(Cable(body=(Paragraph(text="a\x07b\x00c"),))).paragraphs[-1].text
    assert text == "a\ufffdb\ufffdc"


def test_lone_surrogates_do_not_break_the_document() -> None:
    cable = Cable(subject="X \ud800 Y")
    assert encode(cable)
    assert [found.path for found in losses(cable)] == ["subject"]
