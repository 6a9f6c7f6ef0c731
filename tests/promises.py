"""Checks of the parser's promises, which hold for every text.

The checks take the telegram's text and the tree from ``to_dict``, and raise AssertionError.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from promised_words import check_origins, check_words, node_at

from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

Tree = dict[str, Any]


def read(text: str) -> Tree:
    """Return the tree of a telegram's text; fail if the parser failed and the guard replaced it."""
    tree = parse_telegram(Telegram(text=text)).to_dict()
    failed = [each["message"] for each in tree["diagnostics"] if each["code"] == "parser-failed"]
    assert not failed, failed
    return tree


def check_all(text: str, tree: Tree) -> None:
    """Check all promises."""
    check_parts(text, tree)
    check_paths(tree)
    check_spans(text, tree)
    check_nesting(tree)
    check_furniture(text, tree)
    check_words(text, tree)
    check_origins(text, tree)


def check_parts(text: str, tree: Tree) -> None:
    """Check that ``parts`` cover every non-blank character, in order, without overlap."""
    end = 0
    for part in tree["parts"]:
        assert end <= part["start"] < part["end"] <= len(text)
        assert not text[end : part["start"]].strip()
        end = part["end"]
    assert not text[end:].strip()


def check_paths(tree: Tree) -> None:
    """Check that every part's path leads to a node, which may be empty if only a label was read."""
    for part in tree["parts"]:
        node_at(tree, part["path"])


def check_spans(text: str, tree: Tree) -> None:
    """Check that every span is inside the text and not blank."""
    for start, end in spans(tree):
        assert 0 <= start < end <= len(text)


def spans(node: Any) -> Iterator[list[int]]:
    """Yield the spans of a node and of everything below it."""
    children = node if isinstance(node, list) else node.values() if isinstance(node, dict) else ()
    if isinstance(node, dict) and node.get("span"):
        yield node["span"]
    for child in children:
        yield from spans(child)


def check_nesting(tree: Tree) -> None:
    """Check that a block's span contains those of its children."""

    def check(blocks: list[Tree]) -> None:
        for block in blocks:
            start, end = block["span"]
            for inner in block.get("blocks", []):
                assert start <= inner["span"][0] < inner["span"][1] <= end
            check(block.get("blocks", []))

    check(tree["body"])


def check_furniture(text: str, tree: Tree) -> None:
    """Check that a piece of furniture has the text of its span, and a part of its own."""
    paths = {part["path"] for part in tree["parts"]}
    for index, piece in enumerate(tree["furniture"]):
        start, end = piece["span"]
        assert text[start:end] == piece["text"]
        assert f"furniture[{index}]" in paths, f"no part for {piece}"
