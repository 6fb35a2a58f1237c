import { defineRegion } from "../../../regions/schema/region-schema";
import { onCall } from "./on-call";

/** Frankfurt: where a lost region is rebuilt. */
export const euCentral1 = defineRegion({
  name: "eu-central-1",
  role: "standby",
  baseline: { subscriptions: onCall },
});
