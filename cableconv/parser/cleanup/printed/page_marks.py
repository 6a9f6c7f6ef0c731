"""Page and section marks of the teleprinter between pages, on separate lines or inside them.

Two generations: ``ASTANA 00000048  001.2 OF 003`` (station, eight digits, page; 5 FAH-2)
and ``PAGE 02        HARARE  06677  01 OF 03  161224Z`` (ACP 127 para 208c).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import PAGE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary import stations
from cableconv.vocabulary.sentences import ends_sentence

_PAGE = r"\d{8}\s{1,3}\d{3}(?:\.\d+)?\s+OF\s+\d{3}(?!\d)"
_NAME = r"[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,3}"
_WHOLE = pattern(rf"(?:{_NAME}|(?i:x{{3,}})) {_PAGE}$|(?i:{_NAME} {_PAGE}$)")
# a scrape may have joined it to the word, number or full stop before it
_INSIDE = pattern(rf"(?<![A-Z_])(?<![A-Z]\.)({_NAME}) {_PAGE}")
_NUMBERED = pattern(_PAGE.replace("OF", "[Oo][Ff]"))  # ignoring case would search slowly
_OF_PAGES = pattern(r"OF\s+\d{3}")
_IN_SMALL = pattern(rf"(?<![a-z_])(?i:({_NAME}) {_PAGE})")
_OF_SMALL = " of 0"
# a line's end may have cut it anywhere before OF, also inside a number
_OTHER_HALF = pattern(
    r"(?:(?:[A-Z][A-Z.'-]{1,15} ){0,2}\d{8} {1,3}\d{3}(?:\.\d+)? |[\d.]{1,5} )?OF \d{3}(?!\d)"
)
_AT_END = pattern(rf"(?:^|(?<=\s))({_NAME}) {_PAGE}$")
_CLASS = (
    r"(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|UNCLAS(?:SIFIED)?"
    r"|L ?I ?M ?I ?T.{1,33}USE)"
)
# the number among the Secretary's telegrams, the section, the hour of receipt
_AFTER_NUMBER = r"(?:\s+(?:TOSEC|SECTO)\s\d{1,6})?(?:\s+\d\d OF \d\d)?(?:\s+\d{6}\s?[Z2]?)?"
_OLD = pattern(
    rf"(?:(?<!\S){_CLASS}\s+)?\bPAGE\s+\d\d\s+(?:"
    rf"R[HU][A-Z]{{2,6}}\s?#?\d{{3,5}}(?:\s+{_CLASS}.*)?"
    rf"|(?:\d\d )?[A-Z][A-Z ]{{1,30}}?\s+\d{{4,8}}{_AFTER_NUMBER}(?:\s+\d{{4}}Z?)?"
    r")(?=\s|$)"
)
_OLD_HALF = pattern(r"PAGE \d\d$")
_OLD_OTHER_HALF = pattern(rf"{_NAME} \d{{4,8}}{_AFTER_NUMBER}$")
_BANNER = pattern(rf"{_CLASS}$|N{{3,4}}$")
_ENDS = frozenset("DELST")  # of those words
_JOINED_BANNER = pattern(rf"(?:(?<=\s)|(?<=[A-Z]{{2}})(?<!UN)){_CLASS}$")
_WORD = pattern(r"[A-Z][A-Z.'-]*")
_LONGEST_CLASS = 80  # characters: the class before a mark, with its spaces
_MOST_WORDS = 4  # of a station's name
_LONGEST_NAME = 120  # characters: those words
_MOST_LINES = 2  # of one mark
_OLD_SIGN = "PAGE"
_CENTRED = "  "
_OF = "OF "
_LONGEST_HALF = 40  # characters: of a second half
_COUNT = 3  # digits of the number of pages
_USUAL_ABOVE = 1  # empty lines above a mark inside a paragraph
_USUAL_BELOW = 2  # empty lines
_CUT = 10  # a space as the tenth character is lost


def take_page_marks(lines: Lines, account: Account) -> Lines:
    """Return the lines without page marks, which become furniture; a line after one is ``cut``.

    It is not, if a sentence ends above the mark with an empty line more than the mark is set
    apart by: that line ended a paragraph.
    """
    signs = [index for index, line in enumerate(lines) if line.facts & PAGE]
    if not signs:
        return lines
    near = {at for sign in signs for at in range(sign, sign + _MOST_LINES + 1)}
    kept: Lines = []
    banners = {text for _, text in account.furniture_of("banner")}
    marked = apart = False
    done = 0
    for index in sorted(near & set(range(len(lines)))):
        kept += lines[done:index]
        line, done = lines[index], index + 1
        may_be_mark = line.facts & PAGE or (kept and kept[-1].facts & PAGE)
        pieces = _without_marks(line, kept, account) if may_be_mark else [line]
        if not pieces or pieces[0].start > line.start:  # a mark begins the line
            is_old = _OLD_SIGN in line.text[:_LONGEST_CLASS]
            banner = _take_banners(kept, banners, account, is_old=is_old)
            apart = banner.gap > 0 if banner else line.gap > _USUAL_ABOVE
        marked = marked or not pieces
        for piece in pieces:
            apart = apart or (marked and piece.gap > _USUAL_BELOW)
            kept.append(_below_mark(piece, kept, apart=apart) if marked else piece)
            marked = apart = False
    return [*kept, *lines[done:]]


def _below_mark(line: Line, above: Lines, *, apart: bool) -> Line:
    """Return the line below a mark; ``apart``: more empty lines are around it than belong to it."""
    if apart and above and ends_sentence(above[-1].text):
        return line.with_gap(max(line.gap, 1))
    return line.with_cut("page-mark")


def _without_marks(line: Line, kept: Lines, account: Account) -> list[Line]:
    """Return the rest of a line; nothing for a mark, or the second half of one."""
    text = line.text
    if kept and (_are_old_halves(kept[-1], line) or _are_old_halves(line, kept[-1])):
        account.mark_furniture("page-mark", [kept.pop(), line])
        return []
    if not line.facts & PAGE:
        return [line]
    if _ends_with_count(text) and _WHOLE.match(text) and not _begins_with_text(text):
        account.mark_furniture("page-mark", [line])
        return []
    at = text.find(_OF, 0, _LONGEST_HALF) + len(_OF)
    may_be_half = kept and at >= len(_OF) and text[at : at + _COUNT].isdecimal()
    other = _OTHER_HALF.match(text) if may_be_half else None
    if other and (half := _take_half(kept, other[0])):
        account.mark_furniture("page-mark", [half, line.head(other.end())])
        rest = line.tail(other.end())
        return [rest.with_cut("page-mark")] if rest.text else []
    return list(_pieces(line, account))


def _take_half(kept: Lines, other: str) -> Line | None:
    """Remove and return the first half of a mark, the last line or its end, if they fit."""
    text = kept[-1].text
    end = text[-_LONGEST_NAME:]
    found = _AT_END.search(f"{end} {other}") or _AT_END.search(end + other)
    if found is None:
        return None
    start = len(text) - len(end) + found.start(1) + _station_start(found[1])
    if start >= len(text):  # the other is a whole one
        return None
    line = kept.pop()
    if start:
        kept.append(line.head(start))
    return line.tail(start)


def _ends_with_count(text: str) -> bool:
    """Whether it ends with OF and three digits, as each whole mark does."""
    before, count = text[:-_COUNT], text[-_COUNT:]
    return count.isdecimal() and before.rstrip()[-2:].upper() == "OF"


def _are_old_halves(page: Line, numbered: Line) -> bool:
    """Whether they are a mark's lines: its page, and station and number; a scan may swap them."""
    if not (page.facts & PAGE and _OLD_HALF.match(page.text)):
        return False
    found = _OLD_OTHER_HALF.match(numbered.text)
    return found is not None and read_class_line(numbered.text) is None


