"""The promise of redaction: nothing redacted is in any byte of any output."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from every_format import found_in, outputs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import printable_cables

import cableconv
from cableconv.cable import (
    AnyBlock,
    Cable,
    Classification,
    Diagnostic,
    EmbeddedCable,
    Furniture,
    Heading,
    Item,
    Level,
    Paragraph,
    Preformatted,
    Quote,
    Source,
    Table,
)
from cableconv.testing.full_trees import full_tree
from cableconv.tree_values import map_values
from cableconv.vocabulary.levels import LEVELS

SECRET = "zander pikeperch"
PUBLIC = "Fog on the quay"
SPELLINGS = ("Zander Pikeperch", "ZANDER\n  PIKEPERCH", "zander-pikeperch", "Pikeperch, Zander")
WORDS = ("zander pikeperch", "zanderpikeperch", "zander-pikeperch", "pikeperch, zander")
MARKINGS: dict[str, Level] = {
    "U": LEVELS[0], "SBU": LEVELS[1], "C//NF": LEVELS[2], "S": LEVELS[3], "TS": LEVELS[4],
}  # fmt: skip

in_every_format = settings(
    max_examples=settings().max_examples // 2, suppress_health_check=list(HealthCheck)
)
"""Each example is written in every format."""


def sown(seed: int) -> Callable[[Any], Any]:
    """Return a function that puts a spelling of the secret into about half of the texts."""
    chance = random.Random(seed)

    def sow(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(sow, value))
        if isinstance(value, str) and chance.random() < 0.5:
            return f"{value} {chance.choice(SPELLINGS)} {value}"
        return value

    return sow


SAYING_IT = f"He is {SPELLINGS[1]}, no \\<&{SPELLINGS[0]}>."
WITHOUT_BODY = {"bibtex", "citation", "csl-json", "gexf", "graphml", "ris"}
"""Formats of references and graphs, which describe a cable without its text."""


def test_the_search_finds_a_secret_in_every_format() -> None:
    cable = Cable(subject=SAYING_IT)
    assert {name for name, _ in found_in(cable, WORDS)} == {name for name, _ in outputs(cable)}


def test_the_search_finds_a_secret_of_the_body() -> None:
    cable = Cable(body=(Paragraph(number=1, text=SAYING_IT),))
    silent = {name for name, _ in outputs(cable)} - {name for name, _ in found_in(cable, WORDS)}
    assert {name.partition(",")[0] for name in silent} <= WITHOUT_BODY


@in_every_format
@given(printable_cables(), st.integers())
def test_a_name_anywhere_in_a_tree_is_in_no_output(cable: Cable, seed: int) -> None:
    tree = map_values(cable, sown(seed))
    redacted = cableconv.transform(tree, "redact", names=f"{SECRET} | pikeperch\n".encode())
    assert found_in(redacted, WORDS) == []


@pytest.mark.parametrize("variant", [0, 1])
def test_every_field_of_the_tree_is_searched_for_names(variant: int) -> None:
    cable = Cable.from_dict(full_tree(variant))
    left = cableconv.transform(cable, "redact", names=b"/\\b(one|two)\\b/\n")
    assert " one" not in str(left.to_dict())
    assert " two" not in str(left.to_dict())


def test_every_field_of_a_block_above_the_level_is_emptied() -> None:
    tree = full_tree(0)
    cable = Cable(
        classification=Classification(level="SECRET", text="SECRET"),
        body=Cable.from_dict(tree).map_blocks(unmarked).body,
    )
    left = cableconv.transform(cable, "redact", above="confidential")
    assert " one" not in str(left.to_dict())


def unmarked(block: AnyBlock) -> AnyBlock:
    return block.replace(marking=None) if hasattr(block, "marking") else block


@st.composite
def portions(draw: st.DrawFn, limit: Level, inherited: Level, depth: int = 0) -> AnyBlock:
    """Return a block that contains the secret if it is above the limit, else public words."""
    kinds: list[type[AnyBlock]] = [
        Heading,
        Paragraph,
        Item,
        Table,
        Preformatted,
        Quote,
        EmbeddedCable,
    ]
    kind = draw(st.sampled_from(kinds[: 5 if depth > 2 else 7]))
    if kind is EmbeddedCable:
        inner = draw(telegrams(limit, depth + 1))
        level = inner.classification.level if inner.classification else None
        return EmbeddedCable(opening=told(level, limit), cable=inner, closing=told(level, limit))
    can_be_marked = kind in (Heading, Paragraph, Item)
    marking = draw(st.sampled_from([None, *MARKINGS])) if can_be_marked else None
    level = MARKINGS.get(marking or "", inherited)
    text = told(level, limit)
    fields: dict[str, Any] = {"text": text, "marking": marking} if can_be_marked else {}
    if kind is Table:
        fields = {"rows": ((text, "1"), ("2", text)), "text": text}
    elif kind is Preformatted:
        fields = {"text": text}
    elif kind is Quote:
        fields = {"opening": text, "closing": text}
    if kind is Item:
        fields["label"] = text
    if kind in (Paragraph, Item, Quote) and depth < 3:
        blocks = st.lists(portions(limit, level, depth + 1), max_size=2)
        fields["blocks"] = tuple(draw(blocks))
    return kind(role=draw(st.sampled_from([None, "summary"])), **fields)


@st.composite
def telegrams(draw: st.DrawFn, limit: Level, depth: int = 0) -> Cable:
    """Return a cable with the secret in portions above the limit and texts that repeat them."""
    level = draw(st.sampled_from(LEVELS))
    body = tuple(draw(st.lists(portions(limit, level, depth), max_size=4)))
    cable = Cable(body=body)
    holds_it = told(level, limit) != PUBLIC or any(
        SECRET in str(getattr(block, "text", "")) for _, block in cable.walk()
    )
    return cable.replace(
        id="07OSLO1",
        classification=Classification(level=level, text=level),
        subject=told(level, limit),
        summary=f"Fog.\n\n{SECRET if holds_it else 'Ice.'}",
        furniture=(Furniture(kind="unread", text=SECRET),),
        diagnostics=(Diagnostic(code="x", severity="info", message=SECRET, hint=SECRET),),
        source=Source(name=f"{SECRET}.txt", member=SECRET, url=SECRET, sha256=SECRET),
    )


def told(level: Level | None, limit: Level) -> str:
    """Return the text of a portion of that level."""
    is_above = level is None or LEVELS.index(level) > LEVELS.index(limit)
    return f"He is {SECRET} of Oslo" if is_above else PUBLIC


@in_every_format
@given(st.data(), st.sampled_from(LEVELS[:-1]))
def test_text_above_a_level_is_in_no_output(data: st.DataObject, limit: Level) -> None:
    cable = data.draw(telegrams(limit))
    left = cableconv.transform(cable, "redact", above=limit)
    assert found_in(left, WORDS) == []
    assert cableconv.transform(left, "redact", above=limit).body == left.body


@settings(suppress_health_check=list(HealthCheck))
@given(printable_cables())
def test_nothing_of_the_source_is_left(cable: Cable) -> None:
    left = cableconv.transform(cable, "redact", above="secret")
    tree = msgspec.to_builtins(left)
    assert [path for path, value in places(tree) if path.endswith("span") and value] == []
    assert (left.parts, left.furniture) == ((), ())
    source = left.source
    assert (source.name, source.member, source.row, source.url, source.sha256) == (None,) * 5
    assert [d for d in left.diagnostics if d.line or d.column] == []


def places(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value of a tree with its path."""
    yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from places(member, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from places(member, f"{path}[{index}]")
