"""A format omits exactly what it declares to omit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cableconv
from cableconv.cable import Cable, Furniture, Paragraph, Span
from cableconv.plugins import Exporter, Omission, Option
from cableconv.plugins.losses import losses
from cableconv.session import Session
from cableconv.testing.full_trees import full_tree
from cableconv.testing.omissions import covered, heard, lost

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "cables").glob("*.txt"))
BUILT_IN = Session(third_party=False)
FULL = Cable.from_dict(full_tree(0))


def declared(form: str, **options: Any) -> set[str]:
    """Return the paths that the format declares to omit from a cable with all fields."""
    found = cableconv.report_losses(FULL, form, session=BUILT_IN, **options)
    return {loss.path or "" for loss in found if loss.code == "format-omits"}


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Yield the paths, by field names alone, at which two trees of builtin types differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in one:
            yield from differences(one[name], other[name], f"{path}.{name}" if path else name)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for each, its in zip(one, other, strict=True):
            yield from differences(each, its, path)
    elif one != other:
        yield path


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("json", {}),
        ("xml", {}),
        ("docx", {}),
        ("docx", {"tree": False}),
        ("docx", {"tree": False, "furniture": True}),
    ],
)
def test_exactly_the_declared_fields_do_not_affect_a_document(
    form: str, options: dict[str, Any]
) -> None:
    says = declared(form, **options)
    shown = heard(lambda cable: cableconv.export(cable, form, session=BUILT_IN, **options))
    silent = lost(shown)
    assert {path for path in silent if not covered(path, says)} == set()
    assert {path for path in says if not any(covered(each, {path}) for each in silent)} == set()


@pytest.mark.parametrize("form", ["json", "xml", "docx"])
def test_a_complete_format_declares_no_omission(form: str) -> None:
    assert declared(form) == set()


def test_a_text_that_is_read_again_lacks_exactly_the_declared_fields() -> None:
    says = declared("text")
    differ: set[str] = set()
    for path in EXAMPLES:
        cable = cableconv.parse(path, session=BUILT_IN)
        again = cableconv.parse(cableconv.export(cable, "text", session=BUILT_IN))
        differ |= set(differences(cable.to_dict(), again.to_dict()))
    assert {path for path in differ if not covered(path, says)} == set()
    assert {path for path in says if not any(covered(each, {path}) for each in differ)} == set()


def test_only_existing_values_are_losses() -> None:
    page_mark = Furniture(kind="page-mark", text="PAGE 02", span=Span(5, 12))
    cable = Cable(furniture=(page_mark, page_mark), body=(Paragraph(text="Fog.", span=Span(0, 4)),))
    found = cableconv.report_losses(cable, "text")
    assert [(loss.path, loss.message) for loss in found] == [
        ("furniture", "text leaves out furniture (2)"),
        ("*.span", "text leaves out every node's span (3)"),
    ]
    assert cableconv.report_losses(Cable(subject="FOG"), "text") == ()


def test_an_option_that_avoids_a_loss_is_respected_and_named() -> None:
    cable = Cable(furniture=(Furniture(kind="page-mark", text="PAGE 02"),))
    (loss,) = cableconv.report_losses(cable, "docx", tree=False)
    assert (loss.path, loss.hint) == ("furniture", "-O tree=yes or -O furniture=yes keeps it")
    assert cableconv.report_losses(cable, "docx", tree=False, furniture=True) == ()
    assert cableconv.report_losses(cable, "docx") == ()


def test_changed_characters_are_losses_too() -> None:
    (loss,) = cableconv.report_losses(Cable(subject="FOG\x07"), "xml")
    assert (loss.code, loss.severity, loss.path) == (
        "xml-forbidden-character",
        "warning",
        "subject",
    )


def test_a_format_without_declared_losses_is_reported() -> None:
    exporter = Exporter(name="odd", encode=str, ending=".odd", help="Odd.")
    (loss,) = losses(exporter, FULL, {})
    assert (loss.code, loss.severity) == ("losses-undeclared", "info")


def test_losses_of_nested_blocks_are_counted() -> None:
    switch = Option(name="roles", type=bool, default=False)
    exporter = Exporter(
        name="odd",
        encode=str,
        ending=".odd",
        help="Odd.",
        options=(switch,),
        omits=(Omission("body.role", kept_by=("roles",)),),
    )
    deep = Paragraph(blocks=(Paragraph(role="comment"),), role="summary")
    (loss,) = losses(exporter, Cable(body=(deep,)), {"roles": False})
    assert loss.message == "odd leaves out body.role (2)"
    assert list(losses(exporter, Cable(body=(deep,)), {"roles": True})) == []
