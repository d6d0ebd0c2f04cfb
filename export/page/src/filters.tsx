// Search, the menus that narrow the choice down, and what is chosen.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { stretchWords, dayWords } from "./dates";
import { fold, needles } from "./fold";
import { type Choice, everything, type Filter, isEverything, tally, toggled } from "./filter";
import { Name, useNames, useShared } from "./shared";
import type { StoryEvent } from "./story";

interface Props {
  filter: Filter;
  choice: Choice;
  choose: (change: Partial<Choice>) => void;
}

const mostListed = 100;

export function Filters({ filter, choice, choose }: Props) {
  const { words } = useShared();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const slash = (press: KeyboardEvent) => {
      if (press.key !== "/" || (press.target as HTMLElement).matches("input, textarea")) return;
      press.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", slash);
    return () => removeEventListener("keydown", slash);
  }, []);
  const outletOf = (outlet: string) => outlet || words.text("outlet.none");
  return (
    <search class="filters" aria-label={words.text("filters")}>
      <label class="search">
        <span class="unseen">{words.text("search")}</span>
        <input
          ref={field}
          type="search"
          dir="auto"
          value={choice.query}
          placeholder={words.text("search.hint")}
          onInput={(input) => choose({ query: input.currentTarget.value })}
        />
      </label>
      <Menu label={words.text("filter.people")} chosen={choice.people.length}>
        {() => <People filter={filter} choice={choice} choose={choose} />}
      </Menu>
      <Menu label={words.text("filter.types")} chosen={choice.types.length}>
        {() => (
          <Checks
            counts={counted(filter.events(choice, "types"), (event) => [event.type], choice.types)}
            chosen={choice.types}
            label={(type) => words.text(`type.${type}`)}
            set={(types) => choose({ types })}
          />
        )}
      </Menu>
      <Menu label={words.text("filter.outlets")} chosen={choice.outlets.length}>
        {() => (
          <Checks
            counts={counted(filter.events(choice, "outlets"), (event) => event.outlets, choice.outlets)}
            chosen={choice.outlets}
            label={(outlet) => <bdi>{outletOf(outlet)}</bdi>}
            set={(outlets) => choose({ outlets })}
          />
        )}
      </Menu>
      {!isEverything(choice) && (
        <button type="button" class="plain" onClick={() => choose(everything)}>
          {words.text("clear")}
        </button>
      )}
    </search>
  );
}

/** Each value with the number of events that have it when this part of the choice is left out; the most frequent first. */
function counted<T>(events: StoryEvent[], valuesOf: (event: StoryEvent) => T[], chosen: T[]): [T, number][] {
  const counts = tally(events, valuesOf);
  for (const one of chosen) if (!counts.has(one)) counts.set(one, 0);
  return [...counts].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1));
}

function People({ filter, choice, choose }: Props) {
  const { story, words } = useShared();
  const [asked, setAsked] = useState("");
  const all = counted(filter.events(choice), (event) => event.people, choice.people);
  const wanted = needles(asked);
  const fits = (person: number) => {
    const { ar, en, description } = story.actors[person]!;
    const folded = fold(`${ar} ${en} ${description}`);
    return wanted.every((word) => folded.includes(word));
  };
  const fitting = wanted.length ? all.filter(([person]) => fits(person)) : all;
  return (
    <>
      <input
        type="search"
        dir="auto"
        value={asked}
        aria-label={words.text("filter.find")}
        placeholder={words.text("filter.find")}
        onInput={(input) => setAsked(input.currentTarget.value)}
      />
      <p class="hint">{words.text(fitting.length ? "filter.together" : "filter.none")}</p>
      <Checks
        counts={fitting.slice(0, mostListed)}
        chosen={choice.people}
        label={(person) => <Name actor={story.actors[person]!} />}
        set={(people) => choose({ people })}
      />
      {fitting.length > mostListed && <p class="hint">{words.text("filter.more", { n: words.number(fitting.length - mostListed) })}</p>}
    </>
  );
}

interface ChecksProps<T> {
  counts: [T, number][];
  chosen: T[];
  label: (value: T) => ComponentChildren;
  set: (values: T[]) => void;
}

function Checks<T>({ counts, chosen, label, set }: ChecksProps<T>) {
  const { words } = useShared();
  return (
    <ul class="checks">
      {counts.map(([value, count]) => (
        <li key={String(value)}>
          <label>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => set(toggled(chosen, value))} />
            <span>{label(value)}</span>
            <span class="count">{words.number(count)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A button with a panel below it, closed by Escape or by going elsewhere. */
function Menu({ label, chosen, children }: { label: string; chosen: number; children: () => ComponentChildren }) {
  const { words } = useShared();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [open]);
  const escape = (press: KeyboardEvent) => {
    if (press.key !== "Escape" || !open) return;
    press.stopPropagation();
    setOpen(false);
    box.current?.querySelector("button")?.focus();
  };
  return (
    <div class="menu" ref={box} onKeyDown={escape}>
      <button type="button" aria-expanded={open} class={chosen ? "chosen" : ""} onClick={() => setOpen(!open)}>
        {label}
        {chosen > 0 && <span class="count">{words.number(chosen)}</span>}
      </button>
      {open && (
        <div class="panel" role="group" aria-label={label}>
          {children()}
        </div>
      )}
    </div>
  );
}

/** What is chosen, each to be taken away again. */
export function Chips({ choice, choose }: Omit<Props, "filter">) {
  const { words } = useShared();
  const name = useNames();
  const chips: [string, Partial<Choice>][] = [
    ...choice.people.map((one): [string, Partial<Choice>] => [name(one), { people: toggled(choice.people, one) }]),
    ...choice.types.map((one): [string, Partial<Choice>] => [words.text(`type.${one}`), { types: toggled(choice.types, one) }]),
    ...choice.outlets.map((one): [string, Partial<Choice>] => [one || words.text("outlet.none"), { outlets: toggled(choice.outlets, one) }]),
    ...choice.statuses.map((one): [string, Partial<Choice>] => [words.text(`status.${one}`), { statuses: toggled(choice.statuses, one) }]),
  ];
  const { from, to } = choice;
  if (from !== null && to !== null) chips.push([stretchWords(words, from, to), { from: null, to: null }]);
  else if (from !== null) chips.push([words.text("date.from", { day: dayWords(words, from) }), { from: null }]);
  else if (to !== null) chips.push([words.text("date.until", { day: dayWords(words, to) }), { to: null }]);
  if (!chips.length) return null;
  return (
    <ul class="chips">
      {chips.map(([label, change]) => (
        <li key={label}>
          <button type="button" aria-label={words.text("remove", { what: label })} onClick={() => choose(change)}>
            <bdi>{label}</bdi>
            <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
              <path d="M1 1 9 9M9 1 1 9" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
