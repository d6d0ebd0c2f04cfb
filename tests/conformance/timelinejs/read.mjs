// read.mjs TIMELINE.json...: shows each in the real TimelineJS3 and prints what it then holds, one JSON object a file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { JSDOM, VirtualConsole } from "jsdom";

const script = readFileSync(createRequire(import.meta.url).resolve("@knight-lab/timelinejs/dist/js/timeline.js"), "utf8");

// TimelineJS reads asynchronously: what kills the whole timeline arrives here.
let failure = null;
process.on("unhandledRejection", (error) => { failure = String(error.message ?? error); });

function dateOf(date) {
    if (!date) return null;
    const at = date.data.date_obj;
    return { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate(), format: date.data.format };
}

function textOf(window, markup) {
    const element = window.document.createElement("div");
    element.innerHTML = markup;
    return element.textContent;
}

async function show(path) {
    failure = null;
    const dom = new JSDOM('<!doctype html><div id="timeline" style="width:800px;height:600px"></div>', {
        runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole(), url: "http://localhost/" });
    const { window } = dom;
    window.scrollTo = () => {};
    window.IntersectionObserver = class { observe() {} };
    window.eval(script + ";window.TL=TL;");
    const data = window.JSON.parse(readFileSync(path, "utf8"));
    const given = data.events.length;
    const timeline = new window.TL.Timeline("timeline", data, { script_path: "http://localhost/", font: null });
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (failure !== null) throw new Error(failure);
    const config = timeline.config;
    const seen = window.document.querySelectorAll(".tl-timemarker").length;
    const out = {
        given, seen, errors: config.messages.errors.map(String), title: config.title && config.title.text.headline,
        eras: config.eras.map((e) => ({ start: dateOf(e.start_date), end: dateOf(e.end_date), headline: textOf(window, e.headline) })),
        events: config.events.map((e) => ({
            id: e.unique_id, start: dateOf(e.start_date), end: dateOf(e.end_date), display: e.display_date ?? null,
            group: e.group, headline: textOf(window, e.text.headline), text: textOf(window, e.text.text) })),
    };
    window.close();
    return JSON.stringify(out);
}

for (const path of process.argv.slice(2)) {
    try {
        console.log(await show(path));
    } catch (error) {
        console.log(JSON.stringify({ errors: [String(error.message ?? error)], events: [] }));
    }
}
process.exit(0);
