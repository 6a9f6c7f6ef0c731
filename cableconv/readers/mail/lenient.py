"""A policy for Python's ``email``, which fails on some damaged header fields, and is slow on long
ones: these are kept as they stand, and those with parameters without them.
"""

from __future__ import annotations

from email import policy
from functools import lru_cache
from typing import Any

from cableconv.patterns import pattern

_LONGEST = 10_000  # characters: a list of some hundred addressees
_LONGEST_STRUCTURED = 2_000  # its parameters are parsed in quadratic time
_FIRST_WORD = pattern(r"[\w/+.-]*")
_FAILURES = (
    ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError,
)  # fmt: skip


class _Lenient(policy.EmailPolicy):
    """Parses header fields where ``email`` can."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return the parsed field, or its text."""
        is_structured = name.lower().startswith("content-")
        return _parsed(name, value[: _LONGEST_STRUCTURED if is_structured else _LONGEST])


@lru_cache(maxsize=256)  # ``email`` parses a field each time that it is asked for
def _parsed(name: str, value: str) -> Any:
    try:
        return policy.default.header_fetch_parse(name, value)
    except _FAILURES:
        if name.lower().startswith("content-"):
            return policy.default.header_fetch_parse(name, _FIRST_WORD.findall(value)[0])
        return "".join(value.splitlines())


LENIENT = _Lenient()
UNFOLDED = _Lenient(refold_source="none", linesep="\r\n")
"""For writing a message as it was read."""
