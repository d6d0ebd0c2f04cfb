// The timeline's bars: stretches of days wide enough to be drawn, with how many events of each status begin in them.
import { type TimeInterval, utcDay, utcMonday, utcMonth, utcYear } from "d3-time";
import { statuses, type Status, type StoryEvent } from "./story";

const ms = 86_400_000;
const units: [name: string, interval: TimeInterval, days: number][] = [
  ["day", utcDay, 1],
  ["week", utcMonday, 7],
  ["month", utcMonth, 30],
  ["year", utcYear, 365],
];

/** Days [first, end). */
export interface Bin {
  first: number;
  end: number;
  counts: Record<Status, number>;
  total: number;
}

export interface Bins {
  unit: string;
  list: Bin[];
  most: number;
}

/** Bars over [first, last], as many as fit when each takes at least so many days. */
export function binned(events: StoryEvent[], first: number, last: number, daysPerBar: number): Bins {
  const [unit, interval] = units.find(([, , days]) => days >= daysPerBar) ?? units[units.length - 1]!;
  const list: Bin[] = [];
  let start = interval.floor(new Date(first * ms));
  while (start.getTime() / ms <= last) {
    const end = interval.offset(start, 1);
    list.push({ first: start.getTime() / ms, end: end.getTime() / ms, counts: none(), total: 0 });
    start = end;
  }
  for (const event of events) {
    if (event.first === null) continue;
    const bin = list[place(list, event.first)];
    if (!bin) continue;
    ++bin.counts[event.status];
    ++bin.total;
  }
  return { unit, list, most: list.reduce((most, bin) => Math.max(most, bin.total), 0) };
}

function none(): Record<Status, number> {
  return Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
}

/** The bin that a day lies in. */
export function place(list: Bin[], day: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
