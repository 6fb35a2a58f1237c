import { nameOfService } from "../../modules/blocks/compute/contract";
import type { Check } from "../check";
import { evidence } from "../controls";
import { serviceNames } from "../lookup/names";
import { kinds } from "../lookup/serving";
import type { RecoveredRegion, Served } from "./view";

/** Each service has its on-demand figure of instances or tasks, healthy and in service, in every zone; a function is in each. */
export const serveFromEveryZone: Check<RecoveredRegion> = {
  id: "serve-from-every-zone",
  title: "Capacity is in service in every zone",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, namePrefix, zones, services }) {
    const seen: string[] = [];
    const problems: string[] = [];
    for (const service of serviceNames) {
      const served = services[service];
      const name = nameOfService(namePrefix, service);
      const { called, unit, zones: zonesOf } = kinds[served.compute];
      const serving = await zonesOf(aws, name);
      if (!serving) {
        problems.push(`there is no ${called} ${name} in ${aws.region}`);
        continue;
      }
      const counts = zones.map((zone) => ({ zone, count: serving.filter((one) => one === zone).length }));
      seen.push(`${name}: ${counts.map(({ zone, count }) => `${count} in ${zone}`).join(", ")}`);
      for (const { zone, count } of counts) {
        if (count < needed(served))
          problems.push(`${name} has ${count} ${unit} in service in ${zone}, ${needed(served)} are needed`);
      }
    }
    return { seen: seen.join("; "), problems };
  },
};

const needed = (served: Served): number => (served.compute === "lambda" ? 1 : served.onDemandPerZone);
