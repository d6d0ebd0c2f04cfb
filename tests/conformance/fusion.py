"""Fusion of what the program really finds in the five articles, against the events that readers see in them."""
import collections
import importlib.util
import itertools
import json
import pathlib
import sqlite3
import tempfile

from helper import SHARED, check, run, skip

if not (SHARED / "seeds" / "articles.jsonl").exists():
    skip("../shared is not there")

GOLD = SHARED / "gold"
HELD = {"X1", "X2", "X3", "X4", "X5", "X6"}  # the strict clusters that come out as one instance of all their members that are found
spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)


def same_event(rows, clusters):
    """Mention to the name of its event: repeats in a document and the clusters across documents are one."""
    parent = {row["id"]: row["id"] for row in rows}

    def root(mention):
        while parent[mention] != mention:
            mention = parent[mention]
        return mention

    for row in rows:
        if row["duplicate_of"]:
            parent[root(row["id"])] = root(row["duplicate_of"])
    for cluster in clusters.values():
        if cluster["strength"] != "loose":
            for one, other in itertools.pairwise(cluster["members"]):
                parent[root(one)] = root(other)
    return {mention: root(mention) for mention in parent}


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    articles = SHARED / "seeds" / "articles.jsonl"
    records_file = folder / "records.jsonl"
    db = folder / "story.db"
    run("extract", articles, "-o", records_file)
    run("ingest", articles, "--db", db)
    tells = collections.defaultdict(set)  # telling to its instances
    rows = sqlite3.connect(db).execute(
        "SELECT t.key, n.key FROM tells x JOIN telling t ON t.id = x.telling JOIN node n ON n.id = x.event")
    for telling, event in rows.fetchall():
        tells[telling].add(event)
    records = score.records(records_file)

gold_rows = [json.loads(line) for line in open(GOLD / "events.jsonl", encoding="utf-8")]
clusters = json.load(open(GOLD / "clusters.json", encoding="utf-8"))
of = same_event(gold_rows, clusters)
families, accepted = score.load_types(GOLD / "types.tsv")
names = score.name_table(GOLD / "entities.tsv")
optional = {row["id"] for row in gold_rows if row["optional"]}
ids = collections.defaultdict(list)
for row in gold_rows:
    ids[row["doc"]].append(row["id"])

found = {}      # mention to telling
right = set()   # mentions whose parties, and whether a truce or its making, the program reads as readers do
states = {"truce": "truce", "agreement": "agree"}
gold_type = {row["id"]: row["type"] for row in gold_rows}
for doc, mentions in score.gold_events(GOLD / "events.jsonl").items():
    system = score.sys_events(records[doc], names)
    matched, _ = score.match(mentions, system, families, accepted, names)
    events = records[doc]["events"]
    for mention, event in matched.items():
        if event >= len(events):
            continue
        found[ids[doc][mention]] = events[event]["id"]
        state = states.get(system[event]["type"], gold_type[ids[doc][mention]])
        if state != gold_type[ids[doc][mention]]:
            continue
        if {names.get(score.fold(w), w) for w in mentions[mention]["who"]} == system[event]["who"]:
            right.add(ids[doc][mention])

gold_row = {row["id"]: row for row in gold_rows}
shared = {}     # mention whose words tell of another one too to the telling of that one ("talks with X and Y")
for row in gold_rows:
    for mention in ids[row["doc"]]:
        other = gold_row[mention]
        if row["id"] not in found and mention in found and row["type"] == other["type"] and \
                (row["trigger_offset"], row["trigger"]) == (other["trigger_offset"], other["trigger"]):
            shared[row["id"]] = found[mention]

instances = collections.defaultdict(set)  # event as readers see it to instances
told = collections.defaultdict(set)       # instance to the mentions in it
for mention, telling in found.items():
    for event in tells[telling]:
        instances[of[mention]].add(event)
        told[event].add(mention)


def may_judge(mention):
    """A telling that joins two meetings is in both; a debatable row is nobody's fault."""
    return mention not in optional and len(tells[found[mention]]) == 1


pairs = sorted((one, other, event) for event, mentions in told.items()
               for one, other in itertools.combinations(sorted(mentions), 2)
               if of[one] != of[other] and may_judge(one) and may_judge(other))
wrong = [pair for pair in pairs if pair[0] in right and pair[1] in right]
split = {event: sorted(keys) for event, keys in instances.items() if len(keys) > 1}
print(f"{len(found)} of {len(gold_rows)} mentions found, {len(right)} with the right parties; "
      f"{len(instances)} of {len(set(of.values()))} events")
for one, other, event in pairs:
    print("merged:" if (one, other, event) in wrong else "merged, misread:", one, other, "in", event)
for event, keys in sorted(split.items()):
    print("split:", event, keys)
whole = {}  # strict cluster to the instances that every member found is told of in
for name, cluster in clusters.items():
    if cluster["strength"] != "strict":
        continue
    tellings = {m: {**found, **shared}.get(m) for m in cluster["members"]}
    kept = {m: tells[t] for m, t in tellings.items() if tells.get(t)}  # of a paragraph printed again the first is kept
    missed = [m for m, telling in tellings.items() if telling is None]
    whole[name] = set.intersection(*kept.values()) if kept else set()
    pieces = "" if whole[name] else "; ".join(f"{m} in {sorted(keys)}" for m, keys in kept.items())
    print(f"{name}, {cluster['description']}: {len(kept)} of {len(kept) + len(missed)} mentions found"
          f"{' (all but ' + ', '.join(missed) + ')' if missed else ''}, "
          f"{'in pieces: ' + pieces if pieces else 'all in ' + ', '.join(sorted(whole[name]))}")
for one, other in itertools.combinations(whole, 2):
    check(not whole[one] & whole[other], f"{one} and {other} are one instance")
held = sorted(name for name, keys in whole.items() if keys)
print(f"{len(wrong)} pairs wrongly merged, {len(pairs) - len(wrong)} more for being misread, {len(split)} events split; "
      f"{len(held)} of 6 strict clusters in one instance")

check(not wrong, "events that readers keep apart are merged")
check(set(held) >= HELD, f"of the strict clusters {sorted(HELD - set(held))} came out in pieces")
