"""The SMART form: beside a telegram it is compared, alone it is read; no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_cables import real

from cableconv.cable import Cable, Heading, Paragraph
from cableconv.input.content import Content
from cableconv.parser import parse_telegram
from cableconv.plugins import Sniff
from cableconv.readers.smart import read, sniff
from cableconv.telegram import Telegram

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "examples" / "forms"
FORM = (FORMS / "smart-form.md").read_text(encoding="utf-8")
SENT = (FORMS / "smart-telegram.md").read_text(encoding="utf-8")
BARE = """\
UNCLASSIFIED
SBU

MRN: 14 OSLO 123
Date/DTG: Feb 21, 2014 / 211200Z FEB 14
From: AMEMBASSY OSLO
Action: WASHDC, SECSTATE PRIORITY
{fields}
Subject: BELLS OF THE CITY
AND THEIR RINGERS

1. (SBU) Bells ring.

2. (U) They ring again.

Signature: HOLLIS
{trailers}
UNCLASSIFIED
SBU
Page 1 of 1
"""

TRANSLATED = {
    *("MRN", "DATE", "DTG", "FROM", "ACTION", "INFO", "XMT", "CAPTIONS", "PASS", "LINE"),
    *("REFERENCE", "SIGNATURE", "BR"),
}
"""The form's labels that differ from a telegram's, and the line break in a cell."""

WRITTEN = {
    *("FM", "TO", "INFO", "O", "REF", "TAGS", "SUBJECT"),
    *("DRAFTED", "CLEARED", "APPROVED", "BY"),
}
"""A telegram's labels, and the prosign of its precedence."""

pieces = st.sampled_from(
    ["MRN: 14 OSLO 123", "| **MRN:** | 14 OSLO 123 |", "\n", "\n\n", "From: ", "Action:",
     "| --- |", "UNCLASSIFIED", "# UNCLASSIFIED", "~~", "**", "<br>", "> ", "Released in Full",
     "Page 1 of 2", "Info: A, B ROUTINE; C", "Date/DTG: 211200Z FEB 14", "Signature: ",
     "1. (U) Bells.", "\\-", "|", "Drafted By:", "Pass Line:", "FM OSLO", "# "]
)  # fmt: skip
marks = st.integers(1000, 9999).map(" w{}  ".format)
documents = st.lists(pieces | marks | st.text(max_size=4)).map("".join)


def telegram(text: str) -> Telegram:
    (found,) = read(Content(text))
    return found


def reading(text: str) -> Cable:
    return parse_telegram(telegram(text))


def bare(fields: str = "TAGS: PREL", trailers: str = "") -> Cable:
    return reading(BARE.format(fields=fields, trailers=trailers))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[A-Z0-9]+", re.sub("[-–]", "", text.upper())))


def kinds(cable: Cable) -> Iterator[tuple[str, str]]:
    return ((each.kind, each.text) for each in cable.furniture)


def test_a_form_without_a_telegram_is_a_cable() -> None:
    cable = reading(FORM)
    assert (cable.id, cable.date) == ("12REYKJAVIK203", "2012-03-14T16:30:00Z")
    assert cable.precedence.action == "IMMEDIATE"
    assert cable.origin is not None
    assert cable.origin.name == "AMEMBASSY REYKJAVIK"
    assert [(each.name, each.precedence) for each in cable.to] == [
        ("SECSTATE WASHDC", "IMMEDIATE"),
        ("AMEMBASSY OSLO", "ROUTINE"),
    ]
    assert [each.name for each in cable.info] == ["AMEMBASSY COPENHAGEN", "NORDIC COLLECTIVE"]
    assert cable.info[1].exempted == ("AMEMBASSY HELSINKI",)
    assert cable.classification is not None
    assert cable.classification.level == "CONFIDENTIAL"
    assert cable.captions == ("SENSITIVE", "NOFORN")
    assert cable.passing == ("EUR/NB FOR D. PELHAM",)
    assert cable.executive_order is not None
    assert cable.executive_order.order == "13526"
    assert cable.tags == ("PREL", "EWWT", "IC", "ARNARSON, HELGI")
    assert cable.subject == "A FOGHORN RETURNS, AND NOBODY OBJECTS"
    assert [each.id for each in cable.references] == ["12OSLO88", "11REYKJAVIK940"]
    assert cable.drafted_by == "DRAFTED BY REYKJAVIK:Tarn, Oswin"
    assert cable.cleared_by == "CLEARED BY POL:Brandt, Ilse; ECON:Farrow, Jude"
    assert cable.approved_by == "APPROVED BY REYKJAVIK:Quill, Marjorie"
    assert cable.signed_by == ("QUILL",)


def test_the_body_contains_no_page_marks_stamps_or_markdown() -> None:
    summary, cut, heading, comment = reading(FORM).body
    assert isinstance(summary, Paragraph)
    assert (summary.number, summary.marking, summary.role) == (1, "C", "summary")
    assert "Oslo is *not consulted*." in summary.text
    assert isinstance(cut, Paragraph)
    assert "none of whom had been asked beforehand" in cut.text
    assert heading == Heading(text="Comment", role="comment", span=heading.span)
    assert isinstance(comment, Paragraph)


