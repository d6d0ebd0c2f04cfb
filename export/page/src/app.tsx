import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Chips, Filters } from "./filters";
import { type Choice, Filter } from "./filter";
import { Evidence } from "./evidence";
import { Footer, Header } from "./header";
import { Network } from "./network";
import { type Place, readPlace, writePlace } from "./place";
import { SharedContext } from "./shared";
import type { Story } from "./story";
import { EventTable } from "./table";
import { Timeline } from "./timeline";
import { Words } from "./words";

/** The state that the address holds. */
function usePlace(story: Story) {
  const [place, setPlace] = useState<Place>(() => readPlace(story, location.hash));
  useEffect(() => {
    const read = () => setPlace(readPlace(story, location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [story]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const hash = writePlace(story, place);
      if (hash !== location.hash.slice(1)) history.replaceState(null, "", `#${hash}`);
    }, 200);
    return () => clearTimeout(timer);
  }, [story, place]);
  return [place, setPlace] as const;
}

export function App({ story }: { story: Story }) {
  const [place, setPlace] = usePlace(story);
  const { tongue, choice, event } = place;
  const words = useMemo(() => new Words(tongue, story), [tongue, story]);
  const filter = useMemo(() => new Filter(story), [story]);
  const events = useMemo(() => filter.events(choice), [filter, choice]);
  const [tab, setTab] = useState<"events" | "network">("events");
  const opener = useRef<HTMLElement | null>(null);

  const choose = useCallback((change: Partial<Choice>) => setPlace((old) => ({ ...old, choice: { ...old.choice, ...change } })), []);
  const open = useCallback((index: number | null) => {
    if (index !== null) opener.current = document.activeElement as HTMLElement | null;
    setPlace((old) => ({ ...old, event: index }));
  }, []);
  const close = useCallback(() => {
    open(null);
    opener.current?.focus({ preventScroll: true });
  }, [open]);

  useEffect(() => {
    document.documentElement.lang = tongue;
    document.documentElement.dir = words.direction;
    document.title = `${words.text("title")} \u2013 ${words.text("timeline")}`;
  }, [tongue, words]);
  useEffect(() => {
    const timer = setTimeout(() => filter.prepare(), 300);
    return () => clearTimeout(timer);
  }, [filter]);

  const shared = useMemo(() => ({ story, words }), [story, words]);
  return (
    <SharedContext.Provider value={shared}>
      <a class="skip" href="#events" onClick={(click) => skipToEvents(click)}>
        {words.text("skip")}
      </a>
      <Header switchTongue={() => setPlace((old) => ({ ...old, tongue: old.tongue === "ar" ? "en" : "ar" }))} />
      <main class={`tab-${tab}`}>
        <Filters filter={filter} choice={choice} choose={choose} />
        <Chips choice={choice} choose={choose} />
        {story.span && <Timeline filter={filter} choice={choice} choose={choose} span={story.span} />}
        <nav class="tabs">
          {(["events", "network"] as const).map((name) => (
            <button type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
              {words.text(name)}
            </button>
          ))}
        </nav>
        <div class="columns">
          <EventTable events={events} opened={event} open={open} />
          <aside class={event === null ? "" : "opened"}>
            {event === null ? (
              <Network key={tab} events={events} people={choice.people} choose={choose} />
            ) : (
              <Evidence key={event} event={story.events[event]!} open={open} close={close} choice={choice} choose={choose} />
            )}
          </aside>
        </div>
      </main>
      <Footer />
    </SharedContext.Provider>
  );
}

function skipToEvents(click: MouseEvent) {
  click.preventDefault();
  document.querySelector<HTMLElement>('#events [tabindex="0"]')?.focus();
}
