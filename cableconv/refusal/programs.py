"""The first words of programs and of documentation, which may quote a whole cable."""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_OPENING = pattern(
    r"""\s*+(?:"{3}|'{3}|[#]!|[#]include|[#][ ]\S|import[ ]\w|from[ ]\S++[ ]import[ ]
        |package[ ]\w|/\*|//[ ]|def[ ]\w)""",
    re.VERBOSE,
)
_FIRST = frozenset("\"'#ifp/d")  # characters


def opens_as_program(text: str) -> bool:
    """Whether the text begins like a program, or like documentation with a title."""
    return text.lstrip()[:1] in _FIRST and _OPENING.match(text) is not None
