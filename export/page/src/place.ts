// What of the page's state stands in its address, so that a link leads to the same view.
import { type Choice, everything } from "./filter";
import { dayNumber, isoDay, type Status, statuses, type Story, type Tongue } from "./story";

export interface Place {
  tongue: Tongue;
  choice: Choice;
  event: number | null;
}

const day = (text: string | null) => (text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? dayNumber(text) : null);

export function readPlace(story: Story, hash: string): Place {
  const at = new URLSearchParams(hash.replace(/^#/, ""));
  const people = at.getAll("who").map((key) => story.actors.findIndex((actor) => actor.key === key));
  const event = story.events.findIndex(({ key }) => key === at.get("event"));
  const lang = at.get("lang");
  return {
    tongue: lang === "ar" || lang === "en" ? lang : story.tongue,
    choice: {
      ...everything,
      query: at.get("find") ?? "",
      people: people.filter((person) => person >= 0),
      types: at.getAll("type"),
      statuses: at.getAll("is").filter((status): status is Status => (statuses as readonly string[]).includes(status)),
      outlets: at.getAll("from-source"),
      from: day(at.get("from")),
      to: day(at.get("to")),
    },
    event: event < 0 ? null : event,
  };
}

export function writePlace(story: Story, { tongue, choice, event }: Place): string {
  const at = new URLSearchParams();
  if (tongue !== story.tongue) at.set("lang", tongue);
  if (choice.query) at.set("find", choice.query);
  for (const person of choice.people) at.append("who", story.actors[person]!.key);
  for (const type of choice.types) at.append("type", type);
  for (const status of choice.statuses) at.append("is", status);
  for (const outlet of choice.outlets) at.append("from-source", outlet);
  if (choice.from !== null) at.set("from", isoDay(choice.from));
  if (choice.to !== null) at.set("to", isoDay(choice.to));
  if (event !== null) at.set("event", story.events[event]!.key);
  return at.toString();
}
