"""The briefings in samples/ are what the program writes today. Where ISNAD_CURRENT is set, as by scripts/test, stale ones
fail the test; otherwise they are only named, so that a change of the reading can be tried before they are written anew."""
import os
import pathlib
import tempfile

from helper import ROOT, SAMPLES, run, skip

BRIEFINGS = {"briefing.en.md": ("--lang", "en"), "briefing.ar.html": ("--lang", "ar", "--format", "html")}

stale = []
with tempfile.TemporaryDirectory() as folder:
    db = pathlib.Path(folder) / "story.db"
    run("ingest", SAMPLES, "--db", db)
    for name, options in BRIEFINGS.items():
        if run("brief", "--db", db, *options) != (ROOT / "samples" / name).read_bytes():
            stale.append(f"samples/{name}")
if stale:
    print(f"not current: {', '.join(stale)}; scripts/samples writes them anew")
    if os.environ.get("ISNAD_CURRENT"):
        raise SystemExit(1)
    skip("not asked to fail (ISNAD_CURRENT)")
print(f"{len(BRIEFINGS)} briefings are current")
