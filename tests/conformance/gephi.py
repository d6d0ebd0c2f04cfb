"""Gephi's own importer reads GraphML and GEXF: counts, labels, types, looks, days, and nothing it complains of."""
import datetime
import json
import pathlib
import shutil
import subprocess
import tempfile

from helper import ROOT, SAMPLES, check, fetched, hostile_exports, run, skip, without_controls

CENTRAL = "https://repo1.maven.org/maven2/org/"
TOOLKIT = (CENTRAL + "gephi/gephi-toolkit/0.10.1/gephi-toolkit-0.10.1-all.jar",
           "3e4f5fd6c7d1d75c1e0bfbeae42cc58a1d22ae7c5d793a498e6c5842f22bf027")
COMPILER = (CENTRAL + "eclipse/jdt/ecj/3.33.0/ecj-3.33.0.jar",
            "f7686c4960cf70c2ebc5c500a73a8cfc04541b730c18f1c5c21329889b137f45")


def java(*arguments):
    done = subprocess.run(["java", "-Djava.awt.headless=true", "-Xshare:auto", "-XX:TieredStopAtLevel=1", *map(str, arguments)],
                          capture_output=True)
    check(done.returncode == 0, f"java failed:\n{done.stderr.decode()[-3000:]}")
    return done.stdout.decode()


def gephi(folder, files):
    """What Gephi holds of each file."""
    toolkit, compiler = fetched(*TOOLKIT), fetched(*COMPILER)
    source = ROOT / "tests" / "conformance" / "gephi" / "GephiRead.java"
    java("-jar", compiler, "-17", "-nowarn", "-cp", toolkit, "-d", folder / "classes", source)
    lines = java("-cp", f"{toolkit}:{folder / 'classes'}", "GephiRead", *files).splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def milliseconds(day):
    return datetime.datetime.fromisoformat(day + "T00:00:00+00:00").timestamp() * 1000


def check_quiet(name, graph):
    bad = [issue for issue in graph["issues"] if issue[0] != "INFO"]
    check(not bad, f"{name}: Gephi complains: {bad[:5]}")


def check_events(name, graph, timeline):
    events = {e["id"]: e for e in timeline["events"]}
    joined = {p["actor"] for e in events.values() for p in e["participants"]} | {e["place"] for e in events.values()}
    actors = {a["id"]: a for a in timeline["actors"] if a["id"] in joined}
    nodes = {n["id"]: n for n in graph["nodes"]}
    check(set(nodes) == set(actors) | set(events), f"{name}: {len(nodes)} nodes, not {len(actors)} and {len(events)}")
    pairs = {frozenset((key, p["actor"])) for key, e in events.items() for p in e["participants"]}
    pairs |= {frozenset((key, e["place"])) for key, e in events.items() if e["place"]}
    pairs |= {frozenset((key, w)) for key, e in events.items() for w in e["part_of"] if w in events}
    check(len(graph["edges"]) == len(pairs), f"{name}: {len(graph['edges'])} edges, expected {len(pairs)}")
    check({frozenset((e["source"], e["target"])) for e in graph["edges"]} == pairs, f"{name}: other edges")
    for key, actor in actors.items():
        node = nodes[key]
        check(node["@label"] == (actor["name_en"] or actor["name_ar"]), f"{name}: label {node['@label']}")
        check(node["@type"] == actor["type"] and node["@kind"] == "actor", f"{name}: type of {key}")
        check((node["@label_ar"] or None) == actor["name_ar"], f"{name}: Arabic label of {key}")
    for key, event in events.items():
        node = nodes[key]
        check(node["@type"] == event["type"] and node["@kind"] == "event", f"{name}: type of {key}")
        check(node["@disputed"] is event["disputed"], f"{name}: disputed of {key}: {node['@disputed']!r}")
        check(node["@sources"] == event["independent_sources"], f"{name}: sources of {key}")
    check(all(isinstance(n["@page_rank"], float) and isinstance(n["@degree"], int) for n in nodes.values()), f"{name}: figures")
    check(len({(n["x"], n["y"]) for n in nodes.values()}) == len(nodes), f"{name}: nodes lie on one another")
    check(len({tuple(n["rgb"]) for n in nodes.values()}) > 2, f"{name}: no colours")
    check(len({n["size"] for n in nodes.values()}) > 2, f"{name}: no sizes")


