"""Checks of the parser's promises, which hold for every text.

The checks take the telegram's text and the tree from ``to_dict``, and raise AssertionError.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

# Words that name the next field or join its values, which the tree expresses by its structure.
LABELS = frozenset(
    re.findall(
        r"\w+",
        """
        and tags tag ags subject subj subjs ubj ubjs ubject sub ref refs reftel reftels
        reference references ampn
        executive order decl declassify declassification declas declass declassified
        class classified classifier classification section ection final info xmt zen zczc vzczc vzcz
        """,
    )
)
_JOINED = re.compile(
    r"""(?<=\w)(?=de\sr[a-z]{3,7}\s?\# | zn[ry]\s[a-z]{5} | (?:zz|oo|pp|rr|yy)\sr[a-z]{3}
    | (?:[zopry]\s){0,2}\d{6}z\s | tags?:) | (?<=ref)(?=ref) | (?<=subject)(?=subject)""",
    re.VERBOSE,
)
"""Format lines 1 to 5, which are one part, and labels, where they were joined."""
_CAPTION = re.compile("(sensitive|sipdis|nodis|exdis|limdis|noforn)", re.IGNORECASE)
"""Words that are joined to each other and to the next word where line ends were lost."""
_CUT_LABELS = ("subject", "classified", "references")
"""A page's beginning breaks off anywhere, also inside a label."""
_SECTION = re.compile("[section]{5,9}")
"""SECTION by its letters, as one of them is often lost or doubled."""
_STEP = re.compile(r"(\w+)|\[(\d+)\]")
_NOT_SAID = ("parts", "diagnostics", "source", "summary")

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
        node: Any = tree
        for name, index in _STEP.findall(part["path"]):
            node = node[name] if name else node[int(index)]


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
    """Check that a piece of furniture has the text of its span."""
    for piece in tree["furniture"]:
        start, end = piece["span"]
        assert text[start:end] == piece["text"]


def check_words(text: str, tree: Tree) -> None:
    """Check that the tree contains every word of three letters or more, except fields' labels.

    Case and white space are ignored: words split at line ends were joined, and joined tags
    were split.  Derived and descriptive fields (``summary``, ``parts``, ``diagnostics``,
    ``source``) do not count.
    """
    said = {name: value for name, value in tree.items() if name not in _NOT_SAID}
    letters = "".join(words_of("".join(strings(said)).casefold()))
    parted = " ".join(pieces(text, tree))
    words = set(words_of(_JOINED.sub(" ", _CAPTION.sub(r" \1 ", parted).casefold())))
    unlabelled = {word for word in words - LABELS if not _SECTION.fullmatch(word)}
    unlabelled -= {label[:length] for label in _CUT_LABELS for length in range(len(label))}
    # HELSINKITO, before an addressee; ClassifiedFrom, where a label was cut
    unlabelled = {word.removesuffix("to").removeprefix("classified") for word in unlabelled}
    lost = {word for word in unlabelled if len(word) > 2 and word not in letters}
    lost = {word for word in lost if not _made_of(tree["tags"], word, letters)}
    assert not lost, lost


def pieces(text: str, tree: Tree) -> Iterator[str]:
    """Yield the text from one end of a part to the next: line ends were lost between parts."""
    ends = {end for part in tree["parts"] for end in (part["start"], part["end"])}
    for start, end in pairwise(sorted({0, *ends, len(text)})):
        yield text[start:end]


def words_of(text: str) -> list[str]:
    """Return the words, which consist of letters alone; digits separate words."""
    return "".join(sign if sign.isalpha() else " " for sign in text).split()


def _made_of(tags: list[str], word: str, letters: str) -> bool:
    """Whether a word is tags that were joined, to each other or to a word of the tree."""
    folded = [tag.casefold() for tag in tags]
    reached = {0}
    for at in range(len(word)):
        if at in reached:
            reached |= {at + len(tag) for tag in folded if word.startswith(tag, at)}
    return any(word[at:] in letters for at in reached - {0})


def strings(node: Any) -> Iterator[str]:
    """Yield every string of a tree."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)
