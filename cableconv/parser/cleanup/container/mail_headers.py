"""A mail program's header around a telegram, and a ``>`` before each quoted line."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines, without_empty
from cableconv.patterns import pattern

_NAMES = frozenset(
    ("from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to", "return-path", "received",
     "message-id", "importance", "attachments", "mime-version")
)  # fmt: skip
"""The fields of RFC 5322, and lines that programs add when forwarding."""
_NAMED_FREELY = ("content-", "x-")
_GLUED = pattern(r"(?:header|body|text):\s*(?=\S)")
_GLUED_INITIALS = frozenset("bht")
_QUOTED = pattern(r">[> ]*")
_SENDER = pattern(r">[> ]*FM\s")  # in a quotation of the header alone
_BEGINNINGS = frozenset(
    ("at", "bc", "cc", "co", "da", "fr", "im", "me", "mi", "re", "se", "su", "to", "x-")
)
"""The first two letters of those names and of names chosen freely."""
_FARTHEST = 60  # lines: greetings and a signature may precede a forwarded telegram
_LONGEST_HEADING = 12  # lines: from format line 1 to the FM line
_FEWEST = 4  # lines: with fewer, the mark may belong to the text
_SHARE = 0.75  # of all lines: rewrapped ones have none
_FEWEST_ALONE = 1  # mark of an empty line; then any share of the others may have been wrapped


def take_mail(lines: Lines, account: Account) -> Lines:
    """Return the lines without a mail's header above them and its marks before them."""
    lines = _without_marks(lines, account)
    end = 0
    for index, line in enumerate(lines[:_FARTHEST]):
        if ":" not in line.text:
            continue
        # Where the fields from one line on are not a mail's, those from a later one are not either.
        if index >= end and line.text[:2].lower() in _BEGINNINGS:
            names, end = _named_fields(lines, index)
            if _is_mail(names) or (index == 0 and _names_recipient(names, lines[end:])):
                account.mark_furniture("envelope", lines[index:end])
                return [*lines[:index], *lines[end:]]
        if line.text[0] in _GLUED_INITIALS and (found := _GLUED.match(line.text)):
            account.mark_furniture("envelope", [line.head(found.end())])
            lines = [*lines[:index], line.tail(found.end()), *lines[index + 1 :]]
    return lines


def _named_fields(lines: Sequence[Line], index: int) -> tuple[set[str], int]:
    """Return the names of the header fields that follow each other from here, and their end."""
    names: set[str] = set()
    at = index
    while at < len(lines) and (name := _field_name(lines[at].text)):
        names.add(name)
        at += 1
        while at < len(lines) and not lines[at].gap and _goes_on(lines[at]):
            at += 1
    return names, at


def _is_mail(names: set[str]) -> bool:
    """Whether the fields are a mail's: a date, and sender or recipients."""
    if "from" in names:
        return not names.isdisjoint(("sent", "date")) and not names.isdisjoint(("to", "subject"))
    return names >= {"sent", "to"} or names >= {"date", "to", "subject"}


def _names_recipient(names: set[str], below: Sequence[Line]) -> bool:
    """Whether what is left of a mail's header is right above a telegram's, with its FM line."""
    if not names >= {"to", "subject"}:
        return False
    return any(line.text.startswith("FM ") for line in below[:_LONGEST_HEADING])


def _field_name(text: str) -> str | None:
    """Return the name of the field that a line begins, in lower case."""
    name, colon, _ = text.partition(":")
    name = name[:-1] if name[-1:].isspace() else name
    known = name.lower()
    if colon and (known in _NAMES or (known.startswith(_NAMED_FREELY) and _is_word(known))):
        return known
    return None


def _is_word(name: str) -> bool:
    return name.replace("-", "").isalpha() and name.isascii()


def _goes_on(line: Line) -> bool:
    """Whether it is a folded line (RFC 5322, 2.2.3), which is indented."""
    return line.indent > 0 and _field_name(line.text) is None


def _without_marks(lines: Lines, account: Account) -> Lines:
    """Return the lines without marks, if most have one, or those of the telegram's header.

    A mail program that wraps quoted lines gives the new ones none.
    """
    if ">" not in account.text:
        return lines
    quoted = [at for at, line in enumerate(lines) if line.text.startswith(">")]
    alone = sum(not lines[at].text.strip("> ") for at in quoted)
    is_most = len(quoted) >= _SHARE * len(lines) or alone >= _FEWEST_ALONE
    if len(quoted) >= _FEWEST and is_most:
        return _stripped(lines, account)
    first = quoted[0] if quoted and quoted[0] < _FARTHEST else len(lines)
    end = next((at for at in range(first, len(lines)) if lines[at].text[0] != ">"), len(lines))
    if not any(map(_SENDER.match, (line.text for line in lines[first:end]))):
        return lines
    return [*lines[:first], *_stripped(lines[first:end], account), *lines[end:]]


def _stripped(lines: Lines, account: Account) -> Lines:
    return without_empty(_without_mark(line, account) for line in lines)


def _without_mark(line: Line, account: Account) -> Line:
    found = _QUOTED.match(line.text)
    if found is None:
        return line
    account.mark_furniture("mail-quote", [Line(line.start, found[0].rstrip())])
    return Line(line.start + found.end(), line.text[found.end() :], gap=line.gap)
