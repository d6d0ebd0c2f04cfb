// The one spelling under which words are compared; the same rules as core/fold.hpp. Decomposition parts hamza and
// madda from their carriers, and they go with the other marks.
import letters from "./fold_letters.json";

const equal = letters as Record<string, string>;
const dropped = /[\p{Mn}\p{Me}\p{Cf}\u0640]+/gu;
const mapped = new RegExp(`[${Object.keys(equal).join("")}]`, "gu");
const digits = /[\u0660-\u0669\u06f0-\u06f9]/g;

export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(dropped, "")
    .replace(mapped, (letter) => equal[letter]!)
    .replace(digits, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** The words to look for: each must occur, in any order. */
export function needles(query: string): string[] {
  return fold(query).split(" ").filter(Boolean);
}
