"""Kinds of telegrams of any length that were once slow to read or deeply nested."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Shape = Callable[[int], str]
"""Returns a text of about that many characters."""

HEADING = "R 131205Z MAY 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 0101\n"
CLASSED = "C O N F I D E N T I A L OSLO 000123\n\nE.O. 12958: N/A\n"
PREFACE = f"{CLASSED}TAGS: PREL\nSUBJECT: CLOCKS\n\n"
CABLE = HEADING + PREFACE


def _again(unit: str, before: str = "") -> Shape:
    return lambda length: before + (unit * (length // len(unit) + 1))[:length]


def _counted(unit: str, before: str = "") -> Shape:
    """Return texts of units that differ by a number of six digits, in place of ``@``."""
    size = len(unit) + 5
    return lambda length: (
        before + "".join(unit.replace("@", f"{number:06}") for number in range(length // size + 1))
    )


def _nested(length: int) -> str:
    depth = length // 24
    return CABLE + "BEGIN TEXT:\n\n" * depth + "END TEXT.\n\n" * depth


def _lettered(length: int) -> str:
    return CABLE + "REF: " + "".join(f"{chr(65 + n % 26)}. OSLO {n}\n" for n in range(length // 11))


SHAPES: Mapping[str, Shape] = {
    "ordinary text": _again("1. (C) The clock, which everybody trusts, ticks.\n\n", CABLE),
    "one letter": _again("X"),
    "blanks": _again(" "),
    "tags glued": _again("PRELNOPGOV", f"{CLASSED}TAGS: "),
    "tags between names": _counted("PGOV, PELL A@, ", f"{CLASSED}TAGS: "),
    "tags in brackets": _again("OVIP (PELL, JONAS), ", f"{CLASSED}TAGS: "),
    "openings without closings": _again("BEGIN TEXT:\n\n", CABLE),
    "openings inside a line": _again("It said: BEGIN TEXT: the bell rang. ", CABLE),
    "openings inside a line, other ends": _again(
        "It said: (begin text) the bell rang. END NOTE. ", CABLE
    ),
    "stops alone": _again(". The bell\n\n", CABLE),
    "page marks in halves": _again("the bell OSLO 00000123 002\nOF 003 rang\n", CABLE),
    "openings with words": _again("BEGIN TEXT\nIt ticks.\n", CABLE),
    "openings and closings": _again("BEGIN TEXT:\n\nIt ticks.\n\nEND TEXT.\n\n", CABLE),
    "openings, then closings": _nested,
    "quotes": _again("QUOTE\n", CABLE),
    "items of many styles": _again("A. x\n(1) y\n-- z\n(i) w\n", CABLE),
    "items that begin again": _again("a. a short item\n\n", CABLE),
    "points in a line": _again("it ticks: - It. ", f"{CABLE}1. (C) It ticks.\n\n"),
    "labels in a line": _again("it ticks: (a) it; (b) it. ", f"{CABLE}1. (C) It ticks.\n\n"),
    "pilcrows before years": _again("in ¶2005. ", f"{CABLE}1. (C) It ticks.\n\n"),
    "pilcrows in a line": _again("¶1. x ", CABLE),
    "a classifier of names": _again("Ida Fenwick and ", f"{CABLE}Classified By: "),
    "a classifier without an end": _again("Ida Maria Fenwick ", f"{CABLE}Classified By: "),
    "a classifier of particles": _again("de la ", f"{CABLE}Classified By: "),
    "a classifier of reasons": _again("1.4 (b) and (d) ", f"{CABLE}Classified By: "),
    "a classifier of labels": lambda length: (
        f"{CABLE}Classified By: {'CLASS ' * (length // 6)}x\n(C) It ticks again.\n"
    ),
    "a reason of hyphens": _again("-", f"{CABLE}Classified By: Ida Fenwick, reason 1.4"),
    "a classifier of one word": _again("x", f"{CABLE}Classified By: "),
    "levels in a line": _again("C O N F I D E N T I A L "),
    "class lines": _again("C O N F I D E N T I A L OSLO 000123\n"),
    "labels of references": _lettered,
    "references in prose": _again("and he said on May 5 that it was so, ", f"{CABLE}REF: OSLO 77 "),
    "passing lines joined": _again("DEPT FOR EUR AND PASS TO ", f"{CLASSED}TAGS: PREL\n\n"),
    "references of nothing": _again("AND ", f"{CABLE}REF: "),
    "brackets of references": _again("(", f"{CABLE}REF: "),
    "notes": _again("(NOTAL) ", f"{CABLE}REF: OSLO 77 "),
    "headers": _again(CABLE),
    "headers that open": _again(f"{CABLE}BEGIN TEXT:\n\n"),
    "cables without fields": _counted(
        "S E C R E T OSLO @\n\nSUBJ: X\n\n1. (C) It ticks.\n\n", HEADING
    ),
    "a header in a line": _again(HEADING.replace("\n", " ")),
    "one cable again and again": _again(f"{CABLE}1. (C) It ticks.\n\n2. (C) It rings.\n\nPELL\n\n"),
    "captions": _again("SIPDIS\n", CABLE),
    "short lines": _again("ab cd\n", CABLE),
    "numbers alone": _again("1.\n", CABLE),
    "markings alone": _again("(C) x\n", CABLE),
    "summaries that open": _again("1. (C) Summary: it ticks.\n\n", CABLE),
    "comments that end": _again("1. (C) End comment.\n\n", CABLE),
    "letters struck out": _again("XXXX", CABLE),
    "brackets": _again("(", CABLE),
    "missions": _again("EMBASSY", "R 131205Z MAY 08\nFM "),
    "rows with tabs": _again("a\tb\tc\n", CABLE),
    "a name repeated in a line": _again("PELL ", f"{CABLE}1. (C) It ticks.\n\n"),
    "a name repeated": _again("PELL\n", f"{CABLE}1. (C) It ticks.\n\n"),
    "numbers between rules": _again("1. ------------ ", CABLE),
    "trailers": _again(" 2008-05-13", f"{CABLE}1. (C) It ticks. PELL"),
    "addressees": _again("INFO AMEMBASSY BERN\n", HEADING),
    "the form's cells": _again("| a | b |\n", CABLE),
    "titles over rules in a line": _again("The Clock -------- It ticks. ", CABLE),
    "page marks of many telegrams": _counted("OSLO 00@  001.2 OF 003\n", CABLE),
    "page marks": _again("PAGE 02        OSLO  00123  01 OF 03  131205Z\n", CABLE),
}
