"""Other programs read the references, one per cable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cableconv
import pytest
from cableconv import Cable
from cableconv.cable import Source
from cableconv.testing import sample_trees
from cited_cables import ARCHIVED, CABLE

SAMPLES = list(sample_trees().values())


@pytest.fixture
def rispy() -> Any:
    return pytest.importorskip("rispy")


@pytest.fixture
def bibtexparser() -> Any:
    return pytest.importorskip("bibtexparser", minversion="2.0.0b1")


def joined(cables: list[Cable], folder: Path, to: str) -> str:
    """Return all references in one file."""
    target = folder / "all"
    cableconv.collect(cables, target, to=to)
    return target.read_bytes().decode("utf-8")


def keys(cables: list[Cable]) -> list[str]:
    """Return the keys of the cables that have one, each on one line."""
    return [" ".join(each.key.split()) for each in cables if each.key and each.key.split()]


def test_rispy_counts_the_cables(rispy: Any, tmp_path: Path) -> None:
    cables = [each for each in SAMPLES if (each.key or "").isprintable()]
    found = rispy.loads(joined(cables, tmp_path, "ris"))
    assert len(found) == len(cables)
    assert [each["accession_number"] for each in found if "accession_number" in each] == keys(
        cables
    )


def test_rispy_reads_every_field(rispy: Any) -> None:
    (found,) = rispy.loads(cableconv.export(CABLE, to="ris", accessed="2026-11-29"))
    assert found["type_of_reference"] == "PCOMM"
    assert found["title"] == "THE TIDE CLOCK & 50% OF {TIDES}"
    assert found["authors"] == ["U.S. Embassy Oslo"]
    assert found["secondary_authors"] == ["Department of State", "U.S. Consulate Dar es Salaam"]
    assert (found["year"], found["date"]) == ("2008", "2008/05/13/")
    assert found["keywords"] == ["PREL", "PELL, JONAS"]
    assert found["abstract"] == "The tide clock was late."
    assert found["notes"] == ["Classification: SECRET//NOFORN"]
    assert found["urls"] == ["https://cables.example/08OSLO123"]
    assert found["access_date"] == "2026/11/29/"


def test_rispy_reads_the_archive(rispy: Any) -> None:
    (found,) = rispy.loads(cableconv.export(ARCHIVED, to="ris"))
    assert found["name_of_database"] == "National Archives at College Park, College Park, MD"
    assert "Record Group 59" in cableconv.export(ARCHIVED, to="ris")


def test_a_value_of_ris_is_one_line(rispy: Any) -> None:
    cable = Cable(subject="FOG\nTY  - BOOK\r\nER  - \n", summary="a\u2028b\x85c\x0bd")
    text = cableconv.export(cable, to="ris")
    assert len(rispy.loads(text)) == 1
    assert [line for line in str(text).splitlines() if line[2:6] != "  - "] == []


def test_csl_json_is_an_array_of_items(tmp_path: Path) -> None:
    found = json.loads(joined(SAMPLES, tmp_path, "csl-json"))
    assert len(found) == len(SAMPLES)
    assert all(each["id"] and each["type"] == "personal_communication" for each in found)
    assert [each["call-number"] for each in found if "call-number" in each] == [
        each.key for each in SAMPLES if each.key
    ]


def test_csl_json_has_every_variable() -> None:
    (found,) = json.loads(cableconv.export(CABLE, to="csl-json", accessed="2026-11-29"))
    assert found["author"] == [{"literal": "U.S. Embassy Oslo"}]
    assert found["recipient"][1] == {"literal": "U.S. Consulate Dar es Salaam"}
    assert found["issued"] == {"date-parts": [[2008, 5, 13]]}
    assert found["accessed"] == {"date-parts": [[2026, 11, 29]]}
    assert (found["genre"], found["number"]) == ("Telegram", "123")
    assert found["keyword"] == "PREL; PELL, JONAS"
    assert "archive" not in found


def test_csl_json_has_the_archive() -> None:
    (found,) = json.loads(cableconv.export(ARCHIVED, to="csl-json"))
    assert found["archive"] == "National Archives at College Park, College Park, MD"
    assert found["archive_location"].startswith("Central Foreign Policy Files, 1973-79")


def test_bibtexparser_counts_the_cables(bibtexparser: Any, tmp_path: Path) -> None:
    once = list({(each.key or "", each.subject): each for each in SAMPLES if each.key}.values())
    numbered = [each.replace(id=f"08OSLO{n}") for n, each in enumerate(once)]
    library = bibtexparser.parse_string(joined(numbered, tmp_path, "bibtex"))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [each.id for each in numbered]


def test_bibtexparser_reads_every_field(bibtexparser: Any) -> None:
    text = cableconv.export(CABLE, to="bibtex", accessed="2026-11-29")
    (entry,) = bibtexparser.parse_string(text).entries
    found = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("misc", "08OSLO123")
    assert found["author"] == "{U.S. Embassy Oslo}"
    assert found["howpublished"] == (
        "Telegram 123 to Department of State and U.S. Consulate Dar es Salaam"
    )
    assert (found["date"], found["year"], found["month"]) == ("2008-05-13", "2008", "may")
    assert found["urldate"] == "2026-11-29"
    assert found["title"] == (r"{THE TIDE CLOCK \& 50\% OF \textbraceleft{}TIDES\textbraceright{}}")


@pytest.mark.parametrize("url", ["https://a.example/x_y%20z", "https://a.example/#b&c~d"])
def test_an_address_of_bibtex_is_not_escaped(url: str, bibtexparser: Any) -> None:
    cable = CABLE.replace(source=Source(url=url))
    (entry,) = bibtexparser.parse_string(cableconv.export(cable, to="bibtex")).entries
    assert entry["url"] == url


def test_a_key_of_bibtex_has_only_allowed_characters() -> None:
    text = cableconv.export(Cable(id="../{x}, @misc{y"), to="bibtex")
    assert str(text).startswith("@misc{../-x-misc-y,\n")


def test_a_cable_without_a_key_has_its_own_id() -> None:
    one, other = (cableconv.export(Cable(subject=each), to="bibtex") for each in ("FOG", "ICE"))
    assert str(one).partition(",")[0] != str(other).partition(",")[0]
    assert str(one).startswith("@misc{cable-")


def test_a_control_character_is_replaced_and_reported() -> None:
    cable = Cable(id="08OSLO1", subject="a\x07b")
    assert "TI  - a\ufffdb\r\n" in cableconv.export(cable, to="ris")
    losses = cableconv.report_losses(cable, to="ris")
    assert ["citation-forbidden-character"] == [
        each.code for each in losses if each.severity == "warning"
    ]
