"""Line ends written as HTML or as escapes of a program, in a telegram's text."""

from __future__ import annotations

import pytest

from cableconv import parse
from cableconv.parser.cleanup.characters.written_line_ends import with_line_ends
from cableconv.telegram import Telegram

CABLE = (
    "UNCLAS OSLO 000123\n\nE.O. 12958: N/A\nTAGS: PREL, NO\nSUBJECT: THE TIDE CLOCK\n\n"
    "1. (U) It stopped at noon.\n\n2. (U) It went on.\n\nWRAY\n"
)


@pytest.mark.parametrize("written", ["<br>", "<BR/>", "<br />\n", "<br>\r\n", "\\n", "\\r\\n"])
def test_each_form_is_read_as_a_line_end(written: str) -> None:
    assert with_line_ends(Telegram(text=CABLE.replace("\n", written))).text == CABLE


@pytest.mark.parametrize(
    "text",
    [
        CABLE.replace("at noon", "at <br> noon"),
        CABLE.replace("at noon", r"at \n noon"),
        "The list C:\\nets\\names.\n",
        r"C:\new C:\net",
    ],
)
def test_line_ends_that_a_cable_mentions_are_kept(text: str) -> None:
    telegram = Telegram(text=text)
    assert with_line_ends(telegram) is telegram


def test_text_after_a_replacement_keeps_its_position() -> None:
    telegram = with_line_ends(Telegram(text="A<br>B<br>C<br>D<br>E<br>F"))
    assert telegram.text == "A\nB\nC\nD\nE\nF"
    assert telegram.position(telegram.text.index("C")) == (1, 11)


def test_it_is_reported_once() -> None:
    cable = parse(CABLE.replace("\n", "<br>"), reader="telegram")
    (found,) = (each for each in cable.diagnostics if each.code == "line-ends-read")
    assert found.message == "<br> was read as a line end (11 times)"
    assert (found.line, found.column) == (1, 19)
