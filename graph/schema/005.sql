-- Version 5. Evidence decides: where the day of an event mention comes from, what its grammar says, and on which day the
-- accounts of each pair of its parties settle it.

ALTER TABLE telling ADD COLUMN day_basis TEXT NOT NULL DEFAULT 'none';  -- none, stated, carried, news, background
ALTER TABLE telling ADD COLUMN told_by TEXT NOT NULL DEFAULT 'noun';    -- noun, verb, light_verb, occasion
ALTER TABLE telling ADD COLUMN leans_on INTEGER;    -- ordinal of the fuller one of its document that it speaks of
ALTER TABLE telling ADD COLUMN day INTEGER;         -- of the encounter, as its pairs settle it
ALTER TABLE telling ADD COLUMN support INTEGER NOT NULL DEFAULT 0;  -- percent: how far the accounts speak for that day
UPDATE telling SET day_basis = 'stated', told_by = 'verb' WHERE time IS NOT NULL;

-- Which pairs of parties a mention tells of; day and support as the accounts of that pair have them.
CREATE TABLE pairing (
  telling INTEGER NOT NULL REFERENCES telling ON DELETE CASCADE,
  pair    INTEGER NOT NULL,               -- digest of kind and keys
  day     INTEGER,
  support INTEGER NOT NULL,
  block   INTEGER NOT NULL DEFAULT 0,     -- of this day, when another pair has the mention on another day as well
  PRIMARY KEY (telling, pair)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairing_pair ON pairing (pair, telling);
CREATE INDEX pairing_block ON pairing (block, telling) WHERE block <> 0;

-- Pairs whose days are older than their accounts.
CREATE TABLE pending_pair (pair INTEGER PRIMARY KEY) STRICT;

ALTER TABLE event ADD COLUMN support INTEGER NOT NULL DEFAULT 0;  -- percent

-- New meetings and visits that are not yet joined to each other.
CREATE TABLE pending_part (event INTEGER PRIMARY KEY REFERENCES node ON DELETE CASCADE) STRICT;
