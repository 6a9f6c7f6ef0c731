"""Archives: every member is a separate content, and a damaged one does not affect others."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cableconv
from cableconv.cable import Cable, Source
from cableconv.errors import CableconvError, InputError, NoCableError, SeveralCablesError
from cableconv.input import limits
from cableconv.input.content import Content
from cableconv.pipeline import read_cables
from cableconv.plugins import PluginHost

CABLES = Path(__file__).parents[3] / "examples" / "cables"
FORMS = Path(__file__).parents[3] / "examples" / "forms"
PLAIN = (CABLES / "plain.txt").read_bytes()
LETTER = (CABLES / "letter.txt").read_bytes()
TWO = {"plain.txt": PLAIN, "more/letter.txt": LETTER}


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(members: dict[str, bytes], mode: Literal["w", "w:gz", "w:bz2", "w:xz"] = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


ARCHIVES = {
    "zip": zipped(TWO),
    "tar": tarred(TWO),
    "tar.gz": tarred(TWO, "w:gz"),
    "tar.bz2": tarred(TWO, "w:bz2"),
    "tar.xz": tarred(TWO, "w:xz"),
}


def read(data: bytes, errors: list[CableconvError] | None = None) -> list[Cable]:
    """Return the cables; errors are collected in ``errors`` if given."""
    content = Content(data, "an-archive")
    told = None if errors is None else errors.append
    found = read_cables(content, PluginHost(third_party=False), None, told)
    return [each.cable for each in found]


def codes(cable: Cable) -> list[str]:
    return [each.code for each in cable.diagnostics]


@pytest.mark.parametrize("data", ARCHIVES.values(), ids=ARCHIVES)
def test_each_member_is_a_cable_whose_source_names_archive_and_member(data: bytes) -> None:
    plain, letter = read(data)
    assert (plain.source.name, plain.source.member) == ("an-archive", "plain.txt")
    assert (letter.source.name, letter.source.member) == ("an-archive", "more/letter.txt")
    assert plain.source.sha256 == cableconv.parse(PLAIN).source.sha256
    assert [plain.id, letter.id] == ["08REYKJAVIK41", "08NICOSIA611"]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_read_like_the_file(compress: Callable[[bytes], bytes]) -> None:
    [cable] = read(compress(PLAIN))
    assert cable.replace(source=Source()) == cableconv.parse(PLAIN).replace(source=Source())
    assert (cable.source.name, cable.source.member) == ("an-archive", None)


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_closed(compress: Callable[[bytes], bytes]) -> None:
    opened: list[io.BytesIO] = []

    def stream() -> io.BytesIO:
        opened.append(io.BytesIO(compress(PLAIN)))
        return opened[-1]

    assert list(read_cables(Content(stream), PluginHost(third_party=False)))
    assert opened
    assert all(each.closed for each in opened)


def test_every_form_is_read_in_an_archive() -> None:
    found = read(zipped({path.name: path.read_bytes() for path in sorted(FORMS.iterdir())}))
    readers = {cable.source.reader for cable in found}
    assert readers >= {"dump", "wikileaks"}
    assert [cable.source.row for cable in found if cable.source.reader == "dump"] == [1, 2, 3]


def test_nested_archives_are_opened() -> None:
    inner = {
        "a.zip": ARCHIVES["zip"],
        "b.tgz": ARCHIVES["tar.gz"],
        "c.txt.gz": gzip.compress(PLAIN),
    }
    assert [cable.source.member for cable in read(zipped(inner))] == [
        "a.zip/plain.txt",
        "a.zip/more/letter.txt",
        "b.tgz/plain.txt",
        "b.tgz/more/letter.txt",
        "c.txt.gz",
    ]


def test_hidden_files_pictures_and_folders_are_ignored() -> None:
    members = {
        "plain.txt": PLAIN,
        "__MACOSX/._plain.txt": b"x",
        "a.jpg": b"\xff\xd8",
        "empty/": b"",
    }
    assert len(read(zipped(members))) == 1


def test_an_archive_without_cables_is_an_error() -> None:
    with pytest.raises(NoCableError, match="an-archive: no cable"):
        read(zipped({"a.jpg": b"\xff\xd8"}))


def test_an_office_document_is_not_read_as_an_archive() -> None:
    with pytest.raises(InputError, match="no cable's tree lies inside this document"):
        read(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))


def test_parse_accepts_an_archive_of_one_cable() -> None:
    assert cableconv.parse(zipped({"plain.txt": PLAIN})).id == "08REYKJAVIK41"
    with pytest.raises(SeveralCablesError):
        cableconv.parse(ARCHIVES["zip"])


def test_an_unreadable_member_does_not_affect_others() -> None:
    errors: list[CableconvError] = []
    members = {"page.html": b"<html><p>Not here</html>", "b.txt": b"%PDF-1.7", "plain.txt": PLAIN}
    assert [cable.source.member for cable in read(zipped(members), errors)] == ["plain.txt"]
    page, pdf = map(str, errors)
    assert page.startswith("an-archive/page.html: HTML that has no <pre>")
    assert pdf.startswith("an-archive/b.txt: looks like a PDF")


def test_without_an_error_handler_the_first_error_is_raised() -> None:
    with pytest.raises(InputError, match=r"an-archive/b\.txt"):
        read(zipped({"b.txt": b"%PDF-1.7", "plain.txt": PLAIN}))


def test_a_truncated_gzip_is_read_to_its_end() -> None:
    [cable] = read(gzip.compress(PLAIN)[:-200])
    assert cable.id == "08REYKJAVIK41"
    assert codes(cable)[0] == "archive-damaged"


def test_an_unreadable_gzip_is_an_error() -> None:
    with pytest.raises(InputError, match="an-archive: damaged"):
        read(gzip.compress(PLAIN)[:12])


def test_a_dump_in_a_truncated_gzip_gives_its_rows() -> None:
    cut = gzip.compress((FORMS / "cables.csv").read_bytes())[:-400]
    cables = read(cut)
    assert [cable.source.id for cable in cables][:2] == ["08REYKJAVIK41", "08NICOSIA611"]
    assert "archive-damaged" in codes(cables[-1])
    assert "archive-damaged" not in codes(cables[0])


@pytest.mark.parametrize("end", [512 + len(PLAIN) + 700, 3000])
def test_a_truncated_tar_gives_its_members_and_an_error(end: int) -> None:
    cables = read_cables(Content(ARCHIVES["tar"][:end], "cut.tar"), PluginHost(third_party=False))
    assert next(cables).cable.id == "08REYKJAVIK41"
    with pytest.raises(InputError, match=r"cut\.tar: a damaged tar archive"):
        list(cables)


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(ARCHIVES["zip"])
    data[6] |= 1  # the flag in the member's own header ...
    data[data.index(b"PK\x01\x02") + 8] |= 1  # ... and in the table of contents
    errors: list[CableconvError] = []
    assert [cable.id for cable in read(bytes(data), errors)] == ["08NICOSIA611"]
    assert [str(error) for error in errors] == [
        "an-archive/plain.txt: is encrypted; unpack it with its password first."
    ]


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    "name", ["../../plain.txt", "/plain.txt", "C:\\plain.txt", "a\\..\\..\\b.txt"]
)
def test_a_path_outside_the_archive_is_reported(
    pack: Callable[[dict[str, bytes]], bytes], name: str
) -> None:
    [cable] = read(pack({name: PLAIN}))
    assert codes(cable) == ["member-name-unsafe"]


def test_links_and_devices_in_a_tar_are_ignored() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    with pytest.raises(NoCableError):
        read(file.getvalue())


def test_deeply_nested_archives_are_refused() -> None:
    data = PLAIN
    for _ in range(9):
        data = gzip.compress(data)
    with pytest.raises(InputError, match="more than 5 archives in one another"):
        read(data)


def test_deeply_nested_archives_do_not_affect_other_members() -> None:
    data = zipped({"plain.txt": PLAIN})
    for _ in range(9):
        data = zipped({"a.zip": data})
    errors: list[CableconvError] = []
    assert [cable.id for cable in read(zipped({"a.zip": data, "b.txt": PLAIN}), errors)] == [
        "08REYKJAVIK41"
    ]
    assert len(errors) == 1


def test_a_zip_bomb_uses_limited_memory_and_does_not_affect_other_members(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "LARGEST_HELD", 1 << 20)
    bomb = zipped({"bomb.txt": b"A" * (30 << 20), "plain.txt": PLAIN})
    errors: list[CableconvError] = []
    tracemalloc.start()
    try:
        cables = read(bomb, errors)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [cable.id for cable in cables] == ["08REYKJAVIK41"]
    assert "an-archive/bomb.txt: unpacks to more than 1 MiB" in str(errors[0])
    assert peak < 8 << 20


def test_a_streamed_bomb_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALWAYS_ALLOWED", 1 << 20)
    row = (FORMS / "cables.csv").read_bytes()
    cables = read_cables(Content(gzip.compress(row + b" " * (20 << 20)), "b.gz"), PluginHost())
    with pytest.raises(InputError, match=r"b\.gz: unpacks to more than 250 times its size"):
        list(cables)


def trouble(data: bytes) -> list[CableconvError]:
    """Return the errors of an archive; any other exception is a crash."""
    errors: list[CableconvError] = []
    try:
        read(data, errors)
    except CableconvError as error:
        errors.append(error)
    return errors


@given(st.sampled_from(sorted(ARCHIVES)), st.integers(0, 4000), st.integers(1, 255))
def test_a_changed_byte_causes_only_project_errors(kind: str, at: int, by: int) -> None:
    data = bytearray(ARCHIVES[kind])
    data[at % len(data)] ^= by
    assert all(str(error).startswith("an-archive") for error in trouble(bytes(data)))


@given(st.sampled_from(sorted(ARCHIVES)), st.integers(0, 8000))
def test_a_truncated_archive_causes_only_project_errors(kind: str, length: int) -> None:
    data = ARCHIVES[kind]
    assert all(str(error).startswith("an-archive") for error in trouble(data[: length % len(data)]))
