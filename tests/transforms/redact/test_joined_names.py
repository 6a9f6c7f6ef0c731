"""Names that damage joins to other words or divides, and how a name is divided into words."""

from __future__ import annotations

import pytest

import cableconv
from cableconv.cable import Cable, Paragraph, Table


def redacted(text: str, names: str) -> tuple[str, list[str]]:
    """Return the text without the names, and the codes of its warnings."""
    cable = Cable(body=(Paragraph(text=text),))
    left = cableconv.transform(cable, "redact", names=names.encode())
    codes = [found.code for found in left.diagnostics if found.severity == "warning"]
    return left.text, codes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ibrahim Sva'id", "[NAME 1]"),
        ("Ibrahim Svaid", "[NAME 1]"),
        ("Ibrahim Sva id", "[NAME 1]"),
        ("SVA’ID, Ibrahim", "[NAME 1]"),
        ("I. Sva'id", "[NAME 1]"),
        ("Ibrahim Q. Sva'id", "[NAME 1]"),
    ],
)
def test_a_name_with_an_apostrophe_is_one_word(text: str, left: str) -> None:
    assert redacted(text, "Ibrahim Sva'id") == (left, [])


def test_its_surname_alone_is_counted() -> None:
    assert redacted("Mr. Sva'id came.", "Ibrahim Sva'id")[1] == ["name-stands-alone"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ida Wray-Fenwick", "Mrs. Wray came."),
        ("Ida Wray-Fenwick", "Mrs. Fenwick came."),
        ("Zhao Li", "Mr. Zhao came."),
        ("Abu al-Masri", "Mr. Masri came."),
    ],
)
def test_each_part_of_a_surname_is_counted(name: str, text: str) -> None:
    assert redacted(text, name) == (text, ["name-stands-alone"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ida FenwickHe left.", "Ida [NAME 1]He left."),
        ("He metFenwick.", "He metFenwick."),
        ("He visitedFenwick.", "He visited[NAME 1]."),
        ("McFenwick", "McFenwick"),
        ("DrFenwick and MrsFenwick", "Dr[NAME 1] and Mrs[NAME 1]"),
    ],
)
def test_a_capital_after_small_letters_begins_a_word(text: str, left: str) -> None:
    assert redacted(text, "Fenwick")[0] == left


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ida Fenwicksaid so.", ["name-inside-word"]),
        ("They METFENWICK there.", ["name-inside-word"]),
        ("The Fenwickes left.", ["name-inside-word"]),
        ("He met Fenw ick there.", ["name-inside-word"]),
        ("He met Fenwick there.", ["name-stands-alone"]),
        ("The Fenwicks left.", ["name-stands-alone"]),
        ("Ida Fenwick left.", []),
        ("Nobody left.", []),
    ],
)
def test_letters_of_a_name_in_other_words_are_counted(text: str, codes: list[str]) -> None:
    assert redacted(text, "Ida Fenwick")[1] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Holmsaid so.", ["name-inside-word"]),
        ("It was MINISTERHOLM.", ["name-inside-word"]),
        ("Write to iholm@mfa.example.", ["name-inside-word"]),
        ("Write to holmi@mfa.example.", ["name-inside-word"]),
        ("See iholm.doc.", ["name-inside-word"]),
        ("Stockholm is cold.", []),
        ("Write to stockholm@mfa.example.", []),
        ("The Holmes left.", []),
    ],
)
def test_few_letters_count_beside_common_words_and_in_addresses(
    text: str, codes: list[str]
) -> None:
    assert redacted(text, "Holm") == (text, codes)


def test_short_names_are_not_sought_in_other_words() -> None:
    assert redacted("Stockholm is cold.", "Holm") == ("Stockholm is cold.", [])
    assert redacted("The Fenwicksaid so.", "Fenwick")[1] == ["name-inside-word"]


def test_the_message_has_the_line_and_the_count() -> None:
    cable = Cable(body=(Paragraph(text="Fenwicksaid, Fenwicktold"),))
    left = cableconv.transform(cable, "redact", names=b"# who\nIda Fenwick\n")
    said = "the letters of a name in line 2 of the list remain in other words 2 times"
    assert said in [found.message for found in left.diagnostics]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ifenwick@mfa.example", "[NAME 1]@mfa.example"),
        ("iofenwick2@mfa.example", "[NAME 1]2@mfa.example"),
        ("fenwicki@mfa.example", "[NAME 1]@mfa.example"),
        ("ida_fenwick@mfa.example", "[NAME 1]@mfa.example"),
        ("see ifenwick.pdf", "see [NAME 1].pdf"),
        ("ifenwick wrote", "ifenwick wrote"),
    ],
)
def test_initials_before_a_surname_are_the_name_in_an_address(text: str, left: str) -> None:
    assert redacted(text, "Ida Otto Fenwick")[0] == left


def test_both_parts_of_a_surname_are_the_name_in_an_address() -> None:
    assert redacted("iwray-fenwick@mfa.example", "Ida Wray-Fenwick")[0] == "[NAME 1]@mfa.example"


@pytest.mark.parametrize("listed", ["Holm, Ida", "HOLM, IDA", "Ida Holm, Jr.", "Ida Holm III"])
@pytest.mark.parametrize(
    "text", ["Ida Holm", "HOLM, IDA", "I. Holm", "Holm, I.", "Ida B. Holm", "iholm@mfa.example"]
)
def test_a_listed_name_may_begin_with_the_surname(listed: str, text: str) -> None:
    assert redacted(text, listed)[0] == "[NAME 1]" + text[text.find("@") :] * ("@" in text)
    assert redacted("Holm came.", listed)[1] == ["name-stands-alone"]


def test_a_comma_in_another_name_is_not_necessarily_that_of_a_surname() -> None:
    name = "Harbor Office of Fish, Oslo"
    assert redacted(f"He met the {name}.", name)[0] == "He met the [NAME 1]."


@pytest.mark.parametrize("text", ["Kja-\ner", "KJA- ER", "Jens-\nKjaer", "KJAER,\nJE-\nNS"])
def test_a_name_may_be_divided_at_a_lines_end(text: str) -> None:
    assert redacted(text, "Jens Kjaer | Kjaer")[0] == "[NAME 1]"


def test_several_short_words_may_be_spaced_out() -> None:
    assert redacted("Z H A O  L I", "Zhao Li")[0] == "[NAME 1]"


def test_a_long_name_may_be_divided_between_cells() -> None:
    table = Table(rows=(("Ida Fenw", "ick"),), text="Ida Fenw  ick")
    left = cableconv.transform(Cable(body=(table,)), "redact", names=b"Ida Fenwick\n").body[0]
    assert isinstance(left, Table)
    assert left.rows == (("[NAME 1]", ""),)
