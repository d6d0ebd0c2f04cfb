// What every part of the page needs: the story, the words, and small pieces of markup.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Actor, nameOf, type Status, type Story, type StoryEvent } from "./story";
import type { Words } from "./words";

export interface Shared {
  story: Story;
  words: Words;
}

export const SharedContext = createContext<Shared>(null as unknown as Shared);
export const useShared = () => useContext(SharedContext);

/** A name of the data, with a direction and language of its own when it has no form in the page's. */
export function Name({ actor }: { actor: Actor }) {
  const { words } = useShared();
  const own = words.tongue === "ar" ? actor.ar : actor.en;
  const other = words.tongue === "ar" ? "en" : "ar";
  return <bdi lang={own ? undefined : other}>{nameOf(actor, words.tongue)}</bdi>;
}

export function useNames() {
  const { story, words } = useShared();
  return (actor: number) => nameOf(story.actors[actor]!, words.tongue);
}

export const summaryOf = (event: StoryEvent, words: Words) => (words.tongue === "ar" ? event.ar : event.en);

/** The sign of a status: form, not colour, tells them apart. */
export function Sign({ status }: { status: Status }) {
  return (
    <svg class={`sign sign-${status}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {status === "reported" && <circle cx="8" cy="8" r="6.5" class="full" />}
      {status === "planned" && <circle cx="8" cy="8" r="5.5" class="ring" />}
      {status === "possible" && <circle cx="8" cy="8" r="5.5" class="ring dashed" />}
      {status === "denied" && <circle cx="8" cy="8" r="5.5" class="ring" />}
      {status === "denied" && <path d="M3.2 12.8 12.8 3.2" class="ring" />}
      {status === "disputed" && <circle cx="8" cy="8" r="5.5" class="ring" />}
      {status === "disputed" && <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" class="full" />}
    </svg>
  );
}

export function StatusWord({ status }: { status: Status }) {
  const { words } = useShared();
  return (
    <span class={`status status-${status}`}>
      <Sign status={status} />
      {words.text(`status.${status}`)}
    </span>
  );
}
