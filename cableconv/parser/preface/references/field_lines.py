"""Whether a line still belongs to the REF field above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.references.citations import cited_cables
from cableconv.patterns import pattern

_MARKED_SENTENCE = pattern(
    r"\((?:U|C|S|SBU|LOU|C/NF|S/NF|SBU/NF)\)\s+(?:[A-Z][\w'-]*\s+){4}[A-Z]", re.IGNORECASE
)
_ENTIRE = ("ENTIRE TEXT", "ENTIRE TEXT)", "ENTIRE TEXT.", "ENTIRE TEXT).", "ENTIRE TEXT.)")
_MARKED_ENTIRE = pattern(r"\(?(?:C|S|LOU|CONFIDENTIAL|SECRET)\s?-{1,2}\s?ENTIRE ")
_HANDLING = pattern(
    r"(?:THIS (?:CABLE|MESSAGE|TELEGRAM|IS AN? )|SENSITIVE BUT\b"
    r"|NOT FOR (?:INTERNET|DISTRIBUTION)\b)",
    re.IGNORECASE,
)
_ENTRY = pattern(
    r"¶?\s?(?:REF\w*\s*)?[(\[]?[A-Z]\s?[.):\]]|REF\w*\s+[A-Z]\b|AND\b|OF\b|[(\[]?NOTAL"
    r"|(?:19|20)?\d\d [A-Z]",
    re.IGNORECASE,
)
# a scrape's list sign, or a pilcrow that became the digit 1, before the letter
_DASHED_ENTRY = pattern(r"(?:[-–*]\s+(?:[1¶](?=[B-Z]\.))?|1(?=[B-Z]\.))[(\[]?[B-Z]\s?[.):\]]+\s")
_FIRST_TITLE = pattern(r"I[.)]\s")  # the body's first heading, numbered in Roman figures
_OPEN_END = pattern(r"(?:[,;:&(/-]|\b(?:AND|OR|FOR|OF|THE|BY))$", re.IGNORECASE)
# not a portion marking after a cable's number, and not a word in brackets
_OPEN_ENTRY = pattern(
    r"(?:\b(?:(?<!\d\s\()(?<!\d\()|(?![UCS]\)))|(?=[A-Z]\s?\.))[A-Z]\s?[.)](?:\s*\d\d)?$",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\d{2,8}(?:[\s,;]|$)")
_NEXT_NAMED = pattern(r"REF(?:TEL|ERENCE)?S?\s*[(\[]?(?-i:[B-Zb-z])\b(?!\w)", re.IGNORECASE)
_NAMED = pattern(r"REF(?:TEL|ERENCE)?\s(?P<letter>[A-Z])\s(?=[A-Z]{2})")
_SENTENCE = pattern(
    r"(?P<blank>\.?\s+)[A-Z][a-z]*(?:\s[A-Z][a-z]+){0,3}(?:\s[a-z][\w'’-]*){2}.*[.!?][\"”)]?(?:\s|$)"
)
_INITIALS = frozenset("NSTnst")  # of lines about the handling
_SHORTEST_BODY = 120  # characters
_SECOND = 2
_FILLED = 50  # characters: a shorter line has room for more words
_TEXT_BEGINS = pattern(r"(?:THE|THIS|PLEASE|FOLLOWING)(?:\s[\w'’-]+,?){6}", re.IGNORECASE)
_LONGEST_ENTRY = 69  # characters: a line of a telegram (5 FAH-2 H-323)
_CLOSING = " .,;()[]"
_LETTERED = pattern(r"[(\[]?[A-Z]\s?[.):\]]+\s*(?=\S)")
_FIRST_SIGNS = 4  # characters: the letter and the signs around it
_CUT_LABEL = pattern(r"(?![A-D]\s?:)[A-Z]{1,3}\s?:\s*(?=\S)")


def references_go_on(block: Sequence[Line], line: Line) -> bool:
    """Whether the field continues; below an empty line only with an entry or its missing part."""
    if _is_of_another_field(line.text):
        return False
    if line.gap == 0:
        return not _is_text_below_cable(block[-1].text, line.text)
    text = " ".join(entry.text for entry in block)
    if _OPEN_END.search(text) or text.count("(") > text.count(")") or _OPEN_ENTRY.search(text):
        return True
    if text[-1].isalpha() and _NUMBER.match(line.text):
        return True
    if (named := _NAMED.match(line.text)) and _has_entry(text, named["letter"]):
        return False
    if _FIRST_TITLE.match(line.text) and not _has_entry(text, "H"):
        return False
    if _DASHED_ENTRY.match(line.text):
        return next(cited_cables(line.text), None) is not None
    return bool(_ENTRY.match(line.text)) or _is_cable(line.text)


def _is_of_another_field(text: str) -> bool:
    if text.endswith(_ENTIRE) and _MARKED_ENTIRE.match(text):
        return True
    if text[0] == "(":
        return _MARKED_SENTENCE.match(text) is not None
    return text[0] in _INITIALS and _HANDLING.match(text) is not None


def _is_text_below_cable(above: str, text: str) -> bool:
    """Whether a sentence fills a line below an entry that ends with a cable's number."""
    return (
        above[-1].isdecimal()
        and len(text) > _FILLED
        and not any(map(str.isdecimal, text))
        and _TEXT_BEGINS.match(text) is not None
    )


