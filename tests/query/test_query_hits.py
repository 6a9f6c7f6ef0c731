"""Hits of a query: the blocks, and the words in them."""

from __future__ import annotations

from cableconv.cable import Cable, Item, Paragraph, Quote
from cableconv.query import parse_query

CABLE = Cable(
    id="08OSLO77",
    subject="SEA ICE",
    body=(
        Paragraph(
            number=2,
            marking="C",
            text="Captain Kjær saw ice.",
            blocks=(Item(label="A.", text="More ice, and sea ice."),),
        ),
        Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="No word of it."),)),
    ),
)


def test_each_block_is_a_hit_with_its_words_marked() -> None:
    hits = list(parse_query('"sea ice" OR captain').hits(CABLE))
    assert [(hit.path, hit.number, hit.label, hit.marking) for hit in hits] == [
        ("subject", None, None, None),
        ("body[0]", 2, None, "C"),
        ("body[0].blocks[0]", None, "A.", None),
    ]
    assert [[(hit.text or "")[a:b] for a, b in hit.marks] for hit in hits] == [
        ["SEA ICE"],
        ["Captain"],
        ["sea ice"],
    ]


def test_overlapping_words_are_marked_once() -> None:
    hit = next(parse_query('body:"captain kjaer saw" person:KJAER').hits(CABLE), None)
    assert hit is None  # in text fields æ is not matched by AE, only in person:
    [hit] = parse_query('body:"saw ice" person:KJAER body:saw').hits(CABLE)
    assert [(hit.text or "")[a:b] for a, b in hit.marks] == ["Kjær", "saw ice"]


def test_a_query_without_words_has_the_whole_cable_as_a_hit() -> None:
    [hit] = parse_query("id:08OSLO*").hits(CABLE)
    assert (hit.key, hit.subject, hit.path, hit.text) == ("08OSLO77", "SEA ICE", None, None)


def test_negated_words_are_not_marked() -> None:
    assert [hit.path for hit in parse_query("captain -whale").hits(CABLE)] == ["body[0]"]


def test_a_cable_that_is_not_selected_has_no_hit() -> None:
    assert not list(parse_query("ice whale").hits(CABLE))
