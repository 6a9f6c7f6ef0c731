"""CommonMark with YAML front matter, for note collections and static sites: a cableconv plugin."""

from __future__ import annotations

from cableconv.plugins import PROVENANCE, Exporter, Option, hookimpl, web_address

from cableconv_markdown.document import encode
from cableconv_markdown.omissions import OMISSIONS
from cableconv_markdown.tables import FENCED, KINDS

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
        web_address(
            "link_base", "link references to cables: the address to which an id is appended"
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
        PROVENANCE,
    ),
)


@hookimpl
def cableconv_exporters() -> list[Exporter]:
    return [exporter]
