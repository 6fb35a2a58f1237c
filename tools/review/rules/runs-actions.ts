import { actionsIn } from "../../../terraform/plan/actions";
import { finding, type PlanRule, type Severity } from "./rule";

/** What stops or deletes something, or changes what customers see; the others are imperative all the same. */
const graver: Readonly<Record<string, Severity>> = {
  aws_ec2_reboot_instance: "high",
  aws_ec2_stop_instance: "high",
  aws_rds_reboot_db_instance: "high",
};

const wayOut = "Say in the pull request what it does, that it may be done twice, and what to do when it fails.";

/** An action does something once, and no plan says what comes of it. */
export const runsActions: PlanRule = {
  id: "runs-actions",
  about: "The apply invokes an action: it does something beside changing resources, and nothing takes it back.",
  severities: ["high", "medium"],
  cannotSee: "What the action does: the plan says what it is told only.",
  wayOut,
  mayBeUnknown: false,
  checkPlan: ({ plan }) =>
    actionsIn(plan).map(({ address, type, trigger, event, deferred }) => ({
      address,
      verdict: finding({
        severity: graver[type] ?? "medium",
        why: `The apply invokes it${trigger === undefined ? "" : ` when ${trigger} changes (${event ?? "at some time"})`}${deferred === undefined ? "" : ", in a later plan"}; nothing takes it back.`,
        wayOut,
      }),
    })),
};
