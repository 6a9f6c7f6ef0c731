"""Tests of ``reference-doc``: styles from a user's document or template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from openxml_audit import OpenXmlValidator

from cableconv.cable import Cable
from cableconv.errors import InvalidOptionError
from cableconv.exporters.docx import encode
from cableconv.exporters.docx import inspect_reference_doc as inspect
from cableconv.exporters.docx.package import deflate, pack, unpack


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return a document after ``change`` was applied to its parts."""
    parts = unpack(data)
    change(parts)
    return pack(deflate(name, part) for name, part in parts.items())


def replacing(part: str, old: str, new: str) -> Callable[[dict[str, bytes]], object]:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())

    return change


@pytest.fixture
def own() -> bytes:
    """Return a document of cableconv's, which a user would restyle."""
    return encode(Cable(subject="THE TEMPLATE"))


@pytest.fixture
def words_own() -> bytes:
    """Return a document as Word creates it, with only Word's own style names."""
    return saved(docx.Document())


def test_a_style_with_our_name_is_taken_from_the_user(own: bytes, ordinary: Cable) -> None:
    template = docx.Document(io.BytesIO(own))
    template.styles["Numbered Paragraph"].font.size = Pt(17)
    written = docx.Document(io.BytesIO(encode(ordinary, reference_doc=saved(template))))
    assert written.styles["Numbered Paragraph"].font.size == Pt(17)
    assert written.paragraphs[1].text == f"(C) {ordinary.subject}"
    assert list(inspect(saved(template))) == []


def test_a_missing_style_is_reported_and_the_default_used(own: bytes, ordinary: Cable) -> None:
    template = docx.Document(io.BytesIO(own))
    template.styles["Item 2"].delete()
    (finding,) = inspect(saved(template))
    assert finding == "reference_doc lacks the style Item 2; cableconv's own stand in"
    written = docx.Document(io.BytesIO(encode(ordinary, reference_doc=saved(template))))
    assert written.styles["Item 2"].base_style.name == "Body Text"


def test_style_ids_of_any_language_are_accepted(own: bytes, ordinary: Cable) -> None:
    german = changed(own, lambda parts: parts.update(
        {"word/styles.xml": parts["word/styles.xml"].replace(b'"Heading1"', b'"berschrift1"')}
    ))  # fmt: skip
    assert list(inspect(german)) == []
    assert encode(ordinary, reference_doc=german) == encode(ordinary, reference_doc=own)


def test_a_foreign_style_with_one_of_our_ids_keeps_its_formatting(
    own: bytes, ordinary: Cable
) -> None:
    template = changed(own, replacing("word/styles.xml", 'w:val="Banner"', 'w:val="My Banner"'))
    written = docx.Document(io.BytesIO(encode(ordinary, reference_doc=template)))
    assert {"Banner", "My Banner"} <= {style.name for style in written.styles}
    assert written.sections[0].header.paragraphs[0].style.name == "Banner"


def test_a_document_without_our_styles_gives_a_valid_document(
    words_own: bytes, every_cable: dict[str, Cable], tmp_path: Path
) -> None:
    finding, *_ = inspect(words_own)
    assert finding.startswith("reference_doc lacks the styles Banner, Telegram Number, ")
    assert "Heading 1" not in finding
    file = tmp_path / "dressed.docx"
    file.write_bytes(encode(every_cable["embedded"], reference_doc=words_own))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_numbered_headings_keep_their_numbering(words_own: bytes, ordinary: Cable) -> None:
    with_numbering = encode(ordinary, reference_doc=words_own)
    assert "word/numbering.xml" in unpack(with_numbering)
    assert docx.Document(io.BytesIO(with_numbering)).part.numbering_part is not None


def test_a_document_without_a_style_sheet_is_reported(own: bytes, ordinary: Cable) -> None:
    bare = changed(own, replacing("word/_rels/document.xml.rels", "/styles", "/nothing"))
    assert list(inspect(bare)) == ["reference_doc has no styles; cableconv's own are used"]
    assert encode(ordinary, reference_doc=bare) == encode(ordinary)


def test_macros_are_omitted_and_reported(own: bytes, ordinary: Cable) -> None:
    macros = changed(own, lambda parts: parts.update({"word/vbaProject.bin": b"Sub AutoOpen()"}))
    assert list(inspect(macros)) == ["reference_doc has macros; they are ignored"]
    assert "word/vbaProject.bin" not in unpack(encode(ordinary, reference_doc=macros))


def test_only_formatting_is_taken_over(ordinary: Cable) -> None:
    template = docx.Document()
    template.add_paragraph("THE DRAFT OF A LETTER")
    template.sections[0].header.paragraphs[0].text = "THE LETTERHEAD"
    written = unpack(encode(ordinary, reference_doc=saved(template)))
    assert not any(b"LETTER" in part for part in written.values())


def test_a_part_with_relations_is_not_taken_over(own: bytes, ordinary: Cable) -> None:
    pictures = "word/theme/_rels/theme1.xml.rels"
    pointing = changed(own, lambda parts: parts.update({pictures: b"<Relationships/>"}))
    pointing = changed(pointing, replacing("word/theme/theme1.xml", 'name="Cable"', 'name="Zoo"'))
    assert b"Zoo" not in unpack(encode(ordinary, reference_doc=pointing))["word/theme/theme1.xml"]


def test_the_same_template_gives_the_same_bytes(words_own: bytes, ordinary: Cable) -> None:
    copy = bytes(bytearray(words_own))
    assert encode(ordinary, reference_doc=words_own) == encode(ordinary, reference_doc=copy)


ENTITY = "<!DOCTYPE styles [<!ENTITY a 'aaaaaaaa'>]><w:styles"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda data: b"", "not a Word document (File is not a zip file); give a .docx or .dotx"),
        (lambda data: b"A letter.", "not a Word document"),
        (lambda data: data[: len(data) // 2], "not a Word document"),
        (lambda data: b"\xd0\xcf\x11\xe0" + bytes(512), "save it as .docx or .dotx, without one"),
        (lambda data: pack([deflate("mimetype", b"odt")]), "is not a Word document; give"),
        (lambda data: changed(data, replacing("_rels/.rels", "schemas.openxmlformats.org/office",
                                              "purl.oclc.org/ooxml/office")), "strict form"),
        (lambda data: changed(data, replacing("word/styles.xml", "</w:styles>", "")),
         "word/styles.xml:"),
        (lambda data: changed(data, replacing("word/styles.xml", "<w:styles", ENTITY)),
         "a document type is declared"),
        (lambda data: changed(data, lambda parts: parts.update(
            {"word/styles.xml": b" " * (16 * 1024 * 1024 + 1)})), "more than 16 MiB"),
    ],
)  # fmt: skip
def test_an_invalid_document_is_refused_with_the_reason(
    own: bytes, spoil: Callable[[bytes], bytes], says: str
) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        encode(Cable(), reference_doc=spoil(own))
    assert str(caught.value).startswith("option 'reference_doc' of docx: the file ")
    assert says in str(caught.value)


def test_a_damaged_byte_is_refused_or_harmless(own: bytes) -> None:
    for at in range(0, len(own), 101):
        spoilt = own[:at] + bytes([own[at] ^ 0x55]) + own[at + 1 :]
        try:
            document = encode(Cable(), reference_doc=spoilt)
        except InvalidOptionError:
            continue
        assert zipfile.ZipFile(io.BytesIO(document)).testzip() is None
