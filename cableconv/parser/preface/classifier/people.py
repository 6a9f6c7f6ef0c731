"""Separates people from their titles and offices, in the hundreds of spellings of telegrams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from cableconv.cable import Person
from cableconv.parser.preface.classifier.names import (
    SUFFIX,
    Case,
    Run,
    is_initials,
    is_title_word,
    runs_of,
)
from cableconv.patterns import pattern
from cableconv.vocabulary.titles import title_glued_to_name

# ``Charge d,Affaires`` has a lost apostrophe
_SEPARATOR = pattern(
    r"(?=[\s,;:.()\[\]-])"  # where none of these stands, nothing else is tried
    r"(?:(?:(?<!\s)\s++)?(?:(?:(?<!\bd)(?<!\bD),|,(?!\s?aff)|[;:()\[\]])\s*|--\s*)"
    r"|(?<!\s)\s++[-–—]+\s*|(?<=(?a:[A-Z]{4}))\.\s+)",
    re.IGNORECASE,
)
_AND = pattern(r",?\s+(?:and|&|/)\s+", re.IGNORECASE)
_STROKE = pattern(r"(?<=[A-Za-z.]{3})/(?=[A-Za-z]{3})")
_NO_BLANK = pattern(r"(?<=[A-Za-z]{2})\.(?=[A-Za-z]{2})")
_CAPITALISED = pattern(r"[A-Z][a-z]+")
_CASES = (Case(capitals=False), Case(capitals=True), Case(capitals=True, small=True))
_ADDRESS = frozenset(("hon", "honorable", "miss", "mr", "mrs", "ms"))  # no office
_SURE = 2
_SURNAME_FIRST = 2  # pieces before the title
_FULL = 3


class _Found(msgspec.Struct, frozen=True):
    """A name, and the piece between separators that contains it."""

    piece: int
    run: Run


def read_people(text: str) -> list[Person]:
    """Return everybody named in ``text``; two names joined by AND or a slash are two people."""
    text = _NO_BLANK.sub(". ", text)
    for joint, least in ((_AND, _SURE), (_STROKE, _FULL)):
        halves = joint.split(text)
        if len(halves) == 1:
            continue
        people = [person for half in halves for person in _person(half, least, _CASES[:2])]
        if len(people) == len(halves):
            return people
    return list(_person(text, 1, _CASES))


def _person(text: str, least: int, cases: Sequence[Case]) -> Iterator[Person]:
    """Return the person whose name is the best match, with at least that strength."""
    pieces = [_words(piece) for piece in _SEPARATOR.split(text) if piece.strip(" .")]
    cases = cases[1:] if text.isupper() else cases
    if name := _surname_first(pieces):
        yield Person(name=name, title=", ".join(map(" ".join, pieces[2:])))
        return
    found = _best_match(pieces, cases)
    if found is None or found.run.strength < least:
        return
    name, used = _with_suffix(pieces, found)
    yield Person(name=name, title=_title(pieces, found, used))


def _surname_first(pieces: Sequence[Sequence[str]]) -> str | None:
    """Return the name in ``Pell, Ada B., Consul, DOS``, as SMART prints it, in the usual order."""
    if len(pieces) <= _SURNAME_FIRST or len(pieces[0]) > 1:
        return None
    given = pieces[1][:1]
    if not any(map(is_title_word, pieces[2])) or not all(map(is_initials, pieces[1][1:])):
        return None
    if all(any(runs_of(words, _CASES[1])) for words in (pieces[0], given)):
        return " ".join((*pieces[1], *pieces[0]))
    return None


def _best_match(pieces: Sequence[Sequence[str]], cases: Sequence[Case]) -> _Found | None:
    """Return the first sufficient match, else the first of all; later cases allow more words."""
    first: _Found | None = None
    for case in cases:
        found = _best(pieces, case)
        if found and found.run.strength >= _SURE:
            return found
        first = first or found
    return first


def _words(piece: str) -> list[str]:
    """Return a piece's words; a title joined to a name is a separate one."""
    words: list[str] = []
    for word in piece.split():
        title, slash, name = word.partition("/")
        if slash and _CAPITALISED.match(name) and is_title_word(title) and not is_title_word(name):
            words += [title, name]
            continue
        if slash and _CAPITALISED.match(title) and is_title_word(name) and not is_title_word(title):
            words += [title, name]
            continue
        cut = title_glued_to_name(word)
        words += [word[:cut], word[cut:]] if cut else [word]
    return words


def _best(pieces: Sequence[Sequence[str]], case: Case) -> _Found | None:
    """Return the strongest name; of two in one piece the last, else the first."""
    best: _Found | None = None
    for index, words in enumerate(pieces):
        runs = list(runs_of(words, case))
        if not runs:
            continue
        run = max(runs, key=lambda run: (run.strength, run.end == len(words)))
        if best is None or run.strength > best.run.strength:
            best = _Found(index, run)
    return best


def _with_suffix(pieces: Sequence[Sequence[str]], found: _Found) -> tuple[str, int]:
    """Return the name with a ``Jr.`` from the next piece, and the number of pieces it takes."""
    run, after = found.run, found.piece + 1
    name = " ".join(run.words)
    ends_piece = run.end == len(pieces[found.piece])
    if ends_piece and after < len(pieces) and SUFFIX.match(pieces[after][0]):
        return f"{name}, {pieces[after][0]}", 1
    return name if SUFFIX.match(run.words[-1]) else name.rstrip(" ;:-."), 0


def _title(pieces: Sequence[Sequence[str]], found: _Found, used: int) -> str | None:
    """Return everything beside the name, in printed order, as long as it is a title."""
    words = list(pieces[found.piece])
    suffix = [list(piece[1:]) for piece in pieces[found.piece + 1 : found.piece + 1 + used]]
    before = [*map(list, pieces[: found.piece]), words[: found.run.begin]]
    beside = [*map(_without_address, before), words[found.run.end :]]
    for piece in (*suffix, *pieces[found.piece + 1 + used :]):
        if piece and not _is_office(piece):
            break
        beside.append(list(piece))
    title = ", ".join(" ".join(piece) for piece in beside if any(map(_is_spelt, piece)))
    return title or None


def _without_address(words: Sequence[str]) -> list[str]:
    """Return the words before a name without ``Ms.`` or ``the Honorable`` at their end."""
    end = len(words)
    while end and words[end - 1].rstrip(".").lower() in _ADDRESS:
        end -= 1
    has_article = 0 < end < len(words) and words[end - 1].lower() == "the"
    return list(words[: end - has_article])


def _is_office(words: Sequence[str]) -> bool:
    """Whether they are words of a title, or capitalised, but not a sentence."""
    return all(word[0].isupper() or not word[0].isalpha() or is_title_word(word) for word in words)


def _is_spelt(word: str) -> bool:
    return any(map(str.isalnum, word))
