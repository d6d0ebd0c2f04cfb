// What the tests of the page share: a real browser, watched for errors and for requests to anywhere.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });

/** Opens a page; `done` closes it and fails on any error, message of the console or request but for the file itself. */
export async function open(browser, file, { hash = "", ready = "#events .row", width = 1360, height = 900, colorScheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const trouble = [];
  const address = pathToFileURL(file).href;
  page.on("pageerror", (error) => trouble.push(`error: ${error.stack}`));
  page.on("console", (message) => {
    if (!message.text().includes("GL Driver Message")) trouble.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(address + hash);
  await page.waitForSelector(ready);
  const done = async () => {
    await context.close();
    assert.deepEqual(trouble, []);
  };
  return { page, done };
}

/** The story in a page, as the page reads it. */
export const storyOf = (page) => page.evaluate(() => JSON.parse(document.getElementById("story").textContent));

/** Rows of the table, those out of sight as well. */
export const rows = async (page) => Number(await page.locator("[role=grid]").getAttribute("aria-rowcount")) - 1;

/** Waits until `read` gives what is expected: the page draws when it comes to it. */
export async function eventually(read, expected) {
  for (let tries = 0; tries < 200; ++tries) {
    try {
      assert.deepEqual(await read(), expected);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  assert.deepEqual(await read(), expected);
}

export const shows = (page, count) => eventually(() => rows(page), count);
