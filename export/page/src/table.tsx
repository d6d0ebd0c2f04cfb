// The events as a table of which only the rows in sight are in the document.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { whenWords } from "./dates";
import { Sign, summaryOf, useShared } from "./shared";
import { directionOf, slice, type StoryEvent } from "./story";

const beyond = 8; // rows kept above and below those in sight

interface Props {
  events: StoryEvent[];
  opened: number | null;
  open: (event: number) => void;
}

/** The rows [first, end) in sight, wherever it is that scrolls. */
function useRowsInSight(count: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, end: 30, row: 72 });
  useLayoutEffect(() => {
    const update = () => {
      const list = ref.current!;
      const row = parseFloat(getComputedStyle(list).getPropertyValue("--row")) || 72;
      const top = Math.max(-list.getBoundingClientRect().top, 0);
      const first = Math.max(Math.floor(top / row) - beyond, 0);
      const end = Math.min(Math.ceil((top + innerHeight) / row) + beyond, count);
      setRange((old) => (old.first === first && old.end === end && old.row === row ? old : { first, end, row }));
    };
    update();
    addEventListener("scroll", update, { capture: true, passive: true });
    addEventListener("resize", update);
    return () => {
      removeEventListener("scroll", update, { capture: true });
      removeEventListener("resize", update);
    };
  }, [count]);
  return [ref, range] as const;
}

export function EventTable({ events, opened, open }: Props) {
  const { words } = useShared();
  const [newest, setNewest] = useState(false);
  const [active, setActive] = useState(0);
  const latest = useRef(0); // ahead of what is drawn when keys come quickly
  const wanted = useRef<number | null>(null); // the row that shall have the focus as soon as it is drawn
  const rows = useMemo(() => (newest ? [...events].reverse() : events), [events, newest]);
  const [ref, { first, end, row }] = useRowsInSight(rows.length);
  const current = Math.min(active, Math.max(rows.length - 1, 0));
  latest.current = current;

  useEffect(() => {
    const target = wanted.current !== null && ref.current!.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!target) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  });

  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    latest.current = next;
    setActive(next);
    wanted.current = next;
    if (next < first || next >= end) {
      scrollTo({ top: scrollY + ref.current!.getBoundingClientRect().top + next * row - innerHeight / 2 });
    }
  };
  const press = (event: KeyboardEvent) => {
    const page = Math.max(Math.floor(innerHeight / row) - 1, 1);
    const at = latest.current;
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    if (event.key === "Enter" || event.key === " ") open(rows[at]!.index);
    else if (event.key in moves) go(moves[event.key]!);
    else return;
    event.preventDefault();
  };

  return (
    <section class="events" id="events" aria-labelledby="events-title">
      <div class="events-head">
        <h2 id="events-title">{words.text("events")}</h2>
        <p role="status">{words.count("shown", rows.length)}</p>
        <button type="button" class="plain" onClick={() => setNewest(!newest)}>
          {words.text(newest ? "oldest" : "newest")}
        </button>
      </div>
      {rows.length === 0 && <p class="nothing">{words.text("nothing")}</p>}
      <div role="grid" aria-labelledby="events-title" aria-rowcount={rows.length + 1} onKeyDown={press}>
        <div role="row" aria-rowindex={1} class="head">
          {["when", "event", "sources"].map((column) => (
            <span role="columnheader" key={column}>
              {words.text(column)}
            </span>
          ))}
        </div>
        <div role="rowgroup" class="rows" ref={ref} style={{ height: `${rows.length * row}px` }}>
          {rows.slice(first, end).map((event, i) => (
            <Row
              key={event.index}
              event={event}
              number={first + i}
              top={(first + i) * row}
              same={first + i > 0 && sameDay(rows[first + i - 1]!, event)}
              focusable={first + i === current || (i === 0 && (current < first || current >= end))}
              opened={event.index === opened}
              open={() => {
                setActive(first + i);
                open(event.index);
              }}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

const sameDay = (a: StoryEvent, b: StoryEvent) => a.from === b.from && a.to === b.to;

interface RowProps {
  event: StoryEvent;
  number: number;
  top: number;
  same: boolean;
  focusable: boolean;
  opened: boolean;
  open: () => void;
}

function Row({ event, number, top, same, focusable, opened, open }: RowProps) {
  const { story, words } = useShared();
  const told = event.tellings.find((telling) => !telling.headline) ?? event.tellings[0];
  const article = told && story.documents[told.in]!;
  return (
    <div
      role="row"
      class={`row ${same ? "same" : ""}`}
      aria-rowindex={number + 2}
      aria-selected={opened}
      data-row={number}
      data-key={event.key}
      tabindex={focusable ? 0 : -1}
      style={{ top: `${top}px` }}
      onClick={open}
    >
      <span role="gridcell" class={`when ${event.certainty}`}>
        {whenWords(words, event.from, event.to)}
      </span>
      <span role="gridcell" class="what">
        <span class="summary">
          <Sign status={event.status} />
          {event.status !== "reported" && <span class="mark">{words.text(`status.${event.status}`)}</span>}
          <bdi>{summaryOf(event, words)}</bdi>
        </span>
        {article && (
          <span class="excerpt" lang={article.language} dir={directionOf(article.language)}>
            {slice(story, told.in, told.at)}
          </span>
        )}
      </span>
      <span role="gridcell" class="sources">
        {words.number(event.sources)}
      </span>
    </div>
  );
}
