"""Rules and their titles inside a line: a scrape joined them to the surrounding text.

``... on time. The Crew -------- The crew ...`` is a text, a title with its rule, and a text;
``... on time. ---- THE CREW ----`` has its title between two rules.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import islice, pairwise

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.joined.ruled_titles import (
    LONGEST_TITLE,
    TITLE_START,
    is_title,
    title_start,
)
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.shapes import has_columns, is_rule
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import ends_sentence, is_finished

# Three spaced dashes are a pause, except after a sentence or at the end.
# A run with a comma or an apostrophe behind it stands for a name that was removed.
# Teleprinters broke a rule after 45 dashes, so the rest follows a space.
# Each form begins with its character and looks back from there, which makes it fast.
_END = r"(?:(?![-=\w,;'’])|(?=\d{1,3}\.\s{0,2}\((?:SBU|[SCU])[)/]))"
_RUN = pattern(
    rf"(?:-(?:(?<!\S-)|(?<=^\d\.-)|(?<=^\d\d\.-))-{{3,}}{_END}"
    rf"|=(?:(?<!\S=)|(?<=^\d\.=)|(?<=^\d\d\.=))={{3,}}{_END}"
    r"|-(?<=[.!?:\"”)]\s-)(?:\s-){2,}+(?!\S)"
    r"|-(?<!\S-)(?:(?:\s-){4,}+(?!\S)|(?:\s-){2,}+$)"
    r"|=(?<!\S=)(?:\s=){3,}+(?!\S)|\*(?<!\*\*)\*{5,}|_(?<!\S_)(?<!:\s_)_{7,}(?!\S))"
    r"(?:\s{1,3}(?:-{5,}|={5,}|\*{5,}|(?<=[-=*]{40}\s)[-=*]+)(?=\s|$))*(?:\s\.$)?"
)
_BEFORE_SMALL = pattern(r"\s{1,3}(?!xx)[a-z]+(?:[\s,.;:]|$)")
_STOP = pattern(r"[.!?][\"”)]*\s")
_SIGNS = ("----", "- - -", "====", "= = = =", "******", "________")
"""Each run has one of them."""
_POINT = "---- "
"""Before words that no other run closes, this begins a point of a list."""
_CHARACTERS = "-=*_"
_LONGEST_BOXED = 150
_LONGEST_ROW = 100
_ALIKE = 3
_WIDEST = 62  # characters of a line (5 FAH-1 H-246)
_MOST_MARKS = 100  # numbers right before a rule in one line: a cable has fewer paragraphs
_FARTHEST_OWN = 200  # characters from a paragraph's number to the rule below its title
_SHORTEST_WRAPPED = 45  # characters
_NOT_BLANK = pattern(r"\S")


def part_rules(lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines, cut at rules and ruled titles inside them."""
    if not lines:
        return []
    place = lines[0].start, lines[-1].end
    # a character is found several times faster than a run of it, and most are rare
    held = {sign for sign in _CHARACTERS if account.text.find(sign, *place) >= 0}
    signs = [sign for sign in _SIGNS if sign[0] in held and account.text.find(sign, *place) >= 0]
    holding = {at for sign in signs for at, line in enumerate(lines) if sign in line.text}
    parted = list(lines)
    for at in sorted(holding, reverse=True):
        if _is_text_with_rule(lines[at].text):
            above = lines[at - 1] if at else None
            parted[at : at + 1] = _part(lines[at], account, _goes_on(lines[at], above))
    return parted


def _runs(text: str, position: int = 0) -> Iterator[re.Match[str]]:
    """Yield the rules in a text; a run before a small letter stands for a name that was removed.

    It is a rule if another one is a few words behind it: a title was wrapped there.
    """
    runs = [*_RUN.finditer(text, position)]
    for at, run in enumerate(runs, 1):
        after = runs[at] if at < len(runs) else None
        if not _BEFORE_SMALL.match(text, run.end()) or _wraps_title(text, run, after):
            yield run


