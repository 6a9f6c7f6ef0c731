"""A cable as mail with the fields of a military message (RFC 5322, 6477): a cableconv plugin."""

from __future__ import annotations

from cableconv.plugins import Exporter, Omission, Option, hookimpl

from cableconv_eml.addresses import DOMAIN, inspect_domain
from cableconv_eml.message import encode

exporter = Exporter(
    name="eml",
    encode=encode,
    ending=".eml",
    help="A mail message with the fields of a military message (RFC 5322 and 6477).",
    media_type="message/rfc822",
    binary=True,
    aliases=("mail",),
    options=(
        Option(
            name="domain",
            default=DOMAIN,
            help="the domain after the @ of addresses and message ids",
            inspect=inspect_domain,
        ),
        Option(
            name="tree",
            type=bool,
            default=False,
            help="attach the whole tree as JSON, which cableconv can read back",
        ),
    ),
    omits=tuple(
        Omission(path, kept_by=("tree",))
        for path in ("furniture", "parts", "diagnostics", "source", "*.span")
    ),
)


@hookimpl
def cableconv_exporters() -> list[Exporter]:
    return [exporter]
