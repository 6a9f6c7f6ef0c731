"""A document names program and source, but never the machine or the time."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

import cableconv
from cableconv import schema
from cableconv.cable import Cable, Source
from cableconv.rendering.provenance import Provenance, provenance

EXAMPLE = Path(__file__).parents[2] / "examples" / "cables" / "plain.txt"
SOURCE = Source(name="/home/greta/cables.tar", member="1983/a.txt", row=7, sha256="9f86d081")
CABLE = Cable(id="08OSLO17", source=SOURCE)


def test_provenance_names_program_and_source() -> None:
    assert provenance(CABLE) == Provenance(
        tool="cableconv",
        version=cableconv.__version__,
        source="cables.tar",
        member="1983/a.txt",
        row=7,
        sha256="9f86d081",
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plain.txt", "plain.txt"),
        ("../cables/plain.txt", "plain.txt"),
        (r"C:\Users\greta\plain.txt", "plain.txt"),
        ("<stdin>", None),
        (None, None),
    ],
)
def test_the_folders_of_a_machine_are_never_named(name: str | None, said: str | None) -> None:
    assert provenance(Cable(source=Source(name=name))).source == said


def test_a_tree_without_a_source_has_no_provenance_of_it() -> None:
    bare = provenance(CABLE.replace(source=Source()))
    assert bare == Provenance(tool="cableconv", version=cableconv.__version__)


def test_provenance_in_words_is_one_line() -> None:
    tool = f"cableconv {cableconv.__version__}"
    assert str(provenance(CABLE)) == (
        f"{tool} from cables.tar, member 1983/a.txt, row 7, SHA-256 9f86d081"
    )
    assert str(provenance(Cable(source=Source(name="a\nb.txt")))) == f"{tool} from a b.txt"
    assert str(provenance(Cable())) == tool


@pytest.mark.parametrize("form", ["json", "xml", "text"])
def test_provenance_is_written_only_on_request(form: str) -> None:
    cable = Cable(id="08OSLO17", subject="FOG")
    assert "cableconv 0" not in str(cableconv.export(cable, form))
    assert "provenance" not in str(cableconv.export(cable, form))


@pytest.mark.parametrize("form", ["json", "xml"])
def test_provenance_is_not_part_of_the_tree(form: str) -> None:
    cable = cableconv.parse(EXAMPLE)
    document = cableconv.export(cable, form, provenance=True)
    assert document != cableconv.export(cable, form)
    assert cableconv.parse(document) == cable


def test_the_schemas_allow_provenance() -> None:
    document = json.loads(cableconv.export(CABLE, "json", provenance=True))
    assert document["provenance"]["source"] == "cables.tar"
    jsonschema.validate(document, json.loads(schema.json_schema()))
    root = etree.fromstring(cableconv.export(CABLE, "xml", provenance=True, validate=True).encode())
    assert dict(root[0].items()) == {
        "tool": "cableconv",
        "version": cableconv.__version__,
        "source": "cables.tar",
        "member": "1983/a.txt",
        "row": "7",
        "sha256": "9f86d081",
    }


def test_the_provenance_line_of_a_text_is_not_read_as_text() -> None:
    cable = cableconv.parse(EXAMPLE)
    text = cableconv.export(cable, "text", provenance=True)
    assert text.splitlines()[-1] == f"[Written by {provenance(cable)}]"
    again = cableconv.parse(text)
    (piece,) = again.furniture
    assert (piece.kind, piece.text) == ("provenance", text.splitlines()[-1])
    assert again.signed_by == cable.signed_by
    assert cableconv.export(again, "text") == cableconv.export(cable, "text")


@pytest.mark.parametrize("line", ["[Written by hand]", "Written by cableconv 0.1.0", "x [Written"])
def test_only_a_provenance_line_is_recognized(line: str) -> None:
    text = f"UNCLAS OSLO 000017\n\nSUBJECT: FOG\n\n1. Fog.\n\n{line}\n"
    assert "provenance" not in [piece.kind for piece in cableconv.parse(text).furniture]
