"""Writes a table of message data as a telegram's heading and preface, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from cableconv.rendering.message_data import NO_SUBJECT

from cableconv_pdf.printed import Line

Values = Sequence[tuple[str, Line]]
"""The lines of a row's value, with their positions."""

FORM = "form"
_ROUTE = re.compile(r"(?P<words>.*\S) \(?(?P<route>R[A-Z]{3,7})\)?$")
_PLACE = re.compile(r" \([^()]+\)$")  # of the post, behind its name
_DTG = re.compile(r"\d{6}Z [A-Z]{3} \d\d(?:\d\d)?")
_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}, \d\d:\d\d(?= UTC)")
_NUMBER = re.compile(r"Telegram \d\d([A-Z]+)(\d+)$")
_SECTION = re.compile(r"(\d+)\b(?: to \d+|[\d, ]* and \d+)? of (\d+)$")
_SPACED = re.compile(r"(?<!\S)(?:\S ){3,}\S.*|UNCLAS\b.*")
_EXCEPT = re.compile(r"(?:(?P<name>.+?) )?except (?P<exempted>.*)$")
_BROKEN = re.compile(
    r"(?:(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE|\d{1,6}|R[A-Z]{3,7})(?: |$))++$"
)
_PRECEDENCE = re.compile(r"(FLASH|NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE)")
_PROSIGNS = {
    "FLASH": "Z", "NIACT IMMEDIATE": "O", "IMMEDIATE": "O", "PRIORITY": "P", "ROUTINE": "R",
}  # fmt: skip
_DATELINE = " · "
_RUN_IN = "; "
_COLUMNS = "Distribution"
_PRINTED = (_COLUMNS, "Drafted by", "Approved by", "Cleared by")
_LINES = ("Captions", "Passing", "Notices")
_ONLY_WORDS = ("Precedence", "Declassify on")


class Field(NamedTuple):
    """A row of the table: its label, and each line of its value with its position."""

    label: str
    values: list[tuple[str, Line]]


def heading(
    title: Sequence[Line], subject: Sequence[Line], fields: Sequence[Field]
) -> Iterator[Line]:
    """Yield every line from the distribution to the classifier."""
    known = {field.label: field.values for field in fields}
    for label in _PRINTED:
        is_lost = label == _COLUMNS and _is_web_page(title)
        yield from _as_printed(known, label, FORM if is_lost else None)
    yield from _date(known)
    yield from _sender(known, title)
    yield from _addressees(known, "To")
    yield from _addressees(known, "Info")
    yield from _class_line(known, title)
    for label in _LINES:
        yield from _as_printed({label: _unwrapped(known.get(label, []))}, label)
    yield from _labelled(known.get("E.O.", []), "E.O. ")
    yield from _labelled([(_tags(*value), value[1]) for value in known.get("TAGS", [])], "TAGS: ")
    words = [(line.text.strip(), line) for line in subject if line.text.strip() != NO_SUBJECT]
    yield from _labelled(words, "SUBJECT: ")
    yield from _labelled(known.get("References", []), "REF: ")
    yield from _labelled(known.get("Classified by", []), "Classified By: ")
    for label in _ONLY_WORDS:
        for text, line in known.get(label, []):
            yield _written(f"{label} {text}", line, kind=FORM)


def _written(text: str, line: Line, gap: int = 0, kind: str | None = None) -> Line:
    """Return a line of the telegram, made from ``line``; set apart if it has a kind."""
    return line._replace(text=text, gap=gap, kind=kind)


def _as_printed(known: Mapping[str, Values], label: str, kind: str | None = None) -> Iterator[Line]:
    for text, line in known.get(label, []):
        in_columns = line.text.strip().removeprefix(label).strip()
        yield _written(in_columns if label == _COLUMNS else text, line, kind=kind)


def _is_web_page(title: Sequence[Line]) -> bool:
    """Whether there is no line below the subject; such a page has lost the lines of blocks."""
    return any(_DATELINE in line.text for line in title)


def _unwrapped(values: Values) -> Values:
    """Join lines whose next one begins with a lower-case letter."""
    found: list[tuple[str, Line]] = []
    for text, line in values:
        if found and text[:1].islower():
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        else:
            found.append((text, line))
    return found


