"""Contents too large for memory, and contents inside others."""

from __future__ import annotations

import io

import pytest

from cableconv.errors import InputError
from cableconv.input.content import Content


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("caf\xe9\r\n", None, "caf\xe9\r\n"),
        ("\ufeffcaf\xe9", None, "caf\xe9"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "utf-8", "caf\xe9"),
        ("caf\xe9".encode("utf-16"), "utf-16", "caf\xe9"),
        (b"caf\xe9", "utf-8", "caf\udce9"),
    ],
)
def test_a_text_stream_decodes_incrementally(
    data: str | bytes, encoding: str | None, text: str
) -> None:
    content = Content(data)
    with content.text_stream() as stream:
        assert stream.read() == text
    assert content.stream_encoding == encoding


def test_a_text_stream_uses_the_given_encoding() -> None:
    with Content(b"caf\x82", encoding="cp437").text_stream() as stream:
        assert stream.read() == "caf\xe9"


def test_a_stream_is_not_loaded_before_its_data_is_needed() -> None:
    content = Content(lambda: io.BytesIO(b"geese"))
    with content.text_stream() as stream:
        stream.read()
    assert not content.is_held
    assert content.data == b"geese"
    assert content.is_held


def test_a_member_is_named_by_archive_and_member() -> None:
    inner = Content(b"", "a.zip").within(b"", "b.zip").within(b"geese", "c/d.txt")
    assert inner.name == "a.zip/b.zip/c/d.txt"
    source = inner.source("telegram")
    assert (source.name, source.member) == ("a.zip", "b.zip/c/d.txt")


def test_the_content_of_a_compressed_file_has_the_files_name() -> None:
    inner = Content(b"", "a.txt.gz", "cp437").within(b"caf\x82")
    assert (inner.name, inner.member, inner.text) == ("a.txt.gz", None, "caf\xe9")


def test_a_member_over_the_limit_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cableconv.input.limits.LARGEST_HELD", 3)
    inner = Content(b"", "a.zip").within(lambda: io.BytesIO(b"geese"), "b.txt")
    assert inner.opening == b"geese"
    with pytest.raises(InputError, match=r"a\.zip/b\.txt: unpacks to more than"):
        _ = inner.data
