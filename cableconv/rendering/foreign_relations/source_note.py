"""The first note of a document: source, classification, precedence and other recipients.

The form in *Foreign Relations* is: ``Source: ... Confidential; Priority; Exdis. Repeated for
information to London. Drafted by ...; cleared by ...; approved by ...``
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cableconv.cable import Addressee, Cable, PrecedencePair
from cableconv.rendering.foreign_relations.headline import names_addressees
from cableconv.rendering.foreign_relations.names import in_short
from cableconv.rendering.message_data import credited, designation

HANDLING = ("Classification", "Precedence", "Captions")
CREDITS = ("Drafted by", "Cleared by", "Approved by")
"""The labels of the message data that the note includes."""


def source_note(cable: Cable, source: str = "") -> str:
    """Return the note's sentences; ``source`` is where the cable is kept, or was read from."""
    return " ".join(
        f"{sentence.rstrip('.')}." for sentence in _sentences(cable, source) if sentence
    )


def _sentences(cable: Cable, source: str) -> Iterator[str]:
    telegram = " ".join(filter(None, ("Telegram", designation(cable))))
    yield f"Source: {'; '.join(filter(None, (telegram, source)))}"
    yield "; ".join(_handling(cable))
    if not names_addressees(cable):
        yield f"Sent to {_names(cable.to, cable)}"
    if cable.info:
        yield f"Repeated for information to {_names(cable.info, cable)}"
    people = dict(credited(cable))
    named = (f"{what.lower()} {_in_line(people[what])}" for what in CREDITS if people[what])
    yield _opened("; ".join(named))


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


def _names(addressees: Sequence[Addressee], cable: Cable) -> str:
    return _enumerated(in_short(addressee, cable) for addressee in addressees)


def _enumerated(names: Iterable[str]) -> str:
    *others, last = names
    comma = "," if len(others) > 1 else ""
    return f"{', '.join(others)}{comma} and {last}" if others else last


def _lowered(words: str) -> str:
    """Return a caption in the editors' style: ``Exdis``, ``Limited Official Use``."""
    return words.title() if words.replace(" ", "").isalpha() else words


def _in_line(lines: str) -> str:
    return " ".join(lines.split())


def _opened(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
