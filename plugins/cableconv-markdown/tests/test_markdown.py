"""Tests of the format with a CommonMark parser, if there is one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import (
    Classification,
    EmbeddedCable,
    Heading,
    Item,
    Origin,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)

from cableconv_markdown import exporter
from cableconv_markdown.document import encode
from cableconv_markdown.escaping import escape, fenced

NASTY = [
    "*stars* and _lines_",
    "<script>alert(1)</script>",
    "[a link](http://example.org) ![a picture](x.png)",
    "# no heading #",
    "1. no list",
    "12) no list",
    "- no bullet",
    "+ no bullet",
    "=== no underline",
    "&amp; no entity",
    "`no code` \\ backslash",
    "> no quotation",
    "| no | table |",
    "~~not struck~~",
]


def seen(markdown: str) -> str:
    """Return the text that a reader of the rendered page sees."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark")
    pieces: list[str] = []
    for token in parser.parse(markdown):
        for child in token.children or [token]:
            pieces.append("\n" if child.type == "softbreak" else child.content)
    return "".join(pieces)


def front_matter(markdown: str) -> dict[str, Any]:
    _, yaml, _ = markdown.split("---\n", 2)
    pairs = (line.split(": ", 1) for line in yaml.splitlines())
    return {name: json.loads(value) for name, value in pairs}


@pytest.mark.parametrize("text", NASTY)
def test_text_is_displayed_unchanged(text: str) -> None:
    assert seen(escape(text)) == text
    assert seen(f"before\n\n{escape(text)}") == f"before{text}"


@pytest.mark.parametrize("text", NASTY)
def test_text_is_displayed_unchanged_in_every_block(text: str) -> None:
    blocks = (
        Heading(text=text),
        Paragraph(number=1, text=text, blocks=(Item(label="--", text=text),)),
        Quote(opening=text, blocks=(Paragraph(text=text),), closing=text),
        Table(rows=((text,),), text=text),
        EmbeddedCable(cable=Cable(subject=text)),
    )
    page = encode(Cable(subject=text, body=blocks), front_matter=False)
    assert seen(page).count(text) == 9


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert seen(fenced("a\n```\n````\n  b")) == "a\n```\n````\n  b\n"


def test_front_matter_contains_the_message_data() -> None:
    cable = Cable(
        id="08OSLO17",
        origin=Origin(name="AMEMBASSY OSLO"),
        subject='FERRIES: "ON TIME"',
        tags=("ETRD", "NO"),
    )
    assert front_matter(encode(cable)) == {
        "title": 'FERRIES: "ON TIME"',
        "id": "08OSLO17",
        "from": "AMEMBASSY OSLO",
        "tags": ["ETRD", "NO"],
    }


def test_front_matter_escapes_characters_that_yaml_forbids() -> None:
    page = encode(Cable(subject="a\u2028b\x85c\nd"))
    assert r'title: "a\u2028b\u0085c\nd"' in page.splitlines()[1]


def test_the_message_data_may_be_a_list_instead() -> None:
    page = encode(Cable(subject="FOG", tags=("SENV",)), front_matter=False)
    assert page == "# FOG\n\n- **Tags:** SENV\n"


def test_numbers_and_markings_are_the_cables_own() -> None:
    fast = Item(label="A.", text="Fast.")
    body = (
        Heading(text="Ferries", marking="U"),
        Paragraph(number=7, marking="SBU", text="They run.", blocks=(fast,)),
        Preformatted(text="A   1\nB   2"),
    )
    page = encode(Cable(classification=Classification(text="UNCLAS"), body=body))
    assert page.endswith(
        "**UNCLAS**\n\n## (U) Ferries\n\n**7.** (SBU) They run.\n\n- A. Fast.\n\n"
        "```\nA   1\nB   2\n```\n"
    )


def test_a_quotation_contains_all_its_lines() -> None:
    quote = Quote(
        opening="BEGIN TEXT",
        blocks=(Paragraph(number=1, text="One."), Preformatted(text="a\n\nb")),
        closing="END TEXT",
    )
    page = encode(Cable(body=(quote,)))
    quoted = page.split("\n\n", 2)[2]
    assert all(line.startswith(">") for line in quoted.splitlines())


def test_an_item_without_text_keeps_its_blocks() -> None:
    item = Item(label="--", text="", blocks=(Preformatted(text="A  1"),))
    assert encode(Cable(body=(item,))).endswith("\n\n- ```\n  A  1\n  ```\n")


def test_declared_omissions_are_omitted() -> None:
    cable = Cable(subject="FOG", passing=("DEPT FOR GULLS",), drafted_by="POL: HERON")
    declared = {omission.path for omission in exporter.omits or ()}
    assert {"passing", "drafted_by"} <= declared
    assert encode(cable) == encode(cable.replace(passing=(), drafted_by=None))
    assert "subject" not in declared
