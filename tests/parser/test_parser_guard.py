"""The guard: a text that is too long, or makes the parser fail, still gives a tree."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import promises
import pytest

import cableconv
from cableconv.cable import Cable, Preformatted
from cableconv.errors import InvalidOptionError
from cableconv.limits import Limits
from cableconv.parser import pipeline
from cableconv.parser.account.account import Account
from cableconv.session import Session
from cableconv.telegram import Telegram

TEXT = """
 R 131205Z MAY 08
FM AMEMBASSY OSLO

C O N F I D E N T I A L OSLO 000123

SUBJECT: CLOCKS

1. (C) The clock in the harbor ticks.

"""
STAGES = ["split_lines", "clean_up", "find_zones", "read_preface", "read_body", "keep_duplicates",
          "check_against_container", "settle"]  # fmt: skip
ERRORS = [RecursionError("harbor"), KeyError("harbor"), ValueError("harbor"), MemoryError()]


def break_stage(monkeypatch: pytest.MonkeyPatch, stage: str, error: Exception, sign: str) -> None:
    """Make a stage of the parser fail on texts that contain ``sign``."""

    def fail(*_: object, **__: object) -> None:
        raise error

    class Watching(Account):
        def __init__(self, telegram: Telegram, deepest: int) -> None:
            if sign in telegram.text:
                monkeypatch.setattr(pipeline, stage, fail)
            super().__init__(telegram, deepest)

    monkeypatch.setattr(pipeline, "Account", Watching)


def is_whole(cable: Cable, text: str) -> None:
    """Check that the text is one block of the tree, and that every character is accounted for."""
    (block,) = cable.body
    assert isinstance(block, Preformatted)
    assert block.text == text.strip()
    promises.check_all(text, cable.to_dict())


def test_an_interruption_is_not_a_failure_of_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.11 makes a RuntimeError of one that comes while a class is built."""
    error = RuntimeError("Error calling __set_name__")
    error.__cause__ = KeyboardInterrupt()
    break_stage(monkeypatch, "read_body", error, "harbor")
    with pytest.raises(KeyboardInterrupt):
        cableconv.parse(TEXT)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_stage_that_fails_leaves_the_text_as_one_block(
    stage: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_stage(monkeypatch, stage, error, "harbor")
    cable = cableconv.parse(TEXT)
    is_whole(cable, TEXT)
    (found,) = cable.diagnostics
    assert (found.code, found.severity) == ("parser-failed", "error")
    assert type(error).__name__ in found.message
    assert "harbor" not in found.message
    assert "report" in (found.hint or "")


def test_a_failing_cable_does_not_stop_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, word in (("a.txt", "harbor"), ("b.txt", "tower"), ("c.txt", "square")):
        (tmp_path / name).write_text(TEXT.replace("harbor", word), encoding="utf-8")
    parse = pipeline.parse_telegram

    def fail_on_the_tower(telegram: Telegram, nesting: int) -> Cable:
        return parse(telegram, nesting) if "tower" not in telegram.text else 1 / 0  # type: ignore[return-value]

    monkeypatch.setattr(pipeline, "parse_telegram", fail_on_the_tower)
    failed = {
        cable.source.name: any(found.code == "parser-failed" for found in cable.diagnostics)
        for cable in cableconv.read(tmp_path)
    }
    assert failed == {"a.txt": False, "b.txt": True, "c.txt": False}


@pytest.mark.parametrize("form", ["json", "xml", "text", "docx"])
def test_the_guards_tree_can_be_written(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    break_stage(monkeypatch, "read_body", RuntimeError(), "harbor")
    cable = cableconv.parse(TEXT)
    assert cableconv.export(cable, to=form)


def test_a_text_beyond_the_limit_is_one_block() -> None:
    cable = Session(limits=Limits(cable_size=len(TEXT) - 1)).parse(TEXT)
    is_whole(cable, TEXT)
    (found,) = cable.diagnostics
    assert found.code == "too-long"
    assert f"{len(TEXT)}" in found.message


def test_a_text_at_the_limit_is_read() -> None:
    session = Session(limits=Limits(cable_size=len(TEXT)))
    assert session.parse(TEXT).id == "08OSLO123"


def test_character_references_are_read_inside_the_guard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(telegram: Telegram) -> None:
        raise RuntimeError

    monkeypatch.setattr(pipeline, "as_meant", fail)
    text = TEXT.replace("\n\n", "\n\nCLOCK &amp; KEY\n\n", 1)
    cable = cableconv.parse(text)
    is_whole(cable, text)
    assert [found.code for found in cable.diagnostics] == ["parser-failed"]


@pytest.mark.parametrize("wrong", [{"cable_size": 0}, {"nesting": 0}, {"nesting": 41}])
def test_limits_out_of_range_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidOptionError, match=next(iter(wrong))):
        Limits(**wrong)


def test_a_keyboard_interrupt_is_not_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_preface", interrupt)
    with pytest.raises(KeyboardInterrupt):
        cableconv.parse(TEXT)


IN_A_SMALL_STACK = """
import sys, threading
from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

text = sys.stdin.read()
threading.stack_size(256 * 1024)
thread = threading.Thread(target=lambda: print(len(parse_telegram(Telegram(text=text)).body)))
thread.start()
thread.join()
"""


@pytest.mark.parametrize(
    "unit", ["1. (C) It ticks.\n\n", "2. (C) It ticks.\n\n1. (C) It rings.\n\n"]
)
def test_many_paragraphs_do_not_overflow_the_stack(unit: str) -> None:
    """What is as long as the text must not be freed recursively, as C does with chains."""
    ended = subprocess.run(
        [sys.executable, "-c", IN_A_SMALL_STACK],
        input=TEXT + unit * 8_000, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    assert int(ended.stdout) > 8_000
