"""The committed template, ready to be joined by what a cable adds.

``design`` makes it; here its parts are compressed once a process.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from cableconv.exporters.docx.container import Member, deflate, unpack

MAIN = "word/document.xml"
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
PROPERTIES = "docProps/core.xml"
OF_THE_CABLE = {MAIN, HEADER, FOOTER, PROPERTIES}
"""The parts that every cable writes anew."""


@cache
def shared_members() -> tuple[Member, ...]:
    """The parts that all documents have in common."""
    template = files("cableconv.exporters.docx").joinpath("template.docx").read_bytes()
    contents = unpack(template).items()
    return tuple(deflate(name, data) for name, data in contents if name not in OF_THE_CABLE)
