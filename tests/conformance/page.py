"""The page in real headless Chromium: what it shows, filters, finds and opens; keyboard, accessibility, hostile text."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from helper import PROGRAM, ROOT, SAMPLES, check, run, skip

# Markup, ends of scripts and comments, quotes, control characters, bidi overrides and isolates left open, U+2028.
HOSTILE = "<img src=x onerror=\"broken=1\"> </script><script>broken=1</script> <!-- <script> ]]> &amp; \"'` \x01\x1b[31m \u202e\u2066 \u2028"


def tool(*names):
    return next((path for name in names if (path := shutil.which(name))), None)


def tests_with_packages():
    """The folder of the tests, copied to where their packages are fetched, once for each lock."""
    folder = pathlib.Path.cwd() / "page-tests"
    shutil.copytree(ROOT / "tests" / "conformance" / "page", folder, dirs_exist_ok=True)
    lock = (folder / "package-lock.json").read_bytes()
    stamp = folder / "node_modules" / ".fetched"
    if not stamp.exists() or stamp.read_bytes() != lock:
        done = subprocess.run(["npm", "ci", "--loglevel=error"], cwd=folder, capture_output=True)
        if done.returncode:
            skip("npm could not fetch the packages of the tests: " + done.stderr.decode(errors="replace")[-300:])
        stamp.write_bytes(lock)
    return folder


def page_of(articles, folder, name):
    run("ingest", articles, "--db", folder / f"{name}.db")
    page = folder / f"{name}.html"
    run("export", "page", "--db", folder / f"{name}.db", "-o", page)
    return page


chromium = tool("chromium", "chromium-browser", "google-chrome")
if not tool("npm") or not tool("node"):
    skip("npm is not there")
if not chromium:
    skip("Chromium is not there; the Debian package is chromium")
with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    run("ingest", SAMPLES, "--db", scratch / "built.db")
    built = subprocess.run([PROGRAM, "export", "page", "--db", scratch / "built.db"], capture_output=True)
    if b"built without its page" in built.stderr:
        skip("this isnad was built without its page")
    article = {"id": "<h1>", "published": "2016-07-15T10:00:00+03:00", "source": f"Outlet {HOSTILE}", "title": f"Title {HOSTILE}",
               "url": "javascript:broken=1", "language": "ar",
               "text": f"التقى جون كيري سيرغي لافروف أمس في موسكو {HOSTILE} وبحثا الهدنة.\n\n{HOSTILE}"}
    (scratch / "hostile.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    environment = {**os.environ, "CHROMIUM": chromium, "HOSTILE_ARTICLE": str(scratch / "hostile.jsonl"),
                   "PAGE_WORK": str(pathlib.Path.cwd() / ".." / ".." / "export" / "page-work"),
                   "STORY": str(page_of(SAMPLES, scratch, "story")),
                   "HOSTILE": str(page_of(scratch / "hostile.jsonl", scratch, "hostile"))}
    empty = scratch / "empty.html"
    run("export", "page", "--to", "1990-01-01", "--db", scratch / "story.db", "-o", empty)
    environment["EMPTY"] = str(empty)
    if os.environ.get("ISNAD_LARGE_STORY"):
        large = scratch / "large.db"
        subprocess.run([os.environ["ISNAD_LARGE_STORY"], large, "1100"], check=True)
        run("export", "page", "--db", large, "-o", scratch / "large.html")
        environment["LARGE"] = str(scratch / "large.html")
    folder = tests_with_packages()
    tests = sorted(str(file.name) for file in folder.glob("*.test.mjs"))
    done = subprocess.run(["node", "--test", *tests], cwd=folder, env=environment)
    check(done.returncode == 0, "the page does not do what it should")
