import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../check";
import { courseChecks } from "../customers/checks";
import { noteCustomers, noteUntilLed } from "../customers/note";
import { setOff } from "../customers/set";
import { step } from "../step";

/** Answers that are asked for while the lost region is there again and fenced: on AWS, it takes half a minute to be healthy. */
const asked = {
  own: { times: 5, every: 1_000 },
  endpoint: { times: 5, every: 1_000 },
  account: { times: 12, every: 10_000 },
};

export const restoreRegion = step({
  title: "Unblock the source region",
  about:
    "Unblocks the lost region, so that it answers again, and asks the domain's name servers meanwhile: nobody is led there. Then it lifts the fence, and customers are.",
  needs: ["aws", "gate", "customers"],
  gives: [],
  run: async (drill, at) => {
    const { lost, target, where } = drill.settings;
    await drill.need("gate").switchOn(lost.name);
    const { times, every } = asked[where.kind];
    for (let time = 0; time < times; time++) {
      const led = await noteCustomers(drill, "back");
      if (led.length === 0) break;
      await sleep(every, undefined, { signal: at.signal });
    }
    await setOff(drill, at, { which: "fence", region: lost.name });
    await noteUntilLed(drill, at, { after: "lifted", to: lost.name });
    const course = { lost: lost.name, target: target.region, moments: drill.need("customers") };
    const outcomes = await Promise.all(courseChecks.map((check) => ask(check, course)));
    drill.found.outcomes = [...(drill.found.outcomes ?? []), ...outcomes];
    for (const { status, title, seen } of outcomes) at.say(`${status}: ${title} (${seen})`);
  },
});
