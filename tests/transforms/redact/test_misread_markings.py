"""Markings that were damaged, at the beginning of texts and of sentences, and inside them."""

from __future__ import annotations

import pytest

import cableconv

HEAD = "{level} OSLO 000123\n\nTAGS: PREL, NO\nSUBJECT: (U) HERRING\n"
WORD = "zebra"
DAMAGED = (
    "(5BU)", "(58U)", "(S8U)", "(SB U)", "(SBIJ)", "(L0U)", "(F0UO)", "(5/NF)", "(T5)", "(T.S.)",
    "(S.B.U.)", "(SNF)", "(CNF)", "(SBUNF)", "(SIINF)", "(S!NF)", "(S/NE)", "(C/HF)", "(C/NOFRN)",
    "(CONFIDENTAL)", "(SECERT)", "[SNF]", "{5BU}", "<SNF>",
    "(CONFIDENTIAL", "(SECRET", "(C", "(S", "(SBU", "(C//NF", "(TS//SI", "(S//REL", "S/NF)",
    "[S]", "{C}", "(S )", "( C)", "(S-NF)", "<C>", "(C).", "(C]",
)  # fmt: skip
PLACES = {
    "the beginning of a block": "1. (U) Hi.\n\n{} The zebra is ill.\n\n2. (U) Bye.",
    "behind a number": "1. (U) Hi.\n\n2. {} The zebra is ill.\n\n3. (U) Bye.",
    "behind a marking": "1. (U) Hi.\n\n2. (U) {} The zebra is ill.\n\n3. (U) Bye.",
    "an item": "1. (U) They say:\n-- {} The zebra is ill.\n-- Bye.",
    "a sentence": "1. (U) Hi. {} The zebra is ill. Bye.\n\n2. (U) Bye.",
    "a sentence below": "1. (U) They said hi.\n{} The zebra is ill.\n\n2. (U) Bye.",
}


def is_kept(body: str, level: str = "S E C R E T", above: str = "unclassified") -> bool:
    """Whether the word is still in the redacted tree."""
    cable = cableconv.parse(f"{HEAD.format(level=level)}\n{body}\n\nHOLM\n")
    return WORD in str(cableconv.transform(cable, "redact", above=above).to_dict()).casefold()


@pytest.mark.parametrize("place", PLACES)
def test_a_damaged_marking_counts(place: str) -> None:
    kept = [damaged for damaged in DAMAGED if is_kept(PLACES[place].format(damaged))]
    assert kept == []


def test_it_counts_inside_a_sentence_unless_it_is_a_short_code() -> None:
    text = "1. (U) They say that {} The zebra is ill.\n\n2. (U) Bye."
    assert [damaged for damaged in DAMAGED if is_kept(text.format(damaged))] == ["(T5)"]


def test_it_has_at_least_the_cables_level() -> None:
    text = PLACES["a sentence"].format("(5BU)")
    assert not is_kept(text, above="confidential")
    assert is_kept(text, "C O N F I D E N T I A L", above="confidential")


def test_it_may_name_a_higher_level_than_the_cables() -> None:
    text = PLACES["a sentence"].format("(SNF)")
    assert not is_kept(text, "UNCLAS")
    assert not is_kept(text, "C O N F I D E N T I A L", above="confidential")


@pytest.mark.parametrize(
    "text",
    [
        "The Swiss Nature Fund (SNF) likes the zebra.", "The zebra eats. (SUNY) Albany says so.",
        "In the Service of the New Farms (SNF) is a zebra.", "The five (S5) like a zebra.",
        "It rained. (S Korea) The zebra is dry.", "They met Gen. (R) Pell and his zebra.",
        "It rained. (S/CT) asked for the zebra.", "The report(s) on the zebra are late.",
        "See (A) a horse, (B) a mule and (C) a zebra.", "It is here. (5) The zebra eats.",
        "It is here. (G8) The zebra eats.", "It ended. (50) The zebra eats.",
        "It rained. (CIF) The zebra is dry.", "It ended. (U) The zebra eats.",
        "He said so. (NOTE: The zebra eats.)", "The road (A58) leads to the zebra.",
        "It rained. (B08C) is a zebra.", "It is paid. (NOK/50 or DKK/58) The zebra eats.",
        "a) The horse eats. b) The mule eats. C) The zebra eats.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_damaged_marking_is_kept(text: str) -> None:
    assert is_kept(f"1. (U) {text}\n\n2. (U) Bye.")


def test_digits_for_letters_count_anywhere() -> None:
    assert not is_kept("1. (U) It is said (5BU) that the zebra is ill.\n\n2. (U) Bye.")
    assert is_kept("1. (U) It is said (T5) that the zebra is ill.\n\n2. (U) Bye.")


@pytest.mark.parametrize("words", ["HERRING. (SNF)", "HERRING AND (SECERT)", "HERRING ON\n(S"])
def test_a_subject_may_have_one(words: str) -> None:
    text = f"{HEAD.format(level='S E C R E T')}\n1. (U) Bye.\n\nHOLM\n"
    text = text.replace("HERRING", f"{words} ZEBRA")
    left = cableconv.transform(cableconv.parse(text), "redact", above="unclassified")
    assert "ZEBRA" not in str(left.to_dict())


@pytest.mark.parametrize("damaged", ["(SNF)", "(5BU)", "(SECERT)"])
def test_a_field_of_the_header_may_have_one(damaged: str) -> None:
    line = f"Classified By: {damaged} DCM Ida Wray, reason 1.4 (d)."
    text = f"{HEAD.format(level='S E C R E T')}{line}\n\n1. (U) Bye.\n\nHOLM\n"
    left = cableconv.transform(cableconv.parse(text), "redact", above="unclassified")
    assert "Wray" not in str(left.to_dict())


def test_blocks_below_a_title_with_one_have_its_level() -> None:
    assert not is_kept("1. (U) Hi.\n\n(5BU) MEMO\n\nThe zebra is ill.\n\n2. (U) Bye.")
