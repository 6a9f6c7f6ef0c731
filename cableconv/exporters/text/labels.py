"""Labels of sub-items: which of them mark a sub-item without a pilcrow.

A bullet does (``--``, ``o``), and so does a letter or number of a sequence from its
beginning.  Any other (a lone ``B.``) would be read as text; it gets the pilcrow that the
Department's system put before paragraphs and sub-paragraphs alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cableconv.cable import AnyBlock, Item

PILCROW = "¶"

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_AFTER_ROMAN = set(pairwise(_ROMAN)) | set(pairwise(map(str.lower, _ROMAN)))
_SHORTEST_RULE = 4  # dashes
_BULLETS = ("-", "*", "•", "·", "–", "—", "o ")
_FIRST = ("1", "A", "I")


def printed_labels(blocks: Sequence[AnyBlock]) -> list[str]:
    """Return the label of each item, with a pilcrow if it needs one; empty for other blocks."""
    labels = [block.label if isinstance(block, Item) else "" for block in blocks]
    return [_printed(labels, index) if label else "" for index, label in enumerate(labels)]


def _printed(labels: Sequence[str], index: int) -> str:
    label = labels[index]
    is_bullet = label == _core(label) or not _core(label).isalnum()
    return label if is_bullet or _in_sequence(labels, index) else PILCROW + label


def is_rule_before(label: str, text: str) -> bool:
    """Whether a label of dashes would be read as a rule if a space separated it from the text."""
    return len(label) >= _SHORTEST_RULE and not label.strip("-") and text[:1].isalnum()


def begins_with_bullet(text: str) -> bool:
    """Whether a text begins like an item with a bullet."""
    return text.startswith(_BULLETS)


def _in_sequence(labels: Sequence[str], index: int) -> bool:
    """Whether the label follows the previous one, or opens a sequence that continues below.

    Once there was such a sequence, another one may open without going on.
    """
    label = labels[index]
    if any(_follows(before, label) for before in labels[:index]):
        return True
    if _core(label).upper() not in _FIRST:
        return False
    begins_again = any(_style(before) == _style(label) for before in labels[:index])
    return begins_again or any(_follows(label, after) for after in labels[index + 1 :])


def _style(label: str) -> tuple[str, bool, bool]:
    """Return the brackets and stops of a label, and whether it is a number or a small letter."""
    core = _core(label)
    return label.replace(core, "", 1) if core else label, core.isdecimal(), core.islower()


def _core(label: str) -> str:
    return label.strip("(). ")


def _follows(before: str, after: str) -> bool:
    """Whether ``after`` is the next label: ``(b)`` after ``(a)``, ``3.`` after ``2.``."""
    first, second = _core(before), _core(after)
    if not first or not second or after != before.replace(first, second):
        return False
    if first.isdecimal() and second.isdecimal():
        return int(second) == int(first) + 1
    if len(first) == len(second) == 1 and ord(second) == ord(first) + 1:
        return True
    return (first, second) in _AFTER_ROMAN
