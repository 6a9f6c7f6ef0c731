"""The places in a text where the points of its lists begin, at bullets or at labels that count.

A place depends on the words of the text and on where its lines begin like points, not on where
running words were wrapped: a text is read alike on one line and on twenty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile

from cableconv.parser.cleanup.joined.counted_points import counted
from cableconv.parser.cleanup.joined.dashed_points import dashed
from cableconv.parser.lexer.shapes import ItemMark, item_marks
from cableconv.patterns import pattern

# a dash inside a sentence follows a word; an item's follows the end of the previous one
# (each pattern begins with its space and looks back from there, which makes it fast)
_BEHIND = r"(?:(?<=[.:;!?]\s)|(?<=[;,] and\s)|(?<=[;,] or\s))\s*"
_BULLET = pattern(
    r"\s(?:(?<=[.:;!?]\s)\s*(?=(?:-{1,3}|[*•·–—])\s+[A-Z\"“]|--[A-Z\"“]|-(?<![A-Z]\.\s-)[A-Z]"
    r"|[-*•·–—]\s+\((?:TS|SBU|[SCU])[)/])"
    rf"|(?<![A-Z]\.\s){_BEHIND}(?=(?:--|[*•·])\s+\w)"  # not behind U.S.
    r"|(?<=[;,] and,\s)\s*(?=--\s+\w)"
    r"|(?:(?<=[.!?][\"”]\s)|(?<=[.!?]\"\"\s))\s*(?=--\s*[A-Z\"“]))"
)
_MARKED_DASHES = pattern(r"--\s*\((?:TS|SBU|[SCU])[)/]")
_BEHIND_SPACE = pattern(r"[*•·–—-](?<=\s.)")  # dashes and dots are fewer than spaces
_BULLET_ITSELF = pattern(r"-{1,3}|[*•·–—]")
_FIRST_BULLET = pattern(r"(?:---?|[*•·–—])(?!-)")
_FIRST_DASH = pattern(r"(?:-{1,3}|[*•·–—])(?!-)(?=\s)")
"""With one dash too: behind a semicolon others show that it begins a list."""
_BEHIND_SEMICOLON = "; - "
_UNANNOUNCED = pattern(
    r"(?:--\s*(?:[A-Z\"“]|(?P<marking>\((?:TS|SBU|[SCU])[)/]))|(?<![A-Z]\.\s)-\s*[A-Z\"“])"
)
_TITLED = pattern(
    r"(?:¶?\d{1,3}\.\s*)?(?:\([A-Z/]{1,7}\)\s*)?(?:[A-Z]\w*\s+){1,4}(?=--?\s*[A-Z\"“])"
)
"""A paragraph's first words, each with a capital, before the first point."""
_FORM = (
    r"(?:\(?(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})\)(?:\s|$)"
    r"|[A-H]\.\s+(?:[A-Z]|\((?:TS|SBU|[SCU])[)/])|[a-h]\.\s+\w)"
)
_BEHIND_QUOTE = r"(?<=[.!?][\"”]\s)\s*"
_LABEL = pattern(
    rf"\s(?=\s|\(?(?:[A-Za-z]|[ivx]{{2,4}}|\d{{1,2}})[).])(?:{_BEHIND}|{_BEHIND_QUOTE})(?={_FORM})"
)
_BEHIND_COMMA = pattern(r"\s(?<=,\s)\s*(?=\(?(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})\)\s)")
_LINE_LABEL = pattern(_FORM)
# two of one kind are in any text with a list
_BULLETS = (" -", " *", "•", "·", " –", " —")
_FIRST_LABELS = (
    ("a)", "b)"),
    ("1)", "2)"),
    ("A)", "B)"),
    ("A.", "B."),
    ("a.", "b."),
    ("i)", "ii)"),
)
_COMMA = ", "
_STOPS = (".", ")")
_DASHES = "--"
_FEWEST = 2
_LONGEST_BULLET = 3
_WIDEST = 10  # spaces before a bullet
_LONGEST_LABEL = 40  # characters: a label with the blanks around it
_FEWEST_UNANNOUNCED = 3  # points without a colon before them: two may be part of a sentence
_COLON_BEFORE_BULLET = ":-- "  # without a blank between them


def points_of(text: str, line_starts: Sequence[int], free: Collection[int]) -> dict[int, bool]:
    """Return where points begin, in order; some may be the beginnings of lines.

    ``free`` are the beginnings of lines that a list may begin with.  A point is set apart if its
    count alone shows it, wherever the words before it end.
    """
    points = {*_bullets(text, line_starts, free), *_labels(text, line_starts, free)}
    of_forms = {*counted(text)}
    places = sorted(points.union(of_forms, dashed(text, line_starts)))
    return {at: at in of_forms for at in places}


