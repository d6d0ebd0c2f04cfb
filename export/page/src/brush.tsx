// The period over the timeline: drawn with the pointer, moved as a whole, or set by two sliders with the keyboard.
import { useRef } from "preact/hooks";
import { dayWords } from "./dates";
import type { Choice } from "./filter";
import { useShared } from "./shared";
import type { Scale } from "./timeline";

interface Props {
  scale: Scale;
  height: number;
  choice: Choice;
  choose: (change: Partial<Choice>) => void;
  first: number;
  last: number;
  /** Told of the day that the pointer is at, and of its leaving. */
  point: (day: number | null) => void;
}

type End = "from" | "to";
type Drag = { kind: "draw"; day: number; x: number } | { kind: "move"; day: number; from: number; to: number } | { kind: End };

const leastMove = 4;

export function Brush({ scale, height, choice, choose, first, last, point }: Props) {
  const { words } = useShared();
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const from = choice.from ?? first;
  const to = choice.to ?? last;
  const narrowed = choice.from !== null || choice.to !== null;
  const clamp = (day: number) => Math.min(Math.max(day, first), last);
  const set = (a: number, b: number) => {
    const [low, high] = [clamp(Math.min(a, b)), clamp(Math.max(a, b))];
    choose({ from: low === first ? null : low, to: high === last ? null : high });
  };
  const xOf = (event: PointerEvent) => event.clientX - box.current!.getBoundingClientRect().left;

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const x = xOf(event);
    const day = scale.day(x);
    const end = (event.target as HTMLElement).dataset.end as End | undefined;
    if (end) drag.current = { kind: end };
    else if (narrowed && day >= from && day <= to) drag.current = { kind: "move", day, from, to };
    else drag.current = { kind: "draw", day, x };
    box.current!.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    const x = xOf(event);
    const day = scale.day(x);
    point(day);
    if (!now) return;
    if (now.kind === "draw") {
      if (Math.abs(x - now.x) >= leastMove) set(now.day, day);
    } else if (now.kind === "move") {
      const by = Math.min(Math.max(day - now.day, first - now.from), last - now.to);
      set(now.from + by, now.to + by);
    } else if (now.kind === "from") {
      set(Math.min(clamp(day), to), to);
    } else {
      set(from, Math.max(clamp(day), from));
    }
  };
  const up = (event: PointerEvent) => {
    const now = drag.current;
    drag.current = null;
    if (now?.kind === "draw" && Math.abs(xOf(event) - now.x) < leastMove) choose({ from: null, to: null });
  };
  const press = (end: End) => (event: KeyboardEvent) => {
    const day = end === "from" ? from : to;
    const ahead = scale.rightToLeft ? -1 : 1;
    const moves: Record<string, number> = {
      ArrowRight: day + ahead,
      ArrowLeft: day - ahead,
      ArrowUp: day + 1,
      ArrowDown: day - 1,
      PageUp: day + 30,
      PageDown: day - 30,
      Home: first,
      End: last,
    };
    const wanted = moves[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    if (end === "from") set(Math.min(clamp(wanted), to), to);
    else set(from, Math.max(clamp(wanted), from));
  };

  const a = scale.x(from);
  const b = scale.x(to + 1);
  const left = Math.min(a, b);
  const right = Math.max(a, b);
  const handle = (end: End, x: number) => (
    <div
      class="handle"
      role="slider"
      tabindex={0}
      data-end={end}
      aria-label={words.text(end === "from" ? "period.earliest" : "period.latest")}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={end === "from" ? from : to}
      aria-valuetext={dayWords(words, end === "from" ? from : to)}
      style={{ left: `${x}px` }}
      onKeyDown={press(end)}
    />
  );
  return (
    <div
      class={`brush ${narrowed ? "narrowed" : ""}`}
      dir="ltr"
      ref={box}
      style={{ height: `${height}px` }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onPointerLeave={() => point(null)}
    >
      <div class="veil" style={{ left: 0, width: `${left}px` }} />
      <div class="window" style={{ left: `${left}px`, width: `${right - left}px` }} />
      <div class="veil" style={{ left: `${right}px`, right: 0 }} />
      {handle("from", a)}
      {handle("to", b)}
    </div>
  );
}
