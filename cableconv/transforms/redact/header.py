"""Redacts the texts of the header: a text is kept only if its field may hold it.

In a field, everything after a marked sentence is removed too: its end is unknown, and the
parser may have read it as further entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from cableconv.cable import Cable, Level, Reference
from cableconv.patterns import pattern
from cableconv.transforms.redact.fields import RULES, is_handling
from cableconv.transforms.redact.inner_markings import markings, markings_of_field
from cableconv.transforms.redact.report import Report, is_placeholder, placeholder
from cableconv.transforms.redact.traces import unlocated
from cableconv.transforms.redact.unbracketed_markings import reference_as_marking, tag_as_marking
from cableconv.transforms.redact.unread_markings import unread_in_field
from cableconv.tree_texts import text_fields
from cableconv.vocabulary.levels import highest, is_above, level_of

APART = frozenset({"subject", "subject_marking", "body", "summary", "furniture", "diagnostics"})
"""Fields that other modules redact."""

_LABEL = pattern(r"\(([A-Z])\)")


# Fields that print levels without marking what follows.
_OF_LEVELS = frozenset({"classification.text", "source.classification"})
# Fields whose entries lose brackets when they are read.
_AS_MARKING = {"tags": tag_as_marking, "references.text": reference_as_marking}
# After the reasons nothing of the field follows; shorter words are cut off from "and (d)".
_LIST_OF_REASONS = pattern(r"1\.\s?[456][\W_]*(?:(?:[a-h]|and|or|X\d)\b[\W_]*)*", re.IGNORECASE)
_WHOLE_WORD = pattern(r"[^\W\d_]{4}")


class Bounds(NamedTuple):
    """What decides about a header.

    ``limit`` is the highest level that is kept, ``whole`` the level of markings that cannot be
    read, ``marked`` are the fields that another marking than their own puts above the limit.
    """

    limit: Level
    whole: Level | None
    marked: frozenset[str]


def redacted_header(cable: Cable, bounds: Bounds, path: str, report: Report) -> Cable:
    """Return the cable with only those header texts that the rules allow."""
    cable = cable.replace(source=unlocated(cable.source))
    names = (name for name in text_fields(Cable) if name not in APART)
    changes = {
        name: _Field(bounds, report, name).redacted(getattr(cable, name), name, f"{path}{name}")
        for name in names
    }
    if changes["number"] != cable.number or changes["classification"] != cable.classification:
        changes["id"] = None  # it was formed from them
    return cable.replace(**changes)


class _Field:
    """One field of the header, redacted in order.

    The rest is removed after a marking above the limit, or a text that breaks the rule.
    """

    def __init__(self, bounds: Bounds, report: Report, name: str) -> None:
        self._limit = bounds.limit
        self._whole = bounds.whole
        self._is_marked = name in bounds.marked
        self._report = report
        self._is_cut = False
        self._last_label = ""
        self._label_before = ""
        self._label_after: str | None = None

    def redacted(self, value: Any, name: str, path: str) -> Any:
        """Return the redacted value; ``name`` has the field names that lead to it."""
        if isinstance(value, str):
            return self._text(value, name, path)
        if isinstance(value, tuple):
            return tuple(self._members(value, name, path))
        if isinstance(value, msgspec.Struct):
            return self._node(value, name, path)
        return value

    def _members(self, values: tuple[Any, ...], name: str, path: str) -> Iterator[Any]:
        for index, (member, after) in enumerate(pairwise((*values, None))):
            goes = self._is_cut
            self._label_after = after.label if isinstance(after, Reference) else None
            left = self.redacted(member, name, f"{path}[{index}]")
            if left is not None and not goes:
                yield left

    def _node(self, node: msgspec.Struct, name: str, path: str) -> msgspec.Struct:
        if isinstance(node, Reference):
            self._is_cut = self._is_cut or self._has_marking_as_label(node)
        changed = msgspec.structs.replace(node, **self._changes(node, name, path))
        if isinstance(changed, Reference) and is_placeholder(changed.text):
            return Reference(label=changed.label, kind="redacted", text=changed.text)
        return changed

    def _has_marking_as_label(self, reference: Reference) -> bool:
        """Whether the label was a marking: out of order before words, or once more behind it."""
        label, before = reference.label or "", self._label_before
        self._label_before = label
        level = level_of(label) if reference.kind == "other" or not before else None
        follows = len(label) == len(before) == 1 and ord(label) == ord(before) + 1
        is_label = follows and label != self._label_after
        return level is not None and is_above(level, self._limit) and not is_label

    def _changes(self, node: msgspec.Struct, name: str, path: str) -> dict[str, Any]:
        changes = {}
        for field in text_fields(type(node)):
            goes = self._is_cut
            left = self.redacted(getattr(node, field), f"{name}.{field}", f"{path}.{field}")
            if field in _optional(type(node)):
                left = None if goes else left
            elif left is None:
                left = placeholder("", self._limit)
            changes[field] = left
        return changes

    def _text(self, text: str, name: str, path: str) -> str | None:
        rule = RULES.get(name)
        is_word = rule is not None and rule.word
        self._is_cut = self._is_cut or (self._is_marked and not is_word)
        head = "" if self._is_cut else self._head(text, name)
        holds = rule is not None and bool(head or not text) and rule.holds(head)
        if holds and head == text:
            return text
        self._is_cut = self._is_cut or not holds
        gone = text[len(head) :] if holds else text
        left = self._report.taken_out(path, gone, self._limit)
        if is_word:
            return None
        return f"{head.rstrip(' -')} {left}" if holds else left

    def _end_of_label(self, text: str, name: str) -> int:
        """Return the end of a reference's label in brackets, if it follows the previous label."""
        if name != "references.text":
            return 0
        label = _LABEL.match(text)
        before, self._last_label = self._last_label, label[1] if label else ""
        return label.end() if label and before and ord(label[1]) == ord(before) + 1 else 0

    def _head(self, text: str, name: str) -> str:
        """Return the text before the first marking above the limit, or the text's own end."""
        if name in _OF_LEVELS:
            return self._before_marking(text, _end_of_level(text))
        entry = _AS_MARKING[name](text) if name in _AS_MARKING else text
        head = self._before_unread(self._before_marking(entry, self._end_of_label(text, name)))
        head = text if head == entry else head
        return head[: _end_of_reasons(head)] if name == "classified_by.text" else head

    def _before_unread(self, text: str) -> str:
        """Return the text before the first unread marking that may be above the limit."""
        if is_handling(text):
            return text
        for start, named in unread_in_field(text):
            level = self._whole and highest((self._whole, named))
            if level is None or is_above(level, self._limit):
                self._is_cut = True
                return text[:start]
        return text

    def _before_marking(self, text: str, start: int) -> str:
        """Return the text before the first marking above the limit, from ``start`` on."""
        for marking in markings_of_field(text):
            if marking.start >= start and is_above(marking.level, self._limit):
                self._is_cut = True
                return text[: marking.start]
        return text


def _end_of_level(text: str) -> int:
    """Return the end of the level at the beginning of a class line."""
    first = next(markings(text), None)
    return 0 if first is None or text.startswith(("(", "["), first.start) else first.start + 1


def _end_of_reasons(text: str) -> int:
    """Return the end of the last list of reasons, if another text follows it, or of the text."""
    ends = [found.end() for found in _LIST_OF_REASONS.finditer(text)]
    return ends[-1] if ends and _WHOLE_WORD.search(text, ends[-1]) else len(text)


@cache
def _optional(struct: type[msgspec.Struct]) -> frozenset[str]:
    """Return the names of the optional fields."""
    fields = msgspec.structs.fields(struct)
    return frozenset(field.name for field in fields if field.default is None)
