"""The source line that a diagnostic is about, with a caret below the place."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cli.wording import printable


def excerpt(text: str, line: int, column: int, width: int) -> Iterator[str]:
    """The line and the caret's line; of a long line, the stretch around the column.

    ``line`` and ``column`` count from 1; a place that the text doesn't have gives nothing.
    """
    source = _line(text, line, column + width)
    if source is None:
        return
    margin = f"{line:>6} | "
    room = max(width - len(margin), 20)
    start = max(0, column - 1 - room // 2) if len(source) > room else 0
    shown = source[start : start + room]
    before = printable(_opened(shown[: column - 1 - start]))
    after = printable(_opened(shown[column - 1 - start :]))
    yield f"{margin}{before}{after}".rstrip()
    yield f"{'':>6} | {' ' * len(before)}^"


def _line(text: str, line: int, longest: int) -> str | None:
    """The line of that number, as far as it is needed: a line may have 50 MB."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return None
    end = text.find("\n", start, start + longest)
    return text[start : start + longest if end < 0 else end].rstrip("\r")


def _opened(text: str) -> str:
    return text.replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")
