"""Word documents: an embedded tree is read; a document without one is refused with a reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import cableconv
from cableconv.cable import Cable, Paragraph
from cableconv.errors import InputError
from cableconv.exporters.docx import encode
from cableconv.exporters.docx.package import deflate, pack, unpack
from cableconv.exporters.docx.tree_part import TREE
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.docx import read, sniff
from cableconv.session import Session

CABLE = Cable(id="08TALLINN12", subject="GEESE", body=(Paragraph(number=1, text="Honk & <fly>."),))


def reading(data: bytes) -> list[Cable]:
    return list(read(Content(data, "geese.docx")))


def with_tree(change: Callable[[bytes], bytes]) -> bytes:
    """Return the cable's document after ``change`` was applied to its tree."""
    parts = unpack(encode(CABLE))
    parts[TREE] = change(parts[TREE])
    return pack(deflate(name, part) for name, part in parts.items())


def resaved(data: bytes) -> bytes:
    """Return the document as another program saves it."""
    file = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(file)
    return file.getvalue()


def test_the_tree_inside_is_read() -> None:
    assert reading(encode(CABLE)) == [CABLE]


def test_the_tree_survives_another_program() -> None:
    assert reading(resaved(encode(CABLE))) == [CABLE]


def test_edited_text_is_not_in_the_tree_and_is_reported() -> None:
    document = docx.Document(io.BytesIO(encode(CABLE)))
    document.paragraphs[-1].runs[-1].text = "Hiss."
    file = io.BytesIO()
    document.save(file)
    (cable,) = reading(file.getvalue())
    (finding,) = cable.diagnostics
    assert cable.replace(diagnostics=()) == CABLE
    assert (finding.code, finding.severity) == ("docx-edited", "warning")


def test_changed_formatting_has_no_effect() -> None:
    document = docx.Document(io.BytesIO(encode(CABLE, editorial=False)))
    run = document.paragraphs[-1].runs[-1]
    run.text = "Honk & "
    document.paragraphs[-1].add_run("<fly>.").bold = True
    file = io.BytesIO()
    document.save(file)
    assert reading(file.getvalue()) == [CABLE]


def test_foreign_parts_are_ignored() -> None:
    other = deflate("customXml/item0.xml", b"<?not even XML")
    parts = (deflate(name, part) for name, part in unpack(encode(CABLE)).items())
    assert reading(pack([other, *parts])) == [CABLE]


def test_a_document_is_recognized_by_content_not_by_name(tmp_path: Path) -> None:
    file = tmp_path / "geese.bin"
    file.write_bytes(encode(CABLE))
    assert cableconv.parse(file, session=Session(third_party=False)) == CABLE


def test_documents_in_a_zip_archive_are_read(tmp_path: Path) -> None:
    file = tmp_path / "flock.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/geese.docx", encode(CABLE))
        archive.writestr("b/more.docx", encode(CABLE.replace(id="08TALLINN13")))
    found = cableconv.read(file, session=Session(third_party=False))
    assert [cable.id for cable in found] == ["08TALLINN12", "08TALLINN13"]


def test_documents_beside_their_sources_are_not_read(tmp_path: Path) -> None:
    tmp_path.joinpath("geese.json").write_text(cableconv.export(CABLE, "json"), encoding="utf-8")
    tmp_path.joinpath("geese.docx").write_bytes(encode(CABLE))
    tmp_path.joinpath("geese.txt").write_text("SUBJECT: GEESE\n1. Honk.\n", encoding="utf-8")
    assert len(list(cableconv.read(tmp_path, session=Session(third_party=False)))) == 1


@pytest.mark.parametrize(
    ("data", "level"),
    [
        (encode(CABLE), Sniff.SURE),
        (pack([deflate("[Content_Types].xml", b""), deflate("geese.bin", b"")]), Sniff.MAYBE),
        (pack([deflate("[Content_Types].xml", b""), deflate("xl/workbook.xml", b"")]), Sniff.NO),
        (pack([deflate("geese.txt", b"Honk.")]), Sniff.NO),
        (b"word/[Content_Types].xml", Sniff.NO),
        ("PK\x03\x04word/", Sniff.NO),
    ],
)
def test_sniffing_own_output_and_others(data: bytes | str, level: Sniff) -> None:
    assert sniff(Content(data)) is level


@pytest.mark.parametrize("data", [encode(CABLE, tree=False), resaved(encode(CABLE, tree=False))])
def test_a_document_without_a_tree_is_refused_with_the_reason(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        cableconv.parse(data, session=Session(third_party=False))
    assert "no cable's tree lies inside this document" in str(caught.value)
    assert "convert its source instead" in str(caught.value)


ENTITIES = b'<!DOCTYPE tree [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><tree '


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda part: part.replace(b'"cableconv":"1.', b'"cableconv":"2.'), "a later cableconv"),
        (lambda part: part.replace(b'"GEESE"', b"7"), "at subject: Expected str | null, got int"),
        (lambda part: part.replace(b'"subject"', b'"topic"'), "topic is not a field"),
        (lambda part: part.replace(b'{"cableconv"', b'"cableconv"'), "not JSON"),
        (lambda part: part.replace(b"<tree ", ENTITIES), "a document type is declared"),
        (lambda part: part[:-3], "not well-formed XML"),
        (
            lambda part: part.replace(b"<tree ", b"<t ").replace(b"</tree>", b"</t>"),
            "not a cable's tree, though",
        ),
        (lambda part: b'<tree xmlns="urn:cableconv:tree"/>', "not a cable's tree, though"),
        (lambda part: part.replace(b"GEESE", b"GEE\xffE"), "not in UTF-8"),
        (lambda part: part + b" " * (64 * 1024 * 1024), "unpacks to more than 64 MiB"),
    ],
)
def test_a_damaged_tree_is_refused_with_its_place(
    change: Callable[[bytes], bytes], says: str
) -> None:
    with pytest.raises(InputError) as caught:
        reading(with_tree(change))
    assert str(caught.value).startswith(f"geese.docx/{TREE}")
    assert says in str(caught.value)


def test_a_damaged_document_is_an_input_error() -> None:
    whole = encode(CABLE)
    for at in range(0, len(whole), 37):
        for spoilt in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]):
            try:
                cables = reading(spoilt)
            except InputError:
                continue
            assert cables == [CABLE]
