"""Lines of the preface that say for whom a cable is: ``DEPT FOR SCA/CEN``, ``TOSEC 110030``."""

from __future__ import annotations

import re

from cableconv.patterns import pattern
from cableconv.vocabulary import stations

_PASSED_ON = pattern(
    r"(?P<who>[A-Z]{2,12}(?: [A-Z]{2,9}){0,2}?)(?: ALSO| PLEASE)?"
    r" (?:FOR (?:[A-Z]{1,6}(?:[/,]|$| AND [A-Z]{1,4}$)|US ?DEL(?: [A-Z-]{2,8}){1,2}$"
    r"|(?:AMB(?:ASSADOR)?|CHARGE|DCM|CONSUL GENERAL)(?: [A-Z][A-Z'-]+){0,2}$"
    r"|(?:[A-Z/]{2,9} )?(?:DEL(?:EGATION)?|MISSION)$)"
    r"|(?:PASS(?: TO)?|POUCH) )"
    r"|(?:PLEASE )?PASS (?:TO\b|(?P<whom>[A-Z]{3,8})\b)|ALSO FOR\b"
    r"|(?:SUGGEST|REQUEST) DEP(?:ARTMEN)?T (?:PASS|REPEAT)\b"
)
_OF_SECRETARY = pattern(r"(?:TOSEC|SECTO) \d{1,6}$")
_FOR_OFFICE = pattern(r"FOR [A-Z]{1,6}/")
_FOR_OFFICES_ONLY = pattern(r"FOR(?: [A-Z]{1,4}/[A-Z]{1,5}(?:/[A-Z]{1,5})?,?)+$")
_TITLE = r"""(?:THE\ )?(?:AMB(?:ASSADOR|\.)?|CHARGE|DCM|CONSUL\ GENERAL
    |(?:(?:DEPUTY|ACTING|UNDER|ASSISTANT|ASST\.?)\ )*(?:SECRETARY|SEC\.?))"""
_NAMED = rf"{_TITLE}(?:\ (?!FROM\b)[A-Z][A-Z'-]+){{0,2}}"
_FOR_PERSON = pattern(
    rf"""FOR\ (?:{_NAMED}|[A-Z][A-Z\ .'-]{{2,30}}(?=\ FROM\ ))
    (?P<sender>\ FROM(?:\ [A-Z][A-Z./,'-]*){{1,5}})?$""",
    re.VERBOSE,
)
"""A line that names the person for whom the text below is, perhaps with its sender."""
_FROM_PERSON = pattern(r"FROM (?:AMB(?:ASSADOR)?|CHARGE|DCM|CONSUL GENERAL)(?: [A-Z'-]+)?$")
_FOR_SURNAME = pattern(
    r"(?P<who>[A-Z]{2,12}(?: [A-Z]{2,9})?)(?: ALSO)?"
    r" FOR [A-Z]{4,12}(?<!ION)(?<!IONS)(?<!ING)(?<!INGS)(?<!MENT)(?<!MENTS)"
    r"(?: FROM(?: [A-Z][A-Z-]+){1,2})?$"
)
_WASHINGTON = frozenset(
    ("AGRICULTURE", "AID", "AID/W", "CIA", "COMMERCE", "DEPARTMENT", "DEPT", "DHS", "DIA", "DOC",
     "DOD", "DOE", "DOJ", "DOL", "ENERGY", "EPA", "ERDA", "EXIM", "FAA", "FBI", "FEA", "HEW", "ICA",
     "JCS", "JUSTICE", "LABOR", "NAS", "NASA", "NRC", "NSC", "NSF", "OPIC", "OSD", "SECDEF",
     "STATE", "STR", "TREASURY", "USAID", "USAID/W", "USDA", "USDOC", "USDOJ", "USIA",
     "USICA", "USINFO", "USTR", "WHITE HOUSE")
)  # fmt: skip
_COMMANDS = frozenset(
    ("AFRICOM", "CENTCOM", "CINCEUR", "CINCLANT", "CINCPAC", "CINCSO", "CINCUSAFE", "CINCUSAREUR",
     "EUCOM", "NORTHCOM", "PACOM", "SACEUR", "SACLANT", "SOCOM", "SOUTHCOM", "USAFRICOM",
     "USCENTCOM", "USCINCEUR", "USCINCSO", "USEUCOM", "USPACOM", "USSOUTHCOM")
)  # fmt: skip
_PASSING_SIGNS = ("FOR ", "PASS", "POUCH", "REPEAT")
_FILLED = 50  # characters: a shorter line has room for more words


def is_passing(text: str) -> bool:
    """Whether a line in capitals names a recipient: ``DEPT FOR SCA/CEN``."""
    if is_passed_on(text) or _FOR_OFFICE.match(text):
        return True
    return text.startswith("FOR ") and text.isupper() and _FOR_PERSON.match(text) is not None


def is_series_number(text: str) -> bool:
    """Whether it is a telegram's number among those to or from the travelling Secretary."""
    return text.startswith(("TOSEC", "SECTO")) and _OF_SECRETARY.match(text) is not None


def is_passed_on(text: str) -> bool:
    """Whether the line also names who passes the cable on, as subjects mention offices too."""
    may_pass = [sign for sign in _PASSING_SIGNS if sign in text]
    found = _PASSED_ON.match(text) if may_pass else None
    name = found and (found["who"] or found["whom"])
    return found is not None if name is None else passes_on(name)


def passes_on(name: str) -> bool:
    """Whether it names an agency in Washington, a military command or a post."""
    if name in _WASHINGTON or name in _COMMANDS:
        return True
    return stations.canonical(name) in stations.known()


def _names_office(text: str) -> bool:
    """Whether an office, a command or a post and FOR begin a line."""
    who, found, _ = text.partition(" FOR ")
    return bool(found) and passes_on(who)


def is_for_reader(before: str, text: str) -> bool:
    """Whether a line says for whom the text is, below a subject that was not wrapped there."""
    if _FOR_OFFICES_ONLY.match(text):
        return True
    if _names_office(text) and _names_office(before):
        return True
    if len(before) >= _FILLED or not text.isupper():
        return False
    if text.startswith("FOR "):
        found = _FOR_PERSON.match(text)
        return found is not None and found["sender"] is not None
    if text.startswith("FROM "):
        return _FROM_PERSON.match(text) is not None
    found = _FOR_SURNAME.match(text) if " FOR " in text else None
    return found is not None and passes_on(found["who"])
