"""TEI P5 as *Foreign Relations of the United States* encodes a telegram: a cableconv plugin."""

from __future__ import annotations

from cableconv.plugins import Exporter, Option, hookimpl, web_address

from cableconv_tei.characters import losses
from cableconv_tei.document import encode
from cableconv_tei.omissions import OMISSIONS

exporter = Exporter(
    name="tei",
    encode=encode,
    ending=".tei.xml",
    help="TEI P5 in the style of Foreign Relations of the United States, for editions.",
    media_type="application/tei+xml",
    aliases=("frus",),
    options=(
        web_address(
            "link_base",
            "link references to cables: the address to which an id is appended",
        ),
        Option(
            name="furniture",
            type=bool,
            default=False,
            help="page marks, repeated headers and similar text as <fw> in their places",
        ),
        Option(
            name="provenance",
            type=bool,
            default=False,
            help="name the file that the cable was read from, and its hash",
        ),
    ),
    omits=OMISSIONS,
    losses=losses,
)


@hookimpl
def cableconv_exporters() -> list[Exporter]:
    return [exporter]
