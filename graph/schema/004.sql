-- Version 4. A digest of all rows in which a document tells what it tells, so that a change of any is found.

CREATE TABLE document_check (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  digest   TEXT NOT NULL                  -- SHA-256
) STRICT;
