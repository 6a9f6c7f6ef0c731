"""Tests of ``check``: what is doubtful, its line, advice, and the exit code."""

from __future__ import annotations

from pathlib import Path

from calling import Call

from cableconv.cli.exit_codes import ExitCode


def with_accent(here: Path) -> str:
    """Create a cable whose only doubt is a Windows-1252 accent on line 3."""
    lines = (here / "plain.txt").read_bytes().splitlines()
    lines[2] = b"caf\xe9"
    (here / "latin.txt").write_bytes(b"\n".join(lines))
    return "latin.txt"


def test_a_doubt_is_shown_with_its_line_a_caret_and_advice(here: Path, call: Call) -> None:
    shown = call("check", with_accent(here)).out.splitlines()
    assert shown[0].startswith("latin.txt:3:4: warning: byte 0xE9")
    assert shown[1:3] == ["     3 | café", "       |    ^"]
    assert shown[3].startswith("       = next: ")
    assert shown[-1].startswith("latin.txt: 08REYKJAVIK41: 1 warning")


def test_warnings_pass_unless_strict(here: Path, call: Call) -> None:
    name = with_accent(here)
    assert call("check", name).code == ExitCode.OK
    assert call("check", name, "--strict").code == ExitCode.FAILED


def test_errors_never_pass(here: Path, call: Call) -> None:
    (here / "diary.txt").write_text("Dear diary, the geese are back.\n")
    ended = call("check", "diary.txt")
    assert ended.code == ExitCode.FAILED
    assert "diary.txt: 1 error" in ended.out


def test_a_clean_cable_is_reported_as_such(call: Call) -> None:
    assert call("check", "plain.txt").out == "plain.txt: 08REYKJAVIK41: nothing doubtful\n"


def test_notes_are_counted_and_listed_on_demand(call: Call) -> None:
    assert "(-v lists the notes)" in call("check", "three-pages.txt").out
    assert ": info: " in call("check", "three-pages.txt", "-v").out


def test_quiet_does_not_change_the_exit_code(here: Path, call: Call) -> None:
    assert call("check", with_accent(here), "-q", "--strict") == (ExitCode.FAILED, "", "")


def test_an_unreadable_input_is_code_1_among_good_ones_and_3_alone(call: Call) -> None:
    assert call("check", "missing", "plain.txt").code == ExitCode.FAILED
    assert call("check", "missing").code == ExitCode.INPUT


def test_a_text_beyond_the_limit_is_reported(call: Call) -> None:
    assert "1 error" in call("check", "plain.txt", "--max-cable-size", "20").out
    assert "too-long" in call("plain.txt", "--to", "json", "-o", "-", "--max-cable-size", "20").err
    assert "nothing doubtful" in call("check", "plain.txt", "--max-cable-size", "20000").out


def test_nested_texts_are_read_to_the_given_depth(here: Path, call: Call) -> None:
    head, _, body = (here / "plain.txt").read_text().partition("1.")
    text = f"{head}1.{body}\n\n" + "BEGIN TEXT:\n\n" * 3 + "Geese.\n\n" + "END TEXT.\n\n" * 3
    (here / "deep.txt").write_text(text)
    assert "is nested in 2 others" in call("check", "deep.txt", "--max-nesting", "2").out
    assert "others" not in call("check", "deep.txt", "--max-nesting", "3").out
    assert call("check", "deep.txt", "--max-nesting", "0").code == ExitCode.USAGE
