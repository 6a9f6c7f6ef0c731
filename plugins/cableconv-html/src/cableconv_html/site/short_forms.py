"""What a page of a site leaves out of its markup, since thousands of pages repeat it.

Quotes and end tags that the HTML Standard makes optional (13.1.2.3, 13.1.2.4), and attributes
that neither a style nor a link needs.  A text of a cable contains no ``<``, so that whatever looks
like a tag is one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_START_TAG = re.compile(r'<[a-z][^<>"]*"[^<>]*>')
_UNUSED = re.compile(r' (?:data-kind|data-id|datetime)="[^"]*"| tabindex="-1"| id="heading[-\d]*"')
_TITLED_TAG = re.compile(r"<li title=[^>]*>(?=<a href=\.\./tags/)")
_VALUE = re.compile(r"""="([^\s"'=<>`]+)\"""")
_TIME = re.compile(r"</?time>")
_FRAME = re.compile(
    r"\n?(?:</?head>|<body>|</body>|</html>)\n?|(?<=>)\n(?=<(?:meta|title|link|div)\b)"
)
_IN_LIST = re.compile(
    r"</(?:li>\s*(?=<li|</[uo]l>)|d[td]>\s*(?=<d[td]|</dl>)"
    r"|t[dh]>\s*(?=<t[dh]|</tr>)|tr>\s*(?=<tr|</t(?:head|body)>))"
)
_PARAGRAPH = re.compile(
    r"</p>\s*(?=<(?:p|div|ul|ol|dl|h[1-6]|table|pre|blockquote|section|article|header|main|nav"
    r"|/div|/li|/dd|/article|/section|/blockquote|/header|/main)\b)"
)


def shortened(page: str) -> str:
    """Return a page, or a piece of one, that browsers read as the same without what is left out."""
    page = _START_TAG.sub(lambda tag: _short(tag[0]), page)
    page = _TITLED_TAG.sub("<li>", _TIME.sub("", page))
    return _PARAGRAPH.sub("", _IN_LIST.sub("", _FRAME.sub("", page)))


@lru_cache
def _short(tag: str) -> str:
    return _VALUE.sub(r"=\1", _UNUSED.sub("", tag))
