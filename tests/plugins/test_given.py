"""Plugins for one run: a Python file, or a module."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

import cableconv
from cableconv.cable import Cable, Paragraph
from cableconv.plugins import Exporter, hookimpl

WORDS = """\
from cableconv.plugins import Exporter, hookimpl

def words(cable):
    return f"{len(cable.text.split())} words\\n"

@hookimpl
def cableconv_exporters():
    return [Exporter(name="words", help="How many words.", encode=words, ending=".words")]
"""
CABLE = Cable(body=(Paragraph(text="Two words"),))


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "words.py"
    file.write_text(WORDS)
    return file


def test_a_working_format_in_one_file_has_ten_lines_at_most(words: Path) -> None:
    assert len(WORDS.splitlines()) <= 10
    for given in (words, str(words)):
        session = cableconv.Session(plugins=[given])
        assert session.export(CABLE, to="words") == "2 words\n"


def test_a_module_can_be_given() -> None:
    module = ModuleType("counting")

    @hookimpl
    def cableconv_exporters() -> list[Exporter]:
        return [Exporter(name="blocks", help=".", encode=repr, ending=".b")]

    module.cableconv_exporters = cableconv_exporters  # type: ignore[attr-defined]
    assert cableconv.Session(plugins=[module]).export(CABLE, to="blocks") == repr(CABLE)


def test_a_given_plugin_is_unknown_to_other_sessions(words: Path) -> None:
    cableconv.Session(plugins=[words])
    with pytest.raises(cableconv.UnknownFormatError):
        cableconv.Session().export(CABLE, to="words")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("def (", "bad.py: cannot be run: SyntaxError"),
        ("import nowhere", "bad.py: cannot be run: ModuleNotFoundError: No module named 'nowhere'"),
        ("raise SystemExit(3)", "bad.py: cannot be run: SystemExit: 3"),
        ("x = 1", "plugin file bad.py: implements no hook"),
        (WORDS.replace('"words"', '"docx"'), "plugin file bad.py"),
        (WORDS.replace("return f", "return 1 or f"), "file bad.py"),
    ],
)
def test_faults_of_a_plugin_file_are_reported(tmp_path: Path, source: str, says: str) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(source)
    with pytest.raises(cableconv.PluginError, match=says):
        cableconv.Session(plugins=[bad]).export(CABLE, to="words")


def test_a_missing_file_or_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(cableconv.UsageError, match="no such file"):
        cableconv.Session(plugins=["nowhere.py"])
    (tmp_path / "words.txt").write_text(WORDS)
    with pytest.raises(cableconv.UsageError, match=r"must end in \.py"):
        cableconv.Session(plugins=[tmp_path / "words.txt"])
