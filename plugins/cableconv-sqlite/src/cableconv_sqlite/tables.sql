-- One row per cable, in the order of input.
CREATE TABLE cables (
    cable INTEGER PRIMARY KEY,
    id TEXT,                -- message reference number, such as 08OSLO17, or the container's id
    date TEXT,              -- date-time group in ISO 8601, UTC
    year INTEGER,           -- year of the date, or else of the id
    post TEXT,              -- the sender's canonical name, such as OSLO
    country TEXT,           -- the post's country, ISO 3166-1 alpha-2
    sender TEXT,            -- as on the FM line
    classification TEXT,    -- level in words
    caveats TEXT,           -- further restrictions, such as NOFORN
    precedence TEXT,        -- for action addressees
    info_precedence TEXT,   -- for information addressees
    subject TEXT,
    summary TEXT,           -- the text marked as summary
    captions TEXT,          -- captions such as SIPDIS
    passing TEXT,           -- passing and attention lines
    notices TEXT,           -- corrected copy, partial extract, release stamps
    section INTEGER,        -- number of this section of a long message
    sections INTEGER,       -- number of sections
    executive_order TEXT,   -- number of the order, such as 12958
    declassify_on TEXT,     -- ISO date
    declassify_event TEXT,
    exemption TEXT,
    classified_by TEXT,     -- the whole field, as printed; people has the names
    reasons TEXT,           -- paragraphs of the order, such as 1.4(b)
    distribution TEXT,
    drafted_by TEXT,
    approved_by TEXT,
    cleared_by TEXT,
    source TEXT,            -- the file that it was read from, and the member of an archive
    source_row INTEGER,     -- the row of a dump
    sha256 TEXT,            -- hash of the file's bytes
    tree TEXT               -- with -O tree=yes: the whole tree as JSON
);

CREATE TABLE addressees (
    cable INTEGER NOT NULL REFERENCES cables,
    position INTEGER NOT NULL,      -- from 1, action addressees first
    role TEXT NOT NULL,             -- action or info
    name TEXT NOT NULL,             -- as printed
    office TEXT,
    precedence TEXT,
    number TEXT,                    -- message continuity number
    route TEXT,                     -- routing indicator
    exempted TEXT,                  -- names after XMT: members that do not get the cable
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;

CREATE TABLE cable_references (
    cable INTEGER NOT NULL REFERENCES cables,
    position INTEGER NOT NULL,
    label TEXT,                     -- the letter by which it is cited
    kind TEXT NOT NULL,             -- cable, email, telephone, report ...
    text TEXT NOT NULL,             -- as printed
    cited TEXT,                     -- id of a cable
    notes TEXT,                     -- remarks after the entry, such as NOTAL
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;

CREATE TABLE tags (
    cable INTEGER NOT NULL REFERENCES cables,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;

CREATE TABLE people (
    cable INTEGER NOT NULL REFERENCES cables,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,             -- classified_by, signed_by, or tag: a person among the TAGS
    name TEXT NOT NULL,             -- as printed
    title TEXT,                     -- title or office, as printed
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;

-- Every block of the text: paragraphs, headings, items, tables, quoted lines.
CREATE TABLE paragraphs (
    paragraph INTEGER PRIMARY KEY,
    cable INTEGER NOT NULL REFERENCES cables,
    position INTEGER NOT NULL,      -- in reading order, from 1
    path TEXT NOT NULL,             -- path in the tree, such as body[2].blocks[0]
    type TEXT NOT NULL,             -- paragraph, heading, item, table, preformatted, quote, cable
    number INTEGER,                 -- number of the paragraph
    label TEXT,                     -- label of an item
    marking TEXT,                   -- portion marking
    role TEXT,                      -- summary, comment, action-request ...
    heading TEXT,                   -- the last heading above it
    text TEXT NOT NULL
);

CREATE TABLE diagnostics (
    cable INTEGER NOT NULL REFERENCES cables,
    position INTEGER NOT NULL,
    severity TEXT NOT NULL,         -- error, warning (doubt) or info (repair)
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    path TEXT,
    line INTEGER,
    hint TEXT,
    PRIMARY KEY (cable, position)
) WITHOUT ROWID;
