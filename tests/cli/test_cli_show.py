"""Tests of ``show``."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from calling import Call
from hypothesis import given
from hypothesis import strategies as st
from trees import cables

from cableconv.cable import Cable, Paragraph, Part
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.labelled_source import labelled
from cableconv.cli.outline import outline


def test_the_outline_has_subject_people_and_counts(call: Call) -> None:
    shown = call("show", "plain.txt").out
    assert shown.startswith("08REYKJAVIK41   CONFIDENTIAL   2008-02-22 10:15 UTC\n")
    assert "\n  To             SECSTATE WASHDC, RUEHC, PRIORITY, 3612\n" in shown
    assert "\n                 B. 08STATE9120" in shown
    assert "\n  Classified by  Odile Brandt-Keane, DCM; 1.4(b), 1.4(d)\n" in shown
    assert "\n   1. (C) [summary] Summary: Iceland" in shown


def test_no_line_is_wider_than_the_terminal(call: Call) -> None:
    assert max(map(len, call("show", "three-pages.txt").out.splitlines())) == 80


def test_a_rule_separates_several_cables(call: Call) -> None:
    shown = call("show", "plain.txt", "three-pages.txt").out
    assert shown.count("─" * 80) == 1


def test_a_folder_can_be_shown_despite_a_bad_file(here: Path, call: Call) -> None:
    (here / "empty.txt").touch()
    ended = call("show", ".")
    assert ended.code == ExitCode.FAILED
    assert ended.err.startswith("error: empty.txt: no cable")
    assert ended.out.count("UTC\n") == 3


def test_standard_input_can_be_shown(here: Path, call: Call) -> None:
    ended = call("show", "-", stdin=(here / "plain.txt").read_bytes())
    assert ended.out.startswith("08REYKJAVIK41")


def test_doubts_are_counted(call: Call) -> None:
    assert call("show", "three-pages.txt").out.endswith("notes; cableconv check -v lists them\n")


@given(cables(), st.integers(40, 120))
def test_any_tree_is_shown_without_control_characters(cable: Cable, width: int) -> None:
    for line in outline(cable, width):
        assert not {"\n", "\r", "\t", "\x07"} & set(line)


@pytest.mark.parametrize("command", ["show", "check"])
def test_no_input_is_a_usage_error(call: Call, command: str) -> None:
    assert call(command).code == ExitCode.USAGE


def test_each_part_of_the_source_is_labelled(call: Call, here: Path) -> None:
    ended = call("show", "--source", "three-pages.txt")
    assert ended.code == ExitCode.OK
    lines = ended.out.splitlines()
    assert f"{'origin'.ljust(len('transmissions[0]'))}  FM AMEMBASSY VALLETTA" in lines
    assert any(line.startswith("page-mark ") for line in lines)
    source = (here / "three-pages.txt").read_text(encoding="utf-8")
    assert all(word in ended.out for word in source.replace("¶", " ").split())


def test_lines_of_the_source_are_wrapped_only_for_a_terminal(call: Call, here: Path) -> None:
    shown = call("show", "--source", "three-pages.txt").out
    source = (here / "three-pages.txt").read_text(encoding="utf-8").splitlines()
    assert f"  {max(source, key=len)}\n" in shown


def test_what_does_not_fit_on_a_line_of_the_source_is_indented_below() -> None:
    words = "The lamp is lit at dusk, and the keeper is paid for it at the end of the month."
    part = Part(start=0, end=len(words), role="block", path="body[0]")
    cable = Cable(body=(Paragraph(text=words),), parts=(part,))
    first, *rest = map(click.unstyle, labelled(cable, words, 40))
    assert len(rest) > 1
    assert {len(line) - len(line.lstrip()) for line in rest} == {len("paragraph") + 2 + 2}
    assert f"{first} {' '.join(map(str.strip, rest))}" == f"paragraph  {words}"


def test_a_tree_has_no_source_to_label(call: Call, here: Path) -> None:
    call("three-pages.txt", "--to", "json", "-o", "tree.json")
    assert "there is no source to label" in call("show", "--source", "tree.json").out
