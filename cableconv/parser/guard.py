"""The last resort: returns a tree for any text, and after any failure."""

from __future__ import annotations

from cableconv.cable import Cable, Diagnostic, Part, Preformatted, Span
from cableconv.diagnostics.telegram import PARSER_FAILED, TOO_LONG
from cableconv.limits import Limits
from cableconv.parser import pipeline
from cableconv.telegram import Telegram

_LIMITS = Limits()


def parse_telegram(telegram: Telegram, limits: Limits = _LIMITS) -> Cable:
    """Return the tree of one telegram.

    Any text gives a tree: repairs and doubts are in its ``diagnostics``, text that was not
    understood is in its ``furniture``.  A text longer than the limit, or one on which the
    parser fails, becomes one preformatted block, with an error.
    """
    length, longest = len(telegram.text), limits.cable_size
    if length > longest:
        return _unread(telegram, TOO_LONG.at(length=length, longest=longest))
    try:
        return pipeline.parse_telegram(telegram, limits.nesting)
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # while a class was built, Python 3.11
            raise error.__cause__ from None
        return _unread(telegram, PARSER_FAILED.at(error=_words_of(error)))


def _unread(telegram: Telegram, why: Diagnostic) -> Cable:
    """Return the text as one block, with its source and the reader's diagnostics."""
    text = telegram.text.strip()
    start = len(telegram.text) - len(telegram.text.lstrip())
    span = Span(start, start + len(text))
    block = Preformatted(text=text, span=span)
    part = Part(start=span.start, end=span.end, role="block", path="body[0]")
    return Cable(
        body=(block,) if text else (),
        parts=(part,) if text else (),
        source=telegram.source,
        diagnostics=(*telegram.diagnostics, why),
    )


def _words_of(error: Exception) -> str:
    """Describe what failed and where, without quoting the cable, as a report may be public."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({_module_of(place.tb_frame.f_globals)}:{place.tb_lineno})" if place else ""
    return type(error).__name__ + where


def _module_of(names: dict[str, object]) -> str:
    return str(names.get("__name__", "?"))
