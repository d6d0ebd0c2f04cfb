// The story as export/src/page_story.cpp writes it, and what the page makes of it once, when it loads.

export type Tongue = "ar" | "en";
export type Range = [begin: number, end: number];
export type Certainty = "exact" | "approximate" | "vague" | "invalid";

export interface Actor {
  key: string;
  type: string;
  ar: string;
  en: string;
  description: string;
  x: number;
  y: number;
}

export interface Article {
  id: string;
  day: string;
  outlet: string;
  title: string;
  url: string;
  language: string;
  text: string;
}

export interface ToldTime {
  at: Range;
  value: string;
  certainty: Certainty;
  rule: string;
  arithmetic: string;
}

export interface Telling {
  in: number;
  at: Range;
  trigger: Range;
  from: string | null;
  to: string | null;
  modality: string;
  polarity: string;
  headline: boolean;
  chain: number[];
  time: ToldTime | null;
}

interface EventRow {
  key: string;
  type: string;
  from: string | null;
  to: string | null;
  certainty: Certainty;
  modality: string;
  polarity: string;
  disputed: boolean;
  place: number | null;
  topic: string;
  ar: string;
  en: string;
  parties: [role: string, actor: number][];
  accounts: [assert: number, deny: number, expect: number];
  sources: number;
  tellings: Telling[];
}

export interface Statement {
  in: number;
  at: Range;
  content: Range;
  speaker: number | null;
  about: [event: number, stance: string][];
}

export const statuses = ["reported", "planned", "possible", "denied", "disputed"] as const;
export type Status = (typeof statuses)[number];

/** Days are counted from 1970-01-01. */
export interface StoryEvent extends EventRow {
  index: number;
  status: Status;
  first: number | null;
  last: number | null;
  people: number[];
  outlets: string[];
}

export interface Story {
  tongue: Tongue;
  words: Record<Tongue, Record<string, string>>;
  actors: Actor[];
  documents: Article[];
  events: StoryEvent[];
  statements: Statement[];
  /** The first and last day of any event; null when none has a day. */
  span: { first: number; last: number } | null;
  outlets: string[];
}

export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function statusOf(event: { disputed: boolean; modality: string; polarity: string }): Status {
  if (event.disputed) return "disputed";
  if (event.modality === "planned") return "planned";
  if (event.modality === "possible" || event.modality === "conditional") return "possible";
  return event.modality === "denied" || event.polarity === "negative" ? "denied" : "reported";
}

function complete(row: EventRow, index: number, documents: Article[]): StoryEvent {
  const from = row.from === null ? null : dayNumber(row.from);
  const to = row.to === null ? null : dayNumber(row.to);
  return {
    ...row,
    index,
    status: statusOf(row),
    first: from ?? to,
    last: to ?? from,
    people: [...new Set(row.parties.map(([, actor]) => actor))],
    outlets: [...new Set(row.tellings.map((telling) => documents[telling.in]!.outlet))],
  };
}

export function readStory(json: string): Story {
  const story = JSON.parse(json) as Story;
  story.events = story.events.map((row, index) => complete(row, index, story.documents));
  let first = Infinity;
  let last = -Infinity;
  for (const event of story.events) {
    if (event.first === null || event.last === null) continue;
    first = Math.min(first, event.first);
    last = Math.max(last, event.last);
  }
  story.span = first <= last ? { first, last } : null;
  story.outlets = [...new Set(story.events.flatMap((event) => event.outlets))].sort();
  return story;
}

export function nameOf(actor: Actor, tongue: Tongue): string {
  return tongue === "ar" ? actor.ar || actor.en : actor.en || actor.ar;
}

/** Words of a text, by their place in it. */
export function slice(story: Story, document: number, [begin, end]: Range): string {
  return story.documents[document]!.text.slice(begin, end);
}

/** Direction of a text in a language; of an unknown language it is left to the text. */
export function directionOf(language: string): "rtl" | "ltr" | "auto" {
  const code = language.slice(0, 2);
  if (code === "ar" || code === "fa" || code === "he" || code === "ur") return "rtl";
  return code === "" ? "auto" : "ltr";
}
