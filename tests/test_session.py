"""Tests of sessions: plugins are discovered once, and the library's functions are methods."""

from __future__ import annotations

import importlib.metadata
import inspect
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import cableconv
from cableconv import Cable, PluginError, Session, library
from cableconv.input.content import Content
from cableconv.plugins import Exporter, Option, Reader, Sniff, Transform
from cableconv.plugins.kinds import EXPORTERS
from cableconv.session import default_session
from cableconv.testing import isolated_session

VERBS = ("parse", "read", "export", "report_losses", "convert", "transform", "collect")
FRAGMENT = "The geese are back.\n"


@pytest.fixture
def fresh() -> Iterator[None]:
    """Clear the default session before and after the test."""
    default_session.cache_clear()
    yield
    default_session.cache_clear()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list with one entry for each look-up of installed distributions."""
    seen: list[str] = []

    def nothing_installed(**select: Any) -> list[object]:
        seen.append("look")
        return []

    monkeypatch.setattr("importlib.metadata.entry_points", nothing_installed)
    return seen


def echo(**options: Option) -> Exporter:
    """Return a format that prints its options."""
    return Exporter(
        name="echo",
        encode=lambda cable, /, **values: repr(sorted(values.items())),
        ending=".echo",
        help="Echo.",
        options=tuple(options.values()),
    )


@pytest.mark.usefixtures("fresh")
def test_the_library_looks_up_installed_plugins_once(looks: list[str]) -> None:
    for _ in range(3):
        cableconv.parse(FRAGMENT)
        cableconv.convert(FRAGMENT, to="json")
        with pytest.raises(cableconv.UnknownFormatError):
            cableconv.export(Cable(), to="geese")
    assert looks == ["look"]


@pytest.mark.usefixtures("fresh")
def test_built_in_plugins_are_used_without_a_look_up(looks: list[str]) -> None:
    cableconv.export(Cable(), to="json")
    cableconv.parse("UNCLAS OSLO 000017\n\nSUBJECT: FOG\n")
    assert looks == []


def test_each_session_looks_up_plugins_itself(looks: list[str]) -> None:
    for session in (Session(), Session()):
        session.parse(FRAGMENT)
        session.parse(FRAGMENT)
    assert looks == ["look", "look"]


def test_a_content_is_sniffed_again_only_if_an_installed_plugin_has_a_reader() -> None:
    asked: list[str] = []

    def sniff(content: Content) -> Sniff:
        asked.append("asked")
        return Sniff.NO

    def read(content: Content) -> Iterator[Cable]:
        yield Cable()

    reader = Reader(name="odd", sniff=sniff, read=read, help="Odd.")
    session = isolated_session(reader)
    session.parse("UNCLAS OSLO 000017\n\nSUBJECT: FOG\n")
    assert asked == []
    session.parse(FRAGMENT)
    assert asked == ["asked"]


@pytest.mark.usefixtures("fresh")
def test_the_environment_is_read_when_a_session_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = type("Nothing", (), {"__name__": "nothing"})()
    assert default_session() is default_session()
    monkeypatch.setenv("CABLECONV_STRICT_PLUGINS", "1")
    default_session().plugins.register(nothing, cableconv_origin())
    with pytest.raises(PluginError, match="implements no hook"):
        Session().plugins.register(object(), cableconv_origin())


def cableconv_origin() -> Any:
    """Return the origin of a plugin that is not installed."""
    from cableconv.plugins.discovery import Origin

    return Origin("acme", "1.0")


@pytest.mark.parametrize("verb", VERBS)
def test_a_method_takes_what_the_function_takes(verb: str) -> None:
    function = dict(inspect.signature(getattr(library, verb)).parameters)
    method = dict(inspect.signature(getattr(Session, verb)).parameters)
    del function["session"], method["self"]
    assert list(method.items()) == list(function.items())


def test_the_methods_do_what_the_functions_do(tmp_path: Path) -> None:
    session = Session(third_party=False)
    cable = session.parse(FRAGMENT)
    assert cable == cableconv.parse(FRAGMENT, session=session)
    assert session.export(cable, to="json") == cableconv.export(cable, to="json")
    assert session.convert(FRAGMENT, to="json") == session.export(cable, to="json")
    assert session.report_losses(cable, to="text") == cableconv.report_losses(cable, to="text")
    assert session.transform(cable, "title-case") == cableconv.transform(cable, "title-case")
    target = tmp_path / "all.jsonl"
    assert session.collect([cable, cable], target, to="jsonl") == 2
    assert len(list(session.read(target))) == 2


def test_an_option_may_be_named_as_a_parameter() -> None:
    names = ("to", "session", "options", "cable", "name")
    exporter = echo(**{name: Option(name=name) for name in names})
    session = isolated_session(exporter)
    given = {name: name.upper() for name in names}
    expected = repr(sorted(given.items()))
    assert cableconv.export(Cable(), to="echo", options=given, session=session) == expected
    assert session.convert(FRAGMENT, to="echo", options=given) == expected


def test_a_keyword_overrides_the_options() -> None:
    session = isolated_session(echo(size=Option(name="size", type=int)))
    exported = session.export(Cable(), to="echo", options={"size": 1}, size=2)
    assert exported == "[('size', 2)]"


def test_a_plugin_that_is_left_out_is_one_warning_per_session() -> None:
    session = isolated_session(echo(), echo(), strict=False)
    with pytest.warns(RuntimeWarning, match="'echo' is claimed by") as first:
        session.parse(FRAGMENT)
    assert [each.filename for each in first] == [__file__]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        session.parse(FRAGMENT)
    assert len(session.warnings) == 1


@pytest.mark.parametrize(
    "call",
    [
        lambda session: session.export(Cable(), to="echo", size=200),
        lambda session: cableconv.export(Cable(), to="echo", size=200, session=session),
        lambda session: cableconv.convert(FRAGMENT, to="echo", size=200, session=session),
    ],
)
def test_a_doubtful_option_is_a_warning_in_each_call(
    call: Callable[[Session], object],
) -> None:
    size = Option(name="size", type=int, inspect=lambda value: [f"{value} is large"])
    session = isolated_session(echo(size=size))
    for _ in range(2):
        with pytest.warns(RuntimeWarning, match="echo: 200 is large") as heard:
            call(session)
        assert [each.filename for each in heard] == [__file__]


def test_concurrent_threads_all_find_an_installed_format(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    class Plugin:
        cableconv_exporters = cableconv.plugins.hookimpl(lambda self: [echo()])

    class Slow(importlib.metadata.EntryPoint):
        def load(self) -> Any:
            begun.set()
            go_on.wait(5)
            return Plugin()

    entry = Slow(name="echo", value="echo", group="cableconv")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
    session, found = Session(), []

    def find() -> None:
        found.append(session.plugins.find("echo", EXPORTERS).name)

    threads = [threading.Thread(target=find) for _ in range(2)]
    threads[0].start()
    assert begun.wait(5)
    threads[1].start()
    threads[1].join(0.05)
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert found == ["echo", "echo"]


def test_a_plugin_that_is_an_error_is_an_error_in_each_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = importlib.metadata.EntryPoint("odd", "nowhere_to_be_found", "cableconv")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
    session = Session(strict=True)
    for _ in range(2):
        with pytest.raises(PluginError, match="not loaded: ModuleNotFoundError"):
            session.parse(FRAGMENT)


def test_importing_the_package_does_not_create_a_session() -> None:
    code = "import cableconv.session as s; print(s.default_session.cache_info().currsize)"
    said = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert said == "0\n"


def test_a_transform_takes_options_as_a_mapping() -> None:
    def apply(cable: Cable, /, name: str) -> Cable:
        return cable.replace(subject=name)

    renamed = Transform(name="rename", apply=apply, help="X.", options=(Option(name="name"),))
    session = isolated_session(renamed)
    assert session.transform(Cable(), "rename", options={"name": "FOG"}).subject == "FOG"
