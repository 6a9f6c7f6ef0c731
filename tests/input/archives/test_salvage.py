"""A truncated zip archive gives its complete members, and an error about the rest."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableconv.cable import Cable
from cableconv.errors import CableconvError, InputError
from cableconv.input.archives.salvage import salvaged
from cableconv.input.content import Content
from cableconv.pipeline import read_cables
from cableconv.plugins import PluginHost

CABLES = Path(__file__).parents[3] / "examples" / "cables"
NAMES = ("plain.txt", "letter.txt")
IDS = ["08REYKJAVIK41", "08NICOSIA611"]


class Pipe(io.BytesIO):
    """A stream that cannot seek, so that sizes are written after the packed data."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise io.UnsupportedOperation

    def seek(self, offset: int, whence: int = 0) -> int:
        raise io.UnsupportedOperation


def zipped(file: io.BytesIO, method: int = zipfile.ZIP_DEFLATED, big: bool = False) -> bytes:
    with zipfile.ZipFile(file, "w", method) as archive:
        for name in NAMES:
            with archive.open(name, "w", force_zip64=big) as member:
                member.write((CABLES / name).read_bytes())
    return file.getvalue()


WAYS = {
    "sizes in front": zipped(io.BytesIO()),
    "sizes behind": zipped(Pipe()),
    "stored": zipped(io.BytesIO(), zipfile.ZIP_STORED),
    "stored, sizes behind": zipped(Pipe(), zipfile.ZIP_STORED),
    "bzip2": zipped(io.BytesIO(), zipfile.ZIP_BZIP2),
    "zip64": zipped(io.BytesIO(), big=True),
    "zip64, sizes behind": zipped(Pipe(), big=True),
}


def read(data: bytes, cables: list[Cable]) -> str:
    """Return the message of the final error; ``cables`` gets the cables before it."""
    content = Content(data, "a.zip")
    found = read_cables(content, PluginHost(third_party=False))
    with pytest.raises(InputError) as caught:
        cables.extend(each.cable for each in found)
    return str(caught.value)


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_every_member_is_read_without_the_central_directory(data: bytes) -> None:
    cables: list[Cable] = []
    for end in (data.index(b"PK\x01\x02"), len(data) - 30):
        said = read(data[:end], cables)
        assert said.startswith("a.zip: a damaged zip archive")
        assert "what could be found in it was read" in said
    assert [cable.id for cable in cables] == IDS * 2
    assert [cable.source.member for cable in cables] == [*NAMES] * 2
    assert not any("archive-damaged" in found.code for c in cables for found in c.diagnostics)


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_a_truncated_member_is_read_to_its_end(data: bytes) -> None:
    second = data.index(b"PK\x03\x04", 4)
    end = data.index(b"PK\x01\x02")
    cables: list[Cable] = []
    read(data[: end - (end - second) // 5], cables)
    assert [cable.source.member for cable in cables] in ([*NAMES], [NAMES[0]])
    assert cables[0].id == IDS[0]
    assert all("archive-damaged" in {d.code for d in cable.diagnostics} for cable in cables[1:])


@pytest.mark.parametrize("kept", [4, 12, 29])
@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_a_truncated_header_affects_only_its_member(data: bytes, kept: int) -> None:
    cables: list[Cable] = []
    read(data[: data.index(b"PK\x03\x04", 4) + kept], cables)
    assert [cable.source.member for cable in cables] == [NAMES[0]]


def test_no_part_of_an_office_document_is_read_as_a_cable() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    cables: list[Cable] = []
    assert "Office document" in read(file.getvalue()[:-30], cables)
    assert cables == []


def test_a_header_inside_a_member_is_ignored() -> None:
    file = Pipe()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive, archive.open("a.txt", "w") as a:
        a.write(b"HONK PK\x03\x04 HONK PK\x01\x02 HONK" + bytes(600_000))
    [member] = salvaged(io.BytesIO(file.getvalue()[:-30]))
    assert (member.info.filename, member.info.file_size) == ("a.txt", 600_024)


@given(st.sampled_from(sorted(WAYS)), st.integers(0, 9000), st.integers(0, 255))
def test_a_damaged_archive_is_read_or_explained(way: str, length: int, byte: int) -> None:
    data = bytearray(WAYS[way][: length % len(WAYS[way])])
    if data:
        data[(length * 7) % len(data)] = byte
    with suppress(CableconvError):  # and no other exception
        list(read_cables(Content(bytes(data), "a.zip"), PluginHost(third_party=False)))
