// The page's own words, and those it takes from the program, in one language at a time.
import ar from "./words/ar.json";
import en from "./words/en.json";
import type { Story, Tongue } from "./story";

const own: Record<Tongue, Record<string, string>> = { ar, en };
const plurals = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };
const digits = new Intl.NumberFormat("en");

/** First strong isolate and its end: a name inside a sentence keeps its direction to itself. */
export const isolate = (text: string) => `\u2068${text}\u2069`;

export class Words {
  constructor(
    readonly tongue: Tongue,
    private readonly story: Story,
  ) {}

  get direction(): "rtl" | "ltr" {
    return this.tongue === "ar" ? "rtl" : "ltr";
  }

  /** The text of a key, with {name} filled in; the key itself when there is none, so that a missing text is seen. */
  text(key: string, values: Record<string, string | number> = {}): string {
    const pattern = own[this.tongue][key] ?? this.story.words[this.tongue][key] ?? key;
    return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  }

  /** The form of a key that a number takes. */
  count(key: string, n: number): string {
    const forms = own[this.tongue];
    const exact = n === 0 && forms[`${key}.zero`] ? "zero" : plurals[this.tongue].select(n);
    const form = forms[`${key}.${exact}`] ? exact : "other";
    return this.text(`${key}.${form}`, { n: this.number(n) });
  }

  number(n: number): string {
    return digits.format(n);
  }
}
