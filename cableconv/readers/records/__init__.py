"""Records: rows with named columns, one of them the text of a cable, or two its header and body.

They come as CSV, TSV, JSON, JSON Lines, SQL (``INSERT``, PostgreSQL's ``COPY``), XML of simple
elements and as the dump of 2011 (``dialects``).  What the other columns say (id, date, office,
classification) is a witness and goes to ``Source``, whose ``sha256`` is that of the row (in
UTF-8, without its line end), since the file itself may be too big to be read twice.  Rows are read
one at a time: memory does not depend on the file's size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cableconv.input.content import Content
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Option, Reader, Sniff
from cableconv.readers.telegram import opens_as_telegram
from cableconv.telegram import Telegram


def sniff(content: Content) -> Sniff:
    """Sure of rows of the dump, and of columns that are called as those of cables are."""
    from cableconv.readers.records.dialects import sniffed

    head = content.head or content.opening.decode("latin-1")
    if opens_as_telegram(head):
        return Sniff.NO
    return sniffed(head)[0]


def read(content: Content, column: Mapping[str, str] | None = None) -> Iterator[Telegram]:
    """The telegram of each row; what is wrong with a row is reported with it and costs no other.

    ``column`` says which column is the text, the header, the id ...

    Raises:
        InputError: the file cannot be read or is not in its encoding.
        NoCableError: no column holds cables; it names those that there are.
    """
    from cableconv.readers.records.reading import telegrams

    return telegrams(content, column or {})


reader = Reader(
    name="records",
    sniff=sniff,
    read=read,
    help="Rows with columns: CSV, TSV, JSON, JSON Lines, SQL; the dump of 2011.",
    endings=(".csv", ".tsv", ".sql", ".json", ".jsonl", ".ndjson"),
    aliases=("dump", "csv", "tsv", "sql"),
    options=(
        Option(
            name="column",
            type=dict,
            help="Which column holds the text, header, id, date, office or classification: "
            "text=NAME.",
        ),
    ),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
