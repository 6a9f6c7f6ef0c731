"""Styles that are made for a site: what many pages would repeat stands in its style sheet."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.rendering.tag_meanings import meaning

from cableconv_html.classification import quoted
from cableconv_html.site.file_names import page_name
from cableconv_html.site.tag_pages import TagPages


def banner_class(marking: str) -> str | None:
    """Return the class of the pages with that banner."""
    return f"m-{page_name(marking, 'other')}" if marking else None


def banners(markings: Iterable[str]) -> str:
    """Return the style of these classes: the banner below a page and on every printed one.

    CSS Paged Media 3.
    """
    by_class = {banner_class(each): each for each in markings if each}
    return "".join(_banner(str(name), words) for name, words in sorted(by_class.items()))


def meanings(tags: TagPages) -> str:
    """Return the style that shows what a tag stands for, beside its link."""
    named = ((tags.address(tag), meaning(tag)) for _, tag in sorted(tags.names.items()))
    return "".join(
        f'.tags [href="../tags/{address}"]::after {{ content: "{quoted(words)}" }}\n'
        for address, words in named
        if words
    )


def _banner(name: str, words: str) -> str:
    content = f'content: "{quoted(words)}"'
    return (
        f".{name} {{ page: {name} }} .{name}::after {{ {content} }}\n"
        f"@page {name} {{ @top-center {{ {content} }} @bottom-center {{ {content} }} }}\n"
        f"@page {name}:first {{ @top-center {{ content: none }} }}\n"
    )
