import { noteCustomers, noteUntilLed } from "../customers/note";
import { setOn } from "../customers/set";
import { step } from "../step";
import { takeBack } from "../take-back";

export const openRegion = step({
  title: "Open the recovered region",
  about: "Lets customers into the recovered region as people do, and asks the domain's name servers: they lead there.",
  needs: ["aws", "gate", "verifiedAt"],
  gives: [],
  run: async (drill, at) => {
    const { region } = drill.settings.target;
    await noteCustomers(drill, "rebuilt");
    await setOn(drill, at, { which: "opening", region });
    await noteUntilLed(drill, at, { after: "opened", to: region });
  },
  undo: {
    title: "Close the recovered region",
    // Nobody is asked: the zone may be destroyed by now.
    run: (drill, at) => takeBack(drill.made, { run: drill.settings.run, aws: drill.need("aws"), only: "opening" }, at),
  },
});