def _bullets(text: str, line_starts: Iterable[int], free: Collection[int]) -> list[int]:
    """Return where points with one bullet begin: from a line's first one or a colon's on."""
    spaced = f" {text}"
    # a character alone is found faster, and most are rare
    if not any(bullet[-1] in text and spaced.count(bullet) >= _FEWEST for bullet in _BULLETS):
        return []
    behind_space = (found.start() for found in _BEHIND_SPACE.finditer(text))
    inside = [at for at in behind_space if _is_bullet(text, at)]
    if _COLON_BEFORE_BULLET in text and (glued := text.index(_COLON_BEFORE_BULLET) + 1):
        inside.append(glued)
    if not inside:
        return []
    first = _FIRST_DASH if _BEHIND_SEMICOLON in text else _FIRST_BULLET
    own = {at for at in line_starts if first.match(text, at)}
    own = {at for at in own if at in free or _is_behind_comma(text, at)}
    lists: dict[str, list[int]] = {}
    announced: list[int] | None = None
    for at in sorted({*inside, *own}):
        bullet = _BULLET_ITSELF.findall(text, at, at + _LONGEST_BULLET)[0]
        if bullet in lists:
            lists[bullet].append(at)
        elif _is_announced(text, at):
            lists[bullet] = announced = [at]
        elif at in own and at in free:
            lists[bullet] = [at]
        elif announced and at not in own:
            announced.append(at)
    points = {at for each in lists.values() if len(each) >= _FEWEST for at in each}
    return [*points, *_unannounced(text, [at for at in inside if at not in points])]


def _is_bullet(text: str, at: int) -> bool:
    """Whether a sign after spaces begins a point: behind the end of one, or before a marking."""
    before = text[max(at - _WIDEST, 0) : at]
    words_end = at - len(before) + len(before.rstrip())
    return bool(_BULLET.match(text, words_end) or _MARKED_DASHES.match(text, at))


def _unannounced(text: str, starts: Sequence[int]) -> list[int]:
    """Return points without a colon before them: two portion-marked ones, or three sentences.

    Between them, or below, a point after two dashes may begin with a lower-case letter.
    """
    points = [found for at in starts if (found := _UNANNOUNCED.match(text, at))]
    title = _TITLED.match(text) if points else None
    first = _UNANNOUNCED.match(text, title.end()) if title else None
    if first and first.start() < points[0].start():
        points = [first, *points]
    marked = sum(found["marking"] is not None for found in points)
    enough = marked >= _FEWEST or len(points) >= _FEWEST_UNANNOUNCED
    if not enough:
        return []
    begins = [found.start() for found in points]
    return [*begins, *(at for at in starts if at > begins[0] and text.startswith(_DASHES, at))]


def _labels(text: str, line_starts: Iterable[int], free: Collection[int]) -> list[int]:
    """Return where points with labels begin: consecutive ones of one style, from the first on.

    Letters that go on from a list above the text begin with a later one.
    """
    later = counts_on(text)
    if not (later or any(first in text and second in text for first, second in _FIRST_LABELS)):
        return []
    inside = {found.end() for found in _LABEL.finditer(text)}
    own = {at for at in line_starts if _LINE_LABEL.match(text, at)}
    first = {*inside, *free}
    if first.isdisjoint({*inside, *own}):
        return []
    phrases = {found.end() for found in _BEHIND_COMMA.finditer(text)} - first - own
    lists: list[list[int]] = []
    last: dict[str, tuple[int, list[int]]] = {}
    for at in sorted({*inside, *own, *phrases}):
        marks = item_marks(text[at : at + _LONGEST_LABEL])
        if mark := _next(marks, last):
            last[mark.style][1].append(at)
        elif at in first and (mark := _first(marks, later and at == 0)):
            last[mark.style] = (mark.value or 1, [at])
            lists.append(last[mark.style][1])
    lists = [each for each in lists if _is_list(text, each, phrases)]
    lists = [[*takewhile(lambda at: at not in phrases, each)] for each in lists]
    return [at for each in lists if len(each) >= _fewest(text, each[0], later) for at in each]


def counts_on(text: str) -> bool:
    """Whether it begins with a letter behind A, and the next one is in it: ``C. ... D. ...``."""
    letter, stop = text[:1], text[1:2]
    if stop not in _STOPS or not "B" <= letter < "Z":
        return False
    return f" {chr(ord(letter) + 1)}{stop} " in text


def _is_list(text: str, points: Sequence[int], phrases: Collection[int]) -> bool:
    """Whether no point begins a line by chance, as others behind commas are inside lines."""
    inside = any(at in phrases for at in points)
    return not (inside and any(at not in phrases and _is_behind_comma(text, at) for at in points))


def _is_behind_comma(text: str, at: int) -> bool:
    return text[max(at - len(_COMMA), 0) : at] == _COMMA


def _first(marks: Iterable[ItemMark], later: bool) -> ItemMark | None:
    """Return the mark with which a list begins: the first of its style, or a ``later`` letter."""
    marks = list(marks)
    firsts = [mark for mark in marks if mark.value == 1]
    return next(iter(firsts or (marks if later else [])), None)


def _next(marks: Iterable[ItemMark], lists: Mapping[str, tuple[int, list[int]]]) -> ItemMark | None:
    """Return the mark that counts on from the last one of its style."""
    for mark in marks:
        first, points = lists.get(mark.style, (0, []))
        if points and mark.value == first + len(points):
            return mark
    return None


def _fewest(text: str, at: int, later: bool) -> int:
    """Return how many points a list needs whose first one is there."""
    goes_on = later and at == 0
    return _FEWEST if goes_on or _is_announced(text, at) else _FEWEST_UNANNOUNCED


def _is_announced(text: str, at: int) -> bool:
    """Whether a colon precedes that place."""
    return text[max(at - _LONGEST_LABEL, 0) : at].rstrip().endswith(":")
