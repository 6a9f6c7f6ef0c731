"""Offices by their telegraphic addresses, on the day of the cable."""

from __future__ import annotations

import pytest

from cableconv.rendering.foreign_relations.names import in_words
from cableconv.vocabulary.tables import rows


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        ("AMEMBASSY ASTANA", "2007-01-08T12:31:00Z", "the Embassy in Kazakhstan"),
        ("AMEMBASSY MANILA", "", "the Embassy in the Philippines"),
        ("AMEMBASSY VATICAN", "2004-01-01", "the Embassy to the Holy See"),
        ("AMCONGEN ISTANBUL", "2004", "the Consulate General in Istanbul"),
        ("USMISSION GENEVA", "2004", "the Mission in Geneva"),
        ("REO BASRAH", "2009", "the Regional Embassy Office in Basrah"),
        ("USUN NEW YORK", "2004", "the Mission to the United Nations"),
        ("SECSTATE WASHDC", "", "the Department of State"),
        ("DEPT OF TREASURY WASHDC", "", "the Department of the Treasury"),
        ("DEPT OF COMMERCE WASHINGTON DC", "", "the Department of Commerce"),
        ("NATIONAL SECURITY COUNCIL WASHINGTON DC", "", "the National Security Council"),
        ("OSLO", "2008-01-01", "the Embassy in Norway"),
    ],
)
def test_an_address_is_spelt_out(name: str, day: str, words: str) -> None:
    assert in_words(name, day) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("1975-03-01", "the Embassy in the Soviet Union"),
        ("1991-12-26", "the Embassy in Russia"),
        ("", "the Embassy in Moscow"),
    ],
)
def test_a_country_has_its_name_on_the_day(day: str, words: str) -> None:
    assert in_words("AMEMBASSY MOSCOW", day) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("AMEMBASSY FERNHAVEN", "the Embassy in Fernhaven"),
        ("HARBOUR BOARD GRAVENHOEK", "HARBOUR BOARD GRAVENHOEK"),
        ("ALMATY", "Almaty"),
    ],
)
def test_unknown_addresses_are_unchanged(name: str, words: str) -> None:
    assert in_words(name, "2008-01-01") == words


def test_every_country_of_a_post_has_a_name() -> None:
    named = {row["code"] for row in rows("countries")}
    assert {row["country"] for row in rows("posts")} <= named


def test_earlier_names_are_of_known_posts_and_in_order() -> None:
    earlier = [(row["station"], row["until"]) for row in rows("posts_before")]
    assert earlier == sorted(earlier)
    assert {station for station, _ in earlier} <= {row["station"] for row in rows("posts")}
