import { type Environment, liveRegions } from "../schema/environment";

/**
 * Whether one name leads to the events of all regions: where each live region has events, and customers' tokens let them in.
 *
 * A signature by IAM names its region, so it is of no use where another one answers.
 */
export function leadsEvents(environment: Environment): boolean {
  const live = liveRegions(environment);
  return live.length > 0 && live.every(({ events, identity }) => events !== undefined && identity !== undefined);
}
