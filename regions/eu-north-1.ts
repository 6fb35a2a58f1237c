import { onCall } from "./on-call";
import { defineRegion } from "./schema/region-schema";

/** Stockholm: the states of the global tiers, away from every region that may be lost. */
export const euNorth1 = defineRegion({
  name: "eu-north-1",
  role: "state",
  baseline: { subscriptions: onCall },
  failover: { copiesStatesTo: "eu-central-1" },
});
