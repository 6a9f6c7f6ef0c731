"""Invented texts that are not cables, by kind; each contains words that cables contain too."""

from __future__ import annotations

from random import Random

from cableconv.refusal import kinds
from cableconv.refusal.kinds import Kind

_MAIL = """\
From: Greta Lund <greta@example.org>
To: Otto Wray <otto@example.org>
Date: Mon, 12 Mar 2007 09:00:00 +0100
Subject: CONFIDENTIAL: the tide clock
References: <17@example.org>

Otto,

1. The clock is late again.
2. Info to the harbour master, please.

Greta
"""
_MEMORANDUM = """\
CONFIDENTIAL

MEMORANDUM FOR: The Harbour Board
FROM: The Keeper of the Tide Clock
SUBJECT: Repairs to the clock, and what they will cost in the coming year

1. The clock was repaired twice since the spring, at a price that nobody had foreseen.
2. A new spring is needed. It is subject to the approval of the board, which meets in May.
3. Secret doors were found behind the dial; they lead nowhere, as far as the workmen can tell.
"""
_LICENCE = """\
The Harbour Licence

Permission is hereby granted, free of charge, to any person obtaining a copy of this tide clock,
to deal in it without restriction, including the rights to wind, set and stop it, and to permit
persons to whom the clock is handed to do so,
subject to the following conditions:

The above notice shall be included in all copies. THE CLOCK IS PROVIDED "AS IS", WITHOUT
WARRANTY OF ANY KIND.
"""
_RFC = """\
Harbour Working Group                                            G. Lund
Request for Comments: 99999                                    July 2007
Category: Informational

                       The Tide Clock Protocol

1.  Introduction

   This memo tells clocks how to agree upon the tide.  It is subject to change.  The ref.
   implementation is confidential, and all tags are described in section 2.

2.  Tags

   TAGS are four letters.  A message goes from (FM) one clock to (TO) another.
"""
_POST = """\
title: A day at the tide clock
tags: clocks, tides, harbour
subject: harbour life
date: 2007-03-12
layout: post
author: greta
"""
_CODE = '''\
"""Reads the subject line."""
import re

SUBJECT = re.compile(r"SUBJECT: (.*)")
TAGS = ["PREL", "PGOV"]


def subject_of(text):
    # SUBJECT: what stands behind the label
    found = SUBJECT.search(text)
    if found:
        return found.group(1)
    return None


class Clock:
    def __init__(self, tide):
        self.tide = tide
'''
_WEATHER = """\
ZCZC MIATCPAT1 ALL
TTAA00 KNHC 121432
BULLETIN
SUBTROPICAL STORM GRETA ADVISORY NUMBER 7
SUBJECT: WINDS ALONG THE COAST

1. WINDS ARE NEAR 45 MPH WITH HIGHER GUSTS.
2. THE STORM MOVES TOWARD THE NORTH.
NNNN
"""
_LOG = "2007-03-12 09:{minute:02d}:00 INFO clock: subject: tide {minute} is late\n"
_GLOSSARY = """\
GLOSSARY

DTG: date-time group, as in R 121500Z MAR 76.
FM: from, the originator of the message, which is the post that sent it.
TO: the action addressee, to which all others are only informed.
TAGS: traffic analysis by geography and subject.
SIPDIS: distribution on SIPRNET.
"""


def _noise(seed: int) -> str:
    """Return the text that OCR makes of a dirty page."""
    random = Random(seed)
    signs = "|.,-_'`~!:;^*i l1 I/\\ ru  nm tc e"
    return "\n".join("".join(random.choices(signs, k=60)) for _ in range(30))


