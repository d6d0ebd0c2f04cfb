"""Hostile texts come back from every format as the same text, read by a reader that is not ours."""
import csv
import html.parser
import json
import pathlib
import tempfile
import unicodedata

from helper import check, hostile_exports, skip, without_controls

try:
    import icalendar
    import igraph
    import networkx
    import rdflib
except ImportError as error:
    skip(f"{error}; the Debian packages are python3-networkx, python3-igraph, python3-icalendar and python3-rdflib")

SCHEMA = "https://schema.org/"


def same(name, found, expected):
    check(found == expected, f"{name}: {found[:400]!r}, expected {expected[:400]!r}")


def graphml(path, text):
    text = without_controls(text)
    node = networkx.read_graphml(path).nodes["person/a"]
    same("NetworkX", node["description"], text)
    same("NetworkX", node["label"], "Ann " + text)
    if "people" not in path.name:
        same("NetworkX", networkx.read_graphml(path).nodes["20160714-meeting-00000001"]["topic"], text)
    vertex = igraph.Graph.Read_GraphML(str(path)).vs.find(id="person/a")
    same("igraph", vertex["description"], text)


def timeline(path, text):
    story = json.loads(path.read_text(encoding="utf-8"))
    same("timeline", story["actors"][0]["name_ar"], text)
    same("timeline", story["documents"][0]["outlet"], text)
    same("timeline", story["events"][0]["tellings"][0]["text"], text)


def unguarded(cell):
    return cell[1:] if cell.startswith("'") else cell


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    for row in found:
        for cell in row.values():
            check(not cell.startswith(("=", "+", "-", "@", "\t", "\r")), f"{path.name}: a formula: {cell[:40]!r}")
    return found


def csv_nodes(path, text):
    nodes = {row["id:ID"]: row for row in rows(path)}
    same("CSV", unguarded(nodes["person/a"]["name_ar"]), text)
    same("CSV", unguarded(nodes["document/d1"]["outlet"]), text)
    same("CSV", unguarded(nodes["event/20160714-meeting-00000001"]["topic"]), text)
    same("CSV", unguarded(nodes["statement/d2-s1"]["text"]), text + " and a good deal more than that")


def csv_relationships(path, text):
    told = [row for row in rows(path) if row[":TYPE"] == "REPORTED_BY" and row["text"]]
    check(len(told) == 2, f"{path.name}: {len(told)} reports")
    for row in told:
        same("CSV", unguarded(row["text"]), text)


def jsonld(path, text):
    graph = rdflib.Graph().parse(path, format="json-ld")
    actor = rdflib.URIRef("urn:isnad:actor:person%2Fa")
    names = {name.language: str(name) for name in graph.objects(actor, rdflib.URIRef(SCHEMA + "name"))}
    same("JSON-LD", names["ar"], text)
    same("JSON-LD", str(graph.value(actor, rdflib.URIRef(SCHEMA + "disambiguatingDescription"))), text)
    exact = [str(o) for o in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))]
    check(exact.count(text) == 2, f"JSON-LD: quoted {len(exact)} times, the text {exact.count(text)}")


def ics(path, text):
    raw = path.read_bytes()
    check(all(len(line) <= 75 for line in raw.split(b"\r\n")), "iCalendar: a line of more than 75 octets")
    check(b"\n" not in raw.replace(b"\r\n", b""), "iCalendar: a bare line feed")
    event = icalendar.Calendar.from_ical(raw).walk("VEVENT")[0]
    text = without_controls(text)
    check(str(event["SUMMARY"]).startswith("Bob received Ann " + text), f"iCalendar: {event['SUMMARY'][:300]!r}")
    check(str(event["DESCRIPTION"]).startswith(text + "\n" + text), f"iCalendar: {event['DESCRIPTION'][:300]!r}")


class Html(html.parser.HTMLParser):
    """The texts of a page, and its tags."""

    def __init__(self):
        super().__init__()
        self.text, self.tags = "", set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


def read_html(markup):
    reader = Html()
    reader.feed(markup)
    reader.close()
    return reader


def timelinejs(path, text):
    slide = json.loads(path.read_text(encoding="utf-8"))["events"][0]
    held = without_controls(text)
    same("TimelineJS", read_html(slide["text"]["headline"]).text, "Bob received Ann " + held + " in Town")
    body = read_html(slide["text"]["text"])
    check(body.text.startswith(held + held), f"TimelineJS: {body.text[:300]!r}")
    check(body.tags <= {"p", "bdi", "blockquote", "a"}, f"TimelineJS: {body.tags}")


def page(path, text):
    """The briefing lays texts out on one line and shortens them; what it shows is the text's beginning."""
    read = read_html(path.read_text(encoding="utf-8"))
    check(read.tags <= PAGE_TAGS, f"{path.name}: {read.tags - PAGE_TAGS}")
    shown = "".join(c for c in text if unicodedata.bidirectional(c) not in ("LRE", "RLE", "LRO", "RLO", "PDF"))
    shown = " ".join("".join(" " if ord(c) < 0x20 or c == "\u2028" else c for c in shown).split())
    check(shown[:200] in read.text, f"{path.name}: {read.text[:600]!r}")


PAGE_TAGS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "section", "ul", "li", "b", "strong", "span", "cite", "a", "bdi", "ol", "code"}
READERS = {"graphml": graphml, "timeline": timeline, "csv": csv_nodes, "csv-edges": csv_relationships, "jsonld": jsonld,
           "ics": ics, "timelinejs": timelinejs, "html": page}
ELSEWHERE = {"gexf": "gephi.py", "page": "the page's own test"}

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    count = 0
    for stem, text in hostile_exports(folder).items():
        for path in sorted(folder.glob(f"{stem}*")):
            form = path.suffix[1:]
            if form in READERS:
                READERS[form](path, text)
                count += 1
            else:
                check(form in ELSEWHERE or form == "md", f"nobody reads {path.name}")
print(f"{count} hostile files read back")
