"""A thousand real articles give one store, whatever the order in which they come and the batches they come in."""
import gzip
import pathlib
import random
import tempfile

from helper import SHARED, check, run, skip

CORPUS = SHARED / "corpus" / "diplomacy.jsonl.gz"
if not CORPUS.exists():
    skip("../shared is not there")

with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
    articles = [line for line in file if '"published": "' in line][:1000]


def digest(batches, folder, name):
    db = folder / f"{name}.db"
    for number, batch in enumerate(batches):
        path = folder / f"{name}-{number}.jsonl"
        path.write_text("".join(batch), encoding="utf-8")
        run("ingest", path, "--db", db)
    lines = run("check", "--db", db).decode().splitlines()
    return next(line.split()[1] for line in lines if line.startswith("content"))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    given = digest([articles], folder, "given")
    dice = random.Random(2018)
    for turn in range(2):
        shuffled = dice.sample(articles, len(articles))
        cuts = sorted(dice.sample(range(1, len(shuffled)), turn + 1))
        batches = [shuffled[i:j] for i, j in zip([0, *cuts], [*cuts, len(shuffled)])]
        check(digest(batches, folder, f"turn{turn}") == given, f"order {turn} in {len(batches)} batches gave another content")
print(f"{len(articles)} articles in three orders and up to three batches give one content")
