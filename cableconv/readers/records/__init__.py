"""Records: rows with named columns, of which one has the text of a cable, or two header and body.

Formats are CSV, TSV, JSON, JSON Lines, SQL (``INSERT``, PostgreSQL's ``COPY``), XML of simple
elements, YAML, and the dump of 2011 (``dialects``).  Other columns (id, date, office,
classification) are compared with the telegram and stored in ``Source``, whose ``sha256`` is that of
the row (in UTF-8, without its line end), since the file itself may be too big to be read twice.
Rows are read one at a time: memory does not depend on the file's size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cableconv.input.content import Content
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Option, Reader, Sniff
from cableconv.readers.telegram import opens_as_telegram
from cableconv.telegram import Telegram


def sniff(content: Content) -> Sniff:
    """Return SURE for rows of the dump, and for column names that cables usually have."""
    if opens_as_telegram(content.head):
        return Sniff.NO

    from cableconv.readers.records.dialects import head_of, sniffed

    return sniffed(head_of(content))[0]


def read(content: Content, column: Mapping[str, str] | None = None) -> Iterator[Telegram]:
    """Yield the telegram of each row; a problem is reported with its row and affects no other.

    ``column`` gives the column of the text, the header, the id ...

    Raises:
        InputError: the file cannot be read or is not in its encoding.
        NoCableError: no column holds cables; the message names the columns.
    """
    from cableconv.readers.records.reading import telegrams

    return telegrams(content, column or {})


reader = Reader(
    name="records",
    sniff=sniff,
    read=read,
    help="Rows with columns: CSV, TSV, JSON, JSON Lines, SQL, XML, YAML; the dump of 2011.",
    endings=(".csv", ".tsv", ".sql", ".json", ".jsonl", ".ndjson", ".yaml", ".yml"),
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
