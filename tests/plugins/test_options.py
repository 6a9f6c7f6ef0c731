"""Options: a given value is converted to the declared type or explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from cableconv.cable import Cable
from cableconv.errors import InvalidOptionError, PluginError
from cableconv.library import export
from cableconv.plugins import Exporter, Option, PluginHost
from cableconv.plugins.options import options_for

EXPORTER = Exporter(
    name="odd",
    encode=lambda cable, **options: "",
    ending=".odd",
    help="Odd.",
    options=(
        Option(name="indent", type=int, default=2),
        Option(name="page_size", choices=("a4", "letter"), default="a4"),
        Option(name="toc", type=bool, default=False),
        Option(name="template", type=bytes),
        Option(name="level", type=int, choices=("1", "2")),
    ),
)


def test_every_declared_option_has_a_value() -> None:
    assert options_for(EXPORTER, {}) == {
        "indent": 2,
        "page_size": "a4",
        "toc": False,
        "template": None,
        "level": None,
    }


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("indent", "4", 4),
        ("indent", 4, 4),
        ("indent", None, 2),
        ("page_size", "letter", "letter"),
        ("page-size", "letter", "letter"),
        ("toc", "yes", True),
        ("toc", "TRUE", True),
        ("toc", "1", True),
        ("toc", "no", False),
        ("toc", "false", False),
        ("toc", "0", False),
        ("toc", True, True),
        ("template", b"PK", b"PK"),
        ("level", "2", 2),
    ],
)
def test_a_value_becomes_one_of_its_type(name: str, given: Any, value: Any) -> None:
    assert options_for(EXPORTER, {name: given})[name.replace("-", "_")] == value


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("indent", "two", "option 'indent' of odd takes a whole number, not 'two'"),
        ("indent", True, "takes a whole number, not True"),
        ("page_size", "a3", "takes one of a4, letter, not 'a3'"),
        ("page_size", 4, "takes a text, not 4"),
        ("toc", "maybe", "takes yes or no, not 'maybe'"),
        ("template", "file.docx", "takes a file, not 'file.docx'"),
        ("level", "3", "takes one of 1, 2, not '3'"),
        ("indnt", "2", "has no option 'indnt'. Did you mean 'indent'? It has: indent, page_size"),
    ],
)
def test_a_value_of_another_type_is_explained(name: str, given: Any, says: str) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        options_for(EXPORTER, {name: given})
    assert says in str(caught.value)


def nothing(cable: Cable, **options: int) -> str:
    return ""


def test_an_option_of_a_format_without_options_is_refused() -> None:
    bare = Exporter(name="bare", encode=nothing, ending=".b", help="Bare.")
    with pytest.raises(InvalidOptionError, match="bare has no options"):
        options_for(bare, {"indent": "2"})


def weighed(weight: int) -> Iterator[str]:
    if weight < 0:
        raise InvalidOptionError(f"option 'weight' of scales takes a weight, not {weight}.")
    if weight > 100:
        yield f"{weight} is heavy"
    yield from () if weight else (str(1 // weight),)


SCALES = Exporter(
    name="scales",
    encode=nothing,
    ending=".s",
    help="Scales.",
    options=(Option(name="weight", type=int, inspect=weighed),),
)


def test_a_doubtful_value_is_one_warning() -> None:
    host = PluginHost(third_party=False)
    for weight in (None, "1", "200", 200):
        host.options_for(SCALES, {"weight": weight})
    assert host.warnings == ["scales: 200 is heavy"]


def test_a_value_that_cannot_be_used_is_refused_before_anything_is_written() -> None:
    with pytest.raises(InvalidOptionError, match="takes a weight, not -1"):
        PluginHost(third_party=False).options_for(SCALES, {"weight": "-1"})


def test_an_exception_while_inspecting_a_value_names_the_plugin() -> None:
    with pytest.raises(PluginError, match=r"option 'weight' of 'scales' \(.*ZeroDivision"):
        PluginHost(third_party=False).options_for(SCALES, {"weight": 0})


def test_the_library_reports_a_doubtful_value_as_a_python_warning(tmp_path: Path) -> None:
    template = tmp_path / "letter.docx"
    docx.Document().save(str(template))
    with pytest.warns(RuntimeWarning) as heard:
        export(Cable(), "docx", reference_doc=template)
    assert "docx: reference_doc lacks the styles Banner" in str(heard[0].message)
