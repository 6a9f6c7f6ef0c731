"""Levels that a text has without a marking of its own: banners, captions, neighbours."""

from __future__ import annotations

import pytest

import cableconv

SECRET = "zebra"
LINE = "{level} OSLO 000123\n\nE.O. 12958: DECL: 01/01/2018\nTAGS: PREL, NO\nSUBJECT: (U) HERRING\n"


def is_kept(text: str, above: str = "unclassified") -> bool:
    """Whether the word is still in the redacted tree."""
    cable = cableconv.transform(cableconv.parse(text), "redact", above=above)
    return SECRET in str(cable.to_dict()).casefold()


def telegram(body: str, level: str = "C O N F I D E N T I A L", preface: str = "") -> str:
    return f"{LINE.format(level=level)}{preface}\n{body}\n\nHOLM\n"


@pytest.mark.parametrize(
    ("level", "preface", "kept"),
    [
        ("UNCLAS", "", True),
        ("UNCLAS SENSITIVE", "", False),
        ("UNCLAS SBU", "", False),
        ("UNCLAS", "\nSENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY\n", False),
    ],
)
def test_sensitive_in_any_place_is_a_level(level: str, preface: str, kept: bool) -> None:
    assert is_kept(telegram("1. The zebra is ill.", level, preface)) is kept


@pytest.mark.parametrize("printed", ["SENSITIVE", "SENSITVE"])
def test_a_caption_sensitive_is_a_level(printed: str) -> None:
    captions = f"{printed}\nSIPDIS\n\nE.O."
    text = telegram("1. The zebra is ill.", "UNCLAS").replace("E.O.", captions)
    assert cableconv.parse(text).captions == (printed, "SIPDIS")
    assert not is_kept(text)
    assert is_kept(text, above="sbu")


def test_a_repeated_cable_may_be_sensitive() -> None:
    inner = telegram("1. The zebra is ill.", "UNCLAS SENSITIVE")
    head = "R 010203Z MAR 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\n"
    body = f"1. (U) Hi.\n\nBEGIN TEXT OF CABLE:\n\n{head}{inner}\nEND TEXT.\n\n2. (U) Bye."
    assert not is_kept(telegram(body))


BANNERS = (
    "SECRET\n\nThe zebra is ill.", "S E C R E T\n\nThe zebra is ill.", "SECRET:\nThe zebra is ill.",
    "SECRET: The zebra is ill.", "SECRET NOFORN: The zebra is ill.", "SECRET\nTHE ZEBRA IS ILL",
    "SECRET//NOFORN - The zebra is ill.", "{S//NF} The zebra is ill.", "(S/NF The zebra is ill.",
    "(T O P  S E C R E T) The zebra is ill.", "(SECRETO) The zebra is ill.", "S: The zebra is ill.",
)  # fmt: skip


@pytest.mark.parametrize("banner", BANNERS)
def test_a_banner_above_the_cables_level_counts(banner: str) -> None:
    """Also where the cable itself is at most of the level that is kept."""
    text = telegram(f"1. (C) Hi.\n\n{banner}\n\n2. (U) Bye.")
    assert not is_kept(text, above="confidential")


@pytest.mark.parametrize(
    "inside",
    [
        "S E C R E T - the zebra is ill.", "SECRET NOFORN the zebra is ill.",
        "SECRET//NOFORN - the zebra is ill.", "TOP SECRET: the zebra is ill.",
        "(S/NF the zebra is ill.", "(S//\nNF) the zebra is ill.", "(S//N F) the zebra is ill.",
        "(VERTRAULICH) the zebra is ill.",
    ],
)  # fmt: skip
def test_a_banner_inside_a_text_counts(inside: str) -> None:
    text = telegram(f"1. (U) Ice is what they sell and {inside}\n\n2. (U) Bye.")
    assert not is_kept(text)


def test_a_marking_joined_to_a_word_counts_unless_it_is_one_letter() -> None:
    assert not is_kept(telegram("1. (U) Hi from the port(S//NF) the zebra is ill."))
    assert is_kept(telegram("1. (U) Hi from the port(S) where the zebra is ill."))


@pytest.mark.parametrize("words", ["SECRET TEXT", "TEXT OF CONFIDENTIAL LETTER"])
def test_the_words_that_open_a_quoted_text_name_its_level(words: str) -> None:
    body = f"1. (U) Hi.\n\nBEGIN {words}:\n\nThe zebra is ill.\n\nEND TEXT.\n\n2. (U) Bye."
    assert not is_kept(telegram(body))


def test_a_marking_in_an_introduction_continues_after_it() -> None:
    body = "Ice is sold on\n(CONFIDENTIAL) BEGIN TEXT:\n\nThe zebra is ill.\n\nEND TEXT."
    assert not is_kept(telegram(body, "UNCLAS"))


def test_a_title_at_the_end_of_a_list_belongs_to_what_follows() -> None:
    body = (
        "1. (U) Hi, he listed:\n\n-- (U) one;\n\n-- (U) two.\n\nThe zebra says:\n\n2. (S) Nobody."
    )
    assert not is_kept(telegram(body))


@pytest.mark.parametrize(
    ("line", "planted"),
    [
        ("TO SECSTATE WASHDC", "TO SECSTATE WASHDC (S//NF) Zebra."),
        ("TO SECSTATE WASHDC", "TO SECSTATE WASHDC (S/\nNF) PELL ZEBRA"),
        ("TO SECSTATE WASHDC", "TO SECSTATE WASHDC (SECRETO) ZEBRA"),
        ("ZNY CCCCC ZZH", "ZNY CCCCC ZZH (S) Zebra."),
        ("ZNY CCCCC ZZH", "ZNY CCCCC ZZH (TOP SECRET) PELL ZEBRA"),
        ("DECL: 01/01/2018", "DECL: 01/01/2018 SECRET - ZEBRA"),
        ("FOR EUR/NB", "FOR EUR/NB (S/NF ZEBRA"),
        ("1.4 (b).", "1.4 (b). The Zebra Is Ill"),
        ("HOLM", "(S) Zebra.\nPELL"),
    ],
)
def test_a_torn_or_unread_marking_in_a_field_counts(line: str, planted: str) -> None:
    head = "VZCZCXYZ0001\nPP RUEHC\nDE RUEHNY #0123/01 0321530\nZNY CCCCC ZZH\n"
    head += "P 010930Z FEB 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\n"
    text = telegram("1. (U) Hi.").replace("E.O.", "SIPDIS\n\nFOR EUR/NB\n\nE.O.")
    text = text.replace("HERRING\n", "HERRING\nCLASSIFIED BY: DCM IDA FENWICK, 1.4 (b).\n")
    assert f"{head}{text}".count(line) == 1
    assert not is_kept(f"{head}{text}".replace(line, planted))


def test_a_marking_alone_at_the_end_marks_what_is_above_it() -> None:
    assert not is_kept(telegram("1. (C) Hi.\n\nThe zebra is ill.\n(S)"), above="confidential")
    text = telegram("1. (C) Hi.\n\n2. (C) The zebra is ill.").replace("HOLM", "(TS)")
    assert not is_kept(text, above="secret")


def test_a_name_after_a_last_marking_is_redacted() -> None:
    assert not is_kept(telegram("1. (U) Hi.\n\n2. (U) Bye to you. PELL (SBU) Zebra."))


def test_a_class_line_that_was_read_as_a_header_line_counts() -> None:
    cable = cableconv.parse(telegram("The zebra is ill.")).replace(passing=("SECRET OSLO 000171",))
    left = cableconv.transform(cable, "redact", above="confidential")
    assert SECRET not in str(left.to_dict())
