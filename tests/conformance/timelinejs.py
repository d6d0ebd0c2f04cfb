"""The real TimelineJS3 shows what we write: every dated event, its days, its texts, and no error."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from helper import ROOT, SAMPLES, check, hostile_exports, run, skip, without_controls

SOURCE = ROOT / "tests" / "conformance" / "timelinejs"


def installed():
    """The package of the locked versions, kept in the user's cache."""
    lock = (SOURCE / "package-lock.json").read_bytes()
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "isnad"
    folder = cache / f"timelinejs-{hashlib.sha256(lock).hexdigest()[:16]}"
    if not (folder / "done").exists():
        for program in ("node", "npm"):
            if shutil.which(program) is None:
                skip(f"{program} is not installed; the Debian packages are nodejs and npm")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(SOURCE / name, folder)
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True)
        if done.returncode != 0:
            skip(f"npm ci failed: {done.stderr.decode()[-500:]}")
        (folder / "done").touch()
    shutil.copy(SOURCE / "read.mjs", folder)
    return folder


def shown(folder, files):
    done = subprocess.run(["node", folder / "read.mjs", *files], capture_output=True)
    check(done.returncode == 0, f"node failed:\n{done.stderr.decode()[-2000:]}")
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line.startswith("{")]


def date_parts(day):
    return dict(zip(("year", "month", "day"), map(int, day.split("-"))))


def check_story(name, timeline, story):
    dated = {e["id"]: e for e in story["events"] if e["from"] or e["to"]}
    check(not timeline["errors"], f"{name}: TimelineJS complains: {timeline['errors'][:5]}")
    check({e["id"] for e in timeline["events"]} == set(dated), f"{name}: {len(timeline['events'])} of {len(dated)} events")
    check(timeline["seen"] == len(dated), f"{name}: {timeline['seen']} markers of {len(dated)}")
    for shown_event in timeline["events"]:
        event = dated[shown_event["id"]]
        first, last = event["from"] or event["to"], event["to"] or event["from"]
        start, end = shown_event["start"], shown_event["end"]
        check(all(start[k] == v for k, v in date_parts(first).items() if k in wanted_parts(start)), f"{name}: {event['id']}: {start}")
        if end is not None:
            check(all(end[k] == v for k, v in date_parts(last).items() if k in wanted_parts(end)), f"{name}: {event['id']}: {end}")
        elif start["format"] == "full":
            check(first == last, f"{name}: {event['id']} lost its end")
        sure = event["certainty"] == "exact" and event["from"] and event["to"]
        check((shown_event["display"] is None) == bool(sure), f"{name}: {event['id']}: display date {shown_event['display']}")
        check(event["tellings"][0]["text"] in shown_event["text"], f"{name}: {event['id']}: not its words")
    check(all(era["end"] for era in timeline["eras"]), f"{name}: an era without an end")


def wanted_parts(date):
    return {"year": ("year",), "month": ("year", "month")}.get(date["format"], ("year", "month", "day"))


def check_hostile(name, timeline, text):
    held = without_controls(text)
    check(not timeline["errors"] and timeline["seen"] == 1, f"{name}: {timeline['errors']}")
    event = timeline["events"][0]
    check(event["headline"] == f"Bob received Ann {held} in Town", f"{name}: {event['headline'][:300]!r}")
    check(event["text"].startswith(held + held), f"{name}: {event['text'][:300]!r}")


package = installed()
with tempfile.TemporaryDirectory() as path:
    folder = pathlib.Path(path)
    db = folder / "story.db"
    run("ingest", SAMPLES, "--db", db)
    story = json.loads(run("export", "timeline", "--db", db))
    files = []
    for language in ("en", "ar"):
        files.append(folder / f"{language}.json")
        run("export", "timelinejs", "--db", db, "--lang", language, "-o", files[-1])
    texts = hostile_exports(folder)
    files += [folder / f"{stem}.timelinejs" for stem in texts]
    bad = folder / "bad.json"
    bad.write_text('{"events": [{"start_date": {"year": "2016-07"}, "text": {"headline": "x"}}]}', encoding="utf-8")
    timelines = shown(package, [*files, bad])
check(len(timelines) == len(files) + 1, f"{len(timelines)} timelines shown")
check(timelines[-1]["errors"], "TimelineJS's complaints are not seen")
for file, timeline in zip(files, timelines):
    if file.stem in texts:
        check_hostile(file.name, timeline, texts[file.stem])
    else:
        check_story(file.name, timeline, story)
        print(f"{file.name}: {timeline['seen']} events shown, {len(timeline['eras'])} eras")
