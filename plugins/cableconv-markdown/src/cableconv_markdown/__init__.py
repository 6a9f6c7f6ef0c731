"""CommonMark with YAML front matter, for note collections and static sites: a cableconv plugin."""

from __future__ import annotations

from cableconv.plugins import Exporter, Option, hookimpl

from cableconv_markdown.document import encode
from cableconv_markdown.omissions import OMISSIONS

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
    ),
)


@hookimpl
def cableconv_exporters() -> list[Exporter]:
    return [exporter]
