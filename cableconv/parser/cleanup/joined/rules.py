"""Rules and their titles inside a line: a scrape joined them to the surrounding text.

``... on time. The Crew -------- The crew ...`` is a text, a title with its rule, and a text;
``... on time. ---- THE CREW ----`` has its title between two rules.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import islice, pairwise

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.shapes import has_columns, is_rule
from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import ends_sentence

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
_TITLE_START = pattern(
    r"(?<=[.!?:\"”)\]])(?<!,[\"”])(?<!\b[MDS][rst]\.)(?<!\bMrs\.)(?<!\bST\.)\s+(?=[A-Z\"“(\d'¶$])"
    r"|(?<=\bEND\s(?:SUMMARY|COMMENT))\s+(?=[A-Z]{2})"
)
_ABBREVIATED = pattern(r"(?:\b[A-Z]\.){2,}$")
_ROW_OF_DOTS = (". . .", "...")
_LETTERS = pattern(r"(?i)\b(?!x+\b)[^\W\d_]")
_SENTENCE = pattern(r"(?<!\b[A-Z])[.!?][\"”)]*\s+[A-Z\"“]")
# two or more words, capitalised except for small ones: no sentence is written so
_SMALL = r"(?:a|an|and|as|at|but|by|for|from|in|is|nor|not|of|on|or|the|to|with)"
_IN_CAPITALS = pattern(rf"(?:[\"“(]?[A-Z][\w'’-]*[,:;]?\s+(?:{_SMALL}\s+)*+)+[A-Z][\w'’-]*\.$")
_LABEL = pattern(
    r"(?:.*[.!?\"”)]\s+)?(?:(?:[A-Z]\.){2,}|[IVX]{1,4}[.)]|¶\s?[A-Z][.)])"
    r"|[\"“][^\"“”.!?]+[\"”]"
)
_BEFORE_COLON = pattern(
    rf"(?:.*[.!?\"”)]\s+)?(?:[A-Z][\w'’-]*\s+(?:{_SMALL}\s+)*+){{0,7}}[A-Z][\w'’-]*:"
)
_SENTENCE_COSTS = 25
_LONGEST_TITLE = 110
_LONGEST_BOXED = 150
_LONGEST_ROW = 100
_ALIKE = 3
_MOST_MARKS = 100  # numbers right before a rule in one line: a cable has fewer paragraphs
_FARTHEST_OWN = 200  # characters from a paragraph's number to the rule below its title
_CLOSES = pattern(r"END\s(?:OF\s)?(?:SUMMARY|COMMENT|NOTE)\.?$", re.IGNORECASE)
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
            parted[at : at + 1] = _part(lines[at], account)
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
    if after is None or after.start() - run.end() > _LONGEST_TITLE:
        return False
    words = text[run.end() : after.start()]
    return not (_STOP.search(words) or _BEFORE_SMALL.match(text, after.end()))


def _is_text_with_rule(text: str) -> bool:
    if is_rule(text) or (len(text) < _LONGEST_ROW and has_columns(text)):
        return False
    return not text.startswith(_POINT) or text.isupper() or len([*_runs(text)]) > 1


def _part(line: Line, account: Account) -> Iterator[Line]:
    """Yield the pieces of a line; a rule after a numbered paragraph's own title belongs to it."""
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
    cuts = dict(_cuts(line.text, runs))
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
    return runs[0] if title and _is_title(title) and not _TITLE_START.search(title) else None


def _cuts(text: str, runs: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the starts of pieces, each with the number of empty lines above it."""
    begin, opened = 0, False
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        words = text[begin : run.start()].strip()
        boxed = opened and 0 < len(words) <= _LONGEST_BOXED
        title = None
        if words and not boxed and not _opens_box(text, words, run, after):
            title = _title_start(text, begin, run)
        if title is not None and title > begin:
            yield title, 1
        alone = title == 0 and run.end() == len(text) and not text.endswith(".")
        if run.start() and not alone:
            yield run.start(), 0 if boxed or title is not None else 1
        opened = not boxed and title is None
        following = _NOT_BLANK.search(text, run.end())
        begin = following.start() if following else len(text)
        if begin < len(text):
            yield begin, 0 if opened or _own_rule(text, [run]) else 1


def _opens_box(text: str, words: str, run: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether a rule after a whole sentence has a counterpart of its length a few words later."""
    if after is None or not (ends_sentence(words) or words[-1] in '"”)]'):
        return False
    title = text[run.end() : after.start()].strip()
    return 0 < len(title) <= _LONGEST_BOXED and (
        abs(len(run[0]) - len(after[0])) <= _ALIKE or not _is_title(words[-_LONGEST_TITLE:])
    )


def _title_start(text: str, begin: int, run: re.Match[str]) -> int | None:
    """Return the start of the title that a rule underlines: a sentence of about its length."""
    words = text[begin : run.start()].rstrip()
    mark = read_paragraph_mark(words)
    least = mark.end if mark else -1
    starts = [] if mark else [0]
    starts += [
        found.end()
        for found in _TITLE_START.finditer(words)
        if found.end() > least and not _is_opening(words[: found.start()])
    ]
    fitting = [start for start in starts if _is_title(words[start:])]
    best = min(fitting, key=lambda start: _misfit(words[start:], len(run[0])), default=None)
    return None if best is None else begin + best


def _is_opening(words: str) -> bool:
    """Whether they open a title: ``U.S.``, ``IV.``, quoted or capitalised words before a colon."""
    if _LABEL.fullmatch(words):
        return True
    if words[-1] != ":" or not _BEFORE_COLON.fullmatch(words):
        return False
    return read_label(words) is None


def _misfit(title: str, length: int) -> int:
    """Return how poorly a title fits a rule of that length."""
    return abs(len(title) - length) + (_SENTENCE_COSTS if _SENTENCE.search(title) else 0)


def _is_title(words: str) -> bool:
    """Whether the words do not end like a sentence, or close a summary or a comment."""
    if len(words) > _LONGEST_TITLE or not _LETTERS.search(words):
        return False
    if _CLOSES.search(words):
        return False
    if words.endswith(_ROW_OF_DOTS) or _ABBREVIATED.search(words) or _IN_CAPITALS.match(words):
        return True
    return words[-1] not in ".,;:" or words == words.upper()
