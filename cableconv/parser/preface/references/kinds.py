"""The kinds of references other than cables, by the words that name them."""

from __future__ import annotations

import re

from cableconv.cable import ReferenceKind
from cableconv.patterns import in_capitals, pattern

# in this order: an e-mail about a meeting is an e-mail, a report of a conversation a report;
# those that begin a word are together, as the word's begin is then looked for once
_KIND_WORDS: tuple[tuple[ReferenceKind, str, str], ...] = (
    ("email", "MAIL MIAL @", r"\be-?\s?(?:mail|mial)(?:s|ed|ing)?\b|@\w"),
    ("fax", "FAX FACSIMILE", r"\b(?:(?:tele)?fax|facsimile)"),
    ("telephone", "TEL PHONE CALL",
     r"\b(?:tel(?:e)?(?:con|phone|conference)s?\b|phone|(?:conference )?calls?\b|tele?conv)"),
    ("message", "Z DTG MSG", r"(?<!\d)\d{6}\s?Z(?![a-z]{4})|\b(?:dtg|msgs?)\b"),
    ("report",
     "REPORT IIR TD DIA PAPER POINT OSC FBIS SPOTREP SITREP INTSUM CIR HCS GIST ASSESSMENT"
     " BULLETIN NEWSLETTER ARTICLE STUD DAILY WEEKLY PRESS READ QUESTIONNAIRE BACKGROUNDER SURVEY"
     " DOCUMENT",
     r"\b(?:reports?\b|IIRs?\b|TDX?\b|TDX?-?\d|DIA\b"
     r"|(?:non-?\s?)?papers?\b|points?\b"
     r"|(?:OSC|FBIS|SPOTREP|SITREP|INTSUM|CIR|HCS|GIST)\b"
     r"|assessments?\b|bulletin|newsletter|articles?\b|stud(?:y|ies)\b|daily\b"
     r"|weekly\b|press release|read-?\s?out|questionnaire|backgrounder|survey|documents?\b)"),
    ("report", "", r"\b[a-z]{3}\s?\d{14}\b"),
    ("memo", "MEMO NOTE LETTER LTR MINUTES MOU AIRGRAM DEMARCHE A-",
     r"\b(?:memo|notes?\b|letters?\b|ltrs?\b|minutes\b|mous?\b|airgram"
     r"|demarche\b|note verbale|C?A-\d)"),
    ("book", "FAM FAH FR F.R SC S.C HANDBOOK MANUAL LAW PL P.L RESOLUTION ORDER NA N.A",
     r"\b(?:\d{0,2}\s?FA[MH]\b|C\.?F\.?R\b|U\.?S\.?C\b|handbook|manual\b|public law"
     r"|P\.?L\.?\s?\d|UNSCR\b|resolution\b|executive order"
     r"|I\.?N\.?A\.?\s(?:section|\d))"),
    ("meeting", "MEETING MTG CONVERS DISCUSS BRIEFING CONSULT TALKS CONFERENCE VTC DVC VISIT"
     " DINNER LUNCH",
     r"\b(?:meetings?\b|mtgs?\b|conversations?\b|discussions?\b|briefings?\b"
     r"|consult|talks\b|conference|S?VTCs?\b|DVCs?\b|visit\b|dinner|lunch)"),
    ("web", "HTTP WWW SITE PAGE",
     r"https?:|www\.|\b(?:(?:web|sipr\w*|intranet)\s?(?:site|page)|home\s?page)"),
    ("redacted", "XXXX REDACTED", r"X{4,}|\[redacted\]"),
)  # fmt: skip
"""Each kind with its words, and before them their signs: every match has one of those."""
_KINDS = [
    (kind, signs.split(), pattern(words, re.IGNORECASE)) for kind, signs, words in _KIND_WORDS
]
_IN_BRACKETS = pattern(r"\([^()]*\)")


def kind_of(text: str) -> ReferenceKind:
    """Return the kind by words outside of brackets, then inside of them; else ``other``."""
    outside = _IN_BRACKETS.sub(" ", text)
    found = _first(outside)
    if found is None and outside != text:
        found = _first(text)
    return found or "other"


def names_a_kind(text: str) -> bool:
    """Whether ``text``, apart from brackets, is itself a reference of some kind."""
    return _first(_IN_BRACKETS.sub(" ", text)) is not None


def _first(text: str) -> ReferenceKind | None:
    capitals = in_capitals(text)
    for kind, signs, words in _KINDS:
        may_be = not signs or [sign for sign in signs if sign in capitals]
        if may_be and words.search(text):
            return kind
    return None
