"""Unlabelled lines between class line and subject: captions, passing lines, notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from cableconv.diagnostics.preface import CAPTION_MISPRINTED, CAPTION_REPEATED
from cableconv.parser.account.account import Account
from cableconv.parser.heading import drafting
from cableconv.parser.lexer.captions import (
    captions_before,
    captions_behind,
    captions_inside,
    captions_of,
    closed_up,
    misprinted_caption,
)
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import is_rule
from cableconv.parser.preface.joined_passing import split_passing
from cableconv.parser.preface.passing_lines import is_passing, passes_on
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_handling, is_notice, is_statement
from cableconv.vocabulary.sentences import is_finished

_TEXT_WIDTH = 62  # characters of a line (5 FAH-1 H-246), and what communicators added
_VERBS = (" FOR ", " PASS ")
_RECIPIENT = ("/", "FOR ", "PASS", "ATTN")
_WRAPPED = 45  # characters: a longer line may have been wrapped inside a name
_LAST_WORD = pattern(
    r"[A-Z][A-Za-z'-]{2,}[;,](?:\s|$)|[A-Z][A-Z'-]{3,}(?:\.?$|\sAND\s[A-Z][A-Z' -]+$)"
    r"|(?!(?:ALSO|FOR|FROM|INFO|PASS)\s)[A-Z][A-Z'-]+\s[A-Z][A-Z'-]{2,}$"
)
_TITLES = (" DESK OFFICER", " DIRECTOR", " COUNSELOR")
"""At a line's end: the person's name is on the next one."""
_SEPARATORS = frozenset(",;")
_END = "BT"  # of the heading (format line 11), printed below the class line
_MOST_CAPTIONS = 20  # places with captions inside a line: each is searched for in the rest of it
_GOES_ON = pattern(r"\((?!(?:U|C|S|SBU)\))|AND ")
_GOES_ON_APART = pattern(r"\([A-Z]{2,5}(?:/[A-Z]+)?\)[,;]")  # the office of the name above
_LIST_ENDS = pattern(r"[A-Z][^;]*,\sAND\s[A-Z][A-Z' .-]+$")
_ADDRESSED = pattern(
    r"(?:[;,]\s+[A-Z]{3,}|;\s+[A-Z][A-Z/]{2,})$"
)  # the recipient is on the next line


def notice_goes_on(first: str, text: str, below: Line) -> bool:
    """Whether a notice continues below, as ``text``, its last lines, is no sentence.

    Only one on handling does so with a line that begins with a capital.
    """
    if below.gap or is_finished(text):
        return False
    if not is_handling(first):
        return below.text[0].islower() and is_notice(first)
    other = is_rule(below.text) or captions_of(below.text) or is_notice(below.text)
    return not (other or is_passing(below.text) or " PASS " in below.text.upper())


def _is_next(line: Line) -> bool:
    """Whether no empty line precedes it, but those that belong to a page mark.

    An office in brackets, with other recipients behind it, begins no list.
    """
    return line.gap == 0 or line.cut == "page-mark" or bool(_GOES_ON_APART.match(line.text))


def _may_break(text: str) -> bool:
    """Whether a passing line may end inside a name: of an office's reader, or behind the office."""
    return " FOR " in text or " PASS TO " in text


def _breaks_name(below: str) -> bool:
    """Whether the line below a wrapped one begins with the end of a name."""
    return _LAST_WORD.match(below) is not None


def _ends_list(text: str, below: str) -> bool:
    """Whether a list of recipients that is still open ends on the next line: ``PELL, AND WRAY``."""
    if " FOR " not in text or " AND " in text or " FOR " in below or " PASS " in below:
        return False
    return "," in text and _LIST_ENDS.match(below) is not None


def _is_wrapped(entry: list[Line], below: str) -> bool:
    """Whether the line below had no room on a passing line, and names no recipient of its own."""
    first = below.partition(" ")[0]
    if len(entry[-1].text) + 1 + len(first) <= _TEXT_WIDTH:
        return False
    if not any(verb in line.text for line in entry for verb in _VERBS):
        return False
    own = any(map(below.__contains__, _RECIPIENT)) or is_notice(below) or is_statement(below)
    return not (own or passes_on(first) or drafting.opening(below))


def _passing_in(line: Line) -> Iterator[Line]:
    """Yield each passing line in a line."""
    return (piece for passing in split_passing([line]) for piece in passing)


class UnlabelledLines(msgspec.Struct, frozen=True):
    """The preface's unlabelled lines, sorted."""

    captions: tuple[str, ...]
    passing: tuple[str, ...]
    notices: tuple[str, ...]
    drafting: dict[str, str]


