import { originNames } from "../../modules/edge/contract";
import { type Environment, originRegions } from "../../regions/schema/environment";
import type { NameServer } from "./name-servers";

/** Where a name server leads CloudFront, and so customers. */
export interface Led {
  readonly nameServer: string;
  /** The names that it goes through. */
  readonly through: string[];
  /** The region it ends at; null where it ends at none. */
  readonly region: string | null;
}

/** Where each of the name servers leads customers of an environment. */
export const whereAllLead = (servers: readonly NameServer[], environment: Environment): Promise<Led[]> =>
  Promise.all(servers.map((server) => whereLed(server, environment.domain, originRegions(environment))));

/** Asks a name server, name by name, where customers are led. */
export async function whereLed(server: NameServer, domain: string, regions: readonly string[]): Promise<Led> {
  const names = originNames(domain);
  const through = [names.healthy];
  for (let name: string | undefined = names.healthy; name !== undefined && through.length < 10; ) {
    name = await server.cname(name);
    if (name !== undefined) through.push(name);
  }
  const last = through.at(-1);
  const region = regions.find((one) => names.region(one) === last) ?? null;
  return { nameServer: server.address, through, region };
}
