"""The plugin guide is complete, and its examples conform."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

import cableconv
from cableconv import testing
from cableconv.cable import Cable
from cableconv.input.content import Content
from cableconv.plugins import Joins, Omission, Option, hookspecs
from cableconv.plugins.kinds import CHECKS, KINDS
from cableconv.session import Session
from cableconv.telegram import Telegram
from cableconv.testing import isolated_session, usual_cable

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "plugins"
FIXTURES = ROOT / "cableconv" / "testing" / "fixtures.py"
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOOKS = [name for name in vars(hookspecs) if name.startswith("cableconv_")]
OPENED = "=== CABLE ===\nUNCLAS OSLO 000001\n\n1. (U) Geese.\n"

PAGES: dict[type, str] = {
    **{kind.descriptor: f"{kind.hook.removeprefix('cableconv_')}.md" for kind in KINDS},
    Joins: "exporters.md",
    Omission: "exporters.md",
    Option: "options.md",
}
"""The page that explains each descriptor."""

CALLS = {
    "exporters.md": ("encode(cable, **options)", "losses(cable)"),
    "collectors.md": ("open(target, **options)", "add(cable)", "close()"),
    "readers.md": ("sniff(content)", "read(content)"),
    "transforms.md": ("apply(cable, **options)",),
    "checks.md": ("check(cable)",),
    "commands.md": ("load()",),
    "options.md": ("inspect(value)",),
}
"""The calls of the host, with every parameter."""

CONFORM: dict[str, Callable[[Any], None]] = {
    "exporters.md": testing.assert_exporter_conforms,
    "collectors.md": testing.assert_collector_conforms,
    "readers.md": lambda plugin: testing.assert_reader_conforms(plugin, OPENED),
    "transforms.md": testing.assert_transform_conforms,
    "checks.md": testing.assert_check_conforms,
    "commands.md": testing.assert_command_conforms,
    "options.md": testing.assert_exporter_conforms,
}
"""The conformance check of each page's example."""


def page(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


def example(name: str) -> ModuleType:
    """Return the complete plugin of a page, as a module."""
    code = next(block for block in CODE.findall(page(name)) if "@hookimpl" in block)
    module = ModuleType(name.removesuffix(".md"))
    exec(compile(code, name, "exec", dont_inherit=True), vars(module))
    return module


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_page_with_its_parameters(hook: str) -> None:
    parameters = ", ".join(inspect.signature(getattr(hookspecs, hook)).parameters)
    signature = f"`{hook}({parameters})`"
    assert signature in (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    assert signature in page(f"{hook.removeprefix('cableconv_')}.md").splitlines()[0]


@pytest.mark.parametrize("descriptor", PAGES, ids=lambda descriptor: descriptor.__name__)
def test_every_field_of_a_descriptor_is_explained(descriptor: type[msgspec.Struct]) -> None:
    explained = re.findall(r"^\| `(\w+)` \| \S", page(PAGES[descriptor]), re.MULTILINE)
    assert [name for name in descriptor.__struct_fields__ if name not in explained] == []


@pytest.mark.parametrize("name", CALLS)
def test_every_call_of_the_host_is_explained_with_its_parameters(name: str) -> None:
    assert [call for call in CALLS[name] if f"`{call}`" not in page(name)] == []


@pytest.mark.parametrize("name", CONFORM)
def test_the_example_of_a_page_conforms(name: str) -> None:
    CONFORM[name](example(name))


def test_every_tool_for_tests_is_explained() -> None:
    explained = page("testing.md")
    assert [name for name in testing.__all__ if f"| `{name}(" not in explained] == []
    given = re.findall(r"^@pytest.fixture.*\ndef (\w+)", FIXTURES.read_text("utf-8"), re.MULTILINE)
    assert len(given) == 3
    assert [name for name in given if f"`{name}`" not in explained] == []


def test_the_tests_of_the_page_on_testing_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "my_plugin", example("exporters.md"))
    (code,) = CODE.findall(page("testing.md"))
    names: dict[str, Any] = {}
    exec(compile(code, "testing.md", "exec", dont_inherit=True), names)
    for name in [name for name in names if name.startswith("test_")]:
        names[name]()


def test_the_declared_omissions_of_the_guide_are_omissions() -> None:
    code = next(block for block in CODE.findall(page("exporters.md")) if "OMITS" in block)
    names: dict[str, Any] = {}
    exec(code, names)
    assert all(isinstance(each, Omission) for each in names["OMITS"])


def test_the_format_of_the_guide_accepts_its_option() -> None:
    session = isolated_session(example("exporters.md"))
    line = cableconv.export(Cable(id="08OSLO1", subject="FOGHORN"), "tsv", session=session, width=3)
    assert line == "08OSLO1\t-\tFOG\n"


def test_the_file_of_many_cables_of_the_guide_has_a_row_for_each(tmp_path: Path) -> None:
    session = isolated_session(example("collectors.md"))
    target = tmp_path / "cables.csv"
    assert cableconv.collect([usual_cable(), Cable()], target, to="rows", session=session) == 2
    assert target.read_text(encoding="utf-8").splitlines() == [
        "id,date,post,subject",
        "08OSLO17,2008-02-01T09:30:00Z,AMEMBASSY OSLO,FERRY SERVICE RESUMES",
        ",,,",
    ]


def test_the_reader_of_the_guide_maps_offsets_to_the_file() -> None:
    session = isolated_session(example("readers.md"))
    content = Content(OPENED)
    reader = session.plugins.sniff(content)
    assert reader.name == "opened"
    (telegram,) = session.plugins.read(reader, content)
    assert isinstance(telegram, Telegram)
    assert telegram.text == "UNCLAS OSLO 000001\n\n1. (U) Geese.\n"
    assert telegram.position(telegram.text.index("OSLO")) == (2, 8)


def test_the_transform_of_the_guide_reports_what_it_removed() -> None:
    session = isolated_session(example("transforms.md"))
    changed = cableconv.transform(usual_cable(), "without-officers", session=session)
    assert changed.signed_by == ()
    assert [each.message for each in changed.diagnostics] == ["removed signed_by"]
    kept = cableconv.transform(usual_cable(), "without-officers", session=session, signature=False)
    assert kept == usual_cable()


def test_the_check_of_the_guide_finds_what_it_looks_for() -> None:
    session = isolated_session(example("checks.md"))
    (check,) = session.plugins.all(CHECKS)
    assert [found.code for found in session.plugins.check(check, Cable())] == ["house-tags-missing"]
    assert session.plugins.check(check, usual_cable()) == ()


def test_the_command_of_the_guide_counts() -> None:
    (command,) = example("commands.md").cableconv_commands()
    cables = ROOT / "examples" / "cables"
    said = CliRunner().invoke(command.load(), [str(cables / "plain.txt")]).output
    assert said == "      1 AMEMBASSY REYKJAVIK\n"


def test_the_options_of_the_guide_are_checked_before_anything_is_written() -> None:
    session = isolated_session(example("options.md"))
    with pytest.raises(cableconv.InvalidOptionError, match="is no stamp"):
        cableconv.export(Cable(subject="FOG"), "poster", session=session, stamp=b"x")
    poster = cableconv.export(
        Cable(subject="Fog"), "poster", session=session, stamp=b"STAMP", copies=2, loud=True
    )
    assert poster == b"FOGFOGSTAMP"


def test_the_self_test_of_the_guide_passes() -> None:
    plugin = example("self_test.md")
    isolated_session(plugin)
    plugin.cableconv_self_test()
    assert Session(third_party=False).warnings == []
