// The page of samples/ in a real browser. STORY names it, EMPTY one without events; see ../page.py.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, launch, open, rows, shows, storyOf } from "./browser.mjs";

const file = process.env.STORY;
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("shows every event, in Arabic, from right to left", async () => {
  const { page, done } = await open(browser, file);
  const story = await storyOf(page);
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "ar");
  await shows(page, story.events.length);
  assert.ok((await page.locator("#events .row").count()) < 60, "rows out of sight are in the document");
  const first = page.locator("#events .row").first();
  assert.ok((await first.innerText()).includes(story.events[0].ar));
  await done();
});

test("turns to English and back", async () => {
  const { page, done } = await open(browser, file);
  const story = await storyOf(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForSelector('html[dir="ltr"]'); // the page follows a click when it next draws
  assert.ok((await page.locator("#events .row").first().innerText()).includes(story.events[0].en));
  assert.equal(await page.getByText(/^(\w+\.)+\w+$/).count(), 0, "a text has no words");
  await page.getByRole("button", { name: story.words.ar ? /\u0627\u0644\u0639\u0631\u0628\u064a\u0629/ : "" }).click();
  await page.waitForSelector('html[dir="rtl"]');
  await done();
});

test("narrows by person, type, standing and source", async () => {
  const { page, done } = await open(browser, file, { hash: "#lang=en" });
  const story = await storyOf(page);
  const pick = async (menu, option) => {
    await page.getByRole("button", { name: menu, expanded: false }).click();
    await page.getByRole("group", { name: menu }).getByRole("checkbox", { name: option }).check();
    await page.keyboard.press("Escape");
  };
  const kerry = story.actors.findIndex((actor) => actor.en === "John Kerry");
  const withKerry = story.events.filter((event) => event.parties.some(([, actor]) => actor === kerry));
  await pick("People and parties", "John Kerry");
  await shows(page, withKerry.length);
  const type = withKerry[0].type;
  const ofType = withKerry.filter((event) => event.type === type);
  await pick("Kinds of event", new RegExp(`^${story.words.en[`type.${type}`]}`));
  await shows(page, ofType.length);
  await page.getByRole("button", { name: "Clear all" }).click();
  await shows(page, story.events.length);
  const planned = story.events.filter((event) => event.modality === "planned" && !event.disputed);
  await page.getByRole("button", { name: /^Planned/ }).click();
  await shows(page, planned.length);
  await page.getByRole("button", { name: "Remove: Planned" }).click();
  const outlet = story.documents[0].outlet;
  const from = story.events.filter((event) => event.tellings.some((telling) => story.documents[telling.in].outlet === outlet));
  await page.getByRole("button", { name: "Sources", expanded: false }).click();
  await page.getByRole("checkbox", { name: outlet }).check();
  await shows(page, from.length);
  assert.ok(from.length < story.events.length);
  await done();
});

const withDayIn = (story, from, to) =>
  story.events.filter(({ from: a, to: b }) => (a ?? b) !== null && (b ?? a) >= from && (a ?? b) <= to).length;

test("sets the period by drawing on the timeline, by keys and by dates", async () => {
  for (const hash of ["", "#lang=en"]) {
    const { page, done } = await open(browser, file, { hash });
    const story = await storyOf(page);
    const box = await page.locator(".brush").boundingBox();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 50, { steps: 5 });
    await page.mouse.up();
    await eventually(() => page.locator(".narrowed").count(), 1);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    const [from, to] = await page.locator(".period input").evaluateAll((fields) => fields.map((field) => field.value));
    assert.ok(from !== "" && to > from, `from ${from} to ${to}`);
    await shows(page, withDayIn(story, from, to));

    const latest = page.locator("[role=slider][data-end=to]");
    await latest.focus();
    await page.keyboard.press(hash ? "ArrowLeft" : "ArrowRight");
    const before = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
    await eventually(() => page.locator(".period input").nth(1).inputValue(), before);

    await page.locator(".period input").nth(0).fill("2016-07-14");
    await page.locator(".period input").nth(1).fill("2016-07-15");
    await page.locator(".period input").nth(1).blur();
    await shows(page, withDayIn(story, "2016-07-14", "2016-07-15"));
    await done();
  }
});

