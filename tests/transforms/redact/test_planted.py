"""A marked sentence planted in any text of a tree or line of a header is in no output."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from every_format import found_in

import cableconv
from cableconv.cable import Cable, Classification, Level, Reference
from cableconv.testing import leaks
from cableconv.testing.full_trees import full_tree
from cableconv.transforms.redact.fields import RULES, is_sentence
from cableconv.transforms.redact.header import APART

LEVELS = [("SBU", "unclassified"), ("C", "sbu"), ("S/NF", "confidential")]
PLACES: dict[str, Callable[[str, str], str]] = {
    "before": lambda text, planted: f"{planted} {text}",
    "inside": lambda text, planted: text.replace(" ", f" {planted} ", 1),
    "behind": lambda text, planted: f"{text} {planted}",
}
levels = pytest.mark.parametrize(("marking", "above"), LEVELS)
places = pytest.mark.parametrize("place", PLACES)

HEADER = """\
VZCZCXYZ0001
PP RUEHC
DE RUEHNY #0017/01 0321530
ZNY CCCCC ZZH
P 010930Z FEB 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO RUEHRK/AMEMBASSY REYKJAVIK 0011
BT
S E C R E T OSLO 000017

NOFORN
SIPDIS

DEPARTMENT FOR EUR/NB
CLEARED BY: EUR:IFENWICK

E.O. 12958: DECL: 01/31/2018
TAGS: EFIS, PREL, NO
SUBJECT: (U) HERRING ON ICE
REF: A. 07 OSLO 77
     B. 07 OSLO 78
Classified By: DCM Ida Fenwick for reasons 1.4 (b) and (d).

1. (U) The ice is thin.

