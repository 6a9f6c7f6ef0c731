"""Regular expressions that are compiled on first use.

    _DTG = pattern(r"(?P<day>\\d\\d)(?P<hour>\\d\\d)(?P<minute>\\d\\d)Z", re.IGNORECASE)

A cable needs half of the project's patterns, and most runs of the command line read one cable:
compiling all of them took a quarter of such a run.

To compile is dear for ``[A-Z]`` where case is ignored, as each letter is folded and four letters
outside ASCII match too: ``(?-i:[A-Za-z])`` costs a tenth.  So is a set of several ranges with a
character above U+00FF: an alternative of its own, ``[.']|’``, costs a tenth too.
"""

from __future__ import annotations

import re
from typing import Any, overload


@overload
def pattern(expression: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]: ...
@overload
def pattern(expression: bytes, flags: int | re.RegexFlag = 0) -> re.Pattern[bytes]: ...
def pattern(expression: Any, flags: int | re.RegexFlag = 0) -> Any:
    """Like ``re.compile``, with the same attributes; errors are raised on first use."""
    return _Uncompiled(expression, flags)


_FOLDED = str.maketrans({"İ": "I", "\N{KELVIN SIGN}": "K"})


def in_capitals(text: str) -> str:
    """Return the upper-case form, for looking up text that a pattern matched ignoring case.

    Such a pattern matches a dotted İ as i and the Kelvin sign as k; ``upper`` changes neither.
    """
    return text.upper() if text.isascii() else text.translate(_FOLDED).upper()


class _Uncompiled:
    """Replaced by the compiled pattern as soon as one of its methods is used."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        getattr(re.Pattern, name)  # an AttributeError, for what no pattern has, costs no compiling
        compiled = re.compile(self._expression, self._flags)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"pattern({self._expression!r})"
