"""Lines whose breaks a sender meant: participants, an address, a record, posts with their years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cableconv.patterns import pattern
from cableconv.vocabulary.labelled_lines import is_labelled
from cableconv.vocabulary.sentences import ends_sentence

SHORT = 0.65
"""Of the width: a line of a list is shorter."""
_LABELLED = 0.6  # of a record's lines
_ROOM = 2  # characters: some senders wrapped a little earlier
_FEWEST_ENTRIES = 3
_FEWEST_ANNOUNCED = 2
_FEWEST_SOURCES = 2
_WIDEST = 69  # characters in a teleprinter's line
_LONGEST_WRAPPED = 100  # characters: a longer line was never wrapped
_SOURCE = pattern(r"\w\s-{1,2}\s[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?$")  # a headline's newspaper
_PERSON = pattern(r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+,\s[A-Z]")  # and the title
_OPEN_ADDRESS = pattern(r"://\S*[=/?&_.-]$")
_PEOPLE = ("PARTICIPANTS", "ATTENDEES", "DELEGATION", "NOTETAKER", "NOTETAKERS")
_BORN = pattern(r"[DP]OB\b\s*:?\s*\w")
# inside a line of running text; a point may follow
_SENTENCE_ENDS = pattern(r"[a-z\d)]{3}\.\s+(?:(?:--|\*|\(?\w\))\s+)?[A-Z]")


def is_list(above: str, texts: Sequence[str], width: int) -> bool:
    """Whether lines are short, or a record, or entries, or people who were announced.

    A list may have a width of its own, which its longest line shows.
    """
    if any(breaks_address(line, text) for line, text in pairwise(texts)):
        return False
    longest = max(map(len, texts))
    if longest < SHORT * width or _is_record(texts) or _are_born(texts):
        return True
    may_be_two = above.endswith(":") and not any(map(ends_sentence, texts))
    fewest = _FEWEST_ANNOUNCED if may_be_two else _FEWEST_ENTRIES
    widths = {width, min(longest, _WIDEST)}
    if any(are_entries(texts, each, fewest) for each in widths):
        return True
    return announces_people(above) and are_people(texts, width)


def breaks_address(text: str, below: str) -> bool:
    """Whether a web address at the end of a line goes on below it."""
    return "://" in text and "://" not in below and _OPEN_ADDRESS.search(text) is not None


def _are_born(texts: Sequence[str]) -> bool:
    """Whether most lines end an entry with a date of birth, as lists for vetting do."""
    born = sum(1 for text in texts if "OB" in text and _BORN.search(text))
    return born >= max(_FEWEST_ENTRIES, len(texts) // 2)


def _is_record(texts: Sequence[str]) -> bool:
    """Whether all lines are labelled, or most of several, where a value was wrapped."""
    if not is_labelled(texts[0]):
        return False
    labelled = sum(1 for text in texts if is_labelled(text))
    if labelled == len(texts):
        return True
    most = labelled >= max(_FEWEST_ENTRIES, len(texts) * _LABELLED)
    return most and not any(map(_SENTENCE_ENDS.search, texts))


def are_titled(texts: Sequence[str]) -> bool:
    """Whether all lines are people's names with their titles."""
    return all(", " in text and _PERSON.match(text) for text in texts)


def are_entries(texts: Sequence[str], width: int, fewest: int = _FEWEST_ENTRIES) -> bool:
    """Whether lines are entries: nothing made the sender break most of them, or any in capitals.

    Such a line begins like an entry, though its first word had room on the line above; some
    entries are wrapped.  Headlines with their newspapers, and names with titles, are entries of any
    length.
    """
    if len(texts) < fewest or any(map(_SENTENCE_ENDS.search, texts)):
        return False
    if len(texts) >= _FEWEST_ENTRIES and all(map(_PERSON.match, texts)):
        return True
    if _are_headlines(texts):
        return True
    early = 0
    for above, text in pairwise(texts):
        if has_room(above, text, width):
            if text[0].islower():
                return False
            early += 1
    wrapped = len(texts) - 1 - early
    return early >= fewest - 1 and (wrapped < early if _is_mixed(texts) else not wrapped)


def _are_headlines(texts: Sequence[str]) -> bool:
    """Whether all lines but one, and a title in capitals, end in a newspaper, maybe wrapped."""
    if texts[0].isupper():
        texts = texts[1:]
    ending = [_SOURCE.search(text) is not None or text.endswith(" -") for text in texts]
    sourced = sum(
        each or (at > 0 and texts[at - 1].endswith(" -")) for at, each in enumerate(ending)
    )
    return sourced >= max(_FEWEST_SOURCES, len(texts) - 1) and ending.count(True) > 1


def announces_people(text: str) -> bool:
    """Whether the lines below it are those of participants."""
    return text[-1:] == ":" and text[:-1].upper().rstrip().endswith(_PEOPLE)


def are_people(texts: Sequence[str], width: int) -> bool:
    """Whether lines below an announcement name participants, at least two of them."""
    if ends_sentence(texts[-1]) or not all(
        text[0].isupper() and not _SENTENCE_ENDS.search(text) for text in texts
    ):
        return False
    return any(
        has_room(above, text, width) or len(above) > _LONGEST_WRAPPED
        for above, text in pairwise(texts)
    )


def has_room(above: str, text: str, width: int) -> bool:
    """Whether the first word of a line had room on the line above."""
    return width_with_room(above, text) <= width


def width_with_room(above: str, text: str) -> int:
    """Return the width from which the first word of a line had room on the line above."""
    return len(above) + 1 + len(text.split(None, 1)[0]) + _ROOM


def _is_mixed(texts: Sequence[str]) -> bool:
    """Whether lower-case letters below a title in capitals show which lines go on."""
    return not any(map(str.isupper, texts[1:]))
