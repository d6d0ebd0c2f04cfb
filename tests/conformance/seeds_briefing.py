"""The briefing of the five real articles tells what a desk officer looks for, each once, when ../shared is there."""
import json
import pathlib
import tempfile

from helper import SHARED, check, run, skip

if not (SHARED / "seeds" / "articles.jsonl").exists():
    skip("../shared is not there")

KERRY, LAVROV, PUTIN = "person/john_kerry", "person/sergey_lavrov", "person/vladimir_putin"
MET = ("meeting", "talks", "call")

with tempfile.TemporaryDirectory() as folder:
    db = pathlib.Path(folder) / "story.db"
    run("ingest", SHARED / "seeds" / "articles.jsonl", "--db", db)
    whole = ("brief", "--all", "--annex", "--format", "json", "--db", db)
    briefing = json.loads(run(*whole))
    arabic = json.loads(run(*whole, "--lang", "ar"))
    events = {e["id"]: e for e in json.loads(run("export", "timeline", "--db", db))["events"]}


def lines(day, kinds, sorts, *people):
    """Lines of a day that tell of events of a sort with those people."""
    found = []
    for section in briefing["sections"]:
        for line in section["lines"] if section["kind"] != "summary" else ():
            event = events.get(line["key"])
            if event is None or line["kind"] not in kinds or event["type"] not in sorts:
                continue
            days = {line["from"], line["to"]}
            parties = {p["actor"] for p in event["participants"]}
            if parties >= set(people) and (day is None or any((d or "").startswith(day) for d in days)):
                found.append(line["text"])
    return found


def once(what, found):
    print(f"{what}: {found}")
    check(len(found) == 1, f"{what}: {len(found)} lines, expected one")


once("the meeting of 14 July", lines("2016-07-14", ("fact",), MET, KERRY, PUTIN))
once("the meeting of 15 July", lines("2016-07-15", ("fact",), MET, KERRY, LAVROV))
once("the meeting in Laos", [t for t in lines("2016-07-2", ("fact",), MET, KERRY, LAVROV) if "Laos" in t or "\u0644\u0627\u0648\u0633" in t])
once("the truce of 27 February", lines("2016-02-27", ("fact",), ("truce",)))
once("the call of 29 May", lines("2016-05-29", ("fact",), MET, KERRY, LAVROV))
plans = lines("2016-08", ("plan", "possibility"), MET + ("agreement",))
print(f"plans for August: {plans}")
check(plans and len(plans) == len(set(plans)), f"plans for August: {plans}")
texts = [(line["when"], line["mark"], line["text"]) for section in briefing["sections"] for line in section["lines"]]
told = [line["number"] for section in briefing["sections"] for line in section["lines"] if section["kind"] != "summary"]
check(len(told) == len(set(told)), "a line is told twice")
check(all(line["sources"] for section in briefing["sections"] for line in section["lines"]), "a line without its source")
keys = [[line["key"] for line in section["lines"]] for section in briefing["sections"]]
check(keys == [[line["key"] for line in section["lines"]] for section in arabic["sections"]], "the languages tell different things")
