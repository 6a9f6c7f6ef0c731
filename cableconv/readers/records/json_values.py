"""The values of a JSON record: texts and numbers by their names, including nested ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json import loads

from cableconv.patterns import pattern
from cableconv.readers.records.columns import HEADER, ROLES, TEXT, is_usual
from cableconv.readers.records.json_parts import NAMES as NAMES_OF_PARTS
from cableconv.readers.records.json_parts import joined, parts
from cableconv.readers.records.record import Escapes, Value, plain
from cableconv.readers.records.texts import has_header, looks_like_a_cable

_BRACKET = pattern(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\]]', re.DOTALL)
_KEY = pattern(r'"((?:[^"\\]++|\\.)*+)"\s*+:\s*+', re.DOTALL)
_STRING = pattern(r'"((?:[^"\\]++|\\.)*+)"?', re.DOTALL)
_LINES = pattern(
    r'\[\s*+"((?:[^"\\]++|\\.)*+(?:"\s*+,\s*+"(?:[^"\\]++|\\.)*+)*+)"\s*+\]', re.DOTALL
)
_TEXTS = pattern(r'(?<!\\)(?:\\\\)*\\n(?!\s*+"\s*+,|\s*+\Z)[^"\\]*+(?:\\.[^"\\]*+)*+"\s*+,')
"""A line end inside one of several texts: these are paragraphs or cables, not lines of one."""
_BETWEEN = pattern(r"\s*+,?\s*+")
_SCALAR = pattern(r"[^,{}\[\]\"]*+")
_TYPE = "$"  # MongoDB's {"$date": ...} means the value itself
_DEEPEST = 20
_ABOUT = frozenset(("meta", "metadata", "_meta", "fields", "properties", "attributes", "info"))
"""Objects beside a text that say something about it."""
_OF_METADATA = tuple(role for role in ROLES if role != TEXT)


@lru_cache(maxsize=1024)
def _meaning(escape: str) -> str | None:
    if escape == "\0":
        return ""
    found = str(loads(f'"{escape}"')) if escape[1] in 'bfnrtu"\\/' else None
    return found and found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_FORM = r"\\u[Dd][89ABab][\da-fA-F]{2}\\u[Dd][C-Fc-f][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\[^u]|\x00"
ESCAPES = Escapes(pattern(_FORM, re.DOTALL), _meaning)
"""The escapes of a JSON text (RFC 8259)."""
_OF_LISTS = pattern(rf'"\s*+,\s*+"|{_FORM}', re.DOTALL)
_ESCAPES_OF_LINES = Escapes(
    _OF_LISTS, lambda escape: "\n" if escape[0] == '"' else _meaning(escape)
)
_ESCAPES_OF_PARAGRAPHS = Escapes(
    _OF_LISTS, lambda escape: "\n\n" if escape[0] == '"' else _meaning(escape)
)
_BETWEEN_TEXTS = pattern(r'(?<!\\)(?:\\\\)*"\s*+,\s*+"')


def members(text: str) -> dict[str, Value]:
    """Return the object's texts and numbers; a list of lines or paragraphs becomes one text.

    Nested values count, by their own names, if the object itself has no text, or for what it does
    not say itself, if they are in an object about it (``"meta": {"header": ...``).
    """
    begin = text.find("{") + 1
    found, deeper = _own(text, begin, len(text))
    has_text = any(is_usual(TEXT, name) for name in found)
    unsaid = [role for role in _OF_METADATA if not _says(found, role)] if has_text else []
    for name, start in deeper:
        is_about = name.lower() in _ABOUT
        for inner, value in _all(text, name, start, _DEEPEST):
            if not has_text or inner == name or (is_about and _fills(unsaid, inner, text, value)):
                found.setdefault(inner, value)
    return found


def _says(found: Iterable[str], role: str) -> bool:
    """Whether a value has the role; an id may be the database's own, so that another counts."""
    return role != "id" and any(is_usual(role, name) for name in found)


def _fills(roles: Iterable[str], name: str, text: str, value: Value) -> bool:
    role = next((role for role in roles if is_usual(role, name)), None)
    return role is not None and (role != HEADER or has_header(plain(text, value)))


def cells(text: str, at: int = 0) -> tuple[list[Value | None], int]:
    """Return the values of the list or object that begins there, in order, and its end.

    An object's names are ignored; ``null`` and nested values become None.
    """
    is_object, found = text[at : at + 1] == "{", list[Value | None]()
    begin = at + 1
    while begin > at:
        between = _BETWEEN.match(text, begin)
        at = between.end() if between else begin
        if text[at : at + 1] in ("]", "}", ""):
            break
        if is_object and (key := _KEY.match(text, at)):
            at = key.end()
        value, begin = _cell(text, at)
        found.append(value)
    return found, at + 1


def _cell(text: str, at: int) -> tuple[Value | None, int]:
    """Return one value, and its end."""
    if string := _STRING.match(text, at):
        return Value(string.start(1), string.end(1), ESCAPES), string.end()
    if text[at : at + 1] in ("{", "["):
        return None, behind(text, at)
    scalar = _SCALAR.match(text, at)
    stop = scalar.end() if scalar else at
    return (Value(at, stop, ESCAPES) if text[at:stop].strip() != "null" else None), stop


def _all(text: str, name: str, start: int, levels: int) -> Iterator[tuple[str, Value]]:
    """Yield the values of the object that begins there, its own values first."""
    own, deeper = _own(text, start + 1, behind(text, start))
    for inner, value in own.items():
        yield name if inner.startswith(_TYPE) else inner, value
    for inner, at in deeper if levels else ():
        yield from _all(text, inner, at, levels - 1)


def _own(text: str, at: int, end: int) -> tuple[dict[str, Value], list[tuple[str, int]]]:
    """Return the values between two offsets, and the offsets of the objects among them."""
    found: dict[str, Value] = {}
    deeper: list[tuple[str, int]] = []
    while key := _KEY.search(text, at, end):
        at = key.end()
        if lines := _LINES.match(text, at):
            if value := _joined(text, *lines.span(1)):
                found[key[1]] = value
            at = lines.end()
        else:
            name, start = key[1], at
            if text[at : at + 1] == "{":
                deeper.append((name, at))
            value, at = _cell(text, at)
            if value:
                found[name] = value
            elif name in NAMES_OF_PARTS and (pieces := parts(text, start, at)):
                found.setdefault(pieces.name, joined(pieces, name, ESCAPES))
    return found, deeper


def _joined(text: str, start: int, end: int) -> Value | None:
    """Return the texts of a list as one, of lines or of paragraphs; None if they are cables."""
    if not _TEXTS.search(text, start, end):
        return Value(start, end, _ESCAPES_OF_LINES)
    whole = Value(start, end, _ESCAPES_OF_PARAGRAPHS)
    parts = _BETWEEN_TEXTS.split(text[start:end])
    cables = sum(looks_like_a_cable(plain(part, Value(0, len(part), ESCAPES))) for part in parts)
    return whole if cables < 2 else None


def behind(text: str, at: int) -> int:
    """Return the offset after the list or object that begins there."""
    depth = 0
    for token in _BRACKET.finditer(text, at):
        if token[0] in ("{", "["):
            depth += 1
        elif token[0] in ("}", "]"):
            depth -= 1
            if not depth:
                return token.end()
    return len(text)
