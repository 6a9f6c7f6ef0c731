"""The signature, and the lines below it: end marks, banners, trailers."""

from __future__ import annotations

import re

from cableconv.diagnostics.body import SIGNATURE_GLUED
from cableconv.parser.account.account import Account
from cableconv.parser.body.ending import DATE, trim_ending
from cableconv.parser.body.signature_name import (
    MARKS,
    PARTICLES,
    SignedName,
    is_one_word_in_capitals,
    read_name,
)
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import in_marked_paragraph
from cableconv.parser.lexer.shapes import ends_sentence, is_finished, is_rule
from cableconv.patterns import pattern
from cableconv.vocabulary.secretaries import SURNAMES

_BANNER = (
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|(?:SENSITIVE BUT )?UNCLASSIFIED|UNCLAS"
    r"|LIMITED OFFICIAL USE)"
)
_END_MARK = pattern(
    r"\W+$|(?:NN|[Nn]{3})\w{0,14}$|BT$|#\d{3,4}$|<+ ?END OF DOCUMENT ?>+$|=+ ?CABLE ENDS ?=+$"
    r"|0 \d\d/\d\d/\d{4}\b.*$|(?i:MINIMIZE CONSIDERED)\.?$|\d{1,4}$"
    r"|\W*(?i:END(?:\s(?:OF\s)?(?:CABLE|MESSAGE|TELEGRAM|DOCUMENT|TRANSMISSION)(?:\sTEXT)?)?|EOM"
    r"|(?:CABLE|MESSAGE|TELEGRAM)\sENDS)\W*$"
    # below a page's text: the next entry of a list, the query that a mirror printed
    r"|(?:>\s*)?(?:19|20)\d\d[A-Z]{2,6}\d{5,6}\s+-\s+[A-Z].*$|SELECT \* FROM .*$"
    r"|https?://\S+$|DECLASSIFIED(?:\sIN\s(?:PART|FULL))?$"
    rf"|{DATE}$"
    rf"|{_BANNER}(?:[ /]+[A-Z]+)*$"
)
_MARKS_OF_ONE_WORD = frozenset(
    ("BT", "CONFIDENTIAL", "DECLASSIFIED", "END", "EOM", "SECRET", "UNCLAS", "UNCLASSIFIED")
)
_NOTICE = pattern(r"(?i:MINIMIZE CONSIDERED)\.? (?=\S)")
_PARTICLE = PARTICLES.upper()
_GLUED = pattern(
    rf"(?P<before>[.!?][\"”)\]]?(?=[A-Z]{{4}}|(?:{_PARTICLE}) [A-Z])|(?<=[a-z])\.(?=[A-Z][a-z]+$)"
    r"|(?:[.!?][\"”')\]]*|https?:\S+(?:\s\S+)?)\s"
    r"|(?:[)\]\"”]|[Xx]{6,}|\b(?i:end\s\w+)|\b\d{4}|\b[A-Z][a-z]+)\s"
    rf"|(?<=[a-z:])\s\d{{1,3}}\s(?=[A-Z]{{5}})|\S\s(?=(?:{'|'.join(SURNAMES)})\b))\s*(?:[#*]|\*{{2,5}}\s)?"
    rf"(?P<name>(?:(?:{PARTICLES}|{_PARTICLE}) ){{0,2}}"
    r"[A-Z](?:[A-Z'’]{2,}|[a-z]{3,}|[a-z]{1,2}[A-Z][a-z]{2,}|(?<=[a-z]{3}\. [A-Z])[A-Z])"
    rf"(?:-[A-Z][A-Za-z]+)?(?: JR)?)\s?\.?(?:\s(?P<mark>{MARKS}))?$"
)
_GLUED_TWICE = pattern(r"(?P<before>\S\s)\s*(?P<name>[A-Z][A-Z'’-]{3,})\s+(?i:(?P=name))$")
_ADDRESS = pattern(r"(?:https?:|www\.)\S+$")
_CLOSING = pattern(r"\b(?i:end\s\w+)\W*$|[Xx]{4,}$")
"""END COMMENT or a crossed-out passage, where a text ends without a full stop."""
_NO_NAMES = frozenset(
    ("AMCONSUL", "AMEMBASSY", "ANNEX", "BACKGROUND", "COMMENT", "CONCLUSION", "CONFIDENTIAL",
     "CONSIDERED", "BT", "END", "EXDIS", "FLASH", "IMMEDIATE", "LIMDIS", "NODIS", "NOFORN", "NOTE",
     "PRIORITY", "QUOTE", "REGARDS", "ROUTINE", "SECRET", "SECSTATE", "SENSITIVE", "SIPDIS",
     "SUMMARY", "TEXT", "UNCLASSIFIED", "UNQUOTE", "USMISSION")
)  # fmt: skip
_QUOTES = frozenset("\"“'‘")
_LIST = "LIST"  # ends a list of addressees, or is a name below a whole sentence
_SHORTEST_UNSURE = 3  # letters: a shorter word after a missing full stop is an abbreviation
_NEAR = 12  # lines: a list's items above its last one
_MOST_MARKS = 16  # lines: end marks below a signature, such as slashes of a form
_DEEPEST = 6  # lines: trailers below a signature
_LONGEST_TRAILER = 60  # characters: a longer line is text
_LONGEST_TWICE = 60  # characters: a surname, twice
_LONGEST_SIGNATURE = 40  # characters: a name with its initials and ACTING
_LONGEST_GLUED = 300  # characters: a name after the address of a page
_SHORTEST_PLAIN = 4  # letters: shorter words in capitals are abbreviations


