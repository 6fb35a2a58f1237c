import { type Weight, widthOf } from "./font";

/** How a text is set. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/** A text broken into lines that are no wider than `width` pixels; what goes beyond `most` lines ends in an ellipsis. */
export function linesIn(text: string, type: Type, { width, most }: { width: number; most: number }): string[] {
  const fits = (line: string): boolean => widthOf(line, type.size, type.weight) <= width;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  return kept.map((line, at) =>
    (at === most - 1 && lines.length > most) || !fits(line) ? shortened(line, fits) : line,
  );
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let kept = line;
  while (kept.length > 1 && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
