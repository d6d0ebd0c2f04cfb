"""The installed package: a program of one's own finds it, builds, and reads a store; man pages and completions are there."""
import pathlib
import shutil
import subprocess
import tempfile

from helper import PROGRAM, ROOT, SAMPLES, check, run, skip

BUILD = pathlib.Path(PROGRAM).parent.parent


def done(*command, **options):
    result = subprocess.run([str(part) for part in command], capture_output=True, **options)
    check(result.returncode == 0, f"{command}: {result.returncode}\n{(result.stdout + result.stderr).decode()[-3000:]}")
    return result.stdout.decode()


if shutil.which("cmake") is None:
    skip("cmake is not installed")
with tempfile.TemporaryDirectory() as path:
    folder = pathlib.Path(path)
    prefix = folder / "prefix"
    done("cmake", "--install", BUILD, "--prefix", prefix)
    done("cmake", "-G", "Ninja", "-S", ROOT / "samples" / "program", "-B", folder / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
    done("cmake", "--build", folder / "build")
    run("ingest", SAMPLES, "--db", folder / "story.db")
    told = done(folder / "build" / "who_meets_whom", folder / "story.db", "John Kerry", "Sergey Lavrov")
    lines = told.splitlines()
    check(len(lines) == 4 and "John Kerry (person)" in told, f"the example says:\n{told}")
    check(lines[3].startswith("John Kerry - ") and lines[3].endswith(" - Sergey Lavrov"), f"no chain: {lines[3]}")

    pages = sorted((prefix / "share" / "man" / "man1").glob("*.1"))
    commands = [line.split()[0] for line in done(prefix / "bin" / "isnad", "--help").split("Subcommands:")[1].split("\n\n")[0].splitlines() if line]
    check({p.stem for p in pages} == {"isnad"} | {f"isnad-{c}" for c in commands}, f"pages of other commands: {[p.stem for p in pages]}")
    if shutil.which("mandoc") is None:
        print("the pages were not checked: the Debian package mandoc is not installed")
    else:
        lint = subprocess.run(["mandoc", "-Tlint", "-W", "warning", *pages], capture_output=True)
        check(lint.returncode == 0, f"mandoc: {lint.stdout.decode()[:2000]}")
    for page in (p for p in pages if p.stem != "isnad"):
        command = page.stem.split("-", 1)[1]
        flags = [w.rstrip(",") for line in run(command, "--help").decode().splitlines() for w in line.split()[:1] if w.startswith("-")]
        text = page.read_text(encoding="utf-8").replace("\\-", "-")
        check(all(name in text for flag in flags for name in flag.split(",")), f"{page.name} lacks one of {flags}")

    bash = prefix / "share" / "bash-completion" / "completions" / "isnad"
    zsh = prefix / "share" / "zsh" / "site-functions" / "_isnad"

    def completed(*words):
        script = f'source {bash}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _isnad; printf "%s\\n" "${{COMPREPLY[@]}}"'
        return done("bash", "-c", script, "bash", "isnad", *words).split()

    check(set(commands) <= set(completed("")), f"commands: {completed('')}")
    check(completed("br") == ["brief"], f"br: {completed('br')}")
    check(completed("brief", "--lang", "") == ["en", "ar"], f"--lang: {completed('brief', '--lang', '')}")
    check("--min-sources" in completed("export", "--m"), f"export --m: {completed('export', '--m')}")
    check({"graphml", "gexf", "ics"} <= set(completed("export", "")), f"export: {completed('export', '')}")
    if shutil.which("zsh") is None:
        print("zsh's completion was not loaded: the Debian package zsh is not installed")
    else:
        stub = "_describe() { print -l -- ${commands}; }; _arguments() { print -l -- \"$@\"; }; _files() { :; }"
        script = f"{stub}; words=(isnad brief ''); CURRENT=3; source {zsh}"
        check("--lang[" in done("zsh", "-f", "-c", script), "zsh: no --lang for brief")
        script = f"{stub}; words=(isnad ''); CURRENT=2; source {zsh}"
        check("brief:" in done("zsh", "-f", "-c", script), "zsh: no commands")
print(f"{len(pages)} man pages, completions for bash and zsh, and an example program on the installed package")