TEXTS: dict[str, tuple[str, Kind]] = {
    "a mail": (_MAIL, kinds.MAIL),
    "a mailbox": (
        "".join(f"From greta@example.org Mon Mar 12 09:0{n}:00 2007\n{_MAIL}\n" for n in range(3)),
        kinds.MAILBOX,
    ),
    "a memorandum": (_MEMORANDUM, kinds.PROSE),
    "a licence": (_LICENCE, kinds.PROSE),
    "an RFC": (_RFC, kinds.PROSE),
    "a post's metadata": (_POST, kinds.SETTINGS),
    "source code": (_CODE, kinds.CODE),
    "a weather bulletin": (_WEATHER, kinds.BULLETIN),
    "a log": ("".join(_LOG.format(minute=minute) for minute in range(40)), kinds.LOG),
    "a scan's noise": (_noise(1), kinds.NOISE),
    "another scan's noise": (_noise(2), kinds.NOISE),
    "figures": ("\n".join(f"{n:4} {n * 7:8} {n * 31:8}" for n in range(40)), kinds.FIGURES),
    "a letter of a few words": ("Subject: geese\n\nThey are back.\n", kinds.FEW_WORDS),
    "front matter": (
        "---\ntitle: The clock\nTAGS: PREL, ECON\nSUBJECT: THE CLOCK\n---\n",
        kinds.SETTINGS,
    ),
    "labels alone": ("title: The clock\nTAGS: PREL, ECON\nSUBJECT: THE CLOCK\n", kinds.SETTINGS),
    "settings with sections": ("[clock]\nname = tide\n[tags]\nTAGS = PREL\n", kinds.SETTINGS),
    "a telex": (
        "ZCZC\nTO: HARBOR OFFICE\nFM: MV PETREL\nETA PILOT STATION 15/0600 LT\nNNNN\n",
        kinds.BULLETIN,
    ),
    "an airport's weather": (
        "METAR ENGM 141520Z 24008KT 9999 SCT020 05/01 Q1015\n",
        kinds.BULLETIN,
    ),
    "a calendar": (
        "BEGIN:VCALENDAR\nSUMMARY:The clock\nCLASS:SECRET\nEND:VCALENDAR\n",
        kinds.CALENDAR,
    ),
    "contacts": ("BEGIN:VCARD\nFN:Greta Lund\nORG:AMEMBASSY OSLO\nEND:VCARD\n", kinds.CALENDAR),
    "subtitles": ("1\n00:00:01,000 --> 00:00:04,000\nSECRET\n", kinds.SUBTITLES),
    "changes": ("--- a/clock\n+++ b/clock\n@@ -1 +1 @@\n-TAGS: PREL\n+TAGS: ECON\n", kinds.PATCH),
    "an encrypted mail": ("-----BEGIN PGP MESSAGE-----\n\nhQEMAQ\n=abcd\n", kinds.ENCRYPTED),
    "Base64": ("VGhlIGNsb2NrIGlzIGxhdGUgYWdhaW4sIGFuZCBub2JvZHkga25vd3Mgd2h5\n" * 4, kinds.ENCODED),
    "a server's answer": ("HTTP/1.1 200 OK\nContent-Type: text/html\n\nThe clock\n", kinds.ANSWER),
    "a bibliography": ("@book{lund1907,\n  title = {The Clock},\n}\n", kinds.BIBLIOGRAPHY),
    "numbers of cables": ("08OSLO123\n08RIGA44\n07SUVA5\n", kinds.NUMBERS),
    "a glossary": (_GLOSSARY, kinds.SETTINGS),
    "another glossary": (
        "Abbreviations\n\nE.O. 12958  the order of 1995\nFM AMEMBASSY  from the embassy\n"
        "TAGS  traffic analysis by geography and subject\nZNR UUUUU  unclassified\n",
        kinds.FEW_WORDS,
    ),
    "a letter that quotes labels": (
        "Dear all,\n\nthe drafts lack:\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: CLOCKS\n\n"
        "Please add them before noon.\nKind regards, Greta\n",
        kinds.FEW_WORDS,
    ),
    "labels inside a sentence": (
        "Hello Otto,\n\nplease remember that it needs E.O. 12958: N/A and TAGS: PREL, NO and a"
        " SUBJECT: line.\n\nGreta\n",
        kinds.FEW_WORDS,
    ),
    "a quoted date-time group": (
        "It begins with a line such as\n\n    R 121500Z MAR 76\n\nwhich gives the time.\n",
        kinds.FEW_WORDS,
    ),
    "a quoted class line": (
        "RULES FOR DRAFTERS\n\n1. Begin with the class line, e.g. UNCLAS OSLO 000123.\n"
        "2. Add E.O. 12958: N/A.\n3. Add TAGS: PREL, NO.\n4. SUBJECT: in capitals.\n",
        kinds.FEW_WORDS,
    ),
    "class lines in a list": ("Cables to read:\n\n- UNCLAS OSLO 000124\n", kinds.FEW_WORDS),
    "a list with a level and a year": (
        "SECRET KEEPERS OF THE CLOCK 2011\n\nSUBJECT: who winds it when\n1. Greta\n2. Otto\n",
        kinds.FEW_WORDS,
    ),
    "a memorandum with markings": (
        "UNCLASSIFIED\n\nMEMORANDUM FOR THE RECORD\n\nSUBJECT: The clock\n\n1. (U) It is late.\n",
        kinds.FEW_WORDS,
    ),
    "a query": ("The query:\n\nSELECT subject, tags FROM cables\n", kinds.SQL),
}
"""Each with the kind that the refusal names."""

TABLES: dict[str, str] = {
    "a table by commas": "number,opened,keeper\n1,2007-03-12,Lund\n2,2007-03-13,Wray\n",
    "a table by tabs": "number\topened\tkeeper\n1\t2007-03-12\tLund\n2\t2007-03-13\tWray\n",
    "rows of JSON": '[{"number": 1, "keeper": "Lund"}, {"number": 2, "keeper": "Wray"}]',
    "rows of SQL": "INSERT INTO clocks (number, keeper) VALUES (1, 'Lund'), (2, 'Wray');\n",
}
"""Rows without a column of texts: the refusal names the columns."""
