"""Names from a list are found in any spelling, and always replaced by the same words."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cableconv
from cableconv.cable import Cable, Paragraph, Preformatted, Table
from cableconv.errors import InvalidOptionError
from cableconv.transforms.redact.name_list import read_names

LIST = """\
# people
Jens Kjær | Kjaer
Jens Kjaer Hansen      # his son
Abu al-Masri

/\\+354[ \\d]{7,}\\d/
O'Brien
Müller
"""


def texts(cable: Cable) -> list[str]:
    return [block.text for block in cable.body if isinstance(block, Paragraph | Preformatted)]


def redacted(text: str, names: str = LIST, **options: Any) -> str:
    cable = Cable(body=(Paragraph(text=text),))
    left = cableconv.transform(cable, "redact", names=names.encode(), **options)
    (paragraph,) = left.body
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jens Kjaer spoke.", "[NAME 1] spoke."),
        ("JENS KJAER,S boat", "[NAME 1],S boat"),
        ("KJAER, JENS", "[NAME 1]"),
        ("Jens\n  Kjær", "[NAME 1]"),
        ("Jens Kja-\ner", "[NAME 1]"),
        ("Jens\u00a0Kja\u00ade\u200br", "[NAME 1]"),
        ("Jens Kjae\u0301r", "[NAME 1]"),
        ("Mr. Kjaer's", "Mr. [NAME 1]'s"),
        ("jens_kjaer.txt", "[NAME 1].txt"),
        ("07KJAER48", "07[NAME 1]48"),
        ("Jens Kjaer Hansen", "[NAME 2]"),
        ("Abu Al Masri and ABU ALMASRI", "[NAME 3] and [NAME 3]"),
        ("call +354 555 0100 now", "call [NAME 4] now"),
        ("OBRIEN, O'BRIEN, O’Brien, o brien", "[NAME 5], [NAME 5], [NAME 5], [NAME 5]"),
        ("MUELLER, MULLER, Müller, Mu\u0308ller", "[NAME 6], [NAME 6], [NAME 6], [NAME 6]"),
        ("Kjaersgaard and Bekkjaer", "Kjaersgaard and Bekkjaer"),
        ("Jens and Hansen", "Jens and Hansen"),
    ],
)  # fmt: skip
def test_a_name_is_found_in_every_spelling_as_whole_words(text: str, left: str) -> None:
    assert redacted(text) == left


words = st.text("abcdehklnorstuäåæéßðöøüþ", min_size=3, max_size=8)


@settings(max_examples=settings().max_examples // 2)  # each example compiles patterns
@given(st.lists(words, min_size=1, max_size=3), st.sampled_from(["NFC", "NFD"]))
def test_any_name_is_found_in_capitals_hyphenated_and_with_combining_accents(
    given_words: list[str], form: Literal["NFC", "NFD"]
) -> None:
    name = " ".join(given_words)
    for spelling in (name.upper(), name.title(), "-\n".join(given_words), f"07{name}48"):
        left = redacted(unicodedata.normalize(form, spelling), names=f"{name}\n")
        assert left.strip("0748") == "[NAME 1]"


def test_overlapping_names_are_both_replaced() -> None:
    assert redacted("Anna Birk Dahl", "Anna Birk\nBirk Dahl Holm\nBirk Dahl\n") == "[NAME 1]"


def test_a_names_number_is_its_line_in_the_list() -> None:
    assert redacted("Only Mueller came.") == "Only [NAME 6] came."


def test_the_replacement_can_be_chosen() -> None:
    assert redacted("Jens Kjaer", replacement="XXXXX") == "XXXXX"
    assert redacted("Jens Kjaer", replacement="<person {}>") == "<person 1>"


def test_a_name_may_continue_in_the_next_cell_line_or_tag() -> None:
    cable = Cable(
        tags=("PREL", "KJAER", "JENS", "NO"),
        passing=("FOR JENS", "KJAER ONLY"),
        body=(
            Table(rows=(("a", "Jens", "Kjaer"), ("b", "Kjaer", "")), text="a Jens Kjaer\nb Kjaer"),
        ),
    )
    left = cableconv.transform(cable, "redact", names=LIST.encode())
    assert left.tags == ("PREL", "[NAME 1]", "NO")
    assert left.passing == ("FOR [NAME 1]", " ONLY")
    (table,) = left.body
    assert isinstance(table, Table)
    assert table.rows == (("a", "[NAME 1]", ""), ("b", "[NAME 1]", ""))


def test_a_name_may_continue_in_the_next_block() -> None:
    cable = Cable(body=(Paragraph(text="He met Jens"), Preformatted(text="  Kjaer of Oslo")))
    left = cableconv.transform(cable, "redact", names=LIST.encode())
    assert texts(left) == ["He met [NAME 1]", " of Oslo"]


def test_a_pattern_that_matches_before_a_word_names_nothing() -> None:
    """It matches no empty text, and so is not refused."""
    assert redacted("The fog and Kjaer", "/(?=fog)/\nKjaer\n") == "The fog and [NAME 2]"


def test_a_pattern_is_matched_in_each_text_separately() -> None:
    cable = Cable(body=(Paragraph(text="Ice. Fog."), Paragraph(text="Fog. Ice.")))
    left = cableconv.transform(cable, "redact", names=b"/^Fog.*/\n/^Ice[^x]*$/\n")
    assert texts(left) == ["[NAME 2]", "[NAME 1]"]


def test_each_mention_is_reported_without_the_name() -> None:
    cable = Cable(body=(Paragraph(text="Kjaer, Kjaer and Mueller"),))
    left = cableconv.transform(cable, "redact", names=LIST.encode())
    assert [(found.code, found.message) for found in left.diagnostics] == [
        ("name-replaced", "name 1 of the list replaced"),
        ("name-replaced", "name 1 of the list replaced"),
        ("name-replaced", "name 6 of the list replaced"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kja\ner", "[NAME 1]"),
        ("ＫＪＡＥＲ", "[NAME 1]"),
        ("K J A E R", "[NAME 1]"),
        ("Kjær Jens", "[NAME 1]"),
        ("Jens M. Kjær", "[NAME 1]"),
        ("J. Kjær and J.M. Kjaer", "[NAME 1] and [NAME 1]"),
        ("Kjærs boat, the Kjaers' ice", "[NAME 1]s boat, the [NAME 1]s' ice"),
        ("Kj\u0430er", "[NAME 1]"),
        ("A. Masri", "[NAME 3]"),
    ],
)
def test_a_name_is_found_with_transmission_and_typing_errors(text: str, left: str) -> None:
    assert redacted(text) == left


@pytest.mark.parametrize(
    "name",
    [
        "Sofia Gri\ufb03n", "So\ufb01a Griffin", "Sofia Grif\ufb01n",  # ligatures
        "\U0001d412\U0001d428fia Griffin", "\u24c8ofia Griffin", "So\ufe0ffia Griffin",
        "Sofia Gri\u202effin", "Sofia Gri\u2066ffin", "Sofia Gri\u180effin", "\u0405ofia Griffin",
        "Sofia Gri ffin", "So fia Griffin", "So-\nfia Gr iffin", "Sofia%20Griffin",
        "Sofia M. K. L. Griffin", "Griffin, S.", "GRIFFIN S.M.", "Griffin Sofia",
    ],
)  # fmt: skip
def test_a_name_is_found_in_letters_of_other_forms(name: str) -> None:
    cable = Cable(body=(Paragraph(text=f"\ufb01ne: {name} came."),))
    (left,) = cableconv.transform(cable, "redact", names=b"Sofia Griffin\n").body
    assert isinstance(left, Paragraph)
    assert left.text == "\ufb01ne: [NAME 1] came."


@pytest.mark.parametrize(
    "text", ["So, fine as Griffins are, I left.", "as her car", "Sofia G came."]
)
def test_other_words_of_the_same_letters_stay(text: str) -> None:
    cable = Cable(body=(Paragraph(text=text),))
    left = cableconv.transform(cable, "redact", names=b"Sofia Griffin\nAsher\nIda Her\n")
    assert left.body == cable.body


@pytest.mark.parametrize(
    ("listed", "text", "left"),
    [
        ("Christopher Wray", "C. Wray", "[NAME 1]"),
        ("Jens Otto Kjaer", "Kjaer, J. and Kjaer, O.", "[NAME 1] and Kjaer, O."),
        ("Jens Otto Kjaer", "J. Otto Kjaer, Jens O. Kjaer", "[NAME 1], [NAME 1]"),
        ("Jens Otto Max Kjaer", "J. Otto Max Kjaer, J. O. Max Kjaer", "[NAME 1], [NAME 1]"),
        ("Wray", "W R A Y and Wra y", "[NAME 1] and Wra y"),  # of 4 letters
        ("Ida Bran", "Ida Bra n", "Ida Bra n"),
        ("Ida Brand", "Ida Bra nd", "[NAME 1]"),  # of 8 letters
        ("Lea", "Lea, Lea's and Leas", "[NAME 1], [NAME 1]'s and Leas"),
        ("Lena", "Lena, Lena's and Lenas", "[NAME 1], [NAME 1]'s and [NAME 1]s"),
        ("Pier 9", "Pier 9, Pier 95, Pier N, Pier 9A", "[NAME 1], Pier 95, Pier N, [NAME 1]A"),
        ("9 Pier", "9 Pier, 19 Pier, A9 Pier", "[NAME 1], 19 Pier, A[NAME 1]"),
        ("  /fog # \\d/  ", "fog # 7 and fog", "[NAME 1] and fog"),  # no comment
    ],
)
def test_a_listed_name_is_found_but_no_other(listed: str, text: str, left: str) -> None:
    assert redacted(text, listed) == left


@pytest.mark.parametrize("letter", "\u01fd\u01e3\u00e6")
def test_a_digraph_with_an_accent_is_the_same_digraph(letter: str) -> None:
    cable = Cable(body=(Paragraph(text=f"Jens Kj{letter}r"),))
    for listed in ("Jens Kj\u00e6r", "Jens Kjaer"):
        (left,) = cableconv.transform(cable, "redact", names=listed.encode()).body
        assert isinstance(left, Paragraph)
        assert left.text == "[NAME 1]"


def test_a_surname_alone_is_reported_with_its_line() -> None:
    cable = Cable(body=(Paragraph(text="Ida Holm came. Holm sat. Holms boat. Holmes left."),))
    left = cableconv.transform(cable, "redact", names=b"# who\nIda Holm\n")
    (warned,) = [found for found in left.diagnostics if found.severity == "warning"]
    assert (warned.code, warned.line) == ("name-stands-alone", None)
    assert warned.message == "the surname in line 2 of the list occurs alone 2 times"


@pytest.mark.parametrize(
    ("listed", "text", "times"),
    [
        ("Ida Fenwick | Otto Brandt", "Fenwick met Brandt.", ["2 times"]),
        ("Jens Otto Kjaer", "Kjaer met Kjaer and Otto.", ["2 times"]),
        ("Ida Lam", "Lam has three letters.", []),
        ("Ida Wray", "Wray has four letters.", ["1 time"]),
    ],
)
def test_surnames_alone_are_counted(listed: str, text: str, times: list[str]) -> None:
    cable = Cable(body=(Paragraph(text=text),))
    left = cableconv.transform(cable, "redact", names=listed.encode())
    warned = [found.message for found in left.diagnostics if found.code == "name-stands-alone"]
    assert [message.partition(" alone ")[2] for message in warned] == times


def test_an_initial_is_not_a_word_before_a_word() -> None:
    assert redacted("I long for ice, said I. Long", "Ida Long\n") == (
        "I long for ice, said [NAME 1]"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no name"),
        (b"# nothing\n\n", "holds no name"),
        (b"Kjaer\n/[/\n", r"line 2: '/\[/' is not a pattern"),
        (b"Kjaer\n\n/a*/\n", "line 3: .* matches an empty text"),
        (b"/\\b/", "line 1: .* matches an empty text"),
        (b"/Kjaer\n", "line 1: .* between two slashes"),
        (b"//\n", "line 1: .* between two slashes"),
        (b"Kjaer\n--\n", "line 2: '--' has fewer than two letters"),
        (b"Kjaer | \n", "line 1: .* has fewer than two letters"),
        (b"X | Ada Wray\n", "line 1: .* has fewer than two letters"),
        (b"Kjaer\nKj\xe6r\n", "line 2: not UTF-8"),
        (b"\nKjaer\nKj\xe6r\nOtto\nIda\n", "line 3: not UTF-8"),
    ],
)
def test_an_invalid_list_is_refused_with_its_line(data: bytes, said: str) -> None:
    with pytest.raises(InvalidOptionError, match=said):
        cableconv.transform(Cable(), "redact", names=data)


def test_a_list_may_have_a_byte_order_mark_and_any_line_ends() -> None:
    rules = read_names("\ufeffKjaer\r\nLi\r\n".encode())
    assert [(rule.number, rule.line, rule.is_short) for rule in rules] == [
        (1, 1, False),
        (2, 2, True),
    ]
    (rule,) = read_names(b"Li | Ada Wray\n")
    assert rule.is_short  # by the shortest of its names


def test_a_very_short_name_is_a_warning_with_its_line() -> None:
    with pytest.warns(RuntimeWarning, match="names, line 2"):
        cableconv.transform(Cable(), "redact", names=b"Kjaer\nLi\n")


def test_the_list_is_given_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Kjaer\n", encoding="utf-8")
    left = cableconv.transform(Cable(subject="KJAER"), "redact", names=path)
    assert left.subject == "[NAME 1]"
