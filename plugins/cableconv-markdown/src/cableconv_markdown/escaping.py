"""Escapes plain words for CommonMark (spec 0.31, 2.4 and 4)."""

from __future__ import annotations

import re

# Characters that may be markup anywhere; the pipe and the tilde are in the usual extensions.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&#|~])")
# Markup at a line's start only: rules, underlines, bullets, numbers of lists.
_AT_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_LINE_END = re.compile(r"\r\n?|\n")
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")
_IN_ADDRESS = re.compile(r"([\\<>])")


def escape(text: str) -> str:
    """Return running text on one line."""
    return at_start(inline(one_line(text)))


def one_line(text: str) -> str:
    """Return the text without line breaks, and without characters that CommonMark cannot hold."""
    lines = (line.strip() for line in _LINE_END.split(_printable(text)))
    return " ".join(line for line in lines if line)


def inline(line: str) -> str:
    """Escape words inside a line."""
    return _ANYWHERE.sub(r"\\\1", line)


def at_start(line: str) -> str:
    """Escape the beginning of a line of Markdown."""
    return _AT_START.sub(lambda at: f"\\{at[1]}" if at[1] else f"{at[2]}\\{at[3]}", line)


def bold(text: str) -> str:
    """Return bold running text, or an empty text for an empty one."""
    line = escape(text)
    return f"**{line}**" if line else ""


def link(words: str, address: str) -> str:
    """Return words as a link to an address."""
    return f"[{inline(words)}](<{_IN_ADDRESS.sub(_percent, address)}>)"


def wiki_link(words: str, page: str) -> str:
    """Return words as a link to a note of that name, in the syntax of note collections."""
    name = re.sub(r"[\[\]|#^\s]+", " ", one_line(page)).strip()
    shown = re.sub(r"[\[\]|]+", " ", words)
    return f"[[{name}|{shown}]]"


def fenced(text: str) -> str:
    """Return unchanged lines in a fence that is longer than any inside."""
    lines = _LINE_END.sub("\n", _printable(text)).rstrip()
    longest = max((len(run) for run in re.findall("`+", lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{lines}\n{fence}"


def _percent(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"


def _printable(text: str) -> str:
    """Replace characters that CommonMark and UTF-8 cannot hold."""
    return _UNPRINTABLE.sub("\ufffd", text)
