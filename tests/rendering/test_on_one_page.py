"""Lines that belong on one page with what follows them."""

from __future__ import annotations

import pytest

from cableconv.cable import AnyBlock, Heading, Item, Paragraph, Preformatted, Quote, Table
from cableconv.rendering.on_one_page import introduces, introductions, is_kept_whole

LONG = Paragraph(text="The harbour office counted the ferries of the whole season. " * 3)
SHORT = Paragraph(text="None.")
TABLE = Table(rows=(("Pier", "2"), ("Quay", "3")), text="")
TITLE = Paragraph(number=6, text="TABLE TWO")


@pytest.mark.parametrize(
    ("block", "following", "is_introduction"),
    [
        (SHORT, Item(label="a.", text="Ferries"), True),
        (SHORT, TABLE, True),
        (LONG, TABLE, False),
        (Paragraph(text=LONG.text + "They were:"), TABLE, True),
        (TITLE, Heading(text="Ferries by port"), True),
        (Paragraph(text="The delegations follow:"), Heading(text="Norway"), True),
        (SHORT, Heading(text="Norway"), False),
        (TITLE, LONG, True),
        (SHORT, LONG, False),
        (TITLE, TITLE, False),
        (Item(label="2.", text="Second phase"), LONG, True),
        (Item(label="2.", text="Second phase"), Item(label="3.", text="Third phase"), False),
        (Item(label="2.", text="Second phase", blocks=(SHORT,)), LONG, False),
        (Paragraph(text=""), LONG, False),
        (Heading(text="Norway"), LONG, False),
        (Quote(blocks=(TITLE,)), LONG, False),
    ],
)
def test_a_line_introduces_what_follows(
    block: AnyBlock, following: AnyBlock, is_introduction: bool
) -> None:
    assert introduces(block, following) is is_introduction


def test_a_list_of_short_lines_has_one_introduction() -> None:
    names = [Paragraph(text=name) for name in ("Wray", "Tide", "Fenn")]
    assert list(introductions([*names, LONG])) == names[-1:]


@pytest.mark.parametrize(
    ("block", "is_whole"),
    [
        (Table(rows=(("Pier", "2"),) * 12, text="\n" * 14), True),
        (Table(rows=(("Pier", "2"),) * 13, text=""), False),
        (Table(rows=(), text="Pier\n" * 20), False),
        (Preformatted(text="Pier\n" * 11), True),
        (Preformatted(text="Pier\n" * 12), False),
    ],
)
def test_only_short_tables_and_texts_are_kept_whole(
    block: Preformatted | Table, is_whole: bool
) -> None:
    assert is_kept_whole(block) is is_whole
