"""Exporters whose documents can be joined write many cables to one file, like collectors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import PluginError, UnknownFormatError
from cableconv.plugins import Exporter, Joins, Omission, Option
from cableconv.plugins.joining import between
from cableconv.plugins.kinds import EXPORTERS
from cableconv.session import Session
from cableconv.testing import isolated_session

ARRAY = Joins(prefix="[\n", separator=",\n", suffix="\n]\n")
CABLES = [Cable(id="08OSLO17", subject="FOG"), Cable(id="08OSLO18", subject="ICE")]


def encode(cable: Cable, shout: bool = False) -> str:
    subject = cable.subject or ""
    return f"[\n{json.dumps(subject + '!' if shout else subject)}\n]\n"


def session(**fields: object) -> Session:
    usual: dict[str, object] = {
        "name": "titles",
        "encode": encode,
        "ending": ".titles",
        "help": "Titles.",
        "joins": ARRAY,
        "options": (Option(name="shout", type=bool, default=False, help="louder"),),
    }
    return isolated_session(Exporter(**usual | fields))  # type: ignore[arg-type]


def test_prefix_and_suffix_are_written_once(tmp_path: Path) -> None:
    target = tmp_path / "all.titles"
    assert session().collect(CABLES, target, to="titles", shout=True) == 2
    assert target.read_text() == '[\n"FOG!",\n"ICE!"\n]\n'


def test_no_cable_gives_prefix_and_suffix(tmp_path: Path) -> None:
    session().collect([], tmp_path / "all.titles", to="titles")
    assert (tmp_path / "all.titles").read_text() == "[\n\n]\n"


def test_one_cable_gives_its_document(tmp_path: Path) -> None:
    chosen = session()
    chosen.collect(CABLES[:1], tmp_path / "all.titles", to="titles")
    assert (tmp_path / "all.titles").read_text() == chosen.export(CABLES[0], to="titles")


def test_a_failing_cable_does_not_change_the_file(tmp_path: Path) -> None:
    def picky(cable: Cable) -> str:
        if cable.subject is None:
            raise ValueError("no subject")
        return encode(cable)

    plugins = session(encode=picky, options=()).plugins
    collector = plugins.joined(plugins.find("titles", EXPORTERS), {})
    with plugins.collection(collector, tmp_path / "all.titles") as collection:
        with pytest.raises(PluginError, match=r"format 'titles' .* failed on a cable without id"):
            collection.add(Cable())
        collection.add(CABLES[0])
    assert (tmp_path / "all.titles").read_text() == encode(CABLES[0])


def test_a_format_that_cannot_be_joined_accepts_one_cable(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match="'json' holds only one cable per file"):
        session().collect(CABLES, tmp_path / "all.json", to="json")


@pytest.mark.parametrize("document", ["", "[", "[\n]\n", "\n]\n[\n"])
def test_a_document_without_prefix_or_suffix_is_refused(document: str) -> None:
    with pytest.raises(PluginError, match=r"does not begin with '\[\\n' and end with '\\n\]\\n'"):
        between(document, ARRAY)


def test_losses_equal_those_of_the_exporter() -> None:
    note = Diagnostic(code="odd", severity="info", message="Odd.")
    plugins = session(omits=(Omission("subject"),), losses=lambda cable: [note]).plugins
    exporter = plugins.find("titles", EXPORTERS)
    joined = plugins.joined(exporter, {"shout": False})
    assert plugins.losses(joined, CABLES[0]) == plugins.losses(exporter, CABLES[0])
    assert note in plugins.losses(joined, CABLES[0])
