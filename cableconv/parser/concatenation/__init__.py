"""Separates telegrams that stand one below the other in a plain text, before they are parsed.

Archives are often joined to one file: the telegrams follow each other directly, or with rules,
NNNN and ZCZC (ACP 127), form feeds or the names of files between them.  ``headings`` finds
the whole headings in a text, ``boundaries`` decides which of them begin another telegram.
"""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.telegram import Telegram

__all__ = ["separate"]

_SIGNS = ("SUBJ", "TAGS", "\nFM ", "Subj")
"""Every heading that begins another telegram has one of them."""


def separate(telegram: Telegram) -> Iterator[Telegram]:
    """Return each telegram of a plain text; usually there is one."""
    if not (telegram.is_plain and _may_hold_several(telegram.text)):
        return iter((telegram,))
    from cableconv.parser.concatenation.separation import parts  # few texts need it

    return parts(telegram)


def _may_hold_several(text: str) -> bool:
    """Whether a sign of a heading occurs twice; this costs next to nothing."""
    return any(text.count(sign) > 1 for sign in _SIGNS)
