"""The first note of a document: its source, classification, precedence and who else has it.

*Foreign Relations* puts it so: ``Source: ... Confidential; Priority; Exdis. Repeated for
information to London. Drafted by ...; cleared by ...; approved by ...``
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cableconv import Cable
from cableconv.cable import Addressee, PrecedencePair

from cableconv_tei.elements import Markup, element, text
from cableconv_tei.names import in_short


def source_note(cable: Cable, document: str) -> Markup:
    """The note of the document that is named ``document``."""
    sentences = (f"{sentence}." for sentence in _sentences(cable) if sentence)
    return element("note", text(" ".join(sentences)), n="1", xml_id=f"{document}fn1", type="source")


def _sentences(cable: Cable) -> Iterator[str]:
    yield f"Source: {f'Telegram {cable.key}' if cable.key else 'Telegram'}"
    yield "; ".join(_handling(cable))
    if len(cable.to) > 2:
        yield f"Sent to {_names(cable.to)}"
    if cable.info:
        yield f"Repeated for information to {_names(cable.info)}"
    credits = {"Drafted": cable.drafted_by, "Cleared": cable.cleared_by}
    credits["Approved"] = cable.approved_by
    yield "; ".join(f"{what} by {who}" for what, who in credits.items() if who)


def _handling(cable: Cable) -> Iterator[str]:
    found = cable.classification
    if found:
        yield _lowered(found.level or found.text)
        yield from map(_lowered, found.caveats)
    yield from _precedence(cable.precedence)
    yield from map(_lowered, cable.captions)


def _precedence(pair: PrecedencePair) -> Iterator[str]:
    if pair.action:
        yield pair.action.title()
    if pair.info:
        yield f"{pair.info.title()} for information addressees"


def _names(addressees: Sequence[Addressee]) -> str:
    return _enumerated(in_short(addressee.name) for addressee in addressees)


def _enumerated(names: Iterable[str]) -> str:
    *others, last = names
    comma = "," if len(others) > 1 else ""
    return f"{', '.join(others)}{comma} and {last}" if others else last


def _lowered(words: str) -> str:
    """A caption as the editors write it: ``Exdis``, ``Limited Official Use``."""
    return words.title() if words.replace(" ", "").isalpha() else words
