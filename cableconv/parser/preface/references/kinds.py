"""The kinds of references other than cables, by the words that name them."""

from __future__ import annotations

import re

from cableconv.cable import ReferenceKind
from cableconv.patterns import pattern

# in this order: an e-mail about a meeting is an e-mail, a report of a conversation a report;
# those that begin a word are together, as the word's begin is then looked for once
_KIND_WORDS: dict[ReferenceKind, str] = {
    "email": r"\be-?\s?(?:mail|mial)(?:s|ed|ing)?\b|@\w",
    "fax": r"\b(?:(?:tele)?fax|facsimile)",
    "telephone": r"\b(?:tel(?:e)?(?:con|phone|conference)s?\b|phone|(?:conference )?calls?\b"
                 r"|tele?conv)",
    "message": r"(?<!\d)\d{6}\s?Z(?![a-z]{4})|\b(?:dtg|msgs?)\b",
    "report": r"\b(?:reports?\b|IIRs?\b|TDX?\b|TDX?-?\d|DIA\b"
              r"|(?:non-?\s?)?papers?\b|points?\b"
              r"|(?:OSC|FBIS|SPOTREP|SITREP|INTSUM|CIR|HCS|GIST)\b|[a-z]{3}\s?\d{14}\b"
              r"|assessments?\b|bulletin|newsletter|articles?\b|stud(?:y|ies)\b|daily\b"
              r"|weekly\b|press release|read-?\s?out|questionnaire|backgrounder|survey)",
    "memo": r"\b(?:memo|notes?\b|letters?\b|ltrs?\b|minutes\b|mous?\b|airgram"
            r"|demarche\b|note verbale|CA-\d)",
    "book": r"\b(?:\d{0,2}\s?FA[MH]\b|C\.?F\.?R\b|U\.?S\.?C\b|handbook|manual\b|public law"
            r"|P\.?L\.?\s?\d|UNSCR\b|resolution\b|executive order"
            r"|I\.?N\.?A\.?\s(?:section|\d))",
    "meeting": r"\b(?:meetings?\b|mtgs?\b|conversations?\b|discussions?\b|briefings?\b"
               r"|consult|talks\b|conference|S?VTCs?\b|DVCs?\b|visit\b|dinner|lunch)",
    "web": r"https?:|www\.|\b(?:(?:web|sipr\w*|intranet)\s?(?:site|page)|home\s?page)",
    "redacted": r"X{4,}|\[redacted\]",
}  # fmt: skip
_KINDS = {kind: pattern(words, re.IGNORECASE) for kind, words in _KIND_WORDS.items()}
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
    if not text.strip():
        return None
    return next((kind for kind, words in _KINDS.items() if words.search(text)), None)
