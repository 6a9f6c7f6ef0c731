"""The page of the cables that are cited most, and of cited ones that the site lacks."""

from __future__ import annotations

from cableconv_html.markup import element, joined, some
from cableconv_html.site.citations import Citations
from cableconv_html.site.listings import cited
from cableconv_html.site.pages import MOST
from cableconv_html.site.shell import Shell

PAGE = "cited.html"


def most_cited(shell: Shell, citations: Citations) -> str:
    """Return the page, with as many of either as a page of a list has entries."""
    here, absent = citations.here(), citations.absent()
    missing = (element("li", element("span", key), f" {number:,}") for key, number in absent[:MOST])
    elsewhere = some("ul", *missing, class_="counts")
    content = (
        cited(here[:MOST]),
        element("section", element("h2", "Cited, but not here"), elsewhere) if elsewhere else "",
    )
    number = sum(each for _, each in here)
    lead = f"{number:,} citations of {len(here):,} cables within this site"
    return shell.index("Most cited", joined(filter(None, content), "\n"), lead, up="")
