"""Plain words as CommonMark that shows exactly these words (spec 0.31, 2.4 and 4)."""

from __future__ import annotations

import re

# What can be markup anywhere; the pipe and the tilde are so in the usual extensions.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&#|~])")
# What is markup at a line's start only: rules, underlines, bullets, numbers of lists.
_AT_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_LINE_END = re.compile(r"\r\n?|\n")
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")
_IN_ADDRESS = re.compile(r"([\\<>])")


def escape(text: str) -> str:
    """Running text on one line."""
    return at_start(inline(one_line(text)))


def one_line(text: str) -> str:
    """The text without its line breaks, and without what CommonMark cannot hold."""
    lines = (line.strip() for line in _LINE_END.split(_printable(text)))
    return " ".join(line for line in lines if line)


def inline(line: str) -> str:
    """Words inside a line."""
    return _ANYWHERE.sub(r"\\\1", line)


def at_start(line: str) -> str:
    """A line of Markdown whose beginning is words."""
    return _AT_START.sub(lambda at: f"\\{at[1]}" if at[1] else f"{at[2]}\\{at[3]}", line)


def bold(text: str) -> str:
    """Strong running text; nothing of nothing."""
    line = escape(text)
    return f"**{line}**" if line else ""


def link(words: str, address: str) -> str:
    """Words that lead to an address."""
    return f"[{inline(words)}](<{_IN_ADDRESS.sub(_percent, address)}>)"


def wiki_link(words: str, page: str) -> str:
    """Words that lead to a note of that name, as note collections write it."""
    name = re.sub(r"[\[\]|#^\s]+", " ", one_line(page)).strip()
    shown = re.sub(r"[\[\]|]+", " ", words)
    return f"[[{name}|{shown}]]"


def fenced(text: str) -> str:
    """Lines as they are, in a fence that is longer than any in them."""
    lines = _LINE_END.sub("\n", _printable(text)).rstrip()
    longest = max((len(run) for run in re.findall("`+", lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{lines}\n{fence}"


def _percent(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"


def _printable(text: str) -> str:
    """What CommonMark and UTF-8 cannot hold becomes the replacement character."""
    return _UNPRINTABLE.sub("\ufffd", text)
