"""Whether a text is whole, by the mark that it ends with."""

from __future__ import annotations

_CLOSERS = "\"'”’)]"
_FULL_STOPS = frozenset(".!?")
_STOPS = _FULL_STOPS | frozenset(":;")
_FINISHED = _STOPS | frozenset('"”)')


def is_finished(text: str) -> bool:
    """Whether a text is complete: it ends a sentence or introduces something."""
    return text[-1:] in _FINISHED or text.rstrip(_CLOSERS)[-1:] in _STOPS


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop or a similar mark."""
    return text[-1:] in _FULL_STOPS or text.rstrip(_CLOSERS)[-1:] in _FULL_STOPS
