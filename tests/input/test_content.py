"""Contents: detected encodings, reported guesses, refused binary files, lazy reading."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableconv.errors import InputError, UsageError
from cableconv.input.content import HEAD, Content

BINARIES = {
    b"PK\x03\x04rest": "zip archive or an Office document",
    b"%PDF-1.7": "a PDF",
    b"PK\x03\x04 [Content_Types].xml xl/workbook.xml": "an Excel workbook; save its table as CSV",
    b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "an OpenDocument",
    b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text": "an OpenDocument text",
    b"PK\x03\x04 mimetypeapplication/epub+zip": "an e-book",
    b"PAR1\x15\x04": "a Parquet file",
    b"ARROW1\x00\x00": "an Arrow or Feather file; write its rows",
    b"SEQ\x06\x19org.apache": "a sequence file of Hadoop",
    b"\x80\x04\x95\x00": "objects of Python",
    b"bplist00\xd1": "a web archive of Safari",
    b"SQLite format 3\x00\x10": "write its tables as SQL first",
    b"(\xb5/\xfd\x04": "a Zstandard archive",
    b"\x00\x01\x00\x00Standard Jet DB\x00": "an Access database",
    b"\xd0\xcf\x11\xe0\xa1\xb1": "an old Office document",
    b"\x1f\x8b\x08": "a gzip archive",
    b"\x89PNG\r\n": "a picture",
    b"text\0with\0zeros\0": "a binary file",
    "telegram".encode("utf-16-le"): "say that its encoding is utf-16-le",
    "telegram".encode("utf-16-be"): "say that its encoding is utf-16-be",
}


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Åland".encode(), "Åland", "utf-8"),
        ("\ufeffÅland".encode(), "Åland", "utf-8"),
        ("Åland".encode("utf-16"), "Åland", "utf-16"),
        ("\ufeffÅland".encode("utf-16-be"), "Åland", "utf-16"),
        (b"", "", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str, encoding: str) -> None:
    content = Content(data)
    assert (content.text, content.encoding, content.diagnostics) == (text, encoding, ())
    assert content.head == text


def test_other_bytes_than_utf_8_are_read_as_windows_1252_and_reported() -> None:
    content = Content(b"one\r\ntwo \x93quoted\x94\n")
    assert content.text == "one\r\ntwo \u201cquoted\u201d\n"
    assert content.head == content.text
    assert content.encoding == "windows-1252"
    (found,) = content.diagnostics
    assert (found.code, found.line, found.column) == ("encoding-fallback", 2, 5)


def test_bytes_that_windows_1252_leaves_undefined_are_kept() -> None:
    assert Content(b"\xff\x81\x8d\x8f\x90\x9d").text == "\xff\x81\x8d\x8f\x90\x9d"


@given(st.binary())
def test_any_bytes_give_a_text_or_an_input_error(data: bytes) -> None:
    content = Content(data)
    assert isinstance(content.head, str)
    with suppress(InputError):
        assert isinstance(content.text, str)


@given(st.binary(min_size=1, max_size=9).filter(lambda data: 0 not in data))
def test_assuming_windows_1252_loses_no_byte(data: bytes) -> None:
    content = Content(b"x\xff" + data)
    assert len(content.text) == len(data) + 2


def test_the_caller_names_the_encoding() -> None:
    assert Content("Łódź".encode("cp1250"), encoding="cp1250").text == "Łódź"
    assert Content(b"a\x93\x81", encoding="windows-1252").text == "a\u201c\x81"


def test_bytes_not_in_the_given_encoding_are_an_error_with_the_offset() -> None:
    with pytest.raises(InputError, match=r"cable\.txt: at byte offset 3 it is not ascii"):
        str(Content("abcé".encode(), "cable.txt", "ascii").text)


@pytest.mark.parametrize("name", ["no-such", "rot13", "hex", "a\0b", ""])
def test_an_unknown_encoding_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        Content(b"", encoding=name)


def test_the_nearest_encoding_is_suggested() -> None:
    with pytest.raises(UsageError, match="did you mean windows-1252"):
        Content(b"", encoding="windws-1252")


@pytest.mark.parametrize("data", BINARIES, ids=BINARIES.get)
def test_a_binary_file_is_refused_with_its_probable_type(data: bytes) -> None:
    content = Content(data, "file.bin")
    assert content.head == ""
    with pytest.raises(InputError, match=BINARIES[data]) as caught:
        str(content.text)
    assert str(caught.value).startswith("file.bin: ")


def test_the_beginning_is_read_without_the_rest() -> None:
    taken: list[int] = []

    class Stream(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            taken.append(-1 if size is None else size)
            return super().read(size)

    content = Content(lambda: Stream("é".encode() * HEAD))
    assert content.head == "é" * (HEAD // 2)
    assert taken == [HEAD]


def test_a_file_that_ends_in_its_beginning_is_read_once() -> None:
    streams = iter([io.BytesIO("é".encode())])
    content = Content(lambda: next(streams))
    assert (content.head, content.text) == ("é", "é")


def test_nothing_is_opened_before_it_is_needed() -> None:
    def fail() -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    content = Content(fail, "cable.txt")
    with pytest.raises(InputError, match=r"cable\.txt: cannot be read: Permission denied"):
        str(content.text)


def test_a_string_is_its_own_text() -> None:
    content = Content("\ufeffno \0 matter \x1b")
    assert (content.text, content.encoding) == ("no \0 matter \x1b", None)
    assert len(content.sha256) == 64


def test_a_source_describes_the_texts_origin() -> None:
    source = Content(b"x", "a.txt").source("telegram")
    assert (source.reader, source.name, source.encoding) == ("telegram", "a.txt", "utf-8")
    assert source.sha256 is not None
    assert source.sha256.startswith("2d711642")


@pytest.mark.parametrize(
    ("data", "encoding"), [("R 13\n0 \ud800!\udc80", None), (b"R 13\n0 +2AA-!+3IA-", "utf-7")]
)
def test_a_lone_surrogate_is_replaced_and_reported(data: str | bytes, encoding: str | None) -> None:
    content = Content(data, encoding=encoding)
    (found,) = content.diagnostics
    assert content.text == "R 13\n0 \ufffd!\ufffd"
    assert (found.code, found.line, found.column) == ("surrogates-replaced", 2, 3)


@pytest.mark.parametrize(
    "data", [b"1. (U) A bell\0 rang.\n", b"Ab" * 200 + b"\0\0\0" + b"cd" * 200, b"a\0b"]
)
def test_a_few_nul_bytes_are_damage_of_a_text(data: bytes) -> None:
    assert Content(data).text == data.decode()


@pytest.mark.parametrize("data", [b"a\0b\x01", b"ab\0cd\0" * 50, b"\x7fELF\2\1\1\0" + b"\0" * 8])
def test_many_nul_bytes_make_a_file_binary(data: bytes) -> None:
    with pytest.raises(InputError, match="a binary file"):
        _ = Content(data).text