def test_a_stamp_is_a_notice_and_the_forms_own_fields_are_furniture() -> None:
    cable = reading(FORM)
    (stamp,) = cable.notices
    assert stamp == "Released in Part Prudence Lathe, Acting Registrar Office of Bells 5/4/2026"
    found = list(kinds(cable))
    assert ("form", "**Released By:** REYKJAVIK:Tarn, Oswin") in found
    assert ("form", "**Dissemination Rule:** DIS_BELLS, DIS_EUR") in found
    assert "unread" not in dict(found)


def test_a_telegram_inside_is_read_and_the_form_is_compared() -> None:
    cable = reading(SENT)
    assert (cable.id, cable.source.id) == ("86TALLINN77", "86TALLINN77")
    assert (cable.date, cable.source.date) == ("1986-04-04T13:30:00Z", "1986-04-04")
    assert cable.classification is not None
    assert cable.classification.level == "LIMITED OFFICIAL USE"
    assert [each.name for each in cable.info] == ["AMEMBASSY HELSINKI"]
    assert (cable.tags, cable.subject) == (("EWWT", "UR"), "A BELL BUOY GOES FOR A WALK")
    assert cable.distribution is not None
    assert cable.distribution.startswith("ACTION OES-09")
    first, second = cable.body
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert "ARE KNOWN FOR THEIR RESTLESSNESS." in second.text
    assert cable.signed_by == ("CALLOWAY",)
    assert "unread" not in dict(kinds(cable))


def test_labels_at_the_start_of_lines_are_read_like_a_table() -> None:
    cable = bare("TAGS: PREL, NO\nReference: A) 14 OSLO 120\nB) 14 OSLO 121")
    assert (cable.id, cable.subject) == ("14OSLO123", "BELLS OF THE CITY AND THEIR RINGERS")
    assert cable.classification is not None
    assert (cable.classification.level, cable.classification.caveats) == ("UNCLASSIFIED", ("SBU",))
    assert [each.id for each in cable.references] == ["14OSLO120", "14OSLO121"]
    assert cable.signed_by == ("HOLLIS",)


@pytest.mark.parametrize("nothing", ["n/a", "Unknown", "None", ""])
def test_unknown_values_of_the_form_fill_no_field(nothing: str) -> None:
    cable = bare(f"E.O.: {nothing}\nReference: {nothing}\nCaptions: {nothing}\nTAGS: PREL")
    assert (cable.executive_order, cable.references, cable.captions) == (None, (), ())
    assert cable.tags == ("PREL",)


@pytest.mark.parametrize(
    "trailer",
    [
        "Info: EU COLLECTIVE ROUTINE",
        "**Info:** EU COLLECTIVE *ROUTINE*",
        "| Info: | EU COLLECTIVE |",
    ],
)
def test_fields_below_the_text_are_in_a_telegrams_place(trailer: str) -> None:
    assert [each.name for each in bare(trailers=trailer).info] == ["EU COLLECTIVE"]


def test_a_label_in_the_text_belongs_to_the_text() -> None:
    text = BARE.format(fields="", trailers="").replace(
        "They ring", "See below.\nReference: they ring"
    )
    assert "Reference: they ring again." in reading(text).body[1].text  # type: ignore[union-attr]


def test_struck_out_markings_are_kept_without_the_line() -> None:
    text = BARE.format(fields="", trailers="").replace("(SBU)", "~~(SBU)~~")
    paragraph = reading(text).body[0]
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.marking, paragraph.text) == ("SBU", "Bells ring.")


@pytest.mark.parametrize("text", [FORM, SENT], ids=["form", "telegram"])
def test_no_word_is_lost_and_none_but_labels_is_added(text: str) -> None:
    written = words(telegram(text).text)
    lost = words(text) - written
    assert set(lost) <= TRANSLATED
    assert set(written - words(text)) <= WRITTEN


@pytest.mark.parametrize("text", [FORM, SENT], ids=["form", "telegram"])
def test_every_value_has_its_place_in_the_file(text: str) -> None:
    found = telegram(text)
    for word in re.finditer(r"[A-Za-z0-9]{4,}", found.text):
        at = found.file_offset(word.start())
        assert text[at : at + len(word[0])] == word[0] or word[0] in WRITTEN


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (FORM, Sniff.SURE),
        (SENT, Sniff.SURE),
        (BARE, Sniff.SURE),
        ("> **MRN:** 14 OSLO 123", Sniff.SURE),
        ("UNCLAS OSLO 000123\nREF: MRN 14 OSLO 123", Sniff.NO),
        ("", Sniff.NO),
    ],
)
def test_sniffing_own_output_and_others(text: str, level: Sniff) -> None:
    assert sniff(Content(text)) is level


def test_a_repeated_number_is_kept_twice() -> None:
    text = "MRN: 14 OSLO 123\nMRN: 14 OSLO 456\n"
    assert words(telegram(text).text)["456"] == 1


@given(documents)
def test_any_text_is_read_without_losing_a_word(text: str) -> None:
    for found in read(Content(text)):
        parse_telegram(found)
        marked = re.compile(r"w\d{4}")
        assert Counter(marked.findall(found.text)) == Counter(marked.findall(text))


def test_real_forms_are_read_whole() -> None:
    for path in sorted(real("smart").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert sniff(Content(text)) is Sniff.SURE
        cable = reading(text)
        assert cable.key == path.stem
        assert not set(words(text) - words(telegram(text).text)) - TRANSLATED
        assert "unread" not in dict(kinds(cable))
        assert cable.signed_by
        numbered = [block.number for block in cable.body if isinstance(block, Paragraph)]
        assert numbered == [1, 2, 3, 4]
