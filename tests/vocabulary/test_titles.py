"""Words of titles: correct, misspelt, joined; and words that are names."""

import pytest

from cableconv.vocabulary import titles


@pytest.mark.parametrize("word", ["Ambassador", "DCM", "CHARGE", "polcouns", "PDAS", "Affaires"])
def test_a_title_is_recognized_in_any_case(word: str) -> None:
    assert titles.is_title(word)


@pytest.mark.parametrize("word", ["Ambassaor", "Abassador", "Amabassdor", "Couselor", "Secretray"])
def test_a_long_title_is_recognized_with_a_misprint(word: str) -> None:
    assert titles.is_title(word)


@pytest.mark.parametrize("word", ["DepPolCouns", "EconOff", "ECOUNS", "Polcounselor", "ADCM"])
def test_joined_short_forms_are_a_title(word: str) -> None:
    assert titles.is_title(word)


@pytest.mark.parametrize("word", ["Fenwick", "Calloway", "McGraw", "Conrad", "Hoff", "Milad"])
def test_a_name_is_not_a_title(word: str) -> None:
    assert not titles.is_title(word)


def test_a_title_may_be_a_surname_as_well() -> None:
    assert titles.may_be_name("West")
    assert not titles.may_be_name("Ambassador")


@pytest.mark.parametrize(
    ("word", "begin"), [("AmbassadorIda", 10), ("DCMIda", 3), ("PolCouns", 0), ("McGraw", 0)]
)
def test_a_name_joined_to_a_title_is_cut_off(word: str, begin: int) -> None:
    assert titles.title_glued_to_name(word) == begin
