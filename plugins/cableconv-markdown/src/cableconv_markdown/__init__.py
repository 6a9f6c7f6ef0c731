"""CommonMark with YAML front matter, for note collections and static sites: a cableconv plugin."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.plugins import Exporter, Option, hookimpl
from cableconv.rendering.links import web_base

from cableconv_markdown.document import encode
from cableconv_markdown.omissions import OMISSIONS
from cableconv_markdown.tables import FENCED, KINDS


def inspect_link_base(base: str) -> Iterable[str]:
    """Has nothing to warn of; InvalidOptionError for what is no address of a web site."""
    web_base("link_base", base)
    return ()


exporter = Exporter(
    name="markdown",
    encode=encode,
    ending=".md",
    help="CommonMark with YAML front matter, for notes and static sites.",
    media_type="text/markdown",
    aliases=("md", "commonmark"),
    omits=OMISSIONS,
    options=(
        Option(
            name="front_matter",
            type=bool,
            default=True,
            help="message data as YAML front matter; no: as a list below the title",
        ),
        Option(
            name="link_base",
            help="link references to cables: the address that an id is put behind",
            inspect=inspect_link_base,
        ),
        Option(
            name="wiki_links",
            type=bool,
            default=False,
            help="link references to cables as notes: [[08STATE4711|STATE 4711]]",
        ),
        Option(
            name="tables",
            default=FENCED,
            choices=KINDS,
            help="as printed in a fence, or as tables of GitHub's Markdown",
        ),
        Option(
            name="provenance",
            type=bool,
            default=False,
            help="say what wrote it, and the source's name and hash, in a last line",
        ),
    ),
)


@hookimpl
def cableconv_exporters() -> list[Exporter]:
    return [exporter]
