"""A new kind of plugin needs only a row, a hook and a descriptor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from cableconv import Cable, PluginError, Session, UnknownFormatError
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Descriptor
from cableconv.plugins.discovery import Origin
from cableconv.plugins.hookspecs import hookspec
from cableconv.plugins.kinds import KINDS, PluginKind

ACME = Origin("acme", "2.3")


class Glossary(Descriptor, frozen=True, kw_only=True):
    """Explains words of a cable."""

    define: Callable[[str], str]
    words: Callable[[Cable], Iterable[str]]


@hookspec
def cableconv_glossaries() -> Iterable[Glossary]:
    """Return the glossaries of this plugin."""
    return ()


def glossary_problems(glossary: Glossary) -> Iterator[str]:
    """Yield the problems that only glossaries can have."""
    if "glossary" in glossary.help:
        yield "say what it explains"


GLOSSARIES = PluginKind(
    "glossary", cableconv_glossaries, Glossary, ("define", "words"), problems=glossary_problems
)


def glossary(**fields: Any) -> Glossary:
    """Return a valid glossary, except for these fields."""
    sound = {"name": "birds", "help": "Birds.", "define": str.lower, "words": lambda cable: ()}
    return Glossary(**{**sound, **fields})


def session_with(*descriptors: object) -> Session:
    """Return a session that knows the kind, and a plugin with these descriptors."""

    class Plugin:
        @hookimpl
        def cableconv_glossaries(self) -> Iterable[object]:
            return descriptors

    session = Session(third_party=False, disabled=(), strict=False, kinds=(*KINDS, GLOSSARIES))
    session.plugins.register(Plugin(), ACME)
    return session


def test_a_new_kind_needs_a_row_a_hook_and_a_descriptor() -> None:
    birds = glossary(aliases=("ornithology",), words=lambda cable: cable.subject.split())
    plugins = session_with(birds).plugins
    assert plugins.all(GLOSSARIES) == (birds,)
    found = plugins.find("Ornithology", GLOSSARIES)
    assert plugins.describe(found) == "glossary 'birds' (acme 2.3)"
    assert plugins.invoke(found, found.define, "GEESE", expected=str) == "geese"
    words = plugins.invoke_each(found, found.words, Cable(subject="FOG HORN"), expected=str)
    assert list(words) == ["FOG", "HORN"]
    assert plugins.warnings == []


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ("birds", "returned str instead of Glossary"),
        (glossary(name="Bird Words"), "'Bird Words' is not a valid name"),
        (glossary(define="geese"), "glossary 'birds': define is not callable"),
        (glossary(help="A glossary."), "glossary 'birds': say what it explains"),
        (glossary(api=99), "upgrade cableconv"),
    ],
)
def test_a_descriptor_of_a_new_kind_is_validated(wrong: object, problem: str) -> None:
    plugins = session_with(wrong, glossary(name="fish")).plugins
    assert [each.name for each in plugins.all(GLOSSARIES)] == ["fish"]
    (line,) = plugins.warnings
    assert line.startswith("plugin acme 2.3: cableconv_glossaries: ")
    assert problem in line


def test_an_unknown_name_of_a_new_kind_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownFormatError, match="unknown glossary 'bird'; did you mean birds"):
        session_with(glossary()).plugins.find("bird", GLOSSARIES)


def test_two_glossaries_of_one_name_are_both_named() -> None:
    session = session_with(glossary())
    plugin = type("Plugin", (), {"cableconv_glossaries": hookimpl(lambda self: [glossary()])})
    session.plugins.register(plugin(), Origin("zeta", "1.0"))
    with pytest.raises(PluginError, match=r"'birds' is claimed by acme 2\.3 and zeta 1\.0"):
        session.plugins.find("birds", GLOSSARIES)


@pytest.mark.parametrize(
    ("define", "says"),
    [
        (lambda word: 1 // 0, "ZeroDivisionError"),
        (lambda word: None, "it returned NoneType, not str"),
    ],
)
def test_a_glossary_that_fails_is_named(define: Callable[[str], str], says: str) -> None:
    plugins = session_with(glossary(define=define)).plugins
    (birds,) = plugins.all(GLOSSARIES)
    with pytest.raises(PluginError, match=rf"glossary 'birds' \(acme 2\.3\) failed: .*{says}"):
        plugins.invoke(birds, birds.define, "GEESE", expected=str)


def test_a_session_without_the_kind_warns_of_its_hook() -> None:
    class Plugin:
        @hookimpl
        def cableconv_glossaries(self) -> Iterable[object]:
            return ()

    session = Session(third_party=False, disabled=(), strict=False)
    session.plugins.register(Plugin(), ACME)
    (line,) = session.warnings
    assert line.startswith("plugin acme 2.3: unknown hook cableconv_glossaries")
