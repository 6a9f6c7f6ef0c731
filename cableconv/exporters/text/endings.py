"""Ends paragraphs so that the following text is not read as their continuation."""

from __future__ import annotations

from cableconv.exporters.text.doubts import is_sentence
from cableconv.exporters.text.wrapping import last_fit_blank
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import is_finished

_SHORT = 28
"""A last line of at most this many characters ends a text at any width."""

_LONGEST_NAME = 40

# where nothing else fits: before a word with a capital that opens neither text nor field
_BEFORE_NAME = pattern(r".+(?=[ ](?!Begin|Classified|Derived|Reasons?\b)[A-Z][a-z]+[ ])")


def ended(lines: list[str], hang: str, start: int) -> list[str]:
    """Shorten the last line of running text that has no full stop, if plain text follows.

    ``start`` is the offset of the last line's own text.
    """
    last = lines[-1]
    if len(last) <= _SHORT or is_finished(last):
        return lines
    return [*lines[:-1], *_halves(last, hang, start)]


def no_name(lines: list[str], hang: str) -> list[str]:
    """Return the last text's lines; a short last one in capitals would be read as a signature."""
    return _longer(lines, hang) if len(lines) > 1 and may_be_name(lines[-1]) else lines


def no_title(lines: list[str], hang: str) -> list[str]:
    """Return the lines of a text above a number; capitals behind a sentence would be its title."""
    if not lines[-1].isupper() or len(lines) < 2:
        return lines
    if not (may_be_name(lines[-1]) and is_finished(lines[-2])):
        return lines
    last = lines[-1].strip()
    return lines if is_sentence(last) or last.startswith("END ") else _longer(lines, hang)


def may_be_name(line: str) -> bool:
    """Whether a last line of a text would be read as a signature: a few words in capitals."""
    return line.isupper() and len(line.strip()) <= _LONGEST_NAME


def _longer(lines: list[str], hang: str) -> list[str]:
    """Return the lines with words moved to the last one: only as many as it needs."""
    *above, before, last = lines
    last = last[len(hang) :]
    blanks = last_fit_blank()
    found = blanks.match(before, len(hang))
    while found and may_be_name(f"{before[found.end() :]} {last}"):
        found = blanks.match(before[: found.end()], len(hang))
    if found is None:
        return [*above, f"{before} {last}"]
    return [*above, before[: found.end()], f"{hang}{before[found.end() + 1 :]} {last}"]


def _halves(line: str, hang: str, start: int) -> list[str]:
    """Cut a line at the last fit space after ``start``, if the rest is then a short line."""
    for blank in (last_fit_blank(), _BEFORE_NAME):
        found = blank.match(line, start)
        if found is not None and len(line) - found.end() <= _SHORT:
            return [line[: found.end()], hang + line[found.end() + 1 :]]
    return [line]
