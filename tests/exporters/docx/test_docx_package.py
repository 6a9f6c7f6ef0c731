"""The file: reproducible bytes, and a package that other programs accept."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from trees import cables

from cableconv.cable import Cable
from cableconv.exporters.docx import encode, exporter

ELSEWHERE = """
import hashlib, json, sys
from cableconv.cable import Cable
from cableconv.exporters.docx import encode
print(hashlib.sha256(encode(Cable.from_dict(json.load(sys.stdin)))).hexdigest())
assert not {"docx", "lxml"} & set(sys.modules), "python-docx is for templates alone"
"""


def test_the_same_cable_gives_the_same_bytes_in_another_process(ordinary: Cable) -> None:
    here = hashlib.sha256(encode(ordinary)).hexdigest()
    path = os.pathsep.join(sys.path)
    there = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=json.dumps(ordinary.to_dict()),
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    assert there.stdout.strip() == here


def test_the_zip_contains_no_current_date(ordinary: Cable) -> None:
    archive = zipfile.ZipFile(io.BytesIO(encode(ordinary)))
    assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_zip_is_valid(any_cable: Cable) -> None:
    archive = zipfile.ZipFile(io.BytesIO(encode(any_cable)))
    assert archive.testzip() is None
    assert archive.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize("office", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2019])
def test_openxml_audit_finds_nothing(saved: Path, office: FileFormat) -> None:
    result = OpenXmlValidator(file_format=office).validate(saved)
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def test_python_docx_opens_it(saved: Path) -> None:
    style = docx.Document(str(saved)).paragraphs[1].style
    assert style is not None
    assert style.name == "Title"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(cables())
def test_every_tree_gives_a_document(cable: Cable) -> None:
    archive = zipfile.ZipFile(io.BytesIO(encode(cable)))
    for name in archive.namelist():
        etree.fromstring(archive.read(name))


def test_the_exporter_declares_its_options(ordinary: Cable) -> None:
    assert exporter.binary
    assert exporter.ending == ".docx"
    offered = {option.name: option.default for option in exporter.options}
    assert encode(ordinary, **offered) == encode(ordinary)


def test_libreoffice_converts_each_document(every_cable: dict[str, Cable], tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    for name, cable in every_cable.items():
        paper = "a4" if len(name) % 2 else "letter"
        tmp_path.joinpath(f"{name}.docx").write_bytes(encode(cable, paper=paper, furniture=True))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *tmp_path.glob("*.docx")], check=True, timeout=120)
    pages = {name: _pages(tmp_path / f"{name}.pdf") for name in every_cable}
    assert pages.pop("500 paragraphs") > 25
    assert set(pages.values()) <= {1, 2, 3, 4}


def _pages(pdf: Path) -> int:
    return pdf.read_bytes().count(b"/Type/Page/")


def test_the_template_is_small() -> None:
    template = files("cableconv.exporters.docx").joinpath("template.docx").read_bytes()
    assert len(template) < 8_000
    assert len(encode(Cable())) < 8_000
