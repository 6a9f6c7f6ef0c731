"""Characters on their way into XML: escaped, and those that XML 1.0 forbids replaced."""

from __future__ import annotations

from cableconv.patterns import pattern
from cableconv.rendering.characters import FORBIDDEN_RANGES, REPLACEMENT, allowed

_SPECIAL = pattern(rf"[&<>\t]|\r\n?|[\n\x0b\x0c\x85\u2028\u2029]|[{FORBIDDEN_RANGES}]")
_IN_A_RUN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
} | dict.fromkeys(
    ("\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"),
    '</w:t><w:br/><w:t xml:space="preserve">',
)


def in_run(text: str) -> str:
    """Text as the content of a run's ``w:t``, with its tabs and line breaks as Word's own."""
    if text.isprintable() and "&" not in text and "<" not in text:
        return text
    return _SPECIAL.sub(lambda found: _IN_A_RUN.get(found[0], REPLACEMENT), text)


def on_one_line(text: str) -> str:
    """Text as the content or the quoted attribute of any element, without line breaks."""
    line = allowed(" ".join(text.split()))
    return (
        line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
