"""Paragraphs that begin with BEGIN, START, END or QUOTE."""

from __future__ import annotations

import pytest

from cableconv import parse
from cableconv.cable import Cable, Paragraph
from cableconv.exporters.text import encode
from cableconv.exporters.text.quote_marks import no_mark

LONG = "Begin the tour of the harbour at the clock, which stopped at noon and has not been wound"


@pytest.mark.parametrize("lead", ["", "6. (U) ", "(S//REL MLT) ", "12. "])
def test_the_first_line_is_longer_than_a_quotations_opening(lead: str) -> None:
    lines = [
        f"{lead}{LONG}",
        "  since, and end it",
        "  at the lamp, which",
        "  burns at night.",
        "  So.",
    ]
    first, *below = no_mark(lines, "  ")
    assert first.startswith(f"{lead}{LONG} since, and end it at the lamp, which")
    assert len(first) > 140
    assert below in (["  So."], ["  burns at night.", "  So."], [])


@pytest.mark.parametrize("lines", [[LONG], [LONG, "since."], ["The end of it.", "x" * 200]])
def test_other_lines_are_unchanged(lines: list[str]) -> None:
    assert no_mark(lines, "") == lines


@pytest.mark.parametrize("marking", ["U", None])
def test_such_a_paragraph_is_read_as_one(marking: str | None) -> None:
    text = f"{LONG}; from there it goes to the lamp, the herring hall and the stairs of the tower."
    body = [Paragraph(number=number, marking=marking, text=text) for number in (1, 2)]
    again = parse(encode(Cable(body=tuple(body))))
    assert [block.text for _, block in again.walk() if isinstance(block, Paragraph)] == [text] * 2
