"""What fields of the header may hold: one rule per field; texts that break it are removed.

A field without a rule is removed as well, so a new field reveals nothing until it has a rule.
docs/transforms.md lists the rules.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cableconv.patterns import pattern


class Rule(NamedTuple):
    """The form of a field's text; a field of a single ``word`` cannot hold a placeholder."""

    most: int
    form: re.Pattern[str]
    word: bool = False

    def holds(self, text: str) -> bool:
        """Whether the text has the form of that field."""
        is_short = len(text) <= self.most
        return is_short and self.form.fullmatch(text) is not None and not is_sentence(text)


# "for reaso ns 1.4": a line end inside the words before the reasons is not a sentence
_REASONS = r"for(?: r ?e ?a ?s ?o ?n ?s?)? 1\.[45]"
_SMALL = rf"(?!{_REASONS})[a-z]{{2,}} [a-z]{{2,}} [a-z]{{2,}}\b"
# Names of offices and persons have none of these between words; codes may end with them (EUR/WE).
_VERBS = (
    "IS|ARE|WAS|WERE|BE|BEEN|HAS|HAVE|HAD|WILL|WOULD|SHALL|CAN|COULD|SHOULD|MUST|DID|DOES|"
    "HE|SHE|THEY|WE|YOU|HIS|HER|THEIR|ITS|HIM|THEM|WHO|WHICH|THAT|"
    r"NOBODY|SAID|SAYS|TOLD|ASKED|[A-Z]{3,}ED\s+(?:THE|AN?)"
)
_CAPITALS = rf"(?:{_VERBS})(?=\s+['\"(]?\w)"
_SENTENCE = pattern(rf"(?<![\w/'-])(?:{_SMALL}|{_CAPITALS})")

_WORD = pattern(r"[\w.+/#-]*")
_DATE = pattern(r"[\dTZ:.+-]*")
_ANY = pattern(r".*", re.DOTALL)
# neither a label nor a sum of money, nor brackets, except for a code at the end, like (MC)
_NAME = pattern(r"(?!\w+:)[^$()\[\]{}<>|]*")
_OFFICE = pattern(r"[^()\[\]{}<>|]*(?:\([A-Z]{2}\))?")
# operating signals, numbers, and short codes
_SIGNAL = pattern(r"Z[A-Z]{2,4}\d?|\W*[A-Z]{0,6}\W*|[^\d\s]*\d\S*")
# a post's name, with the cable's number: capitals, or one word in small letters
_STATION = pattern(r"[^\W_]+(?: \W?\d+)?|[A-Z\d '/#-]*")
_REMARK = pattern(r"[^()\[\]{}<>|]*")
_CODES = pattern(r"[A-Z0-9\s/:-]*")
_TAG = pattern(r"[A-Z]{2,6}(?:-\d+)?|[A-Z][A-Z' .-]*, [A-Z][A-Z' .-]*|\([A-Z][A-Z/, -]*\)")
_REASON = pattern(r"[\w.() ]*")
_LETTERS = pattern(r"[^\W_]+")
# Notices of copies and handling instructions say nothing else with these words.
_HANDLING = frozenset({
    "a", "accordingly", "and", "available", "but", "cable", "copy", "corrected", "declassified",
    "department", "distribution", "document", "entire", "extract", "for", "full", "government",
    "handle", "internet", "is", "message", "not", "of", "official", "only", "original",
    "outside", "partial", "please", "portions", "protect", "record", "released", "review",
    "sbu", "sensitive", "state", "systematic", "telegram", "text", "the", "this", "u",
    "unclassified", "us", "use", "usg",
})  # fmt: skip


def is_sentence(text: str) -> bool:
    """Whether it has three consecutive small words, or a verb or pronoun of a sentence in capitals.

    A handling instruction is not a sentence.
    """
    return _SENTENCE.search(text) is not None and not is_handling(text)


def is_handling(text: str) -> bool:
    """Whether it has only the words of handling instructions and notices of copies."""
    return _HANDLING.issuperset(_LETTERS.findall(text.lower()))


def _word(most: int = 40) -> Rule:
    return Rule(most, _WORD, word=True)


def _name(most: int) -> Rule:
    return Rule(most, _ANY)


_ADDRESSEE = {
    "route": _word(12),
    "name": Rule(120, _NAME),
    "office": Rule(80, _OFFICE),
    "number": _word(20),
    "exempted": _name(120),
}
_TRANSMISSION = {
    **{name: _word(20) for name in ("identifier", "serial", "section", "filed")},
    **{name: _name(40) for name in ("routing", "security", "dtg")},
    "signals": Rule(40, _SIGNAL),
    "remarks": Rule(40, _REMARK),
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
    **_fields(
        "number", {"station": Rule(40, _STATION), "serial": _word(20), "text": Rule(60, _STATION)}
    ),
    "captions": _name(40),
    "passing": _name(400),
    "notices": _name(200),
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
"""The rules by the field names that lead to the text."""