def _wraps_title(text: str, run: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether words without a sentence's end are between a run and the next, which is a rule."""
    if after is None or after.start() - run.end() > LONGEST_TITLE:
        return False
    words = text[run.end() : after.start()]
    return not (_STOP.search(words) or _BEFORE_SMALL.match(text, after.end()))


def _is_text_with_rule(text: str) -> bool:
    if is_rule(text) or (len(text) < _LONGEST_ROW and has_columns(text)):
        return False
    return not text.startswith(_POINT) or text.isupper() or len([*_runs(text)]) > 1


def _goes_on(line: Line, above: Line | None) -> bool:
    """Whether the line goes on with a sentence of the wrapped text above it."""
    if above is None or line.gap or len(above.text) < _SHORTEST_WRAPPED:
        return False
    return not (is_finished(above.text) or is_rule(above.text))


def _part(line: Line, account: Account, goes_on: bool) -> Iterator[Line]:
    """Yield the pieces of a line; a rule after a numbered paragraph's own title belongs to it.

    ``goes_on``: its first words are no title, if they end a sentence of the text above.
    """
    marks = 0
    while (
        (run := next(_runs(line.text), None))
        and marks < _MOST_MARKS
        and _is_bare_mark(line.text[: run.start()])
    ):
        marks += 1
        if run.end() == len(line.text):
            yield line  # its text is crossed out
            return
        line = yield from _behind_mark(line, account)
    if run is None:
        if line.text:
            yield line
        return
    runs = [run, *_runs(line.text, run.end())]
    whole = ends_sentence(line.text[: run.start()].rstrip())
    cuts = dict(_cuts(line.text, runs, goes_on and whole))
    own = _own_rule(line.text, runs)
    bounds = sorted({0, *cuts, len(line.text)})
    for start, end in pairwise(bounds):
        piece = _piece(line, start, end, cuts.get(start, 0))
        if own is not None and own.start() == start:
            account.mark_furniture("rule", [piece])
        elif piece.text:
            yield piece


def _behind_mark(line: Line, account: Account) -> Generator[Line, None, Line]:
    """Yield the title right after a paragraph's number, without its rules; return the rest."""
    runs = list(islice(_runs(line.text), 2))
    boxed = len(runs) > 1 and runs[1].start() - runs[0].end() <= _LONGEST_BOXED
    start = 0
    for run in runs[: 1 + boxed]:
        if (piece := line.piece(start, run.start())).text.strip():
            yield piece.tail(0) if start else piece
        account.mark_furniture("rule", [line.piece(run.start(), run.end())])
        start = run.end()
    return line.tail(start)


def _is_bare_mark(text: str) -> bool:
    """Whether it consists of a number, or a number and its marking."""
    mark = read_paragraph_mark(text) if text else None
    return mark is not None and not text[mark.end :].strip()


def _piece(line: Line, start: int, end: int, gap: int) -> Line:
    text = line.text[start:end].rstrip()
    if start == 0:
        return Line(line.start, text, line.indent, line.gap, line.cut)
    return Line(line.start + start, text, line.indent, gap)


def _own_rule(text: str, runs: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return the rule right after a numbered paragraph's first words, which are its title."""
    mark = read_paragraph_mark(text)
    if mark is None or not runs or runs[0].start() - mark.end > _FARTHEST_OWN:
        return None
    title = text[mark.end : runs[0].start()].strip()
    return runs[0] if title and is_title(title) and not TITLE_START.search(title) else None


def _cuts(text: str, runs: Sequence[re.Match[str]], is_text: bool) -> Iterator[tuple[int, int]]:
    """Yield the starts of pieces, each with the number of empty lines above it.

    ``is_text``: the line begins with text that no title can begin with.
    """
    begin, opened = 0, False
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        words = text[begin : run.start()].strip()
        boxed = opened and 0 < len(words) <= _LONGEST_BOXED
        title = None
        if words and not boxed and not _opens_box(text, words, run, after):
            title = title_start(text, begin, run)
            title = None if is_text and title == 0 else title
        if title is not None and title > begin:
            yield title, 1
        alone = title == 0 and run.end() == len(text) and not text.endswith(".")
        if run.start() and not alone:
            yield run.start(), 0 if boxed or title is not None else 1
        opened = not boxed and title is None
        following = _NOT_BLANK.search(text, run.end())
        begin = following.start() if following else len(text)
        if begin < len(text):
            wrapped = title is not None and _is_wrapped(text, title, run, after)
            yield begin, 0 if opened or wrapped or _own_rule(text, [run]) else 1


def _is_wrapped(text: str, title: int, run: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether the words behind a title's rule had no room in it, and have a rule of their own."""
    rest = text[run.end() : after.start()].strip() if after else ""
    if after is None or not rest or abs(len(after[0]) - len(rest)) > _ALIKE:
        return False
    length = len(text[title : run.start()].rstrip())
    return length <= _WIDEST < length + 1 + len(rest.split(None, 1)[0])


def _opens_box(text: str, words: str, run: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether a rule after a whole sentence has a counterpart of its length a few words later."""
    if after is None or not (ends_sentence(words) or words[-1] in '"”)]'):
        return False
    title = text[run.end() : after.start()].strip()
    return 0 < len(title) <= _LONGEST_BOXED and (
        abs(len(run[0]) - len(after[0])) <= _ALIKE or not is_title(words[-LONGEST_TITLE:])
    )
