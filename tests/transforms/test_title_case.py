"""Subjects in capitals become titles, with the spellings of the body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import cables

import cableconv
from cableconv.cable import Cable, EmbeddedCable, Heading, Item, Paragraph
from cableconv.transforms.title_case.titles import title
from cableconv.transforms.title_case.witness import Witness
from cableconv.vocabulary.capitals import form_of

ALONE = {
    "HERRING QUOTAS AND THE PORT OF REYKJAVIK": "Herring Quotas and the Port of Reykjavik",
    "THE ICE: A SCENESETTER FOR THE VISIT": "The Ice: A Scenesetter for the Visit",
    "WHAT THE FLEET WAITS FOR": "What the Fleet Waits For",
    "US-EU TALKS: NATO, UN AND UNSCR 9999": "US-EU Talks: NATO, UN and UNSCR 9999",
    "GOC ANGRY AT USG, HMG PLEASED": "GOC Angry at USG, HMG Pleased",
    "U.S.-NORWAY A/S HOLM'S VISIT": "U.S.-Norway A/S Holm's Visit",
    "PM'S COUP D'ETAT, WON'T LAST": "PM's Coup d'Etat, Won't Last",
    "THE FLEET,S ICE": "The Fleet,s Ice",
    "FACE-TO-FACE WITH THE EX-PM": "Face-to-Face with the Ex-PM",
    "F-16S FOR THE G-8, 21ST CENTURY, 1990S": "F-16s for the G-8, 21st Century, 1990s",
    "KING OLAV V, PART II OF III": "King Olav V, Part II of III",
    "NGOS, MPS AND IDPS": "NGOs, MPs and IDPs",
    "DR. O'BRIEN AND MCADAM IN N'DJAMENA": "Dr. O'Brien and McAdam in N'Djamena",
    "VAN DER HOLM'S \"BIG ICE\"": 'Van der Holm\'s "Big Ice"',
    "IS IT AND/OR IF": "Is It and/or If",
    "FOG -- AND ICE?": "Fog -- And Ice?",
    "XXXXXXXXXXXX ON FOG": "XXXXXXXXXXXX on Fog",
    "  GAPS   STAY ": "  Gaps   Stay ",
    "ÅLESUND: ØL OG SILD": "Ålesund: Øl Og Sild",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize("printed", ALONE)
def test_words_are_capitalized_by_tables_and_position(printed: str) -> None:
    assert title(printed, Witness(Cable())) == ALONE[printed]


BODY = (
    Heading(text="THE SKAGEN AND HOLM AFFAIR"),
    Paragraph(text="SUMMARY. Minister McHolm of the SKAG party spoke with Skagen and deBirk."),
    Paragraph(
        text="He met Sheikh Abu al-Birki. The LOFO fund and MbH, as the NGOs say.",
        blocks=(Item(label="A.", text="The GoSk gave Olaf van Holm a LOFO grant."),),
    ),
    Paragraph(text="END SUMMARY COMMENT. The ice is thick; see the lofo of summaries."),
)

SEEN = {
    "MCHOLM'S SKAG SUMMARY": "McHolm's SKAG Summary",
    "DEBIRK AND MBH ON LOFO": "deBirk and MbH on LOFO",
    "SHEIKH ABU AL-BIRKI": "Sheikh Abu al-Birki",
    "AL-BIRKI": "Al-Birki",
    "OLAF VAN HOLM ON GOSK": "Olaf van Holm on GoSk",
    "THE SKAGEN AFFAIR": "The Skagen Affair",
}


@pytest.mark.parametrize("printed", SEEN)
def test_the_spelling_of_the_body_is_used(printed: str) -> None:
    expected = SEEN[printed][:1].upper() + SEEN[printed][1:]
    cable = cableconv.transform(Cable(subject=printed, body=BODY), "title-case")
    assert cable.subject == expected


@pytest.mark.parametrize("subject", ["Fog and ICE", "fog and ice", "MbZ on Ice", "1990", "?", None])
def test_a_subject_with_lower_case_is_unchanged(subject: str | None) -> None:
    cable = Cable(subject=subject)
    assert cableconv.transform(cable, "title-case") == cable


def test_a_subject_with_only_a_lower_case_ending_is_in_capitals() -> None:
    cable = cableconv.transform(Cable(subject="THE HARBOUR's LONG SHADOW OF FOG"), "title-case")
    assert cable.subject == "The Harbour's Long Shadow of Fog"


def test_the_printed_subject_is_in_a_diagnostic() -> None:
    inner = Cable(subject="THE ICE")
    cable = Cable(subject="FOG", body=(EmbeddedCable(cable=inner),))
    found = cableconv.transform(cable, "title-case").diagnostics
    assert [(each.code, each.severity, each.path, each.message) for each in found] == [
        ("title-cased", "info", "subject", "printed as FOG"),
        ("title-cased", "info", "body[0].cable.subject", "printed as THE ICE"),
    ]


def test_a_copy_redacted_afterwards_has_no_subject() -> None:
    cable = cableconv.transform(Cable(subject="KJAER'S ICE"), "title-case")
    left = cableconv.transform(cable, "redact", names=b"Kjaer\n")
    assert "kjaer" not in str(left.to_dict()).lower()


@given(st.text())
def test_only_the_case_of_letters_changes(text: str) -> None:
    assert title(text, Witness(Cable())).casefold() == text.casefold()


@given(cables())
def test_any_tree_is_accepted(cable: Cable) -> None:
    titled = cableconv.transform(cable, "title-case")
    assert cableconv.transform(titled, "title-case").subject == titled.subject


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("NATO", "NATO"), ("MR", "Mr"), ("NGOS", "NGOs"), ("PRC", "PRC"), ("XIV", "XIV"),
        ("GOAJ", "GOAJ"), ("MCHOLM", "McHolm"), ("APHSCT", "APHSCT"), ("HERRING", None),
        ("RHYTHMS", None), ("XI", None), ("GOOD", "Good"), ("A", None),
    ],
)  # fmt: skip
def test_acronyms_are_recognized(word: str, form: str | None) -> None:
    assert form_of(word) == form
