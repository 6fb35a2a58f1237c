import { graph } from "../../../regions/wiring/graph";
import { everywhere, stackId } from "../../../regions/wiring/location";
import type { Place } from "./existing";

/** How a root takes over what exists: the command, and where it is run. */
export function importOf({ environment, region }: Place, address: string, id: string): string {
  const [, tier = ""] = address.split(".");
  const scope = graph.order.find(({ name }) => name === tier)?.scope;
  const root = stackId(environment.name, scope === "global" ? everywhere : region.name, tier);
  return `import it in cdktf.out/stacks/${root}, after ./shop synth: terraform init -lockfile=readonly && terraform import ${address} ${id}`;
}
