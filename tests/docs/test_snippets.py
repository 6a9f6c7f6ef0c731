"""Every snippet of the pages runs on its own and gives the printed result.

A snippet runs in a folder with the examples; ``my_plugin`` is the plugin of the guide's first
page.  For commands there are a ``cable.txt``, a folder ``cables`` and other files that their
pages name.
"""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cableconv.cli.group import run

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md"]
PAGES += [page for page in sorted((ROOT / "docs").rglob("*.md")) if page.name != "cli.md"]
OF_DISTRIBUTIONS = sorted((ROOT / "plugins").glob("*/README.md"))
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(
    r"^(?: {4})?(?:\$ )?(cableconv (?!plugins new|.* my-format).*?)(?: {2,}\S.*| # .*)?$",
    re.MULTILINE,
)


IN_DISTRIBUTIONS = {"html", "sqlite"}
"""Formats in commands that need the distribution of that name."""


def on_pages(pattern: re.Pattern[str]) -> list[Any]:
    """Return every snippet of a kind, with its page and its number there as id."""
    return [
        pytest.param(snippet, id=f"{page.relative_to(ROOT).as_posix()}-{number}")
        for page in PAGES
        for number, snippet in enumerate(pattern.findall(page.read_text(encoding="utf-8")), 1)
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create the working folder: the examples, and the user's files that the pages name."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    shutil.copytree(EXAMPLES / "cables", tmp_path / "cables")
    shutil.copy(EXAMPLES / "cables" / "three-pages.txt", tmp_path / "cable.txt")
    shutil.copy(EXAMPLES / "cables" / "three-pages.txt", tmp_path / "three-pages.txt")
    for name in ("cables.csv", "dump.csv"):
        shutil.copy(EXAMPLES / "forms" / "cables.csv", tmp_path / name)
    (tmp_path / "table.csv").write_text("Nr,Volltext\n08OSLO1,UNCLAS OSLO 000001\n", "utf-8")
    (tmp_path / "names.txt").write_text("Egill Sandvik\n", encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "tsv.py").write_text(_plugin(readme), encoding="utf-8")
    guide = (ROOT / "docs" / "plugins" / "exporters.md").read_text(encoding="utf-8")
    (tmp_path / "my_plugin.py").write_text(_plugin(guide), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def _plugin(page: str) -> str:
    """Return the page's first complete plugin."""
    return str(next(code for code in CODE.findall(page) if "@hookimpl" in code))


def test_a_format_in_one_file_has_at_most_ten_lines() -> None:
    lines = _plugin((ROOT / "README.md").read_text(encoding="utf-8")).splitlines()
    assert len(list(filter(None, lines))) <= 10


def values_shown(code: str) -> Iterator[tuple[str, object]]:
    """Yield every expression on its own line that has its value in a comment."""
    lines = code.splitlines()
    for statement in ast.parse(code).body:
        if isinstance(statement, ast.Expr) and statement.end_lineno == statement.lineno:
            line = lines[statement.lineno - 1].encode()[statement.end_col_offset :].decode()
            shown = line.strip().removeprefix("# ")
            if re.match(r"['\d(\[]", shown):
                yield ast.unparse(statement), ast.literal_eval(shown)


@pytest.mark.parametrize("code", on_pages(CODE))
def test_a_snippet_runs_and_gives_the_printed_result(
    code: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "my_plugin", raising=False)
    names: dict[str, Any] = {"__name__": "snippet"}
    exec(compile(code, "snippet", "exec", dont_inherit=True), names)
    shown = dict(values_shown(code))
    assert {expression: eval(expression, names) for expression in shown} == shown
    monkeypatch.delitem(sys.modules, "my_plugin", raising=False)


@pytest.mark.parametrize("command", on_pages(COMMAND))
def test_a_command_works_as_printed(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for distribution in IN_DISTRIBUTIONS & set(re.findall(r"[a-z]+", command)):
        pytest.importorskip(f"cableconv_{distribution}")
    if "cable.docx" in command:
        run(["cable.txt", "-o", "cable.docx"])
    code = run(shlex.split(command)[1:])
    assert code == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("page", "code"),
    [
        pytest.param(page, code, id=f"{page.parent.name}-{number}")
        for page in OF_DISTRIBUTIONS
        for number, code in enumerate(CODE.findall(page.read_text(encoding="utf-8")), 1)
    ],
)
def test_a_snippet_of_a_distribution_runs(page: Path, code: str, folder: Path) -> None:
    pytest.importorskip(page.parent.name.replace("-", "_"))
    for needed in re.findall(r"^import (\w+)", code, re.MULTILINE):
        pytest.importorskip(needed)
    before = page.read_text(encoding="utf-8").partition(code)[0]
    for command in COMMAND.findall(before):
        assert run(shlex.split(command)[1:]) == 0, command
    names: dict[str, Any] = {"__name__": "snippet"}
    exec(compile(code, str(page), "exec", dont_inherit=True), names)
    shown = dict(values_shown(code))
    assert {expression: eval(expression, names) for expression in shown} == shown


def test_values_in_comments_are_found() -> None:
    codes = [code for page in PAGES for code in CODE.findall(page.read_text(encoding="utf-8"))]
    assert sum(len(list(values_shown(code))) for code in codes) > 15
