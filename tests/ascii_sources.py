"""Fails when a C++ source holds a character beyond ASCII: Arabic belongs in lexicon files and fixtures."""
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
rooms = ["core", "extract", "graph", "export", "app", "tests"]
files = [f for room in rooms for f in sorted((root / room).rglob("*")) if f.suffix in {".cpp", ".hpp"}]
bad = []
for file in files:
    for number, line in enumerate(file.read_bytes().split(b"\n"), 1):
        if not line.isascii():
            bad.append(f"{file.relative_to(root)}:{number}: a character beyond ASCII")
print("\n".join(bad) or f"{len(files)} sources are ASCII")
sys.exit(1 if bad or not files else 0)