test("finds words whatever their Arabic spelling", async () => {
  const { page, done } = await open(browser, file);
  const search = page.locator(".search input");
  const all = await rows(page);
  const finds = async (words, count) => {
    await search.fill("");
    await shows(page, all);
    await search.fill(words);
    await shows(page, count);
  };
  await search.fill("\u0627\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062a\u062d\u062f\u0629"); // as written
  await eventually(async () => (await rows(page)) < all, true);
  const nations = await rows(page);
  assert.ok(nations > 0);
  await finds("\u0627\u0644\u0627\u0645\u0645 \u0627\u0644\u0645\u062a\u062d\u062f\u0647", nations); // no hamza, heh
  await finds("\u0627\u0644\u0623\u064f\u0645\u064e\u0645 \u0627\u0644\u0645\u0640\u0640\u062a\u062d\u062f\u0629", nations); // marks, tatweel
  await search.fill("");
  await search.fill("MOSCOW");
  await eventually(async () => (await rows(page)) > 0 && (await rows(page)) < all, true);
  await finds("zzzz", 0);
  await done();
});

test("opens the evidence, and the article with the sentence marked", async () => {
  const { page, done } = await open(browser, file, { hash: "#lang=en" });
  const story = await storyOf(page);
  await page.getByRole("button", { name: "People and parties" }).click();
  await page.getByRole("checkbox", { name: "John Kerry" }).check();
  await page.keyboard.press("Escape");
  const row = page.locator("#events .row").first();
  const key = await row.getAttribute("data-key");
  const wanted = story.events.find((one) => one.key === key);
  await row.click();
  const panel = page.locator(".evidence");
  assert.ok((await panel.locator("h2").innerText()).includes(wanted.en));
  const quotes = await panel.locator(".tellings blockquote").allTextContents();
  const sentences = wanted.tellings.map(({ in: document, at }) => story.documents[document].text.slice(...at));
  assert.deepEqual(quotes, sentences);
  const triggers = await panel.locator(".tellings mark.trigger").allTextContents();
  assert.ok(triggers.length >= wanted.tellings.length);
  await panel.getByRole("button", { name: "Read in the article" }).first().click();
  const telling = wanted.tellings[0];
  const article = story.documents[telling.in];
  const text = await panel.locator(".text").textContent();
  assert.equal(text.replace(/\s/g, ""), article.text.replace(/\s/g, ""));
  assert.ok((await panel.locator(".told").first().textContent()).length > 0);
  assert.ok(await panel.locator(".told").first().isVisible());
  await done();
});

test("works without a pointer", async () => {
  const { page, done } = await open(browser, file);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // the link to the events
  const key = () => page.evaluate(() => document.activeElement.getAttribute("data-row"));
  await eventually(key, "0");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await eventually(key, "2");
  await page.keyboard.press("End");
  const story = await storyOf(page);
  await eventually(key, String(story.events.length - 1));
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement.id), "evidence-title");
  await page.keyboard.press("Escape");
  await eventually(() => page.locator(".evidence").count(), 0);
  await eventually(key, String(story.events.length - 1));
  await page.keyboard.press("/");
  await eventually(() => page.evaluate(() => document.activeElement.type), "search");
  await done();
});

test("keeps its state in the address", async () => {
  const { page, done } = await open(browser, file, { hash: "#lang=en&from=2016-07-14&to=2016-07-15&is=reported" });
  const story = await storyOf(page);
  const told = story.events.filter(({ modality, disputed }) => modality === "asserted" && !disputed);
  await shows(page, withDayIn({ events: told }, "2016-07-14", "2016-07-15"));
  await page.locator("#events .row").first().click();
  const key = await page.locator("#events .row").first().getAttribute("data-key");
  await eventually(async () => page.url().includes(`event=${key}`), true);
  await done();
});

test("a story of nothing is an empty page", async () => {
  const { page, done } = await open(browser, process.env.EMPTY, { ready: ".nothing" });
  assert.equal((await storyOf(page)).events.length, 0);
  await page.getByRole("button", { name: "English" }).click();
  await eventually(() => page.locator(".nothing").innerText(), "No event fits. Widen the period or remove a filter.");
  await done();
});
