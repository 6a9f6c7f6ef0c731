"""PDF files written by the tests: characters at positions, in a font or invisible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

HEIGHT, WIDTH = 792, 612
LEADING = 12.0
LETTER = 6.0  # the width of a letter of Courier at 10 points
_LEFT = 72.0
_TOP = 720.0


class Words(NamedTuple):
    """Words at a position, in points from the page's lower left corner; ``turn`` is in degrees."""

    text: str
    x: float
    y: float
    font: str = "Courier"
    is_invisible: bool = False
    turn: int = 0


TURNS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
"""The matrices that turn words to the left, by degrees."""


def typed(text: str, font: str = "Courier", is_invisible: bool = False) -> list[Words]:
    """Return lines below each other, as typed."""
    return [
        Words(
            line.lstrip(), _LEFT + LETTER * _indent(line), _TOP - LEADING * at, font, is_invisible
        )
        for at, line in enumerate(text.splitlines())
        if line.strip()
    ]


def pdf(*pages: Iterable[Words], picture: bool = False, rotate: int = 0) -> bytes:
    """Return a document of these pages; ``picture`` adds a grey picture below the words of each."""
    fonts = ("Courier", "Helvetica")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for font in fonts:
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} "
                       "/Encoding /WinAnsiEncoding >>".encode())  # fmt: skip
    kids = []
    for page in pages:
        content = _content(page, picture)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(_page(len(objects), fonts, rotate))
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def encrypted() -> bytes:
    """Return a document that needs an unknown password."""
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        lock,
    ]
    return _file(objects, b"/Encrypt 3 0 R /ID [<00> <00>]")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _page(content: int, fonts: Sequence[str], rotate: int) -> bytes:
    named = " ".join(f"/{font} {number} 0 R" for number, font in enumerate(fonts, 3))
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
        f"/Resources << /Font << {named} >> >> /Contents {content} 0 R >>"
    ).encode()


def _content(page: Iterable[Words], picture: bool) -> bytes:
    drawn = [b"0.9 g 36 36 540 720 re f 0 g"] if picture else []
    for words in page:
        escaped = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        mode = 3 if words.is_invisible else 0
        place = f"{TURNS[words.turn]} {words.x:.2f} {words.y:.2f} Tm"
        shown = f"BT /{words.font} 10 Tf {mode} Tr {place} ({escaped}) Tj ET"
        drawn.append(shown.encode("cp1252"))
    return b"\n".join(drawn)


def _file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + end % (size, trailer, len(data))
    )
