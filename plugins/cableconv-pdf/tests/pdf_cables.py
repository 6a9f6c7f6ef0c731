"""Two invented cables, their parts on two pages, and helpers that read PDF files."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from cableconv import Cable, Session
from cableconv.cable import Paragraph

from pdf_files import HEIGHT, Words

OSLO = """\
O 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC IMMEDIATE 0101

C O N F I D E N T I A L OSLO 000123

E.O. 12958: DECL: 05/13/2018
TAGS: PREL, NO
SUBJECT: THE TIDE CLOCK

1. (C) The tide clock was late by a quarter of an hour, and
nobody in the harbor knows why.

2. (U) The harbor master counted the ships that had waited:

   Ship            Lamps     Cats
   Marigold           12        1
   Blue Heron          4       11

WRAY
"""
RIGA = """\
R 141300Z MAY 08
FM AMEMBASSY RIGA
TO SECSTATE WASHDC 0044

UNCLAS RIGA 000077

E.O. 12958: N/A
TAGS: PREL, LG
SUBJECT: THE CLOCKS OF RIGA

1. The clocks of Riga agree with each other and with the sun.

FENWICK
"""
FIRST, SECOND = OSLO[: OSLO.index("nobody")], OSLO[OSLO.index("nobody") :]
FOOT = 40.0


def head(text: str) -> Words:
    return Words(text, 270, HEIGHT - 40)


def foot(text: str, x: float = 270) -> Words:
    return Words(text, x, FOOT)


def cables(data: bytes, session: Session) -> list[Cable]:
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.pdf")
        file.write_bytes(data)
        return list(session.read(file))


def one(data: bytes, session: Session) -> Cable:
    (cable,) = cables(data, session)
    return cable


def furniture(cable: Cable) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in cable.furniture]


def texts(cable: Cable) -> list[str]:
    return [block.text for block in cable.body if isinstance(block, Paragraph)]
