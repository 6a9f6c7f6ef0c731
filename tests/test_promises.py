"""The checks of the promises find what they look for: words that are lost, doubled or invented."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import promises
import pytest

TEXT = """\
VZCZCXRO0007
RR RUEHC
DE RUEHNY #0123/01 1341205
ZNY CCCCC ZZH
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 0101
INFO RUEHTL/AMEMBASSY TALLINNTO 0044

C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000123

SIPDIS

DEPT FOR EUR/NB

E.O. 12958: DECL: 05/13/2018
TAGS: PREL, NO
SUBJECT: (SBU) THE TIDE CLOCK
REF: A. OSLO 77 B. TALLINN 112

Classified By: DCM Ida Fenwick for reasons 1.4 (b) and (d).

The Clock (SBU)
-------------

1. (C) The clock was late on Monday.

OSLO 00000123  002 OF 002

2. (C) Two things were done:

A. It was wound.

B. It was watched.

WRAY
"""
PLACES = (
    "transmissions[0].identifier", "transmissions[0].signals[0]", "origin.name", "to[0].name",
    "to[0].number", "info[0].name", "captions[0]", "passing[0]", "executive_order.text", "tags[0]",
    "subject", "subject_marking", "references[1].label", "body[0].text", "body[0].marking",
    "body[1].text", "body[2].blocks[1].label", "body[2].blocks[1].text", "signed_by[0]",
    "furniture[0].text",
)  # fmt: skip
"""Values with a first word that the tree has nowhere else."""


def read() -> promises.Tree:
    tree = promises.read(TEXT)
    promises.check_all(TEXT, tree)
    return deepcopy(tree)


def changed(place: str, word: str | None) -> promises.Tree:
    """Return the tree with another word for the first one at a place, or without that."""
    tree = read()
    above, _, name = place.replace("]", "").replace("[", ".").rpartition(".")
    node: Any = tree
    for step in above.split(".") if above else ():
        node = node[int(step) if step.isdecimal() else step]
    key = int(name) if name.isdecimal() else name
    kept = node[key].split(" ")[1:]
    node[key] = " ".join([word, *kept] if word else kept)
    return tree


@pytest.mark.parametrize("place", PLACES)
def test_a_lost_word_is_found(place: str) -> None:
    with pytest.raises(AssertionError):
        promises.check_all(TEXT, changed(place, None))


@pytest.mark.parametrize("place", ["to[0].name", "subject", "body[0].text", "body[1].text"])
def test_an_invented_word_is_found(place: str) -> None:
    with pytest.raises(AssertionError, match=r"invented|lost"):
        promises.check_all(TEXT, changed(place, "GEESE"))


def test_words_in_another_order_are_found() -> None:
    tree = read()
    tree["body"][1]["text"] = "The clock was on Monday late."
    with pytest.raises(AssertionError, match="lost from body"):
        promises.check_all(TEXT, tree)


def test_a_doubled_block_is_found() -> None:
    tree = read()
    tree["body"].append(tree["body"][1])
    with pytest.raises(AssertionError, match="invented"):
        promises.check_all(TEXT, tree)


@pytest.mark.parametrize("label", ["TAG\tS:", "T\tAG:", "T\t\tAG:", "AG:"])
def test_a_damaged_label_is_not_a_lost_word(label: str) -> None:
    text = TEXT.replace("TAGS:", label)
    tree = promises.read(text)
    promises.check_all(text, tree)
    assert tree["tags"] == ["PREL", "NO"]
