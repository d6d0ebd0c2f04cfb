// A whole article, the sentences that tell of one event marked in it.
import { useEffect, useRef } from "preact/hooks";
import { dayWords } from "./dates";
import { Marked } from "./marked";
import { Sign, summaryOf, useShared } from "./shared";
import { dayNumber, directionOf, type Range, type StoryEvent, type Telling } from "./story";
import { isolate } from "./words";

interface Props {
  event: StoryEvent;
  document: number;
  open: (event: number) => void;
}

const safeAddress = (url: string) => (/^https?:\/\//i.test(url) ? url : undefined);

export function Article({ event, document: index, open }: Props) {
  const { story, words } = useShared();
  const article = story.documents[index]!;
  const body = useRef<HTMLDivElement>(null);
  const tellings = event.tellings.filter((telling) => telling.in === index);
  useEffect(() => bringIntoSight(body.current!.querySelector(".told")), []);
  const others = story.events.filter((other) => other !== event && other.tellings.some((telling) => telling.in === index));
  const address = safeAddress(article.url);
  const published = { outlet: isolate(article.outlet || words.text("outlet.none")), day: dayWords(words, dayNumber(article.day)) };
  return (
    <article>
      <h2 id="evidence-title" tabindex={-1}>
        {article.title ? <bdi lang={article.language}>{article.title}</bdi> : words.text("article.untitled")}
      </h2>
      <p class="published">
        <span>{words.text("published", published)}</span>
        {address && (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {words.text("article.original")}
          </a>
        )}
      </p>
      <div class="text" ref={body} lang={article.language} dir={directionOf(article.language)}>
        {paragraphs(article.text).map((range) => (
          <p key={range[0]}>{pieces(article.text, range, tellings)}</p>
        ))}
      </div>
      {others.length > 0 && (
        <>
          <h3>{words.text("article.other")}</h3>
          <ul class="others">
            {others.map((other) => (
              <li key={other.key}>
                <button type="button" class="name" onClick={() => open(other.index)}>
                  <Sign status={other.status} /> <bdi>{summaryOf(other, words)}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

/** Scrolls the panel, and not the page behind it. */
function bringIntoSight(element: Element | null): void {
  const panel = element?.closest("aside");
  if (!element || !panel) return;
  panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 5;
}

function paragraphs(text: string): Range[] {
  const out: Range[] = [];
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) out.push([match.index, match.index + match[0].length]);
  return out;
}

/** A paragraph with the sentences of the tellings in it set off. */
function pieces(text: string, [begin, end]: Range, tellings: Telling[]) {
  const out = [];
  let at = begin;
  const sorted = [...tellings].sort((a, b) => a.at[0] - b.at[0]);
  for (const telling of sorted) {
    const from = Math.max(telling.at[0], at);
    const to = Math.min(telling.at[1], end);
    if (from >= to) continue;
    out.push(text.slice(at, from));
    out.push(
      <span class="told">
        <Marked text={text} range={[from, to]} telling={telling} />
      </span>,
    );
    at = to;
  }
  out.push(text.slice(at, end));
  return out;
}
