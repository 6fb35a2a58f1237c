import { eventsHostName, sharedEventsName } from "../../modules/events/contract";
import { signInDomain, signInOrigin } from "../../modules/identity/contract";
import { type Environment, liveRegions, regionsOf } from "../schema/environment";
import { leadsEvents } from "./leads-events";
import { regionPrefix } from "./location";

/**
 * What customers' browsers call beside the shop's domain: where they sign in, and where their tokens let events in.
 *
 * In regions that are live, and in those where these may be rebuilt.
 */
export function pageOrigins(environment: Environment): string[] {
  const { name, account, domain } = environment;
  const spare = regionsOf(environment, "standby").map((region) => region.name);
  const shared = leadsEvents(environment) ? [`https://${sharedEventsName(domain)}`] : [];
  const own = liveRegions(environment)
    .filter(({ identity }) => identity !== undefined)
    .flatMap(({ name: live, events }) =>
      [live, ...spare].flatMap((region) => [
        signInOrigin(signInDomain(regionPrefix(name, region), account), region),
        ...(events ? [`https://${eventsHostName(region, domain)}`] : []),
      ]),
    );
  return [...new Set([...own, ...shared])];
}
