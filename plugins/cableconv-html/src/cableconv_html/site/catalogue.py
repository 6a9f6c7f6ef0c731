"""The entries of all cables, which results of a search show and by which a site is added to.

They are in the order in which the cables came, a thousand per file.  ``contents.js`` says of which
version the site is and which options its pages have.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from cableconv.errors import OutputError

from cableconv_html.site.records import Record
from cableconv_html.site.search_data import read_data, write_json

PER_FILE = 1_000
"""Cables per file."""

CONTENTS = "contents"
_VERSION = 1


def write_catalogue(search: Path, records: Sequence[Record], contents: Mapping[str, Any]) -> None:
    """Write the entries, and the contents of the search with its version."""
    for start in range(0, len(records), PER_FILE):
        write_json(search, f"cables/{start // PER_FILE}", records[start : start + PER_FILE])
    write_json(search, CONTENTS, {"version": _VERSION, "perFile": PER_FILE, **contents})


def read_catalogue(site: Path, options: Mapping[str, Any]) -> Iterator[Record]:
    """Yield the entries of a site.

    Raises:
        OutputError: the folder holds no site of this version whose pages have these options.
    """
    search = site / "search"
    decoder = msgspec.json.Decoder(list[Record])
    try:
        contents = msgspec.json.decode(read_data(search / f"{CONTENTS}.js"))
        if contents["version"] != _VERSION:
            raise _not_addable(site, "another version of cableconv has written it")
        if contents["options"] != options:
            raise _not_addable(site, "its pages have other options")
        for number in range(len(list((search / "cables").iterdir()))):
            yield from decoder.decode(read_data(search / "cables" / f"{number}.js"))
    except (FileNotFoundError, LookupError, ValueError, zlib.error) as error:
        raise _not_addable(site, "it is no site with a search") from error


def _not_addable(site: Path, why: str) -> OutputError:
    return OutputError(
        f"nothing can be added to it, for {why}",
        path=site,
        hint="name another folder with -o, or write it again without --append.",
    )
