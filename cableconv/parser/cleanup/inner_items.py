"""Items of a list inside a line: a scrape joined them to the sentence that introduces them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.shapes import ItemMark, item_marks
from cableconv.patterns import pattern

# a dash inside a sentence follows a word; an item's follows the end of the previous one
# (each pattern begins with its space and looks back from there, which makes it fast)
_BEHIND = r"(?:(?<=[.:;!?]\s)|(?<=[;,] and\s)|(?<=[;,] or\s))\s*"
_BULLET = pattern(
    r"\s(?=\s{0,9}[*•·–—-])"
    rf"(?:(?<=[.:;!?]\s)\s*(?=(?:-{{1,3}}|[*•·–—])\s+[A-Z\"“]|--[A-Z\"“])|{_BEHIND}(?=(?:--|[*•·])\s+\w)"
    r"|(?<=[.!?][\"”]\s)\s*(?=--\s+[A-Z\"“])|(?=--\s+\((?:TS|SBU|[SCU])[)/]))"
)
_UNANNOUNCED = pattern(r"--\s*(?:[A-Z\"“]|(?P<marking>\((?:TS|SBU|[SCU])[)/]))")
_TITLED = pattern(
    r"(?:¶?\d{1,3}\.\s*)?(?:\([A-Z/]{1,7}\)\s*)?(?:[A-Z]\w*\s+){1,4}(?=--\s*[A-Z\"“])"
)
"""A paragraph's first words, each with a capital, before the first point."""
_OPENED = pattern(r":\s+(?P<bullet>-{1,3}|[*•·–—])\s+(?=[A-Z\"“]|(?<=[*•·]\s)\w)")
_OPENED_LABEL = pattern(r":\s+(?:\(?[Aa1i]\)|[Aa]\.)(?:\s|$)")
_JOINT = pattern(r"(?:and|or)\s(?=\S)")
_FIRST_BULLET = pattern(r"(?:---?|[*•·–—])(?!-)")
_LABEL = pattern(
    rf"\s(?=\s|\(?[A-Ha-hivx\d]{{1,4}}[).]){_BEHIND}"
    r"(?=\(?(?:[A-Ha-h]|[ivx]{1,4}|\d)\)(?:\s|$)|[A-H]\.\s+(?:[A-Z]|\((?:TS|SBU|[SCU])[)/])|[a-h]\.\s+\w)"
)
_ANNOUNCED = pattern(r":(?=\s{0,2}(?:[-*•·–—A]|a\.))")  # a bullet or a label follows a colon
_FIRST_LABEL = pattern(r"\)(?<=[Aa1i]\))(?=\s)")
# one of them is in any text that the patterns for items match
_BULLETS = (" -", " *", "•", "·", " –", " —")
_FIRST_LABELS = ("a)", "1)", "A)", "A.", "a.", "i)")
# behind a stop, or before a marking, in any list without a colon before it
_DASHES = pattern(r"-(?<= -)-")
_MARKED = " ("
_COLON = ": "
_STOPS = '.!?"”'
_FEWEST = 2
_AHEAD = 4  # characters that a sign looks ahead
_LONGEST_LABEL = 40  # characters: a label with the blanks around it
_NEAR = 12  # lines: the next point of a wrapped list
_FEWEST_UNANNOUNCED = 3  # points without a colon before them: two may be part of a sentence


