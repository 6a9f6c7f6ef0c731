"""Telegrams for property tests: realistic lines in any order, whole, cut off and changed."""

from __future__ import annotations

from hypothesis import strategies as st

HEADING = """\
VZCZCXRO0617
OO RUEHC RUEHSM
RUEHCP
DE RUEHNY #0123/01 1341205
ZNY CCCCC ZZH (CCY TEXT - MSI0001)
P R 131205Z MAY 08 ZDS
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 0101
INFO RUCNCIS/CIS COLLECTIVE PRIORITY
RUEKJCS/SECDEF WASHDC//ISA-EUR/
XMT AMEMBASSY BAKU
INFO  LOG-00   EEB-00   AF-00    /001R
------------------3F21B7  131934Z /38
This record is a partial extract of the original cable.
BT
"""
PREFACE = """\
C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000123
UNCLAS E F T O OSLO 000123
SE C R E T OSLO 000123 NOFORN
S e c r e t state 015220
SIPDIS
NODIS SIPDIS
DEPT FOR EUR/NB (J. PELL,
C O R R E C T E D  C O P Y - TEXT
DRAFTED BY: OES/OA:JQUILL
E.O. 12958: DECL: 05/13/2018
E.O. 11652: GDS
TAGS: PREL, OVIP (PELL, JONAS), PRELNO,
PGOV NO NO
SUBJECT: (C) THE TIDE CLOCK REF: OSLO 77
HAS VIEWS
REF: A. OSLO 77, 78 AND 79 (NOTAL)
¶B. 07 STATE 188314
1C. PELL-MORSBY E-MAIL OF MAY 2
Classified By: DCM Ida Fenwick for reasons 1.4
(b) and (d).
"""
BODY = """\
1. (C) SUMMARY: The clock was late. END SUMMARY.
¶2. (SBU) The clock, which everybody in the harbor trusts,
13. (C) The letter: 14. (C) It is polite.
¶2005. Nobody remembers by whom.
12007. Nobody remembers by whom.
(C) 5. It was on time.
on Tuesday, May 115. It was half-
hourly. ¶6. (C) It stood.
A. to wind the clock;
-- to wait.
(i) to ask.
- - - - -
------------
=== WHY TALLINN ===
Why Tallinn?
Comment
BEGIN TEXT
END TEXT.
Begin summary:
End Summary and Comment.
Day        High    Low
Monday     2.1     0.4
Jonas Pell, Harbor Master
Participants were:
OSLO 00000123  001.2 OF 002
OSLO 00000123
001.2 OF 002
PAGE 02 RUEHNY 00123 C O N F I D E N T I A L
C O N F I D E N T I A L
late OSLO 00000123 002 OF 002 again
WRAY
It stood still on Wednesday. WRAY
NNNN
#0123
CONFIDENTIAL
"""
SHAPES = (HEADING + PREFACE + BODY).splitlines()

breaks = st.sampled_from(["\n"] * 8 + ["\n\n"] * 4 + ["\r\n", "\n\n\n", "\u2028", " ", "\xa0\n"])
shapes = st.sampled_from(SHAPES)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Return a line that is cut off, contains a foreign character, is in lower case, or is
    indented.
    """
    line = draw(shapes)
    at = draw(st.integers(0, len(line)))
    change = draw(st.sampled_from(["cut", "insert", "lower", "indent"]))
    if change == "cut":
        return line[:at] if draw(st.booleans()) else line[at:]
    if change == "insert":
        return line[:at] + draw(st.text(min_size=1, max_size=3)) + line[at:]
    return line.lower() if change == "lower" else " " * (at % 9) + line


@st.composite
def telegrams(draw: st.DrawFn) -> str:
    """Return lines in a telegram's order or in a random one, some of them changed."""
    lines = draw(st.lists(shapes | shapes | shapes | mangled(), min_size=1, max_size=40))
    if draw(st.booleans()):
        lines.sort(key=lambda line: SHAPES.index(line) if line in SHAPES else len(line) % 60)
    return "".join(line + draw(breaks) for line in lines)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Return the lines of a paragraph as a teleprinter wraps them, at least three."""
    words = ("clock", "harbor", "tide", "remembers", "of", "and", "Tallinn", "Wednesday")
    lines = []
    for _ in range(draw(st.integers(3, 8))):
        line = ""
        while len(line) < 52:
            line += draw(st.sampled_from(words)) + " "
        lines.append(line.strip())
    lines[-1] += "."
    return lines
