import { noteCustomers, noteUntilLed } from "../customers/note";
import { setOn } from "../customers/set";
import { step } from "../step";
import { takeBack } from "../take-back";

export const fenceRegion = step({
  title: "Fence the lost region",
  about:
    "Fences the lost region as people do, in the state region, and asks the domain's name servers where they lead customers: nowhere.",
  needs: ["aws", "gate", "lostAt"],
  gives: ["customers"],
  run: async (drill, at) => {
    await noteCustomers(drill, "lost");
    await setOn(drill, at, { which: "fence", region: drill.settings.lost.name });
    await noteUntilLed(drill, at, { after: "fenced", to: null });
  },
  undo: {
    title: "Lift the fence, if it is still there",
    // Nobody is asked: the zone may be destroyed by now.
    run: (drill, at) => takeBack(drill.made, { run: drill.settings.run, aws: drill.need("aws"), only: "fence" }, at),
  },
});
