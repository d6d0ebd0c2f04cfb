// Who takes part in events together with whom, among those most often involved.
import type { StoryEvent } from "./story";

export interface Tie {
  a: number;
  b: number;
  events: number;
}

export interface Ties {
  /** Events of each actor that is shown: those with a tie. */
  weights: Map<number, number>;
  /** The strongest first. */
  list: Tie[];
  /** True when there are more actors than are shown. */
  cut: boolean;
}

export function tiesOf(events: StoryEvent[], mostActors: number): Ties {
  const all = new Map<number, number>();
  for (const event of events) for (const person of event.people) all.set(person, (all.get(person) ?? 0) + 1);
  const ranked = [...all].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const weights = new Map(ranked.slice(0, mostActors));
  const pairs = new Map<string, Tie>();
  const tied = new Set<number>();
  for (const event of events) {
    const people = event.people.filter((person) => weights.has(person)).sort((x, y) => x - y);
    if (people.length > 1) for (const person of people) tied.add(person);
    people.forEach((a, i) => {
      for (const b of people.slice(i + 1)) {
        const tie = pairs.get(`${a} ${b}`);
        if (tie) ++tie.events;
        else pairs.set(`${a} ${b}`, { a, b, events: 1 });
      }
    });
  }
  for (const person of weights.keys()) if (!tied.has(person)) weights.delete(person);
  const list = [...pairs.values()].sort((x, y) => y.events - x.events || x.a - y.a || x.b - y.b);
  return { weights, list, cut: ranked.length > mostActors };
}
