-- How many cables, by who sent them and when.
CREATE VIEW cables_by_post_and_year AS
SELECT post, year, count(*) AS cables
FROM cables GROUP BY post, year;

CREATE VIEW cables_by_classification_and_year AS
SELECT classification, year, count(*) AS cables
FROM cables GROUP BY classification, year;

CREATE VIEW tags_by_year AS
SELECT tag, year, count(DISTINCT cable) AS cables
FROM tags JOIN cables USING (cable) GROUP BY tag, year;

-- Which cable cites which: cited_cable is there where the cited one is in this file.
CREATE VIEW citations AS
SELECT citing.cable AS citing_cable, citing.id AS citing, citing.date AS date, label, text, cited,
    (SELECT min(held.cable) FROM cables AS held WHERE held.id = cited) AS cited_cable
FROM cable_references JOIN cables AS citing USING (cable)
WHERE cited IS NOT NULL;

CREATE VIEW most_cited AS
SELECT cited AS id, count(DISTINCT citing_cable) AS cited_by, max(cited_cable) AS cable
FROM citations GROUP BY cited;

-- What other cables speak of and this file doesn't have: whom to ask for next.
CREATE VIEW cited_but_missing AS
SELECT id, cited_by FROM most_cited WHERE cable IS NULL;

-- Who classified or signed, how often and from when to when.
CREATE VIEW people_by_role AS
SELECT role, name, count(DISTINCT cable) AS cables, min(date) AS first, max(date) AS last
FROM people JOIN cables USING (cable) GROUP BY role, name;

-- Who wrote to whom.
CREATE VIEW traffic AS
SELECT post, name AS addressee, role, count(DISTINCT cable) AS cables
FROM addressees JOIN cables USING (cable) GROUP BY post, name, role;

CREATE VIEW comments AS
SELECT cable, id, date, post, number, marking, text
FROM paragraphs JOIN cables USING (cable) WHERE role = 'comment' AND text <> '';