def check_days(name, graph, timeline):
    check(graph["dynamic"] and graph["dates"], f"{name}: not dynamic by date")
    ends = [d for e in timeline["events"] for d in (e["from"], e["to"]) if d]
    last = datetime.date.fromisoformat(max(ends)) + datetime.timedelta(days=1)
    check(graph["low"] == milliseconds(min(ends)), f"{name}: begins {graph['low']}, expected {min(ends)}")
    check(graph["high"] == milliseconds(str(last)), f"{name}: ends {graph['high']}, expected {last}")


def check_people(name, graph, timeline):
    bonds = {}
    for event in timeline["events"]:
        actors = sorted({p["actor"] for p in event["participants"]})
        for i, a in enumerate(actors):
            for b in actors[i + 1:]:
                bonds.setdefault((a, b), []).append(event)
    edges = {tuple(sorted((e["source"], e["target"]))): e for e in graph["edges"]}
    check(len(graph["edges"]) == len(edges) and set(edges) == set(bonds), f"{name}: {len(edges)} edges, not {len(bonds)}")
    check({n["id"] for n in graph["nodes"]} == {a for pair in bonds for a in pair}, f"{name}: other nodes")
    for pair, events in bonds.items():
        edge = edges[pair]
        days = [(e["from"] or e["to"], e["to"] or e["from"]) for e in events if e["from"] or e["to"]]
        check(edge["@events"] == len(events) and edge["@weight"] == len(events), f"{name}: count of {pair}")
        check((edge["@first"] or "") == min((d[0] for d in days), default=""), f"{name}: first day of {pair}")
        check((edge["@last"] or "") == max((d[1] for d in days), default=""), f"{name}: last day of {pair}")


# What Gephi complains of, to see that complaints arrive here.
LOUD = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="node" attr.name="w" attr.type="int"/>
<graph edgedefault="undirected"><node id="a"><data key="w">many</data></node></graph></graphml>"""


def check_hostile(name, graph, text):
    """Texts come back; what XML cannot hold is replaced."""
    held = without_controls(text)
    node = next(n for n in graph["nodes"] if n["id"] == "person/a")
    for key in ("@label_ar", "@description"):
        check(node[key] == held, f"{name}: {key} is {node[key][:300]!r}, expected {held[:300]!r}")
    check(node["@label"] == "Ann " + held, f"{name}: label is {node['@label'][:300]!r}")


if shutil.which("java") is None:
    skip("java is not installed; the Debian package is openjdk-17-jre-headless")
with tempfile.TemporaryDirectory() as path:
    folder = pathlib.Path(path)
    db = folder / "story.db"
    run("ingest", SAMPLES, "--db", db)
    july = ("--from", "2016-07-01", "--to", "2016-07-31", "--min-sources", "2")
    parts = {"all": (), "july": july, "about": ("--about", "John Kerry")}
    files, wanted = [], []
    for form in ("graphml", "gexf"):
        for part, options in parts.items():
            for people in ((), ("--people",)):
                file = folder / f"{part}{'_people' if people else ''}.{form}"
                run("export", form, "--db", db, *options, *people, "-o", file)
                files.append(file)
                wanted.append(json.loads(run("export", "timeline", "--db", db, *options)))
    loud = folder / "loud.graphml"
    loud.write_text(LOUD, encoding="utf-8")
    texts = hostile_exports(folder)
    hostile = [file for stem in texts for file in sorted(folder.glob(f"{stem}*.g*"))]
    graphs = gephi(folder, [*files, loud, *hostile])
    check(len(graphs) == len(files) + 1 + len(hostile), f"Gephi read {len(graphs)} files")
    check(any(level == "SEVERE" for level, _ in graphs[len(files)]["issues"]), "Gephi's complaints are not seen")
    check(len(hostile) == 4 * len(texts), f"{len(hostile)} hostile graphs")
    for file, graph in zip(hostile, graphs[len(files) + 1:]):
        check_quiet(file.name, graph)
        check_hostile(file.name, graph, texts[file.stem.split("_")[0]])
    for file, graph, timeline in zip(files, graphs, wanted):
        check_quiet(file.name, graph)
        (check_people if "people" in file.stem else check_events)(file.name, graph, timeline)
        if file.suffix == ".gexf" and "people" not in file.stem:
            check_days(file.name, graph, timeline)
        print(f"{file.name}: {len(graph['nodes'])} nodes, {len(graph['edges'])} edges, {graph['issues']}")
