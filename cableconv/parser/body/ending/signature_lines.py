"""Which lines at the end of a text are names, by their shape and what is above them."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.body.ending.signature_name import NO_NAMES, SignedName, read_name
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import in_marked_paragraph
from cableconv.parser.lexer.shapes import is_rule, item_marks
from cableconv.patterns import pattern
from cableconv.vocabulary.kept_lines import has_room
from cableconv.vocabulary.sentences import ends_sentence, is_finished
from cableconv.vocabulary.titles import is_office

_ADDRESS = pattern(r"(?:https?:|www\.)\S+(?:\s[a-z]{1,4})?$")
_CLOSING = pattern(r"\b(?i:end\s\w+|unquote)\W*$|(?<![Xx])[Xx]{4,}$")
"""END COMMENT, UNQUOTE or a crossed-out passage, where a text ends without a full stop."""
_QUOTES = frozenset("\"“'‘")
_STRUCK_OUT = "XXXX"
_LIST = "LIST"  # ends a list of addressees, or is a name below a whole sentence
_NEAR = 12  # lines: a list's items above its last one
_DEEPEST = 6  # lines: trailers below a signature
_LONGEST_TRAILER = 60  # characters: a longer line is text
_LONGEST_SIGNATURE = 40  # characters: a name with its initials and ACTING
_ABOVE_TITLE = 2  # lines: a name, and a text above it
_SHORTEST_PLAIN = 4  # letters: shorter words in capitals are abbreviations


def signature_at(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the first and the last line that are names; None if there is none."""
    at = _last_name(lines)
    if at is None:
        return None
    is_again = _repeats_name(lines, at) and _is_signature(lines, at - 1)
    return at - (is_again or _is_first_of_two(lines, at - 1)), at


def _last_name(lines: Sequence[Line]) -> int | None:
    """Return the last line that is a name; short trailers may follow a plain one."""
    end = len(lines)
    if end and _is_title_below_name(lines, end - 1):
        return end - 2
    if end and _is_signature(lines, end - 1):
        return end - 1
    if end > 1 and _is_second_name(lines, end - 1):
        return end - 1
    for at in range(end - 2, max(end - 2 - _DEEPEST, 0), -1):
        below = lines[at + 1]
        is_long = len(below.text) > _LONGEST_TRAILER and not _ADDRESS.search(below.text)
        if is_long or below.paragraph_mark:
            return None
        if _is_plain_signature(lines, at):
            return at
    return None


def _is_second_name(lines: Sequence[Line], at: int) -> bool:
    """Whether it is the second of two signatures, one below the other."""
    text = lines[at].text
    name = read_name(text) if text.isupper() and len(text) <= _LONGEST_SIGNATURE else None
    is_name = name is not None and name.words[0] not in NO_NAMES
    return is_name and _is_plain_signature(lines, at - 1)


def _is_title_below_name(lines: Sequence[Line], at: int) -> bool:
    """Whether it has only words of titles, none of which is also a surname, below a name."""
    text = lines[at].text
    if at < _ABOVE_TITLE or lines[at].gap or len(text) > _LONGEST_SIGNATURE:
        return False
    apart = lines[at - 1].gap > 0 and _closes(lines[at - 2].text) and _is_signature(lines, at - 1)
    if not (apart or _is_plain_signature(lines, at - 1)):
        return False
    return all(map(is_office, text.replace("A.I.", "").split()))


def _is_first_of_two(lines: Sequence[Line], at: int) -> bool:
    """Whether it is a name right above a name: plain, or apart from a sentence above it."""
    text = lines[at].text if at > 0 else ""
    if text.startswith(_STRUCK_OUT):
        return False
    if _is_plain_signature(lines, at):
        return True
    apart = at > 0 and lines[at].gap > 0 and lines[at + 1].gap == 0
    return apart and len(text) >= _SHORTEST_PLAIN and text.isalpha() and text.isupper() \
        and _is_signature(lines, at)  # fmt: skip


