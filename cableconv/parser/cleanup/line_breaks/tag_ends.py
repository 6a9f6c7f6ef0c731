"""Ends of TAGS lines that another TAGS line, or the subject, follows."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.patterns import pattern
from cableconv.vocabulary.tags import is_code, is_place, is_subject, place_before, split_glued

# a page mark's post is followed by a number
_WORD = pattern(r"(?<![A-Z])[A-Z]{2,}(?![A-Za-z]|\s\d{8}\s)")
_VISITS = "OVIP"  # followed by the visitor's name
_PLACE = 2
_SUBJECT = 4
_SHORTEST_WORD = 6  # letters: unknown codes are shorter


def tag_ends(text: str, position: int, end: int) -> Iterator[int]:
    """Yield the starts of lines between a label of TAGS and the next label.

    Places are consecutive: a code joined to the place before it began a line, and so did a longer
    word, which is the subject's, if its label is lost as well.  Before the first place, the
    word's first letters are one.
    """
    before, before_end, placed = "", position, False
    for word in _WORD.finditer(text, position, end):
        alone = not text[before_end : word.start()].strip()
        if is_place(before) and alone and _is_text(word[0]):
            yield word.start()
            return
        behind = text[word.end() : word.end() + 1] if alone else ""
        is_first = is_code(before) and before != _VISITS and alone and not placed
        if is_first and behind != "," and _begins_with_place(word[0]):  # SURNAME, GIVEN is a tag
            yield word.start() + _PLACE
            return
        placed = placed or is_place(word[0])
        is_last = alone and not text[word.end() : end].strip()
        if (length := _first_code(word[0], before, "," if is_last else behind)) is not None:
            yield word.start() + length
        before, before_end = word[0], word.end()


def _first_code(word: str, before: str, behind: str) -> int | None:
    """Return the length of the code that the next line's first one is joined to, or None.

    ``behind`` is the character after the word: in ``PINR IZ ZPJO, EG`` the commas begin with the
    next line, and ``PINRAU-I`` ends with a region's code.  The last word counts as before a comma.
    """
    if is_place(before) and place_before(word):
        return _PLACE
    if is_code(word):
        return None
    if behind == "," and _are_places(word):
        return _PLACE
    return _SUBJECT if behind == "-" and is_subject(word[:_SUBJECT]) else None


def _are_places(word: str) -> bool:
    return len(word) == 2 * _PLACE and is_place(word[:_PLACE]) and is_place(word[_PLACE:])


def _begins_with_place(word: str) -> bool:
    """Whether a text's first word is joined to a place."""
    is_longer = len(word) >= _PLACE + _SHORTEST_WORD and not is_subject(word[:_SUBJECT])
    return is_longer and _is_text(word) and is_place(word[:_PLACE])


def _is_text(word: str) -> bool:
    known = is_code(word) or place_before(word) or split_glued(word)
    return len(word) >= _SHORTEST_WORD and not known
