// What is shown: the choice, and the events that fit it.
import { fold, needles } from "./fold";
import type { Status, Story, StoryEvent } from "./story";

/** Within one part any of the chosen fits, but all chosen people must take part. Empty parts let everything through. */
export interface Choice {
  query: string;
  people: number[];
  types: string[];
  statuses: Status[];
  outlets: string[];
  from: number | null;
  to: number | null;
}

export type Part = "people" | "types" | "statuses" | "outlets" | "period" | "query";

export const everything: Choice = { query: "", people: [], types: [], statuses: [], outlets: [], from: null, to: null };

export function isEverything(choice: Choice): boolean {
  const { query, people, types, statuses, outlets, from, to } = choice;
  return !query && !people.length && !types.length && !statuses.length && !outlets.length && from === null && to === null;
}

export function toggled<T>(list: T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

export class Filter {
  private haystacks: string[] | null = null;

  constructor(private readonly story: Story) {}

  /** Folds what is searched; called when there is time, or else by the first search. */
  prepare(): string[] {
    this.haystacks ??= this.story.events.map((event) => fold(this.textOf(event)));
    return this.haystacks;
  }

  /** Events that fit, in the story's order; `except` leaves one part of the choice out of account. */
  events(choice: Choice, except?: Part): StoryEvent[] {
    const words = except === "query" ? [] : needles(choice.query);
    const haystacks = words.length ? this.prepare() : [];
    return this.story.events.filter((event) => {
      if (except !== "statuses" && choice.statuses.length && !choice.statuses.includes(event.status)) return false;
      if (except !== "types" && choice.types.length && !choice.types.includes(event.type)) return false;
      if (except !== "people" && !choice.people.every((person) => event.people.includes(person))) return false;
      if (except !== "outlets" && choice.outlets.length && !event.outlets.some((one) => choice.outlets.includes(one))) return false;
      if (except !== "period" && !this.within(event, choice)) return false;
      return words.every((word) => haystacks[event.index]!.includes(word));
    });
  }

  private within(event: StoryEvent, { from, to }: Choice): boolean {
    if (from === null && to === null) return true;
    if (event.first === null || event.last === null) return false;
    return (from === null || event.last >= from) && (to === null || event.first <= to);
  }

  private textOf(event: StoryEvent): string {
    const { actors, documents, words } = this.story;
    const names = [...event.people, ...(event.place === null ? [] : [event.place])].flatMap((i) => [actors[i]!.ar, actors[i]!.en]);
    const sentences = event.tellings.map(({ in: document, at: [begin, end] }) => documents[document]!.text.slice(begin, end));
    const type = `type.${event.type}`;
    return [event.ar, event.en, words.ar[type], words.en[type], event.topic, ...names, ...event.outlets, ...new Set(sentences)].join(" \n ");
  }
}

/** How many events each value has. */
export function tally<T>(events: StoryEvent[], valuesOf: (event: StoryEvent) => T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const event of events) {
    for (const value of valuesOf(event)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
