// Who takes part in events together: as a picture, and its strongest ties as text.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { canDraw, Drawing, kindOf } from "./drawing";
import { type Choice, toggled } from "./filter";
import { useNames, useShared } from "./shared";
import type { StoryEvent } from "./story";
import { tiesOf } from "./ties";
import { isolate } from "./words";

const mostActors = 120;
const mostTies = 12;
const pause = 120; // ms without a change before the picture follows

interface Props {
  events: StoryEvent[];
  people: number[];
  choose: (change: Partial<Choice>) => void;
}

export function Network({ events, people, choose }: Props) {
  const { story, words } = useShared();
  const name = useNames();
  const ties = useMemo(() => tiesOf(events, mostActors), [events]);
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const drawable = useMemo(canDraw, []);
  const pick = useRef<(actor: number) => void>(() => {});
  pick.current = (actor) => choose({ people: toggled(people, actor) });

  useEffect(() => {
    if (!drawable) return;
    const made = new Drawing(box.current!, story.actors, (actor) => pick.current(actor));
    const recolour = () => made.recolour();
    addEventListener("isnad-theme", recolour);
    drawing.current = made;
    return () => {
      removeEventListener("isnad-theme", recolour);
      drawing.current = null;
      made.end();
    };
  }, [drawable, story]);
  useEffect(() => {
    const timer = setTimeout(() => drawing.current?.show(ties, people, words.tongue), pause);
    return () => clearTimeout(timer);
  }, [ties, people, words.tongue]);

  const kinds = new Set([...ties.weights.keys()].map((actor) => kindOf(story.actors[actor]!.type)));
  const facts = { nodes: words.number(ties.weights.size), links: words.number(ties.list.length) };
  return (
    <section class="network" aria-labelledby="network-title">
      <div class="network-head">
        <h2 id="network-title">{words.text("network")}</h2>
        {ties.cut && <p class="hint">{words.text("network.top", { n: words.number(mostActors) })}</p>}
        {drawable && (
          <div class="zoom">
            <button type="button" aria-label={words.text("network.in")} onClick={() => drawing.current?.zoom(0.7)}>
              +
            </button>
            <button type="button" aria-label={words.text("network.out")} onClick={() => drawing.current?.zoom(1.4)}>
              {"\u2212"}
            </button>
            <button type="button" onClick={() => drawing.current?.all()}>
              {words.text("network.all")}
            </button>
          </div>
        )}
      </div>
      {drawable ? (
        <div class="stage" ref={box} dir="ltr" role="img" aria-label={words.text("network.text", facts)} />
      ) : (
        <p class="hint">{words.text("network.gl")}</p>
      )}
      <ul class="kinds" aria-hidden="true">
        {(["person", "country", "body"] as const).map(
          (kind) =>
            kinds.has(kind) && (
              <li key={kind} class={kind}>
                {words.text(`legend.${kind}`)}
              </li>
            ),
        )}
      </ul>
      <h3>{words.text("network.ties")}</h3>
      {ties.list.length === 0 && <p class="hint">{words.text("network.none")}</p>}
      <ol class="ties">
        {ties.list.slice(0, mostTies).map(({ a, b, events: together }) => (
          <li key={`${a} ${b}`}>
            <button type="button" class="name" onClick={() => choose({ people: [...new Set([...people, a, b])] })}>
              {words.text("network.tie", { a: isolate(name(a)), b: isolate(name(b)) })}
            </button>
            <span class="count">{words.count("about.events", together)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
