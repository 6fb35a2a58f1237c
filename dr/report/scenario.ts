import type { Settings } from "../drill";
import { targets } from "../targets";
import type { Report } from "./schema";

/** What a drill takes for given, so that nobody takes it for proved. */
export function scenarioOf({ lost, target, where }: Settings): Pick<Report, "scenario" | "scope" | "assumptions"> {
  return {
    scenario: `All of ${lost.name} stops answering at once and without warning, and does not come back before ${target.region} has taken over.`,
    scope: {
      drilled: 1,
      targets: targets.length,
      text: `1 of ${targets.length} ${targets.length === 1 ? "target" : "targets"} drilled`,
    },
    assumptions: [
      `IAM, Route 53 and the other services in us-east-1 answer while ${lost.name} does not.`,
      "AWS Backup made the backup that is restored because the drill asked for it just before the loss, and its copy had arrived.",
      "The database is as small as a new one, and no customer is there.",
      ...(where.kind === "account"
        ? [`A call to ${lost.name} is refused by the gate before AWS: the region itself goes on.`]
        : [
            "The local AWS stands for AWS: it answers at once, and has neither quotas nor a lack of capacity.",
            "It serves no traffic: that names resolve and load balancers forward is read from their settings.",
          ]),
    ],
  };
}
