"""What a document is called: ``Telegram From the Embassy in Oslo to the Department of State``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cableconv import Cable
from cableconv.cable import Addressee
from cableconv.rendering.message_data import sender

from cableconv_tei.elements import Markup, element, joined, text
from cableconv_tei.names import article, in_words

_MANY = "Multiple Addressees"


def headline(cable: Cable) -> str:
    """In plain words, for a title."""
    return "".join(words for words, _ in _pieces(cable))


def head(cable: Cable) -> Markup:
    """With sender and addressees as ``<gloss type="from">`` and ``<gloss type="to">``."""
    return joined(
        element("gloss", text(words), type=role) if role else text(words)
        for words, role in _pieces(cable)
    )


def _pieces(cable: Cable) -> Iterator[tuple[str, str | None]]:
    """The words in stretches, each with what it names: the sender, an addressee, nobody."""
    yield "Telegram", None
    if name := sender(cable):
        yield f" From {article(name)}", None
        yield in_words(name), "from"
    yield from _addressees(cable.to)


def _addressees(to: Sequence[Addressee]) -> Iterator[tuple[str, str | None]]:
    """One or two by name; of more, the source note gives the names."""
    if len(to) > 2:
        yield " to ", None
        yield _MANY, "to"
        return
    for number, addressee in enumerate(to):
        yield f" {'and' if number else 'to'} {article(addressee.name)}", None
        yield in_words(addressee.name), "to"
