"""What the briefing sets in quotation marks is verbatim in an article that the line rests on, and an English briefing has
Arabic letters in such passages only: over the whole corpus in ../shared, when it is there."""
import gzip
import json
import pathlib
import re
import tempfile

from helper import SHARED, check, run, skip

PARTS = [SHARED / "corpus" / name for name in ("news.jsonl.gz", "diplomacy.jsonl.gz")]
if not all(part.exists() for part in PARTS):
    skip("../shared/corpus is not there")

ARABIC = re.compile("[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]")
QUOTED = re.compile("[\u00AB\u201C]\u2068([^\u2069]*)\u2069[\u00BB\u201D]")
OTHERS = re.compile("\u2068[^\u2069]*\u2069")
MARKS = re.compile("[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]")


def plain(text):
    return " ".join(MARKS.sub("", re.sub("[\x00-\x20\x7F-\xA0\u2028\u2029]", " ", text)).split())


def stored(folder):
    """The articles that say when they were published, as one file, and their words by id."""
    words, path = {}, pathlib.Path(folder) / "articles.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for part in PARTS:
            for line in gzip.open(part, "rt", encoding="utf-8"):
                article = json.loads(line)
                if article.get("published"):
                    out.write(line)
                    words[article["id"]] = plain((article.get("title") or "") + " \u0001 " + article["text"])
    return path, words


def lines(briefing):
    return [line for section in briefing["sections"] for line in section["lines"]]


with tempfile.TemporaryDirectory() as folder:
    db = pathlib.Path(folder) / "story.db"
    articles, words = stored(folder)
    run("ingest", articles, "--db", db)
    for language in ("en", "ar"):
        told = lines(json.loads(run("brief", "--format", "json", "--lang", language, "--db", db)))
        passages = 0
        for line in told:
            for passage in QUOTED.findall(line["text"]):
                passages += 1
                wanted = plain(passage.rstrip("\u2026"))
                found = any(wanted in words[source["document"]] for source in line["sources"])
                check(found, f"{line['key']}: not verbatim in its articles: {wanted[:300]}")
            if language == "en":
                own = " ".join((line["when"], line["mark"], OTHERS.sub("", line["text"]), line["remark"], line["outlets"]))
                check(not ARABIC.search(own), f"{line['key']}: Arabic in English: {own}")
        print(f"{language}: {len(told)} lines, {passages} passages, all verbatim")
