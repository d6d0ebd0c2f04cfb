// axe-core over the page in both languages, light and dark, wide and narrow, with and without the evidence.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const views = [
  { name: "Arabic, light, wide", hash: "" },
  { name: "English, dark, wide", hash: "#lang=en", colorScheme: "dark" },
  { name: "Arabic, dark, narrow", hash: "", colorScheme: "dark", width: 390, height: 844 },
];

for (const { name, ...view } of views) {
  test(`no barrier that axe knows: ${name}`, async () => {
    const { page, done } = await open(browser, process.env.STORY, view);
    const check = async (where) => {
      const found = await page.evaluate(async (source) => {
        if (!globalThis.axe) (0, eval)(source);
        const { violations } = await globalThis.axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
      }, axe);
      assert.deepEqual(found, [], where);
    };
    await check("at first");
    await page.locator(".menu button").first().click();
    await check("with a menu open");
    await page.keyboard.press("Escape");
    await page.locator("#events .row").nth(2).click();
    await page.locator(".evidence details summary").first().click();
    await check("with the evidence");
    await page.locator(".evidence .read").first().click();
    await check("with the article");
    await done();
  });
}