def _labelled(values: Values, label: str) -> Iterator[Line]:
    for index, (text, line) in enumerate(values):
        yield _written(("" if index else label) + text, line)


def _date(known: Mapping[str, Values]) -> Iterator[Line]:
    """Yield format line 5: precedence for action, for information, date-time group."""
    for text, line in known.get("Date", []):
        group = _DTG.search(text)
        sent = group[0] if group else _group(text)
        if sent:
            named = " ".join(value for value, _ in known.get("Precedence", []))
            signs = [_PROSIGNS[word] for word in _PRECEDENCE.findall(named)]
            yield _written(" ".join([*signs, sent]), line)
        yield _written(f"Date {text}", line, kind=FORM)


def _group(text: str) -> str | None:
    """Return the date-time group of a day in words."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        day = datetime.strptime(found[0], "%B %d, %Y, %H:%M")
    except ValueError:
        return None
    return f"{day:%d%H%MZ %b %y}".upper()


def _sender(known: Mapping[str, Values], title: Sequence[Line]) -> Iterator[Line]:
    """Yield the name; the post's place, which telegrams do not print, is set apart."""
    for text, line in known.get("From", []):
        found = _ROUTE.match(text)
        words, route = (found["words"], found["route"] + "/") if found else (text, "")
        name = _named(words, [each.text.strip() for each in title])
        yield _written(f"FM {route}{name}", line)
        if name != words:
            yield _written(f"From {text}", line, kind=FORM)


def _named(words: str, title: Sequence[str]) -> str:
    """Return the sender's name without the place, which is also in the line below the subject."""
    for line in title:
        name = line.partition(_DATELINE)[0]
        if words.startswith(name) and name:
            return name
    return _PLACE.sub("", words)


def _addressees(known: Mapping[str, Values], label: str) -> Iterator[Line]:
    """Yield the list, with its label before the first, and again after exempted members."""
    prefix = label.upper() + " "
    for text, line in _whole(known.get(label, [])):
        found = _EXCEPT.match(text)
        name, exempted = (found["name"], found["exempted"].split(", ")) if found else (text, [])
        if name:
            yield _written(prefix + _addressee(name), line)
        for number, each in enumerate(exempted):
            yield _written(("" if number else "XMT ") + each, line)
        prefix = label.upper() + " " if exempted else ""


def _whole(values: Values) -> Values:
    """Return each addressee separately, even from running text.

    If precedence, number and route did not fit after the name, they are added again.
    """
    together = " ".join(text for text, _ in values)
    if _RUN_IN in together:
        return [(each, values[0][1]) for each in together.split(_RUN_IN)]
    found: list[tuple[str, Line]] = []
    for text, line in values:
        if found and _BROKEN.match(text):
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        else:
            found.append((text, line))
    return found


def _addressee(text: str) -> str:
    """Move the routing indicator from the end, as in the table, to the beginning."""
    found = _ROUTE.match(text)
    return f"{found['route']}/{found['words']}" if found else text


def _class_line(known: Mapping[str, Values], title: Sequence[Line]) -> Iterator[Line]:
    """Yield level, section and number; the number is the title's if the table has none."""
    levels = known.get("Classification", [])
    level = " ".join(text for text, _ in levels)
    spaced = _SPACED.search(level)
    words = [spaced[0] if spaced else level.replace("//", " "), *_section(known)]
    words += [text for text, _ in known.get("Number", [])] or list(_number(title))
    if any(words):
        line = (levels or known.get("Number", [("", title[0])]))[0][1]
        yield _written(" ".join(filter(None, words)), line, gap=1)


def _section(known: Mapping[str, Values]) -> Iterator[str]:
    for text, _ in known.get("Section", []):
        if found := _SECTION.match(text):
            yield f"SECTION {int(found[1]):02} OF {int(found[2]):02}"


def _number(title: Sequence[Line]) -> Iterator[str]:
    for line in title:
        if found := _NUMBER.match(line.text.strip()):
            yield f"{found[1]} {found[2]:0>6}"


def _tags(text: str, line: Line) -> str:
    """Return tags, in pieces or separated by semicolons, as a telegram's list."""
    pieces = [piece.text for piece in line.row.pieces] if line.row else []
    if pieces and pieces[0] == "TAGS":
        pieces = pieces[1:]
    return ", ".join(pieces) if len(pieces) > 1 else text.replace(";", ",")
