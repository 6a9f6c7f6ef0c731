"""Furniture of a cable and of embedded ones."""

from __future__ import annotations

from cableconv.cable import Cable, EmbeddedCable, Furniture, Transmission
from cableconv.rendering.furniture import Around, around

INNER = Cable(furniture=(Furniture(kind="page-mark", text="PAGE 02"),))
CABLE = Cable(
    transmissions=(Transmission(dtg="011231Z MAR 08", routing=("RUEHC", "RUFO")),),
    body=(EmbeddedCable(cable=INNER),),
)


def test_furniture_is_named_with_its_page() -> None:
    cable = Cable(furniture=(Furniture(kind="banner", text="SECRET", page=3),))
    assert list(around(cable)) == [Around("Furniture", (("Banner, page 3", "SECRET"),))]


def test_headers_come_before_furniture_and_inner_cables_last() -> None:
    assert list(around(CABLE)) == [
        Around("Transmission header", (("Routing", "RUEHC RUFO"), ("DTG", "011231Z MAR 08"))),
        Around("Furniture", ()),
        Around("Furniture", (("Page mark", "PAGE 02"),)),
    ]
