"""Words as the search compares them, and the text of a cable that it looks through.

``looks/search.js`` folds what is asked for the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cableconv import Cable
from cableconv.cable import AnyBlock, EmbeddedCable, Preformatted, Table
from cableconv.rendering.blocks import own_words

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40


def words(text: str) -> Iterator[str]:
    """The words in small letters without accents; what is longer than a word is left out."""
    return (word for word in _WORD.findall(folded(text)) if len(word) <= _LONGEST)


def folded(text: str) -> str:
    """Small letters without accents, compatible forms made one (Unicode NFKD)."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text).lower()
    return "".join(sign for sign in letters if not unicodedata.category(sign).startswith("M"))


def body_text(cable: Cable) -> str:
    """The text of the body, a line for each block; results quote from it."""
    return "\n".join(filter(None, (_text(block) for _, block in cable.walk())))


def data_text(cable: Cable) -> str:
    """What else a cable is found by: subject, number, sender, signers and tags."""
    sender = cable.origin.name if cable.origin else None
    return "\n".join(
        filter(None, (cable.subject, cable.key, sender, *cable.signed_by, *cable.tags))
    )


def _text(block: AnyBlock) -> str:
    if isinstance(block, EmbeddedCable):
        return " ".join(filter(None, (block.cable.key, block.cable.subject)))
    words = " ".join(own_words(block))
    return " ".join(words.split()) if isinstance(block, Table | Preformatted) else words
