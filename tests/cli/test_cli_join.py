"""Tests of ``--join``: sections and corrected copies in separate files become one cable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from calling import Call

from cableconv.cli.exit_codes import ExitCode

SECTION = """\
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0101

UNCLAS {section}OSLO 000123
{notice}
SIPDIS

E.O. 12958: N/A
TAGS: PREL NO
SUBJECT: LIGHTHOUSE

{body}
"""
FIRST = (
    "1. (U) The keeper wound the clock on Tuesday.\n\n2. (U) He will wind it when the ice goes\n"
)
SECOND = "out of the harbour.\n\n3. (U) We wait for it.\n"
THIRD = "4. (U) The boats are ready.\n\nWRAY\n"
CORRECTED = "\nC O R R E C T E D  C O P Y (PARA 3)\n"


def section(number: int, body: str, total: int = 3, notice: str = "") -> str:
    part = f"SECTION {number:02} OF {total:02} " if total > 1 else ""
    return SECTION.format(section=part, body=body, notice=notice)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create ``in`` with three sections, named in another order, and a separate cable."""
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "in"
    place.mkdir()
    (place / "a-second.txt").write_text(section(2, SECOND))
    (place / "b-first.txt").write_text(section(1, FIRST))
    (place / "c-third.txt").write_text(section(3, THIRD))
    (place / "d-other.txt").write_text(section(1, THIRD, total=1).replace("000123", "000124"))
    return place


def trees(path: str) -> list[dict[str, Any]]:
    text = Path(path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def paragraphs(tree: dict[str, Any]) -> list[str]:
    return [block["text"] for block in tree["body"]]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_sections_become_one_cable(call: Call, folder: Path, jobs: str) -> None:
    ended = call("in", "-o", "all.jsonl", "--join", "--jobs", jobs, "--manifest", "run.jsonl")
    assert ended.code == ExitCode.OK
    assert "2 joined to others" in ended.err
    joined, other = trees("all.jsonl")
    assert (joined["id"], other["id"]) == ("08OSLO123", "08OSLO124")
    assert paragraphs(joined)[1] == "He will wind it when the ice goes out of the harbour."
    assert [block["number"] for block in joined["body"]] == [1, 2, 3, 4]
    assert joined["signed_by"] == ["WRAY"]
    account = [each["message"] for each in joined["diagnostics"] if each["code"] == "joined"]
    assert [message.partition(" (sha256")[0].rpartition("it is ")[2] for message in account] == [
        "section 1 of 3 from b-first.txt",
        "section 2 of 3 from a-second.txt",
        "section 3 of 3 from c-third.txt",
    ]


def test_the_manifest_lists_every_source(call: Call, folder: Path) -> None:
    call("in", "-t", "json", "-o", "out/", "--join")
    rows = [row for row in trees("out/.cableconv-manifest.jsonl") if "input" in row]
    assert [(row["input"], row.get("joined")) for row in rows] == [
        ("../in/a-second.txt", None),
        ("../in/b-first.txt", "../in/a-second.txt"),
        ("../in/c-third.txt", "../in/a-second.txt"),
        ("../in/d-other.txt", None),
    ]
    assert sorted(path.name for path in Path("out").glob("*.json")) == [
        "a-second.json",
        "d-other.json",
    ]


def test_rows_of_a_dump_are_joined_like_files(call: Call, folder: Path) -> None:
    lines = ["refid,header,body"]
    for path in sorted(folder.iterdir()):
        lines.append('08OSLO1,"","{}"'.format(path.read_text().replace('"', '""')))
    Path("dump.csv").write_text("\n".join(lines) + "\n")
    call("dump.csv", "-o", "dump.jsonl", "--join")
    call("in", "-o", "all.jsonl", "--join")
    assert [paragraphs(tree) for tree in trees("dump.jsonl")] == [
        paragraphs(tree) for tree in trees("all.jsonl")
    ]


def test_a_corrected_copy_replaces_the_original(call: Call, folder: Path) -> None:
    (folder / "e-right.txt").write_text(
        section(1, THIRD.replace("boats", "ships"), total=1, notice=CORRECTED).replace("123", "124")
    )
    call("in", "-o", "all.jsonl", "--join")
    other = trees("all.jsonl")[1]
    assert paragraphs(other) == ["The ships are ready."]
    assert {"joined"} <= {each["code"] for each in other["diagnostics"]}
    assert any("boats" in piece["text"] for piece in other["furniture"])


def test_a_corrected_section_is_used(call: Call, folder: Path) -> None:
    right = section(2, SECOND.replace("wait for", "hope for"), notice=CORRECTED)
    (folder / "e-right.txt").write_text(right)
    call("in", "-o", "all.jsonl", "--join")
    joined = trees("all.jsonl")[0]
    assert paragraphs(joined)[2] == "We hope for it."
    assert {"joined", "joined-without"} <= {each["code"] for each in joined["diagnostics"]}


def test_uncorrected_copies_are_handled_as_duplicates(call: Call, folder: Path) -> None:
    (folder / "e-again.txt").write_text((folder / "d-other.txt").read_text())
    call("in", "-o", "all.jsonl", "--join")
    assert len(trees("all.jsonl")) == 3
    call("in", "-o", "all.jsonl", "--join", "--duplicates", "best")
    assert len(trees("all.jsonl")) == 2


def test_a_section_that_comes_later_is_joined_when_the_run_is_resumed(
    call: Call, folder: Path
) -> None:
    third = folder / "c-third.txt"
    text = third.read_text()
    third.unlink()
    call("in", "-t", "json", "-o", "out/", "--join")
    third.write_text(text)
    ended = call("in", "-t", "json", "-o", "out/", "--join", "--resume")
    assert "1 unchanged" in ended.err
    assert len(paragraphs(json.loads(Path("out/a-second.json").read_text()))) == 4


def test_standard_input_cannot_be_read_twice(call: Call, folder: Path) -> None:
    assert call("-", "-o", "all.jsonl", "--join").code == ExitCode.USAGE
