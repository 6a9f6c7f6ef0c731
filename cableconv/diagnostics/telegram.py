"""Diagnostics about a telegram as a whole."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

NO_CABLE = Code(
    "no-cable",
    "error",
    "this is not a cable; it seems to be {kind}",
    hint="{advice}",
    meaning="the text has too few signs of a cable (class line, date-time group, FM and TO, E.O.,"
    " TAGS, SUBJECT, marked paragraphs); the message names what it seems to be",
    advice="follow the hint for that kind of file",
)

PARSER_FAILED = Code(
    "parser-failed",
    "error",
    "the parser failed, {error}; the text was kept as one block",
    hint="please report this with the text, or the part that you may share",
    meaning="the parser failed on this text, which was kept unchanged in one preformatted block",
    advice="please report it with the text, or the part that you may share",
)

TOO_LONG = Code(
    "too-long",
    "error",
    "{length} characters exceed the limit of {longest} for one cable; the text was kept"
    " as one block",
    hint="if it holds many cables, split it into files, or name the reader of the container",
    meaning="the text is longer than the limit, by default 16 Mi characters (the longest cable"
    " known has under a million); it was kept unchanged in one preformatted block",
    advice="if it holds many cables, split it into files, or name the reader of the container;"
    " --max-cable-size sets the limit",
)

ENCODING_FALLBACK = Code(
    "encoding-fallback",
    "warning",
    "byte {byte} at offset {offset} is not UTF-8; read as Windows-1252",
    hint="if letters look wrong, name the encoding",
    meaning="the bytes are not UTF-8 and were read as Windows-1252",
    advice="if letters look wrong, name the encoding: `--encoding`",
)

SURROGATES_REPLACED = Code(
    "surrogates-replaced",
    "warning",
    "{what} replaced by U+FFFD",
    hint="the program that wrote the text split characters",
    meaning="halves of characters (lone surrogates), which no file can hold, were replaced by"
    " U+FFFD",
    advice="check the program that wrote the text: it split characters",
)

LINE_BREAK_RESTORED = Code(
    "line-break-restored",
    "info",
    "a paragraph began in the middle of a line; the break before it was restored",
    meaning="the container joined a paragraph to the line before it",
)

PILCROW_RESTORED = Code(
    "pilcrow-restored",
    "info",
    "the container turned a pilcrow into the digit 1; it was restored",
    meaning="`14. (C)` in a Markdown scrape, in which each number at the start of a line had one",
)

ENTITIES_READ = Code(
    "entities-read",
    "info",
    "character references were decoded, the first is {first}: {number}",
    meaning="character references of HTML (`&#8217;`, `&amp;`) in the text were decoded",
)

ENCODING_RESTORED = Code(
    "encoding-restored",
    "info",
    "characters of UTF-8 that had been decoded as Windows-1252 were restored, the first from"
    " {first}: {number}",
    meaning="a program decoded the text by a wrong encoding before it was saved again: a pilcrow"
    " became `Â¶`, an apostrophe `â€™`",
)

LINE_ENDS_READ = Code(
    "line-ends-read",
    "info",
    "{first} was read as a line end ({number} times)",
    meaning="line ends were written as in a page or a program (`<br>`, a backslash and n), or as"
    " one sign (a bar, a pilcrow) between all lines of a header, and were read as line ends",
)

ESCAPES_READ = Code(
    "escapes-read",
    "info",
    "{number} backslashes before signs were removed",
    meaning="a converter to Markdown put backslashes before punctuation (`1\\. (C)`), or a dump"
    " before quotation marks, which were removed",
)

EMPHASIS_REMOVED = Code(
    "emphasis-removed",
    "info",
    "{number} signs of emphasis around words were removed",
    meaning="labels of fields were emphasised (`**TAGS:**`), as a converter to Markdown or a wiki"
    " does",
)

QUOTED_PRINTABLE_READ = Code(
    "quoted-printable-read",
    "info",
    "{number} signs of a mail's quoted-printable encoding were decoded",
    meaning="text is encoded as in a mail (`=E2=80=99`), but the mail's header is missing",
)

TIME_MISREAD = Code(
    "time-misread",
    "info",
    "signs of the date-time group that a scan misread were corrected: {number}",
    meaning="in the header's date-time group, letters such as `O` were read as digits, or the digit"
    " `2` as the zone `Z`",
)

INVISIBLE_REMOVED = Code(
    "invisible-removed",
    "info",
    "characters without any width were removed at {number} places",
    meaning="a page, or the text layer of a scan, had invisible characters inside lines (zero-width"
    " spaces, word joiners, byte-order marks, soft hyphens), which hide labels and words",
)

SPACES_REMOVED = Code(
    "spaces-removed",
    "info",
    "spaces between words, beyond the first, were removed at {number} places",
    meaning="a copy put two spaces between all words, or as many as made its lines equally long;"
    " so far apart, words look like a table's columns",
)

TEXT_LOST_IN_ARCHIVE = Code(
    "text-lost-in-archive",
    "warning",
    "the archive states here that it could not keep the text, or a part of it",
    hint="the telegram may be on microfilm: see the Locator among the attributes",
    meaning="the archive has an error message in place of the text, or a part of it",
    advice="see the Locator among the attributes: it may be on microfilm",
)

TREE_OF_LATER_VERSION = Code(
    "tree-of-later-version",
    "warning",
    "the tree is of version {version}; these fields were ignored: {names}",
    hint="a later cableconv reads all of it",
    meaning="the JSON or XML tree was written by a later cableconv; its new fields were ignored",
    advice="read it with that version",
)

DOCX_EDITED = Code(
    "docx-edited",
    "warning",
    "the document's text was changed after it was written; this is the original cable",
    hint="change the source of the document instead, or the tree as JSON",
    meaning="the text of a Word document was changed after it was written; the tree inside, "
    "which was read, is the original cable",
    advice="change the source of the document, or the tree as JSON",
)

JOINED = Code(
    "joined",
    "info",
    "the text is joined from several sources: from line {first} on it is {what} from {source}"
    " (sha256 {sha256})",
    meaning="sections, or a corrected copy and what it corrects, lay in separate sources and were"
    " read as one cable; lines are those of the joined text",
)

JOINED_WITHOUT = Code(
    "joined-without",
    "info",
    "{source} (sha256 {sha256}) holds {what} too; it was not read, and is furniture from line"
    " {first} on",
    meaning="of a section that several sources hold one was read, a corrected copy first; the"
    " others are kept as furniture",
)

HEADER_REPEATED = Code(
    "header-repeated",
    "info",
    "the header is repeated; it was read once",
    meaning="the header is repeated in a further section; it was read once",
)

CABLE_REPEATED = Code(
    "cable-repeated",
    "warning",
    "the whole cable is repeated here; the {which} was read, this is kept as furniture",
    hint="compare the two: a corrected copy may differ anywhere",
    meaning="the text has the whole cable twice, corrected or not; the corrected copy, "
    "or the first one, was read, the other is furniture (`repeated-cable`)",
    advice="compare the two",
)

OTHER_ROW = Code(
    "other-row",
    "warning",
    "this page has a row of another cable ({printed}); it is kept as furniture",
    meaning="the page has another cable's row, or its beginning, beside the cable's own; it is"
    " furniture (`other-row`)",
    advice="convert that cable from its own page",
)

SECOND_CABLE = Code(
    "second-cable",
    "warning",
    "the same text has another cable ({printed}); it was embedded in the first",
    meaning="another cable follows in the same text; it is a block of the type `cable` at the"
    " end of the body",
    advice="check whether the two belong together",
)

TEASER = Code(
    "teaser",
    "info",
    "the cable begins here and breaks off; the whole cable below was read",
    meaning="a page showed the beginning of the cable before the whole of it; the beginning is"
    " furniture (`teaser`)",
)

TEASER_DIFFERS = Code(
    "teaser-differs",
    "warning",
    "the beginning shown by the page has {printed}, the whole cable does not",
    hint="compare the two; the whole cable was read",
    meaning="the beginning of the cable shown by a page differs from the cable below it",
    advice="compare the two; the whole cable was read",
)

HEADER_AROUND = Code(
    "header-around",
    "warning",
    "the header of {printed} is around that of {kept}, which was read as the cable's",
    meaning="a header with another number is around the cable's; it was kept as an envelope",
    advice="check which of the two you need",
)

HEADER_CONFLICT = Code(
    "header-conflict",
    "warning",
    "{place} names {printed}, the cable read here {kept}",
    hint="this text may be two cables, or one cable's header with another's text",
    meaning="two lines name different cables: class lines, or class line and DE line, FM line or"
    " page mark",
    advice="check whether the text consists of two cables",
)

CABLES_GLUED = Code(
    "cables-glued",
    "warning",
    "a second {label} line says something else, {printed}: this text may be two cables",
    hint="check whether another cable's preface was joined to this one's",
    meaning="above paragraph 1 a second TAGS or SUBJECT line stands that has nothing in common with"
    " the first",
    advice="check whether the text consists of two cables",
)

UNREAD = Code(
    "unread",
    "warning",
    "this was not understood; it is kept as furniture",
    hint="please report the form",
    meaning="a stretch that no rule understood; kept as furniture",
    advice="please report the form",
)
