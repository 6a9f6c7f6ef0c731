"""Citations in words, in two styles."""

from __future__ import annotations

from typing import Any

import cableconv
import pytest
from cableconv import Cable, InvalidOptionError
from cableconv.cable import Addressee, Origin, Transmission
from cableconv.rendering.citation import in_words
from cited_cables import ARCHIVED, CABLE


def cited(cable: Cable, **options: Any) -> str:
    return str(cableconv.export(cable, to="citation", **options))


def test_the_style_of_the_national_archives_begins_with_the_office() -> None:
    assert cited(ARCHIVED) == (
        "U.S. Embassy Oslo to Department of State, Telegram 123, section 1 of 2, "
        "“The 'Tide Clock',” May 13, 1976, 76OSLO123; "
        "Central Foreign Policy Files, 1973-79/Electronic Telegrams; "
        "General Records of the Department of State, Record Group 59; "
        "National Archives at College Park, College Park, MD.\n"
    )


def test_chicago_separates_everything_by_commas() -> None:
    assert cited(ARCHIVED, style="chicago", accessed="2026-11-29") == (
        "US Embassy Oslo to Department of State, telegram 123, section 1 of 2, "
        "“The 'Tide Clock',” May 13, 1976, 76OSLO123, "
        "Central Foreign Policy Files, 1973–79/Electronic Telegrams, "
        "General Records of the Department of State, Record Group 59, "
        "National Archives at College Park, College Park, MD, accessed November 29, 2026.\n"
    )


def test_a_web_address_is_cited() -> None:
    ending = "08OSLO123 [retrieved from https://cables.example/08OSLO123, November 29, 2026].\n"
    assert cited(CABLE, accessed="2026-11-29").endswith(ending)
    ending = "08OSLO123, accessed November 29, 2026, https://cables.example/08OSLO123.\n"
    assert cited(CABLE, accessed="2026-11-29", style="chicago").endswith(ending)


@pytest.mark.parametrize("style", ["nara", "chicago"])
def test_the_archive_is_given_by_the_user(style: str) -> None:
    said = "Papers of I. Fenwick, 1973-79, Box 4, Oslo City Archives"
    assert said in cited(CABLE, archive=said, style=style)
    assert "Record Group" not in cited(ARCHIVED, archive=said, style=style)


def test_no_archive_is_invented() -> None:
    assert "National Archives" not in cited(CABLE)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "U.S. Embassy Oslo, Telegram"),
        (2, "U.S. Embassy Oslo to POST 0 and POST 1, Telegram"),
        (3, "U.S. Embassy Oslo to POST 0, POST 1, and POST 2, Telegram"),
        (5, "U.S. Embassy Oslo to POST 0 and 4 others, Telegram"),
    ],
)
def test_the_first_of_many_addressees_is_named(number: int, words: str) -> None:
    to = tuple(Addressee(name=f"POST {n}") for n in range(number))
    assert cited(Cable(origin=Origin(name="AMEMBASSY OSLO"), to=to)) == f"{words}.\n"


@pytest.mark.parametrize(
    ("cable", "words"),
    [
        (Cable(), "Telegram.\n"),
        (Cable(subject="FOG"), "Telegram, “FOG.”\n"),
        (Cable(to=(Addressee(name="SECSTATE WASHDC"),)), "to Department of State, Telegram.\n"),
        (Cable(id="08OSLO1", date="about noon"), "Telegram, 08OSLO1.\n"),
    ],
)
def test_unknown_values_are_omitted(cable: Cable, words: str) -> None:
    assert cited(cable) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("AMEMBASSY OSLO", "U.S. Embassy Oslo"),
        ("AMEMBASSY PORT AU PRINCE", "U.S. Embassy Port au Prince"),
        ("AmEmbassy The Hague", "U.S. Embassy The Hague"),
        ("AMCONSUL LA PAZ", "U.S. Consulate La Paz"),
        ("AMCONGEN HONG KONG", "U.S. Consulate General Hong Kong"),
        ("USMISSION GENEVA", "U.S. Mission Geneva"),
        ("USMISSION USUN NEW YORK", "U.S. Mission USUN New York"),
        ("USMISSION USHAVEN", "U.S. Mission Ushaven"),
        ("USINT HAVANA", "U.S. Interests Section Havana"),
        ("SECSTATE", "Department of State"),
        ("AMEMBASSY", "AMEMBASSY"),
        ("USUN NEW  YORK", "USUN NEW YORK"),
        ("", ""),
    ],
)
def test_a_telegraphic_address_is_spelt_out(name: str, words: str) -> None:
    assert in_words(name, "U.S.") == words


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "2026-11-29T10:00", ""])
def test_a_day_must_be_valid(day: str) -> None:
    with pytest.raises(InvalidOptionError, match=r"is not a day; write it like 2026-11-29"):
        cited(CABLE, accessed=day)


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("PORTLOUIS", "U.S. Embassy Port Louis"),
        ("STATE", "Department of State"),
        ("NOWHERE", "NOWHERE"),
    ],
)
def test_a_sender_known_from_the_number_is_cited_by_its_office(post: str, words: str) -> None:
    cable = Cable(origin=Origin(post=post), date="2008-05-13")
    assert cited(cable) == f"{words}, Telegram, May 13, 2008.\n"


def test_a_date_without_year_is_cited_as_printed() -> None:
    cable = Cable(subject="FOG", transmissions=(Transmission(dtg="131205Z MAY"),))
    assert cited(cable) == "Telegram, “FOG,” 131205Z MAY.\n"
