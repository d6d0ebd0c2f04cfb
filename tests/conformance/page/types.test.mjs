// The page's sources fit their types; the bundler does not look. PAGE_WORK is where the build bundles them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const work = process.env.PAGE_WORK ?? "";

test("the sources fit their types", { skip: !existsSync(join(work, "node_modules")) && "the page was not bundled here" }, () => {
  const compiler = new URL("node_modules/typescript/bin/tsc", import.meta.url).pathname;
  try {
    execFileSync(process.execPath, [compiler, "--project", work], { encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout);
  }
});
