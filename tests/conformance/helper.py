"""What the conformance tests share: running the program, fetching readers, failing and skipping."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(sys.argv[2])
SAMPLES = ROOT / "samples" / "articles.jsonl"
SHARED = ROOT.parent / "shared"


def run(*arguments, code=0):
    """Standard output of the program, as bytes; the test fails at another exit code."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True)
    if done.returncode != code:
        sys.exit(f"isnad {arguments}: exit code {done.returncode}, expected {code}\n{done.stderr.decode()}")
    return done.stdout


def check(condition, message):
    if not condition:
        sys.exit(message)


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def hostile_exports(folder):
    """Writes hostile views in every format (STEM.FORMAT); the texts, by stem."""
    done = subprocess.run([pathlib.Path(PROGRAM).parent / "hostile_exports", folder], capture_output=True)
    check(done.returncode == 0, f"hostile_exports: {done.stderr.decode()}")
    return json.loads((pathlib.Path(folder) / "expected.json").read_text(encoding="utf-8"))


def without_controls(text):
    """What XML, HTML and iCalendar can hold of a text."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if (ord(c) < 0x20 and c not in "\t\n") or ord(c) == 0x7F else c for c in unified)


def fetched(url, sha256):
    """A file of a pinned digest, kept in the user's cache; the test is skipped when it cannot be had."""
    folder = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "isnad"
    path = folder / url.rsplit("/", 1)[1]
    if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
        return path
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            content = answer.read()
        if hashlib.sha256(content).hexdigest() != sha256:
            skip(f"{url} is not the file of the pinned digest")
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        skip(f"{url} cannot be had: {error}")
    return path
