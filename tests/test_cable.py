"""Tests of the tree: conversion to builtin types and back, walking, replacing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pydoc import plain, render_doc
from typing import Any

import pytest
import trees
from hypothesis import given

import cableconv
from cableconv.cable import (
    AnyBlock,
    Cable,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Source,
    Span,
    Table,
)
from cableconv.errors import InvalidTreeError

BODY = (
    Heading(text="Harvest"),
    Paragraph(
        number=1,
        marking="U",
        text="Two points:",
        blocks=(Item(label="--", text="Rain."), Item(label="--", text="Roads.")),
    ),
    Quote(opening="BEGIN TEXT", blocks=(Preformatted(text="A\n B"),), closing="END TEXT"),
    EmbeddedCable(cable=Cable(body=(Paragraph(text="Inner."),))),
    Table(rows=(("A", "1"),), text="A  1"),
)
CABLE = Cable(id="08TALLINN12", body=BODY)


@given(trees.cables())
def test_a_tree_is_restored_from_its_dict(cable: Cable) -> None:
    assert Cable.from_dict(cable.to_dict()) == cable


def test_a_dict_has_every_name_even_of_an_empty_cable() -> None:
    assert list(Cable().to_dict()) == list(Cable.__struct_fields__)


def test_a_block_has_its_type() -> None:
    assert [block["type"] for block in CABLE.to_dict()["body"]] == [
        *("heading", "paragraph", "quote", "cable", "table")
    ]
    assert [block.type for block in BODY] == ["heading", "paragraph", "quote", "cable", "table"]


def test_a_span_is_a_pair_of_numbers() -> None:
    assert Heading(text="A", span=Span(3, 4)).span == Span(3, 4)
    assert Cable(span=Span(3, 4)).to_dict()["span"] == [3, 4]


@pytest.mark.parametrize(
    ("tree", "where"),
    [
        ({"subject": 7}, "$.subject"),
        ({"body": [{"type": "footnote"}]}, "$.body[0].type"),
        ({"body": [{"type": "heading"}]}, "text"),
        ({"precedence": {"action": "URGENT"}}, "$.precedence.action"),
        ({"to": [{"route": "RUEHC"}]}, "$.to[0]"),
    ],
)
def test_a_dict_that_is_not_a_tree_is_refused_with_the_path(
    tree: dict[str, int] | dict[str, list[dict[str, str]]] | dict[str, dict[str, str]], where: str
) -> None:
    with pytest.raises(InvalidTreeError) as error:
        Cable.from_dict(tree)
    assert where in str(error.value)


def test_walking_gives_every_block_with_its_path_parents_first() -> None:
    assert [path for path, _ in CABLE.walk()] == [
        "body[0]",
        "body[1]",
        "body[1].blocks[0]",
        "body[1].blocks[1]",
        "body[2]",
        "body[2].blocks[0]",
        "body[3]",
        "body[3].cable.body[0]",
        "body[4]",
    ]


def test_a_path_leads_to_the_block_in_the_dict() -> None:
    tree = CABLE.to_dict()
    for path, block in CABLE.walk():
        node: Any = tree
        for step in re.findall(r"\w+", path):
            node = node[int(step) if step.isdigit() else step]
        assert node["type"] == block.type


def test_replacing_does_not_change_the_old_tree() -> None:
    changed = CABLE.replace(subject="ROADS")
    assert (CABLE.subject, changed.subject) == (None, "ROADS")
    assert changed.body is CABLE.body


def test_replacing_an_unknown_field_is_an_error() -> None:
    with pytest.raises(TypeError):
        CABLE.replace(topic="ROADS")


def test_a_tree_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        CABLE.subject = "ROADS"  # type: ignore[misc]


def test_mapping_blocks_reaches_nested_blocks() -> None:
    def shout(block: AnyBlock) -> AnyBlock:
        return block.replace(text=block.text.upper()) if hasattr(block, "text") else block

    changed = CABLE.map_blocks(shout)
    assert [block.text for _, block in changed.walk() if hasattr(block, "text")] == [
        *("HARVEST", "TWO POINTS:", "RAIN.", "ROADS.", "A\n B", "INNER.", "A  1")
    ]


def test_mapping_blocks_to_none_removes_them() -> None:
    changed = CABLE.map_blocks(lambda block: None if isinstance(block, Item) else block)
    assert isinstance(changed.body[1], Paragraph)
    assert changed.body[1].blocks == ()
    assert len(changed.body) == len(CABLE.body)


@given(trees.cables())
def test_mapping_blocks_to_themselves_changes_nothing(cable: Cable) -> None:
    assert cable.map_blocks(lambda block: block) == cable


@pytest.mark.parametrize(
    ("cable", "key"),
    [
        (Cable(id="08TALLINN12", source=Source(id="X")), "08TALLINN12"),
        (Cable(source=Source(id="08TALLINN12")), "08TALLINN12"),
        (Cable(), None),
    ],
)
def test_the_key_is_the_id_or_the_containers_id(cable: Cable, key: str | None) -> None:
    assert cable.key == key


def test_a_cables_repr_is_one_line() -> None:
    cable = Cable(id="08TALLINN12", date="2008-03-01T10:00:00Z", subject="ROADS", body=BODY)
    assert repr(cable) == "<Cable 08TALLINN12, 2008-03-01: ROADS (5 blocks, 0 diagnostics)>"
    assert repr(Cable()) == "<Cable without id: no subject (0 blocks, 0 diagnostics)>"
    short = Cable(body=BODY[:1])
    assert repr(short) == "<Cable without id: no subject (1 block, 0 diagnostics)>"


def test_a_cables_text_is_its_blocks_text() -> None:
    assert CABLE.text == (
        "Harvest\n\nTwo points:\n\nRain.\n\nRoads.\n\nBEGIN TEXT\n\nA\n B\n\nInner.\n\nA  1"
    )


def test_a_cables_date_is_a_datetime() -> None:
    assert Cable(date="2008-03-01T10:00:00Z").when == datetime(2008, 3, 1, 10, tzinfo=UTC)
    assert Cable().when is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"tgas": ("PREL",)}, "Cable has no field 'tgas'; did you mean tags?"),
        ({"tags": "PREL"}, "Cable.tags must be tuple[str, ...], not 'PREL'"),
        ({"tags": ("PREL", 1)}, "Cable.tags must be tuple[str, ...], not ('PREL', 1)"),
        ({"tags": ["PREL"]}, "Cable.tags must be tuple[str, ...], not ['PREL']"),
        ({"body": ("Roads",)}, "Cable.body must be tuple[AnyBlock, ...], not ('Roads',)"),
        ({"section": True}, "Cable.section must be Section | None, not True"),
    ],
)
def test_a_change_of_another_type_is_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(TypeError, match=re.escape(says)):
        CABLE.replace(**changes)


@given(trees.cables())
def test_every_value_of_a_tree_can_be_put_back(cable: Cable) -> None:
    for node in (cable, *(block for _, block in cable.walk())):
        values = {name: getattr(node, name) for name in node.__struct_fields__}
        assert node.replace(**values) == node


def test_help_describes_every_field() -> None:
    shown = plain(render_doc(Cable))
    assert "date: str | None\n |          date-time group in ISO 8601, UTC\n" in shown
    assert all(name in shown for name in Cable.__struct_fields__)


def test_a_notebook_shows_its_page_or_its_line() -> None:
    page = CABLE._repr_html_()
    try:
        cableconv.export(CABLE, to="html")
    except cableconv.UnknownFormatError:
        assert page is None
    else:
        assert page is not None
        assert page.startswith("<iframe srcdoc=")
        assert "08TALLINN12" in page
