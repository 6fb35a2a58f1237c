import { step } from "../step";

export const loseRegion = step({
  title: "Switch the source region off",
  about: "Switches the source region off: from here on, whatever needs it fails. The recovery time begins.",
  needs: ["gate"],
  gives: ["lostAt"],
  run: async (drill) => {
    drill.found.lostAt = Date.now();
    await drill.need("gate").switchOff(drill.settings.lost.name);
  },
  undo: {
    title: "Switch the source region on, if it is still off",
    run: async (drill) => drill.need("gate").switchOn(drill.settings.lost.name),
  },
});
