"""A telegram's text in spans, each with what it was read as."""

from __future__ import annotations

from cableconv.cable import Cable, Furniture, Part
from cableconv.library import parse
from cableconv.rendering.account import stretches

TEXT = """\
FM AMEMBASSY OSLO

UNCLAS OSLO 000017

SUBJECT: FERRY SERVICE RESUMES

1. (U) It runs again:
-- at noon.
"""


def test_the_joined_spans_are_the_text() -> None:
    assert "".join(each.text for each in stretches(parse(TEXT), TEXT)) == TEXT


def test_each_span_has_what_it_was_read_as() -> None:
    said = {each.label: each.text for each in stretches(parse(TEXT), TEXT) if each.role}
    assert said["origin"] == "FM AMEMBASSY OSLO"
    assert said["subject"] == "SUBJECT: FERRY SERVICE RESUMES"
    assert said["paragraph 1"].startswith("1. (U)")
    assert said["item --"] == "-- at noon."


def test_text_that_no_rule_claimed_is_unread() -> None:
    cable = Cable(
        furniture=(Furniture(kind="unread", text="???"),),
        parts=(Part(start=0, end=3, role="furniture", path="furniture[0]"),),
    )
    (found,) = stretches(cable, "???")
    assert (found.role, found.label) == ("unread", "unread")


def test_spans_of_another_text_are_harmless() -> None:
    cable = parse(TEXT)
    assert "".join(each.text for each in stretches(cable, TEXT[:30])) == TEXT[:30]
