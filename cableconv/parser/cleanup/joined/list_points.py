"""The places in a text where the points of its lists begin, at bullets or at labels that count.

A place depends on the words of the text and on where its lines begin like points, not on where
running words were wrapped: a text is read alike on one line and on twenty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from cableconv.parser.lexer.shapes import ItemMark, item_marks
from cableconv.patterns import pattern

# a dash inside a sentence follows a word; an item's follows the end of the previous one
# (each pattern begins with its space and looks back from there, which makes it fast)
_BEHIND = r"(?:(?<=[.:;!?]\s)|(?<=[;,] and\s)|(?<=[;,] or\s))\s*"
_BULLET = pattern(
    r"\s(?:(?<=[.:;!?]\s)\s*(?=(?:-{1,3}|[*•·–—])\s+[A-Z\"“]|--[A-Z\"“]|-(?<![A-Z]\.\s-)[A-Z])"
    rf"|(?<![A-Z]\.\s){_BEHIND}(?=(?:--|[*•·])\s+\w)"  # not behind U.S.
    r"|(?:(?<=[.!?][\"”]\s)|(?<=[.!?]\"\"\s))\s*(?=--\s*[A-Z\"“]))"
)
_MARKED_DASHES = pattern(r"--\s+\((?:TS|SBU|[SCU])[)/]")
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
_DASH = " -"
_DASHES = "--"
_FEWEST = 2
_LONGEST_BULLET = 3
_WIDEST = 10  # spaces before a bullet
_LONGEST_LABEL = 40  # characters: a label with the blanks around it
_FEWEST_UNANNOUNCED = 3  # points without a colon before them: two may be part of a sentence
_COUNTS = (("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 5), ("123456789", 3))
"""Labels that count on, wherever the words before them end, and how many of them are a form's."""
_IN_SENTENCE = (",", " and", " or")
_SPACED_DASHES = " -- "
_COLON_BEFORE_BULLET = ":-- "  # without a blank between them
_AHEAD = 6  # characters: the dashes, up to three blanks and a capital
_COLON_BEFORE_DASHES = pattern(r":\s{1,3}(?=--\s)")
_COLON_BEFORE_DASH = pattern(r":(?=\s{1,3}-[A-Z])")
_GLUED_DASH = pattern(r"\s(?<![A-Z]\.\s)(?=-[A-Z])")  # U.S. -Oslo trade is no point
_DASHES_INSIDE = pattern(r"--(?<!\S--)(?=\s)")


def points_of(text: str, line_starts: Sequence[int], free: Collection[int]) -> list[int]:
    """Return where points begin, in order; some may be the beginnings of lines.

    ``free`` are the beginnings of lines that a list may begin with.
    """
    points = {*_bullets(text, line_starts, free), *_labels(text, line_starts, free)}
    return sorted(points.union(_counted(text), _dashed(text), _glued(text)))


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
    """Return where points with labels begin: consecutive ones of one style, from the first on."""
    if not any(first in text and second in text for first, second in _FIRST_LABELS):
        return []
    inside = {found.end() for found in _LABEL.finditer(text)}
    own = {at for at in line_starts if _LINE_LABEL.match(text, at)}
    first = {*inside, *free}
    if first.isdisjoint({*inside, *own}):
        return []
    phrases = {found.end() for found in _BEHIND_COMMA.finditer(text)} - first - own
    lists: list[list[int]] = []
    last: dict[str, list[int]] = {}
    for at in sorted({*inside, *own, *phrases}):
        marks = item_marks(text[at : at + _LONGEST_LABEL])
        if mark := _next(marks, last):
            last[mark.style].append(at)
        elif at in first and (mark := next((each for each in marks if each.value == 1), None)):
            last[mark.style] = [at]
            lists.append(last[mark.style])
    lists = [each for each in lists if _is_list(text, each, phrases)]
    lists = [[*takewhile(lambda at: at not in phrases, each)] for each in lists]
    return [at for each in lists if len(each) >= _fewest(text, each[0]) for at in each]


def _counted(text: str) -> list[int]:
    """Return where the points of a form begin: ``A) Place: unknown B) Owner: unknown C) ...``."""
    for labels, fewest in _COUNTS:
        if f" {labels[1]}) " in text:
            counts = _counts(f" {text}", labels)
            if points := [at for each in counts if len(each) >= fewest for at in each]:
                return points
    return []


def _counts(spaced: str, labels: str) -> Iterator[list[int]]:
    """Yield where the labels stand, count by count; ``spaced`` has a space before the text."""
    first = f" {labels[0]}) "
    start = spaced.find(first)
    while start >= 0:
        after = spaced.find(first, start + 1)
        yield _count(spaced, labels, start, after + 1 if after >= 0 else len(spaced))
        start = after


def _count(spaced: str, labels: str, at: int, end: int) -> list[int]:
    """Return where the labels stand between two places, as far as they count on.

    Each is before a word with a capital.  A second one after a comma, ``and`` or ``or`` is part
    of a sentence.
    """
    points: list[int] = []
    for label in labels:
        at = spaced.find(f" {label}) ", at, end)
        if at < 0 or not spaced[at + 4 : at + 5].isupper():
            break
        if len(points) == 1 and spaced.endswith(_IN_SENTENCE, 0, at):
            break
        points.append(at)
    return points


def _dashed(text: str) -> list[int]:
    """Return where points begin behind two dashes, from the text's beginning or a colon on.

    Each begins with a capital, as words between the dashes of a sentence do not, where others
    are in lower case.
    """
    if text.count(_SPACED_DASHES) < _FEWEST or text.isupper():
        return []
    first = 0
    if not text.startswith(_DASHES):
        announced = _COLON_BEFORE_DASHES.search(text)
        if announced is None:
            return []
        first = announced.end()
    points = [found.start() for found in _DASHES_INSIDE.finditer(text, first)]
    capitals = all(text[at + 3 : at + _AHEAD].lstrip()[:1].isupper() for at in points)
    return points if capitals and len(points) >= _FEWEST_UNANNOUNCED else []


def _glued(text: str) -> list[int]:
    """Return where points begin at a dash that touches their first word, from a colon on."""
    announced = _COLON_BEFORE_DASH.search(text) if _DASH in text else None
    if announced is None:
        return []
    points = [found.end() for found in _GLUED_DASH.finditer(text, announced.end())]
    return points if len(points) >= _FEWEST_UNANNOUNCED else []


def _is_list(text: str, points: Sequence[int], phrases: Collection[int]) -> bool:
    """Whether no point begins a line by chance, as others behind commas are inside lines."""
    inside = any(at in phrases for at in points)
    return not (inside and any(at not in phrases and _is_behind_comma(text, at) for at in points))


def _is_behind_comma(text: str, at: int) -> bool:
    return text[max(at - len(_COMMA), 0) : at] == _COMMA


def _next(marks: Iterable[ItemMark], lists: dict[str, list[int]]) -> ItemMark | None:
    """Return the mark that counts on from the last one of its style."""
    return next(
        (each for each in marks if each.value == len(lists.get(each.style, ())) + 1 > 1), None
    )


def _fewest(text: str, at: int) -> int:
    """Return how many points a list needs whose first one is there."""
    return _FEWEST if _is_announced(text, at) else _FEWEST_UNANNOUNCED


def _is_announced(text: str, at: int) -> bool:
    """Whether a colon precedes that place."""
    return text[max(at - _LONGEST_LABEL, 0) : at].rstrip().endswith(":")
