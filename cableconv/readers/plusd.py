"""A page of PlusD, the library of cables at wikileaks.org, as HTML or as text copied from it.

The page begins with the catalogue (``Canonical ID``, ``Date``, ``From`` ...), with each value on
the line after its name, or behind it; then the text, and under "Raw content" the header, or header
and text again.  The catalogue's data go to ``Source``; its lines stay as furniture.  A telegram of
the 1970s stands below its text even where no tab's name parts them, and its attributes below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.readers.telegram import opens_as_telegram
from cableconv.telegram import Telegram
from cableconv.vocabulary.archive_ids import archive_id
from cableconv.vocabulary.months import ABBREVIATED_MONTHS

if TYPE_CHECKING:
    from cableconv.readers.transcription import Transcription
    from cableconv.readers.visible import ShownText

_NAMES = (
    "canonical id", "date", "original classification", "current classification",
    "handling restrictions", "character count", "executive order", "locator", "tags", "concepts",
    "enclosure", "type", "office origin", "office action", "archive status", "from", "markings",
    "to", "linked documents", "citations", "additional", "secure",
)  # fmt: skip
_TABS = (
    "content", "raw content", "raw source", "metadata", "print", "share", "show headers",
    "hide headers", "tagged text",
)  # fmt: skip
_TOOL = "you can use this tool to"  # the page's own words below the text
_MARKUP = pattern(r"\s*+<[!?a-zA-Z]")
_CATALOGUE = pattern(r"(?m)(?:^|>|\t)[ \t]*Canonical ID[ \t]*:?[ \t]*(?:<|\r?$|[12]?\d)")
_MORE = pattern(
    r"(?m)(?:^|>|\t)[ \t]*(?:Original Classification|Current Classification|Character Count"
    r"|Archive Status|Handling Restrictions|Office Origin)[ \t]*:"
)
_LINE = pattern(r"\s*(?P<name>[A-Za-z][A-Za-z ]{1,28}?)\s*:\s*(?P<value>.*?)\s*")
_DATE = pattern(r"(?P<y>\d{4}) (?P<m>[A-Z][a-z]{2})[a-z]* (?P<d>\d{1,2})(?:, (?P<hour>\d\d:\d\d))?")
_CLASSED = pattern(
    r"(?m)^[ \t]*(?:UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL|C O N F|S E C R|U N C L|L I M I T)"
)
_FIRST_PAGE = pattern(r"(?m)^[ \t]*(?:[A-Z][A-Z /]{3,40}\r?\n[ \t]*)?PAGE 01\b")
_SHOWN = pattern(r"(?mi)^[ \t]*Show Headers[ \t]*\r?$")
_MOST_FIRST_PAGES = 20  # one for each section, in the text and in its header
_MIDNIGHT = "00:00"


class _Stretch(NamedTuple):
    """Consecutive lines; ``start`` and ``end`` are offsets in the visible text."""

    start: int
    end: int


def sniff(content: Content) -> Sniff:
    """Return SURE for the catalogue's names without a telegram above them.

    LIKELY for the page's words above the text of a telegram of the 1970s.
    """
    head = content.head
    if opens_as_telegram(head):
        return Sniff.NO
    if "Canonical ID" in head and _CATALOGUE.search(head):
        return Sniff.SURE if _MORE.search(head) else Sniff.MAYBE
    is_shown = "Show Headers" in head and "PAGE 01" in head and _SHOWN.search(head)
    return Sniff.LIKELY if is_shown else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """Yield the telegram of the page; nothing for a blank one."""
    source = content.text
    if not source.strip():
        return
    from cableconv.readers.visible import text_of

    page = text_of(source, _MARKUP.match(source) is not None)
    lines = [_Stretch(*each) for each in page.lines()]
    below = _end_of_catalogue(page.text, lines)
    shown = _texts(page.text, lines[below:])
    texts = [part for each in shown for part in _parted(page.text, each)]
    catalogue = _Stretch(0, lines[below].start if below < len(lines) else len(page.text))
    transcription = _transcribed(source, page, catalogue, texts)
    says = _witnesses(page.text, lines[:below])
    yield transcription.telegram(content, reader.name, **says)


def _end_of_catalogue(text: str, lines: list[_Stretch]) -> int:
    """Return the line after the catalogue: a tab of the page, or the beginning of the telegram.

    A text copied without the catalogue's names has just the words above the telegram's text.
    The value below a name is none, though a level and its caveats begin like a class line.
    """
    is_in, is_value, is_named = False, False, _CATALOGUE.search(text) is not None
    for index, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        if not is_named and _SHOWN.match(line):
            return index
        is_in = is_in or "canonical id" in map(_name, _cells(line))
        begins = not is_value and opens_as_telegram(text[start : start + 200])
        if is_in and (begins or line.lower() in _TABS):
            return index
        is_value = line.endswith(":") and _name(line) in _NAMES
    return len(lines)


def _texts(text: str, lines: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Yield the texts between the page's tabs."""
    begins: int | None = None
    end = 0
    for start, end in lines:
        line = text[start:end].strip().lower()
        is_tab = line in _TABS or line.startswith(_TOOL)
        if is_tab and begins is not None:
            yield _Stretch(begins, start)
        begins = None if is_tab else start if begins is None else begins
    if begins is not None:
        yield _Stretch(begins, end)


