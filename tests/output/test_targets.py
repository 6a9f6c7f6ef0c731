"""Tests of the places of results."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableconv.errors import UsageError
from cableconv.input.files import Input
from cableconv.output.targets import (
    Destination,
    Place,
    destination,
    one_of_several,
    stem,
    target_path,
)


@pytest.mark.parametrize(
    ("name", "stripped"),
    [
        ("a.txt", "a"),
        ("a.cable.txt", "a"),
        ("a.b.md", "a.b"),
        ("07ASTANA48", "07ASTANA48"),
        ("report of 12.5.2009", "report of 12.5.2009"),
        (".txt", ".txt"),
        (".cable.txt", ".cable"),
        ("a.TXT", "a"),
    ],
)
def test_a_stem_is_the_name_without_its_ending(name: str, stripped: str) -> None:
    assert stem(name, [".cable.txt", ".docx"]) == stripped


@pytest.mark.parametrize(
    ("output", "several", "place"),
    [
        (None, True, Place.BESIDE),
        ("-", False, Place.STDOUT),
        ("a", False, Place.FILE),
        ("a/", False, Place.FOLDER),
        ("a", True, Place.FOLDER),
        (".", False, Place.FOLDER),
    ],
)
def test_an_output_has_its_destination(output: str | None, several: bool, place: Place) -> None:
    assert destination(output, several).place is place


def test_a_file_cannot_be_used_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(UsageError, match="a folder is needed"):
        destination(str(tmp_path / "a"), several=True)


def test_the_result_of_standard_input_is_on_standard_output_or_named_in_a_folder() -> None:
    stdin = Input(None)
    assert target_path(Destination(Place.BESIDE), stdin, ".json", []) is None
    there = target_path(Destination(Place.FOLDER, Path("out")), stdin, ".json", [])
    assert there == Path("out/stdin.json")


def test_one_of_several_cables_is_named_by_key_or_number() -> None:
    assert one_of_several(Path("d.cable.txt"), ".cable.txt", "08SUVA1", None) == Path(
        "d.08SUVA1.cable.txt"
    )
    assert one_of_several(Path("d.json"), ".json", None, 7) == Path("d.7.json")
    assert one_of_several(Path("d.json"), ".json", "08SUVA1", 7) == Path("d.08SUVA1.7.json")


def test_a_key_gives_a_safe_and_short_name() -> None:
    assert one_of_several(Path("d.json"), ".json", "../../x", None) == Path("d._x.json")
    assert len(one_of_several(Path("d.json"), ".json", "x" * 9000, None).name) < 100
