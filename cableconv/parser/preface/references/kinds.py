"""The kinds of references other than cables, by the words that name them."""

from __future__ import annotations

import re

from cableconv.cable import ReferenceKind
from cableconv.patterns import pattern

# in this order: an e-mail about a meeting is an e-mail, a report of a conversation a report
_KIND_WORDS: dict[ReferenceKind, str] = {
    "email": r"\be-?\s?(?:mail|mial)(?:s|ed|ing)?\b|@\w",
    "fax": r"\b(?:tele)?fax|\bfacsimile",
    "telephone": r"\btel(?:e)?(?:con|phone|conference)s?\b|\bphone|\b(?:conference )?calls?\b"
                 r"|\btele?conv",
    "message": r"(?<!\d)\d{6}\s?Z(?![a-z]{4})|\bdtg\b|\bmsgs?\b",
    "report": r"\breports?\b|\bIIRs?\b|\bTDX?\b|\bTDX?-?\d|\bDIA\b"
              r"|\b(?:non-?\s?)?papers?\b|\bpoints?\b"
              r"|\b(?:OSC|FBIS|SPOTREP|SITREP|INTSUM|CIR|HCS|GIST)\b|\b[a-z]{3}\s?\d{14}\b"
              r"|\bassessments?\b|\bbulletin|\bnewsletter|\barticles?\b|\bstud(?:y|ies)\b|\bdaily\b"
              r"|\bweekly\b|\bpress release|\bread-?\s?out|\bquestionnaire|\bbackgrounder|\bsurvey",
    "memo": r"\bmemo|\bnotes?\b|\bletters?\b|\bltrs?\b|\bminutes\b|\bmous?\b|\bairgram"
            r"|\bdemarche\b|\bnote verbale|\bCA-\d",
    "book": r"\b\d{0,2}\s?FA[MH]\b|\bC\.?F\.?R\b|\bU\.?S\.?C\b|\bhandbook|\bmanual\b|\bpublic law"
            r"|\bP\.?L\.?\s?\d|\bUNSCR\b|\bresolution\b|\bexecutive order"
            r"|\bI\.?N\.?A\.?\s(?:section|\d)",
    "meeting": r"\bmeetings?\b|\bmtgs?\b|\bconversations?\b|\bdiscussions?\b|\bbriefings?\b"
               r"|\bconsult|\btalks\b|\bconference|\bS?VTCs?\b|\bDVCs?\b|\bvisit\b|\bdinner|\blunch",
    "web": r"https?:|www\.|\b(?:web|sipr\w*|intranet)\s?(?:site|page)|\bhome\s?page",
    "redacted": r"X{4,}|\[redacted\]",
}  # fmt: skip
_KINDS = {kind: pattern(words, re.IGNORECASE) for kind, words in _KIND_WORDS.items()}
_IN_BRACKETS = pattern(r"\([^()]*\)")


def kind_of(text: str) -> ReferenceKind:
    """Return the kind by words outside of brackets, then inside of them; else ``other``."""
    return _first(_IN_BRACKETS.sub(" ", text)) or _first(text) or "other"


def names_a_kind(text: str) -> bool:
    """Whether ``text``, apart from brackets, is itself a reference of some kind."""
    return _first(_IN_BRACKETS.sub(" ", text)) is not None


def _first(text: str) -> ReferenceKind | None:
    if not text.strip():
        return None
    return next((kind for kind, words in _KINDS.items() if words.search(text)), None)
