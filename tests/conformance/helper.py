"""What the conformance tests share: running the program, failing and skipping."""
import pathlib
import subprocess
import sys

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
