"""An invented cable, header and text apart, as archives on the web show it."""

from __future__ import annotations

HEADER = """\
P 300910Z OCT 08
FM AMEMBASSY SUVA
TO RUEHC/SECSTATE WASHDC PRIORITY 0218
INFO RUEHAP/AMEMBASSY APIA 0019
"""
TEXT = """\
C O N F I D E N T I A L SUVA 000512

SIPDIS

E.O. 12958: DECL: 10/30/2018
TAGS: SENV, FJ
SUBJECT: GEESE ON THE RUNWAY

Classified By: DCM Ida Fenwick, reason 1.4 (d).

1. (C) The geese sat down on the runway at noon.

2. (C) They left at one.

PELL
"""
