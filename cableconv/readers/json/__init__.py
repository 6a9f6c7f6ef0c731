"""The project's own JSON: an exported tree is read back unchanged.

One document, a list of them, or JSON Lines (one per line, read one at a time, so a file of any
size takes little memory).  An invalid document does not affect others: they are read first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Cable
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.schema import VERSION_KEY

_OWN = pattern(rf'\s*+(?:\[\s*+)?\{{\s*+"(?:{VERSION_KEY}|span)"\s*+:')
_JSON = pattern(r'\s*+(?:(?:\[\s*+)?\{\s*+(?:"|\}|$)|\[\s*+\]\s*+$)')
_SHOWN = 5


def sniff(content: Content) -> Sniff:
    """Return SURE for a tree's version or first key at the start; other JSON may be a tree."""
    if not content.head.lstrip().startswith(("{", "[")):
        return Sniff.NO
    if _OWN.match(content.head):
        return Sniff.SURE
    return Sniff.MAYBE if _JSON.match(content.head) else Sniff.NO


def read(content: Content) -> Iterator[Cable]:
    """Yield the tree of each document; the last one has the diagnostics of the file.

    Raises:
        InputError: raised after all valid documents, for the invalid ones, with positions or paths.
    """
    from cableconv.readers.json.documents import cable_of, documents

    failures: list[str] = []
    last = None
    for document in documents(content):
        try:
            cable = cable_of(document)
        except InputError as error:
            failures.append(str(error))
            continue
        if last is not None:
            yield last
        last = cable
    if last is not None:
        of_file = content.diagnostics if content.is_decoded else content.findings
        yield last.replace(diagnostics=(*last.diagnostics, *of_file))
    if failures:
        more = len(failures) - _SHOWN
        rest = [f"... and {more} more that could not be read"] if more > 0 else []
        raise InputError("\n".join(failures[:_SHOWN] + rest))


reader = Reader(
    name="json",
    sniff=sniff,
    read=read,
    help="Trees as JSON: one, a list, or JSON Lines.",
    endings=(".json", ".jsonl", ".ndjson"),
    aliases=("jsonl",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