def take_signature(lines: list[Line], account: Account) -> tuple[list[Line], tuple[str, ...]]:
    """Return the lines without signature and end marks, and the names as printed."""
    lines = trim_ending(lines, account)
    end = _end_of_text(lines)
    at = _signature_at(lines, end)
    if at is not None:
        is_second = _is_first_of_two(lines, at - 1) or _repeats_name(lines, at)
        first = at - 1 if is_second else at
        names = [_once(line, account) for line in lines[first : at + 1]]
        if len(names) > 1 and names[0].text.casefold() == names[1].text.casefold():
            _mark_furniture([names.pop()], account)
        for index, line in enumerate(names):
            account.claim_lines([line], f"signed_by[{index}]")
        _mark_furniture(lines[at + 1 :], account)
        return lines[:first], tuple(map(_printed_name, names))
    if end and (found := _glued_name(lines, end - 1)):
        return _cut_off(lines, end - 1, found, account), (found["name"],)
    while end < len(lines) and not _surely_ends(lines[end].text):
        end += 1
    _mark_furniture(lines[end:], account)
    return lines[:end], ()


def _glued_name(lines: list[Line], at: int) -> re.Match[str] | None:
    """Find a name after the last sentence; if that has no full stop, a word used nowhere else."""
    text = lines[at].text
    twice = _GLUED_TWICE.search(text, max(len(text) - _LONGEST_TWICE, 0))
    found = twice or _GLUED.search(text, max(len(text) - _LONGEST_GLUED, 0))
    if found is None or found["name"].upper() in (*_NO_NAMES, _LIST):
        return None
    if twice or found["before"][0] in ".!?h":
        return found
    name = found["name"]
    known = name in text[: found.start("name")] or any(name in line.text for line in lines[:at])
    sure = name.isupper() or not found["before"][0].isalnum()
    long = len(name) > _SHORTEST_UNSURE or found["before"].upper().startswith("END ")
    return found if sure and long and not known else None


def _printed_name(line: Line) -> str:
    """Return the name without the marks after it."""
    name = read_name(line.text)
    return name.text if name else line.text


def _once(line: Line, account: Account) -> Line:
    """Return the line without the second of two equal names, a notice and an end mark."""
    if notice := _NOTICE.match(line.text):
        account.mark_furniture("end-mark", [line.head(notice.end())])
        return line.tail(notice.end())
    if (name := read_name(line.text)) and name.mark:
        account.mark_furniture("end-mark", [line.tail(name.mark)])
        return line.head(name.mark)
    first, _, second = line.text.partition(" ")
    if first != second.strip():
        return line
    account.mark_furniture("trailer", [line.tail(len(first))])
    return line.head(len(first))


def _end_of_text(lines: list[Line]) -> int:
    """Return the start of the end marks."""
    end = len(lines)
    while end and len(lines) - end < _MOST_MARKS:
        text = lines[end - 1].text
        if not _is_end_mark(text) or (is_rule(text) and text != "..."):
            break
        end -= 1
    return end


def _is_end_mark(text: str) -> bool:
    if is_one_word_in_capitals(text) and text[:2] != "NN" and text not in _MARKS_OF_ONE_WORD:
        return False
    return _END_MARK.match(text) is not None


def _signature_at(lines: list[Line], end: int) -> int | None:
    """Return the last line that is a name; short trailers may follow a plain one."""
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


def _is_second_name(lines: list[Line], at: int) -> bool:
    """Whether it is the second of two signatures, one below the other."""
    text = lines[at].text
    name = read_name(text) if text.isupper() and len(text) <= _LONGEST_SIGNATURE else None
    is_name = name is not None and name.words[0] not in _NO_NAMES
    return is_name and _is_plain_signature(lines, at - 1)


