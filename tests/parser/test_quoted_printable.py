"""Text that a mail encoded, without the mail's header."""

from __future__ import annotations

import pytest

from cableconv.parser.cleanup.characters.quoted_printable import without_quoted_printable
from cableconv.telegram import Telegram

ENCODED = (
    "SUBJECT: THE TIDE CLOCK=20\n=20\n=C2=B61. (C) The mayor=E2=80=\n=99s clock is la=\nte.=20\n"
)
DECODED = "SUBJECT: THE TIDE CLOCK \n \n¶1. (C) The mayor’s clock is late. \n"


def test_bytes_and_soft_line_ends_are_decoded() -> None:
    assert without_quoted_printable(Telegram(text=ENCODED)).text == DECODED


def test_bytes_that_are_not_utf_8_are_read_as_western() -> None:
    telegram = without_quoted_printable(Telegram(text=ENCODED + "Caf=E9=20\n"))
    assert telegram.text.endswith("Café \n")


def test_it_is_reported_once() -> None:
    found = without_quoted_printable(Telegram(text=ENCODED)).diagnostics
    assert [each.code for each in found] == ["quoted-printable-read"]


@pytest.mark.parametrize(
    "text", ["=====\n=====\n=====\nA=20 B", "X=3D\n\nY=3D\n\nZ", "Use =20 as a blank.", "1 = 2\n"]
)
def test_other_equals_signs_are_kept(text: str) -> None:
    telegram = Telegram(text=text)
    assert without_quoted_printable(telegram) is telegram
