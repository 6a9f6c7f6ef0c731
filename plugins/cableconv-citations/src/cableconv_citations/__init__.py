"""References to cables: ``ris``, ``csl-json``, ``bibtex`` and ``citation`` for cableconv."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv import Cable
from cableconv.plugins import Exporter, Joins, Option, hookimpl
from cableconv.rendering.citation import CHICAGO, NARA
from cableconv.rendering.citation import citation as cited

from cableconv_citations import bibtex as in_bibtex
from cableconv_citations import csl_json as in_csl_json
from cableconv_citations import ris as in_ris
from cableconv_citations.characters import losses
from cableconv_citations.held import IN_RECORDS, IN_WORDS
from cableconv_citations.options import ACCESSED, ARCHIVE


def encode(cable: Cable, *, style: str, archive: str | None, accessed: str | None) -> str:
    """Return the citation as one line."""
    return f"{cited(cable, style, archive, accessed)}\n"


ris = Exporter(
    name="ris",
    encode=in_ris.encode,
    ending=".ris",
    help="A reference for Zotero, EndNote and other managers.",
    media_type="text/x-research-info-systems",
    holds=IN_RECORDS,
    losses=losses,
    joins=in_ris.JOINS,
    options=(ARCHIVE, ACCESSED),
)

csl_json = Exporter(
    name="csl-json",
    aliases=("csl",),
    encode=in_csl_json.encode,
    ending=".csl.json",
    help="A reference for Zotero, pandoc and other programs that read CSL-JSON.",
    media_type="application/vnd.citationstyles.csl+json",
    holds=IN_RECORDS,
    joins=in_csl_json.JOINS,
    options=(ARCHIVE, ACCESSED),
)

bibtex = Exporter(
    name="bibtex",
    aliases=("bib",),
    encode=in_bibtex.encode,
    ending=".bib",
    help="A reference for LaTeX, by BibTeX or biblatex.",
    media_type="text/x-bibtex",
    holds=IN_RECORDS,
    losses=losses,
    joins=in_bibtex.JOINS,
    options=(ARCHIVE, ACCESSED),
)


citation = Exporter(
    name="citation",
    encode=encode,
    ending=".citation.txt",
    help="A citation in words, for a footnote.",
    media_type="text/plain",
    holds=IN_WORDS,
    losses=losses,
    joins=Joins(),
    options=(
        Option(
            name="style",
            default=NARA,
            choices=(NARA, CHICAGO),
            help="style of the National Archives or the Chicago Manual of Style",
        ),
        ARCHIVE,
        ACCESSED,
    ),
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    """Return the formats ``ris``, ``csl-json``, ``bibtex`` and ``citation``."""
    return (ris, csl_json, bibtex, citation)
