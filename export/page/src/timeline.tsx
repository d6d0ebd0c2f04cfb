// The timeline: bars of events, the period laid over them as a brush, and the standings as its legend.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { utcTicks } from "d3-time";
import { type Bins, binned, place } from "./bins";
import { Brush } from "./brush";
import { dayWords, monthWords, stretchWords } from "./dates";
import { type Choice, type Filter, tally, toggled } from "./filter";
import { Sign, useShared } from "./shared";
import { dayNumber, isoDay, type Status, statuses } from "./story";
import type { Words } from "./words";

const height = 96;
const narrowestBar = 6;
const tickWidth = 110;
const letterWidth = 6; // of a tick's words, on average and rather more

interface Props {
  filter: Filter;
  choice: Choice;
  choose: (change: Partial<Choice>) => void;
}

interface TimelineProps extends Props {
  /** The first and last day of the story. */
  span: { first: number; last: number };
}

/** Days [first, end) over a width, from the side where the language begins. */
export class Scale {
  constructor(
    readonly first: number,
    readonly end: number,
    readonly width: number,
    readonly rightToLeft: boolean,
  ) {}

  x(day: number): number {
    const along = ((day - this.first) / (this.end - this.first)) * this.width;
    return this.rightToLeft ? this.width - along : along;
  }

  day(x: number): number {
    const along = this.rightToLeft ? this.width - x : x;
    const day = Math.floor(this.first + (along / this.width) * (this.end - this.first));
    return Math.min(Math.max(day, this.first), this.end - 1);
  }
}

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

export function Timeline({ filter, choice, choose, span }: TimelineProps) {
  const { words } = useShared();
  const [ref, width] = useWidth();
  const events = useMemo(() => filter.events(choice, "period"), [filter, choice.query, choice.people, choice.types, choice.statuses, choice.outlets]);
  const bins = useMemo(
    () => (width ? binned(events, span.first, span.last, ((span.last - span.first + 1) * narrowestBar) / width) : null),
    [events, span, width],
  );
  const [pointed, setPointed] = useState<number | null>(null);
  const first = bins?.list[0]?.first ?? span.first;
  const end = bins?.list[bins.list.length - 1]?.end ?? span.last + 1;
  const scale = new Scale(first, end, Math.max(width, 1), words.direction === "rtl");
  const days = { from: dayWords(words, span.first), to: dayWords(words, span.last) };
  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="timeline-head">
        <h2 id="timeline-title">
          {words.text("timeline")} {bins && <small>{pointed === null ? words.text(`bins.${bins.unit}`) : binWords(words, bins, pointed)}</small>}
        </h2>
        <Period choice={choice} choose={choose} first={span.first} last={span.last} />
      </div>
      <div class="chart" ref={ref}>
        {bins && (
          <>
            <svg width={width} height={height + 22} role="img" aria-label={words.text("timeline.text", days)}>
              <Patterns />
              <Axis scale={scale} words={words} />
              <Bars bins={bins} scale={scale} />
            </svg>
            <Brush scale={scale} height={height} choice={choice} choose={choose} first={span.first} last={span.last} point={setPointed} />
          </>
        )}
      </div>
      <Legend filter={filter} choice={choice} choose={choose} />
    </section>
  );
}

/** What the bar of a day holds. */
function binWords(words: Words, bins: Bins, day: number): string {
  const bin = bins.list[place(bins.list, day)]!;
  return words.text("bin", { when: stretchWords(words, bin.first, bin.end - 1), events: words.count("about.events", bin.total) });
}

/** One path a status: hundreds of bars are five shapes. */
function Bars({ bins, scale }: { bins: Bins; scale: Scale }) {
  const paths = new Map<Status, string>(statuses.map((status) => [status, ""]));
  for (const bin of bins.list) {
    if (!bin.total) continue;
    const x0 = Math.min(scale.x(bin.first), scale.x(bin.end));
    const wide = Math.abs(scale.x(bin.end) - scale.x(bin.first));
    const bar = Math.max(Math.min(wide - 1.5, 28), 1.5);
    const x = x0 + (wide - bar) / 2;
    const full = Math.max((bin.total / bins.most) * (height - 8), 4);
    let y = height;
    for (const status of statuses) {
      if (!bin.counts[status]) continue;
      const part = (bin.counts[status] / bin.total) * full;
      y -= part;
      paths.set(status, `${paths.get(status)}M${x.toFixed(1)} ${y.toFixed(1)}h${bar.toFixed(1)}v${part.toFixed(1)}h${(-bar).toFixed(1)}z`);
    }
  }
  return (
    <g>
      {statuses.map((status) => (
        <path class={`bar bar-${status}`} d={paths.get(status)} />
      ))}
    </g>
  );
}