def _is_plain_signature(lines: Sequence[Line], at: int) -> bool:
    """Whether it is one word in capitals, after the end of a sentence, apart from what follows."""
    text = lines[at].text
    return (
        text.isalpha()
        and text.isupper()
        and at > 0
        and (len(text) >= _SHORTEST_PLAIN or (lines[at].gap > 0 and lines[at + 1].gap > 0))
        and (lines[at + 1].gap > 0 or not lines[at + 1].text[0].islower())
        and (ends_sentence(lines[at - 1].text) or bool(_CLOSING.search(lines[at - 1].text)))
        and _is_signature(lines, at)
    )


def _is_signature(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a name that signs, or repeats one that does."""
    while (name := _name_at(lines, at)) is not None:
        if _can_sign(name, lines, at):
            return True
        if not _repeats_name(lines, at):
            return False
        at -= 1
    return False


def _name_at(lines: Sequence[Line], at: int) -> SignedName | None:
    """Return the name that the line consists of, if it can be a signer's."""
    line = lines[at]
    if at == 0 or len(line.text) > _LONGEST_SIGNATURE:
        return None
    name = read_name(line.text)
    if name is None or captions_of(name.text) or in_marked_paragraph(lines, at):
        return None
    quoted_words = line.text[0] in _QUOTES and not line.text.isupper()
    if name.words[0].strip(".") in NO_NAMES or quoted_words or not name.is_likely:
        return None
    return None if _has_next_letter(lines, at) else name


def _has_next_letter(lines: Sequence[Line], at: int) -> bool:
    """Whether the initial is the letter behind that of an item above: ``B. Adequate.``."""
    above = lines[max(at - _NEAR, 0) : at]
    wanted = [(mark.style, mark.value - 1) for mark in item_marks(lines[at].text) if mark.value]
    return bool(wanted) and any(
        (mark.style, mark.value) in wanted for line in above for mark in item_marks(line.text)
    )


def _can_sign(name: SignedName, lines: Sequence[Line], at: int) -> bool:
    """Whether a name stands apart from the text above it."""
    line, before = lines[at], lines[at - 1].text
    if name.is_weak:
        return _closes(before) and not _is_listed(lines, at)
    if name.words[0] == _LIST and not ends_sentence(before):
        return False
    if line.cut and _goes_on(name, line.text, before):
        return False
    if line.gap or line.cut or is_rule(before):
        return True
    # in a body of capitals a wrapped last word looks like a name, except for its full stop
    stands_out = line.text.isupper() and (not before.isupper() or line.text[-1].isalpha())
    ends = is_finished(before) or before.endswith(("-", "*"))
    if stands_out or ends or _ADDRESS.search(before) or _CLOSING.search(before):
        return True
    return _had_room(lines, at)


def _had_room(lines: Sequence[Line], at: int) -> bool:
    """Whether the last line is a word that would have fitted on the line above, so not wrapped."""
    text = lines[at].text
    if at + 1 != len(lines) or not text.isalpha() or not text.istitle():
        return False
    widths = [len(line.text) for line in lines[max(at - _NEAR, 0) : at - 1]]
    return has_room(lines[at - 1].text, text, max(widths, default=0))


def _goes_on(name: SignedName, text: str, before: str) -> bool:
    """Whether words with a full stop end a sentence that a page mark or a stamp split."""
    return (
        len(name.words) > 1 and text[-1] == "." and not is_finished(before) and not _closes(before)
    )


def _closes(text: str) -> bool:
    """Whether a text ends with a sentence, a rule, an address or END COMMENT."""
    ends = ends_sentence(text) or is_rule(text)
    return ends or bool(_ADDRESS.search(text) or _CLOSING.search(text))


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Whether a dash before a name is that of a list's items above it."""
    first = lines[at].text[0]
    above = lines[max(at - _NEAR, 0) : at]
    return not first.isalpha() and any(
        line.text[0] == first and not is_rule(line.text) for line in above
    )


def _repeats_name(lines: Sequence[Line], at: int) -> bool:
    """Whether the name is that of the line above, usually once in capitals and once not."""
    return at > 1 and lines[at].text.casefold() == lines[at - 1].text.casefold()
