"""Words in the form that the search compares, and the searchable text of a cable.

``looks/search.js`` folds the user's query in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import AnyBlock, EmbeddedCable, Preformatted, Table
from cableconv.rendering.blocks import own_words

_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LONGEST = 40


def words(text: str) -> Iterator[str]:
    """Yield the words in lower case without accents, except overlong ones."""
    return (word for word in _WORD.findall(folded(text)) if len(word) <= _LONGEST)


def folded(text: str) -> str:
    """Return lower-case letters without accents, with compatible forms unified (Unicode NFKD)."""
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(_unless_mark, unicodedata.normalize("NFKD", text).lower())


def body_text(cable: Cable) -> str:
    """Return the text of the body, one line per block, for quotations in results."""
    return "\n".join(filter(None, (_text(block) for _, block in cable.walk())))


def data_text(cable: Cable) -> str:
    """Return the other searchable data: subject, number, sender, signers and tags."""
    sender = cable.origin.name if cable.origin else None
    return "\n".join(
        filter(None, (cable.subject, cable.key, sender, *cable.signed_by, *cable.tags))
    )


def _unless_mark(sign: re.Match[str]) -> str:
    return "" if unicodedata.category(sign[0]).startswith("M") else sign[0]


def _text(block: AnyBlock) -> str:
    if isinstance(block, EmbeddedCable):
        return " ".join(filter(None, (block.cable.key, block.cable.subject)))
    words = " ".join(own_words(block))
    return " ".join(words.split()) if isinstance(block, Table | Preformatted) else words
