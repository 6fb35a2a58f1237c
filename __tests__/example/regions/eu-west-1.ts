import { defineRegion } from "../../../regions/schema/region-schema";
import { onCall } from "./on-call";

/** Ireland: where the shop runs. */
export const euWest1 = defineRegion({
  name: "eu-west-1",
  role: "live",
  baseline: { subscriptions: onCall },
  security: { subscriptions: onCall },
  network: { cidr: "10.0.0.0/16", zones: ["a", "b", "c"] },
  database: { minCapacityUnits: 1, maxCapacityUnits: 32 },
  backup: { copiesTo: "eu-central-1" },
});
