// A part of a text with what it was read from marked: the words that tell of the event, and those that date it.
import type { Range, Telling } from "./story";

interface Props {
  text: string;
  range: Range;
  telling?: Telling | undefined;
}

export function Marked({ text, range: [begin, end], telling }: Props) {
  const within = (at: number) => Math.min(Math.max(at, begin), end);
  const spans: [Range, "trigger" | "time"][] = [];
  if (telling) spans.push([telling.trigger, "trigger"]);
  if (telling?.time) spans.push([telling.time.at, "time"]);
  const cuts = [...new Set([begin, end, ...spans.flatMap(([[a, b]]) => [within(a), within(b)])])].sort((a, b) => a - b);
  return (
    <>
      {cuts.slice(0, -1).map((cut, i) => {
        const words = text.slice(cut, cuts[i + 1]);
        const kinds = spans.filter(([[a, b]]) => a <= cut && cut < b).map(([, kind]) => kind);
        return kinds.length ? <mark class={kinds.join(" ")}>{words}</mark> : words;
      })}
    </>
  );
}
