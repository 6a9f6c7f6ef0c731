"""Tests of many cables in one Word document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from openxml_audit import FileFormat, OpenXmlValidator

import cableconv
from cableconv.cable import Cable, Classification, Paragraph
from cableconv.diagnostics.body import TEXT_BREAKS_OFF
from cableconv.diagnostics.preface import TAG_GLUED
from cableconv.exporters.docx import collector
from cableconv.testing import assert_collector_conforms

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def cables(ordinary: Cable) -> list[Cable]:
    secret = Classification(level="SECRET", caveats=("NOFORN",), text="S E C R E T")
    other = Cable(
        id="08OSLO12",
        classification=secret,
        subject="THE TIDE CLOCK",
        body=(Paragraph(number=1, text="It has"),),
        diagnostics=(
            TEXT_BREAKS_OFF.at("body[0]"),
            TAG_GLUED.at("body[0]", printed="A", tags="B"),
        ),
    )
    return [ordinary, other, ordinary]


def dossier(cables: list[Cable], folder: Path, **options: Any) -> Path:
    target = folder / "all.docx"
    cableconv.collect(cables, target, to="docx-dossier", **options)
    return target


def texts(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def test_the_collector_conforms() -> None:
    assert_collector_conforms(collector)


def test_each_cable_is_in_the_contents_and_begins_a_page(
    cables: list[Cable], tmp_path: Path
) -> None:
    document = docx.Document(str(dossier(cables, tmp_path, title="Tides")))
    first, second, _ = texts(document, "Contents")
    assert first.startswith("05PORTLOUIS321, March 14, 2005\tHARBOUR MASTER")
    assert second == "08OSLO12\tTHE TIDE CLOCK"
    assert texts(document, "Title")[0] == "Tides"
    assert len(document.element.findall(f".//{W}pageBreakBefore")) == 3


def test_a_cable_without_a_name_has_its_title_among_the_others(tmp_path: Path) -> None:
    nameless = [Cable(subject="THE TIDE CLOCK"), Cable(id="08OSLO12", subject="THE BUOY")]
    document = docx.Document(str(dossier(nameless, tmp_path)))
    assert texts(document, "Contents") == ["\tTHE TIDE CLOCK", "08OSLO12\tTHE BUOY"]


def test_links_refer_to_unique_bookmarks(cables: list[Cable], tmp_path: Path) -> None:
    root = docx.Document(str(dossier(cables, tmp_path))).element
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    links = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} - {None}
    assert len(names) == len(set(names))
    assert links <= set(names)


def test_the_banner_is_the_highest_classification(cables: list[Cable], tmp_path: Path) -> None:
    section = docx.Document(str(dossier(cables, tmp_path))).sections[0]
    assert section.header.paragraphs[0].text == "SECRET//NOFORN"


@pytest.mark.parametrize("notes", ["none", "comments", "footnotes"])
def test_openxml_audit_finds_nothing(cables: list[Cable], notes: str, tmp_path: Path) -> None:
    made = dossier(cables, tmp_path, notes=notes)
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(made))
    assert not [error.description for error in found.errors]
