"""Cables as web pages: ``html``, a single page, and ``html-site``, a site with search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cableconv import Cable
from cableconv.plugins import (
    EDITORIAL,
    LAYOUT,
    PROVENANCE,
    Collection,
    Collector,
    Exporter,
    IsReplaced,
    Omission,
    Option,
    hookimpl,
    web_address,
)

from cableconv_html.characters import losses
from cableconv_html.omissions import OMISSIONS

if TYPE_CHECKING:
    from cableconv_html.site.prepared import Prepared


def encode(cable: Cable, **options: Any) -> str:
    """Return the cable as a page; the options are those of ``exporter``."""
    from cableconv_html.document import encode

    return encode(cable, **options)


def open_site(target: Path, **options: Any) -> Collection:
    """Open a site in an empty folder; the options are those of ``collector``."""
    from cableconv_html.site.writing import Site

    return Site(target, **options)


def prepare_for_site(cable: Cable, **options: Any) -> Prepared:
    """Return what the site needs of the cable: page, index entry, words."""
    from cableconv_html.site.prepared import prepared

    return prepared(cable, **options)


def append_to_site(
    target: Path, earlier: Path, is_replaced: IsReplaced, **options: Any
) -> Collection:
    """Open a site that begins with the cables of an earlier one."""
    from cableconv_html.site.writing import Site

    site = Site(target, **options)
    site.keep(earlier, is_replaced)
    return site


_EXTRAS = (
    EDITORIAL,
    Option(
        name="notes",
        default="none",
        choices=("none", "margin"),
        help="all other doubts at their places, in the margin",
    ),
    Option(
        name="furniture",
        type=bool,
        default=False,
        help="headers as sent, page marks and other text around the telegram, at the end",
    ),
    Option(
        name="diagnostics",
        type=bool,
        default=False,
        help="repairs and doubts from reading the cable, at the end",
    ),
    PROVENANCE,
)

exporter = Exporter(
    name="html",
    encode=encode,
    ending=".html",
    help="A self-contained web page, typeset for screen and paper.",
    media_type="text/html",
    aliases=("htm",),
    options=(
        LAYOUT,
        web_address(
            "link_base",
            "links from references to their cables: the address to which an id is appended",
        ),
        web_address("tag_base", "links from tags: the address to which a tag is appended"),
        *_EXTRAS,
    ),
    omits=OMISSIONS,
    losses=losses,
)


def encode_proof(cable: Cable, **options: Any) -> str:
    """The cable beside its source; the options are those of ``proof``."""
    from cableconv_html.proof_page.page import encode

    return encode(cable, **options)


proof = Exporter(
    name="proof",
    encode=encode_proof,
    ending=".proof.html",
    help="One web page: the source, and beside it what each stretch was read as.",
    media_type="text/html",
    options=(
        Option(
            name="text", help="the telegram's text that the cable was read from, if not at hand"
        ),
    ),
    omits=(Omission("*.span"), Omission("parts")),
    losses=losses,
    source_text="text",
)


collector = Collector(
    name="html-site",
    aliases=("site",),
    open=open_site,
    append=append_to_site,
    prepare=prepare_for_site,
    folder=True,
    help="A folder of web pages: by date, post, tag, person and citation, with search.",
    media_type="text/html",
    options=(
        Option(name="title", default="Diplomatic cables", help="title of the site"),
        *_EXTRAS,
    ),
)


@hookimpl
def cableconv_exporters() -> list[Exporter]:
    return [exporter, proof]


@hookimpl
def cableconv_collectors() -> list[Collector]:
    return [collector]


@hookimpl
def cableconv_self_test() -> None:
    """Check that style sheets and script are installed."""
    from cableconv_html.frame import look

    for name in ("cable.css", "site.css", "search.js", "proof.css", "proof.js"):
        look(name)
