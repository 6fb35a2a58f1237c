import { standingIn } from "../../../terraform/values/resource";
import { minutesBetween } from "../../cost/safety";
import { coverageOf } from "../read/coverage";
import { type EstateRule, finding } from "./rule";

const wayOut =
  "Set backup.intervalHours of the region to at most that, or change objectives.rpoMinutes in regions/environments.ts with those who set it.";

/** What was written since the last backup is lost with a region. */
export const exceedsRpo: EstateRule = {
  id: "exceeds-rpo",
  about: "Backups of a region are further apart than the data that its environment may lose (RPO).",
  severities: ["high"],
  cannotSee:
    "How long a recovery takes (RTO): only a drill measures it. An objective that is lowered to what the change does, and how long a copy takes.",
  wayOut,
  mayBeUnknown: false,
  checkEstate: ({ environment, rpoMinutes, before, after }) => {
    if (rpoMinutes === undefined) return [];
    const { recovers } = coverageOf(environment, after.resources);
    const [former, own] = [standingIn(environment, before.resources), standingIn(environment, after.resources)];
    const regions = [...new Set(own.map(({ region }) => region))].filter(recovers);
    return regions.flatMap((region) => {
      const [was, is] = [minutesBetween(former, region), minutesBetween(own, region)];
      if (is <= rpoMinutes || is <= was) return [];
      const plan = own.find((one) => one.region === region && one.type === "aws_backup_plan");
      const apart = Number.isFinite(is) ? `${is} minutes apart` : "no longer taken";
      return [
        {
          root: plan?.root ?? own.find((one) => one.region === region)?.root ?? environment,
          address: plan?.address ?? region,
          verdict: finding({
            severity: "high",
            why: `Backups of ${region} are ${apart}, and ${environment} may lose the data of ${rpoMinutes} minutes (RPO).`,
            wayOut,
          }),
        },
      ];
    });
  },
  missedIn: () => undefined,
};
