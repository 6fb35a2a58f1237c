import { type Instance, paginateDescribeAutoScalingGroups } from "@aws-sdk/client-auto-scaling";
import type { Check } from "../check";
import { fleetName, fleets } from "../lookup/names";
import { everyItem } from "../lookup/pages";
import type { RecoveredRegion } from "./view";

/** Each fleet has its on-demand figure of instances in service and healthy in every zone. */
export const serveFromEveryZone: Check<RecoveredRegion> = {
  title: "Capacity is in service in every zone",
  async ask({ aws, namePrefix, zones, onDemandPerZone }) {
    const names = fleets.map((fleet) => fleetName(namePrefix, fleet));
    const groups = await everyItem(
      paginateDescribeAutoScalingGroups({ client: aws.autoScaling }, { AutoScalingGroupNames: names }),
      (page) => page.AutoScalingGroups,
    );
    const seen: string[] = [];
    const problems: string[] = [];
    for (const fleet of fleets) {
      const name = fleetName(namePrefix, fleet);
      const group = groups.find(({ AutoScalingGroupName }) => AutoScalingGroupName === name);
      if (!group) {
        problems.push(`there is no Auto Scaling group ${name} in ${aws.region}`);
        continue;
      }
      const serving = (group.Instances ?? []).filter(isServing);
      const counts = zones.map((zone) => serving.filter(({ AvailabilityZone }) => AvailabilityZone === zone).length);
      seen.push(`${name}: ${zones.map((zone, at) => `${counts[at]} in ${zone}`).join(", ")}`);
      zones.forEach((zone, at) => {
        const count = counts[at] ?? 0;
        if (count < onDemandPerZone[fleet])
          problems.push(`${name} has ${count} instances in service in ${zone}, ${onDemandPerZone[fleet]} are needed`);
      });
    }
    return { seen: seen.join("; "), problems };
  },
};

const isServing = ({ LifecycleState, HealthStatus }: Instance) =>
  LifecycleState === "InService" && HealthStatus?.toLowerCase() === "healthy";
