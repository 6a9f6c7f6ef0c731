"""Regular expressions that are compiled when they are first used.

    _DTG = pattern(r"(?P<day>\\d\\d)(?P<hour>\\d\\d)(?P<minute>\\d\\d)Z", re.IGNORECASE)

One cable uses half of the project's patterns, and one run of the command line reads one cable:
compiling the others cost a quarter of such a run.
"""

from __future__ import annotations

import re
from typing import Any, overload


@overload
def pattern(expression: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]: ...
@overload
def pattern(expression: bytes, flags: int | re.RegexFlag = 0) -> re.Pattern[bytes]: ...
def pattern(expression: Any, flags: int | re.RegexFlag = 0) -> Any:
    """What ``re.compile`` gives, with the same attributes; re.error comes at the first use."""
    return _Uncompiled(expression, flags)


_FOLDED = str.maketrans({"İ": "I", "\N{KELVIN SIGN}": "K"})


def in_capitals(text: str) -> str:
    """What a pattern matched without regard to case, as the table has it that it is looked up in.

    Such a pattern takes a dotted İ for an i and the sign of Kelvin for a k; ``upper`` leaves both.
    """
    return text.translate(_FOLDED).upper()


class _Uncompiled:
    """Becomes a stand-in for the compiled pattern as soon as one of its methods is asked for."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._expression, self._flags)
        for method in ("match", "search", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"pattern({self._expression!r})"
