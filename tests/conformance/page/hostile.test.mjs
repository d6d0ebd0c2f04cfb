// Whatever a text, a title or an outlet holds is shown as text. HOSTILE names the page, HOSTILE_ARTICLE its source.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open, storyOf } from "./browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("hostile content stays text", async () => {
  const article = JSON.parse(readFileSync(process.env.HOSTILE_ARTICLE, "utf8"));
  const html = readFileSync(process.env.HOSTILE, "utf8");
  assert.equal(html.split("</script>").length, 3, "a script element ends where it must not");
  assert.ok(!/[\u2028\u2029]/.test(html));
  const { page, done } = await open(browser, process.env.HOSTILE);
  const [document] = (await storyOf(page)).documents;
  assert.equal(document.text, article.text);
  assert.equal(document.title, article.title);
  assert.equal(document.outlet, article.source);
  const elements = await page.evaluate(() => globalThis.document.querySelectorAll("img, iframe, b, script").length);
  assert.equal(elements, 2, "markup of the data became elements");
  await page.locator("#events .row").first().click();
  const quote = await page.locator(".tellings blockquote").first().textContent();
  assert.ok(article.text.includes(quote) && quote.includes("<img"), quote);
  await page.locator(".read").first().click();
  assert.ok((await page.locator(".evidence h2").textContent()).includes(article.title));
  assert.equal(await page.locator(".evidence a").count(), 0, "an address that is no web address became a link");
  const text = await page.locator(".text").textContent();
  assert.equal(text.replace(/\s/g, ""), article.text.replace(/\s/g, ""));
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
  await done();
});
