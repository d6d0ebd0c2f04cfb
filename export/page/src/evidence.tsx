// One event: what it is, who tells it, in which words, and how its date was found; and the article it stands in.
import { useEffect, useRef, useState } from "preact/hooks";
import { Article } from "./article";
import { dayWords, whenWords } from "./dates";
import { type Choice, toggled } from "./filter";
import { Marked } from "./marked";
import { Name, StatusWord, summaryOf, useNames, useShared } from "./shared";
import { dayNumber, directionOf, slice, statusOf, type StoryEvent, type Telling } from "./story";
import { isolate } from "./words";

interface Props {
  event: StoryEvent;
  choice: Choice;
  open: (event: number) => void;
  close: () => void;
  choose: (change: Partial<Choice>) => void;
}

export function Evidence({ event, choice, open, close, choose }: Props) {
  const { words } = useShared();
  const [reading, setReading] = useState<Telling | null>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const heading = panel.current!.querySelector<HTMLElement>("h2");
    heading?.focus({ preventScroll: true });
    if (!reading) panel.current!.parentElement!.scrollTop = 0;
  }, [reading]);
  useEffect(() => {
    const escape = (press: KeyboardEvent) => {
      if (press.key !== "Escape") return;
      if (reading) setReading(null);
      else close();
    };
    addEventListener("keydown", escape);
    return () => removeEventListener("keydown", escape);
  }, [reading, close]);
  return (
    <section class="evidence" ref={panel} aria-labelledby="evidence-title">
      <div class="evidence-bar">
        {reading ? (
          <button type="button" class="plain" onClick={() => setReading(null)}>
            {words.text("back")}
          </button>
        ) : (
          <StatusWord status={event.status} />
        )}
        <button type="button" class="plain close" onClick={close}>
          {words.text("close")}
        </button>
      </div>
      {reading ? <Article event={event} document={reading.in} open={open} /> : <Facts event={event} choice={choice} choose={choose} read={setReading} />}
    </section>
  );
}

function Facts({ event, choice, choose, read }: Pick<Props, "event" | "choice" | "choose"> & { read: (telling: Telling) => void }) {
  const { story, words } = useShared();
  const [assert, deny, expect] = event.accounts;
  const accounts = [
    assert && words.count("accounts.assert", assert),
    deny && words.count("accounts.deny", deny),
    expect && words.count("accounts.expect", expect),
  ].filter((text) => text !== 0);
  const statements = story.statements.filter((statement) => statement.about.some(([index]) => index === event.index));
  return (
    <>
      <h2 id="evidence-title" tabindex={-1}>
        <bdi>{summaryOf(event, words)}</bdi>
      </h2>
      <p class="date">
        {whenWords(words, event.from, event.to, true)}
        {event.certainty !== "exact" && <span class="soft">{words.text(`certainty.${event.certainty}`)}</span>}
      </p>
      <dl class="facts">
        <dt>{words.text("type")}</dt>
        <dd>{words.text(`type.${event.type}`)}</dd>
        {byRole(event).map(([role, actors]) => (
          <Parties key={role} role={role} actors={actors} chosen={choice.people} pick={(actor) => choose({ people: toggled(choice.people, actor) })} />
        ))}
        {event.place !== null && (
          <>
            <dt>{words.text("role.place")}</dt>
            <dd>
              <Name actor={story.actors[event.place]!} />
            </dd>
          </>
        )}
        {event.topic && (
          <>
            <dt>{words.text("topic")}</dt>
            <dd>
              <bdi>{event.topic}</bdi>
            </dd>
          </>
        )}
        <dt>{words.text("accounts")}</dt>
        <dd>{accounts.join(words.tongue === "ar" ? "\u060c " : ", ")}</dd>
      </dl>
      <h3>{words.count("tellings", event.tellings.length)}</h3>
      <ol class="tellings">
        {event.tellings.map((telling) => (
          <TellingItem telling={telling} read={() => read(telling)} />
        ))}
      </ol>
      {statements.length > 0 && (
        <>
          <h3>{words.text("said")}</h3>
          <ul class="said">
            {statements.map((statement) => (
              <li>
                <strong>{statement.speaker === null ? words.text("said.nobody") : <Name actor={story.actors[statement.speaker]!} />}</strong>{" "}
                <span class="soft">{words.text(`stance.${statement.about.find(([index]) => index === event.index)![1]}`)}</span>
                <blockquote lang={story.documents[statement.in]!.language} dir={directionOf(story.documents[statement.in]!.language)}>
                  {slice(story, statement.in, statement.content)}
                </blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Who plays each role, in the order of the roles. */
function byRole(event: StoryEvent): [string, number[]][] {
  const roles = new Map<string, number[]>();
  for (const [role, actor] of event.parties) roles.set(role, [...(roles.get(role) ?? []), actor]);
  return [...roles];
}

interface PartiesProps {
  role: string;
  actors: number[];
  chosen: number[];
  pick: (actor: number) => void;
}

function Parties({ role, actors, chosen, pick }: PartiesProps) {
  const { story, words } = useShared();
  return (
    <>
      <dt>{words.text(role === "agent" && actors.length > 1 ? "role.agents" : `role.${role}`)}</dt>
      <dd class="names">
        {actors.map((actor) => (
          <button type="button" class="name" key={actor} aria-pressed={chosen.includes(actor)} onClick={() => pick(actor)}>
            <Name actor={story.actors[actor]!} />
          </button>
        ))}
      </dd>
    </>
  );
}

function TellingItem({ telling, read }: { telling: Telling; read: () => void }) {
  const { story, words } = useShared();
  const name = useNames();
  const article = story.documents[telling.in]!;
  const published = {
    outlet: isolate(article.outlet || words.text("outlet.none")),
    day: dayWords(words, dayNumber(article.day)),
  };
  return (
    <li>
      <p class="published">
        <span>{words.text("published", published)}</span>
        <StatusWord status={statusOf({ disputed: false, ...telling })} />
        {telling.headline && <span class="soft">{words.text("headline")}</span>}
      </p>
      <blockquote lang={article.language} dir={directionOf(article.language)}>
        <Marked text={article.text} range={telling.at} telling={telling} />
      </blockquote>
      {telling.chain.length > 0 && (
        <p class="chain">
          {words.text("word.of")} <bdi>{telling.chain.map(name).map(isolate).join(words.tongue === "ar" ? " \u2190 " : " \u2192 ")}</bdi>
        </p>
      )}
      <details>
        <summary>{words.text("date.how")}</summary>
        {telling.time ? (
          <dl class="how">
            <dt>{words.text("date.words")}</dt>
            <dd lang={article.language}>
              <bdi>{slice(story, telling.in, telling.time.at)}</bdi>
            </dd>
            <dt>{words.text("date.counted")}</dt>
            <dd>
              <code dir="ltr">{telling.time.arithmetic || telling.time.value}</code>
            </dd>
            <dt>{words.text("date.rule")}</dt>
            <dd>
              <code dir="ltr">{telling.time.rule}</code>
            </dd>
          </dl>
        ) : (
          <p class="soft">{words.text("date.bounded")}</p>
        )}
      </details>
      <button type="button" class="read" onClick={read}>
        {words.text("read")}
      </button>
    </li>
  );
}
