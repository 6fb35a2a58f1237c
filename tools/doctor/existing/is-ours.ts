import { environmentTags } from "../../../regions/wiring/location";
import type { Place } from "./existing";

/** Whether a tier of the environment has made it, or taken it over: it carries the environment's tags. */
export const isOurs = ({ environment }: Place, tags: Readonly<Record<string, string>>): boolean =>
  Object.entries(environmentTags(environment.name)).every(([key, value]) => tags[key] === value);
