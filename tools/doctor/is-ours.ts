import type { Environment } from "../../regions/schema/environment";
import { environmentTags } from "../../regions/wiring/location";

/** Whether a tier of the environment has made it, or taken it over: it carries the environment's tags. */
export const isOurs = ({ name }: Environment, tags: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(environmentTags(name)).every(([key, value]) => tags[key] === value);
