"""What a site needs of a cable, made where the cable is read: page, entry, words of the search."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from cableconv import Cable
from cableconv.rendering.message_data import designation, marking

from cableconv_html.document import cable_page
from cableconv_html.extras import Extras
from cableconv_html.site.links import SiteLinks, drafted
from cableconv_html.site.records import Record, record
from cableconv_html.site.script_pages import as_script
from cableconv_html.site.shell import Shell
from cableconv_html.site.short_forms import shortened
from cableconv_html.site.words import body_text, data_text, words
from cableconv_html.telegram import title as title_of


class Prepared(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A cable as a site adds it: its page without links to others, and its entry without a name.

    ``words`` are those of the search, ``in_title`` those of the title.
    """

    page: str
    record: Record
    words: tuple[str, ...]
    in_title: tuple[str, ...]


def prepared(cable: Cable, *, title: str, **extras: Any) -> Prepared:
    """Prepare a cable; the options are those of the collector."""
    content = cable_page(cable, SiteLinks(cable), Extras(**extras))
    name = designation(cable) or title_of(cable)
    written, cites = drafted(_shell(title).cable(content, name, marking(cable)))
    return Prepared(
        page=as_script(shortened(written)),
        record=record(cable, cites),
        words=(*words(body_text(cable)), *words(data_text(cable))),
        in_title=tuple(words(title_of(cable))),
    )


@lru_cache(maxsize=1)
def _shell(title: str) -> Shell:
    return Shell(title)
