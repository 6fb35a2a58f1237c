import { onCall } from "./on-call";
import { defineRegion } from "./schema/region-schema";

/** Frankfurt: where a lost region is rebuilt. */
export const euCentral1 = defineRegion({
  name: "eu-central-1",
  role: "standby",
  baseline: { subscriptions: onCall },
});
