import { type EnvironmentRule, liveRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { notWithout, sayWhy } from "../schema/without";

/** Alarms and findings of a live region reach somebody, unless its file says why they need not. */
export const alertSomebody: EnvironmentRule = (environment) =>
  liveRegions(environment).flatMap(({ name, without, security, baseline }): Problem[] => {
    const silent = Object.entries({ security, baseline }).filter(([, { subscriptions }]) => subscriptions.length === 0);
    if (without.alerts === undefined)
      return silent.map(([tier]) => ({
        path: `${name}.${tier}.subscriptions`,
        message: `[]: ${alertsOf[tier]} would reach nobody. Say subscriptions: onCall, from regions/on-call.ts. Or ${sayWhy("alerts")}.`,
      }));
    return silent.length === 0
      ? [{ path: `${name}.without.alerts`, message: notWithout("alerts", "alerts have subscriptions") }]
      : [];
  });

const alertsOf: Readonly<Record<string, string>> = {
  security: "alarms of the region",
  baseline: "findings of GuardDuty",
};
