import { DeploymentRolloutState, DescribeServicesCommand } from "@aws-sdk/client-ecs";
import type { Look } from "./roll-out";

const { COMPLETED, FAILED } = DeploymentRolloutState;

/** The deployment of an ECS service. One that failed stays in the list until it has gone back; then another one is the newest. */
export const ofTasks =
  (cluster: string, service: string): Look =>
  async ({ ecs }, since) => {
    const { services: [found] = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
    const begun = (found?.deployments ?? []).filter(({ createdAt }) => createdAt !== undefined && createdAt >= since);
    const worst = begun.find(({ rolloutState }) => rolloutState === FAILED) ?? begun[0];
    if (!worst) return undefined;
    const { rolloutState, runningCount = 0, desiredCount = 0, rolloutStateReason } = worst;
    const says = [rolloutState, `${runningCount} of ${desiredCount} tasks`, rolloutStateReason]
      .filter(Boolean)
      .join(", ");
    const is = rolloutState === FAILED ? "failed" : rolloutState === COMPLETED ? "done" : "under way";
    return { what: `the tasks of ${service}`, is, says };
  };