def _is_first_of_two(lines: list[Line], at: int) -> bool:
    """Whether it is a name right above a name: plain, or apart from a sentence above it."""
    if _is_plain_signature(lines, at):
        return True
    text = lines[at].text if at > 0 else ""
    apart = at > 0 and lines[at].gap > 0 and lines[at + 1].gap == 0
    return apart and len(text) >= _SHORTEST_PLAIN and text.isalpha() and text.isupper() \
        and _is_signature(lines, at)  # fmt: skip


def _is_plain_signature(lines: list[Line], at: int) -> bool:
    """Whether it is one word in capitals, after the end of a sentence, apart from what follows."""
    text = lines[at].text
    return (
        text.isalpha()
        and text.isupper()
        and len(text) >= _SHORTEST_PLAIN
        and at > 0
        and (lines[at + 1].gap > 0 or not lines[at + 1].text[0].islower())
        and ends_sentence(lines[at - 1].text)
        and _is_signature(lines, at)
    )


def _is_signature(lines: list[Line], at: int) -> bool:
    """Whether the line is a name that signs, or repeats one that does."""
    while (name := _name_at(lines, at)) is not None:
        if _can_sign(name, lines, at):
            return True
        if not _repeats_name(lines, at):
            return False
        at -= 1
    return False


def _name_at(lines: list[Line], at: int) -> SignedName | None:
    """Return the name that the line consists of, if it can be a signer's."""
    line = lines[at]
    if at == 0 or len(line.text) > _LONGEST_SIGNATURE:
        return None
    name = read_name(line.text)
    if name is None or captions_of(name.text) or in_marked_paragraph(lines, at):
        return None
    quoted_words = line.text[0] in _QUOTES and not line.text.isupper()
    if name.words[0].strip(".") in _NO_NAMES or quoted_words or not name.is_likely:
        return None
    return name


def _can_sign(name: SignedName, lines: list[Line], at: int) -> bool:
    """Whether a name stands apart from the text above it."""
    line, before = lines[at], lines[at - 1].text
    if name.is_weak:
        return _closes(before) and not _is_listed(lines, at)
    if name.words[0] == _LIST and not ends_sentence(before):
        return False
    if line.gap or line.cut or is_rule(before):
        return True
    # in a body of capitals a wrapped last word looks like a name, except for its full stop
    stands_out = line.text.isupper() and (not before.isupper() or line.text[-1].isalpha())
    ends = is_finished(before) or before.endswith(("-", "*"))
    return stands_out or ends or bool(_ADDRESS.search(before) or _CLOSING.search(before))


def _closes(text: str) -> bool:
    """Whether a text ends with a sentence, a rule, an address or END COMMENT."""
    ends = ends_sentence(text) or is_rule(text)
    return ends or bool(_ADDRESS.search(text) or _CLOSING.search(text))


def _is_listed(lines: list[Line], at: int) -> bool:
    """Whether a dash before a name is that of a list's items above it."""
    first = lines[at].text[0]
    above = lines[max(at - _NEAR, 0) : at]
    return not first.isalpha() and any(
        line.text[0] == first and not is_rule(line.text) for line in above
    )


def _repeats_name(lines: list[Line], at: int) -> bool:
    """Whether the name is that of the line above, usually once in capitals and once not."""
    return at > 1 and lines[at].text.casefold() == lines[at - 1].text.casefold()


def _cut_off(lines: list[Line], at: int, found: re.Match[str], account: Account) -> list[Line]:
    """Return the text without a signature that was joined to its last sentence."""
    last, start, end = lines[at], found.start("name"), len(lines[at].text)
    if found["name"] in last.text[found.end("name") :].upper():
        end = found.end("name")
        account.mark_furniture("trailer", [last.tail(end)])
    elif found.groupdict().get("mark"):
        account.mark_furniture("end-mark", [last.tail(found.start("mark"))])
        end = len(last.head(found.start("mark")).text)
    account.claim([(last.start + start, last.start + end)], "signed_by[0]")
    account.report(SIGNATURE_GLUED, last.start + start, name=found["name"])
    _mark_furniture(lines[at + 1 :], account)
    return [*lines[:at], last.head(start)]


def _surely_ends(text: str) -> bool:
    return text.startswith(("NNN", "#", "<", "BT"))


def _mark_furniture(lines: list[Line], account: Account) -> None:
    for line in lines:
        account.mark_furniture("end-mark" if _END_MARK.match(line.text) else "trailer", [line])
