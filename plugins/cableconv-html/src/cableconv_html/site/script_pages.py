"""A cable's page that is a script, too: so the search quotes texts that are stored only once.

In a folder on a disk a page may read other files only by running them as scripts.  What stands
around the page is a comment in HTML; in JavaScript, where a line that begins with ``<!--`` or
``-->`` is a comment (ECMAScript, B.1.1), it is a call with the whole page as a raw string.
"""

from __future__ import annotations

_BEFORE = "<!--\ncablePage(String.raw`-->\n"
_AFTER = "\n<!--`)\n-->\n"


def as_script(page: str) -> str:
    """Return the page with a call around it."""
    return f"{_BEFORE}{literal(page.strip())}{_AFTER}"


def literal(markup: str) -> str:
    """Return markup that neither ends the string which it stands in nor is evaluated there."""
    return markup.replace("`", "&#96;").replace("${", "&#36;{")
