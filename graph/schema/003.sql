-- Version 3. Where a document was read, so that no file takes the place of another's article.

ALTER TABLE document ADD COLUMN origin TEXT NOT NULL DEFAULT '';  -- key of the file; '' when it is not known or was no file
CREATE INDEX document_origin ON document (origin) WHERE origin <> '';
