"""XML whose elements are records, with each value in a child element.

The National Archives publish the telegrams of 1973 to 1979 in this form (``CFPF.TEL...xml``, with
the text in ``msgtext``).  Elements are cut out as the file is read; entities are decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TextIO

from cableconv.patterns import pattern
from cableconv.readers.records import record
from cableconv.readers.records.columns import TEXT, is_usual
from cableconv.readers.records.record import PIECE, Escapes, Record, Row, Value
from cableconv.readers.records.texts import looks_like_a_cable

_OPENS = pattern(r"\s*+<(?:\?xml\b|!--|[A-Za-z])")
_TAG = pattern(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(?P<end>/?)(?P<name>[A-Za-z_][\w.:-]*+)[^<>]*?(?P<empty>/?)>",
    re.DOTALL,
)
_MEMBER = pattern(
    r"<(?P<name>[A-Za-z_][\w.:-]*+)(?P<attributes>\s[^<>]*+)?>(?P<value>[^<]*+(?:<!\[CDATA\[.*?\]\]>[^<]*+)*+)(?:</(?P=name)\s*>|\Z)",
    re.DOTALL,
)
_OF_PAGES = frozenset(("blockquote", "code", "div", "font", "html", "li", "p", "pre", "span", "td"))
"""Names of HTML: such a file is a page, whatever cable it shows."""
_SHORTEST = 100  # characters of a text under a name that is not usual
_HOLDS_ELEMENTS = pattern(r"\s*+<(?!!|/)")
_ATTRIBUTE = pattern(r"""\s(?P<name>[A-Za-z_][\w.-]*+)=(["'])(?P<value>[^"'<>]*+)\2""")
_NAMED = pattern(r"""\sname=["']([^"'<>]++)["']""")
_FIELDS = frozenset(("column", "data", "field", "property", "str", "value"))
"""Elements of MySQL's and Solr's files, all called the same."""
_OF_ITS_OWN = pattern(r"\sxmlns=|<!DOCTYPE\s+plist\b")
"""A format of its own; prefixes alone are also in feeds, and in files that programs export."""
_PROSE = ("text", "body", "head", "header", "p", "div", "message")
"""Names that HTML and TEI use too; they count only next to a cable's number."""
_NO_NUMBER = ("id", "_id", "name", "reference", "identifier")


def _meaning(escape: str) -> str:
    return unescape(escape) if escape[0] == "&" else ""


_ESCAPES = Escapes(
    pattern(r"&(?:\#x?[0-9a-fA-F]{1,8}|[A-Za-z]{1,30});|<!\[CDATA\[|\]\]>|\x00"), _meaning
)


def opens(head: str) -> bool:
    """Whether it is XML whose elements are records: by a name that only their texts have, or by
    the text of a cable in one, where it is no page and has no default namespace.
    """
    return _OPENS.match(head) is not None and _tag(head) is not None


def rows(stream: TextIO, head: str) -> Iterator[Row]:
    """Yield the elements that are records, unchanged; of one too long, the beginning."""
    tag = re.escape(_tag(head) or "")
    begins, ends = re.compile(rf"<{tag}(?=[\s>])"), re.compile(rf"</{tag}\s*>")
    number, line, held, is_cut = 0, 1, "", False
    while piece := stream.read(PIECE):
        held += piece
        while found := (ends if is_cut else begins).search(held):
            ended = found if is_cut else ends.search(held, found.end())
            is_cut = ended is None and (is_cut or len(held) - found.start() > record.LONGEST)
            if ended is None and not is_cut:
                break
            end = ended.end() if ended else len(held)
            if found is not ended:
                number += 1
                at = held.rfind("\n", 0, found.start())
                begun = line + held.count("\n", 0, found.start())
                text = held[found.start() : min(end, found.start() + record.LONGEST)]
                yield Row(number, begun, text, is_cut, column=found.start() - at)
            line += held.count("\n", 0, end)
            held = held[end:]
        if not found:  # keep only a possible beginning of an element's name
            line += held.count("\n", 0, max(len(held) - PIECE, 0))
            held = held[-PIECE:]


def records(rows: Iterable[Row], head: str) -> Iterator[Record]:
    """Yield each record's values by the names of their elements."""
    for row in rows:
        members = _MEMBER.finditer(row.text)
        values = {_name(found): Value(*found.span("value"), _ESCAPES) for found in members}
        yield Record(row, {**_attributes(row.text), **values})


def _name(member: re.Match[str]) -> str:
    """Return the value's name; where all elements are fields, an attribute has it."""
    said = _NAMED.search(member["attributes"]) if member["attributes"] else None
    return said[1] if said and member["name"].lower() in _FIELDS else str(member["name"])


def _attributes(text: str) -> dict[str, Value]:
    """Return the attributes of the record's own element."""
    end = text.find(">")
    return {
        found["name"]: Value(*found.span("value"), _ESCAPES)
        for found in _ATTRIBUTE.finditer(text, 0, max(end, 0))
    }


def _tag(head: str) -> str | None:
    """Return the name of the elements that are records."""
    return _record_tag(head) or _tag_around_cable(head)


def _tag_around_cable(head: str) -> str | None:
    """Return the name of the element around the first text that looks like a cable's."""
    if _OF_ITS_OWN.search(head) or any(_local(tag) in _OF_PAGES for tag in _tags(head)):
        return None
    for member in _MEMBER.finditer(head):
        if len(member["value"]) >= _SHORTEST and looks_like_a_cable(member["value"]):
            return next(reversed(_open_at(head, member.start())), None)
    return None


def _open_at(head: str, at: int) -> list[str]:
    """Return the names of the elements that are open at an offset."""
    open_: list[str] = []
    for tag in _tags(head, at):
        if tag["end"]:
            del open_[-1:]
        elif not tag["empty"]:
            open_.append(tag["name"])
    return open_


def _record_tag(head: str) -> str | None:
    """Return the name of the element around the first text."""
    open_: list[str] = []
    numbered = 0  # depth of the element that contains a cable's number
    for tag in _tags(head):
        name = tag["name"]
        if tag["end"]:
            while open_ and open_.pop() != name:
                pass
        elif not tag["empty"]:
            numbered = len(open_) if _is_number(name) else min(numbered, len(open_))
            is_clear = _local(tag) not in _PROSE or numbered == len(open_)
            is_text = is_usual(TEXT, name) and not _HOLDS_ELEMENTS.match(head, tag.end())
            if open_ and is_clear and is_text:
                return open_[-1]
            open_.append(name)
    return None


def _tags(head: str, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield the tags before ``end``, without those that are characters (CDATA)."""
    found = _TAG.finditer(head, 0, len(head) if end is None else end)
    return (tag for tag in found if tag["name"])


def _local(tag: re.Match[str]) -> str:
    """Return the name of a tag without its prefix, in lower case."""
    return str(tag["name"]).rpartition(":")[2].lower()


def _is_number(name: str) -> bool:
    return is_usual("id", name) and name.lower() not in _NO_NUMBER
