import type { Step } from "../step";

/** Switches the lost region on again, so that it can be destroyed like the recovered one. */
export const restoreRegion: Step = {
  title: "Switch the source region on",
  run: async (drill) => drill.need("gate").switchOn(drill.settings.lost.name),
};