def _pieces(line: Line, account: Account) -> Iterator[Line]:
    """Yield the parts of a line before and after the marks inside it."""
    position = 0
    cut = line.cut
    for start, end in _marks_inside(line.text):
        before = line.tail(position, start)
        if before.text:
            yield replace(before, gap=0 if position else line.gap, cut=cut)
        account.mark_furniture("page-mark", [Line(line.start + start, line.text[start:end])])
        position, cut = end, "page-mark"
    if position == 0:
        yield line
    elif (rest := line.tail(position)).text:
        yield rest.with_cut("page-mark")


def _marks_inside(text: str) -> Iterator[tuple[int, int]]:
    if "PAGE" in text:
        yield from _old_marks_inside(text)
        return
    form = _IN_SMALL if _OF_SMALL in text else _INSIDE if _OF_PAGES.search(text) else None
    done = 0
    for page in _NUMBERED.finditer(text) if form else ():
        words = text[max(done, page.start() - _LONGEST_NAME) : page.start()]
        before = words.rsplit(" ", _MOST_WORDS + 1)
        start = page.start() - len(" ".join(before[-_MOST_WORDS - 1 :]))
        if form and (found := form.search(text, start, page.end())):
            yield found.start(1) + _station_start(found[1].upper()), found.end()
            done = found.end()


