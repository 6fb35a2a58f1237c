import { everyStep } from "../../dr/steps/all";

/** Every step of the drill in its order: what it does, with which option, and how it is undone. */
export const stepList = (): string =>
  everyStep
    .map(([{ title, about, undo }, only], index) =>
      [
        `${index + 1}. **${title}.** ${about}`,
        ...(only ? [`Only ${only}.`] : []),
        ...(undo ? [`Undone by: ${undo.title}.`] : []),
      ].join("\n   "),
    )
    .join("\n");
