import { everyStep } from "../../dr/steps/all";

const [begin, end] = ["<!-- steps: written by ./shop update -->", "<!-- end of steps -->"];

/** A text with the list of the drill's steps between its two markers. */
export function withStepList(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`dr/README.md: the markers "${begin}" and "${end}" are missing.`);
  return `${text.slice(0, from + begin.length)}\n\n${stepList()}\n\n${text.slice(to)}`;
}

/** Every step in its order: what it does, with which option, and how it is taken back. */
const stepList = (): string =>
  everyStep
    .map(([{ title, about, undo }, only], index) =>
      [
        `${index + 1}. **${title}.** ${about}`,
        ...(only ? [`Only ${only}.`] : []),
        ...(undo ? [`Taken back by: ${undo.title}.`] : []),
      ].join("\n   "),
    )
    .join("\n");
