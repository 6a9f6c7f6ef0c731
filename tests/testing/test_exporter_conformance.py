"""Faults of an exporter are reported to its author, with the remedy."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgspec
import pytest

from cableconv.cable import Cable
from cableconv.plugins import Exporter, Joins, Omission, Option, hookimpl
from cableconv.testing import assert_exporter_conforms, sample_trees

Encode = Callable[..., Any]


def told(encode: Encode, **fields: Any) -> str:
    """Return the message for a format with this ``encode``."""
    given = {"name": "odd", "ending": ".odd", "help": "Odd.", **fields}
    with pytest.raises(AssertionError) as caught:
        assert_exporter_conforms(Exporter(encode=encode, **given))
    return str(caught.value)


def subject(cable: Cable) -> str:
    return cable.subject or ""


def quoted(cable: Cable) -> str:
    return json.dumps(subject(cable))


def of_a_set(cable: Cable) -> str:
    return " ".join({f"word{number}" for number in range(50)})


def of_the_clock(cable: Cable) -> str:
    return str(int(time.time()))


def printing(cable: Cable) -> str:
    print("ready")
    return ""


def changing(cable: Cable) -> str:
    msgspec.structs.force_setattr(cable, "subject", f"{cable.subject} again")
    return ""


def with_an_option(cable: Cable, shout: bool) -> str:
    return subject(cable) if not shout else subject(cable).loud  # type: ignore[attr-defined]


ALL_BUT_THE_BODY = (
    Omission("sbject"),
    Omission("*.span"),
    *(Omission(name) for name in Cable.__struct_fields__ if name not in ("subject", "body")),
)


def test_a_plain_format_conforms() -> None:
    assert_exporter_conforms(Exporter(name="odd", encode=subject, ending=".odd", help="Odd."))


@pytest.mark.parametrize(
    ("encode", "says"),
    [
        (lambda cable: cable.subject.lower(), "on 'nothing at all': raised AttributeError"),
        (lambda cable: None, "on 'nothing at all': returns NoneType, not bytes or str"),
        (lambda cable: "\ud800", "cannot be written as UTF-8"),
        (
            lambda cable, turns=[]: turns.append(1) or str(turns),
            "a second call returns something else",
        ),
        (
            of_the_clock,
            "gives other bytes later, in another process: it must not depend on the clock",
        ),
        (of_a_set, "gives other bytes later, in another process: it must not depend on the clock"),
        (printing, "printed 'ready\\n'; only the host may write output"),
        (changing, "the tree was changed; make a copy with cable.replace()"),
    ],
)
def test_each_fault_is_reported(encode: Encode, says: str) -> None:
    assert says in told(encode)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": "Odd"}, "'Odd' is not a valid name: use lower-case letters"),
        ({"name": "json"}, "format 'json' is built in, this one is ignored"),
        ({"help": " "}, "has no help: describe its purpose"),
        ({"media_type": "application/xml"}, "is not well-formed application/xml"),
        ({"media_type": "application/ld+json"}, "is not well-formed application/ld+json"),
        ({"binary": True}, "returns str, although binary=True declares bytes"),
        (
            {"losses": lambda cable: ["fog"]},
            "losses of 'nothing at all': returns str, not Diagnostic",
        ),
        ({"joins": Joins(prefix="[")}, "joined, several cables: raised PluginError"),
        ({"omits": (Omission("subject"),)}, "Omission('subject'): subject affects the document"),
        (
            {"omits": (Omission("sbject"),)},
            "Omission('sbject'): no field of the tree has this name",
        ),
        ({"omits": ()}, "does not declare as Omission: '*.span', 'approved_by', "),
        ({"omits": ALL_BUT_THE_BODY}, "does not declare as Omission: 'body'\n"),
    ],
)
def test_each_wrong_declaration_is_reported(fields: dict[str, Any], says: str) -> None:
    assert says in told(subject, **fields)


def test_documents_can_be_joined() -> None:
    said = told(quoted, joins=Joins(separator=" "), media_type="application/json")
    assert "joined, several cables: is not well-formed application/json" in said
    assert "on 'nothing at all': is not well-formed" not in said


def test_every_option_is_tried() -> None:
    shout = Option(name="shout", type=bool, default=False, help="louder")
    said = told(with_an_option, options=(shout,))
    assert "with option shout=True: raised AttributeError" in said
    assert "on 'nothing at all': raised" not in said


def test_a_default_must_fit_its_option() -> None:
    size = Option(name="size", choices=("s", "l"), default="m")
    said = told(lambda cable, size: size, options=(size,))
    assert "the default of option 'size': raised InvalidOptionError" in said
    assert "option 'size' has no help" in said


def test_the_same_fault_is_reported_once_with_line_and_number_of_samples() -> None:
    said = told(lambda cable: cable.nothing)
    assert said.startswith("format 'odd' breaks the contract:\n  - on 'nothing at all': raised ")
    assert "'nothing' (test_exporter_conformance.py:" in said
    assert said.endswith(f"(and {len(sample_trees()) - 1} more times)")


def test_the_number_of_reported_faults_is_limited() -> None:
    turns = iter(range(100))
    said = told(lambda cable: getattr(cable, f"nothing{next(turns)}"))
    assert said.count("\n  - ") == 12
    assert said.endswith(f"\n  ... and {len(sample_trees()) - 12} more")


def test_all_formats_of_a_plugin_are_checked() -> None:
    good = Exporter(name="good", encode=subject, ending=".x", help="Good.")
    bad = Exporter(name="bad", encode=changing, ending=".y", help="Bad.")
    plugin = ModuleType("plugin")
    plugin.cableconv_exporters = hookimpl(lambda: [good, bad])  # type: ignore[attr-defined]
    with pytest.raises(AssertionError, match="format 'bad' breaks the contract"):
        assert_exporter_conforms(plugin)
    with pytest.raises(AssertionError, match=r"offers no format: define cableconv_exporters\(\)"):
        assert_exporter_conforms(ModuleType("empty"))


def words(cable: Cable) -> str:
    return f"{cable.subject}\n\n{cable.text}"


def test_a_format_may_declare_what_it_keeps() -> None:
    held = ("subject", "body.text", "body.opening")
    assert_exporter_conforms(
        Exporter(name="words", help="Words.", encode=words, ending=".words", holds=held)
    )


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (("subject", "body.text"), "body.opening affects the document"),
        (("subject", "body.text", "body.opening", "tags"), "does not declare as Omission: 'tags'"),
        (("sbject",), "holds 'sbject', but the tree has no such field"),
    ],
)
def test_a_wrong_declaration_of_kept_fields_is_reported(held: tuple[str, ...], says: str) -> None:
    assert says in told(words, holds=held)


def test_declaring_both_is_refused() -> None:
    assert "declare only one" in told(words, holds=(), omits=())


def test_fields_that_are_not_kept_are_reported_by_the_outermost_name() -> None:
    exporter = Exporter(name="w", help=".", encode=words, ending=".w", holds=("subject", "to.name"))
    paths = [omission.path for omission in exporter.omissions or ()]
    assert "body" in paths
    assert "to.route" in paths
    assert not {"subject", "to", "to.name", "body.text"} & set(paths)
