"""Whole telegrams for property tests: a complete header, preface, body and signature.

The format lines are those of ACP 127 in the order of ACP 126, and agree with each other: serial
and post of the DE line are those of the class line, its day is that of the date-time group, and
ZNY stands for the level.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from hypothesis import strategies as st


class Post(NamedTuple):
    """A post with its routing indicator."""

    route: str
    name: str


class Level(NamedTuple):
    """A classification as ZNY, the class line and portion markings print it."""

    security: str
    printed: str
    marking: str


POSTS = (
    Post("RUEHNY", "OSLO"),
    Post("RUEHVT", "VALLETTA"),
    Post("RUEHTL", "TALLINN"),
    Post("RUEHTC", "THE HAGUE"),
    Post("RUEHPU", "PORT AU PRINCE"),
    Post("RUEHKB", "BAKU"),
)
LEVELS = (
    Level("ZNR UUUUU ZZH", "UNCLAS", "U"),
    Level("ZNY CCCCC ZZH", "C O N F I D E N T I A L", "C"),
    Level("ZNY SSSSS ZZH", "S E C R E T", "S"),
)
TAGS = ("PREL", "PGOV", "EFIS", "EWWT", "TPHY", "SENV", "NO", "MT", "EN", "AJ")
WORDS = ("the", "clock", "harbor", "tide", "keeper", "rings", "at", "noon", "and", "waits")
NAMES = ("FENWICK", "WRAYLING", "HALVARD", "MORSBY")
_WIDTH = 64  # characters of a teleprinter's line, at most 69

posts = st.sampled_from(POSTS)


@st.composite
def whole_telegrams(draw: st.DrawFn) -> str:
    """Return the text of a telegram of 2001 to 2010."""
    sender, level = draw(posts), draw(st.sampled_from(LEVELS))
    serial = draw(st.integers(1, 9999))
    header = _header(draw, sender, level, serial)
    preface = _preface(draw, sender, level, serial)
    body = [_paragraph(draw, number, level) for number in range(1, draw(st.integers(2, 6)) + 1)]
    return "\n\n".join([header, preface, *body, draw(st.sampled_from(NAMES))]) + "\n"


def _header(draw: st.DrawFn, sender: Post, level: Level, serial: int) -> str:
    precedence = draw(st.sampled_from("OPR"))
    sent = draw(st.datetimes(datetime(2001, 1, 1), datetime(2010, 12, 31)))
    lines = [
        f"VZCZCXRO{draw(st.integers(1000, 9999))}",
        f"{2 * precedence} RUEHC RUEHSM",
        f"DE {sender.route} #{serial:04} {sent:%j%H%M}",
        level.security,
        f"{precedence} {sent:%d%H%MZ} {sent:%b %y}".upper(),
        f"FM AMEMBASSY {sender.name}",
        f"TO RUEHC/SECSTATE WASHDC {draw(st.sampled_from(('PRIORITY ', '')))}0101",
    ]
    info = draw(st.lists(posts, max_size=4, unique=True))
    lines += [f"{post.route}/AMEMBASSY {post.name} {4000 + at}" for at, post in enumerate(info)]
    if info:
        lines[-len(info)] = f"INFO {lines[-len(info)]}"
    return "\n".join([*lines, "BT"] if draw(st.booleans()) else lines)


def _preface(draw: st.DrawFn, sender: Post, level: Level, serial: int) -> str:
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=5, unique=True))
    subject = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=16))
    first = [f"{level.printed} {sender.name} {serial:06}"]
    first += ["SIPDIS"] * draw(st.integers(0, 1))
    labelled = [
        "E.O. 12958: DECL: 05/13/2018" if level.marking != "U" else "E.O. 12958: N/A",
        f"TAGS: {', '.join(tags)}",
        f"SUBJECT: {_wrapped(' '.join(subject).upper())}",
    ]
    if draw(st.booleans()):
        labelled.append(f"REF: STATE {draw(st.integers(1, 99_999))}")
    paragraphs = ["\n".join(first), "\n".join(labelled)]
    if level.marking != "U":
        paragraphs.append("Classified By: DCM Ida Fenwick for reasons 1.4 (b) and (d).")
    return "\n\n".join(paragraphs)


def _paragraph(draw: st.DrawFn, number: int, level: Level) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=12, max_size=40))
    return _wrapped(f"{number}. ({level.marking}) {' '.join(words).capitalize()}.")


def _wrapped(text: str) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