def _parted(text: str, shown: _Stretch) -> list[_Stretch]:
    """Return a text and the telegram below it that repeats all its words, or the whole."""
    for found in islice(_FIRST_PAGE.finditer(text, *shown), _MOST_FIRST_PAGES):
        above, below = _Stretch(shown.start, found.start()), _Stretch(found.start(), shown.end)
        words = _words(text, above)
        if words and words in _words(text, below):
            return [above, below]
    return [shown]


def _transcribed(
    source: str, page: ShownText, catalogue: _Stretch, texts: list[_Stretch]
) -> Transcription:
    """Return catalogue, header and text; a text that another one contains comes last, apart."""
    from cableconv.readers.transcription import Transcription

    filled = [each for each in texts if page.text[each.start : each.end].strip()]
    repeats = [each for each in filled if _is_repeated(page.text, each, filled)]
    kept = sorted(
        (each for each in filled if each not in repeats),
        key=lambda each: not _is_header(page.text[each.start : each.end]),
    )
    transcription = Transcription(source)
    transcription.write_apart("catalogue", page.stretch(*catalogue))
    for each in kept:
        for words, at in page.stretch(*each):
            transcription.write(words, at)
        transcription.write("\n\n", 0)
    for each in repeats:
        transcription.write_apart("repeated-text", page.stretch(*each))
    return transcription


def _is_header(text: str) -> bool:
    return opens_as_telegram(text) and not _CLASSED.search(text)


def _is_repeated(text: str, this: _Stretch, texts: list[_Stretch]) -> bool:
    """Whether a longer text, or an equal one before it, contains all its words."""
    words = _words(text, this)
    for other in texts:
        others = _words(text, other)
        if other != this and words in others and (len(words), other) < (len(others), this):
            return True
    return False


def _words(text: str, stretch: _Stretch) -> str:
    return "".join(text[stretch.start : stretch.end].split())


def _witnesses(text: str, lines: Iterable[_Stretch]) -> dict[str, str | None]:
    said: dict[str, str] = {}
    name: str | None = None
    for cell in (cell for start, end in lines for cell in _cells(text[start:end])):
        found = _LINE.fullmatch(cell)
        if found and found["name"].lower() in _NAMES:
            name = found["name"].lower()
            said.setdefault(name, found["value"])
        elif name and cell:
            said[name] = f"{said[name]} {cell}".strip()
    identifier = said.get("canonical id")
    return {
        "id": archive_id(identifier) if identifier else None,
        "date": _date(said.get("date", "")),
        "office": said.get("from") or said.get("office origin") or None,
        "classification": said.get("original classification") or None,
    }


def _cells(line: str) -> list[str]:
    """Return the cells of a line, which tabs part where a browser copied a table."""
    return [cell.strip() for cell in line.split("\t")]


def _name(line: str) -> str | None:
    found = _LINE.fullmatch(line)
    return found["name"].lower() if found else None


def _date(text: str) -> str | None:
    """Read ``2007 March 14, 15:30 (Wednesday)``; midnight means that the hour is unknown."""
    found = _DATE.search(text)
    if found is None or found["m"].upper() not in ABBREVIATED_MONTHS:
        return None
    month = ABBREVIATED_MONTHS.index(found["m"].upper()) + 1
    day = f"{found['y']}-{month:02}-{int(found['d']):02}"
    return f"{day}T{found['hour']}" if found["hour"] not in (None, _MIDNIGHT) else day


reader = Reader(
    name="plusd",
    sniff=sniff,
    read=read,
    help="A page of PlusD, as HTML or as text, with its catalogue.",
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
