"""People apart from their titles and offices, in the hundreds of spellings of a telegram."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.cable import Person
from cableconv.vocabulary import stations
from cableconv.vocabulary.titles import is_title

_SEGMENT = re.compile(r"\s*[,;:()]\s*|\s+-{1,2}\s+|(?<=[a-z]{3})\.\s+|(?<=[A-Z]{4})\.\s+")
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}$")
_REDACTED = re.compile(r"X{4,}$", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"(?:Act|Con|Dep|Ec|Econ|Emb|Min|Pol|Pub)(?=[A-Z][a-z]|M?C\b)")
_PARTICLES = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
    )
)
_QUOTES = "\"“”'‘’"


def read_people(text: str) -> list[Person]:
    """Everybody named in ``text``; two names joined by AND are two people."""
    halves = _AND.split(text)
    if len(halves) > 1:
        people = [person for half in halves for person in _person(half)]
        if len(people) == len(halves) and all(" " in person.name for person in people):
            return people
    return list(_person(text))


def _person(text: str) -> Iterator[Person]:
    """The first piece between commas that holds a full name, else the first with any name."""
    segments = [piece.strip() for piece in _SEGMENT.split(text) if piece and piece.strip(" .")]
    capitals = text.isupper()
    split = [_split_name(segment.split(), capitals) for segment in segments]
    chosen = next((i for i, (_, name) in enumerate(split) if len(name) > 1), None)
    if chosen is None or (chosen > 0 and any(_is_redacted(name) for _, name in split[:chosen])):
        chosen = next((i for i, (_, name) in enumerate(split) if name), None)
    if chosen is None:
        return
    title, name = split[chosen]
    others = segments[:chosen] + segments[chosen + 1 :]
    if chosen + 1 < len(segments) and _SUFFIX.match(segments[chosen + 1]):
        name = [*name[:-1], f"{name[-1]},", others.pop(chosen)]
    rest = [piece.strip(" .") for piece in (" ".join(title), *others)]
    yield Person(
        name=" ".join(name).rstrip(" ;:-"),
        title=", ".join(piece for piece in rest if piece) or None,
    )


def _split_name(words: list[str], capitals: bool) -> tuple[list[str], list[str]]:
    """A title and the name behind it; a title may also follow the name."""
    end = len(words)
    while end and _is_title(words[end - 1], capitals):
        end -= 1
    begin = end
    while begin and not _is_title(words[begin - 1], capitals) and _is_name(words[begin - 1]):
        begin -= 1
    while begin < end and words[begin].lower() in _PARTICLES and end - begin > 2:
        begin += 1
    if begin and stations.canonical("".join(words[begin:end])) in stations.known():
        return words, []  # the embassy's place, not a name
    return words[:begin] + words[end:], words[begin:end]


def _is_title(word: str, capitals: bool) -> bool:
    bare = word.strip(".,;:'’\"")
    if "/" in bare or is_title(bare) or _RUN_TOGETHER.match(bare):
        return True
    if capitals or len(bare) < 2 or not bare.isupper() or _REDACTED.match(bare):
        return False
    return not (_INITIALS.fullmatch(word) or _SUFFIX.match(bare))


def _is_name(word: str) -> bool:
    bare = word.strip(_QUOTES)
    return bool(bare) and (bare[0].isupper() or bare.lower() in _PARTICLES or _is_redacted([bare]))


def _is_redacted(name: list[str]) -> bool:
    return bool(name) and _REDACTED.match(name[0]) is not None
