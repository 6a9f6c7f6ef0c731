"""Whether a text is whole, by the mark that it ends with."""

from __future__ import annotations

from cableconv.vocabulary.levels import LEVELS

_CLOSERS = "\"'”’)]"
_FULL_STOPS = frozenset(".!?")
_STOPS = _FULL_STOPS | frozenset(":;")
_FINISHED = _STOPS | frozenset('"”)')
_REMOVED = tuple(f" above {level}]" for level in LEVELS)
"""The ends of what is left of a redacted text, which no other text goes on with."""


def is_finished(text: str) -> bool:
    """Whether a text is complete: it ends a sentence or introduces something."""
    if text[-1:] in _FINISHED or text.rstrip(_CLOSERS)[-1:] in _STOPS:
        return True
    return text[-1:] == "]" and text.endswith(_REMOVED)


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop or a similar mark, or with what was redacted."""
    if text[-1:] in _FULL_STOPS or text.rstrip(_CLOSERS)[-1:] in _FULL_STOPS:
        return True
    return text[-1:] == "]" and text.endswith(_REMOVED)
