"""Faults of a reader, transform, check or command are reported to its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click
import msgspec
import pytest

from cableconv.cable import Cable, Diagnostic, Furniture
from cableconv.input.content import Content
from cableconv.plugins import Check, Command, Reader, Sniff, Transform
from cableconv.telegram import Anchor, Telegram
from cableconv.testing import (
    assert_check_conforms,
    assert_command_conforms,
    assert_reader_conforms,
    assert_transform_conforms,
    assert_transform_removes,
    isolated_session,
)

pytest_plugins = ("cableconv.testing.fixtures",)

NOTE = Diagnostic(code="odd", severity="info", message="odd")


def told(check: Callable[[], None]) -> str:
    with pytest.raises(AssertionError) as caught:
        check()
    return str(caught.value)


def telegram(content: Content, **fields: Any) -> Iterator[Telegram]:
    about: dict[str, Any] = {"text": content.text, "source": content.source("odd")}
    yield Telegram(**about | fields)


def sniff(content: Content) -> Sniff:
    return Sniff.SURE if content.head.startswith("@") else Sniff.NO


def reader(read: Callable[..., Any] = telegram, sniff: Callable[..., Any] = sniff) -> Reader:
    return Reader(name="odd", sniff=sniff, read=read, help="Odd.")


def test_a_plain_reader_conforms() -> None:
    assert_reader_conforms(reader(), "@ SUBJECT: FOG")


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (lambda content: iter(()), "content 1: read returns nothing"),
        (lambda content: iter(["fog"]), "returns str, not Telegram, Cable or Content"),
        (lambda content: 1 // 0, "raised ZeroDivisionError"),
        (lambda content: telegram(content, source=Cable().source), "source names no reader"),
        (lambda content: telegram(content, anchors=()), "anchors must begin with offset 0"),
        (
            lambda content: telegram(content, anchors=(Anchor(0, 99),)),
            "beyond the end of file_text",
        ),
    ],
)
def test_each_fault_of_a_reader_is_reported(read: Callable[..., Any], says: str) -> None:
    assert says in told(lambda: assert_reader_conforms(reader(read), "@ SUBJECT: FOG"))


@pytest.mark.parametrize(
    ("sniff", "says"),
    [
        (lambda content: Sniff.NO, "content 1: sniff returns NO"),
        (lambda content: Sniff.SURE, "sniffing nothing: sniff returns SURE for a foreign content"),
        (lambda content: "sure", "raised ValueError"),
    ],
)
def test_wrong_sniffing_is_reported(sniff: Callable[..., Any], says: str) -> None:
    assert says in told(lambda: assert_reader_conforms(reader(sniff=sniff), "@ FOG"))


def test_a_transform_that_reports_its_changes_conforms() -> None:
    def apply(cable: Cable) -> Cable:
        return cable.replace(tags=(), diagnostics=(*cable.diagnostics, NOTE))

    assert_transform_conforms(Transform(name="odd", apply=apply, help="Odd."))


@pytest.mark.parametrize(
    ("apply", "says"),
    [
        (
            lambda cable: cable.replace(tags=("FOG",)),
            "changes the cable without reporting it; add a Diagnostic",
        ),
        (lambda cable: cable.to_dict(), "returns dict, not Cable"),
        (lambda cable: msgspec.structs.replace(cable, tags=7), "not a tree: at tags: "),
        (lambda cable: cable.replace(tags=7), "Cable.tags must be tuple[str, ...], not 7"),
        (lambda cable: cable.replace(subject=cable.subject.title()), "raised AttributeError"),
    ],
)
def test_each_fault_of_a_transform_is_reported(apply: Callable[..., Any], says: str) -> None:
    transform = Transform(name="odd", apply=apply, help="Odd.")
    assert says in told(lambda: assert_transform_conforms(transform))


def removing(apply: Callable[[Cable], Cable]) -> Transform:
    return Transform(name="odd", apply=apply, help="Odd.")


def test_a_transform_that_removes_words_from_every_text_conforms() -> None:
    def apply(cable: Cable) -> Cable:
        return cable.map_texts(lambda text: text.replace("555 0100", "XXX"))

    assert_transform_removes(removing(apply), "odd", "555 0100")


def test_a_field_that_a_transform_forgets_is_reported() -> None:
    def apply(cable: Cable) -> Cable:
        return cable.map_texts(lambda text: text.replace("555 0100", "XXX")).replace(
            passing=cable.passing
        )

    says = told(lambda: assert_transform_removes(removing(apply), "odd", "555 0100"))
    assert "the words inserted in passing[0] are still in passing[0]" in says
    assert "the words are still in docx" in says


def test_a_summary_that_contradicts_the_body_is_reported() -> None:
    def apply(cable: Cable) -> Cable:
        return cable.replace(body=(), summary=cable.summary, diagnostics=(NOTE,))

    assert "summary does not agree with the body" in told(
        lambda: assert_transform_conforms(removing(apply))
    )


def test_a_check_returns_diagnostics() -> None:
    assert_check_conforms(Check(name="odd", check=lambda cable: [NOTE], help="Odd."))
    furniture: Any = Furniture(kind="odd", text="")
    wrong = Check(name="odd", check=lambda cable: [furniture], help="Odd.")
    assert "returns Furniture, not Diagnostic" in told(lambda: assert_check_conforms(wrong))
    grave = NOTE.__class__(code="odd", severity="grave", message="odd")  # type: ignore[arg-type]
    wrong = Check(name="odd", check=lambda cable: [grave], help="Odd.")
    assert "a diagnostic is invalid at diagnostics[0].severity" in told(
        lambda: assert_check_conforms(wrong)
    )


def test_a_command_has_help() -> None:
    assert_command_conforms(Command(name="odd", load=lambda: click.Command("odd"), help="Odd."))
    no_command: Any = print
    wrong = Command(name="odd", load=lambda: no_command, help="Odd.")
    assert "load() returns builtin_function_or_method" in told(
        lambda: assert_command_conforms(wrong)
    )


def test_the_kit_has_fixtures(cable: Cable, session_with: Callable[..., Any]) -> None:
    assert cable.id == "08OSLO17"
    assert session_with is isolated_session


def test_every_sample_is_a_fixture(any_cable: Cable) -> None:
    assert isinstance(any_cable, Cable)
