"""Texts that are not cables are refused, and the message names what they seem to be."""

from __future__ import annotations

from pathlib import Path

import other_texts
import pytest
from real_cables import real_texts

import cableconv
from cableconv.errors import CableconvError, NoCableError
from cableconv.refusal import kinds
from cableconv.refusal.guess import guess
from cableconv.refusal.kinds import Kind

ROOT = Path(__file__).parents[2]
OTHERS = [ROOT / "cableconv", ROOT / "docs", ROOT / "README.md", ROOT / "LICENSE",
          Path(pytest.__file__).parents[1], Path("/usr/share/doc")]  # fmt: skip
EXAMPLES = ROOT / "examples" / "cables"
ENDINGS = {"", ".py", ".md", ".txt", ".toml", ".csv", ".rst", ".sql", ".json", ".c", ".xml"}
as_many = pytest.mark.parametrize("number", [8, pytest.param(100, marks=pytest.mark.slow)])
"""The number of files of each folder that are tried, by default and in the slow run."""


def reads_a_cable(path: Path) -> bool:
    """Whether a file gives a cable, instead of an exception or a tree with an error."""
    try:
        return any(
            all(each.severity != "error" for each in cable.diagnostics)
            for cable in cableconv.read(path)
        )
    except CableconvError:
        return False


@pytest.mark.parametrize(("text", "kind"), other_texts.TEXTS.values(), ids=other_texts.TEXTS.keys())
def test_a_text_of_another_kind_is_refused_with_its_kind(text: str, kind: Kind) -> None:
    errors = [
        each
        for each in cableconv.parse(text, reader="telegram").diagnostics
        if each.severity == "error"
    ]
    assert [each.code for each in errors] == ["no-cable"]
    assert errors[0].message.endswith(kind.name)
    assert errors[0].hint == kind.advice


@pytest.mark.parametrize("text", other_texts.TABLES.values(), ids=other_texts.TABLES.keys())
def test_rows_without_texts_are_refused_with_their_columns(text: str, tmp_path: Path) -> None:
    (tmp_path / "rows").write_text(text)
    with pytest.raises(NoCableError, match=r"its columns: number, .*keeper; .*--column text=NAME"):
        list(cableconv.read(tmp_path / "rows", reader="records"))


def test_a_script_with_comments_is_not_taken_for_sql(tmp_path: Path) -> None:
    (tmp_path / "clock.txt").write_text("# winds the clock\n" + other_texts.TEXTS["source code"][0])
    (cable,) = cableconv.read(tmp_path / "clock.txt")
    assert any(each.message.endswith(kinds.CODE.name) for each in cable.diagnostics)


def test_a_program_or_page_that_quotes_a_cable_is_not_a_cable() -> None:
    cable = (EXAMPLES / "plain.txt").read_text(encoding="utf-8")
    program = other_texts.TEXTS["source code"][0] + f"\nCABLE = '''\\\n{cable}'''\n"
    page = f"# Cables\n\nThis is one:\n\n```text\n{cable}```\n"
    found = [cableconv.parse(text).diagnostics[-1].message for text in (program, page)]
    assert found[0].endswith(kinds.CODE.name)
    assert found[1].endswith(kinds.DOCUMENTATION.name)


def test_a_page_of_markdown_whose_title_is_the_cables_id_is_the_cable() -> None:
    cable = (EXAMPLES / "plain.txt").read_text(encoding="utf-8")
    header, class_line, text = cable.partition("C O N F")
    named = cableconv.parse(cable).id
    page = f"# Cable {named}\n\n```\n{header}```\n\n```\n{class_line}{text}```\n"
    found = cableconv.parse(page)
    assert found.id == named
    assert "no-cable" not in [each.code for each in found.diagnostics]


@as_many
@pytest.mark.parametrize("folder", OTHERS, ids=str)
def test_no_file_of_another_kind_gives_a_cable(folder: Path, number: int) -> None:
    """The project's own texts, installed packages, and the system's documentation."""
    if not folder.exists():
        pytest.skip("not on this machine")
    found = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    texts = [
        path
        for path in found
        if path.suffix in ENDINGS and path.is_file() and 0 < path.stat().st_size < 50_000
    ]
    assert texts
    tried = texts[:: max(len(texts) // number, 1)]
    assert [path for path in tried if reads_a_cable(path)] == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_no_example_is_refused(path: Path) -> None:
    assert reads_a_cable(path)


def test_no_real_cable_is_refused() -> None:
    assert [path for path in real_texts(step=20) if not reads_a_cable(path)] == []


@pytest.mark.slow
def test_no_real_cable_is_refused_in_the_slow_run() -> None:
    assert [path for path in real_texts() if not reads_a_cable(path)] == []


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: THE TIDE CLOCK\nTAGS: PREL, PGOV\n\n1. It is late.",
        "SUBJECT: THE TIDE CLOCK\n\n1. (C) It is late.\n\n2. (C) It was on time.",
        "UNCLAS SUVA 000041\n\nIt is late.",
        "The clock is late\nUNCLAS SUVA 000041\n\nTAGS: PREL\nSUBJECT: THE CLOCK\n\nIt is late.",
        "UNCLAS SUVA 000041\n\nDept please pass to Treasury\n\nE.O. 12958: N/A\n\nIt is late.",
        "E.O. 12958: DECL: 03/12/2017\nSUBJECT: THE TIDE CLOCK\n\nIt is late.",
        "R 121200Z MAR 07\nFM AMEMBASSY SUVA\n\nIt is late.",
        "FM AMEMBASSY SUVA\nTO SECSTATE WASHDC\n\nIt is late.",
    ],
)
def test_a_part_of_a_cable_is_a_cable(text: str) -> None:
    assert "no-cable" not in [each.code for each in cableconv.parse(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", kinds.NOTHING), ("\x01\x02" * 50, kinds.CONTROL_CHARACTERS), ("<a/>", kinds.MARKUP),
     ('{"a": 1}', kinds.JSON), ("a;b\n1;2\n3;4\n", kinds.TABLE)],
)  # fmt: skip
def test_texts_that_readers_refuse_have_their_kind(text: str, kind: Kind) -> None:
    assert guess(text) == kind
