"""Which words of running text mention a reference, and which reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableconv.cable import Reference
from cableconv.rendering.mentions import mentions, notes_of, pieces

THREE = tuple(Reference(label=label, kind="cable", text=label) for label in "ABC")
ONE = (Reference(kind="cable", text="06 ASTANA 573"),)


def found(text: str, references: tuple[Reference, ...] = THREE) -> list[tuple[str, int | None]]:
    return [(text[each.start : each.end], each.reference) for each in mentions(text, references)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said so (ref B).", [("ref B", 1)]),
        ("(Ref. B), and", [("Ref. B", 1)]),
        ("SEE REFTEL C.) THE PIER", [("REFTEL C", 2)]),
        ("In reftel A, the port", [("reftel A", 0)]),
        ("see reference B.", [("reference B", 1)]),
        ("ref tel (a) said", [("ref tel (a)", 0)]),
        ("REF(A) said", [("REF(A)", 0)]),
        ('ref "C" said', [('ref "C"', 2)]),
        ("ref A's pier", [("ref A", 0)]),
        ("ref A and ref C", [("ref A", 0), ("ref C", 2)]),
        ("refs A and B", [("refs A", 0), ("B", 1)]),
        ("refs c & d", [("refs c", 2)]),
        ("Reftels A,B and C)", [("Reftels A", 0), ("B", 1), ("C", 2)]),
        ("(refs A, B, and C).", [("refs A", 0), ("B", 1), ("C", 2)]),
        ("references (a) and (b)", [("references (a)", 0), ("(b)", 1)]),
        ("refs A-C", [("refs A", 0), ("C", 2)]),
        ("refs A through C", [("refs A", 0), ("C", 2)]),
        ("the dues (reftels) rise", [("reftels", None)]),
        ("delivered ref points", [("ref", None)]),
        ("ref B, a senior official", [("ref B", 1)]),
        ("refs A and\nB", [("refs A", 0), ("B", 1)]),
    ],
)
def test_a_mention_covers_its_words_and_finds_its_entry(
    text: str, expected: list[tuple[str, int]] | list[tuple[str, None]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a reference to the harbour",
        "THE PAPER MAKES REFERENCE A POINT OF HONOUR",
        "for future reference.",
        "references to a pier",
        "ref D, which nobody listed",
        "the note, Ref: 12/345, says",
        "Ref. No. 7",
        "https://port.example/?ref=A",
        "a reform, refereed and referred",
        "prefer B",
        "the cable ref'd above",
    ],
)
def test_similar_words_are_not_mentions(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["per reftel", "per ref A", "per Refs"])
def test_the_only_reference_is_found_with_and_without_a_letter(text: str) -> None:
    assert [index for _, index in found(text, ONE)] == [0]


@pytest.mark.parametrize("text", ["ref E-mail of May 3", "reftel A/S Doe said", "ref A.M. tides"])
def test_an_initial_after_the_word_is_not_a_letter(text: str) -> None:
    assert [index for _, index in found(text)] == [None]


def test_an_entry_of_two_cables_is_its_first_one() -> None:
    twice = (THREE[0], THREE[1], THREE[1].replace(text="second"), THREE[2])
    assert found("refs B and C", twice) == [("refs B", 1), ("C", 3)]


def test_entries_without_letters_are_lettered_in_order() -> None:
    bare = (*ONE, *ONE)
    assert found("refs A and B, not ref C; reftels", bare) == [
        ("refs A", 0),
        ("B", 1),
        ("reftels", None),
    ]


def test_without_references_nothing_is_mentioned() -> None:
    assert mentions("ref A", ()) == ()


@given(st.text("refstlRABCabc ,.&-()/and", max_size=60))
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    last = 0
    for mention in mentions(text, THREE):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


@given(st.text("refs AB,and. ", max_size=40))
def test_the_pieces_are_the_text(text: str) -> None:
    references = (
        Reference(kind="cable", label="A", text="OSLO 1"),
        Reference(kind="cable", label="B", text="OSLO 2"),
    )
    found = list(pieces(text, references))
    assert "".join(piece.text for piece in found) == text
    assert [piece.mention for piece in found if piece.mention] == list(mentions(text, references))


def test_notes_that_the_text_contains_are_not_repeated() -> None:
    reference = Reference(kind="cable", text="OSLO 1 (NOTAL)", notes=("NOTAL", "EXDIS"))
    assert notes_of(reference) == ("EXDIS",)


def test_a_note_is_that_of_the_text_in_any_case() -> None:
    reference = Reference(kind="cable", text="Oslo 1 and previous", notes=("AND PREVIOUS",))
    assert notes_of(reference) == ()
