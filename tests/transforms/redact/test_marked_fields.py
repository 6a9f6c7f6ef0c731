"""Markings before the value of a header's field: all of it goes, however they are printed."""

from __future__ import annotations

import pytest

import cableconv

FIELDS = {
    "E.O. 12958": "DECL: 04/05/2018",
    "TAGS": "PREL, XQ",
    "SUBJECT": "FISH AND MUSSELS",
    "REF": "A. OSLO 77 B. RIGA 89",
    "Classified By": "Ambassador Ida Wray for reasons 1.4 (b) and (d).",
}
WORDS = {
    "E.O. 12958": "2018", "TAGS": "XQ", "SUBJECT": "MUSSELS", "REF": "RIGA", "Classified By": "Wray"
}  # fmt: skip
PLACES = (
    "{label}: {marking} {value}", "{label}:{marking}{value}", "{label} {marking}: {value}",
    "{label}: {marking}\n{value}", "{label}:\n{marking} {value}", "{label}:\n{marking}\n{value}",
    "{marking} {label}: {value}",
)  # fmt: skip
MARKINGS = ("(SBU)", "(C)", "(S)", "(TS)", "(C/NF)", "(S//NF)", "(CONFIDENTIAL)", "(C - NOFORN)")


def telegram(name: str, place: str, marking: str) -> str:
    lines = (
        (place if label == name else "{label}: {value}").format(
            label=label, value=value, marking=marking
        )
        for label, value in FIELDS.items()
    )
    head = "C O N F I D E N T I A L OSLO 000123\n\nSIPDIS\n\n"
    return head + "\n".join(lines) + "\n\n1. (U) The sun shines.\n\n2. (U) Bye.\n\nHOLM\n"


def left_of(text: str) -> str:
    """Return the redacted header, with the subject counted as unclassified."""
    cable = cableconv.parse(text)
    return str(cableconv.transform(cable, "redact", above="unclassified", subject="U").to_dict())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", FIELDS)
def test_a_marked_field_is_removed(name: str, place: str) -> None:
    for marking in MARKINGS:
        left = left_of(telegram(name, place, marking))
        assert WORDS[name] not in left, marking


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", FIELDS)
def test_a_marked_field_is_also_removed_after_a_way_through_text(name: str, place: str) -> None:
    for marking in ("(C)", "(S//NF)"):
        text = cableconv.export(cableconv.parse(telegram(name, place, marking)), "text")
        assert WORDS[name] not in left_of(str(text)), marking


@pytest.mark.parametrize("name", FIELDS)
def test_an_unclassified_field_is_kept(name: str) -> None:
    left = left_of(telegram(name, PLACES[0], "(U)"))
    assert all(word in left for word in WORDS.values())


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_that_are_not_marked_are_kept(name: str) -> None:
    left = left_of(telegram(name, PLACES[0], "(S//NF)"))
    assert all(word in left for label, word in WORDS.items() if label != name)


@pytest.mark.parametrize("name", ["E.O. 12958", "TAGS", "SUBJECT", "Classified By"])
def test_a_marking_on_the_line_above_counts(name: str) -> None:
    assert WORDS[name] not in left_of(telegram(name, "(S)\n{label}: {value}", "(S)"))


def test_a_marking_alone_above_the_fields_may_be_of_each() -> None:
    text = telegram("", "", "").replace("SIPDIS\n", "SIPDIS\n\n(S//NF)\n")
    assert cableconv.parse(text).passing == ("(S//NF)",)
    left = left_of(text)
    assert not any(word in left for word in WORDS.values())
    assert "12958" in left


def test_a_field_below_absent_ones_may_be_marked_from_above() -> None:
    text = telegram("Classified By", "[S]\n{label}: {value}", "").replace("REF:", "NO ")
    assert cableconv.parse(text).references == ()
    assert "Wray" not in left_of(text)


@pytest.mark.parametrize("label", ["DRAFTED BY", "CLEARED BY", "APPROVED BY"])
@pytest.mark.parametrize("place", ["{}: (S) IDA WRAY", "{}: (S)\nIDA WRAY", "(S)\n{}: IDA WRAY"])
def test_marked_names_of_drafters_are_removed(label: str, place: str) -> None:
    field = place.format(label)
    text = telegram("", "", "").replace("SIPDIS\n", f"SIPDIS\n\n{field}\n").replace("Ida Wray", "X")
    assert "WRAY" not in left_of(text)


def test_a_marking_alone_at_the_level_changes_nothing() -> None:
    text = telegram("TAGS", "{label}: {marking} {value}", "(C)")
    cable = cableconv.transform(cableconv.parse(text), "redact", above="confidential")
    assert cable.tags == ("(C)", "PREL", "XQ")


def test_a_classifier_in_a_marked_paragraph_goes_with_it() -> None:
    first = "1. ({}) Classified by DCM Ida Wray, reason 1.4 (b).\n\n2. (U) Bye."
    for marking, goes in (("C", True), ("U", False)):
        text = f"C O N F I D E N T I A L OSLO 000123\n\nSUBJECT: ICE\n\n{first.format(marking)}\n"
        assert cableconv.parse(text).classified_by is not None
        assert ("Wray" not in left_of(text)) is goes


def test_a_label_in_brackets_before_all_others_is_a_marking() -> None:
    text = telegram("REF", "REF: (C) RIGA 89", "")
    assert "RIGA" not in left_of(text)
    assert "RIGA" in left_of(telegram("REF", "REF: (A) OSLO 77 (B) OSLO 78 (C) RIGA 89", ""))
