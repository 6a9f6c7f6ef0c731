-- Made at the end, which is quicker.
CREATE INDEX cables_by_id ON cables (id);
CREATE INDEX cables_by_post ON cables (post, year);
CREATE INDEX cables_by_date ON cables (date);
CREATE INDEX addressees_by_name ON addressees (name);
CREATE INDEX references_by_cited ON cable_references (cited);
CREATE INDEX tags_by_tag ON tags (tag);
CREATE INDEX people_by_name ON people (name);
CREATE INDEX paragraphs_by_cable ON paragraphs (cable, position);
CREATE INDEX diagnostics_by_code ON diagnostics (code);
