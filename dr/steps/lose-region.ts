import { step } from "../step";

export const loseRegion = step({
  title: "Block the source region",
  about: "Blocks the source region: from here on, whatever needs it fails. The recovery time begins.",
  needs: ["gate"],
  gives: ["lostAt"],
  run: async (drill) => {
    drill.found.lostAt = Date.now();
    await drill.need("gate").switchOff(drill.settings.lost.name);
  },
  undo: {
    title: "Unblock the source region, if it is still blocked",
    run: async (drill) => drill.need("gate").switchOn(drill.settings.lost.name),
  },
});
