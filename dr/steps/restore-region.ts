import { step } from "../step";

export const restoreRegion = step({
  title: "Unblock the source region",
  about: "Unblocks the lost region, so that it can be destroyed like the recovered one.",
  needs: ["gate"],
  gives: [],
  run: async (drill) => drill.need("gate").switchOn(drill.settings.lost.name),
});