class UnlabelledReader:
    """Sorts lines into captions, passing lines and notices."""

    def __init__(self, account: Account, notices: tuple[str, ...] = ()) -> None:
        self._account = account
        self._captions: list[str] = []
        self._passing: list[list[Line]] = []
        self._notices: list[list[Line]] = []
        self._before = len(notices)
        self._drafting: dict[str, list[Line]] = {}
        self._open: list[Line] | None = None

    def take(self, line: Line) -> None:
        """Sort one unlabelled line of the preface."""
        for piece in self._pieces(line):
            self._take(piece)

    def _pieces(self, line: Line) -> Iterator[Line]:
        """Yield captions and passing lines that share one line, each as a line."""
        for _ in range(_MOST_CAPTIONS):
            line = self._without_separator(line)
            if length := captions_before(line.text):
                yield line.head(length)
                line = line.tail(length)
            at = captions_inside(line.text)
            if not at:
                break
            yield from _passing_in(line.head(at))
            line = line.tail(at)
        if start := captions_behind(line.text):
            yield from _passing_in(line.head(start))
            line = line.tail(start)
        yield from _passing_in(line)

    def _without_separator(self, line: Line) -> Line:
        """Return the line without the sign that parts it from a number or a caption before it."""
        if line.text[0] not in _SEPARATORS or len(line.text) == 1:
            return line
        self._account.mark_furniture("separator", [line.head(1)])
        return line.tail(1)

    def _take(self, line: Line) -> None:
        spans = captions_of(line.text)
        if spans:
            self._open = None
            self._take_captions(line, spans)
        elif caption := misprinted_caption(line.text):
            self._open = None
            self._take_misprinted(line, caption)
        elif line.text == _END:
            self._account.mark_furniture("end-mark", [line])
        elif self._open is not None and _is_next(line) and self._runs_on(self._open, line):
            self._open.append(line)
        elif found := drafting.opening(line.text):
            self._open = self._drafting.setdefault(str(found.lastgroup), [])
            self._open.append(line)
        else:
            about = is_notice(line.text) or is_statement(line.text)
            kind = self._notices if about else self._passing
            self._open = [line]
            kind.append(self._open)

    @staticmethod
    def _runs_on(entry: list[Line], below: Line) -> bool:
        """Whether an entry continues on the next line, by its last two lines."""
        text = _joined(entry[-2:])
        return notice_goes_on(entry[0].text, text, below) or (
            text.count("(") > text.count(")")
            or text.endswith((",", ";", "/", "-", "&"))
            or text.upper().endswith((" AND", " FOR", " TO", " PASS", " FROM", " PLEASE"))
            or (text.endswith(_TITLES) and not is_passing(below.text))
            or (below.text.startswith("FOR ") and _ADDRESSED.search(text) is not None)
            or _GOES_ON.match(below.text) is not None
            or (len(text) > _WRAPPED and _may_break(text) and _breaks_name(below.text))
            or _ends_list(entry[-1].text, below.text)
            or _is_wrapped(entry, below.text)
        )

    def _take_captions(self, line: Line, spans: list[tuple[int, int]]) -> None:
        for start, end in spans:
            caption = " ".join(line.text[start:end].upper().split())
            caption = closed_up(caption) if caption[1:2] == " " else caption
            piece = Line(line.start + start, line.text[start:end])
            if caption in self._captions:
                self._account.mark_furniture("repeated-caption", [piece])
                self._account.report(CAPTION_REPEATED, piece, caption=caption)
            else:
                self._account.claim_lines([piece], f"captions[{len(self._captions)}]")
                self._captions.append(caption)
        self._claim_separators(line, spans)

    def _take_misprinted(self, line: Line, caption: str) -> None:
        """Keep a caption as printed, and report which one was meant."""
        self._account.report(CAPTION_MISPRINTED, line, printed=line.text, caption=caption)
        if caption in self._captions or line.text in self._captions:
            self._account.mark_furniture("repeated-caption", [line])
            return
        self._account.claim_lines([line], f"captions[{len(self._captions)}]")
        self._captions.append(line.text)

    def _claim_separators(self, line: Line, spans: list[tuple[int, int]]) -> None:
        position = 0
        for start, end in [*spans, (len(line.text), len(line.text))]:
            if line.text[position:start].strip():
                piece = Line(line.start + position, line.text[position:start].rstrip())
                self._account.mark_furniture("separator", [piece])
            position = end

    def finish(self) -> UnlabelledLines:
        """Claim and return all of them."""
        passing = [each for lines in self._passing for each in split_passing(lines)]
        for name, lines in self._drafting.items():
            self._account.claim_lines(lines, name)
        return UnlabelledLines(
            captions=tuple(self._captions),
            passing=tuple(" ".join(text.split()) for text in self._texts(passing, "passing")),
            notices=tuple(map(closed_up, self._texts(self._notices, "notices", self._before))),
            drafting={
                name: "\n".join(line.text for line in lines)
                for name, lines in self._drafting.items()
            },
        )

    def _texts(self, entries: list[list[Line]], path: str, first: int = 0) -> Iterator[str]:
        for index, lines in enumerate(entries, first):
            self._account.claim_lines(lines, f"{path}[{index}]")
            yield _joined(lines)


def _joined(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)
