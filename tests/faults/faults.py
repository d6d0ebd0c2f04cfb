"""The program under faults: memory that runs out, reads and writes that fail, kills. It says what is wrong and stops,
never by a signal; the store stays sound, and the same command afterwards completes to the same content.

faults.py PROGRAM SOURCE LIBRARY [RUNS [SEED]]
"""
import errno
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE, LIBRARY = sys.argv[1:4]
RUNS = int(sys.argv[4]) if len(sys.argv) > 4 else 12
RANDOM = random.Random(int(sys.argv[5], 16) if len(sys.argv) > 5 else 20160714)
SAMPLES = pathlib.Path(SOURCE).resolve() / "samples" / "articles.jsonl"
STORE = "story.db"


def run(folder, arguments, **fault):
    environment = {**os.environ, **fault}
    if fault:
        environment["LD_PRELOAD"] = LIBRARY
    return subprocess.run([PROGRAM, *arguments], cwd=folder, env=environment, capture_output=True)


def fail(message, done):
    sys.exit(f"{message}\nexit code {done.returncode}\n{done.stderr.decode(errors='replace')[:2000]}")


def content(folder):
    done = run(folder, ["check", "--db", STORE])
    if done.returncode != 0:
        fail("the store is not sound", done)
    return next(line.split()[1] for line in done.stdout.decode().splitlines() if line.startswith("content"))


def counts(folder, arguments):
    """How often the command calls what may fail."""
    file = folder / "counts"
    done = run(folder, arguments, ISNAD_FAULT_COUNT=str(file))
    if done.returncode != 0:
        fail(f"{arguments} fails without a fault", done)
    return {kind: int(number) for kind, number in (line.split() for line in file.read_text().splitlines())}


class Scene:
    """A command in a folder that is made anew for each fault."""

    def __init__(self, name, root, arguments, before, writes):
        self.name, self.arguments, self.writes = name, arguments, writes
        self.folder = root / "work"
        self.before = before
        self.prepare()
        self.counts = counts(self.folder, arguments)
        self.result = content(self.folder)
        self.prepare()
        self.start = content(self.folder) if self.before else None

    def prepare(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        if self.before:
            shutil.copy(self.before, self.folder / STORE)

    def fault(self, kind, number, error):
        self.prepare()
        done = run(self.folder, self.arguments, ISNAD_FAULT=f"{kind}:{number}", ISNAD_FAULT_ERRNO=str(error))
        where = f"{self.name}, {kind} {number} of {self.counts[kind]}, {errno.errorcode[error]}"
        killed = kind == "kill" and done.returncode == -9
        if not killed and done.returncode not in (0, 1):
            fail(where, done)
        if done.returncode == 1 and not done.stderr:
            fail(f"{where}: failed without a word", done)
        if self.before or (self.folder / STORE).exists():
            self.look_after(where)

    def look_after(self, where):
        done = run(self.folder, ["check", "--db", STORE])
        if done.returncode != 0 and not (self.before is None and b"not an isnad store" in done.stderr):
            fail(f"{where}: the store is not sound", done)
        if not self.writes:
            if content(self.folder) != self.start:
                sys.exit(f"{where}: a reader changed the store")
            return
        done = run(self.folder, self.arguments)
        if content(self.folder) != self.result:
            fail(f"{where}: the same command again gave another content", done)


def main():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        full = root / "full.db"
        subprocess.run([PROGRAM, "ingest", SAMPLES, "--db", full], check=True, capture_output=True)
        scenes = [
            Scene("ingest", root, ["ingest", str(SAMPLES), "--db", STORE], None, True),
            Scene("forget", root, ["forget", "s01", "s02", "--db", STORE], full, True),
            Scene("brief", root, ["brief", "--db", STORE], full, False),
            Scene("export", root, ["export", "csv", "--db", STORE, "-o", "out.csv", "--force"], full, False),
        ]
        total = 0
        for scene in scenes:
            for kind, count in scene.counts.items():
                numbers = range(1, count + 1)
                chosen = numbers if count <= RUNS else sorted(RANDOM.sample(numbers, RUNS))
                for number in chosen:
                    scene.fault(kind, number, RANDOM.choice((errno.EIO, errno.ENOSPC)))
                    total += 1
    print(f"{total} faults")


main()
