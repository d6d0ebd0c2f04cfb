"""The five real articles, scored when ../shared is there."""
import json
import pathlib
import subprocess
import sys
import tempfile

from helper import SHARED, check, run, skip

if not (SHARED / "seeds" / "articles.jsonl").exists():
    skip("../shared is not there")

GOLD = SHARED / "gold"


def score(*arguments):
    done = subprocess.run([sys.executable, SHARED / "score" / "score.py", *arguments], capture_output=True, check=True)
    return json.loads(done.stdout.decode().splitlines()[-1])


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    articles = SHARED / "seeds" / "articles.jsonl"
    records = folder / "records.jsonl"
    run("extract", articles, "-o", records)
    times = score("times", GOLD / "times.tsv", records)
    events = score("events", GOLD / "events.jsonl", records, "--types", GOLD / "types.tsv", "--names", GOLD / "entities.tsv")
    print("times ", times)
    print("events", events)
    db = folder / "story.db"
    run("ingest", articles, "--db", db)
    met = {}
    for names in (("John Kerry", "Vladimir Putin"), ("كيري", "بوتين")):
        answer = json.loads(run("met", names[0], "--with", names[1], "--format", "json", "--db", db))
        met[names] = [e for e in answer if e["type"] in ("meeting", "talks", "visit") and e["modality"] == "asserted"]

check(times["value"]["f1"] >= 0.80, "value F1 of times below 0.80")
check(times["interval"]["right"] >= 27, "fewer than 27 intervals")
check(events["detect"]["f1"] >= 0.50, "detection F1 of events below 0.50")
check(events["participants"]["f1"] >= 0.55, "F1 of participants below 0.55")
for names, meetings in met.items():
    print(names, [(m["from"], m["place"], m["documents"]) for m in meetings])
    check(len(meetings) == 1, f"{names}: {len(meetings)} meetings that took place, expected one")
    meeting = meetings[0]
    check((meeting["from"], meeting["to"], meeting["place"]) == ("2016-07-14", "2016-07-14", "Moscow"), "not the meeting")
    check(sorted(meeting["documents"]) == ["000", "002", "004"], f"told by {meeting['documents']}, expected 000, 002 and 004")
    check(any(h["document"] == "000" and h["modality"] == "planned" for h in meeting["history"]), "000 does not plan it")
