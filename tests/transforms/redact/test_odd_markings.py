"""Markings in letters, brackets and spellings that no rule lists still count."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

import cableconv
from cableconv.cable import Cable, Classification, Heading, Paragraph

HEADER = "C O N F I D E N T I A L OSLO 000123\n\nTAGS: PREL, NO\nSUBJECT: (U) HERRING\n\n"
SECRET = "the zebra of the minister is gravely ill."

PLACES: Mapping[str, Callable[[str], str]] = {
    "a numbered paragraph": lambda text: f"1. (U) Hi.\n\n2. {text}\n\n3. (U) Bye.",
    "a paragraph without number": lambda text: f"1. (U) Hi.\n\n{text}\n\n2. (U) Bye.",
    "an item": lambda text: f"1. (U) Hi, he listed:\n\n-- {text}\n\n-- (U) ice.\n\n2. (U) Bye.",
    "a heading": lambda text: f"1. (U) Hi.\n\n{text.upper()}\n\n2. (U) Bye.",
    "a quoted text": lambda text:
        f"1. (U) Hi.\n\nBEGIN TEXT:\n\n{text}\n\nEND TEXT.\n\n2. (U) Bye.",
}  # fmt: skip

UNREADABLE = (
    "(C The clock:", "(C/NF", "(C1)", "(CX)", "{C}", "(R)", "(NATO RESTRICTED)", "C:", "C/NF -",
    "C/NF)", "SECRET -", "SECRET/NOFORN", "CONFIDENTIAL:", "-C-", "_(C)_", r"\(C\)", "(c)", "(s)",
    "(conf.)", "(C - 1.4(b))", "(NC)", "(CUI)",
)  # fmt: skip
READABLE = (
    "(C)", "( C )", "(  C)", "(C.)", "(*C*)", "**(C)**", "((C))", "[S]", "(C;NF)", "(C|NF)",
    "(C+NF)", "(C–NF)", "(S//NF)", "(U/C)", "(U)(S)", "(S E C R E T)", "(SECR ET)",
    "(C O N F I D E N T I A L)", "(CONF)", "(C 1.4b)", "(C - 1.4 (b))",
    "（C）", "（Ｃ）", "(С)", "(Ѕ)", "(Ç)", "(C\u0301)", "(\u202eC)", "«C»", "❨C❩", "⁽C⁾",
    "©", "(©)", "Ⓒ", "🄒", "Ⓢ",
)  # fmt: skip


def redacted(text: str) -> str:
    cable = cableconv.parse(f"{HEADER}{text}\n\nHOLM\n")
    left = cableconv.transform(cable, "redact", above="unclassified")
    assert "Bye." in str(left.to_dict()["body"])
    return str(cableconv.export(left, "json")).casefold()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("marking", [*UNREADABLE, *READABLE])
def test_a_text_that_begins_with_any_marking_is_removed(marking: str, place: str) -> None:
    assert "zebra" not in redacted(PLACES[place](f"{marking} {SECRET}"))


@pytest.mark.parametrize("marking", READABLE)
def test_a_text_with_a_marking_inside_is_removed(marking: str) -> None:
    assert "zebra" not in redacted(f"1. (U) Hi and more. {marking} {SECRET}\n\n2. (U) Bye.")


@pytest.mark.parametrize(
    "text",
    [
        "U.S.", "S. Smith came.", "C-130 aircraft land there.", "S-300 systems are old.",
        "/S/", "(S/CT) asked for it.", "© 2008 Reuters said so.", "Seals (c. 300) live there.",
        "\u201cC\u2019est la vie\u201d, he said.", "Confidential talks are held.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_marking_stays(text: str) -> None:
    inside = Paragraph(number=1, marking="U", text=f"He said that {text}")
    body = (inside,) if text.startswith("(S/CT)") else (inside, Paragraph(text=text))
    cable = Cable(classification=Classification(level="SECRET", text="SECRET"), body=body)
    assert cableconv.transform(cable, "redact", above="unclassified").body == body


@pytest.mark.parametrize(
    "title",
    [
        "SECRET", "SECRET NOFORN", "{CX} MEMO", "C/NF - MEMO", "(R) MEMO",
        "FOR OFFICIAL USE ONLY", "SENSITIVE NOFORN", "UNCLAS SENSITIVE",
    ],
)  # fmt: skip
def test_what_follows_a_title_with_a_marking_has_its_level(title: str) -> None:
    body = (
        Paragraph(number=1, marking="U", text="Hi."),
        Heading(text=title),
        Paragraph(text="The minister is ill."),
        Paragraph(text="So he is."),
        Paragraph(number=2, marking="U", text="Bye."),
    )
    cable = Cable(classification=Classification(level="SECRET", text="SECRET"), body=body)
    left = cableconv.transform(cable, "redact", above="unclassified").body
    shown = [block.text for block in left if isinstance(block, Heading | Paragraph)]
    assert [text for text in shown if not text.startswith("[REDACTED")] == ["Hi.", "Bye."]
