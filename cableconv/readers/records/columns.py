"""The roles of columns: by usual names in this field, or as the caller says.

The names are those of cables.csv and its copies (refid, origin, header, content), of the National
Archives' export and History Lab's tables (doc_nbr, raw_body, origclass, authored), of the
archive's XML (docnumber, msgtext), of PlusD (canonical_id), of feeds (content:encoded), and
names that people use in their own tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cableconv.errors import InvalidOptionError
from cableconv.patterns import pattern

TEXT, HEADER = "text", "header"

NAMES: Mapping[str, tuple[str, ...]] = {
    TEXT: (
        "raw_body", "raw_text", "raw_content", "full_text", "msgtext", "message_text", "msg_text",
        "cable_text", "telegram_text", "cable_body", "document_text", "doc_text", "body_text",
        "body", "content", "contents", "text", "cable", "telegram", "message", "msg", "raw",
        "plain_text", "plaintext", "txt", "transcript", "ocr_text", "ocr", "encoded",
        "html", "raw_html", "body_html", "content_html",
    ),
    HEADER: (
        "header", "headers", "heading", "hdr", "cable_header", "msg_header", "raw_header", "head",
        "message_header", "telegram_header",
    ),
    "id": (
        "reference_id", "refid", "ref_id", "mrn", "message_reference_number", "canonical_id",
        "doc_nbr", "docnbr", "document_number", "doc_number", "docnumber", "cable_id",
        "cable_number", "identifier", "doc_id", "docid", "document_id", "msg_id", "message_id",
        "reference", "slug", "_id", "id", "number",
    ),
    "date": (
        "date_time", "datetime", "sent_date", "date_sent", "created", "created_at", "authored",
        "date", "draft_date", "document_date", "doc_date", "cable_date", "sent", "timestamp",
        "when",
    ),
    "office": (
        "origin", "office_origin", "from_field", "from", "sender", "embassy", "post", "station",
        "source_office", "office", "from_office",
    ),
    "classification": (
        "original_classification", "origclass", "orig_class", "classification", "class",
        "classification_level", "security_classification", "level",
    ),
}  # fmt: skip
"""The usual names for each role, best first, in the form of ``_simple``."""

ROLES = tuple(NAMES)
_TITLES = ("title", "label", "name", "file_name", "filename", "file")
"""Names of columns that may hold a cable's number, and often do not."""
_ABOUT_THE_CABLE = ("cable_", "telegram_", "message_", "msg_", "document_", "doc_")
"""What a name may begin with, as everything in the table is about it."""
_TYPES = ("_txt_en", "_tesim", "_tsim", "_ssim", "_ssi", "_txt", "_ss", "_dt", "_t", "_s")
"""What a name may end with: its type, in an index of Solr."""
_NUMBERED = pattern(r"(?P<stem>[^\d].*?)_?(?:(?:part|page|pt|p)_?(?=\d))?(?P<number>\d{1,3})?")
_CAMEL = pattern(r"(?<=[a-z\d])(?=[A-Z])")
_BETWEEN = pattern(r"[^a-z\d]+")


def columns_of(names: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
    """Return the known columns by role (``ROLES``)."""
    simple: dict[str, str] = {}
    for reduce in (_simple, _bare):
        for name in names:
            simple.setdefault(reduce(name), name)
    known = {
        role: next(simple[usual] for usual in usuals if usual in simple)
        for role, usuals in NAMES.items()
        if any(usual in simple for usual in usuals)
    }
    return {role: name for role, name in {**known, **told}.items() if name in names}


def checked(told: Mapping[str, str]) -> dict[str, str]:
    """Return the caller's roles, ``body`` as the text; InvalidOptionError for unknown ones."""
    named = {TEXT if role == "body" else role: name for role, name in told.items()}
    unknown = next((role for role in named if role not in ROLES), None)
    if unknown is not None:
        raise InvalidOptionError(
            f"--column {unknown}={named[unknown]}: a column is one of {', '.join(ROLES)}."
        )
    return named


def is_usual(role: str, name: str) -> bool:
    """Whether the name is usual for that role."""
    return _simple(name) in NAMES[role] or _bare(name) in NAMES[role]


def usual_columns(role: str, names: Iterable[str]) -> list[str]:
    """Return the columns that may have that role, best first."""
    usual = [name for name in names if is_usual(role, name)]
    return sorted(usual, key=lambda name: _rank(role, name))


def titles(names: Iterable[str]) -> list[str]:
    """Return the columns of titles and file names, and those without a name, called by numbers."""
    return [name for name in names if name.isdecimal() or _simple(name) in _TITLES]


@lru_cache(maxsize=64)
def continued(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return the columns that go on with the text: ``body_2`` and ``body_3`` after ``body``.

    A cell of a spreadsheet has 32,767 characters at most, so longer texts are in several.
    """
    stem, first = _numbered(text)
    numbered = sorted((_numbered(name)[1], name) for name in names if _numbered(name)[0] == stem)
    wanted = [name for number, name in numbered if number > first]
    expected = range(first + 1, first + 1 + len(wanted))
    is_sequence = [number for number, _ in numbered if number > first] == list(expected)
    return tuple(wanted) if is_sequence else ()


def _numbered(name: str) -> tuple[str, int]:
    """Return a name without its number, which is 1 if it has none."""
    found = _NUMBERED.fullmatch(_simple(name))
    return (found["stem"], int(found["number"] or 1)) if found else (name, 1)


def _rank(role: str, name: str) -> int:
    known = NAMES[role]
    return known.index(_simple(name) if _simple(name) in known else _bare(name))


def _simple(name: str) -> str:
    """Reduce a name: ``Reference ID``, ``referenceId`` and ``REFERENCE_ID`` are the same.

    A prefix, as XML's namespaces have it (``content:encoded``), is no part of the name.
    """
    name = name.rpartition(":")[2] or name
    name = name if name.isupper() else _CAMEL.sub("_", name)
    simple = _BETWEEN.sub("_", name.lower())
    return simple if simple == "_id" else simple.strip("_")


def _bare(name: str) -> str:
    """Reduce a name further: ``cable_content``, ``content_txt`` and ``content`` are the same."""
    simple = _simple(name)
    beginning = next(filter(simple.startswith, _ABOUT_THE_CABLE), "")
    ending = next(filter(simple.endswith, _TYPES), "")
    return simple[len(beginning) :].removesuffix(ending)