def part_items(lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines, in the order of the text, cut before each item of a list."""
    parted = list(lines)
    cuts: dict[int, list[int]] = {}
    for index in sorted(_holding(lines, account.text)):
        if index not in cuts:
            found = _wrapped(lines, index) or {index: _cuts(lines[index].text)}
            cuts |= {at: own for at, own in found.items() if own}
    for index in sorted(cuts, reverse=True):
        parted[index : index + 1] = _pieces(lines[index], cuts[index])
    return parted


def _wrapped(lines: Sequence[Line], index: int) -> dict[int, list[int]]:
    """Where points begin, one in the line at ``index`` after a colon, others also below it.

    The colon may end the line above.
    """
    above = lines[index - 1].text if index and not lines[index].gap else ""
    is_announced = above[-1:] == ":" and read_label(above) is None
    if not (is_announced or _COLON in lines[index].text):
        return {}
    end = index + 1
    while end < min(index + _NEAR, len(lines)) and not (
        lines[end].gap or lines[end].paragraph_mark
    ):
        end += 1
    if end == index + 1 and not is_announced:
        return {}
    texts = {at: lines[at].text for at in range(index, end)}
    return _wrapped_points(texts, index) or _wrapped_labels(texts, index, is_announced)


def _wrapped_points(texts: Mapping[int, str], index: int) -> dict[int, list[int]]:
    """Return the places of one bullet, the first of them after a colon at ``index``."""
    text = texts[index]
    first = _OPENED.search(text) if any(bullet in text for bullet in _BULLETS) else None
    if first is None:
        return {}
    cuts = {index: [first.start("bullet")]}
    for at, below in texts.items():
        starts = [found.end() for found in _BULLET.finditer(below)]
        own = [start for start in starts if below.startswith(first["bullet"] + " ", start)]
        if own := [start for start in own if at > index or start > first.start("bullet")]:
            cuts.setdefault(at, []).extend(own)
    return cuts if sum(map(len, cuts.values())) >= _FEWEST else {}


def _wrapped_labels(
    texts: Mapping[int, str], index: int, is_announced: bool
) -> dict[int, list[int]]:
    """Return the places of consecutive labels, the first of them after a colon at ``index``.

    ``is_announced``: the colon is above, so that the first label may begin the line.
    """
    begins = is_announced and bool(_label_at(texts[index], 0))
    opened = None if begins else _OPENED_LABEL.search(texts[index])
    if not (begins or opened) or read_label(texts[index]):
        return {}  # the entries of a field are its own
    cuts: dict[int, list[int]] = {}
    count, style = 0, ""
    for at, text in texts.items():
        first = opened.start() if opened and at == index else 0
        starts = [each.end() for each in _LABEL.finditer(text, first)]
        if begins and at == index:
            starts = [0, *starts]
        if at > index:
            joint = _JOINT.match(text) if texts[at - 1][-1] in ";," else None
            starts = [joint.end() if joint else 0, *starts]
        for start in starts:
            for mark in _label_at(text, start):
                if mark.value == count + 1 and style in ("", mark.style):
                    count, style = count + 1, mark.style
                    cuts.setdefault(at, []).extend([start] * (start > 0))
                    break
    return {at: own for at, own in cuts.items() if own} if count >= _FEWEST else {}


def _label_at(text: str, start: int) -> tuple[ItemMark, ...]:
    """Return the label there, which may also be a wrapped line's last word."""
    label = text[start : start + _LONGEST_LABEL]
    return item_marks(label) or item_marks(f"{label} x")


def _holding(lines: Sequence[Line], text: str) -> set[int]:
    """Return the indices of lines that may hold items: with a sign, or below one with a sign."""
    if not lines:
        return set()
    signs = list(_signs(text, lines[0].start, lines[-1].end + _AHEAD))
    starts = [line.start for line in lines] if signs else []
    holding = {bisect_right(starts, at) - 1 for at in signs}
    below = {index + 1 for index in holding}  # a colon may end the line above the points
    return (holding | below) & set(range(len(lines)))


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    yield line.head(cuts[0])
    for start, end in pairwise([*cuts, len(line.text)]):
        yield Line(line.start + start, line.text[start:end].rstrip(), line.indent)


def _signs(text: str, start: int, end: int) -> Iterator[int]:
    """Yield positions in lists: after a colon, at the first label, at dashes after a sentence."""
    for sign in (_ANNOUNCED, _FIRST_LABEL):
        yield from (found.start() for found in sign.finditer(text, start, end))
    for found in _DASHES.finditer(text, start + 1, end):
        at = found.start() - 1
        behind = text[found.end() : found.end() + len(_MARKED)]
        follows = text[at - 1] in _STOPS and (behind[:1] == " " or behind[:1].isupper())
        if follows or behind == _MARKED:
            yield at


def _cuts(text: str) -> list[int]:
    return _bullets(text) or _labels(text)


def _bullets(text: str) -> list[int]:
    """Where the points begin that a colon opens, that follow the first, or that are marked."""
    if not any(bullet in text for bullet in _BULLETS):
        return []
    starts = [found.end() for found in _BULLET.finditer(text)]
    if starts and (own := _FIRST_BULLET.match(text)):
        return [at for at in starts if text.startswith(own[0], at)]
    first = next((at for at in starts if _is_announced(text, at)), None)
    points = [at for at in starts if first is not None and at >= first]
    return points if len(points) >= _FEWEST else _unannounced(text, starts)


def _unannounced(text: str, starts: Sequence[int]) -> list[int]:
    """Return points without a colon before them: two portion-marked ones, or three sentences."""
    points = [found for at in starts if (found := _UNANNOUNCED.match(text, at))]
    title = _TITLED.match(text) if points else None
    first = _UNANNOUNCED.match(text, title.end()) if title else None
    if first and first.start() < points[0].start():
        points = [first, *points]
    marked = sum(found["marking"] is not None for found in points)
    enough = marked >= _FEWEST or len(points) >= _FEWEST_UNANNOUNCED
    return [found.start() for found in points] if enough else []


def _labels(text: str) -> list[int]:
    """Return the positions of consecutive labels from the first on, all of one style."""
    if not any(label in text for label in _FIRST_LABELS):
        return []
    points: list[int] = []
    style = ""
    for found in _LABEL.finditer(text):
        for mark in item_marks(text[found.end() : found.end() + _LONGEST_LABEL]):
            if points and mark.style == style and mark.value == len(points) + 1:
                points.append(found.end())
                break
            if mark.value == 1 and len(points) < _FEWEST:
                points, style = [found.end()], mark.style
    announced = bool(points) and _is_announced(text, points[0])
    return points if len(points) >= (_FEWEST if announced else _FEWEST_UNANNOUNCED) else []


def _is_announced(text: str, at: int) -> bool:
    """Whether a colon precedes that place."""
    return text[max(at - _LONGEST_LABEL, 0) : at].rstrip().endswith(":")
