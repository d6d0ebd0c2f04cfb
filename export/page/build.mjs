// Bundles the page into the one file named on the command line: script, style, words and notices inside. The policy in
// its head allows just this script and this style, by their digests, and no request to anywhere.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const output = process.argv[2];
if (!output) throw new Error("usage: node build.mjs PAGE.html");

const bundle = await build({
  entryPoints: ["src/main.tsx", "src/style.css"],
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  outdir: "out",
  target: ["chrome109", "firefox115", "safari16"],
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
});
const text = (suffix) => bundle.outputFiles.find((file) => file.path.endsWith(suffix)).text.trimEnd();
const script = text(".js");
const style = text(".css");
const digest = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

/** Name, version and licence text of each package that is in the bundle. */
function notices() {
  const folders = Object.keys(bundle.metafile.inputs)
    .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter(Boolean);
  return [...new Set(folders)].sort().map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} comes without the text of its licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join("\n\n");
}

const escape = (plain) => plain.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const parts = {
  POLICY: `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`,
  STYLE: style,
  SCRIPT: script,
  NOTICES: escape(notices()),
};
const page = readFileSync(join(dirname(new URL(import.meta.url).pathname), "frame.html"), "utf8")
  .replace(/@([A-Z]+)@/g, (whole, name) => parts[name] ?? whole);
for (const once of ["<!--isnad:story-->", "</script>", "</style>"]) {
  if (page.split(once).length !== 2) throw new Error(`the page must hold ${once} once`);
}
writeFileSync(output, page);
