"""Records in YAML, and dictionaries as Python prints them: each cable whole, with its number."""

from __future__ import annotations

import json
import pprint
import re
import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from cableconv.errors import NoCableError
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.records import read, sniff
from cableconv.telegram import Telegram

HEADER = "O 0{0}1145Z MAY 08\nFM AMEMBASSY SUVA\nTO SECSTATE WASHDC 00{0}1"
BODY = """UNCLAS SUVA 00000{0}

TAGS: SENV, FJ
SUBJECT: GEESE: "GULLS", AND C:\\TERNS # TWO

1. (U) The warden's geese \u2013 'all of them' \u2013 came (back).
   {{A}} list: of "two"
- not an item: of YAML

2. (U) No comment.

PELL"""
IDS = ("08SUVA1", "08SUVA2")


def telegrams(text: str) -> list[Telegram]:
    assert sniff(Content(text)) is Sniff.SURE
    return list(read(Content(text)))


def body(number: int) -> str:
    return BODY.format(number)


def full(number: int) -> str:
    return f"{HEADER.format(number)}\n\n{body(number)}"


def block(text: str, depth: int) -> str:
    return f"|\n{textwrap.indent(text, ' ' * depth)}\n"


def django(number: int) -> str:
    return (
        f"- model: leaks.cable\n  pk: {number}\n  fields:\n    refid: {IDS[number - 1]}\n"
        f"    header: {block(HEADER.format(number), 6)}    content: {block(body(number), 6)}"
    )


def rails(number: int) -> str:
    return f"cable_{number}:\n  reference_id: 08SUVA{number}\n  body: {block(full(number), 4)}"


def by_number(number: int) -> str:
    return f"08SUVA{number}:\n  date: 2008-05-0{number}\n  body: {block(full(number), 4)}"


def quoted(number: int) -> str:
    return f'- id: "08SUVA{number}"\n  body: {json.dumps(full(number))}\n'


def quoted_on_lines(number: int) -> str:
    """As PyYAML does, with line ends doubled, and blanks before and after an escaped line end."""
    first, rest = full(number).split("SUVA 0", 1)
    second = json.dumps("SUVA 0" + rest, ensure_ascii=False)[1:]
    return f"- id: 08SUVA{number}\n  body: {json.dumps(first)[:-1]}\\\n    {second}\n"


def in_apostrophes(number: int) -> str:
    """Blanks at a line's beginning are not kept there, so none are written."""
    text = re.sub(r"\n +", "\n", full(number).replace("'", "''"))
    folded = re.sub(r"\n+", lambda ends: f"{ends[0]}\n    ", text)
    return f"- id: 08SUVA{number}\n  body: '{folded}'\n"


def in_quotation_marks(number: int) -> str:
    """As in apostrophes, but with escapes: here of the quotation marks, backslashes and letters."""
    text = re.sub(r"\n +", "\n", full(number).replace("\\", "\\\\").replace('"', '\\"'))
    escaped = text.replace("PELL", r"\x50\u0045\U0000004CL").replace("\u2013", r"\u2013")
    folded = re.sub(r"\n+", lambda ends: f"{ends[0]}\n    ", escaped)
    return f'- id: 08SUVA{number}\n  body: "{folded}"\n'


def document(number: int) -> str:
    return f"---\nid: 08SUVA{number}\nbody: {block(full(number), 2)}"


def under_a_name(number: int) -> str:
    item = f"  - id: 08SUVA{number}\n    body: {block(full(number), 6)}"
    return f"cables:\n{item}" if number == 1 else item


FORMS: dict[str, Callable[[int], str]] = {
    "a fixture of Django": django,
    "a fixture of Rails": rails,
    "under their numbers": by_number,
    "quoted": quoted,
    "quoted, with a line end behind a backslash": quoted_on_lines,
    "documents": document,
    "a list under a name": under_a_name,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("above", ["", "# made by a program\n\n"])
def test_each_item_is_a_cable_with_its_lines(form: str, above: str) -> None:
    found = telegrams(above + "".join(map(FORMS[form], (1, 2))))
    assert [each.text.rstrip() for each in found] == [full(1), full(2)]
    assert tuple(each.source.id for each in found) == IDS
    assert [each.source.row for each in found] == [1, 2]


@pytest.mark.parametrize("form", [in_apostrophes, in_quotation_marks])
def test_a_quoted_text_has_a_line_end_where_an_empty_line_is(form: Callable[[int], str]) -> None:
    found = telegrams("".join(map(form, (1, 2))))
    expected = [re.sub(r"\n +", "\n", full(number)) for number in (1, 2)]
    assert [each.text for each in found] == expected


def test_a_folded_text_has_a_line_end_where_an_empty_line_is() -> None:
    lines = full(1).replace("\n   {A}", "\n{A}").replace("\n", "\n\n")
    (found,) = telegrams(f"- id: 08SUVA1\n  body: >-\n{textwrap.indent(lines, '    ')}\n")
    assert found.text.split() == full(1).split()
    assert "FM AMEMBASSY SUVA\nTO SECSTATE" in found.text


def test_positions_are_those_of_the_file() -> None:
    text = "".join(map(rails, (1, 2)))
    found = telegrams(text)[1]
    line, column = found.position(found.text.index("SUBJECT"))
    assert text.splitlines()[line - 1][column - 1 :].startswith("SUBJECT")


def test_cables_in_a_list_inside_an_item_are_not_lost() -> None:
    inner = "".join(
        f"    - id: 08SUVA{number}\n      body: {block(full(number), 8)}" for number in (1, 2)
    )
    found = telegrams(f"- year: 2008\n  cables:\n{inner}")
    assert [each.text.rstrip() for each in found] == [full(1), full(2)]


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: Geese\nlayout: post\n---\n\n{full(1)}\n",
        f"Reference ID: 08SUVA1\nOrigin: Embassy Suva\n\n{full(1)}\n",
        f"- a list\n- of points\n\n{full(1)}\n",
        f"Subject: Geese\nFrom: Ann\n\n{full(1)}\n",
    ],
)
def test_front_matter_and_lines_above_a_telegram_are_not_records(text: str) -> None:
    assert sniff(Content(text)) is not Sniff.SURE


@pytest.mark.parametrize("code", [r"\ud800", r"\U00110000"])
def test_a_code_of_no_character_is_replaced(code: str) -> None:
    (found,) = telegrams(quoted(1).replace("PELL", f"{code} PELL"))
    assert found.text.endswith("\ufffd PELL")


def printed(write: Callable[[Any], str]) -> list[Telegram]:
    rows = [
        {"_id": number, "refid": IDS[number - 1], "tags": ["SENV", "FJ"], "body": full(number)}
        for number in (1, 2)
    ]
    return telegrams(write(rows))


@pytest.mark.parametrize(
    "write",
    [
        repr,
        pprint.pformat,
        lambda rows: pprint.pformat(rows, width=60, sort_dicts=False),
        lambda rows: "\n".join(map(repr, rows)),
        lambda rows: str(tuple(rows)),
    ],
)
def test_dictionaries_are_read_as_python_prints_them(write: Callable[[Any], str]) -> None:
    found = printed(write)
    assert [each.text for each in found] == [full(1), full(2)]
    assert tuple(each.source.id for each in found) == IDS


def test_dictionaries_too_long_for_memory_are_refused_with_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cableconv.readers.records.python_values._MOST", 100)
    with pytest.raises(NoCableError, match="too many to be read") as caught:
        printed(repr)
    assert "JSON Lines" in str(caught.value.hint)
