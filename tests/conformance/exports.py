"""Exports of the samples: the same bytes twice, and NetworkX and a JSON Schema validator read what the store says."""
import json
import pathlib
import tempfile

from helper import ROOT, SAMPLES, check, run, skip

try:
    import jsonschema
    import networkx
except ImportError as error:
    skip(f"{error}; the Debian packages are python3-networkx and python3-jsonschema")

with tempfile.TemporaryDirectory() as folder:
    db = pathlib.Path(folder) / "story.db"
    run("ingest", SAMPLES, "--db", db)
    for form in ("graphml", "timeline"):
        first = run("export", form, "--db", db)
        check(first == run("export", form, "--db", db), f"two exports of {form} differ")
        (pathlib.Path(folder) / form).write_bytes(first)
    timeline = json.loads((pathlib.Path(folder) / "timeline").read_text(encoding="utf-8"))
    graphml = (pathlib.Path(folder) / "graphml").read_bytes()
    graph = networkx.read_graphml(pathlib.Path(folder) / "graphml")

schema = json.loads((ROOT / "docs" / "timeline.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
errors = list(jsonschema.Draft7Validator(schema).iter_errors(timeline))
check(not errors, "the timeline does not fit its schema: " + "; ".join(str(e.message)[:200] for e in errors[:5]))

events = {e["id"]: e for e in timeline["events"]}
joined = {p["actor"] for e in events.values() for p in e["participants"]} | {e["place"] for e in events.values()}
actors = {a["id"]: a for a in timeline["actors"] if a["id"] in joined}
check(events and actors, "nothing was exported")
check(set(graph.nodes) == set(actors) | set(events), "nodes are not the actors and events of the timeline")
for key, actor in actors.items():
    node = graph.nodes[key]
    check(node["kind"] == "actor" and node["type"] == actor["type"], f"{key}: type {node['type']}")
    check(node["label"] == (actor["name_en"] or actor["name_ar"]), f"{key}: label {node['label']}")
    check((node.get("label_ar") or None) == actor["name_ar"], f"{key}: Arabic label {node.get('label_ar')}")
for key, event in events.items():
    node = graph.nodes[key]
    check(node["kind"] == "event" and node["type"] == event["type"], f"{key}: type {node['type']}")
    dates = (node.get("from") or None, node.get("to") or None)  # an empty value is read as none or as ""
    check(dates == (event["from"], event["to"]), f"{key}: dates {dates}")
    check(node["modality"] == event["modality"], f"{key}: modality")

pairs = set()
for key, event in events.items():
    others = [p["actor"] for p in event["participants"]] + [w for w in event["part_of"] if w in events]
    others += [event["place"]] if event["place"] else []
    pairs |= {frozenset((key, other)) for other in others}
check({frozenset(edge) for edge in graph.edges} == pairs, "edges are not the participations of the timeline")
check(graph.number_of_edges() == len(pairs), "two edges join one pair")
check(all(w > 0 for *_, w in graph.edges(data="weight")), "a weight is not positive")
check(all(set(n) >= {"label", "size", "color", "x", "y"} for _, n in graph.nodes(data=True)), "a node lacks its looks")
try:
    import igraph
except ImportError:
    igraph = None
    print("igraph did not read the graph: the Debian package python3-igraph is not installed")
if igraph is not None:
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "graph.graphml"
        path.write_bytes(graphml)
        read = igraph.Graph.Read_GraphML(str(path))
    check((read.vcount(), read.ecount()) == (len(graph), graph.number_of_edges()), f"igraph: {read.summary()}")
    check({v["id"]: (v["label"], v["type"]) for v in read.vs} ==
          {key: (node["label"], node["type"]) for key, node in graph.nodes(data=True)}, "igraph: other labels or types")
    check({frozenset((read.vs[e.source]["id"], read.vs[e.target]["id"])) for e in read.es} == pairs, "igraph: other edges")

print(f"{len(graph)} nodes, {graph.number_of_edges()} edges, {len(timeline['statements'])} statements")
