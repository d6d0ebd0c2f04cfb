"""Ingesting twice changes nothing, in any order; bad input loses nothing that is stored."""
import pathlib
import tempfile

from helper import SAMPLES, check, run


def digest(db):
    lines = run("check", "--db", db).decode().splitlines()
    return next(line.split()[1] for line in lines if line.startswith("content"))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    db = folder / "story.db"
    run("ingest", SAMPLES, "--db", db)
    content = digest(db)
    run("ingest", SAMPLES, "--db", db)
    check(digest(db) == content, "ingesting twice changed the content")

    turned = folder / "turned.jsonl"
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    lines = [line.replace('"file":"', f'"file":"{SAMPLES.parent}/') for line in reversed(lines)]
    turned.write_text("\n".join(lines) + "\n", encoding="utf-8")
    other = folder / "other.db"
    run("ingest", turned, "--allow-outside", "--db", other)
    check(digest(other) == content, "another order of arrival gave another content")

    bad = folder / "bad.jsonl"
    bad.write_bytes(b'{"id":"x","text":"no date"}\n{"id":"y","published":"2016-07-14","text":"\xff"}\n{"id":"z"')
    run("ingest", bad, "--db", db, code=1)
    check(digest(db) == content, "bad input changed the content")

    foreign = folder / "foreign.db"
    foreign.write_text("not a database", encoding="utf-8")
    run("ingest", SAMPLES, "--db", foreign, code=1)
    check(foreign.read_text(encoding="utf-8") == "not a database", "a foreign file was changed")
print("ingest is idempotent and loses nothing")
