import { step } from "../step";

export const restoreRegion = step({
  title: "Switch the source region on",
  about: "Switches the lost region on again, so that it can be destroyed like the recovered one.",
  needs: ["gate"],
  gives: [],
  run: async (drill) => drill.need("gate").switchOn(drill.settings.lost.name),
});
