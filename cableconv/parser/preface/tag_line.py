"""The TAGS line: codes apart by blanks or commas, persons by name, some of them glued."""

from __future__ import annotations

import re

from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line
from cableconv.parser.passage import Passage
from cableconv.parser.preface.captions import captions_of
from cableconv.vocabulary import tags

_TOKEN = re.compile(r"\((?P<person>[^()]+)\)?|(?P<word>[^\s,;()]+)(?P<comma>\s*[,;])?")


def read_tags(passage: Passage, start: int, ledger: Ledger) -> tuple[str, ...]:
    """The tags in order, each once, in capitals; persons as ``SURNAME, GIVEN``.

    A code that stands again is furniture.
    """
    found: list[str] = []
    names: list[tuple[str, bool]] = []
    again: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(passage.text, start):
        word = (token["word"] or "").upper().strip(".:\\")
        if token["person"]:
            _flush(names, found)
            found.append(" ".join(token["person"].upper().split()))
        elif not word or (captions_of(word) == [(0, len(word))] and not tags.is_code(word)):
            continue
        elif word in found and not _in_name(names, word):
            _flush(names, found)
            again.append(token.span())
        elif tags.is_code(word) or (len(word) < 5 and not _in_name(names, word)):
            _flush(names, found)
            found.append(word)
        elif codes := tags.split_glued(word):
            _flush(names, found)
            found += codes
            ledger.doubt("tag-glued", passage.offset(token.start()), printed=word,
                         tags=" ".join(codes))  # fmt: skip
        else:
            names.append((word, bool(token["comma"])))
    _flush(names, found)
    _claim(passage, again, ledger)
    return tuple(dict.fromkeys(found))


def _claim(passage: Passage, again: list[tuple[int, int]], ledger: Ledger) -> None:
    position = 0
    for start, end in again:
        ledger.claim(passage.pieces(position, start), "tags")
        for first, last in passage.pieces(start, end):
            ledger.furnish("repeated-tag", [Line(first, ledger.text[first:last].rstrip())])
        position = end
    ledger.claim(passage.pieces(position, len(passage.text)), "tags")


def _in_name(names: list[tuple[str, bool]], word: str) -> bool:
    """A short word inside a name of several words (``STEINBERG JAMES B``)."""
    return bool(names) and (len(word) == 1 or (names[-1][1] is False and not tags.is_code(word)))


def _flush(names: list[tuple[str, bool]], found: list[str]) -> None:
    """The names read so far: a person where a comma or an operations tag (OVIP) says so."""
    words = [word for word, _ in names]
    if len(words) > 1 and (names[0][1] or _takes_person(found)):
        found.append(f"{words[0]}, {' '.join(words[1:])}")
    elif words:
        found.append(" ".join(words))
    names.clear()


def _takes_person(found: list[str]) -> bool:
    """Persons stand with Administration, Business, Consular and Operations tags (TAGS 1974)."""
    return bool(found) and len(found[-1]) == 4 and found[-1][0] in "ABCO"
