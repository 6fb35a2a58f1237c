import { defineRegion } from "../../../regions/schema/region-schema";
import { onCall } from "./on-call";

/** Stockholm: the states of the global tiers, away from every region that may be lost. */
export const euNorth1 = defineRegion({
  name: "eu-north-1",
  role: "state",
  baseline: { subscriptions: onCall },
});
