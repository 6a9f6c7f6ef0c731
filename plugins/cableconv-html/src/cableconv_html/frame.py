"""The shell of every page: head with a strict content policy, skip link, landmarks."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files

from cableconv_html.markup import NOTHING, Markup, element, joined

_BESIDE = "'self' file:"
"""Files of the same site, including one opened from the file system."""

_NONE = "'none'"


@cache
def look(name: str) -> str:
    """Return a style sheet or script of this package."""
    return (files("cableconv_html") / "looks" / name).read_text("utf-8")


@dataclass(frozen=True)
class Page:
    """The content of a page, from top to bottom."""

    title: str
    main: Markup
    banner: Markup = NOTHING
    navigation: Markup = NOTHING
    header: Markup = NOTHING
    aside: Markup = NOTHING
    closing: Markup = NOTHING
    description: str = ""
    styles: tuple[str, ...] = ()
    stylesheet: str | None = None
    script: str | None = None
    inline_script: str | None = None
    forms: bool = False
    kind: str | None = None
    skip: bool = True


def page(content: Page) -> str:
    """The whole document; ``styles`` and ``inline_script`` stand in it, others are addresses."""
    skip = element("a", "Skip to the text", class_="skip", href="#text") if content.skip else ""
    main = element("main", content.main, id="text", tabindex=-1)
    parts = filter(None, (content.header, content.aside, main))
    sheet = element("div", joined(parts, "\n"))
    pieces = (skip, content.banner, content.navigation, sheet, content.closing)
    body = element("body", joined(filter(None, pieces), "\n"), class_=content.kind)
    head = element("head", "\n", joined(_head(content), "\n"), "\n")
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _head(content: Page) -> Iterator[Markup]:
    policy = "; ".join(_policy(content))
    yield element("meta", charset="utf-8")
    yield element("meta", http_equiv="Content-Security-Policy", content=policy)
    yield element("meta", name="viewport", content="width=device-width")
    if not content.stylesheet:  # the pages of a site lead to nothing outside it
        yield element("meta", name="referrer", content="no-referrer")
    if content.description:
        yield element("meta", name="description", content=content.description)
    yield element("title", content.title)
    if content.stylesheet:
        yield element("link", rel="stylesheet", href=content.stylesheet)
    yield from (Markup(f"<style>{style}</style>") for style in content.styles)
    if content.script:
        yield element("script", src=content.script, defer=True)
    if content.inline_script:
        yield Markup(f"<script>{content.inline_script}</script>")


def _policy(content: Page) -> Iterator[str]:
    """Yield the content policy: only named files may load, and inline styles by hash (CSP 3)."""
    yield f"default-src {_NONE}"
    if content.forms or not content.stylesheet:
        yield f"base-uri {_NONE}"
        yield f"form-action {_BESIDE if content.forms else _NONE}"
    styles = [_BESIDE] if content.stylesheet else []
    yield " ".join(("style-src", *styles, *map(_hash, content.styles)))
    if content.script:
        yield f"script-src {_BESIDE}"
        yield "connect-src 'self'"
    if content.inline_script:
        yield f"script-src {_hash(content.inline_script)}"


@lru_cache(maxsize=64)  # one style sheet and few markings are those of all pages
def _hash(style: str) -> str:
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
