-- Version 2. A publication time that nobody gave, and edges whose indexes can be built after a bulk load.

ALTER TABLE document ADD COLUMN inferred_from INTEGER;     -- null for a time that was given; else published_day is the first day
ALTER TABLE document ADD COLUMN inferred_to INTEGER;
ALTER TABLE document ADD COLUMN inferred_reasons TEXT NOT NULL DEFAULT '';  -- one a line

-- Indexes that a bulk load has taken away until its end.
CREATE TABLE dropped_index (
  name TEXT PRIMARY KEY,
  sql  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Edges as before, but one of a kind by an index of its own.
CREATE TABLE edge_of_2 (
  id         INTEGER PRIMARY KEY,
  source     INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  type       TEXT NOT NULL,
  target     INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  valid_from INTEGER,                     -- when it held
  valid_to   INTEGER,
  reported   INTEGER                      -- when it was first reported
) STRICT;
INSERT INTO edge_of_2 SELECT id, source, type, target, valid_from, valid_to, reported FROM edge;
DROP TABLE edge;
ALTER TABLE edge_of_2 RENAME TO edge;
CREATE UNIQUE INDEX edge_key ON edge (source, type, target);
CREATE INDEX edge_target ON edge (target, source, type);
CREATE INDEX edge_same_as ON edge (type) WHERE type = 'same_as';
