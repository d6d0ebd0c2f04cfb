-- Version 1. Days are counted from 1970-01-01; spans are bytes of document.text, [begin, end).
-- What texts tell stands in document .. statement_about; what was made of it in event, tells and edge.

-- Everything that edges join: actors and places, documents, statements, events.
CREATE TABLE node (
  id          INTEGER PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,
  type        TEXT NOT NULL,              -- person, organization, ..., document, statement, event
  name_en     TEXT NOT NULL DEFAULT '',
  name_ar     TEXT NOT NULL DEFAULT '',
  wikidata    TEXT NOT NULL DEFAULT '',
  country     TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX node_country ON node (country, type) WHERE country <> '';

CREATE TABLE document (
  node             INTEGER PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  id               TEXT NOT NULL UNIQUE,
  published_day    INTEGER NOT NULL,      -- civil day at the outlet
  published_clock  INTEGER,               -- seconds since local midnight; null when only the day is known
  utc_offset       INTEGER,               -- minutes; null when not given
  outlet           TEXT NOT NULL,
  title            TEXT NOT NULL,
  url              TEXT NOT NULL,
  language         TEXT NOT NULL,
  text             TEXT NOT NULL,
  text_digest      TEXT NOT NULL,         -- SHA-256 of text: the same text under another id is found by it
  digest           TEXT NOT NULL          -- SHA-256 of the document with all that was read from it
) STRICT;
CREATE INDEX document_published ON document (published_day);
CREATE INDEX document_text ON document (text_digest);

-- The words of every document, folded: letters of one spelling. Its rowid is document.node.
CREATE VIRTUAL TABLE document_words USING fts5 (folded, content='', tokenize="unicode61 remove_diacritics 0");

-- What documents say of a node. The columns of node are chosen from these rows, whatever their order.
CREATE TABLE description (
  id          INTEGER PRIMARY KEY,
  node        INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  type        TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  name_ar     TEXT NOT NULL,
  wikidata    TEXT NOT NULL,
  country     TEXT NOT NULL,
  description TEXT NOT NULL,
  UNIQUE (node, type, name_en, name_ar, wikidata, country, description)
) STRICT;
CREATE TABLE described (
  document    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  description INTEGER NOT NULL REFERENCES description ON DELETE CASCADE,
  PRIMARY KEY (document, description)
) STRICT, WITHOUT ROWID;
CREATE INDEX described_by ON described (description);

-- Words under which an actor is found, folded. kind: 0 a full name, 1 words of a document, 2 one word of a full name.
CREATE TABLE name (
  folded TEXT NOT NULL,
  kind   INTEGER NOT NULL,
  node   INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  times  INTEGER NOT NULL,                -- mentions, for kind 1
  PRIMARY KEY (folded, kind, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_node ON name (node, kind);

CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  node     INTEGER NOT NULL REFERENCES node,
  PRIMARY KEY (document, begin, "end", node)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_node ON mention (node);

CREATE TABLE time_expression (
  document    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL,
  begin       INTEGER NOT NULL,
  "end"       INTEGER NOT NULL,
  type        TEXT NOT NULL,
  value       TEXT NOT NULL,
  mod         TEXT NOT NULL,
  grain       TEXT NOT NULL,
  from_day    INTEGER,
  to_day      INTEGER,
  clock_from  INTEGER,                    -- minutes since midnight
  clock_to    INTEGER,
  certainty   TEXT NOT NULL,
  anchor      TEXT NOT NULL,
  anchor_time INTEGER,                    -- ordinal of the expression it was counted from
  rule        TEXT NOT NULL,
  arithmetic  TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

-- One place in one document that tells of an event.
CREATE TABLE telling (
  id             INTEGER PRIMARY KEY,
  document       INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,
  key            TEXT NOT NULL,
  type           TEXT NOT NULL,
  from_day       INTEGER,
  to_day         INTEGER,
  time           INTEGER,                 -- ordinal of the expression the days came from
  place          INTEGER REFERENCES node,
  topic          TEXT NOT NULL,
  modality       TEXT NOT NULL,
  polarity       TEXT NOT NULL,
  trigger_begin  INTEGER NOT NULL,
  trigger_end    INTEGER NOT NULL,
  sentence_begin INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  rule           TEXT NOT NULL,
  headline       INTEGER NOT NULL,
  block          INTEGER NOT NULL,        -- tellings of different blocks never tell one event
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX telling_block ON telling (block);
CREATE INDEX telling_key ON telling (key);
CREATE INDEX telling_place ON telling (place) WHERE place IS NOT NULL;

CREATE TABLE telling_actor (
  telling  INTEGER NOT NULL REFERENCES telling ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role     TEXT NOT NULL,                 -- agent, patient, host, addressee, against; source: outermost first
  node     INTEGER NOT NULL REFERENCES node,
  PRIMARY KEY (telling, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX telling_actor_node ON telling_actor (node);

CREATE TABLE statement (
  node           INTEGER PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  document       INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,
  key            TEXT NOT NULL,
  speaker        INTEGER REFERENCES node,
  addressee      INTEGER REFERENCES node,
  cue_begin      INTEGER NOT NULL,
  cue_end        INTEGER NOT NULL,
  content_begin  INTEGER NOT NULL,
  content_end    INTEGER NOT NULL,
  sentence_begin INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  occasion       TEXT NOT NULL,
  from_day       INTEGER,
  to_day         INTEGER,
  time           INTEGER,
  modality       TEXT NOT NULL,
  rule           TEXT NOT NULL,
  headline       INTEGER NOT NULL,
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX statement_key ON statement (key);
CREATE INDEX statement_speaker ON statement (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statement_addressee ON statement (addressee) WHERE addressee IS NOT NULL;
CREATE TABLE quote (
  statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  begin     INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  PRIMARY KEY (statement, begin, "end", kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_source (
  statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  position  INTEGER NOT NULL,             -- outermost first
  node      INTEGER NOT NULL REFERENCES node,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_source_node ON statement_source (node);
CREATE TABLE statement_about (
  statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  telling   INTEGER NOT NULL REFERENCES telling ON DELETE CASCADE,
  stance    TEXT NOT NULL,
  PRIMARY KEY (statement, telling, stance)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_about_telling ON statement_about (telling);

-- Who judged what to be the same actor, or not; rows are only added, the latest on a pair holds.
CREATE TABLE judgement (
  id      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,                  -- merge, split
  first   TEXT NOT NULL,                  -- node keys, the smaller first
  second  TEXT NOT NULL,
  author  TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note    TEXT NOT NULL
) STRICT;

-- A real event, made of the tellings that tells joins to it.
CREATE TABLE event (
  node      INTEGER PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  block     INTEGER NOT NULL,
  digest    INTEGER NOT NULL,             -- of all that follows from the tellings: the same one need not be rewritten
  type      TEXT NOT NULL,
  from_day  INTEGER,
  to_day    INTEGER,
  certainty TEXT NOT NULL,
  modality  TEXT NOT NULL,
  polarity  TEXT NOT NULL,
  place     INTEGER REFERENCES node,
  topic     TEXT NOT NULL,
  asserted  INTEGER NOT NULL,             -- independent sources that say so
  denied    INTEGER NOT NULL,
  expected  INTEGER NOT NULL,
  sources   INTEGER NOT NULL,             -- independent sources
  first_day INTEGER,                      -- the days it is looked up by: from_day and to_day, one standing in
  last_day  INTEGER,                      -- for the other where only one is known
  long      INTEGER NOT NULL              -- 1 when first_day to last_day is more than 31 days
) STRICT;
CREATE INDEX event_block ON event (block);
CREATE INDEX event_place ON event (place) WHERE place IS NOT NULL;
-- The interval index in two parts: a window meets short events by their first day alone.
CREATE INDEX event_short ON event (first_day, last_day, long) WHERE long = 0;
CREATE INDEX event_long ON event (last_day, first_day, long) WHERE long = 1;
CREATE TABLE tells (
  telling INTEGER NOT NULL REFERENCES telling ON DELETE CASCADE,
  event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  PRIMARY KEY (telling, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX tells_event ON tells (event, telling);

-- Blocks whose events are older than their tellings.
CREATE TABLE pending (block INTEGER PRIMARY KEY) STRICT;

-- event -> actor: agent, patient, host, addressee, against, source; event -> place: at; event -> event: part_of;
-- event -> document: reported_by; statement -> actor: speaker, addressee, source; statement -> event: about;
-- actor -> actor: same_as.
CREATE TABLE edge (
  id         INTEGER PRIMARY KEY,
  source     INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  type       TEXT NOT NULL,
  target     INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
  valid_from INTEGER,                     -- when it held
  valid_to   INTEGER,
  reported   INTEGER,                     -- when it was first reported
  UNIQUE (source, type, target)
) STRICT;
CREATE INDEX edge_target ON edge (target, source, type);
CREATE INDEX edge_same_as ON edge (type) WHERE type = 'same_as';
-- The words an edge was read from.
CREATE TABLE evidence (
  edge     INTEGER NOT NULL REFERENCES edge ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  begin    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  rule     TEXT NOT NULL,
  PRIMARY KEY (edge, document, begin, "end", rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document);
