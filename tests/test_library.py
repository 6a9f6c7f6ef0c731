"""Tests of the library's functions."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cableconv
from cableconv.cable import Cable
from cableconv.errors import (
    InputError,
    InvalidOptionError,
    NoCableError,
    SeveralCablesError,
    UnknownFormatError,
    UsageError,
)
from cableconv.input.content import Content
from cableconv.plugins import Reader, Sniff
from cableconv.session import Session
from cableconv.testing import isolated_session

TELEGRAM = """R 010930Z FEB 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC

UNCLAS OSLO 000017

E.O. 12958: N/A
TAGS: ETRD, NO
SUBJECT: FERRIES RUN AGAIN

1. (U) The ferry runs again.
HERON
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder of three telegrams, one of them in a subfolder."""
    (tmp_path / "more").mkdir()
    for number, name in enumerate(("b.txt", "a.txt", "more/c.txt"), 17):
        text = TELEGRAM.replace("000017", f"0000{number}")
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def pairs() -> Session:
    """Return a session with a reader that finds two cables in any content."""

    def read(content: Content) -> Iterator[Cable]:
        yield Cable(id="08OSLO17")
        yield Cable(id="08OSLO18")

    return isolated_session(
        Reader(name="pairs", sniff=lambda content: Sniff.SURE, read=read, help="Two.")
    )


def test_content_is_parsed() -> None:
    for content in (TELEGRAM, TELEGRAM.encode(), TELEGRAM.encode("utf-16")):
        cable = cableconv.parse(content)
        assert (cable.id, cable.subject) == ("08OSLO17", "FERRIES RUN AGAIN")
        assert cable.source.name is None


def test_a_path_object_is_a_file(archive: Path) -> None:
    cable = cableconv.parse(archive / "b.txt")
    assert cable.id == "08OSLO17"
    assert cable.source.name == "b.txt"


def test_files_of_a_folder_are_named_from_there(archive: Path) -> None:
    inner = archive / "inner"
    inner.mkdir()
    (inner / "c.txt").write_bytes((archive / "b.txt").read_bytes())
    names = {cable.source.name for cable in cableconv.read(archive)}
    assert {"b.txt", "inner/c.txt"} <= names


@pytest.mark.parametrize("form", ["json", "xml", "text", "docx"])
def test_bytes_are_the_same_from_any_working_folder(
    archive: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = cableconv.convert(archive / "b.txt", to=form)
    monkeypatch.chdir(archive)
    assert cableconv.convert(Path("b.txt"), to=form) == typed


@pytest.mark.parametrize("content", ["", " \n\r\n", b""])
def test_content_without_a_cable_gives_an_empty_tree_with_an_error(content: str | bytes) -> None:
    cable = cableconv.parse(content)
    assert (cable.id, cable.body, cable.parts) == (None, (), ())
    (error,) = [found for found in cable.diagnostics if found.severity == "error"]
    assert error.code == "no-cable"


def test_a_text_that_is_not_a_cable_is_kept_and_reported() -> None:
    cable = cableconv.parse("Dear Greta,\nthe geese are back.\n")
    assert "no-cable" in [found.code for found in cable.diagnostics]
    assert cable.parts


def test_parsing_several_cables_is_an_error_that_names_read() -> None:
    with pytest.raises(SeveralCablesError, match=r"cableconv\.read"):
        cableconv.parse("two of them", session=pairs())


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: cableconv.parse(b"%PDF-1.7"), InputError, "a PDF"),
        (lambda: cableconv.parse(b"x", encoding="utf-9"), UsageError, "did you mean utf-8"),
        (lambda: cableconv.parse("x", reader="telegran"), UnknownFormatError, "telegram"),
        (lambda: cableconv.parse(Path("nowhere.txt")), InputError, "nowhere.txt"),
        (lambda: cableconv.export(Cable(), to="dcox"), UnknownFormatError, "docx"),
        (lambda: cableconv.export(Cable(), to="json", indnt=2), InvalidOptionError, "indent"),
        (
            lambda: cableconv.export(Cable(), to="json", indent="x"),
            InvalidOptionError,
            "whole number",
        ),
        (lambda: cableconv.convert("", to="pdf"), UnknownFormatError, "soffice"),
    ],
)
def test_errors_explain_the_problem(
    call: Callable[[], object], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        call()


def test_a_cable_is_exported_as_text_or_bytes() -> None:
    cable = cableconv.parse(TELEGRAM)
    assert '"id":"08OSLO17"' in str(cableconv.export(cable, to="json"))
    assert '\n  "id"' in str(cableconv.export(cable, to="json", indent="2"))
    document = cableconv.export(cable, to="docx")
    assert isinstance(document, bytes)
    assert zipfile.is_zipfile(io.BytesIO(document))


def test_convert_is_parse_and_export() -> None:
    exported = cableconv.export(cableconv.parse(TELEGRAM), to="text")
    assert cableconv.convert(TELEGRAM, to="text") == exported


def test_a_folder_is_read_in_the_order_of_file_names(archive: Path) -> None:
    ids = [cable.id for cable in cableconv.read(archive)]
    assert ids == ["08OSLO18", "08OSLO17", "08OSLO19"]
    assert ids == [cable.id for cable in cableconv.read(str(archive))]


def test_a_file_is_read_one_cable_at_a_time(archive: Path) -> None:
    assert [cable.id for cable in cableconv.read(archive / "a.txt")] == ["08OSLO18"]
    cables = cableconv.read(archive / "a.txt", reader="pairs", session=pairs())
    assert next(cables).id == "08OSLO17"


def test_a_file_that_cannot_be_read_is_an_error(archive: Path) -> None:
    (archive / "aa.txt").write_bytes(b"\0\1\2")
    cables = cableconv.read(archive)
    assert next(cables).id == "08OSLO18"
    with pytest.raises(InputError, match=r"aa\.txt"):
        next(cables)


def test_errors_of_single_files_can_be_handled(archive: Path) -> None:
    (archive / "aa.txt").write_bytes(b"\0\1\2")
    told: list[tuple[Path, str]] = []
    cables = cableconv.read(archive, on_error=lambda path, error: told.append((path, str(error))))
    assert [cable.id for cable in cables] == ["08OSLO18", "08OSLO17", "08OSLO19"]
    ((path, says),) = told
    assert path == archive / "aa.txt"
    assert "binary" in says


def test_a_folder_without_cables_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoCableError):
        list(cableconv.read(tmp_path))


def test_a_plugin_that_is_left_out_is_a_warning() -> None:
    session = Session(third_party=False)
    session.warnings.append("plugin acme 1.0: not loaded")
    with pytest.warns(RuntimeWarning, match="plugin acme 1.0") as told:
        cableconv.parse(TELEGRAM, session=session)
    assert told[0].filename == __file__


def test_without_problems_there_is_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cableconv.convert(TELEGRAM, to="json")


@pytest.mark.parametrize("to", ["json", "xml", "text", "docx"])
def test_lone_surrogates_can_be_written_in_every_format(to: str) -> None:
    cable = cableconv.parse("UNCLAS OSLO 000123\n\nSUBJECT: A \ud83d GULL\n\n1. (U) Honk \udc80.\n")
    assert cable.subject == "A \ufffd GULL"
    assert "surrogates-replaced" in [found.code for found in cable.diagnostics]
    assert Cable.from_dict(cable.to_dict()) == cable
    assert cableconv.export(cable, to)


def test_a_file_named_by_the_number_that_its_text_prints_has_a_key(tmp_path: Path) -> None:
    undated = TELEGRAM[TELEGRAM.index("UNCLAS") :]
    for name, expected in (("08OSLO17.txt", "08OSLO17"), ("08OSLO18.txt", None), ("a.txt", None)):
        path = tmp_path / name
        path.write_text(undated, encoding="utf-8")
        cable = cableconv.parse(path)
        assert (cable.id, cable.source.id, cable.key) == (None, expected, expected)


@pytest.mark.parametrize("name", ["cable.txt", "folder/cable.DOCX", "plain.json.gz"])
def test_a_str_that_looks_like_a_file_name_is_refused(name: str) -> None:
    with pytest.raises(cableconv.UsageError, match=r"give Path\("):
        cableconv.parse(name)


@pytest.mark.parametrize("address", ["https://example.org/cable.html", "file:///a/b"])
def test_a_str_that_is_a_web_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match=r"is a web address.*save the page and give its Path"):
        cableconv.parse(address)


def test_a_str_that_names_an_existing_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a cable").write_text("UNCLAS OSLO 1")
    with pytest.raises(cableconv.UsageError, match=r"give Path\("):
        cableconv.convert(str(tmp_path / "a cable"), to="json")


@pytest.mark.parametrize("text", ["UNCLAS", "See cable.txt", "cable.txt\n", "", "\x00.txt "])
def test_any_other_str_is_content(text: str) -> None:
    assert cableconv.parse(text).source.name is None