function Patterns() {
  return (
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M0 0V5" />
      </pattern>
      <pattern id="cross" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="cross" d="M0 0V5M0 0H5" />
      </pattern>
      <pattern id="stripe" width="4" height="4" patternUnits="userSpaceOnUse">
        <path class="stripe" d="M0 1H4" />
      </pattern>
    </defs>
  );
}

function Axis({ scale, words }: { scale: Scale; words: Words }) {
  const ms = 86_400_000;
  const wanted = Math.max(Math.floor(scale.width / tickWidth), 2);
  const ticks = utcTicks(new Date(scale.first * ms), new Date(scale.end * ms), wanted)
    .map((date) => date.getTime() / ms)
    .filter(Number.isInteger)
    .map((day) => ({ day, x: scale.x(day), text: tickWords(words, day) }))
    .filter(({ x }) => x >= 24 && x <= scale.width - 24);
  const named = apart(ticks);
  return (
    <g class="axis">
      <path d={`M0 ${height + 0.5}H${scale.width}`} />
      {ticks.map((tick) => (
        <g key={tick.day}>
          <path d={`M${tick.x} ${height}v5`} />
          {named.has(tick) && (
            <text x={tick.x} y={height + 18} text-anchor="middle">
              {tick.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Those whose words have room beside the ones before them. */
function apart<Tick extends { x: number; text: string }>(ticks: Tick[]): Set<Tick> {
  const out = new Set<Tick>();
  let free = -Infinity;
  for (const tick of [...ticks].sort((a, b) => a.x - b.x)) {
    const half = (tick.text.length * letterWidth) / 2;
    if (tick.x - half < free) continue;
    out.add(tick);
    free = tick.x + half + letterWidth;
  }
  return out;
}

function tickWords(words: Words, day: number): string {
  const date = new Date(day * 86_400_000);
  if (date.getUTCDate() !== 1) return dayWords(words, day, false);
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthWords(words, date.getUTCMonth() + 1);
}

interface PeriodProps {
  choice: Choice;
  choose: (change: Partial<Choice>) => void;
  first: number;
  last: number;
}

function Period({ choice, choose, first, last }: PeriodProps) {
  const { words } = useShared();
  const field = (end: "from" | "to") => (
    <label>
      {words.text(`period.${end}`)}
      <input
        type="date"
        min={isoDay(first)}
        max={isoDay(last)}
        value={choice[end] === null ? "" : isoDay(choice[end])}
        onChange={(change) => choose({ [end]: change.currentTarget.value ? dayNumber(change.currentTarget.value) : null })}
      />
    </label>
  );
  return (
    <div class="period" role="group" aria-label={words.text("period")}>
      {field("from")}
      {field("to")}
      {(choice.from !== null || choice.to !== null) && (
        <button type="button" class="plain" onClick={() => choose({ from: null, to: null })}>
          {words.text("period.whole")}
        </button>
      )}
    </div>
  );
}

function Legend({ filter, choice, choose }: Props) {
  const { words } = useShared();
  const counts = tally(filter.events(choice, "statuses"), (event) => [event.status]);
  return (
    <div class="legend" role="group" aria-label={words.text("status")}>
      {statuses.map((status) => (
        <button
          type="button"
          key={status}
          aria-pressed={choice.statuses.includes(status)}
          onClick={() => choose({ statuses: toggled(choice.statuses, status) })}
        >
          <Sign status={status} />
          {words.text(`status.${status}`)}
          <span class="count">{words.number(counts.get(status) ?? 0)}</span>
        </button>
      ))}
    </div>
  );
}
