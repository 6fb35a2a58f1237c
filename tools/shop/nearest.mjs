import { createRequire } from "node:module";

/** What a mistyped word was probably meant to be, as the end of a sentence. Before packages are installed, nobody can tell. */
export function didYouMean(word, known) {
  try {
    const { closest, distance } = createRequire(import.meta.url)("fastest-levenshtein");
    const found = closest(word, known);
    return distance(word, found) <= Math.max(2, word.length / 3) ? ` Did you mean "${found}"?` : "";
  } catch {
    return "";
  }
}
