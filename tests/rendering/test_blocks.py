"""A block writer has a method for every type of block, and calls the right one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from cableconv.cable import (
    AnyBlock,
    Cable,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.rendering.blocks import BlockWriter, own_words

ROOT = Path(__file__).parents[2]
BLOCKS: list[AnyBlock] = [
    Heading(text="Fog"),
    Paragraph(number=2, text="It is foggy."),
    Item(label="-", text="more fog"),
    Table(rows=(("fog", "3"),), text="fog 3"),
    Preformatted(text="F O G"),
    Quote(),
    EmbeddedCable(cable=Cable()),
]


class Names(BlockWriter[str]):
    """Returns the names of the methods."""

    def heading(self, block: Heading) -> str:
        return "heading"

    def paragraph(self, block: Paragraph) -> str:
        return "paragraph"

    def item(self, block: Item) -> str:
        return "item"

    def table(self, block: Table) -> str:
        return "table"

    def preformatted(self, block: Preformatted) -> str:
        return "preformatted"

    def quote(self, block: Quote) -> str:
        return "quote"

    def embedded(self, block: EmbeddedCable) -> str:
        return "cable"


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.type)
def test_a_block_is_written_by_the_method_of_its_type(block: AnyBlock) -> None:
    assert Names().write(block) == block.type


def test_every_type_of_block_is_tested() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(AnyBlock))


def test_a_writer_without_a_method_for_a_type_cannot_be_created() -> None:
    with pytest.raises(TypeError, match="abstract"):
        BlockWriter()  # type: ignore[abstract]


def test_the_example_of_the_guide_writes_a_line_for_each_block() -> None:
    guide = (ROOT / "docs" / "plugins" / "rendering.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, "rendering.md", "exec", dont_inherit=True), names)
    written = [names["Outline"]().write(block) for block in BLOCKS[:3]]
    assert written == ["FOG", "2. It is foggy.", "- more fog"]


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (Paragraph(text="Fog.", blocks=(Item(label="-", text="mist"),)), ("Fog.",)),
        (Quote(opening="Begin text", blocks=(Paragraph(text="Fog."),)), ("Begin text",)),
        (EmbeddedCable(cable=Cable(subject="FOG"), closing="End"), ("FOG", "End")),
        (Paragraph(), ()),
    ],
)
def test_own_words_exclude_those_of_inner_blocks(block: AnyBlock, words: tuple[str, ...]) -> None:
    assert own_words(block) == words
