"""A cable's text never becomes an element, attribute, style or script."""

from __future__ import annotations

from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import Heading, Paragraph, Preformatted, Table
from cableconv.testing import sample_trees

from cableconv_html.characters import losses, printable
from cableconv_html.document import encode
from cableconv_html.markup import Markup, element, text
from html_reading import find, names, read, words

EVERYTHING: dict[str, Any] = {"furniture": True, "diagnostics": True, "provenance": True}

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title><h1>x</h1>",
    "</style><script>x</script>",
    '"><svg onload=alert(1)>',
    "' onclick='x",
    "<!--cited by-->",
    '<a data-cable="08OSLO17">x</a>',
    "&lt;b&gt; &amp; &#60;i>",
    "]]></p></article></main>",
    "javascript:alert(1)",
    '"; } @import url(//evil.example); {',
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_is_displayed_unchanged_in_every_block(hostile: str) -> None:
    cell = ((hostile, "1"), (hostile, "2"))
    body = (
        Heading(text=hostile),
        Paragraph(number=1, marking=hostile, text=hostile),
        Table(rows=cell, text=hostile),
        Preformatted(text=hostile),
    )
    shown = words(read(encode(Cable(subject=hostile, tags=(hostile,), body=body))))
    assert shown.count(" ".join(hostile.split())) >= 8


@pytest.mark.parametrize("name", sample_trees())
def test_any_text_gives_a_valid_page_of_known_elements(name: str) -> None:
    page = read(encode(sample_trees()[name], **EVERYTHING))
    assert not find(page, "script")
    assert not any(attribute in each for each in names(page) for attribute in ("'on", "'style'"))
    assert all(a.get("href", "#").startswith("#") for a in find(page, "a"))


def test_a_tree_full_of_markup_has_the_elements_of_a_plain_one() -> None:
    tame, wild = (
        Cable.from_dict(sample_trees()["every field full"].to_dict() | changed)
        for changed in ({"subject": "FOG", "tags": ["X"]}, {"subject": HOSTILE[0], "tags": ["<b>"]})
    )
    assert list(names(read(encode(wild)))) == list(names(read(encode(tame))))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_marking_can_end_the_style(hostile: str) -> None:
    cable = Cable.from_dict({"classification": {"text": hostile}, "id": hostile})
    style = "".join(words(each) for each in find(read(encode(cable)), "style")[1:])
    assert "<" not in style
    assert style.count('"') == 6
    assert style.count("{") == style.count("}") == 6


def test_characters_that_html_forbids_are_replaced_and_reported() -> None:
    cable = Cable(subject="a\x00b\x1bc\ufffed")
    assert find(read(encode(cable)), "h1")[0].text == "a\ufffdb\ufffdc\ufffdd"
    assert [each.path for each in losses(cable)] == ["subject"]
    assert "U+0000, U+001B, U+FFFE" in next(losses(cable)).message
    assert not list(losses(Cable(subject="tab\tline\r\nend\x85")))


def test_line_ends_are_normalized() -> None:
    assert printable("a\r\nb\rc\x85d") == "a\nb\nc\nd"


def test_text_from_right_to_left_is_isolated() -> None:
    assert text("\u202efog") == Markup("<bdi>\u202efog</bdi>")
    assert text("Zürich") == "Zürich"


def test_plain_words_in_an_element_are_text_and_markup_is_markup() -> None:
    made = element("p", "a < b", element("br"), class_='"x"', hidden=True, id=None)
    assert made == '<p class="&quot;x&quot;" hidden>a &lt; b<br></p>'
