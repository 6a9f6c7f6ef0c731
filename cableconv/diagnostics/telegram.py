"""What is reported of a telegram as a whole."""

from __future__ import annotations

from cableconv.diagnostics.code import Code

NO_CABLE = Code(
    "no-cable",
    "error",
    "nothing here reads as a cable; it seems to be {kind}",
    hint="{advice}",
    meaning="the text has too few signs of a cable (class line, date-time group, FM and TO, E.O.,"
    " TAGS, SUBJECT, marked paragraphs); the message says what it seems to be",
    advice="do what the hint says for that kind of file",
)

PARSER_FAILED = Code(
    "parser-failed",
    "error",
    "the parser made a mistake, {error}; the text was kept as one block",
    hint="please report this with the text, or what you may show of it",
    meaning="the parser itself failed on this text, which was kept as it is, in one preformatted"
    " block",
    advice="please report it with the text, or with what you may show of it",
)

TOO_LONG = Code(
    "too-long",
    "error",
    "{length} characters are more than the {longest} that are read as one cable; the text was kept"
    " as one block",
    hint="if these are many cables, give each a file, or name the reader of their container",
    meaning="the text is longer than the limit, 16 Mi characters if not set (the longest cable"
    " known has under a million); it was kept as it is, in one preformatted block",
    advice="if it holds many cables, give each a file, or name the reader of their container;"
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
    hint="the program that made the text has cut characters in two",
    meaning="halves of characters (lone surrogates), which no file can hold, were replaced by"
    " U+FFFD",
    advice="see what made the text: it has cut characters in two",
)

LINE_BREAK_RESTORED = Code(
    "line-break-restored",
    "info",
    "a paragraph began in the middle of a line; the break before it was put back",
    meaning="the container had joined a paragraph to the line before it",
)

PILCROW_RESTORED = Code(
    "pilcrow-restored",
    "info",
    "the container had turned a pilcrow into the digit 1; it was put back",
    meaning="`14. (C)` in a Markdown scrape, where each number that begins a line had a pilcrow",
)

ENTITIES_READ = Code(
    "entities-read",
    "info",
    "{number} character references were read as the characters they stand for, the "
    "first is {first}",
    meaning="character references of HTML (`&#8217;`, `&amp;`) stood in the text and were "
    "read as characters",
)

LINE_ENDS_READ = Code(
    "line-ends-read",
    "info",
    "{number} times {first} was read as the line end that it stands for",
    meaning="line ends were written as a page or a program writes them (`<br>`, a backslash and n)"
    " and were read as line ends",
)

TEXT_LOST_IN_ARCHIVE = Code(
    "text-lost-in-archive",
    "warning",
    "the archive says here that the text, or a part of it, could not be kept",
    hint="the telegram may be on microfilm: the Locator among the attributes says so",
    meaning="the archive printed an error where the text, or a part of it, should be",
    advice="see the Locator among the attributes: it may be on microfilm",
)

TREE_OF_LATER_VERSION = Code(
    "tree-of-later-version",
    "warning",
    "the tree is of version {version}; left out of it: {names}",
    hint="a later cableconv reads all of it",
    meaning="a JSON or XML tree made by a later cableconv; what is new in it was left out",
    advice="read it with that version",
)

DOCX_EDITED = Code(
    "docx-edited",
    "warning",
    "the document's text was changed after it was made; this is the cable as it was then",
    hint="change what the document was made of instead, or the tree as JSON",
    meaning="the text of a Word document was changed after it was made; the tree inside, "
    "which was read, is that of the cable as it was then",
    advice="make the change where the document was made of, or in the tree as JSON",
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
    "the header stands again; it was read once",
    meaning="the header of a further section was read once",
)

CABLE_REPEATED = Code(
    "cable-repeated",
    "warning",
    "the whole cable stands here again; the {which} was read, this is kept as furniture",
    hint="compare the two: a corrected copy may differ anywhere",
    meaning="the whole cable stands in the text twice, corrected or not; the corrected copy, "
    "or the first one, was read, the other is furniture (`repeated-cable`)",
    advice="compare the two",
)

OTHER_ROW = Code(
    "other-row",
    "warning",
    "a row of another cable ({printed}) stands on this page; it is kept as furniture",
    meaning="beside the cable's own row the page holds another cable's, or its beginning; that is"
    " furniture (`other-row`)",
    advice="read that cable where it stands whole",
)

SECOND_CABLE = Code(
    "second-cable",
    "warning",
    "another cable ({printed}) stands in the same text; it was enclosed in the first",
    meaning="another cable follows in the same text; it is a block of the type `cable` at the"
    " end of the body",
    advice="see whether the two belong together",
)

TEASER = Code(
    "teaser",
    "info",
    "the cable begins here and breaks off; the whole cable stands below and was read",
    meaning="a page showed the beginning of the cable before the whole of it; the beginning is"
    " furniture (`teaser`)",
)

TEASER_DIFFERS = Code(
    "teaser-differs",
    "warning",
    "the beginning that the page shows says {printed}, the whole cable does not",
    hint="compare the two; the whole cable was read",
    meaning="the beginning of the cable that a page shows differs from the cable below it",
    advice="compare the two; the whole cable was read",
)

HEADER_AROUND = Code(
    "header-around",
    "warning",
    "the header of {printed} stands around that of {kept}, which was read as the cable's",
    meaning="a header with a number of its own stands around the cable's; it was kept as an "
    "envelope",
    advice="see which of the two you mean",
)

HEADER_CONFLICT = Code(
    "header-conflict",
    "warning",
    "{place} names {printed}, the cable read here {kept}",
    hint="this text may be two cables, or one cable's header on another's text",
    meaning="two lines name different cables: class lines, or class line and DE line, FM line or"
    " page mark",
    advice="see whether two cables were glued together",
)

CABLES_GLUED = Code(
    "cables-glued",
    "warning",
    "a second {label} line says something else: this text may be two cables",
    hint="see whether another cable's preface was glued to this one's",
    meaning="above paragraph 1 a second TAGS or SUBJECT line stands that has nothing in common with"
    " the first",
    advice="see whether two cables were glued together",
)

UNREAD = Code(
    "unread",
    "warning",
    "this was not understood; it is kept as furniture",
    hint="please report the form",
    meaning="a stretch that no rule understood; kept as furniture",
    advice="please report the form",
)
