"""Diagnostics about the file, archive or page that contains a telegram."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

ARCHIVE_DAMAGED = Code(
    "archive-damaged",
    "warning",
    "{what}; the part before it was read",
    hint="download the file again",
    meaning="a compressed file is damaged or cut short; the part before the damage was read",
    advice="download the file again",
)

MEMBER_NAME_UNSAFE = Code(
    "member-name-unsafe",
    "warning",
    "its name in the archive leads out of it; no file is written under such a name",
    meaning="a name in an archive leads out of it (`../`); no file is written under it",
    advice="do not trust the archive",
)

PAGE_CUT_SHORT = Code(
    "page-cut-short",
    "warning",
    "the page is incomplete; the available part was read",
    hint="download the page again and compare",
    meaning="a page (HTML) is incomplete",
    advice="download the page again",
)

PRE_NOT_CLOSED = Code(
    "pre-not-closed",
    "warning",
    "this <pre> has no end tag; it was read up to the next tag that cannot be in it",
    meaning="a page's `<pre>` has no end tag and was read up to the next tag that cannot be in it",
    advice="compare with the page",
)

DUMP_COLUMNS = Code(
    "dump-columns",
    "warning",
    "row {row}: it has {number} columns, not {expected}; not found: {missing}",
    meaning="a row of the dump has more or fewer than eight columns; values were recognised by "
    "their form",
    advice="look at the row",
)

DUMP_QUOTE_NOT_CLOSED = Code(
    "dump-quote-not-closed",
    "warning",
    "row {row}: a quote is not closed; it was read up to the next row",
    meaning="a row of the dump lacks a quote; it was read up to the next row",
    advice="look at the row",
)

DUMP_ROW_TOO_LONG = Code(
    "dump-row-too-long",
    "warning",
    "row {row}: it is too long; its first {length:,} characters were read",
    meaning="a row is longer than any cable; its beginning was read",
    advice="look at the row",
)

DUMP_STRAY_LINES = Code(
    "dump-stray-lines",
    "warning",
    "{lines} before the first row belong to no row and were ignored",
    hint="check whether a row there has lost its first columns",
    meaning="lines before the first row of the dump belong to no row and were ignored",
    advice="check the beginning of the file",
)

NUL_BYTES = Code(
    "nul-bytes",
    "warning",
    "row {row}: it has NUL bytes; they were removed",
    meaning="there were NUL bytes in the text; they were removed",
)

DOCUMENTS_NOT_READ = Code(
    "documents-not-read",
    "info",
    "documents beside the telegrams were not read: {number}",
    meaning="documents other than telegrams, of a volume (memorandums, letters, notes) or of a web "
    "archive (menus, articles), were not read",
)

ROWS_NOT_READ = Code(
    "rows-not-read",
    "info",
    "rows of other tables, without a column for a text, were not read: {number}",
    meaning="rows of other tables than that of the cables (tags, posts) were not read",
    advice="if one of their columns holds cables, name it: --column text=NAME",
)

MAIL_PART_NOT_READ = Code(
    "mail-part-not-read",
    "info",
    "{part} is not a cable and was not read",
    meaning="a part of a message (a covering letter, a picture, a signature) was not read",
    advice="check the message if a cable is missing",
)

MESSAGE_TOO_LONG = Code(
    "message-too-long",
    "warning",
    "the message is too long; its first 64 MiB were read",
    meaning="a message of a mailbox is longer than 64 MiB; its beginning was read",
    advice="save its attachments and convert those",
)
