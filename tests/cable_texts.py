"""Invented telegrams for round trips: every kind of block, with words that resemble marks."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

HEAD = """\
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0101

C O N F I D E N T I A L OSLO 000123

SIPDIS

E.O. 12958: DECL: 05/13/2018
TAGS: PREL NO
SUBJECT: THE TIDE CLOCK
"""
_WORDS = (
    "the", "clock", "harbor", "keeper", "lamp", "said", "of", "and", "on", "was", "tide", "Oslo",
    "Norway", "Pell", "reading", "lighthouses", "well-known", "half-", "(NOTAL)", "(reftel)", "--",
    "-", "2007.", "14", "3.", "(1)", "A.", "b)", "II.", "O", "o", "I", "U.S.", "REF", "Ref", "TAGS",
    "Subject", "SUBJECT:", "Comment:", "SUMMARY", "quote", "unquote", "END", "Begin", "text", "BT",
    "NNNN", "page", "FOR", "DEPT", "classified", "by", "reasons", "sensitive", "but", "E.O.",
    "\"lamp\"", "“No,”", "he:", "them;", "1.4", "$3", "50%", "P-5", "*", "/", "...", "first,",
    "https://harbor.example/tides?of=the&year=2008",
)  # fmt: skip
_FULL_LINES = (
    "The keepers of the tide clock met the officers of the harbor on Tuesday morning, wound it "
    "together, and asked once more for the lamps and the bell which the town had promised them "
    "in the spring, when the clock was late for a whole week and no ferry was on time; the "
    "officers took note of it, and gave them tea."
)
"""Text of several lines that show the width of a telegram, which a reader measures."""
_STOPS = (".", ".", ".”", ".)")


def sentences(most: int = 40) -> st.SearchStrategy[str]:
    """Return running text that ends with a full stop or similar."""
    words = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=most).map(" ".join)
    return st.builds("The {} lamps{}".format, words, st.sampled_from(_STOPS))


def _wrapped(text: str, width: int, hang: str = "") -> str:
    return textwrap.fill(
        text, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )


def _items(labels: tuple[str, ...]) -> st.SearchStrategy[str]:
    texts = st.lists(sentences(20), min_size=len(labels), max_size=len(labels))
    return texts.map(
        lambda each: "\n\n".join(
            _wrapped(f"{label} {text}", 69, "   ")
            for label, text in zip(labels, each, strict=False)
        )
    )


_JOINED = st.builds(
    lambda labels, texts, end: "".join(
        f" {label} {text}{end}" for label, text in zip(labels, texts, strict=False)
    ),
    st.sampled_from(
        (("--", "--", "--"), ("*", "*"), ("(1)", "(2)", "(3)"), ("a)", "b)", "A.", "B."))
    ),
    st.lists(sentences(20).map(lambda text: text.rstrip(".")), min_size=4, max_size=4),
    st.sampled_from((".", ";", "; and", ",")),
)
"""Points after each other, as scrapes joined them."""
_TITLES = st.lists(st.sampled_from(_WORDS[:16]), min_size=1, max_size=14).map(" ".join)
_HEADINGS = _TITLES.map(str.title).map(lambda title: f"{_wrapped(title, 69)}\n-----")
_LISTS = st.sampled_from(
    (("--", "--", "--"), ("A.", "B.", "C."), ("(1)", "(2)"), ("o", "o"), ("9)", "10)"))
).flatmap(_items)
_TABLES = st.sampled_from(
    ("Day        High    Low\nMonday     2.1     0.4", "Pell   Harbor Master\nFenwick   Keeper")
)
_SHORT_LINES = st.sampled_from(("Jonas Pell\nHarbor Master\nOslo", "Participants:\nPell\nFenwick"))
_TEXTS = st.builds(_wrapped, sentences(), st.sampled_from((55, 62, 69)))
_POINTS = st.builds(
    lambda text, end, points, width: _wrapped(f"{text[:-1]}{end}{points}", width),
    sentences(),
    st.sampled_from((".", ":")),
    _JOINED,
    st.sampled_from((69, 2000)),
)
_BLOCKS = _TEXTS | _POINTS | _HEADINGS | _LISTS | _TABLES | _SHORT_LINES
_QUOTES = st.lists(_BLOCKS, min_size=1, max_size=3).map(
    lambda blocks: "\n\n".join(("BEGIN TEXT", *blocks, "END TEXT"))
)


@st.composite
def cable_texts(draw: st.DrawFn) -> str:
    """Return a whole telegram with numbered paragraphs and other blocks between them."""
    blocks = [HEAD]
    for number in range(1, draw(st.integers(1, 4)) + 1):
        marking = draw(st.sampled_from(("(C) ", "(SBU) ", "")))
        text = f"{draw(sentences())} {_FULL_LINES}" if number == 1 else draw(sentences())
        blocks.append(_wrapped(f"{number}. {marking}{text}", 69))
        blocks += draw(st.lists(_BLOCKS | _QUOTES, max_size=3))
    return "\n\n".join([*blocks, "WRAY"]) + "\n"
