"""Web archives: each page with a cable is one, however the server sent it; others are counted."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

import cableconv
from cableconv.errors import NoCableError
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.warc import sniff

TEXT = """O 0{0}1145Z MAY 08
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 00{0}1

UNCLAS SUVA 00000{0}

TAGS: SENV, FJ
SUBJECT: GEESE

1. (U) The warden's geese came back.

PELL
"""
MENU = "<html><body><ul><li>Home</ul></body></html>"


def page(number: int) -> bytes:
    return f"<html><body><p>Menu</p><pre>{TEXT.format(number)}</pre></body></html>".encode()


def chunked(data: bytes) -> bytes:
    half = len(data) // 2
    pieces = (data[:half], data[half:], b"")
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


def answer(body: bytes, *fields: bytes, status: bytes = b"200 OK") -> bytes:
    lines = (b"HTTP/1.1 " + status, b"Content-Type: text/html", *fields)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def entry(block: bytes, kind: bytes = b"response", address: bytes = b"http://a.example/b") -> bytes:
    return (
        b"WARC/1.0\r\nWARC-Type: %b\r\nWARC-Target-URI: %b\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
        % (kind, address, len(block), block)
    )


INFO = entry(b"software: x", b"warcinfo")
PLAIN = answer(page(1))
SENT = {
    "plain": PLAIN,
    "in chunks": answer(chunked(page(1)), b"Transfer-Encoding: chunked"),
    "chunks already joined": answer(page(1), b"Transfer-Encoding: chunked"),
    "gzip": answer(gzip.compress(page(1)), b"Content-Encoding: gzip"),
    "deflate": answer(zlib.compress(page(1))[2:-4], b"content-encoding: deflate"),
    "zlib, in chunks": answer(
        chunked(zlib.compress(page(1))), b"Content-Encoding: deflate", b"Transfer-Encoding: chunked"
    ),
}


@pytest.mark.parametrize("how", SENT)
def test_a_page_is_read_however_it_was_sent(how: str, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(INFO + entry(SENT[how]))
    (cable,) = cableconv.read(tmp_path / "a.warc")
    assert cable.id == "08SUVA1"
    assert cable.source.url == "http://a.example/b"
    assert cable.source.member == "a.example/b"
    assert len(cable.body) == 1


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_each_page_with_a_cable_is_one_and_others_are_counted(
    pack: type[bytes], tmp_path: Path
) -> None:
    pages = [
        INFO,
        entry(b"GET / HTTP/1.1\r\n\r\n", b"request"),
        entry(answer(MENU.encode())),
        entry(answer(page(1)), address=b"http://a.example/x/../1.html?a=b"),
        entry(answer(page(3), status=b"404 Not Found")),
        entry(TEXT.format(2).encode(), b"resource", b"http://a.example/2.txt"),
    ]
    name = "a.warc" if pack is bytes else "a.warc.gz"
    (tmp_path / name).write_bytes(b"".join(map(pack, pages)))
    cables = list(cableconv.read(tmp_path / name))
    assert [cable.id for cable in cables] == ["08SUVA1", "08SUVA2"]
    assert [cable.source.member for cable in cables] == [
        "a.example/x/1.html/a_b",
        "a.example/2.txt",
    ]
    codes = [each.code for cable in cables for each in cable.diagnostics]
    assert codes == ["documents-not-read"]


@pytest.mark.parametrize("size", [b"-9999", b"-5", b"zz", b"", b"ffffffff"])
def test_a_wrong_size_of_a_piece_ends_the_pieces(size: bytes, tmp_path: Path) -> None:
    body = chunked(page(1)).removesuffix(b"0\r\n\r\n") + size + b"\r\nab\r\n"
    block = answer(body, b"Transfer-Encoding: chunked")
    (tmp_path / "a.warc").write_bytes(entry(block))
    (cable,) = cableconv.read(tmp_path / "a.warc")
    assert cable.id == "08SUVA1"


@pytest.mark.parametrize(
    "other",
    [
        answer(page(2), b"Content-Encoding: br"),
        answer(gzip.compress(page(2))[:9] + b"no gzip", b"Content-Encoding: gzip"),
        answer(page(2)).replace(b"text/html", b"image/png"),
        b"HTTP/ and no number\r\n\r\n" + page(2),
    ],
    ids=["an unknown coding", "damaged gzip", "a picture", "no status"],
)
def test_what_cannot_be_a_page_is_ignored(other: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(entry(other) + entry(PLAIN))
    assert [cable.id for cable in cableconv.read(tmp_path / "a.warc")] == ["08SUVA1"]


@pytest.mark.parametrize(
    "large",
    [
        answer(page(2) + b" " * 10_000),
        answer(gzip.compress(page(2) + b" " * 10_000), b"Content-Encoding: gzip"),
    ],
    ids=["as it is", "unpacked"],
)
def test_a_page_too_large_for_memory_is_ignored(
    large: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cableconv.readers.warc.records.LARGEST_HELD", 5_000)
    (tmp_path / "a.warc").write_bytes(entry(large) + entry(PLAIN))
    assert [cable.id for cable in cableconv.read(tmp_path / "a.warc")] == ["08SUVA1"]


def test_a_page_cut_short_is_read_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(entry(PLAIN)[:-60])
    (cable,) = cableconv.read(tmp_path / "a.warc")
    assert cable.id == "08SUVA1"
    assert "archive-damaged" in [each.code for each in cable.diagnostics]


def test_an_archive_without_cables_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(INFO + entry(answer(MENU.encode())))
    with pytest.raises(NoCableError, match=r"no page shows a cable \(1 pages\)"):
        list(cableconv.read(tmp_path / "a.warc"))


def test_only_the_version_makes_a_web_archive() -> None:
    assert sniff(Content(INFO)) is Sniff.SURE
    assert sniff(Content(b"A WARC/1.0 file")) is Sniff.NO
