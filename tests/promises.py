"""What holds for every tree that the parser gives, whatever the text: each promise a check.

The checks take the telegram's text and the tree as ``to_dict`` gives it, and say by an
AssertionError what does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

# Words that say which field follows, or join its values; the tree's own shape says so instead.
LABELS = frozenset(
    re.findall(
        r"\w+",
        """
        and tags tag ags subject subj ubj ubject sub ref refs reftel reftels reference references
        executive order decl declassify declassification declas declass declassified
        class classified classifier classification section ection final info xmt zen zczc vzczc
        """,
    )
)
_GLUED_LABEL = re.compile(
    r"(?<=\w)(?:(?:refs?|subj(?:ect)?|tags|reasons?):|e\.o\. ?(?=\d{5}:)|classified by)"
)
_GLUED_SIGN = re.compile(
    r"""(?<=\w)(?=v?zczc[a-z]{3}\d{3} | zn[ry]\s[a-z]{5} | (?:zz|oo|pp|rr|yy)\sr[a-z]{3}
    | de\sr[a-z]{3,7}\s?\# | (?:(?:to|info)\s?)?r[uh][a-z]{2,6}\s?/ | fm\s[a-z] | info\s[a-z]
    | (?:[zopry]\s){0,2}\d{6}z\s | to\s(?:secstate|am(?:embassy|consul)) | amembassy | amconsul
    | usmission | secstate | this\srecord\sis | unclas | secret\b | confidential\b
    | c\so\sn\sf | s\se\sc\sr | u\sn\sc\sl
    | [a-z]{1,16}\s\d{8}\s{1,3}\d{3}(?:\.\d+)?\s+of\s+\d{3})""",
    re.VERBOSE,
)
"""The beginning of a format line or a page mark that stands glued to the word before: there the
line was cut.  Where the name of a mark's station begins, only the parser knows."""
_TURN_OF_CASE = re.compile("(?<=[A-Z]{3})(?=[a-z]{2})")
"""Where the text begins that a subject in capitals was joined to."""
_CAPTION = re.compile("(sensitive|sipdis|nodis|exdis|limdis|noforn)")
"""Words that stand glued to each other and to what follows where line ends were lost."""
_SECTION = re.compile("[section]{5,9}")
"""SECTION by its letters: one of them is lost or doubled often enough, and the field says it."""
_STEP = re.compile(r"(\w+)|\[(\d+)\]")
_NOT_SAID = ("parts", "diagnostics", "source", "summary")

Tree = dict[str, Any]


def read(text: str) -> Tree:
    """The tree of a telegram's text, which the parser read itself: the last guard had no work."""
    tree = parse_telegram(Telegram(text=text)).to_dict()
    failed = [each["message"] for each in tree["diagnostics"] if each["code"] == "parser-failed"]
    assert not failed, failed
    return tree


def keep_all(text: str, tree: Tree) -> None:
    """All promises."""
    account_for_the_text(text, tree)
    lead_to_their_nodes(tree)
    stand_in_the_text(text, tree)
    stand_in_their_parents(tree)
    repeat_furniture(text, tree)
    lose_no_word(text, tree)


def account_for_the_text(text: str, tree: Tree) -> None:
    """``parts`` cover every non-blank character, in order, without overlap."""
    end = 0
    for part in tree["parts"]:
        assert end <= part["start"] < part["end"] <= len(text)
        assert not text[end : part["start"]].strip()
        end = part["end"]
    assert not text[end:].strip()


def lead_to_their_nodes(tree: Tree) -> None:
    """The path of every part leads to a name of the tree, an empty one where the label is all."""
    for part in tree["parts"]:
        node: Any = tree
        for name, index in _STEP.findall(part["path"]):
            node = node[name] if name else node[int(index)]


def stand_in_the_text(text: str, tree: Tree) -> None:
    """Every span lies inside the text and holds something."""
    for start, end in spans(tree):
        assert 0 <= start < end <= len(text)


def spans(node: Any) -> Iterator[list[int]]:
    """The spans of a node and of all below it."""
    children = node if isinstance(node, list) else node.values() if isinstance(node, dict) else ()
    if isinstance(node, dict) and node.get("span"):
        yield node["span"]
    for child in children:
        yield from spans(child)


def stand_in_their_parents(tree: Tree) -> None:
    """A block's span holds those of the blocks in it."""

    def check(blocks: list[Tree]) -> None:
        for block in blocks:
            start, end = block["span"]
            for inner in block.get("blocks", []):
                assert start <= inner["span"][0] < inner["span"][1] <= end
            check(block.get("blocks", []))

    check(tree["body"])


def repeat_furniture(text: str, tree: Tree) -> None:
    """The text of a piece of furniture is what stands at its span."""
    for piece in tree["furniture"]:
        start, end = piece["span"]
        assert text[start:end] == piece["text"]


def lose_no_word(text: str, tree: Tree) -> None:
    """Every word of three letters and more, but a field's label, stands in the tree.

    Capitals aside, and white space too: a word that a line's end broke was put together, and
    tags that had grown together were taken apart.  What is derived, or told about the text
    (``summary``, ``parts``, ``diagnostics``, ``source``), does not count.
    """
    said = {name: value for name, value in tree.items() if name not in _NOT_SAID}
    letters = "".join(words_of("".join(strings(said)).casefold()))
    folded = _TURN_OF_CASE.sub(" ", text).casefold()
    parted = _GLUED_SIGN.sub(" ", _GLUED_LABEL.sub(" ", _CAPTION.sub(r" \1 ", folded)))
    words = set(words_of(parted))
    unlabelled = {word for word in words - LABELS if not _SECTION.fullmatch(word)}
    lost = {word for word in unlabelled if len(word) > 2 and word not in letters}
    assert not {word for word in lost if not _made_of(tree["tags"], word)}


def words_of(text: str) -> list[str]:
    """The words of letters alone: a digit, raised or not, ends one."""
    return "".join(sign if sign.isalpha() else " " for sign in text).split()


def _made_of(tags: list[str], word: str) -> bool:
    folded = [tag.casefold() for tag in tags]
    reached = {0}
    for at in range(len(word)):
        if at in reached:
            reached |= {at + len(tag) for tag in folded if word.startswith(tag, at)}
    return len(word) in reached


def strings(node: Any) -> Iterator[str]:
    """Every string of a tree."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)
