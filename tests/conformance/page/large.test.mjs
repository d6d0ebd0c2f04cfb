// More than 5,000 events. LARGE names the page; its figures are printed, not judged.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, launch, open, shows, storyOf } from "./browser.mjs";

const file = process.env.LARGE;
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Milliseconds from a change of the address to the next picture. */
const timed = (page, hash) =>
  page.evaluate(
    (to) =>
      new Promise((resolve) => {
        const before = document.querySelector("[role=grid]").getAttribute("aria-rowcount");
        const begin = performance.now();
        addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(() => {
          const after = document.querySelector("[role=grid]").getAttribute("aria-rowcount");
          resolve({ time: performance.now() - begin, changed: before !== after });
        })), { once: true });
        location.hash = to;
      }),
    hash,
  );

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

test("5,000 events are shown, filtered and scrolled", { skip: !file && "there is no large story" }, async (context) => {
  const { page, done } = await open(browser, file);
  const story = await storyOf(page);
  assert.ok(story.events.length >= 5000, `${story.events.length} events`);
  await shows(page, story.events.length);
  assert.ok((await page.locator("#events .row").count()) < 60);
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  const ready = await page.evaluate(() => performance.now());
  const filters = [];
  for (const type of ["meeting", "talks", "visit", "call", "attack"]) {
    const { time, changed } = await timed(page, `type=${type}`);
    assert.ok(changed);
    filters.push(time);
  }
  const searches = [];
  for (const words of ["Town 7", "Number 12", "Person", "file 300", "Outlet 3"]) searches.push((await timed(page, `find=${words}`)).time);
  context.diagnostic(`first paint ${Math.round(paint)} ms, ready ${Math.round(ready)} ms, filter ${Math.round(median(filters))} ms, search ${Math.round(median(searches))} ms`);
  await page.evaluate(() => (location.hash = ""));
  await shows(page, story.events.length);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await eventually(async () => Number(await page.locator("#events .row").first().getAttribute("data-row")) > 1000, true);
  await page.locator("#events .row").nth(12).click();
  assert.ok(await page.locator(".evidence h2").isVisible());
  await done();
});
