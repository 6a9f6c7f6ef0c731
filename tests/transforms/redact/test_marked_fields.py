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

ABOVE = (
    "{marking}\n{label}: {value}",
    "{marking}\n\n{label}: {value}",
    "\n{marking}\n{label}: {value}",
)
ODD = (
    "[S]",
    "(5BU)",
    "(SNF)",
    "(SECERT)",
    "{C}",
    "<S>",
    "(S",
    "S/NF)",
    "SECRET:",
    "\uff08S\uff09",
    "\u00a9",
)


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


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("place", ABOVE)
def test_a_marking_on_the_line_above_counts(place: str, name: str) -> None:
    # the colon below a reference is not read; an empty line below leaves a marking to the subject
    odd = [marking for marking in ODD if (name, marking) != ("Classified By", "SECRET:")]
    markings = odd if (name, place) == ("REF", ABOVE[1]) else [*MARKINGS, *odd]
    kept = [each for each in markings if WORDS[name] in left_of(telegram(name, place, each))]
    assert kept == []


@pytest.mark.parametrize("name", FIELDS)
def test_an_odd_marking_before_a_value_counts(name: str) -> None:
    for place in PLACES[:1] + PLACES[3:6]:
        kept = [odd for odd in ODD if WORDS[name] in left_of(telegram(name, place, odd))]
        assert (place, kept) == (place, [])


@pytest.mark.parametrize("marking", ["(S)", "[S]", "(5BU)", "SECRET:"])
def test_a_marking_at_the_end_of_the_field_above_counts_in_any_order(marking: str) -> None:
    text = telegram("", "", "")
    classifier = text[text.index("Classified") : text.index("\n\n1. (U)")]
    text = text.replace(f"\n{classifier}", "").replace("E.O.", f"{classifier} {marking}\nE.O.")
    assert "2018" not in left_of(text)


@pytest.mark.parametrize("marking", ["SECRET:", "\u00a9", "(S)"])
def test_a_marking_alone_among_the_addressees_counts(marking: str) -> None:
    lines = f"TO SECSTATE WASHDC 0101\n{marking}\nRIGA WRAY\nINFO AMEMBASSY BERN 0012\n"
    text = f"R 131205Z MAY 08\nFM AMEMBASSY OSLO\n{lines}BT\n{telegram('', '', '')}"
    assert "RIGA WRAY" not in left_of(text)


@pytest.mark.parametrize("line", ["CORRECTED COPY (LINE ADDED) (S)", "STATE FOR EUR/NB {C}"])
def test_a_marking_at_the_end_of_a_line_above_the_fields_counts(line: str) -> None:
    text = telegram("", "", "").replace("SIPDIS\n", f"SIPDIS\n\n{line}\n\nSTATE FOR WRAY\n")
    left = left_of(text)
    assert "FOR WRAY" not in left
    assert not any(word in left for word in WORDS.values())


def test_a_banner_above_the_fields_marks_none_of_them() -> None:
    left = left_of(telegram("", "", "").replace("SIPDIS\n", "SIPDIS\nSECRET NOFORN\n"))
    assert all(word in left for word in WORDS.values() if word != "MUSSELS")


@pytest.mark.parametrize(
    "tags", ["PREL [S] XQ", "PREL SECRET: XQ RAY", "PREL, <S> The XQ swims. NO"]
)
def test_a_marking_among_tags_is_none_of_them(tags: str) -> None:
    assert "XQ" not in left_of(telegram("TAGS", f"TAGS: {tags}", ""))
    assert "TS" in left_of(telegram("TAGS", "TAGS: PREL, TS", ""))  # Tunisia


def test_a_bracket_at_the_end_of_a_reference_may_begin_a_marking() -> None:
    text = telegram("REF", "REF: A. OSLO 77\n     B. OSLO 78 {{C}} WRAY IS ILL IN RIGA", "")
    assert "RIGA" not in left_of(text.replace("Ida Wray", "X"))


def test_words_before_a_number_are_not_a_station() -> None:
    text = "SECRET: Riga Wray E.O. 12958: DECL: 04/05/2018\nSUBJECT: (U) FISH\n\n1. (U) Bye.\n"
    assert "riga" not in left_of(text).lower()


def test_an_id_goes_with_the_class_line_it_was_formed_from() -> None:
    text = telegram("", "", "").replace("OSLO 000123", "OSLO (C/NF Ida Wray 000123")
    assert "IDAWRAY" not in left_of(text.replace("Ida Wray for", "X for"))


@pytest.mark.parametrize(
    "end", ["-- Bye. (S)", "Bye. (SECERT)", "Bye.\n\nBYE (S)\n-------", "-- one\n-- [S]"]
)
def test_a_marking_at_the_end_of_the_text_may_be_the_signatures(end: str) -> None:
    text = telegram("", "", "").replace("Bye.\n\nHOLM", f"They say:\n\n{end}\n\nHOLM")
    assert cableconv.parse(text).signed_by == ("HOLM",)
    assert "HOLM" not in left_of(text)


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


@pytest.mark.parametrize("name", ["SUBJECT", "Classified By"])
@pytest.mark.parametrize("marking", ["(C", "(C:", "CONFIDENTIAL:", "(CNF)"])
def test_what_follows_an_unread_marking_stays_up_to_a_higher_one(name: str, marking: str) -> None:
    value = f"IDA WRAY {marking} {WORDS[name]}"
    for end, is_kept in (("", True), (" (S: RIVER", False), (" SECRET - RIVER", False)):
        cable = cableconv.parse(telegram(name, f"{{label}}: {value}{end}", ""))
        redacted = cableconv.transform(cable, "redact", above="confidential", subject="U")
        left = str(redacted.to_dict())
        assert "RIVER" not in left
        assert (f"{marking} {WORDS[name]}" in left) is (is_kept or name == "Classified By")


@pytest.mark.parametrize(("end", "above", "is_kept"), [
    ("(C)", "confidential", True), ("(C)", "unclassified", False),
    ("(U) (C)", "confidential", True), ("(C) (S)", "confidential", False),
])  # fmt: skip
def test_a_marking_at_the_level_at_the_end_of_a_field_marks_no_other(
    end: str, above: str, is_kept: bool
) -> None:
    text = telegram("TAGS", f"{{label}}: {{value}}\n{end}", "")
    left = cableconv.transform(cableconv.parse(text), "redact", above=above, subject="U").to_dict()
    assert ("MUSSELS" in str(left)) is is_kept


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


def test_a_label_that_the_next_reference_has_as_well_is_a_marking() -> None:
    lines = "REF: A. OSLO 77\n     B. OSLO 78\n(C) Riga Wray\n     C. OSLO 79"
    assert "Riga" not in left_of(telegram("REF", lines, ""))
