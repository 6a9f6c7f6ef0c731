"""Archives made to consume resources are refused cheaply, with short messages."""

from __future__ import annotations

import gc
import io
import struct
import weakref
import zipfile

import pytest

from cableconv.errors import InputError
from cableconv.input import limits
from cableconv.input.archives import unpacking
from cableconv.input.archives.salvage import salvaged
from cableconv.input.content import Content

HEADER = struct.Struct("<4s2xHHxxxxLLLHH")


class Counted(io.BytesIO):
    """Counts the bytes that are read."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.taken += len(data)
        return data


def headers(number: int, flags: int) -> bytes:
    return HEADER.pack(b"PK\3\4", flags, 0, 0, 0, 0, 0, 0) * number


@pytest.mark.parametrize("flags", [0, 8], ids=["sizes of nothing", "sizes that never follow"])
def test_an_archive_of_headers_only_is_read_a_few_times(flags: int) -> None:
    data = headers(20_000, flags)
    stream = Counted(data)
    for _ in salvaged(stream):
        pass
    assert stream.taken < 5 * len(data)


def test_headers_are_found_across_chunks() -> None:
    size = 256 * 1024
    for gap in range(size - 40, size + 8):
        data = headers(1, 0) + b"x" * gap + headers(1, 0)
        assert [member.start for member in salvaged(io.BytesIO(data))] == [30, 60 + gap]


@pytest.fixture
def bombs(monkeypatch: pytest.MonkeyPatch) -> Content:
    """Return an archive whose second member exceeds the limit when unpacked."""
    monkeypatch.setattr(limits, "ALWAYS_ALLOWED", 250_000)
    monkeypatch.setattr(limits, "HIGHEST_RATIO", 0)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(200):
            archive.writestr(f"{number}.txt", b"A" * 100_000)
    return Content(file.getvalue(), "bombs.zip")


def test_an_archive_ends_at_the_first_member_over_the_limit(bombs: Content) -> None:
    read, refused = [], []
    for member in unpacking.contents(bombs, lambda: (".txt",)):
        try:
            read.append(len(member.data))
        except InputError as error:
            refused.append(str(error))
    assert read == [100_000]
    assert len(refused) == 1


def test_a_member_is_freed_with_its_last_reference() -> None:
    """A member is freed without the garbage collector, which may run hundreds of members later."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", b"A" * 1000)
    gc.disable()
    try:
        found = unpacking.contents(Content(file.getvalue(), "a.zip"), lambda: (".txt",))
        member = next(found)
        assert member.data
        alive = weakref.ref(member)
        del member
        next(found, None)
        assert alive() is None
    finally:
        gc.enable()