def _old_marks_inside(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    while (at := text.find("PAGE", done)) >= 0:
        found = _OLD.search(text, max(at - _LONGEST_CLASS, done))
        if found is None:
            return
        done = found.end()
        yield found.start(), done


def _station_start(name: str) -> int:
    """Return the station's start in a group of capitals, which text in capitals may precede."""
    starts = [word.start() for word in _WORD.finditer(name)]
    for start in starts:
        if stations.canonical(name[start:]) in stations.known():
            return start
    cut = next((start for start in starts if _is_cut_station(name[start:])), None)
    return starts[-1] if cut is None else cut


def _begins_with_text(text: str) -> bool:
    """Whether words precede the station's name, such as a heading."""
    found = _INSIDE.match(text) or _IN_SMALL.match(text)
    name = found[1].upper() if found else ""
    return _has_station(name) and _station_start(name) > 0


def _has_station(name: str) -> bool:
    start = _station_start(name)
    return stations.canonical(name[start:]) in stations.known() or _is_cut_station(name[start:])


def _is_cut_station(name: str) -> bool:
    """Whether it is a station's name cut to ten characters, as in some marks: ``USUN NEW Y``."""
    if len(name) not in (_CUT, _CUT - 1):
        return False
    return stations.begins_a_known_one(stations.canonical(name))


def _take_banners(kept: Lines, known: set[str], account: Account, *, is_old: bool) -> Line | None:
    """Remove the level that stood alone at the foot of each page and at the head of the next one.

    Return the one at the foot that had a line of its own.
    A scrape may have joined the one at the foot to the page's last line; then the one at the
    head, other pages, or spaces that centred it above an old mark show what it is.  An archive
    that took the hyphens from the ends of lines joined it to the first half of a word.
    """
    at_foot = None
    while kept and _BANNER.match(kept[-1].text):
        at_foot = kept.pop()
        known.add(at_foot.text)
        account.mark_furniture("banner", [at_foot])
    may_end = bool((known or is_old) and kept) and kept[-1].text[-1] in _ENDS
    last = kept[-1].text if may_end else ""
    joined = _JOINED_BANNER.search(last, max(len(last) - _LONGEST_CLASS, 0))
    if joined and (joined[0] in known or (is_old and _is_centred(kept[-1].text, joined.start()))):
        account.mark_furniture("banner", [kept[-1].tail(joined.start())])
        kept[-1] = kept[-1].head(joined.start())
    return at_foot


def _is_centred(text: str, start: int) -> bool:
    """Whether spaces precede the level after words; one sentence may end two before the next."""
    return text[:start].endswith(_CENTRED)
