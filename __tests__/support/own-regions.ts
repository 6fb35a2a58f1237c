import type { Subscription } from "../../modules/blocks/alerts/contract";
import type { Environment } from "../../regions/schema/environment";
import { defineRegion } from "../../regions/schema/region-schema";

const subscriptions: Subscription[] = [{ name: "on-call", protocol: "email", endpoint: "on-call@shop.example.com" }];
/** What a live region says so that somebody is told. */
export const told = { security: { subscriptions }, baseline: { subscriptions } };

/** Regions of tests' own: rules hold whatever the files in regions/ say. */
export const ireland = defineRegion({
  name: "eu-west-1",
  role: "live",
  ...told,
  network: { cidr: "10.0.0.0/16" },
  backup: { copiesTo: "eu-central-1" },
});
export const frankfurt = defineRegion({ name: "eu-central-1", role: "standby" });
export const stockholm = defineRegion({ name: "eu-north-1", role: "state" });
export const virginia = defineRegion({ name: "us-east-1", role: "global" });

/** A live region beside Ireland. */
export const paris = defineRegion({
  name: "eu-west-3",
  role: "live",
  ...told,
  network: { cidr: "10.2.0.0/16" },
  backup: { copiesTo: "eu-central-1" },
});

/** An environment of theirs that keeps every rule. */
export const prod: Environment = {
  name: "prod",
  account: "333333333333",
  domain: "shop.example.com",
  stateRegion: "eu-north-1",
  regions: [ireland, frankfurt, stockholm, virginia],
};
export const staging: Environment = { ...prod, name: "staging", account: "222222222222" };
export const dev: Environment = { ...prod, name: "dev", account: "111122223333" };
