// Days in words, as export/src/dates.cpp puts them.
import { dayNumber } from "./story";
import type { Words } from "./words";

interface Civil {
  year: number;
  month: number;
  day: number;
  endsMonth: boolean;
}

function civil(day: number): Civil {
  const date = new Date(day * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    endsMonth: new Date((day + 1) * 86_400_000).getUTCDate() === 1,
  };
}

export function monthWords(words: Words, month: number): string {
  return words.text(`month.${month}`);
}

export function dayWords(words: Words, day: number, withYear = true): string {
  const { year, month, day: number } = civil(day);
  return `${number} ${monthWords(words, month)}${withYear ? ` ${year}` : ""}`;
}

export function weekdayWords(words: Words, day: number): string {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return `${words.text(`weekday.${weekday}`)} ${dayWords(words, day)}`;
}

export function stretchWords(words: Words, from: number, to: number): string {
  if (from === to) return dayWords(words, from);
  const a = civil(from);
  const b = civil(to);
  if (a.day === 1 && b.endsMonth) {
    if (a.month === 1 && b.month === 12) return a.year === b.year ? String(a.year) : `${a.year}\u2013${b.year}`;
    if (a.year === b.year) {
      const end = `${monthWords(words, b.month)} ${b.year}`;
      return a.month === b.month ? end : `${monthWords(words, a.month)} \u2013 ${end}`;
    }
  }
  if (a.year === b.year && a.month === b.month) {
    return `${a.day}\u2013${b.day} ${monthWords(words, b.month)} ${b.year}`;
  }
  return words.text("period.days", { a: dayWords(words, from, a.year !== b.year), b: dayWords(words, to) });
}

/** When something was: a day, a stretch, or what is known of it. */
export function whenWords(words: Words, from: string | null, to: string | null, withWeekday = false): string {
  if (from !== null && to !== null) {
    if (from === to && withWeekday) return weekdayWords(words, dayNumber(from));
    return stretchWords(words, dayNumber(from), dayNumber(to));
  }
  if (from !== null) return words.text("date.from", { day: dayWords(words, dayNumber(from)) });
  if (to !== null) return words.text("date.until", { day: dayWords(words, dayNumber(to)) });
  return words.text("date.none");
}
