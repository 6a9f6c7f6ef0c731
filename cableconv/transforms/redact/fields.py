"""What a field of the header holds: one rule a field, and what fits none of them goes.

A field without a rule goes as well, so a new one shows nothing before somebody has thought
about it.  docs/transforms.md lists the rules.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cableconv.patterns import pattern


class Rule(NamedTuple):
    """What a text of the field looks like; one of a ``word`` cannot hold a placeholder."""

    most: int
    form: re.Pattern[str]
    word: bool = False

    def holds(self, text: str) -> bool:
        """Whether the text may be one of that field."""
        return len(text) <= self.most and self.form.fullmatch(text) is not None


_WORD = pattern(r"[\w.+/#-]*")
_DATE = pattern(r"[\dTZ:.+-]*")
# no sentence: never three words of small letters side by side
_NAME = pattern(r"(?:(?!\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b).)*", re.DOTALL)
# no label and no sum of money either
_OFFICE = pattern(rf"(?![^$]*\$|\w+:){_NAME.pattern}", re.DOTALL)
_CODES = pattern(r"[A-Z0-9\s/:-]*")
_TAG = pattern(r"[A-Z]{2,6}(?:-\d+)?|[A-Z][A-Z' .-]*, [A-Z][A-Z' .-]*")
_REASON = pattern(r"[\w.() ]*")
_KNOWN_NOTICE = r"This record is a partial extract of the original cable\."
_WHOLE_NOTICE = r"(?: The full text of the original cable is not available\.)?"
_NOTICE = pattern(rf"{_KNOWN_NOTICE}{_WHOLE_NOTICE}|{_NAME.pattern}", re.DOTALL)


def _word(most: int = 40) -> Rule:
    return Rule(most, _WORD, word=True)


def _name(most: int) -> Rule:
    return Rule(most, _NAME)


_ADDRESSEE = {
    "route": _word(12),
    "name": Rule(120, _OFFICE),
    "office": _name(80),
    "number": _word(20),
    "exempted": _name(120),
}
_TRANSMISSION = {
    **{name: _word(20) for name in ("identifier", "serial", "section", "filed")},
    **{name: _name(40) for name in ("routing", "security", "signals", "remarks", "dtg")},
}
_SOURCE = {"id": _word(80), **{name: _name(60) for name in ("date", "office", "classification")}}


def _fields(name: str, rules: dict[str, Rule]) -> dict[str, Rule]:
    return {f"{name}.{field}": rule for field, rule in rules.items()}


RULES: dict[str, Rule] = {
    "id": _word(),
    "date": Rule(40, _DATE, word=True),
    **_fields("origin", {"route": _word(12), "name": _name(120), "post": _name(40)}),
    "origin.country": _word(2),
    **_fields("to", _ADDRESSEE),
    **_fields("info", _ADDRESSEE),
    **_fields("transmissions", _TRANSMISSION),
    **_fields("classification", {"caveats": _name(60), "text": _name(120)}),
    **_fields("number", {"station": _name(40), "serial": _word(20), "text": _name(60)}),
    "captions": _name(40),
    "passing": _name(400),
    "notices": Rule(200, _NOTICE),
    "distribution": Rule(4000, _CODES),
    **{f"{who}_by": _name(200) for who in ("drafted", "approved", "cleared")},
    **_fields("executive_order", {"order": _word(10), "text": _name(100)}),
    "executive_order.declassify_on": Rule(10, _DATE, word=True),
    **_fields("executive_order", {"declassify_event": _name(100), "exemption": _word(10)}),
    "tags": Rule(60, _TAG),
    **_fields("references", {"label": _word(4), "text": _name(160), "id": _word()}),
    "references.notes": _name(60),
    "classified_by.text": _name(240),
    **_fields("classified_by.people", {"name": _name(60), "title": _name(120)}),
    "classified_by.reasons": Rule(12, _REASON),
    "signed_by": _name(60),
    **_fields("source", _SOURCE),
}
"""By the names that lead to the text."""
