"""Two invented cables, and a function that writes databases."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import cableconv
from cableconv import Cable

OSLO = """\
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 0101
INFO RUEHSM/AMEMBASSY STOCKHOLM

C O N F I D E N T I A L OSLO 000123

SIPDIS

E.O. 12958: DECL: 05/13/2018
TAGS: PREL, OVIP (PELL, JONAS), NO
SUBJECT: THE TIDE CLOCK
REF: A. STATE 4711
     B. 07 OSLO 98
     C. PELL-MORSBY E-MAIL OF MAY 2

Classified By: DCM Ida Fenwick for reasons 1.4 (b) and (d).

1. (C) SUMMARY: The tide clock was late. END SUMMARY.

WHY TALLINN
-----------

2. (U) Nobody in the Café knows why:

-- it has no tides;
-- it has no clocks.

3. (C) COMMENT: We trust the tide clock. END COMMENT.

WRAY
"""
STATE = """\
R 011205Z MAY 08
FM SECSTATE WASHDC
TO AMEMBASSY OSLO

UNCLAS STATE 004711

E.O. 12958: N/A
TAGS: PREL, NO
SUBJECT: CLOCKS

1. How late is the clock?

RICE
"""


def collect(cables: Iterable[Cable], target: Path, tree: bool = False) -> Path:
    """Write these cables to a database at that path."""
    cableconv.collect(cables, target, to="sqlite", tree=tree)
    return target
