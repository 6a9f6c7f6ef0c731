"""References and mentions are linked to the cables if an address is known."""

from __future__ import annotations

import pytest
from cableconv import Cable, InvalidOptionError
from cableconv.cable import Paragraph, Reference
from cableconv.plugins import PluginHost

from cableconv_markdown import exporter
from cableconv_markdown.document import encode

STATE = Reference(label="A", kind="cable", text="STATE 4711", id="08STATE4711", notes=("NOTAL",))
MAIL = Reference(label="B", kind="email", text="HERON-GULL E-MAIL [MAY 2]")
CABLE = Cable(
    subject="FOG",
    references=(STATE, MAIL),
    body=(Paragraph(number=1, text="As *Ref A* says (and ref B doubts)."),),
)
LIST = "**References**\n\n- A. {}\n- B. HERON-GULL E-MAIL \\[MAY 2\\]\n"


def test_references_are_a_list_below_the_title() -> None:
    page = encode(CABLE)
    assert LIST.format("STATE 4711 (NOTAL)") in page
    assert "1.** As \\*Ref A\\* says (and ref B doubts)." in page


def test_with_an_address_cables_and_mentions_of_them_are_linked() -> None:
    page = encode(CABLE, link_base="https://archive.example/?id=")
    target = "<https://archive.example/?id=08STATE4711>"
    assert LIST.format(f"[STATE 4711]({target}) (NOTAL)") in page
    assert f"As \\*[Ref A]({target})\\* says (and ref B doubts)." in page


def test_notes_link_notes() -> None:
    page = encode(CABLE, wiki_links=True)
    assert LIST.format("[[08STATE4711|STATE 4711]] (NOTAL)") in page
    assert "\\*[[08STATE4711|Ref A]]\\*" in page


def test_an_unusual_address_stays_one_link() -> None:
    page = encode(CABLE, link_base="https://archive.example/<a>(b)\\")
    assert "[STATE 4711](<https://archive.example/%3Ca%3E(b)%5C08STATE4711>)" in page


@pytest.mark.parametrize("base", ["javascript:x//", "//a.example", "cables/"])
def test_an_address_that_is_not_a_web_site_is_refused(base: str) -> None:
    with pytest.raises(InvalidOptionError, match="link_base"):
        PluginHost(third_party=False).options_for(exporter, {"link_base": base})
