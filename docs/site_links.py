"""A hook of mkdocs: links that leave ``docs/`` refer to the repository on the site.

In the repository the same links refer to files beside the page.
"""

from __future__ import annotations

import re
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

LINK = re.compile(
    r"(?P<picture>!?)\[(?P<words>[^\]\[]*)\]\((?P<target>\.\./[^)\s#]*)(?P<place>#[^)\s]*)?\)"
)
BRANCH = "main"


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return a page's text for the site (called by mkdocs)."""
    docs = Path(config.docs_dir)
    return outward(markdown, docs / page.file.src_uri, docs, (config.repo_url or "").rstrip("/"))


def outward(markdown: str, page: Path, docs: Path, repository: str) -> str:
    """Return the text with every link that leaves ``docs`` as an address of the repository."""

    def replaced(link: re.Match[str]) -> str:
        target = Path(normpath(page.parent / link["target"]))
        if target.is_relative_to(docs):
            return link[0]
        kind = "raw" if link["picture"] else "tree" if target.is_dir() else "blob"
        path = target.relative_to(docs.parent).as_posix()
        address = f"{repository}/{kind}/{BRANCH}/{path}{link['place'] or ''}"
        return f"{link['picture']}[{link['words']}]({address})"

    return LINK.sub(replaced, markdown)