FENWICK
"""
SECRET = "zander pikeperch is ill"


def planted(marking: str) -> str:
    return f"({marking}) The {SECRET}."


def set_at(tree: object, path: str, text: str) -> None:
    """Put a text at a path of a tree of builtin types."""
    *steps, last = [int(i) if i.isdigit() else i for i in re.findall(r"\w+", path)]
    for step in steps:
        tree = tree[step]  # type: ignore[index]
    tree[last] = text  # type: ignore[index]


def full(level: Level = "TOP SECRET") -> Cable:
    """Return a cable with a value in every field, and everything in its body marked as open."""
    cable = Cable.from_dict(full_tree(0)).map_blocks(
        lambda block: block.replace(marking="U") if hasattr(block, "marking") else block
    )
    line = Classification(level=level, text=level, caveats=("NOFORN",))
    return cable.replace(classification=line, subject_marking="U")


def planted_trees(place: str, sentence: str) -> Iterator[tuple[str, Cable]]:
    for path, text in full().texts():
        tree = full().to_dict()
        set_at(tree, path, PLACES[place](text, sentence))
        yield path, Cable.from_dict(tree)


@levels
@places
def test_in_any_text_of_a_tree(marking: str, above: str, place: str) -> None:
    trees = dict(planted_trees(place, planted(marking)))
    assert len(trees) > 70
    left = {path: cableconv.transform(tree, "redact", above=above) for path, tree in trees.items()}
    assert [path for path, cable in left.items() if leaks(str(cable.to_dict()), [SECRET])] == []


@places
def test_in_all_texts_at_once_in_every_format(place: str) -> None:
    cable = full().map_texts(lambda text: PLACES[place](text, planted("S//NF")))
    assert found_in(cableconv.transform(cable, "redact", above="confidential"), [SECRET]) == []


@levels
@places
def test_in_any_line_of_a_header(marking: str, above: str, place: str) -> None:
    lines = HEADER.splitlines()
    for number, line in enumerate(lines[5:-4], 5):
        if line and "S E C R E T" not in line:
            text = "\n".join(
                [*lines[:number], PLACES[place](line, planted(marking)), *lines[number + 1 :]]
            )
            left = cableconv.transform(cableconv.parse(text), "redact", above=above)
            found = [(path, text) for path, text in left.texts() if SECRET in text.lower()]
            assert (line, found) == (line, [])


def test_a_header_without_a_marked_sentence_is_unchanged() -> None:
    cable = cableconv.parse(HEADER)
    left = cableconv.transform(cable, "redact", above="unclassified")
    bare = cableconv.transform(cable, "redact", above="secret", subject="unclassified")
    for name in ("origin", "to", "info", "references", "classified_by", "executive_order"):
        assert getattr(left, name) == getattr(bare, name), name
        assert "REDACTED" not in str(getattr(left, name))
    assert left.source == cable.source.__class__(id=cable.source.id, date=cable.source.date)
    assert (left.id, left.tags, left.passing) == (cable.id, cable.tags, cable.passing)
    assert (left.subject, left.signed_by) == ("HERRING ON ICE", ("FENWICK",))


def test_every_text_of_a_header_has_its_rule() -> None:
    paths = {re.sub(r"\[\d+\]", "", path) for path, _ in full().texts()}
    header = {path for path in paths if path.partition(".")[0] not in APART}
    unruled = {"source.name", "source.member", "source.url"}  # always removed
    assert header - unruled - set(RULES) == set()
    assert set(RULES) - header == set()


def test_text_before_a_marking_in_a_field_is_kept() -> None:
    text = HEADER.replace("EUR/NB", "EUR/NB (S) The minister is ill")
    left = cableconv.transform(cableconv.parse(text), "redact", above="confidential")
    assert left.passing == ("DEPARTMENT FOR EUR/NB [REDACTED: 1 line, above CONFIDENTIAL]",)
    assert [d.path for d in left.diagnostics if d.code == "redacted"] == ["passing[0]"]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("1. (U) Hi.\n\nTHE HARBOURMASTER IS ILL\n\n2. (C) He told us.", ["Hi."]),
        ("1. (U) Hi.\n\n(C) Fog.\n\nFog goes on for a day.\n\n2. (U) Bye.", ["Hi.", "Bye."]),
        ("1. (U) Hi.\n\n(C) BEGIN TEXT:\n\nA memo on fog.\n\nEND TEXT.", ["Hi."]),
        *(
            (f"1. (U) Hi.\n\n2. {mark} fog\n\n3. (U) Bye.", ["Hi.", "Bye."])
            for mark in (
                "{C}", "C:", "(C:", "(CX)", "(R)", "(NATO C)", "CONFIDENTIAL:", "", "[C]", "(C"
            )
        ),
    ],
)  # fmt: skip
def test_a_doubtful_block_is_redacted(body: str, shown: list[str]) -> None:
    head = HEADER[HEADER.index("S E C R E T") : HEADER.index("1. (U)")]
    cable = cableconv.parse(f"{head}{body}\n\nFENWICK\n")
    left = cableconv.transform(cable, "redact", above="unclassified")
    texts = [text for path, text in left.texts() if path.startswith("body") and path[-4:] == "text"]
    assert [text for text in texts if "REDACTED" not in text and text] == shown


@pytest.mark.parametrize(
    "reasons", ["(B), (C) and (D)", "(B),(C) and(D)", "(c)", "(B) (C) (D)", "(B), (C) , (D)"]
)
def test_a_reason_is_not_a_marking(reasons: str) -> None:
    cable = cableconv.parse(HEADER.replace("(b) and (d)", reasons))
    left = cableconv.transform(cable, "redact", above="unclassified").classified_by
    assert left is not None
    assert left.text == f"DCM Ida Fenwick for reasons 1.4 {reasons}."


def test_a_subject_without_a_marking_may_be_given_a_level() -> None:
    cable = cableconv.parse(HEADER.replace("(U) HERRING", "HERRING"))
    assert cableconv.transform(cable, "redact", above="sbu").subject != "HERRING ON ICE"
    left = cableconv.transform(cable, "redact", above="sbu", subject="unclassified")
    assert left.subject == "HERRING ON ICE"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("DEPARTMENT FOR EUR/NB", "THE HARBOURMASTER IS ILL"),
        ("DEPARTMENT FOR EUR/NB", "NOBODY SAW THE HARBOURMASTER"),
        ("INFO RUEHRK/AMEMBASSY REYKJAVIK 0011", "HIS DOCTOR HAS LEFT"),
        ("CLEARED BY: EUR:IFENWICK", "PELL REFUSED THE BOAT"),
        ("REF: A. 07 OSLO 77", "WHAT THEY TOLD PELL"),
    ],
)
def test_an_unmarked_sentence_in_capitals_is_not_a_name(line: str, sentence: str) -> None:
    cable = cableconv.parse(HEADER.replace(line, f"{line} {sentence}"))
    left = cableconv.transform(cable, "redact", above="unclassified")
    assert [path for path, text in left.texts() if sentence in text] == []


@pytest.mark.parametrize(
    "words",
    [
        "STATE FOR EUR/WE AND INR/B",
        "AMEMBASSY BRUSSELS BE",
        "FOR THE SECRETARY FROM AMBASSADOR AHMED AND UNITED NATIONS",
        "SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY",
        "This cable is sensitive but unclassified; not for internet distribution.",
        "DCM Ida Fenwick for reaso ns 1.4 (b) and (d)",
    ],
)
def test_names_and_handling_notices_are_not_sentences(words: str) -> None:
    assert not is_sentence(words)


def test_a_reference_keeps_its_label() -> None:
    texts = ("(A) DAILY REPORT", "(B) DAILY REPORT", "(C) DAILY REPORT", "(S) DAILY REPORT")
    references = tuple(Reference(kind="report", text=text) for text in texts)
    cable = full().replace(references=references)
    left = cableconv.transform(cable, "redact", above="unclassified")
    assert [each.text for each in left.references[:3]] == [*texts[:3]]
    assert left.references[3].kind == "redacted"
    left = cableconv.transform(
        cable.replace(references=references[2:]), "redact", above="unclassified"
    )
    assert {each.kind for each in left.references} == {"redacted"}
