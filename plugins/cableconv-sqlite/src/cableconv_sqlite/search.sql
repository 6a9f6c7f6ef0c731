-- What is quicker made at the end: the indexes, and the words of every text.  Datasette finds
-- the searches by content="...", spelt just so.
CREATE INDEX cables_by_id ON cables (id);
CREATE INDEX cables_by_post ON cables (post, year);
CREATE INDEX cables_by_date ON cables (date);
CREATE INDEX addressees_by_name ON addressees (name);
CREATE INDEX references_by_cited ON cable_references (cited);
CREATE INDEX tags_by_tag ON tags (tag);
CREATE INDEX people_by_name ON people (name);
CREATE INDEX paragraphs_by_cable ON paragraphs (cable, position);
CREATE INDEX diagnostics_by_code ON diagnostics (code);

CREATE VIRTUAL TABLE paragraphs_search USING fts5 (
    text, content="paragraphs", content_rowid="paragraph",
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO paragraphs_search (paragraphs_search) VALUES ('rebuild');
INSERT INTO paragraphs_search (paragraphs_search) VALUES ('optimize');

CREATE VIRTUAL TABLE cables_search USING fts5 (
    subject, summary, content="cables", content_rowid="cable",
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO cables_search (cables_search) VALUES ('rebuild');
INSERT INTO cables_search (cables_search) VALUES ('optimize');