def _has_entry(text: str, letter: str) -> bool:
    """Whether the field has that entry already: repeating its letter makes a sentence about it."""
    return any(f"{letter}{sign}" in text for sign in (".", ")", "/"))


def names_next_entry(text: str) -> bool:
    """Whether it is the field's label again, with the letter of a later entry: ``REF B - ...``."""
    return _NEXT_NAMED.match(text) is not None


def names_third_entry(before: str, text: str) -> bool:
    """Whether it is entry (C) after (A) and (B), not a marking: ``(C) PELL EMAIL``."""
    if not text.startswith("(C)") or not 0 <= before.find("(A)") < before.rfind("(B)"):
        return False
    if "(D)" in text:
        return True
    return len(text) <= _LONGEST_ENTRY or cites_at(text.removeprefix("(C)").lstrip(), 0)


def sentence_behind_citation(text: str) -> int:
    """Return where a whole sentence begins behind a line's only cable; 0 if none does.

    A note to a reference has no sentence of its own.
    """
    cables = list(islice(cited_cables(text), _SECOND))
    if len(cables) != 1:
        return 0
    end = cables[0].end
    found = _SENTENCE.match(text, end)
    return found.end("blank") if found and len(text) - end >= _SHORTEST_BODY else 0


def is_lettered_cable(text: str) -> bool:
    """Whether it is one entry and nothing else: ``B. OSLO 77``."""
    if text[:_FIRST_SIGNS].isalpha() or not text.rstrip(_CLOSING)[-1:].isdecimal():
        return False
    letter = _LETTERED.match(text)
    return letter is not None and _is_cable(text[letter.end() :])


def behind_cut_label(text: str) -> int:
    """Return where the first cable's entry begins behind the letters left of REF; 0 if none does.

    Letters from A on are an entry's own.
    """
    found = _CUT_LABEL.match(text) if ":" in text[1:_FIRST_SIGNS] else None
    if found is None:
        return 0
    letter = _LETTERED.match(text, found.end())
    return found.end() if cites_at(text, letter.end() if letter else found.end()) else 0


def cites_at(text: str, start: int) -> bool:
    """Whether a cable's number stands there."""
    cable = next(cited_cables(text[start:]), None)
    return cable is not None and cable.start == 0


def _is_cable(text: str) -> bool:
    """Whether a line consists only of cables."""
    cables = list(cited_cables(text))
    return bool(cables) and not cables[0].start and not text[cables[-1].end :].strip(_CLOSING)
